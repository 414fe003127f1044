package write

import (
	"errors"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// sheet is what stands in the form: the content of the draft, the version it was made from, and what is said when it is
// handed in, which no draft holds.
type sheet struct {
	base    int
	content draft.Content
	moment  paper.Moment
	reason  string
}

// The names of the form's fields, where they are not those of the content.
const (
	versionField = "version"
	textField    = "text"
	reasonField  = "reason"
	filesField   = "pictures"
	hashField    = "bild"
	namePrefix   = "namn-"
	plainPrefix  = "dekor-"
)

// sheetOf is what a form begins with.
func sheetOf(d draft.Draft, at account.Account) sheet {
	s := sheet{base: d.Latest.Number, content: d.Latest.Content, moment: paper.Moment{Zone: at.Zone}}
	if d.Submission != nil {
		s.moment, s.reason = paper.MomentOf(d.Submission.When, at.Zone), d.Submission.Reason
	}
	if d.Meant != nil { // she was sent to read the frames when she had said it
		s.moment, s.reason = paper.MomentOf(d.Meant.When, at.Zone), d.Meant.Reason
	}
	return s
}

// parse reads the body of a form, with files or without. The fault is what is wrong with the body itself.
func parse(v *visit.Visit) error {
	if err := v.R.ParseForm(); err != nil {
		return unreadable(err)
	}
	if kind, _, _ := mime.ParseMediaType(v.R.Header.Get("Content-Type")); kind != "multipart/form-data" {
		return nil
	}
	if err := v.R.ParseMultipartForm(1 << 20); err != nil {
		return unreadable(err)
	}
	return nil
}

func unreadable(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return tooLarge.Because(err)
	}
	return notRead.Because(err)
}

// read reads the sheet from a form that was sent for a draft.
func read(v *visit.Visit, d draft.Draft, at account.Account) sheet {
	s := sheet{moment: paper.ReadMoment(v, at.Zone), reason: v.Form(reasonField)}
	s.base, _ = strconv.Atoi(v.Form(versionField)) // what is no number is no version, and so a conflict: nothing is lost
	c := draft.Content{Text: v.R.FormValue(textField), Summary: v.Form("summary"), Language: v.Form("language"), Purpose: v.Form("purpose"),
		Topics: strings.FieldsFunc(v.Form("topics"), func(r rune) bool { return r == ',' || r == ';' || r == '\n' })}
	c.Credit = d.Latest.Content.Credit
	if d.Kind == draft.KindCorrection {
		c.Correction = &draft.Corrected{Wrong: v.Form("wrong"), Right: v.Form("right"), Why: v.Form("why"), Now: v.Form("now")}
		c.Summary, c.Topics, c.Purpose = d.Latest.Content.Summary, d.Latest.Content.Topics, d.Latest.Content.Purpose
	}
	for _, hash := range v.R.Form[hashField] {
		p := draft.Picture{Hash: hash, Alt: v.Form(paper.AltField(hash)), Decorative: v.Form(plainPrefix+hash) != "", Name: v.Form(namePrefix + hash)}
		for _, known := range d.Latest.Content.Pictures {
			if known.Hash == hash {
				p.Type, p.Width, p.Height = known.Type, known.Width, known.Height
			}
		}
		c.Pictures = append(c.Pictures, p)
	}
	s.content = c.Tidy()
	return s
}

// values is the sheet as the form's values.
func (s sheet) values() url.Values {
	c := s.content
	out := url.Values{textField: {c.Text}, "summary": {c.Summary}, "language": {c.Language}, "purpose": {c.Purpose},
		"topics": {strings.Join(c.Topics, ", ")}, reasonField: {s.reason}}
	if k := c.Correction; k != nil {
		out.Set("wrong", k.Wrong)
		out.Set("right", k.Right)
		out.Set("why", k.Why)
		out.Set("now", k.Now)
	}
	for _, p := range c.Pictures {
		out.Set(paper.AltField(p.Hash), p.Alt)
		if p.Decorative {
			out.Set(plainPrefix+p.Hash, "1")
		}
	}
	s.moment.Fill(out)
	return out
}

// remove takes a picture off the sheet.
func (s *sheet) remove(hash string) {
	s.content.Pictures = slices.DeleteFunc(s.content.Pictures, func(p draft.Picture) bool { return p.Hash == hash })
}

// add puts a picture on the sheet, once: the same form sent twice adds nothing.
func (s *sheet) add(p draft.Picture) {
	if !slices.ContainsFunc(s.content.Pictures, func(q draft.Picture) bool { return q.Hash == p.Hash }) {
		s.content.Pictures = append(s.content.Pictures, p)
	}
}

// swap changes the words at a place of the content that the checks have pointed at; it does nothing when other words stand
// there now.
func (s *sheet) swap(field string, start, end int, was, instead string) {
	for name, text := range s.fields() {
		if name == field && end <= len(*text) && start <= end && (*text)[start:end] == was {
			*text = (*text)[:start] + instead + (*text)[end:]
		}
	}
}

func (s *sheet) fields() map[string]*string {
	out := map[string]*string{textField: &s.content.Text, "summary": &s.content.Summary}
	if k := s.content.Correction; k != nil {
		out["wrong"], out["right"], out["why"], out["now"] = &k.Wrong, &k.Right, &k.Why, &k.Now
	}
	return out
}
