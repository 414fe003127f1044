// Package officetest is a small office on a real store, with real rooms: for tests of what goes through several of them, such
// as an idea that becomes a post, or a notice of what a colleague did.
package officetest

import (
	"context"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/store"
	"tilltal/store/drafttest"
	"tilltal/store/storetest"
)

// The people, by first name.
const (
	Kim    = "Kim"    // administrator
	Nadia  = "Nadia"  // communicator for the whole authority
	Amina  = "Amina"  // owner of Parken
	Lars   = "Lars"   // owner of Parken
	Bengt  = "Bengt"  // voice of Parken
	Olle   = "Olle"   // subject expert
	Johan  = "Johan"  // has no role
	Farid  = "Farid"  // auditor
	Sixten = "Sixten" // has no role
)

// Office is the rooms, the people and the account.
type Office struct {
	T       testing.TB
	Store   *store.Store
	Clock   *clock.Fixed
	People  *people.Room
	Account account.Account
	Drafts  *draft.Room
	Publish *publish.Room
	Review  *review.Room
	Inbox   *inbox.Room
	Ideas   *idea.Room
	Counsel *counsel.Room
	ids     map[string]string
}

// Each runs a test with a new office on every database.
func Each(t *testing.T, test func(t *testing.T, o *Office)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, New(t, s, c)) })
}

// New moves an office into a store.
func New(t testing.TB, s *store.Store, c *clock.Fixed) *Office {
	t.Helper()
	o := &Office{T: t, Store: s, Clock: c, ids: map[string]string{}}
	checks := drafttest.Checks()
	o.People = people.New(s, people.Options{Clock: c, Secret: []byte("office")})
	o.Drafts = draft.New(s, c, checks)
	o.Publish = publish.New(s, c, o.People, o.Drafts, func() bool { return true })
	o.Review = review.New(s, c)
	o.Inbox = inbox.New(s, inbox.Options{Clock: c, Square: nowhere{}, Checks: []check.Check{}, People: o.People, Writer: o.Drafts, Publisher: o.Publish})
	o.Ideas = idea.New(s, c, o.Drafts)
	o.Counsel = counsel.New(s, c, o.Drafts, o.Inbox)
	console := people.Console(c.Now())
	for _, name := range []string{Kim, Nadia, Amina, Lars, Bengt, Olle, Johan, Farid, Sixten} {
		w, err := o.People.Hire(t.Context(), console, people.Newcomer{GivenName: name, Name: name + " Larsson", Unit: "Parkenheten", Email: name + "@umea.example", Language: "sv"})
		o.Must(err)
		o.ids[name] = w.Person.ID
	}
	for name, role := range map[string]people.Role{Kim: people.Administrator, Nadia: people.Communicator, Olle: people.Expert, Farid: people.Auditor} {
		_, err := o.People.Grant(t.Context(), console, o.ids[name], role, time.Time{})
		o.Must(err)
	}
	o.open()
	return o
}

func (o *Office) open() {
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Purpose = "Parken", "Vi berättar om parken."
	a, err := account.New(o.Store, o.People, o.Clock).Open(o.T.Context(), people.Console(o.Clock.Now()),
		account.Plan{Handle: "parken", Charter: c, Owners: []string{o.ids[Amina], o.ids[Lars]}})
	o.Must(err)
	o.Account = a
	_, err = o.People.Commission(o.T.Context(), o.As(Amina), people.Appointment{Person: o.ids[Bengt], Account: a.ID, Role: people.Voice})
	o.Must(err)
}

// Must fails the test on an error.
func (o *Office) Must(err error) {
	o.T.Helper()
	if err != nil {
		o.T.Fatal(err)
	}
}

// ID is somebody's id.
func (o *Office) ID(name string) string { return o.ids[name] }

// As is somebody with what she may do now.
func (o *Office) As(name string) people.Actor {
	o.T.Helper()
	a, err := o.People.Load(context.Background(), o.ids[name])
	o.Must(err)
	return a
}

// Write begins a draft for Parken.
func (o *Office) Write(name, text string) draft.Draft {
	o.T.Helper()
	d, err := o.Drafts.Begin(o.T.Context(), o.As(name), draft.Start{Account: o.Account.ID, Kind: draft.KindPost, Content: draft.Content{Text: text}})
	o.Must(err)
	return d
}

// Hear lets a citizen ask something, and returns the conversation.
func (o *Office) Hear(text string) inbox.Conversation {
	o.T.Helper()
	_, err := o.Inbox.Ask(o.T.Context(), inbox.Question{Account: o.Account.ID, Kind: inbox.KindQuestion, Name: "Siv", Text: text, Language: "sv"})
	o.Must(err)
	o.Must(o.Inbox.Sort(o.T.Context()))
	page, err := o.Inbox.List(o.T.Context(), o.As(Amina), inbox.Filter{})
	o.Must(err)
	for _, c := range page.Items {
		if c.First == inbox.FirstLine(text) {
			return c
		}
	}
	o.T.Fatalf("%q was not heard", text)
	return inbox.Conversation{}
}

// Kinds returns the kinds of act that have happened to a subject, the oldest first.
func (o *Office) Kinds(subject string) (out []string) {
	o.T.Helper()
	all, err := o.Store.EntriesOf(o.T.Context(), subject)
	o.Must(err)
	for _, e := range all {
		out = append(out, e.Kind)
	}
	return out
}

// Due takes the lease of the jobs of a kind that are due now.
func (o *Office) Due(kind string) []desk.Held {
	o.T.Helper()
	held, err := o.Store.Claim(o.T.Context(), []string{kind}, 50, 30*time.Second)
	o.Must(err)
	return held
}

// nowhere is a square that nobody has written to from elsewhere.
type nowhere struct{}

// Find finds nothing.
func (nowhere) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }
