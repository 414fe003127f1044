// Package web is the house's doors: the square for citizens (web/public), the desk for staff (web/staff), its settings
// (web/admin), and the addresses where other servers call (web/federation). Every door is one row in a table of routes, with
// its audience and its right; the gate asks before anybody is let in, and one place tells what went wrong.
//
// Pages work without JavaScript, and keep the strict policy of package static.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/web/static"
	"tilltal/web/visit"
)

// Door tells who comes with a session's secret. The people room is one.
type Door interface {
	// Enter returns the person behind a session, and the session. It gives a fault of kind SignIn for a secret that is
	// unknown, has ended or has run out.
	Enter(ctx context.Context, secret string) (people.Actor, people.Session, error)
}

// Options are what the doors need.
type Options struct {
	Base    *url.URL // the square's own address
	Clock   clock.Clock
	Log     *slog.Logger
	Door    Door
	Metrics prometheus.Registerer
	Routes  []visit.Route
	Extra   map[string]http.Handler // whole subtrees with a gate of their own: the API, metrics, health
	// Interrupted answers a form that came to the desk after its sender's session had ended, so that what she wrote is not
	// lost: web/staff/signin. nil tells her only to sign in.
	Interrupted visit.Handler
	// Closing is done before the doors close: it ends what would never end by itself, such as streams of events.
	Closing []func()
}

// Server answers requests.
type Server struct {
	Options
	mux   *http.ServeMux
	meter *meter
}

// New puts the table of routes up.
func New(o Options) *Server {
	s := &Server{Options: o, mux: http.NewServeMux(), meter: newMeter(o.Metrics)}
	s.mux.Handle("GET "+static.Prefix, static.Handler())
	for pattern, h := range o.Extra {
		s.mux.Handle(pattern, h)
	}
	for i := range o.Routes {
		r := &o.Routes[i]
		s.mux.Handle(r.Method+" "+r.Path, s.gate(r))
	}
	s.mux.Handle("/", s.gate(&visit.Route{Path: "/", Audience: visit.Everyone, Do: lost}))
	return s
}

// Handler returns everything behind the common guards: cross-origin forms are refused, every answer has its headers, and
// every request its number in the log.
func (s *Server) Handler() http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(s.gate(&visit.Route{Path: "cross-origin", Audience: visit.Everyone, Do: foreign}))
	return s.observe(headers(s.Base.Scheme == "https", s.guardForms(guard)))
}

// guardForms lets servers and programs past the guard of forms: they bring signatures and tokens, never cookies.
func (s *Server) guardForms(guard *http.CrossOriginProtection) http.Handler {
	guarded := guard.Handler(s.mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie(s.cookieName()); err != nil && forServers(r.URL.Path) {
			s.mux.ServeHTTP(w, r)
			return
		}
		guarded.ServeHTTP(w, r)
	})
}

// Serve answers on a listener's address until the context ends, then lets what is under way come to an end.
func (s *Server) Serve(ctx context.Context, address string, ready func(address string)) error {
	l, err := listen(ctx, address)
	if err != nil {
		return err
	}
	srv := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       2 * time.Minute,
		WriteTimeout:      10 * time.Minute, // who does not read what she asked for holds nothing for ever
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.Log.Handler(), slog.LevelDebug),
		BaseContext:       nil,
	}
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(l) }()
	ready(l.Addr().String())
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	for _, end := range s.Closing {
		end()
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return srv.Shutdown(patience)
}
