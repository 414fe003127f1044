package nametag

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"tilltal/check/gazetteer"
	"tilltal/check/gold"
	"tilltal/check/prose"
)

// pool is names to give away.
type pool struct{ given, surname, near, family, place, world []string }

func newPool() *pool {
	p := &pool{}
	gazetteer.Each(func(name string, n gazetteer.Name) {
		if n.Has(gazetteer.Word) || len(name) < 3 {
			return
		}
		if n.Has(gazetteer.Given) {
			p.near = append(p.near, name)
		}
		if n.Has(gazetteer.Surname) {
			p.family = append(p.family, name)
		}
		if n.Has(gazetteer.Given | gazetteer.GivenAbroad) {
			p.given = append(p.given, name)
		}
		if n.Has(gazetteer.Surname | gazetteer.SurnameAbroad) {
			p.surname = append(p.surname, name)
		}
	})
	gazetteer.EachPlace(func(name string, _ int) { p.place = append(p.place, name) })
	for _, list := range [][]string{p.near, p.family, p.place} {
		slices.Sort(list)
	}
	gazetteer.EachWorld(func(name string) { p.world = append(p.world, name) })
	slices.Sort(p.given)
	slices.Sort(p.surname)
	return p
}

// rename gives each person, place and organisation in a sentence another name; of a person: the last of a row of words a surname, those before given names.
func (p *pool) rename(s gold.Sentence, chance *rand.Rand) gold.Sentence {
	tokens := slices.Clone(s.Tokens)
	p.relocate(tokens, chance)
	reorganise(tokens, chance)
	for i := range tokens {
		if tokens[i].Mark != "PER" || particles[strings.ToLower(tokens[i].Word)] || len(tokens[i].Word) < 3 {
			continue
		}
		list := p.given
		if kinds := gazetteer.Person(prose.Plainly(tokens[i].Word)); i > 0 && tokens[i-1].Mark == "PER" || kinds.Has(gazetteer.Surname) && !kinds.Has(gazetteer.Given) {
			list = p.surname
		}
		name := []rune(list[chance.IntN(len(list))])
		name[0] = unicode.ToUpper(name[0])
		if chance.IntN(6) == 0 {
			name = strange(name, chance)
		}
		if strings.HasSuffix(tokens[i].Word, "s") && chance.IntN(2) == 0 && (i+1 >= len(tokens) || tokens[i+1].Mark != "PER") {
			name = append(name, 's')
		}
		tokens[i].Word = string(name)
	}
	s.Tokens = tokens
	return s
}

// relocate lets each place of one word, that World knows, be another: one of three near, the others anywhere.
func (p *pool) relocate(tokens []gold.Token, chance *rand.Rand) {
	for i := range tokens {
		lower := prose.Plainly(tokens[i].Word)
		stem := strings.TrimSuffix(lower, "s")
		owns := stem != lower && gazetteer.World(stem)
		if !single(tokens, i, "LOC") || !owns && !gazetteer.World(lower) {
			continue
		}
		name := []rune(pick(p.world, chance))
		if chance.IntN(3) == 0 {
			name = []rune(pick(p.place, chance))
		}
		if slices.Contains(name, ' ') {
			continue
		}
		name[0] = unicode.ToUpper(name[0])
		if chance.IntN(6) == 0 {
			name = strange(name, chance)
		}
		if owns && name[len(name)-1] != 's' {
			name = append(name, 's')
		}
		tokens[i].Word = string(name)
	}
}

// reorganise spells every second organisation of one word otherwise, unless its ending says that it is one: nobody has heard of most.
func reorganise(tokens []gold.Token, chance *rand.Rand) {
	for i := range tokens {
		w := tokens[i].Word
		lower := prose.Plainly(w)
		says := Organised(lower) || Organised(strings.TrimSuffix(lower, "s")) || Compounded(lower)
		if !single(tokens, i, "ORG") || strings.ToUpper(w) == w || strings.Contains(w, "-") || says || chance.IntN(2) == 0 {
			continue
		}
		tokens[i].Word = string(strange([]rune(w), chance))
	}
}

// single reports whether token i is marked so, begins with a capital, and is the whole name.
func single(tokens []gold.Token, i int, mark string) bool {
	first := []rune(tokens[i].Word)[0]
	return tokens[i].Mark == mark && unicode.IsUpper(first) && len(tokens[i].Word) > 3 &&
		(i == 0 || tokens[i-1].Mark != mark) && (i+1 == len(tokens) || tokens[i+1].Mark != mark)
}

func pick(list []string, chance *rand.Rand) string { return list[chance.IntN(len(list))] }

// strange changes letters of a name, so that it is on no list.
func strange(name []rune, chance *rand.Rand) []rune {
	const vowels, others = "aeiouyåäö", "bdfghjklmnprstvz"
	for i := 1; i < len(name); i++ {
		if chance.IntN(3) > 0 {
			continue
		}
		if strings.ContainsRune(vowels, name[i]) {
			name[i] = []rune(vowels)[chance.IntN(6)]
		} else {
			name[i] = rune(others[chance.IntN(len(others))])
		}
	}
	return name
}
