package shift

import (
	"context"

	"tilltal/base/fault"
	"tilltal/desk/people"
)

// lend gives the mandate that the shift is, unless she may write all that time anyway.
func (b *book) lend(who people.Actor, s *Shift) error {
	s.Mandate = ""
	if who.Has(people.InboxReply, s.Account, later(s.Begins, b.now), s.Ends, b.gone...) {
		return nil
	}
	m, a, err := people.Lend(b.who, s.By, who, people.Mandate{Account: s.Account, Role: people.Voice, From: s.Begins, Until: s.Ends}, !b.account.Closed(), b.now)
	if err != nil {
		return fault.Of(err).At("person")
	}
	s.Mandate = m.ID
	b.note(a)
	b.expect(who.Person.ID, who.Person.Seen)
	b.expect(b.account.ID, b.account.Seen)
	return nil
}

// recall ends the mandate of a shift.
func (b *book) recall(ctx context.Context, s Shift) error {
	if s.Mandate == "" {
		return nil
	}
	who, err := b.actor(ctx, s.Person)
	if err != nil {
		return err
	}
	b.gone = append(b.gone, s.Mandate)
	for _, m := range who.Mandates {
		if m.ID == s.Mandate && m.EndedAt.IsZero() && b.now.Before(m.Until) {
			b.note(people.Recall(b.who, b.by, m, who.Person.Name, b.now))
			b.expect(b.account.ID, b.account.Seen)
		}
	}
	return nil
}
