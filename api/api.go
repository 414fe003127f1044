// Package api is the desk for programs: everything the pages can do, as JSON under /api/v1, through the same methods of the
// same rooms. Its description is OpenAPI 3.1 at /api/openapi.json, made from the types below.
//
//   - Who calls brings a bearer token, made with `tilltal token create` or on the page Mitt. Cookies are not read. A token
//     may never do more than its person may, nor anything outside its scopes.
//   - Each operation names its right. Errors are problem+json (RFC 9457) with what went wrong and what to do.
//   - Lists come in pages: pass what "next" says as the query parameter "after".
//   - A POST may carry Idempotency-Key: sent again with the same key, within a week, it gives the first answer and does
//     nothing twice (see idempotency.go).
package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web"
)

// Bearers tells whom a token speaks for: the people room.
type Bearers interface {
	Bearer(ctx context.Context, bearer string) (people.Actor, error)
}

// API answers programs.
type API struct {
	huma  huma.API
	clock clock.Clock
	mux   *http.ServeMux
}

// Prefix is where every operation begins.
const Prefix = "/api/v1"

// New opens the API with its operations. version is the program's.
func New(c clock.Clock, version string, who Bearers, memory Memory, rooms Rooms) *API {
	mux := http.NewServeMux()
	config := huma.DefaultConfig("Tilltal", version)
	config.Info.Description = "The desk on which a public authority speaks and listens in social media."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/openapi", "", ""
	config.CreateHooks = nil // no $schema links: the description has it all
	config.RejectUnknownQueryParameters = true
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"bearer": {Type: "http", Scheme: "bearer"}}
	a := &API{clock: c, mux: mux}
	a.huma = humago.New(mux, config)
	a.huma.UseMiddleware(a.enter(who))
	rooms.operations(a)
	a.mux.HandleFunc("/api/", nowhere)
	return &API{huma: a.huma, clock: c, mux: remembering(mux, memory, c)}
}

// Handler answers everything under /api/.
func (a *API) Handler() http.Handler { return a.mux }

// operation is one row in the API's table: what is called, and which right it takes.
type operation struct {
	Method, Path string // the path after Prefix
	ID           string // the stable name of the operation
	Summary      string
	Right        people.Right
	Status       int   // 0 is 200, or 204 without a body
	MaxBody      int64 // bytes; 0 is 1 MiB
}

// actorKey is where enter leaves who calls.
type actorKey struct{}

// rightKey is where an operation's metadata names its right.
const rightKey = "right"

// register adds an operation. The room behind it asks for the right again, for the thing at hand.
func register[I, O any](a *API, op operation, do func(ctx context.Context, who people.Actor, in *I) (*O, error)) {
	huma.Register(a.huma, huma.Operation{
		Method: op.Method, Path: Prefix + op.Path, OperationID: op.ID, Summary: op.Summary, DefaultStatus: op.Status,
		MaxBodyBytes: op.MaxBody, Metadata: map[string]any{rightKey: op.Right},
		Description: "Right: " + string(op.Right), Security: []map[string][]string{{"bearer": {}}},
		Tags: []string{strings.SplitN(string(op.Right), ".", 2)[0]},
	}, func(ctx context.Context, in *I) (*O, error) {
		actor, _ := ctx.Value(actorKey{}).(people.Actor)
		out, err := do(ctx, actor, in)
		if err != nil {
			return nil, told{err}
		}
		return out, nil
	})
}

// enter reads the bearer token and asks for the operation's right, before anything else is read.
func (a *API) enter(who Bearers) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		bearer, ok := strings.CutPrefix(c.Header("Authorization"), "Bearer ")
		if !ok {
			writeFault(c, noToken)
			return
		}
		actor, err := who.Bearer(c.Context(), strings.TrimSpace(bearer))
		if err != nil {
			writeFault(c, err)
			return
		}
		right, _ := c.Operation().Metadata[rightKey].(people.Right)
		now := a.clock.Now()
		if !actor.Anywhere(right, now) && !anyOwn(actor, right, a.clock) {
			writeFault(c, people.Ask(actor, right, "", now))
			return
		}
		next(huma.WithValue(c, actorKey{}, actor))
	}
}

// anyOwn lets in those who may do it to their own things only: the room asks whose it is.
func anyOwn(actor people.Actor, right people.Right, c clock.Clock) bool {
	if actor.MayOwn(right, "", c.Now()) {
		return true
	}
	for _, m := range actor.Mandates {
		if actor.MayOwn(right, m.Account, c.Now()) {
			return true
		}
	}
	return false
}

var noToken = fault.New(fault.SignIn, lingo.T("Anropet saknar åtkomstnyckel.", "The call has no access token.")).
	Try(lingo.T("Skicka huvudet Authorization: Bearer följt av nyckeln.", "Send the header Authorization: Bearer followed by the token."))

// told is a fault on its way out through huma: it writes itself with the house's table of statuses.
type told struct{ err error }

func (t told) Error() string { return t.err.Error() }
func (t told) Unwrap() error { return t.err }

// GetStatus is how huma asks for the status.
func (t told) GetStatus() int { return web.Status(fault.KindOf(t.err)) }

// ContentType is how huma asks in what form the error is written.
func (t told) ContentType(string) string { return "application/problem+json" }

// MarshalJSON writes the problem document.
func (t told) MarshalJSON() ([]byte, error) { return problemOf(t.err, lingo.EN) }

func writeFault(c huma.Context, err error) {
	f := fault.Of(err)
	if f.Kind == fault.SignIn {
		c.SetHeader("WWW-Authenticate", `Bearer realm="tilltal"`)
	}
	c.SetHeader("Content-Type", "application/problem+json")
	c.SetStatus(web.Status(f.Kind))
	if b, err := problemOf(err, lingo.Match(c.Header("Accept-Language"))); err == nil {
		_, _ = c.BodyWriter().Write(b) // the caller has gone away: nobody is left to tell
	}
}

func nowhere(w http.ResponseWriter, r *http.Request) {
	web.Problem(w, fault.New(fault.NotFound, lingo.T("Det finns inget sådant anrop.", "There is no such operation.")).
		Try(lingo.T("Alla anrop står i /api/openapi.json.", "All operations are in /api/openapi.json.")), lingo.Match(r.Header.Get("Accept-Language")), web.RequestID(r))
}
