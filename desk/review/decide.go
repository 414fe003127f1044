package review

import (
	"context"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Approve approves the version whose hash the reader has before her. Words may be empty. What it led to stands in the
// Outcome: the text is on its way, has its time, or came too late and waits for a new time.
//
// Errors: fault.Forbidden when she may not, or has written in the text; fault.Conflict when the text is another than the one
// she read, or a colleague was first.
func (r *Room) Approve(ctx context.Context, a people.Actor, id, hash, words string) (Outcome, error) {
	d, plan, err := r.load(ctx, id)
	if err != nil {
		return Outcome{}, err
	}
	o, change, err := decideApproval(d, plan, a, hash, words, r.clock.Now())
	if err != nil {
		return Outcome{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return o, err
}

func decideApproval(d draft.Draft, plan publish.Plan, a people.Actor, hash, words string, now time.Time) (Outcome, desk.Change, error) {
	if err := may(d, a, now); err != nil {
		return Outcome{}, desk.Change{}, err
	}
	if err := sameText(d, hash); err != nil {
		return Outcome{}, desk.Change{}, err
	}
	if plan.Clearance != nil {
		return Outcome{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("En kollega har redan godkänt texten.", "A colleague has already approved the text."))
	}
	words, err := said(words)
	if err != nil {
		return Outcome{}, desk.Change{}, err
	}
	s := *d.Submission
	o := Outcome{Approval: Approval{ID: ident.New(now), Draft: d.ID, Submission: s.ID, Version: s.Version, Hash: s.Hash,
		By: a.Person.ID, Words: words, At: now}}
	change := desk.Change{Expect: expect(d), Acts: []desk.Act{
		act(d, "approved", a, now, map[string]any{"version": s.Version, "hash": s.Hash}, o.Approval)}}
	follow(&o, &change, d, plan, a, now)
	return o, change, nil
}

// follow adds what an approval leads to.
func follow(o *Outcome, change *desk.Change, d draft.Draft, plan publish.Plan, a people.Actor, now time.Time) {
	s := *d.Submission
	switch at, note := s.When.Resolve(); {
	case plan.Hold != nil: // stopped while it waited: a person decides on the time
		o.Late = plan.Hold
	case !s.Timed():
		o.AtOnce, o.At = true, now
		change.Jobs = append(change.Jobs, publish.AtOnce(s, now))
	case at.After(now):
		schedule, job := publish.NewSchedule(d, s, s.When, a.Person.ID, now)
		o.Schedule, o.At, o.Note = &schedule, at, note
		change.Acts = append(change.Acts, desk.Act{Kind: "publish.scheduled", Subject: d.ID, Account: d.Account, Who: a.Who(), At: now,
			Say: map[string]any{"when": s.When.String()}, Facts: []any{schedule}})
		change.Jobs = append(change.Jobs, job)
	default:
		hold := publish.NewHold(s, publish.HoldLate, "", "", now)
		o.Late = &hold
		change.Acts = append(change.Acts, desk.Act{Kind: "publish.held", Subject: d.ID, Account: d.Account, Who: desk.System("review"), At: now,
			Say: map[string]any{"why": hold.Why}, Facts: []any{hold}})
	}
}

// Return hands a submission back with words on what to change. The words are asked for: nobody gets a text back without
// knowing why.
//
// Errors: as [Room.Approve]; fault.Invalid at words.
func (r *Room) Return(ctx context.Context, a people.Actor, id, hash, words string) (Return, error) {
	d, _, err := r.load(ctx, id)
	if err != nil {
		return Return{}, err
	}
	back, change, err := decideReturn(d, a, hash, words, r.clock.Now())
	if err != nil {
		return Return{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return back, err
}

func decideReturn(d draft.Draft, a people.Actor, hash, words string, now time.Time) (Return, desk.Change, error) {
	if err := may(d, a, now); err != nil {
		return Return{}, desk.Change{}, err
	}
	if err := sameText(d, hash); err != nil {
		return Return{}, desk.Change{}, err
	}
	words, err := said(words)
	if err != nil {
		return Return{}, desk.Change{}, err
	}
	if words == "" {
		return Return{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Skriv vad som behöver ändras.", "Write what needs to be changed.")).At("words")
	}
	back := Return{ID: ident.New(now), Draft: d.ID, Submission: d.Submission.ID, By: a.Person.ID, Words: words, At: now}
	return back, desk.Change{Expect: expect(d), Acts: []desk.Act{
		act(d, "returned", a, now, map[string]any{"version": d.Submission.Version}, back)}}, nil
}

func (r *Room) load(ctx context.Context, id string) (draft.Draft, publish.Plan, error) {
	d, err := r.store.Draft(ctx, id)
	if err != nil {
		return draft.Draft{}, publish.Plan{}, err
	}
	if err := waits(d); err != nil {
		return draft.Draft{}, publish.Plan{}, err
	}
	plan, err := r.store.Plan(ctx, id, d.Submission.ID)
	return d, plan, err
}

// waits refuses a draft that has nothing for a reader to decide on.
func waits(d draft.Draft) error {
	switch {
	case d.PublishedAs != "":
		return fault.New(fault.Conflict, lingo.T("Texten är redan publicerad.", "The text is already published."))
	case !d.DiscardedAt.IsZero():
		return fault.New(fault.Gone, lingo.T("Utkastet är kastat.", "The draft has been discarded."))
	case d.Submission == nil:
		return changed()
	case !d.Submission.Step.FourEyes():
		return fault.New(fault.Conflict, lingo.T("Texten behöver ingen granskning. Den som skrev den publicerar själv.",
			"The text needs no review. Whoever wrote it publishes it."))
	}
	return nil
}

// may refuses whoever has no right to the step, and whoever has written in the text.
func may(d draft.Draft, a people.Actor, now time.Time) error {
	if err := people.Ask(a, d.Submission.Step.Right(), d.Account, now); err != nil {
		return err
	}
	if d.WrittenBy(a.Person.ID) {
		return fault.New(fault.Forbidden, lingo.T("Du har skrivit i texten. Någon annan behöver läsa den.",
			"You have written in the text. Somebody else needs to read it."))
	}
	return nil
}

// sameText refuses a decision on another text than the one that the reader had before her, and the one that was handed in.
func sameText(d draft.Draft, hash string) error {
	s, v := d.Submission, d.Latest
	if hash != s.Hash || s.Hash != v.Hash || s.Version != v.Number || v.Content.Digest() != v.Hash {
		return changed()
	}
	return nil
}

func changed() error {
	return fault.New(fault.Conflict, lingo.T("Texten har ändrats sedan du läste den.", "The text has changed since you read it.")).
		Try(lingo.T("Läs den igen.", "Read it again."))
}

func said(words string) (string, error) {
	words = strings.TrimSpace(words)
	if len(words) > draft.MaxWords {
		return "", fault.New(fault.Invalid, lingo.T("Skriv kortare.", "Write less.")).At("words")
	}
	return words, nil
}

func act(d draft.Draft, kind string, a people.Actor, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: "review." + kind, Subject: d.ID, Account: d.Account, Who: a.Who(), At: now, Say: say, Facts: facts}
}

func expect(d draft.Draft) []desk.Expect { return []desk.Expect{{Subject: d.ID, Seen: d.Seen}} }
