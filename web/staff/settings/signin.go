package settings

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// signInView is the page about how people sign in.
type signInView struct {
	tabs     frame.TabsView
	demand   *hall.Sheet // which roles ask for more than a password; nil for those who may not decide it
	demanded string      // the same in words
	provider string      // what the identity provider is called; "" when there is none
	groups   frame.TableView
	alarms   []alarm
	envelope []hall.Row // the break-glass accounts
}

// alarm is a break-glass account that has been used, and the form that ends the alarm.
type alarm struct {
	title, text string
	sheet       *hall.Sheet // nil for those who may not end it
}

// signIn shows how people sign in.
func (r room) signIn(v *visit.Visit) error { return r.showSignIn(v, hall.Form{}, nil) }

// showSignIn shows the page, with what was wrong in the demand, or in the words about one alarm.
func (r room) showSignIn(v *visit.Visit, quiet hall.Form, wrong error) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, signInTab)
	if err != nil {
		return err
	}
	d, err := r.People.Demanded(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	view := signInView{tabs: tabs(v), demanded: demandWords(d).In(v.Lang), provider: r.SignIn.ProviderName(), groups: r.groupTable(v)}
	if view.alarms, err = r.alarms(v); err != nil {
		return err
	}
	if view.envelope, err = r.envelopes(v); err != nil {
		return err
	}
	if hall.May(v, people.SettingsWrite) {
		sheet := demandSheet(v, d)
		view.demand = &sheet
	}
	status := http.StatusOK
	if wrong != nil {
		f.Errors, f.Path, status = len(quiet.Errors()), signInPath, quiet.Status(v)
		for i := range view.alarms {
			if view.alarms[i].sheet != nil {
				view.alarms[i].sheet.Errors = quiet.Errors()
			}
		}
	}
	return v.Page(status, signInPage(f, view))
}

// demandSheet asks which roles a password is not enough for.
func demandSheet(v *visit.Visit, d people.Demand) hall.Sheet {
	var chosen []string
	var options []frame.Option
	for _, role := range people.Roles {
		options = append(options, frame.Option{Value: string(role), Label: v.Say(capitals(role.Title()))})
	}
	for _, role := range d.Roles {
		chosen = append(chosen, string(role))
	}
	form := hall.Filled(v, url.Values{"roles": chosen})
	return hall.Sheet{Action: signInPath, Bare: true, Button: frame.ButtonView{Text: v.Say(save), Look: frame.Primary}, Sections: []hall.Section{{Fields: []frame.FieldView{
		form.Field(frame.FieldView{Kind: frame.Ticks, Name: "roles", Label: v.Say(demandLabel), Options: options, Optional: true})}}}}
}

func demandWords(d people.Demand) lingo.Text {
	if len(d.Roles) == 0 {
		return demandNone
	}
	var sv, en string
	for i, role := range d.Roles {
		if i > 0 {
			sv, en = sv+", ", en+", "
		}
		sv, en = sv+role.Title().SV, en+role.Title().EN
	}
	return demandLine.Put(lingo.Text{SV: sv, EN: en})
}

// demand decides which roles a password is not enough for.
func (r room) demand(v *visit.Visit) error {
	_ = v.R.ParseForm() // what could be read of it is decided
	var roles []people.Role
	for _, role := range v.R.PostForm["roles"] {
		roles = append(roles, people.Role(role))
	}
	if err := r.People.SetDemand(v.Context(), v.Actor, roles); err != nil {
		return err
	}
	return hall.See(v, signInPath, saved)
}

// groupTable tells what each group leads to: first the roles for the whole authority, then those at single accounts.
func (r room) groupTable(v *visit.Visit) frame.TableView {
	mapping, seats := r.SignIn.Mapping()
	t := frame.TableView{Caption: v.Say(groupsTitle), Heads: []string{v.Say(groupHead), v.Say(roleLabel)}}
	for _, g := range slices.Sorted(maps.Keys(mapping)) {
		t.Rows = append(t.Rows, frame.RowView{Cells: []string{g, v.Say(capitals(mapping[g].Title()))}})
	}
	for _, g := range slices.Sorted(maps.Keys(seats)) {
		for _, s := range seats[g] {
			t.Rows = append(t.Rows, frame.RowView{Cells: []string{g, seatLine.Put(capitals(s.Role.Title()), s.Account).In(v.Lang)}})
		}
	}
	return t
}

// alarms are the break-glass accounts that have been used and that nobody has seen to.
func (r room) alarms(v *visit.Visit) ([]alarm, error) {
	all, err := r.SignIn.Emergencies(v.Context(), v.Actor)
	var out []alarm
	for _, e := range all {
		if e.Uses == 0 {
			continue
		}
		a := alarm{title: v.Say(alarmTitle), text: alarmText.Put(hall.Words(v, e.Alarm), e.Person.Email).In(v.Lang)}
		if hall.May(v, people.SettingsWrite) && v.Actor.Person.ID != e.Person.ID {
			a.sheet = quietSheet(v, e)
		}
		out = append(out, a)
	}
	return out, err
}

func quietSheet(v *visit.Visit, e signin.Emergency) *hall.Sheet {
	return &hall.Sheet{Action: signInPath + "/larm/" + e.Person.ID, Bare: true, Button: frame.ButtonView{Text: v.Say(quietButton)},
		Sections: []hall.Section{{Fields: []frame.FieldView{{Kind: frame.Area, Name: "words", Label: v.Say(quietLabel), Hint: v.Say(quietHint), Rows: 2, Max: 500}}}}}
}

// quiet ends an alarm.
func (r room) quiet(v *visit.Visit) error {
	err := r.SignIn.Quiet(v.Context(), v.Actor, v.R.PathValue("id"), v.Form("words"))
	if hall.Mendable(err) && fault.Of(err).Field == "words" {
		return r.showSignIn(v, hall.Again(v, err), err)
	}
	if err != nil {
		return err
	}
	return hall.See(v, signInPath, quieted)
}

func (r room) envelopes(v *visit.Visit) ([]hall.Row, error) {
	all, err := r.SignIn.Emergencies(v.Context(), v.Actor)
	var out []hall.Row
	for _, e := range all {
		line := envelopeUnused.Put(hall.Day(e.MadeAt))
		if !e.LastUsed.IsZero() {
			line = envelopeUsed.Put(hall.Day(e.MadeAt), hall.Words(v, e.LastUsed))
		}
		out = append(out, hall.Row{Title: e.Person.Email, Lines: []string{line.In(v.Lang)}})
	}
	return out, err
}

var (
	demandTitle  = lingo.T("Mer än ett lösenord", "More than a password")
	demandLead   = lingo.T("För en del roller kan ett lösenord vara för lite. Den som har en sådan roll behöver en inloggningsnyckel, ett andra steg eller myndighetens egen inloggning. Det gäller genast.", "For some roles a password may be too little. Whoever has such a role needs a passkey, a second step or the authority's own sign-in. It holds at once.")
	demandLabel  = lingo.T("Roller som ett lösenord inte räcker för", "Roles for which a password is not enough")
	demandNone   = lingo.T("Ett lösenord räcker för alla.", "A password is enough for everybody.")
	demandLine   = lingo.T("Ett lösenord räcker inte för: %s.", "A password is not enough for: %s.")
	providerCard = lingo.T("Myndighetens egen inloggning", "The authority's own sign-in")
	providerLine = lingo.T("Den heter %s på inloggningssidan.", "It is called %s on the sign-in page.")
	providerNone = lingo.T("Ingen är ansluten. Driftguiden berättar hur man gör.", "None is connected. The guide to running Tilltal says how.")
	groupsTitle  = lingo.T("Grupper som ger roller och uppdrag", "Groups that give roles and mandates")
	seatLine     = lingo.T("%s på @%s", "%s at @%s")
	groupHead    = lingo.T("Grupp", "Group")
	groupsLead   = lingo.T("Roller och uppdrag följer grupperna varje gång någon loggar in där.", "Roles and mandates follow groups each time somebody signs in there.")

	envelopeTitle  = lingo.T("Nödkonto", "Break-glass account")
	envelopeLead   = lingo.T("Ett lösenord i ett kuvert, för dagen då inget annat fungerar. Gör det på servern, och gör ett nytt när det har använts:", "A password in an envelope, for the day when nothing else works. Make it on the server, and make a new one when it has been used:")
	envelopeUnused = lingo.T("Lösenordet är från %s. Aldrig använt.", "The password is from %s. Never used.")
	envelopeUsed   = lingo.T("Lösenordet är från %s. Använt senast %s.", "The password is from %s. Last used %s.")
	alarmTitle     = lingo.T("Nödkontot har använts", "The break-glass account has been used")
	alarmText      = lingo.T("Någon loggade in %s med %s. Ta reda på vem och varför.", "Somebody signed in %s by %s. Find out who and why.")
	alarmLink      = lingo.T("Gå igenom larmet", "Review the alarm")
	quietLabel     = lingo.T("Vad hände?", "What happened?")
	quietHint      = lingo.T("Det du skriver står i protokollet.", "What you write stands on the record.")
	quietButton    = lingo.T("Stäng av larmet", "End the alarm")
	quieted        = lingo.T("Larmet är avstängt. Glöm inte ett nytt lösenord till kuvertet.", "The alarm has ended. Do not forget a new password for the envelope.")
)
