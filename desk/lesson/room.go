package lesson

import (
	"context"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Store is what this room needs kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	Account(ctx context.Context, id string) (account.Account, error)
	Post(ctx context.Context, id string) (publish.Post, error)
	// People lists those who work here by name; with leavers, those who have left too.
	People(ctx context.Context, leavers bool) ([]people.Person, error)
	// Notes lists learning notes, the newest first; account "" is every account's.
	Notes(ctx context.Context, account, after string, limit int) (desk.Page[Note], error)
	// NotesSince lists the notes written since a moment.
	NotesSince(ctx context.Context, since time.Time) ([]Note, error)
	// LeftAs returns the newest decision to leave a post as it is.
	LeftAs(ctx context.Context, post string) (Left, error)
}

// Room is the room of lessons. Its methods are the use cases.
type Room struct {
	store  Store
	clock  clock.Clock
	checks []check.Check
}

// New opens the room. The checks look for personal data in a note.
func New(store Store, clock clock.Clock, checks []check.Check) *Room {
	return &Room{store: store, clock: clock, checks: checks}
}

const (
	mostWords = 2_000
	perPage   = 20
)

// Notes lists learning notes, the newest first: of one account, or of all. Right: lesson.read anywhere, for what one account
// learns is good to know at another.
func (r *Room) Notes(ctx context.Context, a people.Actor, account, after string) (desk.Page[Note], error) {
	now := r.clock.Now()
	if !a.Anywhere(people.LessonRead, now) {
		return desk.Page[Note]{}, people.Ask(a, people.LessonRead, "", now)
	}
	return r.store.Notes(ctx, account, after, perPage)
}

// Write adds a learning note. Right: lesson.write. The faults point at sort, way, happened and next; a note that names
// somebody is refused.
func (r *Room) Write(ctx context.Context, a people.Actor, n Note) (Note, error) {
	now := r.clock.Now()
	at, err := r.store.Account(ctx, n.Account)
	if err != nil {
		return Note{}, err
	}
	if err := people.Ask(a, people.LessonWrite, n.Account, now); err != nil {
		return Note{}, err
	}
	staff, err := r.store.People(ctx, true)
	if err != nil {
		return Note{}, err
	}
	n.Happened, n.Next = tidy(n.Happened), tidy(n.Next)
	if err := r.wrong(n, at, staff, now).OrNil(); err != nil {
		return Note{}, err
	}
	n.ID, n.At = ident.New(now), now
	// The record says that somebody at the desk wrote it, and not who: see the package comment.
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "lesson.noted", Subject: n.ID, Account: n.Account, Who: desk.Who{Kind: desk.WhoPerson}, At: now,
		Say: map[string]any{"sort": n.Sort}, Facts: []any{n}}}})
	return n, err
}

func tidy(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }

func (r *Room) wrong(n Note, at account.Account, staff []people.Person, now time.Time) (wrong fault.List) {
	if !known(Sorts, n.Sort) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj vad som blev fel.", "Choose what went wrong.")).At("sort"))
	}
	if n.Way != "" && !known(Ways, n.Way) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj vad ni gjorde med inlägget.", "Choose what you did with the post.")).At("way"))
	}
	for _, f := range []struct {
		field, text string
		say         lingo.Text
	}{
		{"happened", n.Happened, lingo.T("Skriv vad som hände, högst %d tecken.", "Write what happened, in %d characters at most.")},
		{"next", n.Next, lingo.T("Skriv vad ni gör nästa gång, högst %d tecken.", "Write what you do next time, in %d characters at most.")},
	} {
		if l := len([]rune(f.text)); l == 0 || l > mostWords {
			wrong = append(wrong, fault.New(fault.Invalid, f.say.Put(mostWords)).At(f.field))
			continue
		}
		if who := r.named(f.text, at, staff, now); who != "" {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv utan att peka ut någon. Byt ut ”%s”.", "Write without pointing anybody out. Replace “%s”.").Put(who)).
				Try(lingo.T("Skriv till exempel ”vi” eller ”en kollega”.", "Write for example “we” or “a colleague”.")).At(f.field))
		}
	}
	return wrong
}

// named returns the words in a text that point somebody out: a colleague's name, or what the checks hold for personal data.
func (r *Room) named(text string, at account.Account, staff []people.Person, now time.Time) string {
	for _, p := range staff {
		for _, name := range []string{p.Name, p.GivenName} {
			if name != "" && holds(text, name) {
				return name
			}
		}
	}
	for _, f := range check.Run(r.checks, check.Input{Text: text, Language: "sv", Profile: at.Profile, Place: at.Place, Own: at.Own, Now: now}) {
		if f.Check == "personaldata" && f.Grade >= check.Likely {
			return f.Text
		}
	}
	return ""
}

// Leave decides that a post stays as it is, with the reason, for the record. Whoever may correct the post, or wrote it, may
// decide so. The faults: Invalid at why; Gone when the post has been taken off the square.
func (r *Room) Leave(ctx context.Context, a people.Actor, post, why string) (Left, error) {
	now := r.clock.Now()
	p, err := r.store.Post(ctx, post)
	if err != nil {
		return Left{}, err
	}
	if err := people.AskOwn(a, people.PublishCorrect, p.Account, p.Curator.Person == a.Person.ID, now); err != nil {
		return Left{}, err
	}
	if p.Withdrawal != nil {
		return Left{}, fault.New(fault.Gone, lingo.T("Inlägget är redan borta från torget.", "The post is off the square already."))
	}
	why = tidy(why)
	if n := len([]rune(why)); n == 0 || n > mostWords {
		return Left{}, fault.New(fault.Invalid, lingo.T("Skriv varför inlägget står kvar, högst %d tecken.", "Write why the post stays, in %d characters at most.").Put(mostWords)).At("why")
	}
	left := Left{ID: ident.New(now), Post: post, Account: p.Account, Why: why, By: a.Person.ID, At: now}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "lesson.left", Subject: post, Account: p.Account, Who: a.Who(), At: now, Facts: []any{left}}}})
	return left, err
}

// LeftAs returns the newest decision to leave a post as it is; the fault is NotFound when there is none. Right: draft.read.
func (r *Room) LeftAs(ctx context.Context, a people.Actor, post string) (Left, error) {
	p, err := r.store.Post(ctx, post)
	if err != nil {
		return Left{}, err
	}
	if err := people.Ask(a, people.DraftRead, p.Account, r.clock.Now()); err != nil {
		return Left{}, err
	}
	return r.store.LeftAs(ctx, post)
}
