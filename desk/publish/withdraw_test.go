package publish_test

import (
	"slices"
	"strings"
	"testing"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

func TestCorrectAndWithdraw(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		amina := h.People[drafttest.Amina]
		pic, err := h.drafts.AddPicture(ctx, amina, drafttest.Account, draft.Image{Type: "image/png", Width: 1, Height: 1, Data: []byte("png")})
		if err != nil {
			t.Fatal(err)
		}
		pic.Alt = "En bro."
		post := h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Bron är öppen.", Topics: []string{"Trafik"}, Pictures: []draft.Picture{pic}}})
		if p, data, err := h.posts.Picture(ctx, pic.Hash); err != nil || string(data) != "png" || p.Type != "image/png" {
			t.Errorf("the picture: %+v, %q, %v", p, data, err)
		}
		said := draft.Corrected{Wrong: "Vi skrev öppen.", Right: "Bron är stängd.", Why: "Vi läste fel.", Now: "Vi läser två gånger."}
		k, err := h.posts.Correct(ctx, amina, post, said, "Bron är stängd.")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.drafts.Submit(ctx, amina, k.ID, draft.Handing{Version: 1}); err != nil {
			t.Fatal(err)
		}
		o, err := h.posts.PublishOwn(ctx, amina, k.ID)
		if err != nil || o.Correction == "" || h.state(t, k.ID) != draft.Published {
			t.Fatalf("corrected: %+v, %v", o, err)
		}
		p, err := h.posts.Public(ctx, post)
		if err != nil || p.Text() != "Bron är stängd." || p.Content.Text != "Bron är öppen." || len(p.Corrections) != 1 || p.Corrections[0].Now != said.Now || p.Corrections[0].GivenName != "Amina" {
			t.Fatalf("as it stands: %+v, %v", p, err)
		}
		list, err := h.posts.Corrections(ctx, "", "", 10)
		if err != nil || len(list.Items) != 1 || list.Items[0].Post != post {
			t.Errorf("the corrections: %+v, %v", list, err)
		}
		pending, err := h.posts.Correct(ctx, amina, post, said, "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.drafts.Submit(ctx, amina, pending.ID, draft.Handing{Version: 1}); err != nil {
			t.Fatal(err)
		}
		taking := publish.Taking{Ground: publish.GroundWrong, Reason: "Allt var fel.", Public: "Uppgifterna stämde inte."}
		if _, err := h.posts.Withdraw(ctx, h.People[drafttest.Carin], post, taking); err != nil {
			t.Fatal(err)
		}
		h.checkGone(t, post, pic.Hash)
		if _, err := h.posts.PublishOwn(ctx, amina, pending.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("a correction of what is gone: %v", err)
		}
		if _, err := h.posts.Correct(ctx, amina, post, said, ""); !fault.Is(err, fault.Gone) {
			t.Errorf("a new correction of what is gone: %v", err)
		}
		var acts []string
		for _, f := range h.carried(t) {
			acts = append(acts, f.Activity)
		}
		slices.Sort(acts)
		if strings.Join(acts, " ") != "create delete update" {
			t.Errorf("carried on: %v", acts)
		}
		h.verify(t)
	})
}

// checkGone looks for a withdrawn post everywhere a citizen could look.
func (h house) checkGone(t *testing.T, post, picture string) {
	t.Helper()
	p, err := h.posts.Public(ctx, post)
	if err != nil || p.Withdrawal == nil || p.Withdrawal.Public != "Uppgifterna stämde inte." || p.Text() != "" || len(p.Corrections) != 0 || p.Withdrawal.Reason != "" {
		t.Errorf("the tombstone: %+v, %v", p, err)
	}
	for name, l := range map[string]publish.List{"all": {}, "account": {Account: drafttest.Account}, "topic": {Topic: "trafik"}} {
		if page, err := h.posts.Posts(ctx, l); err != nil || len(page.Items) != 0 {
			t.Errorf("%s: %+v, %v", name, page, err)
		}
		l.Withdrawn = true
		if page, err := h.posts.Posts(ctx, l); err != nil || len(page.Items) != 1 || page.Items[0].Text() != "" {
			t.Errorf("%s, with tombstones: %+v, %v", name, page, err)
		}
	}
	if _, _, err := h.posts.Picture(ctx, picture); !fault.Is(err, fault.NotFound) {
		t.Errorf("its picture: %v", err)
	}
	if topics, err := h.posts.Topics(ctx, ""); err != nil || len(topics) != 0 {
		t.Errorf("its topics: %+v, %v", topics, err)
	}
	if list, err := h.posts.Corrections(ctx, "", "", 10); err != nil || len(list.Items) != 0 {
		t.Errorf("its corrections: %+v, %v", list, err)
	}
	whole, err := h.posts.Get(ctx, h.People[drafttest.Farid], post)
	if err != nil || whole.Text() != "" || len(whole.Corrections)+len(whole.Content.Pictures) != 0 || len(whole.Withdrawal.Copy) != 0 || whole.Withdrawal.Reason == "" {
		t.Errorf("for colleagues: %+v, %v", whole, err)
	}
	if _, err := h.posts.Withdraw(ctx, h.People[drafttest.Carin], post, publish.Taking{Ground: publish.GroundOther, Reason: "x", Public: "y"}); !fault.Is(err, fault.Conflict) {
		t.Errorf("once more: %v", err)
	}
}
