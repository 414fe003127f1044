package shift

import (
	"context"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// back is how far back a shift that has ended is looked after.
const back = 8 * 24 * time.Hour

// HandoverPage is what is handed over after a shift, as it stands.
type HandoverPage struct {
	Shift     Shift
	Handover  // the newest version; Number 0 while nothing is written down and Ends are what is open just now
	Confirmed *Confirmation
	Next      *Shift // who is next; nil when nobody is planned
	Seen      int64
}

// Handover returns what is handed over after a shift. Of one that has not ended it is a preview: what is open now. It asks
// people.ShiftRead; the one who leaves and the one who is next may always read it.
func (r *Room) Handover(ctx context.Context, a people.Actor, id string) (HandoverPage, error) {
	p, err := r.page(ctx, id)
	if err != nil {
		return HandoverPage{}, err
	}
	if err := people.AskHers(a, people.ShiftRead, p.Shift.Account, p.concerns(a), r.clock.Now()); err != nil {
		return HandoverPage{}, err
	}
	p.Ends, err = r.store.Name(ctx, p.Ends)
	return p, err
}

// concerns reports whether a handover is the actor's to give or to take.
func (p HandoverPage) concerns(a people.Actor) bool {
	id := a.Person.ID
	return id == p.Shift.Person || id == p.To && id != "" || p.Next != nil && id == p.Next.Person
}

func (r *Room) page(ctx context.Context, id string) (HandoverPage, error) {
	var p HandoverPage
	var err error
	if p.Seen, err = r.store.Seen(ctx, id); err != nil {
		return p, err
	}
	if p.Shift, err = r.store.Shift(ctx, id); err != nil {
		return p, err
	}
	if p.Handover, p.Confirmed, err = r.store.Handover(ctx, id); err != nil && !fault.Is(err, fault.NotFound) {
		return p, err
	}
	if p.Next, err = r.next(ctx, p.Shift); err != nil {
		return p, err
	}
	if p.Number == 0 || !p.final() {
		p.Ends, err = r.ends(ctx, p.Shift)
	}
	return p, err
}

// final reports whether the handover was written down after the shift had ended: what was open then stands in it.
func (p HandoverPage) final() bool { return p.Number > 0 && !p.At.Before(p.Shift.Ends) }

// next returns the shift that follows one: a colleague's that goes on when it ends, or the first that begins after.
func (r *Room) next(ctx context.Context, s Shift) (*Shift, error) {
	all, err := r.store.Shifts(ctx, Filter{Account: s.Account, From: s.Ends, To: s.Ends.Add(Longest)})
	if err != nil {
		return nil, err
	}
	for _, o := range all {
		if o.ID == s.ID {
			continue
		}
		a, err := r.People.Load(ctx, o.Person)
		if err != nil {
			return nil, err
		}
		if !a.Person.Left() {
			return &o, nil
		}
	}
	return nil, nil
}

// ends gathers what is open for somebody to hand over.
func (r *Room) ends(ctx context.Context, s Shift) ([]End, error) {
	out, err := r.store.Loose(ctx, s.Account, s.Person)
	if err != nil {
		return nil, err
	}
	for i, e := range out {
		if e.Kind != EndScheduled || e.Person == "" {
			continue
		}
		author, err := r.People.Load(ctx, e.Person)
		if err != nil {
			return nil, err
		}
		out[i].Stranded = !author.May(people.PublishNow, s.Account, e.Due)
	}
	answers, err := r.store.Answers(ctx, s.Account, s.Person, s.Begins, s.Ends)
	if err != nil {
		return nil, err
	}
	for _, a := range answers {
		if phrase := Promised(a.Text); phrase != "" {
			out = append(out, End{Kind: EndPromise, ID: a.Post, Person: s.Person, Phrase: phrase, Where: a.Conversation})
		}
	}
	return out, nil
}

// WriteHandover adds the lines of the one who leaves: what the next should know. They may be written from when the shift
// begins until the next has confirmed, and cannot be empty while anything is open. Who has the shift writes them
// (people.ShiftHandover), also in the hours after her mandate has ended.
func (r *Room) WriteHandover(ctx context.Context, a people.Actor, id, text string) error {
	now := r.clock.Now()
	p, err := r.page(ctx, id)
	if err != nil {
		return err
	}
	if p.Shift.Person != a.Person.ID || !a.Works(people.ShiftHandover, now) {
		return fault.New(fault.Forbidden, lingo.T("Bara den som har haft passet skriver överlämningen.", "Only whoever had the shift writes the handover."))
	}
	switch {
	case !p.Shift.Standing():
		return fault.New(fault.Gone, lingo.T("Passet är inställt.", "The shift has been called off."))
	case !p.Shift.Begun(now):
		return fault.New(fault.Invalid, lingo.T("Passet har inte börjat än.", "The shift has not begun yet."))
	case p.Confirmed != nil:
		return fault.New(fault.Gone, lingo.T("Din kollega har redan tagit över.", "Your colleague has already taken over."))
	}
	if text, err = words(text, "words", len(p.Ends) > 0); err != nil {
		return err
	}
	h := p.following(now)
	h.Words, h.By = text, a.Person.ID
	return r.commit(ctx, p, a.Who(), now, "shift.handed_over", h)
}

// following is the next version of a handover.
func (p HandoverPage) following(now time.Time) Handover {
	h := p.Handover
	h.ID, h.Shift, h.Account, h.Number, h.Ends, h.At = ident.New(now), p.Shift.ID, p.Shift.Account, p.Number+1, p.Ends, now
	h.To, h.Due = "", p.Shift.Ends.Add(Grace)
	if p.Next != nil {
		h.To, h.Due = p.Next.Person, later(p.Shift.Ends, p.Next.Begins).Add(Grace)
	} else if len(h.Ends) == 0 {
		h.Due = time.Time{} // nothing is open and nobody is next: nobody has anything to take over
	}
	return h
}

func (r *Room) commit(ctx context.Context, p HandoverPage, who desk.Who, now time.Time, kind string, h Handover) error {
	say := map[string]any{"shift": h.Shift, "open": len(h.Ends), "number": h.Number}
	c := desk.Change{Expect: []desk.Expect{{Subject: h.Shift, Seen: p.Seen}}, Acts: []desk.Act{act(kind, h.Shift, h.Account, who, now, say, h)}}
	if !h.Due.IsZero() {
		c.Jobs = []desk.Job{Ring(h.Due)}
	}
	_, err := r.store.Commit(ctx, c)
	return err
}

// Confirm is the next saying that she has read the handover and has taken over. The conversations in it that are still the
// other's become hers. It is for whoever is next or on shift now (people.ShiftHandover), or who plans; never for the one who
// leaves.
func (r *Room) Confirm(ctx context.Context, a people.Actor, id string) error {
	now := r.clock.Now()
	p, err := r.page(ctx, id)
	if err != nil {
		return err
	}
	if err := r.mayConfirm(ctx, a, p, now); err != nil {
		return err
	}
	if p.Confirmed != nil {
		return fault.New(fault.Gone, lingo.T("Överlämningen är redan kvitterad.", "The handover has already been confirmed."))
	}
	if !p.final() {
		return fault.New(fault.Invalid, lingo.T("Passet är inte slut än.", "The shift is not over yet.")).
			Try(lingo.T("Vänta tills det är slut. Då skriver Tilltal ner vad som är öppet.", "Wait until it is over. Then Tilltal writes down what is open."))
	}
	c := desk.Change{Expect: []desk.Expect{{Subject: id, Seen: p.Seen}}, Acts: []desk.Act{
		act("shift.confirmed", id, p.Account, a.Who(), now, map[string]any{"shift": id, "open": len(p.Ends)},
			Confirmation{ID: ident.New(now), Shift: id, Account: p.Account, By: a.Person.ID, At: now})}}
	alarms, err := r.store.Alarms(ctx, p.Account, now)
	if err != nil {
		return err
	}
	for _, o := range alarms {
		if o.Shift == id && o.RelievedAt.IsZero() {
			c.Acts[0].Facts = append(c.Acts[0].Facts, Relief{ID: ident.New(now), Alarm: o.ID, Account: p.Account, At: now})
		}
	}
	if _, err := r.store.Commit(ctx, c); err != nil || !a.MayOwn(people.InboxReply, p.Account, now) {
		return err // before her own shift begins she cannot own them: they come to her when it does
	}
	return r.handOn(ctx, p, a, now)
}

func (r *Room) mayConfirm(ctx context.Context, a people.Actor, p HandoverPage, now time.Time) error {
	if a.Person.ID == p.Shift.Person {
		return fault.New(fault.Forbidden, lingo.T("Den som lämnar över kan inte kvittera själv.", "Whoever hands over cannot confirm it herself."))
	}
	duty, err := r.OnShift(ctx, p.Shift.Account, now)
	if err != nil {
		return err
	}
	hers := p.concerns(a) || duty.By != ByNobody && duty.Person.ID == a.Person.ID ||
		slices.ContainsFunc(duty.Beside, func(o people.Person) bool { return o.ID == a.Person.ID })
	if hers && a.Works(people.ShiftHandover, now) {
		return nil
	}
	return people.Ask(a, people.ShiftPlan, p.Shift.Account, now)
}

// handOn gives the conversations of a handover, as far as they are still the other's, to whoever has confirmed it.
func (r *Room) handOn(ctx context.Context, p HandoverPage, to people.Actor, now time.Time) error {
	talks, err := r.store.Stranded(ctx, p.Account, []string{p.Shift.Person})
	if err != nil {
		return err
	}
	for _, t := range talks {
		if !slices.ContainsFunc(p.Ends, func(e End) bool { return e.Kind == EndTalk && e.ID == t.ID }) {
			continue
		}
		if err := r.assign(ctx, t, to.Person, to.Who(), to.Person.ID, now); err != nil {
			return err
		}
	}
	return nil
}

// assign gives a conversation a new owner. One that somebody has touched meanwhile is left to the next round.
func (r *Room) assign(ctx context.Context, t Talk, to people.Person, who desk.Who, by string, now time.Time) error {
	_, err := r.store.Commit(ctx, desk.Change{Expect: []desk.Expect{{Subject: t.ID, Seen: t.Seen}},
		Acts: []desk.Act{r.Assign(t.ID, t.Account, to, who, by, now)}})
	if fault.Is(err, fault.Conflict) {
		return nil
	}
	return err
}
