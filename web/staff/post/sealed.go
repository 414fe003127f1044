package post

import (
	"net/http"
	"net/url"
	"slices"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

const sealedPath = "/forseglad"

var (
	sealedTitle   = lingo.T("Förseglad kopia", "Sealed copy")
	sealedLead    = lingo.T("Kopian är låst för alla. Skriv varför du behöver den. Protokollet sparar att du öppnade den, när och varför.", "The copy is locked to everybody. Write why you need it. The record keeps that you opened it, when and why.")
	sealedMeans   = lingo.T("Vad betyder förseglad?", "What does sealed mean?")
	sealedIs      = lingo.T("Ingen sida, sökning eller e-post visar vad inlägget sa, inte heller utkasten till det. Kopian med text, bilder och svar ligger krypterad. Det som bevisar protokollet ligger kvar i databasen så att det går att kontrollera. Avpublicering är inte gallring.", "No page, search or letter shows what the post said, nor its drafts. The copy with text, pictures and replies lies encrypted. What proves the record remains in the database so that it can be verified. Withdrawal is not disposal.")
	openReason    = lingo.T("Varför öppnar du kopian?", "Why do you open the copy?")
	openHint      = lingo.T("Till exempel: ”Begäran om allmän handling, dnr 2026-114.”", "For example: “Request for an official document, ref. 2026-114.”")
	openButton    = lingo.T("Öppna", "Open")
	openedBefore  = lingo.T("Vem har öppnat den?", "Who has opened it?")
	neverOpened   = lingo.T("Ingen har öppnat kopian.", "Nobody has opened the copy.")
	openedNote    = lingo.T("Du öppnade kopian. Den stängs efter 30 minuter.", "You opened the copy. It closes after 30 minutes.")
	openedWhy     = lingo.T("Ditt skäl: %s", "Your reason: %s")
	closeCopy     = lingo.T("Stäng", "Close")
	threadTitle   = lingo.T("Det här stod under inlägget", "What stood under the post")
	noSuchPicture = fault.New(fault.NotFound, lingo.T("Bilden finns inte i kopian.", "The picture is not in the copy."))
)

// sealedPage is a sealed copy from the outside.
type sealedPage struct {
	frame frame.StaffFrame
	gone  goneView
	form  hall.Form
	at    string // where it is opened
	back  string
	rows  []openingRow
}

type openingRow struct {
	who, why string
	when     frame.Moment
}

// openedPage is a sealed copy, opened.
type openedPage struct {
	frame  frame.StaffFrame
	notice frame.NoticeView
	post   frame.PostView
	thread []publish.Reply
	when   []frame.Moment
	back   string
}

// askOpening asks why the copy must be opened, and shows who has opened it.
func (r *room) askOpening(v *visit.Visit) error {
	return r.outside(v, hall.Filled(v, nil), http.StatusOK)
}

func (r *room) outside(v *visit.Visit, f hall.Form, status int) error {
	s, err := r.Posts.Sealed(v.Context(), v.Actor, v.R.PathValue("post"))
	if err != nil {
		return err
	}
	at, err := r.Accounts.Account(v.Context(), s.Post.Account)
	if err != nil {
		return err
	}
	out := sealedPage{gone: *r.gone(v, *s.Post.Withdrawal, at.Language), form: f, at: Path + s.Post.ID + sealedPath, back: backFrom(v, s.Post)}
	names := paper.NewNames(v, r.People)
	for _, o := range s.Openings {
		out.rows = append(out.rows, openingRow{who: names.Of(o.By), why: paper.Visible(o.Reason), when: hall.Moment(v, o.At)})
	}
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, sealedTitle); err != nil {
		return err
	}
	out.frame.Errors = len(f.Errors())
	return v.Page(status, sealedView(out))
}

// backFrom is where somebody came from to a sealed copy: the post's page, or the record for who does not read posts at the
// desk, as a registrar.
func backFrom(v *visit.Visit, p publish.Post) string {
	if v.Actor.May(people.DraftRead, p.Account, v.Now) {
		return Path + p.ID
	}
	return "/protokoll?" + url.Values{"galler": {p.ID}}.Encode()
}

// open puts the opening on the record and leads to what it opened.
func (r *room) open(v *visit.Visit) error {
	id := v.R.PathValue("post")
	o, err := r.Posts.Open(v.Context(), v.Actor, id, v.Form("reason"))
	switch {
	case err == nil:
		return v.See(Path + id + sealedPath + "/" + o.ID)
	case !hall.Mendable(err):
		return err
	}
	f := hall.Again(v, err)
	return r.outside(v, f, f.Status(v))
}

// opened shows what an opening opened.
func (r *room) opened(v *visit.Visit) error {
	id := v.R.PathValue("post")
	c, o, err := r.Posts.Opened(v.Context(), v.Actor, id, v.R.PathValue("opening"))
	if err != nil {
		return err
	}
	here := Path + id + sealedPath
	out := openedPage{back: here, thread: c.Thread, notice: frame.NoticeView{Tone: frame.Ask, Title: v.Say(openedNote),
		Text: openedWhy.Put(paper.Visible(o.Reason)).In(v.Lang)}}
	out.post = viewAt(v, c.Post, here+"/"+o.ID+"/bild/")
	for _, said := range c.Thread {
		out.when = append(out.when, hall.Moment(v, said.At))
	}
	if out.frame, err = r.Hall.Frame(v, frame.RoomWrite, sealedTitle); err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "no-store")
	return v.Page(http.StatusOK, openedView(out))
}

// openedPicture is a picture of an opened copy.
func (r *room) openedPicture(v *visit.Visit) error {
	c, _, err := r.Posts.Opened(v.Context(), v.Actor, v.R.PathValue("post"), v.R.PathValue("opening"))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.Pictures, func(p publish.SealedView) bool { return p.Hash == v.R.PathValue("hash") })
	if i < 0 {
		return noSuchPicture
	}
	v.W.Header().Set("Cache-Control", "no-store")
	return v.Bytes(http.StatusOK, c.Pictures[i].Type, c.Pictures[i].Data)
}
