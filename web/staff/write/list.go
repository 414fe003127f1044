package write

import (
	"net/http"
	"net/url"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// The views of the list, by the word in the address.
const (
	viewOwn        = ""
	viewColleagues = "kollegor"
	viewPublished  = "publicerat"
)

// underWay are the states of a text that is not finished.
var underWay = []draft.State{draft.Returned, draft.Held, draft.Writing, draft.Ready, draft.Waiting, draft.Scheduled}

// listPage is what one has under way.
type listPage struct {
	frame  frame.StaffFrame
	tabs   frame.TabsView
	rows   []paper.Row
	pager  frame.PagerView
	empty  frame.EmptyView
	begin  []account.Account // where she may write
	learns bool              // she may read what colleagues have learnt
	chosen string            // the account she works with
}

// list shows what one has under way, and where to begin anew.
func (r *room) list(v *visit.Visit) error {
	at, ok, err := r.Hall.Account(v)
	if err != nil {
		return err
	}
	view := v.Form("visa")
	if !ok || view == viewColleagues && !v.Actor.May(people.DraftRead, at.ID, v.Now) {
		view = viewOwn
	}
	page, err := r.listed(v, view, at.ID)
	if err != nil {
		return err
	}
	p := listPage{tabs: tabs(v, view, at, ok), empty: emptyList(v.Lang, view), chosen: at.ID, learns: v.Actor.Anywhere(people.LessonRead, v.Now)}
	if page.Next != "" {
		p.pager.Older = Path + "?" + url.Values{"visa": {view}, "efter": {page.Next}}.Encode()
	}
	names := paper.NewNames(v, r.People)
	for _, d := range page.Items {
		if view != viewColleagues || d.Author != v.Actor.Person.ID {
			p.rows = append(p.rows, r.row(v, d, names))
		}
	}
	if p.begin, err = r.mayWrite(v); err != nil {
		return err
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomWrite, listTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, listView(p))
}

func (r *room) listed(v *visit.Visit, view, at string) (desk.Page[draft.Draft], error) {
	after := v.Form("efter")
	switch view {
	case viewColleagues:
		return r.Drafts.OfAccount(v.Context(), v.Actor, at, underWay, after)
	case viewPublished:
		return r.Drafts.Own(v.Context(), v.Actor, []draft.State{draft.Published}, after)
	}
	return r.Drafts.Own(v.Context(), v.Actor, underWay, after)
}

func (r *room) row(v *visit.Visit, d draft.Draft, names *paper.Names) paper.Row {
	row := paper.Draft(v, d)
	if a, err := r.Accounts.Account(v.Context(), d.Account); err == nil {
		row.Meta = append(row.Meta, a.Name)
	}
	if d.Author != v.Actor.Person.ID {
		row.Meta = append(row.Meta, names.Of(d.Author))
	}
	if d.State == draft.Returned && d.Returned != "" {
		row.Note = returnedWith.Put(paper.FirstLine(d.Returned)).In(v.Lang)
	}
	return row
}

func tabs(v *visit.Visit, view string, at account.Account, ok bool) frame.TabsView {
	t := frame.TabsView{Label: v.Say(tabsLabel), Tabs: []frame.Tab{{Name: v.Say(tabOwn), Href: Path, Here: view == viewOwn}}}
	if ok && v.Actor.May(people.DraftRead, at.ID, v.Now) {
		t.Tabs = append(t.Tabs, frame.Tab{Name: tabColleagues.Put(at.Name).In(v.Lang), Href: Path + "?visa=" + viewColleagues, Here: view == viewColleagues})
	}
	return frame.TabsView{Label: t.Label, Tabs: append(t.Tabs, frame.Tab{Name: v.Say(tabPublished), Href: Path + "?visa=" + viewPublished, Here: view == viewPublished})}
}

func emptyList(l lingo.Lang, view string) frame.EmptyView {
	switch view {
	case viewColleagues:
		return frame.EmptyView{Icon: iconOf(view), Title: emptyColleagues.In(l)}
	case viewPublished:
		return frame.EmptyView{Icon: iconOf(view), Title: emptyPublished.In(l), Text: emptyPublishedText.In(l)}
	}
	return frame.EmptyView{Icon: iconOf(view), Title: emptyOwn.In(l), Text: emptyOwnText.In(l)}
}

// mayWrite lists the accounts that the visitor may write for.
func (r *room) mayWrite(v *visit.Visit) ([]account.Account, error) {
	mine, err := r.Hall.Mine(v)
	var out []account.Account
	for _, a := range mine {
		if v.Actor.May(people.DraftWrite, a.ID, v.Now) {
			out = append(out, a)
		}
	}
	return out, err
}

// begin begins an empty draft for the account that was chosen, and opens it.
func (r *room) begin(v *visit.Visit) error {
	at := v.Form("konto")
	if at == "" {
		if a, ok, err := r.Hall.Account(v); err != nil {
			return err
		} else if ok {
			at = a.ID
		}
	}
	d, err := r.Drafts.Begin(v.Context(), v.Actor, draft.Start{Account: at, Kind: draft.KindPost})
	if err != nil {
		return err
	}
	hall.Choose(v, d.Account)
	return v.See(Path + "/" + d.ID)
}
