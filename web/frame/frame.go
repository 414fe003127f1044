// Package frame is the furniture of the house: the frames that stand around every page, and the components that pages are
// built from. It knows no domain. A component takes a language and a plain view, with every word from outside already in the
// reader's language, and gives HTML that works without a script, with a keyboard and with a screen reader.
//
// The rules of the furniture, from the law on accessible public service (SFS 2018:1937, WCAG 2.2 AA):
//
//   - Meaning is never carried by colour alone: an icon and a word stand with it.
//   - What is said to or by citizens is set in serif (class "speech"), so that one always sees what is speech.
//   - Nothing is inline, neither style nor script: static.Policy holds on every page.
//   - Text from outside is isolated in its direction, so that a trick with right-to-left letters stays in its own box.
//
// A page that wants a live or a helping script names its module in Page.Scripts; everything else is plain forms and links.
package frame

import (
	"github.com/a-h/templ"

	"tilltal/base/lingo"
	"tilltal/web/static"
)

// Where the frames' own forms lead. The web's routes use the same names.
const (
	LanguagePath = "/sprak"              // POST lang=sv|en, back=PATH
	ThemePath    = "/tema"               // POST theme=light|dark|auto, back=PATH
	SignOutPath  = "/logga-ut"           // POST
	AccountPath  = "/konto-val"          // POST konto=ID, back=PATH
	SearchPath   = "/sok"                // GET q=WORDS
	SessionsPath = "/mitt"               // GET the person's own settings and sessions
	NoticesPath  = "/aviseringar"        // GET what the person has been told
	BellPath     = "/aviseringar/klocka" // GET [Bell] alone
	IdeasPath    = "/ideer"              // GET the person's ideas
	AdvicePath   = "/rad"                // GET what the person has asked and been asked
	InsightPath  = "/insyn"              // GET the authority's open book
	AccessPath   = "/tillganglighet"     // GET the accessibility statement (SFS 2018:1937 13 §)
)

// Theme is light or dark, as the reader has chosen. The zero Theme follows her machine.
type Theme string

// The themes.
const (
	Auto  Theme = ""
	Light Theme = "light"
	Dark  Theme = "dark"
)

// ParseTheme reads a theme from a form or a cookie; anything but light and dark is [Auto].
func ParseTheme(s string) Theme {
	switch t := Theme(s); t {
	case Light, Dark:
		return t
	}
	return Auto
}

// Page is what every page has, whatever frame stands around it.
type Page struct {
	Lang        lingo.Lang
	Theme       Theme
	Title       string    // the page's own heading; the tab shows "Title – Site"
	Site        string    // who the page belongs to, after the dash; "Tilltal" when empty
	Path        string    // where the page stands, with its query: language and theme come back here
	Description string    // for search engines, public pages only
	Scripts     []string  // extra modules by name: "editor.js"
	Errors      int       // how many fields are wrong: the tab's title begins with it, so that a screen reader says so first
	Head        []Meta    // Open Graph and the like
	Links       []LinkRel // feeds, canonical address, the other language
	NoIndex     bool      // keep search engines out
	Reader      string    // id of whoever is signed in, at the desk only: what her browser keeps is kept under it
	Carrier     string    // id of the form that the choice of language and look sends, with all that is typed in it; "" is none
}

// Meta is one meta element: <meta property=… content=…>, or name= when Name is set.
type Meta struct{ Property, Name, Content string }

// LinkRel is one link element in the head.
type LinkRel struct{ Rel, Type, Title, Href, HrefLang string }

// heading is the tab's title.
func (p Page) heading() string {
	site := p.Site
	if site == "" {
		site = "Tilltal"
	}
	title := p.Title + " – " + site
	if p.Title == "" || p.Title == site {
		title = site
	}
	if p.Errors > 0 {
		title = lingo.Count(p.Errors, errorsOne, errorsMany).In(p.Lang) + ": " + title
	}
	return title
}

// scripts lists the addresses of the page's modules: the ones every page has, then its own.
func (p Page) scripts(always ...string) []string {
	var out []string
	for _, name := range append(always, p.Scripts...) {
		out = append(out, static.URL("js/"+name))
	}
	return out
}

func lang(l lingo.Lang) string {
	if l == lingo.EN {
		return "en"
	}
	return "sv"
}

// other is the language that the reader may change to.
func other(l lingo.Lang) lingo.Lang {
	if l == lingo.EN {
		return lingo.SV
	}
	return lingo.EN
}

// carried are the attributes of a button that sends the page's own form instead of the one it stands in.
func (p Page) carried() templ.Attributes {
	if p.Carrier == "" {
		return nil
	}
	return templ.Attributes{"form": p.Carrier, "formnovalidate": true}
}
