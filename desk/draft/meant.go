package draft

import (
	"context"
	"time"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/desk/people"
)

// Meant (tänkt) is what a writer said with a text when she would hand it in and had to do something else first: read the
// frames. It is kept so that she finds it when she comes back, whatever browser she has; it is gone when the text is handed in
// or discarded. It is no fact: nothing has happened yet.
type Meant struct {
	Reason string
	When   clock.Wall // the zero Wall: as soon as allowed
}

// empty reports whether there is nothing to keep.
func (m Meant) empty() bool { return m == Meant{} }

// Keeper keeps what writers meant.
type Keeper interface {
	// KeepMeant keeps what a person meant with a draft, in place of what she meant before.
	KeepMeant(ctx context.Context, draft, person string, m Meant, at time.Time) error
	// Meant returns it; nil when there is nothing.
	Meant(ctx context.Context, draft, person string) (*Meant, error)
}

// Mean keeps what a writer would hand a text in with, before she goes to do something else: read the frames. It is asked as
// for writing.
func (r *Room) Mean(ctx context.Context, a people.Actor, id string, h Handing) error {
	if _, err := r.writable(ctx, a, id); err != nil {
		return err
	}
	return r.sendAway(ctx, a, id, h, nil)
}

// sendAway keeps what she said, and returns the fault that says what she must do first. What cannot be kept is no reason to tell
// her something else.
func (r *Room) sendAway(ctx context.Context, a people.Actor, id string, h Handing, first error) error {
	m := Meant{Reason: tidyText(h.Reason), When: h.When}
	if m.empty() || utf8.RuneCountInString(m.Reason) > MaxWords {
		return first
	}
	if err := r.store.KeepMeant(ctx, id, a.Person.ID, m, r.clock.Now()); err != nil {
		return err
	}
	return first
}
