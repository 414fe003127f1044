package inbox_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/ident"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store"
)

// table is a desk with two accounts, for trying the room on a real store.
type table struct {
	*inbox.Room
	t     testing.TB
	store *store.Store
	clock *clock.Fixed
	posts map[string]inbox.Place
}

const (
	parken = "01jd0000000000000000parken"
	badet  = "01jd00000000000000000badet"
	post1  = "01jd0000000000000000000001"
)

// place is a square that knows the accounts by name, and the posts that a test has put there.
type place struct{ *table }

func (p place) Find(_ context.Context, uris []string) (map[string]inbox.Place, error) {
	out := map[string]inbox.Place{}
	for _, u := range uris {
		if found, ok := p.posts[u]; ok {
			out[u] = found
		}
	}
	return out, nil
}

// plain reads the envelopes of these tests: a message as JSON.
type plain struct{}

func (plain) Read(e inbox.Envelope) (m inbox.Message, err error) {
	err = json.Unmarshal(e.Body, &m)
	return m, err
}

// colleagues are those who work at the desk of these tests.
type colleagues map[string]people.Actor

func (c colleagues) Load(_ context.Context, id string) (people.Actor, error) { return c[id], nil }

var staff = colleagues{
	"amina": {Person: people.Person{ID: "amina", Name: "Amina Berg", GivenName: "Amina"},
		Mandates: []people.Mandate{{ID: "m1", Person: "amina", Account: parken, Role: people.Voice}}},
	"bertil": {Person: people.Person{ID: "bertil", Name: "Bertil Ek", GivenName: "Bertil"},
		Grants: []people.Grant{{ID: "g1", Person: "bertil", Role: people.Communicator}}},
	"cilla": {Person: people.Person{ID: "cilla", Name: "Cilla Lind", GivenName: "Cilla"},
		Mandates: []people.Mandate{{ID: "m2", Person: "cilla", Account: badet, Role: people.Voice}}},
}

func setTable(t testing.TB, s *store.Store, c *clock.Fixed) *table {
	t.Helper()
	d := &table{t: t, store: s, clock: c, posts: map[string]inbox.Place{
		"https://torget.se/konto/parken": {Account: parken},
		"https://torget.se/konto/badet":  {Account: badet},
		"https://torget.se/inlagg/1":     {Account: parken, Post: post1},
	}}
	for id, handle := range map[string]string{parken: "parken", badet: "badet"} {
		_, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{{Kind: "account.opened", Subject: id, Account: id, Who: desk.System("test"), At: c.Now(),
			Facts: []any{account.Opening{ID: id, Handle: handle, Kind: account.KindOrganization, At: c.Now()},
				account.Chartering{ID: ident.New(c.Now()), Account: id, Charter: account.Charter{Number: 1, Name: handle, Hours: svenska.Office(),
					Promise: svenska.WithinDays(1), Zone: "Europe/Stockholm", ChangedAt: c.Now()}}}}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	d.Room = inbox.New(s, inbox.Options{Clock: c, Square: place{d}, Readers: map[string]inbox.Reader{"test": plain{}}, People: staff})
	return d
}

func (d *table) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// hear lets a message arrive, without sorting it.
func (d *table) hear(id string, m inbox.Message) {
	d.t.Helper()
	body, err := json.Marshal(m)
	d.must(err)
	d.must(d.Arrive(context.Background(), inbox.Envelope{Channel: "test", Remote: id, Sender: m.Author, Kind: string(m.Kind), Body: body}))
}

func (d *table) sort() {
	d.t.Helper()
	d.must(d.Sort(context.Background()))
}

// said is a reply to the post by anna, unless told otherwise.
func said(n int, text string) inbox.Message {
	return inbox.Message{Kind: inbox.MessageSaid, Remote: fmt.Sprintf("https://a.example/%d", n), InReplyTo: "https://torget.se/inlagg/1", Author: "https://a.example/anna",
		AuthorName: "Anna", Text: text, HTML: "<p>" + text + "</p>", Visibility: inbox.Public}
}

// first returns the first conversation of the list that bertil, who sees everything, gets.
func (d *table) first() inbox.Conversation {
	d.t.Helper()
	page, err := d.List(context.Background(), staff["bertil"], inbox.Filter{})
	d.must(err)
	if len(page.Items) == 0 {
		d.t.Fatal("the inbox is empty")
	}
	return page.Items[0]
}

func (d *table) list(f inbox.Filter) []inbox.Conversation {
	d.t.Helper()
	page, err := d.List(context.Background(), staff["bertil"], f)
	d.must(err)
	return page.Items
}

// answer publishes an answer in a conversation, as the publishing room does.
func (d *table) answer(c inbox.Conversation, text string) publish.Publication {
	d.t.Helper()
	now := d.clock.Now()
	p := publish.Publication{ID: ident.New(now), Account: c.Account, Draft: ident.New(now), Version: 1, Hash: "h", Conversation: c.ID, By: "amina",
		Curator: publish.Signature{Person: "amina", GivenName: "Amina", Unit: "Parkenheten"}, At: now}
	p.Content.Text, p.Content.Language = text, "sv"
	_, err := d.store.Commit(context.Background(), desk.Change{Acts: []desk.Act{
		{Kind: "publish.published", Subject: p.ID, Account: p.Account, Who: staff["amina"].Who(), At: now, Facts: []any{p}},
		{Kind: "publish.answered", Subject: c.ID, Account: p.Account, Who: staff["amina"].Who(), At: now, Say: map[string]any{"post": p.ID}}}})
	d.must(err)
	return p
}

// story is a conversation's timeline in words, the oldest first.
func (d *table) story(id string) string {
	d.t.Helper()
	page, err := d.Timeline(context.Background(), staff["bertil"], id, "")
	d.must(err)
	var out []string
	for _, i := range page.Items {
		line := i.Kind
		if i.Turn != nil {
			line = fmt.Sprintf("%s: %s", i.Turn.ByName, i.Turn.Text)
			if !i.Turn.DeletedAt.IsZero() {
				line += " (taken back)"
			}
		} else if i.To+i.Text != "" {
			line += " " + strings.TrimSpace(i.To+" "+i.Text)
		}
		out = append([]string{line}, out...)
	}
	return strings.Join(out, "\n")
}

const day = 24 * time.Hour
