// Package papertest sets an office up for the tests of the rooms where texts are written, read and sent: a real database, the
// rooms of the desk, the people of store/drafttest, and a browser for each of them.
package papertest

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/store/drafttest"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/stafftest"
	"tilltal/web/visit"
)

// Office is a small desk with its rooms.
type Office struct {
	*drafttest.Desk
	Drafts  *draft.Room
	Posts   *publish.Room
	Reviews *review.Room
	Hall    *hall.Hall
	t       testing.TB
	web     *stafftest.Desk
}

// Open opens an office on SQLite, with the routes that it is given.
func Open(t *testing.T, routes func(o *Office) []visit.Route) *Office {
	t.Helper()
	d := drafttest.Small(t)
	o := &Office{Desk: d, t: t, Drafts: draft.New(d, d.Clock, drafttest.Checks()), Reviews: review.New(d, d.Clock)}
	o.Posts = publish.New(d, d.Clock, d, o.Drafts, d.Real)
	o.Hall = hall.New(hall.Deps{Accounts: register{d}})
	o.web = stafftest.New(t, d.Clock, nil, routes(o)...)
	return o
}

// register is the account register of the tests.
type register struct{ d *drafttest.Desk }

// All lists the accounts.
func (r register) All(context.Context, bool) ([]account.Account, error) {
	var out []account.Account
	for _, a := range r.d.Accounts {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b account.Account) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// Owners are Carin: she answers for every account in the tests.
func (o *Office) Owners(context.Context, string) ([]people.Person, error) {
	return []people.Person{o.People[drafttest.Carin].Person}, nil
}

// As returns somebody's browser.
func (o *Office) As(id string) *stafftest.Browser { return o.web.As(o.People[id]) }

// Write begins a draft that says something, and returns it.
func (o *Office) Write(by, text string) draft.Draft {
	o.t.Helper()
	d, err := o.Drafts.Begin(context.Background(), o.People[by], drafttest.Saying(text))
	o.must(err)
	return d
}

// Get returns a draft as it stands.
func (o *Office) Get(id string) draft.Draft {
	o.t.Helper()
	d, err := o.Draft(context.Background(), id)
	o.must(err)
	return d
}

// HandIn hands a draft in as it stands.
func (o *Office) HandIn(by string, d draft.Draft, h draft.Handing) draft.Submission {
	o.t.Helper()
	h.Version = o.Get(d.ID).Latest.Number
	s, err := o.Drafts.Submit(context.Background(), o.People[by], d.ID, h)
	o.must(err)
	return s
}

// Publish writes a text and publishes it, and returns the post's id.
func (o *Office) Publish(by, text string) string {
	o.t.Helper()
	d := o.Write(by, text)
	o.HandIn(by, d, draft.Handing{})
	out, err := o.Posts.PublishOwn(context.Background(), o.People[by], d.ID)
	o.must(err)
	return out.Post
}

func (o *Office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// Form is the editor's form for a draft, as a page would send it with one button pressed.
func (o *Office) Form(d draft.Draft, button string, more ...string) url.Values {
	c := o.Get(d.ID).Latest
	form := url.Values{"version": {number(c.Number)}, "text": {c.Content.Text}, "language": {c.Content.Language}, "when": {"now"}}
	for _, p := range c.Content.Pictures {
		form.Add("bild", p.Hash)
		form.Set("alt-"+p.Hash, p.Alt)
	}
	if button != "" {
		name, value, ok := strings.Cut(button, "=")
		if !ok {
			value = "1"
		}
		form.Set(name, value)
	}
	for i := 0; i+1 < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

// Upload sends a form with files, by name.
func Upload(t testing.TB, b *stafftest.Browser, path string, form url.Values, field string, files map[string][]byte) stafftest.Answer {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, values := range form {
		for _, v := range values {
			if err := w.WriteField(name, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, data := range files {
		part, err := w.CreateFormFile(field, name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", stafftest.Base+path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.Do(r)
}

func number(n int) string { return strconv.Itoa(n) }
