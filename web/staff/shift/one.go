package shift

import (
	"net/http"

	"tilltal/base/lingo"
	law "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/icon"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// oneView is one shift: how it stands, what it is, and what may be done about it.
type oneView struct {
	lead   string
	acts   []frame.ButtonView
	notes  []frame.NoticeView
	invite *inviteView
	facts  []hall.Fact
	stepIn string // where the deputy takes over; "" when she cannot
	back   string // to the account's calendar; "" for those who may not read it
}

// inviteView is what an invitation says besides: what she does before her first day.
type inviteView struct {
	title   string
	steps   []stepView
	decline string // where she says no; "" when the shift has begun
}

// stepView is one thing to do before a shift.
type stepView struct {
	text, href string
	done       bool
}

// one shows a shift.
func (r *room) one(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	names := r.names(v)
	own := s.Person == v.Actor.Person.ID
	view := oneView{lead: names.account(s.Account), facts: facts(v, s, names, r.Hall.Tongue(v)), notes: notes(v, s)}
	if v.Actor.May(people.ShiftRead, s.Account, v.Now) {
		view.back = calendarPath(s.Account) + "?fran=" + s.From.Date.String()
	}
	r.acts(v, s, own, &view)
	unread, err := r.unread(v, s, names)
	if err != nil {
		return err
	}
	if !own {
		view.notes = append(view.notes, unread...)
	}
	if own && s.Standing() && !s.Over(v.Now) {
		if err := r.prepare(v, s, names, &view); err != nil {
			return err
		}
	}
	title := span(v.Lang, s.From, s.Until)
	f, err := r.Hall.Frame(v, frame.RoomCalendar, lingo.T(title, title))
	if err != nil {
		return err
	}
	f.Title = hall.Capital(title)
	return v.Page(http.StatusOK, onePage(f, view))
}

func facts(v *visit.Visit, s shift.Shift, names *names, tongue string) []hall.Fact {
	out := []hall.Fact{{Name: v.Say(personFact), Value: names.Of(s.Person)}, {Name: v.Say(kindFact), Value: v.Say(kindTitle(s.Kind))},
		{Name: v.Say(purposeFact), Value: paper.Visible(s.Purpose), Lang: tongue, Lines: true, Speech: true}}
	if s.Deputy != "" {
		out = append(out, hall.Fact{Name: v.Say(deputyLabel), Value: names.Of(s.Deputy)})
	}
	if s.Pair {
		out[1].Value = joined(out[1].Value, v.Say(pairLabel))
	}
	planner := v.Say(plannedByDesk)
	if s.By != "" {
		planner = joined(names.Of(s.By), v.Say(hall.Words(v, s.At)))
	}
	out = append(out, hall.Fact{Name: v.Say(plannedBy), Value: planner})
	if why := whyTitle(s.Why); !why.Empty() {
		out = append(out, hall.Fact{Name: v.Say(changedWhy), Value: v.Say(why)},
			hall.Fact{Name: v.Say(changedWords), Value: paper.Visible(s.Words), Lang: tongue, Lines: true})
	}
	return out
}

func whyTitle(why string) lingo.Text {
	return map[string]lingo.Text{shift.WhyPerson: whyPerson, shift.WhyRotation: whyRotation, shift.WhySwap: whySwap,
		shift.WhyDeputy: whyDeputy, shift.WhyEnded: whyEnded}[why]
}

// notes say how the shift stands.
func notes(v *visit.Visit, s shift.Shift) (out []frame.NoticeView) {
	switch {
	case s.Cancelled != nil:
		out = append(out, frame.NoticeView{Tone: frame.Stop, Title: v.Say(tagCancelled), Text: paper.Visible(s.Cancelled.Words)})
	case s.Covers(v.Now):
		out = append(out, frame.NoticeView{Tone: frame.Good, Title: v.Say(goesOn.Put(hall.Until(v, s.Ends, s.Until.Zone)))})
	case s.Over(v.Now):
		out = append(out, frame.NoticeView{Tone: frame.Info, Title: v.Say(isOver)})
	}
	return out
}

// acts are what the visitor may do about a shift.
func (r *room) acts(v *visit.Visit, s shift.Shift, own bool, view *oneView) {
	at := shiftPath(s.ID)
	add := func(t lingo.Text, i icon.Name, to string, look frame.Look) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(t), Icon: i, Href: at + to, Look: look})
	}
	plans := v.Actor.May(people.ShiftPlan, s.Account, v.Now)
	reads := own || v.Actor.May(people.ShiftRead, s.Account, v.Now)
	if s.Standing() && s.Begun(v.Now) && reads {
		look := frame.Secondary
		if own {
			look = frame.Primary
		}
		add(handoverTitle, icon.Reply, "/overlamning", look)
		if own || plans {
			add(talkTitle, icon.Note, "/efterprat", frame.Secondary)
		}
	}
	if !s.Standing() || s.Over(v.Now) {
		return
	}
	if own && !s.Begun(v.Now) {
		add(swapTitle, icon.People, "/byt", frame.Secondary)
	}
	if s.Deputy == v.Actor.Person.ID || plans && s.Deputy != "" {
		view.stepIn = at + "/ersattare"
	}
	if plans {
		add(changeButton, icon.Edit, "/andra", frame.Secondary)
		t := cancelButton
		if s.Begun(v.Now) {
			t = endButton
		}
		add(t, icon.Close, "/stall-in", frame.Bare)
	}
}

// prepare says what she does before her shift: reads the frames, and presents herself.
func (r *room) prepare(v *visit.Visit, s shift.Shift, names *names, view *oneView) error {
	steps, err := r.steps(v, s)
	if err != nil {
		return err
	}
	title := prepareTitle
	if s.Kind == shift.KindGuest && !s.Begun(v.Now) {
		title = invitedTitle.Put(names.Given(s.By), names.account(s.Account))
	}
	view.invite = &inviteView{title: v.Say(title), steps: steps}
	if s.Kind == shift.KindGuest && !s.Begun(v.Now) {
		view.invite.decline = shiftPath(s.ID) + "/nej"
	}
	return nil
}

// unread tells whoever plans that the one who has the shift has not read the frames yet.
func (r *room) unread(v *visit.Visit, s shift.Shift, names *names) ([]frame.NoticeView, error) {
	if r.Frames == nil || !s.Standing() || s.Over(v.Now) || !v.Actor.May(people.ShiftPlan, s.Account, v.Now) {
		return nil, nil
	}
	st, err := r.Frames.Standing(v.Context(), s.Person, s.Account)
	if err != nil || st.Ready() {
		return nil, err
	}
	return []frame.NoticeView{{Tone: frame.Ask, Title: unreadTitle.Put(names.Given(s.Person)).In(v.Lang), Text: v.Say(unreadText)}}, nil
}

func (r *room) steps(v *visit.Visit, s shift.Shift) ([]stepView, error) {
	var out []stepView
	if r.Frames != nil {
		st, err := r.Frames.Standing(v.Context(), s.Person, s.Account)
		if err != nil {
			return nil, err
		}
		step := stepView{text: v.Say(stepFrames), done: st.Ready()}
		if law.Reads(v.Actor, s.Account, v.Now) {
			step.href = bounds.At(s.Account, shiftPath(s.ID))
		}
		out = append(out, step)
	}
	p, err := r.Relay.Presentation(v.Context(), v.Actor)
	if err != nil {
		return nil, err
	}
	out = append(out, stepView{text: v.Say(stepPresent), href: presentPath, done: p.Consent})
	return append(out, stepView{text: v.Say(stepEnd)}), nil
}
