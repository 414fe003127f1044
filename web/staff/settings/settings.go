// Package settings is the room where the installation and the register of colleagues are looked after (inställningar): what
// the authority says of itself, who works here and with which roles, jobs that were given up, whether this is the real desk,
// and how to check and copy the record.
//
// Whoever may read the register of colleagues may enter; each page then asks for its own right. No page of this room shows
// anything that a citizen has written.
package settings

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// People is the register of colleagues: desk/people.
type People interface {
	People(ctx context.Context, actor people.Actor, leavers bool) ([]people.Person, error)
	Dossier(ctx context.Context, actor people.Actor, person string) (people.Dossier, error)
	Short(ctx context.Context, actor people.Actor) ([]string, error)
	Hire(ctx context.Context, actor people.Actor, n people.Newcomer) (people.Welcome, error)
	Invite(ctx context.Context, actor people.Actor, person string) (people.Welcome, error)
	Describe(ctx context.Context, actor people.Actor, person string, n people.Newcomer) (people.Person, error)
	Grant(ctx context.Context, actor people.Actor, person string, role people.Role, until time.Time) (people.Grant, error)
	Revoke(ctx context.Context, actor people.Actor, grant string) error
	Leave(ctx context.Context, actor people.Actor, person string) error
	EndSessions(ctx context.Context, actor people.Actor, person, but string) error
	RevokeToken(ctx context.Context, actor people.Actor, id string) error
	Demanded(ctx context.Context, actor people.Actor) (people.Demand, error)
	SetDemand(ctx context.Context, actor people.Actor, roles []people.Role) error
}

// SignIn is how people show who they are: desk/signin.
type SignIn interface {
	Emergencies(ctx context.Context, actor people.Actor) ([]signin.Emergency, error)
	Quiet(ctx context.Context, actor people.Actor, person, words string) error
	Release(ctx context.Context, actor people.Actor, person string) error
	ProviderName() string
	Mapping() (roles map[string]people.Role, seats map[string][]people.Seat)
}

// Accounts is the register of accounts: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// Authority is what the authority says of itself: desk/authority.
type Authority interface {
	Current(ctx context.Context) (authority.Settings, error)
	History(ctx context.Context, actor people.Actor) ([]authority.Settings, error)
	Change(ctx context.Context, actor people.Actor, s authority.Settings) (authority.Settings, error)
}

// Jobs is the queue of work: the store.
type Jobs interface {
	DeadJobs(ctx context.Context, limit int) ([]desk.DeadJob, error)
	Revive(ctx context.Context, id int64, who desk.Who) error
	Waiting(ctx context.Context) (counts map[string]int, oldest time.Duration, err error)
}

// Ledger is the record's proof: the store.
type Ledger interface {
	Checkpoint(ctx context.Context) (signed []byte, key string, err error)
}

// Instance is this installation: whether it is the real one, and how a person says that it is.
type Instance interface {
	Real() bool
	// Claim makes this the real one and silences the others. Who is the name for the record.
	Claim(ctx context.Context, who string) error
}

// Deps is what the room needs from the house.
type Deps struct {
	People    People
	SignIn    SignIn
	Accounts  Accounts
	Authority Authority
	Jobs      Jobs
	Ledger    Ledger
	Instance  Instance
	Hall      *hall.Hall
}

// room is the room with its routes.
type room struct{ Deps }

// Where the room's pages are.
const (
	path          = "/installningar"
	authorityPath = path + "/myndighet"
	peoplePath    = path + "/kollegor"
	newPath       = path + "/ny-kollega"
	signInPath    = path + "/inloggning"
	jobsPath      = path + "/arbeten"
	instancePath  = path + "/installation"
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
	return []visit.Route{
		get(path, people.PeopleRead, r.overview),
		get(authorityPath, people.SettingsRead, r.authority), post(authorityPath, people.SettingsWrite, r.changeAuthority),
		get(peoplePath, people.PeopleRead, r.colleagues),
		get(newPath, people.PeopleHire, r.hireForm), post(newPath, people.PeopleHire, r.hire),
		get(peoplePath+"/{id}", people.PeopleRead, r.colleague),
		get(peoplePath+"/{id}/uppgifter", people.PeopleHire, r.describeForm), post(peoplePath+"/{id}/uppgifter", people.PeopleHire, r.describe),
		post(peoplePath+"/{id}/lank", people.PeopleHire, r.invite),
		post(peoplePath+"/{id}/roller", people.PeopleGrant, r.grant), post(peoplePath+"/{id}/roller/{grant}", people.PeopleGrant, r.revoke),
		post(peoplePath+"/{id}/logga-ut", people.PeopleSignOut, r.signOut), post(peoplePath+"/{id}/nycklar/{token}", people.PeopleSignOut, r.revokeToken),
		get(peoplePath+"/{id}/sluta", people.PeopleLeave, r.leaveForm), post(peoplePath+"/{id}/sluta", people.PeopleLeave, r.leave),
		get(peoplePath+"/{id}/andra-steget", people.PeopleHire, r.releaseForm), post(peoplePath+"/{id}/andra-steget", people.PeopleHire, r.release),
		get(signInPath, people.SettingsRead, r.signIn), post(signInPath, people.SettingsWrite, r.demand),
		post(signInPath+"/larm/{id}", people.SettingsWrite, r.quiet),
		get(jobsPath, people.JobsRead, r.jobs), post(jobsPath+"/{id}", people.JobsRetry, r.retry),
		get(instancePath, people.SettingsRead, r.instance),
		get(instancePath+"/riktig", people.InstanceClaim, r.claimForm), post(instancePath+"/riktig", people.InstanceClaim, r.claim),
	}
}

// tabs lead between the room's pages: those that the visitor may open.
func tabs(v *visit.Visit) frame.TabsView {
	view := frame.TabsView{Label: v.Say(tabsLabel)}
	for _, t := range []struct {
		tab   frame.Tab
		right people.Right
	}{
		{frame.Tab{Name: v.Say(overviewTab), Href: path}, people.PeopleRead},
		{frame.Tab{Name: v.Say(authorityTab), Href: authorityPath}, people.SettingsRead},
		{frame.Tab{Name: v.Say(peopleTab), Href: peoplePath}, people.PeopleRead},
		{frame.Tab{Name: v.Say(signInTab), Href: signInPath}, people.SettingsRead},
		{frame.Tab{Name: v.Say(jobsTab), Href: jobsPath}, people.JobsRead},
		{frame.Tab{Name: v.Say(instanceTab), Href: instancePath}, people.SettingsRead},
	} {
		if hall.May(v, t.right) {
			t.tab.Here = v.R.URL.Path == t.tab.Href
			view.Tabs = append(view.Tabs, t.tab)
		}
	}
	return view
}

// overview says what needs attention.
func (r room) overview(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, frame.RoomSettings.Name())
	if err != nil {
		return err
	}
	short, err := r.short(v)
	if err != nil {
		return err
	}
	o := outlook{short: short, real: r.Instance.Real()}
	if hall.May(v, people.JobsRead) {
		dead, err := r.Jobs.DeadJobs(v.Context(), mostDead)
		if err != nil {
			return err
		}
		o.dead, o.knowsJobs = len(dead), true
	}
	if hall.May(v, people.SettingsRead) {
		if o.alarms, err = r.alarms(v); err != nil {
			return err
		}
	}
	o.mayClaim = hall.May(v, people.InstanceClaim)
	return v.Page(http.StatusOK, overviewPage(f, tabs(v), o))
}

// outlook is what needs attention, if anything.
type outlook struct {
	short    []hall.Row // accounts with too few owners
	dead     int        // jobs given up
	alarms   []alarm    // the break-glass account has been used
	real     bool
	mayClaim bool

	knowsJobs bool // the visitor may see the jobs
}

func (o outlook) fine() bool { return len(o.short) == 0 && len(o.alarms) == 0 && o.dead == 0 && o.real }

// fineText says no more than what the visitor may see.
func (o outlook) fineText() lingo.Text {
	if o.knowsJobs {
		return allFineJobs
	}
	return allFineText
}

// short lists the accounts that have too few owners.
func (r room) short(v *visit.Visit) ([]hall.Row, error) {
	ids, err := r.People.Short(v.Context(), v.Actor)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	names, err := r.names(v.Context())
	if err != nil {
		return nil, err
	}
	var out []hall.Row
	for _, id := range ids {
		out = append(out, hall.Row{Title: names[id], Href: "/konton/" + id + "/ansvariga"})
	}
	return out, nil
}

// names are the accounts' names by id, closed ones too.
func (r room) names(ctx context.Context) (map[string]string, error) {
	all, err := r.Accounts.All(ctx, true)
	out := make(map[string]string, len(all))
	for _, a := range all {
		out[a.ID] = a.Name
	}
	return out, err
}
