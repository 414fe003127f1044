package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Accounts is the account register: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
	Account(ctx context.Context, id string) (account.Account, error)
	ByHandle(ctx context.Context, handle string) (account.Account, error)
	History(ctx context.Context, account string) ([]account.Charter, error)
	Owners(ctx context.Context, account string) ([]people.Person, error)
	Open(ctx context.Context, actor people.Actor, p account.Plan) (account.Account, error)
	Recharter(ctx context.Context, actor people.Actor, account string, c account.Charter) (account.Account, error)
	Close(ctx context.Context, actor people.Actor, account, reason string) error
	InForce(ctx context.Context, account string, at time.Time) (account.Charter, error)
	Listings(ctx context.Context, closed bool) ([]account.Listing, error)
	List(ctx context.Context, actor people.Actor, l account.Listing) (account.Listing, error)
	Duties(ctx context.Context) ([]account.Duty, error)
	Reviews(ctx context.Context, actor people.Actor, subject string) ([]account.Review, error)
	Review(ctx context.Context, actor people.Actor, subject string, answers []account.Reply) (account.Review, error)
}

// Account is an account with its charter in force.
type Account struct {
	ID       string    `json:"id"`
	Handle   string    `json:"handle" example:"polisen_umea"`
	Kind     string    `json:"kind" enum:"Organization,Service"`
	OpenedAt time.Time `json:"opened_at"`
	ClosedAt time.Time `json:"closed_at,omitzero"`
	Charter  Charter   `json:"charter"`
	Seen     int64     `json:"seen" doc:"Last entry about the account"`
}

// Charter is what an account promises.
type Charter struct {
	Number    int       `json:"number" minimum:"0" doc:"1, 2, …. When you change a charter: the number of the one you read"`
	Name      string    `json:"name" maxLength:"80" example:"Polisen Umeå"`
	Place     string    `json:"place,omitempty" maxLength:"80"`
	Purpose   string    `json:"purpose" maxLength:"500" doc:"One or two sentences, to citizens"`
	Purposes  []string  `json:"purposes" nullable:"false" maxItems:"12" doc:"The purposes a post may have"`
	Audience  string    `json:"audience,omitempty" maxLength:"500"`
	Rules     string    `json:"rules" maxLength:"10000" doc:"Rules for comments, plain text"`
	Retention string    `json:"retention,omitempty" maxLength:"500"`
	Contact   string    `json:"contact,omitempty" maxLength:"500" doc:"In a crisis; shown at the desk"`
	Language  string    `json:"language,omitempty" maxLength:"35" example:"sv"`
	Profile   string    `json:"profile,omitempty" enum:"authority,benefits,municipality,health,migration,police-local" doc:"Tone profile"`
	Hours     string    `json:"hours" maxLength:"1000" doc:"When somebody is there; an empty text is never" example:"mon-fri 08:00-16:00"`
	Promise   string    `json:"promise" maxLength:"10" doc:"How soon a question is answered: 40m or 4h while open, 5d in working days" example:"1d"`
	Zone      string    `json:"zone,omitempty" maxLength:"64" example:"Europe/Stockholm"`
	Signature string    `json:"signature,omitempty" required:"false" enum:"unit,name,account" doc:"What citizens see of whoever speaks: first name and unit, first name, or the account's name only. Left out: as it was"`
	Election  *Ballot   `json:"election,omitempty" required:"false" doc:"An extra election or a referendum that concerns the account. Ordinary elections are known"`
	Own       []string  `json:"own" nullable:"false" maxItems:"300" required:"false" doc:"Own numbers, addresses and published officials: never personal data"`
	Talk      []string  `json:"talk" nullable:"false" maxItems:"20" required:"false" doc:"What is spoken of here, to those who write"`
	Avoid     []string  `json:"avoid" nullable:"false" maxItems:"20" required:"false" doc:"What is not spoken of here"`
	Examples  []Example `json:"examples" nullable:"false" maxItems:"12" required:"false"`
	Wording   bool      `json:"wording,omitempty" required:"false" doc:"The change is one of words only: nobody reads the frames again"`
	ChangedAt time.Time `json:"changed_at,omitzero" readOnly:"true"`
	ChangedBy string    `json:"changed_by,omitempty" readOnly:"true"`
}

// Ballot is an extra election or a referendum.
type Ballot struct {
	Name string `json:"name" maxLength:"80" example:"Folkomröstningen om bron"`
	From string `json:"from" maxLength:"10" doc:"The first day on which the checks ask more" example:"2026-11-01"`
	To   string `json:"to" maxLength:"10" doc:"The day of the vote" example:"2026-12-06"`
}

func seeAccount(a account.Account) Account {
	return Account{ID: a.ID, Handle: a.Handle, Kind: a.Kind, OpenedAt: a.OpenedAt, ClosedAt: a.ClosedAt, Charter: seeCharter(a.Charter), Seen: a.Seen}
}

func seeCharter(c account.Charter) Charter {
	var election *Ballot
	if c.Election != (account.Ballot{}) {
		election = &Ballot{Name: c.Election.Name, From: c.Election.From, To: c.Election.To}
	}
	return Charter{Number: c.Number, Name: c.Name, Place: c.Place, Purpose: c.Purpose, Purposes: list(c.Purposes), Audience: c.Audience, Rules: c.Rules,
		Retention: c.Retention, Contact: c.Contact, Language: c.Language, Profile: c.Profile, Hours: c.Hours.String(), Promise: c.Promise.String(),
		Zone: c.Zone, Own: list(c.Own), Talk: list(c.Talk), Avoid: list(c.Avoid), Examples: each(c.Examples, seeExample), Signature: string(c.Signature), Election: election, Wording: !c.Substance, ChangedAt: c.ChangedAt, ChangedBy: c.ChangedBy}
}

// list is the list itself, never null.
func list[T any](all []T) []T { return append([]T{}, all...) }

// read returns the charter as the room knows it, and what of it cannot be read.
func (c Charter) read() (account.Charter, fault.List) {
	out := account.Charter{Number: c.Number, Name: c.Name, Place: c.Place, Purpose: c.Purpose, Purposes: c.Purposes, Audience: c.Audience, Rules: c.Rules,
		Retention: c.Retention, Contact: c.Contact, Language: c.Language, Profile: c.Profile, Zone: c.Zone, Own: c.Own,
		Talk: c.Talk, Avoid: c.Avoid, Examples: readAll(c.Examples, Example.read), Signature: account.Signing(c.Signature), Substance: !c.Wording}
	if c.Election != nil {
		out.Election = account.Ballot{Name: c.Election.Name, From: c.Election.From, To: c.Election.To}
	}
	var wrong fault.List
	var err error
	if out.Hours, err = svenska.Parse(c.Hours); err != nil {
		wrong = append(wrong, fault.Of(err).At("hours"))
	}
	if out.Promise, err = svenska.ParsePromise(c.Promise); err != nil {
		wrong = append(wrong, fault.Of(err).At("promise"))
	}
	return out, wrong
}

// AccountDetail is an account with those who answer for it.
type AccountDetail struct {
	Account
	Owners []Person `json:"owners" nullable:"false"`
}

// AccountPlan is an account that is to be opened.
type AccountPlan struct {
	Handle  string   `json:"handle" maxLength:"40" doc:"2–30 characters: a–z, digits and _. It never changes" example:"polisen_umea"`
	Kind    string   `json:"kind,omitempty" enum:"Organization,Service"`
	Charter Charter  `json:"charter"`
	Owners  []string `json:"owners" nullable:"false" maxItems:"20" doc:"Person ids, two or more"`
}

// Reason says why.
type Reason struct {
	Reason string `json:"reason" maxLength:"500"`
}

// accounts adds the account register.
func (r Rooms) accounts(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts", ID: "list-accounts", Right: people.AccountRead, Summary: "The account register, by name"},
		func(ctx context.Context, _ people.Actor, in *struct {
			Closed bool `query:"closed" doc:"Accounts that have been closed among them"`
		}) (*answer[Page[Account]], error) {
			all, err := r.Accounts.All(ctx, in.Closed)
			return got(pageOf(all, "", seeAccount), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}", ID: "get-account", Right: people.AccountRead, Summary: "An account with its charter in force and its owners",
		Help: "The id may be the account's handle."},
		func(ctx context.Context, _ people.Actor, in *ByID) (*answer[AccountDetail], error) {
			found, err := r.Accounts.Account(ctx, in.ID)
			if fault.Is(err, fault.NotFound) {
				found, err = r.Accounts.ByHandle(ctx, in.ID)
			}
			if err != nil {
				return nil, err
			}
			owners, err := r.Accounts.Owners(ctx, found.ID)
			return got(AccountDetail{Account: seeAccount(found), Owners: each(owners, seePerson)}, err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/charters", ID: "list-charters", Right: people.AccountRead, Summary: "Every charter an account has had, the newest first"},
		func(ctx context.Context, _ people.Actor, in *ByID) (*answer[Page[Charter]], error) {
			all, err := r.Accounts.History(ctx, in.ID)
			return got(pageOf(all, "", seeCharter), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/charters/at", ID: "get-charter-at", Right: people.AccountRead, Summary: "The charter that was in force at a moment: which rules a comment was written under"},
		func(ctx context.Context, _ people.Actor, in *struct {
			ByID
			At time.Time `query:"at" required:"true"`
		}) (*answer[Charter], error) {
			c, err := r.Accounts.InForce(ctx, in.ID, in.At)
			return got(seeCharter(c), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts", ID: "open-account", Right: people.AccountOpen, Status: http.StatusCreated, Summary: "Open an account with its charter and its owners"},
		func(ctx context.Context, who people.Actor, in *telling[AccountPlan]) (*answer[Account], error) {
			c, wrong := in.Body.Charter.read()
			if err := wrong.OrNil(); err != nil {
				return nil, err
			}
			opened, err := r.Accounts.Open(ctx, who, account.Plan{Handle: in.Body.Handle, Kind: in.Body.Kind, Charter: c, Owners: in.Body.Owners})
			return got(seeAccount(opened), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/accounts/{id}/charter", ID: "recharter", Right: people.AccountCharter, Summary: "Put a new charter in force from now"},
		func(ctx context.Context, who people.Actor, in *saying[Charter]) (*answer[Account], error) {
			c, wrong := in.Body.read()
			if err := wrong.OrNil(); err != nil {
				return nil, err
			}
			changed, err := r.Accounts.Recharter(ctx, who, in.ID, c)
			return got(seeAccount(changed), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/close", ID: "close-account", Right: people.AccountClose, Summary: "Close an account for good; it stays in the register"},
		func(ctx context.Context, who people.Actor, in *saying[Reason]) (*nothing, error) {
			return done(r.Accounts.Close(ctx, who, in.ID, in.Body.Reason))
		})
}
