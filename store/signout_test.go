package store_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/push"
	"tilltal/desk/notice"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestWhoSignsOutEverywhereIsToldNothingMore: nor is somebody who has left, or who was let in anew by an invitation. A colleague's
// browsers are left alone.
func TestWhoSignsOutEverywhereIsToldNothingMore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		ctx := t.Context()
		staff := people.New(s, people.Options{Clock: c})
		console := people.Console(c.Now())
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		hired := func(name string) string {
			t.Helper()
			w, err := staff.Hire(ctx, console, people.Newcomer{Name: name, Email: name + "@umea.se"})
			must(err)
			return w.Person.ID
		}
		amina, lars := hired("amina"), hired("lars")
		subscribe := func(person, id string) {
			t.Helper()
			must(s.KeepBrowser(ctx, notice.Browser{ID: id, Person: person, Name: "Firefox", Subscription: push.Subscription{Endpoint: "https://push.example/" + id, Public: "p", Auth: "a"}, At: c.Now()}))
		}
		left := func(person string) int {
			t.Helper()
			all, err := s.Browsers(ctx, person)
			must(err)
			return len(all)
		}
		subscribe(lars, "l1")
		for name, end := range map[string]func() error{
			"everywhere":          func() error { return s.EndSessions(ctx, amina, "") },
			"everywhere but here": func() error { return s.EndSessions(ctx, amina, "here") },
			"by a colleague":      func() error { return staff.EndSessions(ctx, console, amina, "") },
		} {
			subscribe(amina, "a1")
			subscribe(amina, "a2")
			if must(end()); left(amina) != 0 || left(lars) != 1 {
				t.Errorf("%s: %d of hers are told, %d of his", name, left(amina), left(lars))
			}
		}
		subscribe(amina, "a1")
		must(s.EndSession(ctx, "one of hers"))
		if left(amina) != 1 {
			t.Error("to sign out in one browser is not to sign out everywhere")
		}
		c.Move(time.Minute)
		must(staff.Leave(ctx, people.Console(c.Now()), amina))
		if left(amina) != 0 || left(lars) != 1 {
			t.Errorf("after she has left %d of hers are told, %d of his", left(amina), left(lars))
		}
	})
}
