package people

import (
	"context"
	"strings"
	"time"
	"unicode"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// How long a session lasts: a working day unused, and a month whatever happens.
const (
	SessionIdle = 12 * time.Hour
	SessionMost = 30 * 24 * time.Hour

	// BreakGlassMost is how long whoever came in by the break-glass account stays.
	BreakGlassMost = 4 * time.Hour
)

// touchEvery is how exact Session.Seen is: a write for every page would be waste.
const touchEvery = time.Minute

// Begin begins a session for a person who has proved, by password or otherwise, who she is. It is the one door in.
func (r *Room) Begin(ctx context.Context, person, how string, a Attempt) (secret string, s Session, err error) {
	p, err := r.store.Person(ctx, person)
	if err != nil {
		return "", Session{}, err
	}
	if err := stillHere(p); err != nil {
		return "", Session{}, err
	}
	now := r.clock.Now()
	secret, hash := newSecret()
	s = Session{ID: hash, Person: p.ID, How: how, Provider: a.Provider, Agent: agent(a.Agent), SignedIn: now, Seen: now, Expires: now.Add(SessionMost)}
	if how == HowBreakGlass {
		s.Expires = now.Add(BreakGlassMost)
	}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{act("signin.succeeded", p.ID, Actor{Person: p}, now,
		map[string]any{"name": p.Name, "how": how, "agent": s.Agent, "from": r.place(a.Address)})}})
	if err != nil {
		return "", Session{}, err
	}
	if err := r.store.KeepSession(ctx, s); err != nil {
		return "", Session{}, err
	}
	return secret, s, nil
}

// Enter returns who a cookie's secret belongs to, loaded anew, and her session. The fault is SignIn when there is no such
// session, it has expired, or she has left.
func (r *Room) Enter(ctx context.Context, secret string) (Actor, Session, error) {
	now := r.clock.Now()
	s, err := r.store.Session(ctx, hashOf(secret))
	if fault.Is(err, fault.NotFound) || err == nil && !s.alive(now) {
		return Actor{}, Session{}, over()
	}
	if err != nil {
		return Actor{}, Session{}, err
	}
	a, err := r.Load(ctx, s.Person)
	if err != nil {
		return Actor{}, Session{}, err
	}
	if a.gone(now) {
		return Actor{}, Session{}, over()
	}
	if a.Weak, err = r.weak(ctx, a, s, now); err != nil {
		return Actor{}, Session{}, err
	}
	if now.Sub(s.Seen) >= touchEvery {
		if err := r.store.TouchSession(ctx, s.ID, now); err != nil {
			return Actor{}, Session{}, err
		}
		s.Seen = now
	}
	return a, s, nil
}

// alive reports whether a session is still good at a moment.
func (s Session) alive(now time.Time) bool {
	return now.Before(s.Expires) && now.Before(s.Seen.Add(SessionIdle))
}

func over() error {
	return fault.New(fault.SignIn, lingo.T("Din inloggning har gått ut.", "Your session has ended.")).
		Try(lingo.T("Logga in igen. Det du har skrivit finns kvar.", "Sign in again. What you have written is still here."))
}

// SignOut ends the session that a cookie's secret belongs to. One that has already ended is no fault.
func (r *Room) SignOut(ctx context.Context, secret string) error {
	s, err := r.store.Session(ctx, hashOf(secret))
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := r.store.Person(ctx, s.Person)
	if err != nil {
		return err
	}
	return r.end(ctx, Actor{Person: p}, s)
}

// Sessions lists the actor's own sessions that are alive, the latest used first. Right: session.own.
func (r *Room) Sessions(ctx context.Context, actor Actor) ([]Session, error) {
	now := r.clock.Now()
	if err := Ask(actor, SessionOwn, "", now); err != nil {
		return nil, err
	}
	all, err := r.store.Sessions(ctx, actor.Person.ID)
	if err != nil {
		return nil, err
	}
	alive := all[:0]
	for _, s := range all {
		if s.alive(now) {
			alive = append(alive, s)
		}
	}
	return alive, nil
}

// EndSession ends one session by its id: one's own (session.own), or anybody's (people.signout).
func (r *Room) EndSession(ctx context.Context, actor Actor, id string) error {
	now := r.clock.Now()
	s, err := r.store.Session(ctx, id)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := mayEnd(actor, s.Person, now); err != nil {
		return err
	}
	return r.end(ctx, actor, s)
}

// EndSessions ends all of a person's sessions but the one named, which may be "": one's own (session.own), or anybody's
// (people.signout).
func (r *Room) EndSessions(ctx context.Context, actor Actor, person, but string) error {
	now := r.clock.Now()
	if err := mayEnd(actor, person, now); err != nil {
		return err
	}
	p, err := r.store.Person(ctx, person)
	if err != nil {
		return err
	}
	if err := r.store.EndSessions(ctx, person, but); err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, desk.Change{Acts: []desk.Act{act("session.ended", person, actor, now, map[string]any{"name": p.Name, "all": true})}})
	return err
}

func mayEnd(actor Actor, person string, now time.Time) error {
	if actor.Person.ID == person && actor.May(SessionOwn, "", now) {
		return nil
	}
	return Ask(actor, PeopleSignOut, "", now)
}

func (r *Room) end(ctx context.Context, actor Actor, s Session) error {
	if err := r.store.EndSession(ctx, s.ID); err != nil {
		return err
	}
	_, err := r.store.Commit(ctx, desk.Change{Acts: []desk.Act{
		act("session.ended", s.Person, actor, r.clock.Now(), map[string]any{"agent": s.Agent})}})
	return err
}

// Sweep removes sessions that are over. A worker calls it now and then; nothing depends on it.
func (r *Room) Sweep(ctx context.Context) error {
	now := r.clock.Now()
	return r.store.SweepSessions(ctx, now, now.Add(-SessionIdle))
}

// agent shortens a User-Agent to what a person recognises her browser by.
func agent(userAgent string) string {
	s := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, userAgent)
	browser, system := first(s, browsers), first(s, systems)
	switch {
	case browser == "" && system == "":
		return ""
	case browser == "" || system == "":
		return browser + system
	}
	return browser + " · " + system
}

// What to look for in a User-Agent, and what to call it. Order matters: most browsers also say that they are others.
var (
	browsers = [][2]string{{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}, {"curl/", "curl"}}
	systems  = [][2]string{{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"}, {"Mac OS", "Mac"}, {"CrOS", "Chromebook"}, {"Linux", "Linux"}}
)

func first(s string, names [][2]string) string {
	for _, n := range names {
		if strings.Contains(s, n[0]) {
			return n[1]
		}
	}
	return ""
}
