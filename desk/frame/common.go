package frame

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Subject is what acts about the common frames are found by.
const Subject = "frames"

const mostPurpose = 2_000

// Tidy returns the common frames with spaces trimmed, or a fault.List that points at purpose, talk, avoid and examples.
func (c Common) Tidy() (Common, error) {
	c.Purpose = strings.TrimSpace(strings.ReplaceAll(c.Purpose, "\r\n", "\n"))
	c.Talk, c.Avoid, c.Examples = tidyLines(c.Talk), tidyLines(c.Avoid), account.TidyExamples(c.Examples)
	wrong := account.WrongFrames(c.Talk, c.Avoid, c.Examples)
	if n := len([]rune(c.Purpose)); n == 0 || n > mostPurpose {
		wrong = append(fault.List{fault.New(fault.Invalid, lingo.T("Skriv varför ni låter medarbetare tala, högst %d tecken.",
			"Write why you let employees speak, in %d characters at most.").Put(mostPurpose)).At("purpose")}, wrong...)
	}
	return c, wrong.OrNil()
}

func tidyLines(lines []string) []string {
	var out []string
	for _, s := range lines {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// CommonHistory lists all the common frames there have been, newest first. Right: account.read at any account, or frames
// that are hers to read: see [Reads].
func (r *Room) CommonHistory(ctx context.Context, a people.Actor) ([]Common, error) {
	now := r.clock.Now()
	if !a.Anywhere(people.AccountRead, now) && !slices.ContainsFunc(a.Mandates, func(m people.Mandate) bool { return Reads(a, m.Account, now) }) {
		return nil, people.Ask(a, people.AccountRead, "", now)
	}
	return r.store.CommonHistory(ctx)
}

// AdoptCommon puts new common frames in force from now. Right: frame.common. Number is that of the frames they were written
// from: if others have been put in force since, the fault is Conflict and nothing is written.
func (r *Room) AdoptCommon(ctx context.Context, a people.Actor, c Common) (Common, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.FrameCommon, "", now); err != nil {
		return Common{}, err
	}
	c, err := c.Tidy()
	if err != nil {
		return Common{}, err
	}
	current, err := r.Common(ctx)
	if err != nil {
		return Common{}, err
	}
	next, change, err := decideCommon(a, current, c, now)
	if err != nil {
		return Common{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return next, err
}

func decideCommon(a people.Actor, current, wanted Common, now time.Time) (Common, desk.Change, error) {
	if wanted.Number != current.Number {
		return Common{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("En kollega har nyss ändrat de gemensamma ramarna.", "A colleague has just changed the common frames.")).
			Try(lingo.T("Läs de nya och gör din ändring i dem. Det du skrev finns kvar.", "Read the new ones and make your change in them. What you wrote is still here."))
	}
	if same(current, wanted) {
		return Common{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Du har inte ändrat något.", "You have not changed anything."))
	}
	next := wanted
	next.ID, next.Number, next.ChangedAt, next.ChangedBy, next.Seen = ident.New(now), current.Number+1, now, a.Person.ID, 0
	next.Substance = next.Substance || next.Number == 1
	return next, desk.Change{
		Expect: []desk.Expect{{Subject: Subject, Seen: current.Seen}},
		Acts: []desk.Act{{Kind: "frame.common", Subject: Subject, Who: a.Who(), At: now,
			Say: map[string]any{"number": next.Number, "substance": next.Substance}, Facts: []any{next}}},
	}, nil
}

// same reports whether two say the same. No list is the same as an empty one.
func same(a, b Common) bool {
	return a.Purpose == b.Purpose && strings.Join(a.Talk, "\n") == strings.Join(b.Talk, "\n") && strings.Join(a.Avoid, "\n") == strings.Join(b.Avoid, "\n") &&
		(len(a.Examples)+len(b.Examples) == 0 || reflect.DeepEqual(a.Examples, b.Examples))
}
