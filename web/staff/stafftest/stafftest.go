// Package stafftest is a browser without a screen, for tests of the desk's pages: it opens a table of routes behind the real
// gate, signs somebody in, and keeps her cookies from page to page.
package stafftest

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web"
	"tilltal/web/visit"
)

// Base is the address of the square in tests.
const Base = "https://torget.example.se"

// Desk is a table of routes behind the gate.
type Desk struct {
	t       testing.TB
	handler http.Handler
	known   *book
}

// New opens the routes. Door tells whom a session cookie belongs to; nil knows only those whom [Desk.As] signs in.
func New(t testing.TB, c clock.Clock, door web.Door, routes ...visit.Route) *Desk {
	t.Helper()
	return NewWith(t, web.Options{Clock: c, Door: door, Routes: routes})
}

// NewWith is New for what needs more of the gate than its routes. The address and the log are the test's own.
func NewWith(t testing.TB, o web.Options) *Desk {
	t.Helper()
	base, err := url.Parse(Base)
	if err != nil {
		t.Fatal(err)
	}
	known := &book{people: map[string]people.Actor{}, next: o.Door}
	o.Base, o.Log, o.Door = base, slog.New(slog.NewTextHandler(io.Discard, nil)), known
	return &Desk{t: t, handler: web.New(o).Handler(), known: known}
}

// As returns a browser in which somebody is signed in, with just the roles she is given here.
func (d *Desk) As(a people.Actor) *Browser {
	secret := "as " + a.Person.ID
	d.known.people[secret] = a
	b := d.Nobody()
	b.Keep(web.SessionCookie(&url.URL{Scheme: "https"}), secret)
	return b
}

// Nobody returns a browser in which nobody is signed in.
func (d *Desk) Nobody() *Browser {
	return &Browser{desk: d, cookies: map[string]string{}, Language: lingo.SV}
}

// book is a door that knows those whom a test has signed in.
type book struct {
	people map[string]people.Actor
	next   web.Door
}

// Enter tells who it is.
func (b *book) Enter(ctx context.Context, secret string) (people.Actor, people.Session, error) {
	if a, ok := b.people[secret]; ok {
		return a, people.Session{ID: "session of " + a.Person.ID, Person: a.Person.ID}, nil
	}
	if b.next != nil {
		return b.next.Enter(ctx, secret)
	}
	return people.Actor{}, people.Session{}, fault.New(fault.SignIn, lingo.T("Din inloggning har gått ut.", "Your session has ended."))
}

// Browser asks for pages and keeps cookies.
type Browser struct {
	desk     *Desk
	cookies  map[string]string
	Language lingo.Lang
}

// Answer is what came back.
type Answer struct {
	Status   int
	Location string // where a redirect leads
	Header   http.Header
	Body     string
}

// Has reports whether all the words stand in the answer.
func (a Answer) Has(words ...string) bool {
	for _, w := range words {
		if !strings.Contains(a.Body, w) {
			return false
		}
	}
	return true
}

// Keep puts a cookie in the browser; an empty value takes it away.
func (b *Browser) Keep(name, value string) {
	if value == "" {
		delete(b.cookies, name)
		return
	}
	b.cookies[name] = value
}

// Cookie returns a cookie's value, "" when there is none.
func (b *Browser) Cookie(name string) string { return b.cookies[name] }

// Get asks for a page.
func (b *Browser) Get(path string) Answer {
	b.desk.t.Helper()
	return b.Do(httptest.NewRequest(http.MethodGet, Base+path, nil))
}

// Post sends a form.
func (b *Browser) Post(path string, form url.Values) Answer {
	b.desk.t.Helper()
	r := httptest.NewRequest(http.MethodPost, Base+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.Do(r)
}

// Follow sends a form and goes where it leads. It fails the test when the form did not succeed.
func (b *Browser) Follow(path string, form url.Values) Answer {
	b.desk.t.Helper()
	a := b.Post(path, form)
	if a.Status != http.StatusSeeOther {
		b.desk.t.Fatalf("POST %s: %d\n%s", path, a.Status, a.Body)
	}
	page, _, _ := strings.Cut(a.Location, "#") // a browser keeps the place on the page to itself
	return b.Get(page)
}

// Do sends a request with the browser's cookies and keeps those it is given.
func (b *Browser) Do(r *http.Request) Answer {
	b.desk.t.Helper()
	r.Header.Set("Accept-Language", string(b.Language))
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	b.desk.handler.ServeHTTP(w, r)
	res := w.Result()
	for _, c := range res.Cookies() {
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		} else {
			b.cookies[c.Name] = c.Value
		}
	}
	body := w.Body.String()
	for _, never := range []string{" style=", "onclick=", "javascript:", "%!"} {
		if strings.Contains(body, never) {
			b.desk.t.Errorf("%s %s holds %q", r.Method, r.URL.Path, never)
		}
	}
	return Answer{Status: res.StatusCode, Location: res.Header.Get("Location"), Header: res.Header, Body: body}
}
