// Package measure is the port for measures (mått): numbers about the work that cannot be made better by working worse. A
// measure looks at every message that needed an answer, says what it found with how many and how sure, and says in both
// languages what it means. It is pure.
//
// The property that every measure must have, and measuretest tries: no figure gets better by ignoring a message, by closing
// or hiding it, by an automatic reply, or because the citizen gave up and took it back.
//
// A measure is one folder here and one line in measure/all.
package measure

import (
	"iter"
	"time"

	"tilltal/base/interval"
	"tilltal/base/lingo"
)

// Message is one message that needed an answer: a question, a request, a complaint or an error report.
type Message struct {
	Account  string
	Channel  string
	At       time.Time // when it became visible to us
	Answered time.Time // the first answer in substance by a human; zero when there is none
	Gone     time.Time // when the citizen took it back; zero when she did not
}

// Figure is what a measure found.
type Figure struct {
	Share interval.Share // with how many and how sure
	Until time.Time      // messages that came later are too young to count
}

// Measure is one way to look at the work.
type Measure interface {
	// Sheet describes the measure. It must be constant.
	Sheet() Sheet
	// Of looks at the messages as things stand at a moment. The order of the messages means nothing.
	Of(messages iter.Seq[Message], now time.Time) Figure
}

// Sheet is what a measure says of itself.
type Sheet struct {
	Name  string     // stable: "answered.day"
	Title lingo.Text // "Besvarade inom en arbetsdag"
	Help  lingo.Text // what is counted, and what cannot be read out of it
}
