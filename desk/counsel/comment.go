package counsel

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Saying is what somebody says about a draft, as its newest version stands.
type Saying struct {
	Field    string // "" looks in every field
	Quote    string // the words it is about; "" is the whole
	Start    int    // about where they begin in that field, in bytes: of several alike, the nearest is meant
	Text     string
	Suggests bool
	Instead  string
}

// Comments returns what has been said about a draft, the oldest first, each found again in the newest version. Whoever may
// read the draft may read them.
func (r *Room) Comments(ctx context.Context, a people.Actor, id string) ([]Comment, error) {
	d, err := r.drafts.Get(ctx, a, id)
	if err != nil {
		return nil, err
	}
	all, err := r.store.Remarks(ctx, id)
	for i, c := range all {
		all[i].Now, all[i].Found = c.Find(d.Latest.Content)
	}
	return all, err
}

// May returns nil when the actor may comment on a draft that she may read, and otherwise why not.
func (r *Room) May(a people.Actor, d draft.Draft) error {
	// Who may read a draft that is not at her own accounts was asked about it, or wrote it: it is hers to comment on.
	if err := people.AskOwn(a, people.CounselComment, d.Account, true, r.clock.Now()); err != nil {
		return err
	}
	return open(d)
}

// Comment says something about a draft, or suggests other words for a place in it. It asks people.CounselComment; whoever was
// asked about the draft may too. The same said twice stands once.
//
// Errors: fault.Invalid at text, quote or instead; fault.Conflict when the text is published.
func (r *Room) Comment(ctx context.Context, a people.Actor, id string, s Saying) error {
	d, err := r.drafts.Get(ctx, a, id)
	if err != nil {
		return err
	}
	if err := r.May(a, d); err != nil {
		return err
	}
	said, err := r.store.Remarks(ctx, id)
	if err != nil {
		return err
	}
	change, err := decideRemark(d, said, a, s, r.clock.Now())
	if err != nil || len(change.Acts) == 0 {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

func decideRemark(d draft.Draft, said []Comment, a people.Actor, s Saying, now time.Time) (desk.Change, error) {
	missing := lingo.Text{}
	if !s.Suggests {
		missing = lingo.T("Skriv en kommentar.", "Write a comment.")
	}
	text, wrong := words(s.Text, "text", missing)
	if wrong != nil {
		return desk.Change{}, wrong
	}
	f := Remark{ID: ident.New(now), Draft: d.ID, Account: d.Account, Version: d.Latest.Number, Text: text, Suggests: s.Suggests,
		By: a.Person.ID, At: now}
	if s.Quote = strings.ReplaceAll(s.Quote, "\r\n", "\n"); strings.TrimSpace(s.Quote) != "" {
		place, ok := locate(d.Latest.Content, s)
		if !ok {
			return desk.Change{}, fault.New(fault.Invalid, lingo.T("Vi hittar inte de orden i texten.", "We cannot find those words in the text.")).
				Try(lingo.T("Skriv dem precis som de står där, eller lämna rutan tom om du menar hela texten.",
					"Write them just as they stand there, or leave the box empty if you mean the whole text.")).At("quote")
		}
		f.Place = place
	}
	if s.Suggests {
		if f.Instead, wrong = words(s.Instead, "instead", lingo.Text{}); wrong != nil {
			return desk.Change{}, wrong
		}
		if f.Whole() || f.Instead == f.Quote {
			return desk.Change{}, fault.New(fault.Invalid, lingo.T("Säg vilka ord förslaget ska ersätta.", "Say which words the suggestion is to replace.")).At("quote")
		}
	}
	if slices.ContainsFunc(said, func(c Comment) bool { return c.Settled == nil && c.repeats(f) }) {
		return desk.Change{}, nil
	}
	kind := "commented"
	if f.Suggests {
		kind = "suggested"
	}
	return desk.Change{Acts: []desk.Act{act(kind, d.ID, d.Account, a.Who(), now, map[string]any{"version": f.Version, "remark": f.ID}, f)}}, nil
}

// locate finds the words that somebody means: as she wrote them, or without the space around.
func locate(c draft.Content, s Saying) (Place, bool) {
	for _, quote := range []string{s.Quote, strings.TrimSpace(s.Quote)} {
		if p, ok := Mark(c, s.Field, quote, s.Start); ok {
			return p, true
		}
	}
	return Place{}, false
}

// repeats reports whether a remark says what this one says: the second click of two.
func (c Comment) repeats(f Remark) bool {
	return c.By == f.By && c.Version == f.Version && c.Place == f.Place && c.Text == f.Text && c.Suggests == f.Suggests && c.Instead == f.Instead
}

// Settle says that a comment has been seen to. Whoever may write in the draft may, and whoever made the comment. A comment that
// is settled stays so.
func (r *Room) Settle(ctx context.Context, a people.Actor, id, remark string) error {
	d, c, err := r.remark(ctx, a, id, remark)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	if err := people.AskOwn(a, draft.RightTo(d.Kind), d.Account, false, now); err != nil && c.By != a.Person.ID {
		return err
	}
	if c.Settled != nil {
		return nil
	}
	fact := Settling{ID: ident.New(now), Remark: c.ID, Draft: d.ID, By: a.Person.ID, At: now}
	_, err = r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: d.ID, Seen: d.Seen}},
		Acts: []desk.Act{act("settled", d.ID, d.Account, a.Who(), now, map[string]any{"remark": c.ID}, fact)}})
	return err
}

// Take takes a suggestion: a new version of the draft by who takes it, in which the suggested words stand. It asks for the
// right to write the draft. One that is taken already gives the draft as it stands.
//
// Errors: fault.Conflict when the words that it would replace stand there no more, and as draft.Room.Save.
func (r *Room) Take(ctx context.Context, a people.Actor, id, remark string) error {
	d, c, err := r.remark(ctx, a, id, remark)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	if err := people.Ask(a, draft.RightTo(d.Kind), d.Account, now); err != nil {
		return err
	}
	place, err := decideTaking(d, c)
	if err != nil || c.Settled != nil {
		return err
	}
	saved, change, err := r.drafts.Saving(ctx, a, id, d.Latest.Number, place.Swap(d.Latest.Content, c.Instead))
	if err != nil {
		return err
	}
	if saved.Aside() {
		return changed
	}
	fact := Settling{ID: ident.New(now), Remark: c.ID, Draft: d.ID, By: a.Person.ID, Version: saved.Version.Number, At: now}
	change.Expect = []desk.Expect{{Subject: d.ID, Seen: d.Seen}}
	change.Acts = append(change.Acts, act("taken", d.ID, d.Account, a.Who(), now,
		map[string]any{"remark": c.ID, "version": saved.Version.Number, "name": c.Name}, fact))
	_, err = r.store.Commit(ctx, change)
	return err
}

var changed = fault.New(fault.Conflict, lingo.T("Texten har ändrats just där. Förslaget går inte att ta över som det är.",
	"The text has changed just there. The suggestion cannot be taken as it is.")).
	Try(lingo.T("Läs texten igen, och ändra den för hand om du håller med.", "Read the text again, and change it by hand if you agree."))

// decideTaking finds the place where a suggestion is to be put.
func decideTaking(d draft.Draft, c Comment) (Place, error) {
	if !c.Suggests {
		return Place{}, fault.New(fault.Invalid, lingo.T("Det är en kommentar, inget förslag.", "It is a comment and no suggestion."))
	}
	if err := open(d); err != nil {
		return Place{}, err
	}
	place, ok := c.Find(d.Latest.Content)
	if !ok && c.Settled == nil {
		return Place{}, changed
	}
	return place, nil
}

// remark loads a draft that the actor may read and one of its remarks.
func (r *Room) remark(ctx context.Context, a people.Actor, id, remark string) (draft.Draft, Comment, error) {
	d, err := r.drafts.Get(ctx, a, id)
	if err != nil {
		return d, Comment{}, err
	}
	all, err := r.store.Remarks(ctx, id)
	if err != nil {
		return d, Comment{}, err
	}
	i := slices.IndexFunc(all, func(c Comment) bool { return c.ID == remark })
	if i < 0 {
		return d, Comment{}, fault.New(fault.NotFound, lingo.T("Kommentaren finns inte.", "There is no such comment."))
	}
	return d, all[i], nil
}
