package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// Plain is the text of a stranger's HTML: paragraphs with an empty line between them, line breaks kept, list items with a dash.
// Links are there as they read; a link that servers show shortened is there in full. It is what search, lists and the checks
// read, so it is treated as in [Visible] too.
func Plain(dirty string) string {
	var p plainer
	z := html.NewTokenizer(strings.NewReader(Clean(dirty)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(p.b.String())
		case html.TextToken:
			p.text(z.Token().Data)
		case html.StartTagToken:
			p.start(z.Token().Data)
		case html.EndTagToken:
			p.end(z.Token().Data)
		}
	}
}

// plainer writes text and remembers how many line breaks are owed before the next word.
type plainer struct {
	b    strings.Builder
	owed int
	pre  int
}

func (p *plainer) text(s string) {
	if p.pre == 0 {
		space := strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.HasPrefix(s, "\t")
		after := strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n") || strings.HasSuffix(s, "\t")
		s = strings.Join(strings.Fields(s), " ")
		if s == "" {
			if space && p.owed == 0 && !strings.HasSuffix(p.b.String(), " ") {
				p.b.WriteByte(' ')
			}
			return
		}
		if space && p.owed == 0 && !strings.HasSuffix(p.b.String(), " ") {
			s = " " + s
		}
		if after {
			s += " "
		}
	}
	p.pay()
	p.b.WriteString(s)
}

// pay writes the line breaks that are owed, unless nothing has been written yet.
func (p *plainer) pay() {
	if p.b.Len() > 0 {
		p.b.WriteString(strings.Repeat("\n", p.owed))
	}
	p.owed = 0
}

func (p *plainer) owe(n int) { p.owed = max(p.owed, n) }

func (p *plainer) start(name string) {
	switch name {
	case "br":
		p.owed = min(p.owed+1, 2)
	case "p", "ul", "ol", "blockquote":
		p.owe(2)
	case "pre":
		p.owe(2)
		p.pre++
	case "li":
		p.owe(1)
		p.pay()
		p.b.WriteString("- ")
	}
}

func (p *plainer) end(name string) {
	switch name {
	case "p", "ul", "ol", "blockquote":
		p.owe(2)
	case "pre":
		p.owe(2)
		p.pre--
	case "li":
		p.owe(1)
	}
}
