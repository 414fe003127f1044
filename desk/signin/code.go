package signin

import (
	"context"
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"

	"crypto/rand"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// The second step's codes (RFC 6238): six digits, a new one every half minute, with SHA-1, which is what the apps on people's
// telephones know. A code is taken half a minute before and after its time, for clocks differ, and once.
const (
	codeDigits = 6
	codePeriod = 30 * time.Second
	codeSkew   = 1
	codeBytes  = 20
)

// Offer is a new second step, before its first code has been shown.
type Offer struct {
	Ticket string
	Secret string // for whoever cannot take a picture of the square pattern: groups of four
	URI    string // what is in the pattern: otpauth://
}

// OfferCode makes the secret of a new second step. It counts only when [Room.Enrol] has been given a code made with it.
// Right: factor.own.
func (r *Room) OfferCode(ctx context.Context, actor people.Actor, s people.Session) (Offer, error) {
	if err := r.may(ctx, actor, s); err != nil {
		return Offer{}, err
	}
	raw := make([]byte, codeBytes)
	rand.Read(raw) // never fails: crypto/rand ends the program instead
	sealed, err := r.with.Keys.Seal(offerRow(actor.Person.ID), raw)
	if err != nil {
		return Offer{}, err
	}
	ticket, err := r.give(ctx, ticketCode, actor.Person.ID, sealed)
	return r.offer(ticket, actor.Person, raw), err
}

// Offered returns an offer that has not been taken yet, to show it again after a wrong code.
func (r *Room) Offered(ctx context.Context, actor people.Actor, ticket string) (Offer, error) {
	raw, err := r.offered(ctx, actor, ticket)
	return r.offer(ticket, actor.Person, raw), err
}

func (r *Room) offered(ctx context.Context, actor people.Actor, ticket string) ([]byte, error) {
	t, err := r.look(ctx, ticketCode, ticket)
	if fault.Is(err, fault.SignIn) || err == nil && t.Person != actor.Person.ID {
		return nil, invalid("code", lingo.T("Mönstret gäller inte längre.", "The pattern is no longer valid.")).
			Try(lingo.T("Börja om, så får du ett nytt.", "Start over and you get a new one."))
	}
	if err != nil {
		return nil, err
	}
	return r.with.Keys.Open(offerRow(t.Person), t.Body)
}

func offerRow(person string) string { return "signin_ticket/code/" + person }

func (r *Room) offer(ticket string, p people.Person, raw []byte) Offer {
	secret := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw)
	host := r.with.Base.Hostname()
	uri := "otpauth://totp/" + url.PathEscape(host+":"+p.Email) + "?" + url.Values{"secret": {secret}, "issuer": {host}}.Encode()
	var groups []string
	for s := secret; s != ""; s = s[min(4, len(s)):] {
		groups = append(groups, s[:min(4, len(s))])
	}
	return Offer{Ticket: ticket, Secret: strings.Join(groups, " "), URI: uri}
}

// Enrol begins the second step when the code is right, and returns the reserve codes, which are shown once. An earlier second
// step ends. Right: factor.own.
func (r *Room) Enrol(ctx context.Context, actor people.Actor, s people.Session, ticket, code string) ([]string, error) {
	if err := r.may(ctx, actor, s); err != nil {
		return nil, err
	}
	raw, err := r.offered(ctx, actor, ticket)
	if err != nil {
		return nil, err
	}
	if err := r.slowly(actor.Person.ID); err != nil {
		return nil, err
	}
	now := r.clock.Now()
	if _, ok := matches(raw, plainCode(code), now); !ok {
		return nil, wrongCode
	}
	e := Enrolment{ID: ident.New(now), Person: actor.Person.ID, At: now}
	if e.Sealed, err = r.with.Keys.Seal(enrolmentRow(e.ID), raw); err != nil {
		return nil, err
	}
	if _, err := r.take(ctx, ticketCode, ticket); err != nil {
		return nil, err
	}
	var codes []string
	err = r.commit(ctx, actor.Person.ID, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		facts := []any{e}
		if had, err := r.store.Enrolment(ctx, p.ID); err == nil {
			facts = append(facts, Unenrolment{ID: ident.New(now), Enrolment: had.ID, By: actor.Person.ID, At: now})
		}
		var reserves []any
		codes, reserves = newReserves(p.ID, now)
		return []desk.Act{{Kind: "factor.enrolled", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name}, Facts: append(facts, reserves...)}}, nil
	})
	return codes, err
}

func enrolmentRow(id string) string { return "signin_enrolment/" + id }

// proveCode takes a code from her telephone. The fault is Invalid when it is wrong, or has been used.
func (r *Room) proveCode(ctx context.Context, person, code string) error {
	e, err := r.store.Enrolment(ctx, person)
	if fault.Is(err, fault.NotFound) {
		return wrongCode
	}
	if err != nil {
		return err
	}
	raw, err := r.with.Keys.Open(enrolmentRow(e.ID), e.Sealed)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	step, ok := matches(raw, code, now)
	if !ok {
		return wrongCode
	}
	fresh, err := r.store.Spend(ctx, "code:"+e.ID+":"+strconv.FormatInt(step, 10), now.Add(10*time.Minute))
	if err == nil && !fresh {
		return wrongCode
	}
	return err
}

// matches returns the half minute that a code belongs to, if it is one of those around now.
func matches(raw []byte, code string, now time.Time) (step int64, ok bool) {
	secret := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw)
	here := now.Unix() / int64(codePeriod/time.Second)
	for at := here - codeSkew; at <= here+codeSkew; at++ {
		want, err := hotp.GenerateCodeCustom(secret, uint64(at), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			step, ok = at, true
		}
	}
	return step, ok
}

// plainCode is a code without what people and apps put between its parts.
func plainCode(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\u00a0' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// Drop ends the second step. She shows once more that she has it. Right: factor.own.
func (r *Room) Drop(ctx context.Context, actor people.Actor, s people.Session, code string) error {
	if err := r.may(ctx, actor, s); err != nil {
		return err
	}
	e, err := r.store.Enrolment(ctx, actor.Person.ID)
	if err != nil {
		return err
	}
	if _, err := r.prove(ctx, actor.Person.ID, code); err != nil {
		return err
	}
	return r.end(ctx, actor, e)
}

// Release ends a colleague's second step and passkeys, for somebody who has lost her telephone and the paper too. Right:
// people.hire, as for a new password; nobody does it for herself.
func (r *Room) Release(ctx context.Context, actor people.Actor, person string) error {
	if err := people.Ask(actor, people.PeopleHire, "", r.clock.Now()); err != nil {
		return err
	}
	if actor.Person.ID == person {
		return fault.New(fault.Forbidden, lingo.T("Det här gör en kollega åt dig.", "A colleague does this for you."))
	}
	now := r.clock.Now()
	return r.commit(ctx, person, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		var facts []any
		e, err := r.store.Enrolment(ctx, p.ID)
		if err == nil {
			facts = append(facts, Unenrolment{ID: ident.New(now), Enrolment: e.ID, By: actor.Person.ID, At: now})
		} else if !fault.Is(err, fault.NotFound) {
			return nil, err
		}
		keys, err := r.store.Passkeys(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		for _, k := range keys {
			facts = append(facts, Discarding{ID: ident.New(now), Passkey: k.ID, By: actor.Person.ID, At: now})
		}
		if len(facts) == 0 {
			return nil, fault.New(fault.Gone, lingo.T("%s har inget andra steg och ingen inloggningsnyckel.", "%s has no second step and no passkey.").Put(p.Name))
		}
		return []desk.Act{{Kind: "factor.released", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name, "count": len(facts)}, Facts: facts}}, nil
	})
}

func (r *Room) end(ctx context.Context, actor people.Actor, e Enrolment) error {
	now := r.clock.Now()
	return r.commit(ctx, e.Person, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		return []desk.Act{{Kind: "factor.dropped", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name},
			Facts: []any{Unenrolment{ID: ident.New(now), Enrolment: e.ID, By: actor.Person.ID, At: now}}}}, nil
	})
}

// String keeps the secret of an offer out of logs.
func (o Offer) String() string {
	return fmt.Sprintf("offer of a second step, %d letters", len(o.Secret))
}
