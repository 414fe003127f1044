package frame

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"tilltal/base/clock"
	"tilltal/base/diff"
	"tilltal/base/lingo"
	frames "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// commonPage is the common frames: the form for those who set them, and the versions there have been.
type commonPage struct {
	frame frame.StaffFrame
	parts []PartView // for those who only read
	sheet *hall.Sheet
	older []olderView
}

// olderView is a version that has been in force.
type olderView struct {
	line  string
	parts []PartView
}

func commonValues(c frames.Common) url.Values {
	out := url.Values{"purpose": {c.Purpose}, "talk": {strings.Join(c.Talk, "\n")}, "avoid": {strings.Join(c.Avoid, "\n")}, "number": {strconv.Itoa(c.Number)}}
	charter.SetExamples(out, "", c.Examples)
	return out
}

func (r *room) common(v *visit.Visit) error {
	c, err := r.Frames.Common(v.Context())
	if err != nil {
		return err
	}
	return r.showCommon(v, c, hall.Filled(v, commonValues(c)))
}

func (r *room) showCommon(v *visit.Visit, c frames.Common, form hall.Form) error {
	p, lang := commonPage{}, r.Hall.Tongue(v)
	if v.Actor.May(people.FrameCommon, "", v.Now) {
		number := form.Value("number")
		if form.Status(v) == http.StatusConflict {
			number = strconv.Itoa(c.Number) // she has been told, and what she sends next is written from the newest
		}
		p.sheet = &hall.Sheet{Action: commonPath, Errors: form.Errors(), Back: Path, Hidden: [][2]string{{"number", number}},
			Sections: []hall.Section{{Fields: commonFields(form)}}, Button: frame.ButtonView{Text: v.Say(save), Look: frame.Primary}}
	} else {
		p.parts = commonParts(v.Lang, c, lang)
	}
	history, err := r.Frames.CommonHistory(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, old := range history {
		p.older = append(p.older, olderView{line: versionLine.Put(old.Number, hall.Words(v, old.ChangedAt), charter.Sort(old.Substance)).In(v.Lang), parts: commonParts(v.Lang, old, lang)})
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomAccounts, commonTitle); err != nil {
		return err
	}
	p.frame.Errors = len(form.Errors())
	return v.Page(form.Status(v), commonView(p))
}

func commonFields(f hall.Form) []frame.FieldView {
	l := f.Lang()
	area := func(name string, label, hint lingo.Text, rows int) frame.FieldView {
		return f.Field(frame.FieldView{Kind: frame.Area, Name: name, Label: label.In(l), Hint: hint.In(l), Rows: rows})
	}
	purpose := area("purpose", whyLabel, whyHint, 3)
	talk, avoid := area("talk", partTitles[frames.PartTalk], oneALine, 4), area("avoid", partTitles[frames.PartAvoid], oneALine, 4)
	talk.Optional, avoid.Optional = true, true
	return append([]frame.FieldView{purpose, talk, avoid}, charter.ExampleFields(f, "")...)
}

// commonChanges compares two versions of the common frames, part by part.
func commonChanges(l lingo.Lang, before, after frames.Common) (out []charter.Change) {
	for _, p := range []struct {
		title   lingo.Text
		was, is string
	}{{whyLabel, before.Purpose, after.Purpose}, {partTitles[frames.PartTalk], strings.Join(before.Talk, "\n"), strings.Join(after.Talk, "\n")},
		{partTitles[frames.PartAvoid], strings.Join(before.Avoid, "\n"), strings.Join(after.Avoid, "\n")},
		{partTitles[frames.PartExamples], charter.Told(l, before.Examples), charter.Told(l, after.Examples)}} {
		if p.was != p.is {
			out = append(out, charter.Change{Name: p.title.In(l), Parts: diff.Words(p.was, p.is)})
		}
	}
	return out
}

// The buttons of the page that shows a change before it is put in force.
const (
	readField  = "last"
	againField = "andra"
)

// adopt shows the change, asks of what sort it is, and puts it in force.
func (r *room) adopt(v *visit.Visit) error {
	current, err := r.Frames.Common(v.Context())
	if err != nil {
		return err
	}
	_ = v.R.ParseForm() // what cannot be read is missing, and missing fields are told of
	wanted := frames.Common{Purpose: v.R.FormValue("purpose"), Talk: lines(v.R.FormValue("talk")), Avoid: lines(v.R.FormValue("avoid"))}
	wanted.Examples, _ = charter.ReadExamples(v.R.Form, "")
	wanted.Number, _ = strconv.Atoi(v.Form("number"))
	wanted, err = wanted.Tidy()
	changes := commonChanges(v.Lang, current, wanted)
	if ask := err == nil && wanted.Number == current.Number && current.Number > 0 && len(changes) > 0; ask {
		switch {
		case v.Form(againField) != "":
			return r.showCommon(v, current, hall.Again(v, nil))
		case v.Form(readField) == "" && v.Form(charter.SortField) == "":
			return r.showChange(v, changes, hall.Again(v, nil))
		}
		if wanted.Substance, err = charter.ReadSort(v); err != nil {
			return r.showChange(v, changes, hall.Again(v, err))
		}
	}
	if err == nil {
		_, err = r.Frames.AdoptCommon(v.Context(), v.Actor, wanted)
	}
	if hall.Mendable(err) {
		return r.showCommon(v, current, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, Path, commonSaved)
}

func lines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
}

func (r *room) showChange(v *visit.Visit, changes []charter.Change, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomAccounts, commonChange)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	return v.Page(form.Status(v), changeView(f, v.Say(changeLead), changes, hall.Sheet{
		Action: commonPath, Errors: form.Errors(), Sections: []hall.Section{{Fields: []frame.FieldView{charter.SortView(form)}}},
		Hidden: charter.Kept(v, readField, againField), Back: Path,
		Button: frame.ButtonView{Text: v.Say(changeAdopt), Look: frame.Primary, Name: readField, Value: "1"},
		Also:   []frame.ButtonView{{Text: v.Say(changeMore), Name: againField, Value: "1", Lenient: true}},
	}))
}

// backingForm asks management to sign.
func (r *room) backingForm(v *visit.Visit) error {
	today := hall.Today(v)
	return r.showBacking(v, hall.Filled(v, url.Values{"words": {v.Say(backingStart)}, "name": {v.Actor.Person.Name},
		"signed": {today.String()}, "review": {today.Add(365).String()}}))
}

func (r *room) showBacking(v *visit.Visit, form hall.Form) error {
	lead, account := v.Say(backingLeadAll), v.Form("konto")
	if account != "" {
		a, err := r.Accounts.Account(v.Context(), account)
		if err != nil {
			return err
		}
		lead = backingLead.Put(a.Name).In(v.Lang)
	}
	current, err := r.Frames.Backing(v.Context(), account)
	if err != nil {
		return err
	}
	field := func(name string, label, hint lingo.Text) frame.FieldView {
		return form.Field(frame.FieldView{Name: name, Label: v.Say(label), Hint: v.Say(hint)})
	}
	day := func(name string, label, hint lingo.Text) frame.FieldView {
		return form.Field(frame.FieldView{Kind: frame.Date, Name: name, Label: v.Say(label), Hint: v.Say(hint), Short: true})
	}
	words := form.Field(frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(wordsLabel), Hint: v.Say(wordsHint), Rows: 5, Max: 1000, Speech: true})
	f, err := r.Hall.Frame(v, frame.RoomAccounts, signBacking)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	return v.Page(form.Status(v), backingView(f, lead, Backing(v, current, r.Hall.Tongue(v)), hall.Sheet{Action: backingPath, Errors: form.Errors(), Back: Path,
		Hidden: [][2]string{{"konto", account}}, Button: frame.ButtonView{Text: v.Say(signButton), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{words, field("name", signName, lingo.Text{}), field("title", signTitle, signTitleHint),
			day("signed", signedLabel, lingo.Text{}), day("review", reviewLabel, reviewHint)}}}}))
}

func (r *room) back(v *visit.Visit) error {
	b := frames.Backing{Account: v.Form("konto"), Words: v.Form("words"), Name: v.Form("name"), Title: v.Form("title")}
	b.Signed, _ = clock.ParseDate(v.Form("signed")) // what is no day is told of by the room
	b.Review, _ = clock.ParseDate(v.Form("review"))
	_, err := r.Frames.Back(v.Context(), v.Actor, b)
	if hall.Mendable(err) {
		return r.showBacking(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	if b.Account != "" {
		return hall.See(v, Path+"/"+b.Account, signed)
	}
	return hall.See(v, Path, signed)
}
