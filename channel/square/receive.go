package square

import (
	"context"
	"io"
	"net/http"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/httpsig"
	"tilltal/base/lingo"
	"tilltal/base/mishap"
)

// MaxLetter is how large a letter from another server may be, in bytes.
const MaxLetter = activitypub.MaxBody

// Receive takes a letter that another server delivers to an inbox of ours; handle is "" for the shared one. It answers 202
// when the letter is on the record, or is nothing that concerns us; then nothing is kept of it.
//
// Errors: fault.SignIn when it is not certain whose it is; fault.Invalid and fault.TooLarge when it cannot be read;
// fault.TooSoon and fault.Unreachable when the sender must try again. Nothing is stored then.
func (s *Square) Receive(w http.ResponseWriter, r *http.Request, handle string) error {
	if s.busy.Add(1) > maxBusy {
		s.busy.Add(-1)
		return crowded
	}
	defer s.busy.Add(-1)
	if handle != "" {
		if _, err := s.account(r.Context(), handle); err != nil {
			return err
		}
	}
	body, done, err := s.read(r)
	if err != nil {
		return err
	}
	defer done()
	l, err := s.open(r, body)
	if err != nil {
		return err
	}
	if l == nil {
		return accepted(w)
	}
	if wait := s.flood.Take(activitypub.HostOf(l.Actor)); wait > 0 {
		return fault.New(fault.TooSoon, lingo.T("Er server skickar mer än vi tar emot.", "Your server sends more than we take.")).Wait(wait)
	}
	l.handle = handle
	mishap.At(mishap.Believed, l.Type)
	if err := s.deal(r.Context(), l); err != nil {
		return err
	}
	return accepted(w)
}

func accepted(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusAccepted)
	return nil
}

// letter is an activity that has been delivered, with who signed it.
type letter struct {
	*activitypub.Activity
	from   Peer
	body   []byte
	handle string    // of the inbox; "" for the shared one
	signed time.Time // when, by the sender's clock
}

// farewell reports whether an account says that it is gone. It says so to every server it ever heard of, and its key went with
// it: from somebody we have never met it is nothing to look at.
func farewell(a *activitypub.Activity) bool {
	return a.Type == activitypub.Delete && a.Object().ID == a.Actor
}

// smallLetter is how large almost every letter is at most, in bytes. Of larger ones maxLarge are held at a time, so that who
// sends many of them at once, signed or not, does not fill our memory.
const (
	smallLetter = 64 << 10
	maxLarge    = 16
)

// read reads what is delivered; done must be called when it has been dealt with.
func (s *Square) read(r *http.Request) (body []byte, done func(), err error) {
	if !readable(r.Header.Get("Content-Type")) {
		return nil, nil, fault.New(fault.Invalid, lingo.T("Det du skickar ska vara ActivityPub: application/activity+json.",
			"What you send must be ActivityPub: application/activity+json."))
	}
	body, err = io.ReadAll(io.LimitReader(r.Body, smallLetter+1))
	if err != nil || len(body) <= smallLetter {
		return body, func() {}, err
	}
	select {
	case s.large <- struct{}{}:
		done = func() { <-s.large }
	default:
		return nil, nil, crowded
	}
	rest, err := io.ReadAll(io.LimitReader(r.Body, MaxLetter+1-int64(len(body))))
	if body = append(body, rest...); err == nil && len(body) > MaxLetter {
		err = fault.New(fault.TooLarge, lingo.T("Det du skickar är större än vi tar emot.", "What you send is larger than we accept."))
	}
	if err != nil {
		done()
	}
	return body, done, err
}

// open makes certain whose a letter is. It returns nil for what needs no look.
func (s *Square) open(r *http.Request, body []byte) (*letter, error) {
	sig, err := httpsig.Parse(r, body, s.rules())
	if err != nil {
		return nil, err
	}
	a, err := activitypub.ParseActivity(body, activitypub.Rules{Now: s.Clock.Now(), AllowHTTP: s.AllowHTTP})
	if err != nil {
		return nil, err
	}
	if s.ours(a.Actor) { // our own words, come back to us
		return nil, nil
	}
	if farewell(a) {
		if _, err := s.known(r.Context(), sig.KeyID); fault.Is(err, fault.NotFound) {
			return nil, nil
		}
	}
	from, err := s.verify(r.Context(), sig)
	if err != nil {
		return nil, err
	}
	if from.Actor != a.Actor {
		return nil, stranger
	}
	return &letter{Activity: a, from: from, body: body, signed: sig.At}, nil
}

func (s *Square) rules() httpsig.Rules {
	return httpsig.Rules{Now: s.Clock.Now(), Target: s.Addresses.base}
}

// readable also takes application/ld+json without a profile, and application/json: what counts is the signature.
func readable(contentType string) bool {
	media, _, _ := cut(contentType)
	return activitypub.IsActivityType(contentType) || media == "application/ld+json" || media == "application/json"
}

var stranger = fault.New(fault.SignIn, lingo.T("Signaturen är inte avsändarens.", "The signature is not the sender's."))

// verify finds whose key it is and checks the signature with it. A key that does not fit is fetched anew, once.
func (s *Square) verify(ctx context.Context, sig *httpsig.Signature) (Peer, error) {
	p, err := s.peer(ctx, sig.KeyID)
	if err != nil {
		return Peer{}, err
	}
	problem := sig.Verify(p.public)
	if problem == nil {
		return p, nil
	}
	if p, err = s.renew(ctx, sig.KeyID); err != nil {
		return Peer{}, problem
	}
	return p, sig.Verify(p.public)
}
