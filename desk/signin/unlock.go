package signin

import (
	"context"
	"encoding/base64"
	"errors"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// AskPasskey begins a sign-in by passkey: what the browser is asked, as JSON, and the ticket for its answer. Nobody says who
// she is: the key does.
func (r *Room) AskPasskey(ctx context.Context, a people.Attempt) (options []byte, ticket string, err error) {
	if err := r.fromHere(a.Address); err != nil {
		return nil, "", err
	}
	if r.keys == nil {
		return nil, "", noPasskeys
	}
	asked, session, err := r.keys.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, "", fault.Wrap("passkey", err)
	}
	return r.asked(ctx, ticketPasskey, "", asked, session)
}

// Unlock lets somebody in by what her browser answered. Each question is answered once. The fault is SignIn, whatever was
// wrong; a key whose counter has gone backwards may be a copy, and is refused and told of on the record.
func (r *Room) Unlock(ctx context.Context, ticket string, answer []byte, a people.Attempt) (secret string, s people.Session, err error) {
	_, asked, err := r.answered(ctx, ticketPasskey, ticket)
	if err != nil {
		return "", people.Session{}, err
	}
	h, made, err := r.recognise(ctx, asked, answer)
	if err != nil {
		return "", people.Session{}, r.turnedAway(ctx, h.Person, a, err)
	}
	handle := base64.RawURLEncoding.EncodeToString(made.ID)
	for _, k := range h.keys {
		if k.Handle != handle {
			continue
		}
		if made.Authenticator.CloneWarning {
			return "", people.Session{}, errors.Join(r.copied(ctx, h.Person, k), r.turnedAway(ctx, h.Person, a, errCopy))
		}
		if err := r.store.TouchPasskey(ctx, k.ID, made.Authenticator.SignCount, r.clock.Now()); err != nil {
			return "", people.Session{}, err
		}
		return r.with.People.Begin(ctx, h.ID, people.HowPasskey, a)
	}
	return "", people.Session{}, r.turnedAway(ctx, h.Person, a, errUnknown)
}

var (
	errCopy    = errors.New("the key's counter has gone backwards")
	errUnknown = errors.New("nobody has that key")
)

// recognise finds out whose key answered, and verifies the answer. The holder is returned with an error too, when the key
// said who she is.
func (r *Room) recognise(ctx context.Context, asked webauthn.SessionData, answer []byte) (h holder, made *webauthn.Credential, err error) {
	parsed, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return h, nil, err
	}
	_, made, err = r.keys.ValidatePasskeyLogin(func(_, user []byte) (webauthn.User, error) {
		var err error
		if h, err = r.holder(ctx, string(user)); err != nil {
			return nil, err
		}
		if h.Left() {
			return nil, errUnknown
		}
		return h, nil
	}, asked, parsed)
	return h, made, err
}

// turnedAway puts on the record that somebody did not get in, and returns what to tell her.
func (r *Room) turnedAway(ctx context.Context, p people.Person, a people.Attempt, why error) error {
	if fault.Is(why, fault.Unreachable) {
		return why
	}
	if err := r.with.People.Refused(ctx, p, people.HowPasskey, a); err != nil {
		return err
	}
	return fault.New(fault.SignIn, lingo.T("Inloggningsnyckeln öppnade inte.", "The passkey did not open.")).
		Try(lingo.T("Försök igen, eller logga in på ett annat sätt.", "Try again, or sign in another way.")).Because(why)
}

// copied tells on the record that a passkey may be a copy of another.
func (r *Room) copied(ctx context.Context, p people.Person, k Passkey) error {
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "passkey.copied", Subject: p.ID, Who: desk.System("signin"), At: r.clock.Now(),
		Say: map[string]any{"name": p.Name, "key": k.Name}}}})
	return err
}
