package lesson_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	checks "tilltal/check/all"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

// shelf is the desk of the tests with its real register of people.
type shelf struct{ *drafttest.Desk }

func (s shelf) People(ctx context.Context, leavers bool) ([]people.Person, error) {
	return s.Store.People(ctx, leavers)
}

func note(happened, next string) lesson.Note {
	return lesson.Note{Account: drafttest.Account, Sort: "fact", Way: lesson.WayCorrected, Happened: happened, Next: next}
}

func fields(err error) (out []string) {
	var list fault.List
	if errors.As(err, &list) {
		for _, f := range list {
			out = append(out, f.Field)
		}
	}
	return out
}

func TestALessonNamesNobody(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		ctx, r := t.Context(), lesson.New(shelf{d}, d.Clock, checks.All())
		hired := people.New(d.Store, people.Options{Clock: d.Clock})
		if _, err := hired.Hire(ctx, people.Console(d.Clock.Now()), people.Newcomer{Name: "Lars Åkesson", GivenName: "Lars", Email: "lars@umea.se"}); err != nil {
			t.Fatal(err)
		}
		for _, tc := range []struct {
			name   string
			n      lesson.Note
			fields []string
		}{
			{"a colleague's full name", note("Lars Åkesson skrev fel tid.", "Vi ringer först."), []string{"happened"}},
			{"a genitive", note("Tiden var fel.", "Vi läser Lars text två gånger."), []string{"next"}},
			{"an identity number", note("Vi skrev ut 811228-9874.", "Vi läser om."), []string{"happened"}},
			{"nothing said", note(" ", ""), []string{"happened", "next"}},
			{"no sort", lesson.Note{Account: drafttest.Account, Way: "shrugged", Happened: "Fel.", Next: "Rätt."}, []string{"sort", "way"}},
		} {
			if _, err := r.Write(ctx, d.People[drafttest.Amina], tc.n); !slices.Equal(fields(err), tc.fields) {
				t.Errorf("%s: %v", tc.name, err)
			}
		}
		n, err := r.Write(ctx, d.People[drafttest.Amina], note("Tiden var ur ett gammalt schema. Larsson-gatan var det inte.", "Vi ringer först."))
		if err != nil {
			t.Fatal(err)
		}
		entries, err := d.EntriesOf(ctx, n.ID)
		if err != nil || len(entries) != 1 || entries[0].Who != (desk.Who{Kind: desk.WhoPerson}) {
			t.Errorf("the record says %+v, %v", entries, err)
		}
		if _, err := r.Write(ctx, d.People[drafttest.Farid], note("Fel.", "Rätt.")); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the auditor wrote: %v", err)
		}
		page, err := r.Notes(ctx, d.People[drafttest.Bengt], "", "")
		if err != nil || len(page.Items) != 1 || page.Items[0].Next != "Vi ringer först." {
			t.Errorf("%+v, %v", page, err)
		}
		if _, err := r.Notes(ctx, d.People[drafttest.Gunnar], "", ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody without a role read: %v", err)
		}
	})
}

func TestNotesComeInPages(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := lesson.New(shelf{d}, d.Clock, nil)
		for i := range 23 {
			d.Clock.Move(time.Minute)
			if _, err := r.Write(t.Context(), d.People[drafttest.Carin], note(fmt.Sprint("Fel ", i), "Rätt.")); err != nil {
				t.Fatal(err)
			}
		}
		first, err1 := r.Notes(t.Context(), d.People[drafttest.Amina], drafttest.Account, "")
		rest, err2 := r.Notes(t.Context(), d.People[drafttest.Amina], drafttest.Account, first.Next)
		if err1 != nil || err2 != nil || len(first.Items) != 20 || len(rest.Items) != 3 || rest.Next != "" || first.Items[0].Happened != "Fel 22" || rest.Items[2].Happened != "Fel 0" {
			t.Errorf("%d and %d, %v, %v", len(first.Items), len(rest.Items), err1, err2)
		}
		tally, err := r.Tally(t.Context(), d.People[drafttest.Farid])
		if err != nil || tally.Total != 23 || tally.Counts[0].N != 23 {
			t.Errorf("%+v, %v", tally, err)
		}
		d.Clock.Move(366 * 24 * time.Hour)
		if tally, _ = r.Tally(t.Context(), d.People[drafttest.Farid]); tally.Total != 0 {
			t.Errorf("a year later: %+v", tally)
		}
	})
}

func TestLeavingAPostAsItIs(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		ctx, amina := t.Context(), d.People[drafttest.Amina]
		drafts := draft.New(d, d.Clock, nil)
		posts := publish.New(d, d.Clock, d, drafts, d.Real)
		begun, err := drafts.Begin(ctx, amina, drafttest.Saying("Snön är vit."))
		if err == nil {
			_, err = drafts.Submit(ctx, amina, begun.ID, draft.Handing{Version: 1})
		}
		var out publish.Outcome
		if err == nil {
			out, err = posts.PublishOwn(ctx, amina, begun.ID)
		}
		if err != nil {
			t.Fatal(err)
		}
		r := lesson.New(shelf{d}, d.Clock, nil)
		if _, err := r.LeftAs(ctx, amina, out.Post); !fault.Is(err, fault.NotFound) {
			t.Errorf("before: %v", err)
		}
		if _, err := r.Leave(ctx, amina, out.Post, "  "); fault.Of(err).Field != "why" {
			t.Errorf("without a reason: %v", err)
		}
		if _, err := r.Leave(ctx, d.People[drafttest.Farid], out.Post, "Jag tycker det."); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the auditor: %v", err)
		}
		if _, err := r.Leave(ctx, amina, out.Post, "Snön är vit."); err != nil {
			t.Fatal(err)
		}
		if left, err := r.LeftAs(ctx, d.People[drafttest.Bengt], out.Post); err != nil || left.Why != "Snön är vit." || left.By != drafttest.Amina {
			t.Errorf("%+v, %v", left, err)
		}
		if _, err := posts.Withdraw(ctx, amina, out.Post, publish.Taking{Ground: publish.GroundPersonalData, Reason: "Den var gul.", Public: "Fel färg."}); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Leave(ctx, amina, out.Post, "Den är kvar."); !fault.Is(err, fault.Gone) {
			t.Errorf("one that is gone: %v", err)
		}
	})
}
