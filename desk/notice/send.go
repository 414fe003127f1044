package notice

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Mail does the job of sending one person all that has gathered for her, as one letter. What she has read in the desk
// meanwhile is left out, and when nothing is left nothing is sent. The letter's name is made of what it tells: should the
// worker die after the server took it and before that was written down, the second letter has the first one's name.
func (r *Room) Mail(ctx context.Context, held desk.Held) error {
	p, c, err := r.addressed(ctx, held)
	if err != nil || p.ID == "" {
		return err
	}
	waiting, err := r.due(ctx, p, c, ByMail, held)
	if err != nil || len(waiting) == 0 {
		return err
	}
	if !r.Mails() {
		return r.sent(ctx, p, ByMail, waiting)
	}
	if err := r.with.Post.Send(ctx, r.letter(p, waiting)); err != nil {
		return err
	}
	return r.sent(ctx, p, ByMail, waiting)
}

// Push does the job of telling one person's browsers what has gathered for her: one thing in its own words, several as a
// number. A browser that has left is forgotten. It is done when one browser has been told, or none is left to tell.
func (r *Room) Push(ctx context.Context, held desk.Held) error {
	p, c, err := r.addressed(ctx, held)
	if err != nil || p.ID == "" {
		return err
	}
	waiting, err := r.due(ctx, p, c, ByPush, held)
	if err != nil || len(waiting) == 0 {
		return err
	}
	results, err := r.tellBrowsers(ctx, p, r.short(p, waiting))
	if err != nil {
		return err
	}
	reached := slices.ContainsFunc(results, func(o Outcome) bool { return o.Err == nil })
	for _, o := range results {
		if k := fault.KindOf(o.Err); !reached && (k == fault.TooSoon || k == fault.Unreachable) {
			return o.Err
		}
	}
	return r.sent(ctx, p, ByPush, waiting)
}

// addressed returns whom a job is for, and how she wants to be told; the zero Person for one who has left.
func (r *Room) addressed(ctx context.Context, held desk.Held) (people.Person, Choice, error) {
	var to addressee
	if err := json.Unmarshal(held.Payload, &to); err != nil {
		return people.Person{}, Choice{}, fault.New(fault.Invalid, lingo.T("Jobbet går inte att läsa.", "The job cannot be read.")).Because(err)
	}
	p, err := r.store.Person(ctx, to.Person)
	if err != nil || p.Left() {
		return people.Person{}, Choice{}, err
	}
	c, err := r.choice(ctx, p.ID)
	return c.reader(p), c, err
}

// due lists what a person is to be told now. What she no longer wants that way is struck out. In her quiet hours, which she may
// have set since, the job waits until they end, unless there is an alarm.
func (r *Room) due(ctx context.Context, p people.Person, c Choice, way Way, held desk.Held) ([]Notice, error) {
	all, err := r.store.Unsent(ctx, p.ID, way)
	if err != nil {
		return nil, err
	}
	var wanted, unwanted []Notice
	alarm := false
	for _, n := range all {
		if c.Wants(TopicOf(n.Kind), way) {
			wanted, alarm = append(wanted, n), alarm || n.Alarm
		} else {
			unwanted = append(unwanted, n)
		}
	}
	if len(unwanted) > 0 {
		if err := r.sent(ctx, p, way, unwanted); err != nil {
			return nil, err
		}
	}
	if len(wanted) == 0 || alarm {
		return wanted, nil
	}
	now := r.clock.Now()
	if until, quiet := c.Quiet(now); quiet && !r.isLetter(c, way, held) {
		return nil, fault.New(fault.TooSoon, lingo.T("Det är tyst tid.", "These are quiet hours.")).Wait(until.Sub(now))
	}
	return wanted, nil
}

// isLetter reports whether a job is the day's letter: she chose its hour herself, so it comes then whatever the quiet hours.
func (r *Room) isLetter(c Choice, way Way, held desk.Held) bool {
	return way == ByMail && c.Mail == Daily && held.Attempts <= 1
}

func (r *Room) sent(ctx context.Context, p people.Person, way Way, all []Notice) error {
	ids := make([]string, len(all))
	for i, n := range all {
		ids[i] = n.ID
	}
	return r.store.Sent(ctx, p.ID, way, ids, r.clock.Now())
}

// browserMessage is what js/worker.js shows.
type browserMessage struct {
	Title string `json:"title"`
	Body  string `json:"body"`
	Path  string `json:"path"`
	Tag   string `json:"tag"`
	Lang  string `json:"lang"`
}

var (
	shortTitle = lingo.T("Tilltal", "Tilltal")
	shortMany  = lingo.T("Du har %d nya aviseringar.", "You have %d new notices.")
)

// short is what a browser is told: who did what, or how much there is.
func (r *Room) short(p people.Person, all []Notice) push.Message {
	l := lingo.Lang(p.Language)
	m := browserMessage{Title: shortTitle.In(l), Body: all[0].Sentence().In(l), Path: Path + "/" + all[0].ID, Tag: nameOf(all), Lang: p.Language}
	if len(all) > 1 {
		m.Body, m.Path = shortMany.Put(len(all)).In(l), Path
	}
	return message(m, slices.ContainsFunc(all, func(n Notice) bool { return n.Alarm }))
}

// Path is where a person reads her notices. A notice's own address, Path and its id, leads to what it tells of and marks it as
// read.
const Path = "/aviseringar"

func message(m browserMessage, urgent bool) push.Message {
	body, _ := json.Marshal(m) // strings only: cannot fail
	return push.Message{Body: body, TTL: 12 * time.Hour, Urgent: urgent, Topic: m.Tag[:32]}
}

// nameOf is a name made of what a message tells: the same for the same.
func nameOf(all []Notice) string {
	h := sha256.New()
	for _, n := range all {
		h.Write([]byte(n.ID + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Outcome is how it went to tell a person one way, in one place.
type Outcome struct {
	Way   Way
	Where string // the address, or the browser's name
	Err   error  // nil when it was taken
}

// tellBrowsers tells each of a person's browsers, and forgets those that have left.
func (r *Room) tellBrowsers(ctx context.Context, p people.Person, m push.Message) ([]Outcome, error) {
	browsers, err := r.store.Browsers(ctx, p.ID)
	if err != nil || len(browsers) == 0 {
		return nil, err
	}
	keys, err := r.keys(ctx)
	if err != nil {
		return nil, err
	}
	var out []Outcome
	for _, b := range browsers {
		err := r.with.Push.Send(ctx, keys, b.Subscription, m)
		if fault.Is(err, fault.Gone) {
			if e := r.store.DropBrowser(ctx, b.ID); e != nil {
				return out, e
			}
		}
		out = append(out, Outcome{Way: ByPush, Where: b.Name, Err: err})
	}
	return out, nil
}

// keys are the installation's, made when they are first asked for.
func (r *Room) keys(ctx context.Context) (push.Keys, error) {
	k, err := r.store.PushKeys(ctx)
	if !missing(err) {
		return k, err
	}
	if k, err = push.NewKeys(); err != nil {
		return k, err
	}
	return r.store.KeepPushKeys(ctx, k)
}
