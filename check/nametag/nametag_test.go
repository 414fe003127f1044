package nametag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"tilltal/check/checktest"
	"tilltal/check/gold"
	"tilltal/check/prose"
)

func people(text string) (out []string) {
	t := prose.Read(text)
	for i, g := range Learned().Read(t) {
		if g.Person >= .7 {
			out = append(out, t.Raw[t.Words[i].Start:t.Words[i].End])
		}
	}
	return out
}

func TestTellsNamesFromWords(t *testing.T) {
	for text, want := range map[string]string{
		"Vi träffade Anna Svensson i går.":                  "Anna Svensson",
		"Tack Malin för hjälpen!":                           "Malin",
		"Läraren Brzezinski säger nej.":                     "Brzezinski",
		"– Det blev bra, säger Jomo Wikafur på kommunen.":   "Jomo Wikafur",
		"Boken är skriven av Erik von Sydow.":               "Erik von Sydow",
		"Välkommen till Umeå och Kiruna!":                   "",
		"Polisen söker vittnen till en olycka i Härnösand.": "",
		"I dag öppnar vi badet vid Storgatan.":              "",
		"Vi ses på Björkskolan på lördag.":                  "",
		"":                                                  "",
	} {
		if got := strings.Join(people(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTheFilesAreWhole(t *testing.T) {
	m := Learned()
	if got := string(m.Pack()); got != learned {
		t.Errorf("the weights are %d bytes and become %d", len(learned), len(got))
	}
	if len(m.common) < 1000 || !slices.IsSorted(strings.Fields(commonWords)) {
		t.Errorf("%d common words", len(m.common))
	}
	for _, broken := range []string{learned[:len(learned)-1], "\x00", strings.Repeat("\xff", 40), "\xff\xff\xff\x7f12345"} {
		if unpack(make([]int8, buckets*kinds), broken) == nil {
			t.Errorf("%d broken bytes pass", len(broken))
		}
	}
}

const lesson1 = "Anna\tPER\nBerg\tPER\nbor\t0\ni\t0\nKiruna\tLOC\n.\t0\n\nVi\t0\ntackar\t0\nAnna\tPER\n.\t0\n\nHon\t0\nsäger\t0\natt\t0\nvi\t0\nbor\t0\ni\t0\nKiruna\tLOC\n"

func TestLearnsTheSameTwice(t *testing.T) {
	sentences, err := gold.Read(strings.NewReader(strings.Repeat(lesson1+"\n", 10)))
	if err != nil || len(sentences) != 30 {
		t.Fatalf("%d sentences, %v", len(sentences), err)
	}
	one, _ := Teach(sentences)
	two, common := Teach(sentences)
	if !bytes.Equal(one.Pack(), two.Pack()) || !common["bor"] || common["Anna"] {
		t.Error("two lessons differ")
	}
	read := prose.Read("Anna Berg bor i Kiruna.")
	if g := one.Read(read); g[0].Kind != Person || g[1].Kind != Person || g[4].Kind != Place || g[2] != (Guess{}) {
		t.Errorf("%+v", g)
	}
}

func TestMarked(t *testing.T) {
	e := Marked("Av Anna von Berg, SR", []int{0, 3, 8, 12, 16, 18}, []string{"", "PER", "PER", "PER", "", "ORG"})
	if want := []Kind{None, Person, Person, Person, Organisation}; !slices.Equal(e.Gold, want) {
		t.Errorf("%v, want %v", e.Gold, want)
	}
}

// FuzzRead holds that any text is read, the same twice, and that a likelihood is one.
func FuzzRead(f *testing.F) {
	for _, s := range append(checktest.Hostile(), "Erik von Sydow", "A. B. Berg", "al-Assad") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read := prose.Read(text)
		one := Learned().Read(read)
		if !slices.Equal(one, Learned().Read(prose.Read(text))) || len(one) != len(read.Words) { // a reading is kept with the text that was read
			t.Fatalf("%q is read in two ways", text)
		}
		for i, g := range one {
			if g.Person < 0 || g.Person > 1 || g.Kind >= kinds || g.Kind != None && read.Words[i].Kind != prose.Plain {
				t.Errorf("%q: %+v", read.Words[i].Lower, g)
			}
		}
	})
}
