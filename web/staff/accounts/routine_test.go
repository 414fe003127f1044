package accounts_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/guideline"
)

// likeNow is the form as the page shows it: the routine in force.
func (h *house) likeNow() url.Values {
	h.t.Helper()
	r, err := h.routines.Routine(h.t.Context(), h.parken)
	if err != nil {
		h.t.Fatal(err)
	}
	f := form("number", "1", "late", "15", "new.rule", "", "new.step", "")
	for i, g := range []string{"none", "possible", "likely", "certain"} {
		f.Set("post."+g, r.Post[i].String())
		f.Set("answer."+g, r.Answer[i].String())
	}
	for rule, step := range r.Rules {
		f.Set("rules."+rule, step.String())
	}
	return f
}

func TestTheRoutineIsReadByAllAndDecidedBySome(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		if a := h.as(h.noor).Get(h.at + "/rutin"); !a.Has("Eget omdöme", "Personuppgifter: Personnummer", "Kommunikatör på pass", "högst 15 minuter") || a.Has("<select") {
			t.Errorf("a voice: %s", a.Body)
		}
		if a := h.as(h.amina).Get(h.at + "/rutin"); !a.Has(`name="post.certain"`, `name="rules.personaldata.personnummer"`, "Allt om Ton", "Besluta om rutinen") {
			t.Errorf("an owner: %s", a.Body)
		}
		if a := h.as(h.noor).Post(h.at+"/rutin", h.likeNow()); a.Status != http.StatusForbidden {
			t.Errorf("a voice decides: %d", a.Status)
		}
		if a := h.as(h.kim).Post(h.at+"/rutin", h.likeNow()); a.Status != http.StatusForbidden {
			t.Errorf("an administrator decides: %d", a.Status)
		}
	})
}

func TestTheRoutineIsAdopted(t *testing.T) {
	each(t, func(t *testing.T, h *house, _ *clock.Fixed) {
		b, f := h.as(h.amina), h.likeNow()
		if a := b.Post(h.at+"/rutin", f); a.Status != http.StatusUnprocessableEntity || !a.Has("Rutinen är redan sådan.") {
			t.Errorf("the same: %d\n%s", a.Status, a.Body)
		}
		f.Set("post.likely", "own")
		f.Set("late", "1500")
		f.Set("answer.none", "shrug")
		a := b.Post(h.at+"/rutin", f)
		if a.Status != http.StatusUnprocessableEntity || !a.Has("late-fel", "answer.none-fel", `value="1500"`) {
			t.Errorf("%d\n%s", a.Status, a.Body)
		}
		f.Set("late", "40")
		f.Set("answer.none", "own")
		if a := b.Post(h.at+"/rutin", f); a.Status != http.StatusUnprocessableEntity || !a.Has("post.likely-fel", "kan inte kräva mindre") {
			t.Errorf("unsound: %d\n%s", a.Status, a.Body)
		}
		f.Set("post.likely", "shift")
		f.Set("rules.personaldata.personnummer", "none")
		f.Set("new.rule", "tone")
		if a := b.Post(h.at+"/rutin", f); a.Status != http.StatusUnprocessableEntity || !a.Has("new.step-fel", `value="tone" selected`) {
			t.Errorf("an exception without a step: %d\n%s", a.Status, a.Body)
		}
		f.Set("new.step", "reader")
		if a := b.Follow(h.at+"/rutin", f); !a.Has("Den nya rutinen gäller nu.", "Version 2, i dag kl. 12:00 · Amina Berg", `name="rules.tone"`) || a.Has("rules.personaldata") {
			t.Errorf("%s", a.Body)
		}
		r, err := h.routines.Routine(t.Context(), h.parken)
		if err != nil || r.Late != 40*time.Minute || r.Post[2] != guideline.OnShift || len(r.Rules) != 1 || r.Rules["tone"] != guideline.SecondReader {
			t.Errorf("%+v, %v", r, err)
		}
		a = h.as(h.lars).Post(h.at+"/rutin", f)
		if a.Status != http.StatusConflict || !a.Has("En kollega har nyss ändrat rutinen.", `name="number" value="2"`) {
			t.Errorf("from an old one: %d", a.Status)
		}
		if a := b.Get(h.at + "/historik"); !a.Has("Inlägg: Kommunikatör på pass. Svar:", "Allt om Ton: Andra ögon") {
			t.Errorf("%s", a.Body)
		}
	})
}
