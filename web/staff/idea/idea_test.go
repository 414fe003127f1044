package idea_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/idea"
	"tilltal/store/officetest"
	"tilltal/web/staff/hall"
	page "tilltal/web/staff/idea"
	"tilltal/web/staff/stafftest"
)

func each(t *testing.T, test func(t *testing.T, o *officetest.Office, d *stafftest.Desk)) {
	officetest.Each(t, func(t *testing.T, o *officetest.Office) {
		accounts := account.New(o.Store, o.People, o.Clock)
		test(t, o, stafftest.New(t, o.Clock, nil, page.Routes(page.Deps{Hall: hall.New(hall.Deps{Accounts: accounts}), Ideas: o.Ideas, Accounts: accounts, People: o.People})...))
	})
}

var key = regexp.MustCompile(`name="nyckel" value="([^"]+)"`)

// TestAnIdeasWayOnThePages: sent by somebody without a role, asked about, answered, and made a draft of; sent twice it is one.
func TestAnIdeasWayOnThePages(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, d *stafftest.Desk) {
		johan, nadia := d.As(o.As(officetest.Johan)), d.As(o.As(officetest.Nadia))
		a := johan.Get("/ideer/ny")
		found := key.FindStringSubmatch(a.Body)
		if found == nil || !a.Has("Är det här något?", "Jag vet inte", "Parken") {
			t.Fatalf("%s", a.Body)
		}
		form := url.Values{"nyckel": {found[1]}, "text": {"Visa hur plogen lastas."}, "credit": {"1"}, "account": {""}}
		if a = johan.Follow("/ideer/ny", form); !a.Has("Tack! Vi har din idé.", "Visa hur plogen lastas.", "Du skickade idén.", "väntar på svar") || a.Has("Gör ett utkast") {
			t.Errorf("%s", a.Body)
		}
		johan.Follow("/ideer/ny", form)
		at := "/ideer/" + found[1]
		if a = johan.Get(at + "?lang=en"); !a.Has(`lang="sv">Visa hur plogen lastas.`) {
			t.Errorf("not said to be Swedish: %s", a.Body)
		}
		if a = nadia.Get("/ideer?visa=vantar"); strings.Count(a.Body, "Visa hur plogen lastas.") != 1 || !a.Has(at) {
			t.Errorf("%s", a.Body)
		}
		if a = nadia.Post(at+"/fraga", url.Values{"text": {" "}}); a.Status != http.StatusUnprocessableEntity && a.Status != http.StatusBadRequest || !a.Has("Skriv vad du vill fråga.") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a = nadia.Follow(at+"/fraga", url.Values{"text": {"Får man filma där?"}}); !a.Has("Din fråga är skickad.", "Du frågade:") {
			t.Errorf("%s", a.Body)
		}
		if a = johan.Get(at); !a.Has("Nadia Larsson frågade:", "Får man filma där?", "Ditt svar") {
			t.Errorf("%s", a.Body)
		}
		if a = johan.Follow(at+"/svara", url.Values{"text": {"Ja, från bron."}}); !a.Has("Ditt svar är skickat.", "Ja, från bron.") {
			t.Errorf("%s", a.Body)
		}
		a = nadia.Post(at+"/utkast", url.Values{"account": {o.Account.ID}})
		if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, "/skriv/") {
			t.Fatalf("%d %s", a.Status, a.Location)
		}
		if again := nadia.Post(at+"/utkast", url.Values{"account": {o.Account.ID}}); again.Location != a.Location {
			t.Errorf("a second click leads to %s", again.Location)
		}
		if a = johan.Get(at); !a.Has("Nadia Larsson gjorde ett utkast av idén.", "någon skriver på texten", "har blivit ett utkast") || a.Has("/skriv/") {
			t.Errorf("%s", a.Body)
		}
		english := o.As(officetest.Nadia)
		english.Person.Language = "en"
		if a = d.As(english).Get(at); !a.Has("You made a draft of the idea.", "Show the draft") {
			t.Errorf("%s", a.Body)
		}
	})
}

func TestANoHasAReason(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, d *stafftest.Desk) {
		i, err := o.Ideas.Send(t.Context(), o.As(officetest.Johan), idea.Letter{Text: "<script>En idé</script>", Account: o.Account.ID})
		o.Must(err)
		amina := d.As(o.As(officetest.Amina))
		if a := amina.Post("/ideer/"+i.ID+"/nej", url.Values{"reason": {""}}); !a.Has("Skriv varför. Den som skickade idén läser det.") || a.Has("<script>En") {
			t.Errorf("%s", a.Body)
		}
		if a := amina.Follow("/ideer/"+i.ID+"/nej", url.Values{"reason": {"Vi har redan berättat om det."}}); !a.Has("Du har tackat nej.") || a.Has("Vad svarar du?") {
			t.Errorf("%s", a.Body)
		}
		for name, status := range map[string]int{officetest.Johan: 200, officetest.Sixten: 403, officetest.Bengt: 403} {
			if a := d.As(o.As(name)).Get("/ideer/" + i.ID); a.Status != status {
				t.Errorf("%s: %d", name, a.Status)
			}
		}
		if a := d.As(o.As(officetest.Johan)).Get("/ideer"); !a.Has("blev ett nej") || a.Has("?visa=vantar") {
			t.Errorf("%s", a.Body)
		}
	})
}
