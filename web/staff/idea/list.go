package idea

import (
	"net/http"
	"net/url"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// The views of the list, by the word in the address.
const (
	viewMine    = ""
	viewWaiting = "vantar"
	viewAll     = "alla"
)

type listPage struct {
	frame frame.StaffFrame
	tabs  *frame.TabsView // nil for who only has her own
	rows  []paper.Row
	pager frame.PagerView
	empty frame.EmptyView
}

// list shows one's own ideas; and to who deals with ideas, those that wait for an answer and all.
func (r *room) list(v *visit.Visit) error {
	view := v.Form("visa")
	if !v.Actor.Anywhere(people.IdeaAnswer, v.Now) {
		view = viewMine
	}
	page, err := r.listed(v, view)
	if err != nil {
		return err
	}
	names, err := r.accountNames(v)
	if err != nil {
		return err
	}
	p := listPage{tabs: tabs(v, view), empty: empty(v.Lang, view)}
	for _, i := range page.Items {
		p.rows = append(p.rows, row(v, i, names))
	}
	if page.Next != "" {
		p.pager.Older = Path + "?" + url.Values{"visa": {view}, "efter": {page.Next}}.Encode()
	}
	if p.frame, err = r.Hall.Frame(v, "", listTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, listView(p))
}

func (r *room) listed(v *visit.Visit, view string) (desk.Page[idea.Idea], error) {
	after := v.Form("efter")
	switch view {
	case viewWaiting:
		return r.Ideas.ToAnswer(v.Context(), v.Actor, true, after)
	case viewAll:
		return r.Ideas.ToAnswer(v.Context(), v.Actor, false, after)
	}
	return r.Ideas.Mine(v.Context(), v.Actor, after)
}

func tabs(v *visit.Visit, view string) *frame.TabsView {
	if !v.Actor.Anywhere(people.IdeaAnswer, v.Now) {
		return nil
	}
	return &frame.TabsView{Label: v.Say(tabsLabel), Tabs: []frame.Tab{
		{Name: v.Say(tabMine), Href: Path, Here: view == viewMine},
		{Name: v.Say(tabWaiting), Href: Path + "?visa=" + viewWaiting, Here: view == viewWaiting},
		{Name: v.Say(tabAll), Href: Path + "?visa=" + viewAll, Here: view == viewAll},
	}}
}

func empty(l lingo.Lang, view string) frame.EmptyView {
	switch view {
	case viewWaiting:
		return frame.EmptyView{Icon: icon.Good, Title: emptyWaiting.In(l)}
	case viewAll:
		return frame.EmptyView{Icon: icon.Quote, Title: emptyAll.In(l)}
	}
	return frame.EmptyView{Icon: icon.Quote, Title: emptyMine.In(l), Text: emptyMineText.In(l)}
}

// Row is an idea in a list: what it says, where it stands, who sent it and for which account. For the page Idag too.
func Row(v *visit.Visit, i idea.Idea) paper.Row { return row(v, i, nil) }

func row(v *visit.Visit, i idea.Idea, names map[string]string) paper.Row {
	line := paper.FirstLine(i.Text)
	out := paper.Row{Href: Path + "/" + i.ID, Title: lingo.T(line, line), When: hall.Moment(v, i.At), Tags: []frame.TagView{tag(v.Lang, i)}}
	if i.By != v.Actor.Person.ID {
		out.Meta = append(out.Meta, i.From)
	}
	if name := names[i.Account]; name != "" {
		out.Meta = append(out.Meta, name)
	}
	return out
}

// tag is where an idea stands.
func tag(l lingo.Lang, i idea.Idea) frame.TagView {
	stage := i.Stage()
	t := frame.TagView{Text: stage.Title().In(l)}
	switch stage {
	case idea.Waiting:
		t.Tone, t.Icon = frame.Info, icon.Clock
	case idea.Asked:
		t.Tone, t.Icon = frame.Ask, icon.Question
	case idea.Adopted:
		t.Tone, t.Icon = frame.Good, icon.Write
	case idea.Published:
		t.Tone = frame.Good
	}
	return t
}

func (r *room) accountNames(v *visit.Visit) (map[string]string, error) {
	all, err := r.Accounts.All(v.Context(), true)
	out := map[string]string{}
	for _, a := range all {
		out[a.ID] = a.Name
	}
	return out, err
}

// open lists the accounts that are open, for a choice.
func (r *room) open(v *visit.Visit) ([]account.Account, error) {
	return r.Accounts.All(v.Context(), false)
}
