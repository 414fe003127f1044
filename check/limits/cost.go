package limits

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tilltal/check/prose"
)

const linkCost = 23 // X and Mastodon count every address as 23

func one(p piece) int    { return clusters(p.text) }
func octets(p piece) int { return len(p.text) }

func clusters(s string) (n int) {
	for s != "" {
		_, s = prose.Cluster(s)
		n++
	}
	return n
}

// units counts UTF-16 code units.
func units(p piece) (n int) {
	for _, r := range p.text {
		if r > 0xFFFF {
			n++
		}
		n++
	}
	return n
}

// weigh counts as X does (twitter-text, configuration 3): composed text, 1 for Latin and its neighbours, 2 for the rest, 2
// for an emoji however long, 23 for an address.
func weigh(p piece) (n int) {
	switch {
	case p.kind == prose.Link:
		return linkCost
	case p.kind == prose.Plain && prose.Emoji(p.text):
		return 2
	}
	for _, r := range norm.NFC.String(p.text) {
		n++
		if !light(r) {
			n++
		}
	}
	return n
}

func light(r rune) bool {
	return r <= 4351 || r >= 8192 && r <= 8205 || r >= 8208 && r <= 8223 || r >= 8242 && r <= 8247
}

// mastodon counts characters as seen, 23 for an address with its scheme, and of an account's name only the part before the
// server.
func mastodon(p piece) int {
	switch p.kind {
	case prose.Link:
		if strings.Contains(p.text, "://") {
			return linkCost
		}
	case prose.Handle:
		if at := strings.IndexByte(p.text[1:], '@'); at >= 0 {
			return clusters(p.text[:at+1])
		}
	}
	return clusters(p.text)
}

// threads counts an emoji as its bytes and everything else as code points.
func threads(p piece) int {
	if p.kind == prose.Plain && prose.Emoji(p.text) {
		return len(p.text)
	}
	return utf8.RuneCountInString(p.text)
}

// wire counts what LinkedIn gets: its "little text" needs a backslash before each reserved sign, and what is sent is counted.
func wire(p piece) int {
	n := units(p)
	for i := 0; i < len(p.text); i++ {
		if strings.IndexByte(`\|{}@[]()<>#*_~`, p.text[i]) >= 0 {
			n++
		}
	}
	return n
}
