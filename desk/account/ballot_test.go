package account_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/store"
)

func TestAnExtraElectionStandsInTheCharter(t *testing.T) {
	each(t, func(t *testing.T, r register, _ *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		a, err := r.Open(ctx, people.Console(c.Now()), r.plan("parken"))
		if err != nil || a.Election != (account.Ballot{}) {
			t.Fatalf("%+v, %v", a.Election, err)
		}
		bridge := account.Ballot{Name: "Folkomröstningen om bron", From: "2026-11-01", To: "2026-12-06"}
		change := func(b account.Ballot) {
			t.Helper()
			c.Move(time.Hour)
			lars, err := r.staff.Load(ctx, r.lars)
			if err != nil {
				t.Fatal(err)
			}
			next := a.Charter
			next.Election = b
			if a, err = r.Recharter(ctx, lars, a.ID, next); err != nil {
				t.Fatal(err)
			}
		}
		change(account.Ballot{Name: " " + bridge.Name + " ", From: bridge.From, To: bridge.To})
		if a.Election != bridge {
			t.Errorf("%+v", a.Election)
		}
		change(account.Ballot{})
		if a.Election != (account.Ballot{}) {
			t.Errorf("it stays: %+v", a.Election)
		}
		all, err := r.History(ctx, a.ID)
		if err != nil || len(all) != 3 || all[1].Election != bridge || !slices.Equal(account.Changed(all[2], all[1]), []string{"election"}) {
			t.Errorf("%+v, %v", all, err)
		}
	})
}

func TestABallotIsWholeOrNothing(t *testing.T) {
	for _, c := range []struct {
		ballot account.Ballot
		wrong  []string
	}{
		{account.Ballot{}, nil},
		{account.Ballot{Name: "Valet", From: "2026-11-01", To: "2026-11-01"}, nil},
		{account.Ballot{Name: "Valet"}, []string{"election_from", "election_to"}},
		{account.Ballot{From: "2026-11-01", To: "2026-12-06"}, []string{"election"}},
		{account.Ballot{Name: "Valet", From: "2026-12-06", To: "2026-11-01"}, []string{"election_to"}},
		{account.Ballot{Name: "Valet", From: "i morgon", To: "2026-11-01"}, []string{"election_from"}},
		{account.Ballot{Name: "Valet", From: "2020-11-01", To: "2026-11-01"}, []string{"election_to"}},
		{account.Ballot{Name: "Valet\u202e", From: "2026-11-01", To: "2026-11-02"}, []string{"election"}},
	} {
		charter := account.Blank("authority")
		charter.Name, charter.Purpose, charter.Rules, charter.Election = "Parken", "Om parker.", "Håll god ton.", c.ballot
		_, err := charter.Tidy()
		var got []string
		var wrong fault.List
		errors.As(err, &wrong)
		for _, f := range wrong {
			if f.Field == "election" || f.Field == "election_from" || f.Field == "election_to" {
				got = append(got, f.Field)
			}
		}
		if !slices.Equal(got, c.wrong) {
			t.Errorf("%+v: %v, want %v", c.ballot, got, c.wrong)
		}
	}
}
