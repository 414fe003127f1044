package square

import (
	"net/url"
	"strings"

	"tilltal/base/ident"
)

// Addresses is how the square is laid out: which address stands for what. An account's page and its actor have one address,
// and so have a post's page and its note. They never change, since other servers remember them.
type Addresses struct {
	base *url.URL // scheme and host, no path
	root string   // base as text
}

// NewAddresses lays the square out at its own address: scheme and host.
func NewAddresses(base *url.URL) Addresses {
	u := &url.URL{Scheme: base.Scheme, Host: base.Host}
	return Addresses{base: u, root: u.String()}
}

// instance is the handle of the server's own actor, which asks other servers for documents in no account's name.
const instance = "-"

const prefix = "/torget/"

// topics stands where a handle does in the addresses of topics: no account can be called so.
const topics = "amne"

// Host is what stands after the @ in an account's address.
func (a Addresses) Host() string { return a.base.Host }

// Actor is the account: its page and its actor.
func (a Addresses) Actor(handle string) string {
	if handle == instance {
		return a.root + prefix + "-/actor"
	}
	return a.root + prefix + handle
}

// Of is one of an account's collections or boxes: inbox, outbox, followers, following, featured.
func (a Addresses) Of(handle, part string) string { return a.root + prefix + handle + "/" + part }

// Shared is the inbox for all accounts.
func (a Addresses) Shared() string { return a.root + prefix + "inbox" }

// Post is a post: its page and its note.
func (a Addresses) Post(handle, id string) string { return a.root + prefix + handle + "/" + id }

// Replies is the list of replies to a post.
func (a Addresses) Replies(handle, id string) string { return a.Post(handle, id) + "/replies" }

// Creation is the activity by which a post was published.
func (a Addresses) Creation(handle, id string) string { return a.Post(handle, id) + "/activity" }

// Topic is the page of a topic (ämne).
func (a Addresses) Topic(topic string) string {
	return a.root + prefix + topics + "/" + url.PathEscape(strings.ToLower(topic))
}

// Picture is where a picture of a post is fetched.
func (a Addresses) Picture(hash string) string { return a.root + "/bild/" + hash }

// Key is the address of one of an actor's keys.
func (a Addresses) Key(handle, kind string) string {
	if kind == Ed25519 {
		return a.Actor(handle) + "#ed25519-key"
	}
	return a.Actor(handle) + "#main-key"
}

// Ref is what an address of ours stands for.
type Ref struct {
	Handle string
	Post   string // "" when the address is the account itself, or one of its lists
}

// Read reads an address. It says only what the address stands for, not whether there is such an account or post. ok is false
// for every address that is not ours.
func (a Addresses) Read(address string) (ref Ref, ok bool) {
	path, ok := strings.CutPrefix(address, a.root+prefix)
	if !ok {
		return Ref{}, false
	}
	path, _, _ = strings.Cut(path, "#")
	path, _, _ = strings.Cut(path, "?")
	handle, rest, more := strings.Cut(path, "/")
	if !isHandle(handle) || handle == topics {
		return Ref{}, false
	}
	if !more || rest == "" || rest == "followers" {
		return Ref{Handle: handle}, true
	}
	id, part, more := strings.Cut(rest, "/")
	if !ident.Valid(id) || more && part != "activity" && part != "" {
		return Ref{}, false
	}
	return Ref{Handle: handle, Post: id}, true
}

// isHandle reports whether a word has the form of an account's handle.
func isHandle(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}
