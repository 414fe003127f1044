package identification

import (
	"strconv"
	"strings"

	"tilltal/check/prose"
)

// years reads an age: 45-årig, sexåring, 45 år gammal, i 40-årsåldern, född 2001, and "mannen, 78, körde".
func years(t *prose.Text, i int, told bool) (int, meaning) {
	w := t.Words[i]
	if w.Lower == "född" && i+1 < len(t.Words) && t.Joined(i) && told {
		if n, err := strconv.Atoi(t.Words[i+1].Lower); err == nil && n > 1900 && n < 2100 {
			return 2, meaning{age, .0125, false}
		}
	}
	if w.Kind != prose.Number {
		return spelled(w.Lower)
	}
	if beside(t, i, told) {
		n, _ := strconv.Atoi(w.Lower)
		return 1, meaning{age, cohort(n), false}
	}
	digits := 0
	for digits < len(w.Lower) && w.Lower[digits] >= '0' && w.Lower[digits] <= '9' {
		digits++
	}
	n, err := strconv.Atoi(w.Lower[:digits])
	if err != nil || n > 115 {
		return 0, meaning{}
	}
	switch rest := strings.Trim(w.Lower[digits:], "-‑–"); {
	case strings.HasPrefix(rest, "årsålder"):
		return 1, meaning{age, decade(n), false}
	case endings[rest]:
		return 1, meaning{age, cohort(n), rest != "årigt"}
	case rest == "" && i+1 < len(t.Words):
		return counted(t, i, n, told)
	}
	return 0, meaning{}
}

// counted reads an age that is a number alone with a word after it.
func counted(t *prose.Text, i, n int, told bool) (int, meaning) {
	next := t.Words[i+1].Lower
	switch {
	case !t.Joined(i):
	case next == "årsåldern":
		return 2, meaning{age, decade(n), false}
	case next == "år" && i+2 < len(t.Words) && t.Joined(i+1) && t.Words[i+2].Lower == "gammal":
		return 3, meaning{age, cohort(n), true}
	case next == "år" && i > 0 && (told && set(t, i) || t.Joined(i-1) && being[t.Words[i-1].Lower] && (told || i > 1 && pronoun[t.Words[i-2].Lower])):
		return 2, meaning{age, cohort(n), i > 1 && pronoun[t.Words[i-2].Lower]}
	case next == "och" && told && set(t, i) && i+3 < len(t.Words) && t.Words[i+2].Kind == prose.Number && t.Words[i+3].Lower == "år":
		return 4, meaning{age, cohort(n), false}
	}
	return 0, meaning{}
}

// set reports whether word i is set apart by a comma or a bracket: "syskonen, 8 år", "mannen (34 år)".
func set(t *prose.Text, i int) bool {
	return i > 0 && (t.Gap(i-1) == ", " || strings.HasSuffix(t.Gap(i-1), "("))
}

var (
	endings = words(`åring åringen åringens årig årige åriga årigt`)
	being   = words(`är var blev fyllde`)
	pronoun = words(`han hon hen`)
)

// beside reports whether word i is an age set between commas, as in newspapers: "mannen, 78, körde".
func beside(t *prose.Text, i int, told bool) bool {
	w := t.Words[i].Lower
	if len(w) > 2 || w[len(w)-1] > '9' || w[0] > '9' || i == 0 || t.Words[i-1].Kind != prose.Plain || t.Gap(i-1) != ", " || !strings.HasPrefix(t.Gap(i), ",") {
		return false
	}
	return told || len(w) == 2 && w >= "15"
}

// cohort is the share of the inhabitants who are of one age. The very old are few.
func cohort(n int) float64 {
	switch {
	case n >= 100:
		return .0002
	case n >= 95:
		return .0007
	case n >= 90:
		return .002
	case n >= 85:
		return .005
	}
	return .0125
}

// decade is the share who are about as old as said: "i 40-årsåldern".
func decade(n int) float64 {
	switch {
	case n >= 90:
		return .01
	case n >= 80:
		return .045
	}
	return .13
}

// spelled reads an age in one word: "sexåring", "fyrtiosjuårig". Several of an age ("sexåringar") are nobody.
func spelled(lower string) (int, meaning) {
	at := strings.Index(lower, "åri")
	if at < 3 || !endings[lower[at:]] {
		return 0, meaning{}
	}
	stem := lower[:at]
	if n, ok := numbers[stem]; ok {
		return 1, meaning{age, cohort(n), true}
	}
	for ten, n := range tens {
		if rest, ok := strings.CutPrefix(stem, ten); ok && (rest == "" || numbers[rest] > 0 && numbers[rest] < 10) {
			return 1, meaning{age, cohort(n + numbers[rest]), true}
		}
	}
	return 0, meaning{}
}

var (
	numbers = count(1, 1, "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton")
	tens    = count(20, 10, "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
)

func count(n, step int, list string) map[string]int {
	m := map[string]int{}
	for w := range strings.FieldsSeq(list) {
		m[w] = n
		n += step
	}
	return m
}
