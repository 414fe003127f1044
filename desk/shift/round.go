package shift

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/people"
)

// JobClock is the job that goes a round: see [Room.Round].
const JobClock = "shift.clock"

// Ring is the job that goes a round at a moment. However often it is asked for, there is one for each moment.
func Ring(at time.Time) desk.Job {
	return desk.Job{Kind: JobClock, Key: JobClock + ":" + strconv.FormatInt(at.Unix(), 10), RunAt: at}
}

// Round (rond) is what the desk does by itself, every minute and at the moments when a shift begins or ends: it plans what
// the rotations ask for, calls off the shifts of those who have left, writes down what is open when a shift ends, gives
// conversations to whoever has taken over, and raises alarms. Doing it twice, or on two machines at once, is doing it once.
// What goes wrong at one account does not hold up the others.
func (r *Room) Round(ctx context.Context) error {
	now := r.clock.Now()
	accounts, err := r.store.RelayAccounts(ctx, now.Add(-back))
	if err != nil {
		return err
	}
	var wrong []error
	for _, id := range accounts {
		for _, part := range []func(context.Context, string, time.Time) error{r.replan, r.handovers, r.passOn, r.unconfirmed} {
			if err := part(ctx, id, now); err != nil && !fault.Is(err, fault.Conflict) {
				wrong = append(wrong, fault.Wrap("shift: "+id, err))
			}
		}
	}
	return errors.Join(append(wrong, r.leftBehind(ctx, now))...)
}

// replan does what the account's rotations and its leavers ask for, and looks for gaps.
func (r *Room) replan(ctx context.Context, account string, now time.Time) error {
	return r.again(ctx, account, system(), "", now, func(ctx context.Context, b *book) error {
		if err := b.meet(ctx); err != nil {
			return err
		}
		if err := b.leavers(ctx); err != nil {
			return err
		}
		rotations, err := r.store.Rotations(ctx, account)
		if err != nil {
			return err
		}
		today := clock.DateOf(now, b.zone)
		for _, x := range rotations {
			if x.Ends != (clock.Date{}) && x.Ends.Before(today) || b.account.Closed() {
				continue
			}
			if err := b.follow(ctx, x); err != nil {
				return err
			}
		}
		return b.watch(ctx)
	})
}

// leavers lets the shifts of those who have left go: to the deputy when the shift is going on, or to nobody, and then it is a
// gap. At an account that has closed there are no shifts.
func (b *book) leavers(ctx context.Context) error {
	for _, s := range slices.Clone(b.shifts) {
		gone := b.actors[s.Person].Person.Left()
		switch {
		case !s.Standing() || !gone && !b.account.Closed():
		case !s.Begun(b.now):
			if err := b.cancel(ctx, s, CancelledByLeaving, ""); err != nil {
				return err
			}
		case gone && s.Deputy != "" && !b.account.Closed():
			m := b.mark()
			if _, err := b.stepIn(ctx, s); err == nil {
				continue
			} else if !refused(err) {
				return err
			}
			b.back(m)
			fallthrough
		default:
			if _, err := b.endNow(ctx, s, WhyEnded, ""); err != nil {
				return err
			}
		}
	}
	return nil
}

// handovers writes down what is open after each shift that has ended, once. Who goes on herself has nothing to hand over.
func (r *Room) handovers(ctx context.Context, account string, now time.Time) error {
	ended, err := r.ended(ctx, account, now)
	if err != nil {
		return err
	}
	for _, s := range ended {
		p, err := r.page(ctx, s.ID)
		if err != nil {
			return err
		}
		if p.final() || p.Next != nil && p.Next.Person == s.Person {
			continue
		}
		h := p.following(now)
		h.By = ""
		if err := r.commit(ctx, p, system(), now, "shift.handover_made", h); err != nil && !fault.Is(err, fault.Conflict) {
			return err
		}
	}
	return nil
}

// ended returns the shifts of the last days that have ended.
func (r *Room) ended(ctx context.Context, account string, now time.Time) ([]Shift, error) {
	all, err := r.store.Shifts(ctx, Filter{Account: account, From: now.Add(-back), To: now})
	return slices.DeleteFunc(all, func(s Shift) bool { return !s.Over(now) || !s.Begins.Before(s.Ends) }), err
}

// passOn gives the conversations of those whose shift and mandate have ended to whoever is on shift. The communicator gets
// them only when nobody has taken over in time: until then they wait for the next.
func (r *Room) passOn(ctx context.Context, account string, now time.Time) error {
	ended, err := r.ended(ctx, account, now)
	if err != nil || len(ended) == 0 {
		return err
	}
	duty, err := r.OnShift(ctx, account, now)
	if err != nil || duty.By == ByNobody {
		return err
	}
	var from []string
	for _, s := range ended {
		if duty.Person.ID == s.Person || slices.Contains(from, s.Person) {
			continue
		}
		a, err := r.People.Load(ctx, s.Person)
		if err != nil {
			return err
		}
		due, err := r.due(ctx, s, now)
		if err != nil {
			return err
		}
		if !a.MayOwn(people.InboxReply, account, now) && (duty.By != ByDefault || due || a.Person.Left()) {
			from = append(from, s.Person)
		}
	}
	if len(from) == 0 {
		return nil
	}
	talks, err := r.store.Stranded(ctx, account, from)
	if err != nil {
		return err
	}
	return r.assignAll(ctx, talks, duty.Person, now)
}

// due reports whether somebody should have taken over after a shift by now.
func (r *Room) due(ctx context.Context, s Shift, now time.Time) (bool, error) {
	h, _, err := r.store.Handover(ctx, s.ID)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return !h.Due.IsZero() && !now.Before(h.Due), err
}

func (r *Room) assignAll(ctx context.Context, talks []Talk, to people.Person, now time.Time) error {
	for _, t := range talks {
		if err := r.assign(ctx, t, to, system(), "", now); err != nil {
			return err
		}
	}
	return nil
}

// leftBehind gives the conversations of those who have left to whoever is on shift, whether or not the account has shifts;
// where nobody is, to nobody, so that they are seen to wait.
func (r *Room) leftBehind(ctx context.Context, now time.Time) error {
	talks, err := r.store.LeftBehind(ctx)
	if err != nil {
		return err
	}
	heirs := map[string]people.Person{}
	for _, t := range talks {
		if _, known := heirs[t.Account]; !known {
			duty, err := r.OnShift(ctx, t.Account, now)
			if err != nil {
				return err
			}
			heirs[t.Account] = duty.Person
		}
		if err := r.assign(ctx, t, heirs[t.Account], system(), "", now); err != nil {
			return err
		}
	}
	return nil
}

// unconfirmed raises an alarm for each handover that nobody has confirmed in time, once.
func (r *Room) unconfirmed(ctx context.Context, account string, now time.Time) error {
	open, err := r.store.Unconfirmed(ctx, account, now.Add(-back))
	if err != nil {
		return err
	}
	alarms, err := r.store.Alarms(ctx, account, now)
	if err != nil {
		return err
	}
	for _, h := range open {
		if h.Due.IsZero() || now.Before(h.Due) || slices.ContainsFunc(alarms, func(a Alarm) bool { return a.Shift == h.Shift && a.Kind == AlarmUnconfirmed }) {
			continue
		}
		seen, err := r.store.Seen(ctx, h.Shift)
		if err != nil {
			return err
		}
		if _, c, err := r.store.Handover(ctx, h.Shift); err != nil { // once more: as it is now that its last entry is known
			return err
		} else if c != nil {
			continue
		}
		a := Alarm{ID: ident.New(now), Account: account, Kind: AlarmUnconfirmed, From: h.Due, Until: now.Add(back), Shift: h.Shift, Person: h.To, At: now}
		name, err := r.name(ctx, h.To)
		if err != nil {
			return err
		}
		if _, err := r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: h.Shift, Seen: seen}}, Acts: []desk.Act{
			act("shift.unconfirmed", h.Shift, account, system(), now, map[string]any{"alarm": a.ID, "shift": h.Shift, "person": h.To, "name": name}, a)}}); err != nil {
			return err
		}
	}
	return nil
}

func (r *Room) name(ctx context.Context, person string) (string, error) {
	if person == "" {
		return "", nil
	}
	a, err := r.People.Load(ctx, person)
	return a.Person.Name, err
}
