package main

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"syscall"
	"time"

	"tilltal/job"
)

// How long is too long: a lane that has not looked for work, and a job that has waited.
const (
	standstill = 45 * time.Second
	waitedLong = 10 * time.Minute
)

// leastRoom is how little may be left on the disk, in bytes: less than a few letters of the largest size.
const leastRoom = 8 << 20

// roomLeft is how much the program may still write on the disk where a folder lies, in bytes.
func roomLeft(folder string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, err
	}
	return s.Bavail * uint64(s.Bsize), nil
}

// health is what a machine that watches the desk reads.
type health struct {
	Status   string         `json:"status"` // "ok" or "red"
	Why      []string       `json:"why,omitempty"`
	Alarms   []string       `json:"alarms,omitempty"` // the desk works, and somebody should come and look
	Version  string         `json:"version"`
	Instance string         `json:"instance"` // "real" or "copy"
	Waiting  map[string]int `json:"waiting,omitempty"`
	Oldest   int            `json:"oldest_seconds"`
}

// health answers 200 while the desk works, and 503 when the database cannot be written, the disk is full, a worker stands still, or jobs wait
// too long. A copy is healthy: it is silent on purpose.
func (h *house) health(runner *job.Runner, r *rooms) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		ctx, cancel := context.WithTimeout(req.Context(), 5*time.Second)
		defer cancel()
		doc := h.examine(ctx, runner)
		if fromHere(req) {
			doc.Alarms = alarms(ctx, r)
		}
		status := http.StatusOK
		if doc.Status != "ok" {
			status = http.StatusServiceUnavailable
			w.Header().Set("Retry-After", "10")
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(doc) // the caller has gone away: nobody is left to tell
	})
}

func (h *house) examine(ctx context.Context, runner *job.Runner) health {
	doc := health{Status: "ok", Version: version, Instance: "real"}
	if !h.known.Load() {
		doc.Instance = "copy"
	}
	if err := h.store.Ping(ctx); err != nil {
		doc.Why = append(doc.Why, "the database cannot be written: disk full, read-only or away")
	}
	if left, err := roomLeft(h.Data); err == nil && left < leastRoom {
		doc.Why = append(doc.Why, "the disk with the data folder is full")
	}
	if lane := runner.Standstill(standstill); lane != "" {
		doc.Why = append(doc.Why, "the workers of "+lane+" stand still")
	}
	counts, oldest, err := h.store.Waiting(ctx)
	switch {
	case err != nil:
		doc.Why = append(doc.Why, "the queue cannot be read")
	case oldest > waitedLong && doc.Instance == "real":
		doc.Why = append(doc.Why, "jobs have waited too long")
	}
	doc.Waiting, doc.Oldest = counts, int(oldest.Seconds())
	if len(doc.Why) > 0 {
		doc.Status = "red"
	}
	return doc
}

// alarms are for the house, as the figures are. A database that is away has been told of already.
func alarms(ctx context.Context, r *rooms) (out []string) {
	all, _ := r.signin.Alarms(ctx)
	for _, at := range all {
		out = append(out, "the break-glass account was used at "+at.Format(time.RFC3339))
	}
	return out
}

// local answers only to programs on this machine that come without a proxy between: figures are for the house.
func local(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !fromHere(r) {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// fromHere reports whether a request comes from a program on this machine, without a proxy between.
func fromHere(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback() && r.Header.Get("X-Forwarded-For") == "" && r.Header.Get("Forwarded") == ""
}
