package publish_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

// withdrawn publishes a post with a picture and takes it off the square.
func (h house) withdrawn(t *testing.T) (post, id, picture string) {
	t.Helper()
	amina := h.People[drafttest.Amina]
	pic, err := h.drafts.AddPicture(ctx, amina, drafttest.Account, draft.Image{Type: "image/png", Width: 1, Height: 1, Data: []byte("png")})
	if err != nil {
		t.Fatal(err)
	}
	pic.Alt = "En bro."
	id, _ = h.handIn(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Hemligheten står här.", Pictures: []draft.Picture{pic}}}, draft.Handing{Reason: "Därför."})
	o, err := h.posts.PublishOwn(ctx, amina, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.posts.Withdraw(ctx, amina, o.Post, publish.Taking{Ground: publish.GroundSecrecy, Reason: "Fel text.", Public: "Texten var fel."}); err != nil {
		t.Fatal(err)
	}
	return o.Post, id, pic.Hash
}

func TestNothingShowsWhatWasWithdrawn(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		amina := h.People[drafttest.Amina]
		post, id, picture := h.withdrawn(t)
		w, err := h.drafts.Get(ctx, amina, id)
		if err != nil || w.Sealed != post || w.Latest.Content.Spoken() != "" || len(w.Latest.Content.Pictures) != 0 || w.Submission.Reason != "" {
			t.Errorf("the draft: %+v, %v", w, err)
		}
		if _, err := h.drafts.Version(ctx, amina, id, 1); !fault.Is(err, fault.Gone) {
			t.Errorf("its version: %v", err)
		}
		if _, err := h.drafts.Diff(ctx, amina, id, 1, 1); !fault.Is(err, fault.Gone) {
			t.Errorf("the difference: %v", err)
		}
		if _, err := h.drafts.Save(ctx, amina, id, 1, draft.Content{Text: "Mer."}); !fault.Is(err, fault.Gone) {
			t.Errorf("written on: %v", err)
		}
		if _, _, err := h.drafts.PictureData(ctx, amina, id, picture); !fault.Is(err, fault.NotFound) {
			t.Errorf("its picture: %v", err)
		}
		slots, err := h.posts.Calendar(ctx, amina, h.Clock.Now().Add(-time.Hour), h.Clock.Now().Add(time.Hour))
		if err != nil || len(slots) != 1 || slots[0].Text != "" || !slots[0].Sealed {
			t.Errorf("the calendar: %+v, %v", slots, err)
		}
		if hits, err := h.Search(ctx, inbox.Query{Words: "hemligheten"}); err != nil || len(hits.Items) != 0 {
			t.Errorf("the search: %+v, %v", hits, err)
		}
		h.verify(t)
	})
}

func TestASealedCopyIsOpenedOnTheRecord(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		post, _, picture := h.withdrawn(t)
		p, err := h.Post(ctx, post)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range []string{drafttest.Amina, drafttest.David, drafttest.Gunnar} {
			if _, err := h.posts.Open(ctx, h.People[who], post, "Jag vill se."); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s opened it: %v", who, err)
			}
		}
		farid := h.People[drafttest.Farid]
		if _, err := h.posts.Open(ctx, farid, post, "  "); !fault.Is(err, fault.Invalid) || fault.Of(err).Field != "reason" {
			t.Errorf("without a reason: %v", err)
		}
		o, err := h.posts.Open(ctx, farid, post, "Begäran om handling.")
		if err != nil {
			t.Fatal(err)
		}
		c, _, err := h.posts.Opened(ctx, farid, post, o.ID)
		if err != nil || c.Post.Text() != "Hemligheten står här." || len(c.Pictures) != 1 || c.Pictures[0].Hash != picture || !bytes.Equal(c.Pictures[0].Data, []byte("png")) {
			t.Errorf("opened: %+v, %v", c, err)
		}
		if _, _, err := h.posts.Opened(ctx, h.People[drafttest.Carin], post, o.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("another looked through the same opening: %v", err)
		}
		s, err := h.posts.Sealed(ctx, h.People[drafttest.Eva], post)
		if err != nil || len(s.Openings) != 1 || s.Openings[0].By != farid.Person.ID || s.Post.Text() != "" {
			t.Errorf("from the outside: %+v, %v", s, err)
		}
		h.Clock.Move(publish.OpenFor)
		if _, _, err := h.posts.Opened(ctx, farid, post, o.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("afterwards: %v", err)
		}
		sealed, err := h.Seal(publish.SealName("another"), []byte("x"))
		if err != nil || bytes.Contains(sealed, []byte("x{")) {
			t.Fatal(err)
		}
		if raw, err := h.SealedCopy(ctx, p.Withdrawal.ID); err != nil || !strings.Contains(string(raw), "Hemligheten") {
			t.Errorf("%s, %v", raw, err)
		}
		h.verify(t)
	})
}

func TestWhatStandsHasNoSealedCopy(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		post := h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Bron är öppen."}})
		if _, err := h.posts.Open(ctx, h.People[drafttest.Eva], post, "Varför inte."); !fault.Is(err, fault.NotFound) {
			t.Errorf("%v", err)
		}
		if !h.People[drafttest.Eva].May(people.SealedOpen, drafttest.Account, h.Clock.Now()) {
			t.Error("the decision maker may not open copies")
		}
	})
}
