package accounts

import (
	"net/http"
	"net/url"
	"strconv"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// elsewhere adds the accounts on other networks to the register.
func (r room) elsewhere(v *visit.Visit, view *registerView) error {
	all, err := r.Accounts.Listings(v.Context(), true)
	if err != nil {
		return err
	}
	due, err := r.dues(v)
	if err != nil {
		return err
	}
	for _, l := range all {
		row := hall.Row{Title: l.Name, Href: listPath + "/" + l.Listing, Lines: []string{account.NetworkTitle(l.Network).In(v.Lang) + " · " + l.Unit, l.Purpose}}
		if row.Tags = due[l.Listing]; l.Shut() {
			row.Tags = []frame.TagView{{Text: v.Say(closedTag)}}
		}
		view.away = append(view.away, row)
	}
	if v.Actor.Anywhere(people.AccountCharter, v.Now) {
		view.add = newListPath
	}
	return nil
}

// listingView is the page about an account on another network.
type listingView struct {
	lead, address, closed string
	acts                  []frame.ButtonView
	facts                 []hall.Fact
	due, review           string // review is "" for who may not read it
}

func (r room) listing(v *visit.Visit) error {
	l, err := r.Accounts.Listing(v.Context(), v.R.PathValue("id"))
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomAccounts, frame.RoomAccounts.Name())
	if err != nil {
		return err
	}
	f.Title = l.Name
	view := listingView{lead: l.Purpose, address: l.Address}
	if v.Actor.May(people.AccountRead, l.Account, v.Now) {
		view.review = listPath + "/" + l.Listing + "/genomgang"
	}
	view.facts = []hall.Fact{{Name: v.Say(networkLabel), Value: account.NetworkTitle(l.Network).In(v.Lang)}, {Name: v.Say(unitLabel), Value: l.Unit}, {Name: v.Say(rulesField), Value: l.Rules}}
	if l.Account != "" {
		a, err := r.Accounts.Account(v.Context(), l.Account)
		if err != nil {
			return err
		}
		view.facts = append(view.facts, hall.Fact{Name: v.Say(withLabel), Value: a.Name})
	}
	if l.Opened != (clock.Date{}) {
		view.facts = append(view.facts, hall.Fact{Name: v.Say(openedField), Value: hall.Date(l.Opened).In(v.Lang)})
	}
	if l.Shut() {
		view.closed = listClosed.Put(hall.Date(l.Closed)).In(v.Lang)
	} else {
		d, err := r.duty(v, l.Listing)
		if err != nil {
			return err
		}
		view.due = d.Title + "."
	}
	if v.Actor.May(people.AccountCharter, l.Account, v.Now) {
		view.acts = append(view.acts, frame.ButtonView{Text: v.Say(changeListing), Icon: icon.Edit, Href: listPath + "/" + l.Listing + "/andra"})
	}
	return v.Page(http.StatusOK, listingPage(f, view))
}

// listForm asks for an account on another network: a new one, or the one that the address names.
func (r room) listForm(v *visit.Visit) error {
	l, err := r.named(v)
	if err != nil {
		return err
	}
	values := url.Values{"network": {l.Network}, "address": {l.Address}, "name": {l.Name}, "unit": {l.Unit}, "purpose": {l.Purpose}, "rules": {l.Rules},
		"account": {l.Account}, "opened": {dateValue(l.Opened)}, "closed": {dateValue(l.Closed)}, "number": {strconv.Itoa(l.Number)}}
	return r.showListForm(v, l, hall.Filled(v, values))
}

// named is the listing that the address names; the zero Listing for a new one.
func (r room) named(v *visit.Visit) (account.Listing, error) {
	if id := v.R.PathValue("id"); id != "" {
		return r.Accounts.Listing(v.Context(), id)
	}
	return account.Listing{}, nil
}

func dateValue(d clock.Date) string {
	if d == (clock.Date{}) {
		return ""
	}
	return d.String()
}

func (r room) showListForm(v *visit.Visit, l account.Listing, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomAccounts, listTitle)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	back := path
	if l.Listing != "" {
		f.Title, back = listChange.Put(l.Name).In(v.Lang), listPath+"/"+l.Listing
	}
	number := form.Value("number")
	if form.Status(v) == http.StatusConflict {
		number = strconv.Itoa(l.Number)
	}
	fields, err := r.listFields(v, form)
	if err != nil {
		return err
	}
	return v.Page(form.Status(v), sheetPage(f, v.Say(listLead), hall.Sheet{Action: v.R.URL.Path, Errors: form.Errors(), Hidden: [][2]string{{"number", number}},
		Sections: []hall.Section{{Fields: fields}}, Back: back, Button: frame.ButtonView{Text: v.Say(save), Look: frame.Primary}}))
}

func (r room) listFields(v *visit.Visit, form hall.Form) ([]frame.FieldView, error) {
	network := frame.FieldView{Kind: frame.Choice, Name: "network", Label: v.Say(networkLabel)}
	for _, n := range account.Networks {
		network.Options = append(network.Options, frame.Option{Value: n.ID, Label: v.Say(n.Title)})
	}
	with := frame.FieldView{Kind: frame.Choice, Name: "account", Label: v.Say(withLabel), Optional: true}
	if v.Actor.May(people.AccountCharter, "", v.Now) {
		with.Options = []frame.Option{{Value: "", Label: v.Say(withNone)}}
	}
	all, err := r.Accounts.All(v.Context(), false)
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		if v.Actor.May(people.AccountCharter, a.ID, v.Now) {
			with.Options = append(with.Options, frame.Option{Value: a.ID, Label: a.Name})
		}
	}
	line := func(name string, label, hint lingo.Text, optional bool) frame.FieldView {
		return form.Field(frame.FieldView{Name: name, Label: v.Say(label), Hint: v.Say(hint), Optional: optional})
	}
	purpose := form.Field(frame.FieldView{Kind: frame.Area, Name: "purpose", Label: v.Say(purposeField), Rows: 2, Speech: true})
	day := func(name string, label, hint lingo.Text) frame.FieldView {
		return form.Field(frame.FieldView{Kind: frame.Date, Name: name, Label: v.Say(label), Hint: v.Say(hint), Optional: true})
	}
	return []frame.FieldView{form.Field(network), line("address", addressField, addressHint, false), line("name", listName, lingo.Text{}, false),
		line("unit", unitLabel, lingo.Text{}, false), purpose, line("rules", rulesField, lingo.Text{}, true), form.Field(with),
		day("opened", openedField, lingo.Text{}), day("closed", closedField, closedHint)}, nil
}

func (r room) list(v *visit.Visit) error {
	current, err := r.named(v)
	if err != nil {
		return err
	}
	l := account.Listing{Listing: current.Listing, Network: v.Form("network"), Address: v.Form("address"), Name: v.Form("name"), Unit: v.Form("unit"),
		Purpose: v.Form("purpose"), Rules: v.Form("rules"), Account: v.Form("account")}
	l.Number, _ = strconv.Atoi(v.Form("number")) // what is no number is no version we have: a conflict
	var wrong fault.List
	for field, into := range map[string]*clock.Date{"opened": &l.Opened, "closed": &l.Closed} {
		if s := v.Form(field); s != "" {
			if *into, err = clock.ParseDate(s); err != nil {
				wrong = append(wrong, fault.Of(err).At(field))
			}
		}
	}
	if err = wrong.OrNil(); err == nil {
		l, err = r.Accounts.List(v.Context(), v.Actor, l)
	}
	if hall.Mendable(err) {
		return r.showListForm(v, current, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, listPath+"/"+l.Listing, listSaved)
}
