package inbox

import (
	"net/http"
	"net/url"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// The views of the list, by the word in the address.
const (
	viewOpen    = ""
	viewMine    = "mina"
	viewUnowned = "lediga"
	viewOverdue = "sena"
	viewClosed  = "klara"
)

// choice is what the list shows, as the address has it.
type choice struct{ view, account, channel, after string }

// choose reads the choice. Somebody who only reads what is handed to her by name sees just that.
func choose(v *visit.Visit) choice {
	q := v.R.URL.Query()
	c := choice{view: q.Get("visa"), account: q.Get("konto"), channel: q.Get("kanal"), after: q.Get("efter")}
	switch c.view {
	case viewMine, viewUnowned, viewOverdue, viewClosed:
	default:
		c.view = viewOpen
	}
	if !v.Actor.Anywhere(people.InboxRead, v.Now) && c.view != viewClosed {
		c.view = viewMine
	}
	return c
}

// query is the choice as it stands after a question mark; "" for the first page of everything.
func (c choice) query() string {
	q := url.Values{}
	for name, value := range map[string]string{"visa": c.view, "konto": c.account, "kanal": c.channel, "efter": c.after} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

func (c choice) at(path string) string { return path + c.query() }

func (c choice) viewing(view string) choice { c.view, c.after = view, ""; return c }

// filter is the choice as the room reads it.
func (c choice) filter(v *visit.Visit) inbox.Filter {
	f := inbox.Filter{Channel: c.channel, After: c.after, Closed: c.view == viewClosed, Unowned: c.view == viewUnowned}
	if c.account != "" {
		f.Accounts = []string{c.account}
	}
	if c.view == viewMine || !v.Actor.Anywhere(people.InboxRead, v.Now) {
		f.Owner = v.Actor.Person.ID
	}
	if c.view == viewOverdue {
		f.Waiting, f.DueBy = true, v.Now
	}
	return f
}

// listView is the list beside a conversation, or by itself.
type listView struct {
	tabs    frame.TabsView
	filter  filterView
	threads []frame.ThreadView
	pager   frame.PagerView
	empty   frame.EmptyView
	told    []frame.NoticeView
}

// filterView is the account and the channel that the list is narrowed to.
type filterView struct {
	Said     string // "Alla konton, alla kanaler"
	Accounts []frame.MenuLink
	Channels []frame.MenuLink
}

// list shows the conversations. On a wide screen there is room for one beside them.
func (r *room) list(v *visit.Visit) error {
	live := r.live(v)
	names := paper.NewNames(v, r.People)
	view, err := r.listed(v, choose(v), "", names)
	if err != nil {
		return err
	}
	f, err := r.frame(v, live)
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, listPage(f, view))
}

// listed reads the list. Here is the conversation that stands open beside it.
func (r *room) listed(v *visit.Visit, c choice, here string, names *paper.Names) (listView, error) {
	page, err := r.Talk.List(v.Context(), v.Actor, c.filter(v))
	if err != nil {
		return listView{}, err
	}
	tally, err := r.Talk.Today(v.Context(), v.Actor)
	if err != nil {
		return listView{}, err
	}
	view := listView{tabs: tabs(v, c, tally), empty: emptyFor(v.Lang, c)}
	for _, talk := range page.Items {
		t := Thread(v, talk, names)
		t.Href, t.Here = c.at(t.Href), talk.ID == here
		view.threads = append(view.threads, t)
	}
	if page.Next != "" {
		next := c
		next.after = page.Next
		view.pager.Older = next.at(Path)
	}
	if c.after != "" {
		view.pager.Newer = c.viewing(c.view).at(Path)
	}
	if view.told, err = r.stopped(v); err != nil {
		return view, err
	}
	view.filter, err = r.narrowed(v, c)
	return view, err
}

func tabs(v *visit.Visit, c choice, t inbox.Tally) frame.TabsView {
	out := frame.TabsView{Label: v.Say(viewsLabel)}
	add := func(view string, name lingo.Text, count int) {
		out.Tabs = append(out.Tabs, frame.Tab{Name: v.Say(name), Href: c.viewing(view).at(Path), Count: count, Here: c.view == view})
	}
	if v.Actor.Anywhere(people.InboxRead, v.Now) {
		add(viewOpen, tabOpen, 0)
		add(viewMine, tabMine, t.Mine)
		add(viewUnowned, tabUnowned, t.Unowned)
		add(viewOverdue, tabOverdue, t.Overdue)
	} else {
		add(viewMine, tabMine, t.Mine)
	}
	add(viewClosed, tabClosed, 0)
	return out
}

// narrowed says what the list is narrowed to, and leads to other choices.
func (r *room) narrowed(v *visit.Visit, c choice) (filterView, error) {
	mine, err := r.Hall.Mine(v)
	if err != nil {
		return filterView{}, err
	}
	link := func(name string, to choice, here bool) frame.MenuLink {
		to.after = ""
		return frame.MenuLink{Name: name, Href: to.at(Path), Here: here}
	}
	all := c
	all.account = ""
	account := v.Say(everyAccount)
	view := filterView{Accounts: []frame.MenuLink{link(account, all, c.account == "")}}
	for _, a := range mine {
		if !v.Actor.May(people.InboxRead, a.ID, v.Now) {
			continue
		}
		one := c
		one.account = a.ID
		view.Accounts = append(view.Accounts, link(a.Name, one, c.account == a.ID))
		if c.account == a.ID {
			account = a.Name
		}
	}
	all = c
	all.channel = ""
	channel := v.Say(everyChannel)
	view.Channels = []frame.MenuLink{link(channel, all, c.channel == "")}
	for _, name := range []string{inbox.ChannelSquare, inbox.ChannelFediverse} {
		one := c
		one.channel = name
		view.Channels = append(view.Channels, link(Channel(v.Lang, name).Name, one, c.channel == name))
		if c.channel == name {
			channel = Channel(v.Lang, name).Name
		}
	}
	view.Said = filterSaid.Put(account, channel).In(v.Lang)
	return view, nil
}

func emptyFor(l lingo.Lang, c choice) frame.EmptyView {
	switch {
	case c.view == viewClosed:
		return frame.EmptyView{Icon: icon.Inbox, Title: emptyClosed.In(l)}
	case c.account+c.channel+c.after != "":
		return frame.EmptyView{Icon: icon.Inbox, Title: emptyNarrow.In(l), Text: emptyNarrowText.In(l)}
	case c.view == viewMine:
		return frame.EmptyView{Icon: icon.Good, Title: emptyMine.In(l), Text: emptyMineText.In(l)}
	}
	return frame.EmptyView{Icon: icon.Good, Title: emptyAll.In(l)}
}

// Thread is a conversation as a row in a list.
func Thread(v *visit.Visit, c inbox.Conversation, names *paper.Names) frame.ThreadView {
	t := frame.ThreadView{Href: Path + "/" + c.ID, First: markup.Visible(c.First), Who: citizen(v, c), Channel: Channel(v.Lang, c.Channel),
		When: hall.Moment(v, c.LastAt), Clock: clockOf(v, c), Unread: c.Open() && c.Owner == "" && !c.Due.IsZero(), Tags: tagsOf(v.Lang, c)}
	if t.First == "" {
		t.First = v.Say(withoutWords)
	}
	switch {
	case c.Owner != "":
		t.Owner = names.Of(c.Owner)
	case c.Open():
		t.Unowned = v.Say(nobodyHas)
	}
	return t
}

// citizen is who a conversation is with, as she calls herself.
func citizen(v *visit.Visit, c inbox.Conversation) string {
	if name := markup.Visible(c.WithName); name != "" {
		return name
	}
	if c.With != "" {
		return markup.Visible(c.With)
	}
	return v.Say(aCitizen)
}

// clockOf is the promise that runs; nil when none does.
func clockOf(v *visit.Visit, c inbox.Conversation) *frame.ClockView {
	if c.Due.IsZero() || !c.Open() {
		return nil
	}
	m := hall.Moment(v, c.Due)
	return &frame.ClockView{Due: m.At, Now: m.Now, Soon: inbox.Soon}
}

func tagsOf(l lingo.Lang, c inbox.Conversation) (tags []frame.TagView) {
	if c.Closure != nil {
		tags = append(tags, frame.TagView{Tone: frame.Good, Text: capital(inbox.OutcomeTitle(c.Closure.Outcome).In(l))})
	} else if !c.AnsweredAt.IsZero() && c.Due.IsZero() {
		tags = append(tags, frame.TagView{Tone: frame.Good, Text: answeredTag.In(l)})
	}
	if !c.WithLeft.IsZero() {
		tags = append(tags, frame.TagView{Tone: frame.Ask, Text: hasLeftTag.In(l), Icon: icon.Person})
	}
	switch c.Kind {
	case inbox.KindError, inbox.KindReport, inbox.KindAlike:
		tags = append(tags, frame.TagView{Tone: frame.Ask, Text: capital(inbox.KindTitle(c.Kind).In(l)), Icon: icon.Flag})
	case inbox.KindDirect:
		tags = append(tags, frame.TagView{Tone: frame.Info, Text: capital(inbox.KindTitle(c.Kind).In(l)), Icon: icon.Lock})
	}
	return append(tags, markTags(l, c.Marks)...)
}

// Channel is where something came from, with the name that people know it by.
func Channel(l lingo.Lang, name string) frame.ChannelView {
	switch name {
	case inbox.ChannelSquare:
		return frame.ChannelView{Name: theSquare.In(l), Icon: icon.Square}
	case inbox.ChannelFediverse:
		return frame.ChannelView{Name: theFediverse.In(l), Icon: icon.Fediverse}
	}
	return frame.ChannelView{Name: markup.Visible(name)}
}
