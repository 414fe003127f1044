package people

import (
	"context"
	"strings"
	"sync"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/password"
	"tilltal/base/throttle"
	"tilltal/desk"
)

// The ways to show who one is. The room desk/signin looks after all but the first; every one of them ends in [Room.Begin].
const (
	HowPassword   = "password"          // the one that is always there
	HowCode       = "password+code"     // and a code from her telephone
	HowRecovery   = "password+recovery" // and one of the codes she has on paper
	HowPasskey    = "passkey"
	HowProvider   = "oidc" // the authority's identity provider
	HowBreakGlass = "breakglass"
)

// Attempt is somebody at the sign-in page.
type Attempt struct {
	Email    string
	Password string
	Agent    string // the browser's User-Agent
	Address  string // the network address it came from
	Provider string // the identity provider's own name for the session, if it gave one
}

// Prove shows by password who somebody is. It begins no session: whether a password is enough for her is for the room
// desk/signin to say.
//
// Whatever is wrong, an unknown address, a wrong password, somebody who has left, the fault is the same SignIn and takes the
// same time, so that nobody learns who works here. TooSoon when there have been too many attempts for that person or from
// that place. Failure stands on the record; passwords, network addresses and addresses nobody has do not.
func (r *Room) Prove(ctx context.Context, a Attempt) (Person, error) {
	email := strings.ToLower(strings.TrimSpace(a.Email))
	if wait := max(r.with.ByPlace.Take("place:"+household(a.Address)), r.with.ByPerson.Take(throttleKey(email))); wait > 0 {
		return Person{}, throttle.TooSoon(wait)
	}
	p, err := r.store.PersonByEmail(ctx, email)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Person{}, err
	}
	ok, err := r.proves(ctx, p, a.Password)
	if err != nil {
		return Person{}, err
	}
	if !ok {
		return Person{}, r.failed(ctx, p, a, HowPassword)
	}
	r.with.ByPerson.Give(throttleKey(email))
	return p, nil
}

// throttleKey keeps a megabyte that somebody sends as an address from being remembered.
func throttleKey(email string) string { return "person:" + hashOf(email) }

// proves reports whether the password is the person's. For somebody without a password, or nobody at all, it takes the same
// time to say no.
func (r *Room) proves(ctx context.Context, p Person, said string) (bool, error) {
	hash := ""
	if p.ID != "" && !p.Left() {
		c, err := r.store.Credential(ctx, p.ID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return false, err
		}
		hash = c.Hash
	}
	known := hash != ""
	if !known {
		var err error
		if hash, err = r.decoy.hash(ctx, r.with.Hasher); err != nil {
			return false, err
		}
	}
	ok, err := r.with.Hasher.Verify(ctx, said, hash)
	if err != nil || !ok || !known {
		return false, err
	}
	if password.Stale(hash) {
		return true, r.renew(ctx, p, said)
	}
	return true, nil
}

// renew hashes a password anew that was hashed when machines were slower.
func (r *Room) renew(ctx context.Context, p Person, said string) error {
	hash, err := r.with.Hasher.Hash(ctx, said)
	if err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, decidePassword(Actor{Person: p}, p, hash, "", r.clock.Now()))
	if fault.Is(err, fault.Conflict) {
		return nil // something else happened to her: next time will do
	}
	return err
}

// decoy is the hash of a password that nobody has: who is not in the register is compared with it.
type decoy struct {
	mu   sync.Mutex
	made string
}

func (d *decoy) hash(ctx context.Context, h Hasher) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.made == "" {
		made, err := h.Hash(ctx, ident.Secret(secretBytes))
		if err != nil {
			return "", err
		}
		d.made = made
	}
	return d.made, nil
}

// failed puts a failed attempt on the record, and returns what to tell whoever made it.
func (r *Room) failed(ctx context.Context, p Person, a Attempt, how string) error {
	if err := r.Refused(ctx, p, how, a); err != nil {
		return err
	}
	return fault.New(fault.SignIn, lingo.T("E-postadressen eller lösenordet stämmer inte.", "The e-mail address or the password is wrong.")).
		Try(lingo.T("Försök igen. Har du glömt lösenordet? Be en administratör om en ny länk.",
			"Try again. Have you forgotten the password? Ask an administrator for a new link."))
}

// Refused puts on the record that somebody did not get in, by which way she tried, and from where so that only we can tell.
// The zero Person is somebody we do not know.
func (r *Room) Refused(ctx context.Context, p Person, how string, a Attempt) error {
	subject, say := "signin", map[string]any{"from": r.place(a.Address), "how": how}
	if p.ID != "" {
		subject, say["name"] = p.ID, p.Name
	}
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{{
		Kind: "signin.failed", Subject: subject, Who: desk.System("signin"), At: r.clock.Now(), Say: say}}})
	return err
}
