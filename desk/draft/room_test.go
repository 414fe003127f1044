package draft_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/store/drafttest"
)

var ctx = context.Background()

func room(d *drafttest.Desk) *draft.Room { return draft.New(d, d.Clock, drafttest.Checks()) }

func begin(t *testing.T, r *draft.Room, d *drafttest.Desk, who, text string) draft.Draft {
	t.Helper()
	w, err := r.Begin(ctx, d.People[who], drafttest.Saying(text))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestADraftIsKeptAsItWasWritten(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		amina := d.People[drafttest.Amina]
		p, err := r.AddPicture(ctx, amina, drafttest.Account, draft.Image{Type: "image/png", Width: 3, Height: 2, Data: []byte("png"), Name: "bänk.png"})
		if err != nil {
			t.Fatal(err)
		}
		if again, err := r.AddPicture(ctx, amina, drafttest.Account, draft.Image{Type: "image/png", Width: 3, Height: 2, Data: []byte("png"), Name: "bänk.png"}); err != nil || again != p {
			t.Errorf("the same picture again: %+v, %v", again, err)
		}
		p.Alt = "En bänk i solen."
		start := draft.Start{Account: drafttest.Account, Kind: draft.KindAnswer, Conversation: "samtal", InReplyTo: "https://a.example/1",
			Direct: "https://a.example/u", Content: draft.Content{Text: "Hej\r\n🏳️‍🌈 <b>", Summary: "Obs", Topics: []string{"#Park"}, Purpose: "Varna",
				Pictures: []draft.Picture{{Hash: p.Hash, Alt: p.Alt, Name: p.Name, Width: 9999}}}}
		made, err := r.Begin(ctx, amina, start)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Get(ctx, amina, made.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !got.Latest.Content.Same(made.Latest.Content) || got.Latest.Hash != got.Latest.Content.Digest() || got.Latest.Content.Text != "Hej\n🏳️‍🌈 <b>" {
			t.Errorf("kept %+v", got.Latest)
		}
		if got.Latest.Content.Pictures[0] != p || got.Latest.Content.Language != "sv" {
			t.Errorf("kept %+v, want the picture as it is: %+v", got.Latest.Content, p)
		}
		if got.Beginning != made.Beginning || got.State != draft.Writing || got.Seen != made.Seen || !slices.Equal(got.Writers, made.Writers) {
			t.Errorf("kept %+v, want %+v", got, made)
		}
		if _, data, err := r.PictureData(ctx, amina, made.ID, p.Hash); err != nil || !bytes.Equal(data, []byte("png")) {
			t.Errorf("the picture: %q, %v", data, err)
		}
		if _, _, err := r.PictureData(ctx, amina, made.ID, "other"); !fault.Is(err, fault.NotFound) {
			t.Errorf("another picture: %v", err)
		}
	})
}

func TestNothingTypedIsLost(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		w := begin(t, r, d, drafttest.Amina, "Noll")
		var wait sync.WaitGroup
		errs := make([]error, 12)
		for i := range errs {
			wait.Go(func() {
				_, errs[i] = r.Save(ctx, d.People[drafttest.Amina], w.ID, 1, draft.Content{Text: fmt.Sprintf("Text %d", i)})
			})
		}
		wait.Wait()
		if err := errors.Join(errs...); err != nil && !fault.Is(err, fault.Conflict) {
			t.Fatal(err)
		}
		versions, err := r.Versions(ctx, d.People[drafttest.Amina], w.ID)
		if err != nil {
			t.Fatal(err)
		}
		kept, straight := 0, 0
		for _, v := range versions {
			whole, err := r.Version(ctx, d.People[drafttest.Amina], w.ID, v.Number)
			if err != nil || whole.Content.Digest() != v.Hash {
				t.Errorf("version %d: %v", v.Number, err)
			}
			if kept++; !v.Aside {
				straight++
			}
		}
		saved := 1
		for _, err := range errs {
			if err == nil {
				saved++
			}
		}
		if kept != saved || straight != 2 {
			t.Errorf("%d versions kept of %d saved, %d of them not aside", kept, saved, straight)
		}
		got, _ := r.Get(ctx, d.People[drafttest.Amina], w.ID)
		if got.Last != kept || got.Latest.Aside || got.Latest.Base != 1 {
			t.Errorf("the newest is %+v of %d", got.Latest, got.Last)
		}
	})
}

func TestAVersionAsideIsToldOf(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		w := begin(t, r, d, drafttest.Amina, "Bron är öppen")
		if _, err := r.Save(ctx, d.People[drafttest.Bengt], w.ID, 1, draft.Content{Text: "Bron är stängd"}); err != nil {
			t.Fatal(err)
		}
		s, err := r.Save(ctx, d.People[drafttest.Amina], w.ID, 1, draft.Content{Text: "Bron är nog öppen"})
		if err != nil || !s.Aside() || s.Latest.Content.Text != "Bron är stängd" || s.Version.Content.Text != "Bron är nog öppen" {
			t.Fatalf("saved %+v, %v", s, err)
		}
		found, err := r.Diff(ctx, d.People[drafttest.Amina], w.ID, s.Latest.Number, s.Version.Number)
		if want := []diff.Piece{{Text: "Bron är "}, {Mark: diff.Removed, Text: "stängd"}, {Mark: diff.Added, Text: "nog öppen"}}; err != nil || !slices.Equal(found, want) {
			t.Errorf("the difference: %+v, %v", found, err)
		}
		together, err := r.Save(ctx, d.People[drafttest.Amina], w.ID, s.Latest.Number, draft.Content{Text: "Bron är nog stängd"})
		if err != nil || together.Aside() || together.Version.Number != 4 {
			t.Errorf("put together: %+v, %v", together, err)
		}
		got, _ := r.Get(ctx, d.People[drafttest.Amina], w.ID)
		if !slices.Equal(got.Writers, []string{drafttest.Amina, drafttest.Bengt}) {
			t.Errorf("written by %v", got.Writers)
		}
	})
}

func TestAnEditVoidsASubmission(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		amina := d.People[drafttest.Amina]
		w := begin(t, r, d, drafttest.Amina, "Det är troligen sant.")
		if err := r.Respond(ctx, amina, w.ID, draft.Response{Rule: "test.likely", Text: "troligen", Kind: draft.Kept, Reason: "Vi vet inte."}); err != nil {
			t.Fatal(err)
		}
		found, err := r.Look(ctx, amina, w.ID)
		if err != nil || len(found) != 1 {
			t.Fatalf("found %+v, %v", found, err)
		}
		s, err := r.Submit(ctx, amina, w.ID, draft.Handing{Version: 1, When: drafttest.Wall(t, "2026-11-24", "08:00"), Heard: 5})
		if err != nil || s.Step != guideline.SecondReader || s.Routine != 3 {
			t.Fatalf("submitted %+v, %v", s, err)
		}
		got, err := r.Get(ctx, amina, w.ID)
		if err != nil || got.State != draft.Waiting || got.Submission == nil {
			t.Fatalf("got %+v, %v", got, err)
		}
		if k := got.Submission; k.ID != s.ID || k.Hash != s.Hash || k.By != s.By || k.When != s.When || k.Heard != 5 || !k.At.Equal(s.At) ||
			len(k.Findings) != 1 || k.Findings[0] != s.Findings[0] || len(k.Responses) != 1 || k.Responses[0].Reason != "Vi vet inte." {
			t.Errorf("kept %+v, want %+v", k, s)
		}
		if again, err := r.Submit(ctx, amina, w.ID, draft.Handing{Version: 1, When: s.When, Heard: 5}); err != nil || again.ID != s.ID {
			t.Errorf("a second click: %+v, %v", again, err)
		}
		if _, err := r.Save(ctx, amina, w.ID, 1, draft.Content{Text: "Det är sant."}); err != nil {
			t.Fatal(err)
		}
		if got, _ = r.Get(ctx, amina, w.ID); got.Submission != nil || got.State != draft.Writing {
			t.Errorf("after an edit: %+v", got)
		}
		if _, err := r.Submit(ctx, amina, w.ID, draft.Handing{Version: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("the old version: %v", err)
		}
	})
}

func TestADiscardedDraftIsNotTouched(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		amina := d.People[drafttest.Amina]
		w := begin(t, r, d, drafttest.Amina, "Hej")
		if err := r.Discard(ctx, amina, w.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Save(ctx, amina, w.ID, 1, draft.Content{Text: "Hej igen"}); !fault.Is(err, fault.Gone) {
			t.Errorf("saved: %v", err)
		}
		if err := r.Discard(ctx, amina, w.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("discarded: %v", err)
		}
		if got, err := r.Get(ctx, amina, w.ID); err != nil || got.State != draft.Discarded || got.DiscardedAt.IsZero() {
			t.Errorf("it stays: %+v, %v", got, err)
		}
	})
}

func TestLists(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		var ids []string
		for i := range 53 {
			d.Clock.Move(time.Duration(i%3) * time.Second) // some in the same moment
			ids = append(ids, begin(t, r, d, drafttest.Amina, fmt.Sprint(i)).ID)
		}
		begin(t, r, d, drafttest.Bengt, "Bengts")
		var got []string
		page := desk.Page[draft.Draft]{}
		for first := true; first || page.Next != ""; first = false {
			var err error
			if page, err = r.Own(ctx, d.People[drafttest.Amina], nil, page.Next); err != nil {
				t.Fatal(err)
			}
			for _, w := range page.Items {
				got = append(got, w.ID)
			}
		}
		slices.Reverse(got)
		if !slices.Equal(got, ids) {
			t.Errorf("own: %d, want %d, in order", len(got), len(ids))
		}
		if page, err := r.OfAccount(ctx, d.People[drafttest.Farid], drafttest.Account, []draft.State{draft.Waiting}, ""); err != nil || len(page.Items) != 0 {
			t.Errorf("waiting: %d, %v", len(page.Items), err)
		}
		if page, err := r.OfAccount(ctx, d.People[drafttest.Farid], drafttest.Account, draft.States(), ""); err != nil || len(page.Items) != 50 || page.Items[0].Author != drafttest.Bengt {
			t.Errorf("of the account: %d, %v", len(page.Items), err)
		}
		if page, err := r.Own(ctx, d.People[drafttest.Gunnar], nil, ""); err != nil || len(page.Items) != 0 {
			t.Errorf("of somebody without a mandate: %d, %v", len(page.Items), err)
		}
		if _, err := r.Own(ctx, d.People[drafttest.Amina], nil, "nonsense"); !fault.Is(err, fault.Invalid) {
			t.Errorf("a cursor of nonsense: %v", err)
		}
	})
}

// Each use case asks for its right.
func TestRightsAreAsked(t *testing.T) {
	d := drafttest.Small(t)
	r := room(d)
	w := begin(t, r, d, drafttest.Amina, "Hej")
	for _, who := range []string{drafttest.Farid, drafttest.Gunnar} {
		a := d.People[who]
		_, begun := r.Begin(ctx, a, drafttest.Saying("Hej"))
		_, saved := r.Save(ctx, a, w.ID, 1, draft.Content{Text: "Då"})
		_, submitted := r.Submit(ctx, a, w.ID, draft.Handing{Version: 1})
		_, added := r.AddPicture(ctx, a, drafttest.Account, draft.Image{Type: "image/png", Width: 1, Height: 1, Data: []byte("x")})
		for what, err := range map[string]error{"begin": begun, "save": saved, "submit": submitted, "picture": added,
			"discard": r.Discard(ctx, a, w.ID), "respond": r.Respond(ctx, a, w.ID, draft.Response{Rule: "a", Kind: draft.Wrong})} {
			if !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s, %s: %v", who, what, err)
			}
		}
		_, read := r.Get(ctx, a, w.ID)
		_, looked := r.Look(ctx, a, w.ID)
		_, checked := r.Check(ctx, a, drafttest.Account, draft.Content{Text: "kanske"})
		_, listed := r.OfAccount(ctx, a, drafttest.Account, nil, "")
		_, versions := r.Versions(ctx, a, w.ID)
		_, version := r.Version(ctx, a, w.ID, 1)
		_, diff := r.Diff(ctx, a, w.ID, 1, 1)
		for what, err := range map[string]error{"get": read, "look": looked, "check": checked, "list": listed, "versions": versions, "version": version, "diff": diff} {
			if fault.Is(err, fault.Forbidden) != (who == drafttest.Gunnar) {
				t.Errorf("%s, %s: %v", who, what, err)
			}
		}
	}
	if found, err := r.Check(ctx, d.People[drafttest.Amina], drafttest.Account, draft.Content{Text: "kanske"}); err != nil || len(found) != 1 {
		t.Errorf("checked while typing: %+v, %v", found, err)
	}
	if _, err := r.Check(ctx, d.People[drafttest.Amina], drafttest.Account, draft.Content{Text: string(make([]byte, draft.MaxText+1))}); !fault.Is(err, fault.TooLarge) {
		t.Errorf("a megabyte and a byte: %v", err)
	}
	if _, err := r.AddPicture(ctx, d.People[drafttest.Amina], drafttest.Account, draft.Image{Type: "text/html", Width: 1, Height: 1, Data: []byte("x")}); !fault.Is(err, fault.Invalid) {
		t.Errorf("no picture: %v", err)
	}
	if _, err := r.Begin(ctx, d.People[drafttest.Amina], draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{
		Pictures: []draft.Picture{{Hash: "00000000000000000000000000000000000000000000000000000000000000ff"}}}}); !fault.Is(err, fault.Invalid) {
		t.Errorf("a picture that is not here: %v", err)
	}
}
