package accounts

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

var (
	registerLead = lingo.T("Ett konto är en röst på torget. Varje konto har ett syfte, en rutin och minst två ansvariga.", "An account is a voice on the square. Each has a purpose, a routine and at least two owners.")
	registerNone = lingo.T("Det finns inget konto ännu.", "There is no account yet.")
	closedTitle  = lingo.T("Stängda konton", "Closed accounts")
	closedTag    = lingo.T("stängt", "closed")
	shortTag     = lingo.T("för få ansvariga", "too few owners")
	save         = lingo.T("Spara", "Save")

	aboutTab   = lingo.T("Om kontot", "About")
	routineTab = lingo.T("Rutin", "Routine")
	peopleTab  = lingo.T("Ansvariga och medarbetare", "Owners and voices")
	historyTab = lingo.T("Historik", "History")

	addressLabel = lingo.T("Adress i fediversum", "Address in the fediverse")
	squareLink   = lingo.T("Se kontot på torget", "See the account on the square")
	ownersTitle  = lingo.T("Kontoansvariga", "Owners")
	closedLine   = lingo.T("Kontot stängdes %s. Det som är publicerat står kvar på torget.", "The account was closed on %s. What is published still stands on the square.")
	shortTitle   = lingo.T("Kontot har för få ansvariga", "The account has too few owners")
	shortText    = lingo.T("Ett konto har alltid minst två kontoansvariga. Utse en till, så att ingen står ensam.", "An account always has at least two owners. Appoint one more, so that nobody stands alone.")
	changeButton = lingo.T("Ändra beskrivningen", "Change the description")
	closeLink    = lingo.T("Stäng kontot …", "Close the account …")

	charterLead  = lingo.T("Det här är vad kontot lovar. Ändringen gäller genast och står i protokollet.", "This is what the account promises. A change holds at once and stands on the record.")
	charterSaved = lingo.T("Den nya beskrivningen gäller nu.", "The new description is in force.")

	changeTitle = lingo.T("Det här ändrar du på %s", "What you change at %s")
	changeLead  = lingo.T("Läs igenom. Säg sedan om ändringen är i sak, så vet vi vem som behöver läsa om.", "Read it through. Then say whether the change is one of substance, so that we know who needs to read again.")
	changeAdopt = lingo.T("Låt ändringen gälla", "Put the change in force")
	changeMore  = lingo.T("Ändra mer", "Change more")

	openTitle  = lingo.T("Nytt konto", "New account")
	rulesLink  = lingo.T("Regler i kontrollerna", "Rules of the checks")
	openLead   = lingo.T("Fyll i det som är ert eget. Resten är skrivet som de flesta myndigheter skriver det.", "Fill in what is your own. The rest is written as most authorities write it.")
	openButton = lingo.T("Öppna kontot", "Open the account")
	opened     = lingo.T("Kontot är öppet.", "The account is open.")
	ownersLead = lingo.T("Minst två, så att kontot aldrig står utan någon.", "At least two, so that the account is never left alone.")
	ownerLabel = lingo.T("Kontoansvarig %d", "Owner %d")

	closeTitle  = lingo.T("Stäng %s?", "Close %s?")
	closeText   = lingo.T("Alla uppdrag på kontot upphör, och ingen kan skriva eller svara här mer. Det går inte att ångra.\nDet som är publicerat står kvar på torget, och kontot står kvar i registret.", "All mandates at the account end, and nobody can write or answer here any more. It cannot be undone.\nWhat is published still stands on the square, and the account stays in the register.")
	closeReason = lingo.T("Varför stängs kontot?", "Why does the account close?")
	closeHint   = lingo.T("Skälet står i protokollet.", "The reason stands on the record.")
	closeButton = lingo.T("Stäng kontot för gott", "Close the account for good")
	wasClosed   = lingo.T("Kontot är stängt.", "The account is closed.")
)

// The routine.
var (
	routineLead  = lingo.T("Rutinen avgör vad som händer innan något lämnar huset. Ju säkrare anmärkning, desto mer krävs.", "The routine decides what happens before anything leaves the house. The surer the finding, the more it asks.")
	tableCaption = lingo.T("Vad varje anmärkning leder till", "What each finding leads to")
	gradeHead    = lingo.T("Omdömet säger", "The judgement says")
	postHead     = lingo.T("Inlägg", "Posts")
	answerHead   = lingo.T("Svar", "Answers")
	rulesTitle   = lingo.T("Undantag", "Exceptions")
	rulesLead    = lingo.T("Det här kräver mer än tabellen, hur säker anmärkningen än är.", "This asks more than the table, however sure the finding is.")
	rulesNone    = lingo.T("Inga undantag.", "No exceptions.")
	dropRule     = lingo.T("Ta bort undantaget", "Take the exception away")
	newRuleLabel = lingo.T("Nytt undantag", "New exception")
	newStepLabel = lingo.T("Det leder till", "It leads to")
	noNewRule    = lingo.T("Inget", "None")
	everythingOf = lingo.T("Allt om %s", "Everything about %s")
	lateTitle    = lingo.T("Sena godkännanden", "Late approvals")
	lateLabel    = lingo.T("Så många minuter efter sin tid får ett godkänt inlägg gå ut av sig självt", "So many minutes after its time an approved post may go out by itself")
	lateHint     = lingo.T("Kommer godkännandet senare än så frågar vi en människa.", "If the approval comes later than that, we ask a person.")
	lateLine     = lingo.T("Ett godkänt inlägg får gå ut av sig självt högst %d minuter efter sin tid. Senare än så frågar vi en människa.", "An approved post may go out by itself %d minutes after its time at most. Later than that, we ask a person.")
	versionLine  = lingo.T("Version %d, %s", "Version %d, %s")
	adoptButton  = lingo.T("Besluta om rutinen", "Adopt the routine")
	adopted      = lingo.T("Den nya rutinen gäller nu.", "The new routine is in force.")
	chooseStep   = lingo.T("Välj ett av stegen.", "Choose one of the steps.")
	chooseLate   = lingo.T("Skriv minuter mellan 0 och 1 440.", "Write minutes between 0 and 1,440.")
	submitted    = lingo.T("Det som redan är inlämnat behåller steget det fick.", "What is already submitted keeps the step it was given.")
)

// The accounts on other networks, and the yearly review.
var (
	framesLink    = lingo.T("Ramar och mod", "Frames and backing")
	awayTitle     = lingo.T("På andra nätverk", "On other networks")
	awayLead      = lingo.T("Konton som vi har men inte sköter härifrån. De står i registret, så att ingen förväxlar dem med falska.", "Accounts that we have but do not run from here. They stand in the register, so that nobody mistakes false ones for them.")
	listTitle     = lingo.T("För in ett konto", "Register an account")
	listChange    = lingo.T("Ändra uppgifterna om %s", "Change the details of %s")
	listLead      = lingo.T("Uppgifterna är offentliga. Länka gärna tillbaka till torget från kontots egen sida.", "The details are public. Do link back to the square from the account’s own page.")
	listSaved     = lingo.T("Registret är ändrat.", "The register is changed.")
	networkLabel  = lingo.T("Nätverk", "Network")
	addressField  = lingo.T("Adress", "Address")
	addressHint   = lingo.T("Sidan där kontot finns. Den börjar med https://.", "The page where the account is. It begins with https://.")
	listName      = lingo.T("Namn", "Name")
	unitLabel     = lingo.T("Enhet som ansvarar", "Unit that is responsible")
	purposeField  = lingo.T("Därför finns kontot", "Why the account exists")
	rulesField    = lingo.T("Adress till reglerna", "Address of the rules")
	withLabel     = lingo.T("Hör ihop med", "Belongs with")
	withNone      = lingo.T("Inget konto på torget", "No account on the square")
	openedField   = lingo.T("Öppnades", "Opened")
	closedField   = lingo.T("Stängdes", "Closed")
	closedHint    = lingo.T("Fyll i dagen när kontot är stängt. Det står kvar i registret.", "Fill in the day when the account is closed. It stays in the register.")
	listClosed    = lingo.T("Kontot stängdes %s.", "The account was closed on %s.")
	changeListing = lingo.T("Ändra uppgifterna", "Change the details")

	reviewTab     = lingo.T("Årlig genomgång", "Yearly review")
	reviewLead    = lingo.T("Fem frågor om året, så att kontot fortfarande är till nytta och följer lagen.", "Five questions a year, so that the account still is of use and keeps the law.")
	reviewTitle   = lingo.T("Genomgång av %s", "Review of %s")
	reviewsTitle  = lingo.T("Tidigare genomgångar", "Earlier reviews")
	reviewDue     = lingo.T("Nästa genomgång senast %v", "Next review by %v")
	reviewLate    = lingo.T("Genomgången skulle ha gjorts senast %v", "The review should have been made by %v")
	lateReview    = lingo.T("genomgång försenad", "review overdue")
	soonReview    = lingo.T("genomgång snart", "review soon")
	fineLabel     = lingo.T("I sin ordning", "In order")
	todoLabel     = lingo.T("Inte än", "Not yet")
	replyWords    = lingo.T("Vad gör ni åt det?", "What do you do about it?")
	replyHint     = lingo.T("Behövs när svaret är Inte än. Annars en anteckning om du vill.", "Needed when the answer is Not yet. Otherwise a note if you like.")
	reviewButton  = lingo.T("Spara genomgången", "Save the review")
	reviewSaved   = lingo.T("Genomgången är sparad.", "The review is saved.")
	reviewedLine  = lingo.T("%v · %s", "%v · %s")
	reviewAllFine = lingo.T("Allt i sin ordning.", "All in order.")
	reviewTodo    = lingo.T("Att göra: %d.", "To do: %d.")
	reviewSource  = lingo.T("%s Källa: %s.", "%s Source: %s.")
)

// gradeTexts are the grades as people read them.
var gradeTexts = map[check.Grade]struct{ name, help lingo.Text }{
	check.None:     {lingo.T("Inget", "Nothing"), lingo.T("Ingen anmärkning.", "No finding.")},
	check.Possible: {lingo.T("Kanske", "Perhaps"), lingo.T("Något att fundera på.", "Something to think about.")},
	check.Likely:   {lingo.T("Troligen", "Likely"), lingo.T("Det mesta talar för det.", "Most things point to it.")},
	check.Certain:  {lingo.T("Säkert", "Certain"), lingo.T("Till exempel ett personnummer.", "For example a personal identity number.")},
}

// The people of an account.
var (
	peopleNone     = lingo.T("Ingen arbetar med kontot.", "Nobody works with the account.")
	laterTitle     = lingo.T("Börjar senare", "Begin later")
	appointTitle   = lingo.T("Utse någon", "Appoint somebody")
	whoLabel       = lingo.T("Vem?", "Who?")
	roleLabel      = lingo.T("Till vad?", "As what?")
	fromLabel      = lingo.T("Första dagen", "First day")
	fromHint       = lingo.T("Lämna tomt, så börjar uppdraget nu.", "Leave it empty and the mandate begins now.")
	untilLabel     = lingo.T("Sista dagen", "Last day")
	untilHint      = lingo.T("Lämna tomt, så gäller uppdraget tills någon avslutar det.", "Leave it empty and the mandate holds until somebody ends it.")
	appointButton  = lingo.T("Utse", "Appoint")
	appointed      = lingo.T("Uppdraget är givet.", "The mandate is given.")
	chooseWho      = lingo.T("Välj vem du utser.", "Choose whom you appoint.")
	chooseRole     = lingo.T("Välj ett uppdrag.", "Choose a mandate.")
	sinceLine      = lingo.T("Från %s.", "From %s.")
	betweenLine    = lingo.T("Från %s till och med %s.", "From %s through %s.")
	endButton      = lingo.T("Avsluta …", "End …")
	endTitle       = lingo.T("Avsluta uppdraget för %s?", "End the mandate of %s?")
	endText        = lingo.T("Uppdraget som %s för %s upphör genast. Det som är skrivet och gjort står kvar.", "The mandate as %s for %s ends at once. What has been written and done remains.")
	endNow         = lingo.T("Avsluta uppdraget", "End the mandate")
	ended          = lingo.T("Uppdraget är avslutat.", "The mandate has ended.")
	successorLabel = lingo.T("Vem tar över?", "Who takes over?")
	successorHint  = lingo.T("Behövs när kontot annars får färre än två ansvariga.", "Needed when the account would otherwise have fewer than two owners.")
	nobody         = lingo.T("Ingen", "Nobody")
)

// The history.
var (
	chartersTitle = lingo.T("Beskrivningar", "Descriptions")
	routinesTitle = lingo.T("Rutiner", "Routines")
	firstVersion  = lingo.T("Den första.", "The first.")
	untilLine     = lingo.T("Gällde till %v.", "In force until %v.")
	changedLine   = lingo.T("Ändrat: %s.", "Changed: %s.")
	stepsLine     = lingo.T("Inlägg: %s. Svar: %s.", "Posts: %s. Answers: %s.")
	showIt        = lingo.T("Visa hela", "Show all of it")
)
