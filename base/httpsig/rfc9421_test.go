package httpsig

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/dunglas/httpsfv"
)

// The keys of RFC 9421 appendix B.1: public halves, the Ed25519 private key, and the shared secret.
const (
	keyPSS = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2
+QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw3Ry53mm+
oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHq
gDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+bJ9cvSKADYdUAAN5W
Utzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4
aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN48V2pnDOkFV6+U9nV5oyc6XI
2wIDAQAB
-----END PUBLIC KEY-----`
	keyP256 = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
-----END PUBLIC KEY-----`
	keyEd = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----`
	keyEdSeed    = "n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU="
	keySharedB64 = "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=="
)

func publicKey(t testing.TB, text string) crypto.PublicKey {
	t.Helper()
	pub, err := ParsePublicPEM(text)
	if err != nil {
		t.Fatal(err)
	}
	return pub
}

// testRequest is the message of RFC 9421 appendix B.2.
func testRequest() *message {
	return &message{method: "POST", scheme: "https", host: "example.com", target: "/foo?param=Value&Pet=dog",
		body: []byte(`{"hello": "world"}`), header: http.Header{
			"Date":         {"Tue, 20 Apr 2021 02:07:55 GMT"},
			"Content-Type": {"application/json"},
			"Content-Digest": {"sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew" +
				"==:"},
			"Content-Length": {"18"}}}
}

// testResponse is the answer of RFC 9421 appendix B.2.
func testResponse() *message {
	return &message{status: 200, request: testRequest(), body: []byte(`{"message": "good dog"}`), header: http.Header{
		"Date":         {"Tue, 20 Apr 2021 02:07:56 GMT"},
		"Content-Type": {"application/json"},
		"Content-Digest": {"sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ" +
			"==:"},
		"Content-Length": {"23"}}}
}

type vector struct {
	name, label  string // section of the RFC
	message      *message
	input, value string
	base         string // without the last line, which is the input itself
	key          func(testing.TB) crypto.PublicKey
}

func pssKey(t testing.TB) crypto.PublicKey { return PSS{publicKey(t, keyPSS).(*rsa.PublicKey)} }
func edKey(t testing.TB) crypto.PublicKey  { return publicKey(t, keyEd) }
func ecKey(t testing.TB) crypto.PublicKey  { return publicKey(t, keyP256) }
func sharedKey(t testing.TB) crypto.PublicKey {
	secret, err := base64.StdEncoding.DecodeString(keySharedB64)
	if err != nil {
		t.Fatal(err)
	}
	return Secret(secret)
}

// vectors are RFC 9421 appendix B.2.1–B.2.6, B.3 (a proxy's own signature) and B.4 (transformations).
func vectors() []vector {
	proxied := &message{method: "POST", scheme: "https", host: "service.internal.example", target: "/foo?param=Value&Pet=dog",
		header: http.Header{"Client-Cert": {clientCert}}}
	plain := &message{method: "GET", scheme: "https", host: "example.org", target: "/demo?name1=Value1&Name2=value2",
		header: http.Header{"Accept": {"application/json", "*/*"}}}
	return []vector{
		{"B.2.1", "sig-b21", testRequest(), `();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd"`,
			"d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeN" +
				"qsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYz" +
				"uVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==",
			"", pssKey},
		{"B.2.2", "sig-b22", testRequest(),
			`("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example"`,
			"LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXx" +
				"i0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/la" +
				"nkenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==",
			"\"@authority\": example.com\n\"content-digest\": " + testRequest().header.Get("Content-Digest") + "\n\"@query-param\";name=\"Pet\": dog\n",
			pssKey},
		{"B.2.3", "sig-b23", testRequest(),
			`("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss"`,
			"bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzY" +
				"x8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9Bm" +
				"zhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==",
			"\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@query\": ?param=Value&Pet=dog\n\"@authority\": example.com\n" +
				"\"content-type\": application/json\n\"content-digest\": " + testRequest().header.Get("Content-Digest") + "\n\"content-length\": 18\n",
			pssKey},
		{"B.2.4", "sig-b24", testResponse(), `("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"`,
			"wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==",
			"\"@status\": 200\n\"content-type\": application/json\n\"content-digest\": " + testResponse().header.Get("Content-Digest") +
				"\n\"content-length\": 23\n", ecKey},
		{"B.2.5", "sig-b25", testRequest(), `("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"`,
			"pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=",
			"\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@authority\": example.com\n\"content-type\": application/json\n", sharedKey},
		{"B.2.6", "sig-b26", testRequest(),
			`("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"`,
			"wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
			"\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@authority\": example.com\n" +
				"\"content-type\": application/json\n\"content-length\": 18\n", edKey},
		{"B.3", "ttrp", proxied, `("@path" "@query" "@method" "@authority" "client-cert");created=1618884473;keyid="test-key-ecc-p256"`,
			"xVMHVpawaAC/0SbHrKRs9i8I3eOs5RtTMGCWXm/9nvZzoHsIg6Mce9315T6xoklyy0yzhD9ah4JHRwMLOgmizw==",
			"\"@path\": /foo\n\"@query\": ?param=Value&Pet=dog\n\"@method\": POST\n\"@authority\": service.internal.example\n\"client-cert\": " + clientCert + "\n",
			ecKey},
		{"B.4", "transform", plain, `("@method" "@path" "@authority" "accept");created=1618884473;keyid="test-key-ed25519"`,
			"ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==",
			"\"@method\": GET\n\"@path\": /demo\n\"@authority\": example.org\n\"accept\": application/json, */*\n", edKey},
	}
}

const clientCert = ":MIIBqDCCAU6gAwIBAgIBBzAKBggqhkjOPQQDAjA6MRswGQYDVQQKDBJMZXQncyBBdXRoZW50aWNhdGUxGzAZBgNVBAMMEkxBIEludGVybWVkaWF0ZSBDQTAeFw0yMDAx" +
	"MTQyMjU1MzNaFw0yMTAxMjMyMjU1MzNaMA0xCzAJBgNVBAMMAkJDMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8YnXXfaUgmnMtOXU/IncWalRhebrXmckC8vdgJ1p5Be5" +
	"F/3YC8OthxM4+k1M6aEAEFcGzkJiNy6J84y7uzo9M6NyMHAwCQYDVR0TBAIwADAfBgNVHSMEGDAWgBRm3WjLa38lbEYCuiCPct0ZaSED2DAOBgNVHQ8BAf8EBAMCBsAwEwYD" +
	"VR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RAQH/BBMwEYEPYmRjQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIBHda/r1vaL6G3VliL4/Di6YK0Q6bMjeSkC3dFCOOB8T" +
	"AiEAx/kHSB4urmiZ0NX5r5XarmPk0wmuydBVoU4hBVZ1yhk=:"

func (v vector) signed() *message {
	v.message.header.Set("Signature-Input", v.label+"="+v.input)
	v.message.header.Set("Signature", v.label+"=:"+v.value+":")
	return v.message
}

func TestVectorsOfTheStandard(t *testing.T) {
	for _, v := range vectors() {
		t.Run(v.name, func(t *testing.T) {
			found, err := read(v.signed())
			if err != nil || len(found) != 1 {
				t.Fatalf("read: %v, %v", found, err)
			}
			sig := found[0]
			if want := v.base + `"@signature-params": ` + v.input; string(sig.base) != want {
				t.Errorf("base:\n%s\nwant:\n%s", sig.base, want)
			}
			if sig.Label != v.label || sig.Scheme != RFC9421 || sig.Created != time.Unix(1618884473, 0).UTC() {
				t.Errorf("label %q, scheme %v, created %v", sig.Label, sig.Scheme, sig.Created)
			}
			if err := sig.Verify(v.key(t)); err != nil {
				t.Errorf("the signature of the standard does not verify: %v", err)
			}
			sig.base[0] ^= 1
			if err := sig.Verify(v.key(t)); err == nil {
				t.Error("a changed message verifies")
			}
		})
	}
}

// B.2.6 is deterministic: our own signature must be the standard's, bit for bit.
func TestEd25519SignatureIsTheStandards(t *testing.T) {
	seed, err := base64.StdEncoding.DecodeString(keyEdSeed)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors() {
		if v.name != "B.2.6" {
			continue
		}
		value, err := sign(ed25519.NewKeyFromSeed(seed), algEd25519, []byte(v.base+`"@signature-params": `+v.input))
		if err != nil || base64.StdEncoding.EncodeToString(value) != v.value {
			t.Fatalf("got %x, %v", value, err)
		}
		return
	}
	t.Fatal("the vector is gone")
}

// Appendix B.4 changes the message in ways that must not matter, and in ways that must.
func TestTransformationsOfTheStandard(t *testing.T) {
	cases := []struct {
		name   string
		change func(*message)
		holds  bool
	}{
		{"query and language added", func(m *message) { m.target += "&param=added"; m.header.Set("Accept-Language", "en-US,en;q=0.5") }, true},
		{"accept collapsed to one line", func(m *message) { m.header["Accept"] = []string{"application/json, */*"}; m.header.Del("Date") }, true},
		{"method and host changed", func(m *message) { m.method, m.host = "POST", "example.com" }, false},
		{"accept reordered", func(m *message) { m.header["Accept"] = []string{"*/*", "application/json"} }, false},
	}
	for _, c := range cases {
		v := vectors()[7]
		c.change(v.message)
		found, err := read(v.signed())
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if err := found[0].Verify(edKey(t)); (err == nil) != c.holds {
			t.Errorf("%s: holds should be %v, got %v", c.name, c.holds, err)
		}
	}
}

// The examples of sections 2.1 and 2.2.
func TestComponentsOfTheStandard(t *testing.T) {
	fields := &message{method: "GET", scheme: "https", host: "www.example.com", target: "/path?param=value&foo=bar&baz=batman&qux=", header: http.Header{
		"X-Ows-Header":   {"   Leading and trailing whitespace.   "},
		"X-Obs-Fold":     {"Obsolete\r\n    line folding."},
		"Cache-Control":  {"max-age=60", "   must-revalidate"},
		"Example-Dict":   {" a=1,    b=2;x=1;y=2,   c=(a   b   c), d"},
		"Priority":       {" u=1,    i;x=1"},
		"X-Empty-Header": {""},
		"Example-Header": {"value, with, lots", "of, commas"},
		"Signature":      {`sig1=:AQID:`},
	}}
	encoded := &message{method: "GET", scheme: "https", host: "Example.com:443", header: http.Header{},
		target: "/parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something"}
	bare := &message{method: "GET", scheme: "http", host: "example.com:80", target: "/", header: http.Header{}}
	answer := &message{status: 503, request: encoded, header: http.Header{}}
	cases := []struct {
		m        *message
		id, want string
	}{
		{fields, `"x-ows-header"`, "Leading and trailing whitespace."},
		{fields, `"x-obs-fold"`, "Obsolete line folding."},
		{fields, `"cache-control"`, "max-age=60, must-revalidate"},
		{fields, `"example-dict"`, "a=1,    b=2;x=1;y=2,   c=(a   b   c), d"},
		{fields, `"priority";sf`, "u=1, i;x=1"},
		{fields, `"x-empty-header"`, ""},
		{fields, `"example-dict";key="a"`, "1"},
		{fields, `"example-dict";key="b"`, "2;x=1;y=2"},
		{fields, `"example-dict";key="c"`, "(a b c)"},
		{fields, `"example-dict";key="d"`, "?1"},
		{fields, `"example-header"`, "value, with, lots, of, commas"},
		{fields, `"example-header";bs`, ":dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:"},
		{fields, `"signature";key="sig1"`, ":AQID:"},
		{fields, `"@target-uri"`, "https://www.example.com/path?param=value&foo=bar&baz=batman&qux="},
		{fields, `"@request-target"`, "/path?param=value&foo=bar&baz=batman&qux="},
		{fields, `"@scheme"`, "https"},
		{fields, `"host"`, "www.example.com"},
		{fields, `"@query-param";name="baz"`, "batman"},
		{fields, `"@query-param";name="qux"`, ""},
		{encoded, `"@query-param";name="var"`, "this%20is%20a%20big%0Amultiline%20value"},
		{encoded, `"@query-param";name="bar"`, "with%20plus%20whitespace"},
		{encoded, `"@query-param";name="fa%C3%A7ade%22%3A%20"`, "something"},
		{encoded, `"@authority"`, "example.com"},
		{bare, `"@authority"`, "example.com"},
		{bare, `"@path"`, "/"},
		{bare, `"@query"`, "?"},
		{answer, `"@status"`, "503"},
		{answer, `"@method";req`, "GET"},
		{answer, `"@authority";req`, "example.com"},
	}
	for _, c := range cases {
		got, err := componentFor(t, c.id).value(c.m)
		if err != nil || got != c.want {
			t.Errorf("%s = %q, %v; want %q", c.id, got, err, c.want)
		}
	}
}

func componentFor(t *testing.T, id string) component {
	t.Helper()
	item, err := httpsfv.UnmarshalItem([]string{id})
	if err != nil {
		t.Fatal(err)
	}
	name, _ := item.Value.(string)
	return component{name: name, item: item}
}

func TestComponentsThatAreRefused(t *testing.T) {
	m := testRequest()
	m.header["X-Strange"] = []string{"å"}
	m.target = "/foo?two=1&two=2&bad=%zz"
	for _, id := range []string{
		`"@status"`, `"@unknown"`, `"@method";req`, `"@method";sf`, `"@query-param"`, `"@query-param";name="two"`,
		`"@query-param";name="none"`, `"@query-param";name="bad"`, `"@path";name="x"`, `"x-none"`, `"X-Upper"`, `""`,
		`"date";tr`, `"date";sf`, `"date";what`, `"date";name="x"`, `"date";bs;sf`, `"content-digest";bs;key="sha-512"`,
		`"content-digest";key="sha-1"`, `"content-type";key="x"`, `"x-strange"`,
	} {
		if got, err := componentFor(t, id).value(m); err == nil {
			t.Errorf("%s gave %q", id, got)
		}
	}
	if got, err := componentFor(t, `"@method"`).value(testResponse()); err == nil {
		t.Errorf("a response has the method %q", got)
	}
}

func TestListsThatAreRefused(t *testing.T) {
	many := "(" + strings.Repeat(`"x" `, maxComponents) + `"y")`
	for _, input := range []string{`("date" "date")`, `("@signature-params")`, `(5)`, `"date"`, `date`, many,
		`("date");created="now"`, `("date");created=0`, `("date");keyid=5`, `("date");alg=rsa`, `("date");expires=1.5`} {
		m := testRequest()
		m.header.Set("Signature-Input", "s="+input)
		m.header.Set("Signature", "s=:AQID:")
		if found, err := read(m); err == nil {
			t.Errorf("%s was read as %+v", input, found[0])
		}
	}
}
