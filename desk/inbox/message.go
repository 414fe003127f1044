package inbox

import (
	"context"
	"time"
)

// Reader reads what one channel's envelopes say. It is pure, and takes what it is given as hostile: HTML comes out
// sanitised, and what cannot be read is an error, which keeps the envelope and opens nothing.
type Reader interface {
	Read(Envelope) (Message, error)
}

// Message is what an envelope says, in words that are the same for all channels.
type Message struct {
	Kind       Kind
	Remote     string // URI of what is said, changed, deleted, liked, shared or reported
	InReplyTo  string // URI of what it answers; "" when it answers nothing
	Author     string // URI of who said it; "" for a citizen without an account
	AuthorName string
	HTML       string // sanitised
	Text       string // plain
	Language   string
	Visibility string
	At         time.Time // when this version was said, by the sender's clock; zero when it does not tell
	Mentions   []string  // URIs of those it turns to
	About      string    // what the conversation is about when the channel knows (KindQuestion, KindError); "" otherwise
	Post       string    // id of our post that it is about, when the channel knows; InReplyTo tells otherwise
}

// Kind is what a message does.
type Kind string

// The kinds of Message. The zero Kind is nothing for the inbox.
const (
	MessageSaid      Kind = "said"      // says something
	MessageChanged   Kind = "changed"   // changes what was said
	MessageDeleted   Kind = "deleted"   // takes it back
	MessageLeft      Kind = "left"      // takes away her whole account, and all that she has said
	MessageLiked     Kind = "liked"     // likes one of our posts
	MessageAnnounced Kind = "announced" // shares one of our posts
	MessageUndone    Kind = "undone"    // takes back a like or a share, by the name of what was done
	MessageReported  Kind = "reported"  // reports one of our posts, or an account of ours
	MessageNothing   Kind = ""
)

// Place is what a URI of ours stands for.
type Place struct {
	Account      string
	Post         string // the post, when it is one; "" when the URI is the account itself
	Conversation string // the conversation that the post answers in, when it is an answer
}

// Square knows which URIs are ours.
type Square interface {
	// Find returns a place for each of the URIs that is one of our accounts or posts; the others are left out.
	Find(ctx context.Context, uris []string) (map[string]Place, error)
}
