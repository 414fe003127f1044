package lesson

import (
	"net/http"
	"net/url"
	"strconv"

	"tilltal/desk/account"
	lessons "tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// listPage is the lessons, the newest first, with the authority's figures.
type listPage struct {
	frame frame.StaffFrame
	acts  []frame.ButtonView
	tabs  frame.TabsView
	notes []noteView
	pager frame.PagerView
	table frame.TableView

	tongue string // of what colleagues wrote; "" for the page's own
}

// noteView is one lesson.
type noteView struct {
	title, meta    string
	happened, next string
}

func (r *room) list(v *visit.Visit) error {
	chosen, after := v.Form("konto"), v.Form("efter")
	found, err := r.Lessons.Notes(v.Context(), v.Actor, chosen, after)
	if err != nil {
		return err
	}
	accounts, err := r.Accounts.All(v.Context(), true)
	if err != nil {
		return err
	}
	names := map[string]string{}
	p := listPage{tabs: frame.TabsView{Label: v.Say(listTitle), Tabs: []frame.Tab{{Name: v.Say(allTab), Href: Path, Here: chosen == ""}}}}
	for _, a := range accounts {
		if names[a.ID] = a.Name; !a.Closed() || chosen == a.ID {
			p.tabs.Tabs = append(p.tabs.Tabs, frame.Tab{Name: a.Name, Href: Path + "?konto=" + url.QueryEscape(a.ID), Here: chosen == a.ID})
		}
	}
	for _, n := range found.Items {
		p.notes = append(p.notes, noteView{title: lessons.Title(lessons.Sorts, n.Sort).In(v.Lang), happened: n.Happened, next: n.Next,
			meta: metaLine.Put(names[n.Account], hall.Day(n.At)).In(v.Lang) + wayOf(v, n.Way)})
	}
	p.tongue = r.Hall.Tongue(v)
	p.pager = pager(chosen, after, found.Next)
	if err := r.figures(v, &p); err != nil {
		return err
	}
	if v.Actor.Anywhere(people.LessonWrite, v.Now) {
		p.acts = []frame.ButtonView{{Text: v.Say(newTitle), Icon: icon.Plus, Look: frame.Primary, Href: newPath, Key: "n"}}
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomWrite, listTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, listView(p))
}

func wayOf(v *visit.Visit, way string) string {
	if way == "" {
		return ""
	}
	return " " + lessons.Title(lessons.Ways, way).In(v.Lang) + "."
}

func pager(account, after, next string) (p frame.PagerView) {
	at := func(after string) string {
		q := url.Values{}
		if account != "" {
			q.Set("konto", account)
		}
		if after != "" {
			q.Set("efter", after)
		}
		if len(q) == 0 {
			return Path
		}
		return Path + "?" + q.Encode()
	}
	if after != "" {
		p.Newer = at("")
	}
	if next != "" {
		p.Older = at(next)
	}
	return p
}

// figures are those of the whole authority, over a year. A small number is not shown.
func (r *room) figures(v *visit.Visit, p *listPage) error {
	t, err := r.Lessons.Tally(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	p.table = frame.TableView{Caption: v.Say(tallyCaption), Quiet: true, Heads: []string{v.Say(sortHead), v.Say(countHead)}, Numbers: []int{1}}
	for _, c := range t.Counts {
		if c.N == 0 && !c.Hidden {
			continue
		}
		n := strconv.Itoa(c.N)
		if c.Hidden {
			n = v.Say(fewWord)
		}
		p.table.Rows = append(p.table.Rows, frame.RowView{Cells: []string{lessons.Title(lessons.Sorts, c.Sort).In(v.Lang), n}})
	}
	if len(p.table.Rows) > 0 && !t.TotalHidden {
		p.table.Rows = append(p.table.Rows, frame.RowView{Cells: []string{v.Say(totalWord), strconv.Itoa(t.Total)}})
	}
	return nil
}

// noteForm asks what happened, and what to do next time.
func (r *room) noteForm(v *visit.Visit) error {
	return r.showNote(v, hall.Filled(v, url.Values{"konto": {v.Form("konto")}}))
}

func (r *room) showNote(v *visit.Visit, form hall.Form) error {
	mine, err := r.Hall.Mine(v)
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomWrite, newTitle)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	area := func(name, label, hint string) frame.FieldView {
		return form.Field(frame.FieldView{Kind: frame.Area, Name: name, Label: label, Hint: hint, Rows: 4})
	}
	fields := []frame.FieldView{accountView(v, form, mine), form.Field(choice("sort", v.Say(sortLabel), v, lessons.Sorts, false)), form.Field(choice("way", v.Say(wayLabel), v, lessons.Ways, true)),
		area("happened", v.Say(happenedLabel), v.Say(happenedHint)), area("next", v.Say(nextLabel), v.Say(nextHint))}
	return v.Page(form.Status(v), sheetView(f, v.Say(newLead), hall.Sheet{Action: newPath, Errors: form.Errors(), Back: Path,
		Sections: []hall.Section{{Fields: fields}}, Button: frame.ButtonView{Text: v.Say(newButton), Look: frame.Primary}}))
}

func accountView(v *visit.Visit, form hall.Form, mine []account.Account) frame.FieldView {
	view := frame.FieldView{Kind: frame.Choice, Name: "konto", Label: v.Say(accountLabel)}
	for _, a := range mine {
		if v.Actor.May(people.LessonWrite, a.ID, v.Now) {
			view.Options = append(view.Options, frame.Option{Value: a.ID, Label: a.Name})
		}
	}
	return form.Field(view)
}

func choice(name, label string, v *visit.Visit, kinds []lessons.Kind, none bool) frame.FieldView {
	view := frame.FieldView{Kind: frame.Choice, Name: name, Label: label, Optional: none}
	if none {
		view.Options = []frame.Option{{Value: "", Label: v.Say(noWay)}}
	}
	for _, k := range kinds {
		view.Options = append(view.Options, frame.Option{Value: k.ID, Label: v.Say(k.Title)})
	}
	return view
}

func (r *room) note(v *visit.Visit) error {
	_, err := r.Lessons.Write(v.Context(), v.Actor, lessons.Note{Account: v.Form("konto"), Sort: v.Form("sort"), Way: v.Form("way"), Happened: v.Form("happened"), Next: v.Form("next")})
	if hall.Mendable(err) {
		return r.showNote(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, Path, noted)
}
