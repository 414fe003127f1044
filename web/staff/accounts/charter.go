package accounts

import (
	"net/http"
	"strconv"

	"tilltal/desk/account"
	"tilltal/web/frame"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// charterForm asks for the account's promises.
func (r room) charterForm(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	values := charter.Values(a.Charter, "", v.Lang)
	values.Set("number", strconv.Itoa(a.Number))
	return r.showCharter(v, a, hall.Filled(v, values))
}

func (r room) showCharter(v *visit.Visit, a account.Account, form hall.Form) error {
	f, _, err := r.frame(v, a)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	number := form.Value("number")
	if len(form.Errors()) > 0 && a.Number > 0 && form.Status(v) == http.StatusConflict {
		number = strconv.Itoa(a.Number) // she has been told, and what she sends next is written from the newest
	}
	return v.Page(form.Status(v), sheetPage(f, v.Say(charterLead), hall.Sheet{
		Action: v.R.URL.Path, Errors: form.Errors(), Sections: charter.Fields(form, ""), Hidden: [][2]string{{"number", number}},
		Back: path + "/" + a.ID, Button: frame.ButtonView{Text: v.Say(save), Look: frame.Primary},
	}))
}

// The buttons of the page that shows a change before it is put in force.
const (
	readField  = "last"  // she has seen the change
	againField = "andra" // she wants to change more
)

// recharter shows the change that was made, asks what sort of change it is, and puts it in force.
func (r room) recharter(v *visit.Visit) error {
	a, err := r.load(v)
	if err != nil {
		return err
	}
	c, err := charter.Read(v, "", a.Charter)
	c.Number, _ = strconv.Atoi(v.Form("number")) // what is no number is no version we have: a conflict
	if err == nil {
		c, err = c.Tidy()
	}
	changed := err == nil && c.Number == a.Number && len(account.Changed(a.Charter, c)) > 0
	switch {
	case changed && v.Form(againField) != "":
		return r.showCharter(v, a, hall.Again(v, nil))
	case changed && v.Form(readField) == "" && v.Form(charter.SortField) == "":
		return r.showChange(v, a, c, hall.Again(v, nil))
	case changed:
		if c.Substance, err = charter.ReadSort(v); err != nil {
			return r.showChange(v, a, c, hall.Again(v, err))
		}
	}
	if err == nil {
		_, err = r.Accounts.Recharter(v.Context(), v.Actor, a.ID, c)
	}
	if hall.Mendable(err) {
		return r.showCharter(v, a, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, path+"/"+a.ID, charterSaved)
}

// showChange shows what a change changes, part by part, and asks of what sort it is.
func (r room) showChange(v *visit.Visit, a account.Account, c account.Charter, form hall.Form) error {
	f, _, err := r.frame(v, a)
	if err != nil {
		return err
	}
	f.Title, f.Errors = changeTitle.Put(a.Name).In(v.Lang), len(form.Errors())
	return v.Page(form.Status(v), changePage(f, v.Say(changeLead), charter.Changes(v.Lang, a.Charter, c), hall.Sheet{
		Action: v.R.URL.Path, Errors: form.Errors(), Sections: []hall.Section{{Fields: []frame.FieldView{charter.SortView(form)}}},
		Hidden: charter.Kept(v, readField, againField), Back: path + "/" + a.ID,
		Button: frame.ButtonView{Text: v.Say(changeAdopt), Look: frame.Primary, Name: readField, Value: "1"},
		Also:   []frame.ButtonView{{Text: v.Say(changeMore), Name: againField, Value: "1", Lenient: true}},
	}))
}
