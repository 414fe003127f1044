package activitypub

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// address reports whether s is an absolute address on the web that the rules allow.
func (r Rules) address(s string) bool {
	u := r.parse(s)
	return u != nil
}

func (r Rules) parse(s string) *url.URL {
	if s == "" || len(s) > maxAddress {
		return nil
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] == 0x7f || s[i] == '\\' {
			return nil
		}
	}
	u, err := url.Parse(s)
	if err != nil || u.User != nil || u.Hostname() == "" || u.Opaque != "" {
		return nil
	}
	if u.Scheme != "https" && !(r.AllowHTTP && u.Scheme == "http") {
		return nil
	}
	return u
}

// HostOf gives the host of an address, in lower case, in letters of ASCII (växjö.example is xn--vxj-qla6g.example on the wire)
// and without the scheme's own port; empty when it is no address of the web.
func HostOf(address string) string {
	u := Rules{AllowHTTP: true}.parse(address)
	if u == nil {
		return ""
	}
	host := lowered(u)
	if u.Scheme == "https" {
		return strings.TrimSuffix(host, ":443")
	}
	return strings.TrimSuffix(host, ":80")
}

// lowered is a host with its port as they go over the wire. What is no name in any language stays as it is written.
func lowered(u *url.URL) string {
	host := strings.ToLower(u.Host)
	if strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return host
	}
	name := u.Hostname()
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		return host
	}
	return ascii + strings.TrimPrefix(u.Host, name)
}

// SameHost reports whether two addresses live on the same host. No address lives with an empty one.
func SameHost(a, b string) bool {
	host := HostOf(a)
	return host != "" && host == HostOf(b)
}

// needAddress fails the document when the address is missing or is not one the rules allow.
func (n node) needAddress(key, s string) {
	if !n.r.rules.address(s) {
		n.r.fail(invalid(n.at(key), "Här ska stå en fullständig https-adress.", "Here a complete https address must stand."))
	}
}

// needFrom fails the document when it does not live where it was fetched.
func (n node) needFrom(id string) {
	if from := n.r.rules.From; from != "" && !SameHost(from, id) {
		n.r.fail(invalid(n.at("id"), "Dokumentet säger sig bo på en annan server än den som lämnade ut det.",
			"The document says that it lives on another server than the one that handed it out."))
	}
}
