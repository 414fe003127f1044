package write

import (
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// hand hands the newest version in, and publishes it when the routine leaves that to the writer. Done is whether the visitor
// has been answered: a fault that she can mend is shown in the editor.
func (r *room) hand(v *visit.Visit, w *work) (done bool, err error) {
	when, err := w.sheet.moment.Ask()
	if err != nil {
		return false, err
	}
	if err := r.explain(v, w); err != nil {
		return false, err
	}
	s, err := r.Drafts.Submit(v.Context(), v.Actor, w.draft.ID, draft.Handing{Version: w.sheet.base, Reason: w.sheet.reason, When: when})
	if err != nil {
		return false, err
	}
	if s.Step.FourEyes() {
		return true, hall.See(v, Path+"/"+w.draft.ID, waits(s.Step))
	}
	o, err := r.Publish.PublishOwn(v.Context(), v.Actor, w.draft.ID)
	if err != nil {
		return false, err
	}
	path, word := ended(v, w, o, when)
	return true, hall.See(v, path, word)
}

// detour keeps the moment and the reason while she reads the frames.
func (r *room) detour(v *visit.Visit, w *work) error {
	when, err := w.sheet.moment.Ask()
	if err != nil {
		return err
	}
	return r.Drafts.Mean(v.Context(), v.Actor, w.draft.ID, draft.Handing{Version: w.sheet.base, Reason: w.sheet.reason, When: when})
}

// explain answers a press on a button that cannot do what she may hope for: something must go, or somebody else decides.
func (r *room) explain(v *visit.Visit, w *work) error {
	if w.sheet.reason != "" {
		return nil
	}
	j, err := r.judged(v, w)
	if err != nil {
		return err
	}
	if _, ok := j.Must(); !ok {
		return nil
	}
	return fault.New(fault.Invalid, mustGo).Try(mustGoHint.Put(paper.Reader(j.Step()))).At(reasonField)
}

// waits says who reads the text now.
func waits(s guideline.Step) lingo.Text { return handedIn.Put(paper.Reader(s)) }

// ended says what became of a text that was sent, and where that is seen.
func ended(v *visit.Visit, w *work, o publish.Outcome, when clock.Wall) (path string, word lingo.Text) {
	switch {
	case o.Post != "":
		return "/inlagg/" + o.Post, published
	case o.Correction != "":
		return "/inlagg/" + w.draft.Post, corrected
	case o.Schedule != nil:
		at := frame.Moment{At: o.At.In(when.Zone), Now: v.Now}
		word = goesOut.Put(words(at))
		if !o.Note.Say.Empty() {
			word = lingo.T(word.SV+" "+o.Note.Say.SV, word.EN+" "+o.Note.Say.EN)
		}
	case o.Hold != nil:
		word = publish.HoldTitle(o.Hold.Why)
	}
	return Path + "/" + w.draft.ID, word
}

// words says a moment in both languages.
func words(m frame.Moment) lingo.Text { return lingo.T(m.Words(lingo.SV), m.Words(lingo.EN)) }
