package write_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/draft"
	"tilltal/desk/frame"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/stafftest"
	"tilltal/web/staff/write"
	"tilltal/web/visit"
)

// gated is an office where nobody hands in a text who has not read the frames.
func gated(t *testing.T) (*papertest.Office, *frame.Room) {
	var frames *frame.Room
	o := papertest.Open(t, func(o *papertest.Office) []visit.Route {
		frames = frame.New(o.Desk, o.Desk, o.Clock, nil)
		drafts := draft.New(o.Desk, o.Clock, drafttest.Checks(), frames)
		posts := publish.New(o.Desk, o.Clock, o.Desk, drafts, o.Real)
		return write.Routes(write.Deps{Hall: o.Hall, Drafts: drafts, Publish: posts, Accounts: o, Routines: o, Frames: frames, People: o})
	})
	park := o.Accounts[drafttest.Account]
	park.Number, park.Talk, park.Avoid = 1, []string{"Träden i parken"}, []string{"Grannar och gäster"}
	o.Accounts[drafttest.Account] = park
	return o, frames
}

// sends presses the last button for a text.
func sends(o *papertest.Office, who string, d draft.Draft) stafftest.Answer {
	return o.As(who).Post("/skriv/"+d.ID, o.Form(d, "skicka"))
}

func TestNobodySendsBeforeSheHasReadTheFrames(t *testing.T) {
	o, frames := gated(t)
	d := o.Write(drafttest.Amina, "Lindarna blommar.")
	if a := o.As(drafttest.Amina).Get("/skriv/" + d.ID); !a.Has("Läs ramarna innan du skickar", "Träden i parken", "Grannar och gäster", `name="las-ramarna"`) {
		t.Errorf("%s", a.Body)
	}
	a := sends(o, drafttest.Amina, d)
	if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, "/ramar/parken?till=") || state(t, o, d.ID) != draft.Writing {
		t.Fatalf("%d %s, %v", a.Status, a.Location, state(t, o, d.ID))
	}
	if err := frames.Acknowledge(t.Context(), o.People[drafttest.Amina], drafttest.Account, frame.Versions{Charter: 1}); err != nil {
		t.Fatal(err)
	}
	if a := o.As(drafttest.Amina).Get("/skriv/" + d.ID); a.Has("Läs ramarna innan du skickar") {
		t.Error("she is asked again")
	}
	if a := sends(o, drafttest.Amina, d); !strings.HasPrefix(a.Location, "/inlagg/") {
		t.Errorf("%d %s", a.Status, a.Location)
	}
	mine := o.Write(drafttest.Carin, "Den kontoansvariga skriver.")
	if a := sends(o, drafttest.Carin, mine); !strings.HasPrefix(a.Location, "/inlagg/") {
		t.Errorf("who answers for the account: %d %s", a.Status, a.Location)
	}
}

// TestTheDetourKeepsWhatSheSaid: the time and the reason are there when she comes back from the frames, without a script, and the
// post is promised for that time.
func TestTheDetourKeepsWhatSheSaid(t *testing.T) {
	o, frames := gated(t)
	amina := o.As(drafttest.Amina)
	d := o.Write(drafttest.Amina, "Vi öppnar kanske på tisdag.")
	path := "/skriv/" + d.ID
	a := amina.Post(path, o.Form(d, "skicka", "when", "timed", "date", "2026-12-01", "time", "08:30", "reason", "Vi har lovat det."))
	if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, "/ramar/parken?till=") || strings.Contains(a.Location, "lovat") {
		t.Fatalf("%d %s", a.Status, a.Location)
	}
	back := amina.Get(path)
	if !back.Has(`value="2026-12-01"`, `value="08:30"`, "Vi har lovat det.") {
		t.Errorf("what she said is gone:\n%s", back.Body)
	}
	if o.As(drafttest.Carin).Get(path).Has("Vi har lovat det.") {
		t.Error("a colleague reads what she has not handed in")
	}
	amina.Post(path, o.Form(d, "skicka", "when", "timed", "date", "2026-12-02", "time", "09:30", "reason", "Det är lovat."))
	if again := amina.Get(path); !again.Has(`value="2026-12-02"`, `value="09:30"`, "Det är lovat.") || again.Has("Vi har lovat det.") {
		t.Errorf("the newest does not count:\n%s", again.Body)
	}
	if err := frames.Acknowledge(t.Context(), o.People[drafttest.Amina], drafttest.Account, frame.Versions{Charter: 1}); err != nil {
		t.Fatal(err)
	}
	if a := amina.Follow(path, o.Form(d, "skicka", "when", "timed", "date", "2026-12-02", "time", "09:30", "reason", "Det är lovat.")); !a.Has("2 december", "09:30") || state(t, o, d.ID) != draft.Scheduled {
		t.Errorf("%s %s", state(t, o, d.ID), a.Body)
	}
}

// TestReadingTheFramesLosesNothing: the button that leads there saves the text, and keeps the time and the reason.
func TestReadingTheFramesLosesNothing(t *testing.T) {
	o, _ := gated(t)
	amina := o.As(drafttest.Amina)
	d := o.Write(drafttest.Amina, "Vi öppnar.")
	path := "/skriv/" + d.ID
	a := amina.Post(path, o.Form(d, "las-ramarna", "text", "Vi öppnar kanske på tisdag.", "when", "timed", "date", "2026-12-01", "time", "08:30", "reason", "Vi har lovat det."))
	if a.Status != http.StatusSeeOther || a.Location != "/ramar/parken?till=%2Fskriv%2F"+d.ID || state(t, o, d.ID) != draft.Writing {
		t.Fatalf("%d %s", a.Status, a.Location)
	}
	if back := amina.Get(path); !back.Has("Vi öppnar kanske på tisdag.", `value="2026-12-01"`, `value="08:30"`, "Vi har lovat det.") {
		t.Errorf("something is gone:\n%s", back.Body)
	}
	d, _ = o.Drafts.Get(t.Context(), o.People[drafttest.Amina], d.ID)
	if a := amina.Post(path, o.Form(d, "las-ramarna", "when", "timed", "date", "2026-13-01", "time", "08:30")); a.Status != http.StatusUnprocessableEntity || !a.Has("2026-13-01") {
		t.Errorf("a time that is none: %d\n%s", a.Status, a.Body)
	}
}

func TestWhoStandsBehindHer(t *testing.T) {
	o, frames := gated(t)
	d := o.Write(drafttest.Carin, "Hej.")
	if a := o.As(drafttest.Carin).Get("/skriv/" + d.ID); a.Has("Ledningen står bakom dig") {
		t.Error("nobody has signed")
	}
	day := clock.DateOf(o.Clock.Now(), clock.Stockholm())
	if _, err := frames.Back(context.Background(), o.People[drafttest.Eva], frame.Backing{Words: "Ni får tala.", Name: "Eva", Title: "chef", Signed: day, Review: day.Add(9)}); err != nil {
		t.Fatal(err)
	}
	if a := o.As(drafttest.Carin).Get("/skriv/" + d.ID); !a.Has("Ledningen står bakom dig", "Ni får tala.", "Eva, chef") {
		t.Errorf("%s", a.Body)
	}
}

// TestThePartThatMattersComesFirst: what a finding is about stands first, and follows while she types.
func TestThePartThatMattersComesFirst(t *testing.T) {
	o, _ := gated(t)
	d := o.Write(drafttest.Carin, "Hej.")
	calm := o.As(drafttest.Carin).Get("/skriv/" + d.ID).Body
	if i, j := strings.Index(calm, "Det här pratar vi om"), strings.Index(calm, "Innan det går ut"); i < 0 || j < i || strings.Contains(calm, "gäller anmärkningen") {
		t.Errorf("without findings: %d, %d", i, j)
	}
	a := o.As(drafttest.Carin).Post("/skriv/"+d.ID+"/omdome", o.Form(d, "", "text", "Det är troligen så."))
	if i, j := strings.Index(a.Body, "Innan det går ut"), strings.Index(a.Body, "Det här pratar vi om"); i < 0 || j < i || !a.Has("data-frames", "gäller anmärkningen") {
		t.Errorf("with one: %d, %d\n%s", i, j, a.Body)
	}
}
