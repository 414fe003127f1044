package frame

import (
	"net/url"
	"slices"

	"tilltal/desk/account"
	"tilltal/desk/draft"
	frames "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// exerciseRows lists the exercises of an account, with those marked that this person has done.
func (r *room) exerciseRows(v *visit.Visit, a account.Account, s frames.Standing) (rows []hall.Row, err error) {
	all, err := r.Frames.Exercises(v.Context(), v.Actor, a.ID)
	if err != nil {
		return nil, err
	}
	manage := v.Actor.May(people.FrameExercise, a.ID, v.Now) && !a.Closed()
	for _, e := range all {
		row := hall.Row{Title: e.Title, Href: Path + "/" + a.ID + "/ovningar/" + url.PathEscape(e.ID), Lines: []string{e.Event}}
		if slices.Contains(s.Practice, e.ID) {
			row.Tags = []frame.TagView{{Tone: frame.Good, Text: v.Say(tagDone)}}
		}
		if manage && e.By != "" {
			row.Acts = []hall.Act{{Text: v.Say(dropButton), About: e.Title, Action: row.Href + "/bort"}}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// exercisesPage is the list of an account's exercises, and the form for one more.
type exercisesPage struct {
	frame frame.StaffFrame
	back  string
	rows  []hall.Row
	add   *hall.Sheet
}

func (r *room) exercises(v *visit.Visit) error { return r.showExercises(v, hall.Filled(v, nil)) }

func (r *room) showExercises(v *visit.Visit, form hall.Form) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	s, err := r.Frames.Standing(v.Context(), v.Actor.Person.ID, a.ID)
	if err != nil {
		return err
	}
	p := exercisesPage{back: Path + "/" + a.ID}
	if p.rows, err = r.exerciseRows(v, a, s); err != nil {
		return err
	}
	if v.Actor.May(people.FrameExercise, a.ID, v.Now) && !a.Closed() {
		p.add = &hall.Sheet{Action: v.R.URL.Path, Errors: form.Errors(), Button: frame.ButtonView{Text: v.Say(addButton), Look: frame.Primary},
			Sections: []hall.Section{{Title: v.Say(addTitle), Lead: v.Say(addLead), Fields: []frame.FieldView{
				form.Field(frame.FieldView{Name: "title", Label: v.Say(nameLabel), Max: 80}),
				form.Field(frame.FieldView{Kind: frame.Area, Name: "event", Label: v.Say(eventLabel), Hint: v.Say(eventHint), Rows: 5})}}}}
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomAccounts, exercisesTitle.Put(a.Name)); err != nil {
		return err
	}
	p.frame.Errors = len(form.Errors())
	return v.Page(form.Status(v), exercisesView(p))
}

func (r *room) addExercise(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	_, err = r.Frames.AddExercise(v.Context(), v.Actor, frames.Exercise{Account: a.ID, Title: v.Form("title"), Event: v.Form("event")})
	if hall.Mendable(err) {
		return r.showExercises(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, Path+"/"+a.ID+"/ovningar", added)
}

func (r *room) dropExercise(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	if err := r.Frames.DropExercise(v.Context(), v.Actor, a.ID, v.R.PathValue("exercise")); err != nil {
		return err
	}
	return hall.See(v, Path+"/"+a.ID+"/ovningar", dropped)
}

// drillPage is one exercise: what has happened, what she writes, and what the desk says.
type drillPage struct {
	frame    frame.StaffFrame
	lead     string
	back     string
	event    []string
	form     hall.Form
	action   string
	may      bool // she practises; others only read it
	answered bool
	findings frame.FindingsView
	step     string // what the routine would have asked
	look     string
}

func (r *room) exercise(v *visit.Visit) error {
	return r.drill(v, hall.Filled(v, nil), nil)
}

// practise lets the desk answer. Nothing she writes is kept: only that she has practised.
func (r *room) practise(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	text := v.R.FormValue("text")
	found, err := r.Frames.Practise(v.Context(), v.Actor, a.ID, v.R.PathValue("exercise"), text)
	if hall.Mendable(err) {
		return r.drill(v, hall.Again(v, err), nil)
	}
	if err != nil {
		return err
	}
	routine, err := r.Routines.Routine(v.Context(), a.ID)
	if err != nil {
		return err
	}
	return r.drill(v, hall.Again(v, nil), &paper.Judged{Content: draft.Content{Text: text}.Tidy(), Findings: found, Routine: routine, Still: true})
}

// drill shows the exercise; judged is what the desk said of her text, nil before she has asked.
func (r *room) drill(v *visit.Visit, form hall.Form, judged *paper.Judged) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	e, err := r.Frames.Exercise(v.Context(), v.Actor, a.ID, v.R.PathValue("exercise"))
	if err != nil {
		return err
	}
	p := drillPage{event: paragraphs(e.Event), form: form, action: v.R.URL.Path, back: Path + "/" + a.ID, lead: drillLead.Put(a.Name).In(v.Lang),
		may: frames.Reads(v.Actor, a.ID, v.Now)}
	if judged != nil {
		p.answered, p.findings, p.look = true, judged.View(v.Lang), e.Look
		p.step = wouldAsk.Put(judged.Step().Title()).In(v.Lang)
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomAccounts, drillTitle.Put(e.Title)); err != nil {
		return err
	}
	p.frame.Errors = len(form.Errors())
	return v.Page(form.Status(v), drillView(p))
}

// drillForm is the id of the form in which she practises.
const drillForm = "ovning"
