// Package identification asks whether a person who is not named can be recognised all the same. Small facts add up: a man, 45,
// a teacher, with a red Volvo, in Kiruna, is not many men. JO has criticised a post because of "a certain risk" that the man
// could be identified. The check reads the facts, estimates how many people they fit, and says it.
//
// The law it serves: the General Data Protection Regulation (EU) 2016/679 article 4.1 (who can be identified, directly or
// indirectly), and SFS 2009:400 21 kap. and 35 kap.
//
// The estimate is a rough one: inhabitants of the place times the share of people whom each fact fits, as if the facts had
// nothing to do with each other. It is meant to make one think, not to be quoted.
package identification

import (
	"math"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/gazetteer"
	"tilltal/check/prose"
)

// Check estimates how many people a description fits.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

const (
	rule = "identification.crowd"

	fewLimit  = 20  // fewer than this is likely
	someLimit = 100 // fewer than this is possible
	witnessed = 5.0 // what others saw is recognised by so many times more

	before, after = 2, 4 // sentences around a person in which facts are taken to be about them
)

// Look returns one finding for each person described so closely that few fit.
func (Check) Look(in check.Input) []check.Finding {
	if in.Text == "" {
		return nil
	}
	notes := check.NewNotes(&sheet, in.Text)
	t := in.Prose()
	facts := read(t)
	next := 0 // the first sentence that no finding has covered
	for i, f := range facts {
		if !f.person || f.sentence < next {
			continue
		}
		d := describe(facts, i, in.Place)
		if d.worthSaying() {
			d.say(notes)
			next = f.sentence + after
		}
	}
	return notes.Findings()
}

// description is the facts about one person.
type description struct {
	facts   []fact // one of each kind, the rarest
	place   string
	people  int  // inhabitants of the place
	seen    bool // others saw it happen
	private bool // what is told is what nobody wants told
}

// describe gathers the facts around fact i.
func describe(facts []fact, i int, home string) description {
	var d description
	best := map[kind]fact{}
	s := facts[i].sentence
	lo := i
	for lo > 0 && facts[lo-1].sentence >= s-before && i-lo < 40 {
		lo--
	}
	for _, f := range facts[lo:min(len(facts), lo+120)] {
		if f.sentence > s+after {
			break
		}
		switch f.kind {
		case place:
			if d.place == "" || f.people < d.people {
				d.place, d.people = f.text, f.people
			}
		case event:
			d.seen, d.private = true, d.private || f.share > 0 && near(f, s)
		case touching:
			d.private = d.private || near(f, s)
		case somebody:
		default:
			if old, ok := best[f.kind]; !ok || f.share < old.share {
				best[f.kind] = f
			}
		}
	}
	if f, ok := best[sex]; ok && f.share < .5 && best[age].share > 0 {
		f.share = .5 // a boy is young; his age says it better
		best[sex] = f
	}
	for k := sex; k < place; k++ {
		if f, ok := best[k]; ok {
			d.facts = append(d.facts, f)
		}
	}
	if d.place == "" && home != "" {
		if n, ok := gazetteer.Place(prose.Plainly(home)); ok {
			d.place, d.people = home, n
		}
	}
	return d
}

// near reports whether a fact stands where what befell somebody is told: in the same sentence or the next.
func near(f fact, sentence int) bool { return f.sentence == sentence || f.sentence == sentence+1 }

// fits estimates how many people the facts fit, when those from index skip on, rarest first, are kept.
func (d description) fits(facts []fact) float64 {
	n := float64(d.people)
	for _, f := range facts {
		n *= f.share
	}
	if d.seen {
		n /= witnessed
	}
	return math.Max(n, 1)
}

// worthSaying reports whether so few fit that the writer should know. One fact alone describes somebody only when it is told
// what befell them: "prästen i Arjeplog berättar" is an office, "prästen i Arjeplog är häktad" is a person.
func (d description) worthSaying() bool {
	few := len(d.facts) >= 2 || len(d.facts) == 1 && d.private
	return d.people > 0 && few && d.fits(d.facts) < someLimit
}

func (d description) say(notes *check.Notes) {
	n := int(math.Round(d.fits(d.facts)))
	g := check.Possible
	if n < fewLimit {
		g = check.Likely
	}
	reason := lingo.T("Beskrivningen passar in på ungefär %d personer i %s.", "The description fits about %d people in %s.").Put(n, d.place)
	if n <= 1 {
		reason = lingo.T("Beskrivningen passar troligen bara in på en person i %s.", "The description probably fits only one person in %s.").Put(d.place)
	}
	if d.seen {
		reason = lingo.Text{SV: reason.SV + " Andra kan ha sett vad som hände.", EN: reason.EN + " Others may have seen what happened."}
	}
	notes.Point(rule, d.span(), g, reason, d.advice())
}

func (d description) span() check.Span {
	at := d.facts[0].at
	for _, f := range d.facts[1:] {
		at.Start, at.End = min(at.Start, f.at.Start), max(at.End, f.at.End)
	}
	return at
}

// advice says which facts to leave out, the rarest first, until a hundred people fit.
func (d description) advice() lingo.Text {
	kept := append([]fact(nil), d.facts...)
	var out []string
	for len(kept) > 0 && d.fits(kept) < someLimit {
		rarest := 0
		for i, f := range kept {
			if f.share < kept[rarest].share {
				rarest = i
			}
		}
		out = append(out, kept[rarest].text)
		kept = append(kept[:rarest], kept[rarest+1:]...)
	}
	if d.fits(kept) < someLimit {
		return lingo.T("Kan någon känna igen personen? Skriv utan orten, eller berätta om händelsen utan personen.", "Can somebody recognise the person? Write without the place, or tell of the event without the person.")
	}
	return lingo.T("Kan någon känna igen personen? Utan %s passar texten in på fler än %d.", "Can somebody recognise the person? Without %s the text fits more than %d.").Put(join(out), someLimit)
}

func join(words []string) lingo.Text {
	sv, en := "”"+words[0]+"”", "“"+words[0]+"”"
	for i, w := range words[1:] {
		if i == len(words)-2 {
			sv, en = sv+" och ”"+w+"”", en+" and “"+w+"”"
		} else {
			sv, en = sv+", ”"+w+"”", en+", “"+w+"”"
		}
	}
	return lingo.T(sv, en)
}

var sheet = check.Sheet{
	Name:  "identification",
	Title: lingo.T("Igenkänning", "Recognition"),
	Help: lingo.T("Räknar ut hur många en beskrivning ungefär passar in på: invånarna i orten gånger andelen för varje uppgift. Det är en grov uppskattning, gjord för att väcka frågan. Den som redan känner personen behöver mindre än så.",
		"Works out about how many people a description fits: the inhabitants of the place times the share for each fact. It is a rough estimate, made to raise the question. Those who already know the person need less."),
	Rules: []check.Rule{{
		ID: rule, Title: lingo.T("Få passar in", "Few fit"), Source: "JO dnr 5875-2012; dataskyddsförordningen (EU) 2016/679 artikel 4.1",
		Help: lingo.T("Kön, ålder, ort, yrke, fordon och familj som tillsammans pekar ut någon: ”en 45-årig lärare med röd Volvo i Kiruna”. Under 20 personer är troligt, under 100 möjligt.",
			"Sex, age, place, occupation, vehicle and family that together point somebody out: “a 45-year-old teacher with a red Volvo in Kiruna”. Fewer than 20 people is likely, fewer than 100 possible."),
	}},
}
