package signin

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// mostPasskeys is how many somebody may have: a telephone, a computer, a stick in a drawer, and then some.
const mostPasskeys = 20

// relyingParty says whom passkeys belong to: the square's own host. They are kept by the key itself, so that nothing needs to
// be typed, and they always ask for a finger, a face or a code of their own: what somebody has and what she knows, in one.
func relyingParty(base *url.URL) (*webauthn.WebAuthn, error) {
	limit := webauthn.TimeoutConfig{Enforce: true, Timeout: ticketHolds, TimeoutUVD: ticketHolds}
	return webauthn.New(&webauthn.Config{
		RPID: base.Hostname(), RPDisplayName: base.Host, RPOrigins: []string{base.Scheme + "://" + base.Host},
		AuthenticatorSelection: protocol.AuthenticatorSelection{ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired},
		AttestationPreference:  protocol.PreferNoAttestation,
		Timeouts:               webauthn.TimeoutsConfig{Login: limit, Registration: limit},
	})
}

// holder is a person as the library wants to know her.
type holder struct {
	people.Person
	keys []Passkey
}

// WebAuthnID is the name under which her keys know her: the register's, which says nothing about her.
func (h holder) WebAuthnID() []byte { return []byte(h.ID) }

// WebAuthnName is what her telephone shows.
func (h holder) WebAuthnName() string { return h.Email }

// WebAuthnDisplayName is what her telephone shows above it.
func (h holder) WebAuthnDisplayName() string { return h.Name }

// WebAuthnCredentials are her keys. One that cannot be read is left out.
func (h holder) WebAuthnCredentials() []webauthn.Credential {
	var out []webauthn.Credential
	for _, k := range h.keys {
		var c webauthn.Credential
		if json.Unmarshal([]byte(k.Credential), &c) == nil {
			c.Authenticator.SignCount = k.Count
			out = append(out, c)
		}
	}
	return out
}

func (r *Room) holder(ctx context.Context, person string) (holder, error) {
	p, err := r.store.Person(ctx, person)
	if err != nil {
		return holder{}, err
	}
	keys, err := r.store.Passkeys(ctx, person)
	return holder{p, keys}, err
}

// AskNewPasskey begins a new passkey: what the browser is asked, as JSON, and the ticket for its answer. Right: factor.own.
func (r *Room) AskNewPasskey(ctx context.Context, actor people.Actor, s people.Session) (options []byte, ticket string, err error) {
	if err := r.may(ctx, actor, s); err != nil {
		return nil, "", err
	}
	if r.keys == nil {
		return nil, "", noPasskeys
	}
	h, err := r.holder(ctx, actor.Person.ID)
	if err != nil {
		return nil, "", err
	}
	if len(h.keys) >= mostPasskeys {
		return nil, "", invalid("name", lingo.T("Du har redan %d inloggningsnycklar. Ta bort en först.", "You already have %d passkeys. Take one away first.").Put(mostPasskeys))
	}
	known := webauthn.Credentials(h.WebAuthnCredentials()).CredentialDescriptors()
	asked, session, err := r.keys.BeginRegistration(h, webauthn.WithExclusions(known))
	if err != nil {
		return nil, "", fault.Wrap("passkey", err)
	}
	return r.asked(ctx, ticketRegister, h.ID, asked, session)
}

func (r *Room) asked(ctx context.Context, kind, person string, question any, session *webauthn.SessionData) (options []byte, ticket string, err error) {
	body, err := json.Marshal(session)
	if err != nil {
		return nil, "", fault.Wrap("passkey", err)
	}
	if options, err = json.Marshal(question); err != nil {
		return nil, "", fault.Wrap("passkey", err)
	}
	ticket, err = r.give(ctx, kind, person, body)
	return options, ticket, err
}

// answered returns what was asked, once.
func (r *Room) answered(ctx context.Context, kind, ticket string) (Ticket, webauthn.SessionData, error) {
	t, err := r.take(ctx, kind, ticket)
	if err != nil {
		return t, webauthn.SessionData{}, err
	}
	var s webauthn.SessionData
	if err := json.Unmarshal(t.Body, &s); err != nil {
		return t, s, fault.Wrap("passkey", err)
	}
	s.Expires = time.Time{} // the ticket has said that it holds, by the clock we are handed
	return t, s, nil
}

// AddPasskey puts a new passkey in the register by what the browser answered. Right: factor.own. The fault is Invalid when
// the answer is not good, or the name cannot stand in a list.
func (r *Room) AddPasskey(ctx context.Context, actor people.Actor, s people.Session, ticket, name string, answer []byte) (Passkey, error) {
	if err := r.may(ctx, actor, s); err != nil {
		return Passkey{}, err
	}
	name, err := passkeyName(name)
	if err != nil {
		return Passkey{}, err
	}
	t, asked, err := r.answered(ctx, ticketRegister, ticket)
	if err != nil {
		return Passkey{}, err
	}
	h, err := r.holder(ctx, actor.Person.ID)
	if err != nil {
		return Passkey{}, err
	}
	if t.Person != h.ID {
		return Passkey{}, startOver
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return Passkey{}, badPasskey.Because(err)
	}
	made, err := r.keys.CreateCredential(h, asked, parsed)
	if err != nil {
		return Passkey{}, badPasskey.Because(err)
	}
	return r.keepPasskey(ctx, actor, name, made)
}

// passkeyName is a name that can stand in a list, tidied; the fault is Invalid.
func passkeyName(name string) (string, error) {
	if name = strings.TrimSpace(name); name == "" || len([]rune(name)) > 60 || strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsPrint(c) }) {
		return "", invalid("name", lingo.T("Ge inloggningsnyckeln ett namn på högst 60 tecken, till exempel Min telefon.", "Give the passkey a name of 60 characters at most, for example My phone."))
	}
	return name, nil
}

func (r *Room) keepPasskey(ctx context.Context, actor people.Actor, name string, made *webauthn.Credential) (Passkey, error) {
	made.Attestation = webauthn.CredentialAttestation{} // which make of key it is does not concern us
	body, err := json.Marshal(made)
	if err != nil {
		return Passkey{}, fault.Wrap("passkey", err)
	}
	now := r.clock.Now()
	k := Passkey{ID: ident.New(now), Person: actor.Person.ID, Name: name, Credential: string(body),
		Handle: base64.RawURLEncoding.EncodeToString(made.ID), At: now, Count: made.Authenticator.SignCount}
	return k, r.commit(ctx, k.Person, func(_ context.Context, p people.Person) ([]desk.Act, error) {
		return []desk.Act{{Kind: "passkey.added", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name, "key": k.Name}, Facts: []any{k}}}, nil
	})
}

var noPasskeys = fault.New(fault.NotFound, lingo.T("Torgets adress kan inte ha inloggningsnycklar.", "The square's address cannot have passkeys."))

var badPasskey = fault.New(fault.Invalid, lingo.T("Inloggningsnyckeln gick inte att använda.", "The passkey could not be used.")).
	Try(lingo.T("Försök igen, eller använd en annan.", "Try again, or use another."))

// RenamePasskey lets the actor call one of her passkeys something else. Right: factor.own. The same name again changes nothing.
func (r *Room) RenamePasskey(ctx context.Context, actor people.Actor, s people.Session, id, name string) error {
	if err := r.may(ctx, actor, s); err != nil {
		return err
	}
	name, err := passkeyName(name)
	if err != nil {
		return err
	}
	if k, err := r.ownPasskey(ctx, actor.Person.ID, id); err != nil || k.Name == name {
		return err
	}
	now := r.clock.Now()
	return r.commit(ctx, actor.Person.ID, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		k, err := r.ownPasskey(ctx, p.ID, id)
		return []desk.Act{{Kind: "passkey.renamed", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name, "was": k.Name, "key": name},
			Facts: []any{Renaming{ID: ident.New(now), Passkey: k.ID, Name: name, By: actor.Person.ID, At: now}}}}, err
	})
}

// ownPasskey finds one of a person's passkeys.
func (r *Room) ownPasskey(ctx context.Context, person, id string) (Passkey, error) {
	mine, err := r.store.Passkeys(ctx, person)
	if err != nil {
		return Passkey{}, err
	}
	for _, k := range mine {
		if k.ID == id {
			return k, nil
		}
	}
	return Passkey{}, fault.New(fault.NotFound, lingo.T("Inloggningsnyckeln finns inte.", "There is no such passkey."))
}

// RemovePasskey takes one of the actor's passkeys away. Right: factor.own.
func (r *Room) RemovePasskey(ctx context.Context, actor people.Actor, s people.Session, id string) error {
	if err := r.may(ctx, actor, s); err != nil {
		return err
	}
	now := r.clock.Now()
	return r.commit(ctx, actor.Person.ID, func(ctx context.Context, p people.Person) ([]desk.Act, error) {
		k, err := r.ownPasskey(ctx, p.ID, id)
		return []desk.Act{{Kind: "passkey.removed", Subject: p.ID, Who: actor.Who(), At: now, Say: map[string]any{"name": p.Name, "key": k.Name},
			Facts: []any{Discarding{ID: ident.New(now), Passkey: k.ID, By: actor.Person.ID, At: now}}}}, err
	})
}
