package inbox

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/ident"
	"tilltal/base/svenska"
	"tilltal/desk"
)

// How sorting makes the order of arrival mean nothing:
//
//   - A turn is known by its URI and its author. Nobody reaches another's turn by claiming its URI.
//   - The versions of a turn are ordered by their stamps, not by when they came. The highest stands. A version that is
//     already there is not added again.
//   - Who takes away her whole account takes back every turn of hers, those too that reach us later.
//   - A deletion always wins; what is deleted before it comes is a gravestone until then.
//   - Replies form a tree. Each connected piece of it that we have seen is one conversation, and when the turn that ties
//     two pieces together comes, they are joined.
//   - Whether a turn needs an answer is judged by that turn alone, and an edit never takes a need away.

// SortingSubject is what all sorting rounds happen to on the record: of two sorters at work at once, one is refused.
const SortingSubject = "inbox.sorting"

// Tray is what lies unsorted, in the order it arrived.
type Tray struct {
	Envelopes []Envelope
	Seen      int64 // the last round's entry
}

// letter is an envelope that has been opened; err tells why it could not be read.
type letter struct {
	Envelope
	Message
	err error
}

// sorter decides one batch.
type sorter struct {
	*shelf
	acts     []desk.Act
	sortings []any
	expect   []desk.Expect
	expected map[string]bool
}

// decideSorting sorts a batch: pure, and the same for the same shelf.
func decideSorting(seen int64, letters []letter, s *shelf) desk.Change {
	w := &sorter{shelf: s, expected: map[string]bool{}, expect: []desk.Expect{{Subject: SortingSubject, Seen: seen}}}
	counts := map[string]any{}
	round := Round{ID: ident.New(s.now), Count: len(letters), At: s.now}
	for _, l := range letters {
		outcome, conversation := w.deal(l)
		w.sortings = append(w.sortings, Sorting{ID: ident.New(s.now), Envelope: l.Envelope.ID, Conversation: conversation, Outcome: outcome, At: s.now})
		n, _ := counts[outcome].(int)
		counts[outcome] = n + 1
		round.Through = max(round.Through, l.Envelope.Seq)
	}
	w.acts = append(w.acts, w.breakers()...)
	w.acts = append(w.acts, desk.Act{Kind: "inbox.sorted", Subject: SortingSubject, Who: desk.System("inbox"), At: s.now, Say: counts,
		Facts: append(w.sortings, round)})
	return desk.Change{Expect: w.expect, Acts: w.acts}
}

// deal decides one envelope, and returns how it was dealt with and in which conversation.
func (w *sorter) deal(l letter) (outcome, conversation string) {
	if l.err != nil {
		return SortedUnreadable, ""
	}
	if l.Kind() == MessageNothing {
		return SortedNothing, ""
	}
	if _, ours := w.places[l.Author]; ours && l.Author != "" {
		return SortedOwn, ""
	}
	if l.Author != l.Sender {
		return SortedRefused, ""
	}
	place, ours := w.places[l.Message.Remote]
	switch l.Kind() {
	case MessageLiked, MessageAnnounced:
		if !ours || place.Post == "" {
			return SortedElsewhere, ""
		}
		return w.liked(l, place), place.Conversation
	case MessageUndone:
		return w.undone(l), ""
	case MessageSaid, MessageChanged, MessageReported:
		if !sameOrigin(l.Message.Remote, l.Author) {
			return SortedRefused, ""
		}
		return w.said(l)
	case MessageDeleted:
		return w.takenBack(l)
	case MessageLeft:
		return w.leave(l)
	}
	return SortedNothing, ""
}

// Kind is what the letter's message does; the envelope's Kind is the network's word for it.
func (l letter) Kind() Kind { return l.Message.Kind }

// sameOrigin reports whether a URI lies where its author does. A server answers for its own names only; networks whose
// authors are not web addresses vouch for theirs in their reader.
func sameOrigin(remote, author string) bool {
	a, err := url.Parse(author)
	if err != nil || a.Host == "" {
		return author == "" || err == nil
	}
	r, err := url.Parse(remote)
	return err == nil && strings.EqualFold(r.Host, a.Host)
}

func (w *sorter) said(l letter) (outcome, conversation string) {
	if l.Message.InReplyTo == l.Message.Remote {
		l.Message.InReplyTo = ""
	}
	if h := w.heads[key{l.Message.Remote, l.Author}]; h != nil {
		return w.again(l, h)
	}
	turn := ident.New(w.now)
	t, opened := w.settle(l, turn)
	h := w.addHead(Head{Turn: turn, Conversation: t.ID, Remote: l.Message.Remote, By: l.Author})
	facts := append(opened, w.version(l, h, t))
	facts = append(facts, w.need(l, h, t)...)
	kind, outcome := "inbox.said", SortedSaid
	if len(opened) > 0 {
		kind, outcome = "inbox.opened", SortedOpened
	}
	if l.Channel == ChannelSquare && len(opened) > 0 {
		facts = append(facts, Acknowledgement{ID: ident.New(w.now), Conversation: t.ID, Due: w.due(l, t.Account), At: w.now})
	}
	w.act(kind, t, l, facts)
	w.reopen(t, "spoke")
	for _, g := range w.graves[key{l.Message.Remote, l.Author}] {
		w.bury(h, t, g.Envelope, whoOf(l))
	}
	if d, gone := w.left[l.Author]; gone && !h.Deleted {
		w.bury(h, t, d.Envelope, whoOf(l))
	}
	if t.Account == "" {
		outcome = SortedElsewhere
	}
	return outcome, t.ID
}

// again adds a version to a turn that we have.
func (w *sorter) again(l letter, h *Head) (outcome, conversation string) {
	t := w.home(h.Conversation)
	if slices.Contains(h.Stamps, stamp(l)) {
		return SortedKnown, t.ID
	}
	facts := []any{w.version(l, h, t)}
	needs := w.need(l, h, t)
	w.act("inbox.changed", t, l, append(facts, needs...))
	if len(needs) > 0 && !h.Deleted {
		w.reopen(t, "changed")
	}
	return SortedChanged, t.ID
}

func (w *sorter) takenBack(l letter) (outcome, conversation string) {
	k := key{l.Message.Remote, l.Author}
	if h := w.heads[k]; h != nil {
		t := w.home(h.Conversation)
		if h.Deleted {
			return SortedKnown, t.ID
		}
		w.bury(h, t, l.Envelope.ID, whoOf(l))
		return SortedTakenBack, t.ID
	}
	if len(w.graves[k]) > 0 {
		return SortedKnown, ""
	}
	g := Gravestone{ID: ident.New(w.now), Remote: l.Message.Remote, By: l.Author, Envelope: l.Envelope.ID, At: w.now}
	w.graves[k] = append(w.graves[k], g)
	w.sortings = append(w.sortings, g)
	if len(w.byURI[l.Message.Remote]) > 0 {
		return SortedRefused, "" // it is somebody else's; kept in case a turn of the sender's own comes
	}
	return SortedWaiting, ""
}

// bury adds the version that says that a turn was taken back.
func (w *sorter) bury(h *Head, t *talk, envelope string, who desk.Who) {
	h.Deleted = true
	h.Versions++
	w.touch(t)
	w.acts = append(w.acts, desk.Act{Kind: "inbox.takenback", Subject: t.ID, Account: t.Account, Who: who, At: w.now,
		Say: map[string]any{"turn": h.Turn}, Facts: []any{Said{ID: ident.New(w.now), Turn: h.Turn, Version: h.Versions, Conversation: t.ID,
			Remote: h.Remote, By: h.By, Deleted: true, Envelope: envelope, At: w.now}}})
}

// version makes the next version of a turn.
func (w *sorter) version(l letter, h *Head, t *talk) Said {
	st := stamp(l)
	stands := st > h.Stamp
	if stands {
		h.Stamp = st
	}
	if stands && t.Root == h.Turn {
		t.First = FirstLine(l.Text)
	}
	h.Stamps = append(h.Stamps, st)
	h.Versions++
	return Said{ID: ident.New(w.now), Turn: h.Turn, Version: h.Versions, Conversation: t.ID, Remote: h.Remote, InReplyTo: l.Message.InReplyTo,
		By: l.Author, ByName: l.AuthorName, HTML: l.HTML, Text: l.Text, Language: l.Language, Visibility: l.Visibility,
		Stamp: st, Stands: stands, Marks: w.marks(l.Text, l.Language, t.Account), Envelope: l.Envelope.ID, At: l.saidAt()}
}

// need returns the fact that a turn needs an answer, once: when it turns to us, and asks.
func (w *sorter) need(l letter, h *Head, t *talk) []any {
	if h.Needs || l.About == KindReport || w.claim(l) == (Place{}) {
		return nil
	}
	why := Guess(l.Text)
	if l.About != "" {
		why = WhyForm
	}
	if why == "" {
		return nil
	}
	h.Needs = true
	account := t.Account
	return []any{Need{ID: ident.New(w.now), Turn: h.Turn, Conversation: t.ID, Why: why, At: l.Envelope.At, Due: w.due(l, account)}}
}

// due is when the account has promised to answer what arrived.
func (w *sorter) due(l letter, account string) time.Time {
	return dueOf(l.Envelope.At, w.accounts[account].Promise, w.accounts[account].Hours, w.accounts[account].Zone)
}

func dueOf(arrived time.Time, promise svenska.Promise, hours svenska.Hours, zone string) time.Time {
	where, err := clock.Zone(zone)
	if err != nil {
		where = clock.Stockholm()
	}
	return svenska.Deadline(arrived, promise, hours, where)
}

func (w *sorter) reopen(t *talk, why string) {
	if t.Closure == nil {
		return
	}
	t.Closure = nil
	w.acts = append(w.acts, desk.Act{Kind: "inbox.reopened", Subject: t.ID, Account: t.Account, Who: desk.System("inbox"), At: w.now,
		Say: map[string]any{"why": why}, Facts: []any{Reopening{ID: ident.New(w.now), Conversation: t.ID, Why: why, At: w.now}}})
}

func (w *sorter) act(kind string, t *talk, l letter, facts []any) {
	w.touch(t)
	w.acts = append(w.acts, desk.Act{Kind: kind, Subject: t.ID, Account: t.Account, Who: whoOf(l), At: w.now,
		Say: map[string]any{"channel": l.Channel, "about": t.Kind}, Facts: facts})
}

// touch expects that nobody has done anything in a conversation since it was read.
func (w *sorter) touch(t *talk) {
	if t.fresh || w.expected[t.ID] {
		return
	}
	w.expected[t.ID] = true
	w.expect = append(w.expect, desk.Expect{Subject: t.ID, Seen: t.Seen})
}

func whoOf(l letter) desk.Who {
	if l.Author == "" {
		return desk.Who{Kind: desk.WhoCitizen, Name: l.AuthorName}
	}
	return desk.Who{Kind: desk.WhoRemote, ID: l.Author, Name: l.AuthorName}
}

// saidAt is when a version was said, never later than when it reached us: a sender's clock may run ahead.
func (l letter) saidAt() time.Time {
	if l.Message.At.IsZero() || l.Message.At.After(l.Envelope.At) {
		return l.Envelope.At
	}
	return l.Message.At
}

// stamp orders the versions of a turn: what was said before what it was changed to, then by time, then by content. Two
// versions with the same stamp are the same version.
func stamp(l letter) string {
	rank, at := 0, int64(0)
	if l.Kind() == MessageChanged {
		rank = 1
	}
	if rank == 1 || !l.Message.At.IsZero() {
		at = max(l.saidAt().UnixMicro(), 0)
	}
	sum := sha256.Sum256([]byte(l.HTML + "\x00" + l.Text))
	return fmt.Sprintf("%d-%016d-%s", rank, at, hex.EncodeToString(sum[:8]))
}
