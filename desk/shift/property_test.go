package shift_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/store"
	"tilltal/store/storetest"
)

// Whatever people plan, change, swap and call off, over ten years with their clock changes, leavers and rotations: nobody may
// write outside a shift, and everybody may inside her own; no two shifts lie over each other unless they were meant to; no
// gap in what was promised is without an alarm; no swap loses a shift; and a second round does nothing.
func TestWhateverPeoplePlan(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		h := open(t, s, c)
		years := &years{house: h, most: 25, end: c.Now().AddDate(10, 0, 0)}
		if s.Postgres() {
			years.most = 10
		}
		rapid.Check(t, func(t *rapid.T) {
			if years.tries >= years.most {
				return // a try takes half a second; rapid would make a hundred
			}
			f := years.begin(t)
			t.Repeat(map[string]func(*rapid.T){
				"":            f.check,
				"plan":        f.plan,
				"change":      f.change,
				"cancel":      f.cancel,
				"step in":     f.stepIn,
				"swap":        f.swap,
				"rotate":      f.rotate,
				"leave":       f.leave,
				"end mandate": f.endMandate,
				"round":       f.round,
				"time passes": f.pass,
			})
		})
	})
}

// years is ten years at one desk: each try opens an account of its own, some months after the one before, which closes.
type years struct {
	*house
	end         time.Time
	tries, most int
	last        *account.Account
}

// fuss is one account that many plan at.
type fuss struct {
	*house
	ctx      context.Context
	account  account.Account
	staff    []string // who have no standing mandate
	rotation shift.Rotation
	left     map[string]bool
}

func (y *years) begin(t *rapid.T) *fuss {
	y.tries++
	ctx, c := context.Background(), y.clock
	accounts := account.New(y.store, y.house.staff, c)
	if y.last != nil {
		if err := accounts.Close(ctx, people.Console(c.Now()), y.last.ID, "Nästa."); err != nil {
			t.Fatal(err)
		}
	}
	if left := y.end.Sub(c.Now()); left > 0 {
		c.Move(left / time.Duration(y.most-y.tries+1))
	}
	if y.tries%2 == 0 { // a night when the clocks change
		c.Move(untilChange(c.Now()) - time.Duration(rapid.IntRange(1, 30).Draw(t, "hours before"))*time.Hour)
	}
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Purpose = "Konto", "Vi berättar."
	a, err := accounts.Open(ctx, people.Console(c.Now()), account.Plan{Handle: fmt.Sprint("konto", y.tries), Charter: charter,
		Owners: []string{y.ids["olle"], y.ids["ove"]}})
	if err != nil {
		t.Fatal(err)
	}
	y.last = &a
	f := &fuss{house: y.house, ctx: ctx, account: a, left: map[string]bool{}}
	for i := range 3 {
		f.hire(t, i)
	}
	if err := f.Keep(ctx, f.actor(t, y.ids["karin"]), a.ID, shift.CoverHours); err != nil {
		t.Fatal(err)
	}
	return f
}

// untilChange is how long it is until the clocks change next in Stockholm.
func untilChange(now time.Time) time.Duration {
	_, change := now.In(clock.Stockholm()).ZoneBounds()
	if change.Sub(now) < 48*time.Hour {
		_, change = change.Add(time.Hour).ZoneBounds()
	}
	return change.Sub(now)
}

func (f *fuss) hire(t *rapid.T, n int) {
	w, err := f.house.staff.Hire(f.ctx, people.Console(f.clock.Now()), people.Newcomer{Name: "Vikarie", Email: fmt.Sprintf("v%d.%s@umea.se", n, f.account.Handle)})
	if err != nil {
		t.Fatal(err)
	}
	f.staff = append(f.staff, w.Person.ID)
}

func (f *fuss) actor(t *rapid.T, id string) people.Actor {
	a, err := f.house.staff.Load(f.ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (f *fuss) karin(t *rapid.T) people.Actor { return f.actor(t, f.ids["karin"]) }

// allowed fails on what is our own mistake; refusals are part of the game.
func allowed(t *rapid.T, err error) bool {
	if err != nil && fault.KindOf(err) == fault.Internal {
		t.Fatal(err)
	}
	return err == nil
}

func (f *fuss) shifts(t *rapid.T) []shift.Shift {
	now := f.clock.Now()
	all, err := f.store.Shifts(f.ctx, shift.Filter{Account: f.account.ID, From: now.Add(-time.Microsecond), To: now.Add(shift.Horizon)})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (f *fuss) anyShift(t *rapid.T) shift.Shift {
	all := f.shifts(t)
	if len(all) == 0 {
		t.Skip("no shift yet")
	}
	return rapid.SampledFrom(all).Draw(t, "shift")
}

func (f *fuss) anyPlan(t *rapid.T) shift.Plan {
	from := f.clock.Now().Add(time.Duration(rapid.IntRange(0, 4*24*4).Draw(t, "quarters ahead")) * 15 * time.Minute)
	until := from.Add(time.Duration(rapid.SampledFrom([]int{1, 4, 20, 32, 96, 7 * 96}).Draw(t, "quarters long")) * 15 * time.Minute)
	return shift.Plan{Account: f.account.ID, Person: rapid.SampledFrom(f.staff).Draw(t, "person"), Deputy: rapid.SampledFrom(append([]string{"", f.ids["ove"]}, f.staff...)).Draw(t, "deputy"),
		From: clock.WallOf(from, clock.Stockholm()), Until: clock.WallOf(until, clock.Stockholm()), Pair: rapid.IntRange(0, 4).Draw(t, "pair") == 0}
}

func (f *fuss) plan(t *rapid.T) {
	_, err := f.Plan(f.ctx, f.karin(t), f.anyPlan(t))
	allowed(t, err)
}

func (f *fuss) change(t *rapid.T) {
	s, p := f.anyShift(t), f.anyPlan(t)
	if s.Begun(f.clock.Now()) && rapid.Bool().Draw(t, "only its end") {
		p.Person, p.From = s.Person, s.From
	}
	_, err := f.Change(f.ctx, f.karin(t), s.ID, s.Number, p, "")
	allowed(t, err)
}

func (f *fuss) cancel(t *rapid.T) { allowed(t, f.Cancel(f.ctx, f.karin(t), f.anyShift(t).ID, "Nej.")) }

func (f *fuss) stepIn(t *rapid.T) {
	_, err := f.StepIn(f.ctx, f.karin(t), f.anyShift(t).ID)
	allowed(t, err)
}

// swap lets somebody offer and somebody accept, and counts the shifts before and after.
func (f *fuss) swap(t *rapid.T) {
	mine, theirs := f.anyShift(t), f.anyShift(t)
	w := shift.Wish{Shift: mine.ID, For: theirs.ID}
	if rapid.Bool().Draw(t, "for nothing") {
		w.For, w.To = "", rapid.SampledFrom(f.staff).Draw(t, "to")
	}
	o, err := f.OfferSwap(f.ctx, f.actor(t, mine.Person), w)
	if !allowed(t, err) {
		return
	}
	if rapid.Bool().Draw(t, "after a while") {
		f.pass(t)
	}
	before := f.times(t)
	swapped := allowed(t, f.AcceptSwap(f.ctx, f.actor(t, o.To), o.ID))
	if after := f.times(t); !slices.Equal(before, after) {
		t.Fatalf("swapped (%v): before there were the shifts\n%q, after\n%q", swapped, before, after)
	}
}

// times are the shifts there are, whosever they are.
func (f *fuss) times(t *rapid.T) (out []string) {
	for _, s := range f.shifts(t) {
		out = append(out, s.ID+s.Begins.String()+s.Ends.String())
	}
	slices.Sort(out)
	return out
}

func (f *fuss) rotate(t *rapid.T) {
	x := anyRotation(t)
	x.ID, x.Number, x.Account, x.Ahead, x.People = f.rotation.ID, f.rotation.Number, f.account.ID, 1, slices.Clone(f.staff)
	x.Starts, x.Ends = clock.DateOf(f.clock.Now(), clock.Stockholm()), clock.Date{}
	do := f.Rerotate
	if x.ID == "" {
		do = f.Rotate
	}
	if made, err := do(f.ctx, f.karin(t), x); allowed(t, err) {
		f.rotation = made
	}
}

// leave lets somebody leave, and somebody new come in her place.
func (f *fuss) leave(t *rapid.T) {
	if len(f.left) > 2 {
		t.Skip("enough have left")
	}
	i := rapid.IntRange(0, len(f.staff)-1).Draw(t, "who leaves")
	if err := f.house.staff.Leave(f.ctx, people.Console(f.clock.Now()), f.staff[i]); err != nil {
		t.Fatal(err)
	}
	f.left[f.staff[i]] = true
	f.hire(t, 10+len(f.left))
	f.staff[i] = f.staff[len(f.staff)-1]
	f.staff = f.staff[:len(f.staff)-1]
}

// endMandate ends the mandate of a shift behind the back of the calendar, as an owner may.
func (f *fuss) endMandate(t *rapid.T) {
	s := f.anyShift(t)
	if s.Mandate == "" {
		t.Skip("no mandate")
	}
	allowed(t, f.house.staff.Decommission(f.ctx, f.actor(t, f.ids["olle"]), s.Mandate, ""))
}

func (f *fuss) pass(t *rapid.T) {
	f.clock.Move(time.Duration(rapid.SampledFrom([]int{1, 15, 60, 8 * 60, 24 * 60, 3 * 24 * 60}).Draw(t, "minutes")) * time.Minute)
}

func (f *fuss) round(t *rapid.T) {
	if err := f.Round(f.ctx); err != nil {
		t.Fatal(err)
	}
	before, err1 := f.store.Size(f.ctx)
	err2 := f.Round(f.ctx)
	after, err3 := f.store.Size(f.ctx)
	if err1 != nil || err2 != nil || err3 != nil || before != after {
		wrote, _ := f.store.Entries(f.ctx, before, 10)
		t.Fatalf("the second round wrote %+v: %v, %v, %v", wrote, err1, err2, err3)
	}
	f.checkCover(t)
}

// check asks that rights and shifts are the same thing, at every moment to come at which either changes.
func (f *fuss) check(t *rapid.T) {
	all := f.shifts(t)
	now := f.clock.Now()
	moments := []time.Time{now}
	for i, s := range all {
		moments = append(moments, s.Begins.Add(-time.Microsecond), s.Begins, s.Ends.Add(-time.Microsecond), s.Ends)
		for _, o := range all[:i] {
			if s.Begins.Before(o.Ends) && o.Begins.Before(s.Ends) && (s.Person == o.Person || !s.Pair && !o.Pair) {
				t.Fatalf("%+v lies over %+v", s, o)
			}
		}
	}
	for _, id := range f.staff {
		a := f.actor(t, id)
		for _, m := range moments {
			if m.Before(now) {
				continue
			}
			mine := func(s shift.Shift) bool { return s.Person == id && s.Covers(m) && !taken(a, s) }
			if want := slices.ContainsFunc(all, mine); a.May(people.PublishNow, f.account.ID, m) != want {
				t.Fatalf("at %s she has a shift: %v, and may publish: %v; shifts %+v, mandates %+v", m, want, !want, all, a.Mandates)
			}
		}
	}
	for id := range f.left {
		if f.actor(t, id).May(people.PublishNow, f.account.ID, now) {
			t.Fatal("a leaver may publish")
		}
	}
}

// taken reports whether somebody has ended the mandate of a shift.
func taken(a people.Actor, s shift.Shift) bool {
	return slices.ContainsFunc(a.Mandates, func(m people.Mandate) bool { return m.ID == s.Mandate && !m.EndedAt.IsZero() })
}

// checkCover looks at every quarter of the days ahead: when the account is open and nobody has a shift, an alarm stands.
func (f *fuss) checkCover(t *rapid.T) {
	now := f.clock.Now()
	alarms, err := f.store.Alarms(f.ctx, f.account.ID, now)
	if err != nil {
		t.Fatal(err)
	}
	all, actors := f.shifts(t), map[string]people.Actor{}
	for _, s := range all {
		actors[s.Person] = f.actor(t, s.Person)
	}
	for m := now; m.Before(now.AddDate(0, 0, shift.Lookout)); m = m.Add(15 * time.Minute) {
		covered := slices.ContainsFunc(all, func(s shift.Shift) bool {
			a := actors[s.Person]
			return s.Covers(m) && a.May(people.InboxReply, f.account.ID, m)
		})
		if covered || !f.account.Hours.Open(m, clock.Stockholm()) {
			continue
		}
		if !slices.ContainsFunc(alarms, func(a shift.Alarm) bool { return a.RelievedAt.IsZero() && !m.Before(a.From) && m.Before(a.Until) }) {
			t.Fatalf("at %s nobody has a shift, and there is no alarm: %+v, shifts %+v", m, alarms, all)
		}
	}
}
