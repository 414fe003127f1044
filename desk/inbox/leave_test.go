package inbox_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/drafttest"
	"tilltal/store/storetest"
)

const annaHerself = "https://a.example/anna"

// gone is what her server says when anna takes away her account.
func gone() inbox.Message {
	return inbox.Message{Kind: inbox.MessageLeft, Remote: annaHerself, Author: annaHerself, AuthorName: "Anna"}
}

func TestWhoLeavesTakesBackAllSheSaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		d.hear("act/1", said(1, "När öppnar ni?"))
		d.hear("act/2", said(2, "Och på söndag?"))
		d.sort()
		c.Move(time.Minute)
		d.hear("act/3", gone())
		d.hear("act/4", said(3, "Hallå?")) // it was on its way
		d.sort()
		for _, q := range d.list(inbox.Filter{}) {
			if q.WithLeft.IsZero() || !q.Due.IsZero() {
				t.Errorf("she has left, and somebody still waits: %+v", q)
			}
			page, err := d.Timeline(t.Context(), staff["bertil"], q.ID, "")
			d.must(err)
			turn := page.Items[0].Turn
			if turn == nil || turn.DeletedAt.IsZero() || turn.Text == "" || turn.Version != 2 {
				t.Fatalf("shown as %+v", turn)
			}
			all, err := d.Versions(t.Context(), staff["bertil"], q.ID, turn.ID)
			d.must(err)
			if len(all) != 2 || all[0].Deleted || all[0].Text != turn.Text || !all[1].Deleted {
				t.Errorf("what she said is not kept beside that she took it back: %+v", all)
			}
			if got, err := d.Get(t.Context(), staff["bertil"], q.ID); err != nil || !got.Unreachable {
				t.Errorf("%+v, %v", got, err)
			}
		}
		if n := len(d.list(inbox.Filter{})); n != 3 {
			t.Errorf("%d conversations", n)
		}
		replies, err := d.Replies(t.Context(), post1, "", 10)
		d.must(err)
		if len(replies.Items) != 0 {
			t.Errorf("shown on the square: %+v", replies.Items)
		}
		report, err := s.Verify(t.Context(), store.VerifyOptions{})
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("the ledger: %+v, %v", report.Problems, err)
		}
	})
}

func TestNobodyAnswersWhoHasLeft(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		o, c := open(t, d, inbox.Public)
		(&table{Room: o.inbox, t: t}).hear("act/left", gone())
		if err := o.inbox.Sort(t.Context()); err != nil {
			t.Fatal(err)
		}
		amina := o.People[drafttest.Amina]
		c, err := o.inbox.Get(t.Context(), amina, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		r, err := o.inbox.Reply(t.Context(), amina, c.ID, words(c, "Klockan nio."))
		if !fault.Is(err, fault.Gone) || r.Draft == "" || r.Outcome.Post != "" {
			t.Errorf("%+v, %v", r, err)
		}
		kept, err := o.drafts.Get(t.Context(), amina, r.Draft)
		if err != nil || kept.Latest.Content.Text != "Klockan nio." {
			t.Errorf("her words are not kept: %+v, %v", kept, err)
		}
	})
}
