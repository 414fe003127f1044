package scim

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web/staff/stafftest"
)

const token = "0123456789abcdef0123456789abcdef"

// house is a desk with Amina and a register of staff that may call.
type house struct {
	t     *testing.T
	desk  *stafftest.Desk
	store *store.Store
	amina people.Person
}

func each(t *testing.T, test func(t *testing.T, h *house)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		room := people.New(s, people.Options{Clock: c})
		act, p := people.Registered(people.Console(c.Now()), people.Newcomer{GivenName: "Amina", Name: "Amina Berg", Email: "amina@umea.se", Language: "sv"}, c.Now())
		if _, err := s.Commit(t.Context(), desk.Change{Acts: []desk.Act{act}}); err != nil {
			t.Fatal(err)
		}
		address := func(*http.Request) string { return "192.0.2.9" }
		test(t, &house{t, stafftest.New(t, c, nil, Routes(Deps{People: room, Clock: c, Token: token, Address: address})...), s, p})
	})
}

func (h *house) call(method, path, body, bearer string) stafftest.Answer {
	h.t.Helper()
	r := httptest.NewRequest(method, stafftest.Base+Prefix+path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+bearer)
	r.Header.Set("Content-Type", mediaType)
	return h.desk.Nobody().Do(r)
}

func (h *house) left() bool {
	h.t.Helper()
	p, err := h.store.Person(h.t.Context(), h.amina.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	return p.Left()
}

const find = `/Users?filter=userName+eq+%22Amina@umea.se%22`

func TestTheRegisterFindsAndEnds(t *testing.T) {
	for name, end := range map[string][3]string{
		"as the standard says": {"PATCH", `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"active","value":false}]}`, "200"},
		"as Entra ID says":     {"PATCH", `{"Operations":[{"op":"Replace","path":"displayName","value":"x"},{"op":"Replace","path":"active","value":"False"}]}`, "200"},
		"without a path":       {"PATCH", `{"Operations":[{"op":"replace","value":{"active":false}}]}`, "200"},
		"taken away":           {"DELETE", "", "204"},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, h *house) {
				a := h.call("GET", find, "", token)
				var list struct {
					TotalResults int    `json:"totalResults"`
					Resources    []user `json:"Resources"`
				}
				if err := json.Unmarshal([]byte(a.Body), &list); err != nil || a.Status != 200 || list.TotalResults != 1 || list.Resources[0].ID != h.amina.ID || !list.Resources[0].Active {
					t.Fatalf("%d %s", a.Status, a.Body)
				}
				at := "/Users/" + h.amina.ID
				if a := h.call("PATCH", at, `{"Operations":[{"op":"replace","path":"active","value":true}]}`, token); a.Status != 200 || h.left() {
					t.Errorf("%d %s", a.Status, a.Body)
				}
				if a := h.call(end[0], at, end[1], token); strconv.Itoa(a.Status) != end[2] || !h.left() {
					t.Fatalf("%d %s", a.Status, a.Body)
				}
				if a := h.call("GET", at, "", token); !a.Has(`"active":false`) {
					t.Errorf("%s", a.Body)
				}
				if a := h.call("GET", find, "", token); !a.Has(`"totalResults":0`) {
					t.Errorf("%s", a.Body)
				}
				if a := h.call(end[0], at, end[1], token); a.Status/100 != 2 {
					t.Errorf("twice: %d %s", a.Status, a.Body)
				}
				if a := h.call("PATCH", at, `{"Operations":[{"op":"replace","path":"active","value":true}]}`, token); a.Status != http.StatusConflict || !a.Has("mutability") {
					t.Errorf("taken back: %d %s", a.Status, a.Body)
				}
				entries, err := h.store.EntriesOf(t.Context(), h.amina.ID)
				if err != nil || len(entries) != 2 || entries[1].Kind != "person.left" || entries[1].Who.ID != people.RoutineRegister {
					t.Errorf("%+v, %v", entries, err)
				}
			})
		})
	}
}

func TestWhatIsRefused(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		at := "/Users/" + h.amina.ID
		for name, c := range map[string]struct {
			method, path, body, bearer string
			status                     int
		}{
			"no token":           {"DELETE", at, "", "", 401},
			"another token":      {"DELETE", at, "", token + "x", 401},
			"nobody":             {"DELETE", "/Users/01x", "", token, 404},
			"no filter":          {"GET", "/Users", "", token, 400},
			"another filter":     {"GET", "/Users?filter=emails+co+%22a%22", "", token, 400},
			"another operator":   {"GET", "/Users?filter=userName+sw+%22a%22", "", token, 400},
			"hiring":             {"POST", "/Users", `{"userName":"x@umea.se"}`, token, 501},
			"putting":            {"PUT", at, `{}`, token, 501},
			"no JSON":            {"PATCH", at, `{`, token, 400},
			"no operations":      {"PATCH", at, `{"Operations":[]}`, token, 400},
			"another operation":  {"PATCH", at, `{"Operations":[{"op":"move","path":"active","value":false}]}`, token, 400},
			"active is a number": {"PATCH", at, `{"Operations":[{"op":"replace","path":"active","value":0}]}`, token, 400},
			"active is null":     {"PATCH", at, `{"Operations":[{"op":"replace","path":"active","value":null}]}`, token, 400},
		} {
			if a := h.call(c.method, c.path, c.body, c.bearer); a.Status != c.status || !a.Has("urn:ietf:params:scim:api:messages:2.0:Error") || a.Header.Get("Content-Type") != mediaType {
				t.Errorf("%s: %d %s", name, a.Status, a.Body)
			}
		}
		if h.left() {
			t.Error("she was ended")
		}
		if a := h.call("GET", "/ServiceProviderConfig", "", token); a.Status != 200 || !a.Has(`"patch":{"supported":true}`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		for range 30 {
			if a := h.call("GET", find, "", "guess"); a.Status == http.StatusTooManyRequests {
				return
			}
		}
		t.Error("one may guess for ever")
	})
}

func TestWithoutATokenTheDoorIsShut(t *testing.T) {
	if Routes(Deps{}) != nil {
		t.Error("it is open")
	}
}

func FuzzParsePatch(f *testing.F) {
	for _, s := range []string{`{"Operations":[{"op":"replace","path":"active","value":false}]}`, `{"Operations":[{"op":"add","value":{"active":"True"}}]}`, `{"Operations":[{"op":"remove","path":"active"}]}`, `[]`, ``} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		active, err := parsePatch(body)
		if err != nil && active != nil {
			t.Errorf("an answer and a fault: %v", err)
		}
		if active != nil && !*active && !strings.Contains(strings.ToLower(string(body)), "active") && !strings.Contains(string(body), `\u`) {
			t.Errorf("somebody is ended by %q", body)
		}
	})
}

func FuzzUserName(f *testing.F) {
	for _, s := range []string{`userName eq "a@b.se"`, `USERNAME EQ "a"`, `userName eq a`, `userName eq "a" and active eq true`, ``} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, filter string) {
		if name, ok := userName(filter); ok && !strings.Contains(filter, `"`) {
			t.Errorf("%q names %q", filter, name)
		}
	})
}
