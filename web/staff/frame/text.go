package frame

import (
	"tilltal/base/lingo"
	frames "tilltal/desk/frame"
)

var partTitles = map[frames.Part]lingo.Text{
	frames.PartPurpose:  lingo.T("Därför finns kontot", "Why the account exists"),
	frames.PartTalk:     lingo.T("Det här pratar vi om", "What we talk about"),
	frames.PartAvoid:    lingo.T("Det här pratar vi inte om", "What we do not talk about"),
	frames.PartExamples: lingo.T("Exempel", "Examples"),
	frames.PartRoutine:  lingo.T("Innan det går ut", "Before it goes out"),
	frames.PartPromise:  lingo.T("När vi svarar, och vem du ringer", "When we answer, and whom you call"),
	frames.PartRules:    lingo.T("Regler för kommentarer", "Rules for comments"),
}

// The frames as they are read.
var (
	indexTitle    = lingo.T("Ramar", "Frames")
	indexLead     = lingo.T("Inom ramarna talar du fritt. Läs dem en gång, och igen när de ändras i sak.", "Within the frames you speak freely. Read them once, and again when they change in substance.")
	indexAccounts = lingo.T("Dina konton", "Your accounts")
	indexNone     = lingo.T("Du arbetar inte med något konto.", "You work with no account.")
	indexCommon   = lingo.T("Det här gäller alla konton", "This applies to every account")
	tagRead       = lingo.T("läst", "read")
	tagUnread     = lingo.T("läs innan du skriver", "read before you write")
	tagChanged    = lingo.T("ändrade i sak", "changed in substance")
	tagDone       = lingo.T("övad", "practised")

	readTitle     = lingo.T("Ramarna för %s", "The frames of %s")
	readLead      = lingo.T("Det här gäller när du talar för kontot. Är du osäker frågar du en kollega.", "This applies when you speak for the account. If you are unsure, ask a colleague.")
	readTitleDone = lingo.T("Du har läst ramarna", "You have read the frames")
	firstTitle    = lingo.T("Läs ramarna innan du skriver första gången", "Read the frames before you write for the first time")
	firstText     = lingo.T("Det tar ett par minuter. Knappen står sist på sidan.", "It takes a couple of minutes. The button is last on the page.")
	changedTitle  = lingo.T("Ramarna har ändrats i sak", "The frames have changed in substance")
	changedText   = lingo.T("Läs det som är nytt. Sedan kan du skriva som vanligt.", "Read what is new. Then you can write as usual.")
	wordedTitle   = lingo.T("Ramarna är bättre formulerade nu", "The frames are better worded now")
	wordedText    = lingo.T("Samma sak gäller som förut. Du behöver inte läsa om.", "The same applies as before. You need not read again.")
	answersTitle  = lingo.T("Du svarar själv för ramarna", "You answer for the frames yourself")
	answersText   = lingo.T("Den som får ändra ramarna behöver inte kvittera dem.", "Whoever may change the frames need not acknowledge them.")
	newTitle      = lingo.T("Nytt sedan du läste", "New since you read")
	ackTitle      = lingo.T("Klar?", "Done?")
	ackButton     = lingo.T("Jag har läst ramarna", "I have read the frames")
	thanks        = lingo.T("Tack. Nu kan du skriva.", "Thank you. Now you can write.")
	thanksBack    = lingo.T("Tack. Nu kan du gå vidare.", "Thank you. Now you can go on.")
	commonPart    = lingo.T("Alla konton: %v", "Every account: %v")
	changeFrames  = lingo.T("Ändra ramarna", "Change the frames")
	hereTag       = lingo.T("gäller anmärkningen", "about the finding")
	goodTag       = lingo.T("så här", "like this")
	badTag        = lingo.T("inte så här", "not like this")

	forWhom = lingo.T("För vem", "For whom")
	tone    = lingo.T("Tonprofil", "Tone profile")
	hours   = lingo.T("Öppet", "Open")
	promise = lingo.T("Vi lovar svar", "We promise an answer")
	contact = lingo.T("Kontakt i kris", "Contact in a crisis")

	gradeNone     = lingo.T("Inget att anmärka på", "Nothing to remark on")
	gradePossible = lingo.T("Något kan vara fel", "Something may be wrong")
	gradeLikely   = lingo.T("Något är troligen fel", "Something is probably wrong")
	gradeCertain  = lingo.T("Något är säkert fel", "Something is certainly wrong")
)

// Management's backing.
var (
	backingTitle   = lingo.T("Ledningen står bakom dig", "Management stands behind you")
	signedBy       = lingo.T("%s, %s, %v", "%s, %s, %v")
	reviewBy       = lingo.T("Ses över senast %v.", "To be looked at again by %v.")
	backingStale   = lingo.T("Beslutet skulle ha setts över. Det gäller tills ledningen skriver under ett nytt.", "The decision should have been looked at again. It holds until management signs a new one.")
	signBacking    = lingo.T("Skriv under ledningens mod", "Sign management's backing")
	backingLeadAll = lingo.T("Beslutet att låta medarbetare tala. Det gäller alla konton som inte har ett eget.", "The decision to let employees speak. It holds for every account without its own.")
	backingLead    = lingo.T("Beslutet att låta medarbetare tala för %s. Det står bredvid knappen när de publicerar.", "The decision to let employees speak for %s. It stands beside the button when they publish.")
	backingStart   = lingo.T("Ni som har läst ramarna får tala för oss, utan att fråga om lov först. Blir det fel rättar vi det tillsammans. Den som har försökt göra rätt har mig bakom sig.", "You who have read the frames may speak for us, without asking first. If it goes wrong we put it right together. Whoever tried to do right has me behind her.")
	wordsLabel     = lingo.T("Beslutet, med dina egna ord", "The decision, in your own words")
	wordsHint      = lingo.T("Alla kan läsa det på kontots sida.", "Everybody can read it on the account's page.")
	signName       = lingo.T("Namn", "Name")
	signTitle      = lingo.T("Titel", "Title")
	signTitleHint  = lingo.T("Till exempel förvaltningschef.", "For example head of administration.")
	signedLabel    = lingo.T("Dag för beslutet", "Day of the decision")
	reviewLabel    = lingo.T("Ses över senast", "To be looked at again by")
	reviewHint     = lingo.T("Till exempel om ett år. Vi påminner.", "For example in a year. We remind you.")
	signButton     = lingo.T("Skriv under", "Sign")
	signed         = lingo.T("Beslutet gäller nu och syns för dem som skriver.", "The decision holds now and is seen by those who write.")
	backingNow     = lingo.T("Det här gäller nu", "This holds now")
)

// The common frames.
var (
	changeCommon = lingo.T("Ändra de gemensamma ramarna", "Change the common frames")
	commonTitle  = lingo.T("Gemensamma ramar", "Common frames")
	commonLead   = lingo.T("Det här gäller på alla konton, utöver det som varje konto säger själv.", "This applies at every account, beside what each says itself.")
	commonChange = lingo.T("Det här ändrar du", "What you change")
	commonSaved  = lingo.T("De gemensamma ramarna gäller nu.", "The common frames are in force.")
	commonNone   = lingo.T("Det finns inga gemensamma ramar ännu.", "There are no common frames yet.")
	olderTitle   = lingo.T("Versioner", "Versions")
	versionLine  = lingo.T("Version %d, %v. %v.", "Version %d, %v. %v.")
	whyLabel     = lingo.T("Varför låter ni medarbetare tala?", "Why do you let employees speak?")
	whyHint      = lingo.T("Ett par meningar till den som ska våga.", "A couple of sentences to her who is to dare.")
	oneALine     = lingo.T("En sak per rad.", "One thing a line.")
	save         = lingo.T("Spara", "Save")
	changeLead   = lingo.T("Läs igenom. Säg sedan om ändringen är i sak, så vet vi vem som behöver läsa om.", "Read it through. Then say whether the change is one of substance, so that we know who needs to read again.")
	changeAdopt  = lingo.T("Låt ändringen gälla", "Put the change in force")
	changeMore   = lingo.T("Ändra mer", "Change more")
)

// The exercises.
var (
	exercisesTitle = lingo.T("Övningar för %s", "Exercises for %s")
	exercisesHead  = lingo.T("Öva", "Practise")
	exercisesLead  = lingo.T("Något har hänt. Du skriver, och omdömet svarar. Ingen ser vad du skrev, och ingenting räknas.", "Something has happened. You write, and the judgement answers. Nobody sees what you wrote, and nothing is counted.")
	allExercises   = lingo.T("Lägg till och ta bort övningar", "Add and remove exercises")
	dropButton     = lingo.T("Ta bort", "Remove")
	dropped        = lingo.T("Övningen är borttagen.", "The exercise is removed.")
	added          = lingo.T("Övningen är tillagd.", "The exercise is added.")
	addTitle       = lingo.T("Lägg till en egen övning", "Add an exercise of your own")
	addLead        = lingo.T("Ta något som har hänt hos er, utan att peka ut någon.", "Take something that has happened to you, without pointing anybody out.")
	addButton      = lingo.T("Lägg till", "Add")
	nameLabel      = lingo.T("Vad heter övningen?", "What is the exercise called?")
	eventLabel     = lingo.T("Vad har hänt?", "What has happened?")
	eventHint      = lingo.T("Skriv det som den som ska skriva behöver veta.", "Write what she who is to write needs to know.")

	drillTitle = lingo.T("Övning: %s", "Exercise: %s")
	drillLead  = lingo.T("Skriv som om det gällde, för %s.", "Write as if it were real, for %s.")
	drillEvent = lingo.T("Det här har hänt", "This has happened")
	drillText  = lingo.T("Din text", "Your text")
	drillHint  = lingo.T("Den sparas inte och går inte ut.", "It is not saved and does not go out.")
	drillAsk   = lingo.T("Fråga omdömet", "Ask the judgement")
	drillSays  = lingo.T("Omdömet svarar", "The judgement answers")
	drillLook  = lingo.T("Fundera på det här", "Think of this")
	wouldAsk   = lingo.T("På riktigt hade rutinen sagt: %v.", "For real, the routine would have said: %v.")
	drillMore  = lingo.T("Du kan ändra texten och fråga igen så många gånger du vill.", "You can change the text and ask again as many times as you like.")
	drillBack  = lingo.T("Till ramarna", "To the frames")
)
