// Package guideline is the routine (rutin) of each account: what each grade of finding leads to before a text may leave the
// house. Communicators and account owners decide it; everybody at the account can read it. It advises nobody: it decides.
//
// RF 1 kap. 9 § (matter-of-fact and impartial) is why there is one; that employees may speak at all is why it is short.
package guideline

import (
	"time"

	"tilltal/check"
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

var stepNames = [...]string{"own", "reason", "reader", "shift", "decision"}

// String returns the step's stable name.
func (s Step) String() string {
	if s < OwnJudgement || s > Decision {
		return "decision" // what we do not know asks the most
	}
	return stepNames[s]
}

// ParseStep reads a stable name.
func ParseStep(s string) (Step, bool) {
	for i, n := range stepNames {
		if n == s {
			return Step(i), true
		}
	}
	return Decision, false
}

// Routine (rutin) says what each grade leads to, for posts and for answers, and what happens to a late approval.
type Routine struct {
	Number    int
	Post      [4]Step // indexed by check.Grade: None, Possible, Likely, Certain
	Answer    [4]Step
	Rules     map[string]Step // a rule id or a check's name that asks more than its grade: "personaldata.personnummer" → Decision
	Late      time.Duration   // how long after its time an approved post may still go out by itself; later it asks a person
	ChangedAt time.Time
	ChangedBy string
}

// For returns the step that findings lead to: the one that asks the most.
func (r Routine) For(findings []check.Finding, answer bool) Step {
	table := r.Post
	if answer {
		table = r.Answer
	}
	step := table[check.None]
	for _, f := range findings {
		step = max(step, table[f.Grade])
		if s, ok := r.Rules[f.Rule]; ok {
			step = max(step, s)
		}
		if s, ok := r.Rules[f.Check]; ok {
			step = max(step, s)
		}
	}
	return step
}

// FourEyes reports whether somebody other than the writer must approve.
func (s Step) FourEyes() bool { return s >= SecondReader }

// Adoption (fastställande) is the fact that a routine was put in force for an account.
type Adoption struct {
	ID, Account string
	Routine
}
