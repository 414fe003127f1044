package personaldata

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tilltal/check"
)

// token is a word of a marked text, and whether it is part of a person's name.
type token struct {
	word string
	name bool
}

// score counts words found, wrongly found and missed.
type score struct{ right, wrong, missed int }

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.right+s.wrong)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.right+s.missed)) }

// count compares the names found in a sentence, at likely or surer, with the marks.
func (s *score) count(sentence []token) {
	var text strings.Builder
	at := make([]int, len(sentence))
	for i, k := range sentence {
		if i > 0 && !strings.Contains(".,!?:;)", k.word) {
			text.WriteByte(' ')
		}
		at[i] = text.Len()
		text.WriteString(k.word)
	}
	found := make([]bool, len(sentence))
	for _, f := range (Check{}).Look(check.Input{Text: text.String()}) {
		for i := range sentence {
			found[i] = found[i] || f.Rule == ruleName && f.Grade >= check.Likely && at[i] >= f.Span.Start && at[i] < f.Span.End
		}
	}
	for i, k := range sentence {
		switch {
		case k.name && found[i]:
			s.right++
		case k.name:
			s.missed++
		case found[i]:
			s.wrong++
		}
	}
}

// TestNamesInNews measures names on newspaper text that others have marked (the training half), when it is laid beside the
// module. Single sentences are hard: who was named in the sentence before is not known.
func TestNamesInNews(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "gold", "klintan", "train_corpus.txt"))
	if err != nil {
		t.Log("the marked newspaper text is not here; nothing was measured")
		return
	}
	var s score
	var sentence []token
	for line := range strings.Lines(string(b)) {
		word, mark, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok {
			sentence = append(sentence, token{word, mark == "PER"})
			continue
		}
		s.count(sentence)
		sentence = sentence[:0]
	}
	s.count(sentence)
	p, r := s.precision(), s.recall()
	t.Logf("words: precision %.3f, recall %.3f, F %.3f", p, r, 2*p*r/(p+r))
	if p < .93 || r < .80 {
		t.Errorf("precision %.3f, recall %.3f", p, r)
	}
}
