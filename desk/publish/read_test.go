package publish_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

func TestLists(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		var want []string
		for i := range 7 {
			h.Clock.Move(time.Duration(i%2) * time.Minute)
			c := draft.Content{Text: "Hej.", Topics: []string{"Park"}}
			if i == 3 {
				c.Topics = []string{"park", "Bänkar"}
			}
			want = append(want, h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: c}))
		}
		slices.Reverse(want)
		h.talk(t, "a")
		h.talk(t, "b")
		answer := h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindAnswer, Conversation: "a", Content: draft.Content{Text: "Ja."}})
		private := h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindAnswer, Conversation: "b", Direct: "https://a.example/u", Content: draft.Content{Text: "Nej.", Topics: []string{"Hemligt"}}})
		var got []string
		page := desk.Page[publish.Post]{}
		for first := true; first || page.Next != ""; first = false {
			var err error
			if page, err = h.posts.Posts(ctx, publish.List{Account: drafttest.Account, Limit: 3, After: page.Next}); err != nil {
				t.Fatal(err)
			}
			got = append(got, ids(page.Items)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of the account: %v, want %v", got, want)
		}
		for name, k := range map[string]struct {
			l publish.List
			n int
		}{"another account": {publish.List{Account: "x"}, 0}, "with answers": {publish.List{Answers: true}, 8}, "topic": {publish.List{Topic: "PARK"}, 7},
			"one": {publish.List{Topic: "bänkar", Account: drafttest.Account}, 1}, "private topic": {publish.List{Topic: "hemligt", Answers: true}, 0},
			"a conversation, for anybody": {publish.List{Conversation: "b", Answers: true}, 8}} {
			page, err := h.posts.Posts(ctx, k.l)
			k.l.Conversation = "" // what the room lets be when anybody asks
			n, counted := h.CountPosts(ctx, k.l)
			if err != nil || counted != nil || len(page.Items) != k.n || n != k.n || slices.Contains(ids(page.Items), private) {
				t.Errorf("%s: %d, counted %d, %v, %v", name, len(page.Items), n, err, counted)
			}
		}
		topics, err := h.posts.Topics(ctx, drafttest.Account)
		if err != nil || len(topics) != 2 || topics[0].Key != "park" || topics[0].Posts != 7 || topics[1] != (publish.Topic{Key: "bänkar", Title: "Bänkar", Posts: 1}) {
			t.Errorf("topics: %+v, %v", topics, err)
		}
		if _, err := h.posts.Public(ctx, private); !fault.Is(err, fault.NotFound) {
			t.Errorf("a private answer: %v", err)
		}
		if p, err := h.posts.Load(ctx, private); err != nil || p.Direct == "" {
			t.Errorf("a private answer, for the worker: %+v, %v", p, err)
		}
		if a, err := h.posts.Answers(ctx, "b"); err != nil || len(a) != 1 || a[0].ID != private {
			t.Errorf("answers: %+v, %v", a, err)
		}
		if a, err := h.posts.Answers(ctx, ""); err != nil || len(a) != 0 {
			t.Errorf("answers nowhere: %+v, %v", a, err)
		}
		if recent, err := h.posts.Posts(ctx, publish.List{Limit: 2}); err != nil || !slices.Equal(ids(recent.Items), want[:2]) {
			t.Errorf("recent: %v, %v; the answer is %s", ids(recent.Items), err, answer)
		}
	})
}

func ids(posts []publish.Post) (out []string) {
	for _, p := range posts {
		out = append(out, p.ID)
	}
	return out
}
