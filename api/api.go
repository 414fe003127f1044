// Package api is the desk for programs: everything the pages can do, as JSON under /api/v1, through the same methods of the
// same rooms. Its description is OpenAPI 3.1 at /api/openapi.json, made from the types in this folder; docs/api.md is the
// guide.
//
//   - Who calls brings a bearer token, made with `tilltal token create` or on the page Mitt. Cookies are not read. A token
//     may never do more than its person may, nor anything outside its scopes, and nothing that concerns how she signs in.
//   - Each operation names its right. The door asks for it before it reads anything; the room asks again, for the thing at
//     hand.
//   - Errors are problem+json (RFC 9457) with what went wrong and what to do, in the caller's language.
//   - Lists come in pages: pass what "next" says as the query parameter "after".
//   - What one has read before one decides is named by a number ("seen", "base", "number") or a hash: when somebody else was
//     first, the answer is 409 and nothing was written.
//   - A POST may carry Idempotency-Key: sent again with the same key, within a week, it gives the first answer and does
//     nothing twice (see idempotency.go).
package api

import (
	"context"
	"log/slog"
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

// Options are what the API needs.
type Options struct {
	Clock  clock.Clock
	Log    *slog.Logger // what went wrong on our side is told here, and to nobody else
	Who    Bearers
	Memory Memory
	Rooms  Rooms
}

// API answers programs.
type API struct {
	Options
	huma huma.API
	mux  *http.ServeMux
	spec []byte
}

// Prefix is where every operation begins.
const Prefix = "/api/v1"

// edition is that of the contract: it changes when programs must.
const edition = "1.0.0"

// New opens the API with its operations.
func New(o Options) *API {
	a := &API{Options: o, mux: http.NewServeMux()}
	config := huma.DefaultConfig("Tilltal", edition)
	config.Info.Description = description
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", "" // we serve the description ourselves, and nothing else
	config.CreateHooks = nil                                             // no $schema links: the description has it all
	config.RejectUnknownQueryParameters = true
	config.Formats = map[string]huma.Format{"application/json": careful, "json": careful}
	config.Transformers = []huma.Transformer{a.tell}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"bearer": {Type: "http", Scheme: "bearer",
		Description: "An access token, made with `tilltal token create` or on the page Mitt."}}
	config.Components.Responses = errorResponses(config.Components.Schemas)
	a.huma = humago.New(a.mux, config)
	a.huma.UseMiddleware(a.enter, a.remember)
	o.Rooms.operations(a)
	a.describe()
	a.mux.HandleFunc("/api/", nowhere)
	return a
}

// Handler answers everything under /api/.
func (a *API) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		if err := readable(r); err != nil {
			web.Problem(w, err, language(r), web.RequestID(r))
			return
		}
		a.mux.ServeHTTP(w, r)
	})
}

// actorKey and langKey are where enter leaves who calls, and what she reads.
type (
	actorKey struct{}
	langKey  struct{}
)

// enter reads the bearer token and asks for the operation's right, before anything else is read.
func (a *API) enter(c huma.Context, next func(huma.Context)) {
	r, _ := humago.Unwrap(c)
	l := language(r)
	c.SetHeader("Content-Language", string(l))
	c = huma.WithValue(c, langKey{}, l)
	bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		a.refuse(c, noToken)
		return
	}
	actor, err := a.Who.Bearer(c.Context(), strings.TrimSpace(bearer))
	if err != nil {
		a.refuse(c, err)
		return
	}
	op, _ := c.Operation().Metadata[operationKey].(operation)
	if err := op.admits(actor, a.Clock.Now()); err != nil {
		a.refuse(c, err)
		return
	}
	next(huma.WithValue(c, actorKey{}, actor))
}

var noToken = fault.New(fault.SignIn, lingo.T("Anropet saknar åtkomstnyckel.", "The call has no access token.")).
	Try(lingo.T("Skicka huvudet Authorization: Bearer följt av nyckeln.", "Send the header Authorization: Bearer followed by the token."))

func language(r *http.Request) lingo.Lang { return lingo.Match(r.Header.Get("Accept-Language")) }

// langOf is the language that the caller reads.
func langOf(ctx context.Context) lingo.Lang {
	l, _ := ctx.Value(langKey{}).(lingo.Lang)
	return l
}

func nowhere(w http.ResponseWriter, r *http.Request) {
	web.Problem(w, fault.New(fault.NotFound, lingo.T("Det finns inget sådant anrop.", "There is no such operation.")).
		Try(lingo.T("Alla anrop står i /api/openapi.json.", "All operations are in /api/openapi.json.")), language(r), web.RequestID(r))
}
