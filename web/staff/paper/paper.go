// Package paper is how a text looks at the desk (papperet), whichever room it lies in: what the checks said of it and what
// its writer answered, the text as citizens will see it, where it stands, and when it is to go out. Skriv, Granska, Kalender
// and the page of a post all show a text with the same eyes, so that nobody approves another thing than was written.
package paper

import (
	"strings"
	"unicode"

	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// mostTitle is how long a text's first line may be in a list, in characters.
const mostTitle = 120

// mostRead is how much of a text is read for its first line, in bytes.
const mostRead = 4000

// Title is what a text is called where it must have a name: its first line, what it warns of, or that it is empty.
func Title(c draft.Content) lingo.Text {
	for _, s := range []string{c.Summary, c.Text, c.Spoken()} {
		if t := FirstLine(s); t != "" {
			return lingo.T(t, t)
		}
	}
	return untitled
}

// FirstLine is the first line of a text that says anything, cut to fit in a list, with nothing hidden in it.
func FirstLine(s string) string {
	head, _ := frame.Excerpt(strings.TrimSpace(s), mostRead)
	line, _, _ := strings.Cut(strings.TrimSpace(markup.Visible(head)), "\n")
	runes := []rune(strings.TrimSpace(line))
	if len(runes) <= mostTitle {
		return string(runes)
	}
	cut := strings.TrimRightFunc(string(runes[:mostTitle-1]), func(r rune) bool { return !unicode.IsSpace(r) })
	if len(cut) < mostTitle/2 {
		cut = string(runes[:mostTitle-1])
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}

// Sign is the signature under what the visitor says for an account, as citizens would see it.
func Sign(v *visit.Visit, at account.Account) publish.Signature {
	return publish.Sign(v.Actor.Person, at).Shown()
}

var (
	alsoSeen = lingo.T("%s · på torget: %s", "%s · on the square: %s")
	onlySeen = lingo.T("på torget: %s", "on the square: %s")
)

// Signed is who speaks, as colleagues see her: always by name, and what citizens see of it where that is less.
func Signed(v *visit.Visit, by publish.Signature) (name, unit string) {
	switch {
	case by.Person == "" || !by.Veiled():
		return by.Name(), by.Unit
	case by.Unit == "":
		return by.GivenName, onlySeen.Put(by.Line()).In(v.Lang)
	}
	return by.GivenName, alsoSeen.Put(by.Unit, by.Line()).In(v.Lang)
}

// Post is a content as citizens will see it, with who really speaks. Src tells where a picture can be fetched by whoever reads
// it now.
func Post(v *visit.Visit, c draft.Content, by publish.Signature, at frame.Moment, src func(hash string) string) frame.PostView {
	author, unit := Signed(v, by)
	view := frame.PostView{Text: markup.Visible(c.Text), Lang: frame.Foreign(v.Lang, c.Language), Author: author, Unit: unit, Credit: markup.Visible(c.Credit),
		When: at, Warning: markup.Visible(c.Summary)}
	view.HTML = markup.Publish(view.Text, markup.Linker{}).HTML
	for _, t := range c.Topics {
		view.Topics = append(view.Topics, frame.MenuLink{Name: markup.Visible(t)}) // no link: before its first post a topic has no page
	}
	for _, p := range c.Pictures {
		view.Pictures = append(view.Pictures, frame.PictureView{Src: src(p.Hash), Alt: markup.Visible(p.Alt), Width: p.Width, Height: p.Height})
	}
	if c.Correction != nil {
		view.Note = Correction(*c.Correction, at, view.Lang)
	}
	return view
}

// Correction is a correction as citizens will see it. Lang is the language of the post it corrects, "" for the page's own.
func Correction(k draft.Corrected, at frame.Moment, lang string) *frame.CorrectionView {
	return &frame.CorrectionView{When: at, Was: markup.Visible(k.Wrong), Now: markup.Visible(k.Right),
		Because: markup.Visible(k.Why), Then: markup.Visible(k.Now), Lang: lang}
}

// Missing is a fault.List of what a correction does not say yet; nil when it says all four. The draft's room asks the same
// when it is handed in: here it is told while the form is still before her.
func Missing(k draft.Corrected) error {
	var wrong fault.List
	for _, f := range []struct {
		field, text string
		say         lingo.Text
	}{{"wrong", k.Wrong, sayWrong}, {"right", k.Right, sayRight}, {"why", k.Why, sayWhy}, {"now", k.Now, sayNow}} {
		if f.text == "" {
			wrong = append(wrong, fault.New(fault.Invalid, f.say).At(f.field))
		}
	}
	return wrong.OrNil()
}

// Visible is a text from outside, or from long ago, as it may be shown: nothing in it hides or turns the reading.
func Visible(s string) string { return markup.Visible(s) }

// Diff shows what became of a text, with nothing hidden in either version.
func Diff(pieces []diff.Piece) []diff.Piece {
	out := make([]diff.Piece, len(pieces))
	for i, p := range pieces {
		out[i] = diff.Piece{Text: markup.Visible(p.Text), Mark: p.Mark}
	}
	return out
}
