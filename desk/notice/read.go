package notice

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/people"
)

// The kinds of job of this room.
const (
	JobRead = "notice.read" // read on in the record
	JobMail = "notice.mail" // send one person what has gathered
	JobPush = "notice.push" // tell one person's browsers
)

// Reading asks for the record to be read on. Several that wait are one.
func Reading() desk.Job { return desk.Job{Kind: JobRead, Key: JobRead} }

// batch is how many entries are read at a time; stride is how far the mark may lag when there was nothing to tell.
const (
	batch  = 200
	stride = 1000
)

// How old an act may be: what is older than forgotten is told to nobody (a desk that is upgraded tells nobody of its past),
// and what is older than stale is only shown in the desk.
const (
	forgotten = 14 * 24 * time.Hour
	stale     = 24 * time.Hour
)

// Read reads the record after the mark and tells who is to be told. It may be called by several workers at once and die at any
// line: each person is told once of each entry, for the store keeps one notice of an event and a person.
func (r *Room) Read(ctx context.Context) error {
	for {
		mark, err := r.store.NoticeMark(ctx)
		if err != nil {
			return err
		}
		entries, upto, err := r.store.EntriesOfKinds(ctx, mark, Kinds(), batch)
		if err != nil {
			return err
		}
		var all []Telling
		for _, e := range entries {
			some, err := r.tellingsOf(ctx, e)
			if err != nil {
				return err
			}
			all = append(all, some...)
		}
		if len(all) > 0 || upto-mark >= stride || len(entries) == batch {
			if err := r.store.Tell(ctx, all, upto); err != nil {
				return err
			}
		}
		if len(entries) < batch {
			return nil
		}
	}
}

// tellingsOf is who is told of an entry.
func (r *Room) tellingsOf(ctx context.Context, e desk.Entry) ([]Telling, error) {
	rule, ok := rules[e.Kind]
	now := r.clock.Now()
	if !ok || e.Who.Kind == "" || now.Sub(e.At) > forgotten { // one that has been disposed of tells nothing
		return nil, nil
	}
	event := "entry:" + strconv.FormatInt(e.Seq, 10)
	out, err := r.tellingsBy(ctx, e, Notice{Event: event, Kind: e.Kind}, rule)
	if err != nil || rule.then == "" {
		return out, err
	}
	more, err := r.tellingsBy(ctx, e, Notice{Event: event, Kind: rule.then}, watched[rule.then])
	return append(out, more...), err
}

// tellingsBy is who is told of an entry by one row of the table. Nobody is told of it by two: the store keeps one notice of it and
// a person.
func (r *Room) tellingsBy(ctx context.Context, e desk.Entry, n Notice, rule rule) ([]Telling, error) {
	to, err := rule.to(ctx, r, e)
	if missing(err) {
		return nil, nil
	}
	if err != nil || len(to.people) == 0 {
		return nil, err
	}
	n.Detail, n.Path, n.Alarm, n.At = to.detail, to.path, rule.alarm, e.At
	if to.kind != "" {
		n.Kind = to.kind
	}
	if to.event != "" {
		n.Event = to.event
	}
	if e.Who.Kind != desk.WhoSystem {
		n.By = e.Who.Name
	}
	return r.tellings(ctx, n, e.Account, without(to.people, e.Who.ID))
}

// without leaves out who did it, and says everybody once.
func without(all []string, who string) []string {
	out := slices.DeleteFunc(slices.Clone(all), func(p string) bool { return p == "" || p == who })
	slices.Sort(out)
	return slices.Compact(out)
}

// tellings makes a notice for each of the people, as she wants it.
func (r *Room) tellings(ctx context.Context, n Notice, account string, people []string) ([]Telling, error) {
	if account != "" {
		at, err := r.store.Account(ctx, account)
		if err != nil && !missing(err) {
			return nil, err
		}
		n.Account = at.Name
	}
	var out []Telling
	for _, id := range people {
		p, err := r.store.Person(ctx, id)
		if missing(err) || err == nil && p.Left() {
			continue
		}
		if err != nil {
			return nil, err
		}
		t, err := r.telling(ctx, n, p)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// telling is a notice as one person wants it, with the jobs that send it.
func (r *Room) telling(ctx context.Context, n Notice, p people.Person) (Telling, error) {
	c, err := r.choice(ctx, p.ID)
	if err != nil {
		return Telling{}, err
	}
	now, topic := r.clock.Now(), TopicOf(n.Kind)
	n.ID, n.Person, n.Desk = ident.New(n.At), p.ID, c.Wants(topic, OnDesk)
	t := Telling{Notice: n}
	if now.Sub(n.At) > stale {
		return t, nil
	}
	if t.Mail = r.Mails() && c.Wants(topic, ByMail) && !ofItself(n); t.Mail {
		t.Jobs = append(t.Jobs, sending(JobMail, p.ID, c.Next(ByMail, n.Alarm, now)))
	}
	if t.Push = c.Wants(topic, ByPush); t.Push {
		browsers, err := r.store.Browsers(ctx, p.ID)
		if err != nil {
			return t, err
		}
		if t.Push = len(browsers) > 0; t.Push {
			t.Jobs = append(t.Jobs, sending(JobPush, p.ID, c.Next(ByPush, n.Alarm, now)))
		}
	}
	return t, nil
}

// ofItself reports whether a notice tells that notices could not be sent: that is not sent either.
func ofItself(n Notice) bool {
	return n.Kind == JobDead && (n.Detail == JobMail || n.Detail == JobPush)
}

type addressee struct {
	Person string `json:"person"`
}

// sending is the job that sends one person all that has gathered. There is one for each person and way.
func sending(kind, person string, at time.Time) desk.Job {
	payload, _ := json.Marshal(addressee{person}) // a string: cannot fail
	return desk.Job{Kind: kind, Key: kind + ":" + person, Payload: payload, RunAt: at}
}
