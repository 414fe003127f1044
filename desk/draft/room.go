package draft

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Store is what the room needs to have kept.
type Store interface {
	desk.Committer
	Keeper
	// Draft returns one draft; fault.NotFound when there is none.
	Draft(ctx context.Context, id string) (Draft, error)
	// Drafts returns drafts, the newest changed first.
	Drafts(ctx context.Context, f Filter) (desk.Page[Draft], error)
	// DraftVersion returns one version of a draft; fault.NotFound when there is none.
	DraftVersion(ctx context.Context, draft string, number int) (Version, error)
	// DraftVersions returns the newest limit versions of a draft, the newest first, without their contents.
	DraftVersions(ctx context.Context, draft string, limit int) ([]Version, error)
	// KeepPicture keeps the bytes of a picture once, by its hash.
	KeepPicture(ctx context.Context, p Picture, data []byte, at time.Time) error
	// Picture returns a picture as it was kept, without Alt, Decorative and Name; fault.NotFound when there is none.
	Picture(ctx context.Context, hash string) (Picture, error)
	// PictureData returns the bytes of a picture; fault.NotFound when there is none.
	PictureData(ctx context.Context, hash string) ([]byte, error)
	// Account returns one account; fault.NotFound when there is none.
	Account(ctx context.Context, id string) (account.Account, error)
	// Consulted reports whether a colleague has asked a person about a draft (desk/counsel).
	Consulted(ctx context.Context, thing, person string) (bool, error)
	// Routine returns the routine in force for an account.
	Routine(ctx context.Context, account string) (guideline.Routine, error)
	// Silences returns every silence the account has had.
	Silences(ctx context.Context, account string) ([]guideline.Silence, error)
	// RuleTallies counts how findings were answered at some accounts, by rule; nil is every account.
	RuleTallies(ctx context.Context, accounts []string) ([]RuleTally, error)
	// RuleAnswers returns the newest answers of a kind to a rule at some accounts; nil is every account.
	RuleAnswers(ctx context.Context, rule, kind string, accounts []string, limit int) ([]RuleAnswer, error)
}

// Room is where the use cases of writing are.
type Room struct {
	store  Store
	clock  clock.Clock
	checks []check.Check
	gates  []Gate
}

// Gate is what must hold, beside the rights, before somebody may hand in a text at an account: that she has read the frames.
type Gate interface {
	// Ready returns nil, or the fault that says what she must do first.
	Ready(ctx context.Context, person, account string) error
}

// New returns the room. The checks are those that look at every text; the gates are asked when one is handed in.
func New(s Store, c clock.Clock, checks []check.Check, gates ...Gate) *Room {
	return &Room{store: s, clock: c, checks: checks, gates: gates}
}

// ready asks the gates.
func (r *Room) ready(ctx context.Context, person, account string) error {
	for _, g := range r.gates {
		if err := g.Ready(ctx, person, account); err != nil {
			return err
		}
	}
	return nil
}

// Filter chooses drafts for a list.
type Filter struct {
	Author       string   // person id; "" is anybody
	Accounts     []string // account ids; nil is every account
	Conversation string   // only answers in that conversation; "" is any draft
	States       []State  // nil is every state
	After        string   // Next of the page before; "" is the first page
	Limit        int      // at most this many; 0 is 50
}

// Own returns the actor's own drafts, at the accounts where she still may write.
func (r *Room) Own(ctx context.Context, a people.Actor, states []State, after string) (desk.Page[Draft], error) {
	f := Filter{Author: a.Person.ID, States: states, After: after}
	everywhere, accounts := a.Accounts(people.DraftRead, r.clock.Now())
	if !everywhere {
		f.Accounts = append([]string{}, accounts...)
	}
	return r.store.Drafts(ctx, f)
}

// OfAccount returns everybody's drafts at one account. It asks people.DraftRead.
func (r *Room) OfAccount(ctx context.Context, a people.Actor, account string, states []State, after string) (desk.Page[Draft], error) {
	if err := people.Ask(a, people.DraftRead, account, r.clock.Now()); err != nil {
		return desk.Page[Draft]{}, err
	}
	return r.store.Drafts(ctx, Filter{Accounts: []string{account}, States: states, After: after})
}

// InConversation returns everybody's answers in a conversation, whatever has become of them, the newest changed first and at
// most 200. Writers and Responses are left out: see [Room.Get]. It asks people.DraftRead; an answer of the actor's own is shown to her all the same.
func (r *Room) InConversation(ctx context.Context, a people.Actor, account, conversation string) ([]Draft, error) {
	if conversation == "" {
		return nil, nil
	}
	now := r.clock.Now()
	f := Filter{Accounts: []string{account}, Conversation: conversation, Limit: 200}
	if !a.May(people.DraftRead, account, now) {
		f.Author = a.Person.ID
	}
	page, err := r.store.Drafts(ctx, f)
	return page.Items, err
}

// Get returns one draft. It asks people.DraftRead; one that the actor was asked about by name is hers to read.
func (r *Room) Get(ctx context.Context, a people.Actor, id string) (Draft, error) {
	d, err := r.store.Draft(ctx, id)
	if err != nil {
		return Draft{}, err
	}
	mine, now := d.Author == a.Person.ID, r.clock.Now()
	if !mine && !a.May(people.DraftRead, d.Account, now) && a.MayOwn(people.DraftRead, d.Account, now) {
		if mine, err = r.store.Consulted(ctx, d.ID, a.Person.ID); err != nil {
			return Draft{}, err
		}
	}
	if err := people.AskOwn(a, people.DraftRead, d.Account, mine, now); err != nil {
		return d, err
	}
	d.Meant, err = r.store.Meant(ctx, d.ID, a.Person.ID)
	return d, err
}

// maxVersions bounds the list of versions.
const maxVersions = 500

// Versions returns the versions of a draft, the newest first, without their contents: see [Room.Version]. Those that stand
// aside are among them. It asks people.DraftRead.
func (r *Room) Versions(ctx context.Context, a people.Actor, id string) ([]Version, error) {
	if _, err := r.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return r.store.DraftVersions(ctx, id, maxVersions)
}

// Version returns one version with its content. It asks people.DraftRead.
func (r *Room) Version(ctx context.Context, a people.Actor, id string, number int) (Version, error) {
	d, err := r.Get(ctx, a, id)
	if err != nil {
		return Version{}, err
	}
	if d.Sealed != "" {
		return Version{}, Withdrawn
	}
	return r.store.DraftVersion(ctx, id, number)
}

// writable returns a draft that the actor may write in now.
func (r *Room) writable(ctx context.Context, a people.Actor, id string) (Draft, error) {
	d, err := r.store.Draft(ctx, id)
	if err != nil {
		return Draft{}, err
	}
	if err := people.Ask(a, RightTo(d.Kind), d.Account, r.clock.Now()); err != nil {
		return Draft{}, err
	}
	return d, open(d)
}

// RightTo is the right to write a draft of a kind.
func RightTo(kind string) people.Right {
	switch kind {
	case KindAnswer:
		return people.InboxReply
	case KindCorrection:
		return people.PublishCorrect
	default:
		return people.DraftWrite
	}
}

// Withdrawn says that a text cannot be read or written any more, because its post was taken off the square.
var Withdrawn = fault.New(fault.Gone, lingo.T("Inlägget är avpublicerat och förseglat. Texten går inte att läsa här.", "The post has been withdrawn and sealed. The text cannot be read here.")).
	Try(lingo.T("Den som har rätt till det kan öppna kopian från inläggets sida.", "Whoever has the right can open the copy from the post's page."))

// open refuses to touch a draft whose life is over.
func open(d Draft) error {
	switch {
	case d.Sealed != "":
		return Withdrawn
	case d.PublishedAs != "":
		return fault.New(fault.Conflict, lingo.T("Texten är redan publicerad.", "The text is already published.")).
			Try(lingo.T("Blev något fel? Skriv en rättelse.", "Did something go wrong? Write a correction."))
	case !d.DiscardedAt.IsZero():
		return fault.New(fault.Gone, lingo.T("Utkastet är kastat.", "The draft has been discarded."))
	}
	return nil
}

// act is an entry about a draft.
func (d Draft) act(kind string, a people.Actor, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: "draft." + kind, Subject: d.ID, Account: d.Account, Who: a.Who(), At: now, Say: say, Facts: facts}
}

func (d Draft) expect() []desk.Expect { return []desk.Expect{{Subject: d.ID, Seen: d.Seen}} }

// Diff shows, word by word, what became of one version in a later one. It asks people.DraftRead.
func (r *Room) Diff(ctx context.Context, a people.Actor, id string, from, to int) ([]diff.Piece, error) {
	older, err := r.Version(ctx, a, id, from)
	if err != nil {
		return nil, err
	}
	newer, err := r.Version(ctx, a, id, to)
	if err != nil {
		return nil, err
	}
	return diff.Words(older.Content.Spoken(), newer.Content.Spoken()), nil
}
