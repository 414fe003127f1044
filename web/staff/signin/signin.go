// Package signin is the desk's front door: signing in and out, choosing a password from an invitation, and the first start,
// when somebody who has just installed the desk says whose it is.
//
// Nobody loses a text at the door. A form that is sent after the session has ended is answered with the sign-in page, which
// carries what was typed and gives it back afterwards (see [Interrupted]).
package signin

import (
	"context"
	"net/http"
	"net/netip"
	"sync/atomic"
	"time"

	"tilltal/base/clock"
	"tilltal/base/oidc"
	"tilltal/base/throttle"
	"tilltal/desk/authority"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	"tilltal/desk/start"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// People ends sessions and knows invitations: desk/people.
type People interface {
	SignOut(ctx context.Context, secret string) error
	Invited(ctx context.Context, secret string) (people.Person, error)
	Accept(ctx context.Context, secret, chosen string) (people.Person, error)
}

// Ways are the ways to show who one is: desk/signin.
type Ways interface {
	Password(ctx context.Context, a people.Attempt) (signin.Step, error)
	Onwards(ctx context.Context, person string, a people.Attempt) (signin.Step, error)
	Waiting(ctx context.Context, ticket string) error
	Second(ctx context.Context, ticket, code string, a people.Attempt) (secret string, s people.Session, err error)
	AskPasskey(ctx context.Context, a people.Attempt) (options []byte, ticket string, err error)
	Unlock(ctx context.Context, ticket string, answer []byte, a people.Attempt) (secret string, s people.Session, err error)
	ProviderName() string
	AskProvider(ctx context.Context, carried string, a people.Attempt) (address, ticket string, err error)
	HearProvider(ctx context.Context, ticket string, answer oidc.Answer, a people.Attempt) (secret string, s people.Session, carried string, err error)
	EndAtProvider(s people.Session, back string) string
	Part(ctx context.Context, token string) error
}

// Authority tells whose desk it is: desk/authority.
type Authority interface {
	Current(ctx context.Context) (authority.Settings, error)
}

// Start is the first day: desk/start.
type Start interface {
	Needed(ctx context.Context) (bool, error)
	Begin(ctx context.Context, f start.Form) (start.Begun, error)
}

// Deps is what the front door needs from the house.
type Deps struct {
	People    People
	Ways      Ways
	Authority Authority
	Start     Start
	Clock     clock.Clock
	// SetupCode must be written to start the desk for the first time: whoever can read the server's terminal has it. Make it
	// with [NewSetupCode]. Without one the desk cannot be started from the web.
	SetupCode string
	// Address tells where a request came from, for the throttles. nil takes the connection's own address; behind a reverse
	// proxy it must read what the proxy says.
	Address func(r *http.Request) string
}

// Door is the front door with its routes.
type Door struct {
	with    Deps
	tries   *throttle.Throttle // of the setup code
	started atomic.Bool        // the desk has been started: it is never asked again
}

// New opens the front door.
func New(d Deps) *Door {
	if d.Address == nil {
		d.Address = connection
	}
	return &Door{with: d, tries: throttle.New(throttle.Rule{Burst: 10, Every: 10 * time.Second}, 10_000, d.Clock)}
}

// Where the door's pages are.
const (
	SignInPath  = "/logga-in"
	secondPath  = SignInPath + "/steg"
	keptPath    = SignInPath + "/sparat" // shows once more what was typed before a session ended
	keyPath     = SignInPath + "/inloggningsnyckel"
	ProviderURL = SignInPath + "/oidc"        // begins a sign-in at the identity provider
	AnswerPath  = ProviderURL + "/svar"       // where the provider sends the browser back to
	PartingPath = ProviderURL + "/utloggning" // where the provider tells that somebody has signed out
	SignOutPath = frame.SignOutPath
	WelcomePath = "/valkommen/"
	StartPath   = "/borja"
	home        = "/idag"
)

// maxForm is how large a sign-in form may be: it may carry a form that was interrupted.
const maxForm = 2 << 20

// Routes returns the front door's rows in the table of routes.
func (d *Door) Routes() []visit.Route {
	row := func(method, path string, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: path, Audience: visit.Everyone, Limit: maxForm, Do: private(do)}
	}
	return []visit.Route{
		row(http.MethodGet, secondPath, d.second), row(http.MethodPost, secondPath, d.takeSecond),
		row(http.MethodPost, keptPath, d.kept),
		row(http.MethodPost, keyPath+"/fraga", d.askKey), row(http.MethodPost, keyPath, d.unlock),
		row(http.MethodGet, ProviderURL, d.toProvider), row(http.MethodPost, ProviderURL, d.toProviderWith), row(http.MethodGet, AnswerPath, d.fromProvider),
		{Method: http.MethodPost, Path: PartingPath, Audience: visit.Servers, Limit: 64 << 10, Do: private(d.parting)},
		row(http.MethodGet, SignInPath, d.form), row(http.MethodPost, SignInPath, d.signIn), row(http.MethodPost, SignOutPath, d.signOut),
		row(http.MethodGet, WelcomePath+"{secret}", d.welcome), row(http.MethodPost, WelcomePath+"{secret}", d.choose),
		row(http.MethodGet, StartPath, d.start), row(http.MethodPost, StartPath, d.begin),
	}
}

// private keeps the door's pages out of caches and out of the addresses that other pages learn: some have a secret in theirs.
func private(do visit.Handler) visit.Handler {
	return func(v *visit.Visit) error {
		v.W.Header().Set("Cache-Control", "no-store")
		v.W.Header().Set("Referrer-Policy", "no-referrer")
		return do(v)
	}
}

// First returns the routes so that, until the desk has been started, every page leads to the first start. Routes for servers,
// forms and the front door's own pages are as they were.
func (d *Door) First(routes []visit.Route) []visit.Route {
	out := make([]visit.Route, len(routes))
	for i, r := range routes {
		if do := r.Do; r.Method == http.MethodGet && r.Audience != visit.Servers && r.Path != StartPath {
			r.Do = func(v *visit.Visit) error {
				if needed, err := d.needed(v.Context()); err != nil || needed {
					return toStart(v, err)
				}
				return do(v)
			}
		}
		out[i] = r
	}
	return out
}

func toStart(v *visit.Visit, err error) error {
	if err != nil {
		return err
	}
	return v.See(StartPath)
}

// needed reports whether the desk is still to be started.
func (d *Door) needed(ctx context.Context) (bool, error) {
	if d.started.Load() {
		return false, nil
	}
	needed, err := d.with.Start.Needed(ctx)
	if err == nil && !needed {
		d.started.Store(true)
	}
	return needed, err
}

// attempt is who knocks, as the people room wants to know it.
func (d *Door) attempt(v *visit.Visit) people.Attempt {
	return people.Attempt{Agent: v.R.UserAgent(), Address: d.with.Address(v.R)}
}

func connection(r *http.Request) string {
	if a, err := netip.ParseAddrPort(r.RemoteAddr); err == nil {
		return a.Addr().String()
	}
	return r.RemoteAddr
}
