package hall

import (
	"net/http"
	"slices"

	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// AccountCookie remembers which account a person works with in this browser. It gives no right: it is asked for as always.
const AccountCookie = "konto"

// Mine lists the open accounts that the visitor works with, by name: those where she may read drafts or the inbox.
func (h *Hall) Mine(v *visit.Visit) ([]account.Account, error) {
	all, err := h.with.Accounts.All(v.Context(), false)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(a account.Account) bool {
		return !v.Actor.May(people.DraftRead, a.ID, v.Now) && !v.Actor.May(people.InboxRead, a.ID, v.Now)
	}), nil
}

// Account returns the account that the visitor works with now: the one she has chosen, or else one that she may write for,
// or else the first. ok is false when she works with none.
func (h *Hall) Account(v *visit.Visit) (a account.Account, ok bool, err error) {
	mine, err := h.Mine(v)
	if err != nil {
		return account.Account{}, false, err
	}
	a, ok = chosen(v, mine)
	return a, ok, nil
}

func chosen(v *visit.Visit, mine []account.Account) (account.Account, bool) {
	if len(mine) == 0 {
		return account.Account{}, false
	}
	if c, err := v.R.Cookie(AccountCookie); err == nil {
		if i := at(mine, c.Value); i >= 0 {
			return mine[i], true
		}
	}
	for _, a := range mine {
		if v.Actor.May(people.DraftWrite, a.ID, v.Now) {
			return a, true
		}
	}
	return mine[0], true
}

func at(accounts []account.Account, id string) int {
	return slices.IndexFunc(accounts, func(a account.Account) bool { return a.ID == id })
}

// Routes returns the hall's own row in the table of routes: choosing the account one works with.
func (h *Hall) Routes() []visit.Route {
	return []visit.Route{
		{Method: http.MethodPost, Path: frame.AccountPath, Audience: visit.Staff, Right: people.SessionOwn, Do: h.choose},
	}
}

// choose remembers the account, and leads back to where she was. One that she does not work with is not remembered.
func (h *Hall) choose(v *visit.Visit) error {
	mine, err := h.Mine(v)
	if err != nil {
		return err
	}
	if id := v.Form("konto"); at(mine, id) >= 0 {
		Choose(v, id)
	}
	return v.See(v.Form("back"))
}

// Choose remembers the account that the visitor works with, for pages where she has chosen it in passing.
func Choose(v *visit.Visit, id string) { keep(v, AccountCookie, id, 365*24*3600) }

// keep hands the browser a small thing to remember, for so many seconds; negative takes it back.
func keep(v *visit.Visit, name, value string, seconds int) {
	http.SetCookie(v.W, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true,
		Secure: v.Base.Scheme == "https", SameSite: http.SameSiteLaxMode})
}
