package human

import (
	"crypto/sha256"
	"math/rand/v2"
	"strings"

	"tilltal/base/lingo"
)

// question is what was asked, and what answers it: a number, or one of the words.
type question struct {
	text   lingo.Text
	number int          // the answer, when word is empty
	word   lingo.Text   // the answer
	wrong  []lingo.Text // the other words that stood there
}

// ask makes the question that belongs to a seed; always the same one.
func ask(seed [sha256.Size]byte) question {
	r := rand.New(rand.NewChaCha8(seed))
	kinds := []func(*rand.Rand) question{sum, difference, belongs, belongs, belongs, neighbour, place, count, extreme}
	return kinds[r.IntN(len(kinds))](r)
}

func sum(r *rand.Rand) question {
	a, b := 1+r.IntN(10), 1+r.IntN(10)
	return question{text: lingo.T("Vad är %v plus %v?", "What is %v plus %v?").Put(numbers[a], numbers[b]), number: a + b}
}

func difference(r *rand.Rand) question {
	a := 3 + r.IntN(10)
	b := 1 + r.IntN(a-1)
	return question{text: lingo.T("Vad är %v minus %v?", "What is %v minus %v?").Put(numbers[a], numbers[b]), number: a - b}
}

// belongs asks for the one word of four that is of a kind.
func belongs(r *rand.Rand) question {
	order := r.Perm(len(kinds))
	kind := kinds[order[0]]
	words := []lingo.Text{pickOne(r, kind.words)}
	for _, other := range order[1:4] {
		words = append(words, pickOne(r, kinds[other].words))
	}
	return choice(r, lingo.T("Vilket av orden är %v: %v?", "Which of the words is %v: %v?"), kind.name, words)
}

// choice shuffles the words, of which the first is right, into the sentence.
func choice(r *rand.Rand, sentence, what lingo.Text, words []lingo.Text) question {
	q := question{word: words[0], wrong: words[1:]}
	shown := make([]lingo.Text, len(words))
	for i, at := range r.Perm(len(words)) {
		shown[at] = words[i]
	}
	q.text = sentence.Put(what, row(shown))
	return q
}

// neighbour asks for the weekday or month before or after another.
func neighbour(r *rand.Rand) question {
	circle, sentences := weekdays, [2]lingo.Text{
		lingo.T("Vilken dag kommer efter %v?", "Which day comes after %v?"), lingo.T("Vilken dag kommer före %v?", "Which day comes before %v?")}
	if r.IntN(2) == 0 {
		circle, sentences = months, [2]lingo.Text{
			lingo.T("Vilken månad kommer efter %v?", "Which month comes after %v?"), lingo.T("Vilken månad kommer före %v?", "Which month comes before %v?")}
	}
	at, back, n := r.IntN(len(circle)), r.IntN(2), len(circle)
	answer := (at + 1 + back*(n-2)) % n
	q := question{text: sentences[back].Put(circle[at]), word: circle[answer]}
	for i, w := range circle {
		if i != answer {
			q.wrong = append(q.wrong, w)
		}
	}
	return q
}

// place asks for the first, second, third or last of some words.
func place(r *rand.Rand) question {
	words := anyWords(r, 4)
	at := r.IntN(len(places))
	q := question{text: lingo.T("Skriv det %v av orden: %v.", "Write the %v of the words: %v.").Put(places[at], row(words)), word: words[at]}
	for i, w := range words {
		if i != at {
			q.wrong = append(q.wrong, w)
		}
	}
	return q
}

func count(r *rand.Rand) question {
	words := anyWords(r, 2+r.IntN(4))
	return question{text: lingo.T("Hur många ord är det här: %v?", "How many words are these: %v?").Put(row(words)), number: len(words)}
}

// extreme asks for the largest or the smallest of three numbers.
func extreme(r *rand.Rand) question {
	three := r.Perm(len(numbers) - 1)[:3]
	shown := make([]lingo.Text, 3)
	low, high := len(numbers), 0
	for i := range three {
		three[i]++ // not zero
		shown[i] = numbers[three[i]]
		low, high = min(low, three[i]), max(high, three[i])
	}
	if r.IntN(2) == 0 {
		return question{text: lingo.T("Vilket tal är störst: %v?", "Which number is the largest: %v?").Put(row(shown)), number: high}
	}
	return question{text: lingo.T("Vilket tal är minst: %v?", "Which number is the smallest: %v?").Put(row(shown)), number: low}
}

// anyWords picks n words, each of another kind, so that no two can be taken for each other.
func anyWords(r *rand.Rand, n int) []lingo.Text {
	var words []lingo.Text
	for _, kind := range r.Perm(len(kinds))[:n] {
		words = append(words, pickOne(r, kinds[kind].words))
	}
	return words
}

func pickOne(r *rand.Rand, words []lingo.Text) lingo.Text { return words[r.IntN(len(words))] }

func row(words []lingo.Text) lingo.Text {
	sv, en := make([]string, len(words)), make([]string, len(words))
	for i, w := range words {
		sv[i], en[i] = w.SV, w.EN
	}
	return lingo.Text{SV: strings.Join(sv, ", "), EN: strings.Join(en, ", ")}
}
