package people_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/store/storetest"
)

func TestInvitationWorksOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		w := h.hire("Noor Ali", "Noor@umea.se")
		p, err := h.people.Invited(ctx, w.Secret)
		if err != nil || p.ID != w.Person.ID || p.Email != "noor@umea.se" {
			t.Fatalf("%+v, %v", p, err)
		}
		_, err = h.people.Accept(ctx, w.Secret, "kort")
		is(t, "a short password", err, fault.Invalid)
		_, err = h.people.Accept(ctx, w.Secret, words)
		must(t, err)
		_, err = h.people.Accept(ctx, w.Secret, words+" igen")
		is(t, "once more", err, fault.Gone)

		first, err := h.people.Invite(ctx, h.console(), w.Person.ID)
		must(t, err)
		second, err := h.people.Invite(ctx, h.console(), w.Person.ID)
		must(t, err)
		_, err = h.people.Invited(ctx, first.Secret)
		is(t, "replaced by a newer one", err, fault.Gone)
		h.clock.Move(7*24*time.Hour - time.Microsecond)
		_, err = h.people.Invited(ctx, second.Secret)
		must(t, err)
		h.clock.Move(time.Microsecond)
		_, err = h.people.Invited(ctx, second.Secret)
		is(t, "a week later", err, fault.Gone)
		_, err = h.people.Invited(ctx, "gissning")
		is(t, "a guess", err, fault.Gone)
	})
}

func TestSignInAndOut(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		noor := h.hired("Noor Ali", "noor@umea.se")
		secret, s := h.signIn(" NOOR@umea.se ")
		if s.Person != noor.ID || s.ID == secret || s.Agent != "Firefox · Linux" || s.How != people.HowPassword {
			t.Errorf("%+v", s)
		}
		a, got, err := h.people.Enter(ctx, secret)
		if err != nil || a.Person.ID != noor.ID || got.ID != s.ID || a.Scopes != nil {
			t.Fatalf("%+v, %v", a, err)
		}
		other, _ := h.signIn("noor@umea.se")
		all, err := h.people.Sessions(ctx, a)
		if err != nil || len(all) != 2 {
			t.Fatalf("%v, %v", all, err)
		}
		must(t, h.people.EndSession(ctx, a, s.ID))
		_, _, err = h.people.Enter(ctx, secret)
		is(t, "ended from a list", err, fault.SignIn)
		must(t, h.people.SignOut(ctx, other))
		must(t, h.people.SignOut(ctx, other))
		_, _, err = h.people.Enter(ctx, other)
		is(t, "signed out", err, fault.SignIn)
		want := []string{"person.hired", "person.invited", "person.password", "signin.succeeded", "signin.succeeded", "session.ended", "session.ended"}
		if kinds := h.kinds(noor.ID); !slices.Equal(kinds, want) {
			t.Errorf("on the record: %v", kinds)
		}
	})
}

func TestSignInTellsNothing(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		gone := h.hired("Gunn Ek", "gunn@umea.se")
		must(t, h.people.Leave(ctx, h.console(), gone.ID))
		h.hire("Noor Ali", "noor@umea.se") // has no password yet
		var said []string
		for _, a := range []people.Attempt{{Email: "kim@umea.se", Password: "hemligheten"}, {Email: "nobody@umea.se", Password: words},
			{Email: "gunn@umea.se", Password: words}, {Email: "noor@umea.se", Password: ""}, {Email: "kim@umea.se", Password: strings.Repeat("x", 1<<20)}} {
			a.Address = "192.0.2.7"
			_, err := h.people.Prove(ctx, a)
			is(t, a.Email, err, fault.SignIn)
			said = append(said, fault.Of(err).Say.SV)
		}
		if len(slices.Compact(said)) != 1 {
			t.Errorf("a stranger is told %q", said)
		}
		entries, err := h.store.Entries(ctx, 0, 1000)
		must(t, err)
		failed := 0
		for _, e := range entries {
			if e.Kind != "signin.failed" {
				continue
			}
			failed++
			for _, v := range e.Say {
				if s, ok := v.(string); ok && (strings.Contains(s, "192.0.2") || strings.Contains(s, "hemlig") || strings.Contains(s, "nobody")) {
					t.Errorf("the record tells %v", e.Say)
				}
			}
		}
		if failed != 5 {
			t.Errorf("%d failures stand on the record", failed)
		}
	})
}

func TestSignInIsThrottled(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		try := func(word, from string) error {
			_, err := h.people.Prove(ctx, people.Attempt{Email: "kim@umea.se", Password: word, Address: from})
			return err
		}
		for range 4 {
			is(t, "a guess", try("gissning", "192.0.2.1"), fault.SignIn)
		}
		err := try(words, "198.51.100.1")
		is(t, "right, but too soon", err, fault.TooSoon)
		if fault.Of(err).After <= 0 {
			t.Error("she is not told how long to wait")
		}
		h.clock.Move(time.Minute)
		must(t, try(words, "198.51.100.1"))
		for range 4 {
			is(t, "she has her tries back", try("gissning", "192.0.2.1"), fault.SignIn)
		}
		for i := range 40 {
			_, err = h.people.Prove(ctx, people.Attempt{Email: fmt.Sprintf("x%d@a.se", i), Address: "203.0.113.9"})
			if fault.Is(err, fault.TooSoon) {
				return
			}
		}
		t.Error("one place may try for ever")
	})
}

func TestSessionsRunOut(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		idle, _ := h.signIn("kim@umea.se")
		h.clock.Move(people.SessionIdle - time.Microsecond)
		_, s, err := h.people.Enter(ctx, idle)
		must(t, err)
		if !s.Seen.Equal(h.clock.Now()) {
			t.Errorf("seen %v", s.Seen)
		}
		h.clock.Move(people.SessionIdle)
		_, _, err = h.people.Enter(ctx, idle)
		is(t, "after an idle day", err, fault.SignIn)
		must(t, h.people.Sweep(ctx))

		busy, _ := h.signIn("kim@umea.se")
		for spent := time.Duration(0); ; spent += 6 * time.Hour {
			_, _, err := h.people.Enter(ctx, busy)
			if spent >= people.SessionMost {
				is(t, "after a month", err, fault.SignIn)
				break
			}
			if err != nil {
				t.Fatalf("after %v: %v", spent, err)
			}
			h.clock.Move(6 * time.Hour)
		}
		must(t, h.people.Sweep(ctx))
		if left, err := h.store.Sessions(ctx, h.load(s.Person).Person.ID); err != nil || len(left) != 0 {
			t.Errorf("%v, %v are left after the sweep", left, err)
		}
	})
}

func TestChangingThePasswordEndsOtherSessions(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		here, s := h.signIn("kim@umea.se")
		there, _ := h.signIn("kim@umea.se")
		kim := h.load(s.Person)
		err := h.people.SetPassword(ctx, kim, s.ID, "fel ord helt och hållet", "fem andra ord i stället")
		if fault.Of(err).Field != "current" {
			t.Errorf("the wrong one: %v", err)
		}
		is(t, "her own name", h.people.SetPassword(ctx, kim, s.ID, words, "kim ek 12345"), fault.Invalid)
		must(t, h.people.SetPassword(ctx, kim, s.ID, words, "fem andra ord i stället"))
		_, _, err = h.people.Enter(ctx, here)
		must(t, err)
		_, _, err = h.people.Enter(ctx, there)
		is(t, "the other browser", err, fault.SignIn)
		_, err = h.people.Prove(ctx, people.Attempt{Email: "kim@umea.se", Password: words})
		is(t, "the old one", err, fault.SignIn)

		w, err := h.people.Invite(ctx, h.console(), s.Person)
		must(t, err)
		_, err = h.people.Accept(ctx, w.Secret, words)
		must(t, err)
		_, _, err = h.people.Enter(ctx, here)
		is(t, "after a new link", err, fault.SignIn)
	})
}

// TestNoSecretIsKept reads the whole database, as SQLite has it on disk, for the secrets that were shown once.
func TestNoSecretIsKept(t *testing.T) {
	c := clock.At(storetest.Noon)
	s := storetest.SQLite(t, c)
	h := open(t, s, c)
	_, err := h.people.Accept(t.Context(), h.links["Amina"], words)
	must(t, err)
	cookie, _ := h.signIn("amina@umea.se")
	bearer, _, err := h.people.CreateToken(t.Context(), h.load(h.amina), people.Wish{Name: "x", Scopes: []string{"read"}})
	must(t, err)
	file := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(t.Context(), file, func(int64, int64) {}))
	copied, err := os.ReadFile(file)
	must(t, err)
	for name, secret := range map[string]string{"the password": words, "the cookie": cookie, "the link": h.links["Lars"], "the token": strings.TrimPrefix(bearer, "tilltal_")} {
		if bytes.Contains(copied, []byte(secret)) {
			t.Errorf("%s stands in the database", name)
		}
	}
	if !bytes.Contains(copied, []byte("amina@umea.se")) {
		t.Error("the copy is not one: this test proves nothing")
	}
}
