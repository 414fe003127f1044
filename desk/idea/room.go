package idea

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Store is what the room needs to have kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	// Idea returns one idea with all that was said of it.
	Idea(ctx context.Context, id string) (Idea, error)
	// IdeaOf returns the idea that a draft was made of.
	IdeaOf(ctx context.Context, draft string) (Idea, error)
	// Ideas lists ideas, the newest first.
	Ideas(ctx context.Context, f Filter) (desk.Page[Idea], error)
	// Account returns one account.
	Account(ctx context.Context, id string) (account.Account, error)
	// KeepPicture keeps the bytes of a picture once, by its hash.
	KeepPicture(ctx context.Context, p draft.Picture, data []byte, at time.Time) error
	// PictureData returns the bytes of a picture.
	PictureData(ctx context.Context, hash string) ([]byte, error)
	// Picture returns a picture as it was kept.
	Picture(ctx context.Context, hash string) (draft.Picture, error)
	// Person returns one person, also one who has left.
	Person(ctx context.Context, id string) (people.Person, error)
}

// Drafts is the part of the writing room that an idea goes on to.
type Drafts interface {
	// Opening decides the beginning of a draft without committing it.
	Opening(ctx context.Context, a people.Actor, start draft.Start) (draft.Draft, desk.Change, error)
}

// Filter chooses ideas for a list.
type Filter struct {
	By       string   // person id; "" is anybody
	Accounts []string // nil is every account; ideas for no account are always among them
	Open     bool     // only those that nobody has decided on
	After    string   // Next of the page before
	Limit    int      // 0 is 50
}

// Room is where the use cases of ideas are.
type Room struct {
	store  Store
	clock  clock.Clock
	drafts Drafts
}

// New returns the room.
func New(s Store, c clock.Clock, d Drafts) *Room { return &Room{store: s, clock: c, drafts: d} }

// Mine lists the ideas that the actor has sent, the newest first.
func (r *Room) Mine(ctx context.Context, a people.Actor, after string) (desk.Page[Idea], error) {
	if err := people.Ask(a, people.IdeaSend, "", r.clock.Now()); err != nil {
		return desk.Page[Idea]{}, err
	}
	return r.store.Ideas(ctx, Filter{By: a.Person.ID, After: after})
}

// ToAnswer lists the ideas that the actor may deal with: those for her accounts, and those for none. With open, only those
// that nobody has decided on. It asks people.IdeaAnswer at any account.
func (r *Room) ToAnswer(ctx context.Context, a people.Actor, open bool, after string) (desk.Page[Idea], error) {
	everywhere, accounts := a.Accounts(people.IdeaAnswer, r.clock.Now())
	if !everywhere && len(accounts) == 0 {
		return desk.Page[Idea]{}, people.Ask(a, people.IdeaAnswer, "", r.clock.Now())
	}
	if everywhere {
		accounts = nil
	}
	return r.store.Ideas(ctx, Filter{Accounts: accounts, Open: open, After: after})
}

// Get returns one idea, to who sent it and to who may deal with it.
func (r *Room) Get(ctx context.Context, a people.Actor, id string) (Idea, error) {
	i, err := r.store.Idea(ctx, id)
	if err != nil {
		return Idea{}, err
	}
	if i.By == a.Person.ID {
		return i, people.Ask(a, people.IdeaSend, "", r.clock.Now())
	}
	return i, r.ask(a, i)
}

// OfDraft returns the idea that a draft was made of; fault.NotFound when it was made of none. Whoever may read the draft may
// know whose idea it was. It asks people.DraftRead.
func (r *Room) OfDraft(ctx context.Context, a people.Actor, d draft.Draft) (Idea, error) {
	if err := people.AskOwn(a, people.DraftRead, d.Account, d.Author == a.Person.ID, r.clock.Now()); err != nil {
		return Idea{}, err
	}
	return r.store.IdeaOf(ctx, d.ID)
}

// May reports whether the actor may deal with an idea.
func (r *Room) May(a people.Actor, i Idea) bool { return r.ask(a, i) == nil }

// ask refuses whoever may not deal with an idea. One for no account is for everybody who deals with ideas anywhere.
func (r *Room) ask(a people.Actor, i Idea) error {
	now := r.clock.Now()
	if i.Account == "" && a.Anywhere(people.IdeaAnswer, now) {
		return nil
	}
	return people.Ask(a, people.IdeaAnswer, i.Account, now)
}

// AddPicture keeps the bytes of a picture for an idea, once however often it is added, and what its codes say and how many faces there
// are: the draft that the idea may become is judged by it.
func (r *Room) AddPicture(ctx context.Context, a people.Actor, i draft.Image) (draft.Picture, error) {
	now := r.clock.Now()
	if err := people.Ask(a, people.IdeaSend, "", now); err != nil {
		return draft.Picture{}, err
	}
	p, err := i.Picture()
	if err != nil {
		return draft.Picture{}, fault.Of(err).At("picture")
	}
	return p, r.store.KeepPicture(ctx, p, i.Data, now)
}

// PictureData returns a picture of an idea, to those who may see the idea.
func (r *Room) PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error) {
	i, err := r.Get(ctx, a, id)
	if err != nil {
		return draft.Picture{}, nil, err
	}
	for _, p := range i.Pictures {
		if p.Hash == hash {
			data, err := r.store.PictureData(ctx, hash)
			return p, data, err
		}
	}
	return draft.Picture{}, nil, fault.New(fault.NotFound, lingo.T("Bilden finns inte i idén.", "The picture is not in the idea."))
}

// act is an entry about an idea.
func (i Idea) act(kind string, a people.Actor, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: "idea." + kind, Subject: i.ID, Account: i.Account, Who: a.Who(), At: now, Say: say, Facts: facts}
}

func (i Idea) expect() []desk.Expect { return []desk.Expect{{Subject: i.ID, Seen: i.Seen}} }
