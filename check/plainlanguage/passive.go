package plainlanguage

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

// passives notes every s-passive, and says it as what it is: a question. Where the reader has to do what nobody is said to do, the
// question is who; where the doer stands after "av", the sentence only goes the long way round.
func passives(notes *check.Notes, t *prose.Text) {
	said := 0
	for i := range t.Words {
		if !passive(t, i) {
			continue
		}
		if said++; said > check.MostPerRule { // the rest would be thrown away
			return
		}
		reason, advice := hidden, whoDoes
		switch {
		case doer(t, i):
			reason, advice = roundabout, doerFirst
		case demands(t, i):
			reason, advice = unasked, whoMust
		}
		notes.Point(rulePassive, span(t, i, 1), check.Possible, reason, advice)
	}
}

var (
	hidden     = lingo.T("Det syns inte vem som gör det.", "It does not show who does it.")
	whoDoes    = lingo.T("Vem gör det? Skriv ”du”, ”vi” eller namnge den som gör det.", "Who does it? Write “you”, “we” or name the one who does.")
	unasked    = lingo.T("Någon ska göra det, men det syns inte vem.", "Somebody is to do it, but it does not show who.")
	whoMust    = lingo.T("Är det läsaren? Skriv då ”du”.", "Is it the reader? Then write “you”.")
	roundabout = lingo.T("Den som gör det kommer sist i meningen.", "The one who does it comes last in the sentence.")
	doerFirst  = lingo.T("Går det lika bra att börja med den som gör det?", "Would it do as well to begin with the one who does it?")
)

// demands reports whether somebody has to do what the passive says: "ansökan ska skickas in".
func demands(t *prose.Text, i int) bool {
	for j := i - 1; j >= i-3 && j >= 0 && t.Words[j].Sentence == t.Words[i].Sentence; j-- {
		switch t.Words[j].Lower {
		case "ska", "skall", "måste", "bör", "behöver":
			return true
		}
	}
	return false
}

// doer reports whether the one who does it stands soon after: "beviljades av nämnden". In "stängs av" and "spärras av" the word
// belongs to the verb, and nobody follows.
func doer(t *prose.Text, i int) bool {
	for j := i + 1; j <= i+2 && j+1 < len(t.Words) && t.Words[j].Sentence == t.Words[i].Sentence; j++ {
		if t.Words[j].Lower == "av" && t.Words[j+1].Sentence == t.Words[i].Sentence && t.Joined(j) {
			next := t.Words[j+1].Lower
			return !prepositions[next] && !adverbs[next] && !helpers[next] && t.Words[j+1].Kind != prose.Number
		}
	}
	return false
}

// passive reports whether word i is an s-passive. An ending alone is right in four hits of ten (genitives, deponents, plurals), so
// a word counts only when the lexicon has it as a passive form. One that can be something else too counts only where a verb stands.
func passive(t *prose.Text, i int) bool {
	w := t.Words[i]
	if w.Kind != prose.Plain || !strings.HasSuffix(w.Lower, "s") || w.Capital && !t.Opens(i) {
		return false
	}
	is, doubtful := lexicon.Passive(w.Lower)
	switch {
	case !is || !doubtful && !mutual[w.Lower]:
		return is
	case next(t, i) == "av":
		return true
	case mutual[w.Lower]:
		return alone(t, i)
	}
	return asked(t, i) || lexicon.Base(w.Lower) == 0 && free(t, i)
}

// asked reports whether a word that a verb soon follows stands before word i.
func asked(t *prose.Text, i int) bool {
	for j := i - 1; j >= i-2 && j >= 0 && t.Words[j].Sentence == t.Words[i].Sentence; j-- {
		if helpers[t.Words[j].Lower] {
			return true
		}
	}
	return false
}

// free reports whether word i can hardly be a genitive, for nothing follows that could be owned: the sentence ends, or goes on with
// a small word. After a word that asks ("Hur bokas salen?") a verb comes too.
func free(t *prose.Text, i int) bool {
	after := next(t, i)
	if after == "" || strings.ContainsAny(t.Gap(i), ",;:") || prepositions[after] || adverbs[after] || pronouns[after] || determiners[after] || numerals[after] || helpers[after] {
		return true
	}
	return i > 0 && !t.Opens(i) && asking[t.Words[i-1].Lower]
}

// alone reports whether a verb that people also do to each other is a passive: "kan ses på kartan" is, "vi kan ses på torget" is not.
func alone(t *prose.Text, i int) bool {
	if after := next(t, i); after == "som" || after == "över" {
		return true
	}
	if i > 0 && !t.Opens(i) && twosome[t.Words[i].Lower] && single[t.Words[i-1].Lower] {
		return true
	}
	modal := false
	for j := i - 1; j >= i-4 && j >= 0 && t.Words[j].Sentence == t.Words[i].Sentence; j-- {
		if together[t.Words[j].Lower] {
			return false
		}
		modal = modal || j >= i-2 && modals[t.Words[j].Lower]
	}
	return modal
}

// next is the word after word i in its sentence, and nothing when it is the last.
func next(t *prose.Text, i int) string {
	if i+1 >= len(t.Words) || t.Words[i+1].Sentence != t.Words[i].Sentence {
		return ""
	}
	return t.Words[i+1].Lower
}

var (
	// helpers are words that a verb soon follows.
	helpers = words("ska skall skulle kan kunde måste bör borde får fick har hade att vill ville behöver inte också aldrig ofta alltid sällan och eller som lär må")
	// modals are those that only a verb follows.
	modals = words("ska skall skulle kan kunde måste bör borde får fick behöver att")
	// asking are words that a verb follows at once.
	asking = words("hur när varför var vem vad där dit som nu här sedan snart idag då")
	// mutual are forms that also say what people do to each other, or what a dog does, and one that is mostly an adverb.
	mutual = words("ses sågs setts möts möttes mötts träffas träffades träffats hjälps himlas boxas luras förstås bits sticks nyps knuffas puttas sparkas retas retades pussas kramas kramades")
	// twosome are those of them that it takes two for, and single is somebody or something alone.
	twosome = words("ses sågs setts möts möttes mötts träffas träffades träffats")
	single  = words("han hon hen den det ingen någon")
	// together are those who do such things.
	together = words("vi ni de dom du jag man alla båda oss er vänner grannar barnen")
)
