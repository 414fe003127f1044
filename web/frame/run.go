package frame

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"tilltal/base/diff"
	"tilltal/base/lingo"
)

// These two write their HTML by hand: the text is shown with its own spaces and line breaks, and a template would add some
// between the elements. Every piece of text goes through the same escaping as in a template.

// run writes a text with its marks, byte for byte.
func run(pieces []piece) templ.Component {
	var b strings.Builder
	for _, p := range pieces {
		for _, id := range p.first {
			b.WriteString(`<span id="plats-` + templ.EscapeString(id) + `"></span>`)
		}
		text := templ.EscapeString(p.text)
		if len(p.marks) == 0 {
			b.WriteString(text)
			continue
		}
		m := p.marks[0]
		text = `<mark class="` + templ.EscapeString(string(m.Tone)) + `">` + text + `</mark>`
		if m.ID != "" {
			text = `<a class="marking" href="#fynd-` + templ.EscapeString(m.ID) + `">` + text + `</a>`
		}
		b.WriteString(text)
	}
	return written(b.String())
}

// changes writes a comparison, byte for byte, with a word before each change for those who do not see the strokes.
func changes(l lingo.Lang, parts []diff.Piece) templ.Component {
	var b strings.Builder
	for _, p := range parts {
		text := templ.EscapeString(p.Text)
		switch p.Mark {
		case diff.Added:
			b.WriteString(`<ins><span class="unseen">[` + diffIns.In(l) + `:] </span>` + text + `</ins>`)
		case diff.Removed:
			b.WriteString(`<del><span class="unseen">[` + diffDel.In(l) + `:] </span>` + text + `</del>`)
		default:
			b.WriteString(text)
		}
	}
	return written(b.String())
}

// written is HTML that is already escaped.
func written(html string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, html)
		return err
	})
}
