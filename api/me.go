package api

import (
	"context"
	"net/http"

	"tilltal/desk/people"
)

// Me is whom the token speaks for, and what it may do.
type Me struct {
	Person Person    `json:"person"`
	Token  string    `json:"token" doc:"The token's name"`
	Scopes []string  `json:"scopes" nullable:"false"`
	Rights []MyRight `json:"rights" nullable:"false" doc:"What the token may do now: what its person may, within its scopes"`
}

// MyRight is something the token may do, and where.
type MyRight struct {
	Right      string   `json:"right" example:"draft.write"`
	Title      string   `json:"title" example:"write drafts"`
	Everywhere bool     `json:"everywhere,omitempty" doc:"At every account, and for what concerns the whole authority where the role gives that"`
	Accounts   []string `json:"accounts,omitempty" doc:"At these accounts"`
	Own        bool     `json:"own,omitempty" doc:"Only with what is her own: written by her, or handed to her by name"`
}

// me tells a program who it is. How the person signs in, her password and her tokens, is not in the API: a program never
// makes itself a second key.
func (r Rooms) me(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/me", ID: "me", Anybody: true,
		Summary: "Whom the token speaks for, and what it may do"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Me], error) {
			out := Me{Person: seePerson(who.Person), Token: who.Token, Scopes: who.Scopes, Rights: []MyRight{}}
			now, l := a.Clock.Now(), langOf(ctx)
			for _, sheet := range people.Rights {
				my := MyRight{Right: string(sheet.Right), Title: sheet.Title.In(l)}
				my.Everywhere, my.Accounts = who.Accounts(sheet.Right, now)
				if my.Own = !my.Everywhere && len(my.Accounts) == 0; my.Own && !anyOwn(who, sheet.Right, now) {
					continue
				}
				out.Rights = append(out.Rights, my)
			}
			return got(out, nil)
		})
}
