package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tilltal/check"
)

// floors are what no change may fall below, for the authors whose texts were read. A rule without a line must be at .95 of both.
var floors = map[string]struct{ precision, recall float64 }{
	"tone.mockery": {.9, .6},
}

// heldFloors are the same for those kept apart: lower, for they were never tuned on.
var heldFloors = map[string]struct{ precision, recall float64 }{
	"personaldata.name":    {.75, .95},
	"personaldata.phone":   {.85, .95},
	"secrecy.informant":    {.9, 0},
	"tone.mockery":         {.9, .6},
	"identification.crowd": {.95, .9},
	"accessibility.caps":   {.9, 0},
	"accessibility.fancy":  {.9, .4},
}

// TestFloors is the short part of the measuring, which runs with the tests.
func TestFloors(t *testing.T) {
	r := measure(12)
	for rule, of := range r.read {
		hold(t, rule, of, floors, .9)
	}
	for rule, of := range r.held {
		hold(t, rule, of, heldFloors, .6)
	}
	for _, half := range []map[string]*tally{r.read, r.held} {
		for _, rule := range []string{"personaldata.personnummer", "personaldata.samordningsnummer"} {
			if of := half[rule]; of.missed > 0 || of.sure > 0 {
				t.Errorf("%s: %d missed, %d wrongly certain: %v", rule, of.missed, of.sure, of.errors)
			}
		}
	}
	if r.posts < 400 || len(r.read) < 25 {
		t.Errorf("%d posts, %d rules: the measuring is broken", r.posts, len(r.read))
	}
	again := measure(12)
	if !reflect.DeepEqual(r.read, again.read) || !maps.Equal(r.ordinary, again.ordinary) {
		t.Error("two measurings differ")
	}
}

func hold(t *testing.T, rule string, of *tally, floors map[string]struct{ precision, recall float64 }, usual float64) {
	t.Helper()
	floor, ok := floors[rule]
	if !ok {
		floor.precision, floor.recall = usual, usual
	}
	if of.precision() < floor.precision || of.recall() < floor.recall {
		t.Errorf("%s: precision %.3f, recall %.3f, floors %.2f and %.2f: %v", rule, of.precision(), of.recall(), floor.precision, floor.recall, of.errors)
	}
}

func TestThePageShowsTheErrors(t *testing.T) {
	r := &results{read: map[string]*tally{}, held: map[string]*tally{}}
	a := author{about: []string{"x.y"}}
	r.count(a, sample{rule: "x.y", text: "här `stod`\nnågot"}, nil)
	r.count(a, sample{text: "inget"}, []check.Finding{{Rule: "x.y", Grade: check.Certain, Text: "inget"}})
	r.count(a, sample{rule: "x.y", text: "rätt"}, []check.Finding{{Rule: "x.y"}})
	r.count(a, sample{text: "tyst"}, nil)
	page := r.page()
	for _, want := range []string{"missed: `här 'stod' ⏎ något`", "wrongly certain, ”inget”: `inget`", "| 0.500 | 0.500 | 0.500 | 4 |"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}

func TestWithoutDataNothingIsClaimed(t *testing.T) {
	r := &results{}
	r.news(t.TempDir())
	r.official(t.TempDir())
	for _, f := range append(r.newspaper, r.numbers...) {
		if f.value != "" || !strings.Contains(f.what, "nothing was measured") {
			t.Errorf("%+v", f)
		}
	}
}

func TestMarkedTextIsCounted(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("Vi\t0\nsåg\t0\nAnna\tPER\nBerg\tPER\ni\t0\ngår\t0\n.\t0\n\n", 10)
	if err := os.MkdirAll(filepath.Join(dir, "gold", "klintan"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "gold", "klintan", "train_corpus.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	r := &results{}
	r.news(dir)
	if len(r.newspaper) != 8 || !strings.Contains(r.newspaper[0].value, "F 1.000 (16 to find)") || !strings.Contains(r.newspaper[2].value, "F 1.000 (20 to find)") || !strings.Contains(r.newspaper[4].value, "recall 1.000, F 1.000 (4 to find)") {
		t.Errorf("%+v", r.newspaper)
	}
}

// TestTheNumbersAreWhatTheySay holds the generators to the rules of the numbers that they make.
func TestTheNumbersAreWhatTheySay(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		if n := identity(rnd, false); len(n) != 12 || checked(n[2:11]) != n[2:] {
			t.Errorf("%s", n)
		}
		if b := strings.ReplaceAll(bankgiro(rnd), "-", ""); checked(b[:len(b)-1]) != b {
			t.Errorf("%s", b)
		}
		if s := iban(rnd); len(s) != 24 {
			t.Errorf("%s", s)
		}
	}
}
