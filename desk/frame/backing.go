package frame

import (
	"context"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Backing (mod) is management's decision to let employees speak, in its own words: it stands beside the button by which
// somebody publishes, and on the account's page, so that she knows who stands behind her when it becomes hard. Each is a new
// fact, and the newest holds until somebody signs another.
type Backing struct {
	ID      string
	Account string // "" is the whole authority's, where an account has none of its own
	Words   string // the decision: "Ni får berätta om jobbet utan att fråga först. …"
	Name    string // who signs
	Title   string // as what: "stadsträdgårdsmästare"
	Signed  clock.Date
	Review  clock.Date // by when it is looked at again
	By      string     // person id of whoever put it on the record
	At      time.Time
}

// Stale reports whether the backing should have been looked at again by a day.
func (b Backing) Stale(today clock.Date) bool { return b.ID != "" && b.Review.Before(today) }

const (
	mostWords = 1_000
	mostName  = 80
)

// Tidy returns the backing with spaces trimmed, or a fault.List that says which fields to mend.
func (b Backing) Tidy() (Backing, error) {
	for _, s := range []*string{&b.Words, &b.Name, &b.Title} {
		*s = strings.TrimSpace(strings.ReplaceAll(*s, "\r\n", "\n"))
	}
	var wrong fault.List
	for _, f := range []struct {
		field, text string
		most        int
		say         lingo.Text
	}{
		{"words", b.Words, mostWords, lingo.T("Skriv beslutet med egna ord, högst %d tecken.", "Write the decision in your own words, %d characters at most.")},
		{"name", b.Name, mostName, lingo.T("Skriv ditt namn, högst %d tecken.", "Write your name, %d characters at most.")},
		{"title", b.Title, mostName, lingo.T("Skriv din titel, högst %d tecken.", "Write your title, %d characters at most.")},
	} {
		if n := len([]rune(f.text)); n == 0 || n > f.most {
			wrong = append(wrong, fault.New(fault.Invalid, f.say.Put(f.most)).At(f.field))
		}
	}
	if !b.Signed.Valid() {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv dagen då du skriver under.", "Write the day you sign.")).At("signed"))
	}
	if !b.Review.Valid() || !b.Signed.Before(b.Review) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv en senare dag då ni ser över beslutet, till exempel om ett år.",
			"Write a later day when you look at the decision again, for example in a year.")).At("review"))
	}
	return b, wrong.OrNil()
}

// Backing returns the backing that holds for an account: its own, or else the authority's; the zero Backing when there is
// none. It is public.
func (r *Room) Backing(ctx context.Context, account string) (Backing, error) {
	b, err := r.store.Backing(ctx, account)
	if fault.Is(err, fault.NotFound) && account != "" {
		b, err = r.store.Backing(ctx, "")
	}
	if fault.Is(err, fault.NotFound) {
		return Backing{}, nil
	}
	return b, err
}

// Backings lists every backing of an account, newest first; account "" lists the authority's. Right: account.read.
func (r *Room) Backings(ctx context.Context, a people.Actor, account string) ([]Backing, error) {
	if err := people.Ask(a, people.AccountRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Backings(ctx, account)
}

// Back puts a backing on the record. Right: frame.back, which managers have who decide for the authority; no program signs.
func (r *Room) Back(ctx context.Context, a people.Actor, b Backing) (Backing, error) {
	now := r.clock.Now()
	if a.Scopes != nil {
		return Backing{}, fault.New(fault.Forbidden, lingo.T("Det här gör en människa, inget program.", "A person does this, no program."))
	}
	if err := people.Ask(a, people.FrameBack, b.Account, now); err != nil {
		return Backing{}, err
	}
	b, err := b.Tidy()
	if err != nil {
		return Backing{}, err
	}
	if b.Account != "" {
		at, err := r.store.Account(ctx, b.Account)
		if err != nil {
			return Backing{}, err
		}
		if at.Closed() {
			return Backing{}, fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
		}
	}
	b.ID, b.By, b.At = ident.New(now), a.Person.ID, now
	subject := b.Account
	if subject == "" {
		subject = Subject
	}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "frame.backed", Subject: subject, Account: b.Account, Who: a.Who(), At: now,
		Say: map[string]any{"name": b.Name, "title": b.Title}, Facts: []any{b}}}})
	return b, err
}
