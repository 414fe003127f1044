package inbox_test

import (
	"context"
	"sync"
	"testing"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store"
	"tilltal/store/drafttest"
)

// office is the rooms an answer goes through, on a real store.
type office struct {
	*drafttest.Desk
	inbox  *inbox.Room
	drafts *draft.Room
	posts  *publish.Room
}

func (office) Find(_ context.Context, uris []string) (map[string]inbox.Place, error) {
	out := map[string]inbox.Place{}
	for _, u := range uris {
		if u == "https://torget.se/konto/parken" {
			out[u] = inbox.Place{Account: drafttest.Account}
		}
	}
	return out, nil
}

// open lets anna ask, and returns the office with her conversation.
func open(t *testing.T, d *drafttest.Desk, visibility string) (office, inbox.Conversation) {
	t.Helper()
	o := office{Desk: d, drafts: draft.New(d, d.Clock, drafttest.Checks())}
	o.posts = publish.New(d, d.Clock, d, o.drafts, d.Real)
	o.inbox = inbox.New(d, inbox.Options{Clock: d.Clock, Square: o, Readers: map[string]inbox.Reader{"test": plain{}}, People: d, Writer: o.drafts, Publisher: o.posts})
	m := said(1, "När öppnar ni?")
	m.InReplyTo, m.Mentions, m.Visibility = "", []string{"https://torget.se/konto/parken"}, visibility
	(&table{Room: o.inbox, t: t}).hear("act/1", m)
	if err := o.inbox.Sort(t.Context()); err != nil {
		t.Fatal(err)
	}
	page, err := o.inbox.List(t.Context(), o.People[drafttest.David], inbox.Filter{})
	if err != nil || len(page.Items) != 1 {
		t.Fatalf("%+v, %v", page, err)
	}
	return o, page.Items[0]
}

func words(c inbox.Conversation, text string) inbox.Words {
	return inbox.Words{Seen: c.Seen, Content: draft.Content{Text: text}}
}

func TestReply(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		amina := o.People[drafttest.Amina]
		r, err := o.inbox.Reply(t.Context(), amina, c.ID, words(c, "Klockan nio."))
		if err != nil || r.Waiting || r.Outcome.Post == "" {
			t.Fatalf("%+v, %v", r, err)
		}
		p, err := o.Post(t.Context(), r.Outcome.Post)
		if err != nil || p.Conversation != c.ID || p.InReplyTo != "https://a.example/1" || p.Direct != "" {
			t.Errorf("%+v, %v", p, err)
		}
		got, err := o.inbox.Get(t.Context(), amina, c.ID)
		if err != nil || got.AnsweredAt.IsZero() || !got.Due.IsZero() || got.Turns != 2 {
			t.Errorf("%+v, %v", got, err)
		}
		report, err := d.Verify(t.Context(), store.VerifyOptions{})
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("the ledger: %+v, %v", report.Problems, err)
		}
	})
}

func TestAReplyInPrivateStaysPrivate(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Direct)
		r, err := o.inbox.Reply(t.Context(), o.People[drafttest.Amina], c.ID, words(c, "Klockan nio."))
		if err != nil {
			t.Fatal(err)
		}
		if p, err := o.Post(t.Context(), r.Outcome.Post); err != nil || p.Direct != "https://a.example/anna" {
			t.Errorf("%+v, %v", p, err)
		}
	})
}

func TestTwoCannotBothSend(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		results := make([]inbox.Replied, 2)
		errs := make([]error, 2)
		var both sync.WaitGroup
		for i, who := range []string{drafttest.Amina, drafttest.Bengt} {
			both.Go(func() {
				results[i], errs[i] = o.inbox.Reply(context.Background(), o.People[who], c.ID, words(c, "Svar av "+who))
			})
		}
		both.Wait()
		sent := 0
		for i := range errs {
			if errs[i] == nil {
				sent++
				continue
			}
			if !fault.Is(errs[i], fault.Conflict) {
				t.Errorf("%v", errs[i])
			}
			kept, err := o.drafts.Get(t.Context(), o.People[[]string{drafttest.Amina, drafttest.Bengt}[i]], results[i].Draft)
			if err != nil || kept.Latest.Content.Text == "" {
				t.Errorf("the words of the second are lost: %+v, %v", kept, err)
			}
		}
		if sent != 1 {
			t.Errorf("%d answers were sent", sent)
		}
	})
}

func TestAReplyIsNotSentPastWhatHappened(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		amina := o.People[drafttest.Amina]
		again := said(2, "Jag menar på söndag")
		again.InReplyTo = said(1, "").Remote
		(&table{Room: o.inbox, t: t}).hear("act/2", again)
		if err := o.inbox.Sort(t.Context()); err != nil {
			t.Fatal(err)
		}
		r, err := o.inbox.Reply(t.Context(), amina, c.ID, words(c, "Klockan nio."))
		if !fault.Is(err, fault.Conflict) || r.Draft == "" {
			t.Fatalf("%+v, %v", r, err)
		}
		now, err := o.inbox.Get(t.Context(), amina, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		w := words(now, "Klockan tio.")
		w.Draft, w.Base = r.Draft, r.Version
		if r, err = o.inbox.Reply(t.Context(), amina, c.ID, w); err != nil || r.Outcome.Post == "" {
			t.Fatalf("having read it: %+v, %v", r, err)
		}
	})
}

func TestTheRoutineDecidesOfAnAnswer(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		amina := o.People[drafttest.Amina]
		r, err := o.inbox.Reply(t.Context(), amina, c.ID, words(c, "Klockan nio, kanske."))
		if !fault.Is(err, fault.Invalid) || r.Draft == "" {
			t.Fatalf("no reason was asked for: %+v, %v", r, err)
		}
		w := words(c, "Klockan nio, kanske.")
		w.Draft, w.Base, w.Reason = r.Draft, r.Version, "Vi vet inte bättre."
		if r, err = o.inbox.Reply(t.Context(), amina, c.ID, w); err != nil || r.Step != guideline.WrittenReason || r.Outcome.Post == "" {
			t.Fatalf("%+v, %v", r, err)
		}
		c, err = o.inbox.Get(t.Context(), amina, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if r, err = o.inbox.Reply(t.Context(), amina, c.ID, words(c, "Klockan nio, troligen.")); err != nil || !r.Waiting || r.Step != guideline.SecondReader || r.Outcome.Post != "" {
			t.Fatalf("%+v, %v", r, err)
		}
	})
}

func TestADraftOfAnotherConversation(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		carin := o.People[drafttest.Carin]
		other, err := o.drafts.Begin(t.Context(), carin, draft.Start{Account: drafttest.Account, Kind: draft.KindAnswer, Conversation: "another", Content: draft.Content{Text: "x"}})
		if err != nil {
			t.Fatal(err)
		}
		w := words(c, "Klockan nio.")
		w.Draft, w.Base = other.ID, 1
		if _, err := o.inbox.Reply(t.Context(), carin, c.ID, w); !fault.Is(err, fault.NotFound) {
			t.Errorf("%v", err)
		}
		if _, err := o.inbox.Reply(t.Context(), people.Actor{}, c.ID, words(c, "x")); !fault.Is(err, fault.SignIn) {
			t.Errorf("nobody answered: %v", err)
		}
	})
}
