package square

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"tilltal/base/activitypub"
	"tilltal/channel"
)

// Publish tells followers, and those the post answers or names, that it has been published. The post stands on the square
// already. Done twice it is sent once.
func (s *Square) Publish(ctx context.Context, p channel.Post) (channel.Receipt, error) {
	address := s.Addresses.Post(p.Account.Handle, p.ID)
	receipt := channel.Receipt{Remote: address, URL: address, At: s.Clock.Now()}
	if p.Withdrawn != nil {
		return receipt, nil
	}
	return receipt, s.say(ctx, p, activitypub.Create, s.Addresses.Creation(p.Account.Handle, p.ID))
}

// Correct tells the same readers, and whoever has come since, of a correction.
func (s *Square) Correct(ctx context.Context, p channel.Post) error {
	if p.Withdrawn != nil {
		return nil
	}
	return s.say(ctx, p, activitypub.Update, s.Addresses.Post(p.Account.Handle, p.ID)+"#update-"+strconv.FormatInt(p.UpdatedAt.UnixMicro(), 36))
}

// Withdraw tells every server that was told of the post that it is gone.
func (s *Square) Withdraw(ctx context.Context, p channel.Post) error {
	address := s.Addresses.Post(p.Account.Handle, p.ID)
	a := activitypub.Activity{ID: address + "#delete", Type: activitypub.Delete, Actor: s.Addresses.Actor(p.Account.Handle),
		To: []string{activitypub.Public}, Objects: []activitypub.Object{tombstone(address, p)}}
	told, err := s.told(ctx, p, true)
	if err != nil {
		return err
	}
	if p.Direct {
		a.To = nil
		for _, t := range told {
			a.To = append(a.To, t.Actor)
		}
	}
	return s.send(ctx, p, a, told)
}

// Describe tells followers that an account shows something new of itself.
func (s *Square) Describe(ctx context.Context, a channel.Account, change string) error {
	if a.Closed {
		return nil
	}
	s.register.Store(nil) // who is told asks at once
	doc, err := s.actorOf(ctx, a)
	if err != nil {
		return err
	}
	id := doc.ID + "#update-" + change
	body, err := doc.MarshalUpdate(id)
	if err != nil {
		return err
	}
	return s.Store.Send(ctx, Sending{Activity: Activity{ID: id, Account: a.ID, Type: activitypub.Update, Body: body, At: s.Clock.Now()}, Followers: true})
}

func tombstone(address string, p channel.Post) activitypub.Object {
	t := activitypub.Object{ID: address, Type: activitypub.Tombstone, FormerType: activitypub.Note}
	if p.Withdrawn != nil {
		t.Deleted = p.Withdrawn.At
	}
	return t
}

func (s *Square) say(ctx context.Context, p channel.Post, kind, id string) error {
	note, told, err := s.note(ctx, p, true)
	if err != nil {
		return err
	}
	a := s.activity(p, note, kind, id)
	return s.send(ctx, p, a, told)
}

// activity wraps a note in what was done to it.
func (s *Square) activity(p channel.Post, note activitypub.Object, kind, id string) activitypub.Activity {
	a := activitypub.Activity{ID: id, Type: kind, Actor: s.Addresses.Actor(p.Account.Handle), To: note.To, CC: note.CC,
		Published: note.Published, Objects: []activitypub.Object{note}}
	if kind == activitypub.Update {
		a.Updated = note.Updated
	}
	return a
}

// send puts an activity on its way.
func (s *Square) send(ctx context.Context, p channel.Post, a activitypub.Activity, told []Peer) error {
	body, err := a.Marshal()
	if err != nil {
		return err
	}
	out := Sending{Activity: Activity{ID: a.ID, Account: p.Account.ID, Post: p.ID, Type: a.Type, Body: body, At: s.Clock.Now()},
		Followers: !p.Direct, Again: a.Type != activitypub.Create}
	for _, t := range told {
		if s.ours(t.Actor) || t.Inbox == "" {
			continue
		}
		inbox := t.Reach()
		if p.Direct {
			inbox = t.Inbox
		}
		out.Inboxes = append(out.Inboxes, inbox)
	}
	return s.Store.Send(ctx, out)
}

// acceptance is our answer to a Follow. It is named after what it answers and the minute that was signed, so that it is one
// answer however often a letter comes; who asks again later has perhaps not heard it, and hears it again.
func (s *Square) acceptance(account channel.Account, follow *letter, now time.Time) (Sending, error) {
	me := s.Addresses.Actor(account.Handle)
	sum := sha256.Sum256([]byte(follow.ID + " " + strconv.FormatInt(follow.signed.Unix()/60, 10)))
	a := activitypub.Activity{ID: me + "#accept-" + hex.EncodeToString(sum[:12]), Type: activitypub.Accept, Actor: me, To: []string{follow.Actor},
		Objects: []activitypub.Object{{ID: follow.ID, Type: activitypub.Follow, Actor: follow.Actor, Object: me}}}
	body, err := a.Marshal()
	return Sending{Activity: Activity{ID: a.ID, Account: account.ID, Type: activitypub.Accept, Body: body, At: now}, Inboxes: []string{follow.from.Inbox}}, err
}
