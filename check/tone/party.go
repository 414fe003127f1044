package tone

import (
	"strings"

	"tilltal/check/prose"
)

// party reports whether word i is a party by its form: its letter with a verb after it ("S röstade nej"), or a local party's name
// ("Åsapartiet"). Lists have the others.
func party(t *prose.Text, i int) bool {
	w := t.Words[i]
	if !w.Capital {
		return false
	}
	if letters[w.Lower] {
		return i+1 < len(t.Words) && t.Joined(i) && acts[t.Words[i+1].Lower]
	}
	if n, _ := cues.At(t, i); n > 0 {
		return false
	}
	name := strings.TrimSuffix(w.Lower, "s")
	return len(name) > len("partiet")+2 && strings.HasSuffix(name, "partiet") || strings.HasSuffix(name, "demokraterna") || i > 0 && t.Words[i-1].Lower == "partiet" && t.Joined(i-1)
}

var (
	letters = set("s m c v l")
	acts    = set("röstade röstar vill lovar lovade säger sa föreslår föreslog kräver tycker anser sviker svek driver drev ljuger vann förlorade styr fick motsätter reserverade")
)
