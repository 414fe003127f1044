package web

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tilltal/base/ident"
	"tilltal/web/static"
	"tilltal/web/visit"
)

// The log has the route's pattern, never the address asked for: an address may carry a secret or a name. It has no address
// of the visitor and no name.

type ticketKey struct{}

// ticket follows a request through the house.
type ticket struct {
	id    string
	route string
}

func requestID(r *http.Request) string {
	if t, ok := r.Context().Value(ticketKey{}).(*ticket); ok {
		return t.id
	}
	return ""
}

func noteRoute(r *http.Request, route *visit.Route) {
	if t, ok := r.Context().Value(ticketKey{}).(*ticket); ok {
		t.route = route.Path
	}
}

// RequestID returns the number of a request, for those who answer beside the routes.
func RequestID(r *http.Request) string { return requestID(r) }

// observe gives each request its number, measures it, and writes a line in the log when it failed or was slow.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		t := &ticket{id: ident.Secret(9), route: "other"}
		w.Header().Set("X-Request-Id", t.id)
		seen := &watched{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r.WithContext(context.WithValue(r.Context(), ticketKey{}, t)))
		took := time.Since(began)
		s.meter.note(r.Method, t.route, seen.status, took)
		if seen.status >= 500 || took > time.Second && !seen.stream {
			s.Log.Warn("request", "request", t.id, "method", r.Method, "route", t.route, "status", seen.status, "ms", took.Milliseconds())
		} else {
			s.Log.Debug("request", "request", t.id, "method", r.Method, "route", t.route, "status", seen.status, "ms", took.Milliseconds())
		}
	})
}

// watched remembers the status of an answer.
type watched struct {
	http.ResponseWriter
	status int
	wrote  bool
	stream bool // the answer is a stream of events, which lasts
}

func (w *watched) WriteHeader(status int) {
	if !w.wrote {
		w.status, w.wrote = status, true
		w.stream = w.Header().Get("Content-Type") == "text/event-stream"
	}
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController flush and set deadlines.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

type meter struct{ requests *prometheus.HistogramVec }

func newMeter(r prometheus.Registerer) *meter {
	m := &meter{requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "tilltal_http_request_seconds", Help: "How long requests took, by method, route and class of status.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5},
	}, []string{"method", "route", "class"})}
	if r != nil {
		r.MustRegister(m.requests)
	}
	return m
}

func (m *meter) note(method, route string, status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodPost, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodPatch:
	default:
		method = "other"
	}
	m.requests.WithLabelValues(method, route, strconv.Itoa(status/100)+"xx").Observe(took.Seconds())
}

// headers puts the guards that every answer has.
func headers(secure bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", static.Policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
		if secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}
