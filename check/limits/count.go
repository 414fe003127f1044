package limits

import "tilltal/check/prose"

// Units in which networks count.
const (
	Characters = "characters" // as a reader sees them: grapheme clusters
	Weighted   = "weighted"   // as X weighs them
	Bytes      = "bytes"      // of UTF-8
	UTF16      = "utf-16"     // code units
	Wire       = "wire"       // characters as sent, with escapes
)

// measure is one way to count, with its limit. The texts on each network are counted as they are sent.
type measure struct {
	limit int
	unit  string
	cost  func(piece) int
}

// piece is the smallest thing a network counts: a character as seen, a web address, or an account name.
type piece struct {
	text string
	kind prose.Kind // Plain for a character
}

// networks says how each network counts. Facebook, Instagram and LinkedIn publish no unit; their numbers are what tools that
// send to them have found, so a finding there is never more than likely.
var networks = map[string][]measure{
	"x":          {{280, Weighted, weigh}},
	"bluesky":    {{300, Characters, one}, {3000, Bytes, octets}},
	"mastodon":   {{500, Characters, mastodon}},
	"fediverse":  {{500, Characters, mastodon}},
	"gotosocial": {{5000, Characters, one}},
	"threads":    {{500, Characters, threads}},
	"facebook":   {{63206, UTF16, units}},
	"instagram":  {{2200, UTF16, units}},
	"linkedin":   {{3000, Wire, wire}},
	"youtube":    {{5000, Bytes, octets}},
	"square":     {{0, Characters, one}},
}

// Count returns how much of a network's limit a text uses, the limit, and the unit both are in. Where a network has two
// limits it returns the first, until half of another is used and that is nearer to being reached. The limit is 0 where there is none, as on the authority's own
// square; an unknown network is counted in characters without a limit.
func Count(network, text string) (used, limit int, unit string) {
	return count(network, prose.Read(text))
}

func count(network string, t *prose.Text) (used, limit int, unit string) {
	ms, ok := networks[network]
	if !ok {
		ms = networks["square"]
	}
	sums := make([]int, len(ms))
	each(t, func(_ int, p piece) bool {
		for i, m := range ms {
			sums[i] += m.cost(p)
		}
		return true
	})
	best := 0
	for i := range ms {
		if sums[i]*2 > ms[i].limit && sums[i]*ms[best].limit > sums[best]*ms[i].limit {
			best = i
		}
	}
	return sums[best], ms[best].limit, ms[best].unit
}

// cut returns the byte at which a text passes the network's limit; ok is false when the text fits.
func cut(network string, t *prose.Text) (at int, ok bool) {
	for _, m := range networks[network] {
		sum := 0
		each(t, func(i int, p piece) bool {
			sum += m.cost(p)
			if m.limit > 0 && sum > m.limit && (!ok || i < at) {
				at, ok = i, true
			}
			return m.limit > 0 && sum <= m.limit
		})
	}
	return at, ok
}

// each calls f for every piece of the text with the byte where it begins, until f has had enough.
func each(t *prose.Text, f func(at int, p piece) bool) {
	text, tokens := t.Raw, t.Words
	for at := 0; at < len(text); {
		for len(tokens) > 0 && (tokens[0].Start < at || tokens[0].Kind != prose.Link && tokens[0].Kind != prose.Handle) {
			tokens = tokens[1:]
		}
		p := piece{kind: prose.Plain}
		if len(tokens) > 0 && tokens[0].Start == at {
			p = piece{text: text[at:tokens[0].End], kind: tokens[0].Kind}
		} else {
			p.text, _ = prose.Cluster(text[at:])
		}
		size := len(p.text)
		if p.text == "\r\n" {
			p.text = "\n" // as it is sent
		}
		if !f(at, p) {
			return
		}
		at += size
	}
}
