package counsel

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Asking is a question on its way to somebody who knows.
type Asking struct {
	Draft, Conversation string // one of them
	To                  string // person id
	Text                string
	Quote               string // what to show her of the text or the conversation
	Days                int    // working days until the answer is needed: 1 to MaxDays
}

// MaxDays is the longest one can give somebody to answer, in working days.
const MaxDays = 20

// Ask asks a colleague who knows. Who is asked may read the draft or the conversation if her role lets her read what is handed
// to her by name; otherwise she sees the question, and what was quoted with it. It asks people.CounselAsk. The same question
// to the same person is asked once.
//
// Errors: a fault.List that points at to, text, quote and days.
func (r *Room) Ask(ctx context.Context, a people.Actor, q Asking) (Question, error) {
	account, err := r.about(ctx, a, q)
	if err != nil {
		return Question{}, err
	}
	now := r.clock.Now()
	if err := people.Ask(a, people.CounselAsk, account, now); err != nil {
		return Question{}, err
	}
	at, err := r.store.Account(ctx, account)
	if err != nil {
		return Question{}, err
	}
	to, err := r.asked(ctx, a, q.To)
	if err != nil {
		return Question{}, err
	}
	open, err := r.store.Questions(ctx, Filter{By: a.Person.ID, To: q.To, About: q.Draft + q.Conversation, Open: true})
	if err != nil {
		return Question{}, err
	}
	zone, _ := time.LoadLocation(at.Zone)
	out, change, err := decideInquiry(a, to, q, account, open, swedish(zone), now)
	if err != nil || len(change.Acts) == 0 {
		return out, err
	}
	receipt, err := r.store.Commit(ctx, change)
	out.Seen = receipt.Last
	return out, err
}

// swedish is the account's zone; Sweden's when it has none that we know.
func swedish(zone *time.Location) *time.Location {
	if zone == nil || zone == time.UTC {
		return clock.Stockholm()
	}
	return zone
}

// about returns the account of what is asked about, which the actor must be able to read.
func (r *Room) about(ctx context.Context, a people.Actor, q Asking) (string, error) {
	switch {
	case q.Draft != "" && q.Conversation == "":
		d, err := r.drafts.Get(ctx, a, q.Draft)
		return d.Account, err
	case q.Conversation != "" && q.Draft == "":
		c, err := r.talk.Get(ctx, a, q.Conversation)
		return c.Account, err
	}
	return "", fault.New(fault.Invalid, lingo.T("Frågan gäller ett utkast eller ett samtal.", "The question is about a draft or a conversation.")).At("draft")
}

// asked returns who is to be asked. The zero Person is nobody who can be.
func (r *Room) asked(ctx context.Context, a people.Actor, id string) (people.Person, error) {
	p, err := r.store.Person(ctx, id)
	if fault.Is(err, fault.NotFound) || err == nil && (p.Left() || p.ID == a.Person.ID) {
		return people.Person{}, nil
	}
	return p, err
}

func decideInquiry(a people.Actor, to people.Person, q Asking, account string, open []Question, zone *time.Location, now time.Time) (Question, desk.Change, error) {
	var wrong fault.List
	if to.ID == "" {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj en kollega att fråga.", "Choose a colleague to ask.")).At("to"))
	}
	text, err := words(q.Text, "text", lingo.T("Skriv vad du undrar.", "Write what you wonder."))
	if err != nil {
		wrong = append(wrong, err)
	}
	quote, err := words(q.Quote, "quote", lingo.Text{})
	if err != nil {
		wrong = append(wrong, err)
	}
	if q.Days < 1 || q.Days > MaxDays {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj när du behöver svaret, högst %d arbetsdagar bort.", "Choose when you need the answer, at most %d working days away.").Put(MaxDays)).At("days"))
	}
	if wrong != nil {
		return Question{}, desk.Change{}, wrong
	}
	if i := slices.IndexFunc(open, func(o Question) bool { return o.Text == text }); i >= 0 {
		return open[i], desk.Change{}, nil
	}
	due := svenska.Deadline(now, svenska.WithinDays(q.Days), svenska.Office(), zone)
	f := Inquiry{ID: ident.New(now), Draft: q.Draft, Conversation: q.Conversation, Account: account, To: to.ID, By: a.Person.ID,
		Text: text, Quote: quote, Due: due, At: now}
	change := desk.Change{Expect: []desk.Expect{{Subject: f.ID}},
		Acts: []desk.Act{act("asked", f.ID, account, a.Who(), now, map[string]any{"name": to.Name}, f)},
		Jobs: []desk.Job{reminding(f, false, remindAt(f, q.Days, zone)), reminding(f, true, due)}}
	return Question{Inquiry: f, ToName: to.Name, ByName: a.Person.Name}, change, nil
}

// remindAt is when who was asked is reminded: a working day before the answer is due, or two hours before when that is sooner.
func remindAt(f Inquiry, days int, zone *time.Location) time.Time {
	if days > 1 {
		return svenska.Deadline(f.At, svenska.WithinDays(days-1), svenska.Office(), zone)
	}
	return later(f.At.Add(time.Minute), f.Due.Add(-2*time.Hour))
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// JobRemind is the kind of job that reminds who was asked.
const JobRemind = "counsel.remind"

type reminder struct {
	Inquiry string `json:"inquiry"`
	Late    bool   `json:"late,omitempty"`
}

func reminding(f Inquiry, late bool, at time.Time) desk.Job {
	payload, _ := json.Marshal(reminder{f.ID, late}) // a string and a bool: cannot fail
	key := JobRemind + ":" + f.ID
	if late {
		key += ":late"
	}
	return desk.Job{Kind: JobRemind, Key: key, Payload: payload, RunAt: at}
}

// Answer answers a question that one was asked. Only who was asked may; another who knows better writes a note or a comment.
// The same answer sent twice is one answer.
func (r *Room) Answer(ctx context.Context, a people.Actor, id, text string) error {
	q, err := r.store.Question(ctx, id)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	if err := people.Ask(a, people.CounselAnswer, "", now); err != nil {
		return err
	}
	change, err := decideAnswer(q, a, text, now)
	if err != nil || len(change.Acts) == 0 {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

func decideAnswer(q Question, a people.Actor, text string, now time.Time) (desk.Change, error) {
	if q.To != a.Person.ID {
		return desk.Change{}, fault.New(fault.Forbidden, lingo.T("Frågan är ställd till %s.", "The question was put to %s.").Put(q.ToName))
	}
	text, wrong := words(text, "text", lingo.T("Skriv ett svar.", "Write an answer."))
	switch {
	case wrong != nil:
		return desk.Change{}, wrong
	case q.Answer != nil && q.Answer.Text == text:
		return desk.Change{}, nil
	case q.Answer != nil:
		return desk.Change{}, fault.New(fault.Conflict, lingo.T("Du har redan svarat.", "You have answered already."))
	case q.Recall != nil:
		return desk.Change{}, fault.New(fault.Conflict, lingo.T("%s har tagit tillbaka frågan. Du behöver inte svara.", "%s has taken the question back. You need not answer.").Put(q.ByName))
	}
	fact := Answer{ID: ident.New(now), Inquiry: q.ID, By: a.Person.ID, Text: text, At: now}
	return desk.Change{Expect: q.expect(), Acts: []desk.Act{act("answered", q.ID, q.Account, a.Who(), now, map[string]any{"name": q.ByName}, fact)}}, nil
}

// Recall takes back a question that needs no answer any more. Who asked may, and whoever may ask at that account.
func (r *Room) Recall(ctx context.Context, a people.Actor, id string) error {
	q, err := r.store.Question(ctx, id)
	if err != nil {
		return err
	}
	now := r.clock.Now()
	if err := people.Ask(a, people.CounselAsk, q.Account, now); err != nil {
		return err
	}
	if !q.Open() {
		return nil
	}
	fact := Recall{ID: ident.New(now), Inquiry: q.ID, By: a.Person.ID, At: now}
	_, err = r.store.Commit(ctx, desk.Change{Expect: q.expect(),
		Acts: []desk.Act{act("recalled", q.ID, q.Account, a.Who(), now, map[string]any{"name": q.ToName}, fact)}})
	return err
}

func (q Question) expect() []desk.Expect { return []desk.Expect{{Subject: q.ID, Seen: q.Seen}} }

// Remind does a job: it puts on the record that who was asked is reminded, or that the day has passed. A question that is
// answered by then is left in peace. The job is finished in the same change, so that nobody is reminded twice.
func (r *Room) Remind(ctx context.Context, held desk.Held) error {
	var p reminder
	if err := json.Unmarshal(held.Payload, &p); err != nil {
		return fault.New(fault.Invalid, lingo.T("Påminnelsen går inte att läsa.", "The reminder cannot be read.")).Because(err)
	}
	q, err := r.store.Question(ctx, p.Inquiry)
	if err != nil || !q.Open() {
		return err
	}
	now := r.clock.Now()
	kind := "reminded"
	if p.Late {
		kind = "overdue"
	}
	fact := Reminder{ID: ident.New(now), Inquiry: q.ID, Late: p.Late, At: now}
	_, err = r.store.Commit(ctx, desk.Change{Expect: q.expect(), Finish: &held.Lease,
		Acts: []desk.Act{act(kind, q.ID, q.Account, desk.System("counsel"), now, map[string]any{"name": q.ToName}, fact)}})
	return err
}

// ToMe lists what the actor has been asked; with open, only what waits for her answer.
func (r *Room) ToMe(ctx context.Context, a people.Actor, open bool) ([]Question, error) {
	if err := people.Ask(a, people.CounselAnswer, "", r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Questions(ctx, Filter{To: a.Person.ID, Open: open})
}

// FromMe lists what the actor has asked.
func (r *Room) FromMe(ctx context.Context, a people.Actor, open bool) ([]Question, error) {
	if err := people.Ask(a, people.CounselAnswer, "", r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Questions(ctx, Filter{By: a.Person.ID, Open: open})
}

// OnDraft lists the questions about a draft that the actor may read, with their answers.
func (r *Room) OnDraft(ctx context.Context, a people.Actor, id string) ([]Question, error) {
	if _, err := r.drafts.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return r.store.Questions(ctx, Filter{About: id})
}

// OnConversation lists the questions about a conversation that the actor may read, with their answers.
func (r *Room) OnConversation(ctx context.Context, a people.Actor, id string) ([]Question, error) {
	c, err := r.talk.Get(ctx, a, id)
	if err != nil {
		return nil, err
	}
	return r.store.Questions(ctx, Filter{About: c.ID})
}

// Get returns a question to who asked, to who was asked, and to whoever may ask at that account.
func (r *Room) Get(ctx context.Context, a people.Actor, id string) (Question, error) {
	q, err := r.store.Question(ctx, id)
	if err != nil {
		return Question{}, err
	}
	now := r.clock.Now()
	if q.To == a.Person.ID || q.By == a.Person.ID {
		return q, people.Ask(a, people.CounselAnswer, "", now)
	}
	return q, people.Ask(a, people.CounselAsk, q.Account, now)
}

// Knowers lists whom one can ask, those with the role of subject expert first and then everybody else, by name. It asks
// people.CounselAsk at any account.
func (r *Room) Knowers(ctx context.Context, a people.Actor) (experts, others []people.Person, err error) {
	now := r.clock.Now()
	if !a.Anywhere(people.CounselAsk, now) {
		return nil, nil, people.Ask(a, people.CounselAsk, "", now)
	}
	all, err := r.store.People(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	grants, err := r.store.GrantsOf(ctx, people.Expert)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range all {
		expert := slices.ContainsFunc(grants, func(g people.Grant) bool { return g.Person == p.ID && g.InForce(now) })
		switch {
		case p.ID == a.Person.ID:
		case expert:
			experts = append(experts, p)
		default:
			others = append(others, p)
		}
	}
	byName := func(a, b people.Person) int { return strings.Compare(a.Name+a.ID, b.Name+b.ID) }
	slices.SortFunc(experts, byName)
	slices.SortFunc(others, byName)
	return experts, others, nil
}
