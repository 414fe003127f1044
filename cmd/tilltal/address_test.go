package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestWhereARequestComesFrom: what a proxy says counts when it is near, and then its own word alone, however it says it.
func TestWhereARequestComesFrom(t *testing.T) {
	for _, try := range []struct {
		from string
		said []string
		want string
	}{
		{"203.0.113.9:1000", nil, "203.0.113.9"},
		{"203.0.113.9:1000", []string{"198.51.100.1"}, "203.0.113.9"},
		{"127.0.0.1:1000", []string{"198.51.100.1"}, "198.51.100.1"},
		{"10.0.0.2:1000", []string{"192.0.2.66, 198.51.100.1"}, "198.51.100.1"},
		{"127.0.0.1:1000", []string{"192.0.2.66", "198.51.100.1"}, "198.51.100.1"}, // a proxy that adds a header of its own
		{"127.0.0.1:1000", []string{"nonsense"}, "127.0.0.1"},
		{"[::1]:1000", []string{"2001:db8::1"}, "2001:db8::1"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = try.from
		for _, s := range try.said {
			r.Header.Add("X-Forwarded-For", s)
		}
		if got := address(r); got != try.want {
			t.Errorf("%s, said %q: %s, want %s", try.from, try.said, got, try.want)
		}
	}
}
