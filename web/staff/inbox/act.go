package inbox

import (
	"net/url"
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// The acts, by the last word of their address.
const (
	actTake     = "ta"
	actAssign   = "lamna"
	actNote     = "anteckna"
	actClassify = "klassa"
	actClose    = "avsluta"
	actReopen   = "oppna"
	actReply    = "svara"
	actMark     = "mark"
)

// nobody is what stands in the form when a conversation is handed back to nobody.
const nobody = "ingen"

// actView is a form that is folded away until it is wanted.
type actView struct {
	title string
	icon  icon.Name
	key   string
	open  bool
	sheet hall.Sheet
}

// acts are what the visitor may do in the conversation, besides taking and answering.
func (r *room) acts(v *visit.Visit, sc scene) (out []actView, err error) {
	may := func(right people.Right) bool {
		return v.Actor.May(right, sc.c.Account, v.Now) || sc.c.Owner == v.Actor.Person.ID && v.Actor.MayOwn(right, sc.c.Account, v.Now)
	}
	if may(people.InboxNote) {
		out = append(out, sc.noteForm(v))
	}
	if sc.c.Open() && may(people.InboxAssign) {
		helpers, err := r.People.Helpers(v.Context(), v.Actor, sc.c.Account)
		if err != nil {
			return nil, err
		}
		out = append(out, sc.assignForm(v, helpers))
	}
	if may(people.InboxClassify) {
		out = append(out, sc.classifyForm(v))
		if a, ok := sc.markForm(v, r.Talk.Marks()); ok {
			out = append(out, a)
		}
	}
	if may(people.InboxClose) && sc.c.Open() {
		out = append(out, sc.closeForm(v))
	} else if may(people.InboxClose) && sc.c.Closure != nil {
		out = append(out, sc.reopenForm(v))
	}
	return out, nil
}

// fold makes a form of one of the acts. Fields take their ids from the act, for several forms on the page have the same names.
func (sc scene) fold(v *visit.Visit, act string, title, button lingo.Text, with url.Values, fields ...frame.FieldView) actView {
	form := hall.Filled(v, with)
	view := actView{title: v.Say(title)}
	if sc.sent.act == act {
		form, view.open = sc.sent.form, true
		for _, e := range form.Errors() {
			if e.Field != "" {
				view.sheet.Errors = append(view.sheet.Errors, frame.ErrorView{Field: act + "-" + e.Field, Text: e.Text})
			}
		}
	}
	for i := range fields {
		fields[i] = form.Field(fields[i])
		fields[i].ID = act + "-" + fields[i].Name
	}
	view.sheet.Action, view.sheet.Bare, view.sheet.Hidden = sc.action(act), true, [][2]string{{"sett", sc.seen(v, act)}}
	view.sheet.Button = frame.ButtonView{Text: v.Say(button)}
	view.sheet.Sections = []hall.Section{{Fields: fields}}
	return view
}

func (sc scene) noteForm(v *visit.Visit) actView {
	a := sc.fold(v, actNote, noteTitle, noteButton, nil,
		frame.FieldView{Kind: frame.Area, Name: "text", Label: v.Say(noteLabel), Hint: v.Say(noteHint), Rows: 3})
	a.icon, a.key = icon.Note, "n"
	return a
}

func (sc scene) assignForm(v *visit.Visit, helpers []people.Person) actView {
	var options []frame.Option
	for _, p := range helpers {
		if p.ID == sc.c.Owner {
			continue
		}
		name := p.Name
		if p.Unit != "" {
			name += ", " + p.Unit
		}
		options = append(options, frame.Option{Value: p.ID, Label: name})
	}
	if sc.c.Owner != "" {
		options = append(options, frame.Option{Value: nobody, Label: v.Say(toNobody)})
	}
	a := sc.fold(v, actAssign, assignTitle, assignButton, nil, frame.FieldView{Kind: frame.Choice, Name: "to", Label: v.Say(assignLabel), Options: options})
	a.icon, a.key = icon.People, "l"
	return a
}

func (sc scene) classifyForm(v *visit.Visit) actView {
	var options []frame.Option
	for _, k := range inbox.Kinds() {
		options = append(options, frame.Option{Value: k, Label: inbox.KindTitle(k).In(v.Lang)})
	}
	with := url.Values{"kind": {sc.c.Kind}}
	if sc.c.NeedsAnswer {
		with.Set("needs", "1")
	}
	a := sc.fold(v, actClassify, classifyTitle, classifyButton, with,
		frame.FieldView{Kind: frame.Choice, Name: "kind", Label: v.Say(classifyLabel), Options: options},
		frame.FieldView{Kind: frame.Tick, Name: "needs", Label: v.Say(needsLabel), Hint: v.Say(needsHint)},
		frame.FieldView{Kind: frame.Area, Name: "why", Label: v.Say(whyLabel), Hint: v.Say(whyHint), Rows: 2, Optional: true})
	a.icon = icon.Topic
	return a
}

func (sc scene) closeForm(v *visit.Visit) actView {
	var options []frame.Option
	with := url.Values{}
	for _, o := range inbox.Outcomes() {
		if o == inbox.OutcomeAnswered && sc.c.AnsweredAt.IsZero() {
			continue
		}
		options = append(options, frame.Option{Value: o, Label: outcomes[o].In(v.Lang)})
	}
	if !sc.c.AnsweredAt.IsZero() {
		with.Set("outcome", inbox.OutcomeAnswered)
	}
	a := sc.fold(v, actClose, closeTitle, closeButton, with,
		frame.FieldView{Kind: frame.Radios, Name: "outcome", Label: v.Say(closeLabel), Options: options},
		frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(closeWords), Hint: v.Say(closeHint), Rows: 2, Optional: !sc.c.AnsweredAt.IsZero()})
	a.icon, a.key = icon.Good, "e"
	return a
}

func (sc scene) reopenForm(v *visit.Visit) actView {
	a := sc.fold(v, actReopen, reopenTitle, reopenButton, nil,
		frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(reopenLabel), Rows: 2, Optional: true})
	a.icon, a.key = icon.Undo, "e"
	return a
}

// seen is what the sender of a form had seen of the conversation; 0 is: as it stands.
func seen(v *visit.Visit) int64 {
	n, err := strconv.ParseInt(v.Form("sett"), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// done does an act, and leads to a page with a word about it; or shows the form again with what is to be mended.
func (r *room) done(v *visit.Visit, act, to string, word lingo.Text, err error) error {
	switch {
	case hall.Mendable(err) || fault.Is(err, fault.Unreachable):
		return r.page(v, sent{act: act, form: hall.Again(v, err), err: err})
	case err != nil:
		return err
	}
	return hall.See(v, choose(v).at(to), word)
}

func here(v *visit.Visit) string { return Path + "/" + v.R.PathValue("id") }

func (r *room) take(v *visit.Visit) error {
	err := r.Talk.Take(v.Context(), v.Actor, v.R.PathValue("id"), seen(v))
	return r.done(v, actTake, here(v), tookWord, err)
}

func (r *room) assign(v *visit.Visit) error {
	to := v.Form("to")
	if to == "" {
		return r.done(v, actAssign, "", lingo.Text{}, fault.New(fault.Invalid, chooseColleague).At("to"))
	}
	if to == nobody {
		to = ""
	}
	err := r.Talk.Assign(v.Context(), v.Actor, v.R.PathValue("id"), to, seen(v))
	return r.done(v, actAssign, here(v), handedWord, err)
}

func (r *room) note(v *visit.Visit) error {
	err := r.Talk.Note(v.Context(), v.Actor, v.R.PathValue("id"), v.R.FormValue("text"))
	return r.done(v, actNote, here(v), notedWord, err)
}

func (r *room) classify(v *visit.Visit) error {
	to := inbox.Class{Kind: v.Form("kind"), NeedsAnswer: v.Form("needs") != "", Why: v.Form("why")}
	err := r.Talk.Classify(v.Context(), v.Actor, v.R.PathValue("id"), to, seen(v))
	return r.done(v, actClassify, here(v), classedWord, err)
}

func (r *room) close(v *visit.Visit) error {
	err := r.Talk.Close(v.Context(), v.Actor, v.R.PathValue("id"), v.Form("outcome"), v.Form("words"), seen(v))
	return r.done(v, actClose, Path, closedWord, err)
}

func (r *room) reopen(v *visit.Visit) error {
	err := r.Talk.Reopen(v.Context(), v.Actor, v.R.PathValue("id"), v.Form("words"), seen(v))
	return r.done(v, actReopen, here(v), reopenedWord, err)
}

// presence notes that the visitor has the conversation open, and tells who else has: js/presence.js asks for it.
func (r *room) presence(v *visit.Visit) error {
	doc := struct {
		Here []string `json:"here"`
	}{Here: []string{}}
	if v.Form("leave") == "" {
		others, err := r.Talk.Look(v.Context(), v.Actor, v.R.PathValue("id"))
		if err != nil {
			return err
		}
		for _, o := range others {
			if a, err := r.People.Load(v.Context(), o.Person); err == nil {
				doc.Here = append(doc.Here, a.Person.Name)
			}
		}
	}
	return v.JSON(200, "application/json", doc)
}
