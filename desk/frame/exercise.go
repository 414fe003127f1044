package frame

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Exercise (övning) is something that has happened, to write about as if it were real: what would the desk say? The account's
// own checks answer. That she has done it counts as practice; how it went is hers alone.
type Exercise struct {
	ID      string
	Account string // "" for one that comes with the program
	Title   string
	Event   string // what has happened
	Look    string // what to think of afterwards; only those that come with the program have it
	By      string // who added it; "" for one that comes with the program
	At      time.Time
}

const (
	mostTitle    = 80
	mostEvent    = 2_000
	mostExercise = 10_000
)

// Exercises lists the exercises for an account: those that come with the program for its tone profile, and its own. Right:
// account.read, or that the frames are hers to read: see [Reads].
func (r *Room) Exercises(ctx context.Context, a people.Actor, id string) ([]Exercise, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.AccountRead, id, now); err != nil && !Reads(a, id, now) {
		return nil, err
	}
	at, err := r.store.Account(ctx, id)
	if err != nil {
		return nil, err
	}
	own, err := r.store.Exercises(ctx, id)
	return slices.Concat(Shipped(at.Profile), own), err
}

// Exercise returns one of an account's exercises.
func (r *Room) Exercise(ctx context.Context, a people.Actor, account, id string) (Exercise, error) {
	all, err := r.Exercises(ctx, a, account)
	if err != nil {
		return Exercise{}, err
	}
	if i := slices.IndexFunc(all, func(e Exercise) bool { return e.ID == id }); i >= 0 {
		return all[i], nil
	}
	return Exercise{}, fault.New(fault.NotFound, lingo.T("Övningen finns inte.", "There is no such exercise.")).
		Try(lingo.T("Välj en annan.", "Choose another."))
}

// Practise lets the account's checks answer what somebody has written about an event, and keeps that she has done the exercise,
// the first time. Her words are not kept. Right: frame.acknowledge; the faults point at text.
func (r *Room) Practise(ctx context.Context, a people.Actor, id, exercise, text string) ([]check.Finding, error) {
	now := r.clock.Now()
	if err := mayPractise(a, id, now); err != nil {
		return nil, err
	}
	at, err := r.store.Account(ctx, id)
	if err != nil {
		return nil, err
	}
	e, err := r.Exercise(ctx, a, id, exercise)
	if err != nil {
		return nil, err
	}
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if n := len([]rune(text)); n == 0 || n > mostExercise {
		return nil, fault.New(fault.Invalid, lingo.T("Skriv inlägget som du tänker dig det, högst %d tecken.", "Write the post as you imagine it, %d characters at most.").Put(mostExercise)).At("text")
	}
	done, err := r.store.Practised(ctx, a.Person.ID, id)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(done, e.ID) {
		fact := Practice{ID: ident.New(now), Person: a.Person.ID, Account: id, Exercise: e.ID, At: now}
		if _, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{act("frame.practised", a, id, now, map[string]any{"title": e.Title}, fact)}}); err != nil {
			return nil, err
		}
	}
	return check.Run(r.checks, input(text, at, now)), nil
}

// input is a practised text as the checks see a real one.
func input(text string, at account.Account, now time.Time) check.Input {
	return check.Input{Text: text, Language: at.Language, Profile: at.Profile, Place: at.Place, Own: at.Own, Now: now}
}

// AddExercise adds an exercise of the account's own. Right: frame.exercise. The faults point at title and event.
func (r *Room) AddExercise(ctx context.Context, a people.Actor, e Exercise) (Exercise, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.FrameExercise, e.Account, now); err != nil {
		return Exercise{}, err
	}
	if _, err := r.store.Account(ctx, e.Account); err != nil {
		return Exercise{}, err
	}
	e.Title, e.Event = strings.TrimSpace(e.Title), strings.TrimSpace(strings.ReplaceAll(e.Event, "\r\n", "\n"))
	var wrong fault.List
	if n := len([]rune(e.Title)); n == 0 || n > mostTitle {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Ge övningen ett namn, högst %d tecken.", "Give the exercise a name, %d characters at most.").Put(mostTitle)).At("title"))
	}
	if n := len([]rune(e.Event)); n == 0 || n > mostEvent {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Beskriv vad som har hänt, högst %d tecken.", "Describe what has happened, in %d characters at most.").Put(mostEvent)).At("event"))
	}
	if err := wrong.OrNil(); err != nil {
		return Exercise{}, err
	}
	e.ID, e.Look, e.By, e.At = ident.New(now), "", a.Person.ID, now
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "frame.exercise_added", Subject: e.ID, Account: e.Account, Who: a.Who(), At: now,
		Say: map[string]any{"title": e.Title}, Facts: []any{e}}}})
	return e, err
}

// DropExercise takes an exercise of the account's own away. Right: frame.exercise. What people have practised remains.
func (r *Room) DropExercise(ctx context.Context, a people.Actor, account, id string) error {
	now := r.clock.Now()
	if err := people.Ask(a, people.FrameExercise, account, now); err != nil {
		return err
	}
	e, err := r.Exercise(ctx, a, account, id)
	if err != nil {
		return err
	}
	if e.By == "" {
		return fault.New(fault.Invalid, lingo.T("Övningar som följer med programmet går inte att ta bort.", "Exercises that come with the program cannot be taken away."))
	}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "frame.exercise_dropped", Subject: id, Account: account, Who: a.Who(), At: now,
		Say: map[string]any{"title": e.Title}, Facts: []any{Dropping{ID: ident.New(now), Exercise: id, By: a.Person.ID, At: now}}}}})
	return err
}
