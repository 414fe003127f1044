package tone

import (
	"slices"
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// sign is a cue found in the text.
type sign struct {
	cue      cue
	at       check.Span
	sentence int
}

// reader is one reading of one text.
type reader struct {
	t       *prose.Text
	profile profile
	marks   []sign
	notes   *check.Notes
}

// mark finds the cues, and the laughing emoji.
func mark(t *prose.Text) []sign {
	var out []sign
	cues.Each(t, func(i, n int, several []cue) {
		for _, c := range several {
			out = append(out, sign{cue: c, at: check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}, sentence: t.Words[i].Sentence})
		}
	})
	for i, w := range t.Words {
		switch {
		case party(t, i):
			out = append(out, sign{cue: partyName, at: check.Span{Start: w.Start, End: w.End}, sentence: w.Sentence})
		case people[w.Lower] && one(t, i) || aged(w.Lower):
			out = append(out, sign{cue: person, at: check.Span{Start: w.Start, End: w.End}, sentence: w.Sentence})
		case pronouns[w.Lower]:
			out = append(out, sign{cue: pronoun, at: check.Span{Start: w.Start, End: w.End}, sentence: w.Sentence})
		}
	}
	sentence := 0
	for at, r := range t.Raw {
		if !laughing(r) {
			continue
		}
		for sentence+1 < len(t.Sentences) && t.Sentences[sentence+1].Start <= at {
			sentence++
		}
		out = append(out, sign{cue: laugh, at: check.Span{Start: at, End: at + len(string(r))}, sentence: sentence})
	}
	slices.SortStableFunc(out, func(a, b sign) int { return a.at.Start - b.at.Start })
	return out
}

// aged reports whether a word is somebody by age: 23-årig, 17-åringen.
func aged(lower string) bool {
	return len(lower) > 6 && lower[0] >= '0' && lower[0] <= '9' && strings.Contains(lower, "-åri")
}

// one tells "en berusad man" from "man" as everybody: "en" or "ett" stands some words before, and no blank "en man" that another
// phrase reads.
func one(t *prose.Text, i int) bool {
	for j := i - 2; j >= max(0, i-4); j-- {
		if t.Words[j].Sentence == t.Words[i].Sentence && (t.Words[j].Lower == "en" || t.Words[j].Lower == "ett") {
			return true
		}
	}
	return false
}

func laughing(r rune) bool {
	switch r {
	case '😂', '🤣', '😆', '😹', '🙄', '🤡', '🤦', '😏', '🙃', '🤭', '🤪', '🥴', '😜', '😝', '💀', '😅':
		return true
	}
	return false
}

// near counts the signs of some kinds within a number of sentences of another sign, and returns the first of them.
func (r *reader) near(i, sentences int, kinds ...cue) (count int, first sign) {
	home := r.marks[i].sentence
	lo := i
	for lo > 0 && r.marks[lo-1].sentence >= home-sentences && i-lo < 60 {
		lo--
	}
	for j := lo; j < len(r.marks) && r.marks[j].sentence <= home+sentences && j-lo < 120; j++ {
		if j != i && slices.Contains(kinds, r.marks[j].cue) {
			if count++; count == 1 {
				first = r.marks[j]
			}
		}
	}
	return count, first
}

// has reports whether a sign of a kind stands anywhere in the text.
func (r *reader) has(c cue) bool {
	return slices.ContainsFunc(r.marks, func(s sign) bool { return s.cue == c })
}

func (r *reader) word(s sign) string { return r.t.Raw[s.at.Start:s.at.End] }

// once limits a rule to one question per five sentences: a question that is repeated is not read.
type once struct{ last int }

func (o *once) again(sentence int) bool {
	if o.last > 0 && sentence < o.last+4 {
		return true
	}
	o.last = sentence + 1
	return false
}

// mockery asks about laughter, scorn or a film quote near a person met on duty.
func (r *reader) mockery() {
	var o once
	for i, s := range r.marks {
		points := 0
		switch s.cue {
		case scorn:
			points = 2
		case laugh, quote:
			points = 1
		default:
			continue
		}
		people, _ := r.near(i, 2, person, child)
		if people == 0 {
			if people, _ = r.near(i, 1, pronoun); people == 0 {
				continue
			}
			points-- // "he" may be a colleague
		}
		if n, _ := r.near(i, 2, meeting); n > 0 {
			points++
		}
		more, _ := r.near(i, 2, scorn, laugh, quote)
		points += min(more, 2)
		g := graded(points, r.profile.mockery, r.profile.sure)
		if g == check.None || o.again(s.sentence) {
			continue
		}
		r.notes.Point(ruleMockery, s.at, g,
			lingo.T("”%s” står nära en person som ni har mött i tjänsten. JO har kritiserat inlägg där sådant blev på personens bekostnad.", "“%s” stands near a person you met on duty. JO has criticised posts where that came at the person's expense.").Put(r.word(s)),
			lingo.T("Hur låter det här för personen själv, eller för dennes barn? Ett sätt: berätta vad ni gjorde och vad andra kan lära, utan personen. Be gärna en kollega läsa.", "How does this sound to the person, or to their child? One way: tell what you did and what others can learn, without the person. Do ask a colleague to read."))
	}
}

// vulnerable asks about one individual in a vulnerable situation, told as a story.
func (r *reader) vulnerable() {
	var o once
	informs := r.has(help)
	for i, s := range r.marks {
		points := 0
		switch s.cue {
		case state:
			points = r.exposed(i)
		case child:
			if n, _ := r.near(i, 0, taken); n > 0 {
				points = 2 // a child who sees somebody taken
			}
		}
		if points > 0 && informs {
			points--
		}
		g := graded(points, r.profile.vulnerable, r.profile.sure)
		if g == check.None || o.again(s.sentence) {
			continue
		}
		r.notes.Point(ruleVulnerable, s.at, g,
			lingo.T("Texten berättar om någon i en utsatt situation (”%s”).", "The text tells of somebody in a vulnerable situation (“%s”).").Put(r.word(s)),
			lingo.T("Behöver läsaren veta det om just den personen? Ett sätt: beskriv problemet och var man får hjälp, utan den enskilda. Be gärna en kollega läsa.", "Does the reader need to know that of this very person? One way: describe the problem and where to find help, without the individual. Do ask a colleague to read."))
	}
}

// exposed weighs how much the text tells of one individual in the state that sign i names; 0 is nobody.
func (r *reader) exposed(i int) int {
	s := r.marks[i]
	people, who := r.near(i, 1, person, child)
	points := 1
	if people == 0 {
		if people, who = r.near(i, 1, pronoun); people == 0 {
			return 0
		}
		points--
	}
	if who.sentence == s.sentence {
		points++
	} else if n, _ := r.near(i, 0, pronoun); n > 0 {
		points++
	}
	for _, more := range []struct {
		sentences int
		kinds     []cue
	}{{0, []cue{grave}}, {0, []cue{state}}, {2, []cue{meeting}}, {1, []cue{child}}, {1, []cue{laugh, scorn, quote}}} {
		if n, _ := r.near(i, more.sentences, more.kinds...); n > 0 {
			points++
		}
	}
	return points
}
