package publish

import (
	"encoding/json"
	"fmt"
	"time"

	"tilltal/base/clock"
	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/draft"
)

// The jobs of this room.
const (
	JobPublish = "publish" // a submission is due: payload Due
	JobFanout  = "fanout"  // something was said on the square and is to reach every channel: payload Fanout
)

// Due is the payload of JobPublish: which submission, and which schedule it follows. Schedule "" is at once.
type Due struct {
	Draft      string `json:"draft"`
	Submission string `json:"submission"`
	Schedule   string `json:"schedule,omitempty"`
}

// Fanout is the payload of JobFanout.
type Fanout struct {
	Post       string `json:"post"`
	Activity   string `json:"activity"` // Create, Update or Delete
	Correction string `json:"correction,omitempty"`
}

// The activities of a Fanout.
const (
	Create = "create"
	Update = "update"
	Delete = "delete"
)

// dueJob is the job that publishes a submission. Its key is of one decision, so that a new time gets a job of its own; the
// job of the old one finds that it is not wanted any more.
func dueJob(d Due, at time.Time) desk.Job {
	return desk.Job{Kind: JobPublish, Key: "publish:" + d.Submission + ":" + d.Schedule, Payload: payload(d), RunAt: at}
}

func fanoutJob(f Fanout) desk.Job {
	return desk.Job{Kind: JobFanout, Key: "fanout:" + f.Activity + ":" + f.Post + ":" + f.Correction, Payload: payload(f)}
}

func payload(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil { // strings only: cannot fail
		panic("a job's payload cannot be written: " + err.Error())
	}
	return b
}

// Outcome is what became of a submission. Exactly one of its first four fields says something.
type Outcome struct {
	Post       string    // published as this post
	Correction string    // published as this correction
	Schedule   *Schedule // to be published later
	Hold       *Hold     // stopped, for a person to decide
	At         time.Time // when it went out, or is to go out
	Note       clock.Note
}

// decideSending publishes the case now. The caller has asked stop and, where it matters, late.
func decideSending(c Case, who desk.Who, now time.Time) (Outcome, desk.Change, error) {
	if got := c.Draft.Latest.Content.Digest(); got != c.Draft.Submission.Hash { // asked in cleared; here so that no path goes past it
		return Outcome{}, desk.Change{}, fmt.Errorf("publish: the content of %s has hash %s, handed in was %s", c.Draft.ID, got, c.Draft.Submission.Hash)
	}
	if c.Draft.Kind == draft.KindCorrection {
		return decideCorrecting(c, who, now)
	}
	p := publication(c, now)
	change := desk.Change{
		Expect: c.expect(),
		Acts: []desk.Act{
			c.act("sent", who, now, map[string]any{"post": p.ID, "version": p.Version, "hash": p.Hash}),
			{Kind: "publish.published", Subject: p.ID, Account: p.Account, Who: who, At: now,
				Say: map[string]any{"hash": p.Hash, "curator": p.Curator.Name(), "draft": p.Draft}, Facts: []any{p}},
		},
		Jobs: []desk.Job{fanoutJob(Fanout{Post: p.ID, Activity: Create})},
	}
	if p.Conversation != "" { // two colleagues cannot both answer: the conversation must be as it was looked at
		change.Expect = append(change.Expect, desk.Expect{Subject: p.Conversation, Seen: c.Talk})
		change.Acts = append(change.Acts, desk.Act{Kind: "publish.answered", Subject: p.Conversation, Account: p.Account, Who: who, At: now,
			Say: map[string]any{"post": p.ID}})
	}
	return Outcome{Post: p.ID, At: now}, change, nil
}

func publication(c Case, now time.Time) Publication {
	return Publication{ID: ident.New(now), Account: c.Draft.Account, Draft: c.Draft.ID, Version: c.Draft.Latest.Number,
		Hash: c.Draft.Submission.Hash, Content: c.Draft.Latest.Content, Curator: c.signature(), InReplyTo: c.Draft.InReplyTo,
		Conversation: c.Draft.Conversation, Direct: c.Draft.Direct, By: c.Draft.Submission.By, At: now}
}

func (c Case) signature() Signature { return Sign(c.Author.Person, c.Account) }

// decideCorrecting puts a correction beside its post.
func decideCorrecting(c Case, who desk.Who, now time.Time) (Outcome, desk.Change, error) {
	said := c.Draft.Latest.Content
	k := Correction{ID: ident.New(now), Post: c.Post.ID, Account: c.Draft.Account, Draft: c.Draft.ID, Version: c.Draft.Latest.Number,
		Hash: c.Draft.Submission.Hash, Wrong: said.Correction.Wrong, Right: said.Correction.Right, Why: said.Correction.Why,
		Now: said.Correction.Now, Text: said.Text, Signature: c.signature(), At: now}
	return Outcome{Correction: k.ID, At: now}, desk.Change{
		Expect: append(c.expect(), desk.Expect{Subject: c.Post.ID, Seen: c.Post.Seen}),
		Acts: []desk.Act{
			c.act("sent", who, now, map[string]any{"correction": k.ID, "post": k.Post, "version": k.Version, "hash": k.Hash}),
			{Kind: "publish.corrected", Subject: k.Post, Account: k.Account, Who: who, At: now,
				Say: map[string]any{"draft": k.Draft}, Facts: []any{k}},
		},
		Jobs: []desk.Job{fanoutJob(Fanout{Post: k.Post, Activity: Update, Correction: k.ID})},
	}, nil
}

// decideHold stops the case, for a person to decide.
func decideHold(c Case, why, words, by string, who desk.Who, now time.Time) (Outcome, desk.Change) {
	h := NewHold(*c.Draft.Submission, why, words, by, now)
	return Outcome{Hold: &h}, desk.Change{Expect: c.expect(), Acts: []desk.Act{
		c.act("held", who, now, map[string]any{"why": why}, h)}}
}

// NewHold makes the stop of a submission: for an approval that comes too late.
func NewHold(s draft.Submission, why, words, by string, now time.Time) Hold {
	return Hold{ID: ident.New(now), Draft: s.Draft, Submission: s.ID, Why: why, Words: words, By: by, At: now}
}

// decideTime gives the case a time to go out.
func decideTime(c Case, when clock.Wall, who desk.Who, now time.Time) (Outcome, desk.Change) {
	s, job := NewSchedule(c.Draft, *c.Draft.Submission, when, who.ID, now)
	at, note := when.Resolve()
	return Outcome{Schedule: &s, At: at, Note: note}, desk.Change{Expect: c.expect(), Jobs: []desk.Job{job}, Acts: []desk.Act{
		c.act("scheduled", who, now, map[string]any{"when": when.String()}, s)}}
}

// NewSchedule makes the schedule of a submission, and the job that follows it: for an approval that comes in time.
func NewSchedule(d draft.Draft, s draft.Submission, when clock.Wall, by string, now time.Time) (Schedule, desk.Job) {
	out := Schedule{ID: ident.New(now), Draft: d.ID, Account: d.Account, Submission: s.ID, Version: s.Version, Hash: s.Hash, When: when, By: by, At: now}
	at, _ := when.Resolve()
	return out, dueJob(Due{Draft: d.ID, Submission: s.ID, Schedule: out.ID}, at)
}

// AtOnce is the job that publishes a submission as soon as may be: for an approval of a text without a time of its own.
func AtOnce(s draft.Submission, now time.Time) desk.Job {
	return dueJob(Due{Draft: s.Draft, Submission: s.ID}, now)
}
