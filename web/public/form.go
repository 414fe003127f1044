package public

import (
	"net/http"
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/human"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

var (
	askTitle   = lingo.T("Ställ en fråga till %s", "Ask %s a question")
	alikeTitle = lingo.T("Rapportera ett konto som liknar %s", "Report an account that looks like %s")
	errorTitle = lingo.T("Rapportera ett fel", "Report an error")
	closedAsk  = fault.New(fault.Gone, lingo.T("Kontot är stängt och tar inte emot fler frågor.", "The account is closed and takes no more questions.")).
			Try(lingo.T("Välj ett annat konto på första sidan.", "Choose another account on the first page."))
)

// askForm shows the form for a question to an account, about a post when ?inlagg= names one.
func (h *house) askForm(v *visit.Visit) error { return h.beginForm(v, inbox.KindQuestion) }

// errorForm shows the form for an error in a post.
func (h *house) errorForm(v *visit.Visit) error { return h.beginForm(v, inbox.KindError) }

// alikeForm shows the form for an account elsewhere that looks like one of ours.
func (h *house) alikeForm(v *visit.Visit) error { return h.beginForm(v, inbox.KindAlike) }

func (h *house) reportAlike(v *visit.Visit) error { return h.send(v, inbox.KindAlike) }

func (h *house) ask(v *visit.Visit) error { return h.send(v, inbox.KindQuestion) }

func (h *house) reportError(v *visit.Visit) error { return h.send(v, inbox.KindError) }

// about is what a form is about.
type about struct {
	account account.Account
	post    *publish.Post // nil when it is about no post
	kind    string
}

func (h *house) aboutWhat(v *visit.Visit, kind string) (about, error) {
	handle := v.R.PathValue("account")
	a, err := h.Accounts.ByHandle(v.Context(), handle)
	if err != nil {
		return about{}, err
	}
	if a.Closed() {
		return about{}, closedAsk
	}
	w := about{account: a, kind: kind}
	id := v.R.PathValue("post")
	switch kind {
	case inbox.KindQuestion:
		id = v.Form("inlagg")
	case inbox.KindAlike:
		id = ""
	}
	if id == "" {
		return w, nil
	}
	_, p, err := h.find(v.Context(), handle, id)
	if err != nil {
		return about{}, err
	}
	if p.Withdrawal == nil {
		w.post = &p
	} else if kind == inbox.KindError {
		return about{}, noPost
	}
	return w, nil
}

func (h *house) beginForm(v *visit.Visit, kind string) error {
	w, err := h.aboutWhat(v, kind)
	if err != nil {
		return err
	}
	return h.showForm(v, w, inbox.Question{}, h.Guard.New(v.Now), "", nil)
}

// send takes what was written. It looks at the words first, then at how often this address has sent, and last at whether a
// person wrote them: so nobody who mistypes is taken for a robot or must answer twice. Whatever there is to mend, all that
// was typed is still there.
func (h *house) send(v *visit.Visit, kind string) error {
	if err := v.R.ParseForm(); err != nil {
		return unreadable.Because(err)
	}
	w, err := h.aboutWhat(v, kind)
	if err != nil {
		return err
	}
	q := inbox.Question{Account: w.account.ID, Kind: kind, Name: v.Form("name"), Contact: v.Form("contact"), Text: v.Form("text"), Link: v.Form("link"), Language: string(v.Lang)}
	if w.post != nil {
		q.Post = w.post.ID
	}
	token, answer := v.Form(human.TokenField), v.Form(human.AnswerField)
	if err := q.Check(); err != nil {
		if c, ok := h.Guard.Keep(token, v.Now); ok {
			return h.showForm(v, w, q, c, answer, err)
		}
		return h.showForm(v, w, q, h.Guard.New(v.Now), "", err)
	}
	if err := h.asks.Allow(household(h.Address(v.R))); err != nil {
		c, ok := h.Guard.Keep(token, v.Now)
		if !ok {
			c, answer = h.Guard.New(v.Now), ""
		}
		return h.showForm(v, w, q, c, answer, err)
	}
	if err := h.Guard.Check(v.Context(), token, answer, v.Form(human.HoneypotField), v.Now); err != nil {
		return h.showForm(v, w, q, h.Guard.New(v.Now), "", err)
	}
	secret, err := h.Talk.Ask(v.Context(), q)
	if err != nil {
		return h.showForm(v, w, q, h.Guard.New(v.Now), "", err)
	}
	return v.See("/fraga/" + secret)
}

var unreadable = fault.New(fault.Invalid, lingo.T("Formuläret gick inte att läsa.", "The form could not be read.")).
	Try(lingo.T("Gå tillbaka och skicka det igen.", "Go back and send it again."))

// showForm shows the form with what was typed, and with what to mend when there is something.
func (h *house) showForm(v *visit.Visit, w about, q inbox.Question, c human.Challenge, answer string, wrong error) error {
	f := fault.Of(wrong)
	if wrong != nil && f.Kind != fault.Invalid && f.Kind != fault.TooSoon && f.Kind != fault.Unreachable {
		return wrong
	}
	s, err := h.Authority.Current(v.Context())
	if err != nil {
		return err
	}
	view := page.Form{Kind: w.kind, Action: v.R.URL.Path, Promise: promiseText(w.account.Promise).In(v.Lang), Name: q.Name, Contact: q.Contact,
		Text: q.Text, Link: q.Link, Token: c.Token, Question: v.Say(c.Question), Answer: answer, Errors: map[string]string{}}
	title := askTitle.Put(w.account.Name).In(v.Lang)
	switch w.kind {
	case inbox.KindError:
		title = v.Say(errorTitle)
	case inbox.KindAlike:
		title = alikeTitle.Put(w.account.Name).In(v.Lang)
	default:
		view.Tabs = tabs(v, w.account, tabAsk)
	}
	if w.post != nil {
		view.Post, view.PostText, view.PostLang = w.post.ID, titleOf(*w.post), frame.Foreign(v.Lang, w.post.Content.Language)
		view.PostHref = atPost(w.account, w.post.ID)
	}
	status := h.tellWrong(v, &view, wrong)
	view.Title = title
	view.Frame = h.inAccount(v, s, w.account, nil, sheet{title: title, path: v.R.URL.RequestURI(), hidden: true})
	view.Frame.Errors = len(view.Wrong)
	view.Frame.Path = v.R.URL.Path
	if w.post != nil && w.kind == inbox.KindQuestion {
		view.Frame.Path += "?inlagg=" + w.post.ID
	}
	v.W.Header().Set("Cache-Control", "no-store")
	return v.Page(status, page.FormPage(view))
}

// tellWrong puts each fault by its field, and returns the status of the answer.
func (h *house) tellWrong(v *visit.Visit, view *page.Form, wrong error) int {
	if wrong == nil {
		return http.StatusOK
	}
	status := http.StatusUnprocessableEntity
	for _, f := range visit.Faults(wrong) {
		say := v.Say(f.Say)
		if !f.Hint.Empty() {
			say += " " + v.Say(f.Hint)
		}
		if f.Kind != fault.Invalid {
			status = http.StatusServiceUnavailable
			if f.Kind == fault.TooSoon {
				status = http.StatusTooManyRequests
			}
			v.W.Header().Set("Retry-After", strconv.Itoa(int(f.After.Seconds()+0.999)))
		}
		if f.Field != "" {
			view.Errors[f.Field] = say
		}
		view.Wrong = append(view.Wrong, frame.ErrorView{Field: f.Field, Text: say})
	}
	return status
}
