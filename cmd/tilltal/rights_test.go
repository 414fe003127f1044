package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/job"
	"tilltal/web"
	"tilltal/web/visit"
)

// The table of routes is held against the table of rights: every page and every form of the desk is asked for by every role,
// held as it can be held, by somebody without a role, and by nobody. What the table of rights says decides what must come
// back. A route that is added is tried without a line here.

// bench is a furnished house with one account, whose routes are asked by actors that the test makes up.
type bench struct {
	house   *house
	routes  []visit.Route
	handler http.Handler
	who     people.Actor // who comes in; the zero Actor is nobody
	account string
	person  string // somebody in the register whom nobody of the test is
}

// Enter tells who comes: whom the test says.
func (b *bench) Enter(context.Context, string) (people.Actor, people.Session, error) {
	if b.who.Person.ID == "" {
		return people.Actor{}, people.Session{}, fault.New(fault.SignIn, lingo.T("Logga in.", "Sign in."))
	}
	return b.who, people.Session{ID: "session", Person: b.who.Person.ID}, nil
}

func openBench(t *testing.T) *bench {
	t.Helper()
	w := where{Data: t.TempDir(), BaseURL: "https://torget.example.se", LogLevel: "error"}
	h, err := w.enterOrMake(t.Context(), io.Discard, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	r := h.furnish(func(people.Hasher) people.Hasher { return quick{} })
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Purpose = "Parken", "Vi berättar om parken."
	begun, err := r.start.Begin(t.Context(), start.Form{
		Authority: authority.Settings{Name: "Umeå kommun", Base: w.BaseURL, Contact: "registrator@umea.se"},
		Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"}, Password: "fyra lugna gräsand cyklar", Account: account.Plan{Handle: "parken", Charter: c},
		Owners: []people.Newcomer{{Name: "Amina Berg", Email: "amina@umea.se"}, {Name: "Lars Åkesson", Email: "lars@umea.se"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{house: h, account: begun.Account, person: begun.Owners[0].Person.ID}
	o := h.doors(r, job.New(h.store, h.clock, h.log, h.known.Load), prometheus.NewRegistry(), "")
	o.Door = b
	b.routes, b.handler = o.Routes, web.New(o).Handler()
	return b
}

// quick hashes at once: the locks are tried elsewhere.
type quick struct{}

func (quick) Hash(context.Context, string) (string, error)         { return "quick", nil }
func (quick) Verify(context.Context, string, string) (bool, error) { return false, nil }

var parameter = regexp.MustCompile(`\{[^}]+\}`)

// address fills a route's pattern in: with the account and the person of the test where they stand, and otherwise with
// something that is not there.
func (b *bench) address(r visit.Route) string {
	path := strings.TrimSuffix(r.Path, "{$}")
	switch {
	case strings.HasPrefix(path, "/konton/{id}"):
		path = strings.Replace(path, "{id}", b.account, 1)
	case strings.HasPrefix(path, "/installningar/kollegor/{id}"):
		path = strings.Replace(path, "{id}", b.person, 1)
	}
	return parameter.ReplaceAllString(path, "finnsinte")
}

// ask asks for a route and returns the status. A stream of events is hung up on.
func (b *bench) ask(r visit.Route, who people.Actor) (int, string) {
	b.who = who
	ctx, hangUp := context.WithTimeout(context.Background(), generous)
	defer hangUp()
	req := httptest.NewRequestWithContext(ctx, r.Method, "https://torget.example.se"+b.address(r), strings.NewReader(url.Values{}.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	if who.Person.ID != "" {
		req.AddCookie(&http.Cookie{Name: web.SessionCookie(b.house.base), Value: "secret"})
	}
	w := &phone{ResponseRecorder: httptest.NewRecorder(), hangUp: hangUp}
	b.handler.ServeHTTP(w, req)
	return w.Code, w.Header().Get("Location")
}

// phone hangs up on whoever does not stop talking.
type phone struct {
	*httptest.ResponseRecorder
	hangUp func()
}

func (p *phone) WriteHeader(status int) {
	p.ResponseRecorder.WriteHeader(status)
	if p.Header().Get("Content-Type") == "text/event-stream" {
		p.hangUp()
	}
}

func (p *phone) SetWriteDeadline(time.Time) error { return nil }

// holder is somebody who holds one role: for the whole authority, or at the account.
func (b *bench) holder(role people.Role, byGrant bool, now time.Time) people.Actor {
	id := "the " + string(role)
	a := people.Actor{Person: people.Person{ID: id, Name: id, HiredAt: now.AddDate(-1, 0, 0)}}
	switch {
	case role == "":
	case byGrant:
		a.Grants = []people.Grant{{ID: "g", Person: id, Role: role, From: now.AddDate(-1, 0, 0)}}
	default:
		a.Mandates = []people.Mandate{{ID: "m", Person: id, Account: b.account, Role: role, From: now.AddDate(-1, 0, 0)}}
	}
	return a
}

func TestEveryRouteKeepsToTheTableOfRights(t *testing.T) {
	b := openBench(t)
	tried := 0
	for _, r := range b.routes {
		if r.Audience != visit.Staff {
			if r.Right != "" {
				t.Errorf("%s %s is for everybody and asks for %s", r.Method, r.Path, r.Right)
			}
			continue
		}
		if !r.Right.Known() {
			t.Errorf("%s %s names no right that there is: %q", r.Method, r.Path, r.Right)
			continue
		}
		b.tryNobody(t, r)
		for _, role := range append([]people.Role{""}, people.Roles...) {
			for _, byGrant := range []bool{true, false} {
				if role != "" && (byGrant && !role.ByGrant() || !byGrant && !role.ByMandate()) {
					continue
				}
				b.try(t, r, role, byGrant)
				tried++
			}
		}
	}
	t.Logf("%d routes, asked %d times", len(b.routes), tried)
	if tried < 500 {
		t.Errorf("only %d were tried: the test is broken", tried)
	}
}

// TestAnotherAccountIsShut: whoever holds every role there is at one account has nothing to see or do at another, at any address
// that begins with it.
func TestAnotherAccountIsShut(t *testing.T) {
	b := openBench(t)
	now := b.house.clock.Now()
	stranger := people.Actor{Person: people.Person{ID: "stranger", Name: "Stranger", HiredAt: now.AddDate(-1, 0, 0)}}
	for _, role := range people.Roles {
		if role.ByMandate() {
			stranger.Mandates = append(stranger.Mandates, people.Mandate{ID: "m", Person: "stranger", Account: "elsewhere", Role: role, From: now.AddDate(-1, 0, 0)})
		}
	}
	tried := 0
	for _, r := range b.routes {
		if !regexp.MustCompile(`^/(konton|register)/\{id\}|^/ramar/\{account\}`).MatchString(r.Path) {
			continue
		}
		r.Path = strings.Replace(r.Path, "/ramar/{account}", "/ramar/"+b.account, 1)
		r.Path = strings.Replace(r.Path, "/register/{id}", "/register/"+b.account, 1)
		if status, to := b.ask(r, stranger); status != http.StatusForbidden && status != http.StatusNotFound {
			t.Errorf("%s %s at another's account: %d %s", r.Method, r.Path, status, to)
		}
		tried++
	}
	if tried < 30 {
		t.Errorf("only %d were tried: the test is broken", tried)
	}
}

// tryNobody asks without a session: a page leads to the front door, and a form is kept there.
func (b *bench) tryNobody(t *testing.T, r visit.Route) {
	t.Helper()
	status, to := b.ask(r, people.Actor{})
	if r.Method == http.MethodGet && (status != http.StatusSeeOther || !strings.HasPrefix(to, "/logga-in?till=")) {
		t.Errorf("%s %s by nobody: %d %s", r.Method, r.Path, status, to)
	}
	if r.Method != http.MethodGet && status != http.StatusUnauthorized {
		t.Errorf("%s %s by nobody: %d", r.Method, r.Path, status)
	}
}

// try asks as one role, and holds what came back against the table of rights.
func (b *bench) try(t *testing.T, r visit.Route, role people.Role, byGrant bool) {
	t.Helper()
	reach := role.Gives(r.Right)
	if !byGrant && reach == people.Authority {
		reach = people.Nothing // what concerns the authority is not held at one account
	}
	if r.Right.ForAll() {
		reach = people.OneAccount // whoever works here may
	}
	status, _ := b.ask(r, b.holder(role, byGrant, b.house.clock.Now()))
	switch {
	case status >= http.StatusInternalServerError || status == http.StatusUnauthorized:
		t.Errorf("%s %s by %q: %d", r.Method, r.Path, role, status)
	case reach == people.Nothing && status != http.StatusForbidden:
		t.Errorf("%s %s by %q, who has no right to it: %d", r.Method, r.Path, role, status)
	case reach >= people.OneAccount && status == http.StatusForbidden:
		t.Errorf("%s %s by %q (for all: %v), who has the right: refused", r.Method, r.Path, role, byGrant)
	}
}
