package guideline

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/fault"
	"tilltal/check"
	"tilltal/desk/people"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func TestStepsHaveNamesTitlesAndRights(t *testing.T) {
	for _, s := range Steps {
		if back, ok := ParseStep(s.String()); !ok || back != s {
			t.Errorf("%v is read back as %v", s, back)
		}
		if s.Title().Empty() || !s.Right().Known() {
			t.Errorf("%v has no title or right", s)
		}
	}
	if s, ok := ParseStep("anything"); ok || s != Decision {
		t.Errorf("an unknown name is %v, %v", s, ok)
	}
	for _, s := range []Step{-1, 5, 99} {
		if s.String() != "decision" || s.Right() != people.ReviewDecide {
			t.Errorf("an unknown step is %v", s)
		}
	}
}

// Whoever may take a step that asks more may take those that ask less, so that a text never waits for want of a lesser reader.
func TestWhoMayTakeALaterStepMayTakeTheEarlier(t *testing.T) {
	for _, role := range people.Roles {
		for s := OnShift; s <= Decision; s++ {
			if role.Gives(s.Right()) > role.Gives((s - 1).Right()) {
				t.Errorf("%s may take %v but not %v", role, s, s-1)
			}
		}
	}
}

func TestFor(t *testing.T) {
	r := Routine{
		Post:   [4]Step{OwnJudgement, WrittenReason, SecondReader, OnShift},
		Answer: [4]Step{OwnJudgement, OwnJudgement, WrittenReason, SecondReader},
		Rules:  map[string]Step{"personaldata.personnummer": Decision, "tone": OnShift, "plainlanguage.officialese": SecondReader},
	}
	for _, tc := range []struct {
		name     string
		findings []check.Finding
		answer   bool
		want     Step
	}{
		{"nothing found", nil, false, OwnJudgement},
		{"the surest counts", []check.Finding{{Grade: check.Likely}, {Grade: check.Possible}}, false, SecondReader},
		{"an answer has its own table", []check.Finding{{Grade: check.Likely}}, true, WrittenReason},
		{"a rule asks more", []check.Finding{{Rule: "personaldata.personnummer", Grade: check.Possible}}, false, Decision},
		{"a check asks more", []check.Finding{{Check: "tone", Rule: "tone.mockery", Grade: check.Possible}}, true, OnShift},
		{"a rule never asks less", []check.Finding{{Check: "tone", Grade: check.Certain}}, false, OnShift},
		{"plain language is advice", []check.Finding{{Check: "plainlanguage", Rule: "plainlanguage.passive", Grade: check.Likely}}, false, OwnJudgement},
		{"unless a rule asks more", []check.Finding{{Check: "plainlanguage", Rule: "plainlanguage.officialese", Grade: check.Possible}}, false, SecondReader},
		{"a grade we do not know is the surest", []check.Finding{{Grade: 9}}, false, OnShift},
	} {
		if got := r.For(tc.findings, tc.answer); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestDefaultsAreSound(t *testing.T) {
	for _, p := range Profiles {
		if err := Default(p.Profile).Sound(); err != nil {
			t.Errorf("%s: %v", p.Profile, err)
		}
		if p.Title.Empty() || !KnownProfile(p.Profile) {
			t.Errorf("%s is not described", p.Profile)
		}
	}
	if KnownProfile("pirate") || !same(Default("pirate"), Default(ProfileAuthority)) {
		t.Error("a profile we do not know must get the strictest routine")
	}
}

// TestSoundMeansMonotone: in a routine that is sound, a surer finding never asks less, and certain never leads to nothing.
func TestSoundMeansMonotone(t *testing.T) {
	step := rapid.Custom(func(t *rapid.T) Step { return Step(rapid.IntRange(-1, 5).Draw(t, "step")) })
	table := rapid.Custom(func(t *rapid.T) (out [4]Step) {
		for i := range out {
			out[i] = step.Draw(t, "cell")
		}
		return out
	})
	rapid.Check(t, func(t *rapid.T) {
		r := Routine{Post: table.Draw(t, "post"), Answer: table.Draw(t, "answer"), Rules: map[string]Step{"tone": step.Draw(t, "rule")}}
		good := true
		for _, steps := range [][4]Step{r.Post, r.Answer} {
			for g := range steps {
				good = good && steps[g] >= OwnJudgement && steps[g] <= Decision && (g == 0 || steps[g] >= steps[g-1])
			}
			good = good && steps[check.Certain] >= WrittenReason
		}
		good = good && r.Rules["tone"] >= OwnJudgement && r.Rules["tone"] <= Decision
		err := r.Sound()
		if (err == nil) != good {
			t.Fatalf("%+v: %v", r, err)
		}
		if err == nil {
			for g := check.Possible; g <= check.Certain; g++ {
				for _, answer := range []bool{false, true} {
					if r.StepOf(check.Finding{Grade: g}, answer) < r.StepOf(check.Finding{Grade: g - 1}, answer) {
						t.Fatalf("%+v asks less at %v", r, g)
					}
				}
			}
		} else if !fault.Is(err, fault.Invalid) {
			t.Fatalf("the fault is %v", err)
		}
	})
}

func TestSoundPointsAtTheField(t *testing.T) {
	for _, tc := range []struct {
		field  string
		change func(*Routine)
	}{
		{"post.likely", func(r *Routine) { r.Post[check.Likely] = OwnJudgement }},
		{"answer.certain", func(r *Routine) { r.Answer = [4]Step{} }},
		{"late", func(r *Routine) { r.Late = 25 * time.Hour }},
		{"late", func(r *Routine) { r.Late = -1 }},
		{"rules.", func(r *Routine) { r.Rules = map[string]Step{"": OnShift} }},
		{"rules.tone", func(r *Routine) { r.Rules = map[string]Step{"tone": 7} }},
		{"rules", func(r *Routine) {
			r.Rules = map[string]Step{}
			for range mostRules + 1 {
				r.Rules["rule"+strings.Repeat("x", len(r.Rules)%90)+strings.Repeat("y", len(r.Rules)/90)] = OnShift
			}
		}},
	} {
		r := Default(ProfileMunicipality)
		tc.change(&r)
		if err := r.Sound(); err == nil || fault.Of(err).Field != tc.field {
			t.Errorf("%s: %v", tc.field, err)
		}
	}
}

func TestDecideAdoption(t *testing.T) {
	lars := people.Actor{Person: people.Person{ID: "lars", Name: "Lars"}}
	current := Default(ProfileMunicipality)
	current.Number = 3
	wanted := Default(ProfileAuthority)
	wanted.Number = 3
	next, c, err := decideAdoption(lars, "torget", current, wanted, true, noon)
	if err != nil || next.Number != 4 || next.ChangedBy != "lars" || !next.ChangedAt.Equal(noon) || len(c.Acts) != 1 {
		t.Fatalf("%+v, %v", next, err)
	}
	if a := c.Acts[0]; a.Kind != "routine.adopted" || a.Subject != "torget" || a.Account != "torget" || !same(a.Facts[0].(Adoption).Routine, wanted) {
		t.Errorf("on the record: %+v", a)
	}

	stale := wanted
	stale.Number = 2
	unsound := wanted
	unsound.Post = [4]Step{Decision, OwnJudgement, OwnJudgement, OwnJudgement}
	for name, tc := range map[string]struct {
		wanted Routine
		open   bool
		kind   fault.Kind
	}{
		"a colleague was first": {stale, true, fault.Conflict},
		"unsound":               {unsound, true, fault.Invalid},
		"nothing new":           {current, true, fault.Invalid},
		"closed account":        {wanted, false, fault.Gone},
	} {
		if _, _, err := decideAdoption(lars, "torget", current, tc.wanted, tc.open, noon); !fault.Is(err, tc.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if first, _, err := decideAdoption(lars, "torget", Routine{}, Default(ProfileAuthority), true, noon); err != nil || first.Number != 1 {
		t.Errorf("the first: %+v, %v", first, err)
	}
}
