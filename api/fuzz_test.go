package api_test

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tilltal/desk/people"
)

// FuzzBody sends whatever may be sent to every operation that takes a body, as somebody who may do nearly everything. Nothing
// of it is a mistake of ours, and every answer is JSON.
func FuzzBody(f *testing.F) {
	h := open(f)
	h.grant(f, h.ids["Amina"], people.Communicator)
	h.grant(f, h.ids["Amina"], people.Administrator)
	h.grant(f, h.ids["Amina"], people.DecisionMaker)
	things := map[string]string{"drafts": h.write(f, harmless), "posts": h.publish(f, harmless), "conversations": h.question(f, "När?"),
		"accounts": h.account, "people": h.hire(f, "Doris"), "reviews": h.write(f, number)}
	var ops []operation
	for _, op := range operations(f) {
		if op.RequestBody != nil {
			ops = append(ops, op)
		}
	}
	slices.SortFunc(ops, func(a, b operation) int { return cmp.Compare(a.ID, b.ID) })
	for i := range ops {
		f.Add(uint(i), `{}`)
	}
	for _, said := range []string{
		`{"account":"` + h.account + `","text":"Hej.","topics":["is",""],"pictures":[{"hash":"` + strings.Repeat("a", 64) + `"}],"correction":{"wrong":"a","right":"b","why":"c","now":"d"}}`,
		`{"base":1,"text":"\u202e\u200b\ud800"}`, `{"version":1,"reason":"x","when":{"date":"2026-11-24","time":"08:00","zone":"Europe/Stockholm"}}`,
		`{"seen":9223372036854775807,"text":"Hej.","draft":"x","base":0}`, `{"role":"voice","person":"x","from":"0001-01-01T00:00:00Z","until":"9999-12-31T23:59:59Z"}`,
		`{"number":1,"post":{"none":"own","possible":"own","likely":"own","certain":"reason"},"answer":{"none":"own","possible":"own","likely":"own","certain":"reason"},"late":1,"rules":{"":"own"}}`,
		`{"outcome":"noneed","words":"x"}`, `{"kind":"error","needs_answer":true,"why":"x"}`, `{"ground":"other","reason":"x","public":"x"}`, `[[[[`, `{"a":1e400}`, "\x00", `null`,
	} {
		for _, i := range []uint{0, 3, 7, 11, 17} {
			f.Add(i, said)
		}
	}
	f.Fuzz(func(t *testing.T, which uint, said string) {
		op := ops[which%uint(len(ops))]
		room := strings.Split(op.Path, "/")[3]
		path := strings.ReplaceAll(op.Path, "{id}", cmp.Or(things[room], "ingen"))
		if op.ID == "add-picture" {
			path += "?account=" + h.account
		}
		plain(t, h.as(t, "Amina", op.Method, path, said))
	})
}

// FuzzQuery asks every list for whatever may be asked.
func FuzzQuery(f *testing.F) {
	h := open(f)
	h.publish(f, harmless)
	h.question(f, "När?")
	var ops []operation
	for _, op := range operations(f) {
		if op.Method == http.MethodGet {
			ops = append(ops, op)
		}
	}
	slices.SortFunc(ops, func(a, b operation) int { return cmp.Compare(a.ID, b.ID) })
	for i, op := range ops {
		q := url.Values{}
		for _, p := range op.Parameters {
			if p.In == "query" {
				q.Set(p.Name, "2026-11-23T11:00:00Z")
			}
		}
		f.Add(uint(i), "x", q.Encode())
		f.Add(uint(i), "../", "after=1.x&limit=200&words=%22*%27+OR+a")
	}
	f.Fuzz(func(t *testing.T, which uint, id, query string) {
		op := ops[which%uint(len(ops))]
		path := op.Path
		for _, name := range []string{"{id}", "{number}", "{hash}", "{turn}"} {
			path = strings.ReplaceAll(path, name, url.PathEscape(cmp.Or(id, "-")))
		}
		u, err := url.Parse(path + "?" + query)
		if err != nil || strings.Contains(query, "#") || strings.Contains(query, " ") || u.Path != pathClean(u.Path) || strings.ContainsFunc(query, func(r rune) bool { return r < 0x21 || r == 0x7f }) {
			return // no client can send it, or the mux sends it elsewhere
		}
		plain(t, h.as(t, "Revan", http.MethodGet, path+"?"+query, nil))
	})
}

// pathClean is how the mux reads a path: what it would redirect is not for us.
func pathClean(p string) string {
	for strings.Contains(p, "//") || strings.Contains(p, "/./") || strings.Contains(p, "/../") || strings.HasSuffix(p, "/..") || strings.HasSuffix(p, "/.") {
		return ""
	}
	return p
}

// plain fails the test when an answer is a mistake of ours, or is not JSON.
func plain(t *testing.T, r reply) {
	t.Helper()
	if r.status >= 500 {
		t.Fatalf("%s: %d: %s", r.call, r.status, r.text)
	}
	if r.status != http.StatusNoContent && !json.Valid(r.text) && !strings.HasPrefix(r.header.Get("Content-Type"), "image/") {
		t.Fatalf("%s: %d: %q is not JSON", r.call, r.status, r.text)
	}
}
