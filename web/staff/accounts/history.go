package accounts

import (
	"net/http"
	"slices"
	"strings"

	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// version is one that has been in force: what was changed with it, and what it said.
type version struct {
	line  string
	what  string
	facts []hall.Fact
}

// history shows every description and every routine that an account has had, the newest first: which rules held when.
func (r room) history(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	f, tabs, err := r.frame(v, a)
	if err != nil {
		return err
	}
	charters, err := r.Accounts.History(v.Context(), a.ID)
	if err != nil {
		return err
	}
	routines, err := r.Routines.History(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, historyPage(f, tabs, r.charterVersions(v, charters), r.routineVersions(v, routines)))
}

func (r room) charterVersions(v *visit.Visit, all []account.Charter) []version {
	named := func(name string) string { return charter.Names[name].In(v.Lang) }
	var out []version
	for i, c := range all {
		one := version{line: joined(versionLine.Put(c.Number, hall.Words(v, c.ChangedAt)).In(v.Lang), r.name(v, c.ChangedBy)), what: v.Say(firstVersion)}
		if i+1 < len(all) {
			var parts []string
			for _, name := range account.Changed(all[i+1], c) {
				parts = append(parts, named(name))
			}
			one.what = changedLine.Put(strings.Join(parts, ", ")).In(v.Lang) + " " + charter.Sort(c.Substance).In(v.Lang) + "."
		}
		if i > 0 {
			one.what += " " + untilLine.Put(hall.Words(v, all[i-1].ChangedAt)).In(v.Lang)
		}
		one.facts = append([]hall.Fact{{Name: named("name"), Value: c.Name}}, promises(v, c, named)...)
		out = append(out, one)
	}
	return out
}

func (r room) routineVersions(v *visit.Visit, all []guideline.Routine) []version {
	titles := r.ruleTitles()
	var out []version
	for _, one := range all {
		it := version{line: joined(versionLine.Put(one.Number, hall.Words(v, one.ChangedAt)).In(v.Lang), r.name(v, one.ChangedBy))}
		for _, g := range grades {
			it.facts = append(it.facts, hall.Fact{Name: gradeTexts[g].name.In(v.Lang), Value: stepsLine.Put(one.Post[g].Title(), one.Answer[g].Title()).In(v.Lang)})
		}
		var rules []lingo.Text
		for rule, step := range one.Rules {
			rules = append(rules, lingo.Text{SV: titleOf(titles, rule).SV + ": " + step.Title().SV, EN: titleOf(titles, rule).EN + ": " + step.Title().EN})
		}
		it.facts = append(it.facts, hall.Fact{Name: v.Say(rulesTitle), Value: sortedLines(v, rules), Lines: true})
		out = append(out, it)
	}
	return out
}

func sortedLines(v *visit.Visit, texts []lingo.Text) string {
	var out []string
	for _, t := range texts {
		out = append(out, v.Say(t))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}
