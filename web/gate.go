package web

import (
	"net/http"
	"net/url"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// maxBody is how large a form may be when its route says nothing else.
const maxBody = 1 << 20

// gate stands before every route: it reads who comes, asks for the route's right, bounds the body, and tells what went
// wrong.
func (s *Server) gate(r *visit.Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		v := s.receive(w, req, r)
		if err := s.admit(v); err != nil {
			s.tell(v, err)
			return
		}
		if err := r.Do(v); err != nil {
			s.tell(v, err)
		}
	})
}

// receive reads the request's language, theme and session. It writes nothing.
func (s *Server) receive(w http.ResponseWriter, req *http.Request, r *visit.Route) *visit.Visit {
	v := &visit.Visit{W: w, R: req, ID: requestID(req), Now: s.Clock.Now(), Base: s.Base, Route: r, Log: s.Log.With("request", requestID(req))}
	limit := r.Limit
	if limit == 0 {
		limit = maxBody
	}
	req.Body = http.MaxBytesReader(w, req.Body, limit)
	v.Lang = language(req)
	v.Theme = frame.ParseTheme(cookie(req, ThemeCookie))
	noteRoute(req, r)
	if r.Audience == visit.Servers {
		return v
	}
	v.Secret = cookie(req, s.cookieName())
	return v
}

// admit lets a visitor in, or says why not.
func (s *Server) admit(v *visit.Visit) error {
	if v.Secret != "" {
		actor, session, err := s.Door.Enter(v.Context(), v.Secret)
		switch {
		case err == nil:
			v.Actor, v.Session = actor, session
			v.Lang = hers(v)
		case !fault.Is(err, fault.SignIn):
			return err
		}
	}
	if v.Route.Audience != visit.Staff {
		return nil
	}
	v.W.Header().Set("Cache-Control", "no-store")
	if !v.SignedIn() {
		return needSignIn
	}
	if !v.Actor.Anywhere(v.Route.Right, v.Now) && !own(v) {
		return people.Ask(v.Actor, v.Route.Right, "", v.Now)
	}
	return nil
}

// own lets those in who may do it to their own things only: the room asks whose it is.
func own(v *visit.Visit) bool {
	if v.Actor.MayOwn(v.Route.Right, "", v.Now) {
		return true
	}
	for _, m := range v.Actor.Mandates {
		if v.Actor.MayOwn(v.Route.Right, m.Account, v.Now) {
			return true
		}
	}
	return false
}

var needSignIn = fault.New(fault.SignIn, lingo.T("Logga in för att fortsätta.", "Sign in to continue."))

// The cookies that remember what a reader has chosen. Neither tells who she is.
const (
	LanguageCookie = "sprak"
	ThemeCookie    = "tema"
)

// cookieName is the session cookie's: over https one that no other host can set.
func (s *Server) cookieName() string { return SessionCookie(s.Base) }

// SessionCookie names the cookie that holds a session's secret.
func SessionCookie(base *url.URL) string {
	if base.Scheme == "https" {
		return "__Host-tilltal"
	}
	return "tilltal"
}

// SetSession hands the browser a session's secret, or takes it back when secret is "".
func SetSession(v *visit.Visit, secret string) {
	c := &http.Cookie{Name: SessionCookie(v.Base), Value: secret, Path: "/", HttpOnly: true, Secure: v.Base.Scheme == "https", SameSite: http.SameSiteLaxMode}
	if secret == "" {
		c.MaxAge = -1
	} else {
		c.MaxAge = 30 * 24 * 3600
	}
	http.SetCookie(v.W, c)
}

func cookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

// language is what the reader has chosen, in the address, by cookie, or in her browser.
func language(r *http.Request) lingo.Lang {
	if l, ok := chosenLanguage(r); ok {
		return l
	}
	return lingo.Match(r.Header.Get("Accept-Language"))
}

func chosenLanguage(r *http.Request) (lingo.Lang, bool) {
	for _, chosen := range []string{r.URL.Query().Get("lang"), cookie(r, LanguageCookie)} {
		if l := lingo.Lang(chosen); l == lingo.SV || l == lingo.EN {
			return l, true
		}
	}
	return "", false
}

// hers is the language of somebody who is signed in: what she has chosen in this browser, or else what the register says.
func hers(v *visit.Visit) lingo.Lang {
	if l := lingo.Lang(v.Actor.Person.Language); l == lingo.SV || l == lingo.EN {
		if _, chosen := chosenLanguage(v.R); !chosen {
			return l
		}
	}
	return v.Lang
}
