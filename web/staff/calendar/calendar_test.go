package calendar_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"

	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/store/drafttest"
	"tilltal/web/staff/calendar"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/visit"
)

func open(t *testing.T) *papertest.Office {
	return papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return calendar.Routes(calendar.Deps{Hall: o.Hall, Publish: o.Posts, Drafts: o.Drafts, Accounts: o, People: o})
	})
}

// timed is a text of Amina's that goes out on Thursday at eight.
func timed(t *testing.T, o *papertest.Office) draft.Draft {
	t.Helper()
	d := o.Write(drafttest.Amina, "Vi öppnar på torsdag.")
	o.HandIn(drafttest.Amina, d, draft.Handing{When: drafttest.Wall(t, "2026-11-26", "08:00")})
	if _, err := o.Posts.PublishOwn(context.Background(), o.People[drafttest.Amina], d.ID); err != nil {
		t.Fatal(err)
	}
	return o.Get(d.ID)
}

func TestAWeekAndAMonth(t *testing.T) {
	o := open(t)
	d := timed(t, o)
	id := o.Publish(drafttest.Bengt, "Gräset är klippt.")
	amina := o.As(drafttest.Amina)
	for _, path := range []string{"/kalender", "/kalender?visa=manad", "/kalender?fran=2026-11-29", "/kalender?fran=skräp"} {
		a := amina.Get(path)
		if a.Status != http.StatusOK || !a.Has("Vi öppnar på torsdag.", "/kalender/"+d.ID, "08:00", "/inlagg/"+id, "12:00", "Bengt Larsson", "torsdag 26 november", `aria-current="date"`) {
			t.Errorf("%s: %d %s", path, a.Status, a.Body)
		}
	}
	if a := amina.Get("/kalender"); !a.Has("Vecka 48 · 23–29 november 2026", "fran=2026-11-16", "fran=2026-11-30") {
		t.Error(a.Body)
	}
	if a := amina.Get("/kalender?fran=2026-12-01"); !a.Has("Vecka 49 · 30 november – 6 december 2026", "Här står inget än.") {
		t.Error(a.Body)
	}
	amina.Language = lingo.EN
	if a := amina.Get("/kalender?visa=manad&fran=2026-12-31"); !a.Has("December 2026", "fran=2026-11-01", "fran=2027-01-01") {
		t.Error(a.Body)
	}
}

func TestANewTimeAStopAndOut(t *testing.T) {
	o := open(t)
	d := timed(t, o)
	amina, path := o.As(drafttest.Amina), "/kalender/"+d.ID
	if a := amina.Get(path); !a.Has("Går ut på torsdag kl. 08:00.", `value="2026-11-26"`, `value="08:00"`, "Stoppa") {
		t.Fatal(a.Body)
	}
	a := amina.Post(path, url.Values{"beslut": {"tid"}, "date": {"2026-11-20"}, "time": {"09:00"}})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("har redan varit", `value="2026-11-20"`) {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	odd := url.Values{"beslut": {"tid"}, "date": {"2027-10-31"}, "time": {"02:30"}}
	if a = amina.Post(path, odd); a.Status != http.StatusUnprocessableEntity || !a.Has("kommer två gånger", "Tryck en gång till") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	if a := amina.Follow(path, url.Values{"beslut": {"tid"}, "date": {"2026-11-27"}, "time": {"09:00"}}); !a.Has("Går ut på fredag kl. 09:00.") {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Carin).Follow(path, url.Values{"beslut": {"stoppa"}, "words": {"Vi vet inte än."}}); !a.Has("Stoppad. Texten går inte ut.", "Carin stoppade texten", "Vi vet inte än.") || o.Get(d.ID).State != draft.Held {
		t.Error(a.Body)
	}
	if a := amina.Post(path, url.Values{"beslut": {"nu"}}); a.Status != http.StatusForbidden {
		t.Errorf("who was stopped lifted the stop herself: %d", a.Status)
	}
	if a := o.As(drafttest.Carin).Post(path, url.Values{"beslut": {"nu"}}); a.Location != "/inlagg/"+o.Get(d.ID).PublishedAs || o.Get(d.ID).State != draft.Published {
		t.Errorf("%d %s", a.Status, a.Location)
	}
	if a := amina.Get(path); a.Location != "/inlagg/"+o.Get(d.ID).PublishedAs {
		t.Errorf("led to %q", a.Location)
	}
}

func TestWhatWaitsHasNoButtons(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Det är troligen över.")
	o.HandIn(drafttest.Amina, d, draft.Handing{When: drafttest.Wall(t, "2026-11-26", "08:00")})
	if a := o.As(drafttest.Bengt).Get("/kalender/" + d.ID); !a.Has("Väntar på en kollega", "/granska/"+d.ID) || a.Has("Spara tiden") || a.Has(`value="stoppa"`) {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Bengt).Get("/kalender"); !a.Has("troligen", "Väntar på läsning") {
		t.Error("what waits is not in the calendar")
	}
	if a := o.As(drafttest.Farid).Post("/kalender/"+d.ID, url.Values{"beslut": {"nu"}}); a.Status != http.StatusForbidden {
		t.Errorf("%d", a.Status)
	}
}
