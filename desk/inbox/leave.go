package inbox

import (
	"cmp"
	"context"
	"slices"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
)

// leave takes back all that somebody has said who has taken away her account. Each turn gets a version of its own that says so;
// what she said stays on the record. A turn that is taken back already stays as it is.
func (w *sorter) leave(l letter) (outcome, conversation string) {
	if l.Author == "" {
		return SortedNothing, ""
	}
	if _, gone := w.left[l.Author]; gone {
		return SortedKnown, ""
	}
	d := Departure{ID: ident.New(w.now), Actor: l.Author, Envelope: l.Envelope.ID, At: l.Envelope.At}
	w.left[l.Author] = d
	w.sortings = append(w.sortings, d)
	for _, h := range w.saidBy(l.Author) {
		w.bury(h, w.home(h.Conversation), l.Envelope.ID, whoOf(l))
	}
	return SortedLeft, ""
}

// saidBy returns the turns of somebody that stand, in an order that is always the same.
func (s *shelf) saidBy(author string) []*Head {
	var out []*Head
	for k, h := range s.heads {
		if k.by == author && !h.Deleted {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b *Head) int { return cmp.Compare(a.Turn, b.Turn) })
	return out
}

// unreachable reports whether nobody is left in a conversation who could read an answer: who began it has taken away her account,
// and nobody else's words stand in it.
func (r *Room) unreachable(ctx context.Context, c Conversation) (bool, error) {
	if c.WithLeft.IsZero() {
		return false, nil
	}
	_, err := r.store.LastAsked(ctx, c.ID)
	if fault.Is(err, fault.NotFound) {
		return true, nil
	}
	return false, err
}

// hasLeft is what a colleague is told who wants to answer somebody who is not there any more.
func hasLeft() *fault.Error {
	return fault.New(fault.Gone, lingo.T("Den som skrev har tagit bort sitt konto. Ett svar når inte fram.", "The person who wrote has removed their account. An answer would not arrive.")).
		Try(lingo.T("Avsluta samtalet och skriv varför inget svar behövs. Det du har skrivit här är inte skickat.", "Close the conversation and say why no answer is needed. What you have written here has not been sent."))
}
