package write

import (
	"errors"
	"net/http"
	"strconv"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// judge answers, while she types, with what the checks say, how much room is left, and what the routine makes of it.
func (r *room) judge(v *visit.Visit) error {
	w, err := r.sent(v)
	if err != nil {
		return err
	}
	j, err := r.judged(v, w)
	if err != nil {
		return err
	}
	w.form = hall.Filled(v, w.sheet.values())
	return v.Page(http.StatusOK, fragment(v.Lang, r.face(v, w, j)))
}

// kept is what the script reads of a save: see [frame.EditorView].
type kept struct {
	Version int    `json:"version"`          // the version that holds the text
	Latest  int    `json:"latest,omitempty"` // when a colleague was first: the version that stands as the newest
	Say     string `json:"say,omitempty"`
}

// keep saves what is typed, while she types. Where something beside the text cannot be kept as it is, the text is kept all
// the same, and the rest is told of when she saves it herself.
func (r *room) keep(v *visit.Visit) error {
	w, err := r.sent(v)
	if err != nil {
		return err
	}
	err = r.save(v, w)
	if wrong := asides(err); len(wrong) > 0 {
		w.sheet.letBe(wrong, w.draft.Latest.Content)
		err = r.save(v, w)
	}
	if err != nil {
		f := fault.Of(err)
		return v.JSON(web.Status(f.Kind), jsonType, kept{Say: f.Say.In(v.Lang)})
	}
	if w.aside != nil {
		return v.JSON(http.StatusConflict, jsonType, kept{Version: w.aside.mine, Latest: w.aside.other.Number, Say: v.Say(clashText)})
	}
	v.W.Header().Set("Tilltal-Version", strconv.Itoa(w.sheet.base))
	v.W.Header().Set("Tilltal-Saved", frame.Hour(hall.Moment(v, v.Now).At))
	return v.JSON(http.StatusOK, jsonType, kept{Version: w.sheet.base})
}

const jsonType = "application/json"

// asides are the fields beside the text that a save failed on; nil when it failed on the text, or on nothing.
func asides(err error) (fields []string) {
	var one *fault.Error
	if err == nil || !errors.As(err, &one) {
		return nil
	}
	for _, f := range visit.Faults(err) {
		if f.Kind != fault.Invalid || f.Field == "" || f.Field == textField {
			return nil
		}
		fields = append(fields, f.Field)
	}
	return fields
}

// letBe puts back what stood in some fields before.
func (s *sheet) letBe(fields []string, before draft.Content) {
	for _, field := range fields {
		switch field {
		case "summary":
			s.content.Summary = before.Summary
		case "topics":
			s.content.Topics = before.Topics
		case "language":
			s.content.Language = before.Language
		case "purpose":
			s.content.Purpose = before.Purpose
		case filesField:
			s.content.Pictures = before.Pictures
		case "wrong", "right", "why", "now":
			s.content.Correction = before.Correction
		}
	}
}

// picture is a picture of the draft, for those who may read the draft.
func (r *room) picture(v *visit.Visit) error {
	p, data, err := r.Drafts.PictureData(v.Context(), v.Actor, v.R.PathValue("draft"), v.R.PathValue("hash"))
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "private, max-age=3600")
	return v.Bytes(http.StatusOK, p.Type, data)
}
