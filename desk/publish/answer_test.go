package publish_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/store/drafttest"
)

func TestTwoCannotBothAnswer(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		start := draft.Start{Account: drafttest.Account, Kind: draft.KindAnswer, Conversation: "samtal", InReplyTo: "https://a.example/1", Content: draft.Content{Text: "Ja."}}
		h.talk(t, "samtal")
		heard, err := h.Seen(ctx, "samtal")
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]string{}
		for _, who := range []string{drafttest.Amina, drafttest.Bengt} {
			w, err := h.drafts.Begin(ctx, h.People[who], start)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := h.drafts.Submit(ctx, h.People[who], w.ID, draft.Handing{Version: 1, Heard: heard}); err != nil {
				t.Fatal(err)
			}
			ids[who] = w.ID
		}
		var wait sync.WaitGroup
		var sent atomic.Int32
		for who, id := range ids {
			wait.Go(func() {
				if _, err := h.posts.PublishOwn(ctx, h.People[who], id); err == nil {
					sent.Add(1)
				} else if !fault.Is(err, fault.Conflict) {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		answers, err := h.posts.Answers(ctx, "samtal")
		if err != nil || sent.Load() != 1 || len(answers) != 1 || answers[0].InReplyTo != "https://a.example/1" {
			t.Fatalf("%d sent, %+v, %v", sent.Load(), answers, err)
		}
		second := drafttest.Amina
		if answers[0].By == second {
			second = drafttest.Bengt
		}
		if heard, err = h.Seen(ctx, "samtal"); err != nil || heard == 0 {
			t.Fatal(heard, err)
		}
		if _, err := h.drafts.Submit(ctx, h.People[second], ids[second], draft.Handing{Version: 1, Heard: heard}); err != nil {
			t.Fatal(err)
		}
		if _, err := h.posts.PublishOwn(ctx, h.People[second], ids[second]); err != nil {
			t.Errorf("when she has read the other's: %v", err)
		}
	})
}

// talk opens a conversation, as the inbox does when a citizen has asked.
func (h house) talk(t testing.TB, id string) {
	t.Helper()
	now := h.Clock.Now()
	f := inbox.Opened{ID: id, Account: drafttest.Account, Kind: inbox.KindQuestion, Channel: inbox.ChannelSquare, First: "Hur?", At: now}
	if _, err := h.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "inbox.opened", Subject: id, Account: f.Account, Who: desk.System("inbox"), At: now, Facts: []any{f}}}}); err != nil {
		t.Fatal(err)
	}
}
