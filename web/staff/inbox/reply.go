package inbox

import (
	"strings"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// reply does what the pressed button in the composer says. What she wrote is kept as a draft first, whatever happens then.
func (r *room) reply(v *visit.Visit) error {
	c, err := r.Talk.Get(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	w, err := r.read(v, c)
	if err != nil {
		return err
	}
	switch {
	case v.Form("atgarda") != "" || v.Form("behall") != "" || v.Form("stammer-inte") != "" || v.Form("angra") != "":
		return r.settle(v, c, w)
	case v.Form("spara") != "":
		kept, err := r.Talk.Keep(v.Context(), v.Actor, c.ID, w.words(v))
		if err != nil {
			return r.mend(v, c, w, kept, err)
		}
		word := savedWord
		if seen(v) != c.Seen {
			word = savedMoved
		}
		return hall.See(v, choose(v).at(here(v))+"#svar", word)
	case strings.TrimSpace(w.text) == "":
		return r.mend(v, c, w, inbox.Replied{}, fault.New(fault.Invalid, writeFirst).At("text"))
	}
	return r.send(v, c, w)
}

// send answers the citizen, or hands the answer to whoever the routine says.
func (r *room) send(v *visit.Visit, c inbox.Conversation, w *work) error {
	if err := r.explain(v, c, w); err != nil {
		kept, e := r.Talk.Keep(v.Context(), v.Actor, c.ID, w.words(v))
		if e != nil {
			err = e
		}
		return r.mend(v, c, w, kept, err)
	}
	out, err := r.Talk.Reply(v.Context(), v.Actor, c.ID, w.words(v))
	if done, answer := bounds.Send(v, c.Account, choose(v).at(here(v))+"#svar", err); done {
		return answer
	}
	switch {
	case err != nil:
		return r.mend(v, c, w, out, err)
	case out.Waiting:
		return hall.See(v, choose(v).at(here(v)), handedIn.Put(paper.Reader(out.Step)))
	case out.Outcome.Post == "":
		return hall.See(v, choose(v).at(here(v)), savedWord)
	case v.Form("skicka") != "avsluta":
		return hall.See(v, choose(v).at(here(v)), sentWord)
	}
	err = r.Talk.Close(v.Context(), v.Actor, c.ID, inbox.OutcomeAnswered, "", 0)
	return r.done(v, actClose, Path, sentAndClosed, err)
}

// explain answers a press on a button that cannot do what she may hope for: something must go, or somebody else decides.
func (r *room) explain(v *visit.Visit, c inbox.Conversation, w *work) error {
	if err := r.judge(v, c, w); err != nil {
		return err
	}
	if f, must := w.judged.Must(); must && w.reason == "" {
		return fault.New(fault.Invalid, mustGo.Put(f.Reason)).Try(mustGoHint.Put(paper.Reader(w.judged.Step()))).At("reason")
	}
	return nil
}

// mend shows the conversation as it is now, with her words in the composer and what stands in the way.
func (r *room) mend(v *visit.Visit, c inbox.Conversation, w *work, kept inbox.Replied, err error) error {
	if kept.Draft == "" && !hall.Mendable(err) && !fault.Is(err, fault.Unreachable) && !fault.Is(err, fault.TooLarge) {
		return err
	}
	fresh, e := r.read(v, c)
	if e != nil {
		return err // nothing can be read: the first fault says why
	}
	fresh.text = w.text
	if fresh.own != nil {
		fresh.base = fresh.own.Latest.Number
	}
	return r.page(v, sent{act: actReply, form: hall.Again(v, err), err: err, work: fresh})
}

// settle keeps the answer, and what she says to one of the checks' findings or has swapped at its word. The page comes back in
// the same answer: the reason that she may have begun on is kept by no draft.
func (r *room) settle(v *visit.Visit, c inbox.Conversation, w *work) error {
	if err := r.judge(v, c, w); err != nil {
		return r.mend(v, c, w, inbox.Replied{}, err)
	}
	if f, ok := w.judged.Find(v.Form("atgarda")); ok && f.Instead != "" && f.Span.End <= len(w.judged.Content.Text) {
		text := w.judged.Content.Text
		w.text = text[:f.Span.Start] + f.Instead + text[f.Span.End:]
	}
	kept, err := r.Talk.Keep(v.Context(), v.Actor, c.ID, w.words(v))
	if err == nil {
		err = r.respond(v, w, kept.Draft)
	}
	if err != nil {
		return r.mend(v, c, w, kept, err)
	}
	fresh, err := r.read(v, c)
	if err != nil {
		return err
	}
	fresh.text, fresh.base = w.text, kept.Version
	return r.page(v, sent{act: actReply, form: hall.Filled(v, nil), work: fresh})
}

// respond keeps what she answered a finding.
func (r *room) respond(v *visit.Visit, w *work, id string) error {
	for _, b := range []struct{ button, words, kind string }{{"behall", "skal-", draft.Kept}, {"stammer-inte", "fel-", draft.Wrong}} {
		card := v.Form(b.button)
		f, ok := w.judged.Find(card)
		if card == "" || !ok {
			continue
		}
		err := r.Drafts.Respond(v.Context(), v.Actor, id, draft.Response{Rule: f.Rule, Text: f.Text, Kind: b.kind, Reason: v.Form(b.words + card)})
		if fault.Is(err, fault.Invalid) {
			return fault.Of(err).At("fynd-" + card).Because(err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
