package square

import (
	"context"
	"mime"
	"slices"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/channel"
)

// cut splits a media type from its parameters.
func cut(contentType string) (media string, params map[string]string, err error) {
	return mime.ParseMediaType(contentType)
}

// deal decides what a letter is for the square: something between servers that it handles itself, something for the record,
// or nothing.
func (s *Square) deal(ctx context.Context, l *letter) error {
	if err := s.fill(ctx, l); err != nil {
		return err
	}
	o := l.Object()
	switch l.Type {
	case activitypub.Follow:
		return s.follow(ctx, l)
	case activitypub.Undo:
		if done, err := s.undo(ctx, l); done || err != nil {
			return err
		}
	case activitypub.Block:
		if a, ok := s.target(ctx, o.ID); ok {
			if err := s.Store.Unfollow(ctx, a.ID, l.Actor, "", l.signed); err != nil {
				return err
			}
		}
	case activitypub.Update:
		if o.ID == l.Actor {
			return s.describeAnew(ctx, l)
		}
	case activitypub.Delete:
		if o.ID == l.Actor {
			return s.part(ctx, l)
		}
	}
	account, ok, err := s.concerns(ctx, l)
	if err != nil || !ok {
		return err
	}
	return s.Desk.Arrive(ctx, Letter{ID: l.ID, Kind: l.Type, Account: account, Sender: l.Actor, Body: l.body})
}

// follow lets somebody follow. An account of an authority is open to everybody; a closed one is not followed.
func (s *Square) follow(ctx context.Context, l *letter) error {
	a, ok := s.target(ctx, l.Object().ID)
	if !ok || a.Closed || l.from.Inbox == "" {
		return noAccount
	}
	now := s.Clock.Now()
	answer, err := s.acceptance(a, l, now)
	if err != nil {
		return err
	}
	return s.Store.Follow(ctx, Follower{Account: a.ID, Actor: l.Actor, Follow: l.ID, Inbox: l.from.Reach(), Own: l.from.Inbox, At: now, Signed: l.signed}, answer)
}

// undo ends a following, which may be told by its name alone. done is false for what else may be undone: that goes on the record.
func (s *Square) undo(ctx context.Context, l *letter) (done bool, err error) {
	o := l.Object()
	if o.Type != activitypub.Follow && o.Type != "" {
		return false, nil
	}
	if a, ok := s.target(ctx, o.Object); ok {
		return true, s.Store.Unfollow(ctx, a.ID, l.Actor, o.ID, l.signed)
	}
	account, err := s.Store.Followed(ctx, l.Actor, o.ID)
	if fault.Is(err, fault.NotFound) {
		return o.Type == activitypub.Follow, nil
	}
	if err != nil {
		return true, err
	}
	return true, s.Store.Unfollow(ctx, account, l.Actor, o.ID, l.signed)
}

// describeAnew fetches an actor who says that she has changed: what she says of herself is believed from her own address.
func (s *Square) describeAnew(ctx context.Context, l *letter) error {
	if s.renewals.Take(l.Actor) > 0 {
		return nil
	}
	s.peers.drop(l.from.Key)
	_, err := s.askFor(ctx, l.from.Key)
	if fault.Is(err, fault.Unreachable) || fault.Is(err, fault.TooSoon) || fault.Is(err, fault.Internal) {
		return err
	}
	return nil // it describes itself in a way we cannot read: what we knew stands
}

// part hears that somebody has taken away her account. What she has said goes with it, so it is put on the record first; when she
// says so again, nobody knows her key any more.
func (s *Square) part(ctx context.Context, l *letter) error {
	if err := s.Desk.Arrive(ctx, Letter{ID: l.ID, Kind: l.Type, Sender: l.Actor, Body: l.body}); err != nil {
		return err
	}
	s.peers.drop(l.from.Key)
	return s.Store.ForgetPeer(ctx, l.Actor)
}

// target returns the account that an address of ours stands for.
func (s *Square) target(ctx context.Context, address string) (channel.Account, bool) {
	ref, ok := s.Addresses.Read(address)
	if !ok {
		return channel.Account{}, false
	}
	a, err := s.account(ctx, ref.Handle)
	return a, err == nil
}

// concerns reports whether a letter concerns us, and which account it turns to. It does when it is addressed to an account of
// ours, names one, answers or is about something of ours, or is about something that a citizen has said to us. That somebody
// takes back what she said may come before what she said, so it always does.
func (s *Square) concerns(ctx context.Context, l *letter) (account string, ok bool, err error) {
	for _, address := range s.pointers(l) {
		if a, ok := s.target(ctx, address); ok {
			return a.ID, true, nil
		}
	}
	o := l.Object()
	switch l.Type {
	case activitypub.Delete:
		return "", true, nil
	case activitypub.Create, activitypub.Update:
		if l.handle != "" && len(l.To)+len(l.CC)+len(o.To)+len(o.CC) == 0 { // to nobody that it tells of: to whom it was handed
			a, err := s.account(ctx, l.handle)
			return a.ID, err == nil, err
		}
		known := slices.DeleteFunc([]string{o.ID, o.InReplyTo}, func(uri string) bool { return uri == "" })
		ok, err = s.Desk.Heard(ctx, known)
	case activitypub.Undo: // of something that is only named
		ok, err = s.Desk.Kept(ctx, o.ID)
	}
	return "", ok, err
}

// pointers are the addresses by which a letter may turn to us, the most telling first.
func (s *Square) pointers(l *letter) []string {
	o := l.Object()
	var out []string
	switch l.Type {
	case activitypub.Create, activitypub.Update:
		out = append(out, o.InReplyTo)
		for _, t := range o.Tags {
			if t.Type == activitypub.Mention {
				out = append(out, t.Href)
			}
		}
		out = append(append(out, o.To...), o.CC...)
	case activitypub.Delete:
	default:
		for _, o := range l.Objects {
			out = append(out, o.ID, o.Object)
		}
	}
	return append(append(out, l.To...), l.CC...)
}
