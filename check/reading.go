package check

import (
	"sync"

	"tilltal/check/prose"
)

// reading is what several checks need to know of the same text. It is made by the first that asks, once, so that nine checks of one
// post do not read it nine times.
type reading struct {
	text  string
	words func() *prose.Text
}

// Shared returns the input with room for a reading that everybody who looks at it shares, also at the same time. Run does this
// by itself.
func (in Input) Shared() Input {
	if in.reading == nil || in.reading.text != in.Text {
		text := in.Text
		in.reading = &reading{text: text, words: sync.OnceValue(func() *prose.Text { return prose.Read(text) })}
	}
	return in
}

// Prose returns the text read as words and sentences. It is shared with the other checks of the same post and must not be
// written to.
func (in Input) Prose() *prose.Text {
	if in.reading != nil && in.reading.text == in.Text {
		return in.reading.words()
	}
	return prose.Read(in.Text)
}
