package signin_test

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/oidc/oidctest"
	"tilltal/base/seal"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/store"
	"tilltal/store/storetest"
)

const words = "fyra ord som inte hör ihop"

// plain hashes at once: what is tried here is the door, not the lock.
type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error) { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) {
	return hash == "plain:"+s, nil
}

// house is a desk with Kim, who is its administrator, and Amina, who has no role.
type house struct {
	t        *testing.T
	store    *store.Store
	clock    *clock.Fixed
	people   *people.Room
	room     *signin.Room
	provider *oidctest.Provider
	kim      people.Person
	amina    people.Person
}

var here = people.Attempt{Agent: "Firefox/1 Linux", Address: "192.0.2.7"}

func each(t *testing.T, rules signin.Rules, test func(t *testing.T, h *house)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		rule := throttle.Rule{Burst: 6, Every: time.Minute}
		person, place := throttle.New(rule, 100, c), throttle.New(throttle.Rule{Burst: 500, Every: time.Second}, 100, c)
		h := &house{t: t, store: s, clock: c, provider: oidctest.New(t, c)}
		h.people = people.New(s, people.Options{Clock: c, Hasher: plain{}, ByPerson: person, ByPlace: place, Secret: []byte("test")})
		h.room = signin.New(s, signin.Options{Clock: c, Base: &url.URL{Scheme: "https", Host: "torget.example.se"}, People: h.people, Keys: seal.Generate(c.Now()),
			ByPerson: person, ByPlace: place, Provider: h.provider.Client(), Rules: rules})
		h.kim, h.amina = h.hired("Kim Ek", "kim@umea.se"), h.hired("Amina Berg", "amina@umea.se")
		h.must(ignore(h.people.Grant(t.Context(), people.Console(c.Now()), h.kim.ID, people.Administrator, time.Time{})))
		test(t, h)
	})
}

func ignore[T any](_ T, err error) error { return err }

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) is(what string, err error, kind fault.Kind) {
	h.t.Helper()
	if !fault.Is(err, kind) {
		h.t.Errorf("%s: %v, want %s", what, err, kind)
	}
}

func (h *house) hired(name, email string) people.Person {
	h.t.Helper()
	acts, w := people.Hired(people.Console(h.clock.Now()), people.Newcomer{GivenName: strings.Fields(name)[0], Name: name, Email: email, Language: "sv"}, h.clock.Now())
	_, err := h.store.Commit(h.t.Context(), desk.Change{Acts: acts})
	h.must(err)
	h.must(ignore(h.people.Accept(h.t.Context(), w.Secret, words)))
	return w.Person
}

func (h *house) load(p people.Person) people.Actor {
	h.t.Helper()
	a, err := h.people.Load(h.t.Context(), p.ID)
	h.must(err)
	return a
}

// enters signs somebody in by whatever step she needs, and returns what the gate would know of her.
func (h *house) enters(secret string) (people.Actor, people.Session) {
	h.t.Helper()
	a, s, err := h.people.Enter(h.t.Context(), secret)
	h.must(err)
	return a, s
}

func (h *house) password(email string) signin.Step {
	h.t.Helper()
	a := here
	a.Email, a.Password = email, words
	step, err := h.room.Password(h.t.Context(), a)
	h.must(err)
	return step
}

// code is what the app on her telephone shows.
func (h *house) code(o signin.Offer) string {
	h.t.Helper()
	s, err := totp.GenerateCode(strings.ReplaceAll(o.Secret, " ", ""), h.clock.Now())
	h.must(err)
	return s
}

// enrolled sets up Amina's second step.
func (h *house) enrolled() (offer signin.Offer, reserves []string) {
	h.t.Helper()
	a, s := h.enters(h.password("amina@umea.se").Secret)
	offer, err := h.room.OfferCode(h.t.Context(), a, s)
	h.must(err)
	reserves, err = h.room.Enrol(h.t.Context(), a, s, offer.Ticket, h.code(offer))
	h.must(err)
	return offer, reserves
}

func (h *house) kinds(subject string) (kinds []string) {
	h.t.Helper()
	entries, err := h.store.EntriesOf(h.t.Context(), subject)
	h.must(err)
	for _, e := range entries {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}
