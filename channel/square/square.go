// Package square is channel number one: the authority's own square (torget), as other servers meet it. A citizen who has an
// account anywhere in the fediverse follows the authority's accounts from there, reads its posts with corrections and
// withdrawals, and answers; no company stands in between. The pages for readers are in web/public, at the same addresses:
// who asks for a page gets the page, who asks for a document gets the document (ActivityPub, WebFinger, NodeInfo).
//
// What comes in: the signature is checked before anything is believed ([Square.Receive]), what concerns an account of ours is
// put on the record before the sender is told that we have it, and nothing else is kept. What goes out: one delivery for each
// server, signed, tried for three days ([Square.Deliver]). Followers are operational rows, not facts on the record: who reads
// what an authority says is nothing for it to remember when they have left (GDPR art. 5.1 c).
//
// What other servers may rely on is in docs/federation.md.
package square

import (
	"context"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/lingo"
	"tilltal/base/throttle"
	"tilltal/channel"
)

// Desk is what the square asks of the desk: what has been said, and a place for what is answered.
type Desk interface {
	// Name returns the authority's name.
	Name(ctx context.Context) (string, error)
	// Accounts returns the register, closed accounts too.
	Accounts(ctx context.Context) ([]channel.Account, error)
	// Post returns what was said, whoever it is for, as it stands now; fault.NotFound when there is none.
	Post(ctx context.Context, id string) (channel.Post, error)
	// Posts returns an account's public posts and answers, the newest first, and where the list goes on.
	Posts(ctx context.Context, account, after string, limit int) (posts []channel.Post, next string, err error)
	// CountPosts counts all that Posts would return; account "" is every account.
	CountPosts(ctx context.Context, account string) (int, error)
	// Replies returns the addresses of public replies to a post, the oldest first, and where the list goes on.
	Replies(ctx context.Context, post, after string, limit int) (uris []string, next string, err error)
	// Heard reports whether any of these addresses is something a citizen has said to us.
	Heard(ctx context.Context, uris []string) (bool, error)
	// Kept reports whether an activity with that id has been put on the record.
	Kept(ctx context.Context, activity string) (bool, error)
	// Arrive puts a letter on the record: when it returns nil, it is on disk. fault.Unreachable: the sender must try again.
	Arrive(ctx context.Context, l Letter) error
}

// Letter is something from another server that concerns us, exactly as it came. Its signature has been checked.
type Letter struct {
	ID      string // the activity's
	Kind    string // Create, Update, Delete, Like, Announce, Flag, …
	Account string // id of the account it turns to; "" when only sorting can tell
	Sender  string // the actor that signed it
	Body    []byte
}

// Options are what the square needs.
type Options struct {
	Addresses Addresses
	Desk      Desk
	Store     Store
	Clock     clock.Clock
	Fetch     *fetch.Client
	Version   string // of the program, for NodeInfo
	AllowHTTP bool   // accept addresses without TLS: only for trying things out on one machine
}

// Square is the channel. It is safe for many goroutines and is meant to be made once.
type Square struct {
	Options
	peers    *memory[Peer]     // by key id
	bodies   *memory[Activity] // what is being delivered, by activity id
	hosts    *hosts
	keys     sync.Map // owner and kind → crypto.Signer
	asking   singleflight.Group
	fetches  chan struct{} // how many strangers' documents may be fetched at once
	busy     atomic.Int64  // letters being received
	large    chan struct{} // how many large ones may be held at once
	strays   *throttle.Throttle
	renewals *throttle.Throttle
	flood    *throttle.Throttle
	register atomic.Pointer[register]
}

// Bounds of what strangers can make us remember and do.
const (
	maxPeers   = 20_000
	maxBodies  = 256
	maxFetches = 32
	maxBusy    = 2048
)

// New makes the channel.
func New(o Options) *Square {
	return &Square{Options: o, peers: newMemory[Peer](maxPeers), bodies: newMemory[Activity](maxBodies), hosts: newHosts(o.Clock),
		fetches:  make(chan struct{}, maxFetches),
		large:    make(chan struct{}, maxLarge),
		strays:   throttle.New(throttle.Rule{Burst: 60, Every: time.Second / 5}, 10_000, o.Clock),
		renewals: throttle.New(throttle.Rule{Burst: 1, Every: time.Minute}, 10_000, o.Clock),
		flood:    throttle.New(throttle.Rule{Burst: 50_000, Every: 100 * time.Microsecond}, 10_000, o.Clock),
	}
}

// Sheet describes the channel.
func (s *Square) Sheet() channel.Sheet {
	return channel.Sheet{
		Name:  "square",
		Title: lingo.T("Torget", "The square"),
		Help: lingo.T("Myndighetens eget torg. Inlägg syns på torgets sidor och hos alla som följer kontot från andra servrar, till exempel Mastodon. Rättelser och avpubliceringar når samma läsare.",
			"The authority's own square. Posts are shown on the square's pages and to everybody who follows the account from other servers, such as Mastodon. Corrections and withdrawals reach the same readers."),
		Powers: []channel.Power{channel.CanCorrect, channel.CanWithdraw, channel.CanDescribe, channel.CanHost, channel.CanListen},
		Alt:    5000, // as much as a draft may hold
	}
}

// register is the accounts, as they were read a moment ago.
type register struct {
	byHandle map[string]channel.Account
	byID     map[string]channel.Account
	at       time.Time
}

// registerAge is how long the register may be old: a new account is known to other servers after this.
const registerAge = 5 * time.Second

func (s *Square) accounts(ctx context.Context) (*register, error) {
	now := s.Clock.Now()
	if r := s.register.Load(); r != nil && now.Sub(r.at) < registerAge {
		return r, nil
	}
	got, err, _ := s.asking.Do("accounts", func() (any, error) {
		all, err := s.Desk.Accounts(context.WithoutCancel(ctx))
		if err != nil {
			return nil, err
		}
		r := &register{byHandle: map[string]channel.Account{}, byID: map[string]channel.Account{}, at: now}
		for _, a := range all {
			r.byHandle[a.Handle], r.byID[a.ID] = a, a
		}
		s.register.Store(r)
		return r, nil
	})
	if err != nil {
		return nil, err
	}
	return got.(*register), nil
}

func (s *Square) account(ctx context.Context, handle string) (channel.Account, error) {
	r, err := s.accounts(ctx)
	if err != nil {
		return channel.Account{}, err
	}
	a, ok := r.byHandle[handle]
	if !ok {
		return channel.Account{}, noAccount
	}
	return a, nil
}

var noAccount = fault.New(fault.NotFound, lingo.T("Det kontot finns inte här.", "There is no such account here.")).
	Try(lingo.T("Kontrollera adressen, eller sök bland kontona på torget.", "Check the address, or look among the accounts on the square."))

// ours reports whether an address is on our own host.
func (s *Square) ours(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host == s.Addresses.base.Host
}
