// Package activitypub reads and writes what servers of the fediverse say to each other: somebody wrote this, changed it, took
// it away, wants to follow the account, shared its post, reported something. It is how the authority's own square reaches
// people on Mastodon and its kin, and how their answers come home, without any company in between (W3C ActivityPub, W3C
// Activity Streams 2.0).
//
// Reading is tolerant of form and strict about claims. The same thing may come as an address, an object or a list, in any
// server's dialect; all of that is read. But a server may speak only for itself: an activity, its actor and what it creates,
// changes or deletes must live on the same host, and content of other hosts that comes along is cut down to its address, to
// be fetched where it lives. There is no JSON-LD processor; docs/decisions/0007-own-activitypub-structs.md says why.
//
// Texts are kept exactly as they came, markup and all: they are evidence. What is shown goes through
// [tilltal/base/markup] first. Refusals are of kind Invalid or TooLarge and point at the place with a JSON pointer.
package activitypub

import (
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Public is the address of everybody (ActivityPub section 5.6).
const Public = "https://www.w3.org/ns/activitystreams#Public"

// ContentType is what our documents are served and sent as (ActivityPub section 3.2 asks for the long form in requests; every
// server reads and sends the short one).
const ContentType = "application/activity+json"

// LongContentType is the other name of the same thing.
const LongContentType = `application/ld+json; profile="https://www.w3.org/ns/activitystreams"`

// Limits of what is read. A text of 1 MiB must be storable, and Mastodon sends each text twice (content and contentMap), so a
// body is larger than a text.
const (
	MaxBody  = 3 << 20 // bytes of a document
	MaxText  = 1 << 20 // bytes of one text
	MaxDepth = 32      // nesting of a document
	MaxItems = 5000    // members of one list
)

const (
	maxTokens  = 100_000 // members and elements of a whole document
	maxAddress = 2048    // bytes of an address
	maxName    = 1024    // bytes of a handle, a type, a media type
)

// Rules are what a document is held against.
type Rules struct {
	// Now is when it arrived. Dates more than a day after it, or before 1990, are refused. Zero leaves dates unjudged, for
	// documents that we read again from our own store.
	Now time.Time

	// AllowHTTP accepts addresses without TLS. Only for tests on the own machine.
	AllowHTTP bool

	// From is the address a document was fetched from; the document must live on the same host. Empty for what was sent to us.
	From string
}

// The types of actors (Activity Streams vocabulary section 3.2).
const (
	Person       = "Person"
	Group        = "Group"
	Organization = "Organization"
	Service      = "Service"
	Application  = "Application"
)

// The activities the house knows.
const (
	Create   = "Create"
	Update   = "Update"
	Delete   = "Delete"
	Undo     = "Undo"
	Follow   = "Follow"
	Accept   = "Accept"
	Reject   = "Reject"
	Like     = "Like"
	Announce = "Announce"
	Flag     = "Flag"
	Block    = "Block"
	Move     = "Move"
	Add      = "Add"
	Remove   = "Remove"
)

// The objects the house writes, and the ones it reads as a post.
const (
	Note      = "Note"
	Article   = "Article"
	Question  = "Question"
	Page      = "Page"
	Image     = "Image"
	Video     = "Video"
	Audio     = "Audio"
	Event     = "Event"
	Tombstone = "Tombstone"
)

var (
	actorTypes    = set(Person, Group, Organization, Service, Application)
	activityTypes = set(Create, Update, Delete, Undo, Follow, Accept, Reject, Like, Announce, Flag, Block, Move, Add, Remove)
	postTypes     = set(Note, Article, Question, Page, Image, Video, Audio, Event)
)

// IsActor reports whether the type is one of the five kinds of actors.
func IsActor(typ string) bool { return actorTypes[typ] }

// IsPost reports whether the type is something a person has written or shown, which may be a comment.
func IsPost(typ string) bool { return postTypes[typ] }

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

func invalid(at, sv, en string) *fault.Error {
	return fault.New(fault.Invalid, lingo.T(sv, en)).At(at)
}

func tooLarge(at, sv, en string) *fault.Error {
	return fault.New(fault.TooLarge, lingo.T(sv, en)).At(at)
}
