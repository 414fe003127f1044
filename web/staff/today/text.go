package today

import "tilltal/base/lingo"

var (
	todayTitle   = lingo.T("Idag", "Today")
	helloMorning = lingo.T("God morgon, %s", "Good morning, %s")
	helloDay     = lingo.T("Hej, %s", "Hello, %s")
	helloEvening = lingo.T("God kväll, %s", "Good evening, %s")
	writeNew     = lingo.T("Skriv nytt", "Write")

	mineOne     = lingo.T("Du har ett öppet samtal.", "You have one open conversation.")
	mineMany    = lingo.T("Du har %s öppna samtal.", "You have %s open conversations.")
	freeOne     = lingo.T("Ett samtal är ledigt.", "One conversation is free.")
	freeMany    = lingo.T("%s samtal är lediga.", "%s conversations are free.")
	lateOne     = lingo.T("Ett är sent.", "One is late.")
	lateMany    = lingo.T("%s är sena.", "%s are late.")
	leadNothing = lingo.T("Inget samtal väntar just nu.", "No conversation waits right now.")

	emptyTitle   = lingo.T("Inget väntar. Bra jobbat.", "Nothing waits. Well done.")
	waitsTitle   = lingo.T("Väntar på dig", "Waits for you")
	talksLabel   = lingo.T("Dina samtal", "Your conversations")
	textsLabel   = lingo.T("Texter", "Texts")
	moreOfMine   = lingo.T("Alla dina samtal", "All your conversations")
	soonTitle    = lingo.T("Rinner snart ut", "Runs out soon")
	showFreeOne  = lingo.T("Visa det lediga samtalet", "Show the free conversation")
	showFreeMany = lingo.T("Visa %s lediga samtal", "Show %s free conversations")
	noneWaiting  = lingo.T("Inget väntar på just dig.", "Nothing waits for you in particular.")

	doingTitle    = lingo.T("Hur går det?", "How are we doing?")
	solvedOf      = lingo.T("%d av %d", "%d of %d")
	solvedLabel   = lingo.T("som frågade idag har fått svar", "who asked today have an answer")
	solvedExplain = lingo.T("Siffran växer under dagen.", "The number grows during the day.")
	noneYet       = lingo.T("Inga än", "None yet")
	noneLabel     = lingo.T("har frågat något idag", "have asked anything today")
	tooFew        = lingo.T("För få meddelanden än för att säga något säkert.", "Too few messages yet to say anything with certainty.")
	percentOf     = lingo.T("%d %%", "%d%%")
	percentUnit   = lingo.T("procent", "per cent")
	shareExplain  = lingo.T("%d av %d de senaste 90 dagarna. Felmarginal %d–%d %%.", "%d of %d in the last 90 days. Interval %d–%d%%.")
	perDay        = lingo.T("%s, dag för dag", "%s, day by day")
	curveAbout    = lingo.T("Från %d procent den %s till %d procent den %s.", "From %d per cent on %s to %d per cent on %s.")
)
