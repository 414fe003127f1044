// Package measuretest is what every measure must pass: that it describes itself in both languages, and that its figure
// cannot be made better by working worse.
package measuretest

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/measure"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// Run tries a measure.
func Run(t *testing.T, m measure.Measure) {
	t.Run("sheet", func(t *testing.T) { trySheet(t, m) })
	t.Run("nothing", func(t *testing.T) {
		if f := m.Of(slices.Values([]measure.Message(nil)), noon); f.Share.Known() {
			t.Errorf("something is known of nothing: %+v", f)
		}
	})
	t.Run("order", func(t *testing.T) { tryOrder(t, m) })
	t.Run("honest", func(t *testing.T) { tryHonest(t, m) })
}

func trySheet(t *testing.T, m measure.Measure) {
	s := m.Sheet()
	for name, text := range map[string]string{"name": s.Name, "Swedish title": s.Title.SV, "English title": s.Title.EN, "Swedish help": s.Help.SV, "English help": s.Help.EN} {
		if text == "" {
			t.Errorf("it has no %s", name)
		}
	}
}

func tryOrder(t *testing.T, m measure.Measure) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyMessages(t)
		shuffled := rapid.Permutation(all).Draw(t, "order")
		if a, b := part(m, all, noon), part(m, shuffled, noon); a != b {
			t.Fatalf("%v in one order, %v in another", a, b)
		}
	})
}

// tryHonest does to one message what a desk in a hurry could do, and asks that the share does not rise.
func tryHonest(t *testing.T, m measure.Measure) {
	tricks := map[string]func(*measure.Message){
		"ignore it":             func(x *measure.Message) { x.Answered = time.Time{} },
		"answer it later":       func(x *measure.Message) { x.Answered = x.Answered.Add(48 * time.Hour) },
		"wait until she leaves": func(x *measure.Message) { x.Answered, x.Gone = time.Time{}, x.At.Add(time.Minute) },
		"let her take it back":  func(x *measure.Message) { x.Gone = x.At.Add(time.Minute) },
	}
	for name, trick := range tricks {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				all := anyMessages(t)
				before := part(m, all, noon)
				i := rapid.IntRange(0, len(all)-1).Draw(t, "which")
				if name == "answer it later" && all[i].Answered.IsZero() {
					t.Skip("there is no answer to delay")
				}
				trick(&all[i])
				if after := part(m, all, noon); after > before {
					t.Fatalf("the share rose from %v to %v", before, after)
				}
			})
		})
	}
}

func part(m measure.Measure, all []measure.Message, now time.Time) float64 {
	f := m.Of(slices.Values(all), now)
	if !f.Share.Known() {
		return 0
	}
	return f.Share.Part
}

func anyMessages(t *rapid.T) []measure.Message {
	out := make([]measure.Message, rapid.IntRange(1, 20).Draw(t, "messages"))
	for i := range out {
		out[i] = measure.Message{Account: "a", Channel: "fediverse", At: noon.Add(-time.Duration(rapid.IntRange(0, 20*24*60).Draw(t, "age")) * time.Minute)}
		if rapid.Bool().Draw(t, "answered") {
			out[i].Answered = out[i].At.Add(time.Duration(rapid.IntRange(0, 8*24*60).Draw(t, "wait")) * time.Minute)
		}
	}
	return out
}
