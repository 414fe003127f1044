package secrecy

import (
	"strings"

	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// trace is how clearly one person can be made out.
type trace int

const (
	none  trace = iota
	spoke       // he, her, "your case": somebody whom the reader may know
	told        // a man, the pupil, a 45-year-old
	named       // by name
)

// likely is how sure the model of names must be.
const likely = .7

// traces are the clearest trace in each sentence.
type traces struct{ in []trace }

func tracesIn(t *prose.Text, own []string) traces {
	out := traces{in: make([]trace, len(t.Sentences)+1)}
	officials := map[string]bool{}
	for _, o := range own {
		for w := range strings.FieldsSeq(prose.Plainly(o)) {
			officials[w] = true
		}
	}
	put := func(i int, c trace) {
		s := t.Words[i].Sentence
		out.in[s] = max(out.in[s], c)
	}
	for i, g := range nametag.Learned().Read(t) {
		if g.Person >= likely && !officials[t.Words[i].Lower] {
			put(i, named)
		}
	}
	persons.Each(t, func(i, n int, c trace) { put(i, c) })
	for i, w := range t.Words {
		if w.Kind == prose.Number && aged(w.Lower) || w.Kind == prose.Handle && i > 0 {
			put(i, told)
		}
	}
	return out
}

// informs reports whether a sentence tells everybody how something is done: "Så läser du din journal".
func informs(t *prose.Text, sentence int) bool {
	return sentence < len(t.Sentences) && teaching[t.Words[t.Sentences[sentence].First].Lower]
}

var teaching = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("så glöm boka sök anmäl läs vill kan behöver här nu logga ring skriv ansök kom när om hur vad ska tänk passa håll ladda kontakta fråga gör välj se") {
		m[w] = true
	}
	return m
}()

// beside returns the clearest trace in the sentence of a sighting or next to it.
func (t traces) beside(s sighting) trace {
	best := none
	for i := max(0, s.sentence-near); i <= s.sentence+near && i < len(t.in); i++ {
		best = max(best, t.in[i])
	}
	return best
}

// aged reports whether a word is an age borne by somebody: 45-årig, 45-åringen.
func aged(lower string) bool {
	i := strings.Index(lower, "år")
	return i > 0 && (strings.HasPrefix(lower[i:], "åring") || strings.HasPrefix(lower[i:], "årig"))
}

var persons = func() *prose.Phrases[trace] {
	p := prose.Same(told, `mannen, kvinnan, pojken, flickan, killen, tjejen, en man, en kvinna, en pojke, en flicka, en kille, en tjej, personen, en person, den misstänkte, den misstänkta, den gripne, den anhållne, den häktade,
		målsäganden, målsägaren, vittnet, offret, brottsoffret, gärningsmannen, föraren, barnet, ett barn, sonen, dottern, min son, min dotter, eleven, damen, herren, en dam, en herre, en äldre dam, en äldre herre, en äldre man, en äldre kvinna, en ung man, en ung kvinna, din granne, min granne, din chef, vår kollega, ynglingen, en elev, föräldern, pappan, mamman,
		familjen, en familj, patienten, en patient, klienten, brukaren, en brukare, sökanden, den sökande, den enskilde, den enskilda, hyresgästen, grannen, medarbetaren, kollegan, den anställde, den anställda, den försäkrade, kunden,
		tonåringen, en tonåring, pensionären, en pensionär, ensamkommande, den asylsökande, en asylsökande, mamman, modern, fadern, maken, makan, sambon, patientens, elevens, mannens, kvinnans, barnets, brukarens, familjens`)
	prose.Fill(p, spoke, `din son, din dotter, ditt barn, mitt barn, ert barn, er son, er dotter, han, hon, honom, henne, hans, hennes, hen, ditt ärende, din ansökan, er ansökan, ditt fall, din utredning, din journal, din sjukskrivning, din ersättning, din anmälan, din handläggare, du har fått, du fick, du är`)
	return p
}()
