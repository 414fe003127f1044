package federation_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fetch"
	"tilltal/channel"
	"tilltal/channel/square"
	"tilltal/store/storetest"
	"tilltal/web"
	"tilltal/web/federation"
	"tilltal/web/visit"
)

// desk is a desk with one account, and nothing said.
type desk struct{ square.Desk }

func (desk) Accounts(context.Context) ([]channel.Account, error) {
	return []channel.Account{{ID: "parken", Handle: "parken"}}, nil
}

func door(t *testing.T, address string) http.Handler {
	t.Helper()
	c := clock.At(storetest.Noon)
	base, _ := url.Parse(address)
	s := square.New(square.Options{Addresses: square.NewAddresses(base), Desk: desk{}, Store: storetest.SQLite(t, c), Clock: c, Fetch: fetch.New(fetch.Options{})})
	activity := federation.Activity(s)
	page := func(v *visit.Visit) error {
		if handled, err := activity(v); handled || err != nil {
			return err
		}
		return v.Bytes(http.StatusOK, "text/html", []byte("a page"))
	}
	routes := append(federation.Routes(s), visit.Route{Method: "GET", Path: "/torget/{handle}", Do: page}, visit.Route{Method: "GET", Path: "/torget/{handle}/{id}", Do: page})
	for _, r := range routes[:len(routes)-2] {
		if r.Audience != visit.Servers {
			t.Errorf("%s %s is not for servers", r.Method, r.Path)
		}
		if r.Method == http.MethodPost && strings.HasSuffix(r.Path, "/inbox") && r.Limit != square.MaxLetter {
			t.Errorf("%s takes %d bytes", r.Path, r.Limit)
		}
	}
	return web.New(web.Options{Base: base, Clock: c, Log: slog.New(slog.DiscardHandler), Routes: routes}).Handler()
}

func TestTheDoor(t *testing.T) {
	h := door(t, "https://torget.example.se")
	for _, k := range []struct {
		method, path, accept string
		status               int
		mediaType            string
	}{
		{"GET", "/torget/parken", activitypub.ContentType, 200, activitypub.ContentType},
		{"GET", "/torget/parken", "text/html", 200, "text/html"},
		{"GET", "/torget/nobody", activitypub.ContentType, 404, "application/problem+json"},
		{"GET", "/torget/nobody", "text/html", 200, "text/html"},
		{"GET", "/torget/parken/followers", "*/*", 200, activitypub.ContentType},
		{"GET", "/torget/amne/outbox", activitypub.ContentType, 200, "text/html"},
		{"GET", "/torget/parken/inbox", "", 405, ""},
		{"POST", "/torget/parken/outbox", "", 405, ""},
		{"POST", "/torget/parken/inbox", "", 401, "application/problem+json"},
		{"POST", "/torget/inbox", "", 401, "application/problem+json"},
		{"GET", "/.well-known/webfinger?resource=acct:parken@torget.example.se", "", 200, activitypub.JRDType},
		{"GET", "/.well-known/webfinger?resource=acct:nobody@torget.example.se", "", 404, "application/problem+json"},
		{"GET", "/.well-known/webfinger?resource=ACCT:PARKEN@TORGET.EXAMPLE.SE&rel=self&rel=http://webfinger.net/rel/avatar", "", 200, activitypub.JRDType},
		{"GET", "/.well-known/webfinger?resource=https://torget.example.se/torget/parken", "", 200, activitypub.JRDType},
		{"GET", "/.well-known/webfinger?resource=https%3A%2F%2Ftorget.example.se%2Ftorget%2Fparken", "", 200, activitypub.JRDType},
		{"GET", "/.well-known/webfinger?resource=acct:parken@elsewhere.example", "", 404, "application/problem+json"},
		{"GET", "/.well-known/webfinger", "", 400, "application/problem+json"},
		{"GET", "/.well-known/webfinger?resource=parken", "", 400, "application/problem+json"},
		{"HEAD", "/.well-known/webfinger?resource=acct:parken@torget.example.se", "", 200, activitypub.JRDType},
		{"GET", "/.well-known/nodeinfo", "", 200, "application/json"},
		{"GET", "/.well-known/host-meta", "", 200, "application/xrd+xml"},
		{"GET", "/nodeinfo/1.0", "", 404, "text/html; charset=utf-8"},
		{"HEAD", "/torget/parken", activitypub.ContentType, 200, activitypub.ContentType},
		{"HEAD", "/torget/parken", "text/html", 200, "text/html"},
		{"GET", "/torget/parken", activitypub.LongContentType, 200, activitypub.ContentType},
		{"GET", "/torget/parken", activitypub.ContentType + ", " + activitypub.LongContentType + ", text/html;q=0.1", 200, activitypub.ContentType},
		{"GET", "/torget/parken", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200, "text/html"},
		{"GET", "/torget/-/outbox", activitypub.ContentType, 200, activitypub.ContentType},
		{"GET", "/torget/parken/x/other", "", 404, "application/problem+json"},
	} {
		r := httptest.NewRequest(k.method, "https://torget.example.se"+k.path, strings.NewReader("{}"))
		r.Header.Set("Accept", k.accept)
		r.Header.Set("Content-Type", activitypub.ContentType)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		if read := rec.Header().Get("Access-Control-Allow-Origin") == "*"; k.status == 200 && read != (k.mediaType != "text/html") {
			t.Errorf("%s %s (%s): for programs in a browser: %v", k.method, k.path, k.accept, read)
		}
		if rec.Code != k.status || rec.Header().Get("Content-Type") != k.mediaType {
			t.Errorf("%s %s (%s): %d %s", k.method, k.path, k.accept, rec.Code, rec.Header().Get("Content-Type"))
		}
	}
}

// An authority may have letters in its name that the wire has not: it is asked for in either way.
func TestAnAuthorityWithLettersOfItsOwn(t *testing.T) {
	h := door(t, "https://torget.xn--vxj-qla6g.example")
	for _, resource := range []string{"acct:parken@torget.växjö.example", "acct:parken@TORGET.VÄXJÖ.EXAMPLE", "acct:parken@torget.xn--vxj-qla6g.example"} {
		r := httptest.NewRequest("GET", "https://torget.xn--vxj-qla6g.example/.well-known/webfinger?resource="+url.QueryEscape(resource), nil)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		if rec.Code != 200 || !strings.Contains(rec.Body.String(), `"acct:parken@torget.xn--vxj-qla6g.example"`) {
			t.Errorf("%s: %d %s", resource, rec.Code, rec.Body)
		}
	}
}
