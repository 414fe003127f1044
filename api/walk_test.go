package api_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tilltal/api"
	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// The description is walked: every operation in it is called with everything that a careless or an ill-willed program may send.
// An operation that is added is tried without a line here.

// walker calls operations as somebody who may do nearly everything.
type walker struct {
	*house
	schemas map[string]any
	things  map[string]string // something that is there, by the first word of the path
}

func openWalker(t *testing.T, s *store.Store, c *clock.Fixed) *walker {
	t.Helper()
	h := openOn(t, s, c)
	for _, role := range []people.Role{people.Communicator, people.Administrator, people.DecisionMaker, people.Registrar} {
		h.grant(t, h.ids["Amina"], role)
	}
	var doc struct {
		Components struct {
			Schemas map[string]any `json:"schemas"`
		} `json:"components"`
	}
	if err := json.Unmarshal(api.New(api.Options{Clock: c}).Description(), &doc); err != nil {
		t.Fatal(err)
	}
	return &walker{h, doc.Components.Schemas, map[string]string{"drafts": h.write(t, harmless), "posts": h.publish(t, harmless),
		"conversations": h.question(t, "När?"), "accounts": h.account, "people": h.hire(t, "Doris"), "reviews": h.write(t, number)}}
}

// TestNoOperationFallsOverWhatItIsSent walks every operation with a body that is broken in each way there is, as a whole and
// field by field: each answer is a problem in words, and none is a mistake of ours.
func TestNoOperationFallsOverWhatItIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		w := openWalker(t, s, c)
		ops := operations(t)
		slices.SortFunc(ops, func(a, b operation) int { return cmp.Compare(a.ID, b.ID) })
		for _, op := range ops {
			w.tryAddress(t, op)
			if op.RequestBody != nil && op.RequestBody.Content["application/json"].Schema.Ref != "" { // the others take pictures
				w.tryBodies(t, op)
			}
		}
	})
}

func (w *walker) path(op operation) string {
	return strings.NewReplacer("{id}", cmp.Or(w.things[strings.Split(op.Path, "/")[3]], "ingen"), "{number}", "1", "{seq}", "1",
		"{hash}", strings.Repeat("a", 64), "{turn}", "ingen").Replace(op.Path)
}

// tryAddress breaks what stands in the address.
func (w *walker) tryAddress(t *testing.T, op operation) {
	t.Helper()
	for _, p := range op.Parameters {
		for _, wrong := range []string{"", "-1", "0", "9223372036854775808", "1.5", "x'y", "åäö", "../..", "%", "\x01", strings.Repeat("x", 5000), "2026-02-30T00:00:00Z"} {
			path := w.path(op)
			switch p.In {
			case "path":
				path = strings.ReplaceAll(strings.ReplaceAll(op.Path, "{"+p.Name+"}", url.PathEscape(wrong)), "{", "%7B")
				if wrong == "" || wrong == "../.." {
					continue // another address
				}
			case "query":
				path += "?" + url.Values{p.Name: {wrong}}.Encode()
			default:
				continue
			}
			w.told(t, w.as(t, "Amina", op.Method, path, w.valid(op)), op, p.Name+"="+wrong)
		}
	}
	for _, query := range []string{"?inget=1", "?%ff=1", "?after=1&after=2", "?limit=1&limit=2", "?;", "?a=b;c=d"} {
		if op.Method == http.MethodGet {
			w.told(t, w.as(t, "Amina", op.Method, w.path(op)+query, nil), op, query)
		}
	}
}

// tryBodies breaks the body: first the whole, then each field of one that would do.
func (w *walker) tryBodies(t *testing.T, op operation) {
	t.Helper()
	path := w.path(op)
	for _, said := range []string{"", " ", "null", "true", "0", `""`, "[]", "[{}]", "{", "}", "{}{}", `{"":""}`, "{\x00}", "\xff\xfe{}", "\ufeff{}", `{"a":"\ud800"}`, `{"a":1e999}`,
		strings.Repeat("[", 100000), strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000), `{"__proto__":{}}`, "<a/>"} {
		r := w.as(t, "Amina", op.Method, path, said)
		w.told(t, r, op, fmt.Sprintf("%.40q", said))
		if r.status < 400 && said != "{}" {
			t.Errorf("%s took %.40q", op.ID, said)
		}
	}
	for _, other := range []string{"text/plain", "text/html", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "x", "application/json; charset=utf-16"} {
		w.told(t, w.as(t, "Amina", op.Method, path, `{}`, "Content-Type", other), op, other)
	}
	good, ok := w.valid(op).(map[string]any)
	if !ok {
		t.Errorf("%s: its body is no object", op.ID)
		return
	}
	w.told(t, w.as(t, "Amina", op.Method, path, mixed(good, "obekant", 1)), op, "an unknown field")
	for _, field := range slices.Sorted(maps.Keys(good)) {
		for _, wrong := range []any{nil, true, -1, 1.5, 1e300, "", "\x00", "\u202e", strings.Repeat("x", 3000), []any{}, []any{nil}, []any{[]any{}}, map[string]any{}, map[string]any{"x": map[string]any{}}, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"} {
			w.told(t, w.as(t, "Amina", op.Method, path, mixed(good, field, wrong)), op, fmt.Sprintf("%s = %.40q", field, fmt.Sprint(wrong)))
		}
		w.told(t, w.as(t, "Amina", op.Method, path, mixed(good, field, nil, field)), op, "without "+field)
		w.told(t, w.as(t, "Amina", op.Method, path, twice(t, good, field)), op, field+" twice")
	}
}

// told fails the test unless the answer is what was asked for, or a problem in words that is no mistake of ours.
func (w *walker) told(t *testing.T, r reply, op operation, what string) {
	t.Helper()
	if r.status < 400 || r.status == http.StatusPermanentRedirect {
		return
	}
	if r.status >= 500 || r.header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s with %s: %d %s: %.300s (log: %.500s)", op.ID, what, r.status, r.header.Get("Content-Type"), r.text, w.log)
		return
	}
	if r.at("status") != float64(r.status) || len(r.str("title")) < 5 || r.str("type") == "" {
		t.Errorf("%s with %s: %s", op.ID, what, r.text)
	}
}

// mixed is an object with a field put in; without takes fields away.
func mixed(o map[string]any, field string, value any, without ...string) map[string]any {
	out := maps.Clone(o)
	out[field] = value
	for _, name := range without {
		delete(out, name)
	}
	return out
}

// twice is an object as JSON in which one field stands twice, with two values.
func twice(t *testing.T, o map[string]any, field string) string {
	t.Helper()
	plain, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	name, err := json.Marshal(field)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(plain), "}") + "," + string(name) + `:"another"}`
}

// valid makes a body as the description wants it; nil when the operation takes none.
func (w *walker) valid(op operation) any {
	if op.RequestBody == nil {
		return nil
	}
	ref := op.RequestBody.Content["application/json"].Schema.Ref
	return w.make(map[string]any{"$ref": ref}, 0)
}

// make makes a value that a schema takes.
func (w *walker) make(s map[string]any, depth int) any {
	if ref, _ := s["$ref"].(string); ref != "" {
		s, _ = w.schemas[strings.TrimPrefix(ref, "#/components/schemas/")].(map[string]any)
	}
	if all, _ := s["enum"].([]any); len(all) > 0 {
		return all[0]
	}
	kind, _ := s["type"].(string)
	if kinds, _ := s["type"].([]any); len(kinds) > 0 {
		kind, _ = kinds[0].(string)
	}
	switch kind {
	case "object":
		out := map[string]any{}
		fields, _ := s["properties"].(map[string]any)
		for name, f := range fields {
			if field, ok := f.(map[string]any); ok && depth < 4 {
				out[name] = w.make(field, depth+1)
			}
		}
		return out
	case "array":
		item, _ := s["items"].(map[string]any)
		return []any{w.make(item, depth+1)}
	case "integer", "number":
		return cmp.Or(s["minimum"], any(float64(1)))
	case "boolean":
		return true
	case "string":
		if s["format"] == "date-time" {
			return "2026-11-24T09:00:00Z"
		}
		return "ord"
	}
	return nil
}
