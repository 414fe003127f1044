package review_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tilltal/desk/draft"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/review"
	"tilltal/web/visit"
)

func open(t *testing.T) *papertest.Office {
	return papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return review.Routes(review.Deps{Hall: o.Hall, Review: o.Reviews, Drafts: o.Drafts, Plans: o.Posts, Accounts: o, Routines: o, People: o})
	})
}

// waiting is a text of Amina's that waits for somebody's eyes.
func waiting(o *papertest.Office, text string, h draft.Handing) draft.Draft {
	d := o.Write(drafttest.Amina, text)
	o.HandIn(drafttest.Amina, d, h)
	return o.Get(d.ID)
}

func answer(d draft.Draft, what, words string) url.Values {
	return url.Values{"hash": {d.Submission.Hash}, "beslut": {what}, "words": {words}}
}

func TestTheListIsWhatSheMayRead(t *testing.T) {
	o := open(t)
	waiting(o, "Det är troligen över.", draft.Handing{})
	waiting(o, "Det är svårt.", draft.Handing{})
	for who, want := range map[string][2]bool{drafttest.Amina: {false, false}, drafttest.Bengt: {true, false}, drafttest.Carin: {true, false}, drafttest.Eva: {true, true}} {
		a := o.As(who).Get("/granska")
		if a.Status != http.StatusOK || a.Has("troligen") != want[0] || a.Has("svårt") != want[1] {
			t.Errorf("%s: %d %v %v", who, a.Status, a.Has("troligen"), a.Has("svårt"))
		}
	}
	if a := o.As(drafttest.Amina).Get("/granska"); !a.Has("Inget väntar. Bra jobbat.") {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Farid).Get("/granska"); a.Status != http.StatusForbidden {
		t.Errorf("an auditor: %d", a.Status)
	}
}

func TestApproving(t *testing.T) {
	o := open(t)
	d := waiting(o, "Det är troligen över.", draft.Handing{When: drafttest.Wall(t, "2026-11-24", "08:00")})
	bengt := o.As(drafttest.Bengt)
	a := bengt.Get("/granska/" + d.ID)
	if !a.Has("Amina Larsson vill ha din läsning", "Ska ut i morgon kl. 08:00.", "Här står det.", d.Submission.Hash, `class="marking"`, "Godkänn", "Lämna tillbaka") || a.Has("Behåll med skäl") {
		t.Fatal(a.Body)
	}
	if a := bengt.Follow("/granska/"+d.ID, answer(d, "godkann", "")); !a.Has("Godkänd. Texten går ut i morgon kl. 08:00.") || o.Get(d.ID).State != draft.Scheduled {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Carin).Get("/granska/" + d.ID); !a.Has("Bengt Larsson har redan godkänt texten.") || a.Has(">Godkänn<") {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Carin).Post("/granska/"+d.ID, answer(d, "godkann", "Fint")); a.Status != http.StatusConflict {
		t.Errorf("approved twice: %d", a.Status)
	}
}

func TestHandingBackTakesWords(t *testing.T) {
	o := open(t)
	d := waiting(o, "Det är troligen över.", draft.Handing{})
	bengt, path := o.As(drafttest.Bengt), "/granska/"+d.ID
	if a := bengt.Post(path, answer(d, "tillbaka", " ")); a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv vad som behöver ändras.", `href="#words"`) {
		t.Fatalf("%d", a.Status)
	}
	if a := bengt.Follow(path, answer(d, "tillbaka", "Skriv när det är över.")); !a.Has("Texten är tillbaka hos den som skrev") {
		t.Error(a.Body)
	}
	if d := o.Get(d.ID); d.State != draft.Returned || d.Returned != "Skriv när det är över." {
		t.Errorf("%s %q", d.State, d.Returned)
	}
	ctx := context.Background()
	if _, err := o.Drafts.Save(ctx, o.People[drafttest.Amina], d.ID, 1, draft.Content{Text: "Det är troligen över klockan tio."}); err != nil {
		t.Fatal(err)
	}
	o.HandIn(drafttest.Amina, d, draft.Handing{})
	if a := bengt.Get(path); !a.Has("Det här är nytt sedan version 1", "<ins>", "klockan tio") {
		t.Error(a.Body)
	}
}

func TestWhatWasReadIsWhatIsApproved(t *testing.T) {
	o := open(t)
	d := waiting(o, "Det är troligen över.", draft.Handing{})
	if _, err := o.Drafts.Save(context.Background(), o.People[drafttest.Amina], d.ID, 1, draft.Content{Text: "Det är troligen inte över."}); err != nil {
		t.Fatal(err)
	}
	o.HandIn(drafttest.Amina, d, draft.Handing{})
	a := o.As(drafttest.Bengt).Post("/granska/"+d.ID, answer(d, "godkann", "Ett ord på vägen"))
	if a.Status != http.StatusConflict || !a.Has("Texten har ändrats sedan du läste den.", "Ett ord på vägen", "inte över", o.Get(d.ID).Submission.Hash) {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	if o.Get(d.ID).State != draft.Waiting {
		t.Error("another text was approved than the one she read")
	}
}

func TestNobodyApprovesHerOwn(t *testing.T) {
	o := open(t)
	d := waiting(o, "Det är troligen över.", draft.Handing{})
	a := o.As(drafttest.Amina).Get("/granska/" + d.ID)
	if !a.Has("Du har skrivit i texten.", "Texten väntar på en kollega.", "Du kan be Carin Larsson.") || a.Has(">Godkänn<") {
		t.Error(a.Body)
	}
	if a := o.As(drafttest.Amina).Post("/granska/"+d.ID, answer(d, "godkann", "")); a.Status != http.StatusForbidden || o.Get(d.ID).State != draft.Waiting {
		t.Errorf("%d", a.Status)
	}
}

func TestALateApprovalAsksForANewTime(t *testing.T) {
	o := open(t)
	d := waiting(o, "Det är troligen över.", draft.Handing{When: drafttest.Wall(t, "2026-11-23", "13:00")})
	o.Clock.Move(2 * time.Hour)
	if a := o.As(drafttest.Bengt).Get("/granska"); !a.Has("Skulle ut i dag kl. 13:00.") {
		t.Error(a.Body)
	}
	a := o.As(drafttest.Bengt).Post("/granska/"+d.ID, answer(d, "godkann", ""))
	if a.Location != "/kalender/"+d.ID || o.Get(d.ID).State != draft.Held {
		t.Errorf("%s %s", a.Location, o.Get(d.ID).State)
	}
}

func TestHostileTextWaitsQuietly(t *testing.T) {
	o := open(t)
	d := waiting(o, "</div><script>alert(1)</script> troligen \u202Eolleh", draft.Handing{Reason: "<b>skäl</b> \u202E"})
	for _, path := range []string{"/granska", "/granska/" + d.ID} {
		a := o.As(drafttest.Bengt).Get(path)
		if a.Status != http.StatusOK || a.Has("<script>alert") || a.Has("<b>skäl") {
			t.Errorf("%s: %d", path, a.Status)
		}
	}
	if a := o.As(drafttest.Bengt).Post("/granska/"+d.ID, url.Values{"hash": {strings.Repeat("x", 1000)}, "beslut": {"?"}}); a.Status != http.StatusConflict {
		t.Errorf("%d", a.Status)
	}
}
