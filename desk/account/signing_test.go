package account_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/store"
)

func TestHowAnAccountSigns(t *testing.T) {
	each(t, func(t *testing.T, r register, _ *store.Store, c *clock.Fixed) {
		ctx, who := t.Context(), people.Console(c.Now())
		plan := r.plan("parken")
		plan.Signature = ""
		a, err := r.Open(ctx, who, plan)
		if err != nil || a.Signature != account.SignUnit {
			t.Fatalf("an account that has not chosen signs %q, %v", a.Signature, err)
		}
		change := func(s account.Signing, text string) (account.Account, error) {
			c.Move(time.Hour)
			lars, err := r.staff.Load(ctx, r.lars)
			if err != nil {
				t.Fatal(err)
			}
			next := a.Charter
			next.Signature, next.Purpose = s, text
			return r.Recharter(ctx, lars, a.ID, next)
		}
		if _, err := change("nick", a.Purpose); !fault.Is(err, fault.Invalid) {
			t.Errorf("a way to sign that does not exist: %v", err)
		}
		if a, err = change(account.SignAccount, a.Purpose); err != nil || a.Signature != account.SignAccount || a.Number != 2 {
			t.Fatalf("%q in %d, %v", a.Signature, a.Number, err)
		}
		if a, err = change("", "Vi berättar om parker och lekplatser."); err != nil || a.Signature != account.SignAccount {
			t.Errorf("a change that does not speak of the signature makes it %q, %v", a.Signature, err)
		}
		all, err := r.History(ctx, a.ID)
		if err != nil || len(all) != 3 || all[2].Signature != account.SignUnit || all[1].Signature != account.SignAccount {
			t.Fatalf("%+v, %v", all, err)
		}
		if got := account.Changed(all[2], all[1]); !slices.Equal(got, []string{"signature"}) {
			t.Errorf("changed is %v", got)
		}
		if then, err := r.InForce(ctx, a.ID, a.OpenedAt.Add(time.Minute)); err != nil || then.Signature != account.SignUnit {
			t.Errorf("in the beginning it signed %q, %v", then.Signature, err)
		}
	})
}

// TestACharterFromBeforeTheChoice has no row that says how it signs.
func TestACharterFromBeforeTheChoice(t *testing.T) {
	each(t, func(t *testing.T, r register, s *store.Store, c *clock.Fixed) {
		old := account.Charter{Number: 1, Name: "Parken", Language: "sv", Zone: "Europe/Stockholm", ChangedAt: c.Now()}
		if err := old.Promise.UnmarshalText([]byte("1d")); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: []desk.Act{{Kind: "account.opened", Subject: "a", Who: desk.System("test"), At: c.Now(),
			Facts: []any{account.Opening{ID: "a", Handle: "parken", Kind: account.KindService, At: c.Now()}, account.Chartering{ID: "c", Account: "a", Charter: old}}}}}); err != nil {
			t.Fatal(err)
		}
		if a, err := r.Account(t.Context(), "a"); err != nil || a.Signature != account.SignUnit {
			t.Errorf("it signs %q, %v", a.Signature, err)
		}
	})
}

func TestWaysToSignHaveWords(t *testing.T) {
	for _, s := range account.Signatures {
		if s.Title.Empty() || s.Help.Empty() || s.Signing.Title() != s.Title {
			t.Errorf("%+v", s)
		}
	}
	if account.Signing("").Title() != account.SignUnit.Title() || account.Signing("x").Title().SV != "x" {
		t.Error("what nobody has chosen is first name and unit, and what nobody knows is called what it is")
	}
}
