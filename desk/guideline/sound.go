package guideline

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
)

// latest is the longest time after its moment that an approved post may still go out by itself.
const latest = 24 * time.Hour

// mostRules bounds the exceptions of a routine: more is not a routine that anybody can remember.
const mostRules = 200

// Sound returns nil for a routine that can be decided, and otherwise a fault.List of what must be changed. Two rules have no
// exception: a surer finding never asks less, and a certain finding never leads to nothing.
func (r Routine) Sound() error {
	var wrong fault.List
	for _, t := range []struct {
		field string
		steps [4]Step
	}{{"post", r.Post}, {"answer", r.Answer}} {
		for g := check.None; g <= check.Certain; g++ {
			field := fmt.Sprintf("%s.%s", t.field, g)
			switch step := t.steps[g]; {
			case step != step.known():
				wrong = append(wrong, unknownStep(field))
			case g > check.None && step < t.steps[g-1]:
				wrong = append(wrong, fault.New(fault.Invalid, lingo.T("En säkrare anmärkning kan inte kräva mindre än en osäkrare. Välj minst %q.",
					"A surer finding cannot ask less than one less sure. Choose at least %q.").Put(t.steps[g-1].Title())).At(field))
			case g == check.Certain && step < WrittenReason:
				wrong = append(wrong, fault.New(fault.Invalid, lingo.T("En säker anmärkning, till exempel ett personnummer, får inte passera utan något steg. Välj minst %q.",
					"A certain finding, such as a personal identity number, may not pass without any step. Choose at least %q.").Put(WrittenReason.Title())).At(field))
			}
		}
	}
	return append(wrong, r.soundRules()...).OrNil()
}

func (r Routine) soundRules() (wrong fault.List) {
	for _, rule := range slices.Sorted(maps.Keys(r.Rules)) {
		if rule == "" || len(rule) > 100 || r.Rules[rule] != r.Rules[rule].known() {
			wrong = append(wrong, unknownStep("rules."+rule))
		}
	}
	if len(r.Rules) > mostRules {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Ha högst %d undantag.", "Have %d exceptions at most.").Put(mostRules)).At("rules"))
	}
	if r.Late < 0 || r.Late > latest {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj en tid mellan noll och 24 timmar.", "Choose a time between zero and 24 hours.")).At("late"))
	}
	return wrong
}

func unknownStep(field string) *fault.Error {
	return fault.New(fault.Invalid, lingo.T("Välj ett av stegen.", "Choose one of the steps.")).At(field)
}
