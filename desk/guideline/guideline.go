// Package guideline is the routine (rutin) of each account: what each grade of finding leads to before a text may leave the
// house. Communicators and account owners decide it; everybody at the account can read it. It advises nobody: it decides.
//
// RF 1 kap. 9 § (matter-of-fact and impartial) is why there is one; that employees may speak at all is why it is short.
package guideline

import (
	"time"

	"tilltal/check"
)

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

// advice are the checks whose findings ask for a thought and no more, unless a rule of the routine says otherwise. That its texts are
// plain is what the law asks of the authority (SFS 2009:600 11 §); nobody has to write a reason for a passive.
var advice = map[string]bool{"plainlanguage": true}

// StepOf returns the step that one finding leads to.
func (r Routine) StepOf(f check.Finding, answer bool) Step {
	grade := min(max(f.Grade, check.None), check.Certain)
	if advice[f.Check] {
		grade = check.None
	}
	step := r.table(answer)[grade]
	if s, ok := r.Rules[f.Rule]; ok {
		step = max(step, s)
	}
	if s, ok := r.Rules[f.Check]; ok {
		step = max(step, s)
	}
	return step
}

// For returns the step that findings lead to: the one that asks the most.
func (r Routine) For(findings []check.Finding, answer bool) Step {
	step := r.table(answer)[check.None]
	for _, f := range findings {
		step = max(step, r.StepOf(f, answer))
	}
	return step
}

func (r Routine) table(answer bool) [4]Step {
	if answer {
		return r.Answer
	}
	return r.Post
}

// Adoption (fastställande) is the fact that a routine was put in force for an account.
type Adoption struct {
	ID, Account string
	Routine
}
