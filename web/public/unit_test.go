package public

import (
	"net/http/httptest"
	"strings"
	"testing"

	"tilltal/desk/account"
)

func TestAHouseholdIsCountedOnce(t *testing.T) {
	for address, want := range map[string]string{"192.0.2.7": "192.0.2.7", "2001:db8:1:2:aaaa::1": "2001:db8:1:2::/64", "2001:db8:1:2:bbbb::9": "2001:db8:1:2::/64",
		"::ffff:192.0.2.7": "::ffff:192.0.2.7", "fe80::1%eth0": "fe80::/64", "strunt": "strunt", "": ""} {
		if got := household(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
	r := httptest.NewRequest("GET", "/", nil)
	if r.RemoteAddr = "[2001:db8::1]:443"; connection(r) != "2001:db8::1" {
		t.Error(connection(r))
	}
}

func TestTheCacheHasBounds(t *testing.T) {
	c := newCache(10_000)
	page := document{body: []byte(strings.Repeat("x", 1000))}
	for i := range 100 {
		c.put(strings.Repeat("k", i+1), "1", page)
	}
	if c.bytes > 10_000 || len(c.kept) != c.recent.Len() || len(c.kept) == 0 {
		t.Errorf("%d bytes in %d pages", c.bytes, len(c.kept))
	}
	if _, ok := c.get(strings.Repeat("k", 100), "1"); !ok {
		t.Error("the newest was forgotten")
	}
	if _, ok := c.get(strings.Repeat("k", 100), "2"); ok {
		t.Error("an old page was shown")
	}
	c.put("large", "1", document{body: make([]byte, 20_000)})
	if c.bytes != 0 || len(c.kept) != 0 {
		t.Errorf("a page larger than the whole leaves %d bytes, %d pages", c.bytes, len(c.kept))
	}
}

func TestRulesAreToldSinceWhenTheyHold(t *testing.T) {
	rules := func(number int, text string) account.Charter { return account.Charter{Number: number, Rules: text} }
	now := account.Account{Charter: rules(5, "c")}
	history := []account.Charter{rules(5, "c"), rules(4, "c"), rules(3, "b"), rules(2, "b"), rules(1, "c")}
	if got := rulesInForce(now, history); got.Number != 4 {
		t.Errorf("in force since %d", got.Number)
	}
	var earlier []int
	for _, c := range earlierRules(now, history) {
		earlier = append(earlier, c.Number)
	}
	if len(earlier) != 2 || earlier[0] != 2 || earlier[1] != 1 {
		t.Errorf("earlier %v", earlier)
	}
}

func TestShort(t *testing.T) {
	for in, want := range map[string]string{"kort": "kort", "en två tre fyra": "en två…", "ååååååååååååååå": "ååååååååå…", "en två, tre fyra": "en två…"} {
		if got := short(in, 10); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
