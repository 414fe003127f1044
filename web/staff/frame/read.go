package frame

import (
	"net/http"
	"net/url"
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	frames "tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// backField holds where she was when the frames were asked for, so that she comes back there.
const backField = "till"

// At is where the frames of an account are read by somebody who is to come back to a page afterwards.
func At(account, back string) string {
	out := Path + "/" + url.PathEscape(account)
	if back != "" {
		out += "?" + url.Values{backField: {back}}.Encode()
	}
	return out
}

// SignAt is where management signs its backing for an account; "" is the whole authority's.
func SignAt(account string) string {
	if account == "" {
		return backingPath
	}
	return backingPath + "?" + url.Values{"konto": {account}}.Encode()
}

// Send leads somebody who must read the frames to them, when that is what an error says; done is whether it was. What she
// wrote is saved before anything is handed in.
func Send(v *visit.Visit, account, back string, err error) (done bool, answer error) {
	if !frames.Unread(err) {
		return false, err
	}
	return true, hall.See(v, At(account, back), fault.Of(err).Say)
}

// readPage is the frames of one account.
type readPage struct {
	frame     frame.StaffFrame
	lead      string
	notice    *frame.NoticeView
	acts      []frame.ButtonView
	parts     []PartView
	backing   *BackingView
	changes   []charter.Change // what is new since she read them
	exercises []hall.Row
	manage    string // where exercises are added; "" for those who may not
	ack       *ackView
}

// ackView is the button by which she says that she has read.
type ackView struct {
	action, button string
	hidden         [][2]string
}

func (r *room) show(v *visit.Visit) error { return r.read(v, http.StatusOK, nil) }

// read shows the frames of an account to one person, with what is asked of her.
func (r *room) read(v *visit.Visit, status int, notice *frame.NoticeView) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	s, err := r.Frames.Standing(v.Context(), v.Actor.Person.ID, a.ID)
	if err != nil {
		return err
	}
	routine, err := r.Routines.Routine(v.Context(), a.ID)
	if err != nil {
		return err
	}
	p := readPage{parts: Parts(v.Lang, s.Frames, routine, false, nil), notice: notice, lead: v.Say(readLead)}
	if err := r.ask(v, &p, s); err != nil {
		return err
	}
	backing, err := r.Frames.Backing(v.Context(), a.ID)
	if err != nil {
		return err
	}
	p.backing = Backing(v, backing, r.Hall.Tongue(v))
	if p.exercises, err = r.exerciseRows(v, a, s); err != nil {
		return err
	}
	p.acts = readActs(v, a)
	if v.Actor.May(people.FrameExercise, a.ID, v.Now) && !a.Closed() {
		p.manage = Path + "/" + a.ID + "/ovningar"
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomAccounts, readTitle.Put(a.Name)); err != nil {
		return err
	}
	return v.Page(status, readView(p))
}

// ask adds what she is to do, and what has changed since she read them.
func (r *room) ask(v *visit.Visit, p *readPage, s frames.Standing) error {
	if s.Account.Closed() || s.Answers || !frames.Reads(v.Actor, s.Account.ID, v.Now) {
		if s.Answers && p.notice == nil {
			p.notice = &frame.NoticeView{Tone: frame.Info, Title: v.Say(answersTitle), Text: v.Say(answersText)}
		}
		return nil
	}
	if s.Read.Covers(s.Versions()) {
		if p.notice == nil {
			p.notice = &frame.NoticeView{Tone: frame.Good, Title: v.Say(readTitleDone)}
		}
		return nil
	}
	inForce := s.Versions()
	p.ack = &ackView{action: Path + "/" + s.Account.ID, button: v.Say(ackButton), hidden: [][2]string{{"charter", strconv.Itoa(inForce.Charter)},
		{"common", strconv.Itoa(inForce.Common)}, {backField, v.Form(backField)}}}
	if p.notice == nil {
		p.notice = asks(v, s)
	}
	if s.First() {
		return nil
	}
	return r.news(v, p, s)
}

// asks says why she should read.
func asks(v *visit.Visit, s frames.Standing) *frame.NoticeView {
	switch {
	case s.First():
		return &frame.NoticeView{Tone: frame.Ask, Title: v.Say(firstTitle), Text: v.Say(firstText)}
	case s.Ready():
		return &frame.NoticeView{Tone: frame.Info, Title: v.Say(wordedTitle), Text: v.Say(wordedText)}
	}
	return &frame.NoticeView{Tone: frame.Ask, Title: v.Say(changedTitle), Text: v.Say(changedText)}
}

// news is what has changed since she read the frames, in the account's part of them and in the common one.
func (r *room) news(v *visit.Visit, p *readPage, s frames.Standing) error {
	history, err := r.Accounts.History(v.Context(), s.Account.ID)
	if err != nil {
		return err
	}
	for _, c := range history {
		if c.Number == s.Read.Charter {
			p.changes = charter.Changes(v.Lang, c, s.Account.Charter)
		}
	}
	commons, err := r.Frames.CommonHistory(v.Context(), v.Actor)
	if err != nil || s.Read.Common == s.Common.Number {
		return err
	}
	var was frames.Common
	for _, c := range commons {
		if c.Number == s.Read.Common {
			was = c
		}
	}
	for _, c := range commonChanges(v.Lang, was, s.Common) {
		c.Name = commonPart.Put(lingo.T(c.Name, c.Name)).In(v.Lang)
		p.changes = append(p.changes, c)
	}
	return nil
}

// acknowledge takes her word that she has read, and leads back to where she was.
func (r *room) acknowledge(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	var read frames.Versions
	read.Charter, _ = strconv.Atoi(v.Form("charter")) // what is no number is no version that there is
	read.Common, _ = strconv.Atoi(v.Form("common"))
	err = r.Frames.Acknowledge(v.Context(), v.Actor, a.ID, read)
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.Invalid) {
		f := fault.Of(err)
		return r.read(v, web.Status(f.Kind), &frame.NoticeView{Tone: frame.Ask, Title: v.Say(f.Say), Text: v.Say(f.Hint), Alert: true})
	}
	if err != nil {
		return err
	}
	if back := v.Form(backField); back != "" {
		return hall.See(v, back, thanksBack)
	}
	return hall.See(v, Path+"/"+a.ID, thanks)
}

// readActs are what else may be done with the frames of an account.
func readActs(v *visit.Visit, a account.Account) (acts []frame.ButtonView) {
	if a.Closed() {
		return nil
	}
	if v.Actor.May(people.AccountCharter, a.ID, v.Now) {
		acts = append(acts, frame.ButtonView{Text: v.Say(changeFrames), Icon: icon.Edit, Href: "/konton/" + a.ID + "/beskrivning"})
	}
	if v.Actor.May(people.FrameBack, a.ID, v.Now) {
		acts = append(acts, frame.ButtonView{Text: v.Say(signBacking), Href: SignAt(a.ID)})
	}
	return acts
}
