package inbox

import (
	"net/http"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/accounts"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// sent is a form that came in and is shown again, because of an error or because it only asked to be looked at.
type sent struct {
	act  string // which form; "" is none
	form hall.Form
	err  error
	work *work // the answer, when that is what was sent
}

// talkView is a conversation with all that can be done in it.
type talkView struct {
	frame    frame.StaffFrame
	list     listView
	back     string // to the list
	who      string
	lead     string
	head     headView
	told     []frame.NoticeView
	older    string
	story    []chapter
	underWay []underWayView
	acts     []actView
	experts  expertView
	composer *composerView
}

// headView is what one knows of a conversation at a glance.
type headView struct {
	channel frame.ChannelView
	clock   *frame.ClockView
	owner   string
	tags    []frame.TagView
	contact string
	post    string // the first line of what it began under
	postAt  string
	take    *takeView
	rules   string // where the rules stand that it began under, when the account's promises have changed since; "" otherwise
}

// takeView is the button that takes the conversation.
type takeView struct{ action, seen string }

// underWayView is an answer of a colleague's, or one's own, that has not gone out.
type underWayView struct {
	notice frame.NoticeView
	read   string // where it can be read; "" for nowhere
}

// scene is what is loaded for a conversation's page.
type scene struct {
	c       inbox.Conversation
	account account.Account
	choice  choice
	names   *paper.Names
	drafts  []draft.Draft
	sent    sent
	last    inbox.Turn // what the citizen said last; none when the page does not show it
}

// show shows a conversation. One that turned out to be a part of another is shown there.
func (r *room) show(v *visit.Visit) error { return r.page(v, sent{}) }

// page shows a conversation, with the form that was sent if one is to be mended.
func (r *room) page(v *visit.Visit, s sent) error {
	live := r.live(v)
	id := v.R.PathValue("id")
	sc := scene{choice: choose(v), names: paper.NewNames(v, r.People), sent: s}
	var err error
	if sc.c, err = r.Talk.Get(v.Context(), v.Actor, id); err != nil {
		return err
	}
	if sc.c.ID != id && v.R.Method == http.MethodGet {
		return v.See(sc.choice.at(Path + "/" + sc.c.ID))
	}
	if sc.account, err = r.Accounts.Account(v.Context(), sc.c.Account); err != nil {
		return err
	}
	if sc.drafts, err = r.Drafts.InConversation(v.Context(), v.Actor, sc.c.Account, sc.c.ID); err != nil {
		return err
	}
	view, err := r.view(v, sc)
	if err != nil {
		return err
	}
	if view.frame, err = r.Hall.Frame(v, frame.RoomInbox, lingo.T(view.who, view.who)); err != nil {
		return err
	}
	view.frame.Wide, view.frame.Live, view.frame.Presence = true, live, Path+"/"+sc.c.ID+"/narvaro"
	status := http.StatusOK
	if s.err != nil {
		view.frame.Errors = len(s.form.Errors())
		status = s.form.Status(v)
	}
	if view.composer != nil {
		view.frame.Scripts = append(view.frame.Scripts, "editor.js")
	}
	return v.Page(status, talkPage(view, sc.c.ID))
}

func (r *room) view(v *visit.Visit, sc scene) (view talkView, err error) {
	view = talkView{who: citizen(v, sc.c), back: sc.choice.at(Path)}
	if sc.sent.act != actReply || sc.c.Unreachable {
		view.told = told(v, sc.sent)
	}
	if sc.c.Unreachable {
		view.told = append(view.told, frame.NoticeView{Tone: frame.Ask, Title: v.Say(hasLeftTitle), Text: v.Say(hasLeftText)})
	}
	view.lead = capital(leadOf.Put(inbox.KindTitle(sc.c.Kind), sc.account.Name).In(v.Lang))
	if view.list, err = r.listed(v, sc.choice, sc.c.ID, sc.names); err != nil {
		return view, err
	}
	if view.head, err = r.head(v, sc); err != nil {
		return view, err
	}
	page, err := r.Talk.Timeline(v.Context(), v.Actor, sc.c.ID, v.R.URL.Query().Get("fore"))
	if err != nil {
		return view, err
	}
	sc.last = lastOf(page.Items)
	if view.story, err = r.story(v, sc.c, page.Items, sc.names); err != nil {
		return view, err
	}
	if page.Next != "" {
		view.older = Path + "/" + sc.c.ID + "?fore=" + page.Next
	}
	view.underWay = underWay(v, sc)
	if view.experts, err = r.experts(v, sc); err != nil {
		return view, err
	}
	if view.acts, err = r.acts(v, sc); err != nil {
		return view, err
	}
	if sc.c.Open() && !sc.c.Unreachable && v.Actor.May(people.InboxReply, sc.c.Account, v.Now) {
		view.composer, err = r.composer(v, sc)
	}
	return view, err
}

func (r *room) head(v *visit.Visit, sc scene) (headView, error) {
	c := sc.c
	h := headView{channel: Channel(v.Lang, c.Channel), clock: clockOf(v, c), tags: tagsOf(v.Lang, c)}
	if c.Owner != "" {
		h.owner = sc.names.Of(c.Owner)
	}
	if c.Open() && c.Owner != v.Actor.Person.ID && v.Actor.May(people.InboxTake, c.Account, v.Now) {
		h.take = &takeView{action: sc.action(actTake), seen: sc.seen(v, actTake)}
	}
	if v.Actor.May(people.InboxReply, c.Account, v.Now) {
		contact, err := r.Talk.Contact(v.Context(), v.Actor, c.ID)
		if err != nil {
			return h, err
		}
		h.contact = markup.Visible(contact)
	}
	if c.OpenedAt.Before(sc.account.ChangedAt) {
		h.rules = accounts.RulesAt(c.Account, c.OpenedAt)
	}
	if c.Post == "" {
		return h, nil
	}
	p, err := r.Posts.Public(v.Context(), c.Post)
	switch {
	case fault.Is(err, fault.NotFound): // it was for one reader only
	case err != nil:
		return h, err
	case p.Withdrawal != nil:
		h.post = v.Say(postGone)
	default:
		h.post, h.postAt = paper.FirstLine(p.Text()), "/torget/"+sc.account.Handle+"/"+p.ID
	}
	return h, nil
}

// seen is what the sender of a form has seen: the conversation as the page shows it. A form that comes back to be mended keeps
// what it had, so that she is told once it is whole; when she has been told, she has seen it.
func (sc scene) seen(v *visit.Visit, act string) string {
	if sc.sent.act == act && act != "" && !fault.Is(sc.sent.err, fault.Conflict) {
		return strconv.FormatInt(seen(v), 10)
	}
	return strconv.FormatInt(sc.c.Seen, 10)
}

func (sc scene) action(act string) string { return sc.choice.at(Path + "/" + sc.c.ID + "/" + act) }

// told says at the top of the page what went wrong, when it is more than a field to mend.
func told(v *visit.Visit, s sent) (out []frame.NoticeView) {
	for _, f := range visit.Faults(s.err) {
		if f.Field != "" {
			continue
		}
		n := frame.NoticeView{Tone: frame.Stop, Title: v.Say(f.Say), Text: v.Say(f.Hint), Alert: true}
		if f.Kind == fault.Conflict {
			n.Tone = frame.Ask
		}
		out = append(out, n)
	}
	return out
}

// recent is how long a begun answer of a colleague's is told of.
const recent = 24 * time.Hour

// underWay tells of answers that have not gone out: what waits to be read, what came back, and what a colleague has begun.
func underWay(v *visit.Visit, sc scene) (out []underWayView) {
	for _, d := range sc.drafts {
		mine := d.Author == v.Actor.Person.ID
		name := lingo.T(sc.names.Of(d.Author), sc.names.Of(d.Author))
		n := frame.NoticeView{Tone: frame.Info, Text: paper.FirstLine(d.Latest.Content.Text)}
		read := ""
		switch {
		case d.State == draft.Waiting && d.Submission != nil:
			n.Title = v.Say(waitsHis.Put(name, paper.Reader(d.Submission.Step)))
			if mine {
				n.Title, n.Text = v.Say(waitsMine.Put(paper.Reader(d.Submission.Step))), v.Say(waitsMineText)
			} else if v.Actor.May(d.Submission.Step.Right(), d.Account, v.Now) {
				read = "/granska/" + d.ID
			}
		case d.State == draft.Returned && mine:
			n.Tone, n.Title, n.Text = frame.Ask, v.Say(returnedMine), markup.Visible(d.Returned)
		case d.State == draft.Held && mine:
			n.Tone, n.Title, n.Text = frame.Ask, v.Say(heldMine), v.Say(heldMineText)
		case !mine && d.Latest.Content.Text != "" && v.Now.Sub(d.Latest.At) < recent && d.State == draft.Writing:
			n.Title, n.Text = v.Say(begunHis.Put(name, hall.Moment(v, d.Latest.At).Words(v.Lang))), ""
		default:
			continue
		}
		out = append(out, underWayView{notice: n, read: read})
	}
	return out
}

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
