package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

const description = `The desk on which a public authority speaks and listens in social media.

Every call but this description carries a bearer token. A token speaks for a person, and may never do more than she may, nor anything outside its scopes: "read", "write", or single rights such as "draft.write". Each operation tells its right; "me" tells which ones the token has, and where.

Errors are problem+json (RFC 9457), in the language of Accept-Language: Swedish or English. Times are RFC 3339; a moment that was promised on the wall of a zone is a date, a time and a zone. Lists come in pages: pass "next" as "after". Fields and query parameters that are not described are refused.`

// describe writes the description down, once, and opens its address: whoever wants to write a program may read it.
func (a *API) describe() {
	schemas := a.huma.OpenAPI().Components.Schemas.Map()
	delete(schemas, "ErrorModel") // huma's own errors, which nobody ever sees: see tell
	delete(schemas, "ErrorDetail")
	plain, err := json.Marshal(a.huma.OpenAPI())
	if err != nil { // made of our own types: cannot fail
		panic("the API cannot be described: " + err.Error())
	}
	var b bytes.Buffer
	if err := json.Indent(&b, plain, "", "  "); err != nil {
		panic("the API cannot be described: " + err.Error())
	}
	b.WriteByte('\n')
	a.spec = b.Bytes()
	a.mux.HandleFunc("GET /api/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/openapi+json")
		w.Header().Set("Cache-Control", "public, max-age=300")
		_, _ = w.Write(a.spec) // the caller has gone away: nobody is left to tell
	})
}

// Description returns the description as it is served: OpenAPI 3.1, as JSON.
func (a *API) Description() []byte { return a.spec }

// idempotencyKey is documented on every POST.
var idempotencyKey = &huma.Param{Name: "Idempotency-Key", In: "header", Schema: &huma.Schema{Type: "string", MaxLength: new(longestKey)},
	Description: "A name that you choose for this call, different for each. Sent again with the same key within a week, the call gives the first answer, with the header Idempotency-Replayed, and does nothing twice."}

// errorWords say what each error means, for the description.
var errorWords = map[int]string{
	400: "The body cannot be read.",
	401: "The token is missing, unknown, or has ended.",
	403: "The person may not, or the token was not made for it.",
	404: "There is no such thing, or not for this person.",
	408: "The body took too long to come.",
	409: "Somebody else was first, or it is already done. Read what there is and decide anew.",
	410: "It has been closed, withdrawn, discarded or ended.",
	413: "The body, or something in it, is too large.",
	415: "The body is of a type that we do not read.",
	422: "Something that was sent cannot be used. \"errors\" names each field.",
	429: "Too soon. Come back after Retry-After.",
	500: "The mistake is ours. It is in our log under the request's number.",
	503: "The database, the disk or a network is away. Nothing was done. Come back after Retry-After.",
}

// errorResponses are the errors as the description has them, once for all operations.
func errorResponses(schemas huma.Registry) map[string]*huma.Response {
	schema := schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	out := map[string]*huma.Response{}
	for status, words := range errorWords {
		out["problem"+strconv.Itoa(status)] = &huma.Response{Description: words, Content: map[string]*huma.MediaType{problemType: {Schema: schema}}}
	}
	return out
}

// problems are the errors that an operation may answer with.
func problems(op operation, in reflect.Type) map[string]*huma.Response {
	may := []int{401, 403, 429, 500, 503}
	if strings.Contains(op.Path, "{") {
		may = append(may, 404)
	}
	if in.NumField() > 0 {
		may = append(may, 422)
	}
	_, says := in.FieldByName("Body")
	if _, sends := in.FieldByName("RawBody"); says || sends {
		may = append(may, 400, 408, 413, 415)
	}
	if op.Method != http.MethodGet {
		may = append(may, 409, 410)
	}
	out := map[string]*huma.Response{}
	for _, status := range may {
		out[strconv.Itoa(status)] = &huma.Response{Ref: "#/components/responses/problem" + strconv.Itoa(status)}
	}
	return out
}
