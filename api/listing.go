package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Listing is an official account on another network, as it stands in the register.
type Listing struct {
	ID      string `json:"id" readOnly:"true" required:"false"`
	Number  int    `json:"number" minimum:"0" required:"false" doc:"When you change it: the number of the version you read"`
	Network string `json:"network" enum:"facebook,instagram,linkedin,youtube,x,threads,bluesky,mastodon,tiktok,snapchat,other"`
	Address string `json:"address" maxLength:"500" example:"https://www.facebook.com/exempelkommun"`
	Name    string `json:"name" maxLength:"80"`
	Unit    string `json:"unit" maxLength:"80" doc:"The unit that is responsible"`
	Purpose string `json:"purpose" maxLength:"500"`
	Rules   string `json:"rules,omitempty" maxLength:"500" doc:"Where its rules for comments stand"`
	Account string `json:"account,omitempty" maxLength:"64" doc:"The desk's account that it belongs with"`
	Opened  string `json:"opened,omitempty" format:"date"`
	Closed  string `json:"closed,omitempty" format:"date" doc:"It stays in the register when it is closed"`
}

func seeListing(l account.Listing) Listing {
	return Listing{ID: l.Listing, Number: l.Number, Network: l.Network, Address: l.Address, Name: l.Name, Unit: l.Unit, Purpose: l.Purpose, Rules: l.Rules,
		Account: l.Account, Opened: dateText(l.Opened), Closed: dateText(l.Closed)}
}

func (l Listing) read(id string) (account.Listing, error) {
	out := account.Listing{Listing: id, Number: l.Number, Network: l.Network, Address: l.Address, Name: l.Name, Unit: l.Unit, Purpose: l.Purpose, Rules: l.Rules, Account: l.Account}
	var err error
	if out.Opened, err = dateOf(l.Opened, "opened"); err != nil {
		return out, err
	}
	out.Closed, err = dateOf(l.Closed, "closed")
	return out, err
}

// AccountDuty is that an account is to be gone through.
type AccountDuty struct {
	Subject string    `json:"subject" doc:"An account or a listing"`
	Name    string    `json:"name"`
	Network string    `json:"network,omitempty" doc:"Of a listing"`
	Due     time.Time `json:"due"`
	Last    time.Time `json:"last,omitzero" doc:"When it was gone through"`
}

func seeAccountDuty(d account.Duty) AccountDuty {
	out := AccountDuty{Subject: d.Subject, Name: d.Name, Network: d.Network, Due: d.Due}
	if d.Last != nil {
		out.Last = d.Last.At
	}
	return out
}

// ReviewAnswer is the answer to one question of the yearly review.
type ReviewAnswer struct {
	Question string `json:"question" enum:"purpose,agreement,controllership,retention,supervision"`
	Fine     bool   `json:"fine"`
	Words    string `json:"words,omitempty" maxLength:"1000" doc:"What is done about it; needed when it is not in order"`
}

// AccountReview is that somebody went through an account.
type AccountReview struct {
	ID      string         `json:"id" readOnly:"true" required:"false"`
	Answers []ReviewAnswer `json:"answers" nullable:"false" maxItems:"20"`
	By      string         `json:"by,omitempty" readOnly:"true"`
	At      time.Time      `json:"at,omitzero" readOnly:"true"`
}

func seeAccountReview(a account.Review) AccountReview {
	return AccountReview{ID: a.ID, By: a.By, At: a.At, Answers: each(a.Answers, func(r account.Reply) ReviewAnswer { return ReviewAnswer(r) })}
}

// listings adds the accounts on other networks, and the yearly review of every account.
func (r Rooms) listings(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/listings", ID: "list-listings", Right: people.AccountRead, Summary: "Official accounts on other networks, by name; closed ones too"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Page[Listing]], error) {
			all, err := r.Accounts.Listings(ctx, true)
			return got(pageOf(all, "", seeListing), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/listings", ID: "add-listing", Right: people.AccountCharter, Status: http.StatusCreated, Summary: "Put an account on another network in the register"},
		func(ctx context.Context, who people.Actor, in *telling[Listing]) (*answer[Listing], error) {
			l, err := in.Body.read("")
			if err == nil {
				l, err = r.Accounts.List(ctx, who, l)
			}
			return got(seeListing(l), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/listings/{id}", ID: "change-listing", Right: people.AccountCharter, Summary: "Change what the register says of an account on another network"},
		func(ctx context.Context, who people.Actor, in *saying[Listing]) (*answer[Listing], error) {
			l, err := in.Body.read(in.ID)
			if err == nil {
				l, err = r.Accounts.List(ctx, who, l)
			}
			return got(seeListing(l), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/yearly-reviews", ID: "list-duties", Right: people.AccountRead, Summary: "When every account is to be gone through, the most urgent first"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Page[AccountDuty]], error) {
			all, err := r.Accounts.Duties(ctx)
			return got(pageOf(all, "", seeAccountDuty), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/yearly-reviews/{id}", ID: "list-account-reviews", Right: people.AccountRead, Summary: "The yearly reviews of an account or a listing, the newest first"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[AccountReview]], error) {
			all, err := r.Accounts.Reviews(ctx, who, in.ID)
			return got(pageOf(all, "", seeAccountReview), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/yearly-reviews/{id}", ID: "review-account", Right: people.AccountReview, Status: http.StatusCreated, Summary: "Go through an account or a listing with the questions of the year"},
		func(ctx context.Context, who people.Actor, in *saying[AccountReview]) (*answer[AccountReview], error) {
			made, err := r.Accounts.Review(ctx, who, in.ID, readAll(in.Body.Answers, func(a ReviewAnswer) account.Reply { return account.Reply(a) }))
			return got(seeAccountReview(made), err)
		})
}
