package notice

import (
	"context"
	"time"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
)

// readers are those who may take the step that the routine asks for, and have not written in the text. A text that has been
// read by the time we look waits for nobody.
func readers(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	word, _ := e.Say["step"].(string)
	step, ok := guideline.ParseStep(word)
	if !ok || !step.FourEyes() {
		return told{}, nil
	}
	d, err := r.store.Draft(ctx, e.Subject)
	if err != nil || d.State != draft.Waiting {
		return told{}, err
	}
	all, err := r.holders(ctx, step.Right(), e.Account)
	out := told{path: "/granska/" + d.ID}
	for _, p := range all {
		if !d.WrittenBy(p) {
			out.people = append(out.people, p)
		}
	}
	return out, err
}

func writer(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	d, err := r.store.Draft(ctx, e.Subject)
	return told{people: []string{d.Author}, path: pathOf(d)}, err
}

// pathOf is where a text is seen: an answer stands in its conversation.
func pathOf(d draft.Draft) string {
	if d.Kind == draft.KindAnswer {
		return "/inkorg/" + d.Conversation
	}
	return "/skriv/" + d.ID
}

func writers(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	out, err := writer(ctx, r, e)
	if err != nil {
		return out, err
	}
	d, err := r.store.Draft(ctx, e.Subject)
	out.people = append(out.people, d.Writers...)
	return out, err
}

// approved tells the writer that a colleague said yes, unless the yes came too late: then she is told that, once.
func approved(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	d, err := r.store.Draft(ctx, e.Subject)
	if err != nil {
		return told{}, err
	}
	if d.Submission != nil {
		plan, err := r.store.Plan(ctx, d.ID, d.Submission.ID)
		if err != nil || plan.Hold != nil && plan.Hold.At.Equal(e.At) {
			return told{}, err
		}
	}
	return told{people: []string{d.Author}, path: pathOf(d)}, nil
}

// sentFor tells the writer, and who handed the text in, that it has gone out: when its time came, or when a colleague published
// it. One that went out at once on a colleague's yes is told of with the yes, and an idea's giver hears that it became a post.
func sentFor(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	d, err := r.store.Draft(ctx, e.Subject)
	if err != nil || d.Submission == nil {
		return told{}, err
	}
	plan, err := r.store.Plan(ctx, d.ID, d.Submission.ID)
	if err != nil {
		return told{}, err
	}
	if untimed := plan.Schedule == nil && plan.Hold == nil; untimed && (e.Who.Kind == desk.WhoSystem || plan.Clearance != nil) {
		return told{}, nil
	}
	i, err := r.store.IdeaOf(ctx, d.ID)
	if err != nil && !missing(err) {
		return told{}, err
	}
	return told{people: without([]string{d.Author, d.Submission.By}, i.By), path: pathOf(d)}, nil
}

// heldFrom tells the writer, and who handed the text in, that it did not go out, and why.
func heldFrom(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	d, err := r.store.Draft(ctx, e.Subject)
	out := told{people: []string{d.Author}, path: pathOf(d)}
	if d.Submission != nil {
		out.people = append(out.people, d.Submission.By)
	}
	out.detail, _ = e.Say["why"].(string)
	return out, err
}

// leftWith asks those who have a shift now, or those who lead the account's work when nobody has, what becomes of a text whose
// writer can no longer decide on it: her shift, or what she may do, has ended.
func leftWith(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	if why := e.Say["why"]; why != publish.HoldShift && why != publish.HoldRights {
		return told{}, nil
	}
	d, err := r.store.Draft(ctx, e.Subject)
	if err != nil || d.State != draft.Held {
		return told{}, err
	}
	now := r.clock.Now()
	shifts, err := r.store.Shifts(ctx, shift.Filter{Account: e.Account, From: now, To: now.Add(time.Second)})
	if err != nil {
		return told{}, err
	}
	out := told{path: pathOf(d)}
	for _, s := range shifts {
		if s.Covers(now) {
			out.people = append(out.people, s.Person)
		}
	}
	if len(out.people) == 0 {
		lead, err := planners(ctx, r, e)
		out.people = lead.people
		return out, err
	}
	return out, nil
}

// heldBecause is why a text did not go out, told to who wrote it.
func heldBecause(why string, by lingo.Text) lingo.Text {
	switch why {
	case publish.HoldPerson:
		return lingo.T("%s stoppade den.", "%s stopped it.").Put(by)
	case publish.HoldLate:
		return lingo.T("tiden hann gå. Välj en ny.", "its time passed. Choose a new one.")
	case publish.HoldRights:
		return lingo.T("den som lämnade in den får inte publicera här längre.", "whoever handed it in may no longer publish here.")
	case publish.HoldShift:
		return lingo.T("passet var slut. Den som har pass nu avgör.", "the shift had ended. Whoever has the shift now decides.")
	case publish.HoldCopy:
		return lingo.T("det här är en kopia av skrivbordet.", "this is a copy of the desk.")
	case publish.HoldClosed:
		return lingo.T("kontot är stängt.", "the account is closed.")
	case publish.HoldAnswered:
		return lingo.T("en kollega hann svara först.", "a colleague answered first.")
	case publish.HoldWithdrawn:
		return lingo.T("inlägget som den rättar är avpublicerat.", "the post that it corrects has been withdrawn.")
	case publish.HoldApproval:
		return lingo.T("den behöver godkännas först.", "it needs approval first.")
	}
	return lingo.T("den är stoppad.", "it has been stopped.")
}
