package accounts

import (
	"net/http"
	"strings"

	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// aboutView is the page about an account.
type aboutView struct {
	tabs   frame.TabsView
	acts   []frame.ButtonView
	closed string // "Kontot stängdes …"; "" while open
	short  bool
	square string // where citizens see it
	facts  []hall.Fact
	owners []hall.Row
	close  string // where it is closed; "" for those who may not
}

// account shows what an account is and has promised.
func (r room) account(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	f, tabs, err := r.frame(v, a)
	if err != nil {
		return err
	}
	at, err := r.People.Colleagues(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	view := aboutView{tabs: tabs, facts: facts(v, a), square: "/torget/" + a.Handle}
	for _, p := range owners(at) {
		view.owners = append(view.owners, hall.Row{Title: p.Name, Who: p.Name, Lines: []string{p.Unit}})
	}
	if a.Closed() {
		view.closed = closedLine.Put(hall.Day(a.ClosedAt)).In(v.Lang)
		return v.Page(http.StatusOK, aboutPage(f, view))
	}
	view.short = tooFew(at)
	view.acts = append(view.acts, frame.ButtonView{Text: v.Say(framesLink), Icon: icon.Book, Href: "/ramar/" + a.ID})
	if v.Actor.May(people.ShiftRead, a.ID, v.Now) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(shiftsLink), Icon: icon.Shift, Href: path + "/" + a.ID + "/pass"})
	}
	if v.Actor.May(people.AccountCharter, a.ID, v.Now) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(changeButton), Icon: icon.Edit, Href: path + "/" + a.ID + "/beskrivning"})
	}
	if v.Actor.May(people.AccountClose, a.ID, v.Now) {
		view.close = path + "/" + a.ID + "/stang"
	}
	return v.Page(http.StatusOK, aboutPage(f, view))
}

// facts are what an account has promised.
func facts(v *visit.Visit, a account.Account) []hall.Fact {
	named := func(name string) string { return charter.Names[name].In(v.Lang) }
	return append([]hall.Fact{{Name: v.Say(addressLabel), Value: address(v, a)}}, promises(v, a.Charter, named)...)
}

func promises(v *visit.Visit, c account.Charter, named func(string) string) []hall.Fact {
	return []hall.Fact{
		{Name: named("purpose"), Value: c.Purpose, Speech: true}, {Name: named("place"), Value: c.Place}, {Name: named("audience"), Value: c.Audience},
		{Name: named("hours"), Value: hall.Capital(c.Hours.Text().In(v.Lang))}, {Name: named("promise"), Value: hall.Capital(c.Promise.Text().In(v.Lang))},
		{Name: named("purposes"), Value: strings.Join(c.Purposes, "\n"), Lines: true},
		{Name: named("rules"), Value: c.Rules, Lines: true, Speech: true}, {Name: named("retention"), Value: c.Retention, Speech: true, Lines: true},
		{Name: named("signature"), Value: c.Signature.Title().In(v.Lang)},
		{Name: named("election"), Value: c.Election.String()}, {Name: named("profile"), Value: profile(c.Profile).In(v.Lang)}, {Name: named("contact"), Value: c.Contact, Lines: true},
		{Name: named("own"), Value: strings.Join(c.Own, "\n"), Lines: true}, {Name: named("talk"), Value: strings.Join(c.Talk, "\n"), Lines: true},
		{Name: named("avoid"), Value: strings.Join(c.Avoid, "\n"), Lines: true}, {Name: named("examples"), Value: charter.Told(v.Lang, c.Examples), Lines: true},
	}
}

func profile(id string) lingo.Text {
	for _, p := range guideline.Profiles {
		if string(p.Profile) == id {
			return p.Title
		}
	}
	return lingo.Text{SV: id, EN: id}
}
