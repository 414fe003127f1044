package settings_test

import (
	"net/http"
	"regexp"
	"slices"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

const register = "/installningar/kollegor"

var link = regexp.MustCompile(`https://torget\.example\.se/valkommen/[\w-]+`)

func TestTheRegisterIsSearched(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.kim()
		if a := b.Get(register); !a.Has("Amina Berg", "Parkenheten · amina@umea.se", "Lars Åkesson", "Kim Ek", "Ny kollega") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(register + "?sok=park+BERG"); !a.Has("Amina Berg", `value="park BERG"`) || a.Has("Lars") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(register + "?sok=%3Cb%3E"); !a.Has("Vi hittade ingen", "&lt;b&gt;") {
			t.Errorf("%s", a.Body)
		}
		if a := h.as(h.amina()).Get(register); a.Status != http.StatusOK || a.Has("Ny kollega") {
			t.Errorf("an owner: %d", a.Status)
		}
	})
}

func TestHiringShowsTheLinkOnce(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b := h.kim()
		if a := b.Get("/installningar/ny-kollega"); a.Status != http.StatusOK {
			t.Fatalf("%d", a.Status)
		}
		a := b.Post("/installningar/ny-kollega", form("name", "Noor Ali", "email", "amina@umea.se", "language", "sv", "unit", "Gatan"))
		if a.Status != http.StatusUnprocessableEntity || !a.Has("email-fel", `value="Noor Ali"`, `value="Gatan"`) {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		a = b.Post("/installningar/ny-kollega", form("name", "Noor Ali", "email", "noor@umea.se", "language", "en"))
		secret := link.FindString(a.Body)
		if a.Status != http.StatusOK || secret == "" || !a.Has("Länk till Noor Ali", "noor@umea.se") {
			t.Fatalf("%d\n%s", a.Status, a.Body)
		}
		p, err := h.people.Invited(t.Context(), secret[len("https://torget.example.se/valkommen/"):])
		if err != nil || p.Name != "Noor Ali" || p.GivenName != "Noor" || p.Language != "en" {
			t.Fatalf("%+v, %v", p, err)
		}
		if a := b.Get(register + "/" + p.ID); a.Has(secret) || !a.Has("Noor Ali", "Ingen roll för hela myndigheten.") {
			t.Errorf("%s", a.Body)
		}
		again := b.Post(register+"/"+p.ID+"/lank", nil)
		if next := link.FindString(again.Body); next == "" || next == secret {
			t.Errorf("a new link: %q", next)
		}
		if _, err := h.people.Invited(t.Context(), secret[len("https://torget.example.se/valkommen/"):]); err == nil {
			t.Error("the old link still holds")
		}
	})
}

func TestDescribing(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, at := h.kim(), register+"/"+h.amina()
		if a := b.Get(at + "/uppgifter"); !a.Has(`value="Amina Berg"`, `value="amina@umea.se"`) {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Post(at+"/uppgifter", form("name", "", "email", "amina@umea.se")); a.Status != http.StatusUnprocessableEntity || !a.Has("name-fel") {
			t.Errorf("%d", a.Status)
		}
		if a := b.Follow(at+"/uppgifter", form("name", "Amina Lind", "given_name", "Amina", "email", "amina@umea.se", "language", "sv")); !a.Has("Amina Lind", "Sparat.") {
			t.Errorf("%s", a.Body)
		}
	})
}

var ends = regexp.MustCompile(`action="(/installningar/kollegor/[^"]+/roller/[^"]+)"`)

func TestRolesAreGivenAndEnded(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, at := h.kim(), register+"/"+h.amina()
		if a := b.Get(at); !a.Has("Parken", "Kontoansvarig · Sedan 23 november 2026.", "Ge en roll", "Gör en ny länk", "Har slutat") {
			t.Fatalf("%s", a.Body)
		}
		for name, f := range map[string][]string{"role": {"role", "auditor"}, "until": {"role", "communicator", "until", "2020-01-01"}} {
			if a := b.Post(at+"/roller", form(f...)); a.Status != http.StatusUnprocessableEntity || !a.Has(name+"-fel", "<details open") {
				t.Errorf("%s: %d\n%s", name, a.Status, a.Body)
			}
		}
		if a := b.Post(at+"/roller", form("role", "communicator", "until", "nyår")); a.Status != http.StatusUnprocessableEntity || !a.Has("until-fel", `value="nyår"`) {
			t.Errorf("%d", a.Status)
		}
		a := b.Follow(at+"/roller", form("role", "communicator", "until", "2026-12-31"))
		if !a.Has("Rollen är given.", "Kommunikatör", "Från 23 november 2026 till och med 31 december 2026.") {
			t.Fatalf("%s", a.Body)
		}
		if who, _ := h.people.Load(t.Context(), h.amina()); !who.Holds(people.Communicator, clock.At(who.Person.HiredAt).Now()) {
			t.Error("she has no role")
		}
		if a := b.Follow(ends.FindStringSubmatch(a.Body)[1], nil); !a.Has("Rollen är avslutad.", "Ingen roll för hela myndigheten.") {
			t.Errorf("%s", a.Body)
		}
		own := b.Get(register + "/" + h.begun.Admin.ID)
		if own.Has("Ge en roll") || own.Has("Har slutat") || !own.Has("Det här är du.") {
			t.Errorf("%s", own.Body)
		}
		if a := b.Post(ends.FindStringSubmatch(own.Body)[1], nil); a.Status != http.StatusForbidden || !a.Has("den sista administratören") {
			t.Errorf("the last administrator: %d", a.Status)
		}
	})
}

func TestLeaving(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, at := h.kim(), register+"/"+h.amina()
		b.Language = lingo.SV
		if a := b.Get(at + "/sluta"); !a.Has("Avsluta allt för Amina Berg?", "Kollegan ansvarar för: Parken.") {
			t.Fatalf("%s", a.Body)
		}
		if a := b.Follow(at+"/sluta", nil); !a.Has("inte längre tillgång", "Konton med för få ansvariga", "/ansvariga") || a.Has("Amina Berg") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(register + "?slutat=1"); !a.Has("Amina Berg", "har slutat") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get(at); !a.Has("Slutade 23 november 2026") || a.Has("Ge en roll") || a.Has("Gör en ny länk") {
			t.Errorf("%s", a.Body)
		}
		if a := b.Get("/installningar"); !a.Has("Konton med för få ansvariga", "Parken") {
			t.Errorf("%s", a.Body)
		}
		if got := h.acts(h.amina()); !slices.Contains(got, "person.left") {
			t.Errorf("on the record: %v", got)
		}
	})
}

var revokes = regexp.MustCompile(`action="(/installningar/kollegor/[^"]+/nycklar/[^"]+)"`)

func TestSigningAColleagueOut(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		amina := people.Actor{Person: h.begun.Owners[0].Person}
		secret, _, err := h.people.Begin(t.Context(), h.amina(), people.HowPassword, people.Attempt{Agent: "Firefox/1 (Linux)"})
		if err != nil {
			t.Fatal(err)
		}
		bearer, _, err := h.people.CreateToken(t.Context(), amina, people.Wish{Name: "Väderboten", Scopes: []string{"read"}})
		if err != nil {
			t.Fatal(err)
		}
		b, at := h.kim(), register+"/"+h.amina()
		a := b.Get(at)
		if !a.Has("Firefox · Linux", "Väderboten") || h.as(h.begun.Owners[1].Person.ID).Get(at).Has("Väderboten") {
			t.Fatalf("%s", a.Body)
		}
		b.Follow(revokes.FindStringSubmatch(a.Body)[1], nil)
		if a := b.Follow(at+"/logga-ut", nil); !a.Has("utloggad överallt") {
			t.Errorf("%s", a.Body)
		}
		if _, _, err := h.people.Enter(t.Context(), secret); err == nil {
			t.Error("the session still holds")
		}
		if _, err := h.people.Bearer(t.Context(), bearer); err == nil {
			t.Error("the token still holds")
		}
	})
}
