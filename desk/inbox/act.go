package inbox

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// maxWords is how long a note or the words of an outcome may be, in characters.
const maxWords = 5000

// In every act below, seen is the conversation's Seen as the person saw it: when something has happened since, she gets a
// fault.Conflict, reads, and decides anew. Zero is: as it stands now.

// Take gives a conversation to the one who asks. It asks people.InboxTake.
func (r *Room) Take(ctx context.Context, a people.Actor, id string, seen int64) error {
	return r.do(ctx, a, people.InboxTake, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		if c.Owner == a.Person.ID {
			return nil, nil
		}
		return decideAssignment(c, a, a.Person, "inbox.taken", now), nil
	})
}

// Assign hands a conversation to a colleague, or back to nobody when to is "". It asks people.InboxAssign, and that the
// colleague may read what she is handed.
func (r *Room) Assign(ctx context.Context, a people.Actor, id, to string, seen int64) error {
	var colleague people.Actor
	if to != "" {
		var err error
		if colleague, err = r.People.Load(ctx, to); err != nil {
			return err
		}
	}
	return r.do(ctx, a, people.InboxAssign, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		switch {
		case c.Owner == to:
			return nil, nil
		case to != "" && !colleague.MayOwn(people.InboxRead, c.Account, now):
			return nil, fault.New(fault.Invalid, lingo.T("%s har inte tillgång till kontots inkorg.", "%s has no access to the account's inbox.").
				Put(colleague.Person.Name)).Try(lingo.T("Välj någon annan, eller be kontoansvarig utse kollegan.",
				"Choose somebody else, or ask the account's owner to appoint the colleague.")).At("to")
		}
		return decideAssignment(c, a, colleague.Person, "inbox.assigned", now), nil
	})
}

func decideAssignment(c Conversation, a people.Actor, to people.Person, kind string, now time.Time) []desk.Act {
	return []desk.Act{{Kind: kind, Subject: c.ID, Account: c.Account, Who: a.Who(), At: now, Say: map[string]any{"to": to.Name, "person": to.ID},
		Facts: []any{Assignment{ID: ident.New(now), Conversation: c.ID, To: to.ID, By: a.Person.ID, At: now}}}}
}

// Note writes something that only colleagues read. It asks people.InboxNote.
func (r *Room) Note(ctx context.Context, a people.Actor, id, text string) error {
	text, err := words(text, "text", true)
	if err != nil {
		return err
	}
	return r.do(ctx, a, people.InboxNote, id, whatever, func(c Conversation, now time.Time) ([]desk.Act, error) {
		return []desk.Act{{Kind: "inbox.noted", Subject: c.ID, Account: c.Account, Who: a.Who(), At: now,
			Facts: []any{Note{ID: ident.New(now), Conversation: c.ID, By: a.Person.ID, Text: text, At: now}}}}, nil
	})
}

// Close ends a conversation. Referred and no need must say in words where to, and why. Closing stops the reminder, never
// the statistics: a question that was closed without an answer counts as not answered.
//
// It asks people.InboxClose. Errors: fault.Invalid, pointing at outcome or words.
func (r *Room) Close(ctx context.Context, a people.Actor, id, outcome, why string, seen int64) error {
	return r.do(ctx, a, people.InboxClose, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		return decideClosure(c, a, outcome, why, now)
	})
}

func decideClosure(c Conversation, a people.Actor, outcome, why string, now time.Time) ([]desk.Act, error) {
	if c.Closure != nil {
		return nil, fault.New(fault.Conflict, lingo.T("Samtalet är redan avslutat.", "The conversation is already closed."))
	}
	switch outcome {
	case OutcomeAnswered:
		if c.AnsweredAt.IsZero() {
			return nil, fault.New(fault.Invalid, lingo.T("Samtalet har inget svar än.", "The conversation has no answer yet.")).
				Try(lingo.T("Svara först, eller välj ett annat avslut.", "Answer first, or choose another outcome.")).At("outcome")
		}
	case OutcomeReferred, OutcomeNoNeed:
	default:
		return nil, fault.New(fault.Invalid, lingo.T("Välj hur samtalet slutar.", "Choose how the conversation ends.")).At("outcome")
	}
	why, err := words(why, "words", outcome != OutcomeAnswered)
	if err != nil {
		return nil, err
	}
	return []desk.Act{{Kind: "inbox.closed", Subject: c.ID, Account: c.Account, Who: a.Who(), At: now, Say: map[string]any{"outcome": outcome, "words": why},
		Facts: []any{Closure{ID: ident.New(now), Conversation: c.ID, Outcome: outcome, Words: why, By: a.Person.ID, At: now}}}}, nil
}

// Reopen takes up a conversation again that was closed too soon. It asks people.InboxClose.
func (r *Room) Reopen(ctx context.Context, a people.Actor, id, why string, seen int64) error {
	return r.do(ctx, a, people.InboxClose, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		why, err := words(why, "words", false)
		if err != nil || c.Closure == nil {
			return nil, err
		}
		return []desk.Act{{Kind: "inbox.reopened", Subject: c.ID, Account: c.Account, Who: a.Who(), At: now, Say: map[string]any{"words": why},
			Facts: []any{Reopening{ID: ident.New(now), Conversation: c.ID, By: a.Person.ID, Why: why, At: now}}}}, nil
	})
}

// Class is what a colleague says that a conversation is.
type Class struct {
	Kind        string // one of the Kind…
	NeedsAnswer bool
	Why         string // in words; required when it shall no longer count as needing an answer
}

// Classify corrects what the sorting guessed. What no longer counts as needing an answer leaves the open statistics, so it
// must be said why, and how often it is done is shown beside them. What now counts does so from when it reached us.
//
// It asks people.InboxClassify. Errors: fault.Invalid, pointing at kind or why.
func (r *Room) Classify(ctx context.Context, a people.Actor, id string, to Class, seen int64) error {
	c, err := r.store.Conversation(ctx, id)
	if err != nil {
		return err
	}
	at, err := r.store.Account(ctx, c.Account)
	if err != nil {
		return err
	}
	asked, err := r.store.LastAsked(ctx, id)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	return r.do(ctx, a, people.InboxClassify, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		return decideClass(c, a, to, at, asked, now)
	})
}

func decideClass(c Conversation, a people.Actor, to Class, at account.Account, asked Turn, now time.Time) ([]desk.Act, error) {
	if KindTitle(to.Kind).Empty() {
		return nil, fault.New(fault.Invalid, lingo.T("Välj vad samtalet gäller.", "Choose what the conversation is about.")).At("kind")
	}
	why, err := words(to.Why, "why", c.NeedsAnswer && !to.NeedsAnswer)
	if err != nil || (c.Kind == to.Kind && c.NeedsAnswer == to.NeedsAnswer) {
		return nil, err
	}
	facts := []any{Classification{ID: ident.New(now), Conversation: c.ID, Kind: to.Kind, By: a.Person.ID, NeedsAnswer: to.NeedsAnswer, Why: why, At: now}}
	if to.NeedsAnswer && !c.NeedsAnswer && asked.ID != "" {
		facts = append(facts, Need{ID: ident.New(now), Turn: asked.ID, Conversation: c.ID, Why: WhyPerson, At: asked.At,
			Due: dueOf(asked.At, at.Promise, at.Hours, at.Zone)})
	}
	return []desk.Act{{Kind: "inbox.classified", Subject: c.ID, Account: c.Account, Who: a.Who(), At: now,
		Say: map[string]any{"about": to.Kind, "needs": to.NeedsAnswer, "words": why}, Facts: facts}}, nil
}

// whatever has happened since, a note is welcome.
const whatever = -1

// do loads a conversation, asks the right, decides and commits.
func (r *Room) do(ctx context.Context, a people.Actor, right people.Right, id string, seen int64, decide func(Conversation, time.Time) ([]desk.Act, error)) error {
	c, err := r.conversation(ctx, a, right, id)
	if err != nil {
		return err
	}
	if seen == 0 {
		seen = c.Seen
	}
	acts, err := decide(c, r.clock.Now())
	if err != nil || len(acts) == 0 {
		return err
	}
	change := desk.Change{Acts: acts}
	if seen != whatever {
		change.Expect = []desk.Expect{{Subject: c.ID, Seen: seen}}
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

// conversation loads a conversation that the actor may do something to; one that was handed to her by name is hers.
func (r *Room) conversation(ctx context.Context, a people.Actor, right people.Right, id string) (Conversation, error) {
	c, err := r.store.Conversation(ctx, id)
	if err != nil {
		return Conversation{}, err
	}
	if c.Joined != "" {
		return Conversation{}, fault.New(fault.Gone, lingo.T("Samtalet hör ihop med ett annat och finns där.", "The conversation is part of another, and is found there."))
	}
	mine, err := r.hers(ctx, a, right, c)
	if err != nil {
		return c, err
	}
	return c, people.AskOwn(a, right, c.Account, mine, r.clock.Now())
}

// hers reports whether a conversation is the actor's own: handed to her by name, or one that she was asked about and has a
// role that lets her read and note what is hers. Being asked gives no more than that.
func (r *Room) hers(ctx context.Context, a people.Actor, right people.Right, c Conversation) (bool, error) {
	now := r.clock.Now()
	if c.Owner == a.Person.ID {
		return true, nil
	}
	if right != people.InboxRead && right != people.InboxNote || a.May(right, c.Account, now) || !a.MayOwn(right, c.Account, now) {
		return false, nil
	}
	return r.store.Consulted(ctx, c.ID, a.Person.ID)
}

func words(s, field string, required bool) (string, error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case s == "" && required:
		return "", fault.New(fault.Invalid, lingo.T("Skriv med några ord.", "Say it in a few words.")).At(field)
	case n > maxWords:
		return "", fault.New(fault.Invalid, lingo.T("Skriv kortare: %d tecken får plats, du har %d.",
			"Write less: there is room for %d characters, you have %d.").Put(maxWords, n)).At(field)
	}
	return s, nil
}
