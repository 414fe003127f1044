// Package record is where the desk stands for what it has done (protokoll och insyn). The chronicle tells every act on the
// ledger in a sentence, to those who may read it. The insight is what everybody may see: the register of accounts, how many
// of all who needed an answer got one in time, what was corrected, and what was taken off the square and on what ground.
//
// Nothing can be changed from here. Numbers that could point at a person are hidden, and so are those they could be worked
// out from.
//
// TF 2 kap. (what an authority holds can be asked for); OSL SFS 2009:400 4 kap. 1 § (it is kept so that it can be found).
package record

import (
	"context"
	"sync"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/measure"
)

// Filter chooses entries of the ledger. All that is set must hold.
type Filter struct {
	Accounts []string  // nil is every account, and what concerns no account
	Subject  string    // id of what it is about; "" is anything
	Kinds    []string  // nil is every kind; see [Kinds]
	Person   string    // id of who did it; "" is anybody
	Words    string    // in what was said or published; "" is anything
	From     time.Time // what happened at this moment or later; zero is from the beginning
	To       time.Time // what happened before this moment; zero is until now
	After    string    // Next of the page before; "" is the first page
	Limit    int       // at most this many; 0 is 50
}

// Line is an entry as the chronicle tells it.
type Line struct {
	desk.Entry
	Sentence lingo.Text
}

// Deeds are counts of what was done since a day, for the open page.
type Deeds struct {
	Posts        int            // published, answers not among them
	Answers      int            // published in conversations
	Corrections  int            // of posts and answers
	Withdrawals  map[string]int // by ground
	Reclassified int            // conversations that a person said need no answer after all
}

// Store is what the room reads.
type Store interface {
	// Chronicle returns entries, the newest first.
	Chronicle(ctx context.Context, f Filter) (desk.Page[desk.Entry], error)
	// Messages returns all that needed an answer and became visible at or after a moment.
	Messages(ctx context.Context, since time.Time) ([]measure.Message, error)
	// Deeds counts what was done at or after a moment.
	Deeds(ctx context.Context, since time.Time) (Deeds, error)
	// Accounts returns the register, closed accounts too if asked for.
	Accounts(ctx context.Context, closed bool) ([]account.Account, error)
	Evidence
}

// Room is where the chronicle and the insight are.
type Room struct {
	store    Store
	clock    clock.Clock
	measures []measure.Measure
	mu       sync.Mutex
	kept     Insight
}

// New returns the room. The first measure is the headline: it is also told for each account.
func New(s Store, c clock.Clock, measures []measure.Measure) *Room {
	return &Room{store: s, clock: c, measures: measures}
}

// Chronicle returns what has happened, the newest first, in sentences. It asks people.RecordRead; who may read only some
// accounts' record gets theirs.
func (r *Room) Chronicle(ctx context.Context, a people.Actor, f Filter) (desk.Page[Line], error) {
	now := r.clock.Now()
	everywhere, may := a.Accounts(people.RecordRead, now)
	if !everywhere {
		if len(may) == 0 {
			return desk.Page[Line]{}, people.Ask(a, people.RecordRead, "", now)
		}
		f.Accounts = both(f.Accounts, may)
	}
	page, err := r.store.Chronicle(ctx, f)
	if err != nil {
		return desk.Page[Line]{}, err
	}
	out := desk.Page[Line]{Next: page.Next}
	for _, e := range page.Items {
		out.Items = append(out.Items, Line{Entry: e, Sentence: Sentence(e)})
	}
	return out, nil
}

// both returns the accounts that are wanted and allowed; all that are allowed when none is named.
func both(wanted, may []string) []string {
	if wanted == nil {
		return may
	}
	out := []string{}
	for _, w := range wanted {
		for _, m := range may {
			if w == m {
				out = append(out, w)
			}
		}
	}
	return out
}
