package tone

import (
	"testing"

	"tilltal/check"
	"tilltal/check/tone/corpus"
)

// TestOrdinaryPostsOfManyAuthors counts the posts that get more than advice, half by half. The second half of the authors was
// never looked at when the check was made.
func TestOrdinaryPostsOfManyAuthors(t *testing.T) {
	posts, more, some := map[bool]int{}, map[bool]int{}, map[bool]int{}
	byAuthor := map[string]int{}
	for _, p := range corpus.Ordinary() {
		posts[p.Held]++
		found := Check{}.Look(check.Input{Text: p.Text, Profile: p.Profile})
		if len(found) > 0 {
			some[p.Held]++
			byAuthor[p.Author]++
		}
		if check.Worst(found) >= check.Likely {
			more[p.Held]++
		}
		for _, f := range found {
			if !p.Held {
				t.Logf("%s %s %q in %q", f.Rule, f.Grade, f.Text, p.Text)
			}
		}
	}
	for _, held := range []bool{false, true} {
		t.Logf("held %v: %d posts, %d with a question, %d with more than advice", held, posts[held], some[held], more[held])
		if posts[held] < 200 || more[held]*20 > posts[held] {
			t.Errorf("held %v: %d of %d ordinary posts get more than advice", held, more[held], posts[held])
		}
		if some[held]*100 > posts[held]*8 {
			t.Errorf("held %v: %d of %d ordinary posts get a question", held, some[held], posts[held])
		}
	}
	t.Log(byAuthor)
}

// TestWhatJOHasCriticisedIsSeen counts, by rule, how many of the criticised posts are asked about.
func TestWhatJOHasCriticisedIsSeen(t *testing.T) {
	type tally struct{ all, seen int }
	got := map[bool]map[string]*tally{false: {}, true: {}}
	for _, p := range corpus.Criticised() {
		n := got[p.Held][p.Rule]
		if n == nil {
			n = &tally{}
			got[p.Held][p.Rule] = n
		}
		n.all++
		seen := false
		for _, f := range (Check{}).Look(check.Input{Text: p.Text, Profile: p.Profile}) {
			seen = seen || f.Rule == p.Rule
		}
		if seen {
			n.seen++
		} else if !p.Held {
			t.Logf("%s passes: %q", p.Rule, p.Text)
		}
	}
	for held, rules := range got {
		for rule, n := range rules {
			t.Logf("held %v: %s: %d of %d", held, rule, n.seen, n.all)
			if n.seen*100 < n.all*60 {
				t.Errorf("held %v: %s: only %d of %d", held, rule, n.seen, n.all)
			}
		}
	}
}
