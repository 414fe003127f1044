package plainlanguage

import (
	"strings"

	"tilltal/check/lexicon"
	"tilltal/check/prose"
)

type class int

const (
	neither class = iota
	nominal       // nouns, names, prepositions, participles
	verbal        // pronouns, adverbs, verbs
)

// classOf says which side of the nominal ratio a word stands on. Without a tagger it is a guess from lists, the lexicon and the words
// around it; a test says how often it is right. It is good for a ratio over a text and for nothing less.
func classOf(t *prose.Text, i int) class {
	w := t.Words[i]
	switch {
	case w.Kind != prose.Plain, joining[w.Lower], numerals[w.Lower]:
		return neither
	case prepositions[w.Lower]:
		return preposition(t, i)
	case determiners[w.Lower]:
		return determiner(t, i)
	case pronouns[w.Lower], adverbs[w.Lower], auxiliaries[w.Lower], irregular[w.Lower]:
		return verbal
	case w.Capital && !t.Opens(i), participle(t, i):
		return nominal
	}
	if p, doubtful := lexicon.Passive(w.Lower); p && !doubtful {
		return verbal
	}
	switch k := lexicon.Of(w.Lower); {
	case k&lexicon.Verb != 0 && asksForVerb(t, i):
		return verbal
	case k&lexicon.Verb != 0 && k&lexicon.Noun != 0:
		return nounOrVerb(t, i)
	case lexicon.Base(w.Lower)&lexicon.Noun != 0:
		return nominal
	case k&lexicon.Adjective != 0:
		return neither
	case k&lexicon.Verb != 0:
		return verbal
	}
	if len(w.Lower) < 3 {
		return neither
	}
	return nominal // what is neither a small word nor known is nearly always a noun
}

// preposition parts a preposition from the same word after a verb ("ta med", "hjälpa till") and before a clause ("om du ser").
func preposition(t *prose.Text, i int) class {
	after := next(t, i)
	switch {
	case t.Words[i].Lower == "om" && (t.Opens(i) || subjects[after]):
		return neither
	case after == "", joining[after], auxiliaries[after], subjects[after] && t.Words[i].Lower != "för":
		return verbal
	}
	return nominal
}

// determiner parts "den" that stands for something from "den" before a noun, which is an article.
func determiner(t *prose.Text, i int) class {
	after := next(t, i)
	if after == "" || pronouns[after] || adverbs[after] || auxiliaries[after] || irregular[after] || prepositions[after] || joining[after] || determiners[after] {
		return verbal
	}
	w, k := t.Words[i].Lower, lexicon.Of(after)
	if k&lexicon.Verb != 0 && (k&(lexicon.Noun|lexicon.Adjective) == 0 || finite(after) && lexicon.Base(after) == 0) {
		return verbal
	}
	if (w == "det" || w == "den") && lexicon.Base(after)&lexicon.Noun != 0 && k&lexicon.Adjective == 0 { // "är det sommar": an article asks for "sommaren"
		return verbal
	}
	if p, doubtful := lexicon.Passive(after); p && !doubtful {
		return verbal
	}
	return neither
}

// nounOrVerb decides for a form that can be both: a verb comes after a word that asks for one, and where the clause has none yet.
func nounOrVerb(t *prose.Text, i int) class {
	if !t.Opens(i) {
		if before := t.Words[i-1].Lower; prepositions[before] || determiners[before] || numerals[before] {
			return nominal
		}
	}
	if lexicon.Base(t.Words[i].Lower)&lexicon.Noun != 0 && !t.Opens(i) || !finite(t.Words[i].Lower) {
		return nominal
	}
	for j := i - 1; j >= 0 && j > i-12 && t.Words[j].Sentence == t.Words[i].Sentence; j-- {
		w := t.Words[j].Lower
		if joining[w] || w == "som" {
			break
		}
		if auxiliaries[w] || irregular[w] {
			return nominal
		}
		if p, doubtful := lexicon.Passive(w); p && !doubtful || lexicon.Of(w)&(lexicon.Verb|lexicon.Noun|lexicon.Adjective) == lexicon.Verb && finite(w) {
			return nominal
		}
	}
	return verbal
}

// asksForVerb reports whether the word before word i is one that a verb follows.
func asksForVerb(t *prose.Text, i int) bool {
	if t.Opens(i) {
		return false
	}
	before := t.Words[i-1].Lower
	return modals[before] || subjects[before] && !determiners[before]
}

// finite reports whether a word ends as a verb in the present or the past does.
func finite(w string) bool {
	return strings.HasSuffix(w, "r") || strings.HasSuffix(w, "de") || strings.HasSuffix(w, "te")
}

// participle reports whether word i is a participle: "minskande", "skadad", and "planerade" where an adjective stands.
func participle(t *prose.Text, i int) bool {
	w := t.Words[i].Lower
	for _, ending := range []string{"ande", "ende", "ad", "dd", "dda"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && len(stem) > 3 && lexicon.Base(stem+"a")&lexicon.Verb != 0 {
			return true
		}
	}
	stem, ok := strings.CutSuffix(w, "ade")
	return ok && len(stem) > 3 && !t.Opens(i) && determiners[t.Words[i-1].Lower] && lexicon.Base(stem+"a")&lexicon.Verb != 0
}

var (
	prepositions = words("av för från genom hos i inom med mellan mot om på till trots under upp ur utan utanför vid åt över enligt efter före bland bakom framför kring längs intill utom via per runt bredvid nära inför angående")
	joining      = words("och eller men att samt eftersom medan innan fast fastän ifall huruvida än ju förr desto både antingen varken såväl")
	numerals     = words("en ett två tre fyra fem sex sju åtta nio tio elva tolv första andra tredje fjärde femte sjätte tionde fler flera få")
	determiners  = words("den det de denna detta dessa någon något några ingen inget inga vilken vilket vilka all allt varje annan annat samma")
	pronouns     = words("jag du han hon vi ni dem mig dig sig oss er honom henne man min mitt mina din ditt dina sin sitt sina vår vårt våra ert era hans hennes dess deras vem vad som alla själv varandra")
	subjects     = words("jag du han hon vi ni det den de man som dom vem")
	adverbs      = words("inte också bara även nu här där redan ännu aldrig alltid ofta ibland kanske mycket lite mer mest när hur varför dock väl nog endast igen snart genast ute inne hem bort fram därför dit hit ned ner in ut ej dessutom annars tidigare senare idag igår imorgon då" +
		" först länge längre gärna kvar hemma borta uppe nere framåt bakåt sällan plötsligt ganska väldigt rätt nästan särskilt särskild numera så sedan nyss strax ungefär cirka minst högst tyvärr förstås faktiskt egentligen ändå dock alltså tillsammans ihop isär slut vidare däremot trots åter fortfarande hittills var")
	auxiliaries = words("är vara varit har hade ha haft ska skall skulle kan kunde kunna måste bör borde får fick få fått vill ville vilja blir blev bli blivit gör gjorde göra gjort finns fanns finnas säger sa sade går gick kommer kom ger gav tar tog ser såg vet visste står stod")
	// irregular are common verbs that the endings do not tell.
	irregular = words("gå stå se ge ta dra be bo bor bodde dö dör dog tro tror sy nå når nådde må mår veta vetat bära bär bar skära skär sitta sitter satt ligga ligger låg lägga lägger lade la sätta sätter satte sälja säljer sålde sålt välja väljer valde valt säga sagt sprang springa springer skriva skriver skrev drev gripa griper grep bryta bryter bröt" +
		" bjuda bjuder bjöd skjuta skjuter sköt vinna vinner vann binda band finna finner fann hålla håller höll låta låter lät äta äter åt sjunga sjunger sjöng dricka dricker drack falla faller föll heta heter hette komma kommit leva lever köra kör körde hör höra hörde lär lära stämmer gäller gällde anmäler innebär innebar beror behöver behövde följer följde väntar händer hände berättar" +
		" föreslår föreslog innehåller består bestod pågår pågick förstår förstod uppstår hoppas trivs minns känns syns ses träffas lyckas behövs märks kostar leker badar")
)
