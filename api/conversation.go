package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// Seen is the conversation as one had read it.
type Seen struct {
	Seen int64 `json:"seen,omitempty" minimum:"0" doc:"\"seen\" of the conversation as you read it. When something has happened since, the answer is 409. Leave out: as it stands now"`
}

// Assignment hands a conversation to somebody.
type Assignment struct {
	To string `json:"to" pattern:"^[0-9A-Za-z_-]{0,64}$" patternDescription:"an id" doc:"Person id. An empty text: back to nobody"`
	Seen
}

// Note is what only colleagues read.
type Note struct {
	Text string `json:"text" minLength:"1" maxLength:"5000"`
}

// Closing ends a conversation.
type Closing struct {
	Outcome string `json:"outcome" enum:"answered,referred,noneed"`
	Words   string `json:"words,omitempty" maxLength:"5000" doc:"Where to, or why no answer is needed: asked for unless it was answered"`
	Seen
}

// Reopening takes a conversation up again.
type Reopening struct {
	Words string `json:"words,omitempty" maxLength:"5000"`
	Seen
}

// Class is what a conversation is about.
type Class struct {
	Kind        string `json:"kind" enum:"question,error,alike,reply,mention,direct,report"`
	NeedsAnswer bool   `json:"needs_answer"`
	Why         string `json:"why,omitempty" maxLength:"5000" doc:"Asked for when it shall no longer count as needing an answer"`
	Seen
}

// Reply is what a colleague answers with.
type Reply struct {
	Draft     string     `json:"draft,omitempty" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"The draft you have begun, as an earlier answer named it. Leave out to begin one"`
	Base      int        `json:"base,omitempty" minimum:"0" doc:"The draft's version that you began from"`
	Seen      int64      `json:"seen" minimum:"0" doc:"\"seen\" of the conversation as you had read it"`
	Reason    string     `json:"reason,omitempty" maxLength:"10000" doc:"When the routine asks for one"`
	Responses []Response `json:"responses,omitempty" maxItems:"200"`
	Content
}

// read returns the answer as the room knows it.
func (b Reply) read() inbox.Words {
	w := inbox.Words{Draft: b.Draft, Base: b.Base, Content: b.Content.read(), Seen: b.Seen, Reason: b.Reason}
	for _, given := range b.Responses {
		w.Responses = append(w.Responses, draft.Response(given))
	}
	return w
}

// Kept is where an answer was saved.
type Kept struct {
	Draft   string `json:"draft"`
	Version int    `json:"version" doc:"The draft's: base of what you write next"`
}

// Presence is that somebody has a conversation open.
type Presence struct {
	Person string    `json:"person"`
	At     time.Time `json:"at"`
}

// conversations adds what is done with conversations.
func (r Rooms) conversations(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/look", ID: "look", Right: people.InboxRead, Summary: "Tell that you have a conversation open, and see who else has",
		Help: "It is no fact and leaves no trace. Somebody who has not looked for 45 seconds is not shown."},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Presence]], error) {
			all, err := r.Inbox.Look(ctx, who, in.ID)
			return got(pageOf(all, "", func(p inbox.Presence) Presence { return Presence{Person: p.Person, At: p.At} }), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/take", ID: "take", Right: people.InboxTake, Summary: "Take a conversation"},
		func(ctx context.Context, who people.Actor, in *saying[Seen]) (*nothing, error) {
			return done(r.Inbox.Take(ctx, who, in.ID, in.Body.Seen))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/assign", ID: "assign", Right: people.InboxAssign, Summary: "Hand a conversation to a colleague, or back to nobody"},
		func(ctx context.Context, who people.Actor, in *saying[Assignment]) (*nothing, error) {
			return done(r.Inbox.Assign(ctx, who, in.ID, in.Body.To, in.Body.Seen.Seen))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/note", ID: "note", Right: people.InboxNote, Summary: "Write something that only colleagues read"},
		func(ctx context.Context, who people.Actor, in *saying[Note]) (*nothing, error) {
			return done(r.Inbox.Note(ctx, who, in.ID, in.Body.Text))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/close", ID: "close-conversation", Right: people.InboxClose, Summary: "Close a conversation with an outcome",
		Help: "Closing stops the reminder, never the statistics: a question that was closed without an answer counts as not answered."},
		func(ctx context.Context, who people.Actor, in *saying[Closing]) (*nothing, error) {
			return done(r.Inbox.Close(ctx, who, in.ID, in.Body.Outcome, in.Body.Words, in.Body.Seen.Seen))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/reopen", ID: "reopen", Right: people.InboxClose, Summary: "Take up a conversation that was closed too soon"},
		func(ctx context.Context, who people.Actor, in *saying[Reopening]) (*nothing, error) {
			return done(r.Inbox.Reopen(ctx, who, in.ID, in.Body.Words, in.Body.Seen.Seen))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/classify", ID: "classify", Right: people.InboxClassify, Summary: "Correct what the sorting guessed"},
		func(ctx context.Context, who people.Actor, in *saying[Class]) (*nothing, error) {
			to := inbox.Class{Kind: in.Body.Kind, NeedsAnswer: in.Body.NeedsAnswer, Why: in.Body.Why}
			return done(r.Inbox.Classify(ctx, who, in.ID, to, in.Body.Seen.Seen))
		})
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/reply", ID: "reply", Right: people.InboxReply, MaxBody: largeBody, Summary: "Answer in a conversation, through the same checks and routine as any post",
		Help: "The words are kept as a draft first, and sent where the routine leaves it to you. Two cannot both send: who comes second gets 409, and the problem's \"draft\" and \"version\" tell where the words are kept."},
		func(ctx context.Context, who people.Actor, in *saying[Reply]) (*answer[Replied], error) {
			o, err := r.Inbox.Reply(ctx, who, in.ID, in.Body.read())
			if err != nil {
				return nil, told{err: err, draft: o.Draft, version: o.Version}
			}
			return got(seeReplied(o, langOf(ctx)), nil)
		})
	r.answers(a)
}

// answers adds how an answer is written before it is sent.
func (r Rooms) answers(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/conversations/{id}/keep", ID: "keep-reply", Right: people.InboxReply, MaxBody: largeBody, Summary: "Save what you have written so far of an answer; nothing is sent"},
		func(ctx context.Context, who people.Actor, in *saying[Reply]) (*answer[Kept], error) {
			o, err := r.Inbox.Keep(ctx, who, in.ID, in.Body.read())
			if err != nil {
				return nil, told{err: err, draft: o.Draft, version: o.Version}
			}
			return got(Kept{Draft: o.Draft, Version: o.Version}, nil)
		})
	register(a, operation{Method: http.MethodGet, Path: "/conversations/{id}/drafts", ID: "list-answers", Right: people.InboxRead, Summary: "The answers in a conversation, whatever has become of them, the newest changed first",
		Help: "Everybody's to who may read drafts at the account, your own otherwise."},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Draft]], error) {
			c, err := r.Inbox.Get(ctx, who, in.ID)
			if err != nil {
				return nil, err
			}
			all, err := r.Drafts.InConversation(ctx, who, c.Account, c.ID)
			return got(pageOf(all, "", func(d draft.Draft) Draft { return seeDraft(d, langOf(ctx)) }), err)
		})
}
