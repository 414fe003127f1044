package rule

import (
	"math"
	"strings"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// pageView is a rule's page.
type pageView struct {
	lead     string
	help     string
	source   string
	examples []exampleView
	facts    []hall.Fact
	wrong    []hall.Row
	kept     []hall.Row
	silences []hall.Row
	form     *hall.Sheet // nil for those who may not
}

// exampleView is a post, and what the rule says of it. About tells what the post is like when its words do not.
type exampleView struct{ text, about, reason, advice string }

// show shows a rule.
func (r *room) show(v *visit.Visit) error { return r.page(v, hall.Filled(v, nil)) }

func (r *room) page(v *visit.Visit, form hall.Form) error {
	c, rule, err := r.find(v.R.PathValue("rule"))
	if err != nil {
		return err
	}
	view := pageView{lead: v.Say(c.Sheet().Title), help: v.Say(rule.Help), source: rule.Source, examples: examples(v, c, rule)}
	if len(view.examples) > 0 && view.examples[0].text != "" && rule.Help.SV == "”"+view.examples[0].text+"”" { // the help is the example: it is told once
		view.help, _, _ = strings.Cut(v.Say(c.Sheet().Help), "\n")
	}
	tallies, err := r.tallies(v)
	if err != nil {
		return err
	}
	view.facts = facts(v, tallies[rule.ID])
	names := paper.NewNames(v, r.People)
	if view.wrong, err = r.answers(v, rule.ID, draft.Wrong, names); err != nil {
		return err
	}
	if view.kept, err = r.answers(v, rule.ID, draft.Kept, names); err != nil {
		return err
	}
	silent, err := r.silent(v)
	if err != nil {
		return err
	}
	view.silences = silences(v, rule.ID, silent[rule.ID], names)
	if view.form, err = r.form(v, rule.ID, form); err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomAccounts, rule.Title)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	return v.Page(form.Status(v), rulePage(f, view))
}

// facts are how the rule has done.
func facts(v *visit.Visit, t draft.RuleTally) []hall.Fact {
	share, ok := t.Hit()
	if !ok {
		return []hall.Fact{{Name: v.Say(shownLabel), Value: v.Say(neverShown)}}
	}
	return []hall.Fact{{Name: v.Say(shownLabel), Value: lingo.Count(t.Shown, timesOne, timesMany).In(v.Lang)},
		{Name: v.Say(hitLabel), Value: percent.Put(int(math.Round(100 * share))).In(v.Lang)},
		{Name: v.Say(fixedLabel), Value: lingo.Count(t.Fixed, timesOne, timesMany).In(v.Lang)},
		{Name: v.Say(keptLabel), Value: lingo.Count(t.Kept, timesOne, timesMany).In(v.Lang)},
		{Name: v.Say(wrongLabel), Value: lingo.Count(t.Wrong, timesOne, timesMany).In(v.Lang)}}
}

// counted is how a rule has done, in a line of the list; "" for one that nobody has seen yet.
func counted(l lingo.Lang, t draft.RuleTally) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many lingo.Text
	}{{t.Shown, shownOne, shownMany}, {t.Kept, keptOne, keptMany}, {t.Wrong, wrongOne, wrongMany}} {
		if p.n > 0 {
			parts = append(parts, lingo.Count(p.n, p.one, p.many).In(l))
		}
	}
	return strings.Join(parts, " ")
}

// mostWords is how much of the words pointed at a row shows, in bytes.
const mostWords = 160

func (r *room) answers(v *visit.Visit, rule, kind string, names *paper.Names) (rows []hall.Row, err error) {
	all, err := r.Answers.RuleAnswers(v.Context(), v.Actor, rule, kind)
	for _, a := range all {
		words, cut := frame.Excerpt(markup.Visible(a.Words), mostWords)
		if cut {
			words += " …"
		}
		row := hall.Row{Title: "”" + words + "”", Lines: []string{markup.Visible(a.Reason), saidBy.Put(names.Of(a.By), hall.Moment(v, a.At).Words(v.Lang)).In(v.Lang)}}
		if words == "" {
			row.Title = v.Say(wholePost)
		}
		rows = append(rows, row)
	}
	return rows, err
}

func silences(v *visit.Visit, rule string, all []quiet, names *paper.Names) (rows []hall.Row) {
	for _, q := range all {
		row := hall.Row{Title: q.account.Name, Lines: []string{markup.Visible(q.Reason), saidBy.Put(names.Of(q.By), hall.Moment(v, q.At).Words(v.Lang)).In(v.Lang)}}
		if !q.Holds(v.Now) {
			row.Tags = []frame.TagView{{Text: v.Say(endedTag)}}
			rows = append(rows, row)
			continue
		}
		row.Tags = []frame.TagView{{Tone: frame.Ask, Text: untilTag.Put(hall.Day(q.Until.Add(-1))).In(v.Lang)}}
		if v.Actor.May(people.RuleSilence, q.account.ID, v.Now) {
			row.Acts = []hall.Act{{Text: v.Say(speakButton), Action: Path + "/" + rule + "/hor?konto=" + q.account.ID + "&id=" + q.ID, About: q.account.Name}}
		}
		rows = append(rows, row)
	}
	return rows
}

// form asks where, why and until when; nil when the visitor may do it nowhere.
func (r *room) form(v *visit.Visit, rule string, form hall.Form) (*hall.Sheet, error) {
	accounts, err := r.Accounts.All(v.Context(), false)
	if err != nil {
		return nil, err
	}
	var options []frame.Option
	for _, a := range accounts {
		if v.Actor.May(people.RuleSilence, a.ID, v.Now) {
			options = append(options, frame.Option{Value: a.ID, Label: a.Name})
		}
	}
	if len(options) == 0 {
		return nil, nil
	}
	return &hall.Sheet{Action: Path + "/" + rule + "/tysta", Errors: form.Errors(), Bare: true, Button: frame.ButtonView{Text: v.Say(hushButton)},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Kind: frame.Choice, Name: "account", Label: v.Say(accountLabel), Options: options}),
			form.Field(frame.FieldView{Kind: frame.Area, Name: "reason", Label: v.Say(reasonLabel), Hint: v.Say(reasonHint), Rows: 2}),
			form.Field(frame.FieldView{Kind: frame.Date, Name: "until", Label: v.Say(untilLabel), Hint: v.Say(untilHint), Short: true}),
		}}}}, nil
}

// hush makes the rule silent.
func (r *room) hush(v *visit.Visit) error {
	id := v.R.PathValue("rule")
	if _, _, err := r.find(id); err != nil {
		return err
	}
	until, err := hall.LastDay(v.Form("until"))
	if err == nil {
		_, err = r.Silences.Hush(v.Context(), v.Actor, guideline.Silence{Account: v.Form("account"), Rule: id, Reason: v.Form("reason"), Until: until})
	}
	if hall.Mendable(err) {
		return r.page(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, Path+"/"+id, hushedWord)
}

// speak lets the rule be heard again.
func (r *room) speak(v *visit.Visit) error {
	id := v.R.PathValue("rule")
	if _, _, err := r.find(id); err != nil {
		return err
	}
	q := v.R.URL.Query()
	if err := r.Silences.Speak(v.Context(), v.Actor, q.Get("konto"), q.Get("id")); err != nil {
		return err
	}
	return hall.See(v, Path+"/"+id, voicedWord)
}
