package calendar

import "tilltal/base/lingo"

var (
	calendarTitle = lingo.T("Kalender", "Calendar")
	calendarLead  = lingo.T("Det som ska ut, och det som har gått ut.", "What is to go out, and what has gone out.")
	shiftsLink    = lingo.T("Passen", "The shifts")
	todayWord     = lingo.T("I dag", "Today")
	nothing       = lingo.T("Inget", "Nothing")
	stripLabel    = lingo.T("Veckans dagar", "The days of the week")
	stripTexts    = lingo.T("texter", "texts")
	emptyTitle    = lingo.T("Här står inget än.", "Nothing stands here yet.")
	emptyText     = lingo.T("Ge ett inlägg en tid när du skriver det, så ser alla det här.", "Give a post its time when you write it, and everybody sees it here.")

	goesOut     = lingo.T("Går ut %s.", "Goes out %s.")
	onItsWay    = lingo.T("Texten är på väg ut.", "The text is on its way out.")
	stoppedBy   = lingo.T("%s stoppade texten", "%s stopped the text")
	stoppedNext = lingo.T("Ge den en tid, publicera den nu eller ändra i den.", "Give it a time, publish it now or change it.")
	waitsFor    = lingo.T("Väntar på %s", "Waits for %s")
	waitsText   = lingo.T("Först när den är läst kan den få sin tid.", "Only when it has been read can it have its time.")
	toReview    = lingo.T("Till granskningen", "To the review")
	toText      = lingo.T("Till texten", "To the text")
	timeTitle   = lingo.T("Ge den en ny tid", "Give it a new time")
	timeButton  = lingo.T("Spara tiden", "Save the time")
	nowButton   = lingo.T("Publicera nu", "Publish now")
	stopTitle   = lingo.T("Stoppa den", "Stop it")
	stopLead    = lingo.T("Texten blir kvar och går inte ut förrän någon ger den en ny tid.", "The text stays, and does not go out until somebody gives it a new time.")
	stopWords   = lingo.T("Varför?", "Why?")
	stopButton  = lingo.T("Stoppa", "Stop")
	clockTitle  = lingo.T("Klockan ställs om", "The clocks change")
	published   = lingo.T("Publicerat! Inlägget står på torget.", "Published! The post stands on the square.")
	stopped     = lingo.T("Stoppad. Texten går inte ut.", "Stopped. The text does not go out.")
)
