package counsel_test

import (
	"net/url"
	"regexp"
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/guideline"
	"tilltal/store/officetest"
	page "tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/stafftest"
	"tilltal/web/staff/write"
)

func each(t *testing.T, test func(t *testing.T, o *officetest.Office, d *stafftest.Desk)) {
	officetest.Each(t, func(t *testing.T, o *officetest.Office) {
		accounts := account.New(o.Store, o.People, o.Clock)
		lobby := hall.New(hall.Deps{Accounts: accounts})
		routes := page.Routes(page.Deps{Hall: lobby, Counsel: o.Counsel, Drafts: o.Drafts, Talk: o.Inbox, People: o.People})
		routes = append(routes, write.Routes(write.Deps{Hall: lobby, Drafts: o.Drafts, Publish: o.Publish, Accounts: accounts, Routines: guideline.New(o.Store, o.Clock),
			Advice: o.Counsel, Ideas: o.Ideas, People: o.People})...)
		test(t, o, stafftest.New(t, o.Clock, nil, routes...))
	})
}

var version = regexp.MustCompile(`name="version" value="(\d+)"`)

// TestWhatIsSaidInTheEditorLosesNoWords: a comment and a taken suggestion are sent with the editor's own form, and what she has
// typed is saved with them.
func TestWhatIsSaidInTheEditorLosesNoWords(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, d *stafftest.Desk) {
		text := o.Write(officetest.Bengt, "Vi plogar i natt.")
		o.Must(o.Counsel.Comment(t.Context(), o.As(officetest.Nadia), text.ID, counsel.Saying{Quote: "i natt", Suggests: true, Instead: "före klockan 6", Text: "När?"}))
		bengt := d.As(o.As(officetest.Bengt))
		a := bengt.Get("/skriv/" + text.ID)
		if !a.Has("Kollegor säger", "Nadia Larsson", "Ta över förslaget", "före klockan 6", "Fråga en sakkunnig") {
			t.Fatalf("%s", a.Body)
		}
		said, err := o.Counsel.Comments(t.Context(), o.As(officetest.Bengt), text.ID)
		o.Must(err)
		form := func(words string, more ...string) url.Values {
			f := url.Values{"version": {version.FindStringSubmatch(a.Body)[1]}, "utkast": {text.ID}, "text": {words}, "language": {"sv"}}
			for i := 0; i < len(more); i += 2 {
				f.Set(more[i], more[i+1])
			}
			return f
		}
		a = bengt.Post("/skriv/"+text.ID, form("Hej! Vi plogar i natt.", "ta-over", said[0].ID))
		if a.Status != 200 || !a.Has("Hej! Vi plogar före klockan 6.", "övertaget i version 3") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		a = bengt.Post("/skriv/"+text.ID, form("Hej! Vi plogar före klockan 6. Alla gator.", "kommentera", "1", "kommentar", "Stämmer det?", "kommentar-ord", "inte där"))
		if !a.Has("Vi hittar inte de orden i texten.", "Stämmer det?") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		a = bengt.Post("/skriv/"+text.ID, form("Hej! Vi plogar före klockan 6. Alla gator.", "kommentera", "1", "kommentar", "Stämmer det?", "kommentar-ord", "Alla gator"))
		got, err := o.Drafts.Get(t.Context(), o.As(officetest.Bengt), text.ID)
		if o.Must(err); a.Status != 200 || got.Latest.Content.Text != "Hej! Vi plogar före klockan 6. Alla gator." {
			t.Errorf("%d, %q", a.Status, got.Latest.Content.Text)
		}
		said, _ = o.Counsel.Comments(t.Context(), o.As(officetest.Bengt), text.ID)
		if len(said) != 2 || said[1].Quote != "Alla gator" {
			t.Errorf("%+v", said)
		}
		if a = bengt.Post("/skriv/"+text.ID, form("Hej! Vi plogar före klockan 6. Alla gator.", "avklarad", said[1].ID)); !a.Has("Avklarat: 2") {
			t.Errorf("%s", a.Body)
		}
	})
}

// TestAnExpertAnswers: asked from a draft, she reads it, comments on it and answers on a page of her own.
func TestAnExpertAnswers(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, d *stafftest.Desk) {
		text := o.Write(officetest.Bengt, "Vattnet är mjukt.")
		bengt, olle := d.As(o.As(officetest.Bengt)), d.As(o.As(officetest.Olle))
		a := bengt.Get("/rad/ny?utkast=" + text.ID)
		if !a.Has("Olle Larsson, Parkenheten (sakkunnig)", "Vattnet är mjukt.", "Inom 2 arbetsdagar") {
			t.Fatalf("%s", a.Body)
		}
		form := url.Values{"utkast": {text.ID}, "samtal": {""}, "to": {""}, "text": {"Stämmer det?"}, "quote": {"Vattnet är mjukt."}, "days": {"2"}}
		if a = bengt.Post("/rad/ny", form); !a.Has("Välj en kollega att fråga.", "Stämmer det?") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		form.Set("to", o.ID(officetest.Olle))
		if a = bengt.Follow("/rad/ny", form); !a.Has("Olle Larsson har fått din fråga", "Frågor till sakkunniga") {
			t.Errorf("%s", a.Body)
		}
		if a = olle.Get("/rad"); !a.Has("Stämmer det?", "svar senast") {
			t.Errorf("%s", a.Body)
		}
		all, err := o.Counsel.ToMe(t.Context(), o.As(officetest.Olle), true)
		o.Must(err)
		at := "/rad/" + all[0].ID
		if a = olle.Get(at); !a.Has("Bengt Larsson frågar dig.", "Läs utkastet", "Ditt svar") {
			t.Errorf("%s", a.Body)
		}
		if a = olle.Get("/skriv/" + text.ID); !a.Has("Vattnet är mjukt.", "Kommentera") || a.Has("name=\"skicka\"") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a = olle.Follow("/skriv/"+text.ID+"/kommentar", url.Values{"kommentar": {"4 grader."}, "kommentar-ord": {"mjukt"}, "till": {"/skriv/" + text.ID}}); !a.Has("Din kommentar står vid texten.", "4 grader.") {
			t.Errorf("%s", a.Body)
		}
		if a = olle.Post("/skriv/"+text.ID+"/kommentar", url.Values{"kommentar": {"4 grader."}, "kommentar-ord": {"hårt"}, "till": {"https://evil.example"}}); !a.Has("Vi hittar inte de orden") || a.Has("evil") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a = olle.Follow(at+"/svar", url.Values{"text": {"Ja, 4 grader."}}); !a.Has("Tack! Ditt svar står nu vid texten.") {
			t.Errorf("%s", a.Body)
		}
		if a = bengt.Get("/skriv/" + text.ID); !a.Has("Ja, 4 grader.", "besvarad") {
			t.Errorf("%s", a.Body)
		}
		if a = olle.Get(at + "?lang=en"); !a.Has(`lang="sv">Stämmer det?`, `lang="sv">Ja, 4 grader.`, `lang="sv">Vattnet är mjukt.`) {
			t.Errorf("Swedish words on an English page: %s", a.Body)
		}
		olle.Get(at + "?lang=sv")
		if a = d.As(o.As(officetest.Sixten)).Get(at); a.Status != 403 {
			t.Errorf("%d", a.Status)
		}
		if a = bengt.Get("/rad?visa=mina"); !a.Has("besvarad") {
			t.Errorf("%s", a.Body)
		}
		form.Set("text", "Och i Sjövik?")
		bengt.Follow("/rad/ny", form)
		all, err = o.Counsel.ToMe(t.Context(), o.As(officetest.Olle), true)
		o.Must(err)
		at = "/rad/" + all[0].ID
		if a = bengt.Follow(at+"/aterta", nil); !a.Has("Frågan är återtagen.") {
			t.Errorf("%s", a.Body)
		}
		if a = olle.Get(at); !a.Has("Bengt Larsson har tagit tillbaka frågan. Du behöver inte svara.", "återtagen") || a.Has("Ditt svar", "Läs utkastet") {
			t.Errorf("%s", a.Body)
		}
		if a = bengt.Get("/rad/ny"); a.Status == 200 {
			t.Error("a question about nothing")
		}
	})
}
