package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"tilltal/check"
)

// Digest returns the hex SHA-256 of the content's canonical JSON: what is approved and what is sent are compared by it.
func (c Content) Digest() string {
	sum := sha256.Sum256(c.canonical())
	return hex.EncodeToString(sum[:])
}

// canonical is the one way this content is written as JSON: fields in the order of the type, no needless escapes, no
// difference between an empty list and none.
func (c Content) canonical() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil { // strings, numbers and bools only: cannot fail
		panic("content cannot be written as JSON: " + err.Error())
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// Same reports whether two contents say the same, to the byte.
func (c Content) Same(d Content) bool { return bytes.Equal(c.canonical(), d.canonical()) }

// Tidy returns the content as it will be kept: line ends as \n, no characters that a database cannot keep, topics without
// # and said once. Words are never touched. Tidy of a tidy content changes nothing.
func (c Content) Tidy() Content {
	c.Text = tidyText(c.Text)
	c.Summary = strings.TrimSpace(tidyLine(c.Summary))
	c.Language = strings.TrimSpace(tidyLine(c.Language))
	c.Purpose = strings.TrimSpace(tidyLine(c.Purpose))
	c.Credit = strings.TrimSpace(tidyLine(c.Credit))
	c.Topics = tidyTopics(c.Topics)
	c.Pictures = append([]Picture(nil), c.Pictures...)
	for i, p := range c.Pictures {
		p.Alt, p.Name = strings.TrimSpace(tidyText(p.Alt)), tidyLine(p.Name)
		p.Hash, p.Type = tidyLine(p.Hash), tidyLine(p.Type)
		c.Pictures[i] = p
	}
	if c.Correction != nil {
		c.Correction = &Corrected{
			Wrong: strings.TrimSpace(tidyText(c.Correction.Wrong)),
			Right: strings.TrimSpace(tidyText(c.Correction.Right)),
			Why:   strings.TrimSpace(tidyText(c.Correction.Why)),
			Now:   strings.TrimSpace(tidyText(c.Correction.Now)),
		}
	}
	return c
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "")

func tidyText(s string) string { return strings.ToValidUTF8(lineEnds.Replace(s), "\uFFFD") }

func tidyLine(s string) string { return strings.ReplaceAll(tidyText(s), "\n", " ") }

func tidyTopics(topics []string) []string {
	var out []string
	said := map[string]bool{}
	for _, t := range topics {
		t = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(tidyLine(t)), "#"))
		key := TopicKey(t)
		if t == "" || said[key] {
			continue
		}
		said[key] = true
		out = append(out, t)
	}
	return out
}

// TopicKey is how a topic is found whichever way it is written: in lower case.
func TopicKey(topic string) string { return strings.ToLower(topic) }

// Part is one field of a content in the text the checks look at.
type Part struct {
	Field string // the form field: text, summary, wrong, right, why, now
	Start int    // where it begins in [Content.Spoken], in bytes
	Text  string
}

// Parts returns everything in the content that citizens will read as running text, in the order of [Content.Spoken].
func (c Content) Parts() []Part {
	fields := []Part{{Field: "text", Text: c.Text}, {Field: "summary", Text: c.Summary}}
	if r := c.Correction; r != nil {
		fields = append(fields, Part{Field: "wrong", Text: r.Wrong}, Part{Field: "right", Text: r.Right},
			Part{Field: "why", Text: r.Why}, Part{Field: "now", Text: r.Now})
	}
	var out []Part
	at := 0
	for _, p := range fields {
		if p.Text == "" {
			continue
		}
		p.Start = at
		at += len(p.Text) + len(between)
		out = append(out, p)
	}
	return out
}

const between = "\n\n"

// Spoken is the text that the checks look at: the text first, so that its places are the places in the form; then the
// content warning and the words of a correction.
func (c Content) Spoken() string {
	parts := c.Parts()
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
	}
	return strings.Join(texts, between)
}

// Place tells which field a finding stands in, and where in that field. A finding about the whole stands in "text" at 0,0.
func (c Content) Place(s check.Span) (field string, in check.Span) {
	if s == (check.Span{}) {
		return "text", s
	}
	for _, p := range c.Parts() {
		if end := p.Start + len(p.Text); s.Start >= p.Start && s.Start <= end {
			return p.Field, check.Span{Start: s.Start - p.Start, End: min(s.End, end) - p.Start}
		}
	}
	return "text", check.Span{}
}
