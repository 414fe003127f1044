package write

import (
	"net/http"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/web/frame"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// The names of the editor's buttons. Those on the cards are as [frame.FindingView] has them.
const (
	saveButton    = "spara"
	handButton    = "skicka"
	framesButton  = "las-ramarna"
	pictureButton = "lagg-till"
	removeButton  = "ta-bort"
	swapButton    = "atgarda"
	keepButton    = "behall"
	denyButton    = "stammer-inte"
	againButton   = "angra"
	shownField    = "visad"
	keepPrefix    = "skal-"
	denyPrefix    = "fel-"
)

// act does what the pressed button says, and always saves the text with it. All but handing in and
// reading the frames leads back to the editor, in the same answer: the moment and the reason that stand in the form are kept by
// no draft, and would be lost on the way.
func (r *room) act(v *visit.Visit) error {
	w, err := r.sent(v)
	if err != nil {
		return err
	}
	if over(w.draft) {
		return v.See(paper.Home(w.draft))
	}
	err = r.change(v, w)
	if e := r.save(v, w); err == nil { // a picture that cannot be read is no reason to lose a text
		err = e
	}
	if err == nil && w.aside == nil {
		err = r.respond(v, w)
	}
	if err == nil && w.aside == nil {
		err = r.putRight(v, w)
	}
	if err == nil && w.aside == nil {
		err = r.advise(v, w)
	}
	if err == nil && w.aside == nil && v.Form(handButton) != "" {
		var done bool
		if done, err = r.hand(v, w); done {
			return err
		}
		if done, answer := bounds.Send(v, w.draft.Account, Path+"/"+w.draft.ID, err); done {
			return answer
		}
	}
	if err == nil && w.aside == nil && v.Form(framesButton) != "" {
		if err = r.detour(v, w); err == nil {
			return v.See(bounds.At(w.draft.Account, Path+"/"+w.draft.ID))
		}
	}
	return r.back(v, w, err)
}

// over reports whether a draft's life is over: what is sent for it then is shown where it ended.
func over(d draft.Draft) bool { return d.PublishedAs != "" || d.Kind == draft.KindAnswer }

// back shows the editor again, with all that was typed and what is to be mended.
func (r *room) back(v *visit.Visit, w *work, err error) error {
	if err != nil && !mendable(err) {
		return err
	}
	if fresh, e := r.Drafts.Get(v.Context(), v.Actor, w.draft.ID); e == nil { // with the answers that were just given
		w.draft = fresh
	}
	status := http.StatusOK
	w.form = hall.Filled(v, w.sheet.values())
	if err != nil {
		for name, values := range w.sheet.values() { // pictures and swapped words too come back as they are now
			v.R.Form[name] = values
		}
		w.form = hall.Again(v, err)
		status = w.form.Status(v)
	}
	if w.aside != nil {
		status = http.StatusConflict
	}
	return r.editor(v, w, status)
}

// mendable reports whether an error is shown in the editor. A full disk is: nothing but the page has her text then.
func mendable(err error) bool {
	return hall.Mendable(err) || fault.Is(err, fault.TooLarge) || fault.Is(err, fault.Unreachable)
}

// change does what a button does to the sheet itself: pictures that come and go, and words that are swapped.
func (r *room) change(v *visit.Visit, w *work) error {
	if hash := v.Form(removeButton); hash != "" {
		w.sheet.remove(hash)
	}
	w.again = v.Form(againButton)
	if id := v.Form(swapButton); id != "" {
		j, err := r.judged(v, w)
		if err != nil {
			return err
		}
		if f, ok := j.Find(id); ok && f.Instead != "" {
			field, at := w.sheet.content.Place(f.Span)
			w.sheet.swap(field, at.Start, at.End, f.Text, f.Instead)
		}
	}
	return r.takePictures(v, w)
}

// respond keeps what she has answered the checks: what the pressed button says, and every reason that she has begun, so that
// no words of hers are lost because another button was pressed.
func (r *room) respond(v *visit.Visit, w *work) error {
	kept, denied := v.Form(keepButton), v.Form(denyButton)
	if kept == "" && denied == "" && !anyReason(v) {
		return nil
	}
	j, err := r.judged(v, w)
	if err != nil {
		return err
	}
	for _, card := range j.View(v.Lang).Findings {
		answer := draft.Response{Kind: draft.Kept, Reason: v.Form(keepPrefix + card.ID)}
		if denied == card.ID || answer.Reason == "" && kept != card.ID {
			answer = draft.Response{Kind: draft.Wrong, Reason: v.Form(denyPrefix + card.ID)}
		}
		if answer.Reason == "" && card.ID != kept && card.ID != denied || answer.Kind == draft.Kept && card.Must {
			continue
		}
		f, _ := j.Find(card.ID)
		answer.Rule, answer.Text = f.Rule, f.Text
		if err := r.Drafts.Respond(v.Context(), v.Actor, w.draft.ID, answer); err != nil {
			return atCard(err, card)
		}
	}
	return nil
}

// putRight keeps which findings she has met and then put right.
func (r *room) putRight(v *visit.Visit, w *work) error {
	shown := v.R.Form[shownField]
	if len(shown) == 0 {
		return nil
	}
	j, err := r.judged(v, w)
	if err != nil {
		return err
	}
	for _, fixed := range j.PutRight(shown) {
		if err := r.Drafts.Respond(v.Context(), v.Actor, w.draft.ID, fixed); err != nil {
			return err
		}
	}
	return nil
}

func anyReason(v *visit.Visit) bool {
	for name, values := range v.R.Form {
		if (strings.HasPrefix(name, keepPrefix) || strings.HasPrefix(name, denyPrefix)) && strings.TrimSpace(values[0]) != "" {
			return true
		}
	}
	return false
}

// atCard points a fault at the finding that it is about.
func atCard(err error, card frame.FindingView) error {
	if f := fault.Of(err); f.Kind == fault.Invalid {
		return f.At("fynd-" + card.ID).Because(err)
	}
	return err
}

// show opens the editor, or shows a text that is out of the writer's hands.
func (r *room) show(v *visit.Visit) error {
	w, err := r.lay(v)
	if err != nil {
		return err
	}
	switch {
	case w.draft.Sealed != "", over(w.draft):
		return v.See(paper.Home(w.draft))
	case !w.draft.DiscardedAt.IsZero():
		return discarded
	case stands(w.draft) && v.Form("andra") == "", !v.Actor.May(draft.RightTo(w.draft.Kind), w.draft.Account, v.Now):
		return r.standing(v, w)
	}
	if w.draft.State == draft.Returned && w.draft.Returned != "" {
		w.told = append(w.told, frame.NoticeView{Tone: frame.Ask, Title: v.Say(returnedTitle), Text: w.draft.Returned})
	}
	if stands(w.draft) {
		w.tell(v, frame.Info, editingTitle, editingText)
	}
	return r.editor(v, w, http.StatusOK)
}

var discarded = fault.New(fault.Gone, lingo.T("Utkastet är kastat.", "The draft has been discarded.")).
	Try(lingo.T("Det finns kvar i protokollet.", "It remains on the record."))
