package prose

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func words(t *Text) (out []string) {
	for _, w := range t.Words {
		out = append(out, w.Lower)
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		text      string
		words     string
		sentences int
	}{
		{"", "", 0},
		{"Hej!", "hej", 1},
		{"Vi ses kl. 12. Ta med vatten, t.ex. en flaska.", "vi|ses|kl|12|ta|med|vatten|t.ex|en|flaska", 2},
		{"Läs mer på https://umea.se/trygg?a=1. Tack", "läs|mer|på|https://umea.se/trygg?a=1|tack", 2},
		{"Läs på umea.se/trygg idag", "läs|på|umea.se/trygg|idag", 1},
		{"Skriv till anna.svensson@example.se.", "skriv|till|anna.svensson@example.se", 1},
		{"@polisen@social.example #TryggStad", "@polisen@social.example|#tryggstad", 1},
		{"EU:s regler och Anna-Karins bil", "eu:s|regler|och|anna-karins|bil", 1},
		{"Rubrik\n\nText här.\n- punkt ett\n- punkt två", "rubrik|text|här|punkt|ett|punkt|två", 4},
		{"en rad som\nbrutits", "en|rad|som|brutits", 1},
		{"Det var 3.5 grader. nu är det varmt", "det|var|3.5|grader|nu|är|det|varmt", 1},
		{"Är det sant? ja! Bra", "är|det|sant|ja|bra", 3},
		{"Va\u0308g", "väg", 1},
		{"till\u00adgäng\u200blig", "tillgänglig", 1},
		{"\xff\xfe hej", "hej", 1},
	} {
		got := Read(c.text)
		if w := strings.Join(words(got), "|"); w != c.words {
			t.Errorf("%q: words %s, want %s", c.text, w, c.words)
		}
		if len(got.Sentences) != c.sentences {
			t.Errorf("%q: %d sentences, want %d", c.text, len(got.Sentences), c.sentences)
		}
	}
}

func TestPhrases(t *testing.T) {
	p := NewPhrases(map[string]int{"med anledning av": 1, "med": 2, "berusad*": 3, "omhändertog* en": 4})
	text := Read("Med anledning av att de berusade gick med. Patrullen omhändertogs en med. Anledning av.")
	var got []int
	p.Each(text, func(_, _ int, v int) { got = append(got, v) })
	if want := []int{1, 3, 2, 4, 2}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if p.Len() != 4 {
		t.Errorf("%d phrases, want 4", p.Len())
	}
}

func TestSame(t *testing.T) {
	p := Same(true, "ett, två ord\ntre")
	if n, _ := p.At(Read("två ord"), 0); n != 2 {
		t.Errorf("found %d words, want 2", n)
	}
}

func TestJoinedAndOpens(t *testing.T) {
	text := Read("Anna Berg, Kurt\nLind")
	if !text.Joined(0) || text.Joined(1) || text.Joined(2) || text.Joined(3) {
		t.Error("only the first two words stand together")
	}
	if !text.Opens(0) || text.Opens(1) {
		t.Error("the first word opens the sentence, the second does not")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "Hej. Du", "http://a.b/c", "@a@b.c", "#x", "a.b.c.", "\xff", "t.ex. x\n\n", "e\u0301\u200d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text := Read(raw)
		last := 0
		for i, w := range text.Words {
			if w.Start < last || w.End <= w.Start || w.End > len(raw) {
				t.Fatalf("word %d at %d:%d after %d", i, w.Start, w.End, last)
			}
			if utf8.ValidString(raw) && !(utf8.RuneStart(raw[w.Start]) && (w.End == len(raw) || utf8.RuneStart(raw[w.End]))) {
				t.Fatalf("word %d cuts a character", i)
			}
			if w.Sentence >= len(text.Sentences) {
				t.Fatalf("word %d is in no sentence", i)
			}
			last = w.End
		}
		for i, s := range text.Sentences {
			if s.First >= s.Last || s.Start >= s.End || s.End > len(raw) {
				t.Fatalf("sentence %d is %+v", i, s)
			}
		}
	})
}

// TestWesternWordsAreSmallAsOthers holds the short way of Read to the long one.
func TestWesternWordsAreSmallAsOthers(t *testing.T) {
	for _, s := range []string{"Å", "ÅÄÖ", "åäö", "Étude", "STRASSE", "Straße", "Ÿ", "ÞORN", "A-B", "9A", "e\u0301", "İstanbul", "Ωmega", "Zoë's", "A\u00adB", "ÄRA\u0301"} {
		words := Read(s).Words
		if len(words) == 0 {
			continue
		}
		if got, want := words[0].Lower, Plainly(s[words[0].Start:words[0].End]); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestWhatIsKeptIsMadeOnce(t *testing.T) {
	text, made := Read("Hej"), 0
	for range 3 {
		if got := text.Kept("key", func() any { made++; return made }); got != 1 {
			t.Error(got)
		}
	}
	if text.Kept("other", func() any { return "x" }) != "x" || made != 1 {
		t.Error("keys are mixed, or it was made again", made)
	}
}
