package inbox

import (
	"tilltal/base/lingo"
	"tilltal/desk/inbox"
)

// The list.
var rulesThen = lingo.T("Reglerna som gällde när samtalet började", "The rules in force when the conversation began")

var (
	inboxTitle = lingo.T("Inkorg", "Inbox")
	viewsLabel = lingo.T("Urval", "Views")
	listLabel  = lingo.T("Samtal", "Conversations")
	tabOpen    = lingo.T("Öppna", "Open")
	tabMine    = lingo.T("Mina", "Mine")
	tabUnowned = lingo.T("Lediga", "Free")
	tabOverdue = lingo.T("Sena", "Late")
	tabClosed  = lingo.T("Klara", "Closed")

	filterSaid      = lingo.T("%s, %s", "%s, %s")
	filterAccounts  = lingo.T("Konto", "Account")
	filterChannels  = lingo.T("Kanal", "Channel")
	everyAccount    = lingo.T("Alla konton", "All accounts")
	everyChannel    = lingo.T("alla kanaler", "all channels")
	emptyAll        = lingo.T("Inget väntar. Bra jobbat.", "Nothing waits. Well done.")
	emptyMine       = lingo.T("Du har inga öppna samtal.", "You have no open conversations.")
	emptyMineText   = lingo.T("Under Lediga finns de som ingen har tagit.", "Under Free are those that nobody has taken.")
	emptyClosed     = lingo.T("Här samlas samtal som är klara.", "Closed conversations gather here.")
	emptyNarrow     = lingo.T("Inget samtal passar urvalet.", "No conversation fits.")
	emptyNarrowText = lingo.T("Välj alla konton och alla kanaler för att se resten.", "Choose all accounts and all channels to see the rest.")
	pickOne         = lingo.T("Välj ett samtal i listan.", "Choose a conversation in the list.")
	pickOneText     = lingo.T("Med j och k går du mellan dem.", "With j and k you move between them.")

	withoutWords = lingo.T("(utan text)", "(without words)")
	nobodyHas    = lingo.T("ingen har tagit det", "nobody has taken it")
	aCitizen     = lingo.T("En medborgare", "A citizen")
	answeredTag  = lingo.T("Besvarad", "Answered")
	theSquare    = lingo.T("Torget", "The square")
	theFediverse = lingo.T("Fediversum", "The fediverse")
)

// The conversation.
var (
	toList      = lingo.T("Till listan", "To the list")
	leadOf      = lingo.T("%s till %s", "%s to %s")
	ownedBy     = lingo.T("Hos", "With")
	contactIs   = lingo.T("Kontakt:", "Contact:")
	contactHint = lingo.T("Syns bara här.", "Seen only here.")
	underPost   = lingo.T("Om inlägget", "About the post")
	postGone    = lingo.T("Ett inlägg som är avpublicerat", "A post that has been withdrawn")
	showOlder   = lingo.T("Visa tidigare", "Show earlier")
	talkLabel   = lingo.T("Samtalet", "The conversation")

	askerTag     = lingo.T("bara för den som frågade", "only who asked reads it")
	directTag    = lingo.T("direktmeddelande", "direct message")
	followersTag = lingo.T("bara för följare", "followers only")
	hasLeftTag   = lingo.T("Har tagit bort sitt konto", "Has removed their account")
	hasLeftTitle = lingo.T("Den som skrev har tagit bort sitt konto", "The person who wrote has removed their account")
	hasLeftText  = lingo.T("Ett svar når inte fram. Det hen skrev finns kvar i protokollet och visas som borttaget. Avsluta samtalet när du är klar med det.",
		"An answer would not arrive. What they wrote stays on the record and is shown as removed. Close the conversation when you are done with it.")
	takenBackAt   = lingo.T("Tagen tillbaka av den som skrev, %s.", "Taken back by the writer, %s.")
	withdrawnAt   = lingo.T("Vi avpublicerade det %s.", "We withdrew it %s.")
	whatItSaid    = lingo.T("Visa vad som stod", "Show what it said")
	wasChanged    = lingo.T("Ändrad. Visa vad som stod före", "Changed. Show what it said before")
	saidThen      = lingo.T("Skrevs", "Written")
	countsBecause = lingo.T("Räknas som något att svara på: %s.", "Counts as something to answer: %s.")
	mendOurs      = lingo.T("Rätta eller avpublicera", "Correct or withdraw")

	eventTook           = lingo.T("%s tog samtalet", "%s took the conversation")
	eventHanded         = lingo.T("%s lämnade samtalet till %s", "%s handed the conversation to %s")
	eventLetGo          = lingo.T("%s lämnade tillbaka samtalet, så det är ledigt", "%s handed the conversation back, so anybody can take it")
	eventClassified     = lingo.T("%s ändrade vad samtalet gäller till %s", "%s changed what it is about to %s")
	eventClosed         = lingo.T("%s avslutade samtalet som %s", "%s closed the conversation as %s")
	eventReopened       = lingo.T("%s öppnade samtalet igen", "%s reopened the conversation")
	eventReopenedItself = lingo.T("Samtalet öppnades igen, för det kom något nytt.", "The conversation was reopened, for something new came.")
	eventAcknowledged   = lingo.T("Vi sa att vi har sett frågan", "We said that we have seen the question")
	eventJoined         = lingo.T("Två delar av samma samtal fördes ihop", "Two parts of one conversation were joined")

	waitsHis      = lingo.T("%s har skrivit ett svar. Innan det går ut läser %s det.", "%s has written an answer. It is read by %s before it goes out.")
	waitsMine     = lingo.T("Innan ditt svar går ut läser %s det.", "Your answer is read by %s before it goes out.")
	waitsMineText = lingo.T("Ändrar du i det måste det läsas på nytt.", "If you change it, it must be read anew.")
	returnedMine  = lingo.T("Svaret kom tillbaka till dig", "The answer came back to you")
	heldMine      = lingo.T("Svaret gick inte ut", "The answer did not go out")
	heldMineText  = lingo.T("Läs samtalet igen och skicka det på nytt om det fortfarande stämmer.", "Read the conversation again and send it anew if it still holds.")
	begunHis      = lingo.T("%s har börjat på ett svar, %s", "%s has begun an answer, %s")
	readIt        = lingo.T("Läs och godkänn", "Read and approve")
)

// What one can do.
var (
	takeButton = lingo.T("Ta samtalet", "Take it")
	tookWord   = lingo.T("Samtalet är ditt.", "The conversation is yours.")

	assignTitle     = lingo.T("Lämna över", "Hand over")
	assignLabel     = lingo.T("Vem tar över?", "Who takes over?")
	assignButton    = lingo.T("Lämna över", "Hand over")
	toNobody        = lingo.T("Ingen: låt det bli ledigt", "Nobody: let anybody take it")
	chooseColleague = lingo.T("Välj vem som tar över.", "Choose who takes over.")
	handedWord      = lingo.T("Samtalet är överlämnat.", "The conversation is handed over.")

	noteTitle  = lingo.T("Anteckna", "Note")
	noteLabel  = lingo.T("Intern anteckning", "Internal note")
	noteHint   = lingo.T("Bara kollegor läser den. Den hör till handlingarna.", "Only colleagues read it. It is part of the record.")
	noteButton = lingo.T("Spara anteckningen", "Save the note")
	notedWord  = lingo.T("Anteckningen är sparad.", "The note is saved.")

	classifyTitle  = lingo.T("Ändra vad det gäller", "Change what it is about")
	classifyLabel  = lingo.T("Vad gäller det?", "What is it about?")
	needsLabel     = lingo.T("Behöver svar", "Needs an answer")
	needsHint      = lingo.T("Det som behöver svar räknas i den öppna statistiken.", "What needs an answer counts in the open figures.")
	whyLabel       = lingo.T("Varför?", "Why?")
	whyHint        = lingo.T("Skriv det när samtalet inte längre behöver svar.", "Say so when it no longer needs an answer.")
	classifyButton = lingo.T("Ändra", "Change")
	classedWord    = lingo.T("Ändrat.", "Changed.")

	closeTitle  = lingo.T("Avsluta", "Close")
	closeLabel  = lingo.T("Hur slutade det?", "How did it end?")
	closeWords  = lingo.T("Med några ord", "In a few words")
	closeHint   = lingo.T("Vart hänvisade du, eller varför behövs inget svar?", "Where did you refer them, or why is no answer needed?")
	closeButton = lingo.T("Avsluta samtalet", "Close the conversation")
	closedWord  = lingo.T("Samtalet är avslutat.", "The conversation is closed.")
	outcomes    = map[string]lingo.Text{
		inbox.OutcomeAnswered: lingo.T("Frågan är besvarad", "The question is answered"),
		inbox.OutcomeReferred: lingo.T("Hänvisad till någon annan", "Referred to somebody else"),
		inbox.OutcomeNoNeed:   lingo.T("Inget svar behövs", "No answer is needed"),
	}

	reopenTitle  = lingo.T("Öppna igen", "Reopen")
	reopenLabel  = lingo.T("Varför?", "Why?")
	reopenButton = lingo.T("Öppna samtalet igen", "Reopen the conversation")
	reopenedWord = lingo.T("Samtalet är öppet igen.", "The conversation is open again.")
)

// The answer.
var (
	answerTo      = lingo.T("Svara %s på %s", "Answer %s on %s")
	replyKey      = lingo.T("Svara", "Answer")
	readByOne     = lingo.T("Bara den som frågade läser svaret, med sitt kvitto.", "Only the one who asked reads the answer, with her receipt.")
	readInPrivate = lingo.T("Svaret går som direktmeddelande.", "The answer goes as a direct message.")
	readByAll     = lingo.T("Alla kan läsa svaret.", "Everybody can read the answer.")
	savedAt       = lingo.T("Sparat %s", "Saved %s")
	writeFirst    = lingo.T("Skriv ett svar först.", "Write an answer first.")

	lineOwn      = lingo.T("Du kan svara själv.", "You can answer yourself.")
	lineAnswered = lingo.T("Du har svarat på allt vi såg. Du kan skicka.", "You have answered all that we saw. You can send.")
	lineReason   = lingo.T("Du kan svara själv, och skriver varför det är rätt så här.", "You can answer yourself, and say why it is right as it is.")
	lineReads    = lingo.T("Innan svaret går ut läser %s det.", "The answer is read by %s before it goes out.")
	lineMust     = lingo.T("%s Ta bort det, eller låt %s avgöra.", "%s Take it out, or let %s decide.")
	askReason    = lingo.T("Varför är det rätt så här?", "Why is it right as it is?")
	mustGo       = lingo.T("%s Det behöver bort innan svaret går ut.", "%s It must go before the answer goes out.")
	mustGoHint   = lingo.T("Ska det stå kvar? Skriv varför, så läser %s.", "Should it stay? Say why, and %s reads it.")

	sendNow      = lingo.T("Svara nu", "Answer now")
	sendReason   = lingo.T("Svara, med skäl", "Answer, with a reason")
	sendAndClose = lingo.T("Svara och avsluta", "Answer and close")
	askReading   = lingo.T("Be om en läsning", "Ask for a reading")
	sendTo       = lingo.T("Lämna till %s", "Hand to %s")
	saveDraft    = lingo.T("Spara utkast", "Save draft")

	savedWord     = lingo.T("Utkastet är sparat.", "The draft is saved.")
	savedMoved    = lingo.T("Utkastet är sparat. Det har hänt något i samtalet sedan du började skriva: läs det nya först.", "The draft is saved. Something has happened in the conversation since you began: read what is new first.")
	sentWord      = lingo.T("Svaret är skickat.", "The answer is sent.")
	sentAndClosed = lingo.T("Svaret är skickat och samtalet avslutat.", "The answer is sent and the conversation closed.")
	handedIn      = lingo.T("Svaret är inlämnat. Nu läser %s.", "The answer is handed in. Now %s reads it.")
)
