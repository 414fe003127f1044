// Package accounts is the room of the account register (konton): which accounts the authority speaks through, what each has
// promised, which routine decides what may leave the house, and who answers for it. Everybody at an account can read its
// page; those who answer for it change it there.
package accounts

import (
	"context"
	"net/http"
	"time"

	"tilltal/check"
	"tilltal/desk/account"
	frames "tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Accounts is the register: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
	All(ctx context.Context, closed bool) ([]account.Account, error)
	History(ctx context.Context, account string) ([]account.Charter, error)
	Open(ctx context.Context, actor people.Actor, p account.Plan) (account.Account, error)
	Recharter(ctx context.Context, actor people.Actor, account string, c account.Charter) (account.Account, error)
	Close(ctx context.Context, actor people.Actor, account, reason string) error
	InForce(ctx context.Context, account string, at time.Time) (account.Charter, error)
	Listings(ctx context.Context, closed bool) ([]account.Listing, error)
	Listing(ctx context.Context, id string) (account.Listing, error)
	List(ctx context.Context, actor people.Actor, l account.Listing) (account.Listing, error)
	Duties(ctx context.Context) ([]account.Duty, error)
	Reviews(ctx context.Context, actor people.Actor, subject string) ([]account.Review, error)
	Review(ctx context.Context, actor people.Actor, subject string, answers []account.Reply) (account.Review, error)
}

// Routines decides what each grade of finding leads to: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
	History(ctx context.Context, actor people.Actor, account string) ([]guideline.Routine, error)
	Adopt(ctx context.Context, actor people.Actor, account string, routine guideline.Routine) (guideline.Routine, error)
}

// People is who works at an account: desk/people.
type People interface {
	Person(ctx context.Context, id string) (people.Person, error)
	People(ctx context.Context, actor people.Actor, leavers bool) ([]people.Person, error)
	Colleagues(ctx context.Context, actor people.Actor, account string) ([]people.Colleague, error)
	Upcoming(ctx context.Context, actor people.Actor, account string) ([]people.Colleague, error)
	Commission(ctx context.Context, actor people.Actor, a people.Appointment) (people.Mandate, error)
	Decommission(ctx context.Context, actor people.Actor, mandate, successor string) error
}

// Frames tells who has read the frames of an account: desk/frame.
type Frames interface {
	Standings(ctx context.Context, a people.Actor, account string, persons []string) (map[string]frames.Standing, error)
}

// Deps is what the room needs from the house.
type Deps struct {
	Frames   Frames // nil says of nobody what she has read
	Accounts Accounts
	Routines Routines
	People   People
	Checks   []check.Check // whose rules a routine may have exceptions for
	Hall     *hall.Hall
}

// room is the room with its routes.
type room struct{ Deps }

// Where the room's pages are.
const (
	path    = "/konton"
	newPath = path + "/nytt"

	listPath    = "/register" // accounts on other networks
	newListPath = listPath + "/nytt"
)

// Routes returns the rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := room{d}
	get := func(path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	post := func(path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodPost, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	at, listed := path+"/{id}", listPath+"/{id}"
	return []visit.Route{
		get(path, people.AccountRead, r.register),
		get(newPath, people.AccountOpen, r.openForm), post(newPath, people.AccountOpen, r.open),
		get(at, people.AccountRead, r.account),
		get(at+"/beskrivning", people.AccountCharter, r.charterForm), post(at+"/beskrivning", people.AccountCharter, r.recharter),
		get(at+"/rutin", people.AccountRead, r.routine), post(at+"/rutin", people.RoutineAdopt, r.adopt),
		get(at+"/ansvariga", people.AccountRead, r.colleagues), post(at+"/ansvariga", people.PeopleMandate, r.appoint),
		get(at+"/uppdrag/{mandate}", people.AccountRead, r.endForm), post(at+"/uppdrag/{mandate}", people.AccountRead, r.end),
		get(at+"/historik", people.AccountRead, r.history), get(at+"/regler", people.AccountRead, r.rules),
		get(newListPath, people.AccountCharter, r.listForm), post(newListPath, people.AccountCharter, r.list),
		get(listed, people.AccountRead, r.listing), get(listed+"/andra", people.AccountCharter, r.listForm), post(listed+"/andra", people.AccountCharter, r.list),
		get(at+"/genomgang", people.AccountRead, r.review), post(at+"/genomgang", people.AccountReview, r.answer),
		get(listed+"/genomgang", people.AccountRead, r.review), post(listed+"/genomgang", people.AccountReview, r.answer),
		get(at+"/stang", people.AccountClose, r.closeForm), post(at+"/stang", people.AccountClose, r.close),
	}
}

// registerView is the page with the register.
type registerView struct {
	acts []frame.ButtonView
	rows []hall.Row
	shut []hall.Row // closed accounts
	away []hall.Row // on other networks
	add  string     // where one more is put in; "" for those who may not
}

// register lists the accounts that the visitor may read about.
func (r room) register(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomAccounts, frame.RoomAccounts.Name())
	if err != nil {
		return err
	}
	all, err := r.Accounts.All(v.Context(), true)
	if err != nil {
		return err
	}
	var view registerView
	due, err := r.dues(v)
	if err != nil {
		return err
	}
	for _, a := range all {
		if !v.Actor.May(people.AccountRead, a.ID, v.Now) {
			continue
		}
		row := hall.Row{Title: a.Name, Href: path + "/" + a.ID, Who: a.Name, Lines: []string{address(v, a), a.Purpose}}
		if a.Closed() {
			row.Tags = []frame.TagView{{Text: v.Say(closedTag)}}
			view.shut = append(view.shut, row)
			continue
		}
		if err := r.tagShort(v, a, &row); err != nil {
			return err
		}
		row.Tags = append(row.Tags, due[a.ID]...)
		view.rows = append(view.rows, row)
	}
	if err := r.elsewhere(v, &view); err != nil {
		return err
	}
	if v.Actor.May(people.AccountOpen, "", v.Now) {
		view.acts = []frame.ButtonView{{Text: v.Say(openTitle), Icon: icon.Plus, Look: frame.Primary, Href: newPath, Key: "n"}}
	}
	if v.Actor.Anywhere(people.DraftRead, v.Now) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(allFrames), Icon: icon.Book, Look: frame.Bare, Href: "/ramar"},
			frame.ButtonView{Text: v.Say(rulesLink), Icon: icon.Review, Look: frame.Bare, Href: "/regler"})
	}
	return v.Page(http.StatusOK, registerPage(f, view))
}

// tagShort marks an account that has too few owners.
func (r room) tagShort(v *visit.Visit, a account.Account, row *hall.Row) error {
	at, err := r.People.Colleagues(v.Context(), v.Actor, a.ID)
	if err != nil {
		return err
	}
	if tooFew(at) {
		row.Tags = append(row.Tags, frame.TagView{Tone: frame.Ask, Text: v.Say(shortTag)})
	}
	return nil
}

func tooFew(at []people.Colleague) bool { return len(owners(at)) < people.Quorum }

// owners are those who answer for an account.
func owners(at []people.Colleague) []people.Person {
	var out []people.Person
	for _, c := range at {
		if c.Mandate.Role == people.Owner {
			out = append(out, c.Person)
		}
	}
	return out
}

// address is how the account is found in the fediverse.
func address(v *visit.Visit, a account.Account) string { return "@" + a.Handle + "@" + v.Base.Host }

// load reads the account that the address names, for somebody who may read about it.
func (r room) load(v *visit.Visit) (account.Account, error) {
	a, err := r.Accounts.Account(v.Context(), v.R.PathValue("id"))
	if err != nil {
		return account.Account{}, err
	}
	return a, people.Ask(v.Actor, people.AccountRead, a.ID, v.Now)
}

// frame is the frame of a page about an account, and the tabs between its pages.
func (r room) frame(v *visit.Visit, a account.Account) (frame.StaffFrame, frame.TabsView, error) {
	f, err := r.Hall.Frame(v, frame.RoomAccounts, frame.RoomAccounts.Name())
	f.Title = a.Name
	return f, tabs(v, a.ID, a.Name), err
}

// tabs are those between the pages about an account.
func tabs(v *visit.Visit, id, name string) frame.TabsView {
	at := path + "/" + id
	t := frame.TabsView{Label: name, Tabs: []frame.Tab{{Name: v.Say(aboutTab), Href: at}, {Name: v.Say(routineTab), Href: at + "/rutin"},
		{Name: v.Say(peopleTab), Href: at + "/ansvariga"}, {Name: v.Say(reviewTab), Href: at + "/genomgang"},
		{Name: v.Say(historyTab), Href: at + "/historik"}}}
	for i := range t.Tabs {
		t.Tabs[i].Here = v.R.URL.Path == t.Tabs[i].Href
	}
	return t
}

// name is who did something, as colleagues know her; "" for somebody who is not in the register: the console.
func (r room) name(v *visit.Visit, person string) string {
	p, err := r.People.Person(v.Context(), person)
	if err != nil {
		return ""
	}
	return p.Name
}
