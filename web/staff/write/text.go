package write

import (
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web/icon"
)

var (
	listTitle      = lingo.T("Skriv", "Write")
	listLead       = lingo.T("Det du har på gång.", "What you have under way.")
	beginTitle     = lingo.T("Börja på ett inlägg", "Begin a post")
	beginFor       = lingo.T("Vem talar du för?", "Whom do you speak for?")
	beginButton    = lingo.T("Börja skriva", "Start writing")
	beginNone      = lingo.T("Du kan läsa här, men du har inget uppdrag att skriva. Be en kontoansvarig om det.", "You may read here, but you have no mandate to write. Ask an account owner for one.")
	tabsLabel      = lingo.T("Urval", "Views")
	tabOwn         = lingo.T("Mina", "Mine")
	tabColleagues  = lingo.T("Kollegor på %s", "Colleagues at %s")
	tabPublished   = lingo.T("Publicerat", "Published")
	returnedWith   = lingo.T("Du fick med dig: %s", "It came back with: %s")
	emptyOwn       = lingo.T("Inget på gång.", "Nothing under way.")
	emptyOwnText   = lingo.T("Vad hände på jobbet i dag? Börja där.", "What happened at work today? Start there.")
	emptyPublished = lingo.T("Du har inte publicerat något än.", "You have not published anything yet.")

	emptyPublishedText = lingo.T("När du gör det finns det här.", "When you do, you find it here.")
	emptyColleagues    = lingo.T("Ingen kollega har något på gång.", "No colleague has anything under way.")
)

var (
	writeTitle   = lingo.T("Skriv", "Write")
	leadFor      = lingo.T("Du talar för %s.", "You speak for %s.")
	correctTitle = lingo.T("Skriv en rättelse", "Write a correction")
	correctLead  = lingo.T("Rättelsen ställer sig först i inlägget hos %s, väl synlig.", "The correction stands first in the post at %s, in plain sight.")

	textLabel    = lingo.T("Vad vill du berätta?", "What do you want to tell?")
	newTextLabel = lingo.T("Inläggets nya text", "The post's new text")
	newTextHint  = lingo.T("Lämna tomt om texten ska stå kvar som den är.", "Leave empty if the text is to stand as it is.")
	wrongLabel   = lingo.T("Vad var fel?", "What was wrong?")
	wrongHint    = lingo.T("Vi skrev …", "We wrote …")
	rightLabel   = lingo.T("Vad är rätt?", "What is right?")
	whyLabel     = lingo.T("Varför blev det fel?", "Why did it go wrong?")
	nowLabel     = lingo.T("Vad händer nu?", "What happens now?")

	picturesTitle = lingo.T("Bilder", "Pictures")
	pictureLegend = lingo.T("Bild %d", "Picture %d")
	altLabel      = lingo.T("Vad ser man på bilden?", "What does the picture show?")
	altHint       = lingo.T("För den som inte ser den.", "For those who do not see it.")
	plainLabel    = lingo.T("Bilden är bara till pynt och behöver ingen beskrivning", "The picture is decoration only and needs no description")
	filesLabel    = lingo.T("Lägg till bilder", "Add pictures")
	filesHint     = lingo.T("JPEG, PNG, GIF eller WebP. Vi tar bort plats, kamera och annat som filen berättar.", "JPEG, PNG, GIF or WebP. We take away the place, the camera and whatever else the file tells.")
	addPicture    = lingo.T("Lägg till", "Add")
	removePicture = lingo.T("Ta bort bilden", "Remove the picture")
	pictureAbout  = lingo.T("nummer %d", "number %d")
	pictureAdded  = lingo.T("Bilden är med.", "The picture is in.")
	removedTraces = lingo.T("Vi tog bort det här ur filen: %s.", "We took this out of the file: %s.")
	topicsLabel   = lingo.T("Ämnen", "Topics")
	topicsHint    = lingo.T("Skilj dem med komma. Läsare kan följa ett ämne.", "Put commas between them. Readers can follow a topic.")
	topicsUsed    = lingo.T("Ni brukar använda: %s.", "You often use: %s.")
	purposeLabel  = lingo.T("Syfte", "Purpose")
	purposeNone   = lingo.T("Inget särskilt", "None in particular")
	moreTitle     = lingo.T("Språk och varning", "Language and warning")
	languageLabel = lingo.T("Vilket språk är texten på?", "Which language is the text in?")
	warningLabel  = lingo.T("Varning", "Warning")
	warningHint   = lingo.T("Det här står först, och texten viks ihop under. Till exempel: ”Handlar om en dödsolycka”.", "This stands first, and the text folds under it. For example: “About a fatal accident”.")
	ideaOf        = lingo.T("Idén kommer från %s, som inte vill bli nämnd.", "The idea comes from %s, who does not want to be named.")
	ideaNamed     = lingo.T("Idén kommer från %s. Under inlägget står det: Idé: %s.", "The idea comes from %s. Under the post it says: Idea: %s.")

	previewTitle  = lingo.T("Så här ser det ut", "How it will look")
	previewHint   = lingo.T("Som det såg ut när du senast sparade.", "As it looked when you last saved.")
	fediverseNote = lingo.T("Ämnena följer med, så att inlägget hittas. Din signatur står sist.", "The topics go with it, so that the post is found. Your signature stands last.")
	theSquare     = lingo.T("Torget", "The square")
	theFediverse  = lingo.T("Fediversum", "The fediverse")
	savedAt       = lingo.T("Sparat %s", "Saved %s")
	saveDraft     = lingo.T("Spara utkast", "Save draft")
	actVersions   = lingo.T("Versioner", "Versions")
	actDiscard    = lingo.T("Kasta utkastet", "Discard the draft")
	confirmClock  = lingo.T("Klockan ställs om", "The clocks change")
	goesOutIfFine = lingo.T("Tiden gäller om texten blir godkänd innan dess: %s.", "The time holds if the text is approved before it: %s.")
	goesOutThen   = lingo.T("Går ut %s.", "Goes out %s.")
	framesTitle   = lingo.T("Ramar", "Frames")
	linkFrames    = lingo.T("Ramarna du skriver inom", "The frames you write within")
	linkLessons   = lingo.T("Lärdomar av det som blev fel", "Lessons of what went wrong")
	framesAll     = lingo.T("Läs ramarna i sin helhet", "Read the frames in full")
	unreadTitle   = lingo.T("Läs ramarna innan du skickar", "Read the frames before you send")
	unreadText    = lingo.T("Skriv gärna färdigt först. Din text är kvar när du kommer tillbaka.", "Do finish writing first. Your text is here when you come back.")
	unreadLink    = lingo.T("Läs ramarna", "Read the frames")
	returnedTitle = lingo.T("Du har fått tillbaka texten", "The text has come back to you")
	editingTitle  = lingo.T("Texten är inlämnad", "The text is handed in")
	editingText   = lingo.T("Ändrar du något behöver du lämna in den igen, och en tid som den har gäller inte längre.", "If you change anything you need to hand it in again, and a time that it has holds no more.")
	clashTitle    = lingo.T("%s har sparat en nyare version medan du skrev.", "%s saved a newer version while you wrote.")
	clashOwn      = lingo.T("Du har sparat en nyare version i ett annat fönster.", "You have saved a newer version in another window.")
	clashKept     = lingo.T("Båda texterna finns kvar. Din är sparad som version %d och står i rutan. Sätt ihop dem och spara, så gäller det du sparar.", "Both texts are kept. Yours is saved as version %d and stands in the box. Put them together and save, and what you save is what counts.")
	clashText     = lingo.T("Någon annan har sparat en nyare version. Din text är sparad bredvid.", "Somebody else has saved a newer version. Your text is saved beside it.")
	clashShow     = lingo.T("Visa vad som skiljer", "Show what differs")
	clashVersions = lingo.T("Se alla versioner", "See all versions")
	versionsTitle = lingo.T("Versioner", "Versions")
	versionsLead  = lingo.T("Allt du har sparat finns kvar.", "All that you have saved is kept.")
	versionNo     = lingo.T("Version %d", "Version %d")
	versionAside  = lingo.T("Sparad bredvid", "Saved beside")
	versionLatest = lingo.T("Den som gäller", "The one that counts")
	comparing     = lingo.T("Från version %d till version %d", "From version %d to version %d")
	wholeText     = lingo.T("Visa version %d i sin helhet", "Show the whole of version %d")
	bringBack     = lingo.T("Ta tillbaka version %d", "Bring back version %d")
	broughtBack   = lingo.T("Version %d är tillbaka, som den senaste.", "Version %d is back, as the newest.")
	backToText    = lingo.T("Till texten", "To the text")
	discardTitle  = lingo.T("Kasta utkastet?", "Discard the draft?")
	discardText   = lingo.T("”%s” försvinner ur din lista.\nEn kopia finns kvar i protokollet.", "“%s” leaves your list.\nA copy remains on the record.")
	discardDone   = lingo.T("Utkastet är kastat.", "The draft has been discarded.")
	stoppedTitle  = lingo.T("Texten är stoppad", "The text has been stopped")
	stoppedBy     = lingo.T("%s stoppade den: %s", "%s stopped it: %s")
	goesOut       = lingo.T("Går ut %s.", "Goes out %s.")
	goesOutText   = lingo.T("Du behöver inte göra något mer.", "You need do nothing more.")
	waitsTitle    = lingo.T("Väntar på %s", "Waits for %s")
	waitsText     = lingo.T("Du ser här när den är läst. Texten kan inte ändras av misstag.", "You see here when it has been read. The text cannot be changed by mistake.")
	approvedBy    = lingo.T("%s har godkänt texten", "%s has approved the text")
	onItsWay      = lingo.T("Den är på väg ut.", "It is on its way out.")
	workOf        = lingo.T("%s skriver", "%s is writing")
	onlyRead      = lingo.T("Du kan läsa texten men inte ändra i den.", "You may read the text but not change it.")
	actTime       = lingo.T("Ändra tid eller stoppa", "Change the time, or stop it")
	actReview     = lingo.T("Till granskningen", "To the review")
	actEdit       = lingo.T("Ändra texten", "Change the text")
)

// The routine's lines and the buttons beneath them.
var (
	lineOwn          = lingo.T("Du kan publicera själv.", "You can publish yourself.")
	lineAnswered     = lingo.T("Du har svarat på allt. Du kan publicera själv.", "You have answered everything. You can publish yourself.")
	lineReason       = lingo.T("Du kan publicera själv, med ett skäl.", "You can publish yourself, with a reason.")
	lineReader       = lingo.T("En sak behöver andra ögon.", "One thing needs other eyes.")
	lineReaderAlways = lingo.T("Här läser alltid en kollega först.", "Here a colleague always reads first.")
	lineShift        = lingo.T("Kommunikatören på pass läser innan det går ut.", "The communicator on shift reads it before it goes out.")
	lineDecision     = lingo.T("En beslutsfattare avgör om det går ut.", "A decision maker decides whether it goes out.")
	lineMust         = lingo.T("%s: måste bort. Annars avgör %s.", "%s: must go. Otherwise %s decides.")

	publishNow        = lingo.T("Publicera nu", "Publish now")
	schedule          = lingo.T("Tidsätt", "Schedule")
	publishReason     = lingo.T("Publicera med skäl", "Publish with a reason")
	scheduleReason    = lingo.T("Tidsätt med skäl", "Schedule with a reason")
	publishCorrection = lingo.T("Publicera rättelsen", "Publish the correction")
	askReading        = lingo.T("Be om en läsning", "Ask for a reading")
	sendShift         = lingo.T("Skicka till kommunikatör på pass", "Send to the communicator on shift")
	sendDecision      = lingo.T("Skicka till beslutsfattare", "Send to a decision maker")

	askReason  = lingo.T("Varför kan texten gå ut som den är?", "Why can the text go out as it is?")
	askMust    = lingo.T("Varför måste det stå kvar?", "Why must it stand?")
	reasonHint = lingo.T("Skälet sparas i protokollet. Du kan också svara på varje sak i Omdöme.", "The reason is kept on the record. You can also answer each thing in Judgement.")
	mustHint   = lingo.T("Lämna tomt om du tar bort det.", "Leave empty if you take it out.")
	mustGo     = lingo.T("Texten kan inte gå ut härifrån som den är.", "The text cannot go out from here as it is.")
	mustGoHint = lingo.T("Ta bort det som Omdöme stoppar, så kan du fortsätta. Måste det stå kvar? Skriv varför, så avgör %s.", "Take out what Judgement stops, and you can go on. Must it stand? Write why, and %s decides.")

	handedIn  = lingo.T("Inlämnad. Nu väntar texten på %s.", "Handed in. The text now waits for %s.")
	published = lingo.T("Publicerat! Inlägget står på torget.", "Published! The post stands on the square.")
	corrected = lingo.T("Rättat! Rättelsen står först i inlägget.", "Corrected! The correction stands first in the post.")
)

var (
	tooLarge = fault.New(fault.TooLarge, lingo.T("Det blev för mycket på en gång.", "That was too much at once.")).
			Try(lingo.T("Gå tillbaka och lägg till bilderna några i taget. Din text finns kvar.", "Go back and add the pictures a few at a time. Your text is still there."))
	notRead = fault.New(fault.Invalid, lingo.T("Vi kunde inte läsa formuläret.", "We could not read the form.")).
		Try(lingo.T("Gå tillbaka och försök igen. Din text finns kvar.", "Go back and try again. Your text is still there."))
)

func iconOf(view string) icon.Name {
	if view == viewPublished {
		return icon.Square
	}
	return icon.Write
}

// languages are those that authorities in Sweden often write in: the language, the national minorities' and the commonest
// others. Each is called by its own name.
var languages = [...][2]string{{"sv", "svenska"}, {"en", "English"}, {"fi", "suomi"}, {"fit", "meänkieli"}, {"se", "davvisámegiella"},
	{"smj", "julevsámegiella"}, {"sma", "åarjelsaemien gïele"}, {"rom", "romani ćhib"}, {"yi", "ייִדיש"}, {"ar", "العربية"}, {"so", "Soomaali"},
	{"fa", "فارسی"}, {"ti", "ትግርኛ"}, {"pl", "polski"}, {"uk", "українська"}, {"es", "español"}, {"de", "Deutsch"}}
