package search_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/search"
	"tilltal/web/visit"
)

type noSquare struct{}

func (noSquare) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }

// open opens a desk where somebody has asked and something is published.
func open(t *testing.T) *papertest.Office {
	t.Helper()
	var talk *inbox.Room
	o := papertest.Open(t, func(p *papertest.Office) []visit.Route {
		talk = inbox.New(p, inbox.Options{Clock: p.Clock, Square: noSquare{}, People: p, Writer: p.Drafts, Publisher: p.Posts})
		do := search.Desk(search.Deps{Hall: p.Hall, Talk: talk})
		return []visit.Route{{Method: http.MethodGet, Path: "/sok", Audience: visit.Staff, Right: people.SessionOwn, Do: do}}
	})
	o.Publish(drafttest.Amina, "Snöröjningen börjar i natt.")
	_, err := talk.Ask(t.Context(), inbox.Question{Account: drafttest.Account, Kind: inbox.KindQuestion, Text: "När blir det snöröjning på <b>Näset</b>?"})
	if err == nil {
		err = talk.Sort(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestSearch(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	if a := amina.Get("/sok"); a.Status != http.StatusOK || !a.Has("Vad letar du efter?") {
		t.Errorf("%d", a.Status)
	}
	a := amina.Get("/sok?q=sn%C3%B6r%C3%B6jning")
	if !a.Has("Snöröjningen börjar i natt.", "&lt;b&gt;Näset", "inlägg", "samtal", `href="/inkorg/`, `href="/inlagg/`, "Parken") {
		t.Error(a.Body)
	}
	if strings.Index(a.Body, "Näset") > strings.Index(a.Body, "börjar i natt") {
		t.Error("the newest does not come first")
	}
	if a := o.As(drafttest.Gunnar).Get("/sok?q=sn%C3%B6r%C3%B6jning"); !a.Has("Snöröjningen börjar i natt.") || a.Has("Näset") {
		t.Error("who may not read the inbox found what was said in it, or found nothing")
	}
}

func TestNothingIsFound(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	if a := amina.Get("/sok?q=sn%C3%B6r%C3%B6jx"); !a.Has("Vi hittade inget om ”snöröjx”.", "Menade du något som börjar på ”snöröj”?", `href="/sok?q=sn%C3%B6r%C3%B6j"`) {
		t.Error(a.Body)
	}
	if a := amina.Get("/sok?q=xyzzy+plugh"); !a.Has("Vi hittade inget om ”xyzzy plugh”.", "Prova ett kortare ord.") {
		t.Error(a.Body)
	}
	if a := amina.Get("/sok?q=%22%3Cscript%3E%E2%80%AEx"); !a.Has("&lt;script&gt;", "U+202E") || a.Has("<script>x") {
		t.Error(a.Body)
	}
	if a := amina.Get("/sok?q=%2A%22"); a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv ett ord att söka efter.") {
		t.Errorf("%d", a.Status)
	}
	if a := amina.Get("/sok?q=a&efter=skrap"); a.Status != http.StatusUnprocessableEntity {
		t.Errorf("%d", a.Status)
	}
}
