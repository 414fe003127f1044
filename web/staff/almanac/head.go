package almanac

import (
	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/visit"
)

// HeadView is what stands above the days: week or month, what the span is called, and the ways on.
type HeadView struct {
	Tabs  frame.TabsView
	Title string
	Ways  []frame.ButtonView
}

// Head makes the head of a span.
func Head(v *visit.Visit, s Span) HeadView {
	before, after := weekBefore, weekAfter
	if s.Month {
		before, after = monthBefore, monthAfter
	}
	today := from(s.path, s.Month, clock.DateOf(v.Now, clock.Stockholm()))
	return HeadView{Title: s.Title(v.Lang), Tabs: tabs(v.Lang, s), Ways: []frame.ButtonView{
		{Text: v.Say(before), Icon: icon.Left, Href: from(s.path, s.Month, s.step(-1)).Href(), Key: "p"},
		{Text: v.Say(toToday), Href: today.Href(), Key: "t"},
		{Text: v.Say(after), Icon: icon.Right, Href: from(s.path, s.Month, s.Next()).Href(), Key: "n"},
	}}
}

func tabs(l lingo.Lang, s Span) frame.TabsView {
	return frame.TabsView{Label: tabsLabel.In(l), Tabs: []frame.Tab{
		{Name: tabWeek.In(l), Href: Span{First: s.First, path: s.path}.Href(), Here: !s.Month},
		{Name: tabMonth.In(l), Href: from(s.path, true, s.First).Href(), Here: s.Month}}}
}

var (
	tabsLabel   = lingo.T("Visa", "Show")
	tabWeek     = lingo.T("Vecka", "Week")
	tabMonth    = lingo.T("Månad", "Month")
	weekTitle   = lingo.T("Vecka %d · %s", "Week %d · %s")
	weekBefore  = lingo.T("Veckan innan", "The week before")
	weekAfter   = lingo.T("Veckan efter", "The week after")
	monthBefore = lingo.T("Månaden innan", "The month before")
	monthAfter  = lingo.T("Månaden efter", "The month after")
	toToday     = lingo.T("Till i dag", "To today")
)
