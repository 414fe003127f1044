package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web"
)

// Problem tells what went wrong (RFC 9457).
type Problem struct {
	Type     string       `json:"type" doc:"about:blank# and the kind: invalid, not_found, forbidden, sign_in, conflict, gone, too_large, too_soon, unreachable or internal" example:"about:blank#conflict"`
	Title    string       `json:"title" doc:"What happened, in a sentence, in the caller's language"`
	Status   int          `json:"status" example:"409"`
	Detail   string       `json:"detail,omitempty" doc:"What to do next"`
	Instance string       `json:"instance,omitempty" doc:"The request's number, to be given to whoever looks in the log"`
	Errors   []WrongField `json:"errors,omitempty" doc:"Each field that must be mended"`
	Draft    string       `json:"draft,omitempty" doc:"The draft in which an answer was kept that could not be sent"`
	Version  int          `json:"version,omitempty" doc:"The draft's version: base of what is written next"`
}

// WrongField is a field that must be mended.
type WrongField struct {
	Field   string `json:"field" example:"until"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// told is a fault on its way out through huma: it gets its words in tell.
type told struct {
	err     error
	draft   string // the draft in which an answer was kept
	version int
}

func toldOf(err error) told {
	var t told
	if !errors.As(err, &t) {
		t.err = err
	}
	return t
}

func (t told) Error() string { return t.err.Error() }
func (t told) Unwrap() error { return t.err }

// GetStatus is how huma asks for the status.
func (t told) GetStatus() int { return web.Status(fault.KindOf(t.err)) }

// GetHeaders is how huma asks for the headers of an error.
func (t told) GetHeaders() http.Header {
	h := http.Header{}
	f := fault.Of(t.err)
	if f.Kind == fault.SignIn {
		h.Set("WWW-Authenticate", `Bearer realm="tilltal"`)
	}
	switch {
	case f.After > 0:
		h.Set("Retry-After", strconv.Itoa(int((f.After+time.Second-1)/time.Second)))
	case f.Kind == fault.Unreachable:
		h.Set("Retry-After", "5")
	}
	return h
}

// ContentType is how huma asks in what form the error is written.
func (t told) ContentType(string) string { return problemType }

const problemType = "application/problem+json"

// tell puts errors in words: the rooms' own, and huma's about what was sent.
func (a *API) tell(c huma.Context, _ string, v any) (any, error) {
	r, _ := humago.Unwrap(c)
	switch e := v.(type) {
	case told:
		return e.problem(language(r), web.RequestID(r)), nil
	case *huma.ErrorModel:
		return told{err: misread(e)}.problem(language(r), web.RequestID(r)).with(e.Status), nil
	}
	return v, nil
}

// refuse answers before the operation has begun.
func (a *API) refuse(c huma.Context, err error) {
	t := told{err: err}
	r, _ := humago.Unwrap(c)
	a.note(c.Context(), c.Operation().OperationID, err)
	for name, values := range t.GetHeaders() {
		c.SetHeader(name, values[0])
	}
	c.SetHeader("Content-Type", problemType)
	c.SetStatus(t.GetStatus())
	_ = json.NewEncoder(c.BodyWriter()).Encode(t.problem(language(r), web.RequestID(r))) // the caller has gone away: nobody is left to tell
}

// note puts a mistake of ours in the log, with the whole chain.
func (a *API) note(ctx context.Context, operation string, err error) {
	if a.Log != nil && fault.KindOf(err) == fault.Internal && ctx.Err() == nil {
		a.Log.Error("a call failed", "operation", operation, "error", err)
	}
}

// ours is what a caller reads when the mistake is ours.
var ours = lingo.T("Något gick fel hos oss.", "Something went wrong on our side.")

func (t told) problem(l lingo.Lang, request string) Problem {
	f := fault.Of(t.err)
	say := f.Say
	if say.Empty() {
		say = ours
	}
	p := Problem{Type: "about:blank#" + f.Kind.String(), Title: say.In(l), Status: web.Status(f.Kind), Detail: f.Hint.In(l), Draft: t.draft, Version: t.version}
	if request != "" {
		p.Instance = "urn:tilltal:request:" + request
	}
	var list fault.List
	switch {
	case errors.As(t.err, &list):
		for _, e := range list {
			p.Errors = append(p.Errors, WrongField{Field: e.Field, Message: e.Say.In(l), Hint: e.Hint.In(l)})
		}
		if len(list) > 1 {
			p.Title, p.Detail = several.In(l), ""
		}
	case f.Field != "":
		p.Errors = []WrongField{{Field: f.Field, Message: say.In(l), Hint: f.Hint.In(l)}}
	}
	return p
}

var several = lingo.T("Flera saker behöver ändras.", "Several things need to be changed.")

// with keeps the status that huma has already written.
func (p Problem) with(status int) Problem {
	p.Status = status
	return p
}

// misread is what huma found in a call, in the house's words.
func misread(e *huma.ErrorModel) error {
	switch e.Status {
	case http.StatusRequestEntityTooLarge:
		return fault.New(fault.TooLarge, lingo.T("Anropet är för stort.", "The call is too large."))
	case http.StatusUnsupportedMediaType:
		return fault.New(fault.Invalid, lingo.T("Vi läser inte den sortens innehåll.", "We do not read that type of content.")).
			Try(lingo.T("Skicka JSON med huvudet Content-Type: application/json.", "Send JSON with the header Content-Type: application/json."))
	case http.StatusRequestTimeout:
		return fault.New(fault.Invalid, lingo.T("Det tog för lång tid för anropet att komma fram.", "The call took too long to arrive."))
	case http.StatusBadRequest:
		return unreadable
	case http.StatusUnprocessableEntity:
	default:
		return e
	}
	var list fault.List
	for _, d := range e.Errors {
		list = append(list, fault.New(fault.Invalid, reword(d.Message)).At(fieldOf(d)))
	}
	if len(list) == 0 {
		return unreadable
	}
	return list
}
