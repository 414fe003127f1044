package api_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/api"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/desk/record"
)

// TestWhatCannotBeUsedIsToldFieldByField sends what no program should.
func TestWhatCannotBeUsedIsToldFieldByField(t *testing.T) {
	each(t, whatCannotBeUsedIsToldFieldByField)
}

func whatCannotBeUsedIsToldFieldByField(t *testing.T, h *house) {
	start := func(more string) string { return fmt.Sprintf(`{"account":%q%s}`, h.account, more) }
	for _, c := range []struct {
		name, method, path string
		said               any
		status             int
		kind, field, word  string
	}{
		{"no JSON", "POST", "/drafts", `{"account":`, 400, "invalid", "", "JSON"},
		{"no body", "POST", "/drafts", nil, 400, "invalid", "", "JSON"},
		{"two values", "POST", "/drafts", `{} {}`, 400, "invalid", "", "JSON"},
		{"a list", "POST", "/drafts", `[]`, 422, "invalid", "body", "object"},
		{"null", "POST", "/drafts", `null`, 422, "invalid", "body", "object"},
		{"an unknown field", "POST", "/drafts", start(`,"txt":"Hej."`), 422, "invalid", "txt", "no such field"},
		{"a field that is missing", "POST", "/drafts", `{"text":"Hej."}`, 422, "invalid", "account", "missing"},
		{"a wrong type", "POST", "/drafts", start(`,"text":17`), 422, "invalid", "text", "text"},
		{"a wrong type in a list", "POST", "/drafts", start(`,"topics":[1]`), 422, "invalid", "topics[0]", "text"},
		{"a number that is no number", "PUT", "/drafts/x", `{"base":1.5}`, 422, "invalid", "base", "whole number"},
		{"a number beyond all", "PUT", "/drafts/x", `{"base":1e999}`, 400, "invalid", "", "JSON"},
		{"a number too small", "PUT", "/drafts/x", `{"base":0}`, 422, "invalid", "base", "at least 1"},
		{"too long a text", "POST", "/drafts", start(`,"summary":"` + strings.Repeat("x", 501) + `"`), 422, "invalid", "summary", "500"},
		{"a text of a megabyte and one", "POST", "/drafts", start(`,"text":"` + strings.Repeat("x", 1<<20+1) + `"`), 413, "too_large", "text", "million"},
		{"a body without end", "POST", "/drafts", start(`,"text":"` + strings.Repeat("x", 9<<20) + `"`), 413, "too_large", "", "too large"},
		{"a body too large for its place", "POST", "/people/x/grants", `{"role":"` + strings.Repeat("x", 1<<20) + `"}`, 413, "too_large", "", "too large"},
		{"nested without end", "POST", "/drafts", start(`,"topics":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000)), 400, "invalid", "", "JSON"},
		{"the character zero", "POST", "/drafts", start(`,"text":"a\u0000b"`), 400, "invalid", "", "JSON"},
		{"the character zero in the address", "GET", "/drafts?after=%00", nil, 422, "invalid", "", "address"},
		{"no characters in the address", "GET", "/drafts?after=%ff", nil, 422, "invalid", "", "address"},
		{"no id", "GET", "/drafts/a'b", nil, 422, "invalid", "id", "not an id"},
		{"an unknown query parameter", "GET", "/drafts?side=2", nil, 422, "invalid", "side", "no such query parameter"},
		{"a limit beyond all", "GET", "/posts?limit=1000", nil, 422, "invalid", "limit", "at most 200"},
		{"a limit that is no number", "GET", "/posts?limit=x", nil, 422, "invalid", "limit", "whole number"},
		{"a cursor of somebody's own", "GET", "/posts?after=x", nil, 422, "invalid", "after", "Start from the beginning"},
		{"no state", "GET", "/drafts?state=x", nil, 422, "invalid", "", "Choose one"},
		{"no time", "GET", "/calendar?from=i%20dag&to=2026-01-01T00:00:00Z", nil, 422, "invalid", "from", "2026-11-23T08:00:00Z"},
		{"a time that is missing", "GET", "/calendar?to=2026-01-01T00:00:00Z", nil, 422, "invalid", "from", "missing"},
		{"an ancient time", "GET", "/calendar?from=1066-10-14T09:00:00Z&to=2026-01-01T00:00:00Z", nil, 422, "invalid", "from", "too far"},
		{"too long a time", "GET", "/calendar?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", nil, 422, "invalid", "to", "too far"},
		{"a future beyond all", "POST", "/people/x/grants", `{"role":"expert","until":"2999-01-01T00:00:00Z"}`, 422, "invalid", "until", "too far"},
		{"an ancient mandate", "POST", "/accounts/x/mandates", `{"person":"x","role":"voice","from":"1600-01-01T00:00:00Z"}`, 422, "invalid", "from", "too far"},
		{"no role", "POST", "/people/x/grants", `{"role":"kung"}`, 422, "invalid", "role", "administrator, communicator"},
		{"no such thing", "GET", "/drafts/ingen", nil, 404, "not_found", "", "cannot find"},
		{"no such operation", "GET", "/nej", nil, 404, "not_found", "", "no such operation"},
		{"no such method", "DELETE", "/drafts", nil, 404, "not_found", "", "no such operation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			who := "Kim"
			r := h.as(t, who, c.method, c.path, c.said).want(c.status)
			r.is("type", "about:blank#"+c.kind, "status", c.status)
			if r.header.Get("Content-Type") != "application/problem+json" || r.header.Get("Content-Language") != "en" || r.header.Get("Cache-Control") != "no-store" {
				t.Errorf("%v", r.header)
			}
			if c.field != "" {
				r.is("errors.0.field", c.field)
			}
			if !strings.Contains(string(r.text), c.word) {
				t.Errorf("%s does not say %q", r.text, c.word)
			}
			sv := h.as(t, who, c.method, c.path, c.said, "Accept-Language", "sv").want(c.status)
			if sv.str("title") == r.str("title") {
				t.Errorf("the same in both languages: %s", sv.text)
			}
		})
	}
}

func TestAnotherTypeIsRefused(t *testing.T) {
	h := open(t)
	h.as(t, "Bengt", "POST", "/drafts", "text=Hej", "Content-Type", "application/x-www-form-urlencoded").want(415).is("type", "about:blank#invalid")
}

// broken is a record that cannot be read.
type broken struct{ api.Record }

var errSecret = errors.New("table desk_secret is away")

func (broken) Chronicle(context.Context, people.Actor, record.Filter) (desk.Page[record.Line], error) {
	return desk.Page[record.Line]{}, fault.Wrap("record", errSecret)
}

func (broken) Insight(context.Context) (record.Insight, error) {
	return record.Insight{}, fault.New(fault.TooSoon, lingo.T("Vänta lite.", "Wait a little.")).Wait(1500 * time.Millisecond)
}

func TestAMistakeOfOursIsInTheLogAndNowhereElse(t *testing.T) {
	h := open(t)
	h.furnish(t, func(o *api.Options) { o.Rooms.Record = broken{} })
	r := h.as(t, "Revan", "GET", "/record", nil).want(http.StatusInternalServerError).is("type", "about:blank#internal")
	if strings.Contains(string(r.text), "desk_secret") || !strings.Contains(h.log.String(), "desk_secret") || !strings.Contains(h.log.String(), "chronicle") {
		t.Errorf("%s, and the log: %s", r.text, h.log)
	}
	late := h.as(t, "Revan", "GET", "/insight", nil).want(http.StatusTooManyRequests)
	if late.header.Get("Retry-After") != "2" {
		t.Errorf("%v", late.header)
	}
}

func TestTheDatabaseIsAway(t *testing.T) {
	h := open(t)
	h.furnish(t, func(o *api.Options) { o.Who = away{} })
	r := h.as(t, "Bengt", "GET", "/drafts", nil).want(http.StatusServiceUnavailable).is("type", "about:blank#unreachable")
	if r.header.Get("Retry-After") == "" {
		t.Errorf("%v", r.header)
	}
}

type away struct{}

func (away) Bearer(context.Context, string) (people.Actor, error) {
	return people.Actor{}, fault.New(fault.Unreachable, lingo.T("Databasen är borta.", "The database is away."))
}

func TestTheDescriptionNeedsNoToken(t *testing.T) {
	h := open(t)
	r := h.call(t, "", "GET", "/api/openapi.json", nil).want(200).is("openapi", "3.1.0", "info.title", "Tilltal")
	if r.header.Get("Content-Type") != "application/openapi+json" || string(r.text) != string(h.api.Description()) {
		t.Errorf("%v", r.header)
	}
	h.call(t, "", "GET", "/api/docs", nil).want(404)
}
