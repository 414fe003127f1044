package counsel

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// Store is what the room needs to have kept. What is not found is fault.NotFound.
type Store interface {
	desk.Committer
	// Remarks returns what was said about a draft, the oldest first. Now and Found are left out.
	Remarks(ctx context.Context, draft string) ([]Comment, error)
	// Question returns one inquiry with its answer.
	Question(ctx context.Context, id string) (Question, error)
	// Questions lists inquiries: the open ones first, those that are due first at the top.
	Questions(ctx context.Context, f Filter) ([]Question, error)
	// Account returns one account.
	Account(ctx context.Context, id string) (account.Account, error)
	// People lists those who work here, by name.
	People(ctx context.Context, leavers bool) ([]people.Person, error)
	// GrantsOf lists a role's grants that have not been revoked, of persons who have not left.
	GrantsOf(ctx context.Context, role people.Role) ([]people.Grant, error)
	// Person returns one person, also one who has left.
	Person(ctx context.Context, id string) (people.Person, error)
}

// Filter chooses inquiries.
type Filter struct {
	To, By string // person ids; "" is anybody
	About  string // id of a draft or a conversation; "" is any
	Open   bool   // only those that wait for an answer
	Limit  int    // 0 is 100
}

// Drafts is the part of the writing room that advice is about.
type Drafts interface {
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
	Saving(ctx context.Context, a people.Actor, id string, base int, c draft.Content) (draft.Saved, desk.Change, error)
}

// Talk is the part of the inbox that an expert is asked about.
type Talk interface {
	Get(ctx context.Context, a people.Actor, id string) (inbox.Conversation, error)
}

// Room is where the use cases of advice are.
type Room struct {
	store  Store
	clock  clock.Clock
	drafts Drafts
	talk   Talk
}

// New returns the room.
func New(s Store, c clock.Clock, d Drafts, t Talk) *Room {
	return &Room{store: s, clock: c, drafts: d, talk: t}
}

// MaxWords is how long a comment, a question or an answer may be, in characters.
const MaxWords = 5000

// words returns a text without the space around it. The fault points at the field.
func words(s, field string, missing lingo.Text) (string, *fault.Error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case s == "" && !missing.Empty():
		return "", fault.New(fault.Invalid, missing).At(field)
	case n > MaxWords:
		return "", fault.New(fault.Invalid, lingo.T("Skriv kortare: %d tecken får plats, du har %d.",
			"Write less: there is room for %d characters, you have %d.").Put(MaxWords, n)).At(field)
	}
	return s, nil
}

// open refuses to say more of a text whose life is over.
func open(d draft.Draft) error {
	switch {
	case d.PublishedAs != "":
		return fault.New(fault.Conflict, lingo.T("Texten är redan publicerad.", "The text is already published."))
	case !d.DiscardedAt.IsZero():
		return fault.New(fault.Gone, lingo.T("Utkastet är kastat.", "The draft has been discarded."))
	}
	return nil
}

func act(kind, subject, account string, who desk.Who, now time.Time, say map[string]any, facts ...any) desk.Act {
	return desk.Act{Kind: "counsel." + kind, Subject: subject, Account: account, Who: who, At: now, Say: say, Facts: facts}
}
