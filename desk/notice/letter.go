package notice

import (
	"fmt"
	"html"
	"net/url"
	"strings"

	"tilltal/base/lingo"
	"tilltal/base/mail"
	"tilltal/desk/people"
)

var (
	subjectMany = lingo.T("%d aviseringar från Tilltal", "%d notices from Tilltal")
	hello       = lingo.T("Hej %s!", "Hello %s!")
	leadOne     = lingo.T("Det här har hänt i skrivbordet:", "This has happened at the desk:")
	leadMany    = lingo.T("Det här har hänt i skrivbordet sedan sist:", "This has happened at the desk since last time:")
	whyLetter   = lingo.T("Du får det här brevet för att du arbetar i Tilltal. Välj när breven kommer, eller stäng av dem: %s", "You get this letter because you work in Tilltal. Choose when the letters come, or turn them off: %s")
	noReply     = lingo.T("Ingen läser svar på det här brevet.", "Nobody reads replies to this letter.")
)

// mostLines bounds a letter: what comes after is a number and a link.
const mostLines = 30

var andMore = lingo.T("Och %d till: %s", "And %d more: %s")

// letter is one letter with all that has gathered, in the person's language. Each line leads to the desk, where what it tells
// of is read by whoever may.
func (r *Room) letter(p people.Person, all []Notice) mail.Letter {
	l := lingo.Lang(p.Language)
	b := letterBuilder{lang: l, base: r.with.Base}
	b.paragraph(hello.Put(p.GivenName).In(l))
	lead := leadMany
	if len(all) == 1 {
		lead = leadOne
	}
	b.paragraph(lead.In(l))
	for i, n := range all {
		if i == mostLines {
			b.paragraph(andMore.Put(len(all)-i, r.with.Base+Path).In(l))
			break
		}
		b.line(n.Sentence().In(l), Path+"/"+n.ID)
	}
	b.end()
	b.paragraph(whyLetter.Put(r.with.Base+SettingsPath).In(l) + "\n" + noReply.In(l))
	subject := all[0].subject().In(l)
	if len(all) > 1 {
		subject = subjectMany.Put(len(all)).In(l)
	}
	return r.envelope(p, subject, nameOf(all), b)
}

// SettingsPath is where a person chooses how she is told.
const SettingsPath = Path + "/val"

func (r *Room) envelope(p people.Person, subject, name string, b letterBuilder) mail.Letter {
	host := "desk.tilltal.invalid"
	if u, err := url.Parse(r.with.Base); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return mail.Letter{ID: name[:32] + "@" + host, To: p.Email, Subject: subject, Text: b.text.String(), HTML: b.page(subject), TurnOff: r.with.Base + SettingsPath, Date: r.clock.Now()}
}

// letterBuilder writes a letter as plain text and as simple HTML at once, so that they say the same.
type letterBuilder struct {
	lang       lingo.Lang
	base       string
	text, html strings.Builder
	listing    bool
}

func (b *letterBuilder) paragraph(s string) {
	fmt.Fprintf(&b.text, "%s\n\n", s)
	fmt.Fprintf(&b.html, "<p>%s</p>\n", strings.ReplaceAll(linked(s), "\n", "<br>\n"))
}

// line is one thing that happened, with where it is read.
func (b *letterBuilder) line(s, path string) {
	if !b.listing {
		b.html.WriteString("<ul>\n")
		b.listing = true
	}
	fmt.Fprintf(&b.text, "– %s\n  %s\n\n", s, b.base+path)
	fmt.Fprintf(&b.html, "<li><a href=\"%s\">%s</a></li>\n", html.EscapeString(b.base+path), html.EscapeString(s))
}

func (b *letterBuilder) end() {
	if b.listing {
		b.html.WriteString("</ul>\n")
		b.listing = false
	}
}

// page is the HTML of the letter: no pictures, no style sheet, nothing that is fetched from anywhere.
func (b *letterBuilder) page(title string) string {
	return fmt.Sprintf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n</head>\n<body>\n%s</body>\n</html>\n",
		html.EscapeString(string(b.lang)), html.EscapeString(title), b.html.String())
}

// linked is a text with its web addresses as links.
func linked(s string) string {
	words := strings.SplitAfter(s, " ")
	for i, w := range words {
		address := strings.TrimRight(w, " .\n")
		if head, _, ok := strings.Cut(address, "\n"); ok {
			address = head
		}
		escaped := html.EscapeString(w)
		if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			a := html.EscapeString(address)
			escaped = strings.Replace(escaped, a, `<a href="`+a+`">`+a+`</a>`, 1)
		}
		words[i] = escaped
	}
	return strings.Join(words, "")
}
