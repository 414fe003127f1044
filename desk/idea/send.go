package idea

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// How much an idea may hold, in characters and pictures.
const (
	MaxText     = 5000
	MaxPictures = 4
	MaxAlt      = 1000
)

// Letter is an idea on its way in.
type Letter struct {
	// ID is the name that the idea will have, chosen when the form was made: the same form sent twice is one idea. "" makes
	// one; what is no identity is refused.
	ID       string
	Account  string // "" for none
	Text     string
	Pictures []draft.Picture // as AddPicture returned them, with a description each
	Credit   bool
}

// Send sends an idea. It asks people.IdeaSend, which whoever works here has. The same letter sent again is the same idea.
//
// Errors: a fault.List that points at text, pictures or account; fault.Gone when the account is closed.
func (r *Room) Send(ctx context.Context, a people.Actor, l Letter) (Idea, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.IdeaSend, "", now); err != nil {
		return Idea{}, err
	}
	if l.ID == "" {
		l.ID = ident.New(now)
	}
	at, err := r.addressed(ctx, l.Account)
	if err != nil {
		return Idea{}, err
	}
	if l.Pictures, err = r.known(ctx, l.Pictures); err != nil {
		return Idea{}, err
	}
	i, change, err := decideSending(a, l, at, now)
	if err != nil {
		return Idea{}, err
	}
	receipt, err := r.store.Commit(ctx, change)
	if fault.Is(err, fault.Conflict) { // the second click of two, or another's idea
		if first, e := r.store.Idea(ctx, l.ID); e == nil && first.By == a.Person.ID {
			return first, nil
		}
	}
	i.Seen = receipt.Last
	return i, err
}

// addressed returns the account that an idea is for; the zero Account for none.
func (r *Room) addressed(ctx context.Context, id string) (account.Account, error) {
	if id == "" {
		return account.Account{}, nil
	}
	at, err := r.store.Account(ctx, id)
	if fault.Is(err, fault.NotFound) {
		return at, fault.New(fault.Invalid, lingo.T("Välj ett av kontona, eller ”Jag vet inte”.", "Choose one of the accounts, or “I do not know”.")).At("account").Because(err)
	}
	return at, err
}

// known returns the pictures as we have them, with what she says of them.
func (r *Room) known(ctx context.Context, pictures []draft.Picture) ([]draft.Picture, error) {
	var out []draft.Picture
	for _, p := range pictures {
		kept, err := r.store.Picture(ctx, p.Hash)
		if fault.Is(err, fault.NotFound) {
			return nil, fault.New(fault.Invalid, lingo.T("En av bilderna finns inte kvar. Lägg till den igen.", "One of the pictures is not here any more. Add it again.")).
				At("picture").Because(err)
		}
		if err != nil {
			return nil, err
		}
		kept.Alt, kept.Name = strings.TrimSpace(p.Alt), p.Name
		out = append(out, kept)
	}
	return out, nil
}

func decideSending(a people.Actor, l Letter, at account.Account, now time.Time) (Idea, desk.Change, error) {
	var wrong fault.List
	text, err := words(l.Text, "text", MaxText, lingo.T("Skriv några ord om din idé.", "Write a few words about your idea."))
	if err != nil {
		wrong = append(wrong, err)
	}
	if len(l.Pictures) > MaxPictures {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj högst %d bilder.", "Choose at most %d pictures.").Put(MaxPictures)).At("picture"))
	}
	for _, p := range l.Pictures {
		if utf8.RuneCountInString(p.Alt) > MaxAlt {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Beskriv bilden kortare: %d tecken får plats.", "Describe the picture in less: there is room for %d characters.").Put(MaxAlt)).At("alt"))
		}
	}
	if at.Closed() {
		wrong = append(wrong, fault.New(fault.Gone, lingo.T("Kontot %s är stängt. Välj ett annat.", "The account %s is closed. Choose another.").Put(at.Name)).At("account"))
	}
	if !ident.Valid(l.ID) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Formuläret gick sönder på vägen. Skicka det en gång till.", "The form broke on its way. Send it once more.")))
	}
	if err := wrong.OrNil(); err != nil {
		return Idea{}, desk.Change{}, err
	}
	i := Idea{From: a.Person.Name, Sending: Sending{ID: l.ID, Account: at.ID, By: a.Person.ID, Text: text, Pictures: l.Pictures, Credit: l.Credit, At: now}}
	return i, desk.Change{Expect: i.expect(), Acts: []desk.Act{i.act("sent", a, now, nil, i.Sending)}}, nil
}

// words returns a text without the space around it. The fault points at the field, and says missing when there is none.
func words(s, field string, most int, missing lingo.Text) (string, *fault.Error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case s == "":
		return "", fault.New(fault.Invalid, missing).At(field)
	case n > most:
		return "", fault.New(fault.Invalid, lingo.T("Skriv kortare: %d tecken får plats, du har %d.",
			"Write less: there is room for %d characters, you have %d.").Put(most, n)).At(field)
	}
	return s, nil
}
