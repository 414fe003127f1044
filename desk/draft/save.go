package draft

import (
	"context"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Start is what a draft is begun for.
type Start struct {
	Account      string
	Kind         string // KindPost, KindAnswer or KindCorrection
	Conversation string // for an answer
	InReplyTo    string // for an answer: the URI of what it answers
	Direct       string // for an answer to one reader only: that reader's URI
	Post         string // for a correction
	Content      Content
}

// Begin begins a draft, with a first version. An empty language is the account's.
//
// Errors: fault.Forbidden, fault.Gone when the account is closed, a fault.List or fault.Error that points at the fields of a
// content that cannot be kept.
func (r *Room) Begin(ctx context.Context, a people.Actor, start Start) (Draft, error) {
	d, change, err := r.Opening(ctx, a, start)
	if err != nil {
		return Draft{}, err
	}
	receipt, err := r.store.Commit(ctx, change)
	d.Seen = receipt.Last
	return d, err
}

// Opening decides the beginning of a draft as [Room.Begin] does and commits nothing: for a room in which a draft begins as a
// part of something else, such as an idea that becomes one.
func (r *Room) Opening(ctx context.Context, a people.Actor, start Start) (Draft, desk.Change, error) {
	at, err := r.store.Account(ctx, start.Account)
	if err != nil {
		return Draft{}, desk.Change{}, err
	}
	if start.Content, err = r.prepare(ctx, start.Content, at); err != nil {
		return Draft{}, desk.Change{}, err
	}
	return decideBeginning(a, at, start, r.clock.Now())
}

func decideBeginning(a people.Actor, at account.Account, start Start, now time.Time) (Draft, desk.Change, error) {
	if err := people.Ask(a, RightTo(start.Kind), at.ID, now); err != nil {
		return Draft{}, desk.Change{}, err
	}
	if err := stands(at); err != nil {
		return Draft{}, desk.Change{}, err
	}
	known := start.Kind == KindPost || start.Kind == KindAnswer && start.Conversation != "" || start.Kind == KindCorrection && start.Post != ""
	if !known {
		return Draft{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Vi vet inte vad texten ska bli: ett inlägg, ett svar eller en rättelse.",
			"We do not know what the text is to be: a post, an answer or a correction.")).At("kind")
	}
	if err := keepable(start.Content, start.Kind); err != nil {
		return Draft{}, desk.Change{}, err
	}
	d := Draft{State: Writing, Writers: []string{a.Person.ID}, Beginning: Beginning{ID: ident.New(now), Account: at.ID, Author: a.Person.ID,
		Kind: start.Kind, Conversation: start.Conversation, InReplyTo: start.InReplyTo, Direct: start.Direct, Post: start.Post, At: now}}
	d.Latest, d.Last = version(d, a, 0, start.Content, now), 1
	change := desk.Change{Expect: d.expect(), Acts: []desk.Act{
		d.act("begun", a, now, map[string]any{"kind": d.Kind, "version": 1}, d.Beginning, d.Latest)}}
	return d, change, nil
}

// stands refuses to speak for an account that is closed.
func stands(at account.Account) error {
	if !at.ClosedAt.IsZero() {
		return fault.New(fault.Gone, lingo.T("Kontot %s är stängt.", "The account %s is closed.").Put(at.Name))
	}
	return nil
}

// Saved is what became of a save.
type Saved struct {
	Version Version // what was saved
	Latest  Version // what stands as the newest; another than Version when that was put aside
}

// Aside reports whether a colleague had saved in the meantime, so that what was saved stands beside and must be put together
// with Latest by a person.
func (s Saved) Aside() bool { return s.Version.Aside }

// Save keeps a new version of a draft. Base is the number of the version the writer began from. When somebody has saved
// since, nothing is lost and nothing is written over: what she wrote is kept as a version aside, and she is told. A content
// that says the same as the newest is not saved again, so that saving by itself leaves no trail.
//
// A new version voids the submission and the approval. Errors: as [Room.Begin]; fault.Conflict when the draft is published;
// fault.Gone when it is discarded.
func (r *Room) Save(ctx context.Context, a people.Actor, id string, base int, c Content) (Saved, error) {
	saved, err := r.save(ctx, a, id, base, c)
	for try := 1; try < tries && fault.Is(err, fault.Conflict); try++ {
		saved, err = r.save(ctx, a, id, base, c)
	}
	return saved, err
}

// tries is how often a save is decided anew when somebody else touched the draft in the same moment.
const tries = 5

func (r *Room) save(ctx context.Context, a people.Actor, id string, base int, c Content) (Saved, error) {
	saved, change, err := r.Saving(ctx, a, id, base, c)
	if err != nil || len(change.Acts) == 0 {
		return saved, err
	}
	_, err = r.store.Commit(ctx, change)
	return saved, err
}

// Saving decides a save as [Room.Save] does and commits nothing: for a room in which a version is made as a part of something
// else, such as a suggestion that is taken. The change has no acts when there is nothing new to keep.
func (r *Room) Saving(ctx context.Context, a people.Actor, id string, base int, c Content) (Saved, desk.Change, error) {
	d, err := r.writable(ctx, a, id)
	if err != nil {
		return Saved{}, desk.Change{}, err
	}
	at, err := r.store.Account(ctx, d.Account)
	if err != nil {
		return Saved{}, desk.Change{}, err
	}
	if c, err = r.prepare(ctx, c, at); err != nil {
		return Saved{}, desk.Change{}, err
	}
	c.Credit = d.Latest.Content.Credit // it is for who had the idea to say, not for who writes
	return decideSave(d, a, base, c, r.clock.Now())
}

// decideSave returns a change without acts when there is nothing new to keep.
func decideSave(d Draft, a people.Actor, base int, c Content, now time.Time) (Saved, desk.Change, error) {
	if err := keepable(c, d.Kind); err != nil {
		return Saved{}, desk.Change{}, err
	}
	if c.Same(d.Latest.Content) {
		return Saved{Version: d.Latest, Latest: d.Latest}, desk.Change{}, nil
	}
	v := version(d, a, base, c, now)
	s := Saved{Version: v, Latest: v}
	kind := "saved"
	if v.Aside {
		s.Latest, kind = d.Latest, "put_aside"
	}
	act := d.act(kind, a, now, map[string]any{"version": v.Number}, v)
	return s, desk.Change{Expect: d.expect(), Acts: []desk.Act{act}}, nil
}

// version makes the next version of a draft.
func version(d Draft, a people.Actor, base int, c Content, now time.Time) Version {
	return Version{ID: ident.New(now), Draft: d.ID, Number: d.Last + 1, Base: base, Aside: base != d.Latest.Number,
		Content: c, Hash: c.Digest(), By: a.Person.ID, At: now}
}

// prepare returns the content as it will be kept: tidy, in a language, and with pictures that we have, as we have them.
func (r *Room) prepare(ctx context.Context, c Content, at account.Account) (Content, error) {
	c = c.Tidy()
	if c.Language == "" {
		c.Language = at.Language
	}
	if c.Language == "" {
		c.Language = string(lingo.SV)
	}
	if wrong := pictureFaults(c.Pictures); len(wrong) > 0 {
		return c, wrong
	}
	for i, p := range c.Pictures {
		kept, err := r.store.Picture(ctx, p.Hash)
		if fault.Is(err, fault.NotFound) {
			return c, noPicture().At("pictures").Because(err)
		}
		if err != nil {
			return c, err
		}
		p.Type, p.Width, p.Height, p.Codes, p.Faces = kept.Type, kept.Width, kept.Height, kept.Codes, kept.Faces
		c.Pictures[i] = p
	}
	return c, nil
}

// Discard puts a draft away. It stays on the record. Errors: as [Room.Save].
func (r *Room) Discard(ctx context.Context, a people.Actor, id string) error {
	d, err := r.writable(ctx, a, id)
	if err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, decideDiscard(d, a, r.clock.Now()))
	return err
}

func decideDiscard(d Draft, a people.Actor, now time.Time) desk.Change {
	fact := Discard{ID: ident.New(now), Draft: d.ID, By: a.Person.ID, At: now}
	return desk.Change{Expect: d.expect(), Acts: []desk.Act{d.act("discarded", a, now, nil, fact)}}
}

// WrittenBy reports whether a person has written any of a draft: what four eyes must not belong to.
func (d Draft) WrittenBy(person string) bool {
	return d.Author == person || slices.Contains(d.Writers, person) || d.Submission != nil && d.Submission.By == person
}
