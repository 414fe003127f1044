package today

import (
	"context"

	"tilltal/desk"
	"tilltal/desk/counsel"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	advicepage "tilltal/web/staff/counsel"
	ideapage "tilltal/web/staff/idea"
	"tilltal/web/visit"
)

// Ideas is what colleagues have sent: desk/idea.
type Ideas interface {
	ToAnswer(ctx context.Context, a people.Actor, open bool, after string) (desk.Page[idea.Idea], error)
	Mine(ctx context.Context, a people.Actor, after string) (desk.Page[idea.Idea], error)
}

// Advice is what one was asked: desk/counsel.
type Advice interface {
	ToMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
	FromMe(ctx context.Context, a people.Actor, open bool) ([]counsel.Question, error)
}

// help is what colleagues wait for from her: answers to questions, and to ideas; and what she waits for that is late.
func (r *room) help(v *visit.Visit, view *dayView) error {
	if r.Advice != nil {
		asked, err := r.Advice.ToMe(v.Context(), v.Actor, true)
		if err != nil {
			return err
		}
		for _, q := range asked[:min(len(asked), mostTexts)] {
			view.help = append(view.help, advicepage.Row(v, q, r.Hall.Tongue(v)))
		}
		mine, err := r.Advice.FromMe(v.Context(), v.Actor, true)
		if err != nil {
			return err
		}
		for _, q := range mine {
			if q.Overdue(v.Now) {
				view.help = append(view.help, advicepage.Row(v, q, r.Hall.Tongue(v)))
			}
		}
	}
	if r.Ideas == nil {
		return nil
	}
	mine, err := r.Ideas.Mine(v.Context(), v.Actor, "")
	if err != nil {
		return err
	}
	for _, i := range mine.Items {
		if i.Stage() == idea.Asked {
			view.help = append(view.help, ideapage.Row(v, i))
		}
	}
	if !v.Actor.Anywhere(people.IdeaAnswer, v.Now) {
		return nil
	}
	page, err := r.Ideas.ToAnswer(v.Context(), v.Actor, true, "")
	for _, i := range page.Items[:min(len(page.Items), mostTexts)] {
		if i.Stage() == idea.Waiting {
			view.help = append(view.help, ideapage.Row(v, i))
		}
	}
	return err
}
