package hall_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/stafftest"
	"tilltal/web/visit"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

type register []account.Account

func (r register) All(context.Context, bool) ([]account.Account, error) {
	return append([]account.Account{}, r...), nil
}

var three = register{{ID: "a", Charter: account.Charter{Name: "Biblioteket"}}, {ID: "b", Charter: account.Charter{Name: "Parken"}}, {ID: "c", Charter: account.Charter{Name: "Trafiken"}}}

func somebody(id string, roles ...people.Role) people.Actor {
	a := people.Actor{Person: people.Person{ID: id, Name: "Amina Berg", Unit: "Parkenheten", HiredAt: noon.AddDate(-1, 0, 0)}}
	for _, r := range roles {
		a.Grants = append(a.Grants, people.Grant{Person: id, Role: r, From: noon})
	}
	return a
}

func at(a people.Actor, role people.Role, accounts ...string) people.Actor {
	for _, account := range accounts {
		a.Mandates = append(a.Mandates, people.Mandate{Person: a.Person.ID, Account: account, Role: role, From: noon})
	}
	return a
}

// open opens a hall with two pages: one that shows a frame, and one form that leaves a word.
func open(t *testing.T, d hall.Deps) (*stafftest.Desk, *frame.StaffFrame) {
	t.Helper()
	h, seen := hall.New(d), &frame.StaffFrame{}
	page := func(v *visit.Visit) (err error) {
		*seen, err = h.Frame(v, frame.RoomToday, lingo.T("Idag", "Today"))
		if err != nil {
			return err
		}
		return v.Page(http.StatusOK, templ.Join(frame.Staff(*seen), templ.Raw(seen.Told)))
	}
	form := func(v *visit.Visit) error {
		return hall.See(v, "/idag", lingo.T("Sparat.", "Saved."))
	}
	routes := append(h.Routes(), visit.Route{Method: "GET", Path: "/idag", Audience: visit.Staff, Right: people.SessionOwn, Do: page},
		visit.Route{Method: "POST", Path: "/spara", Audience: visit.Staff, Right: people.SessionOwn, Do: form})
	return stafftest.New(t, clock.At(noon), nil, routes...), seen
}

func TestSheMeetsTheAccountsSheWorksWith(t *testing.T) {
	for name, tc := range map[string]struct {
		who      people.Actor
		cookie   string
		accounts int
		here     string
	}{
		"none":              {somebody("kim", people.Administrator), "", 0, ""},
		"one":               {at(somebody("amina"), people.Voice, "b"), "", 1, "Parken"},
		"two, none chosen":  {at(somebody("amina"), people.Voice, "b", "c"), "", 2, "Parken"},
		"two, one chosen":   {at(somebody("amina"), people.Voice, "b", "c"), "c", 2, "Trafiken"},
		"chosen, not hers":  {at(somebody("amina"), people.Voice, "b", "c"), "a", 2, "Parken"},
		"every, one writes": {at(somebody("lars", people.DecisionMaker), people.Voice, "c"), "", 3, "Trafiken"},
		"every, reads only": {somebody("aud", people.Auditor), "", 3, "Biblioteket"},
	} {
		desk, seen := open(t, hall.Deps{Accounts: three})
		b := desk.As(tc.who)
		b.Keep(hall.AccountCookie, tc.cookie)
		if a := b.Get("/idag"); a.Status != http.StatusOK {
			t.Fatalf("%s: %d", name, a.Status)
		}
		if len(seen.Accounts) != tc.accounts || seen.Account != tc.here {
			t.Errorf("%s: %q of %d, want %q of %d", name, seen.Account, len(seen.Accounts), tc.here, tc.accounts)
		}
	}
}

func TestChoosingAnAccount(t *testing.T) {
	desk, seen := open(t, hall.Deps{Accounts: three})
	b := desk.As(at(somebody("amina"), people.Voice, "a", "c"))
	if a := b.Follow(frame.AccountPath, url.Values{"konto": {"c"}, "back": {"/idag"}}); seen.Account != "Trafiken" || !a.Has(`value="c" aria-current="true"`) {
		t.Errorf("at %q", seen.Account)
	}
	b.Follow(frame.AccountPath, url.Values{"konto": {"b"}, "back": {"/idag"}})
	if seen.Account != "Trafiken" {
		t.Errorf("an account that is not hers was chosen: %q", seen.Account)
	}
	if a := b.Post(frame.AccountPath, url.Values{"konto": {"c"}, "back": {"https://annan.se/"}}); a.Location != "/" {
		t.Errorf("led to %q", a.Location)
	}
}

func TestDoorsThatAreNotHersAreNotShown(t *testing.T) {
	for name, tc := range map[string]struct {
		who    people.Actor
		closed string
	}{
		"administrator": {somebody("kim", people.Administrator), "granska inkorg kalender protokoll skriv"},
		"voice":         {at(somebody("amina"), people.Voice, "a"), "installningar protokoll"},
		"owner":         {at(somebody("lars"), people.Owner, "a"), ""},
		"expert":        {somebody("eva", people.Expert), "granska installningar protokoll"},
		"auditor":       {somebody("rev", people.Auditor), "granska"},
		"nothing yet":   {somebody("ny"), "granska inkorg installningar kalender konton protokoll skriv"},
	} {
		desk, seen := open(t, hall.Deps{Accounts: three})
		desk.As(tc.who).Get("/idag")
		var closed []string
		for _, r := range []frame.Room{"granska", "inkorg", "installningar", "kalender", "konton", "protokoll", "skriv", "idag"} {
			if seen.Closed[r] {
				closed = append(closed, string(r))
			}
		}
		if got := strings.Join(closed, " "); got != tc.closed {
			t.Errorf("%s: closed %q, want %q", name, got, tc.closed)
		}
	}
}

func TestWhatWaitsIsCounted(t *testing.T) {
	asked := map[frame.Room]int{}
	count := func(room frame.Room, n int, err error) hall.Count {
		return func(context.Context, people.Actor) (int, error) { asked[room]++; return n, err }
	}
	desk, seen := open(t, hall.Deps{Accounts: three, Counts: map[frame.Room]hall.Count{
		frame.RoomInbox: count(frame.RoomInbox, 7, nil), frame.RoomReview: count(frame.RoomReview, 2, errors.New("away")),
		frame.RoomSettings: count(frame.RoomSettings, 1, nil)}})
	a := desk.As(at(somebody("amina"), people.Voice, "a")).Get("/idag")
	if a.Status != http.StatusOK || seen.Waiting[frame.RoomInbox] != 7 || seen.Waiting[frame.RoomReview] != 0 {
		t.Errorf("%d, %v", a.Status, seen.Waiting)
	}
	if asked[frame.RoomSettings] != 0 {
		t.Error("a room that is closed to her was counted")
	}
}

func TestAWordIsShownOnce(t *testing.T) {
	desk, seen := open(t, hall.Deps{Accounts: three})
	b := desk.As(at(somebody("amina"), people.Voice, "a"))
	if b.Follow("/spara", nil); seen.Told != "Sparat." {
		t.Errorf("told %q", seen.Told)
	}
	if b.Get("/idag"); seen.Told != "" {
		t.Errorf("told again: %q", seen.Told)
	}
	b.Language = lingo.EN
	if b.Follow("/spara", nil); seen.Told != "Saved." {
		t.Errorf("told %q", seen.Told)
	}
}

func TestNobodyElsePutsWordsInOurMouth(t *testing.T) {
	desk, seen := open(t, hall.Deps{Accounts: three})
	amina, lars := desk.As(at(somebody("amina"), people.Voice, "a")), desk.As(at(somebody("lars"), people.Voice, "a"))
	amina.Post("/spara", nil)
	for _, word := range []string{amina.Cookie("besked"), "U3BhcmF0Lg.", "U3BhcmF0Lg.AAAA", "!", ".", strings.Repeat("A", 3000)} {
		lars.Keep("besked", word)
		lars.Get("/idag")
		if seen.Told != "" {
			t.Errorf("%q was told as %q", word, seen.Told)
		}
	}
}
