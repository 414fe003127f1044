package activitypub

import (
	"strings"
	"testing"

	"tilltal/base/fault"
)

func TestParseResource(t *testing.T) {
	for in, want := range map[string][2]string{
		"acct:Anna@Social.example":     {"Anna", "social.example"},
		"acct:anna%40social.example":   {"anna", "social.example"},
		"ACCT:@anna@SOCIAL.example":    {"anna", "social.example"},
		"@anna@social.example":         {"anna", "social.example"},
		"anna@127.0.0.1:8091":          {"anna", "127.0.0.1:8091"},
		"https://social.example/@anna": {"", "social.example"},
		"https://torget.example:443/x": {"", "torget.example"},
		"åsa@växjö.example":            {"åsa", "xn--vxj-qla6g.example"},
	} {
		if handle, host, ok := ParseResource(in); !ok || handle != want[0] || host != want[1] {
			t.Errorf("%s: %q %q %v", in, handle, host, ok)
		}
	}
	for _, in := range []string{"", "acct:", "anna", "@anna", "anna@", "@", "a b@c.example", "anna@c.example/x", "anna@b@c.example", "https://",
		"anna@c.example?x", "<a>@c.example", "anna@ c.example", strings.Repeat("a", 3000) + "@c.example"} {
		if handle, host, ok := ParseResource(in); ok {
			t.Errorf("%q: %q %q", in, handle, host)
		}
	}
}

func TestParseJRD(t *testing.T) {
	fedify := `{"subject":"acct:alice@fed.example","links":[{"rel":"http://webfinger.net/rel/profile-page","href":"https://fed.example/@alice"},
		{"rel":"self","href":"https://fed.example/users/alice","type":"application/activity+json"}]}`
	if actor, _, err := ParseJRD([]byte(fedify), rules); err != nil || actor != "https://fed.example/users/alice" {
		t.Errorf("%q, %v", actor, err)
	}
	for name, body := range map[string]string{
		"no links": `{"subject":"acct:a@b"}`,
		"http":     `{"links":[{"rel":"self","href":"http://fed.example/u","type":"application/activity+json"}]}`,
		"a page":   `{"links":[{"rel":"self","href":"https://fed.example/u","type":"text/html"}]}`,
		"not JSON": `<html>`,
	} {
		if actor, _, err := ParseJRD([]byte(body), rules); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %q, %v", name, actor, err)
		}
	}
	if _, _, err := ParseJRD(make([]byte, 300<<10), rules); !fault.Is(err, fault.TooLarge) {
		t.Error(err)
	}
}

func TestWantsActivity(t *testing.T) {
	const firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for accept, want := range map[string]bool{
		"":                          false,
		"*/*":                       false,
		"application/json":          false,
		"application/ld+json":       false,
		firefox:                     false,
		ContentType:                 true,
		"Application/Activity+JSON": true,
		LongContentType:             true,
		ContentType + ", " + LongContentType + ", text/html;q=0.1":                                true,
		"application/activity+json, application/ld+json":                                          true,
		`application/ld+json; profile="https://www.w3.org/ns/activitystreams";q=0.5`:              true,
		`application/ld+json;profile="https://example.org https://www.w3.org/ns/activitystreams"`: true,
		`application/ld+json;profile="https://example.org"`:                                       false,
		`application/ld+json;profile="a,b;q=0", application/activity+json`:                        true,
		"application/activity+json;q=0":                                                           false,
		"application/activity+json;q=0.8, text/html":                                              false,
		"text/html, application/activity+json":                                                    false,
		"application/activity+json, text/html":                                                    true,
		"text/html;q=0.8, application/activity+json;q=0.9":                                        true,
		"application/activity+json;q=two":                                                         false,
		"application/activity+json;q=NaN":                                                         false,
		"application/activity+json;q=-1":                                                          false,
		strings.Repeat("x", 5000) + "," + ContentType:                                             false,
	} {
		if got := WantsActivity(accept); got != want {
			t.Errorf("%.100q: %v", accept, got)
		}
	}
}

func TestIsActivityType(t *testing.T) {
	for typ, want := range map[string]bool{
		"application/activity+json; charset=utf-8":                                            true,
		`application/ld+json; charset=utf-8; profile="https://www.w3.org/ns/activitystreams"`: true,
		"application/ld+json; profile=https://www.w3.org/ns/activitystreams":                  true,
		"application/json":             false,
		"text/html":                    false,
		"":                             false,
		"application/ld+json; profile": false,
	} {
		if got := IsActivityType(typ); got != want {
			t.Errorf("%q: %v", typ, got)
		}
	}
}

func TestHosts(t *testing.T) {
	for address, want := range map[string]string{"https://A.Example/x": "a.example", "https://a.example:443": "a.example", "http://a.example:80/": "a.example",
		"https://a.example:8443/": "a.example:8443", "https://VÄXJÖ.Example:8443/": "xn--vxj-qla6g.example:8443",
		"https://växjö.example:443": "xn--vxj-qla6g.example", "https://a_b.example": "a_b.example", "https://å_.example": "å_.example", "mailto:a@b.example": "", "https:///x": "", "//a.example": "", "": ""} {
		if got := HostOf(address); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
	if SameHost("", "") || SameHost("x", "x") {
		t.Error("no address lives with an empty one")
	}
}
