package inbox

import (
	"context"

	"tilltal/base/ident"
)

// Reactions (reaktioner) is how many like a post and how many have shared it, each person once. Who they are is nobody's to know
// here: what somebody likes tells what she thinks, and an authority does not show lists of that (GDPR art. 5.1 c and 9).
type Reactions struct{ Likes, Shares int }

// None reports whether nobody has reacted.
func (r Reactions) None() bool { return r == Reactions{} }

// Reactions counts what stands under a post, for anybody to read.
func (r *Room) Reactions(ctx context.Context, post string) (Reactions, error) {
	return r.store.Reactions(ctx, post)
}

// liked keeps that somebody likes or has shared a post of ours, by the name of what she did: with it she can take it back.
func (w *sorter) liked(l letter, place Place) string {
	outcome := map[Kind]string{MessageLiked: SortedLiked, MessageAnnounced: SortedShared}[l.Kind()]
	w.sortings = append(w.sortings, Reaction{ID: ident.New(w.now), Post: place.Post, Kind: outcome, Actor: l.Author, Remote: l.Envelope.Remote,
		Envelope: l.Envelope.ID, At: l.Envelope.At})
	return outcome
}

// undone keeps that somebody takes back what she did. It may come before what it takes back: then that never counts.
func (w *sorter) undone(l letter) string {
	w.sortings = append(w.sortings, Retraction{ID: ident.New(w.now), Actor: l.Author, Remote: l.Message.Remote, Envelope: l.Envelope.ID, At: l.Envelope.At})
	return SortedUndone
}
