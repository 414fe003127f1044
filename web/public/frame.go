package public

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// base is the square's own address without a slash at its end.
func base(v *visit.Visit) string { return strings.TrimSuffix(v.Base.String(), "/") }

// Where things are on the square.
func atAccount(a account.Account) string { return "/torget/" + a.Handle }
func atPost(a account.Account, post string) string {
	return atAccount(a) + "/" + url.PathEscape(post)
}
func atTopic(key string) string { return "/torget/amne/" + url.PathEscape(key) }

// sheet is what the page says about itself beside its frame.
type sheet struct {
	title       string
	path        string // its own address, with the part of the query that it reads
	description string
	kind        string // of Open Graph: "website" when empty
	feeds       string // whose feeds stand in the head: "/torget/polisen_umea"; "" is the whole square's
	activity    bool   // the address is also an actor's or a note's
	hidden      bool   // search engines stay out
}

var (
	menuPosts  = lingo.T("Torget", "The square")
	menuBook   = lingo.T("Insyn", "Open book")
	menuSearch = lingo.T("Sök", "Search")
	feedTitle  = lingo.T("Flöde: %s", "Feed: %s")
	help       = lingo.T("Kontakt: %s. Ring 112 om någon är i fara.", "Contact: %s. Call 112 if somebody is in danger.")
)

// frame puts a page of the authority's own in its frame.
func (h *house) frame(v *visit.Visit, s authority.Settings, p sheet) frame.SquareFrame {
	f := frame.SquareFrame{Page: v.Frame(lingo.T(p.title, p.title)), Authority: s.Name, Home: "/"}
	f.Path, f.Site, f.Description, f.NoIndex = p.path, s.Name, p.description, p.hidden
	if s.Contact != "" {
		f.Contact = help.Put(s.Contact).In(v.Lang)
	}
	for _, m := range []struct {
		name lingo.Text
		href string
	}{{menuPosts, "/"}, {menuBook, "/insyn"}, {menuSearch, "/sok"}} {
		f.Menu = append(f.Menu, frame.MenuLink{Name: v.Say(m.name), Href: m.href, Here: m.href == p.path || m.href != "/" && strings.HasPrefix(p.path, m.href)})
	}
	f.Links, f.Head = links(v, s, p), openGraph(v, s, p)
	return f
}

// inAccount puts a page of an account in its frame: its name, its purpose and who speaks.
func (h *house) inAccount(v *visit.Visit, s authority.Settings, a account.Account, newest *publish.Post, p sheet) frame.SquareFrame {
	if p.feeds == "" {
		p.feeds = atAccount(a)
	}
	f := h.frame(v, s, p)
	f.Site = a.Name
	f.Account, f.AccountHref, f.Purpose, f.Tongue = a.Name, atAccount(a), a.Purpose, frame.Foreign(v.Lang, a.Language)
	f.Voice = h.voice(v, a, newest)
	return f
}

func zoneOf(a account.Account) *time.Location {
	if zone, err := clock.Zone(a.Zone); err == nil {
		return zone
	}
	return clock.Stockholm()
}

// links are the page's own address, itself in the other language, its feeds, and itself as other servers read it.
func links(v *visit.Visit, s authority.Settings, p sheet) []frame.LinkRel {
	at := base(v) + p.path
	canonical := at
	if l := chosen(v); l != "" {
		canonical = inLanguage(at, l)
	}
	out := []frame.LinkRel{{Rel: "canonical", Href: canonical}}
	if !p.hidden {
		for _, l := range []lingo.Lang{lingo.SV, lingo.EN} {
			out = append(out, frame.LinkRel{Rel: "alternate", HrefLang: string(l), Href: inLanguage(at, l)})
		}
		out = append(out, frame.LinkRel{Rel: "alternate", HrefLang: "x-default", Href: at})
	}
	title := feedTitle.Put(s.Name).In(v.Lang)
	out = append(out, frame.LinkRel{Rel: "alternate", Type: "application/atom+xml", Title: title, Href: p.feeds + "/flode.atom"},
		frame.LinkRel{Rel: "alternate", Type: "application/feed+json", Title: title, Href: p.feeds + "/flode.json"})
	if p.activity {
		out = append(out, frame.LinkRel{Rel: "alternate", Type: "application/activity+json", Href: at})
	}
	return out
}

// chosen is the language that the address names; "" when it names none.
func chosen(v *visit.Visit) lingo.Lang {
	if v.R.URL.RawQuery == "" {
		return ""
	}
	if l := lingo.Lang(v.R.URL.Query().Get("lang")); l == lingo.SV || l == lingo.EN {
		return l
	}
	return ""
}

func inLanguage(at string, l lingo.Lang) string {
	if strings.Contains(at, "?") {
		return at + "&lang=" + string(l)
	}
	return at + "?lang=" + string(l)
}

func openGraph(v *visit.Visit, s authority.Settings, p sheet) []frame.Meta {
	kind, locale := p.kind, "sv_SE"
	if kind == "" {
		kind = "website"
	}
	if v.Lang == lingo.EN {
		locale = "en_GB"
	}
	out := []frame.Meta{{Property: "og:title", Content: p.title}, {Property: "og:type", Content: kind}, {Property: "og:url", Content: base(v) + p.path},
		{Property: "og:site_name", Content: s.Name}, {Property: "og:locale", Content: locale}}
	if p.description != "" {
		out = append(out, frame.Meta{Property: "og:description", Content: p.description})
	}
	return out
}

// connection is the address a request comes from.
func connection(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// household is what the throttle counts by: an address, and for IPv6 the network it belongs to, since one household has 2⁶⁴
// of them.
func household(address string) string {
	if ip, err := netip.ParseAddr(address); err == nil && ip.Is6() && !ip.Is4In6() {
		if p, err := ip.WithZone("").Prefix(64); err == nil {
			return p.String()
		}
	}
	return address
}
