package own

import "tilltal/base/lingo"

// What she has besides a password.
var (
	signOutEverywhere = lingo.T("Logga ut överallt", "Sign out everywhere")

	weakTitle = lingo.T("Din roll kräver mer än ett lösenord", "Your role asks for more than a password")
	weakText  = lingo.T("Skaffa en inloggningsnyckel eller ett andra steg. Sedan öppnas resten av skrivbordet.", "Get a passkey or a second step. Then the rest of the desk opens.")

	passkeysTitle   = lingo.T("Inloggningsnycklar", "Passkeys")
	passkeysLead    = lingo.T("Logga in med fingret, ansiktet eller en säkerhetsnyckel, utan lösenord. Nyckeln stannar i din telefon eller dator.", "Sign in by finger, face or a security key, without a password. The passkey stays in your phone or computer.")
	passkeyTitle    = lingo.T("Ny inloggningsnyckel", "New passkey")
	passkeyName     = lingo.T("Vad ska den heta?", "What shall it be called?")
	passkeyNameHint = lingo.T("Till exempel Min telefon.", "For example My phone.")
	passkeyMake     = lingo.T("Skaffa inloggningsnyckeln", "Get the passkey")
	passkeyAdded    = lingo.T("Inloggningsnyckeln är klar. Nästa gång räcker den.", "The passkey is ready. Next time it is enough.")
	passkeyRename   = lingo.T("Byt namn", "Rename")
	passkeyRenamed  = lingo.T("Inloggningsnyckeln har fått sitt nya namn.", "The passkey has its new name.")
	renameTitle     = lingo.T("Byt namn på inloggningsnyckeln", "Rename the passkey")
	renameLead      = lingo.T("Namnet hjälper dig att veta vilken nyckel du ska ta bort om du tappar den. Det står i protokollet.", "The name helps you to know which passkey to remove if you lose it. It stands on the record.")
	renameSave      = lingo.T("Spara namnet", "Save the name")
	passkeyRemoved  = lingo.T("Inloggningsnyckeln är borttagen.", "The passkey is removed.")
	passkeyRemove   = lingo.T("Ta bort", "Remove")
	passkeyUsed     = lingo.T("Från %s. Använd senast %s.", "From %s. Last used %s.")
	passkeyUnused   = lingo.T("Från %s. Inte använd än.", "From %s. Not used yet.")
	passkeyFailed   = lingo.T("Webbläsaren gjorde ingen inloggningsnyckel, eller så avbröt du. Försök igen.", "The browser made no passkey, or you cancelled. Try again.")
	passkeyScript   = lingo.T("En inloggningsnyckel behöver JavaScript och en webbläsare som klarar det. Ett andra steg fungerar utan.", "A passkey needs JavaScript and a browser that knows them. A second step works without.")
	goBack          = lingo.T("Avbryt", "Cancel")

	secondTitle    = lingo.T("Andra steget", "Second step")
	secondLead     = lingo.T("Efter lösenordet skriver du en kod från en app i telefonen. Då räcker det inte att någon får tag i ditt lösenord.", "After the password you write a code from an app on your phone. Then it is not enough that somebody gets hold of your password.")
	secondHow      = lingo.T("Du behöver en app som visar koder, till exempel den som redan finns i din lösenordshanterare.", "You need an app that shows codes, such as the one in your password manager.")
	secondGet      = lingo.T("Skaffa ett andra steg", "Get a second step")
	secondOr       = lingo.T("Eller skaffa en inloggningsnyckel i stället", "Or get a passkey instead")
	secondSee      = lingo.T("Ändra andra steget", "Change the second step")
	secondLine     = lingo.T("Du har ett andra steg sedan %s. %s.", "You have had a second step since %s. %s.")
	secondStart    = lingo.T("Sätt på andra steget", "Turn the second step on")
	secondDrop     = lingo.T("Ta bort andra steget", "Remove the second step")
	secondDropLead = lingo.T("Visa en sista gång att det är du.", "Show one last time that it is you.")
	secondDropped  = lingo.T("Andra steget är borttaget.", "The second step is removed.")
	codeLabel      = lingo.T("Kod", "Code")
	codeHint       = lingo.T("Sex siffror i appen.", "Six digits in the app.")

	offerLead   = lingo.T("Öppna appen i telefonen och rikta kameran mot mönstret. Skriv sedan koden som appen visar.", "Open the app on your phone and point the camera at the pattern. Then write the code that the app shows.")
	offerText   = lingo.T("Eller skriv in det här i appen", "Or write this in the app")
	patternName = lingo.T("Mönster att rikta kameran mot. Samma sak står i text under.", "A pattern to point the camera at. The same stands in text below.")

	reserveTitle = lingo.T("Reservkoder", "Reserve codes")
	reserveLead  = lingo.T("Med en reservkod kommer du in utan telefonen. Gör du nya slutar de gamla att gälla.", "With a reserve code you get in without the phone. When you make new ones the old ones end.")
	reserveOne   = lingo.T("%d reservkod är kvar", "%d reserve code is left")
	reserveMany  = lingo.T("%d reservkoder är kvar", "%d reserve codes are left")
	reserveNew   = lingo.T("Gör nya reservkoder", "Make new reserve codes")
	reserveOnce  = lingo.T("Andra steget är på. Skriv ut sidan eller spara koderna nu: vi visar dem bara den här gången.", "The second step is on. Print the page or keep the codes now: we show them only this once.")
	reserveKeep  = lingo.T("Varje kod fungerar en gång, i stället för koden i appen. Förvara dem någon annanstans än telefonen.", "Each code works once, in place of the code in the app. Keep them somewhere else than the phone.")
	reserveDone  = lingo.T("Jag har sparat dem", "I have kept them")
)

// secondButton leads to the second step's own page.
func secondButton(view ownView) lingo.Text {
	if view.second == "" {
		return secondGet
	}
	return secondSee
}
