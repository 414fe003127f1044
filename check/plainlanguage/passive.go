package plainlanguage

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

// passives notes s-passives. An ending alone is right in four hits of ten (genitives, deponents, plurals), so a word counts
// only when the lexicon has it as a passive form. One passive is no harm: a sentence is noted when it has two, or when the
// text asks something of the reader without saying of whom.
func passives(notes *check.Notes, t *prose.Text) {
	for _, s := range t.Sentences {
		first, count := -1, 0
		for i := s.First; i < s.Last; i++ {
			if passive(t, i) {
				if count++; first < 0 {
					first = i
				}
			}
		}
		if count == 0 || count == 1 && !demands(t, s, first) {
			continue
		}
		notes.Point(rulePassive, span(t, first, 1), check.Possible, lingo.T("Det syns inte vem som gör det.", "It does not show who does it."),
			lingo.T("Vem gör det? Skriv ”du”, ”vi” eller namnge den som gör det.", "Who does it? Write “you”, “we” or name the one who does."))
	}
}

// demands reports whether somebody has to do what the passive says: "ansökan ska skickas in".
func demands(t *prose.Text, s prose.Sentence, i int) bool {
	for j := max(s.First, i-3); j < i; j++ {
		switch t.Words[j].Lower {
		case "ska", "skall", "måste", "bör", "kan", "får", "behöver":
			return true
		}
	}
	return false
}

// passive reports whether word i is an s-passive. A form that can be something else counts only where a verb stands: soon
// after a word that asks for one, or before "av".
func passive(t *prose.Text, i int) bool {
	w := t.Words[i]
	if w.Kind != prose.Plain || !strings.HasSuffix(w.Lower, "s") || w.Capital && !t.Opens(i) {
		return false
	}
	is, doubtful := lexicon.Passive(w.Lower)
	if !is || !doubtful {
		return is
	}
	for j := i - 1; j >= i-2 && j >= 0 && t.Words[j].Sentence == w.Sentence; j-- {
		if helpers[t.Words[j].Lower] {
			return true
		}
	}
	return i+1 < len(t.Words) && t.Words[i+1].Lower == "av"
}

// helpers are words that a verb soon follows.
var helpers = words("ska skall skulle kan kunde måste bör borde får fick har hade att vill ville behöver inte också aldrig ofta alltid sällan och eller som lär må")
