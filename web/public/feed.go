package public

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/account"
	"tilltal/desk/publish"
	"tilltal/web/visit"

	"golang.org/x/net/html"
)

// perFeed is how many posts a feed holds.
const perFeed = 30

// feed is what both forms of a feed are made of.
type feed struct {
	title, about, page, self string
	language                 string
	updated                  time.Time
	entries                  []feedEntry
}

type feedEntry struct {
	title, href, html, author, language string
	at, changed                         time.Time
	topics                              []string
}

var (
	feedCorrected = lingo.T("Rättat: vi skrev ”%s”, rätt är ”%s”.", "Corrected: we wrote “%s”, the right version is “%s”.")
	feedAbout     = lingo.T("Det senaste från %s.", "The latest from %s.")
)

// gather reads the newest posts of an account, or of the whole square with no handle. A feed speaks the account's language,
// whoever fetches it: feed readers share it.
func (h *house) gather(ctx context.Context, v *visit.Visit, handle, self string) (feed, error) {
	s, err := h.Authority.Current(ctx)
	if err != nil {
		return feed{}, err
	}
	f := feed{title: s.Name, about: feedAbout.Put(s.Name).In(lingo.Lang(s.Language)), page: base(v) + "/", self: base(v) + self, language: s.Language, updated: s.ChangedAt}
	all, err := h.Accounts.All(ctx, true)
	if err != nil {
		return feed{}, err
	}
	list := publish.List{Limit: perFeed}
	if handle != "" {
		a, err := h.Accounts.ByHandle(ctx, handle)
		if err != nil {
			return feed{}, err
		}
		list.Account = a.ID
		f.title, f.about, f.page, f.language, f.updated = a.Name, a.Purpose, base(v)+atAccount(a), a.Language, a.ChangedAt
	}
	posts, err := h.Posts.Posts(ctx, list)
	if err != nil {
		return feed{}, err
	}
	accounts := byID(all)
	for _, p := range posts.Items {
		a, ok := accounts[p.Account]
		if !ok {
			continue
		}
		f.entries = append(f.entries, entryOf(v, a, p))
		if p.ChangedAt().After(f.updated) {
			f.updated = p.ChangedAt()
		}
	}
	return f, nil
}

func entryOf(v *visit.Visit, a account.Account, p publish.Post) feedEntry {
	e := feedEntry{title: titleOf(p), href: base(v) + atPost(a, p.ID), author: p.Curator.Line(), at: p.At, changed: p.ChangedAt(),
		topics: p.Content.Topics, language: p.Content.Language}
	var b strings.Builder
	for i := len(p.Corrections) - 1; i >= 0; i-- {
		c := p.Corrections[i]
		b.WriteString("<p><strong>" + html.EscapeString(feedCorrected.Put(markup.Visible(c.Wrong), markup.Visible(c.Right)).In(lingo.Lang(a.Language))) + "</strong></p>")
	}
	if p.Content.Summary != "" { // who would rather not read it must open the page
		b.WriteString("<p>" + html.EscapeString(markup.Visible(p.Content.Summary)) + "</p>")
		e.html = b.String()
		return e
	}
	b.WriteString(markup.Publish(markup.Visible(p.Text()), linker(v)).HTML)
	for _, c := range p.Content.Pictures {
		b.WriteString(`<p><img src="` + base(v) + "/bild/" + html.EscapeString(c.Hash) + `" alt="` + html.EscapeString(c.Alt) + `"></p>`)
	}
	e.html = b.String()
	return e
}

// RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	About   string      `xml:"subtitle,omitempty"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Lang      string      `xml:"xml:lang,attr,omitempty"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Link      atomLink    `xml:"link"`
	Published string      `xml:"published"`
	Updated   string      `xml:"updated"`
	Author    string      `xml:"author>name"`
	Topics    []atomTopic `xml:"category"`
	Content   atomContent `xml:"content"`
}

type atomTopic struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	HTML string `xml:",chardata"`
}

// atom is the feed of an account, or of the whole square.
func (h *house) atom(v *visit.Visit) error {
	handle := v.R.PathValue("account")
	self := feedPath(handle) + "/flode.atom"
	return h.serve(v, self, func(ctx context.Context) (document, error) {
		f, err := h.gather(ctx, v, handle, self)
		if err != nil {
			return document{}, err
		}
		out := atomFeed{Lang: f.language, ID: f.page, Title: f.title, About: f.about, Updated: f.updated.UTC().Format(time.RFC3339),
			Links: []atomLink{{"self", "application/atom+xml", f.self}, {"alternate", "text/html", f.page}}}
		for _, e := range f.entries {
			entry := atomEntry{Lang: e.language, ID: e.href, Title: e.title, Link: atomLink{"alternate", "text/html", e.href}, Author: e.author,
				Published: e.at.UTC().Format(time.RFC3339), Updated: e.changed.UTC().Format(time.RFC3339), Content: atomContent{"html", e.html}}
			for _, t := range e.topics {
				entry.Topics = append(entry.Topics, atomTopic{t})
			}
			out.Entries = append(out.Entries, entry)
		}
		b, err := xml.Marshal(out)
		return document{status: http.StatusOK, media: "application/atom+xml; charset=utf-8", body: append([]byte(xml.Header), b...)}, fault.Wrap("atom", err)
	})
}

func feedPath(handle string) string {
	if handle == "" {
		return ""
	}
	return "/torget/" + url.PathEscape(handle)
}

// jsonfeed.org version 1.1.
type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Home        string     `json:"home_page_url"`
	Self        string     `json:"feed_url"`
	Language    string     `json:"language"`
	Items       []jsonItem `json:"items"`
}

type jsonItem struct {
	ID       string       `json:"id"`
	URL      string       `json:"url"`
	Title    string       `json:"title"`
	HTML     string       `json:"content_html"`
	At       string       `json:"date_published"`
	Changed  string       `json:"date_modified"`
	Authors  []jsonAuthor `json:"authors,omitempty"`
	Tags     []string     `json:"tags,omitempty"`
	Language string       `json:"language,omitempty"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

// jsonFeed is the same feed for programs that would rather read JSON.
func (h *house) jsonFeed(v *visit.Visit) error {
	handle := v.R.PathValue("account")
	self := feedPath(handle) + "/flode.json"
	return h.serve(v, self, func(ctx context.Context) (document, error) {
		f, err := h.gather(ctx, v, handle, self)
		if err != nil {
			return document{}, err
		}
		out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: f.title, Description: f.about, Home: f.page, Self: f.self, Language: f.language, Items: []jsonItem{}}
		for _, e := range f.entries {
			item := jsonItem{ID: e.href, URL: e.href, Title: e.title, HTML: e.html, At: e.at.UTC().Format(time.RFC3339),
				Changed: e.changed.UTC().Format(time.RFC3339), Tags: e.topics, Language: e.language}
			if e.author != "" {
				item.Authors = []jsonAuthor{{e.author}}
			}
			out.Items = append(out.Items, item)
		}
		return asJSON("application/feed+json", out)
	})
}

func asJSON(media string, doc any) (document, error) {
	b, err := json.Marshal(doc)
	return document{status: http.StatusOK, media: media, body: b}, fault.Wrap("json", err)
}
