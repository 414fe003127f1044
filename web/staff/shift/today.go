package shift

import (
	"context"
	"strings"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Plans are texts that have a time: desk/publish.
type Plans interface {
	Calendar(ctx context.Context, a people.Actor, from, to time.Time) ([]publish.Slot, error)
	Plan(ctx context.Context, a people.Actor, id string) (publish.Plan, error)
}

// Day is what the page Idag says of shifts: hers, now or next, and what waits for her because of them.
type Day struct {
	lang   lingo.Lang
	mine   *mineLine
	waits  []waitView
	offers []offerView
}

// mineLine is her shift, now or next.
type mineLine struct {
	text, href string
	now        bool
}

// waitView is one thing that waits, with where one sees to it.
type waitView struct {
	note       frame.NoticeView
	href, link string
}

// Waits reports whether something waits for her.
func (d Day) Waits() bool { return len(d.waits)+len(d.offers) > 0 }

// Mine shows her shift, now or next; nothing when she has none.
func (d Day) Mine() templ.Component { return todayMine(d) }

// Show shows what waits.
func (d Day) Show() templ.Component { return todayWaits(d) }

// Today gathers what shifts have to say on the page Idag.
type Today struct {
	Deps
	Plans Plans // nil: no text has been stopped because of a shift
}

// nearby is how far ahead her next shift is told of, and how far back a handover is waited for.
const nearby = 8 * 24 * time.Hour

// most is how many of each kind are shown.
const most = 4

// Day returns what the page says to the visitor.
func (t Today) Day(v *visit.Visit) (Day, error) {
	r := &room{t.Deps}
	d := Day{lang: v.Lang}
	all, err := r.Relay.Mine(v.Context(), v.Actor, shift.Span{From: v.Now.Add(-nearby), Until: v.Now.Add(ahead)})
	if err != nil {
		return d, err
	}
	names := r.names(v)
	d.mine = nextOf(v, all, names)
	for _, step := range []func() error{
		func() error { return r.invited(v, all, names, &d) },
		func() error { return r.handing(v, all, names, &d) },
		func() error { return r.taking(v, all, names, &d) },
		func() error { return r.talking(v, all, names, &d) },
		func() error { return r.alarms(v, names, &d) },
		func() error { return t.stopped(v, names, &d) },
	} {
		if err := step(); err != nil {
			return d, err
		}
	}
	d.offers, err = r.offers(v, names)
	return d, err
}

// nextOf is her shift now, or the next one.
func nextOf(v *visit.Visit, all []shift.Shift, names *names) *mineLine {
	for _, s := range all {
		if s.Covers(v.Now) {
			return &mineLine{text: youAreOn.Put(names.account(s.Account), hall.Until(v, s.Ends, s.Until.Zone)).In(v.Lang), href: shiftPath(s.ID), now: true}
		}
	}
	for _, s := range all {
		if !s.Begun(v.Now) {
			return &mineLine{text: youAreNext.Put(names.account(s.Account), both(s.From, s.Until)).In(v.Lang), href: shiftPath(s.ID)}
		}
	}
	return nil
}

func (d *Day) add(v *visit.Visit, n frame.NoticeView, link lingo.Text, href string) {
	d.waits = append(d.waits, waitView{note: n, href: href, link: v.Say(link)})
}

// invited tells of a guest week to come.
func (r *room) invited(v *visit.Visit, all []shift.Shift, names *names, d *Day) error {
	for _, s := range all {
		if s.Kind == shift.KindGuest && !s.Begun(v.Now) {
			d.add(v, frame.NoticeView{Tone: frame.Info, Title: invitedTitle.Put(names.Given(s.By), names.account(s.Account)).In(v.Lang), Text: hall.Capital(span(v.Lang, s.From, s.Until))},
				invitedLink, shiftPath(s.ID))
		}
	}
	return nil
}

// handing asks for her lines, from the last hours of her shift until somebody has confirmed.
func (r *room) handing(v *visit.Visit, all []shift.Shift, names *names, d *Day) error {
	for _, s := range all {
		if !s.Begun(v.Now) || s.Ends.Sub(v.Now) > 2*time.Hour || v.Now.Sub(s.Ends) > nearby {
			continue
		}
		p, err := r.Relay.Handover(v.Context(), v.Actor, s.ID)
		if err != nil {
			return err
		}
		if p.Confirmed != nil || p.Words != "" || len(p.Ends) == 0 || hersToo(p) {
			continue
		}
		d.add(v, frame.NoticeView{Tone: frame.Ask, Title: writeHandover.Put(names.account(s.Account)).In(v.Lang), Text: lingo.Count(len(p.Ends), openOne, openMany).In(v.Lang)},
			writeHandoverLink, shiftPath(s.ID)+"/overlamning")
	}
	return nil
}

// taking asks her to confirm the handover before her own shift.
func (r *room) taking(v *visit.Visit, all []shift.Shift, names *names, d *Day) error {
	seen := map[string]bool{}
	for _, mine := range all {
		if mine.Over(v.Now) || mine.Begins.Sub(v.Now) > nearby {
			continue
		}
		before, err := r.Relay.Shifts(v.Context(), v.Actor, mine.Account, shift.Span{From: v.Now.Add(-nearby), Until: mine.Ends}, false)
		if fault.Is(err, fault.Forbidden) {
			continue // she has no way in before her shift begins
		}
		if err != nil {
			return err
		}
		for _, s := range before {
			if seen[s.ID] || s.Person == v.Actor.Person.ID || !s.Over(v.Now) {
				continue
			}
			seen[s.ID] = true
			if err := r.take(v, s, names, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *room) take(v *visit.Visit, s shift.Shift, names *names, d *Day) error {
	p, err := r.Relay.Handover(v.Context(), v.Actor, s.ID)
	if fault.Is(err, fault.Forbidden) {
		return nil // it is another's to take over
	}
	if err != nil || p.Confirmed != nil || !final(p) || p.To != v.Actor.Person.ID {
		return err
	}
	tone := frame.Ask
	if !p.Due.IsZero() && v.Now.After(p.Due) {
		tone = frame.Stop
	}
	d.add(v, frame.NoticeView{Tone: tone, Title: takeOver.Put(names.Given(s.Person)).In(v.Lang), Text: lingo.Count(len(p.Ends), openOne, openMany).In(v.Lang)},
		takeOverLink, shiftPath(s.ID)+"/overlamning")
	return nil
}

// talking asks for the talk after a guest week.
func (r *room) talking(v *visit.Visit, all []shift.Shift, names *names, d *Day) error {
	for _, s := range all {
		if s.Kind != shift.KindGuest || !s.Over(v.Now) {
			continue
		}
		a, err := r.Relay.Aftermath(v.Context(), v.Actor, s.ID)
		if err != nil {
			return err
		}
		if a.Said == nil {
			d.add(v, frame.NoticeView{Tone: frame.Info, Title: howWasIt.Put(names.account(s.Account)).In(v.Lang)}, howWasItLink, shiftPath(s.ID)+"/efterprat")
		}
	}
	return nil
}

// alarms are what whoever plans must see to.
func (r *room) alarms(v *visit.Visit, names *names, d *Day) error {
	if !v.Actor.Anywhere(people.ShiftPlan, v.Now) {
		return nil
	}
	all, err := r.Relay.Alarms(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, a := range all[:min(len(all), most)] {
		if err := r.alarm(v, a, names, d); err != nil {
			return err
		}
	}
	return nil
}

func (r *room) alarm(v *visit.Visit, a shift.Alarm, names *names, d *Day) error {
	if a.Kind == shift.AlarmUnconfirmed {
		d.add(v, frame.NoticeView{Tone: frame.Stop, Title: nobodyTookOver.Put(names.account(a.Account)).In(v.Lang), Text: dueWas.Put(hall.Words(v, a.From)).In(v.Lang)},
			seeHandover, shiftPath(a.Shift)+"/overlamning")
		return nil
	}
	at, err := r.Accounts.Account(v.Context(), a.Account)
	if err != nil {
		return err
	}
	zone, err := clock.Zone(at.Zone)
	if err != nil {
		return err
	}
	from, until := clock.WallOf(a.From, zone), clock.WallOf(a.Until, zone)
	note := frame.NoticeView{Tone: frame.Ask, Title: gapAt.Put(at.Name).In(v.Lang), Text: hall.Capital(span(v.Lang, from, until))}
	if a.Kind == shift.AlarmSkipped {
		note.Text = strings.TrimSpace(hall.Capital(span(v.Lang, from, until)) + ". " + skippedTurn.Put(names.Of(a.Person)).In(v.Lang))
	}
	d.add(v, note, planLink, fillHref(a.Account, from, until))
	return nil
}

// stopped asks about texts whose writer's shift had ended when they were to go out.
func (t Today) stopped(v *visit.Visit, names *names, d *Day) error {
	if t.Plans == nil || !v.Actor.Anywhere(people.PublishSchedule, v.Now) {
		return nil
	}
	slots, err := t.Plans.Calendar(v.Context(), v.Actor, v.Now.Add(-back), v.Now)
	if err != nil {
		return err
	}
	for _, s := range slots {
		if s.State != draft.Held || !v.Actor.May(people.PublishSchedule, s.Account, v.Now) {
			continue
		}
		p, err := t.Plans.Plan(v.Context(), v.Actor, s.Draft)
		if err != nil {
			return err
		}
		if p.Hold != nil && p.Hold.Why == publish.HoldShift {
			d.add(v, frame.NoticeView{Tone: frame.Ask, Title: shallItGo.Put(names.Given(s.Author)).In(v.Lang), Text: "”" + paper.FirstLine(s.Text) + "”"}, shallItGoLink, "/kalender/"+s.Draft)
		}
	}
	return nil
}
