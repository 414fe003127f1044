package notice

import (
	"context"
	"strconv"
	"time"

	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/desk/shift"
)

// soonPlanned is how near a shift is when its being planned is news: what is planned for the spring is in the calendar.
const soonPlanned = 7 * 24 * time.Hour

// onShift tells whose shift it is, when it begins soon or has been changed.
func onShift(_ context.Context, _ *Room, e desk.Entry) (told, error) {
	person, _ := e.Say["person"].(string)
	id, _ := e.Say["shift"].(string)
	return told{people: []string{person}, path: "/pass/" + id}, nil
}

// changedShift leaves out what came of a swap: who offered it is told that her offer was taken.
func changedShift(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	if e.Say["why"] == shift.WhySwap || e.Say["why"] == shift.WhyRotation {
		return told{}, nil
	}
	return onShift(ctx, r, e)
}

// cancelledShift tells whose shift it was.
func cancelledShift(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	if e.Say["why"] == shift.CancelledByRotation {
		return turned(e), nil
	}
	return onShift(ctx, r, e)
}

// lostShift tells who had a shift that somebody else has now, unless the two swapped: then she said it herself.
func lostShift(_ context.Context, _ *Room, e desk.Entry) (told, error) {
	if e.Say["why"] == shift.WhyRotation {
		return turned(e), nil
	}
	had, _ := e.Say["had"].(string)
	if had == "" || e.Say["why"] == shift.WhySwap {
		return told{}, nil
	}
	name, _ := e.Say["name"].(string)
	return told{people: []string{had}, path: "/pass", detail: name}, nil
}

// turned tells of a shift that moved, or went, with its rotation. That may be a whole spring of shifts: each who has or had one
// of them is told once.
func turned(e desk.Entry) told {
	person, _ := e.Say["person"].(string)
	had, _ := e.Say["had"].(string)
	return told{people: []string{person, had}, path: "/pass", kind: ShiftTurn,
		event: "turn:" + e.Subject + ":" + strconv.FormatInt(e.At.UnixMicro(), 10)}
}

func onShiftSoon(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	out, err := onShift(ctx, r, e)
	if err != nil {
		return told{}, err
	}
	id, _ := e.Say["shift"].(string)
	s, err := r.store.Shift(ctx, id)
	if err != nil || s.Begins.Sub(r.clock.Now()) > soonPlanned {
		return told{}, err
	}
	return out, nil
}

// planner tells who planned a shift that somebody said no to.
func planner(_ context.Context, _ *Room, e desk.Entry) (told, error) {
	person, _ := e.Say["planner"].(string)
	id, _ := e.Say["shift"].(string)
	return told{people: []string{person}, path: "/pass/" + id}, nil
}

// offered tells who is asked to swap.
func offered(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	o, err := r.store.Offer(ctx, e.Subject)
	return told{people: []string{o.To}, path: "/pass"}, err
}

// offerer tells who offered to swap what became of it.
func offerer(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	o, err := r.store.Offer(ctx, e.Subject)
	return told{people: []string{o.From}, path: "/pass"}, err
}

// next tells who has the shift after the one that was handed over.
func next(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	id, _ := e.Say["shift"].(string)
	h, _, err := r.store.Handover(ctx, id)
	return told{people: []string{h.To}, path: "/pass/" + id}, err
}

// planners are those who lead the account's work, when nobody has a shift or nobody has taken over.
func planners(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	all, err := r.holders(ctx, people.ShiftPlan, e.Account)
	return told{people: all, path: "/konton/" + e.Account + "/pass"}, err
}

// keepers look after the installation.
func keepers(ctx context.Context, r *Room, _ desk.Entry) (told, error) {
	all, err := r.holders(ctx, people.PeopleSignOut, "")
	return told{people: all, path: "/installningar"}, err
}

// shifts are those that begin within a day: whoever has one is told.
func (r *Room) shifts(ctx context.Context) ([]Telling, error) {
	now := r.clock.Now()
	all, err := r.store.Shifts(ctx, shift.Filter{From: now, To: now.Add(24 * time.Hour)})
	if err != nil {
		return nil, err
	}
	var out []Telling
	for _, s := range all {
		if s.Cancelled != nil || !s.Begins.After(now) {
			continue
		}
		n := Notice{Event: "shift:" + s.ID + ":" + strconv.FormatInt(s.Begins.UnixMicro(), 10), Kind: ShiftSoon, Path: "/pass/" + s.ID, At: now}
		some, err := r.untold(ctx, n, s.Account, []string{s.Person})
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}
