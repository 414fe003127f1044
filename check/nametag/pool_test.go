package nametag

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tilltal/check/gold"
)

// TestNamesAreGivenAway holds that a sentence keeps its marks and its other words when those named in it get other names.
func TestNamesAreGivenAway(t *testing.T) {
	sentences, err := gold.Read(strings.NewReader("Anna\tPER\nBergs\tPER\nbuss\t0\nfrån\t0\nKirunas\tLOC\ncentrum\t0\ntill\t0\nÖrkelbi\tLOC\nkörs\t0\nav\t0\nVolvonex\tORG\noch\t0\nSJ\tORG\n"))
	if err != nil || len(sentences) != 1 {
		t.Fatal(err, len(sentences))
	}
	was := sentences[0]
	pool, chance := newPool(), rand.New(rand.NewPCG(1, 2))
	changed := map[int]bool{}
	for range 200 {
		now := pool.rename(was, chance)
		for i, k := range now.Tokens {
			if k.Mark != was.Tokens[i].Mark {
				t.Fatalf("%v", now.Tokens)
			}
			changed[i] = changed[i] || k.Word != was.Tokens[i].Word
		}
		if !strings.HasSuffix(now.Tokens[4].Word, "s") {
			t.Errorf("%q is in no genitive", now.Tokens[4].Word)
		}
	}
	for i := range was.Tokens { // an unknown place and letters stay; what is said of somebody too
		if want := slices.Contains([]int{0, 1, 4, 10}, i); changed[i] != want {
			t.Errorf("%q: changed %v", was.Tokens[i].Word, changed[i])
		}
	}
}
