package identification

import (
	"strconv"
	"strings"

	"tilltal/check/prose"
)

// car reads a vehicle with or without its colour: "den gula Volvon", "sin röda moped", "Tesla". A car that is only a car fits half
// of everybody and says nothing.
func car(t *prose.Text, i int, _ bool) (int, meaning) {
	tint, painted := colours[t.Words[i].Lower]
	n := 0
	if painted {
		n = 1
		if i+1 >= len(t.Words) || !t.Joined(i) {
			return 0, meaning{}
		}
	}
	if k, m := makes.At(t, i+n); k > 0 && (painted || m < .3) {
		if painted {
			m *= tint
		}
		return n + k, meaning{vehicle, m, false}
	}
	return 0, meaning{}
}

// colours are the shares of cars that have them, in every form of the word.
var colours = func() map[string]float64 {
	m := map[string]float64{}
	for share, list := range map[float64]string{.25: "vit vita vitt svart svarta grå gråa grått", .15: "silverfärgad silverfärgade silvergrå blå blåa blått mörkblå mörkblåa ljusblå", .08: "röd röda rött mörkröd mörkröda",
		.03: "grön gröna grönt brun bruna brunt beige mörkgrön", .01: "gul gula gult orange guldfärgad guldfärgade turkos", .003: "rosa lila cerise rostig rostiga"} {
		for w := range strings.FieldsSeq(list) {
			m[w] = share
		}
	}
	return m
}()

// makes are vehicles, with the share of inhabitants who have one.
var makes = func() *prose.Phrases[float64] {
	p := prose.NewPhrases(map[string]float64{})
	for line := range strings.Lines(owned) {
		share, list, ok := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.ParseFloat(share, 64); ok && err == nil {
			prose.Fill(p, v, list)
		}
	}
	return p
}()

const owned = `
.4 bil, bilen, personbil, personbilen, kombi, kombin
.1 volvo, volvon, cykel, cykeln
.05 toyota, toyotan, volkswagen, volkswagenbilen, golf, passat, audi, audin, bmw, bmw:n, mercedes, mercedesen, kia, kian, ford, forden, skoda, skodan, renault, peugeot, hyundai, nissan, mazda, opel, fiat, fiaten, citroen, citroën, suzuki, mitsubishi, mini, polestar, dacia, lexus, land rover, jeep, jeepen, chevrolet, cadillac, forden, kian, opeln, mazdan, mini coopern, skåpbil, skåpbilen, pickup, pickupen, suv
.02 saab, saaben, tesla, teslan, volvo v70, volvo 240, moped, mopeden, mopedbil, mopedbilen, motorcykel, motorcykeln, mc, mc:n, rullator, rullatorn, elsparkcykel, elsparkcykeln, lådcykel, lådcykeln, fyrhjuling, fyrhjulingen, traktor, traktorn, skoter, skotern, snöskoter, snöskotern, lastbil, lastbilen, dragster, crossen, crosscykel, vattenskoter, vattenskotern, motorbåten, segelbåten, taxibil, husvagn, husvagnen
.005 epa, epan, epatraktor, epatraktorn, a-traktor, a-traktorn, veteranbil, veteranbilen, sportbil, sportbilen, porsche, porschen, ferrari, ferrarin, husbil, husbilen, limousin, limousinen, cabriolet, lamborghini, häst och vagn
.01 rullstol, rullstolen, ledarhund, ledarhunden, permobil, permobilen, elmoped, elmopeden
`

// brood reads how many children somebody has: "mamma till fem", "familj med sju barn". Two or fewer is what most have.
func brood(t *prose.Text, i int, _ bool) (int, meaning) {
	if !parents[t.Words[i].Lower] || i+2 >= len(t.Words) || !t.Joined(i) || t.Words[i+1].Lower != "till" && t.Words[i+1].Lower != "med" {
		return 0, meaning{}
	}
	n, ok := numbers[t.Words[i+2].Lower]
	if !ok {
		n, _ = strconv.Atoi(t.Words[i+2].Lower)
	}
	long := 3
	if i+3 < len(t.Words) && strings.HasPrefix(t.Words[i+3].Lower, "barn") {
		long = 4
	} else if t.Words[i+1].Lower == "med" {
		return 0, meaning{}
	}
	switch {
	case n < 3:
		return 0, meaning{}
	case n == 3:
		return long, meaning{family, .06, true}
	case n == 4:
		return long, meaning{family, .02, true}
	}
	return long, meaning{family, .004, true}
}

var parents = words(`mamma mamman pappa pappan mor modern far fadern förälder föräldern familj familjen kvinna kvinnan man mannen föräldrar föräldrarna par paret`)

// only reads that somebody is the only one of a kind, the oldest or the first, with the kind after it: "kommunens enda veterinär".
func only(t *prose.Text, i int, _ bool) (int, meaning) {
	if !unique[t.Words[i].Lower] {
		return 0, meaning{}
	}
	if i+2 < len(t.Words) && t.Words[i+1].Lower == "i" && (t.Words[i+2].Lower == "byn" || t.Words[i+2].Lower == "kommunen" || t.Words[i+2].Lower == "stan") {
		return 3, meaning{single, .00005, false}
	}
	for j := i + 1; j <= i+2 && j < len(t.Words) && t.Joined(j-1); j++ {
		k, m := phrases.At(t, j)
		if k > 0 && m.person && m.kind != somebody || callings[t.Words[j].Lower] > 0 || one[t.Words[j].Lower] || learner[t.Words[j].Lower] {
			return j - i + 1, meaning{single, .00005, true}
		}
	}
	return 0, meaning{}
}

var (
	unique  = words(`enda äldst äldsta yngst yngsta längsta`)
	learner = words(`elev eleven elever invånare invånaren student patient brukare medlem medarbetare`)
)

// trade reads an occupation with a word between it and its article ("en känd företagare"), or by how it ends: "en hundtränare",
// "rörmontören".
func trade(t *prose.Text, i int, told bool) (int, meaning) {
	w := t.Words[i]
	if share := callings[w.Lower]; share > 0 && (article(t, i) || told && set(t, i)) {
		return 1, meaning{role, share, true}
	}
	if len(w.Lower) < 9 || w.Capital && !t.Opens(i) {
		return 0, meaning{}
	}
	for _, end := range trades {
		at := strings.LastIndex(w.Lower, end)
		if at < 3 {
			continue
		}
		switch w.Lower[at+len(end):] {
		case "":
			if i > 0 && t.Joined(i-1) && (leading[t.Words[i-1].Lower] || article(t, i)) {
				return 1, meaning{role, .002, true}
			}
		case "n", "en":
			return 1, meaning{role, .002, true}
		}
	}
	return 0, meaning{}
}

var (
	trades  = strings.Fields(`skötare lärare tränare spelare handlare chaufför läkare odlare bonde montör tekniker mäklare reparatör operatör jägare fiskare musiker konstnär sångare artist smed snickare målare städare ledamot soldat officer pilot kapten forskare kock bagare barnmorska vaktmästare brandman polisman sjuksköterska imam mekaniker`)
	leading = words(`en som är var detta`)
)
