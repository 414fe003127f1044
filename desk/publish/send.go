package publish

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// PublishOwn lets a writer publish what she has handed in, where the routine leaves it to her own judgement or a written
// reason: at once, or scheduled when she asked for a time. It asks her right at that moment.
//
// Errors: fault.Forbidden when the routine asks for another's eyes, or she did not hand it in; fault.Conflict when the text
// has changed since, is published, or was stopped.
func (r *Room) PublishOwn(ctx context.Context, a people.Actor, id string) (Outcome, error) {
	c, err := r.load(ctx, id)
	if err != nil {
		return Outcome{}, err
	}
	now := r.clock.Now()
	o, change, err := decideOwn(c, a, now)
	if err != nil || len(change.Acts) == 0 {
		return o, err
	}
	_, err = r.store.Commit(ctx, change)
	return o, err
}

// decideOwn returns a change without acts when the very same has been decided before.
func decideOwn(c Case, a people.Actor, now time.Time) (Outcome, desk.Change, error) {
	s := c.Draft.Submission
	switch {
	case s.Step.FourEyes():
		return Outcome{}, desk.Change{}, fault.New(fault.Forbidden, lingo.T("En kollega behöver läsa texten först.", "A colleague needs to read the text first."))
	case s.By != a.Person.ID:
		return Outcome{}, desk.Change{}, fault.New(fault.Forbidden, lingo.T("Bara den som lämnade in texten publicerar den.", "Only whoever handed in the text publishes it."))
	case c.Plan.Hold != nil:
		return Outcome{}, desk.Change{}, fault.New(fault.Conflict, HoldTitle(c.Plan.Hold.Why)).
			Try(lingo.T("Ge texten en ny tid, eller publicera den nu.", "Give the text a new time, or publish it now."))
	case c.Plan.Schedule != nil && c.Plan.Schedule.When == s.When: // a second click
		at, note := s.When.Resolve()
		return Outcome{Schedule: c.Plan.Schedule, At: at, Note: note}, desk.Change{}, nil
	}
	return decideRelease(c, a, s.When, now)
}

// Release gives a submission that may go out a time, or a new time; the zero Wall publishes it at once. It is how a person
// answers when something was stopped or came too late. The routine must be satisfied: approved, or the writer's own to
// publish. It asks people.PublishSchedule, and people.PublishNow for at once.
func (r *Room) Release(ctx context.Context, a people.Actor, id string, when clock.Wall) (Outcome, error) {
	c, err := r.load(ctx, id)
	if err != nil {
		return Outcome{}, err
	}
	now := r.clock.Now()
	o, change, err := decideRelease(c, a, when, now)
	if err != nil {
		return Outcome{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return o, err
}

func decideRelease(c Case, a people.Actor, when clock.Wall, now time.Time) (Outcome, desk.Change, error) {
	right := people.PublishSchedule
	if when == (clock.Wall{}) {
		right = rightToSend(c.Draft.Kind)
	}
	if err := people.Ask(a, right, c.Draft.Account, now); err != nil {
		return Outcome{}, desk.Change{}, err
	}
	if h := c.Plan.Hold; h != nil && h.Why == HoldPerson && h.By != a.Person.ID { // who was stopped does not lift the stop herself
		if err := people.Ask(a, people.ReviewShift, c.Draft.Account, now); err != nil {
			return Outcome{}, desk.Change{}, err
		}
	}
	if s := c.Draft.Submission; !s.Step.FourEyes() && s.By != a.Person.ID && c.Plan == (Plan{}) {
		return Outcome{}, desk.Change{}, fault.New(fault.Forbidden, lingo.T("Bara den som lämnade in texten publicerar den.", "Only whoever handed in the text publishes it."))
	}
	if why := c.stop(now); why != "" {
		return Outcome{}, desk.Change{}, refusal(why)
	}
	if when == (clock.Wall{}) {
		return decideSending(c, a.Who(), now)
	}
	if at, _ := when.Resolve(); !at.After(now) {
		return Outcome{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Den tidpunkten har redan varit. Välj en senare, eller publicera direkt.",
			"That moment has passed. Choose a later one, or publish at once.")).At("when")
	}
	o, change := decideTime(c, when, a.Who(), now)
	return o, change, nil
}

// Cancel stops a submission that has a time, or is on its way out. It asks people.PublishSchedule, but whoever handed the
// text in may always stop it.
func (r *Room) Cancel(ctx context.Context, a people.Actor, id, words string) (Outcome, error) {
	c, err := r.load(ctx, id)
	if err != nil {
		return Outcome{}, err
	}
	now := r.clock.Now()
	if err := people.AskOwn(a, people.PublishSchedule, c.Draft.Account, c.Draft.Submission.By == a.Person.ID, now); err != nil {
		return Outcome{}, err
	}
	if c.Plan.Hold != nil {
		return Outcome{Hold: c.Plan.Hold}, nil
	}
	if !c.cleared() {
		return Outcome{}, fault.New(fault.Conflict, lingo.T("Texten väntar på granskning och går inte ut av sig själv.",
			"The text waits for review and does not go out by itself."))
	}
	if len(words) > draft.MaxWords {
		return Outcome{}, fault.New(fault.Invalid, lingo.T("Skriv kortare.", "Write less.")).At("words")
	}
	o, change := decideHold(c, HoldPerson, strings.TrimSpace(words), a.Person.ID, a.Who(), now)
	_, err = r.store.Commit(ctx, change)
	return o, err
}

// Run is what the worker does with a job of kind JobPublish: it publishes what is due, or stops it for a person to decide,
// and ends the job in the same change. However many workers take the same job, and wherever they die, there is one
// publication. A job that is not wanted any more is ended without a word: what took its place is on the record.
//
// Errors: fault.TooSoon with how long to wait; fault.Conflict when somebody touched the draft meanwhile: try again.
func (r *Room) Run(ctx context.Context, held desk.Held) error {
	var due Due
	if err := json.Unmarshal(held.Payload, &due); err != nil {
		return fault.New(fault.Invalid, lingo.T("Jobbet går inte att läsa.", "The job cannot be read.")).Because(err)
	}
	c, err := r.load(ctx, due.Draft)
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.Gone) {
		return r.store.Finish(ctx, held.Lease) // published, discarded or edited since
	}
	if err != nil {
		return err
	}
	change, err := decideDue(c, due, r.clock.Now())
	if err != nil {
		return err
	}
	if len(change.Acts) == 0 {
		return r.store.Finish(ctx, held.Lease)
	}
	change.Finish = &held.Lease
	_, err = r.store.Commit(ctx, change)
	return err
}

// decideDue returns a change without acts when the job is not wanted any more.
func decideDue(c Case, due Due, now time.Time) (desk.Change, error) {
	who := desk.System("publish")
	if !c.wants(due) {
		return desk.Change{}, nil
	}
	if wait := c.due().Sub(now); wait > 0 { // the zone's rules changed since the job was queued
		return desk.Change{}, fault.New(fault.TooSoon, lingo.T("Det är inte dags än.", "It is not time yet.")).Wait(wait)
	}
	why := c.stop(now)
	if why == "" && c.late(now) {
		why = HoldLate
	}
	if why != "" {
		_, change := decideHold(c, why, "", "", who, now)
		return change, nil
	}
	_, change, err := decideSending(c, who, now)
	return change, err
}

// wants reports whether a job is the one that is to publish the case: of this submission, and of the newest decision on its
// time.
func (c Case) wants(due Due) bool {
	if due.Submission != c.Draft.Submission.ID || c.Plan.Hold != nil {
		return false
	}
	if c.Plan.Schedule == nil {
		return due.Schedule == ""
	}
	return due.Schedule == c.Plan.Schedule.ID
}
