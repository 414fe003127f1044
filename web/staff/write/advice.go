package write

import (
	"context"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	"tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Ideas tells whose idea a draft was made of: desk/idea.
type Ideas interface {
	OfDraft(ctx context.Context, a people.Actor, d draft.Draft) (idea.Idea, error)
}

// margin is what colleagues have said about the draft. Editor is the id of the form that it is written in; "" for none.
func (r *room) margin(v *visit.Visit, d draft.Draft, form hall.Form, editor string) (counsel.Margin, error) {
	if r.Advice == nil {
		return counsel.Margin{}, nil
	}
	return counsel.Beside(v, r.Advice, d, form, editor, Path+"/"+d.ID, r.Hall.Tongue(v))
}

// advise does what a button beside the text says: takes a suggestion, settles a comment, or says something oneself. The text
// has been saved by then.
func (r *room) advise(v *visit.Visit, w *work) error {
	if r.Advice == nil || !counsel.Pressed(v) {
		return nil
	}
	changed, err := counsel.Do(v, r.Advice, w.draft.ID)
	if err != nil || !changed {
		return err
	}
	fresh, err := r.Drafts.Get(v.Context(), v.Actor, w.draft.ID)
	if err == nil {
		w.draft, w.sheet.base, w.sheet.content = fresh, fresh.Latest.Number, fresh.Latest.Content
	}
	return err
}

// giver says whose idea the draft was made of; "" when it was nobody's in particular.
func (r *room) giver(v *visit.Visit, d draft.Draft) (string, error) {
	if r.Ideas == nil {
		return "", nil
	}
	i, err := r.Ideas.OfDraft(v.Context(), v.Actor, d)
	if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Forbidden) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if d.Latest.Content.Credit != "" {
		return ideaNamed.Put(i.From, d.Latest.Content.Credit).In(v.Lang), nil
	}
	return ideaOf.Put(i.From).In(v.Lang), nil
}
