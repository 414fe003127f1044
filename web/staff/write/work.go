package write

import (
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// work is a draft on the writer's table: what stands in the form, and what it is judged by.
type work struct {
	draft   draft.Draft
	at      account.Account
	routine guideline.Routine
	sheet   sheet
	again   string             // the finding whose answer she takes back
	form    hall.Form          // the fields, with what is wrong in them
	told    []frame.NoticeView // what was just done
	aside   *clash
	saved   bool // the sheet is what stands in the newest version
}

// clash is that a colleague saved while she wrote: both texts are kept, and she puts them together.
type clash struct {
	mine  int // the version that holds her text
	other draft.Version
}

// lay puts a draft on the table as it stands.
func (r *room) lay(v *visit.Visit) (*work, error) {
	d, err := r.Drafts.Get(v.Context(), v.Actor, v.R.PathValue("draft"))
	if err != nil {
		return nil, err
	}
	w := &work{draft: d}
	if w.at, err = r.Accounts.Account(v.Context(), d.Account); err != nil {
		return nil, err
	}
	w.routine, err = r.Routines.Routine(v.Context(), d.Account)
	w.sheet, w.saved = sheetOf(d, w.at), true
	w.form = hall.Filled(v, w.sheet.values())
	return w, err
}

// sent puts a draft on the table with the form that was sent for it.
func (r *room) sent(v *visit.Visit) (*work, error) {
	if err := parse(v); err != nil {
		return nil, err
	}
	w, err := r.lay(v)
	if err != nil {
		return nil, err
	}
	w.sheet, w.saved = read(v, w.draft, w.at), false
	return w, nil
}

// judge lets the checks look at what stands in the form.
func (r *room) judged(v *visit.Visit, w *work) (paper.Judged, error) {
	found, err := r.Drafts.Check(v.Context(), v.Actor, w.draft.Account, w.sheet.content)
	if err != nil && !fault.Is(err, fault.TooLarge) {
		return paper.Judged{}, err
	}
	return w.judgedBy(found), nil
}

func (w *work) judgedBy(found []check.Finding) paper.Judged {
	return paper.Judged{Content: w.sheet.content, Findings: found, Responses: w.draft.Responses, Routine: w.routine,
		Answer: w.draft.Kind == draft.KindAnswer, Again: w.again}
}

// keep saves what stands in the form. When a colleague was first, what she wrote is kept beside, and the page says so.
func (r *room) save(v *visit.Visit, w *work) error {
	saved, err := r.Drafts.Save(v.Context(), v.Actor, w.draft.ID, w.sheet.base, w.sheet.content)
	if err != nil {
		return err
	}
	if saved.Aside() {
		w.aside = &clash{mine: saved.Version.Number, other: saved.Latest}
		w.sheet.base = saved.Latest.Number // her next save is made knowing of the other
		return nil
	}
	w.sheet.base, w.sheet.content, w.saved = saved.Latest.Number, saved.Latest.Content, true
	w.draft.Latest = saved.Latest
	return nil
}

// tell adds a word about what was just done.
func (w *work) tell(v *visit.Visit, tone frame.Tone, title, text lingo.Text) {
	w.told = append(w.told, frame.NoticeView{Tone: tone, Title: v.Say(title), Text: v.Say(text), Alert: true})
}
