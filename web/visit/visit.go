// Package visit is one request, as the pages see it: who comes, in which language, at what time, and the ways to answer. A
// page's handler takes a Visit and returns an error; what the visitor reads of that error, and what the log reads, is
// decided in one place (web/answer.go).
package visit

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
)

// Audience is for whom a route is: it decides how the gate asks, and in what form errors are told.
type Audience int

// The audiences.
const (
	Everyone Audience = iota // citizens, and staff who are not signed in: pages
	Staff                    // people of the desk, signed in: pages
	Servers                  // other servers and programs: JSON, errors as problem+json
)

// Handler answers a visit.
type Handler func(v *Visit) error

// Route is one row of the table of routes: what is asked for, for whom it is, which right it takes, and who answers. The
// gate asks whether the visitor has the right anywhere; the room asks again whether she has it for this thing.
type Route struct {
	Method   string
	Path     string // a pattern of net/http.ServeMux
	Audience Audience
	Right    people.Right // "" for Everyone and Servers, and never "" for Staff
	Limit    int64        // how large a body may be, in bytes; 0 means 1 MiB
	Do       Handler
}

// Visit is one request.
type Visit struct {
	W       http.ResponseWriter
	R       *http.Request
	ID      string // in the log and on the error page, so that a person can ask about it
	Lang    lingo.Lang
	Theme   frame.Theme
	Actor   people.Actor   // the zero Actor when nobody is signed in
	Session people.Session // the zero Session when nobody is signed in
	Secret  string         // the session cookie's secret, for ending the session
	Now     time.Time
	Base    *url.URL // the square's own address: scheme and host
	Log     *slog.Logger
	Route   *Route
}

// Context returns the request's context.
func (v *Visit) Context() context.Context { return v.R.Context() }

// SignedIn reports whether somebody of the desk is signed in.
func (v *Visit) SignedIn() bool { return v.Actor.Person.ID != "" }

// Say returns a text in the visitor's language.
func (v *Visit) Say(t lingo.Text) string { return t.In(v.Lang) }

// Page answers with a page.
func (v *Visit) Page(status int, c templ.Component) error {
	var b bytes.Buffer
	if err := c.Render(v.Context(), &b); err != nil {
		return fault.Wrap("render", err)
	}
	v.W.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.W.WriteHeader(status)
	_, _ = v.W.Write(b.Bytes()) // the visitor has gone away: nobody is left to tell
	return nil
}

// JSON answers with a document of a media type.
func (v *Visit) JSON(status int, mediaType string, doc any) error {
	b, err := json.Marshal(doc)
	if err != nil {
		return fault.Wrap("json", err)
	}
	return v.Bytes(status, mediaType, b)
}

// Bytes answers with bytes of a media type.
func (v *Visit) Bytes(status int, mediaType string, b []byte) error {
	v.W.Header().Set("Content-Type", mediaType)
	v.W.WriteHeader(status)
	_, _ = v.W.Write(b) // as in Page
	return nil
}

// See sends the visitor on to another page of ours after a form has been dealt with (303).
func (v *Visit) See(path string) error {
	http.Redirect(v.W, v.R, Local(path), http.StatusSeeOther)
	return nil
}

// Local returns the path when it leads to a page of ours, and the first page otherwise: a form's "back" field must not send
// anybody elsewhere.
func Local(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.Host != "" || u.Scheme != "" || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/"
	}
	return path
}

// Form returns a field of the form, or of the query, without the spaces around it.
func (v *Visit) Form(name string) string { return strings.TrimSpace(v.R.FormValue(name)) }

// Parts reports whether only a part of the page is wanted, by the scripts that renew it.
func (v *Visit) Parts() bool { return v.R.Header.Get("Tilltal-Fragment") != "" }

// Frame begins a page's view with what every page has.
func (v *Visit) Frame(title lingo.Text) frame.Page {
	return frame.Page{Lang: v.Lang, Theme: v.Theme, Title: title.In(v.Lang), Path: v.R.URL.RequestURI()}
}

// Faults returns the faults in an error, for a form that shows them by its fields.
func Faults(err error) fault.List {
	var list fault.List
	if l, ok := err.(fault.List); ok {
		return l
	}
	if err != nil {
		list = append(list, fault.Of(err))
	}
	return list
}
