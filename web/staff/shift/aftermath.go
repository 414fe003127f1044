package shift

import (
	"strconv"

	"tilltal/base/lingo"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// talkView is the talk after a shift: one page of what happened, and three questions.
type talkView struct {
	lead    string
	figures []frame.FigureView
	form    *hall.Sheet // for the one who had the shift, when it is over
	later   string      // that the questions come when it is over
	said    []hall.Fact // what she said, for whoever planned
	back    string
}

// aftermath shows the talk after a shift.
func (r *room) aftermath(v *visit.Visit) error { return r.showAftermath(v, nil) }

func (r *room) showAftermath(v *visit.Visit, wrong error) error {
	a, err := r.Relay.Aftermath(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	names, s := r.names(v), a.Shift
	view := talkView{lead: handoverFor.Put(names.Of(s.Person), both(s.From, s.Until), names.account(s.Account)).In(v.Lang), figures: happened(v, a.Happenings), back: shiftPath(s.ID)}
	form := hall.Filled(v, nil)
	switch {
	case s.Person == v.Actor.Person.ID && s.Over(v.Now):
		form = reflected(v, a.Said, wrong)
		sheet := questions(v, s.ID, form)
		view.form = &sheet
	case a.Said != nil:
		view.said = answers(v, *a.Said, r.Hall.Tongue(v))
	case s.Over(v.Now):
		view.later = notYet.Put(names.Given(s.Person)).In(v.Lang)
	default:
		view.later = v.Say(questionsLater)
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, talkTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), shiftPath(s.ID)+"/efterprat"
	return v.Page(form.Status(v), talkPage(f, view))
}

// happened are the numbers of a shift. What did not happen is left out: a quiet shift is no poor one.
func happened(v *visit.Visit, h shift.Happenings) (out []frame.FigureView) {
	for _, x := range []struct {
		n         int
		one, many lingo.Text
	}{{h.Conversations, oneTalk, manyTalks}, {h.Answers, oneAnswer, manyAnswers}, {h.Posts, onePost, manyPosts},
		{h.Thanks, oneThanks, manyThanks}, {h.Hard, oneHard, manyHard}, {h.Corrections, oneCorrection, manyCorrections}} {
		if x.n > 0 {
			label := x.many
			if x.n == 1 {
				label = x.one
			}
			out = append(out, frame.FigureView{Value: strconv.Itoa(x.n), Label: v.Say(label)})
		}
	}
	return out
}

func reflected(v *visit.Visit, said *shift.Afterthought, wrong error) hall.Form {
	if wrong != nil {
		return hall.Again(v, wrong)
	}
	with := map[string][]string{}
	if said != nil {
		with = map[string][]string{"best": {said.Best}, "hard": {said.Hard}, "next": {said.Next}}
	}
	return hall.Filled(v, with)
}

func questions(v *visit.Visit, id string, form hall.Form) hall.Sheet {
	ask := shift.Questions()
	var fields []frame.FieldView
	for i, name := range []string{"best", "hard", "next"} {
		fields = append(fields, form.Field(frame.FieldView{Kind: frame.Area, Name: name, Label: v.Say(ask[i]), Rows: 3, Optional: true, Max: 2000}))
	}
	return hall.Sheet{Action: shiftPath(id) + "/efterprat", Errors: form.Errors(), Sections: []hall.Section{{Title: v.Say(questionsTitle), Lead: v.Say(questionsLead), Fields: fields}},
		Button: frame.ButtonView{Text: v.Say(saveButton), Look: frame.Primary}}
}

func answers(v *visit.Visit, said shift.Afterthought, tongue string) (out []hall.Fact) {
	ask := shift.Questions()
	for i, text := range []string{said.Best, said.Hard, said.Next} {
		out = append(out, hall.Fact{Name: v.Say(ask[i]), Value: paper.Visible(text), Lines: true, Lang: tongue})
	}
	return out
}

// reflect keeps what she says.
func (r *room) reflect(v *visit.Visit) error {
	id := v.R.PathValue("id")
	err := r.Relay.Reflect(v.Context(), v.Actor, id, shift.Reflection{Best: v.Form("best"), Hard: v.Form("hard"), Next: v.Form("next")})
	switch {
	case err == nil:
		return hall.See(v, shiftPath(id)+"/efterprat", saidReflected)
	case hall.Mendable(err):
		return r.showAftermath(v, err)
	}
	return err
}
