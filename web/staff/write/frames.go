package write

import (
	"tilltal/desk/draft"
	law "tilltal/desk/frame"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// frames are the frames in force (ramar) beside the text, that part first which the findings are about.
type frames struct {
	parts []bounds.PartView
	whole bool // they can be read whole
}

// framesOf reads them. What cannot be read is left out: she came to write.
func (r *room) framesOf(v *visit.Visit, w *work, j paper.Judged) frames {
	f := law.Frames{Account: w.at}
	out := frames{}
	if r.Frames != nil {
		got, err := r.Frames.InForce(v.Context(), w.at.ID)
		if err != nil {
			v.Log.Warn("the frames could not be read", "error", err)
		} else {
			f, out.whole = got, true
		}
	}
	out.parts = bounds.Parts(v.Lang, f, w.routine, w.draft.Kind == draft.KindAnswer, j.Findings)
	return out
}

// within adds whether she has read the frames, and who stands behind her.
func (r *room) within(v *visit.Visit, w *work, p *editorPage) error {
	if r.Frames == nil {
		return nil
	}
	err := r.Frames.Ready(v.Context(), v.Actor.Person.ID, w.at.ID)
	if law.Unread(err) {
		p.unread = true
	} else if err != nil {
		return err
	}
	b, err := r.Frames.Backing(v.Context(), w.at.ID)
	p.backing = bounds.Backing(v, b, r.Hall.Tongue(v))
	return err
}
