package public

import (
	"context"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

func stockholm() *time.Location { return clock.Stockholm() }

// robots lets search engines read what is said, and keeps them out of forms, receipts and the desk.
func (h *house) robots(v *visit.Visit) error {
	var b strings.Builder
	b.WriteString("User-agent: *\n")
	for _, path := range []string{"/fraga/", "/sok", "/sprak", "/tema", "/logga-in", "/api/", "/torget/*/fraga", "/torget/*/*/fel"} {
		b.WriteString("Disallow: " + path + "\n")
	}
	for _, room := range frame.Rooms() {
		b.WriteString("Disallow: " + room.Path() + "\n")
	}
	b.WriteString("\nSitemap: " + base(v) + "/sitemap.xml\n")
	return v.Bytes(http.StatusOK, plainText, []byte(b.String()))
}

// maxSitemap is how many posts the sitemap lists, the newest first; a sitemap may have 50,000 lines (sitemaps.org).
const maxSitemap = 10_000

type sitemapSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

func (h *house) sitemap(v *visit.Visit) error {
	return h.serve(v, "/sitemap.xml", func(ctx context.Context) (document, error) {
		all, err := h.Accounts.All(ctx, true)
		if err != nil {
			return document{}, err
		}
		var set sitemapSet
		add := func(path string, changed time.Time) {
			u := sitemapURL{Loc: base(v) + path}
			if !changed.IsZero() {
				u.LastMod = changed.UTC().Format(time.RFC3339)
			}
			set.URLs = append(set.URLs, u)
		}
		for _, path := range []string{"/", "/insyn", "/insyn/rattelser", "/insyn/protokoll", "/tillganglighet"} {
			add(path, time.Time{})
		}
		for _, a := range all {
			add(atAccount(a), time.Time{})
			add(atAccount(a)+"/om", a.ChangedAt)
		}
		accounts, after := byID(all), ""
		for len(set.URLs) < maxSitemap {
			posts, err := h.Posts.Posts(ctx, publish.List{After: after, Limit: 200})
			if err != nil {
				return document{}, err
			}
			for _, p := range posts.Items {
				if a, ok := accounts[p.Account]; ok {
					add(atPost(a, p.ID), p.ChangedAt())
				}
			}
			if after = posts.Next; after == "" {
				break
			}
		}
		b, err := xml.Marshal(set)
		return document{status: http.StatusOK, media: "application/xml; charset=utf-8", body: append([]byte(xml.Header), b...)}, fault.Wrap("sitemap", err)
	})
}

var (
	accessTitle = lingo.T("Tillgänglighet", "Accessibility")
	searchTitle = lingo.T("Sök på torget", "Search the square")
	foundNone   = lingo.T("Vi hittade inget om ”%s”.", "We found nothing about “%s”.")
)

// accessibility is the statement that DOS-lagen SFS 2018:1937 13 § asks for.
func (h *house) accessibility(v *visit.Visit) error {
	return h.serve(v, "/tillganglighet", func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		view := page.Access{Authority: s.Name, Contact: s.Contact, Statement: paragraphs(s.Accessibility), Lang: frame.Foreign(v.Lang, s.Language)}
		view.Frame = h.frame(v, s, sheet{title: v.Say(accessTitle), path: "/tillganglighet"})
		return rendered(ctx, http.StatusOK, page.AccessPage(view))
	})
}

// search looks for words in what the authority has said. Whoever is signed in searches the whole desk instead.
func (h *house) search(v *visit.Visit) error {
	if v.SignedIn() && h.Desk != nil {
		return h.Desk(v)
	}
	s, err := h.Authority.Current(v.Context())
	if err != nil {
		return err
	}
	words, after := v.Form("q"), v.Form("efter")
	view := page.Search{Query: words}
	status := http.StatusOK
	if words != "" {
		err := h.hits(v, &view, words, after)
		if fault.Is(err, fault.Invalid) {
			view.Error, status = v.Say(fault.Of(err).Say), http.StatusUnprocessableEntity
		} else if err != nil {
			return err
		}
	}
	view.Frame = h.frame(v, s, sheet{title: v.Say(searchTitle), path: v.R.URL.RequestURI(), hidden: true})
	view.Frame.Links = nil
	for i := range view.Frame.Menu {
		view.Frame.Menu[i].Here = view.Frame.Menu[i].Href == "/sok"
	}
	v.W.Header().Set("Cache-Control", "no-cache")
	return v.Page(status, page.SearchPage(view))
}

// hits reads what was found, as it stands now: what has been withdrawn since is left out.
func (h *house) hits(v *visit.Visit, view *page.Search, words, after string) error {
	found, err := h.Talk.SearchPosts(v.Context(), words, after, perPage)
	if err != nil {
		return err
	}
	all, err := h.Accounts.All(v.Context(), true)
	if err != nil {
		return err
	}
	accounts := byID(all)
	for _, hit := range found.Items {
		a, ok := accounts[hit.Account]
		if !ok || hit.Kind != inbox.HitPost {
			continue
		}
		p, err := h.Posts.Public(v.Context(), hit.ID)
		if fault.Is(err, fault.NotFound) || err == nil && p.Withdrawal != nil {
			continue
		}
		if err != nil {
			return err
		}
		i := item(v, a, p)
		i.Account, i.AccountHref, i.Acts = a.Name, atAccount(a), frame.ActsView{}
		view.Items = append(view.Items, i)
	}
	view.Pager = searchPager(words, after, found.Next)
	if len(view.Items) == 0 {
		view.Nothing = foundNone.Put(words).In(v.Lang)
	}
	return nil
}

func searchPager(words, after, next string) frame.PagerView {
	p := pager("/sok", "", after, next)
	for _, to := range []*string{&p.Newer, &p.Older} {
		switch {
		case *to == "":
		case strings.Contains(*to, "?"):
			*to += "&" + queryOf(words)
		default:
			*to += "?" + queryOf(words)
		}
	}
	return p
}

func queryOf(words string) string { return url.Values{"q": {words}}.Encode() }
