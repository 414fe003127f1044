package personaldata

import (
	"path/filepath"
	"testing"

	"tilltal/check"
	"tilltal/check/gold"
	"tilltal/check/nametag"
)

// TestNamesInNews measures names on newspaper text that others have marked, when it is laid beside the module: on the last fifth of
// it, with a model made from the rest. docs/checks-results.md says how it was parted.
func TestNamesInNews(t *testing.T) {
	sentences, err := gold.Open(filepath.Join("..", "..", "..", "shared", "data", "gold", "klintan", "train_corpus.txt"))
	if err != nil {
		t.Log("the marked newspaper text is not here; nothing was measured")
		return
	}
	model, _ := nametag.Teach(nametag.Exam(sentences, false))
	var right, wrong, missed float64
	for _, s := range nametag.Exam(sentences, true) {
		text, at := s.Text()
		found := (Check{Names: model}).Look(check.Input{Text: text})
		for i, k := range s.Tokens {
			hit := false
			for _, f := range found {
				hit = hit || f.Rule == ruleName && at[i] >= f.Span.Start && at[i] < f.Span.End
			}
			switch {
			case hit && k.Mark == "PER":
				right++
			case hit:
				wrong++
			case k.Mark == "PER":
				missed++
			}
		}
	}
	p, r := right/(right+wrong), right/(right+missed)
	t.Logf("words: precision %.3f, recall %.3f, F %.3f", p, r, 2*p*r/(p+r))
	if p < .90 || r < .93 {
		t.Errorf("precision %.3f, recall %.3f", p, r)
	}
}
