package httpsig

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"strings"

	"github.com/dunglas/httpsfv"
)

// sumOf computes the body's digest by the algorithm's name; nil for one we do not count with. MD5 and SHA-1 are not counted
// with on purpose: a body can be made to fit them.
func sumOf(alg string, body []byte) []byte {
	switch strings.ToLower(alg) {
	case "sha-256":
		sum := sha256.Sum256(body)
		return sum[:]
	case "sha-512":
		sum := sha512.Sum512(body)
		return sum[:]
	}
	return nil
}

// digestHeader is the value of Digest (RFC 3230, with draft-cavage).
func digestHeader(body []byte) string {
	return "SHA-256=" + base64.StdEncoding.EncodeToString(sumOf("sha-256", body))
}

// contentDigest is the value of Content-Digest (RFC 9530).
func contentDigest(body []byte) string {
	return "sha-256=:" + base64.StdEncoding.EncodeToString(sumOf("sha-256", body)) + ":"
}

// checkDigest compares the body with the digest in the covered field. At least one digest that we can count must be there,
// and every one that we can count must agree.
func checkDigest(m *message, field string) error {
	said, err := digests(m, field)
	if err != nil {
		return err
	}
	counted := 0
	for alg, sum := range said {
		if ours := sumOf(alg, m.body); ours != nil {
			if !bytes.Equal(ours, sum) {
				return refuse("Innehållet stämmer inte med det som signerades. Det kan ha ändrats på vägen.",
					"The content is not what was signed. It may have been changed on the way.").At(field)
			}
			counted++
		}
	}
	if counted == 0 {
		return refuse("Innehållets kontrollsumma ska vara sha-256 eller sha-512.",
			"The digest of the content must be sha-256 or sha-512.").At(field)
	}
	return nil
}

// digests reads either field into digest by algorithm.
func digests(m *message, field string) (map[string][]byte, error) {
	out := map[string][]byte{}
	if field == "content-digest" {
		dict, err := httpsfv.UnmarshalDictionary(m.header.Values(field))
		if err != nil {
			return nil, unreadable(field, err)
		}
		for _, alg := range dict.Names() {
			member, _ := dict.Get(alg)
			if item, ok := member.(httpsfv.Item); ok {
				if sum, ok := item.Value.([]byte); ok {
					out[alg] = sum
				}
			}
		}
		return out, nil
	}
	for part := range strings.SplitSeq(joined(m.header.Values(field)), ",") {
		alg, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		if sumOf(alg, nil) == nil {
			continue // unixsum and its like are not even base64
		}
		sum, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			return nil, unreadable(field, err)
		}
		out[alg] = sum
	}
	return out, nil
}
