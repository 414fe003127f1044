package own_test

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/base/seal"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/own"
	"tilltal/web/staff/stafftest"
)

const password = "fyra lugna gräsand cyklar"

type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error)       { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) { return hash == "plain:"+s, nil }

// house is a real database with Amina in it, who can be signed in several times.
type house struct {
	*stafftest.Desk
	t      *testing.T
	store  *store.Store
	people *people.Room
	ways   *signin.Room
	clock  *clock.Fixed
	amina  people.Person
}

func each(t *testing.T, test func(t *testing.T, h *house, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		rule := throttle.Rule{Burst: 20, Every: time.Minute}
		h := &house{t: t, store: s, people: people.New(s, people.Options{Clock: c, Hasher: plain{}, ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c), Secret: []byte("s")})}
		h.clock = c
		h.ways = signin.New(s, signin.Options{Clock: c, Base: &url.URL{Scheme: "https", Host: "torget.example.se"}, People: h.people, Keys: seal.Generate(c.Now()),
			ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c)})
		h.Desk = stafftest.New(t, c, h.people, own.Routes(own.Deps{People: h.people, Factors: h.ways, Hall: hall.New(hall.Deps{Accounts: account.New(s, h.people, c)})})...)
		acts, w := people.Hired(people.Console(c.Now()), people.Newcomer{GivenName: "Amina", Name: "Amina Berg", Email: "amina@umea.se", Language: "sv"}, c.Now())
		if _, err := s.Commit(t.Context(), desk.Change{Acts: acts}); err != nil {
			t.Fatal(err)
		}
		if _, err := h.people.Accept(t.Context(), w.Secret, password); err != nil {
			t.Fatal(err)
		}
		h.amina = w.Person
		test(t, h, c)
	})
}

func (h *house) signIn(agent string) *stafftest.Browser { return h.signInBy(people.HowPassword, agent) }

func (h *house) signInBy(how, agent string) *stafftest.Browser {
	h.t.Helper()
	secret, _, err := h.people.Begin(h.t.Context(), h.amina.ID, how, people.Attempt{Agent: agent})
	if err != nil {
		h.t.Fatal(err)
	}
	b := h.Nobody()
	b.Keep(web.SessionCookie(&url.URL{Scheme: "https"}), secret)
	return b
}

var action = regexp.MustCompile(`action="(/mitt/(?:inloggningar|nycklar)/[^"]+)"`)

func TestSheSeesAndEndsHerSessions(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		here, there := h.signIn("Firefox/140.0 (X11; Linux)"), h.signIn("Safari/604.1 (iPhone)")
		a := here.Get("/mitt")
		if !a.Has("Firefox · Linux", "den här webbläsaren", "Safari · iPhone", "Inloggad i dag kl. 12:00", "Logga ut alla andra") {
			t.Fatalf("%s", a.Body)
		}
		end := action.FindStringSubmatch(a.Body)
		if end == nil {
			t.Fatal("no button")
		}
		if a := here.Follow(end[1], nil); !a.Has("Den inloggningen är avslutad.") || a.Has("Safari", "Logga ut alla andra") {
			t.Errorf("%s", a.Body)
		}
		if there.Get("/mitt").Status != http.StatusSeeOther || here.Get("/mitt").Status != http.StatusOK {
			t.Error("the wrong one was signed out")
		}
		h.signIn("Edg/140.0 (Windows)")
		h.signIn("")
		if a := here.Get("/mitt"); !a.Has("Okänd webbläsare") {
			t.Errorf("%s", a.Body)
		}
		if a := here.Follow("/mitt/inloggningar", nil); a.Has("Edge") || !a.Has("överallt utom här") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestNobodyEndsWhatIsAnothers(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b := h.signIn("Firefox/1")
		session := ""
		if all, err := h.people.Sessions(t.Context(), people.Actor{Person: h.amina}); err == nil {
			session = all[0].ID
		}
		_, key, err := h.people.CreateToken(t.Context(), people.Actor{Person: h.amina}, people.Wish{Name: "Bot", Scopes: []string{"read"}})
		if err != nil {
			t.Fatal(err)
		}
		lars := h.As(people.Actor{Person: people.Person{ID: "lars", Name: "Lars", HiredAt: c.Now()}})
		if a := lars.Post("/mitt/inloggningar/"+session, nil); a.Status != http.StatusForbidden {
			t.Errorf("a session: %d", a.Status)
		}
		if a := lars.Post("/mitt/nycklar/"+key.ID, nil); a.Status != http.StatusForbidden {
			t.Errorf("a token: %d", a.Status)
		}
		if a := b.Get("/mitt"); a.Status != http.StatusOK || !a.Has("Gäller till") {
			t.Errorf("%d", a.Status)
		}
	})
}

func TestChangingThePassword(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		here, there := h.signIn("Firefox/1"), h.signIn("Edg/1")
		if a := here.Get("/mitt/losenord"); a.Status != http.StatusOK {
			t.Fatalf("%d", a.Status)
		}
		for field, form := range map[string]url.Values{
			"current":  {"current": {"fel"}, "password": {"tre blåa hattar vilar"}},
			"password": {"current": {password}, "password": {"amina berg"}},
		} {
			a := here.Post("/mitt/losenord", form)
			if a.Status != http.StatusUnprocessableEntity || !a.Has(`id="`+field+`-fel"`) || a.Has(`value="fel"`) || a.Has(`value="amina berg"`) {
				t.Errorf("%s: %d\n%s", field, a.Status, a.Body)
			}
		}
		a := here.Follow("/mitt/losenord", url.Values{"current": {password}, "password": {"tre blåa hattar vilar"}})
		if !a.Has("Du har ett nytt lösenord.") || there.Get("/mitt").Status != http.StatusSeeOther {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestAKeyIsShownOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b := h.signIn("Firefox/1")
		if a := b.Get("/mitt/nycklar"); !a.Has(`value="2027-02-21"`, `value="read" checked`) || a.Has("Läsa inkorgen") {
			t.Errorf("%s", a.Body)
		}
		a := b.Post("/mitt/nycklar", url.Values{"name": {""}, "scopes": {"read", "draft.write"}, "until": {"2030-01-01"}})
		if a.Status != http.StatusUnprocessableEntity || !a.Has("name-fel", "until-fel", `value="2030-01-01"`, "2 saker") {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		for _, bad := range []string{"i morgon", "2026-13-01"} {
			if a := b.Post("/mitt/nycklar", url.Values{"name": {"Bot"}, "scopes": {"read"}, "until": {bad}}); a.Status != http.StatusUnprocessableEntity || !a.Has("until-fel", "Bot") {
				t.Errorf("%s: %d", bad, a.Status)
			}
		}
		a = b.Post("/mitt/nycklar", url.Values{"name": {"Väderboten"}, "scopes": {"read"}, "until": {"2026-12-24"}})
		bearer := regexp.MustCompile(`tilltal_[\w-]+`).FindString(a.Body)
		if a.Status != http.StatusOK || bearer == "" {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		if who, err := h.people.Bearer(t.Context(), bearer); err != nil || who.Token != "Väderboten" {
			t.Errorf("%+v, %v", who, err)
		}
		a = b.Get("/mitt")
		if a.Has(bearer) || !a.Has("Väderboten", "Får: läsa.", "Gäller till och med 24 december 2026.") {
			t.Errorf("%s", a.Body)
		}
		b.Language = lingo.EN
		if a := b.Get("/mitt?lang=en"); !a.Has("May: read.") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Follow(action.FindStringSubmatch(a.Body)[1], nil); !a.Has("Nyckeln är spärrad.", "spärrad") {
			t.Errorf("%s", a.Body)
		}
		if _, err := h.people.Bearer(t.Context(), bearer); err == nil {
			t.Error("the key still opens")
		}
	})
}
