package accounts

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// grades are the rows of the routine, from no finding to the surest.
var grades = []check.Grade{check.None, check.Possible, check.Likely, check.Certain}

// noStep is the choice that takes an exception away.
const noStep = "none"

// The form's fields beside those that faults name (post.likely, rules.tone, late).
const (
	newRule = "new.rule"
	newStep = "new.step"
)

// routineView is the page with an account's routine, as a table to read or to fill in.
type routineView struct {
	tabs    frame.TabsView
	number  string
	changed string // "Version 2, i dag kl. 12:00, Amina Berg"
	rows    []gradeRow
	rules   []frame.FieldView // exceptions, when the visitor may change them
	read    [][2]string       // exceptions to read: what, and the step
	late    frame.FieldView
	lateFor string // to read
	add     [2]frame.FieldView
	errors  []frame.ErrorView
	may     bool
	action  string
}

// gradeRow is what one grade leads to, for posts and for answers.
type gradeRow struct {
	grade, help  string
	post, answer frame.FieldView
	posts        string // to read
	answers      string
}

// routine shows the routine in force, and a form for those who decide it.
func (r room) routine(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	now, err := r.Routines.Routine(v.Context(), a.ID)
	if err != nil {
		return err
	}
	return r.showRoutine(v, a, now, hall.Filled(v, routineValues(now)))
}

// routineValues is what the form begins with.
func routineValues(r guideline.Routine) url.Values {
	out := url.Values{"number": {strconv.Itoa(r.Number)}, "late": {strconv.Itoa(int(r.Late / time.Minute))}}
	for _, g := range grades {
		out.Set("post."+g.String(), r.Post[g].String())
		out.Set("answer."+g.String(), r.Answer[g].String())
	}
	for rule, step := range r.Rules {
		out.Set("rules."+rule, step.String())
	}
	return out
}

func (r room) showRoutine(v *visit.Visit, a account.Account, now guideline.Routine, form hall.Form) error {
	f, tabs, err := r.frame(v, a)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	view := routineView{tabs: tabs, errors: form.Errors(), number: form.Value("number"), action: v.R.URL.Path,
		may: !a.Closed() && v.Actor.May(people.RoutineAdopt, a.ID, v.Now), lateFor: lateLine.Put(int(now.Late / time.Minute)).In(v.Lang)}
	if form.Status(v) == http.StatusConflict {
		view.number = strconv.Itoa(now.Number)
	}
	view.changed = joined(versionLine.Put(now.Number, hall.Words(v, now.ChangedAt)).In(v.Lang), r.name(v, now.ChangedBy))
	for _, g := range grades {
		name := gradeTexts[g].name.In(v.Lang)
		view.rows = append(view.rows, gradeRow{grade: name, help: gradeTexts[g].help.In(v.Lang), posts: v.Say(now.Post[g].Title()), answers: v.Say(now.Answer[g].Title()),
			post: stepField(form, "post."+g.String(), postHead.In(v.Lang)+": "+name), answer: stepField(form, "answer."+g.String(), answerHead.In(v.Lang)+": "+name)})
	}
	r.exceptions(v, now, form, &view)
	view.late = form.Field(frame.FieldView{Kind: frame.Number, Name: "late", Label: v.Say(lateLabel), Hint: v.Say(lateHint), Short: true})
	return v.Page(form.Status(v), routinePage(f, view))
}

// exceptions are what asks more than its grade does.
func (r room) exceptions(v *visit.Visit, now guideline.Routine, form hall.Form, view *routineView) {
	titles := r.ruleTitles()
	var names []string
	for name := range form.Typed() {
		if rule, ok := strings.CutPrefix(name, "rules."); ok {
			names = append(names, rule)
		}
	}
	slices.Sort(names)
	for _, rule := range names {
		field := stepField(form, "rules."+rule, titleOf(titles, rule).In(v.Lang))
		field.Options = append(field.Options, frame.Option{Value: noStep, Label: v.Say(dropRule)})
		view.rules = append(view.rules, field)
	}
	for _, rule := range slices.Sorted(maps.Keys(now.Rules)) {
		view.read = append(view.read, [2]string{titleOf(titles, rule).In(v.Lang), v.Say(now.Rules[rule].Title())})
	}
	view.add[0] = form.Field(frame.FieldView{Kind: frame.Choice, Name: newRule, Label: v.Say(newRuleLabel), Optional: true, Options: r.ruleOptions(v, names, form.Value(newRule) == "")})
	view.add[1] = stepField(form, newStep, v.Say(newStepLabel))
	view.add[1].Optional = true
}

// stepField is a choice of step.
func stepField(form hall.Form, name, label string) frame.FieldView {
	var options []frame.Option
	for _, s := range guideline.Steps {
		options = append(options, frame.Option{Value: s.String(), Label: s.Title().In(form.Lang())})
	}
	return form.Field(frame.FieldView{Kind: frame.Choice, Name: name, Label: label, Options: options})
}

// ruleTitles are the names of all checks and their rules.
func (r room) ruleTitles() map[string]lingo.Text {
	out := map[string]lingo.Text{}
	for _, c := range r.Checks {
		s := c.Sheet()
		out[s.Name] = everythingOf.Put(s.Title)
		for _, rule := range s.Rules {
			out[rule.ID] = lingo.Text{SV: s.Title.SV + ": " + rule.Title.SV, EN: s.Title.EN + ": " + rule.Title.EN}
		}
	}
	return out
}

func titleOf(titles map[string]lingo.Text, rule string) lingo.Text {
	if t, ok := titles[rule]; ok {
		return t
	}
	return lingo.Text{SV: rule, EN: rule}
}

// ruleOptions are the rules that have no exception yet, check by check.
func (r room) ruleOptions(v *visit.Visit, taken []string, none bool) []frame.Option {
	titles := r.ruleTitles()
	var out []frame.Option
	add := func(id string) {
		if !slices.Contains(taken, id) {
			out = append(out, frame.Option{Value: id, Label: titles[id].In(v.Lang)})
		}
	}
	for _, c := range r.Checks {
		s := c.Sheet()
		add(s.Name)
		for _, rule := range s.Rules {
			add(rule.ID)
		}
	}
	return append([]frame.Option{{Label: v.Say(noNewRule), Chosen: none}}, out...)
}

// adopt puts a routine in force.
func (r room) adopt(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	now, err := r.Routines.Routine(v.Context(), a.ID)
	if err != nil {
		return err
	}
	wanted, wrong := readRoutine(v)
	err = wrong.OrNil()
	if err == nil {
		_, err = r.Routines.Adopt(v.Context(), v.Actor, a.ID, wanted)
	}
	if hall.Mendable(err) {
		return r.showRoutine(v, a, now, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, v.R.URL.Path, adopted)
}

// readRoutine reads the routine from the form. What is no step is told of; whether the steps go together the room decides.
func readRoutine(v *visit.Visit) (guideline.Routine, fault.List) {
	var wrong fault.List
	step := func(field string) guideline.Step {
		s, ok := guideline.ParseStep(v.Form(field))
		if !ok {
			wrong = append(wrong, fault.New(fault.Invalid, chooseStep).At(field))
		}
		return s
	}
	out := guideline.Routine{Rules: map[string]guideline.Step{}}
	out.Number, _ = strconv.Atoi(v.Form("number")) // what is no number is no version we have: a conflict
	for _, g := range grades {
		out.Post[g], out.Answer[g] = step("post."+g.String()), step("answer."+g.String())
	}
	for _, name := range slices.Sorted(maps.Keys(v.R.Form)) {
		if rule, ok := strings.CutPrefix(name, "rules."); ok && v.Form(name) != noStep {
			out.Rules[rule] = step(name)
		}
	}
	if rule := v.Form(newRule); rule != "" {
		out.Rules[rule] = step(newStep)
	}
	late, err := strconv.Atoi(v.Form("late"))
	if err != nil || late < 0 || late > 24*60 {
		wrong = append(wrong, fault.New(fault.Invalid, chooseLate).At("late"))
	}
	out.Late = time.Duration(late) * time.Minute
	return out, wrong
}
