package draft_test

import (
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/store/drafttest"
)

func TestAnswersAreCountedByRule(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		amina := d.People[drafttest.Amina]
		for i, kind := range []string{draft.Kept, draft.Wrong, draft.Fixed, ""} {
			w := begin(t, r, d, drafttest.Amina, "Det blir kanske regn.")
			if kind != "" {
				if err := r.Respond(ctx, amina, w.ID, draft.Response{Rule: "test.possible", Text: "kanske", Kind: kind, Reason: "Så är det."}); err != nil {
					t.Fatal(err)
				}
			}
			if i%2 == 0 || kind == "" {
				if _, err := r.Submit(ctx, amina, w.ID, draft.Handing{Version: 1, Reason: "Prognosen."}); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, who := range []string{drafttest.Amina, drafttest.David} {
			got, err := r.RuleTallies(ctx, d.People[who], "")
			want := []draft.RuleTally{{Rule: "test.possible", Shown: 4, Fixed: 1, Kept: 1, Wrong: 1}}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %+v, %v", who, got, err)
			}
		}
		if share, ok := (draft.RuleTally{Shown: 4, Wrong: 1}).Hit(); !ok || share != 0.75 {
			t.Errorf("%v", share)
		}
		if _, err := r.RuleTallies(ctx, d.People[drafttest.Gunnar], ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody without a role: %v", err)
		}
		wrong, err := r.RuleAnswers(ctx, d.People[drafttest.Carin], "test.possible", draft.Wrong)
		if err != nil || len(wrong) != 1 || wrong[0].Words != "kanske" || wrong[0].Reason != "Så är det." || wrong[0].By != drafttest.Amina {
			t.Errorf("%+v, %v", wrong, err)
		}
	})
}

func TestWordsThatComeBackAreFoundAgain(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		w := begin(t, r, d, drafttest.Amina, "Det blir kanske regn.")
		if err := r.Respond(ctx, d.People[drafttest.Amina], w.ID, draft.Response{Rule: "test.possible", Text: "kanske", Kind: draft.Fixed}); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Submit(ctx, d.People[drafttest.Amina], w.ID, draft.Handing{Version: 1}); !fault.Is(err, fault.Invalid) {
			t.Errorf("handed in without a reason: %v", err)
		}
	})
}

func TestASilentRuleSaysNothing(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		w := begin(t, r, d, drafttest.Amina, "Det blir kanske regn, säkert.")
		silence := guideline.Silence{ID: "tyst", Account: drafttest.Account, Rule: "test.certain", Reason: "Passar inte.", Until: d.Clock.Now().Add(time.Hour), By: drafttest.David, At: d.Clock.Now()}
		if _, err := d.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "rule.silenced", Subject: drafttest.Account, At: d.Clock.Now(), Facts: []any{silence}}}}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []int{1, 2} {
			found, err := r.Look(ctx, d.People[drafttest.Amina], w.ID)
			if err != nil || len(found) != want {
				t.Errorf("%d findings, want %d: %v", len(found), want, err)
			}
			d.Clock.Move(2 * time.Hour)
		}
	})
}

func TestWhatAPictureSaysIsKept(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		r := room(d)
		amina := d.People[drafttest.Amina]
		p, err := r.AddPicture(ctx, amina, drafttest.Account, draft.Image{Type: "image/png", Width: 3, Height: 2, Data: []byte("png"), Codes: []string{"a\nb", "c"}, Faces: 2})
		if err != nil || p.Codes != "a b\nc" || p.Faces != 2 {
			t.Fatalf("%+v, %v", p, err)
		}
		made, err := r.Begin(ctx, amina, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Hej", Pictures: []draft.Picture{{Hash: p.Hash, Codes: "made up", Faces: 9}}}})
		if err != nil || made.Latest.Content.Pictures[0].Codes != "a b\nc" || made.Latest.Content.Pictures[0].Faces != 2 {
			t.Errorf("%+v, %v", made.Latest.Content, err)
		}
	})
}
