package lesson_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"

	"tilltal/desk/account"
	lessons "tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/store/drafttest"
	"tilltal/web/staff/lesson"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/visit"
)

// shelf is the desk of the tests with its real register of people.
type shelf struct{ *drafttest.Desk }

func (s shelf) People(ctx context.Context, leavers bool) ([]people.Person, error) {
	return s.Store.People(ctx, leavers)
}

// register is the account register of the tests.
type register struct{ *drafttest.Desk }

func (r register) All(context.Context, bool) ([]account.Account, error) {
	return []account.Account{r.Accounts[drafttest.Account]}, nil
}

func office(t *testing.T) *papertest.Office {
	return papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return lesson.Routes(lesson.Deps{Hall: o.Hall, Lessons: lessons.New(shelf{o.Desk}, o.Clock, nil), Posts: o.Posts, Accounts: register{o.Desk}})
	})
}

func TestItWentWrong(t *testing.T) {
	o := office(t)
	post := o.Publish(drafttest.Amina, "Snön är gul.")
	at := lesson.At(post)
	b := o.As(drafttest.Amina)
	if a := b.Get(at); !a.Has("Det händer alla som vågar.", "/inlagg/"+post+"/ratta?mall=sakfel", "/inlagg/"+post+"/ta-bort?mall=for-mycket", "Låt inlägget stå", "Skriv en lärdom", "Snön är gul.") {
		t.Errorf("%s", a.Body)
	}
	if a := b.Get(at + "?mall=star-for-det"); !a.Has("Vi har läst kritiken") {
		t.Errorf("%s", a.Body)
	}
	if a := b.Post(at, url.Values{"why": {""}}); a.Status != http.StatusUnprocessableEntity || !a.Has("why-fel") {
		t.Errorf("%d", a.Status)
	}
	if a := b.Post(at, url.Values{"why": {"Den var gul."}}); a.Status != http.StatusSeeOther || a.Location != "/inlagg/"+post {
		t.Errorf("%d %s", a.Status, a.Location)
	}
	if a := b.Get(at); !a.Has("att inlägget står kvar", "Den var gul.") {
		t.Errorf("%s", a.Body)
	}
	if a := o.As(drafttest.Farid).Get(at); a.Status != http.StatusOK || a.Has("Låt inlägget stå") || a.Has("Rätta inlägget") {
		t.Errorf("the auditor: %d", a.Status)
	}
	if a := o.As(drafttest.Farid).Post(at, url.Values{"why": {"Jag tycker det."}}); a.Status != http.StatusForbidden {
		t.Errorf("the auditor: %d", a.Status)
	}
}

func TestLessonsAreWrittenAndRead(t *testing.T) {
	o := office(t)
	b := o.As(drafttest.Amina)
	if a := b.Get("/lardomar"); !a.Has("Ingen har skrivit någon lärdom än.", "Skriv en lärdom") {
		t.Errorf("%s", a.Body)
	}
	f := url.Values{"konto": {drafttest.Account}, "sort": {"fact"}, "way": {"corrected"}, "happened": {"Vi tog fel tid."}, "next": {""}}
	if a := b.Post("/lardomar/ny", f); a.Status != http.StatusUnprocessableEntity || !a.Has("next-fel", "Vi tog fel tid.") {
		t.Errorf("%d", a.Status)
	}
	f.Set("next", "Vi ringer först.")
	if a := b.Follow("/lardomar/ny", f); !a.Has("Nu kan andra läsa lärdomen.", "Något stämde inte", "Vi ringer först.", "Parken, 23 november 2026.", "färre än 5") {
		t.Errorf("%s", a.Body)
	}
	if a := o.As(drafttest.Bengt).Get("/lardomar?lang=en"); !a.Has(`lang="sv">Vi tog fel tid.`, `lang="sv">Vi ringer först.`) {
		t.Errorf("Swedish words on an English page: %s", a.Body)
	}
	if a := o.As(drafttest.Bengt).Get("/lardomar?konto=" + drafttest.Account); !a.Has("Vi ringer först.") {
		t.Errorf("%s", a.Body)
	}
	if a := o.As(drafttest.Gunnar).Get("/lardomar"); a.Status != http.StatusForbidden {
		t.Errorf("somebody without a role: %d", a.Status)
	}
	if a := o.As(drafttest.Farid).Get("/lardomar/ny"); a.Status != http.StatusForbidden {
		t.Errorf("the auditor writes: %d", a.Status)
	}
}
