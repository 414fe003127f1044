package public_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/public"
)

// onShift says that Amina and her presentation are there, unless the account keeps it to itself: as desk/shift does.
type onShift struct{ w *town }

func (o onShift) Speaking(ctx context.Context, id string, at time.Time) ([]shift.Speaker, error) {
	return shift.New(o.w.store, shift.Options{Clock: o.w.clock, People: o.w.people, Assign: inbox.HandedOn}).Speaking(ctx, id, at)
}

func (o onShift) Portrait(context.Context, string) (shift.Portrait, []byte, error) {
	return shift.Portrait{}, nil, noOne
}

// signs lets the park decide how it signs from now on.
func (w *town) signs(form account.Signing) {
	w.t.Helper()
	a, err := w.account.Account(context.Background(), w.park.ID)
	w.must(err)
	next := a.Charter
	next.Signature, next.Audience = form, "Alla i "+a.Place+", "+string(form)
	w.clock.Move(time.Minute)
	w.park, err = w.account.Recharter(context.Background(), w.amina, a.ID, next)
	w.must(err)
}

// everywhere is each page and feed on which somebody's name might stand.
func (w *town) everywhere(ids ...string) []string {
	out := []string{"/", "/torget/parken", "/torget/parken/om", "/torget/parken/flode.atom", "/torget/parken/flode.json", "/flode.atom", "/torget/amne/park",
		"/insyn", "/insyn/konton", "/insyn/konton.json", "/insyn/rattelser", "/sok?q=gr%C3%A4set", "/sitemap.xml"}
	for _, id := range ids {
		out = append(out, "/torget/parken/"+id)
	}
	return out
}

// answering are the pages that tell which units answer for an account, whoever writes there: Amina's is one of them.
var answering = []string{"/torget/parken/om", "/insyn", "/insyn/konton", "/insyn/konton.json"}

// noOne is somebody who is not shown.
var noOne = fault.New(fault.NotFound, lingo.T("Ingen sådan.", "No such one."))

func TestEverySurfaceIsSignedAsTheAccountDecides(t *testing.T) {
	for _, c := range []struct {
		form  account.Signing
		shows map[string][]string // a path, with %s for the post, and what stands there
		hides []string            // what stands nowhere
	}{
		{account.SignAccount, map[string][]string{
			"/torget/parken/%s":         {"<title>Parken i Umeå: Gräset", `content="Parken i Umeå: Gräset`, "Parken i Umeå publicerade texten", "<bdi>Parken i Umeå</bdi>"},
			"/torget/parken/flode.atom": {"<name>Parken i Umeå</name>"},
			"/insyn/rattelser":          {"Parken i Umeå · "},
			"/torget/parken/flode.json": {`{"name":"Parken i Umeå"}`},
		}, []string{"Amina", "Parkenheten", "Jag sköter rabatterna"}},
		{account.SignName, map[string][]string{
			"/torget/parken/%s":         {"<title>Amina: Gräset", "Amina publicerade texten", "för Parken i Umeå"},
			"/torget/parken":            {"Jag sköter rabatterna"},
			"/torget/parken/flode.json": {`{"name":"Amina"}`},
			"/insyn/rattelser":          {"Amina, för Parken i Umeå · "},
			"/insyn/konton.json":        {`"speaking":{"name":"Amina"}`},
		}, []string{"Amina, Parkenheten", "<bdi>Parkenheten</bdi>", `"unit":"Parkenheten"`}},
		{account.SignUnit, map[string][]string{
			"/torget/parken/%s":         {"<title>Amina: Gräset", "Amina, Parkenheten, publicerade texten", "<bdi>Parkenheten</bdi>"},
			"/torget/parken/flode.atom": {"<name>Amina, Parkenheten</name>"},
			"/insyn/rattelser":          {"Amina, Parkenheten, för Parken i Umeå · "},
			"/insyn/konton.json":        {`"speaking":{"name":"Amina","unit":"Parkenheten"}`},
		}, nil},
	} {
		t.Run(string(c.form), func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store, k *clock.Fixed) {
				w := townOn(t, s, k)
				w.deps.Voices, w.deps.Curators = onShift{w}, public.Curating(onShift{w}, k)
				w.open()
				w.shifted()
				w.signs(c.form)
				p := w.talked()
				for path, words := range c.shows {
					shows(t, w.get(strings.Replace(path, "%s", p.ID, 1)), http.StatusOK, words...)
				}
				for _, path := range w.everywhere(p.ID) {
					rec := w.get(path)
					body := rec.Body.String()
					if slices.Contains(answering, path) {
						body = strings.Replace(body, "Parkenheten", "", 1)
					}
					hides(t, body, c.hides...)
					if rec.Code != http.StatusOK {
						t.Errorf("%s answers %d", path, rec.Code)
					}
				}
			})
		})
	}
}

// talked is a post that has been corrected, asked about and answered under.
func (w *town) talked() publish.Post {
	w.t.Helper()
	p := w.post("Gräset är klippt. #park", "park")
	w.correct(p, draft.Corrected{Wrong: "klippt", Right: "slaget", Why: "Vi skrev fel.", Now: "Kom och se."}, "")
	w.reply(p, "Anna", "När klipper ni igen?")
	w.answer("På fredag.")
	return p
}

// shifted gives Amina a shift that lasts, and a presentation that she has agreed to.
func (w *town) shifted() {
	w.t.Helper()
	r := shift.New(w.store, shift.Options{Clock: w.clock, People: w.people, Assign: inbox.HandedOn})
	ctx := context.Background()
	zone := clock.Stockholm()
	w.must(r.Present(ctx, w.amina, shift.Presentation{Words: "Jag sköter rabatterna.", Consent: true}))
	_, err := r.Plan(ctx, w.amina, shift.Plan{Account: w.park.ID, Person: w.amina.Person.ID,
		From: clock.WallOf(w.clock.Now().Add(time.Minute), zone), Until: clock.WallOf(w.clock.Now().Add(48*time.Hour), zone)})
	w.must(err)
	w.clock.Move(2 * time.Minute)
}

// TestAPrivateAnswerIsSignedAsTheAccountDecides reads the answer with the receipt.
func TestAPrivateAnswerIsSignedAsTheAccountDecides(t *testing.T) {
	for form, name := range map[account.Signing]string{account.SignAccount: "Parken i Umeå", account.SignName: "Amina", account.SignUnit: "Parkenheten"} {
		w := newTown(t)
		w.signs(form)
		secret, err := w.inbox.Ask(t.Context(), inbox.Question{Account: w.park.ID, Kind: inbox.KindQuestion, Text: "Får man ha picknick?", Language: "sv"})
		w.must(err)
		w.must(w.inbox.Sort(t.Context()))
		w.answer("Ja, det får man.")
		body := shows(t, w.get("/fraga/"+secret), http.StatusOK, "Ja, det får man.", name)
		if form == account.SignAccount {
			hides(t, body, "Amina", "Parkenheten")
		}
		if form == account.SignName {
			hides(t, body, "Parkenheten")
		}
	}
}
