package frame

import (
	"slices"
	"strings"

	"tilltal/check"
)

// Part is a part of the frames as they stand beside the editor.
type Part string

// The parts, in the order in which they are read when nothing has been found.
const (
	PartPurpose  Part = "purpose"  // why the account is there, for whom, and how it sounds
	PartTalk     Part = "talk"     // what is spoken of
	PartAvoid    Part = "avoid"    // what is not
	PartExamples Part = "examples" // texts that fit, and texts that do not
	PartRoutine  Part = "routine"  // what each grade of finding leads to
	PartPromise  Part = "promise"  // hours, answers and whom to call
	PartRules    Part = "rules"    // rules for comments
)

// Parts lists them.
var Parts = []Part{PartPurpose, PartTalk, PartAvoid, PartExamples, PartRoutine, PartPromise, PartRules}

// matters says which part of the frames speaks of what a check finds, and where one of its rules differs from the others. Of a check
// that is not named here, such as one that was added later, the routine speaks: what it leads to is always there to be read.
var matters = map[string]struct {
	part  Part
	rules map[string]Part
}{
	"personaldata":   {PartAvoid, nil}, // what is not told of others
	"identification": {PartAvoid, nil},
	"tone":           {PartExamples, map[string]Part{"opinion": PartAvoid, "party": PartAvoid, "onesided": PartTalk}}, // how it sounds is best shown
	"plainlanguage":  {PartPurpose, nil},                                                                              // for whom one writes
	"accessibility":  {PartPurpose, nil},
	"limits":         {PartPurpose, nil},
	"imagery":        {PartAvoid, nil}, // what a picture shows of others
	"impartiality":   {PartAvoid, nil},
	"secrecy":        {PartAvoid, nil},
}

// PartFor returns the part of the frames that speaks of what a rule finds; PartRoutine for a rule that none speaks of.
func PartFor(rule string) Part {
	name, which, _ := strings.Cut(rule, ".")
	m, ok := matters[name]
	if !ok {
		return PartRoutine
	}
	if p, ok := m.rules[which]; ok {
		return p
	}
	return m.part
}

// Ordered returns the parts with those first that the findings are about, the surest finding first, and how many those are.
func Ordered(findings []check.Finding) (parts []Part, matter int) {
	byGrade := slices.Clone(findings)
	slices.SortStableFunc(byGrade, func(a, b check.Finding) int { return int(b.Grade - a.Grade) })
	for _, f := range byGrade {
		if p := PartFor(f.Rule); !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	matter = len(parts)
	for _, p := range Parts {
		if !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	return parts, matter
}
