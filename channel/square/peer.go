package square

import (
	"context"
	"crypto"
	"errors"
	"net/http"
	"strings"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
	"tilltal/base/lingo"
)

// Peer is somebody on another server, as her server last described her, with one of her keys.
type Peer struct {
	Key       string // the key's address; the actor's own when she has none
	Public    string // the key, PEM; "" when she has none
	Actor     string
	Handle    string // preferredUsername
	Name      string // as she calls herself; "" when she does not
	Inbox     string
	Shared    string // her server's inbox for everybody there; "" when it has none
	FetchedAt time.Time

	public crypto.PublicKey
}

// Reach returns where the peer is reached along with others on her server.
func (p Peer) Reach() string {
	if p.Shared != "" {
		return p.Shared
	}
	return p.Inbox
}

// Address returns how she is written to: @anna@social.example.
func (p Peer) Address() string { return "@" + p.Handle + "@" + activitypub.HostOf(p.Actor) }

// askTime bounds how long a stranger's server may keep a letter waiting.
const askTime = 10 * time.Second

// known returns whose a key is, when we have met her: from memory or from the database; fault.NotFound otherwise.
func (s *Square) known(ctx context.Context, key string) (Peer, error) {
	if p, ok := s.peers.get(key); ok {
		return p, nil
	}
	p, err := s.Store.PeerByKey(ctx, key)
	if err != nil {
		return Peer{}, err
	}
	return s.met(p)
}

// peer returns whose a key is, and asks her server when we have not met her.
func (s *Square) peer(ctx context.Context, key string) (Peer, error) {
	p, err := s.known(ctx, key)
	if !fault.Is(err, fault.NotFound) {
		return p, err
	}
	if wait := s.strays.Take(activitypub.HostOf(key)); wait > 0 {
		return Peer{}, fault.New(fault.TooSoon, lingo.T("Er server skickar från för många nya konton på en gång.",
			"Your server sends from too many new accounts at once.")).Wait(wait)
	}
	return s.askFor(ctx, key)
}

// renew asks her server anew for a key that did not fit: it may have been changed. It asks once a minute at most.
func (s *Square) renew(ctx context.Context, key string) (Peer, error) {
	if s.renewals.Take(key) > 0 {
		return Peer{}, fault.New(fault.TooSoon, lingo.T("Nyckeln hämtades nyss.", "The key has just been fetched."))
	}
	return s.askFor(ctx, key)
}

// met reads the peer's key and remembers her.
func (s *Square) met(p Peer) (Peer, error) {
	if p.Public == "" {
		return Peer{}, noKey
	}
	public, err := httpsig.ParsePublicPEM(p.Public)
	if err != nil {
		return Peer{}, err
	}
	p.public = public
	s.peers.put(p.Key, p)
	return p, nil
}

// unfetched is what a sender is told whose key we could not fetch: that we do not know who it is.
func unfetched(err error) error {
	if errors.Is(err, crowded) {
		return err
	}
	return unknown.Because(err)
}

var unknown = fault.New(fault.SignIn, lingo.T("Vi kan inte hämta avsändarens nyckel.", "We cannot fetch the sender's key."))

var noKey = fault.New(fault.Invalid, lingo.T("Avsändaren har ingen nyckel med den adressen.", "The sender has no key at that address."))

// askFor fetches a key and its owner from the owner's server, and remembers both.
func (s *Square) askFor(ctx context.Context, key string) (Peer, error) {
	got, err, _ := s.asking.Do("peer "+key, func() (any, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), askTime)
		defer cancel()
		actor, alone, err := s.fetchOwner(ctx, key)
		if err != nil {
			return nil, unfetched(err)
		}
		p := s.describe(actor)
		if p.Key, p.Public = key, publicOf(actor, key, alone); p.Public == "" {
			return nil, unfetched(noKey)
		}
		if err := s.Store.KeepPeer(ctx, p); err != nil {
			return nil, err
		}
		return s.met(p)
	})
	if err != nil {
		return Peer{}, err
	}
	return got.(Peer), nil
}

// fetchOwner fetches what stands at a key's address: most often the actor itself, sometimes the key alone, which names its
// owner; then the owner must name the key too.
func (s *Square) fetchOwner(ctx context.Context, key string) (*activitypub.Actor, *activitypub.PublicKey, error) {
	answer, err := s.get(ctx, instance, instance, key)
	if err != nil {
		return nil, nil, err
	}
	actor, err := activitypub.ParseActor(answer.Body, s.rulesFrom(answer))
	if err == nil {
		return actor, nil, nil
	}
	alone, keyErr := activitypub.ParseKey(answer.Body, key, s.rulesFrom(answer))
	if keyErr != nil || alone.Owner == "" {
		return nil, nil, err
	}
	actor, err = s.fetchActor(ctx, alone.Owner)
	return actor, alone, err
}

func (s *Square) fetchActor(ctx context.Context, address string) (*activitypub.Actor, error) {
	answer, err := s.get(ctx, instance, instance, address)
	if err != nil {
		return nil, err
	}
	return activitypub.ParseActor(answer.Body, s.rulesFrom(answer))
}

func (s *Square) rulesFrom(a *fetch.Answer) activitypub.Rules {
	return activitypub.Rules{AllowHTTP: s.AllowHTTP, From: a.URL.String()}
}

// describe is what we keep of an actor. A shared inbox must be on the host of her own: nobody sends us to a third.
func (s *Square) describe(a *activitypub.Actor) Peer {
	if !activitypub.SameHost(a.SharedInbox, a.Inbox) {
		a.SharedInbox = ""
	}
	return Peer{Key: a.ID, Actor: a.ID, Handle: a.Handle, Name: a.Name, Inbox: a.Inbox, Shared: a.SharedInbox, FetchedAt: s.Clock.Now()}
}

// publicOf returns the actor's key with that address as PEM; "" when it has none that can be read.
func publicOf(a *activitypub.Actor, key string, alone *activitypub.PublicKey) string {
	for _, k := range a.Keys {
		if k.ID != key {
			continue
		}
		if k.PEM == "" && alone != nil && alone.ID == key && alone.Owner == a.ID {
			k.PEM = alone.PEM
		}
		return k.PEM
	}
	if key == a.ID && len(a.Keys) == 1 { // signed with the actor's address: Hubzilla
		return a.Keys[0].PEM
	}
	for _, k := range a.Multikeys {
		if k.ID == key {
			public, err := httpsig.ParseMultikey(k.Multibase)
			if err != nil {
				return ""
			}
			text, err := httpsig.PublicPEM(public)
			if err != nil {
				return ""
			}
			return text
		}
	}
	return ""
}

// actor returns somebody by her address, known or fetched.
func (s *Square) actor(ctx context.Context, address string) (Peer, error) {
	p, err := s.Store.PeerByActor(ctx, address)
	if !fault.Is(err, fault.NotFound) {
		return p, err
	}
	return s.meet(ctx, address)
}

// meet fetches somebody by her address and remembers her with her first key.
func (s *Square) meet(ctx context.Context, address string) (Peer, error) {
	a, err := s.fetchActor(ctx, address)
	if err != nil {
		return Peer{}, err
	}
	p := s.describe(a)
	if len(a.Keys) > 0 {
		p.Key, p.Public = a.Keys[0].ID, a.Keys[0].PEM
	}
	s.peers.drop(p.Key)
	return p, s.Store.KeepPeer(ctx, p)
}

// byHandle returns who is at @handle@host. With ask, her server is asked when we have not met her (WebFinger, RFC 7033).
func (s *Square) byHandle(ctx context.Context, handle, host string, ask bool) (Peer, error) {
	p, err := s.Store.PeerByHandle(ctx, handle, host)
	if !ask || !fault.Is(err, fault.NotFound) {
		return p, err
	}
	scheme := "https://"
	if s.AllowHTTP && strings.HasPrefix(host, "127.") {
		scheme = "http://"
	}
	answer, err := s.Fetch.Get(ctx, scheme+host+"/.well-known/webfinger?resource=acct:"+handle+"@"+host, activitypub.JRDType, nil)
	if err == nil {
		err = answer.Err(s.Clock.Now())
	}
	if err != nil {
		return Peer{}, err
	}
	address, _, err := activitypub.ParseJRD(answer.Body, activitypub.Rules{AllowHTTP: s.AllowHTTP})
	if err != nil {
		return Peer{}, err
	}
	if !activitypub.SameHost(address, scheme+host) {
		return Peer{}, noAccount // a handle on one host that lives on another is not written as a link
	}
	return s.actor(ctx, address)
}

// get fetches a document in the name of an account, or of the server itself, signed the way the host last took, or the other
// way when it says no.
func (s *Square) get(ctx context.Context, handle, owner, address string) (*fetch.Answer, error) {
	select {
	case s.fetches <- struct{}{}:
		defer func() { <-s.fetches }()
	case <-ctx.Done():
		return nil, crowded
	}
	host := activitypub.HostOf(address)
	first := s.hosts.scheme(host)
	for _, scheme := range []httpsig.Scheme{first, other(first)} {
		sign, err := s.signer(ctx, handle, owner, nil, scheme)
		if err != nil {
			return nil, err
		}
		answer, err := s.Fetch.Get(ctx, address, activitypub.LongContentType+", "+activitypub.ContentType, sign)
		if err != nil {
			return nil, err
		}
		if refused(answer.Status) && scheme == first {
			continue
		}
		if err := answer.Err(s.Clock.Now()); err != nil {
			return nil, err
		}
		if !activitypub.IsActivityType(answer.Header.Get("Content-Type")) {
			return nil, notDocument
		}
		s.learn(ctx, host, scheme)
		return answer, nil
	}
	return nil, noKey
}

func refused(status int) bool {
	return status == http.StatusUnauthorized || status == http.StatusForbidden
}

// other is the other way of signing.
func other(s httpsig.Scheme) httpsig.Scheme {
	if s == httpsig.Cavage {
		return httpsig.RFC9421
	}
	return httpsig.Cavage
}

var (
	crowded = fault.New(fault.Unreachable, lingo.T("Vi hinner inte med just nu.", "We cannot keep up right now.")).Wait(10 * time.Second)

	notDocument = fault.New(fault.Invalid, lingo.T("Adressen leder inte till något ActivityPub-dokument.", "The address does not lead to an ActivityPub document."))
)
