package frame_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/throttle"
	checks "tilltal/check/all"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	law "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/stafftest"
)

type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error)       { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) { return hash == "plain:"+s, nil }

// house has one account: Amina and Lars answer for it, Noor is a voice there, Nadia is communicator, Helena decides.
type house struct {
	*stafftest.Desk
	t        *testing.T
	people   *people.Room
	accounts *account.Room
	frames   *law.Room
	ids      map[string]string
	parken   string
	at       string
}

func each(t *testing.T, test func(t *testing.T, h *house, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		rule := throttle.Rule{Burst: 20, Every: time.Minute}
		h := &house{t: t, ids: map[string]string{}}
		h.people = people.New(s, people.Options{Clock: c, Hasher: plain{}, ByPerson: throttle.New(rule, 100, c), ByPlace: throttle.New(rule, 100, c), Secret: []byte("s")})
		h.accounts, h.frames = account.New(s, h.people, c), law.New(s, h.people, c, checks.All())
		ch := account.Blank(guideline.ProfileMunicipality)
		ch.Name, ch.Purpose, ch.Talk, ch.Avoid = "Parken", "Vi berättar om parken.", []string{"Träden"}, []string{"Grannarna"}
		ch.Examples = []account.Example{{Good: true, Text: "Lindarna blommar.", Why: "Kort och sant."}}
		begun, err := start.New(s, h.people, c).Begin(t.Context(), start.Form{
			Authority: authority.Settings{Name: "Umeå kommun", Base: stafftest.Base, Contact: "registrator@umea.se"},
			Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"}, Password: "fyra lugna gräsand cyklar", Account: account.Plan{Handle: "parken", Charter: ch},
			Owners: []people.Newcomer{{Name: "Amina Berg", Email: "amina@umea.se"}, {Name: "Lars Åkesson", Email: "lars@umea.se"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		h.parken, h.at, h.ids["amina"] = begun.Account, frame.Path+"/"+begun.Account, begun.Owners[0].Person.ID
		for name, role := range map[string]people.Role{"noor": people.Voice, "nadia": people.Communicator, "helena": people.DecisionMaker} {
			h.hire(name, role, c)
		}
		h.Desk = stafftest.New(t, c, h.people, frame.Routes(frame.Deps{Hall: hall.New(hall.Deps{Accounts: h.accounts}), Frames: h.frames, Accounts: h.accounts,
			Routines: guideline.New(s, c)})...)
		test(t, h, c)
	})
}

func (h *house) hire(name string, role people.Role, c clock.Clock) {
	h.t.Helper()
	console := people.Console(c.Now())
	w, err := h.people.Hire(h.t.Context(), console, people.Newcomer{Name: name + " Ali", Email: name + "@umea.se"})
	if err != nil {
		h.t.Fatal(err)
	}
	h.ids[name] = w.Person.ID
	if role == people.Voice {
		_, err = h.people.Commission(h.t.Context(), console, people.Appointment{Person: w.Person.ID, Account: h.parken, Role: role})
	} else {
		_, err = h.people.Grant(h.t.Context(), console, w.Person.ID, role, time.Time{})
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) as(name string) *stafftest.Browser {
	h.t.Helper()
	a, err := h.people.Load(h.t.Context(), h.ids[name])
	if err != nil {
		h.t.Fatal(err)
	}
	return h.As(a)
}

func form(pairs ...string) url.Values {
	out := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		out.Add(pair[0], pair[1])
	}
	return out
}

func TestReadAndAcknowledged(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as("noor")
		if a := b.Get("/ramar"); !a.Has("Parken", "läs innan du skriver") {
			t.Errorf("%s", a.Body)
		}
		a := b.Get(h.at + "?till=%2Fskriv%2F1")
		if !a.Has("Läs ramarna innan du skriver första gången", "Träden", "Grannarna", "Lindarna blommar.", "så här", "Jag har läst ramarna", `name="charter" value="1"`, `value="/skriv/1"`, "Snön bara faller") {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Post(h.at, form("charter", "0", "common", "0")); a.Status != http.StatusConflict || !a.Has("Ramarna har ändrats i sak") {
			t.Errorf("older than what must be read: %d", a.Status)
		}
		if a := b.Post(h.at, form("charter", "x", "common", "9")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("no such version: %d", a.Status)
		}
		if a := b.Post(h.at, form("charter", "1", "common", "0", "till", "/skriv/1")); a.Status != http.StatusSeeOther || a.Location != "/skriv/1" {
			t.Errorf("%d %s", a.Status, a.Location)
		}
		if a := b.Post(h.at, form("charter", "1", "common", "0", "till", "https://evil.example/")); a.Location != "/" {
			t.Errorf("sent elsewhere: %s", a.Location)
		}
		if a := b.Get(h.at); !a.Has("Du har läst ramarna") || a.Has("Jag har läst ramarna") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as("amina").Get(h.at); !a.Has("Du svarar själv för ramarna", "Ändra ramarna", "Lägg till och ta bort övningar") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as("noor").Get("/ramar/finnsinte"); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
	})
}

func TestWhatIsNewIsShown(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as("noor")
		b.Follow(h.at, form("charter", "1", "common", "0"))
		amina, _ := h.people.Load(t.Context(), h.ids["amina"])
		now, _ := h.accounts.Account(t.Context(), h.parken)
		next := now.Charter
		next.Talk, next.Substance = []string{"Träden", "Fåglarna"}, false
		if _, err := h.accounts.Recharter(t.Context(), amina, h.parken, next); err != nil {
			t.Fatal(err)
		}
		if a := b.Get(h.at); !a.Has("Ramarna är bättre formulerade nu", "Fåglarna", "<ins") {
			t.Errorf("words: %s", a.Body)
		}
		next.Number, next.Avoid, next.Substance = 2, []string{"Grannarna", "Hundarna"}, true
		if _, err := h.accounts.Recharter(t.Context(), amina, h.parken, next); err != nil {
			t.Fatal(err)
		}
		if a := b.Get(h.at); !a.Has("Ramarna har ändrats i sak", "Nytt sedan du läste", "Hundarna") {
			t.Errorf("substance: %s", a.Body)
		}
		if a := b.Follow(h.at, form("charter", "3", "common", "0")); !a.Has("Tack. Nu kan du skriva.") {
			t.Errorf("%s", a.Body)
		}
	})
}

// TestTheFramesAreReadInTheirOwnLanguage: on an English page each Swedish text says that it is Swedish.
func TestTheFramesAreReadInTheirOwnLanguage(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		h.as("nadia").Post("/ramar/gemensamma", form("number", "0", "purpose", "Ni kan jobbet bäst.", "talk", "Jobbet"))
		h.as("helena").Post("/ramar/mod", form("konto", h.parken, "words", "Ni får tala.", "name", "Helena Ali", "title", "chef", "signed", "2026-11-23", "review", "2027-11-23"))
		b := h.as("noor")
		for path, texts := range map[string][]string{"/ramar": {"Vi berättar om parken.", "Ni kan jobbet bäst."}, "/ramar/gemensamma": {"Jobbet"},
			h.at: {"Vi berättar om parken.", "Träden", "Lindarna blommar.", "Kort och sant.", "Ni får tala."}} {
			for lang, want := range map[string]string{"en": ` lang="sv">`, "sv": `>`} {
				for _, text := range texts {
					if a := b.Get(path + "?lang=" + lang); !a.Has(want+text) || lang == "sv" && a.Has(`lang="sv">`+text) {
						t.Errorf("%s in %s: %s\n%s", path, lang, text, a.Body)
					}
				}
			}
		}
	})
}

func TestTheCommonFrames(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.as("nadia")
		f := form("number", "0", "purpose", " ", "talk", "Jobbet", "example.0.text", "Hej!", "example.0.sort", "bad", "example.0.why", "")
		if a := b.Post("/ramar/gemensamma", f); a.Status != http.StatusUnprocessableEntity || !a.Has("purpose-fel", "Hej!") {
			t.Errorf("%d", a.Status)
		}
		f.Set("purpose", "Ni kan jobbet bäst.")
		f.Set("example.0.why", "Säger inget.")
		if a := b.Follow("/ramar/gemensamma", f); !a.Has("De gemensamma ramarna gäller nu.", "Ni kan jobbet bäst.") {
			t.Errorf("%s", a.Body)
		}
		f.Set("number", "1")
		f.Set("avoid", "Enskilda")
		if a := b.Post("/ramar/gemensamma", f); a.Status != http.StatusOK || !a.Has("Det här ändrar du", "Enskilda", "I sak", `name="example.0.why" value="Säger inget."`) {
			t.Errorf("what changes: %d\n%s", a.Status, a.Body)
		}
		f.Set("last", "1")
		if a := b.Post("/ramar/gemensamma", f); a.Status != http.StatusUnprocessableEntity || !a.Has("sort-fel") {
			t.Errorf("%d", a.Status)
		}
		f.Set("sort", "substance")
		b.Follow("/ramar/gemensamma", f)
		if a := b.Post("/ramar/gemensamma", f); a.Status != http.StatusConflict || !a.Has("En kollega har nyss ändrat", `name="number" value="2"`) {
			t.Errorf("from an old one: %d", a.Status)
		}
		if a := h.as("noor").Get("/ramar/gemensamma"); !a.Has("Enskilda", "Version 2", "Version 1") || a.Has("<textarea") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as("noor").Post("/ramar/gemensamma", f); a.Status != http.StatusForbidden {
			t.Errorf("a voice: %d", a.Status)
		}
	})
}

func TestManagementSigns(t *testing.T) {
	each(t, func(t *testing.T, h *house, c *clock.Fixed) {
		b := h.as("helena")
		if a := b.Get("/ramar/mod?konto=" + h.parken); !a.Has("tala för Parken", `value="2026-11-23"`, `value="2027-11-23"`) {
			t.Errorf("%s", a.Body)
		}
		f := form("konto", h.parken, "words", "Ni får tala.", "name", "Helena Ali", "title", "", "signed", "2026-11-23", "review", "i morgon")
		if a := b.Post("/ramar/mod", f); a.Status != http.StatusUnprocessableEntity || !a.Has("title-fel", "review-fel", "Ni får tala.") {
			t.Errorf("%d", a.Status)
		}
		f.Set("title", "chef")
		f.Set("review", "2027-11-23")
		if a := b.Follow("/ramar/mod", f); !a.Has("Ledningen står bakom dig", "Ni får tala.", "Helena Ali, chef, 23 november 2026") {
			t.Errorf("%s", a.Body)
		}
		c.Move(366 * 24 * time.Hour)
		if a := h.as("noor").Get(h.at); !a.Has("skulle ha setts över") {
			t.Errorf("a year later: %s", a.Body)
		}
		if a := h.as("amina").Get("/ramar/mod"); a.Status != http.StatusForbidden {
			t.Errorf("an owner: %d", a.Status)
		}
	})
}

func TestPractising(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, at := h.as("noor"), h.at+"/ovningar/snostorm"
		if a := b.Get(at); !a.Has("Det har snöat fyra decimeter", "Den sparas inte och går inte ut.") || a.Has("Fundera på det här") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Post(at, form("text", " ")); a.Status != http.StatusUnprocessableEntity || !a.Has("text-fel") {
			t.Errorf("%d", a.Status)
		}
		a := b.Post(at, form("text", "Ring 811228-9874 om plogningen."))
		if a.Status != http.StatusOK || !a.Has("Omdömet svarar", "811228-9874", "Fundera på det här", "På riktigt hade rutinen sagt") || strings.Contains(a.Body, `name="behall"`) {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		if a := b.Get(h.at); !a.Has("övad") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as("amina").Post(h.at+"/ovningar", form("title", "", "event", "Något.")); a.Status != http.StatusUnprocessableEntity || !a.Has("title-fel", "Något.") {
			t.Errorf("%d", a.Status)
		}
		if a := h.as("amina").Follow(h.at+"/ovningar", form("title", "Hunden", "event", "Den badade.")); !a.Has("Övningen är tillagd.", "Den badade.", "Ta bort") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(h.at + "/ovningar"); !a.Has("Hunden") || a.Has("Lägg till en egen övning") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(h.at + "/ovningar/finnsinte"); a.Status != http.StatusNotFound {
			t.Errorf("%d", a.Status)
		}
	})
}
