package draft

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Handing is what a writer hands in with a version.
type Handing struct {
	Version   int        // the version she has read: the newest
	Responses []Response // beside those already given with [Room.Respond]
	Reason    string     // in her own words, when the routine asks for it
	When      clock.Wall // when to publish; the zero Wall: as soon as allowed
	Heard     int64      // for an answer: the last entry about the conversation that she had seen
}

// Submit hands in the newest version for publishing. The checks look at it once more, and the account's routine says which
// step is asked for: it stands in the Submission. When the step is her own judgement or a written reason, she goes on to
// publish (desk/publish); otherwise the text waits for somebody to read it (desk/review).
//
// Handing in the same again returns the submission that already stands. Errors: what a gate says of somebody who is not ready to
// speak at the account; fault.Conflict when the version is not the
// newest or the draft is published; a fault.List that points at what is missing.
func (r *Room) Submit(ctx context.Context, a people.Actor, id string, h Handing) (Submission, error) {
	d, err := r.writable(ctx, a, id)
	if err != nil {
		return Submission{}, err
	}
	at, err := r.store.Account(ctx, d.Account)
	if err != nil {
		return Submission{}, err
	}
	if err := r.ready(ctx, a.Person.ID, d.Account); err != nil {
		return Submission{}, r.sendAway(ctx, a, id, h, err)
	}
	routine, err := r.store.Routine(ctx, d.Account)
	if err != nil {
		return Submission{}, err
	}
	now := r.clock.Now()
	found, err := r.heard(ctx, at.ID, input(d.Latest.Content, at, now), now)
	if err != nil {
		return Submission{}, err
	}
	judged := judgement{at: at, routine: routine, findings: found}
	s, change, err := decideSubmission(d, a, h, judged, now)
	if err != nil || len(change.Acts) == 0 {
		return s, err
	}
	_, err = r.store.Commit(ctx, change)
	return s, err
}

// judgement is what a decision on a submission rests on, beside the draft.
type judgement struct {
	at       account.Account
	routine  guideline.Routine
	findings []check.Finding
}

// decideSubmission returns a change without acts when the very same already stands.
func decideSubmission(d Draft, a people.Actor, h Handing, j judgement, now time.Time) (Submission, desk.Change, error) {
	if err := stands(j.at); err != nil {
		return Submission{}, desk.Change{}, err
	}
	if h.Version != d.Latest.Number {
		return Submission{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("Texten har ändrats sedan du läste den.", "The text has changed since you read it.")).
			Try(lingo.T("Läs den igen och lämna in den på nytt.", "Read it again and hand it in anew.")).At("version")
	}
	s := Submission{ID: ident.New(now), Draft: d.ID, Version: h.Version, Hash: d.Latest.Hash, By: a.Person.ID, At: now,
		Step: j.routine.For(j.findings, d.Kind == KindAnswer), Routine: j.routine.Number, Findings: j.findings,
		Responses: answersTo(j.findings, d.Responses, h.Responses), Reason: strings.TrimSpace(tidyText(h.Reason)),
		When: h.When, Heard: h.Heard}
	wrong := complete(d.Latest.Content, d.Kind, j.at)
	wrong = append(wrong, reasons(s, h.Responses)...)
	wrong = append(wrong, moment(s, now)...)
	if err := wrong.OrNil(); err != nil {
		return Submission{}, desk.Change{}, err
	}
	if d.Submission != nil && s.repeats(*d.Submission) {
		return *d.Submission, desk.Change{}, nil
	}
	act := d.act("submitted", a, now, map[string]any{"version": s.Version, "hash": s.Hash, "step": s.Step.String(), "findings": len(s.Findings)}, s)
	return s, desk.Change{Expect: d.expect(), Acts: []desk.Act{act}}, nil
}

// reasons says what is wrong with what the writer says for her text: a response without form, or a missing reason. A reason
// for each finding is as good as one for the whole.
func reasons(s Submission, given []Response) (wrong fault.List) {
	for _, answer := range given {
		if err := responseFaults(answer); err != nil {
			wrong = append(wrong, fault.Of(err))
		}
	}
	if len(s.Reason) > MaxWords {
		wrong = append(wrong, tooLong(fault.Invalid, lingo.T("%d tecken", "%d characters").Put(MaxWords)).At("reason"))
	}
	answered := len(s.Findings) > 0 && !unanswered(s.Findings, s.Responses)
	if s.Step == guideline.WrittenReason && s.Reason == "" && !answered {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv varför texten kan gå ut som den är.", "Write why the text can go out as it is.")).
			Try(lingo.T("Du kan också svara på varje anmärkning för sig.", "You can also answer each finding by itself.")).At("reason"))
	}
	return wrong
}

// repeats reports whether a submission asks for the same as one that stands, so that a second click does not void an approval.
func (s Submission) repeats(t Submission) bool {
	return s.Version == t.Version && s.Hash == t.Hash && s.By == t.By && s.Step == t.Step && s.Reason == t.Reason &&
		s.When == t.When && s.Heard == t.Heard && slices.Equal(s.Responses, t.Responses)
}
