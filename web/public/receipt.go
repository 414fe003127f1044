package public

import (
	"net/http"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

var (
	thanksAsk   = lingo.T("Tack, vi har fått din fråga", "Thank you, we have your question")
	thanksError = lingo.T("Tack för att du säger till", "Thank you for telling us")
	gotAnswer   = lingo.T("Du har fått svar", "You have an answer")
	closedTitle = lingo.T("Vi är klara med din fråga", "We are done with your question")
	statusNew   = lingo.T("Vi sorterar in det nu. Titta igen om en minut, så ser du när vi senast svarar.",
		"We are sorting it in now. Look again in a minute to see when we answer at the latest.")
	statusDue      = lingo.T("Vi svarar senast %v.", "We answer by %v.")
	statusLate     = lingo.T("Vi lovade svar senast %v och har inte hållit det. Vi har inte glömt dig.", "We promised an answer by %v and have not kept it. We have not forgotten you.")
	statusSeen     = lingo.T("En av oss läser det du har skrivit.", "One of us is reading what you wrote.")
	statusDone     = lingo.T("Svaret står här under.", "The answer stands below.")
	statusNoNeed   = lingo.T("Vi har läst det du skrev. Det behövde inget svar.", "We have read what you wrote. It needed no answer.")
	statusReferred = lingo.T("Vi har hänvisat dig vidare. Läs hur i svaret.", "We have referred you. Read how in the answer.")
	answerTaken    = lingo.T("Vi har tagit bort svaret.", "We have taken the answer away.")
	you            = lingo.T("Du", "You")
)

// receipt is what a citizen comes back to with the secret link: what she asked, when we answer, and the answer. The link is
// the only key, so it is kept out of search engines, caches and other sites.
func (h *house) receipt(v *visit.Visit) error {
	head := v.W.Header()
	head.Set("Cache-Control", "no-store")
	head.Set("Referrer-Policy", "no-referrer")
	secret := v.R.PathValue("secret")
	f, err := h.Talk.Followup(v.Context(), secret)
	if err != nil {
		return err
	}
	a, err := h.Accounts.Account(v.Context(), f.Account)
	if err != nil {
		return err
	}
	s, err := h.Authority.Current(v.Context())
	if err != nil {
		return err
	}
	title, status := standing(v, a, f)
	zone := zoneOf(a)
	view := page.Receipt{Title: title, Status: status, Link: base(v) + "/fraga/" + secret, Contact: s.Contact,
		Asked: frame.TurnView{Side: frame.Citizen, Who: v.Say(you), When: momentIn(v, f.AskedAt, zone), Text: markup.Visible(f.Text)}}
	for _, t := range f.Answers {
		turn := turnView(v, a, t)
		if !t.DeletedAt.IsZero() {
			turn.Removed = v.Say(answerTaken)
		}
		view.Answers = append(view.Answers, turn)
	}
	view.Frame = h.inAccount(v, s, a, nil, sheet{title: title, path: "/fraga/" + secret, hidden: true})
	view.Frame.Links, view.Frame.Head = nil, nil // the address is a secret
	return v.Page(http.StatusOK, page.ReceiptPage(view))
}

// standing says how it stands with what a citizen sent.
func standing(v *visit.Visit, a account.Account, f inbox.Followup) (title, status string) {
	first := thanksAsk
	if f.Kind == inbox.KindError || f.Kind == inbox.KindAlike {
		first = thanksError
	}
	due := svenska.When(f.Due, v.Now, zoneOf(a))
	switch {
	case f.Outcome == inbox.OutcomeReferred:
		return v.Say(gotAnswer), v.Say(statusReferred)
	case len(f.Answers) > 0:
		return v.Say(gotAnswer), v.Say(statusDone)
	case f.Outcome != "":
		return v.Say(closedTitle), v.Say(statusNoNeed)
	case !f.Sorted:
		return v.Say(first), v.Say(statusNew)
	case f.Due.IsZero():
		return v.Say(first), v.Say(statusSeen)
	case f.Due.Before(v.Now):
		return v.Say(first), statusLate.Put(due).In(v.Lang)
	}
	return v.Say(first), statusDue.Put(due).In(v.Lang)
}
