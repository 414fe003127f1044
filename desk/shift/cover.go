package shift

import (
	"context"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Cover is what an account promises to have somebody on shift for.
type Cover string

// What may be promised. What a rotation asks for is promised in all of them but the last.
const (
	CoverAuto     Cover = ""         // as CoverHours while the account has a rotation, and CoverNone otherwise
	CoverHours    Cover = "hours"    // the account's opening hours
	CoverRotation Cover = "rotation" // only what its rotations ask for
	CoverNone     Cover = "none"     // nothing: shifts are planned when there is a reason to
)

// What an alarm is about.
const (
	AlarmGap         = "gap"         // nobody has a shift when the account has promised that somebody has
	AlarmSkipped     = "skipped"     // a turn of a rotation could not be planned
	AlarmUnconfirmed = "unconfirmed" // nobody took over in time
)

// Lookout is how many days ahead gaps are looked for, whole days after today.
const Lookout = 14

// Keep decides what an account promises to have somebody on shift for. It asks people.ShiftPlan.
func (r *Room) Keep(ctx context.Context, a people.Actor, account string, cover Cover) error {
	now := r.clock.Now()
	if err := people.Ask(a, people.ShiftPlan, account, now); err != nil {
		return err
	}
	if !slices.Contains([]Cover{CoverAuto, CoverHours, CoverRotation, CoverNone}, cover) {
		return fault.New(fault.Invalid, lingo.T("Välj vad kontot lovar: öppettiderna, schemat eller ingenting.",
			"Choose what the account promises: its opening hours, the rotation or nothing.")).At("cover")
	}
	return r.again(ctx, account, a.Who(), a.Person.ID, now, func(ctx context.Context, b *book) error {
		was, err := r.store.Covering(ctx, account)
		if err != nil || was.Cover == cover {
			return err
		}
		b.note(act("shift.promised", Calendar(account), account, b.who, now, map[string]any{"cover": string(cover)},
			Covering{ID: ident.New(now), Account: account, Cover: cover, By: b.by, At: now}))
		b.ring(now)
		return nil
	})
}

// Watch is how an account's cover stands.
type Watch struct {
	Account string
	Cover   Cover  // as decided
	Gaps    []Span // from now and [Lookout] days on
	Alarms  []Alarm
}

// Watch tells what an account has promised, which gaps there are ahead, and which alarms stand. It asks people.ShiftRead.
func (r *Room) Watch(ctx context.Context, a people.Actor, account string) (Watch, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.ShiftRead, account, now); err != nil {
		return Watch{}, err
	}
	b, err := r.open(ctx, account, desk.Who{}, "", now)
	if err != nil {
		return Watch{}, err
	}
	c, err := r.store.Covering(ctx, account)
	if err != nil {
		return Watch{}, err
	}
	w := Watch{Account: account, Cover: c.Cover}
	if w.Gaps, err = b.gaps(ctx); err != nil {
		return Watch{}, err
	}
	w.Alarms, err = r.standing(ctx, account, now)
	return w, err
}

// Alarms lists the alarms that stand at the accounts where the actor plans, the most urgent first: for Today. It asks
// people.ShiftPlan; who plans nowhere has none.
func (r *Room) Alarms(ctx context.Context, a people.Actor) ([]Alarm, error) {
	now := r.clock.Now()
	accounts, err := r.store.RelayAccounts(ctx, now.Add(-back))
	if err != nil {
		return nil, err
	}
	var out []Alarm
	for _, id := range accounts {
		if !a.May(people.ShiftPlan, id, now) {
			continue
		}
		some, err := r.standing(ctx, id, now)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	slices.SortStableFunc(out, func(a, b Alarm) int { return a.From.Compare(b.From) })
	return out, nil
}

func (r *Room) standing(ctx context.Context, account string, now time.Time) ([]Alarm, error) {
	all, err := r.store.Alarms(ctx, account, now)
	return slices.DeleteFunc(all, func(a Alarm) bool { return !a.RelievedAt.IsZero() }), err
}

// gaps returns when the account has promised that somebody is on shift and nobody is.
func (b *book) gaps(ctx context.Context) ([]Span, error) {
	promised, err := b.promised(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.meet(ctx); err != nil {
		return nil, err
	}
	return subtract(cut(promised, b.lookout()), b.covered()), nil
}

// lookout ends with a day: so that a gap comes into view whole, and not a minute at a time.
func (b *book) lookout() Span {
	last := clock.Wall{Date: clock.DateOf(b.now, b.zone).Add(Lookout + 1), Zone: b.zone}
	until, _ := last.Resolve()
	return Span{b.now, until}
}

// promised returns when somebody is to be on shift.
func (b *book) promised(ctx context.Context) ([]Span, error) {
	if b.account.Closed() {
		return nil, nil
	}
	c, err := b.room.store.Covering(ctx, b.account.ID)
	if err != nil {
		return nil, err
	}
	rotations, err := b.room.store.Rotations(ctx, b.account.ID)
	if err != nil || c.Cover == CoverNone {
		return nil, err
	}
	today := clock.DateOf(b.now, b.zone)
	var out []Span
	alive := false
	for _, x := range rotations {
		alive = alive || x.Ends == (clock.Date{}) || !x.Ends.Before(today)
		for _, t := range x.Turns(today.Add(-8), today.Add(Lookout)) {
			if begins, ends, ok := t.span(); ok {
				out = append(out, Span{begins, ends})
			}
		}
	}
	if c.Cover == CoverHours || c.Cover == CoverAuto && alive {
		out = append(out, opening(b.account.Hours, b.zone, today, Lookout)...)
	}
	return join(out), nil
}

// opening returns an account's opening hours over some days, as instants.
func opening(h svenska.Hours, zone *time.Location, from clock.Date, days int) (out []Span) {
	for i := 0; i <= days; i++ {
		d := from.Add(i)
		for _, s := range h.On(d) {
			open, _ := clock.Wall{Date: d, Time: s.From, Zone: zone}.Resolve()
			close, _ := Stretch{From: s.From, Until: s.To}.until(d, zone).Resolve()
			out = append(out, Span{open, close})
		}
	}
	return out
}

// meet loads those who have shifts.
func (b *book) meet(ctx context.Context) error {
	for _, s := range b.shifts {
		if _, err := b.actor(ctx, s.Person); err != nil {
			return err
		}
	}
	return nil
}

// covered returns when somebody has a shift and may do what it is for. Those who have shifts have been met.
func (b *book) covered() (out []Span) {
	for _, s := range b.shifts {
		if s.Standing() && b.holds(s) {
			out = append(out, Span{s.Begins, s.Ends})
		}
	}
	return out
}

// holds reports whether who has a shift has the right that goes with it: nobody has ended her mandate, and she has not left.
func (b *book) holds(s Shift) bool {
	a, known := b.actors[s.Person]
	if !known || a.Person.Left() {
		return false
	}
	return s.Mandate != "" && !ended(a, s.Mandate) || a.Has(people.InboxReply, s.Account, later(s.Begins, b.now), s.Ends)
}

func ended(a people.Actor, mandate string) bool {
	return slices.ContainsFunc(a.Mandates, func(m people.Mandate) bool { return m.ID == mandate && !m.EndedAt.IsZero() })
}

// watch raises alarms for gaps that nobody has been told of, and lets those be over that need nobody any more.
func (b *book) watch(ctx context.Context) error {
	gaps, err := b.gaps(ctx)
	if err != nil {
		return err
	}
	alarms, err := b.room.store.Alarms(ctx, b.account.ID, b.now)
	if err != nil {
		return err
	}
	var told []Span
	for _, a := range alarms {
		switch s := (Span{a.From, a.Until}); {
		case !a.RelievedAt.IsZero() || a.Kind == AlarmUnconfirmed:
		case a.Kind == AlarmGap && meets(s, gaps), a.Kind == AlarmSkipped && len(subtract(cut([]Span{s}, b.lookout()), b.covered())) > 0:
			told = append(told, s)
		case a.Kind == AlarmGap || s.From.Before(b.lookout().Until):
			b.relieve(a)
		}
	}
	for _, g := range subtract(gaps, told) {
		b.alarm(Alarm{Kind: AlarmGap, From: g.From, Until: g.Until})
	}
	return nil
}

// skip raises an alarm about a turn that could not be planned, once.
func (b *book) skip(ctx context.Context, a Alarm) error {
	alarms, err := b.room.store.Alarms(ctx, b.account.ID, b.now)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(alarms, func(o Alarm) bool { return o.Slot == a.Slot && o.Person == a.Person }) {
		b.alarm(a)
	}
	return nil
}

func (b *book) alarm(a Alarm) {
	a.ID, a.Account, a.At = ident.New(b.now), b.account.ID, b.now
	say := map[string]any{"alarm": a.ID, "from": clock.WallOf(a.From, b.zone).String(), "until": clock.WallOf(a.Until, b.zone).String(),
		"person": a.Person, "name": b.actors[a.Person].Person.Name, "words": a.Words}
	kind := "shift.gap"
	if a.Kind == AlarmSkipped {
		kind = "shift.skipped"
	}
	b.note(act(kind, Calendar(a.Account), a.Account, system(), b.now, say, a))
}

func (b *book) relieve(a Alarm) {
	b.note(act("shift.relieved", Calendar(a.Account), a.Account, system(), b.now, map[string]any{"alarm": a.ID, "from": clock.WallOf(a.From, b.zone).String()},
		Relief{ID: ident.New(b.now), Alarm: a.ID, Account: a.Account, At: b.now}))
}
