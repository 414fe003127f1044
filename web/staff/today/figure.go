package today

import (
	"fmt"
	"strings"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// greet says hello by the clock on the wall.
func greet(v *visit.Visit) string {
	hello := helloDay
	switch h := clock.TimeOf(v.Now, clock.Stockholm()).Hour(); {
	case h >= 5 && h < 10:
		hello = helloMorning
	case h >= 18:
		hello = helloEvening
	}
	name := v.Actor.Person.GivenName
	if name == "" {
		name = v.Actor.Person.Name
	}
	return hello.Put(name).In(v.Lang)
}

// lead says in a sentence or two what waits.
func lead(v *visit.Visit, t inbox.Tally) string {
	var say []string
	add := func(n int, one, many lingo.Text) {
		if n > 0 {
			say = append(say, count(v, n, one, many))
		}
	}
	add(t.Mine, mineOne, mineMany)
	add(t.Unowned, freeOne, freeMany)
	add(t.Overdue, lateOne, lateMany)
	if len(say) == 0 {
		return v.Say(leadNothing)
	}
	return strings.Join(say, " ")
}

// count says a number; from where the counting stops, that there are many.
func count(v *visit.Visit, n int, one, many lingo.Text) string {
	if n >= inbox.Plenty {
		return many.Put(lingo.T(fmt.Sprint(inbox.Plenty-1, " eller fler"), fmt.Sprint(inbox.Plenty-1, " or more"))).In(v.Lang)
	}
	if n == 1 {
		return one.In(v.Lang)
	}
	return many.Put(fmt.Sprint(n)).In(v.Lang)
}

// today is the first of the two figures: how many of those who asked today have an answer.
func today(v *visit.Visit, view *dayView, t inbox.Tally) {
	f := frame.FigureView{Value: solvedOf.Put(t.Solved, t.Asked).In(v.Lang), Label: v.Say(solvedLabel), Explain: v.Say(solvedExplain)}
	if t.Asked == 0 {
		f = frame.FigureView{Value: v.Say(noneYet), Label: v.Say(noneLabel)}
	}
	view.numbers = append(view.numbers, f)
}

// doing is how we are doing: the headline of the open numbers, and how it has gone day by day.
func (r *room) doing(v *visit.Visit, view *dayView) error {
	if !hall.May(v, people.InboxRead) {
		return nil
	}
	in, err := r.Figures.Insight(v.Context())
	if err != nil || len(in.Readings) == 0 {
		return err
	}
	view.numbers = append(view.numbers, headline(v, in.Readings[0]))
	if len(in.Days) > 1 {
		c := curve(v, in)
		view.curve = &c
	}
	return nil
}

func headline(v *visit.Visit, r record.Reading) frame.FigureView {
	f := frame.FigureView{Label: v.Say(r.Title), Href: "/insyn"}
	if !r.Share.Known() {
		f.Value, f.Explain = v.Say(noneYet), v.Say(tooFew)
		return f
	}
	f.Value = percentOf.Put(percent(r.Share.Part)).In(v.Lang)
	f.Explain = shareExplain.Put(r.Share.K, r.Share.N, percent(r.Share.Low), percent(r.Share.High)).In(v.Lang)
	return f
}

func curve(v *visit.Visit, in record.Insight) frame.CurveView {
	title := v.Say(perDay.Put(in.Readings[0].Title))
	c := frame.CurveView{ID: "dagar", Title: title, Unit: v.Say(percentUnit)}
	for _, d := range in.Days {
		c.Points = append(c.Points, frame.Point{Label: fmt.Sprintf("%d/%d", d.Date.Day, d.Date.Month), Value: 100 * d.Share.Part})
	}
	first, last := c.Points[0], c.Points[len(c.Points)-1]
	c.About = curveAbout.Put(percent(first.Value/100), first.Label, percent(last.Value/100), last.Label).In(v.Lang)
	return c
}

func percent(part float64) int { return int(100*part + 0.5) }
