package guideline

import (
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// Step (led) is what must happen before a text is published. Steps are ordered: a later one asks more.
type Step int

// The steps.
const (
	OwnJudgement  Step = iota // eget omdöme: she publishes herself
	WrittenReason             // skriftligt skäl: she publishes herself and says why
	SecondReader              // andra ögon: anybody else who may write for the account reads and approves
	OnShift                   // kommunikatör på pass: a communicator or the account's owner approves
	Decision                  // beslutsfattare: a lawyer or decision maker approves
)

// Steps lists every step, from the one that asks least.
var Steps = []Step{OwnJudgement, WrittenReason, SecondReader, OnShift, Decision}

var stepSheets = [...]struct {
	name  string
	title lingo.Text
	right people.Right
}{
	{"own", lingo.T("Eget omdöme", "Own judgement"), people.PublishNow},
	{"reason", lingo.T("Skriftligt skäl", "Written reason"), people.PublishNow},
	{"reader", lingo.T("Andra ögon", "Second reader"), people.ReviewApprove},
	{"shift", lingo.T("Kommunikatör på pass", "Communicator on shift"), people.ReviewShift},
	{"decision", lingo.T("Beslutsfattare", "Decision maker"), people.ReviewDecide},
}

// known returns the step itself, and Decision for one we do not know: what we do not know asks the most.
func (s Step) known() Step {
	if s < OwnJudgement || s > Decision {
		return Decision
	}
	return s
}

// String returns the step's stable name: own, reason, reader, shift or decision.
func (s Step) String() string { return stepSheets[s.known()].name }

// Title is the step's name on the screen.
func (s Step) Title() lingo.Text { return stepSheets[s.known()].title }

// FourEyes reports whether somebody other than the writer must approve.
func (s Step) FourEyes() bool { return s >= SecondReader }

// Right is what one must be allowed to, to take the step: to publish oneself, or to approve.
func (s Step) Right() people.Right { return stepSheets[s.known()].right }

// ParseStep reads a stable name. For any other word it returns Decision and false.
func ParseStep(s string) (Step, bool) {
	for i, sheet := range stepSheets {
		if sheet.name == s {
			return Step(i), true
		}
	}
	return Decision, false
}
