package square

import (
	"context"
	"encoding/json"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/channel"
)

// fill fetches what somebody has written or changed, when the letter only says where it stands. It is fetched where it lives,
// in the name of the account that the letter turns to: what is for that account only is shown to nobody else. What the letter
// says from then on is the activity with what was fetched in its place, held against the same rules as if it had come so.
//
// Something that cannot be had leaves the letter as it came. Errors: fault.Unreachable and fault.TooSoon, for the sender to try
// again.
func (s *Square) fill(ctx context.Context, l *letter) error {
	o := l.Object()
	if l.Type != activitypub.Create && l.Type != activitypub.Update || !o.Reference || o.ID == l.Actor {
		return nil
	}
	if wait := s.strays.Take(activitypub.HostOf(o.ID)); wait > 0 {
		return crowded
	}
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	handle, owner := s.reader(ctx, l)
	answer, err := s.get(ctx, handle, owner, o.ID)
	switch {
	case fault.Is(err, fault.Unreachable), fault.Is(err, fault.TooSoon), ctx.Err() != nil:
		return crowded.Because(err)
	case err != nil:
		return nil
	}
	whole, body, err := s.together(l, answer.Body)
	if err != nil {
		return nil
	}
	got := whole.Object()
	if got.ID == o.ID && activitypub.SameHost(answer.URL.String(), o.ID) && got.By(l.Actor) {
		l.Activity, l.body = whole, body
	}
	return nil
}

// together is an activity with what was fetched in the place of its address.
func (s *Square) together(l *letter, fetched []byte) (*activitypub.Activity, []byte, error) {
	var doc map[string]json.RawMessage
	if err := json.Unmarshal(l.body, &doc); err != nil {
		return nil, nil, err
	}
	doc["object"] = fetched
	id, err := json.Marshal(l.ID) // one without a name keeps the name that it got
	if err != nil {
		return nil, nil, err
	}
	doc["id"] = id
	body, err := json.Marshal(doc)
	if err != nil {
		return nil, nil, err
	}
	whole, err := activitypub.ParseActivity(body, activitypub.Rules{Now: s.Clock.Now(), AllowHTTP: s.AllowHTTP})
	return whole, body, err
}

// reader is in whose name a letter is read: the account that it turns to, or the server itself.
func (s *Square) reader(ctx context.Context, l *letter) (handle, owner string) {
	var a channel.Account
	var ok bool
	if l.handle != "" {
		a, ok = s.target(ctx, s.Addresses.Actor(l.handle))
	}
	for _, address := range append(append([]string{}, l.To...), l.CC...) {
		if ok {
			break
		}
		a, ok = s.target(ctx, address)
	}
	if !ok {
		return instance, instance
	}
	return a.Handle, a.ID
}
