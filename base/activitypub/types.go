package activitypub

import (
	"encoding/json"
	"slices"
	"time"
)

// Activity is something an actor did.
type Activity struct {
	ID, Type   string
	Actor      string   // who did it
	Objects    []Object // what it was done to; several only for Flag
	Target     string   // Move, Add, Remove
	To, CC     []string
	Content    string // Flag: why
	Published  time.Time
	Updated    time.Time
	Visibility Visibility // from To and CC; not written
}

// Object returns what the activity was done to; the zero Object when there is none.
func (a *Activity) Object() Object {
	if len(a.Objects) == 0 {
		return Object{}
	}
	return a.Objects[0]
}

// Known reports whether the house knows what the activity means. Others are received and nothing is done.
func (a *Activity) Known() bool { return activityTypes[a.Type] }

// Object is a post, a tombstone, or an activity that another activity speaks of.
type Object struct {
	ID, Type  string
	Reference bool // only an address is known (and perhaps the type): fetch it where it lives

	AttributedTo []string
	Name         string            // title
	Summary      string            // content warning, HTML
	Content      string            // HTML as it came
	ContentMap   map[string]string // the content by language (BCP 47)
	NameMap      map[string]string
	SummaryMap   map[string]string
	Language     string // of Content, when the document says
	MediaType    string // of Content; empty is HTML
	Source       string // the text as the author wrote it, when given
	Sensitive    bool

	InReplyTo    string
	Conversation string // context or conversation: the thread's own name
	Replies      string // address of the collection of replies
	URL          string // the page a person can open
	Published    time.Time
	Updated      time.Time
	To, CC       []string
	Audience     []string
	Attachments  []Attachment
	Tags         []Tag

	Options []Option  // Question
	Many    bool      // Question: more than one may be chosen
	EndTime time.Time // Question, Event

	FormerType string    // Tombstone
	Deleted    time.Time // Tombstone

	Actor      string // when the object is itself an activity: who did it,
	Object     string // to what,
	ObjectType string // of what type when that was told
}

// Visibility tells who the object was meant for. The followers address of the author may be empty when it is not known.
func (o *Object) Visibility(followers string) Visibility { return VisibilityOf(o.To, o.CC, followers) }

// By reports whether the actor is among those the object is attributed to.
func (o *Object) By(actor string) bool { return slices.Contains(o.AttributedTo, actor) }

// Attachment is a picture, a sound, a film or a document that goes with a post, or a row of an actor's profile.
type Attachment struct {
	Type, MediaType string
	URL             string
	Name            string // description for those who cannot see it; for a profile row its heading
	Value           string // profile row (PropertyValue): the text, HTML
	Width, Height   int    // pixels, zero when not told
}

// Tag is a hashtag, a mention or a custom emoji in a post.
type Tag struct {
	Type string // Hashtag, Mention, Emoji
	Href string
	Name string // #växjö, @anna@social.example, :blobcat:
	Icon string // Emoji: address of the picture
}

// The types of tags.
const (
	Hashtag = "Hashtag"
	Mention = "Mention"
	Emoji   = "Emoji"
)

// Option is an alternative of a question.
type Option struct {
	Name  string
	Votes int
}

// Actor is an account on some server.
type Actor struct {
	ID, Type string
	Handle   string // preferredUsername
	Name     string
	Summary  string // HTML
	URL      string

	Inbox, SharedInbox, Outbox string
	Followers, Following       string
	Featured, FeaturedTags     string

	Icon, Image Attachment
	Fields      []Attachment // profile rows
	Tags        []Tag

	Keys      []PublicKey // publicKey
	Multikeys []Multikey  // assertionMethod (FEP-521a)

	Locked       bool // manuallyApprovesFollowers
	Discoverable bool
	Indexable    bool
	Suspended    bool
	Memorial     bool
	MovedTo      string
	AlsoKnownAs  []string
	Published    time.Time
	Updated      time.Time
}

// PublicKey is an RSA key of an actor (https://w3id.org/security/v1).
type PublicKey struct{ ID, Owner, PEM string }

// Multikey is a key of an actor in the newer form.
type Multikey struct{ ID, Controller, Multibase string }

// Collection is a list of things or a page of one.
type Collection struct {
	ID, Type    string
	Total       int // -1 when not told
	PartOf      string
	First, Last string
	Next, Prev  string
	Items       []Item
}

// Item is a member of a collection: its address, and the document when it came along.
type Item struct {
	ID   string
	Body json.RawMessage
}

// The types of collections.
const (
	OrderedCollection     = "OrderedCollection"
	OrderedCollectionPage = "OrderedCollectionPage"
	PlainCollection       = "Collection"
	PlainCollectionPage   = "CollectionPage"
)
