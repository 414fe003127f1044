package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tilltal/job"
	"tilltal/web/visit"
)

// lanes are the workers, in groups that do not hold each other up.
func (h *house) lanes(r *rooms) []job.Lane {
	return []job.Lane{
		{Name: "publish", Workers: 4, Outward: true, Works: []job.Work{job.Publishing(r.publish)}},
		{Name: "inbox", Workers: 1, Works: []job.Work{job.Sorting(r.inbox)}},
	}
}

// doors are every address of the house.
func (h *house) doors(r *rooms, runner *job.Runner, meters *prometheus.Registry) ([]visit.Route, map[string]http.Handler) {
	var routes []visit.Route
	extra := map[string]http.Handler{
		"GET /health":  h.health(runner),
		"GET /metrics": local(promhttp.HandlerFor(meters, promhttp.HandlerOpts{})),
	}
	return routes, extra
}
