package fetch

import (
	"errors"
	"io"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestThePlainClientKeepsTheSameRules(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, "/", http.StatusFound)
		case "/large":
			_, _ = io.WriteString(w, strings.Repeat("x", 101))
		default:
			_, _ = io.WriteString(w, strings.Repeat("x", 100)+"")
		}
	})
	c := client(t, Options{AllowLoopback: true, MaxBytes: 100, UserAgent: "Tilltal/1"}).Plain()
	get := func(path string) (int, []byte, error) {
		t.Helper()
		resp, err := c.Get(address + path)
		if err != nil {
			return 0, nil, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		return resp.StatusCode, body, err
	}
	if status, body, err := get("/"); status != 200 || len(body) != 100 || err != nil {
		t.Errorf("%d, %d bytes, %v", status, len(body), err)
	}
	if status, _, err := get("/away"); status != http.StatusFound || err != nil {
		t.Errorf("a redirect: %d, %v", status, err)
	}
	if _, body, err := get("/large"); !errors.Is(err, errTooLarge) || len(body) != 100 {
		t.Errorf("a large answer: %d bytes, %v", len(body), err)
	}
	if _, err := client(t, Options{}).Plain().Get(address); !errors.Is(err, errAddress) {
		t.Errorf("http without the test setting: %v", err)
	}
}

func TestTheOwnNetworkOnlyWhenAnAdministratorNamedIt(t *testing.T) {
	for address, want := range map[string]bool{"10.1.2.3:443": true, "192.168.1.1:443": true, "[fd00::1]:443": true,
		"127.0.0.1:443": false, "169.254.169.254:80": false, "[::1]:443": false, "100.64.0.1:443": false} {
		network := "tcp4"
		if netip.MustParseAddrPort(address).Addr().Is6() {
			network = "tcp6"
		}
		if err := guard(Options{AllowPrivate: true})(network, address, nil); (err == nil) != want {
			t.Errorf("%s: %v", address, err)
		}
		if err := guard(Options{})(network, address, nil); err == nil {
			t.Errorf("%s without it", address)
		}
	}
}
