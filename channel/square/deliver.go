package square

import (
	"context"
	"errors"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
	"tilltal/base/lingo"
	"tilltal/base/mishap"
)

// Patience is how long a delivery is tried: what a server was away for longer than that, it does not get.
const Patience = 72 * time.Hour

// maxMissing is after how many deliveries to an inbox that is not found its followers are taken to be gone: most of a day.
const maxMissing = 12

// Backoff is how long to wait after a delivery that failed: a minute, then twice as long each time, up to six hours.
func Backoff(attempt int) time.Duration {
	return min(6*time.Hour, time.Minute<<min(max(attempt-1, 0), 9))
}

// Deliver delivers one activity to one inbox. It may be called again after any error, and after a success that was lost: the
// other server knows the activity by its id.
//
// Errors: fault.Unreachable and fault.TooSoon to be tried again, after as long as they say; fault.Invalid and fault.Gone when
// trying again cannot help.
func (s *Square) Deliver(ctx context.Context, d Delivery, attempt int) error {
	a, err := s.outgoing(ctx, d.Activity)
	if err != nil {
		return err
	}
	if wanted, err := s.wanted(ctx, a); err != nil || !wanted {
		return err
	}
	if s.Clock.Now().Sub(a.At) > Patience {
		return fault.New(fault.Gone, lingo.T("Servern har inte svarat på tre dygn.", "The server has not answered for three days."))
	}
	if err := s.loadHosts(ctx); err != nil {
		return err
	}
	name := activitypub.HostOf(d.Inbox)
	if wait := s.hosts.enter(name); wait > 0 {
		return fault.New(fault.TooSoon, lingo.T("Servern lämnas i fred en stund.", "The server is left alone for a while.")).Wait(wait)
	}
	err = s.hand(ctx, a, d.Inbox, name)
	mishap.At(mishap.Sent, JobDeliver)
	if state, news := s.hosts.leave(name, answered(ctx, err)); news {
		_ = s.Store.KeepHost(context.WithoutCancel(ctx), state) // it will be found out again
	}
	return s.settle(ctx, d, attempt, err)
}

// answered reports whether a host answered for itself, whatever it said. That we were stopped is nothing to hold against it.
func answered(ctx context.Context, err error) bool {
	return ctx.Err() != nil || !fault.Is(err, fault.Unreachable)
}

func (s *Square) outgoing(ctx context.Context, id string) (Activity, error) {
	if a, ok := s.bodies.get(id); ok {
		return a, nil
	}
	a, err := s.Store.Activity(ctx, id)
	if err == nil {
		s.bodies.put(id, a)
	}
	return a, err
}

// wanted reports whether an activity is still to be delivered: a post that has been withdrawn is not sent to anybody more.
func (s *Square) wanted(ctx context.Context, a Activity) (bool, error) {
	if a.Post == "" || a.Type == activitypub.Delete {
		return true, nil
	}
	ended, err := s.Store.Ended(ctx, a.Post)
	return !ended, err
}

// hand signs and sends, first the way the host last took, then the other way when it says no.
func (s *Square) hand(ctx context.Context, a Activity, inbox, name string) error {
	r, err := s.accounts(ctx)
	if err != nil {
		return err
	}
	account, ok := r.byID[a.Account]
	if !ok {
		return noAccount
	}
	first := s.hosts.scheme(name)
	var answer *fetch.Answer
	for _, scheme := range []httpsig.Scheme{first, other(first)} {
		sign, err := s.signer(ctx, account.Handle, account.ID, a.Body, scheme)
		if err != nil {
			return err
		}
		if answer, err = s.Fetch.Post(ctx, inbox, activitypub.ContentType, a.Body, sign); err != nil {
			return err
		}
		if !refused(answer.Status) {
			s.learn(ctx, name, scheme)
			break
		}
	}
	return answer.Err(s.Clock.Now())
}

// settle decides what a failure leads to.
func (s *Square) settle(ctx context.Context, d Delivery, attempt int, err error) error {
	switch fault.KindOf(err) {
	case fault.Gone:
		return s.Store.DropInbox(ctx, d.Inbox, s.Clock.Now())
	case fault.NotFound:
		if errors.Is(err, noAccount) {
			return err
		}
		if attempt >= maxMissing {
			return s.Store.DropInbox(ctx, d.Inbox, s.Clock.Now())
		}
		return later.Because(err)
	case fault.Forbidden: // perhaps it could not fetch our key just now
		return later.Because(err)
	}
	return err
}

var later = fault.New(fault.Unreachable, lingo.T("Servern tog inte emot det. Vi försöker igen.", "The server did not take it. We try again."))
