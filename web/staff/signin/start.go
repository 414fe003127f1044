package signin

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/start"
	"tilltal/web"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// The first start is asked in four steps. What has been written in one is carried as hidden fields through the others, so
// that nothing is kept anywhere until all of it is; the password is asked in the last and is never written into a page.
const (
	stepAuthority = 1 + iota
	stepAdmin
	stepAccount
	stepOwners
	steps = stepOwners
)

const (
	stepField = "steg"
	wayField  = "ga" // which button was pressed
	wayBack   = "bak"
	meField   = "owners.me"
	startForm = "borja" // the form's id: the choice of language and look sends it too
	mostRows  = 3       // of owners
)

// parts are the beginnings of the field names of each step.
var parts = map[int]string{stepAuthority: "authority.", stepAdmin: "admin.", stepAccount: "account.", stepOwners: "owners"}

// start shows the first step, with the code in place when the address has it.
func (d *Door) start(v *visit.Visit) error {
	if needed, err := d.needed(v.Context()); err != nil || !needed {
		return alreadyStarted(v, err)
	}
	typed := charter.Values(account.Blank(guideline.ProfileMunicipality), "account.", v.Lang)
	typed.Set("account.kind", account.KindOrganization)
	typed.Set("authority.language", string(lingo.SV))
	typed.Set(codeField, v.Form(codeField))
	return d.step(v, stepAuthority, hall.Filled(v, typed))
}

func alreadyStarted(v *visit.Visit, err error) error {
	if err != nil {
		return err
	}
	return v.See(SignInPath)
}

// begin takes a step: it asks what can be asked of the step, and after the last starts the desk.
func (d *Door) begin(v *visit.Visit) error {
	if needed, err := d.needed(v.Context()); err != nil || !needed {
		return alreadyStarted(v, err)
	}
	at := stepNumber(v.Form(stepField))
	if web.Chose(v) {
		return d.step(v, at, hall.Again(v, nil))
	}
	if err := d.askCode(v); err != nil {
		return d.step(v, stepAuthority, hall.Again(v, err))
	}
	if v.Form(wayField) == wayBack {
		return d.step(v, max(at-1, stepAuthority), hall.Again(v, nil))
	}
	f, rows, err := d.read(v, at)
	if err != nil {
		return d.step(v, at, hall.Again(v, err))
	}
	if at < steps {
		return d.step(v, at+1, hall.Again(v, nil))
	}
	begun, err := d.with.Start.Begin(v.Context(), f)
	if hall.Mendable(err) {
		form := hall.Again(v, inRows(err, rows))
		return d.step(v, firstWrong(form), form)
	}
	if err != nil {
		return err
	}
	d.started.Store(true)
	if err := d.begins(v, begun.Admin.ID); err != nil {
		return err
	}
	return d.begun(v, begun, f)
}

func stepNumber(s string) int {
	for n := stepAuthority; n <= steps; n++ {
		if s == fmt.Sprint(n) {
			return n
		}
	}
	return stepAuthority
}

// read reads the whole form, and says what is wrong in one of its steps. Rows tells which row each owner was written in.
func (d *Door) read(v *visit.Visit, step int) (f start.Form, rows []int, err error) {
	f.Authority = authority.Settings{Name: v.Form("authority.name"), Base: v.Base.String(), Language: v.Form("authority.language"),
		Contact: v.Form("authority.contact"), DPO: v.Form("authority.dpo")}
	f.Admin, f.Password = newcomer(v, "admin."), v.R.PostFormValue("admin.password")
	f.Admin.Language = string(v.Lang)
	f.Account = account.Plan{Handle: v.Form("account.handle"), Kind: v.Form("account.kind")}
	f.Account.Charter, err = charter.Read(v, "account.", account.Blank(guideline.ProfileMunicipality))
	f.Owners, rows = owners(v, f.Admin)
	wrong := visit.Faults(err)
	switch step {
	case stepAuthority:
		_, err = f.Authority.Tidy()
		wrong = under("authority.", err)
	case stepAdmin:
		_, err = f.Admin.Tidy()
		wrong = under("admin.", err)
	case stepAccount:
		if len(wrong) == 0 {
			_, err = f.Account.Tidy()
			wrong = under("account.", err)
		} else if _, err := account.TidyHandle(f.Account.Handle); err != nil {
			wrong = append(wrong, under("account.", err)...)
		}
	}
	return f, rows, wrong.OrNil()
}

func under(part string, err error) fault.List {
	var out fault.List
	for _, f := range visit.Faults(err) {
		out = append(out, f.At(part+f.Field))
	}
	return out
}

func newcomer(v *visit.Visit, part string) people.Newcomer {
	return people.Newcomer{Name: v.Form(part + "name"), GivenName: v.Form(part + "given_name"), Unit: v.Form(part + "unit"), Email: v.Form(part + "email")}
}

// owners reads the rows that somebody is written in; last comes the administrator, if she is one of them.
func owners(v *visit.Visit, admin people.Newcomer) (out []people.Newcomer, rows []int) {
	for row := 1; row <= mostRows; row++ {
		if o := newcomer(v, fmt.Sprintf("owners.%d.", row)); o != (people.Newcomer{}) {
			out, rows = append(out, o), append(rows, row)
		}
	}
	if v.Form(meField) != "" {
		out, rows = append(out, admin), append(rows, 0)
	}
	return out, rows
}

// inRows makes faults of the n-th owner point at the row she was written in.
func inRows(err error, rows []int) error {
	var out fault.List
	for _, f := range visit.Faults(err) {
		for n := len(rows); n >= 1; n-- {
			if rest, ok := strings.CutPrefix(f.Field, fmt.Sprintf("owners.%d.", n)); ok {
				f = f.At(fmt.Sprintf("owners.%d.%s", rows[n-1], rest))
				break
			}
		}
		if f.Field == "owners" || strings.HasPrefix(f.Field, "owners.0.") {
			f = f.At("owners.1.name")
		}
		out = append(out, f)
	}
	return out
}

// firstWrong is the first step in which something is to be mended.
func firstWrong(form hall.Form) int {
	for n := stepAuthority; n < steps; n++ {
		if slices.ContainsFunc(form.Fields(), func(f string) bool { return f != "admin.password" && strings.HasPrefix(f, parts[n]) }) {
			return n
		}
	}
	return steps
}

// carried are the fields that a step does not show, hidden in its page.
func carried(typed url.Values, step int) [][2]string {
	out := [][2]string{{stepField, fmt.Sprint(step)}}
	for _, name := range slices.Sorted(maps.Keys(typed)) {
		shown := strings.HasPrefix(name, parts[step]) || step == stepAuthority && name == codeField
		if shown || slices.Contains([]string{stepField, wayField, "lang", "theme", "admin.password", "authority.base"}, name) {
			continue
		}
		out = append(out, [2]string{name, typed.Get(name)})
	}
	return out
}

// step shows one step.
func (d *Door) step(v *visit.Visit, step int, form hall.Form) error {
	f := d.plain(v, startTitle)
	f.Carrier, f.Path, f.Wide, f.Step = startForm, StartPath, true, stepWord.Put(step, steps).In(v.Lang)
	f.Errors = len(form.Errors())
	status := form.Status(v)
	if status == http.StatusForbidden {
		status = http.StatusUnprocessableEntity // a wrong code is something to mend
	}
	return v.Page(status, startPage(f, step, d.sheet(v, step, form)))
}
