package httpsig

import (
	"bytes"
	"net/http/httptest"
	"testing"
)

func BenchmarkSign(b *testing.B) {
	body := bytes.Repeat([]byte("x"), 2048)
	for name, key := range keys() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r := httptest.NewRequest("POST", inbox, nil)
				if err := Sign(r, body, Key{ID: "k", Private: key}, RFC9421, noon); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParseAndVerify(b *testing.B) {
	body := bytes.Repeat([]byte("x"), 2048)
	for name, key := range keys() {
		for _, scheme := range []Scheme{Cavage, RFC9421} {
			r := httptest.NewRequest("POST", inbox, nil)
			if err := Sign(r, body, Key{ID: "k", Private: key}, scheme, noon); err != nil {
				b.Fatal(err)
			}
			b.Run(name+"/"+scheme.String(), func(b *testing.B) {
				for b.Loop() {
					sig, err := Parse(r, body, Rules{Now: noon})
					if err != nil {
						b.Fatal(err)
					}
					if err := sig.Verify(key.Public()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
