package public

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

// perPage is how many posts stand on a page: few enough for a bad phone.
const perPage = 15

var (
	frontTitle = lingo.T("Nytt från %s", "News from %s")
	frontAbout = lingo.T("Läs vad %s säger, ställ en fråga och se hur vi sköter våra konton. Du behöver inget konto.",
		"Read what %s says, ask a question and see how we keep our accounts. You need no account.")
	topicTitle = lingo.T("Ämne: %s", "Topic: %s")
	noTopic    = fault.New(fault.NotFound, lingo.T("Vi har inte skrivit om det ämnet.", "We have not written about that topic.")).
			Try(lingo.T("Sök efter ordet, eller börja från första sidan.", "Search for the word, or begin at the first page."))
	tabPosts = lingo.T("Inlägg", "Posts")
	tabAbout = lingo.T("Om kontot", "About the account")
	tabAsk   = lingo.T("Ställ en fråga", "Ask a question")
	isOpen   = lingo.T("Vi läser %v. %v", "We read %v. %v")
	isClosed = lingo.T("Kontot stängdes %v. Vi svarar inte längre här, men det vi har sagt finns kvar.",
		"The account closed %v. We no longer answer here, but what we have said remains.")
)

func (h *house) toFront(v *visit.Visit) error { return v.See("/") }

// front is the square's first page: who speaks here, and what was said last.
func (h *house) front(v *visit.Visit) error {
	after := v.R.URL.Query().Get("efter")
	return h.serve(v, withAfter("/", "", after), func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		all, err := h.Accounts.All(ctx, true)
		if err != nil {
			return document{}, err
		}
		posts, err := h.Posts.Posts(ctx, publish.List{After: after, Limit: perPage})
		if err != nil {
			return document{}, err
		}
		view := page.Front{Lead: frontAbout.Put(s.Name).In(v.Lang), Items: items(v, byID(all), posts.Items), Pager: pager("/", "", after, posts.Next)}
		if view.Accounts, err = h.cards(ctx, v, all); err != nil {
			return document{}, err
		}
		p := sheet{title: frontTitle.Put(s.Name).In(v.Lang), path: withAfter("/", "", after), description: view.Lead, hidden: after != ""}
		view.Frame = h.frame(v, s, p)
		return rendered(ctx, http.StatusOK, page.FrontPage(view))
	})
}

func byID(all []account.Account) map[string]account.Account {
	out := make(map[string]account.Account, len(all))
	for _, a := range all {
		out[a.ID] = a
	}
	return out
}

// items are posts of several accounts, each under its account's name.
func items(v *visit.Visit, accounts map[string]account.Account, posts []publish.Post) []page.Item {
	var out []page.Item
	for _, p := range posts {
		a, ok := accounts[p.Account]
		if !ok {
			continue
		}
		i := item(v, a, p)
		i.Account, i.AccountHref = a.Name, atAccount(a)
		out = append(out, i)
	}
	return out
}

// cards are the open accounts with who speaks for each this week.
func (h *house) cards(ctx context.Context, v *visit.Visit, all []account.Account) ([]page.Card, error) {
	var out []page.Card
	for _, a := range all {
		if a.Closed() {
			continue
		}
		newest, err := h.newest(ctx, a)
		if err != nil {
			return nil, err
		}
		out = append(out, page.Card{Name: a.Name, Href: atAccount(a), Purpose: a.Purpose, Lang: frame.Foreign(v.Lang, a.Language), Voice: h.voice(v, a, newest)})
	}
	return out, nil
}

// newest returns what an account said last, for the name on its plate.
func (h *house) newest(ctx context.Context, a account.Account) (*publish.Post, error) {
	last, err := h.Posts.Posts(ctx, publish.List{Account: a.ID, Limit: 1})
	if err != nil || len(last.Items) == 0 {
		return nil, err
	}
	return &last.Items[0], nil
}

// account is an account's page: its posts, the newest first, and what it promises. With ?amne=TOPIC only those on a topic.
func (h *house) account(v *visit.Visit) error {
	if done, err := h.activity(v); done || err != nil {
		return err
	}
	handle, q := v.R.PathValue("account"), v.R.URL.Query()
	after, topic := q.Get("efter"), draft.TopicKey(strings.TrimSpace(q.Get("amne")))
	path := withAfter("/torget/"+url.PathEscape(handle), topic, after)
	return h.serve(v, path, func(ctx context.Context) (document, error) {
		a, err := h.Accounts.ByHandle(ctx, handle)
		if err != nil {
			return document{}, err
		}
		return h.accountPage(ctx, v, a, topic, after, path)
	})
}

func (h *house) accountPage(ctx context.Context, v *visit.Visit, a account.Account, topic, after, path string) (document, error) {
	s, err := h.Authority.Current(ctx)
	if err != nil {
		return document{}, err
	}
	posts, err := h.Posts.Posts(ctx, publish.List{Account: a.ID, Topic: topic, After: after, Limit: perPage})
	if err != nil {
		return document{}, err
	}
	newest, err := h.newest(ctx, a)
	if err != nil {
		return document{}, err
	}
	topics, err := h.Posts.Topics(ctx, a.ID)
	if err != nil {
		return document{}, err
	}
	view := page.Account{Name: a.Name, Lang: frame.Foreign(v.Lang, a.Language), Tabs: tabs(v, a, tabPosts), Promise: promise(v, a), Closed: a.Closed(),
		Pager: pager(atAccount(a), topic, after, posts.Next), Ask: atAccount(a) + "/fraga", Follow: atAccount(a) + "/om#folj"}
	if topic == "" && after == "" {
		view.Speakers = h.presented(v, a)
	}
	for _, p := range posts.Items {
		view.Items = append(view.Items, item(v, a, p))
	}
	for _, t := range topics {
		view.Topics = append(view.Topics, frame.MenuLink{Name: t.Title, Href: withAfter(atAccount(a), t.Key, ""), Here: t.Key == topic})
		if t.Key == topic {
			view.Topic, view.All = t.Title, atAccount(a)
		}
	}
	if topic != "" && view.Topic == "" {
		return document{}, noTopic
	}
	p := sheet{title: a.Name, path: path, description: a.Purpose, kind: "profile", activity: topic == "" && after == "", hidden: after != ""}
	if view.Topic != "" {
		p.title = topicTitle.Put(view.Topic).In(v.Lang)
	}
	view.Frame = h.inAccount(v, s, a, newest, p)
	doc, err := rendered(ctx, http.StatusOK, page.AccountPage(view))
	doc.alternate = p.activity
	return doc, err
}

// tabs lead between an account's pages.
func tabs(v *visit.Visit, a account.Account, here lingo.Text) frame.TabsView {
	t := frame.TabsView{Label: a.Name, Tabs: []frame.Tab{{Name: v.Say(tabPosts), Href: atAccount(a)}, {Name: v.Say(tabAbout), Href: atAccount(a) + "/om"}}}
	if !a.Closed() {
		t.Tabs = append(t.Tabs, frame.Tab{Name: v.Say(tabAsk), Href: atAccount(a) + "/fraga"})
	}
	for i := range t.Tabs {
		t.Tabs[i].Here = t.Tabs[i].Name == v.Say(here)
	}
	return t
}

// promise says when somebody reads and how soon they answer, in one breath.
func promise(v *visit.Visit, a account.Account) string {
	if a.Closed() {
		return isClosed.Put(frame.DateIn(a.ClosedAt.In(zoneOf(a)), v.Lang)).In(v.Lang)
	}
	return isOpen.Put(a.Hours.Text(), promiseText(a.Promise)).In(v.Lang)
}

var (
	promised    = lingo.T("Vi svarar %v.", "We answer %v.")
	promiseNone = lingo.T("Vi svarar så snart vi kan.", "We answer as soon as we can.")
)

func promiseText(p svenska.Promise) lingo.Text {
	if t := p.Text(); !t.Empty() {
		return promised.Put(t)
	}
	return promiseNone
}

// address is how the account is found from other servers: @polisen_umea@torget.example.se.
func address(v *visit.Visit, a account.Account) string { return "@" + a.Handle + "@" + v.Base.Host }

// activity lets another server have the same thing as activity JSON.
func (h *house) activity(v *visit.Visit) (bool, error) {
	if h.Activity == nil {
		return false, nil
	}
	v.W.Header().Set("Vary", "Accept, Accept-Language, Cookie")
	return h.Activity(v)
}

// topic is everything on one topic, whichever account said it.
func (h *house) topic(v *visit.Visit, key string) error {
	key = draft.TopicKey(key)
	after := v.R.URL.Query().Get("efter")
	path := withAfter(atTopic(key), "", after)
	return h.serve(v, path, func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		all, err := h.Accounts.All(ctx, true)
		if err != nil {
			return document{}, err
		}
		posts, err := h.Posts.Posts(ctx, publish.List{Topic: key, After: after, Limit: perPage})
		if err != nil {
			return document{}, err
		}
		title := topicName(posts, key)
		if title == "" {
			return document{}, noTopic
		}
		view := page.Topic{Name: title, Items: items(v, byID(all), posts.Items), Pager: pager(atTopic(key), "", after, posts.Next)}
		view.Frame = h.frame(v, s, sheet{title: topicTitle.Put(title).In(v.Lang), path: path, hidden: after != ""})
		return rendered(ctx, http.StatusOK, page.TopicPage(view))
	})
}

// topicName is a topic as it was last written; "" when nothing stands on it.
func topicName(posts desk.Page[publish.Post], key string) string {
	for _, p := range posts.Items {
		for _, t := range p.Content.Topics {
			if draft.TopicKey(t) == key {
				return t
			}
		}
	}
	return ""
}

// withAfter is a list's address: on a topic when it has one, from where a page begins.
func withAfter(path, topic, after string) string {
	q := url.Values{}
	if topic != "" {
		q.Set("amne", topic)
	}
	if after != "" {
		q.Set("efter", after)
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// pager leads to older posts, and from there back to the newest.
func pager(path, topic, after, next string) (p frame.PagerView) {
	if after != "" {
		p.Newer = withAfter(path, topic, "")
	}
	if next != "" {
		p.Older = withAfter(path, topic, next)
	}
	return p
}
