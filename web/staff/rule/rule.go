// Package rule is where those who look after the checks see how the rules do (regler): what each rule looks for, an example,
// how often it was right, how often somebody kept her words, and what was said when it was wrong. A communicator can make a
// rule silent at an account, with a reason and a last day, and both stand on the record.
//
// A rule that is wrong again and again teaches people not to read. Here that is seen before it happens.
package rule

import (
	"context"
	"net/http"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Path is the room's address. A rule's is Path, a slash and its id.
const Path = "/regler"

// Answers is how the findings were answered: desk/draft.
type Answers interface {
	RuleTallies(ctx context.Context, a people.Actor, account string) ([]draft.RuleTally, error)
	RuleAnswers(ctx context.Context, a people.Actor, rule, kind string) ([]draft.RuleAnswer, error)
}

// Silences is what is silent where: desk/guideline.
type Silences interface {
	Silences(ctx context.Context, actor people.Actor, account string) ([]guideline.Silence, error)
	Hush(ctx context.Context, actor people.Actor, s guideline.Silence) (guideline.Silence, error)
	Speak(ctx context.Context, actor people.Actor, account, id string) error
}

// Accounts is the register: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// Colleagues tells who somebody is: desk/people.
type Colleagues interface {
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Answers  Answers
	Silences Silences
	Accounts Accounts
	People   Colleagues
	Checks   []check.Check
}

type room struct{ Deps }

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: Path + path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, "", people.DraftRead, r.list), row(http.MethodGet, "/{rule}", people.DraftRead, r.show),
		row(http.MethodPost, "/{rule}/tysta", people.RuleSilence, r.hush), row(http.MethodPost, "/{rule}/hor", people.RuleSilence, r.speak),
	}
}

// sheetView is one check with its rules.
type sheetView struct {
	title, help string
	rules       []ruleView
}

// ruleView is a rule in the list: what it has done is told when it has done something.
type ruleView struct {
	title, href, told string
	silent            string // where it is silent; "" is nowhere
}

// list shows every rule, with how it has done.
func (r *room) list(v *visit.Visit) error {
	tallies, err := r.tallies(v)
	if err != nil {
		return err
	}
	silent, err := r.silent(v)
	if err != nil {
		return err
	}
	var sheets []sheetView
	for _, c := range r.Checks {
		s := c.Sheet()
		first, _, _ := strings.Cut(v.Say(s.Help), "\n")
		view := sheetView{title: v.Say(s.Title), help: first}
		for _, rule := range s.Rules {
			one := ruleView{title: v.Say(rule.Title), href: Path + "/" + rule.ID, told: counted(v.Lang, tallies[rule.ID])}
			if n := len(standing(silent[rule.ID], v)); n > 0 {
				one.silent = lingo.Count(n, silentOne, silentMany).In(v.Lang)
			}
			view.rules = append(view.rules, one)
		}
		sheets = append(sheets, view)
	}
	f, err := r.Hall.Frame(v, frame.RoomAccounts, title)
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, listPage(f, sheets))
}

func (r *room) tallies(v *visit.Visit) (map[string]draft.RuleTally, error) {
	all, err := r.Answers.RuleTallies(v.Context(), v.Actor, "")
	out := map[string]draft.RuleTally{}
	for _, t := range all {
		out[t.Rule] = t
	}
	return out, err
}

// quiet is a silence with the account it is for.
type quiet struct {
	guideline.Silence
	account account.Account
}

// silent returns every silence at the accounts that the visitor may read about, by rule.
func (r *room) silent(v *visit.Visit) (map[string][]quiet, error) {
	accounts, err := r.Accounts.All(v.Context(), false)
	if err != nil {
		return nil, err
	}
	out := map[string][]quiet{}
	for _, a := range accounts {
		if !v.Actor.May(people.AccountRead, a.ID, v.Now) {
			continue
		}
		list, err := r.Silences.Silences(v.Context(), v.Actor, a.ID)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			out[s.Rule] = append(out[s.Rule], quiet{s, a})
		}
	}
	return out, nil
}

func standing(all []quiet, v *visit.Visit) (out []quiet) {
	for _, q := range all {
		if q.Holds(v.Now) {
			out = append(out, q)
		}
	}
	return out
}

// find returns a rule, with the check it belongs to.
func (r *room) find(id string) (check.Check, check.Rule, error) {
	for _, c := range r.Checks {
		s := c.Sheet()
		if rule, ok := s.Rule(id); ok {
			return c, rule, nil
		}
	}
	return nil, check.Rule{}, fault.New(fault.NotFound, lingo.T("Vi har ingen sådan regel.", "We have no such rule."))
}
