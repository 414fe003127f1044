package main

import "testing"

// The square's own address is kept as browsers and other servers write it: what they sign and compare is that.
func TestTheSquaresOwnAddress(t *testing.T) {
	for in, want := range map[string]string{
		"":                                "http://localhost",
		"https://torget.example.se":       "https://torget.example.se",
		"https://Torget.Example.SE/":      "https://torget.example.se",
		"https://torget.växjö.example":    "https://torget.xn--vxj-qla6g.example",
		"https://TORGET.VÄXJÖ.example:1":  "https://torget.xn--vxj-qla6g.example:1",
		"https://torget.example.se:443":   "https://torget.example.se",
		"http://127.0.0.1:8080":           "http://127.0.0.1:8080",
		"http://[::1]:8080":               "http://[::1]:8080",
		"http://my_host:8080":             "http://my_host:8080",
		"torget.example.se":               "",
		"ftp://torget.example.se":         "",
		"https://":                        "",
		"https://torget.example.se/torg":  "",
		"https://torget.example.se?x":     "",
		"https://u:p@torget.example.se":   "",
		"https://torget example.se":       "",
		"https://torget.example.se/?side": "",
	} {
		u, err := where{BaseURL: in}.parseBase()
		got := ""
		if err == nil {
			got = u.String()
		}
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}
