package shift

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Presentation (presentation) is how an employee presents herself to citizens while she has a shift: only what she has
// written and agreed to herself.
type Presentation struct {
	Person  string
	Words   string // a few words about her work
	Picture string // hash of a portrait; "" when she wants none
	Alt     string // what the portrait shows
	Consent bool   // whether it may be shown; without it, citizens see her first name and unit, as under every post
	At      time.Time
}

// Portrait is a picture of somebody, written anew by base/picture so that nothing of what the camera added is left.
type Portrait struct {
	Hash, Type    string
	Width, Height int
}

// mostWords is how long the words of a presentation may be, in characters.
const mostWords = 300

// Presentation returns how the actor has presented herself; the zero Presentation when she has not.
func (r *Room) Presentation(ctx context.Context, a people.Actor) (Presentation, error) {
	if !a.Works(people.ShiftPresent, r.clock.Now()) {
		return Presentation{}, people.Ask(a, people.ShiftPresent, "", r.clock.Now())
	}
	p, err := r.store.Presentation(ctx, a.Person.ID)
	if fault.Is(err, fault.NotFound) {
		return Presentation{Person: a.Person.ID}, nil
	}
	return p, err
}

// Present lets the actor present herself anew (people.ShiftPresent). With Consent false nothing of it is shown from now on:
// that is how a consent is withdrawn. What was shown before stays on the record, as everything does.
func (r *Room) Present(ctx context.Context, a people.Actor, p Presentation) error {
	now := r.clock.Now()
	if !a.Works(people.ShiftPresent, now) {
		return people.Ask(a, people.ShiftPresent, "", now)
	}
	p.Person, p.At = a.Person.ID, now
	p.Words, p.Alt = strings.TrimSpace(p.Words), strings.TrimSpace(p.Alt)
	var wrong fault.List
	if utf8.RuneCountInString(p.Words) > mostWords {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv kortare, högst %d tecken.", "Write less, %d characters at most.").Put(mostWords)).At("words"))
	}
	if p.Picture != "" && (p.Alt == "" || utf8.RuneCountInString(p.Alt) > mostWords) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Beskriv bilden för den som inte ser den, med högst %d tecken.",
			"Describe the picture for those who do not see it, in %d characters at most.").Put(mostWords)).At("alt"))
	}
	if err := wrong.OrNil(); err != nil {
		return err
	}
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{act("shift.presented", a.Person.ID, "", a.Who(), now, map[string]any{"consent": p.Consent},
		Presenting{ID: ident.New(now), Presentation: p})}})
	return err
}

// AddPortrait keeps the bytes of a picture of the actor, for her to present herself with.
func (r *Room) AddPortrait(ctx context.Context, a people.Actor, p Portrait, data []byte) (Portrait, error) {
	now := r.clock.Now()
	if !a.Works(people.ShiftPresent, now) {
		return Portrait{}, people.Ask(a, people.ShiftPresent, "", now)
	}
	if len(data) == 0 || p.Width < 1 || p.Height < 1 || (p.Type != "image/jpeg" && p.Type != "image/png" && p.Type != "image/gif") {
		return Portrait{}, fault.New(fault.Invalid, lingo.T("Det här är ingen bild som vi kan visa.", "This is not a picture that we can show.")).
			Try(lingo.T("Välj en bild i formatet JPEG, PNG, GIF eller WebP.", "Choose a picture in JPEG, PNG, GIF or WebP.")).At("picture")
	}
	sum := sha256.Sum256(data)
	p.Hash = hex.EncodeToString(sum[:])
	return p, r.store.KeepPortrait(ctx, p, data, now)
}

// Portrait returns a picture that somebody's presentation shows now, with her consent; fault.NotFound otherwise. It takes no
// right: it is what the square shows.
func (r *Room) Portrait(ctx context.Context, hash string) (Portrait, []byte, error) {
	return r.store.PortraitData(ctx, hash)
}

// Speaker is who speaks for an account, as citizens may see her.
type Speaker struct {
	Person      string // for the house, not for citizens
	GivenName   string
	Unit        string
	Words       string // "" without her consent
	Picture     string // hash of a portrait; "" without her consent
	Alt         string
	Purpose     string // what the shift is for
	Kind        string // of the shift
	From, Until time.Time
}

// Speaking tells who has a shift at an account and speaks for it, as citizens may see them: none when nobody has. A pair are
// two. It takes no right: the square and the signatures ask.
//
// Two must agree to what is shown: the account, by how it signs, and she herself, by her consent. At an account that signs with
// its own name only nobody is told of, whatever she has agreed to: who knows in which week she writes knows who wrote. At one
// that signs with first names no unit is shown.
func (r *Room) Speaking(ctx context.Context, at string, when time.Time) ([]Speaker, error) {
	of, err := r.store.Account(ctx, at)
	if err != nil || of.Signature == account.SignAccount {
		return nil, err
	}
	shifts, err := r.store.Shifts(ctx, Filter{Account: at, From: when, To: when.Add(time.Microsecond)})
	if err != nil {
		return nil, err
	}
	var out []Speaker
	for _, s := range shifts {
		if !s.Covers(when) {
			continue
		}
		a, err := r.People.Load(ctx, s.Person)
		if err != nil {
			return nil, err
		}
		if !a.May(people.InboxReply, at, when) {
			continue
		}
		x := Speaker{Person: s.Person, GivenName: a.Person.GivenName, Unit: a.Person.Unit, Purpose: s.Purpose, Kind: s.Kind, From: s.Begins, Until: s.Ends}
		if of.Signature == account.SignName {
			x.Unit = ""
		}
		p, err := r.store.Presentation(ctx, s.Person)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return nil, err
		}
		if err == nil && p.Consent {
			x.Words, x.Picture, x.Alt = p.Words, p.Picture, p.Alt
		}
		out = append(out, x)
	}
	return out, nil
}
