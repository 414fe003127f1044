// Package inbox is the room where citizens are answered (Inkorg): the list of conversations in the order of their clocks, and
// each conversation as it was said, with what colleagues did in it as thin lines between.
//
// Everything is a plain form. What somebody writes is kept as a draft before anything else is done with it; and every form
// carries what its sender had seen (sett), so that of two who act at once the second is told, in plain words, and keeps what
// she wrote. Where an answer must be read by somebody first, the button says so beforehand.
package inbox

import (
	"context"
	"net/http"

	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Path is the room's address. A conversation's is Path, a slash and its id.
const Path = "/inkorg"

// Talk is where citizens are heard: desk/inbox.
type Talk interface {
	List(ctx context.Context, a people.Actor, f inbox.Filter) (desk.Page[inbox.Conversation], error)
	Today(ctx context.Context, a people.Actor) (inbox.Tally, error)
	Get(ctx context.Context, a people.Actor, id string) (inbox.Conversation, error)
	Timeline(ctx context.Context, a people.Actor, id, after string) (desk.Page[inbox.Item], error)
	Versions(ctx context.Context, a people.Actor, conversation, turn string) ([]inbox.Said, error)
	Contact(ctx context.Context, a people.Actor, id string) (string, error)
	Look(ctx context.Context, a people.Actor, id string) ([]inbox.Presence, error)
	Take(ctx context.Context, a people.Actor, id string, seen int64) error
	Assign(ctx context.Context, a people.Actor, id, to string, seen int64) error
	Note(ctx context.Context, a people.Actor, id, text string) error
	Close(ctx context.Context, a people.Actor, id, outcome, why string, seen int64) error
	Reopen(ctx context.Context, a people.Actor, id, why string, seen int64) error
	Classify(ctx context.Context, a people.Actor, id string, to inbox.Class, seen int64) error
	Remark(ctx context.Context, a people.Actor, id string, m inbox.Remark, seen int64) error
	Reasons(ctx context.Context, c inbox.Conversation, t inbox.Turn) (map[string]check.Finding, error)
	Stopped(ctx context.Context, a people.Actor) ([]string, error)
	Marks() []check.Rule
	Keep(ctx context.Context, a people.Actor, id string, w inbox.Words) (inbox.Replied, error)
	Reply(ctx context.Context, a people.Actor, id string, w inbox.Words) (inbox.Replied, error)
}

// Drafts is where an answer is written: desk/draft.
type Drafts interface {
	InConversation(ctx context.Context, a people.Actor, account, conversation string) ([]draft.Draft, error)
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
	Check(ctx context.Context, a people.Actor, account string, c draft.Content) ([]check.Finding, error)
	Respond(ctx context.Context, a people.Actor, id string, answer draft.Response) error
}

// Routines tells what is asked before an answer goes out: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
}

// Colleagues tells who somebody is, and who can be handed a conversation: desk/people.
type Colleagues interface {
	Load(ctx context.Context, person string) (people.Actor, error)
	Helpers(ctx context.Context, a people.Actor, account string) ([]people.Person, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
}

// Posts is what a conversation began under: desk/publish.
type Posts interface {
	Public(ctx context.Context, id string) (publish.Post, error)
}

// Experts are those who were asked about a conversation: desk/counsel.
type Experts interface {
	OnConversation(ctx context.Context, a people.Actor, conversation string) ([]counsel.Question, error)
}

// Live tells where a page hears what is new: web/staff/live.
type Live interface {
	URL(ctx context.Context) string
}

// Deps is what the room needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Talk     Talk
	Drafts   Drafts
	Routines Routines
	People   Colleagues
	Accounts Accounts
	Posts    Posts
	Experts  Experts // nil: nobody is asked
	Live     Live
}

type room struct{ Deps }

// Routes returns the room's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	get := func(path string, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: Path + path, Audience: visit.Staff, Right: people.InboxRead, Do: do}
	}
	post := func(path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodPost, Path: Path + "/{id}/" + path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		get("", r.list), get("/{id}", r.show),
		post(actTake, people.InboxTake, r.take), post(actAssign, people.InboxAssign, r.assign),
		post(actNote, people.InboxNote, r.note), post(actClassify, people.InboxClassify, r.classify),
		post(actClose, people.InboxClose, r.close), post(actReopen, people.InboxClose, r.reopen),
		post(actMark, people.InboxClassify, r.remark),
		post(actReply, people.InboxReply, r.reply), post("omdome", people.InboxReply, r.check),
		post("spara", people.InboxReply, r.save), post("narvaro", people.InboxRead, r.presence),
	}
}

// Waiting counts what waits for somebody in the inbox, for the sign on its door: what is hers, and what nobody has taken.
func Waiting(talk interface {
	Today(ctx context.Context, a people.Actor) (inbox.Tally, error)
}) hall.Count {
	return func(ctx context.Context, a people.Actor) (int, error) {
		t, err := talk.Today(ctx, a)
		return t.Mine + t.Unowned, err
	}
}

// live is where the page hears what is new. Ask before reading what the page shows: from then on nothing is missed.
func (r *room) live(v *visit.Visit) string {
	if r.Live == nil {
		return ""
	}
	return r.Live.URL(v.Context())
}

func (r *room) frame(v *visit.Visit, live string) (frame.StaffFrame, error) {
	f, err := r.Hall.Frame(v, frame.RoomInbox, inboxTitle)
	f.Wide, f.Live = true, live
	if v.R.Method == http.MethodPost { // a form that is shown again stands at an address that cannot be fetched
		f.Place = Path + "/" + v.R.PathValue("id")
	}
	return f, err
}
