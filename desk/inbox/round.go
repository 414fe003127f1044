package inbox

import (
	"context"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
)

// batch is how many envelopes are sorted in one change. Who arrives meanwhile waits for that change: with fifty it is some
// twenty milliseconds.
const batch = 50

// Sort sorts all that has arrived, in the order it arrived. Any number of workers may sort at once: each batch is sorted by
// one of them. It is what the worker does with a job of kind JobSort, and while letters keep coming it ends all the same, when
// it has sorted for a while and has emptied the tray: what came meanwhile has asked for the job anew.
//
// Errors: fault.Unreachable when the database is away; whatever the square answers when it cannot say what is ours.
func (r *Room) Sort(ctx context.Context) error {
	clashes := 0
	for sorted := 0; ; sorted++ {
		limit := max(batch>>clashes, 1)
		n, err := r.sortBatch(ctx, limit)
		switch {
		case fault.Is(err, fault.Conflict) && clashes < maxClashes:
			clashes++ // a colleague was in one of the conversations: read again, and take less
		case err != nil:
			return err
		case n == 0, n < limit && sorted >= aWhile:
			return nil
		default:
			clashes = 0
		}
	}
}

// aWhile is how many batches are sorted before an emptied tray ends the job, also if there may be more in it already.
const aWhile = 10

// maxClashes is how often a batch is read anew before the job is left for later.
const maxClashes = 10

func (r *Room) sortBatch(ctx context.Context, limit int) (int, error) {
	tray, err := r.store.Unsorted(ctx, limit)
	if err != nil || len(tray.Envelopes) == 0 {
		return 0, err
	}
	letters := make([]letter, len(tray.Envelopes))
	for i, e := range tray.Envelopes {
		letters[i] = r.open(e)
	}
	s, err := r.shelf(ctx, letters)
	if err != nil {
		return 0, err
	}
	_, err = r.store.Commit(ctx, decideSorting(tray.Seen, letters, s))
	return len(letters), err
}

// open reads an envelope. A reader that cannot is not a reason to stop.
func (r *Room) open(e Envelope) letter {
	reader, ok := r.readers[e.Channel]
	if !ok {
		return letter{Envelope: e, err: fault.New(fault.Invalid, lingo.T("Ingen läser kanalen %s.", "Nobody reads the channel %s.").Put(e.Channel))}
	}
	m, err := reader.Read(e)
	for _, word := range []*string{&m.Remote, &m.InReplyTo, &m.Author, &m.AuthorName, &m.HTML, &m.Text, &m.Language, &m.Post} {
		*word = strings.ReplaceAll(strings.ToValidUTF8(*word, "\uFFFD"), "\x00", "\uFFFD") // as the databases keep it; the envelope has it as it came
	}
	if m.Visibility == "" {
		m.Visibility = Direct // what does not say that it is public is not shown
	}
	return letter{Envelope: e, Message: m, err: err}
}

// shelf loads what lies on record around a batch.
func (r *Room) shelf(ctx context.Context, letters []letter) (*shelf, error) {
	var uris, remotes, authors, leaving set
	for _, l := range letters {
		if l.err != nil {
			continue
		}
		uris.add(l.Author, l.InReplyTo, l.Message.Remote)
		uris.add(l.Mentions...)
		remotes.add(l.Message.Remote, l.InReplyTo)
		authors.add(l.Author)
		if l.Kind() == MessageLeft {
			leaving.add(l.Author)
		}
	}
	places, err := r.Square.Find(ctx, uris.all)
	if err != nil {
		return nil, fault.Wrap("inbox: find", err)
	}
	var talks, accounts set
	for _, p := range places {
		talks.add(p.Conversation)
		accounts.add(p.Account)
	}
	known, err := r.store.Around(ctx, Wanted{Remotes: remotes.all, Conversations: talks.all, Authors: authors.all, Leaving: leaving.all})
	if err != nil {
		return nil, err
	}
	for _, l := range letters {
		accounts.add(l.Envelope.Account)
	}
	for _, c := range append(known.Conversations, known.Orphans...) {
		accounts.add(c.Account)
	}
	at := map[string]account.Account{}
	for _, id := range accounts.all {
		if at[id], err = r.store.Account(ctx, id); err != nil && !fault.Is(err, fault.NotFound) {
			return nil, err
		}
	}
	s := newShelf(known, places, at, r.Checks, r.clock.Now())
	s.today, err = r.marked(ctx)
	return s, err
}

// set is a list without doubles and without the empty word.
type set struct {
	all  []string
	seen map[string]bool
}

func (s *set) add(words ...string) {
	for _, w := range words {
		if w != "" && !s.seen[w] {
			if s.seen == nil {
				s.seen = map[string]bool{}
			}
			s.seen[w] = true
			s.all = append(s.all, w)
		}
	}
}
