package frame

import (
	"context"
	"errors"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// errUnread marks the fault that somebody has not acknowledged the frames.
var errUnread = errors.New("the frames in force have not been acknowledged")

// Unread reports whether an error says that somebody has not acknowledged the frames: pages lead her to them.
func Unread(err error) bool { return errors.Is(err, errUnread) }

// Ready returns nil when a person may speak at an account as far as the frames go: she has acknowledged what must have been
// read, or she answers for the account herself. Otherwise it is a fault of kind Forbidden for which [Unread] holds. A text is
// handed in only by those who are ready; a shift is planned for others too, so that they have time to read.
func (r *Room) Ready(ctx context.Context, person, account string) error {
	s, err := r.Standing(ctx, person, account)
	if err != nil {
		return err
	}
	return s.refusal()
}

func (s Standing) refusal() error {
	if s.Ready() {
		return nil
	}
	say := lingo.T("Läs ramarna för %s först.", "Read the frames of %s first.")
	if !s.First() {
		say = lingo.T("Ramarna för %s har ändrats i sak. Läs dem först.", "The frames of %s have changed in substance. Read them first.")
	}
	return fault.New(fault.Forbidden, say.Put(s.Account.Name)).
		Try(lingo.T("Det tar ett par minuter. Det du har skrivit är sparat.", "It takes a couple of minutes. What you have written is saved.")).Because(errUnread)
}

// Acknowledge says that the actor has read the frames of an account, in the versions she had before her. Right:
// frame.acknowledge, now or when a mandate of hers begins; no program reads in somebody's place. The same again changes nothing. The fault is Conflict when the
// frames have changed in substance since she opened them.
func (r *Room) Acknowledge(ctx context.Context, a people.Actor, account string, read Versions) error {
	now := r.clock.Now()
	if err := mayPractise(a, account, now); err != nil {
		return err
	}
	s, err := r.Standing(ctx, a.Person.ID, account)
	if err != nil {
		return err
	}
	change, err := decideAcknowledgement(a, s, read, now)
	if err != nil || len(change.Acts) == 0 {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

// mayPractise refuses whoever has no business with the frames, and programs: to read is something a person does.
func mayPractise(a people.Actor, account string, now time.Time) error {
	if a.Scopes != nil {
		return fault.New(fault.Forbidden, lingo.T("Det här gör en människa, inget program.", "A person does this, no program."))
	}
	if a.Ahead(people.FrameAcknowledge, account, now) {
		return nil
	}
	return people.Ask(a, people.FrameAcknowledge, account, now)
}

// Reads reports whether the frames of an account are somebody's to read and acknowledge: she works within them, or will when
// a mandate or a shift of hers begins.
func Reads(a people.Actor, account string, now time.Time) bool {
	return a.May(people.FrameAcknowledge, account, now) || a.Ahead(people.FrameAcknowledge, account, now)
}

// decideAcknowledgement returns a change without acts when the very same stands already.
func decideAcknowledgement(a people.Actor, s Standing, read Versions, now time.Time) (desk.Change, error) {
	if s.Account.Closed() {
		return desk.Change{}, fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	inForce := s.Versions()
	if !inForce.Covers(read) {
		return desk.Change{}, fault.New(fault.Invalid, lingo.T("Det finns inga sådana ramar.", "There are no such frames."))
	}
	if !read.Covers(s.Must) {
		return desk.Change{}, fault.New(fault.Conflict, lingo.T("Ramarna har ändrats i sak sedan du öppnade dem.", "The frames have changed in substance since you opened them.")).
			Try(lingo.T("Läs det nya och kvittera igen.", "Read what is new and acknowledge again."))
	}
	if s.Read.Covers(read) {
		return desk.Change{}, nil
	}
	fact := Acknowledgement{ID: ident.New(now), Person: a.Person.ID, Account: s.Account.ID, Versions: read, At: now}
	return desk.Change{Acts: []desk.Act{act("frame.acknowledged", a, s.Account.ID, now,
		map[string]any{"name": s.Account.Name, "charter": read.Charter, "common": read.Common}, fact)}}, nil
}

// act is something that a person does about herself and the frames: it is found by her.
func act(kind string, a people.Actor, account string, now time.Time, say map[string]any, fact any) desk.Act {
	return desk.Act{Kind: kind, Subject: a.Person.ID, Account: account, Who: a.Who(), At: now, Say: say, Facts: []any{fact}}
}

// Acknowledgements lists the newest acknowledgement of each person at an account. Right: account.read.
func (r *Room) Acknowledgements(ctx context.Context, a people.Actor, account string) ([]Acknowledgement, error) {
	if err := people.Ask(a, people.AccountRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Acknowledgements(ctx, account)
}
