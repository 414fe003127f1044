package inbox_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

// reactions are what anna and bo do with a post, under the names of what they do: anna likes it twice and takes one back, bo
// likes it, takes it back, and shares it; anna tries to take back what bo did; cia likes it and takes away her account.
func reactions() map[string]inbox.Message {
	act := func(kind inbox.Kind, who, about string) inbox.Message {
		return inbox.Message{Kind: kind, Author: "https://" + who, Remote: about}
	}
	anna, bo, cia := "a.example/anna", "b.example/bo", "c.example/cia"
	post := "https://torget.se/inlagg/" + post1
	return map[string]inbox.Message{
		"https://a.example/like/1": act(inbox.MessageLiked, anna, post), "https://a.example/like/2": act(inbox.MessageLiked, anna, post),
		"https://a.example/undo/1": act(inbox.MessageUndone, anna, "https://a.example/like/1"),
		"https://b.example/like/1": act(inbox.MessageLiked, bo, post), "https://b.example/undo/1": act(inbox.MessageUndone, bo, "https://b.example/like/1"),
		"https://b.example/share/1": act(inbox.MessageAnnounced, bo, post), "https://a.example/undo/2": act(inbox.MessageUndone, anna, "https://b.example/share/1"),
		"https://c.example/like/1": act(inbox.MessageLiked, cia, post), "https://c.example/gone": act(inbox.MessageLeft, cia, "https://"+cia),
	}
}

func TestReactionsCountOnceInAnyOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		if r, err := d.Reactions(t.Context(), post1); err != nil || !r.None() {
			t.Errorf("before anything: %+v, %v", r, err)
		}
		names := make([]string, 0, len(reactions()))
		for name := range reactions() {
			names = append(names, name, name) // each comes twice
		}
		for i := range 5 {
			post := fmt.Sprintf("%s-%d", post1, i)
			d.posts["https://torget.se/inlagg/"+post1] = inbox.Place{Account: parken, Post: post}
			rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			for _, name := range names {
				m := reactions()[name]
				remote := fmt.Sprintf("%s?%d", name, i) // the same story once more, under names of its own
				if m.Kind == inbox.MessageUndone {
					m.Remote += fmt.Sprintf("?%d", i)
				}
				if m.Kind == inbox.MessageLeft || m.Author == "https://c.example/cia" {
					m.Author += fmt.Sprint(i)
					if m.Kind == inbox.MessageLeft {
						m.Remote = m.Author
					}
				}
				d.hear(remote, m)
				if rand.IntN(2) == 0 {
					d.sort()
				}
			}
			d.sort()
			if r, err := d.Reactions(t.Context(), post); err != nil || r != (inbox.Reactions{Likes: 1, Shares: 1}) {
				t.Errorf("%v: %+v, %v", names, r, err)
			}
		}
		report, err := s.Verify(t.Context(), store.VerifyOptions{})
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("the ledger: %+v, %v", report.Problems, err)
		}
	})
}
