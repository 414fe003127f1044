// Package search is where somebody at the desk looks for something (Sök): what citizens have said and what the authority has
// posted, at the accounts where she may read it, the newest first. The address is the square's own, /sok, which leads here
// when somebody is signed in.
package search

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Talk is what is searched: desk/inbox.
type Talk interface {
	Search(ctx context.Context, a people.Actor, q inbox.Query) (desk.Page[inbox.Hit], error)
	SearchPosts(ctx context.Context, words, after string, limit int) (desk.Page[inbox.Hit], error)
}

// Deps is what the page needs from the house.
type Deps struct {
	Hall *hall.Hall
	Talk Talk
}

var (
	searchTitle  = lingo.T("Sök", "Search")
	searchLead   = lingo.T("I samtal och inlägg. Det nyaste först.", "In conversations and posts. The newest first.")
	searchPosts  = lingo.T("I det vi har publicerat. Det nyaste först.", "In what we have published. The newest first.")
	searchLabel  = lingo.T("Vad letar du efter?", "What are you looking for?")
	searchButton = lingo.T("Sök", "Search")
	hitsLabel    = lingo.T("Träffar", "Hits")
	foundNone    = lingo.T("Vi hittade inget om ”%s”.", "We found nothing about “%s”.")
	didYouMean   = lingo.T("Menade du något som börjar på ”%s”?", "Did you mean something that begins with “%s”?")
	noneHint     = lingo.T("Prova ett kortare ord. Vi hittar allt som börjar likadant.", "Try a shorter word. We find all that begins the same.")
	isTalk       = lingo.T("samtal", "conversation")
	isPost       = lingo.T("inlägg", "post")
)

// view is the page.
type view struct {
	frame   frame.StaffFrame
	lead    string
	query   string
	wrong   string
	hits    []hit
	none    string // what was not found
	instead string // a shorter beginning that has hits; "" for none
	pager   frame.PagerView
}

type hit struct {
	href, text, account string
	tag                 frame.TagView
	when                frame.Moment
}

// Desk returns the handler that answers /sok for somebody who is signed in: public.Deps.Desk.
func Desk(d Deps) visit.Handler { return d.show }

func (d Deps) show(v *visit.Visit) error {
	words := v.Form("q")
	page := view{query: words, lead: v.Say(searchLead)}
	if !d.everything(v) {
		page.lead = v.Say(searchPosts)
	}
	status := http.StatusOK
	if words != "" {
		err := d.fill(v, &page, words)
		if fault.Is(err, fault.Invalid) {
			page.wrong, status = v.Say(fault.Of(err).Say), http.StatusUnprocessableEntity
		} else if err != nil {
			return err
		}
	}
	var err error
	if page.frame, err = d.Hall.Frame(v, "", searchTitle); err != nil {
		return err
	}
	page.frame.Query = words
	v.W.Header().Set("Cache-Control", "no-store")
	return v.Page(status, searchPage(page))
}

// everything reports whether she may search what citizens have said, and not only what is published.
func (d Deps) everything(v *visit.Visit) bool { return v.Actor.Anywhere(people.InboxRead, v.Now) }

func (d Deps) find(v *visit.Visit, words, after string, limit int) (desk.Page[inbox.Hit], error) {
	if d.everything(v) {
		return d.Talk.Search(v.Context(), v.Actor, inbox.Query{Words: words, After: after, Limit: limit})
	}
	return d.Talk.SearchPosts(v.Context(), words, after, limit)
}

func (d Deps) fill(v *visit.Visit, page *view, words string) error {
	after := v.Form("efter")
	found, err := d.find(v, words, after, 0)
	if err != nil {
		return err
	}
	mine, err := d.Hall.Mine(v)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, a := range mine {
		names[a.ID] = a.Name
	}
	for _, h := range found.Items {
		page.hits = append(page.hits, show(v, h, names[h.Account]))
	}
	at := func(after string) string {
		q := url.Values{"q": {words}}
		if after != "" {
			q.Set("efter", after)
		}
		return "/sok?" + q.Encode()
	}
	if found.Next != "" {
		page.pager.Older = at(found.Next)
	}
	if after != "" {
		page.pager.Newer = at("")
	}
	if len(page.hits) == 0 && after == "" {
		page.none = foundNone.Put(markup.Visible(words)).In(v.Lang)
		page.instead = d.shorter(v, words)
	}
	return nil
}

func show(v *visit.Visit, h inbox.Hit, account string) hit {
	out := hit{text: markup.Visible(h.Text), account: account, when: hall.Moment(v, h.At)}
	if h.Kind == inbox.HitPost {
		out.href, out.tag = "/inlagg/"+h.ID, frame.TagView{Text: isPost.In(v.Lang), Icon: icon.Square}
		return out
	}
	out.href, out.tag = "/inkorg/"+h.ID, frame.TagView{Text: isTalk.In(v.Lang), Icon: icon.Inbox}
	return out
}

// The shortest beginning that is tried, and how many letters shorter it may be: a slip of the pen is near the end of a long
// word, and every try is a search.
const (
	shortest = 4
	tries    = 4
)

// shorter returns a beginning of a single word that has hits, when the word itself has none; "" when there is none.
func (d Deps) shorter(v *visit.Visit, words string) string {
	letters := []rune(strings.TrimSpace(words))
	if strings.ContainsAny(string(letters), " \t\n") {
		return ""
	}
	for n := len(letters) - 1; n >= shortest && n >= len(letters)-tries; n-- {
		found, err := d.find(v, string(letters[:n]), "", 1)
		if err != nil {
			return "" // a suggestion is furniture
		}
		if len(found.Items) > 0 {
			return string(letters[:n])
		}
	}
	return ""
}
