package httpsig

import (
	"crypto"
	"net/http"
	"net/http/httptest"
	"testing"

	"tilltal/base/fault"
)

// Whatever stands in the headers: no panic, a refusal is always of kind SignIn, and nothing that is not signed by our key
// verifies with it.
func FuzzParse(f *testing.F) {
	for _, v := range vectors() {
		f.Add(v.label+"="+v.input, v.label+"=:"+v.value+":", "", "POST")
	}
	f.Add("", `keyId="https://a.example/u#main-key",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="AQID"`,
		digestHeader([]byte("{}")), "POST")
	f.Add("", `keyId=k,created=1,expires=2.5,headers="(created) (expires)",signature="AQID"`, "", "GET")
	f.Add(`a=("@query-param";name="x" "date";bs "digest";key="SHA-256";req);created=1;keyid="k"`, `a=:AQID:`, "SHA-256=AQID", "GET")
	f.Fuzz(func(t *testing.T, input, value, digest, method string) {
		r := httptest.NewRequest(http.MethodPost, "https://torget.example/inbox?x=1&x=2", nil)
		r.Method = method
		r.Header.Set("Date", noon.Format(http.TimeFormat))
		for name, v := range map[string]string{"Signature-Input": input, "Signature": value, "Digest": digest, "Content-Digest": digest} {
			if v != "" {
				r.Header[name] = []string{v}
			}
		}
		sig, err := Parse(r, []byte("{}"), Rules{Now: noon})
		if err != nil {
			if !fault.Is(err, fault.SignIn) {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		if sig.KeyID == "" || len(sig.covered) < 3 {
			t.Fatalf("too little is covered: %+v", sig)
		}
		for _, key := range []crypto.PublicKey{edPrivate.Public(), rsaKey().Public()} {
			if sig.Verify(key) == nil {
				t.Fatal("a signature that we did not make verifies")
			}
		}
	})
}

func FuzzParseMultikey(f *testing.F) {
	f.Add("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJXPt4swbTQ2")
	f.Add("z11")
	f.Fuzz(func(t *testing.T, text string) {
		pub, err := ParseMultikey(text)
		if err != nil {
			return
		}
		if back, err := Multikey(pub); err != nil || back != text {
			t.Fatalf("%q came back as %q, %v", text, back, err)
		}
	})
}

func FuzzParsePublicPEM(f *testing.F) {
	f.Add(keyPSS)
	f.Add(keyP256)
	f.Add(keyEd)
	f.Fuzz(func(t *testing.T, text string) {
		if pub, err := ParsePublicPEM(text); err == nil {
			if _, err := PublicPEM(pub); err != nil {
				t.Fatalf("a key that was read cannot be written: %v", err)
			}
		}
	})
}
