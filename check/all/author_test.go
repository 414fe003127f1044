package all

import (
	"slices"
	"testing"

	"tilltal/check"
	"tilltal/check/tone/corpus"
)

// TestOrdinaryPostsOfManyAuthors lets every check read ordinary posts, and counts those that get more than advice. Where a post
// names somebody, or a dog by a name that people have, the finding about the name is told apart: that is no question of tone.
// The second half of the authors is only counted.
func TestOrdinaryPostsOfManyAuthors(t *testing.T) {
	posts, more, named := map[bool]int{}, map[bool]int{}, map[bool]int{}
	byRule := map[string]int{}
	for _, p := range corpus.Ordinary() {
		posts[p.Held]++
		found := check.Run(All(), check.Input{Text: p.Text, Profile: p.Profile})
		if check.Worst(found) < check.Likely {
			continue
		}
		if named[p.Held]++; check.Worst(slices.DeleteFunc(slices.Clone(found), func(f check.Finding) bool { return f.Rule == "personaldata.name" })) >= check.Likely {
			more[p.Held]++
		}
		for _, f := range found {
			if f.Grade >= check.Likely {
				byRule[f.Rule]++
				t.Logf("%s %q in %.100q", f.Rule, f.Text, p.Text)
			}
		}
	}
	for _, held := range []bool{false, true} {
		t.Logf("held %v: %d of %d, and %d with those where somebody is named", held, more[held], posts[held], named[held])
		if more[held]*20 > posts[held] {
			t.Errorf("held %v: %d of %d ordinary posts get more than advice: %v", held, more[held], posts[held], byRule)
		}
	}
}
