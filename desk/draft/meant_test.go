package draft_test

import (
	"context"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/store/drafttest"
)

// gate lets nobody through until it is opened.
type gate struct{ open bool }

func (g *gate) Ready(context.Context, string, string) error {
	if g.open {
		return nil
	}
	return fault.New(fault.Forbidden, lingo.T("Läs först.", "Read first."))
}

func TestWhatSheMeantIsKeptUntilSheHandsIn(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		shut := &gate{}
		r := draft.New(d, d.Clock, drafttest.Checks(), shut)
		amina := d.People[drafttest.Amina]
		w, err := r.Begin(ctx, amina, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Vi öppnar.", Language: "sv"}})
		if err != nil {
			t.Fatal(err)
		}
		when, err := clock.ReadWall("2027-03-01T08:00[Europe/Stockholm]")
		if err != nil {
			t.Fatal(err)
		}
		meant := func(want *draft.Meant) {
			t.Helper()
			got, err := r.Get(ctx, amina, w.ID)
			if err != nil || (got.Meant == nil) != (want == nil) {
				t.Fatalf("%+v, %v", got.Meant, err)
			}
			if want != nil && (got.Meant.Reason != want.Reason || got.Meant.When.String() != want.When.String()) {
				t.Errorf("she meant %+v, got %+v", want, got.Meant)
			}
			if other, err := r.Get(ctx, d.People[drafttest.Bengt], w.ID); err != nil || other.Meant != nil {
				t.Errorf("a colleague reads %+v, %v", other.Meant, err)
			}
		}
		hand := func(h draft.Handing) error {
			h.Version = w.Last
			_, err := r.Submit(ctx, amina, w.ID, h)
			return err
		}
		if err := hand(draft.Handing{}); !fault.Is(err, fault.Forbidden) {
			t.Fatal(err)
		}
		meant(nil)
		if err := hand(draft.Handing{Reason: "Därför.", When: when}); !fault.Is(err, fault.Forbidden) {
			t.Fatal(err)
		}
		meant(&draft.Meant{Reason: "Därför.", When: when})
		if err := hand(draft.Handing{Reason: "Åt alla."}); !fault.Is(err, fault.Forbidden) {
			t.Fatal(err)
		}
		meant(&draft.Meant{Reason: "Åt alla."})
		if err := r.Mean(ctx, amina, w.ID, draft.Handing{Reason: "Åt var och en.", When: when}); err != nil {
			t.Fatal(err)
		}
		meant(&draft.Meant{Reason: "Åt var och en.", When: when})
		if err := r.Mean(ctx, d.People[drafttest.Gunnar], w.ID, draft.Handing{Reason: "Nej."}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who may not write: %v", err)
		}
		shut.open = true
		if err := hand(draft.Handing{Reason: "Åt alla."}); err != nil {
			t.Fatal(err)
		}
		meant(nil)
	})
}
