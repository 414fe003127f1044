// Package scim is where the authority's register of staff tells who has left (SCIM 2.0, RFC 7643 and RFC 7644). Entra ID, Keycloak
// and other registers know the protocol, and say within minutes what somebody else would have to remember to say.
//
// It is the small part that is needed for that: to find a person by her e-mail address, to read her, and to end her access by
// active=false or DELETE. Nobody is hired here and no name is changed: that is the desk's own register, or the identity
// provider's sign-in. What is not supported answers 501 and says so.
package scim

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/throttle"
	"tilltal/desk/people"
	"tilltal/web"
	"tilltal/web/visit"
)

// People is the register of colleagues: desk/people.
type People interface {
	People(ctx context.Context, actor people.Actor, leavers bool) ([]people.Person, error)
	Dossier(ctx context.Context, actor people.Actor, person string) (people.Dossier, error)
	Leave(ctx context.Context, actor people.Actor, person string) error
}

// Deps is what is needed from the house.
type Deps struct {
	People  People
	Clock   clock.Clock
	Token   string // the bearer token; "" closes the door
	Address func(r *http.Request) string
}

// Prefix is where the register of staff calls. It is the address to write in its settings.
const Prefix = "/scim/v2"

// mediaType is SCIM's own.
const mediaType = "application/scim+json"

// door is the routes with what they need.
type door struct {
	Deps
	want  [sha256.Size]byte
	tries *throttle.Throttle
}

// Routes returns the rows in the table of routes; none without a token.
func Routes(d Deps) []visit.Route {
	if d.Token == "" {
		return nil
	}
	o := &door{Deps: d, want: sha256.Sum256([]byte(d.Token)), tries: throttle.New(throttle.Rule{Burst: 20, Every: 10 * time.Second}, 10_000, d.Clock)}
	row := func(method, path string, do visit.Handler) visit.Route {
		return visit.Route{Method: method, Path: Prefix + path, Audience: visit.Servers, Limit: 64 << 10, Do: o.guarded(do)}
	}
	return []visit.Route{
		row(http.MethodGet, "/ServiceProviderConfig", config),
		row(http.MethodGet, "/Users", o.find), row(http.MethodGet, "/Users/{id}", o.read),
		row(http.MethodPatch, "/Users/{id}", o.patch), row(http.MethodDelete, "/Users/{id}", o.remove),
		row(http.MethodPost, "/Users", notHere), row(http.MethodPut, "/Users/{id}", notHere),
	}
}

// guarded asks for the token, and tells what goes wrong in SCIM's own words.
func (o *door) guarded(do visit.Handler) visit.Handler {
	return func(v *visit.Visit) error {
		v.W.Header().Set("Cache-Control", "no-store")
		if err := o.known(v.R); err != nil {
			return tell(v, err)
		}
		if err := do(v); err != nil {
			return tell(v, err)
		}
		return nil
	}
}

// known compares the token. Wrong ones are throttled by where they come from.
func (o *door) known(r *http.Request) error {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	got := sha256.Sum256([]byte(token))
	if subtle.ConstantTimeCompare(got[:], o.want[:]) == 1 {
		return nil
	}
	if o.Address != nil {
		if err := o.tries.Allow(o.Address(r)); err != nil {
			return err
		}
	}
	return badToken
}

func (o *door) actor() people.Actor { return people.Routine(people.RoutineRegister, o.Clock.Now()) }

// config says what is supported (RFC 7643 section 5).
func config(v *visit.Visit) error {
	no := map[string]bool{"supported": false}
	return v.JSON(http.StatusOK, mediaType, map[string]any{
		"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"},
		"patch":   map[string]bool{"supported": true}, "bulk": map[string]any{"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
		"filter": map[string]any{"supported": true, "maxResults": 1}, "changePassword": no, "sort": no, "etag": no,
		"authenticationSchemes": []map[string]string{{"type": "oauthbearertoken", "name": "Bearer", "description": "A token from the settings of the desk"}},
	})
}

// user is a person as SCIM writes her (RFC 7643 section 4.1).
type user struct {
	Schemas  []string          `json:"schemas"`
	ID       string            `json:"id"`
	UserName string            `json:"userName"`
	Name     map[string]string `json:"name"`
	Active   bool              `json:"active"`
	Meta     meta              `json:"meta"`
}

type meta struct {
	ResourceType string    `json:"resourceType"`
	Created      time.Time `json:"created"`
	Location     string    `json:"location"`
}

func asUser(v *visit.Visit, p people.Person) user {
	return user{Schemas: []string{"urn:ietf:params:scim:schemas:core:2.0:User"}, ID: p.ID, UserName: p.Email, Name: map[string]string{"formatted": p.Name},
		Active: !p.Left(), Meta: meta{ResourceType: "User", Created: p.HiredAt, Location: v.Base.String() + Prefix + "/Users/" + p.ID}}
}

// find answers the one question that registers ask: userName eq "amina@example.se".
func (o *door) find(v *visit.Visit) error {
	name, ok := userName(v.R.URL.Query().Get("filter"))
	if !ok {
		return badFilter
	}
	all, err := o.People.People(v.Context(), o.actor(), false)
	if err != nil {
		return err
	}
	found := []user{}
	for _, p := range all {
		if p.Email == strings.ToLower(name) {
			found = append(found, asUser(v, p))
		}
	}
	return v.JSON(http.StatusOK, mediaType, map[string]any{"schemas": []string{"urn:ietf:params:scim:api:messages:2.0:ListResponse"},
		"totalResults": len(found), "startIndex": 1, "itemsPerPage": len(found), "Resources": found})
}

// userName reads a filter: userName eq "…" (RFC 7644 section 3.4.2.2). Names of attributes and operators have no case.
func userName(filter string) (string, bool) {
	attribute, rest, ok := strings.Cut(strings.TrimSpace(filter), " ")
	operator, value, ok2 := strings.Cut(strings.TrimSpace(rest), " ")
	if !ok || !ok2 || !strings.EqualFold(attribute, "userName") || !strings.EqualFold(operator, "eq") {
		return "", false
	}
	var s string
	if json.Unmarshal([]byte(strings.TrimSpace(value)), &s) != nil || s == "" {
		return "", false
	}
	return strings.TrimSpace(s), true
}

func (o *door) person(v *visit.Visit) (people.Person, error) {
	d, err := o.People.Dossier(v.Context(), o.actor(), v.R.PathValue("id"))
	return d.Person, err
}

func (o *door) read(v *visit.Visit) error {
	p, err := o.person(v)
	if err != nil {
		return err
	}
	return v.JSON(http.StatusOK, mediaType, asUser(v, p))
}

// remove ends a person's access. She stays on the record.
func (o *door) remove(v *visit.Visit) error {
	p, err := o.person(v)
	if err != nil {
		return err
	}
	if err := o.People.Leave(v.Context(), o.actor(), p.ID); err != nil {
		return err
	}
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}

// patch ends a person's access when it says active=false. Other attributes are the desk's own: they are read past.
func (o *door) patch(v *visit.Visit) error {
	active, err := readPatch(v.R)
	if err != nil {
		return err
	}
	p, err := o.person(v)
	if err != nil {
		return err
	}
	switch {
	case active == nil:
	case *active && p.Left():
		return takenBack
	case !*active:
		if err := o.People.Leave(v.Context(), o.actor(), p.ID); err != nil {
			return err
		}
	}
	if p, err = o.person(v); err != nil {
		return err
	}
	return v.JSON(http.StatusOK, mediaType, asUser(v, p))
}

// notHere answers what is not supported.
func notHere(*visit.Visit) error { return unsupported }

// tell answers with a fault in SCIM's own form (RFC 7644 section 3.12).
func tell(v *visit.Visit, err error) error {
	f := fault.Of(err)
	status, kind := web.Status(f.Kind), ""
	switch {
	case errors.Is(err, unsupported):
		status = http.StatusNotImplemented
	case errors.Is(err, badFilter):
		status, kind = http.StatusBadRequest, "invalidFilter"
	case f.Kind == fault.Invalid:
		status, kind = http.StatusBadRequest, "invalidSyntax"
	case f.Kind == fault.Conflict:
		kind = "mutability"
	case f.Kind == fault.SignIn:
		v.W.Header().Set("WWW-Authenticate", "Bearer")
	case status >= http.StatusInternalServerError:
		v.Log.Error("the register of staff could not be answered", "error", err)
	}
	if f.After > 0 {
		v.W.Header().Set("Retry-After", strconv.Itoa(int(f.After.Seconds()+0.999)))
	}
	doc := map[string]any{"schemas": []string{"urn:ietf:params:scim:api:messages:2.0:Error"}, "status": strconv.Itoa(status), "detail": f.Say.EN}
	if kind != "" {
		doc["scimType"] = kind
	}
	return v.JSON(status, mediaType, doc)
}
