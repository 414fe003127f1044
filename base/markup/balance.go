package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// writer writes elements so that each is closed, none is where it may not be, and none is too deep.
type writer struct {
	b     strings.Builder
	stack []open
	count map[string]int // of the stack, by name
	depth int            // of the stack, hidden ones not counted
}

type open struct {
	name   string
	hidden bool // it was too deep or misplaced: its tags are not written
}

var blocks = map[string]bool{"p": true, "ul": true, "ol": true, "li": true, "blockquote": true, "pre": true}

// balance writes harmless HTML anew. What comes in has only elements that are allowed; here they become well nested, so that
// a comment can never reach out of its own box on the page.
func balance(safe string) string {
	w := &writer{count: map[string]int{}}
	z := html.NewTokenizer(strings.NewReader(safe))
	for {
		switch z.Next() {
		case html.ErrorToken:
			for len(w.stack) > 0 {
				w.pop()
			}
			return w.b.String()
		case html.TextToken:
			w.b.WriteString(html.EscapeString(Visible(z.Token().Data)))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start(z.Token())
		case html.EndTagToken:
			w.closeTo(z.Token().Data)
		}
	}
}

func (w *writer) start(t html.Token) {
	if t.Data == "br" {
		w.b.WriteString("<br>")
		return
	}
	hidden := false
	switch {
	case t.Data == "li":
		hidden = w.count["ul"]+w.count["ol"] == 0
		if !hidden {
			w.closeItem()
		}
	case blocks[t.Data]:
		w.closeTo("p")
	case t.Data == "a":
		w.closeTo("a")
	}
	hidden = hidden || w.depth >= maxDepth
	tag := "<" + t.Data
	if t.Data == "a" || t.Data == "span" {
		href, class := attributes(t)
		if t.Data == "a" && href == "" {
			hidden = true
		}
		if href != "" {
			tag += ` href="` + html.EscapeString(href) + `"`
		}
		if class != "" {
			tag += ` class="` + class + `"`
		}
		if href != "" {
			tag += ` rel="` + rel + `"`
		}
	}
	w.stack = append(w.stack, open{t.Data, hidden})
	w.count[t.Data]++
	if !hidden {
		w.depth++
		w.b.WriteString(tag + ">")
	}
}

func attributes(t html.Token) (href, class string) {
	for _, a := range t.Attr {
		switch {
		case a.Key == "href" && t.Data == "a":
			href = safeHref(a.Val)
		case a.Key == "class" && classes.MatchString(a.Val):
			class = a.Val
		}
	}
	return href, class
}

// closeItem closes the list item that is open in the innermost list, if there is one.
func (w *writer) closeItem() {
	for i := len(w.stack) - 1; i >= 0; i-- {
		switch w.stack[i].name {
		case "ul", "ol":
			return
		case "li":
			w.closeTo("li")
			return
		}
	}
}

// closeTo closes the innermost element of the name and everything in it; nothing when none is open.
func (w *writer) closeTo(name string) {
	for w.count[name] > 0 {
		if w.pop() == name {
			return
		}
	}
}

func (w *writer) pop() string {
	last := w.stack[len(w.stack)-1]
	w.stack = w.stack[:len(w.stack)-1]
	w.count[last.name]--
	if !last.hidden {
		w.depth--
		w.b.WriteString("</" + last.name + ">")
	}
	return last.name
}
