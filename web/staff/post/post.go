// Package post is the desk's page of something that has been published: what stands on the square, who said it, what has been
// corrected, and the two things one may do with it. A correction (rättelse) says what was wrong and what is right, beside
// what stood there. Taking it away (avpublicering) needs a ground, leaves words where it stood, and keeps a sealed copy.
//
// RF 1 kap. 9 §; TF 2 kap.; arkivlagen SFS 1990:782 3 §.
package post

import (
	"context"
	"net/http"
	"net/url"

	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/lesson"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// Posts is what has been published, and what may be done with it: desk/publish.
type Posts interface {
	Get(ctx context.Context, a people.Actor, id string) (publish.Post, error)
	Correct(ctx context.Context, a people.Actor, post string, said draft.Corrected, text string) (draft.Draft, error)
	Withdraw(ctx context.Context, a people.Actor, post string, t publish.Taking) (publish.Withdrawal, error)
	Sealed(ctx context.Context, a people.Actor, post string) (publish.Sealed, error)
	Open(ctx context.Context, a people.Actor, post, reason string) (publish.Opening, error)
	Opened(ctx context.Context, a people.Actor, post, opening string) (publish.Copy, publish.Opening, error)
}

// Drafts keeps the pictures of what was written: desk/draft.
type Drafts interface {
	PictureData(ctx context.Context, a people.Actor, id, hash string) (draft.Picture, []byte, error)
}

// Talk counts what readers think of a post: desk/inbox.
type Talk interface {
	Reactions(ctx context.Context, post string) (inbox.Reactions, error)
}

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
}

// Deps is what the page needs from the house.
type Deps struct {
	Hall     *hall.Hall
	Posts    Posts
	Talk     Talk
	Drafts   Drafts
	Accounts Accounts
	People   paper.Colleagues
}

type room struct{ Deps }

// Path is where the posts are.
const Path = "/inlagg/"

// Routes returns the page's rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	row := func(method, path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: Path + "{post}" + path, Audience: visit.Staff, Right: right, Do: do}
	}
	return []visit.Route{
		row(http.MethodGet, "", people.DraftRead, r.show),
		row(http.MethodGet, "/bild/{hash}", people.DraftRead, r.picture),
		row(http.MethodGet, "/ratta", people.PublishCorrect, r.askCorrection),
		row(http.MethodPost, "/ratta", people.PublishCorrect, r.correct),
		row(http.MethodGet, "/ta-bort", people.PublishWithdraw, r.askWithdrawal),
		row(http.MethodPost, "/ta-bort", people.PublishWithdraw, r.withdraw),
		row(http.MethodGet, sealedPath, people.SealedOpen, r.askOpening),
		row(http.MethodPost, sealedPath, people.SealedOpen, r.open),
		row(http.MethodGet, sealedPath+"/{opening}", people.SealedOpen, r.opened),
		row(http.MethodGet, sealedPath+"/{opening}/bild/{hash}", people.SealedOpen, r.openedPicture),
	}
}

// page is a post at the desk.
type page struct {
	frame  frame.StaffFrame
	at     string // of which account
	view   frame.PostView
	gone   *goneView // when it has been taken away
	square string    // where it stands
	acts   []frame.ButtonView

	reactions inbox.Reactions
}

// goneView tells of a withdrawal to colleagues: more than the square does.
type goneView struct {
	notice         frame.NoticeView
	reason, public string
	lang           string             // of those words, "" for the page's own
	sealed         []frame.ButtonView // for those who may open the copy
}

// load returns a post with its account.
func (r *room) load(v *visit.Visit) (publish.Post, account.Account, error) {
	p, err := r.Posts.Get(v.Context(), v.Actor, v.R.PathValue("post"))
	if err != nil {
		return p, account.Account{}, err
	}
	a, err := r.Accounts.Account(v.Context(), p.Account)
	return p, a, err
}

func (r *room) show(v *visit.Visit) error {
	p, at, err := r.load(v)
	if err != nil {
		return err
	}
	out := page{at: at.Name, view: viewOf(v, p), acts: acts(v, p, at)}
	if p.Withdrawal != nil {
		out.gone = r.gone(v, *p.Withdrawal, at.Language)
		if v.Actor.May(people.SealedOpen, p.Account, v.Now) {
			out.gone.sealed = []frame.ButtonView{{Text: v.Say(actOpen), Icon: icon.Lock, Href: Path + p.ID + sealedPath}}
		}
	} else if p.Direct == "" {
		out.square = "/torget/" + url.PathEscape(at.Handle) + "/" + p.ID
	}
	title := paper.Title(p.Content)
	if p.Withdrawal != nil {
		title = goneName
	}
	if out.reactions, err = r.Talk.Reactions(v.Context(), p.ID); err != nil {
		return err
	}
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, title); err != nil {
		return err
	}
	return v.Page(http.StatusOK, showView(out))
}

// viewOf is the post as it stands, with its corrections first.
func viewOf(v *visit.Visit, p publish.Post) frame.PostView { return viewAt(v, p, Path+p.ID+"/bild/") }

// viewAt is the same with its pictures under a path.
func viewAt(v *visit.Visit, p publish.Post, pictures string) frame.PostView {
	c := p.Content
	c.Text = p.Text()
	view := paper.Post(v, c, p.Curator, hall.Moment(v, p.At), func(hash string) string { return pictures + hash })
	for i := len(p.Corrections) - 1; i >= 0; i-- {
		k := p.Corrections[i]
		note := paper.Correction(draft.Corrected{Wrong: k.Wrong, Right: k.Right, Why: k.Why, Now: k.Now}, hall.Moment(v, k.At), view.Lang)
		if view.Note == nil {
			view.Note, view.Edited = note, editedAt.Put(note.When.Words(v.Lang)).In(v.Lang)
		} else {
			view.Earlier = append(view.Earlier, *note)
		}
	}
	return view
}

func (r *room) gone(v *visit.Visit, w publish.Withdrawal, language string) *goneView {
	who := paper.NewNames(v, r.People).Of(w.By)
	return &goneView{reason: paper.Visible(w.Reason), public: paper.Visible(w.Public), lang: frame.Foreign(v.Lang, language), notice: frame.NoticeView{Tone: frame.Stop,
		Title: goneTitle.Put(publish.GroundTitle(w.Ground)).In(v.Lang), Text: goneBy.Put(who, said(hall.Moment(v, w.At))).In(v.Lang)}}
}

// said says a moment in both languages.
func said(m frame.Moment) lingo.Text { return lingo.T(m.Words(lingo.SV), m.Words(lingo.EN)) }

// acts are what this person may do with the post.
func acts(v *visit.Visit, p publish.Post, at account.Account) []frame.ButtonView {
	var out []frame.ButtonView
	if p.Withdrawal == nil && (p.Curator.Person == v.Actor.Person.ID || v.Actor.May(people.PublishCorrect, p.Account, v.Now)) {
		out = append(out, frame.ButtonView{Text: v.Say(actWrong), Href: lesson.At(p.ID)})
	}
	if p.Withdrawal == nil && !at.Closed() && v.Actor.May(people.PublishCorrect, p.Account, v.Now) {
		out = append(out, frame.ButtonView{Text: v.Say(actCorrect), Icon: iconCorrect, Href: Path + p.ID + "/ratta", Key: "e"})
	}
	if p.Withdrawal == nil && mayWithdraw(v, p) {
		out = append(out, frame.ButtonView{Text: v.Say(actWithdraw), Icon: iconWithdraw, Look: frame.Bare, Href: Path + p.ID + "/ta-bort"})
	}
	return out
}

func mayWithdraw(v *visit.Visit, p publish.Post) bool {
	return v.Actor.May(people.PublishWithdraw, p.Account, v.Now) ||
		p.Curator.Person == v.Actor.Person.ID && v.Actor.MayOwn(people.PublishWithdraw, p.Account, v.Now)
}

// picture is a picture of the post, for those who may read it at the desk. When it has been taken away, so is the picture.
func (r *room) picture(v *visit.Visit) error {
	p, _, err := r.load(v)
	if err != nil {
		return err
	}
	pic, data, err := r.Drafts.PictureData(v.Context(), v.Actor, p.Draft, v.R.PathValue("hash"))
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "private, max-age=3600")
	return v.Bytes(http.StatusOK, pic.Type, data)
}
