package today_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/interval"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/record"
	"tilltal/measure"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/today"
	"tilltal/web/visit"
)

// figures is what has been counted.
type figures struct{ in record.Insight }

func (f *figures) Insight(context.Context) (record.Insight, error) { return f.in, nil }

type noSquare struct{}

func (noSquare) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }

type office struct {
	*papertest.Office
	talk    *inbox.Room
	figures *figures
}

func open(t *testing.T) *office {
	t.Helper()
	o := &office{figures: &figures{}}
	o.Office = papertest.Open(t, func(p *papertest.Office) []visit.Route {
		a := p.Accounts[drafttest.Account]
		a.Promise, a.Hours = svenska.WithinDays(1), svenska.Office()
		p.Accounts[drafttest.Account] = a
		o.talk = inbox.New(p, inbox.Options{Clock: p.Clock, Square: noSquare{}, People: p, Writer: p.Drafts, Publisher: p.Posts})
		return today.Routes(today.Deps{Hall: p.Hall, Talk: o.talk, Drafts: p.Drafts, Review: p.Reviews, Figures: o.figures, People: p})
	})
	return o
}

// ask lets somebody ask through the form, and returns the conversation.
func (o *office) ask(t *testing.T, text string) inbox.Conversation {
	t.Helper()
	_, err := o.talk.Ask(t.Context(), inbox.Question{Account: drafttest.Account, Kind: inbox.KindQuestion, Text: text})
	if err == nil {
		err = o.talk.Sort(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	page, err := o.talk.List(t.Context(), o.People[drafttest.David], inbox.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range page.Items {
		if c.First == text {
			return c
		}
	}
	t.Fatal("the question is not in the inbox")
	return inbox.Conversation{}
}

func TestNothingWaits(t *testing.T) {
	o := open(t)
	for who, greeting := range map[string]string{drafttest.Amina: "Hej, Amina", drafttest.Gunnar: "Hej, gunnar", drafttest.Farid: "Hej, Farid"} {
		a := o.As(who).Get("/idag")
		if a.Status != http.StatusOK || !a.Has("Inget väntar. Bra jobbat.", greeting, "Inget samtal väntar just nu.") {
			t.Errorf("%s: %d\n%s", who, a.Status, a.Body)
		}
	}
	if a := o.As(drafttest.Farid).Get("/idag"); a.Has("Skriv nytt") || a.Has("fått svar") {
		t.Error("who does not write is asked to")
	}
}

func TestWhatWaitsAndWhatRunsOut(t *testing.T) {
	o := open(t)
	mine := o.ask(t, "När öppnar parken?")
	if err := o.talk.Take(t.Context(), o.People[drafttest.Amina], mine.ID, 0); err != nil {
		t.Fatal(err)
	}
	o.ask(t, "Får man bada?")
	amina := o.As(drafttest.Amina)
	a := amina.Get("/idag")
	if !a.Has("Du har ett öppet samtal. Ett samtal är ledigt.", "När öppnar parken?", "Visa det lediga samtalet", "0 av 2", "Skriv nytt", `data-live="idag"`) || a.Has("Får man bada?") {
		t.Error(a.Body)
	}
	o.Clock.Move(23 * time.Hour)
	if a := amina.Get("/idag"); !a.Has("Rinner snart ut", "Får man bada?", "svara inom 60 min") {
		t.Error(a.Body)
	}
	o.Clock.Move(2 * time.Hour)
	amina.Language = lingo.EN
	if a := amina.Get("/idag"); !a.Has("You have one open conversation. One conversation is free. 2 are late.", "Runs out soon", "1 h late") {
		t.Error(a.Body)
	}
}

func TestTextsThatWait(t *testing.T) {
	o := open(t)
	d := o.Write(drafttest.Amina, "Det är troligen över.")
	o.HandIn(drafttest.Amina, d, draft.Handing{})
	if a := o.As(drafttest.Bengt).Get("/idag"); !a.Has("Det är troligen över.", "Amina Larsson", `href="/granska/`+d.ID+`"`) {
		t.Error(a.Body)
	}
	if _, err := o.Reviews.Return(t.Context(), o.People[drafttest.Bengt], d.ID, o.Get(d.ID).Submission.Hash, "Skriv när."); err != nil {
		t.Fatal(err)
	}
	if a := o.As(drafttest.Amina).Get("/idag"); !a.Has("Det är troligen över.", "Skriv när.", "Tillbaka till dig", `href="/skriv/`+d.ID+`"`) {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Bengt).Get("/idag"); a.Has("troligen") {
		t.Error("it still waits for who has read it")
	}
}

func TestHowWeAreDoing(t *testing.T) {
	o := open(t)
	day := func(d, k, n int) record.Day {
		return record.Day{Date: clock.Date{Year: 2026, Month: time.November, Day: d}, Figure: measure.Figure{Share: interval.Of(k, n)}}
	}
	o.figures.in = record.Insight{Readings: []record.Reading{{Sheet: measure.Sheet{Title: lingo.T("Besvarade i tid", "Answered in time")}, Figure: measure.Figure{Share: interval.Of(94, 100)}}},
		Days: []record.Day{day(12, 4, 5), day(13, 5, 5)}}
	a := o.As(drafttest.Amina).Get("/idag")
	if !a.Has("94 %", "Besvarade i tid", "94 av 100 de senaste 90 dagarna. Mellan 88 och 97 %, med 95 procents säkerhet.", "Besvarade i tid, dag för dag", "Från 80 procent den 12/11 till 100 procent den 13/11.", "Inga än") {
		t.Error(a.Body)
	}
	if strings.Count(a.Body, `class="figure`) != 2 || strings.Count(a.Body, `class="curve"`) != 1 {
		t.Error("two figures and a curve were promised")
	}
	o.figures.in.Readings[0].Figure, o.figures.in.Days = measure.Figure{}, o.figures.in.Days[:1]
	if a := o.As(drafttest.Amina).Get("/idag"); !a.Has("För få meddelanden än") || a.Has(`class="curve"`) {
		t.Error(a.Body)
	}
}

func TestTheGreetingFollowsTheClock(t *testing.T) {
	o := open(t)
	for hour, want := range map[int]string{4: "God morgon, Amina", 6: "God morgon, Amina", 9: "Hej, Amina", 16: "Hej, Amina", 17: "God kväll, Amina", 23: "Hej, Amina"} {
		o.Clock.Move(time.Date(2026, 11, 24, hour, 0, 0, 0, time.UTC).Sub(o.Clock.Now())) // an hour later in Sweden
		if a := o.As(drafttest.Amina).Get("/idag"); !a.Has(want) {
			t.Errorf("at %d UTC: not %q", hour, want)
		}
	}
}
