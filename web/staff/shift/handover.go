package shift

import (
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// handoverView is the page that is handed over.
type handoverView struct {
	lead    string
	note    frame.NoticeView
	parts   []partView
	nothing bool
	words   string // what she wants the next to know, for whoever reads it
	tongue  string // of her words
	by      string
	form    *hall.Sheet // for the one who leaves
	confirm string      // where the next confirms; "" for others
	back    string
}

// partView is one kind of loose ends, each with where one sees to it.
type partView struct {
	title, hint string
	rows        []endView
}

type endView struct {
	title, href string
	meta        []string
	clock       *frame.ClockView
	tags        []frame.TagView
}

// handover shows what is handed over after a shift; of one that goes on, what would be.
func (r *room) handover(v *visit.Visit) error {
	p, err := r.Relay.Handover(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	return r.showHandover(v, p, nil)
}

func (r *room) showHandover(v *visit.Visit, p shift.HandoverPage, wrong error) error {
	names := r.names(v)
	form := hall.Filled(v, map[string][]string{"words": {p.Words}})
	if wrong != nil {
		form = hall.Again(v, wrong)
	}
	s := p.Shift
	view := handoverView{lead: handoverFor.Put(names.Of(s.Person), both(s.From, s.Until), names.account(s.Account)).In(v.Lang), note: r.says(v, p, names),
		parts: parts(v, p.Ends, names), nothing: len(p.Ends) == 0, words: paper.Visible(p.Words), tongue: r.Hall.Tongue(v), by: names.Given(s.Person), back: shiftPath(s.ID)}
	own := s.Person == v.Actor.Person.ID
	if own && p.Confirmed == nil && s.Standing() && s.Begun(v.Now) {
		field := form.Field(frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(linesLabel), Hint: v.Say(linesHint), Rows: 5, Max: 500, Optional: view.nothing})
		view.form = &hall.Sheet{Action: shiftPath(s.ID) + "/overlamning", Errors: form.Errors(), Sections: []hall.Section{{Fields: []frame.FieldView{field}}},
			Button: frame.ButtonView{Text: v.Say(linesButton), Look: frame.Primary}}
		view.words = ""
	}
	if !own && final(p) && p.Confirmed == nil && r.takes(v, p) {
		view.confirm = shiftPath(s.ID) + "/kvittera"
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, handoverTitle)
	if err != nil {
		return err
	}
	f.Path, f.Errors = shiftPath(s.ID)+"/overlamning", len(form.Errors())
	return v.Page(form.Status(v), handoverPage(f, view))
}

// final reports whether what is open was written down when the shift ended.
func final(p shift.HandoverPage) bool { return p.Number > 0 && !p.At.Before(p.Shift.Ends) }

// hersToo reports whether whoever had the shift has the next one too: there is nothing to hand over.
func hersToo(p shift.HandoverPage) bool {
	return p.Number == 0 && p.Next != nil && p.Next.Person == p.Shift.Person
}

// takes reports whether the handover is the visitor's to confirm: the room asks again.
func (r *room) takes(v *visit.Visit, p shift.HandoverPage) bool {
	id := v.Actor.Person.ID
	if id == p.To || p.Next != nil && id == p.Next.Person || v.Actor.May(people.ShiftPlan, p.Shift.Account, v.Now) {
		return true
	}
	d, err := r.Relay.OnShift(v.Context(), p.Shift.Account, v.Now)
	return err == nil && d.Person.ID == id
}

// says tells how the handover stands.
func (r *room) says(v *visit.Visit, p shift.HandoverPage, names *names) frame.NoticeView {
	next := v.Say(nobodyNext)
	if p.To != "" {
		next = names.Given(p.To)
	} else if p.Next != nil {
		next = names.Given(p.Next.Person)
	}
	switch {
	case p.Confirmed != nil:
		return frame.NoticeView{Tone: frame.Good, Title: confirmedBy.Put(names.Given(p.Confirmed.By), hall.Words(v, p.Confirmed.At)).In(v.Lang)}
	case !p.Shift.Over(v.Now):
		return frame.NoticeView{Tone: frame.Info, Title: previewTitle.Put(hall.Until(v, p.Shift.Ends, p.Shift.Until.Zone)).In(v.Lang), Text: previewText.Put(next).In(v.Lang)}
	case hersToo(p):
		return frame.NoticeView{Tone: frame.Info, Title: goesOnHerself.Put(names.Given(p.Shift.Person)).In(v.Lang)}
	case p.Due.IsZero():
		return frame.NoticeView{Tone: frame.Good, Title: v.Say(nothingToTake)}
	case !v.Now.Before(p.Due):
		return frame.NoticeView{Tone: frame.Stop, Title: v.Say(unconfirmedTitle), Text: unconfirmedText.Put(next, hall.Words(v, p.Due)).In(v.Lang)}
	}
	return frame.NoticeView{Tone: frame.Ask, Title: waitsFor.Put(next).In(v.Lang), Text: waitsUntil.Put(hall.Words(v, p.Due)).In(v.Lang)}
}

// kinds are the parts of the page, in the order they matter to whoever takes over.
var kinds = []struct {
	kind        string
	title, hint lingo.Text
}{
	{shift.EndPromise, endPromises, endPromisesHint}, {shift.EndTalk, endTalks, lingo.Text{}}, {shift.EndHeld, endHeld, endHeldHint},
	{shift.EndScheduled, endScheduled, lingo.Text{}}, {shift.EndDraft, endDrafts, lingo.Text{}},
}

func parts(v *visit.Visit, ends []shift.End, names *names) (out []partView) {
	for _, k := range kinds {
		part := partView{title: v.Say(k.title), hint: v.Say(k.hint)}
		for _, e := range ends {
			if e.Kind == k.kind {
				part.rows = append(part.rows, endRow(v, e, names))
			}
		}
		if len(part.rows) > 0 {
			out = append(out, part)
		}
	}
	return out
}

func endRow(v *visit.Visit, e shift.End, names *names) endView {
	row := endView{title: paper.FirstLine(e.Title)}
	if row.title == "" {
		row.title = v.Say(untitled)
	}
	if e.Person != "" {
		row.meta = append(row.meta, names.Of(e.Person))
	} else if e.Kind == shift.EndTalk {
		row.meta = append(row.meta, v.Say(nobodyOwns))
	}
	switch e.Kind {
	case shift.EndTalk:
		row.href = "/inkorg/" + e.ID
		if !e.Due.IsZero() && !e.Settled {
			row.clock = &frame.ClockView{Due: hall.Moment(v, e.Due).At, Now: v.Now}
		}
	case shift.EndPromise:
		row.href = "/inkorg/" + e.Where
		row.meta = append(row.meta, promisedWith.Put(e.Phrase).In(v.Lang))
	case shift.EndDraft:
		row.href = "/skriv/" + e.ID
	default:
		row.href = "/kalender/" + e.ID
		if !e.Due.IsZero() {
			row.meta = append(row.meta, goesOut.Put(hall.Words(v, e.Due)).In(v.Lang))
		}
	}
	if e.Stranded {
		row.tags = append(row.tags, frame.TagView{Tone: frame.Ask, Text: v.Say(tagStranded)})
	}
	if e.Settled {
		row.tags = append(row.tags, frame.TagView{Tone: frame.Good, Text: v.Say(tagSettled), Icon: icon.Good})
	}
	return row
}

// handOver keeps what the one who leaves wants the next to know.
func (r *room) handOver(v *visit.Visit) error {
	id := v.R.PathValue("id")
	err := r.Relay.WriteHandover(v.Context(), v.Actor, id, v.Form("words"))
	if err == nil {
		return hall.See(v, shiftPath(id)+"/overlamning", saidHandedOver)
	}
	if !hall.Mendable(err) {
		return err
	}
	p, err2 := r.Relay.Handover(v.Context(), v.Actor, id)
	if err2 != nil {
		return err2
	}
	return r.showHandover(v, p, err)
}

// confirm is the next one saying that she has taken over.
func (r *room) confirm(v *visit.Visit) error {
	id := v.R.PathValue("id")
	err := r.Relay.Confirm(v.Context(), v.Actor, id)
	said := saidConfirmed
	if fault.Is(err, fault.Gone) || fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		said, err = fault.Of(err).Say, nil
	}
	if err != nil {
		return err
	}
	return hall.See(v, shiftPath(id)+"/overlamning", said)
}
