package activitypub

import (
	"slices"
	"strings"
)

// Visibility is whom something was meant for, by the conventions of the fediverse.
type Visibility int

// The visibilities, most private first, so that the zero value hides rather than shows.
const (
	Direct    Visibility = iota // only those who are named
	Followers                   // those who follow the author
	Unlisted                    // everybody, but not in public lists
	Everybody                   // everybody
)

// String is the word the fediverse has for it: public, unlisted, followers or direct.
func (v Visibility) String() string {
	switch v {
	case Everybody:
		return "public"
	case Unlisted:
		return "unlisted"
	case Followers:
		return "followers"
	}
	return "direct"
}

// VisibilityOf reads visibility from the addressing. Without the author's followers address, an address that ends in
// /followers is taken for it, as Mastodon, Pixelfed and Misskey write theirs.
func VisibilityOf(to, cc []string, followers string) Visibility {
	switch {
	case slices.Contains(to, Public):
		return Everybody
	case slices.Contains(cc, Public):
		return Unlisted
	}
	for _, list := range [][]string{to, cc} {
		for _, address := range list {
			if followers != "" && address == followers || followers == "" && strings.HasSuffix(address, "/followers") {
				return Followers
			}
		}
	}
	return Direct
}

// isPublic accepts the three spellings of Public (ActivityPub section 5.6).
func isPublic(address string) bool {
	return address == Public || address == "as:Public" || address == "Public"
}
