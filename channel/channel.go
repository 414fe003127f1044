// Package channel is the port to the networks (kanaler). The authority's own square is channel number one; every other
// network is one more folder here and one more line in channel/all. A channel knows its network and nothing of the desk: it
// is handed what is to go out, already approved byte for byte, and says how it went.
//
// A channel brings its own sheet, texts, help, limits and tests, and must pass channeltest. Publish is the one thing every
// channel can; what more it can is a second interface, found by type assertion and declared on its sheet.
package channel

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/lingo"
)

// Account is the account that speaks, as a channel needs to know it.
type Account struct {
	ID       string
	Handle   string
	Name     string
	Purpose  string // one or two sentences
	Kind     string // "Organization" or "Service"
	Language string
	OpenedAt time.Time
	Closed   bool
	Me       []Link // the same account elsewhere: rel="me"
}

// Link is an address with what it is called.
type Link struct{ Name, URL string }

// Picture is one picture of a post. Bytes are fetched by hash when the network wants them.
type Picture struct {
	Hash   string
	Type   string
	Alt    string // "" when decorative
	Width  int
	Height int
}

// Post is something the authority says, ready to go.
type Post struct {
	ID          string
	Account     Account
	Text        string
	Summary     string // content warning, "" for none
	Language    string
	Topics      []string
	Pictures    []Picture
	Signature   string // "Amina, Parkenheten": who speaks
	PublishedAt time.Time
	UpdatedAt   time.Time // zero when it stands as it was published
	InReplyTo   string    // the URI answered, "" for none
	To          []string  // URIs of those answered, who are to be told
	Direct      bool      // only To may read it
	Correction  *Correction
	Withdrawn   *Withdrawal
}

// Correction says what was wrong, what is right, why, and what happens now. It stands first in what goes out.
type Correction struct {
	Wrong, Right, Why, Now string
	At                     time.Time
}

// Withdrawal says that a post was taken back, and what citizens are told of it.
type Withdrawal struct {
	Public string
	At     time.Time
}

// Receipt is a network's word that it has a post. Remote is its name there.
type Receipt struct {
	Remote string
	URL    string
	At     time.Time
}

// Channel is a network that the authority can speak on.
type Channel interface {
	// Sheet describes the channel. It must be constant.
	Sheet() Sheet
	// Publish puts a post on the network. Done twice with the same post it must lead to one post there: a worker may die
	// after the network took it.
	//
	// Errors: fault.Unreachable or TooSoon to be tried again; Invalid or Forbidden when a person must do something.
	Publish(ctx context.Context, post Post) (Receipt, error)
}

// Corrector is a channel that can tell its readers of a correction.
type Corrector interface {
	Correct(ctx context.Context, post Post) error
}

// Withdrawer is a channel that can take a post back.
type Withdrawer interface {
	Withdraw(ctx context.Context, post Post) error
}

// Describer is a channel that can tell its readers that an account shows something new of itself: its name, its purpose, where
// else it is. The change is named, so that it is told of once.
type Describer interface {
	Describe(ctx context.Context, account Account, change string) error
}

// Host is a channel that other servers call: it answers at addresses of its own.
type Host interface {
	Endpoints() []Endpoint
}

// Endpoint is one address that other servers call.
type Endpoint struct {
	Method, Path string
	Limit        int64 // of the body, in bytes
	Do           func(w http.ResponseWriter, r *http.Request) error
}

// Power is something a channel can do beyond Publish.
type Power string

// The powers.
const (
	CanCorrect  Power = "correct"
	CanWithdraw Power = "withdraw"
	CanDescribe Power = "describe"
	CanHost     Power = "host"
	CanListen   Power = "listen" // what citizens say there reaches the inbox
)

// Sheet is what a channel says of itself.
type Sheet struct {
	Name   string     // the folder's name: "square"
	Title  lingo.Text // "Torget"
	Help   lingo.Text
	Powers []Power
	// Alt is how long a picture's description may be there, in characters; 0 where no description can be shown. A channel
	// that can show one must carry it (channeltest), and where one cannot, the writer is told what is lost.
	Alt int
}
