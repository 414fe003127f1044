package personaldata

import (
	"slices"
	"strings"

	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// telling reports whether what stands around a given name tells that somebody bears it, though the name is also a word or opens its
// sentence: "Stig bor kvar", "Björn på tekniska sa nej", "Linn och Liv går i samma klass", "Heja Zeynep", "Muhammeds ansökan".
func (r *reader) telling(i int) bool {
	p, t := r.part(i), r.prose
	if !p.kinds.Has(gazetteer.Given|gazetteer.GivenAbroad) || r.elsewhere(i) || shouting(t.Raw[t.Words[i].Start:t.Words[i].End]) {
		return false
	}
	word := p.kinds.Has(gazetteer.Word) || r.model.Common(t.Words[i].Lower)
	if salutes[r.previous(i)] && !word || r.paired(i) {
		return true
	}
	if !t.Opens(i) || i+1 >= len(t.Words) || !t.Joined(i) {
		return false
	}
	next := t.Words[i+1].Lower
	switch {
	case p.genitive:
		return !word && lexicon.Of(next)&lexicon.Noun != 0
	case deeds[next]:
		return p.kinds.Has(gazetteer.Given)
	case whereabouts[next]:
		return !word && p.kinds.Has(gazetteer.Given) || r.does(i+2)
	}
	return false
}

// whereabouts are what stands between a name and where the one who bears it is found: "Kicki i receptionen".
var whereabouts = words("i på från hos vid")

// does reports whether one of three words from word i is what hardly anything but a person does.
func (r *reader) does(i int) bool {
	words := r.prose.Words
	return i < len(words) && slices.ContainsFunc(words[i:min(i+3, len(words))], func(w prose.Word) bool { return deeds[w.Lower] && w.Sentence == words[i-1].Sentence })
}

// elsewhere reports whether word i is a place, or the place that the account speaks of.
func (r *reader) elsewhere(i int) bool {
	stem := strings.TrimSuffix(r.prose.Words[i].Lower, "s")
	_, place := gazetteer.Place(stem)
	return place || gazetteer.World(stem) || r.place(i)
}

// paired reports whether word i and another are two given names with a capital and an "och" between: of two words, the second would
// have a small letter.
func (r *reader) paired(i int) bool {
	return r.couple(i, i+2) || r.couple(i-2, i)
}

func (r *reader) couple(a, b int) bool {
	t := r.prose
	if a < 0 || b >= len(t.Words) || t.Words[a+1].Lower != "och" && t.Words[a+1].Lower != "å" || !t.Joined(a) || !t.Joined(a+1) {
		return false
	}
	for _, i := range []int{a, b} {
		if !t.Words[i].Capital || !r.part(i).kinds.Has(gazetteer.Given) || r.part(i).genitive || r.elsewhere(i) {
			return false
		}
	}
	return true
}

// neuter reports whether what is said of word i agrees with a thing and no person: "Liseberg är dyrt", "Lund är fint på våren".
func (r *reader) neuter(i int) bool {
	t := r.prose
	if i+2 >= len(t.Words) || !t.Joined(i) || !t.Joined(i+1) || !being[t.Words[i+1].Lower] {
		return false
	}
	at := i + 2
	if grading[t.Words[at].Lower] && t.Joined(at) && at+1 < len(t.Words) {
		at++
	}
	w := t.Words[at].Lower
	stem, ok := strings.CutSuffix(w, "t")
	if !ok || lexicon.Base(stem)&lexicon.Adjective == 0 || lexicon.Base(w)&lexicon.Adjective != 0 {
		return false
	}
	return at+1 == len(t.Words) || !t.Joined(at) || lexicon.Of(t.Words[at+1].Lower)&(lexicon.Adjective|lexicon.Verb) == 0
}

var (
	being   = words("är var blir blev")
	grading = words("så för mycket väldigt ganska rätt jätte lite alldeles helt inte alltid")
)

// owning reports whether word i is a surname on the lists in the genitive, before a noun: "till Sjögrens bolag".
func (r *reader) owning(i int) bool {
	t := r.prose
	return r.part(i).genitive && r.listed(i) && t.Joined(i) && !t.Words[i+1].Capital && lexicon.Of(t.Words[i+1].Lower)&lexicon.Noun != 0
}

// strange reports whether word i is in no dictionary, and is not built as offices are named: "Handläggare Skolinspektionen".
func (r *reader) strange(i int) bool {
	lower := r.prose.Words[i].Lower
	if r.model.Common(lower) || lexicon.Of(lower)&^lexicon.Name != 0 || nametag.Thing(lower) || nametag.Organised(lower) {
		return false
	}
	return !nametag.Compounded(lower) || !strings.HasSuffix(lower, "en") && !strings.HasSuffix(lower, "et") && !strings.HasSuffix(lower, "an")
}

// aged reports whether an age follows word i: "Siv, 82 år", "Elof, 7, målade".
func (r *reader) aged(i int) bool {
	w := r.prose.Words
	if i+2 >= len(w) || !w[i].Capital || placed[r.previous(i)] || w[i+1].Kind != prose.Number || w[i+2].Sentence != w[i].Sentence || strings.Trim(r.prose.Gap(i), " ,") != "" {
		return false
	}
	between := strings.TrimSpace(r.prose.Gap(i)) == "," && strings.TrimSpace(r.prose.Gap(i+1)) == "," && len(w[i+1].Lower) < 3 && w[i+2].Kind == prose.Plain && !w[i+2].Capital
	return w[i+2].Lower == "år" || between
}
