package publish

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Clearance (klartecken) is an approval of one submission, as this room needs to know it. desk/review gives it.
type Clearance struct {
	Submission string
	Hash       string
	By         string // person id
	At         time.Time
}

// Plan is what has been decided about when a submission goes out.
type Plan struct {
	Clearance *Clearance // the approval; nil when there is none
	Schedule  *Schedule  // the newest, unless it was stopped; nil when there is none
	Hold      *Hold      // what stopped it, unless it was given a new time since; nil otherwise
}

// Case (underlag) is everything that a decision on sending rests on, as it is in the moment of sending.
type Case struct {
	Draft    draft.Draft
	Plan     Plan
	Account  account.Account
	Routine  guideline.Routine
	Author   people.Actor // who handed it in, with what she may do now
	Real     bool         // this is the real desk, not a copy of it
	Answered bool         // an answer: a colleague answered in the conversation after the writer had looked
	Talk     int64        // an answer: the last entry about the conversation
	Post     *Post        // a correction: the post it corrects
}

// Grace is how late something may be without being late: the workers' own time.
const Grace = 5 * time.Minute

// stop is the one place that decides whether a submission may go out. It returns "" when it may, and otherwise why not.
// Timing is asked apart: see late.
func (c Case) stop(now time.Time) string {
	s := c.Draft.Submission
	switch {
	case !c.Real:
		return HoldCopy
	case c.Draft.Kind == draft.KindCorrection && (c.Post == nil || c.Post.Withdrawal != nil):
		return HoldWithdrawn
	case !c.cleared():
		return HoldApproval
	case !c.Account.ClosedAt.IsZero():
		return HoldClosed
	case c.Author.Person.ID != s.By || !c.Author.May(rightToSend(c.Draft.Kind), c.Draft.Account, now):
		return c.lost(now)
	case c.Draft.Kind == draft.KindAnswer && c.Answered:
		return HoldAnswered
	}
	return ""
}

// lost says how whoever handed a text in lost the right to: her shift or her mandate at the account has ended, and a colleague
// who is there now is asked; or she may not for another reason.
func (c Case) lost(now time.Time) string {
	if c.Author.Person.ID == c.Draft.Submission.By && c.Author.Served(c.Draft.Account, now) {
		return HoldShift
	}
	return HoldRights
}

// cleared reports whether the very bytes that would go out are the ones that were handed in, and approved when the routine
// asks for another's eyes.
func (c Case) cleared() bool {
	s, v := c.Draft.Submission, c.Draft.Latest
	if s.Version != v.Number || s.Hash != v.Hash || v.Content.Digest() != s.Hash {
		return false
	}
	if !s.Step.FourEyes() {
		return true
	}
	ok := c.Plan.Clearance
	return ok != nil && ok.Submission == s.ID && ok.Hash == s.Hash && !c.Draft.WrittenBy(ok.By)
}

// rightToSend is the right that whoever handed a text in must have when it goes out.
func rightToSend(kind string) people.Right {
	if kind == draft.KindPost {
		return people.PublishNow
	}
	return draft.RightTo(kind)
}

// due returns when the submission was to go out: at its time, or as soon as it was allowed.
func (c Case) due() time.Time {
	if c.Plan.Schedule != nil {
		at, _ := c.Plan.Schedule.When.Resolve()
		return at
	}
	if c.Plan.Clearance != nil {
		return c.Plan.Clearance.At
	}
	return c.Draft.Submission.At
}

// late reports whether so much time has passed that a person must be asked: the world may have changed since.
func (c Case) late(now time.Time) bool {
	return now.After(c.due().Add(max(c.Routine.Late, Grace)))
}

// refusal is what a person reads who would publish what may not go out.
func refusal(why string) error {
	kind := fault.Conflict
	if why == HoldRights || why == HoldShift || why == HoldCopy {
		kind = fault.Forbidden
	}
	if why == HoldClosed || why == HoldWithdrawn {
		kind = fault.Gone
	}
	return fault.New(kind, HoldTitle(why))
}

// load gathers the case of a draft. The error is a fault.Conflict when nothing is handed in.
func (r *Room) load(ctx context.Context, id string) (c Case, err error) {
	if c.Draft, err = r.store.Draft(ctx, id); err != nil {
		return c, err
	}
	if err := alive(c.Draft); err != nil {
		return c, err
	}
	if c.Plan, err = r.store.Plan(ctx, id, c.Draft.Submission.ID); err != nil {
		return c, err
	}
	if c.Account, err = r.store.Account(ctx, c.Draft.Account); err != nil {
		return c, err
	}
	if c.Routine, err = r.store.Routine(ctx, c.Draft.Account); err != nil {
		return c, err
	}
	if c.Author, err = r.people.Load(ctx, c.Draft.Submission.By); err != nil {
		return c, err
	}
	c.Real = r.real()
	return c, r.loadContext(ctx, &c)
}

// loadContext gathers what an answer and a correction hang on.
func (r *Room) loadContext(ctx context.Context, c *Case) (err error) {
	switch c.Draft.Kind {
	case draft.KindAnswer:
		if c.Talk, err = r.store.Seen(ctx, c.Draft.Conversation); err != nil {
			return err
		}
		c.Answered, err = r.store.AnsweredSince(ctx, c.Draft.Conversation, c.Draft.Submission.Heard)
		return err
	case draft.KindCorrection:
		p, err := r.store.Post(ctx, c.Draft.Post)
		if err != nil {
			return err
		}
		c.Post = &p
	}
	return nil
}

// alive refuses a draft that is not waiting to go out.
func alive(d draft.Draft) error {
	switch {
	case d.PublishedAs != "":
		return fault.New(fault.Conflict, lingo.T("Texten är redan publicerad.", "The text is already published."))
	case !d.DiscardedAt.IsZero():
		return fault.New(fault.Gone, lingo.T("Utkastet är kastat.", "The draft has been discarded."))
	case d.Submission == nil:
		return fault.New(fault.Conflict, lingo.T("Texten har ändrats och behöver lämnas in igen.", "The text has changed and needs to be handed in again."))
	}
	return nil
}

func (c Case) act(kind string, who desk.Who, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: "publish." + kind, Subject: c.Draft.ID, Account: c.Draft.Account, Who: who, At: now, Say: say, Facts: facts}
}

func (c Case) expect() []desk.Expect { return []desk.Expect{{Subject: c.Draft.ID, Seen: c.Draft.Seen}} }
