package review

import "tilltal/base/lingo"

var (
	listTitle = lingo.T("Granska", "Review")
	listLead  = lingo.T("Texter som väntar på dina ögon.", "Texts that wait for your eyes.")
	listEmpty = lingo.T("Inget väntar. Bra jobbat.", "Nothing waits. Well done.")
	listText  = lingo.T("Det du har skrivit själv läser någon annan.", "What you have written yourself is read by somebody else.")

	goesOut = lingo.T("Ska ut %s.", "To go out %s.")
	wasDue  = lingo.T("Skulle ut %s. Den får en ny tid om du godkänner.", "Was to go out %s. It gets a new time if you approve.")

	taskTitle   = lingo.T("%s vill ha din läsning", "%s asks for your reading")
	taskLead    = lingo.T("%s. Rutinen säger: %s.", "%s. The routine says: %s.")
	asSeen      = lingo.T("Så här blir det", "As it will be")
	placesIn    = lingo.T("Det som Omdöme pekar på", "What Judgement points at")
	judgement   = lingo.T("Omdöme", "Judgement")
	nothingSaid = lingo.T("Inget att anmärka på.", "Nothing to remark on.")
	aboutIt     = lingo.T("Om texten", "About the text")

	pictureSays       = lingo.T("Beskrivning: %s", "Description: %s")
	pictureBare       = lingo.T("Bilden saknar beskrivning.", "The picture has no description.")
	pictureDecorative = lingo.T("Till pynt, utan beskrivning.", "Decoration, without a description.")

	sinceVersion = lingo.T("Det här är nytt sedan version %d, som någon har läst", "This is new since version %d, which somebody has read")

	factWhen    = lingo.T("När", "When")
	atOnce      = lingo.T("Så snart någon godkänner.", "As soon as somebody approves.")
	factSince   = lingo.T("Inlämnad", "Handed in")
	factPurpose = lingo.T("Syfte", "Purpose")
	factReason  = lingo.T("Skribentens skäl", "The writer's reason")

	wordsLabel = lingo.T("Dina ord till den som skrev", "Your words to the writer")
	wordsHint  = lingo.T("Behövs om du lämnar tillbaka texten: vad behöver ändras? Vid ett godkännande får du gärna säga vad som är bra.", "Needed if you hand the text back: what needs to change? When you approve, feel free to say what is good.")
	approve    = lingo.T("Godkänn", "Approve")
	handBack   = lingo.T("Lämna tillbaka", "Hand back")

	approvedNow   = lingo.T("Godkänd. Texten är på väg ut.", "Approved. The text is on its way out.")
	approvedTimed = lingo.T("Godkänd. Texten går ut %s.", "Approved. The text goes out %s.")
	approvedLate  = lingo.T("Godkänd, men tiden hann gå. Ge texten en ny tid, eller publicera den nu.", "Approved, but its time had passed. Give the text a new time, or publish it now.")
	handedBack    = lingo.T("Texten är tillbaka hos den som skrev, med dina ord.", "The text is back with its writer, with your words.")

	alreadyApproved = lingo.T("%s har redan godkänt texten.", "%s has already approved the text.")
	readersOf       = lingo.T("Texten väntar på %s.", "The text waits for %s.")
	askOwners       = lingo.T("Du kan be %s.", "You can ask %s.")
	and             = lingo.T("eller", "or")
)
