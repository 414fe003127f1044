package publish

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// OpenFor is how long an opened copy stays open for whoever opened it. Whoever needs it longer opens it again.
const OpenFor = 30 * time.Minute

// Copy (förseglad kopia) is what a withdrawal took off the square, as it stood. It is kept sealed: from the withdrawal on no
// page, list, search or channel shows any of it, and opening it is an act on the record.
type Copy struct {
	Post     Post         `json:"post"` // with its corrections
	Pictures []SealedView `json:"pictures,omitempty"`
	Thread   []Reply      `json:"thread,omitempty"` // what stood under it in public, the oldest first; at most [mostThread]
}

// SealedView is a picture of a sealed copy.
type SealedView struct {
	Hash string `json:"hash"`
	Type string `json:"type"`
	Data []byte `json:"data"`
}

// Reply is something that was said in public under a post.
type Reply struct {
	By   string    `json:"by"` // as shown: a name
	Ours bool      `json:"ours,omitempty"`
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// Opening (öppnande) is the fact that somebody opened a sealed copy, and why.
type Opening struct {
	ID, Withdrawal, Post, Account string
	Reason                        string // in her own words
	By                            string // person id
	At                            time.Time
}

// Sealed is a sealed copy from the outside: that there is one, and who has opened it.
type Sealed struct {
	Post     Post // nothing of what it said
	Openings []Opening
}

// Vault keeps sealed copies.
type Vault interface {
	// Seal seals bytes under the house's keys, for the row of that name.
	Seal(name string, secret []byte) ([]byte, error)
	// SealedCopy opens the sealed copy of a withdrawal. What cannot be opened, because its key is gone or it was changed, is
	// a fault that says so.
	SealedCopy(ctx context.Context, withdrawal string) ([]byte, error)
	// Thread returns what stands in public under a post, the oldest first, at most limit.
	Thread(ctx context.Context, post string, limit int) ([]Reply, error)
	// PictureData returns the bytes of a picture.
	PictureData(ctx context.Context, hash string) ([]byte, error)
	// Opening returns one opening; fault.NotFound when there is none.
	Opening(ctx context.Context, id string) (Opening, error)
	// Openings returns the openings of a post's sealed copy, the newest first.
	Openings(ctx context.Context, post string) ([]Opening, error)
}

// mostThread bounds how many replies a sealed copy keeps.
const mostThread = 1000

// SealName is the name that a withdrawal's copy is sealed under: moved to another row it does not open.
func SealName(withdrawal string) string { return "withdrawal/" + withdrawal }

// copyOf gathers a post as it stands now, with its pictures and what stands under it.
func (r *Room) copyOf(ctx context.Context, p Post) (Copy, error) {
	c := Copy{Post: p}
	for _, pic := range p.Content.Pictures {
		data, err := r.store.PictureData(ctx, pic.Hash)
		if err != nil {
			return Copy{}, err
		}
		c.Pictures = append(c.Pictures, SealedView{Hash: pic.Hash, Type: pic.Type, Data: data})
	}
	var err error
	c.Thread, err = r.store.Thread(ctx, p.ID, mostThread)
	return c, err
}

// sealer returns what seals a copy for a withdrawal.
func (r *Room) sealer(c Copy) func(withdrawal string) ([]byte, error) {
	return func(withdrawal string) ([]byte, error) {
		open, err := json.Marshal(c)
		if err != nil {
			return nil, fault.Wrap("publish: the sealed copy", err)
		}
		return r.store.Seal(SealName(withdrawal), open)
	}
}

// Sealed tells of a withdrawn post's sealed copy and who has opened it, without opening it. It asks people.SealedOpen.
func (r *Room) Sealed(ctx context.Context, a people.Actor, post string) (Sealed, error) {
	p, err := r.store.Post(ctx, post)
	if err != nil {
		return Sealed{}, err
	}
	if err := people.Ask(a, people.SealedOpen, p.Account, r.clock.Now()); err != nil {
		return Sealed{}, err
	}
	if p.Withdrawal == nil {
		return Sealed{}, fault.New(fault.NotFound, lingo.T("Inlägget står på torget. Det finns ingen förseglad kopia.", "The post stands on the square. There is no sealed copy."))
	}
	all, err := r.store.Openings(ctx, post)
	return Sealed{Post: p, Openings: all}, err
}

// Open opens a sealed copy for the actor, for [OpenFor], and puts it on the record with the reason. It asks
// people.SealedOpen. The fault points at reason when none is given.
func (r *Room) Open(ctx context.Context, a people.Actor, post, reason string) (Opening, error) {
	s, err := r.Sealed(ctx, a, post)
	if err != nil {
		return Opening{}, err
	}
	if _, err := r.store.SealedCopy(ctx, s.Post.Withdrawal.ID); err != nil { // what cannot be opened is not said to have been
		return Opening{}, err
	}
	o, change, err := decideOpening(s.Post, a, reason, r.clock.Now())
	if err != nil {
		return Opening{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return o, err
}

func decideOpening(p Post, a people.Actor, reason string, now time.Time) (Opening, desk.Change, error) {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return Opening{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Skriv varför du behöver öppna kopian.", "Write why you need to open the copy.")).At("reason")
	}
	if len(reason) > draft.MaxWords {
		return Opening{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Skriv kortare.", "Write less.")).At("reason")
	}
	o := Opening{ID: ident.New(now), Withdrawal: p.Withdrawal.ID, Post: p.ID, Account: p.Account, Reason: reason, By: a.Person.ID, At: now}
	return o, desk.Change{Acts: []desk.Act{{Kind: "sealed.opened", Subject: p.ID, Account: p.Account, Who: a.Who(), At: now,
		Say: map[string]any{"reason": reason, "opening": o.ID}, Facts: []any{o}}}}, nil
}

// Opened returns what an opening opened, to the person who opened it and while it is open. It asks people.SealedOpen again.
func (r *Room) Opened(ctx context.Context, a people.Actor, post, opening string) (Copy, Opening, error) {
	o, err := r.store.Opening(ctx, opening)
	if err != nil {
		return Copy{}, o, err
	}
	now := r.clock.Now()
	if err := people.Ask(a, people.SealedOpen, o.Account, now); err != nil {
		return Copy{}, o, err
	}
	if o.Post != post || o.By != a.Person.ID || !now.Before(o.At.Add(OpenFor)) {
		return Copy{}, o, fault.New(fault.Gone, lingo.T("Kopian är stängd igen.", "The copy is closed again.")).
			Try(lingo.T("Öppna den på nytt om du behöver den.", "Open it anew if you need it."))
	}
	open, err := r.store.SealedCopy(ctx, o.Withdrawal)
	if err != nil {
		return Copy{}, o, err
	}
	var c Copy
	if err := json.Unmarshal(open, &c); err != nil {
		return Copy{}, o, fault.Wrap("publish: the sealed copy", err)
	}
	return c, o, nil
}
