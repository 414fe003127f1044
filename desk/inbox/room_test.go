package inbox_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestAnEnvelopeArrivesOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		before, err := s.Size(t.Context())
		d.must(err)
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() {
				err := d.Arrive(context.Background(), inbox.Envelope{Channel: "test", Remote: "act/1", Sender: "https://a.example/anna", Body: []byte("{}")})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		after, err := s.Size(t.Context())
		d.must(err)
		if after != before+1 {
			t.Errorf("a hundred deliveries of one thing made %d entries", after-before)
		}
	})
}

func TestSortingOnARealStore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		hostile := said(1, "När öppnar ni?\x00\u202e")
		hostile.AuthorName = "An\x00na"
		d.hear("act/1", hostile)
		d.hear("act/2", said(2, "Fint!"))
		d.must(d.Arrive(t.Context(), inbox.Envelope{Channel: "test", Remote: "act/3", Body: []byte("not JSON")}))
		d.must(d.Arrive(t.Context(), inbox.Envelope{Channel: "unknown", Remote: "act/4", Body: []byte("{}")}))
		d.sort()
		d.sort() // nothing is sorted twice
		all := d.list(inbox.Filter{})
		if len(all) != 2 {
			t.Fatalf("%d conversations", len(all))
		}
		q := all[0]
		if !q.NeedsAnswer || q.First != "När öppnar ni?\uFFFD" || !q.Due.Equal(c.Now().Add(day)) || q.Post != post1 || q.Kind != inbox.KindReply || q.Turns != 1 {
			t.Errorf("%+v", q)
		}
		if all[1].NeedsAnswer || !all[1].Due.IsZero() {
			t.Errorf("%+v", all[1])
		}
		page, err := d.Timeline(t.Context(), staff["bertil"], q.ID, "")
		d.must(err)
		if turn := page.Items[0].Turn; turn == nil || turn.Needs != inbox.WhyMark || turn.Text != "När öppnar ni?\uFFFD\u202e" || turn.Envelope == "" {
			t.Errorf("%+v", page.Items)
		}
	})
}

func TestAConversationsLife(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, amina, bertil := t.Context(), staff["amina"], staff["bertil"]
		d.hear("act/1", said(1, "När öppnar ni?"))
		d.sort()
		q := d.first()
		d.must(d.Take(ctx, amina, q.ID, q.Seen))
		if err := d.Take(ctx, bertil, q.ID, q.Seen); !fault.Is(err, fault.Conflict) {
			t.Errorf("two took the same conversation: %v", err)
		}
		c.Move(time.Minute)
		d.must(d.Note(ctx, bertil, q.ID, "Fråga Kerstin om tiderna"))
		if err := d.Close(ctx, amina, q.ID, inbox.OutcomeAnswered, "", 0); !fault.Is(err, fault.Invalid) {
			t.Errorf("closed as answered without an answer: %v", err)
		}
		c.Move(time.Minute)
		p := d.answer(q, "Klockan nio.")
		got, err := d.Get(ctx, amina, q.ID)
		d.must(err)
		if !got.AnsweredAt.Equal(p.At) || !got.Due.IsZero() || got.Turns != 2 || got.Owner != "amina" || !got.NeedsAnswer {
			t.Errorf("answered: %+v", got)
		}
		c.Move(time.Minute)
		d.must(d.Close(ctx, amina, q.ID, inbox.OutcomeAnswered, "", got.Seen))
		if open, closed := d.list(inbox.Filter{}), d.list(inbox.Filter{Closed: true}); len(open) != 0 || len(closed) != 1 || closed[0].Closure.By != "amina" {
			t.Errorf("open %+v, closed %+v", open, closed)
		}
		c.Move(time.Minute)
		d.posts["https://torget.se/inlagg/"+p.ID] = inbox.Place{Account: parken, Post: p.ID, Conversation: q.ID}
		again := said(2, "Tack! Även på söndag?")
		again.InReplyTo = "https://torget.se/inlagg/" + p.ID
		d.hear("act/2", again)
		d.sort()
		got, err = d.Get(ctx, amina, q.ID)
		d.must(err)
		if got.Closure != nil || !got.Due.Equal(c.Now().Add(day)) || got.Turns != 3 {
			t.Errorf("she spoke again: %+v", got)
		}
		want := "Anna: När öppnar ni?\nassigned amina\nnote Fråga Kerstin om tiderna\nAmina, Parkenheten: Klockan nio.\nclosed answered\n"
		if story := d.story(q.ID); !strings.HasPrefix(story, want) || !strings.Contains(story, "reopened spoke") || !strings.Contains(story, "Även på söndag?") {
			t.Errorf("the story is\n%s", story)
		}
	})
}

func TestClosingAndClassing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, amina, bertil := t.Context(), staff["amina"], staff["bertil"]
		d.hear("act/1", said(1, "När öppnar ni?"))
		d.sort()
		q := d.first()
		d.must(d.Classify(ctx, bertil, q.ID, inbox.Class{Kind: inbox.KindMention, Why: "Retoriskt"}, 0))
		got, err := d.Get(ctx, amina, q.ID)
		d.must(err)
		if got.NeedsAnswer || !got.Due.IsZero() || got.Kind != inbox.KindMention || got.KindBy != "bertil" {
			t.Errorf("%+v", got)
		}
		d.must(d.Classify(ctx, bertil, q.ID, inbox.Class{Kind: inbox.KindMention, NeedsAnswer: true}, 0))
		got, err = d.Get(ctx, amina, q.ID)
		d.must(err)
		if !got.NeedsAnswer || got.Due.IsZero() {
			t.Errorf("%+v", got)
		}
		d.must(d.Close(ctx, amina, q.ID, inbox.OutcomeReferred, "Till växeln", 0))
		if err := d.Close(ctx, amina, q.ID, inbox.OutcomeReferred, "Till växeln", 0); !fault.Is(err, fault.Conflict) {
			t.Errorf("closed twice: %v", err)
		}
		got, err = d.Get(ctx, amina, q.ID)
		d.must(err)
		if got.Open() || !got.Due.IsZero() || !got.NeedsAnswer {
			t.Errorf("%+v", got)
		}
		d.must(d.Reopen(ctx, amina, q.ID, "För tidigt", 0))
		d.must(d.Reopen(ctx, amina, q.ID, "", 0)) // open already: nothing to do
		got, err = d.Get(ctx, amina, q.ID)
		d.must(err)
		if !got.Open() || got.Due.IsZero() {
			t.Errorf("%+v", got)
		}
	})
}

func TestRights(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, cilla := t.Context(), staff["cilla"]
		d.hear("act/1", said(1, "När öppnar ni?"))
		d.sort()
		q := d.first()
		if page, err := d.List(ctx, cilla, inbox.Filter{Accounts: []string{parken}}); err == nil && len(page.Items) > 0 {
			t.Error("cilla reads another account's inbox")
		}
		if page, err := d.List(ctx, cilla, inbox.Filter{}); err != nil || len(page.Items) != 0 {
			t.Errorf("cilla's inbox has %d, %v", len(page.Items), err)
		}
		if _, err := d.Search(ctx, cilla, inbox.Query{Words: "öppnar"}); err != nil {
			t.Error(err)
		}
		for name, do := range map[string]func() error{
			"get":      func() error { _, err := d.Get(ctx, cilla, q.ID); return err },
			"timeline": func() error { _, err := d.Timeline(ctx, cilla, q.ID, ""); return err },
			"look":     func() error { _, err := d.Look(ctx, cilla, q.ID); return err },
			"contact":  func() error { _, err := d.Contact(ctx, cilla, q.ID); return err },
			"take":     func() error { return d.Take(ctx, cilla, q.ID, 0) },
			"assign":   func() error { return d.Assign(ctx, cilla, q.ID, "cilla", 0) },
			"note":     func() error { return d.Note(ctx, cilla, q.ID, "x") },
			"close":    func() error { return d.Close(ctx, cilla, q.ID, inbox.OutcomeNoNeed, "x", 0) },
			"reopen":   func() error { return d.Reopen(ctx, cilla, q.ID, "x", 0) },
			"classify": func() error { return d.Classify(ctx, cilla, q.ID, inbox.Class{Kind: inbox.KindReply}, 0) },
			"reply":    func() error { _, err := d.Reply(ctx, cilla, q.ID, inbox.Words{}); return err },
		} {
			if err := do(); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := d.Assign(ctx, staff["bertil"], q.ID, "cilla", 0); !fault.Is(err, fault.Invalid) {
			t.Errorf("handed to somebody who cannot read it: %v", err)
		}
		d.must(d.Assign(ctx, staff["bertil"], q.ID, "amina", 0))
		if mine := d.list(inbox.Filter{Owner: "amina"}); len(mine) != 1 {
			t.Errorf("%d of amina's", len(mine))
		}
		d.must(d.Assign(ctx, staff["bertil"], q.ID, "", 0))
		if free := d.list(inbox.Filter{Unowned: true}); len(free) != 1 {
			t.Errorf("%d free", len(free))
		}
		if _, err := d.List(ctx, people.Actor{}, inbox.Filter{}); !fault.Is(err, fault.SignIn) {
			t.Errorf("nobody at all: %v", err)
		}
	})
}

func TestPresence(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		d.hear("act/1", said(1, "När öppnar ni?"))
		d.sort()
		q := d.first()
		look := func(who string) (out []string) {
			here, err := d.Look(t.Context(), staff[who], q.ID)
			d.must(err)
			for _, p := range here {
				out = append(out, p.Person)
			}
			return out
		}
		if here := look("amina"); here != nil {
			t.Errorf("amina sees %v", here)
		}
		if here := look("bertil"); !slices.Equal(here, []string{"amina"}) {
			t.Errorf("bertil sees %v", here)
		}
		c.Move(inbox.Here + time.Second)
		if here := look("bertil"); here != nil {
			t.Errorf("bertil sees %v, who has left", here)
		}
	})
}

func TestAskAndComeBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx := t.Context()
		secret, err := d.Ask(ctx, inbox.Question{Account: parken, Text: "Fel år i inlägget", Kind: inbox.KindError, Contact: "bo@example.se", Post: post1, Language: "sv"})
		d.must(err)
		f, err := d.Followup(ctx, secret)
		d.must(err)
		if f.Sorted || f.Text != "Fel år i inlägget" || f.Kind != inbox.KindError {
			t.Errorf("unsorted: %+v", f)
		}
		d.sort()
		q := d.first()
		if q.Kind != inbox.KindError || q.Post != post1 || q.With != "" || !q.NeedsAnswer {
			t.Errorf("%+v", q)
		}
		contact, err := d.Contact(ctx, staff["amina"], q.ID)
		d.must(err)
		if contact != "bo@example.se" {
			t.Errorf("contact %q", contact)
		}
		if page, err := d.Replies(ctx, post1, "", 0); err != nil || len(page.Items) != 0 {
			t.Errorf("what was asked in private stands in public: %+v, %v", page, err)
		}
		d.answer(q, "Tack, nu är det rättat.")
		f, err = d.Followup(ctx, secret)
		d.must(err)
		if !f.Sorted || len(f.Answers) != 1 || f.Answers[0].Text != "Tack, nu är det rättat." || f.Answers[0].By != "" || !f.Due.IsZero() {
			t.Errorf("answered: %+v", f)
		}
		if _, err := d.Followup(ctx, "guess"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a guessed secret: %v", err)
		}
		if story := d.story(q.ID); !strings.Contains(story, "acknowledged") {
			t.Errorf("no acknowledgement in\n%s", story)
		}
		if _, err := d.Ask(ctx, inbox.Question{Account: "nobody", Text: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("asked nobody: %v", err)
		}
	})
}

// A thread with edits, deletions and a turn that ties two pieces together ends the same in every order, on both databases.
func TestAnyOrderOnARealStore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		want := ""
		for round := range 12 {
			thread := threadOf(round * 100)
			order := rand.New(rand.NewPCG(uint64(round), 7)).Perm(len(thread))
			if round == 0 {
				slices.Sort(order)
			}
			for i, n := range order {
				d.hear(thread[n].Remote+string(thread[n].Kind)+thread[n].At.String(), thread[n])
				if i%2 == round%2 {
					d.sort()
				}
			}
			d.sort()
			var stories []string
			for _, q := range d.list(inbox.Filter{}) {
				if q.Account != parken || q.Post != post1 {
					t.Errorf("%+v", q)
				}
				lines := strings.Split(d.story(q.ID), "\n")
				lines = slices.DeleteFunc(lines, func(l string) bool { return l == "joined "+l[len("joined "):] && strings.HasPrefix(l, "joined ") })
				slices.Sort(lines)
				stories = append(stories, q.First+"|"+strings.Join(lines, "\n"))
				d.must(d.Close(t.Context(), staff["bertil"], q.ID, inbox.OutcomeNoNeed, "nästa", 0))
			}
			slices.Sort(stories)
			got := strings.Join(stories, "\n--\n")
			if round == 0 {
				want = got
			}
			if got != want {
				t.Fatalf("order %v gave\n%s\nwant\n%s", order, got, want)
			}
		}
	})
}

// threadOf is a thread whose URIs begin at a number.
func threadOf(n int) []inbox.Message {
	at := storetest.Noon.Add(-time.Hour)
	under := func(parent int, m inbox.Message) inbox.Message {
		m.InReplyTo = said(n+parent, "").Remote
		return m
	}
	a, b, cc, dd := said(n+1, "Hej, fin park"), under(1, said(n+2, "När öppnar ni?")), under(2, said(n+3, "Det undrar jag med")), said(n+4, "Annat")
	all := []inbox.Message{a, b, cc, dd, under(3, said(n+5, "Klockan åtta tror jag")), under(4, said(n+6, "Fel plats"))}
	for i := range all {
		all[i].At = at.Add(time.Duration(i) * time.Minute)
	}
	edit, edit2 := all[1], all[1]
	edit.Kind, edit.Text, edit.At = inbox.MessageChanged, "När öppnar ni på lördag?", at.Add(20*time.Minute)
	edit2.Kind, edit2.Text, edit2.At = inbox.MessageChanged, "När öppnar ni på söndag?", at.Add(30*time.Minute)
	gone := inbox.Message{Kind: inbox.MessageDeleted, Remote: all[5].Remote, Author: all[5].Author}
	return append(all, edit, edit2, gone)
}
