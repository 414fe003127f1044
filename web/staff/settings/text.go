package settings

import "tilltal/base/lingo"

var (
	tabsLabel    = lingo.T("Inställningar", "Settings")
	overviewTab  = lingo.T("Översikt", "Overview")
	authorityTab = lingo.T("Myndigheten", "The authority")
	peopleTab    = lingo.T("Kollegor", "Colleagues")
	signInTab    = lingo.T("Inloggning", "Sign-in")
	jobsTab      = lingo.T("Arbeten", "Jobs")
	instanceTab  = lingo.T("Installationen", "The installation")
	save         = lingo.T("Spara", "Save")
	saved        = lingo.T("Sparat.", "Saved.")
	endWord      = lingo.T("Avsluta", "End")
)

// The overview.
var (
	allFine     = lingo.T("Allt står rätt till", "All is well")
	allFineText = lingo.T("Alla konton har sina ansvariga.", "All accounts have their owners.")
	allFineJobs = lingo.T("Alla konton har sina ansvariga, och inget arbete har fastnat.", "All accounts have their owners, and no job is stuck.")
	shortTitle  = lingo.T("Konton med för få ansvariga", "Accounts with too few owners")
	shortText   = lingo.T("Ett konto har alltid minst två kontoansvariga. Utse en till, så att ingen står ensam.", "An account always has at least two owners. Appoint one more, so that nobody stands alone.")
	deadOne     = lingo.T("%d arbete har fastnat", "%d job is stuck")
	deadMany    = lingo.T("%d arbeten har fastnat", "%d jobs are stuck")
	deadText    = lingo.T("Vi försökte flera gånger och gav upp. Titta på dem och försök igen.", "We tried several times and gave up. Look at them and try again.")
	deadLink    = lingo.T("Visa arbetena", "Show the jobs")
	copyTitle   = lingo.T("Det här är en kopia", "This is a copy")
	copyText    = lingo.T("Den skickar ingenting ut ur huset förrän någon har sagt att den är det riktiga skrivbordet.", "It sends nothing out of the house until somebody has said that it is the real desk.")
	claimLink   = lingo.T("Det är den riktiga", "It is the real one")
)

// The authority.
var (
	authorityLead = lingo.T("Uppgifterna syns på torget. Varje ändring står i protokollet.", "This is shown on the square. Each change stands on the record.")
	nameLabel     = lingo.T("Myndighetens namn", "The authority's name")
	baseLabel     = lingo.T("Torgets adress", "The square's address")
	baseHint      = lingo.T("Den går inte att ändra: de som följer er hittar er genom den.", "It cannot be changed: those who follow you find you by it.")
	contactLabel  = lingo.T("E-post som medborgare kan skriva till", "E-mail that citizens can write to")
	contactHint   = lingo.T("Till exempel registrator@exempel.se.", "For example registrar@example.se.")
	dpoLabel      = lingo.T("Dataskyddsombud", "Data protection officer")
	dpoHint       = lingo.T("Hur man når ombudet, på en rad.", "How to reach the officer, in one line.")
	languageLabel = lingo.T("Torgets språk", "The square's language")
	accessLabel   = lingo.T("Tillgänglighetsredogörelse", "Accessibility statement")
	accessHint    = lingo.T("Vad som brister, hur man säger till och vem som granskar. Lagen om tillgänglighet till digital offentlig service kräver den.", "What falls short, how to say so and who supervises. The Swedish act on accessible public services requires it.")
	historyTitle  = lingo.T("Tidigare ändringar", "Earlier changes")
	changedLine   = lingo.T("Version %d, %s", "Version %d, %s")
)

// Colleagues.
var (
	peopleLead     = lingo.T("Den som skriver eller svarar för myndigheten finns här.", "Those who write or answer for the authority are here.")
	searchLabel    = lingo.T("Sök på namn, enhet eller e-post", "Search by name, unit or e-mail")
	searchButton   = lingo.T("Sök", "Search")
	showLeavers    = lingo.T("Visa även dem som har slutat", "Show those who have left too")
	nobodyFound    = lingo.T("Vi hittade ingen som heter så.", "We found nobody of that name.")
	nobodyHint     = lingo.T("Prova en del av namnet, eller enheten.", "Try a part of the name, or the unit.")
	leftTag        = lingo.T("har slutat", "has left")
	hireTitle      = lingo.T("Ny kollega", "New colleague")
	hireLead       = lingo.T("Du får en länk att skicka. Med den väljer kollegan sitt lösenord. Roller ger du sedan.", "You get a link to send. With it the colleague chooses a password. You give roles afterwards.")
	hireButton     = lingo.T("Lägg till och visa länken", "Add and show the link")
	describeButton = lingo.T("Ändra uppgifter", "Change details")
	describeLead   = lingo.T("Det som redan är publicerat behåller namnet det skrevs under.", "What is already published keeps the name it was written under.")
	fullName       = lingo.T("För- och efternamn", "First and last name")
	givenName      = lingo.T("Förnamn", "First name")
	givenHint      = lingo.T("Det medborgare ser. Lämna tomt, så tar vi det första ordet i namnet.", "What citizens see. Leave it empty and we take the first word of the name.")
	unitLabel      = lingo.T("Enhet", "Unit")
	unitHint       = lingo.T("Medborgare ser den bredvid förnamnet.", "Citizens see it beside the first name.")
	emailLabel     = lingo.T("E-post", "E-mail")
	screenLanguage = lingo.T("Språk på skärmen", "Language on the screen")
	sinceLabel     = lingo.T("I registret sedan", "In the register since")
	linkTitle      = lingo.T("Länk till %s", "Link for %s")
	linkLabel      = lingo.T("Länk", "Link")
	linkUntil      = lingo.T("Skicka länken till %s. Den fungerar en gång, och senast %s.", "Send the link to %s. It works once, and at the latest %s.")
	linkDone       = lingo.T("Jag har kopierat den", "I have copied it")
)

// One colleague.
var (
	rolesTitle    = lingo.T("Roller", "Roles")
	rolesNone     = lingo.T("Ingen roll för hela myndigheten.", "No role for the whole authority.")
	roleLabel     = lingo.T("Roll", "Role")
	giveTitle     = lingo.T("Ge en roll", "Give a role")
	giveRole      = lingo.T("Ge rollen", "Give the role")
	roleGiven     = lingo.T("Rollen är given.", "The role is given.")
	roleEnded     = lingo.T("Rollen är avslutad.", "The role has ended.")
	untilLabel    = lingo.T("Sista dagen", "Last day")
	untilHint     = lingo.T("Lämna tomt, så gäller rollen tills du avslutar den.", "Leave it empty and the role holds until you end it.")
	sinceLine     = lingo.T("Sedan %s.", "Since %s.")
	betweenLine   = lingo.T("Från %s till och med %s.", "From %s through %s.")
	mandatesTitle = lingo.T("Konton", "Accounts")
	mandatesNone  = lingo.T("Inget uppdrag på något konto. Du utser medarbetare på kontots sida.", "No mandate at any account. You appoint people on the account's page.")
	accountsLink  = lingo.T("Till kontona", "To the accounts")
	accessTitle   = lingo.T("Inloggning", "Sign-in")
	accessNone    = lingo.T("Inte inloggad någonstans.", "Not signed in anywhere.")
	sessionLine   = lingo.T("Inloggad %s.", "Signed in %s.")
	newLink       = lingo.T("Gör en ny länk", "Make a new link")
	newLinkHelp   = lingo.T("En ny länk är för den som har glömt sitt lösenord. Den gamla slutar gälla.", "A new link is for those who have forgotten their password. The old one ends.")
	signOutAll    = lingo.T("Logga ut överallt", "Sign out everywhere")
	signedOut     = lingo.T("Kollegan är utloggad överallt.", "The colleague is signed out everywhere.")
	tokensTitle   = lingo.T("Åtkomstnycklar", "Access tokens")
	revokeToken   = lingo.T("Spärra", "Revoke")
	tokenRevoked  = lingo.T("Nyckeln är spärrad.", "The token is revoked.")
	leftLine      = lingo.T("Slutade %s. Allt som kollegan har gjort står kvar i protokollet.", "Left on %s. All that the colleague did still stands on the record.")
	leaveLink     = lingo.T("Har slutat …", "Has left …")
	leaveTitle    = lingo.T("Avsluta allt för %s?", "End everything for %s?")
	leaveText     = lingo.T("Roller, uppdrag, nycklar och inloggningar upphör nu. Det som är skrivet och gjort står kvar.", "Roles, mandates, tokens and sessions end now. What has been written and done remains.")
	leaveOwned    = lingo.T("Kollegan ansvarar för: %s. Ett konto med färre än två ansvariga står sedan överst här tills någon är utsedd.", "The colleague answers for: %s. An account with fewer than two owners then stands first here until somebody is appointed.")
	leaveButton   = lingo.T("Avsluta allt", "End everything")
	hasLeft       = lingo.T("Kollegan har inte längre tillgång till något.", "The colleague no longer has access to anything.")
	thatIsYou     = lingo.T("Det här är du. Din egen sida heter Mina inställningar.", "This is you. Your own page is called My settings.")
)

// Jobs.
var (
	jobsLead     = lingo.T("Det som skrivbordet gör av sig självt.", "What the desk does by itself.")
	deadTitle    = lingo.T("Har fastnat", "Stuck")
	deadNone     = lingo.T("Inget arbete har fastnat.", "No job is stuck.")
	deadLine     = lingo.T("Vi gav upp %s efter %d försök.", "We gave up %s after %d tries.")
	retryButton  = lingo.T("Försök igen", "Try again")
	retried      = lingo.T("Arbetet står i kön igen.", "The job is in the queue again.")
	waitingTitle = lingo.T("Väntar", "Waiting")
	waitingNone  = lingo.T("Inget väntar.", "Nothing waits.")
	jobHead      = lingo.T("Arbete", "Job")
	countHead    = lingo.T("Antal", "Number")
	oldestLine   = lingo.T("Det äldsta har väntat i %s.", "The oldest has waited for %s.")
)

// kinds are the jobs by their names in the queue. One that has no words here is shown by its name.
var kinds = map[string]lingo.Text{
	"publish":     lingo.T("Publicera på tid", "Publish on time"),
	"fanout":      lingo.T("Dela ut till följare", "Hand out to followers"),
	"deliver":     lingo.T("Leverera till en annan server", "Deliver to another server"),
	"person.left": lingo.T("Ge samtal från den som slutat till en kollega", "Hand conversations of somebody who has left to a colleague"),
	"inbox.sort":  lingo.T("Sortera det som kommit in", "Sort what has come in"),
}

func kindName(kind string) lingo.Text {
	if t, ok := kinds[kind]; ok {
		return t
	}
	return lingo.Text{SV: kind, EN: kind}
}

// The installation.
var (
	realTitle       = lingo.T("Det riktiga skrivbordet", "The real desk")
	realText        = lingo.T("Den här installationen publicerar, levererar och svarar.", "This installation publishes, delivers and answers.")
	claimTitle      = lingo.T("Är det här det riktiga skrivbordet?", "Is this the real desk?")
	claimText       = lingo.T("Andra installationer med samma databas, eller en kopia av den, slutar att skicka.\nStäng av den gamla först, så att inget går ut två gånger.", "Other installations with the same database, or a copy of it, stop sending.\nShut the old one down first, so that nothing goes out twice.")
	claimButton     = lingo.T("Ja, det här är det riktiga", "Yes, this is the real one")
	claimed         = lingo.T("Det här är nu det riktiga skrivbordet.", "This is now the real desk.")
	integrityTitle  = lingo.T("Stämmer protokollet?", "Does the record hold?")
	integrityText   = lingo.T("Kommandot räknar om varje post, varje uppgift och hela trädet. Kör det gärna på en kopia.", "The command recounts each entry, each fact and the whole tree. Run it on a copy if you like.")
	checkpointTitle = lingo.T("Senaste kontrollpunkt", "Newest checkpoint")
	checkpointText  = lingo.T("Spara den utanför huset. Med den kan vem som helst visa att inget har ändrats i efterhand.", "Keep it outside the house. With it anybody can show that nothing has been changed afterwards.")
	keyTitle        = lingo.T("Nyckel att kontrollera den med", "Key to verify it with")
	backupTitle     = lingo.T("Säkerhetskopia", "Backup")
	backupText      = lingo.T("Kör kommandot på servern, gärna varje natt. Skrivbordet kan vara igång. Kopiera nyckelfilen i datamappen för sig, till ett annat ställe.", "Run the command on the server, every night if you can. The desk may be running. Copy the key file in the data folder by itself, to another place.")
)
