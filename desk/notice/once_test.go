package notice_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"tilltal/desk/counsel"
	"tilltal/desk/idea"
	"tilltal/desk/notice"
	"tilltal/store"
	. "tilltal/store/officetest"
)

// shaky is a store whose worker dies now and then: before it has kept what it would tell, or after, when nobody heard that it had.
type shaky struct {
	*store.Store
	mu  *sync.Mutex
	die *rand.Rand
}

var errDead = errors.New("the worker died")

func (s shaky) Tell(ctx context.Context, all []notice.Telling, upto int64) error {
	s.mu.Lock()
	n := s.die.IntN(4)
	s.mu.Unlock()
	if n == 0 {
		return errDead
	}
	if err := s.Store.Tell(ctx, all, upto); err != nil {
		return err
	}
	if n == 1 {
		return errDead
	}
	return nil
}

// TestEachIsToldOnce: whatever happens in whichever order, with several workers reading at once that die at any line, each
// person is told exactly once of each thing that concerns her.
func TestEachIsToldOnce(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		s := enter(o)
		names := []string{Nadia, Amina, Bengt, Johan}
		want := map[string]int{}
		d := s.Write(Bengt, "Vi plogar i natt.")
		i, err := s.Ideas.Send(t.Context(), s.As(Johan), idea.Letter{Text: "En idé.", Account: s.Account.ID})
		s.Must(err)
		s.Must(s.room.Read(t.Context())) // an idea that is answered before it is read is news to nobody
		want[Nadia], want[Amina], want[Lars] = 1, 1, 1
		step := 0
		rapid.Check(t, func(rt *rapid.T) {
			die := rand.New(rand.NewPCG(uint64(rapid.Int64().Draw(rt, "seed")), 1))
			worker := notice.New(shaky{s.Store, &sync.Mutex{}, die}, notice.Options{Clock: s.Clock, Base: base})
			for range rapid.IntRange(1, 4).Draw(rt, "steps") {
				step++
				words := fmt.Sprint("Nummer ", step)
				switch rapid.SampledFrom([]string{"comment", "ask", "question", "read"}).Draw(rt, "what") {
				case "comment":
					by := rapid.SampledFrom(names[:3]).Draw(rt, "by")
					s.Must(s.Counsel.Comment(t.Context(), s.As(by), d.ID, counsel.Saying{Text: words}))
					if by != Bengt {
						want[Bengt]++
					}
				case "ask":
					by := rapid.SampledFrom(names[:2]).Draw(rt, "by")
					s.Must(s.Ideas.Ask(t.Context(), s.As(by), i.ID, words))
					want[Johan]++
				case "question":
					to := rapid.SampledFrom([]string{Olle, Johan, Nadia}).Draw(rt, "to")
					_, err := s.Counsel.Ask(t.Context(), s.As(Bengt), counsel.Asking{Draft: d.ID, To: s.ID(to), Text: words, Days: 5})
					s.Must(err)
					want[to]++
				case "read":
					var wg sync.WaitGroup
					for range rapid.IntRange(1, 3).Draw(rt, "workers") {
						wg.Go(func() {
							if err := worker.Read(context.Background()); err != nil && !errors.Is(err, errDead) {
								t.Error(err)
							}
						})
					}
					wg.Wait()
				}
			}
		})
		s.Must(s.room.Read(t.Context()))
		s.Must(s.room.Read(t.Context()))
		for _, name := range []string{Nadia, Amina, Lars, Bengt, Johan, Olle, Sixten, Kim} {
			if n, err := s.room.Unread(t.Context(), s.As(name)); err != nil || n != want[name] {
				t.Errorf("%s is told %d times, want %d (%v)", name, n, want[name], err)
			}
		}
	})
}

var _ notice.Store = (*store.Store)(nil)
