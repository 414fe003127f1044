// Package frame is where somebody reads the frames she speaks within (Ramar), says that she has read them, and practises. It
// takes two clicks: read, and say so. Those who answer for the frames change the ones that are common to the whole authority
// here, and management signs its backing; what one account promises is changed on the account's own page.
package frame

import (
	"context"
	"net/http"

	"tilltal/check"
	"tilltal/desk/account"
	frames "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Frames is the room behind: desk/frame.
type Frames interface {
	Standing(ctx context.Context, person, account string) (frames.Standing, error)
	Acknowledge(ctx context.Context, a people.Actor, account string, read frames.Versions) error
	Common(ctx context.Context) (frames.Common, error)
	CommonHistory(ctx context.Context, a people.Actor) ([]frames.Common, error)
	AdoptCommon(ctx context.Context, a people.Actor, c frames.Common) (frames.Common, error)
	Backing(ctx context.Context, account string) (frames.Backing, error)
	Back(ctx context.Context, a people.Actor, b frames.Backing) (frames.Backing, error)
	Exercises(ctx context.Context, a people.Actor, account string) ([]frames.Exercise, error)
	Exercise(ctx context.Context, a people.Actor, account, id string) (frames.Exercise, error)
	Practise(ctx context.Context, a people.Actor, account, exercise, text string) ([]check.Finding, error)
	AddExercise(ctx context.Context, a people.Actor, e frames.Exercise) (frames.Exercise, error)
	DropExercise(ctx context.Context, a people.Actor, account, id string) error
}

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
	History(ctx context.Context, account string) ([]account.Charter, error)
}

// Routines tells what is asked before a text goes out: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
}

// Deps is what the pages need from the house.
type Deps struct {
	Hall     *hall.Hall
	Frames   Frames
	Accounts Accounts
	Routines Routines
}

type room struct{ Deps }

// Path is where the frames are.
const Path = "/ramar"

// The rest of the addresses; no account has an id like these.
const (
	commonPath  = Path + "/gemensamma"
	backingPath = Path + "/mod"
	onePath     = Path + "/{account}"
	drillPath   = onePath + "/ovningar"
	doPath      = drillPath + "/{exercise}"
)

// soon is the right by which the gate lets in everybody who works here, also a guest whose mandate has not begun: she reads
// the frames before her first day. The pages ask whether they are hers to read.
const soon = people.ShiftSwap

// Routes returns the pages' rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	get, post := http.MethodGet, http.MethodPost
	return []visit.Route{
		row(get, Path, people.AccountRead, r.index),
		row(get, commonPath, people.AccountRead, r.common), row(post, commonPath, people.FrameCommon, r.adopt),
		row(get, backingPath, people.FrameBack, r.backingForm), row(post, backingPath, people.FrameBack, r.back),
		row(get, onePath, soon, r.show), row(post, onePath, soon, r.acknowledge),
		row(get, drillPath, people.AccountRead, r.exercises), row(post, drillPath, people.FrameExercise, r.addExercise),
		row(get, doPath, soon, r.exercise), row(post, doPath, soon, r.practise),
		row(post, doPath+"/bort", people.FrameExercise, r.dropExercise),
	}
}

// indexPage is the list of the frames that concern the visitor.
type indexPage struct {
	frame   frame.StaffFrame
	rows    []hall.Row
	acts    []frame.ButtonView
	common  []PartView
	backing *BackingView
}

// index lists the accounts that she works with and how it stands with their frames, and shows what is common to all.
func (r *room) index(v *visit.Visit) error {
	mine, err := r.Hall.Mine(v)
	if err != nil {
		return err
	}
	p := indexPage{}
	for _, a := range mine {
		s, err := r.Frames.Standing(v.Context(), v.Actor.Person.ID, a.ID)
		if err != nil {
			return err
		}
		p.rows = append(p.rows, hall.Row{Title: a.Name, Href: Path + "/" + a.ID, Who: a.Name, Lines: []string{a.Purpose}, Lang: frame.Foreign(v.Lang, a.Language), Tags: tags(v, s)})
	}
	common, err := r.Frames.Common(v.Context())
	if err != nil {
		return err
	}
	p.common = commonParts(v.Lang, common, r.Hall.Tongue(v))
	backing, err := r.Frames.Backing(v.Context(), "")
	if err != nil {
		return err
	}
	p.backing = Backing(v, backing, r.Hall.Tongue(v))
	if v.Actor.May(people.FrameCommon, "", v.Now) {
		p.acts = append(p.acts, frame.ButtonView{Text: v.Say(changeCommon), Href: commonPath})
	}
	if v.Actor.May(people.FrameBack, "", v.Now) {
		p.acts = append(p.acts, frame.ButtonView{Text: v.Say(signBacking), Href: backingPath})
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomAccounts, indexTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, indexView(p))
}

// tags say how it stands with a person and the frames of an account, where she is to read them.
func tags(v *visit.Visit, s frames.Standing) []frame.TagView {
	switch {
	case s.Answers || !frames.Reads(v.Actor, s.Account.ID, v.Now):
		return nil
	case s.Ready():
		return []frame.TagView{{Tone: frame.Good, Text: v.Say(tagRead)}}
	case s.First():
		return []frame.TagView{{Tone: frame.Ask, Text: v.Say(tagUnread)}}
	}
	return []frame.TagView{{Tone: frame.Ask, Text: v.Say(tagChanged)}}
}

// load returns the account that the address names, for somebody who may read about it, or soon will.
func (r *room) load(v *visit.Visit) (account.Account, error) {
	a, err := r.Accounts.Account(v.Context(), v.R.PathValue("account"))
	if err != nil {
		return account.Account{}, err
	}
	if frames.Reads(v.Actor, a.ID, v.Now) {
		return a, nil
	}
	return a, people.Ask(v.Actor, people.AccountRead, a.ID, v.Now)
}
