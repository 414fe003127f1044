package idea

import (
	"context"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Ask asks who sent the idea something. It asks people.IdeaAnswer. The same question asked twice in a row is asked once.
func (r *Room) Ask(ctx context.Context, a people.Actor, id, text string) error {
	return r.deal(ctx, a, id, func(i Idea, now time.Time) (desk.Change, error) { return decideAsking(i, a, text, now) })
}

func decideAsking(i Idea, a people.Actor, text string, now time.Time) (desk.Change, error) {
	if err := open(i); err != nil {
		return desk.Change{}, err
	}
	text, err := words(text, "text", MaxText, lingo.T("Skriv vad du vill fråga.", "Write what you want to ask."))
	if err != nil {
		return desk.Change{}, err
	}
	if i.repeats(a, text, false) {
		return desk.Change{}, nil
	}
	w := Word{ID: ident.New(now), Idea: i.ID, By: a.Person.ID, Text: text, At: now}
	return desk.Change{Expect: i.expect(), Acts: []desk.Act{i.act("asked", a, now, map[string]any{"name": i.From}, Asking{w})}}, nil
}

// repeats reports whether the last that was said is this, by this person: the second click of two.
func (i Idea) repeats(a people.Actor, text string, answer bool) bool {
	if len(i.Words) == 0 {
		return false
	}
	last := i.Words[len(i.Words)-1]
	return last.By == a.Person.ID && last.Text == text && last.Answer == answer
}

// Reply answers a question about one's own idea. Only who sent it may.
func (r *Room) Reply(ctx context.Context, a people.Actor, id, text string) error {
	i, err := r.store.Idea(ctx, id)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	if err := people.AskOwn(a, people.IdeaSend, "", true, now); err != nil {
		return err
	}
	change, err := decideReply(i, a, text, now)
	if err != nil || len(change.Acts) == 0 {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

func decideReply(i Idea, a people.Actor, text string, now time.Time) (desk.Change, error) {
	if i.By != a.Person.ID {
		return desk.Change{}, fault.New(fault.Forbidden, lingo.T("Bara den som skickade idén kan svara här.", "Only whoever sent the idea can answer here."))
	}
	if err := open(i); err != nil {
		return desk.Change{}, err
	}
	text, err := words(text, "text", MaxText, lingo.T("Skriv ett svar.", "Write an answer."))
	if err != nil {
		return desk.Change{}, err
	}
	if i.repeats(a, text, true) {
		return desk.Change{}, nil
	}
	w := Word{ID: ident.New(now), Idea: i.ID, By: a.Person.ID, Text: text, At: now, Answer: true}
	return desk.Change{Expect: i.expect(), Acts: []desk.Act{i.act("replied", a, now, nil, Reply{w})}}, nil
}

// Refuse says no, with a reason that who sent the idea reads. It asks people.IdeaAnswer.
func (r *Room) Refuse(ctx context.Context, a people.Actor, id, reason string) error {
	return r.deal(ctx, a, id, func(i Idea, now time.Time) (desk.Change, error) { return decideRefusal(i, a, reason, now) })
}

func decideRefusal(i Idea, a people.Actor, reason string, now time.Time) (desk.Change, error) {
	if i.Refusal != nil && i.Refusal.By == a.Person.ID {
		return desk.Change{}, nil
	}
	if err := open(i); err != nil {
		return desk.Change{}, err
	}
	reason, err := words(reason, "reason", MaxText, lingo.T("Skriv varför. Den som skickade idén läser det.", "Write why. Whoever sent the idea reads it."))
	if err != nil {
		return desk.Change{}, err
	}
	fact := Refusal{ID: ident.New(now), Idea: i.ID, By: a.Person.ID, Reason: reason, At: now}
	return desk.Change{Expect: i.expect(), Acts: []desk.Act{i.act("refused", a, now, map[string]any{"name": i.From}, fact)}}, nil
}

// deal loads an idea for who may deal with it, decides and commits; when somebody else did something with it in the same
// moment, once more on what is true then.
func (r *Room) deal(ctx context.Context, a people.Actor, id string, decide func(Idea, time.Time) (desk.Change, error)) error {
	var err error
	for range 2 {
		var i Idea
		if i, err = r.store.Idea(ctx, id); err != nil {
			return err
		}
		if err = r.ask(a, i); err != nil {
			return err
		}
		change, refused := decide(i, r.clock.Now())
		if refused != nil || len(change.Acts) == 0 {
			return refused
		}
		if _, err = r.store.Commit(ctx, change); !fault.Is(err, fault.Conflict) {
			return err
		}
	}
	return err
}

// open refuses to decide again on what has been decided.
func open(i Idea) error {
	switch {
	case i.Adoption != nil:
		return fault.New(fault.Conflict, lingo.T("Idén har redan blivit ett utkast.", "The idea has already become a draft."))
	case i.Refusal != nil:
		return fault.New(fault.Conflict, lingo.T("Idén har redan fått ett svar.", "The idea has already been answered."))
	}
	return nil
}

// Adopt makes a draft of the idea for an account, with who sent it named as the one who had it, and returns the draft's id.
// It asks people.IdeaAnswer, and people.DraftWrite at the account. Account "" is the one that the idea is for. The draft and
// the adoption are one change: an idea never becomes two drafts, and whoever clicks twice is given the one there is.
func (r *Room) Adopt(ctx context.Context, a people.Actor, id, account string) (string, error) {
	i, err := r.store.Idea(ctx, id)
	if err != nil {
		return "", err
	}
	if err := r.ask(a, i); err != nil {
		return "", err
	}
	if i.Adoption != nil && i.Adoption.By == a.Person.ID {
		return i.Adoption.Draft, nil
	}
	if err := open(i); err != nil {
		return "", err
	}
	if account == "" {
		account = i.Account
	}
	if account == "" {
		return "", fault.New(fault.Invalid, lingo.T("Välj vilket konto utkastet är för.", "Choose which account the draft is for.")).At("account")
	}
	giver, err := r.store.Person(ctx, i.By)
	if err != nil {
		return "", err
	}
	d, change, err := r.drafts.Opening(ctx, a, draft.Start{Account: account, Kind: draft.KindPost, Content: contentOf(i, giver)})
	if err != nil {
		return "", err
	}
	_, err = r.store.Commit(ctx, decideAdoption(i, a, d, change, r.clock.Now()))
	if fault.Is(err, fault.Conflict) { // the second click of two
		if now, e := r.store.Idea(ctx, id); e == nil && now.Adoption != nil && now.Adoption.By == a.Person.ID {
			return now.Adoption.Draft, nil
		}
	}
	return d.ID, err
}

// contentOf is what a draft of an idea begins with.
func contentOf(i Idea, giver people.Person) draft.Content {
	c := draft.Content{Text: i.Text, Pictures: i.Pictures}
	if i.Credit {
		c.Credit = giver.GivenName
		if giver.Unit != "" {
			c.Credit += ", " + giver.Unit
		}
	}
	return c
}

// decideAdoption puts the adoption beside the draft's beginning, in one change.
func decideAdoption(i Idea, a people.Actor, d draft.Draft, begun desk.Change, now time.Time) desk.Change {
	fact := Adoption{ID: ident.New(now), Idea: i.ID, Draft: d.ID, Account: d.Account, By: a.Person.ID, At: now}
	begun.Expect = append(i.expect(), begun.Expect...)
	act := i.act("adopted", a, now, map[string]any{"name": i.From, "draft": d.ID}, fact)
	act.Account = d.Account
	begun.Acts = append(begun.Acts, act)
	return begun
}
