package paper

import "tilltal/base/lingo"

var (
	// SealedTitle is what a text is called when its post was withdrawn: nothing that it said.
	SealedTitle  = lingo.T("Avpublicerat och förseglat", "Withdrawn and sealed")
	untitled     = lingo.T("Utan text än så länge", "No text yet")
	pictureNo    = lingo.T("bild %d %s", "picture %d %s")
	withoutWords = lingo.T("utan närmare förklaring", "without further words")
	aColleague   = lingo.T("en kollega", "a colleague")

	stateWriting   = lingo.T("Skrivs", "Being written")
	stateReturned  = lingo.T("Tillbaka till dig", "Back to you")
	stateWaiting   = lingo.T("Väntar på läsning", "Waiting to be read")
	stateReady     = lingo.T("Klar att publicera", "Ready to publish")
	stateScheduled = lingo.T("Har en tid", "Has its time")
	stateHeld      = lingo.T("Stoppad", "Stopped")
	statePublished = lingo.T("Publicerad", "Published")
	stateDiscarded = lingo.T("Kastad", "Discarded")

	kindAnswer     = lingo.T("Svar", "Answer")
	kindCorrection = lingo.T("Rättelse", "Correction")

	readerSecond   = lingo.T("en kollega", "a colleague")
	readerShift    = lingo.T("kommunikatören på pass", "the communicator on shift")
	readerDecision = lingo.T("en beslutsfattare", "a decision maker")

	sayWrong = lingo.T("Skriv vad som var fel.", "Write what was wrong.")
	sayRight = lingo.T("Skriv vad som är rätt.", "Write what is right.")
	sayWhy   = lingo.T("Skriv varför det blev fel.", "Write why it went wrong.")
	sayNow   = lingo.T("Skriv vad som händer nu.", "Write what happens now.")

	whenLabel  = lingo.T("När ska det ut?", "When shall it go out?")
	whenNow    = lingo.T("Så snart det får", "As soon as it may")
	whenTimed  = lingo.T("Vid en tidpunkt", "At a time")
	dateLabel  = lingo.T("Dag", "Day")
	timeLabel  = lingo.T("Klockslag", "Time of day")
	zoneIs     = lingo.T("Klockslaget gäller i tidszonen %s.", "The time is in the time zone %s.")
	pressAgain = lingo.T("Tryck en gång till om det är så du vill ha det.", "Press once more if that is how you want it.")
)
