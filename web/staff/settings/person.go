package settings

import (
	"time"

	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// personView is the page about one colleague.
type personView struct {
	back     string
	facts    []hall.Fact
	acts     []frame.ButtonView
	left     string // "Slutade …"; "" while she works here
	roles    []hall.Row
	give     *hall.Sheet // the form for one more role; nil for those who may not give any
	mandates []hall.Row
	sessions []hall.Row
	tokens   []hall.Row
	invite   string // where a new link is made; "" for those who may not
	release  string // where her second step and passkeys are taken away, when she has lost them
	signOut  string // where she is signed out everywhere
	leave    string // where her access is ended
	self     bool
}

// colleague shows one colleague: her roles, her mandates, and what may be done about them.
func (r room) colleague(v *visit.Visit) error { return r.showPerson(v, hall.Filled(v, nil)) }

func (r room) showPerson(v *visit.Visit, form hall.Form) error {
	d, err := r.People.Dossier(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	names, err := r.names(v.Context())
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomSettings, peopleTab)
	if err != nil {
		return err
	}
	at := peoplePath + "/" + d.Person.ID
	f.Title, f.Errors, f.Path = d.Person.Name, len(form.Errors()), at
	view := personView{back: peoplePath, self: d.Person.ID == v.Actor.Person.ID, facts: personFacts(v, d.Person)}
	view.roles, view.mandates = roleRows(v, d, at), mandateRows(v, d, names)
	if d.Person.Left() {
		view.left = leftLine.Put(hall.Day(d.Person.LeftAt)).In(v.Lang)
		return v.Page(form.Status(v), personPage(f, view))
	}
	r.mayDo(v, d, at, form, &view)
	return v.Page(form.Status(v), personPage(f, view))
}

// mayDo adds what the visitor may do about somebody who works here.
func (r room) mayDo(v *visit.Visit, d people.Dossier, at string, form hall.Form, view *personView) {
	if hall.May(v, people.PeopleHire) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(describeButton), Icon: icon.Edit, Href: at + "/uppgifter"})
		view.invite = at + "/lank"
		if !view.self {
			view.release = at + "/andra-steget"
		}
	}
	if hall.May(v, people.PeopleGrant) && !view.self {
		give := roleSheet(v, at, form)
		view.give = &give
	}
	if hall.May(v, people.PeopleSignOut) {
		view.signOut = at + "/logga-ut"
		for _, s := range d.Sessions {
			view.sessions = append(view.sessions, hall.Row{Title: s.Agent, Lines: []string{sessionLine.Put(hall.Words(v, s.SignedIn)).In(v.Lang)}})
		}
		for _, t := range d.Tokens {
			if t.RevokedAt.IsZero() && v.Now.Before(t.Until) {
				view.tokens = append(view.tokens, hall.Row{Title: t.Name, Acts: []hall.Act{{Text: v.Say(revokeToken), Action: at + "/nycklar/" + t.ID, About: t.Name}}})
			}
		}
	}
	if hall.May(v, people.PeopleLeave) && !view.self {
		view.leave = at + "/sluta"
	}
}

func personFacts(v *visit.Visit, p people.Person) []hall.Fact {
	return []hall.Fact{{Name: v.Say(givenName), Value: p.GivenName}, {Name: v.Say(unitLabel), Value: p.Unit},
		{Name: v.Say(emailLabel), Value: p.Email}, {Name: v.Say(sinceLabel), Value: hall.Day(p.HiredAt).In(v.Lang)}}
}

// capitals begins a role's name with a capital letter: it stands alone here.
func capitals(t lingo.Text) lingo.Text {
	return lingo.Text{SV: hall.Capital(t.SV), EN: hall.Capital(t.EN)}
}

func roleRows(v *visit.Visit, d people.Dossier, at string) []hall.Row {
	var out []hall.Row
	for _, g := range d.Grants {
		if !g.RevokedAt.IsZero() || !g.Until.IsZero() && !v.Now.Before(g.Until) {
			continue
		}
		row := hall.Row{Title: v.Say(capitals(g.Role.Title())), Lines: []string{v.Say(g.Role.Help()), sinceUntil(g.From, g.Until).In(v.Lang)}}
		if hall.May(v, people.PeopleGrant) {
			row.Acts = []hall.Act{{Text: v.Say(endWord), Action: at + "/roller/" + g.ID, About: v.Say(g.Role.Title())}}
		}
		out = append(out, row)
	}
	return out
}

// sinceUntil says from when, and until when something holds.
func sinceUntil(from, until time.Time) lingo.Text {
	if until.IsZero() {
		return sinceLine.Put(hall.Day(from))
	}
	return betweenLine.Put(hall.Day(from), hall.Day(until.Add(-time.Second)))
}

func mandateRows(v *visit.Visit, d people.Dossier, names map[string]string) []hall.Row {
	var out []hall.Row
	for _, m := range d.Mandates {
		if !m.EndedAt.IsZero() || !m.Until.IsZero() && !v.Now.Before(m.Until) {
			continue
		}
		row := hall.Row{Title: names[m.Account], Lines: []string{joined(v.Say(capitals(m.Role.Title())), v.Say(sinceUntil(m.From, m.Until)))}}
		if v.Actor.May(people.AccountRead, m.Account, v.Now) {
			row.Href = "/konton/" + m.Account + "/ansvariga"
		}
		out = append(out, row)
	}
	return out
}

// roleSheet is the form for one more role.
func roleSheet(v *visit.Visit, at string, form hall.Form) hall.Sheet {
	var options []frame.Option
	for _, role := range people.Roles {
		if role.ByGrant() {
			options = append(options, frame.Option{Value: string(role), Label: v.Say(capitals(role.Title())), Hint: v.Say(role.Help())})
		}
	}
	return hall.Sheet{Action: at + "/roller", Errors: form.Errors(), Bare: true, Button: frame.ButtonView{Text: v.Say(giveRole)},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Kind: frame.Radios, Name: "role", Label: v.Say(roleLabel), Options: options}),
			form.Field(frame.FieldView{Kind: frame.Date, Name: "until", Label: v.Say(untilLabel), Hint: v.Say(untilHint), Optional: true, Short: true}),
		}}}}
}

// grant gives a role for the whole authority.
func (r room) grant(v *visit.Visit) error {
	until, err := hall.LastDay(v.Form("until"))
	if err == nil {
		_, err = r.People.Grant(v.Context(), v.Actor, v.R.PathValue("id"), people.Role(v.Form("role")), until)
	}
	if hall.Mendable(err) {
		return r.showPerson(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+v.R.PathValue("id"), roleGiven)
}

// revoke ends a role.
func (r room) revoke(v *visit.Visit) error {
	if err := r.People.Revoke(v.Context(), v.Actor, v.R.PathValue("grant")); err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+v.R.PathValue("id"), roleEnded)
}

// signOut ends all of a colleague's sessions.
func (r room) signOut(v *visit.Visit) error {
	if err := r.People.EndSessions(v.Context(), v.Actor, v.R.PathValue("id"), ""); err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+v.R.PathValue("id"), signedOut)
}

// revokeToken ends one of a colleague's tokens.
func (r room) revokeToken(v *visit.Visit) error {
	if err := r.People.RevokeToken(v.Context(), v.Actor, v.R.PathValue("token")); err != nil {
		return err
	}
	return hall.See(v, peoplePath+"/"+v.R.PathValue("id"), tokenRevoked)
}
