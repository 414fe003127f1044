package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Drafts is where texts are written: desk/draft.
type Drafts interface {
	Own(ctx context.Context, a people.Actor, states []draft.State, after string) (desk.Page[draft.Draft], error)
	OfAccount(ctx context.Context, a people.Actor, account string, states []draft.State, after string) (desk.Page[draft.Draft], error)
	InConversation(ctx context.Context, a people.Actor, account, conversation string) ([]draft.Draft, error)
	Get(ctx context.Context, a people.Actor, id string) (draft.Draft, error)
	Versions(ctx context.Context, a people.Actor, id string) ([]draft.Version, error)
	Version(ctx context.Context, a people.Actor, id string, number int) (draft.Version, error)
	Diff(ctx context.Context, a people.Actor, id string, from, to int) ([]diff.Piece, error)
	Look(ctx context.Context, a people.Actor, id string) ([]check.Finding, error)
	Check(ctx context.Context, a people.Actor, account string, c draft.Content) ([]check.Finding, error)
	Begin(ctx context.Context, a people.Actor, start draft.Start) (draft.Draft, error)
	Save(ctx context.Context, a people.Actor, id string, base int, c draft.Content) (draft.Saved, error)
	Respond(ctx context.Context, a people.Actor, id string, answer draft.Response) error
	RuleTallies(ctx context.Context, a people.Actor, account string) ([]draft.RuleTally, error)
	Submit(ctx context.Context, a people.Actor, id string, h draft.Handing) (draft.Submission, error)
	Discard(ctx context.Context, a people.Actor, id string) error
	AddPicture(ctx context.Context, a people.Actor, account string, i draft.Image) (draft.Picture, error)
	PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error)
}

// Draft is a draft with its newest version.
type Draft struct {
	ID           string      `json:"id"`
	Account      string      `json:"account"`
	Author       string      `json:"author" doc:"Person id of who began it"`
	Kind         string      `json:"kind" enum:"post,answer,correction"`
	State        string      `json:"state" enum:"writing,returned,waiting,ready,scheduled,held,published,discarded"`
	Conversation string      `json:"conversation,omitempty"`
	Post         string      `json:"post,omitempty" doc:"For a correction: the post it corrects"`
	Direct       bool        `json:"direct,omitempty" doc:"An answer that only one reader shall see"`
	BegunAt      time.Time   `json:"begun_at"`
	DiscardedAt  time.Time   `json:"discarded_at,omitzero"`
	Latest       Version     `json:"latest"`
	Writers      []string    `json:"writers" nullable:"false" doc:"Person ids of all who have saved a version; empty in lists"`
	Submission   *Submission `json:"submission,omitempty"`
	Returned     string      `json:"returned,omitempty" doc:"The words it was last handed back with"`
	Responses    []Response  `json:"responses,omitempty"`
	PublishedAs  string      `json:"published_as,omitempty" doc:"Id of the post, or of the correction"`
	Sealed       string      `json:"sealed,omitempty" doc:"Id of the withdrawn post it belongs to: then nothing of what it says is here"`
	Seen         int64       `json:"seen" doc:"Last entry about the draft"`
}

// Version is one save.
type Version struct {
	Number  int       `json:"number" doc:"1, 2, …: base of what is written next"`
	Base    int       `json:"base" doc:"The version the writer had before her"`
	Aside   bool      `json:"aside,omitempty" doc:"A colleague had saved since base: kept beside the others, to be put together by a person"`
	Hash    string    `json:"hash" doc:"SHA-256 of the content: what is approved is named by it"`
	By      string    `json:"by"`
	At      time.Time `json:"at"`
	Content *Content  `json:"content,omitempty" doc:"Left out in lists of versions"`
}

// Response is the writer's answer to a finding.
type Response struct {
	Rule   string `json:"rule" minLength:"1" maxLength:"500"`
	Text   string `json:"text,omitempty" doc:"The words that the finding pointed at, as it had them"`
	Kind   string `json:"kind" enum:"kept,wrong,fixed" doc:"kept: with a reason. wrong: the finding is mistaken. fixed: the words were changed; if they come back, so does the finding"`
	Reason string `json:"reason,omitempty" maxLength:"10000"`
}

// Submission is a version that was handed in, with what the checks said of it.
type Submission struct {
	ID        string     `json:"id"`
	Version   int        `json:"version"`
	Hash      string     `json:"hash"`
	By        string     `json:"by"`
	At        time.Time  `json:"at"`
	Step      string     `json:"step" enum:"own,reason,reader,shift,decision" doc:"What the routine asks. own and reason: publish-draft is the next step. Otherwise it waits for a reader"`
	Routine   int        `json:"routine" doc:"Number of the routine that asked"`
	Findings  []Finding  `json:"findings" nullable:"false"`
	Responses []Response `json:"responses" nullable:"false"`
	Reason    string     `json:"reason,omitempty"`
	When      *Wall      `json:"when,omitempty"`
	Heard     int64      `json:"heard,omitempty" doc:"For an answer: the last entry about the conversation that the writer had seen"`
}

func seeDraft(d draft.Draft, l lingo.Lang) Draft {
	out := Draft{ID: d.ID, Account: d.Account, Author: d.Author, Kind: d.Kind, State: string(d.State), Conversation: d.Conversation, Post: d.Post, Direct: d.Direct != "",
		BegunAt: d.At, DiscardedAt: d.DiscardedAt, Latest: seeVersion(d.Latest), Writers: list(d.Writers), Returned: d.Returned, PublishedAs: d.PublishedAs, Sealed: d.Sealed, Seen: d.Seen}
	for _, r := range d.Responses {
		out.Responses = append(out.Responses, Response(r))
	}
	if d.Submission != nil {
		s := seeSubmission(*d.Submission, l)
		out.Submission = &s
	}
	return out
}

func seeVersion(v draft.Version) Version {
	c := seeContent(v.Content)
	out := seeSave(v)
	out.Content = &c
	return out
}

// seeSave is a version without its content.
func seeSave(v draft.Version) Version {
	return Version{Number: v.Number, Base: v.Base, Aside: v.Aside, Hash: v.Hash, By: v.By, At: v.At}
}

func seeSubmission(s draft.Submission, l lingo.Lang) Submission {
	return Submission{ID: s.ID, Version: s.Version, Hash: s.Hash, By: s.By, At: s.At, Step: s.Step.String(), Routine: s.Routine,
		Findings: seeFindings(s.Findings, l), Responses: each(s.Responses, func(r draft.Response) Response { return Response(r) }),
		Reason: s.Reason, When: seeWall(s.When), Heard: s.Heard}
}

// DraftStart is a post that somebody begins to write.
type DraftStart struct {
	Account string `json:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id"`
	Content
}

// DraftSave is a new version of a draft.
type DraftSave struct {
	Base int `json:"base" minimum:"1" doc:"The number of the version you began from"`
	Content
}

// Saved is what became of a save.
type Saved struct {
	Version Version `json:"version" doc:"What was saved"`
	Latest  Version `json:"latest" doc:"What stands as the newest: another when a colleague had saved in the meantime and yours was put aside"`
	Aside   bool    `json:"aside"`
}

// Piece is a stretch of text with what happened to it between two versions.
type Piece struct {
	Mark string `json:"mark" enum:"same,removed,added"`
	Text string `json:"text"`
}

var marks = map[diff.Mark]string{diff.Same: "same", diff.Removed: "removed", diff.Added: "added"}

// writing are the rights to write: a post, an answer, a correction.
var writing = []people.Right{people.InboxReply, people.PublishCorrect}

// drafts adds what is read and written of drafts; what is handed in and sent is in publish.go.
func (r Rooms) drafts(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/drafts", ID: "list-drafts", Right: people.DraftRead, Summary: "Your own drafts, or an account's; the latest changed first, fifty to a page"},
		func(ctx context.Context, who people.Actor, in *struct {
			Account string   `query:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"Everybody's drafts at this account. Leave out for your own"`
			State   []string `query:"state" enum:"writing,returned,waiting,ready,scheduled,held,published,discarded" doc:"Any of these states, parted by commas. Leave out for all"`
			After   string   `query:"after" maxLength:"300" doc:"\"next\" of the page before"`
		}) (*answer[Page[Draft]], error) {
			var page desk.Page[draft.Draft]
			var err error
			var states []draft.State
			for _, s := range in.State {
				states = append(states, draft.State(s))
			}
			if in.Account == "" {
				page, err = r.Drafts.Own(ctx, who, states, in.After)
			} else {
				page, err = r.Drafts.OfAccount(ctx, who, in.Account, states, in.After)
			}
			return got(pageOf(page.Items, page.Next, func(d draft.Draft) Draft { return seeDraft(d, langOf(ctx)) }), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}", ID: "get-draft", Right: people.DraftRead, Summary: "A draft with its newest version"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Draft], error) {
			d, err := r.Drafts.Get(ctx, who, in.ID)
			return got(seeDraft(d, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts", ID: "begin-draft", Right: people.DraftWrite, Status: http.StatusCreated, MaxBody: largeBody, Summary: "Begin to write a post",
		Help: "Answers begin in their conversation (reply), corrections at their post (correct)."},
		func(ctx context.Context, who people.Actor, in *telling[DraftStart]) (*answer[Draft], error) {
			d, err := r.Drafts.Begin(ctx, who, draft.Start{Account: in.Body.Account, Kind: draft.KindPost, Content: in.Body.Content.read()})
			return got(seeDraft(d, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/drafts/{id}", ID: "save-draft", Right: people.DraftWrite, Also: writing, MaxBody: largeBody, Summary: "Save a new version of a draft",
		Help: "Nothing is written over. Another's save since base is no error: yours is kept aside, and you are told. A content that says the same as the newest is not saved again. A new version voids what was handed in and approved."},
		func(ctx context.Context, who people.Actor, in *saying[DraftSave]) (*answer[Saved], error) {
			s, err := r.Drafts.Save(ctx, who, in.ID, in.Body.Base, in.Body.Content.read())
			return got(Saved{Version: seeVersion(s.Version), Latest: seeVersion(s.Latest), Aside: s.Aside()}, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/discard", ID: "discard-draft", Right: people.DraftWrite, Also: writing, Summary: "Put a draft away; it stays on the record"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			return done(r.Drafts.Discard(ctx, who, in.ID))
		})
	r.versions(a)
}

// versions adds what a draft has been, and what the checks say of it.
func (r Rooms) versions(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/versions", ID: "list-versions", Right: people.DraftRead, Summary: "Every save of a draft, the newest first, without contents"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Version]], error) {
			all, err := r.Drafts.Versions(ctx, who, in.ID)
			return got(pageOf(all, "", seeSave), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/versions/{number}", ID: "get-version", Right: people.DraftRead, Summary: "One version with its content"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			Number int `path:"number" minimum:"1" maximum:"1000000000"`
		}) (*answer[Version], error) {
			v, err := r.Drafts.Version(ctx, who, in.ID, in.Number)
			return got(seeVersion(v), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/diff", ID: "diff-versions", Right: people.DraftRead, Summary: "What became of one version in a later one, word by word"},
		func(ctx context.Context, who people.Actor, in *struct {
			ByID
			From int `query:"from" required:"true" minimum:"1" maximum:"1000000000"`
			To   int `query:"to" required:"true" minimum:"1" maximum:"1000000000"`
		}) (*answer[Page[Piece]], error) {
			all, err := r.Drafts.Diff(ctx, who, in.ID, in.From, in.To)
			return got(pageOf(all, "", func(p diff.Piece) Piece { return Piece{Mark: marks[p.Mark], Text: p.Text} }), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/drafts/{id}/findings", ID: "check-draft", Right: people.DraftRead, Summary: "What the checks say of the newest version"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Judged], error) {
			found, err := r.Drafts.Look(ctx, who, in.ID)
			return got(judged(found, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/drafts/{id}/responses", ID: "respond", Right: people.DraftWrite, Also: writing, Summary: "Answer a finding",
		Help: "The answer holds for every later version in which the same rule points at the same words."},
		func(ctx context.Context, who people.Actor, in *saying[Response]) (*nothing, error) {
			return done(r.Drafts.Respond(ctx, who, in.ID, draft.Response(in.Body)))
		})
}
