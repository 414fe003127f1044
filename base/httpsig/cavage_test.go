package httpsig

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tilltal/base/fault"
)

// The signing strings of draft-cavage-http-signatures-12 appendix C. Its own signatures are made with a key of 1024 bits, which
// is refused here, so the strings are what is compared.
func TestSigningStringsOfTheDraft(t *testing.T) {
	r := httptest.NewRequest("POST", "http://example.com/foo?param=value&pet=dog", strings.NewReader(`{"hello": "world"}`))
	r.Header.Set("Date", "Sun, 05 Jan 2014 21:31:40 GMT")
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=")
	r.Header.Set("Content-Length", "18")
	m := fromRequest(r, []byte(`{"hello": "world"}`), nil)
	cases := map[string]string{
		"date": "date: Sun, 05 Jan 2014 21:31:40 GMT",
		"(request-target) host date": "(request-target): post /foo?param=value&pet=dog\nhost: example.com\n" +
			"date: Sun, 05 Jan 2014 21:31:40 GMT",
		"(request-target) (created) host date content-type digest content-length": "(request-target): post /foo?param=value&pet=dog\n" +
			"(created): 1402170695\nhost: example.com\ndate: Sun, 05 Jan 2014 21:31:40 GMT\ncontent-type: application/json\n" +
			"digest: SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=\ncontent-length: 18",
	}
	for headers, want := range cases {
		sig, err := readCavage(m, `keyId="Test",algorithm="hs2019",created=1402170695,expires=1402170699.5,headers="`+headers+`",signature="AQID"`)
		if err != nil || string(sig.base) != want {
			t.Errorf("%s:\n%s, %v", headers, sig.base, err)
		}
	}
	if err := checkDigest(m, "digest"); err != nil {
		t.Error(err)
	}
}

func TestCavageHeadersThatAreRefused(t *testing.T) {
	const good = `keyId="k",algorithm="hs2019",headers="(request-target) host date",signature="AQID"`
	request := func(header string) *http.Request {
		r := httptest.NewRequest("GET", "https://torget.example/x", nil)
		r.Header.Set("Date", noon.Format(http.TimeFormat))
		r.Header.Set("Signature", header)
		return r
	}
	if _, err := Parse(request(good), nil, Rules{Now: noon}); err != nil {
		t.Fatal(err)
	}
	for name, header := range map[string]string{
		"empty":            ``,
		"no key":           `algorithm="hs2019",headers="(request-target) host date",signature="AQID"`,
		"key twice":        good + `,keyId="l"`,
		"no quote":         `keyId="k,signature="AQID"`,
		"text after quote": `keyId="k"x,signature="AQID"`,
		"weak algorithm":   strings.Replace(good, "hs2019", "rsa-sha1", 1),
		"shared secret":    strings.Replace(good, "hs2019", "hmac-sha256", 1),
		"no signature":     strings.Replace(good, "AQID", "", 1),
		"not base 64":      strings.Replace(good, "AQID", "!", 1),
		"no date":          strings.Replace(good, " date", "", 1),
		"no host":          strings.Replace(good, " host", "", 1),
		"no target":        strings.Replace(good, "(request-target) ", "", 1),
		"date twice":       strings.Replace(good, " date", " date date", 1),
		"absent field":     strings.Replace(good, " date", " date x-none", 1),
		"created missing":  strings.Replace(good, " date", " (created)", 1),
		"expires missing":  strings.Replace(good, " date", " date (expires)", 1),
		"created for rsa":  strings.Replace(strings.Replace(good, "hs2019", "rsa-sha256", 1), " date", " date (created)", 1) + `,created=1772452800`,
		"created a word":   good + `,created=now`,
		"expired":          good + `,expires=1772452799`,
		"default coverage": `keyId="k",signature="AQID",created=1772452800`,
		"too long":         good + `,x="` + strings.Repeat("x", maxHeader) + `"`,
		"too many":         strings.Replace(good, " date", " date"+strings.Repeat(" x", maxComponents), 1),
	} {
		if sig, err := Parse(request(header), nil, Rules{Now: noon}); !fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %+v, %v", name, sig, err)
		}
	}
	two := request(good)
	two.Header.Add("Signature", good)
	if _, err := Parse(two, nil, Rules{Now: noon}); !fault.Is(err, fault.SignIn) {
		t.Errorf("two headers: %v", err)
	}
	bad := request(good)
	bad.Header.Set("Date", "i går")
	if _, err := Parse(bad, nil, Rules{Now: noon}); !fault.Is(err, fault.SignIn) {
		t.Errorf("a date in words: %v", err)
	}
}

func TestSignatureInAuthorization(t *testing.T) {
	r := httptest.NewRequest("GET", "https://torget.example/x", nil)
	r.Header.Set("Date", noon.Format(http.TimeFormat))
	r.Header.Set("Authorization", `Signature keyId="k",algorithm=hs2019,headers="(request-target) host date",signature="AQID"`)
	sig, err := Parse(r, nil, Rules{Now: noon})
	if err != nil || sig.KeyID != "k" || sig.Scheme != Cavage {
		t.Errorf("%+v, %v", sig, err)
	}
}

func TestDigests(t *testing.T) {
	body := []byte(`{"hello": "world"}`)
	const sum512 = "WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew=="
	for value, holds := range map[string]bool{
		digestHeader(body): true,
		strings.ToLower("SHA-256=") + digestHeader(body)[8:]: true,
		"SHA-512=" + sum512:                   true,
		"UNIXsum=30637," + digestHeader(body): true,
		digestHeader(body) + ", SHA-512=AQID": false,
		"SHA-512=" + sum512 + ",SHA-256=AQID": false,
		"MD5=AQID":                            false,
		"SHA-256=!":                           false,
		"":                                    false,
		"sha-256":                             false,
	} {
		m := &message{body: body, header: http.Header{"Digest": {value}}}
		if err := checkDigest(m, "digest"); (err == nil) != holds {
			t.Errorf("digest %q: %v", value, err)
		}
	}
	for value, holds := range map[string]bool{
		contentDigest(body):                      true,
		"sha-512=:" + sum512 + ":":               true,
		"md5=:AQID:, " + contentDigest(body):     true,
		contentDigest(body) + ", sha-512=:AQID:": false,
		"md5=:AQID:":                             false,
		"sha-256=text":                           false,
		"sha-256=(:AQID:)":                       false,
		"sha-256=:":                              false,
		"":                                       false,
	} {
		m := &message{body: body, header: http.Header{"Content-Digest": {value}}}
		if err := checkDigest(m, "content-digest"); (err == nil) != holds {
			t.Errorf("content-digest %q: %v", value, err)
		}
	}
}

// Our own address may be written with the scheme's port, or in capitals; what a proxy has put in its place is not read.
func TestHowOurHostIsWritten(t *testing.T) {
	ours, _ := url.Parse("https://torget.example")
	for signed, as := range map[string][]string{
		"torget.example":     {"torget.example", "127.0.0.1:8080", "torget.example:80"},
		"torget.example:443": {"torget.example:443"},
		"Torget.Example":     {"Torget.Example"},
	} {
		for _, arrives := range as {
			r := httptest.NewRequest("GET", "https://"+arrives+"/x", nil)
			r.Host, r.RequestURI = arrives, "/x"
			if got := fromRequest(r, nil, ours).field("host"); len(got) != 1 || got[0] != signed {
				t.Errorf("%s arrives as %s and is read as %v", signed, arrives, got)
			}
		}
	}
	r := httptest.NewRequest("GET", "https://torget.example.evil.example/x", nil)
	if got := fromRequest(r, nil, ours).field("host"); got[0] != "torget.example" {
		t.Errorf("another host: %v", got)
	}
}
