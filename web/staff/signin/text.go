package signin

import "tilltal/base/lingo"

var (
	signInTitle   = lingo.T("Logga in", "Sign in")
	sessionOver   = lingo.T("Din inloggning har gått ut. Logga in igen, så fortsätter du där du var.", "Your session has ended. Sign in again and go on where you were.")
	signedOut     = lingo.T("Du är utloggad.", "You are signed out.")
	emailLabel    = lingo.T("E-post", "E-mail")
	passwordLabel = lingo.T("Lösenord", "Password")
	signInButton  = lingo.T("Logga in", "Sign in")
	forgotten     = lingo.T("Glömt lösenordet? Be en administratör om en ny länk.", "Forgotten your password? Ask an administrator for a new link.")
	toSquare      = lingo.T("Till torget", "To the square")

	otherWays      = lingo.T("eller med lösenord", "or with a password")
	providerButton = lingo.T("Logga in med %s", "Sign in with %s")
	keyButton      = lingo.T("Logga in med inloggningsnyckel", "Sign in with a passkey")
	keyFailed      = lingo.T("Webbläsaren hittade ingen inloggningsnyckel, eller så avbröt du. Försök igen, eller logga in på ett annat sätt.", "The browser found no passkey, or you cancelled. Try again, or sign in another way.")
	secondTitle    = lingo.T("Andra steget", "Second step")
	secondLabel    = lingo.T("Kod", "Code")
	secondHint     = lingo.T("Sex siffror i appen i din telefon. Har du inte telefonen? Skriv en av dina reservkoder.", "Six digits in the app on your phone. No phone at hand? Write one of your reserve codes.")
	onwardsTitle   = lingo.T("Vidare till %s", "On to %s")
	onwardsButton  = lingo.T("Fortsätt till %s", "Go on to %s")
	partText       = lingo.T("Du kan fortfarande vara inloggad hos %s. Delar du dator? Logga ut där också.", "You may still be signed in with %s. Do you share a computer? Sign out there too.")

	heldKept   = lingo.T("Det du skrev finns kvar.", "What you wrote is still here.")
	heldLost   = lingo.T("Allt du skickade gick inte att behålla. Filer behöver du välja igen.", "Not all that you sent could be kept. Files you need to choose again.")
	heldTitle  = lingo.T("Din text finns kvar", "Your text is still here")
	heldLead   = lingo.T("Du hann bli utloggad innan det du skrev kom fram. Skicka det nu, eller kopiera texten.", "You were signed out before what you wrote arrived. Send it now, or copy the text.")
	heldText   = lingo.T("Du skrev", "You wrote")
	heldSend   = lingo.T("Fortsätt", "Go on")
	heldDrop   = lingo.T("Släng det, gå till Idag", "Throw it away, go to Today")
	heldNone   = lingo.T("Det gick inte att ta med det du skickade. Gå tillbaka i webbläsaren, så finns det kvar i formuläret.", "What you sent could not be brought along. Go back in the browser, and it is still in the form.")
	heldOnward = lingo.T("Till Idag", "To Today")

	welcomeTitle  = lingo.T("Välkommen, %s", "Welcome, %s")
	welcomeLead   = lingo.T("Välj ett lösenord, så är du inne. Länken fungerar en gång.", "Choose a password and you are in. The link works once.")
	welcomeButton = lingo.T("Spara och logga in", "Save and sign in")
	chooseLabel   = lingo.T("Välj lösenord", "Choose a password")
	passwordHint  = lingo.T("Minst 12 tecken. Fyra ord som inte hör ihop är lätta att minnas och svåra att gissa.", "At least 12 characters. Four words that do not belong together are easy to remember and hard to guess.")
)

// The first start.
var (
	startTitle = lingo.T("Kom igång", "Get started")
	stepWord   = lingo.T("Steg %d av %d", "Step %d of %d")
	stepTitles = map[int]lingo.Text{
		stepAuthority: lingo.T("Vilken myndighet är det här?", "Which authority is this?"),
		stepAdmin:     lingo.T("Vem är du?", "Who are you?"),
		stepAccount:   lingo.T("Ert första konto", "Your first account"),
		stepOwners:    lingo.T("Vilka ansvarar för kontot?", "Who answers for the account?"),
	}
	stepLeads = map[int]lingo.Text{
		stepAuthority: lingo.T("Uppgifterna syns på torget. Allt utom adressen går att ändra sedan.", "This is shown on the square. All but the address can be changed later."),
		stepAdmin:     lingo.T("Du blir administratör: du sköter installationen och registret över kollegor.", "You become administrator: you look after the installation and the register of colleagues."),
		stepAccount:   lingo.T("Ett konto är en röst på torget, till exempel en kommun, ett bibliotek eller en polisstation.", "An account is a voice on the square, such as a municipality, a library or a police station."),
		stepOwners:    lingo.T("Ett konto har alltid minst två kontoansvariga, så att ingen står ensam.", "An account always has at least two owners, so that nobody stands alone."),
	}
	startNext  = lingo.T("Nästa", "Next")
	startBack  = lingo.T("Tillbaka", "Back")
	startBegin = lingo.T("Starta skrivbordet", "Start the desk")

	codeLabel      = lingo.T("Kod", "Code")
	codeHint       = lingo.T("Den står i terminalen där Tilltal startades.", "It stands in the terminal where Tilltal was started.")
	authorityLabel = lingo.T("Myndighetens namn", "The authority's name")
	authorityHint  = lingo.T("Till exempel Umeå kommun.", "For example Umeå kommun.")
	baseLabel      = lingo.T("Torgets adress", "The square's address")
	baseHint       = lingo.T("Den går aldrig att ändra sedan. Är den fel? Starta om med --base-url.", "It can never be changed later. Is it wrong? Restart with --base-url.")
	contactLabel   = lingo.T("E-post som medborgare kan skriva till", "E-mail that citizens can write to")
	contactHint    = lingo.T("Till exempel registrator@exempel.se.", "For example registrar@example.se.")
	dpoLabel       = lingo.T("Dataskyddsombud", "Data protection officer")
	dpoHint        = lingo.T("Hur man når ombudet, på en rad.", "How to reach the officer, in one line.")
	languageLabel  = lingo.T("Torgets språk", "The square's language")
	fullNameLabel  = lingo.T("För- och efternamn", "First and last name")
	unitLabel      = lingo.T("Enhet", "Unit")
	unitHint       = lingo.T("Till exempel Parkenheten. Medborgare ser förnamn och enhet.", "For example Parkenheten. Citizens see the first name and the unit.")
	moreOfAccount  = lingo.T("Ort, målgrupp, syften och regler", "Place, audience, purposes and rules")
	ownersLead     = lingo.T("Vi gör en länk till var och en. Med den väljer de sitt lösenord.", "We make a link for each of them. With it they choose their password.")
	ownerMe        = lingo.T("Jag, %s, är en av dem", "I, %s, am one of them")
	ownerWord      = lingo.T("Kontoansvarig %d", "Owner %d")

	yourPassword     = lingo.T("Ditt lösenord", "Your password")
	yourPasswordLead = lingo.T("Du loggar in med %s.", "You sign in with %s.")

	begunTitle = lingo.T("Skrivbordet är igång", "The desk is up and running")
	begunLinks = lingo.T("Skicka länken till var och en. På sidan väljer de sitt lösenord.", "Send each of them their link. On the page they choose their password.")
	linkUntil  = lingo.T("Skicka den till %s. Den gäller till %s.", "Send it to %s. It is valid until %s.")
	linkOnce   = lingo.T("Vi visar länkarna bara nu", "We show the links only now")
	linkCopy   = lingo.T("Kopiera dem innan du går vidare.", "Copy them before you go on.")
	begunGo    = lingo.T("Till skrivbordet", "To the desk")
)
