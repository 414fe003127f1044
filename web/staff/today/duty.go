package today

import (
	"context"
	"slices"
	"time"

	"tilltal/desk/account"
	law "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/web/frame"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Frames is whether she has read what she speaks within, and what management stands behind: desk/frame.
type Frames interface {
	Standing(ctx context.Context, person, account string) (law.Standing, error)
	Backing(ctx context.Context, account string) (law.Backing, error)
}

// Register is when each account is to be gone through: desk/account.
type Register interface {
	Duties(ctx context.Context) ([]account.Duty, error)
}

// soon is how long before its day a review is told of.
const soon = 14 * 24 * time.Hour

// duties are what the frames and the register ask of her: to read, to go through, to look at a decision again.
func (r *room) duties(v *visit.Visit, view *dayView) error {
	if r.Frames != nil {
		if err := r.reading(v, view); err != nil {
			return err
		}
	}
	if r.Register == nil || !v.Actor.Anywhere(people.AccountReview, v.Now) {
		return nil
	}
	all, err := r.Register.Duties(v.Context())
	if err != nil {
		return err
	}
	for _, d := range all {
		if !d.Overdue(v.Now.Add(soon)) || !v.Actor.May(people.AccountReview, d.Account, v.Now) {
			continue
		}
		at := "/konton/" + d.Subject
		if d.Network != "" {
			at = "/register/" + d.Subject
		}
		row := hall.Row{Title: goThrough.Put(d.Name).In(v.Lang), Href: at + "/genomgang", Lines: []string{goBy.Put(hall.Day(d.Due)).In(v.Lang)}}
		if d.Overdue(v.Now) {
			row.Tags = []frame.TagView{{Tone: frame.Stop, Text: v.Say(lateTag)}}
		}
		view.duties = append(view.duties, row)
	}
	return nil
}

// reading are the frames she has not read, and the decisions she should look at again.
func (r *room) reading(v *visit.Visit, view *dayView) error {
	mine, err := r.Hall.Mine(v)
	if err != nil {
		return err
	}
	if err := r.unread(v, view, mine); err != nil {
		return err
	}
	today, seen := hall.Today(v), map[string]bool{}
	for _, a := range mine {
		if !v.Actor.May(people.FrameBack, a.ID, v.Now) {
			continue
		}
		b, err := r.Frames.Backing(v.Context(), a.ID)
		if err != nil {
			return err
		}
		if b.Stale(today) && !seen[b.ID] {
			seen[b.ID] = true
			view.duties = append(view.duties, hall.Row{Title: v.Say(lookAgain), Href: bounds.SignAt(b.Account), Lines: []string{lookBy.Put(hall.Date(b.Review)).In(v.Lang)}})
		}
	}
	return nil
}

// unread are the frames that she is to read: of the accounts she works with, and of those where a mandate or a shift of hers is
// to begin.
func (r *room) unread(v *visit.Visit, view *dayView, mine []account.Account) error {
	var ids []string
	for _, a := range mine {
		ids = append(ids, a.ID)
	}
	for _, m := range v.Actor.Mandates {
		if !slices.Contains(ids, m.Account) {
			ids = append(ids, m.Account)
		}
	}
	for _, id := range ids {
		if !law.Reads(v.Actor, id, v.Now) {
			continue
		}
		s, err := r.Frames.Standing(v.Context(), v.Actor.Person.ID, id)
		if err != nil {
			return err
		}
		if s.Ready() || s.Account.Closed() {
			continue
		}
		why := readWhy
		if !v.Actor.May(people.FrameAcknowledge, id, v.Now) {
			why = readAhead
		}
		view.duties = append(view.duties, hall.Row{Title: readFrames.Put(s.Account.Name).In(v.Lang), Href: bounds.At(id, Path), Lines: []string{v.Say(why)}})
	}
	return nil
}
