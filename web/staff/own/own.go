// Package own is a person's own page at the desk (mina inställningar): where she is signed in, her password, her language,
// and the keys with which programs of hers use the JSON API. Everybody who works here has it, whatever her roles; nothing on
// it concerns anybody else.
package own

import (
	"context"
	"net/http"

	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// People keeps sessions, passwords and tokens: desk/people.
type People interface {
	Sessions(ctx context.Context, actor people.Actor) ([]people.Session, error)
	EndSession(ctx context.Context, actor people.Actor, id string) error
	EndSessions(ctx context.Context, actor people.Actor, person, but string) error
	SetPassword(ctx context.Context, actor people.Actor, session, current, next string) error
	Tokens(ctx context.Context, actor people.Actor) ([]people.Token, error)
	CreateToken(ctx context.Context, actor people.Actor, w people.Wish) (bearer string, t people.Token, err error)
	RevokeToken(ctx context.Context, actor people.Actor, id string) error
}

// Factors is what she has besides a password: desk/signin.
type Factors interface {
	Factors(ctx context.Context, actor people.Actor) (signin.Factors, error)
	OfferCode(ctx context.Context, actor people.Actor, s people.Session) (signin.Offer, error)
	Offered(ctx context.Context, actor people.Actor, ticket string) (signin.Offer, error)
	Enrol(ctx context.Context, actor people.Actor, s people.Session, ticket, code string) ([]string, error)
	Drop(ctx context.Context, actor people.Actor, s people.Session, code string) error
	Renew(ctx context.Context, actor people.Actor, s people.Session) ([]string, error)
	AskNewPasskey(ctx context.Context, actor people.Actor, s people.Session) (options []byte, ticket string, err error)
	AddPasskey(ctx context.Context, actor people.Actor, s people.Session, ticket, name string, answer []byte) (signin.Passkey, error)
	RenamePasskey(ctx context.Context, actor people.Actor, s people.Session, id, name string) error
	RemovePasskey(ctx context.Context, actor people.Actor, s people.Session, id string) error
	Stronger(ctx context.Context, actor people.Actor, s people.Session, how string, a people.Attempt) (secret string, err error)
}

// Deps is what the page needs from the house.
type Deps struct {
	People  People
	Factors Factors
	Hall    *hall.Hall
	// Address tells where a request came from, for the record; nil leaves it out.
	Address func(r *http.Request) string
}

// room is the page with its routes.
type room struct{ Deps }

// Where the pages are.
const (
	path         = frame.SessionsPath
	passwordPath = path + "/losenord"
	keysPath     = path + "/nycklar"
	passkeyPath  = path + "/inloggningsnyckel"
	secondPath   = path + "/andra-steget"
)

// Routes returns the rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, path, people.SessionOwn, r.page),
		row(http.MethodPost, path+"/inloggningar", people.SessionOwn, r.endOthers),
		row(http.MethodPost, path+"/inloggningar/{id}", people.SessionOwn, r.end),
		row(http.MethodPost, path+"/overallt", people.SessionOwn, r.endAll),
		row(http.MethodGet, passkeyPath, people.FactorOwn, r.passkeyForm),
		row(http.MethodPost, passkeyPath, people.FactorOwn, r.addPasskey),
		row(http.MethodPost, passkeyPath+"/fraga", people.FactorOwn, r.askPasskey),
		row(http.MethodGet, passkeyPath+"/{id}/namn", people.FactorOwn, r.renameForm),
		row(http.MethodPost, passkeyPath+"/{id}/namn", people.FactorOwn, r.renamePasskey),
		row(http.MethodPost, passkeyPath+"/{id}/bort", people.FactorOwn, r.removePasskey),
		row(http.MethodGet, secondPath, people.FactorOwn, r.second),
		row(http.MethodPost, secondPath, people.FactorOwn, r.offerCode),
		row(http.MethodPost, secondPath+"/kod", people.FactorOwn, r.enrol),
		row(http.MethodPost, secondPath+"/bort", people.FactorOwn, r.drop),
		row(http.MethodPost, secondPath+"/reservkoder", people.FactorOwn, r.renew),
		row(http.MethodGet, passwordPath, people.PasswordOwn, r.passwordForm),
		row(http.MethodPost, passwordPath, people.PasswordOwn, r.setPassword),
		row(http.MethodGet, keysPath, people.TokenOwn, r.keyForm),
		row(http.MethodPost, keysPath, people.TokenOwn, r.createKey),
		row(http.MethodPost, keysPath+"/{id}", people.TokenOwn, r.revokeKey),
	}
}

// page shows all of it.
func (r room) page(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, "", title)
	if err != nil {
		return err
	}
	view := ownView{person: v.Actor.Person, weak: v.Actor.Weak}
	sessions, err := r.People.Sessions(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	factors, err := r.Factors.Factors(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	view.sessions, view.passkeys, view.second = sessionRows(v, sessions), passkeyRows(v, factors.Passkeys), secondWords(v, factors)
	if view.tokens = hall.May(v, people.TokenOwn); view.tokens {
		keys, err := r.People.Tokens(v.Context(), v.Actor)
		if err != nil {
			return err
		}
		view.keys = keyRows(v, keys)
	}
	return v.Page(http.StatusOK, ownPage(f, view))
}

// ownView is all of the page.
type ownView struct {
	person   people.Person
	weak     bool // she has shown less than her role demands
	sessions []hall.Row
	passkeys []hall.Row
	second   string // since when she has a second step; "" when she has none
	tokens   bool   // she may have tokens
	keys     []hall.Row
}

// sessionRows shows where she is signed in: this browser first.
func sessionRows(v *visit.Visit, sessions []people.Session) []hall.Row {
	var here, there []hall.Row
	for _, s := range sessions {
		name := s.Agent
		if name == "" {
			name = v.Say(unknownBrowser)
		}
		r := hall.Row{Title: name, Lines: []string{sessionLine.Put(hall.Words(v, s.SignedIn), hall.Words(v, s.Seen)).In(v.Lang)}}
		if s.ID == v.Session.ID {
			r.Tags = []frame.TagView{{Tone: frame.Good, Text: v.Say(thisBrowser)}}
			here = append(here, r)
			continue
		}
		r.Acts = []hall.Act{{Text: v.Say(signOutThere), Action: path + "/inloggningar/" + s.ID, About: name}}
		there = append(there, r)
	}
	return append(here, there...)
}

// end ends one of her sessions. Ending the one she sits in is signing out.
func (r room) end(v *visit.Visit) error {
	if err := r.People.EndSession(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, path, sessionEnded)
}

// endOthers ends all of them but the one she sits in.
func (r room) endOthers(v *visit.Visit) error {
	if err := r.People.EndSessions(v.Context(), v.Actor, v.Actor.Person.ID, v.Session.ID); err != nil {
		return err
	}
	return hall.See(v, path, othersEnded)
}

// endAll ends all of them, the one she sits in too.
func (r room) endAll(v *visit.Visit) error {
	if err := r.People.EndSessions(v.Context(), v.Actor, v.Actor.Person.ID, ""); err != nil {
		return err
	}
	web.SetSession(v, "")
	return v.See("/logga-in?ut=1")
}

// passwordForm asks for a new password.
func (r room) passwordForm(v *visit.Visit) error { return r.showPassword(v, hall.Filled(v, nil)) }

func (r room) showPassword(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", passwordTitle)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	return v.Page(form.Status(v), formPage(f, v.Say(passwordLead), hall.Sheet{
		Action: passwordPath, Errors: form.Errors(), Back: path, Button: frame.ButtonView{Text: v.Say(passwordSave), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Kind: frame.Password, Name: "current", Label: v.Say(currentLabel), Complete: "current-password"}),
			form.Field(frame.FieldView{Kind: frame.Password, Name: "password", Label: v.Say(nextLabel), Hint: v.Say(nextHint), Complete: "new-password"}),
		}}},
	}))
}

func (r room) setPassword(v *visit.Visit) error {
	err := r.People.SetPassword(v.Context(), v.Actor, v.Session.ID, v.R.PostFormValue("current"), v.R.PostFormValue("password"))
	if hall.Mendable(err) {
		return r.showPassword(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path, passwordSaved)
}
