package publish

import "tilltal/base/lingo"

// Ground is a ground for withdrawal as it is shown.
type Ground struct {
	ID    string
	Title lingo.Text
	Help  lingo.Text // when it fits
}

// Grounds returns the grounds a withdrawal may have, in the order they are shown.
func Grounds() []Ground {
	return []Ground{
		{GroundPersonalData, lingo.T("Personuppgifter", "Personal data"), lingo.T("Någon går att känna igen och borde inte göra det.", "Somebody can be recognised and should not be.")},
		{GroundSecrecy, lingo.T("Sekretess", "Secrecy"), lingo.T("Uppgiften är hemlig enligt offentlighets- och sekretesslagen.", "The information is secret under the Public Access to Information and Secrecy Act.")},
		{GroundWrong, lingo.T("Missvisande", "Misleading"), lingo.T("Det som stod var fel på ett sätt som en rättelse inte kan reda ut.", "What it said was wrong in a way that a correction cannot mend.")},
		{GroundRights, lingo.T("Någon annans bild eller text", "Somebody else's picture or text"), lingo.T("Vi hade inte rätt att använda bilden eller texten.", "We had no right to use the picture or the text.")},
		{GroundExpired, lingo.T("Inte längre aktuellt", "No longer needed"), lingo.T("Efterlysningen eller varningen är över.", "The appeal or the warning is over.")},
		{GroundOther, lingo.T("Annan grund", "Another ground"), lingo.T("Skriv grunden med egna ord. Att någon tycker illa om inlägget räcker inte.", "Give the ground in your own words. That somebody dislikes the post is not enough.")},
	}
}

// GroundTitle returns a ground's name; empty for one that does not exist.
func GroundTitle(id string) lingo.Text {
	for _, g := range Grounds() {
		if g.ID == id {
			return g.Title
		}
	}
	return lingo.Text{}
}

// HoldTitle says in a sentence why something was stopped.
func HoldTitle(why string) lingo.Text {
	switch why {
	case HoldPerson:
		return lingo.T("En kollega stoppade texten.", "A colleague stopped the text.")
	case HoldLate:
		return lingo.T("Tiden hann gå innan texten kunde gå ut. Välj en ny tid.", "The time passed before the text could go out. Choose a new time.")
	case HoldRights:
		return lingo.T("Den som lämnade in texten får inte längre publicera här.", "Whoever handed in the text may no longer publish here.")
	case HoldShift:
		return lingo.T("Passet var slut för den som lämnade in texten. Ska den gå ut? Läs den, och lämna in den i ditt eget namn.",
			"The shift of whoever handed in the text had ended. Shall it go out? Read it, and hand it in under your own name.")
	case HoldCopy:
		return lingo.T("Det här är en kopia av skrivbordet, så inget skickas härifrån.", "This is a copy of the desk, so nothing is sent from here.")
	case HoldClosed:
		return lingo.T("Kontot är stängt.", "The account is closed.")
	case HoldAnswered:
		return lingo.T("En kollega hann svara i samtalet. Läs svaret först.", "A colleague answered in the conversation first. Read the answer first.")
	case HoldWithdrawn:
		return lingo.T("Inlägget som skulle rättas är avpublicerat.", "The post to be corrected has been withdrawn.")
	case HoldApproval:
		return lingo.T("Texten saknar det godkännande som rutinen kräver.", "The text lacks the approval that the routine asks for.")
	}
	return lingo.T("Texten är stoppad.", "The text has been stopped.")
}
