// Package live lets pages at the desk stay fresh (levande sidor). A page that is open holds a stream; when something has been
// written on the record that concerns it, the stream says which parts of the page to fetch anew, and nothing else. What is
// new is read by the page itself, through the same gate and with the same rights as always, so a stream can tell nobody
// anything that she may not know. On every page it says when her bell has something new.
//
// The streams of a node share one follower of the ledger, and there is a limit to how many there may be. A page without a
// script, or whose stream is broken, is a page like any other: it is fresh when it is fetched.
package live

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/web/visit"
)

// Path is where the stream is.
const Path = "/strom"

// Ledger is what is followed: the store.
type Ledger interface {
	// Size returns how many entries there are.
	Size(ctx context.Context) (int64, error)
	// Await returns when there are more than size, with how many there are then, or when the context ends.
	Await(ctx context.Context, size int64) (int64, error)
	// Entries returns up to limit entries after a number, the oldest first.
	Entries(ctx context.Context, after int64, limit int) ([]desk.Entry, error)
}

// People tells whether somebody is still signed in and what she may do: desk/people.
type People interface {
	// Sessions lists the actor's sessions that are alive.
	Sessions(ctx context.Context, actor people.Actor) ([]people.Session, error)
	Load(ctx context.Context, person string) (people.Actor, error)
}

// Deps is what the streams need from the house.
type Deps struct {
	Ledger Ledger
	Bells  Bells // nil rings for nobody
	People People
	Beat   time.Duration // how often a stream gives a sign of life, and asks if she is still signed in; 15 seconds when 0
	Pause  time.Duration // the least time between two events on a stream; a second when 0
}

// The most streams of a node, and of one person in it: a window each, and a few that have not noticed that they are gone.
const (
	most     = 2000
	mostEach = 16
)

// Streams are all streams of this node.
type Streams struct {
	with Deps
	hub  hub
}

// New opens the streams. Close them before the server shuts down: they never end by themselves.
func New(d Deps) *Streams {
	if d.Beat == 0 {
		d.Beat = 15 * time.Second
	}
	if d.Pause == 0 {
		d.Pause = time.Second
	}
	s := &Streams{with: d}
	if s.with.Bells == nil {
		s.with.Bells = mute{}
	}
	s.hub.ledger, s.hub.bells, s.hub.look = d.Ledger, s.with.Bells, max(d.Pause, 20*time.Millisecond)
	return s
}

// Routes returns the streams' row in the table of routes. Whoever is signed in may listen; what she hears depends on what
// she may read.
func (s *Streams) Routes() []visit.Route {
	return []visit.Route{{Method: http.MethodGet, Path: Path, Audience: visit.Staff, Right: people.SessionOwn, Do: s.serve}}
}

// URL is the address of a stream for a page that is made now: it tells from where on the page does not know what happened.
// Ask for it before the page reads anything.
func (s *Streams) URL(ctx context.Context) string {
	size, err := s.with.Ledger.Size(ctx)
	if err != nil {
		return Path
	}
	at := Path + "?efter=" + strconv.FormatInt(size, 10)
	if turn, err := s.with.Bells.NoticeTurn(ctx); err == nil {
		at += "&varv=" + strconv.FormatInt(turn, 10)
	}
	return at
}

// Close ends every stream, and lets no new one begin.
func (s *Streams) Close() { s.hub.close() }
