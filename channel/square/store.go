package square

import (
	"context"
	"time"

	"tilltal/base/httpsig"
)

// Store is what the channel needs to have kept. All of it is operational: none of it is a fact on the record. What is not
// found is fault.NotFound.
type Store interface {
	KeyStore
	PeerStore
	FollowerStore
	OutStore
	// KnownHosts returns the hosts that something is remembered of.
	KnownHosts(ctx context.Context) ([]HostState, error)
	// KeepHost remembers something of a host.
	KeepHost(ctx context.Context, h HostState) error
}

// The kinds of keys an account has.
const (
	RSA     = "rsa"
	Ed25519 = "ed25519"
)

// KeyPair is a key of an account of ours. The store seals its private half.
type KeyPair struct {
	Owner   string // account id; "-" for the server's own actor
	Kind    string // RSA or Ed25519
	Private string // PEM, PKCS #8
	MadeAt  time.Time
}

// KeyStore keeps our keys.
type KeyStore interface {
	// SigningKey returns a key of ours.
	SigningKey(ctx context.Context, owner, kind string) (KeyPair, error)
	// KeepSigningKey keeps a new key, unless there is one already, and returns the one that is kept.
	KeepSigningKey(ctx context.Context, k KeyPair) (KeyPair, error)
}

// PeerStore keeps what we know of actors on other servers.
type PeerStore interface {
	// PeerByKey returns the actor that a key belongs to.
	PeerByKey(ctx context.Context, key string) (Peer, error)
	// PeerByActor returns an actor by its address.
	PeerByActor(ctx context.Context, actor string) (Peer, error)
	// PeerByHandle returns the actor last seen under handle@host.
	PeerByHandle(ctx context.Context, handle, host string) (Peer, error)
	// KeepPeer remembers an actor with one of its keys, in place of what was known under that key.
	KeepPeer(ctx context.Context, p Peer) error
	// ForgetPeer forgets an actor that is gone: its keys, and whom it followed.
	ForgetPeer(ctx context.Context, actor string) error
}

// Follower is somebody on another server who follows an account.
type Follower struct {
	Account string // id of ours
	Actor   string
	Follow  string // id of the activity that asked
	Inbox   string // where she is reached: her server's shared inbox when it has one
	Own     string // her own inbox
	At      time.Time
	Signed  time.Time // when she says that she asked
}

// Anew is how long after an Undo a Follow of the same name is taken for a new one, and not for the old one come late.
const Anew = time.Minute

// FollowerStore keeps followers.
type FollowerStore interface {
	// Follow lets somebody follow, and queues the answer, in one write. A Follow that has been undone changes nothing, until it is
	// signed again more than [Anew] after it was undone: some servers have one name for every time somebody follows.
	Follow(ctx context.Context, f Follower, answer Sending) error
	// Unfollow ends it. follow is the id of the activity that asked, "" when it is not told; an id that was replaced by a newer
	// one ends nothing. An id that has not come yet is remembered, so that it will change nothing when it comes.
	Unfollow(ctx context.Context, account, actor, follow string, at time.Time) error
	// Followed returns the id of the account that an activity of the actor's asked to follow.
	Followed(ctx context.Context, actor, follow string) (account string, err error)
	// CountFollowers counts those of an account.
	CountFollowers(ctx context.Context, account string) (int, error)
	// DropInbox ends the following of everybody who is reached there only.
	DropInbox(ctx context.Context, inbox string, at time.Time) error
}

// Activity is something of ours that is sent, as it is sent.
type Activity struct {
	ID      string
	Account string // id of who says it
	Post    string // id of the post it is about; "" for an answer to a Follow
	Type    string // Create, Update, Delete, Accept
	Body    []byte
	At      time.Time
}

// Sending is an activity with those it goes to.
type Sending struct {
	Activity
	Followers bool     // to every follower of the account
	Again     bool     // to everybody whom something about the post has been sent to before
	Inboxes   []string // and to these
}

// OutStore keeps what goes out.
type OutStore interface {
	// Send keeps an activity and queues one delivery for each inbox, in one write: the payload of each is a [Delivery]. An
	// activity that was sent before is not sent again.
	Send(ctx context.Context, s Sending) error
	// Activity returns what is to be sent.
	Activity(ctx context.Context, id string) (Activity, error)
	// Ended reports whether a post has been withdrawn, or a Delete has been sent about it.
	Ended(ctx context.Context, post string) (bool, error)
}

// JobDeliver is the job that delivers one activity to one inbox.
const JobDeliver = "deliver"

// Delivery is the payload of JobDeliver.
type Delivery struct {
	Activity string `json:"activity"`
	Inbox    string `json:"inbox"`
}

// HostState is what is remembered of another server.
type HostState struct {
	Host     string
	Scheme   httpsig.Scheme // the way of signing it last accepted; zero when not known
	Failures int            // in a row, since it last answered
	Until    time.Time      // it is left alone until then; zero when it is not
	At       time.Time
}
