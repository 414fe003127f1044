package accounts

import (
	"net/http"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// RulesAt is where the rules are read that were in force for an account at a moment: those a comment of that time keeps to.
func RulesAt(account string, at time.Time) string {
	return path + "/" + account + "/regler?nar=" + at.UTC().Format(time.RFC3339)
}

// rulesView is the rules of a moment.
type rulesView struct {
	tabs   frame.TabsView
	notice frame.NoticeView
	rules  []string
}

// rules shows the rules that were in force at a moment, and from when until when they were.
func (r room) rules(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, v.Form("nar"))
	if err != nil {
		return fault.New(fault.NotFound, lingo.T("Vi hittar inte den tidpunkten.", "We cannot find that moment.")).Because(err)
	}
	c, err := r.Accounts.InForce(v.Context(), a.ID, at)
	if err != nil {
		return err
	}
	history, err := r.Accounts.History(v.Context(), a.ID)
	if err != nil {
		return err
	}
	f, tabs, err := r.frame(v, a)
	if err != nil {
		return err
	}
	from, until := inForce(c, history)
	view := rulesView{tabs: tabs, rules: strings.Split(c.Rules, "\n"), notice: frame.NoticeView{Tone: frame.Info,
		Title: rulesThen.Put(hall.Words(v, at)).In(v.Lang), Text: rulesSince.Put(hall.Words(v, from)).In(v.Lang)}}
	if !until.IsZero() {
		view.notice.Text = rulesBetween.Put(hall.Words(v, from), hall.Words(v, until)).In(v.Lang)
	}
	return v.Page(http.StatusOK, rulesPage(f, view))
}

// inForce says from when until when the rules of a charter were in force, over the charters that did not change them; until is
// zero while they are. The history has the newest first.
func inForce(c account.Charter, history []account.Charter) (from, until time.Time) {
	from = c.ChangedAt
	for _, other := range history {
		switch {
		case other.Number > c.Number && other.Rules != c.Rules:
			until = other.ChangedAt // the last that is set is the first that came after
		case other.Number < c.Number && other.Rules == c.Rules:
			from = other.ChangedAt
		case other.Number < c.Number:
			return from, until
		}
	}
	return from, until
}
