package httpsig

import (
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/dunglas/httpsfv"
)

// cavageAlgorithms are the names of draft-cavage-12 section 2.1, and what they mean in the words of RFC 9421. "hs2019" says that
// the key decides; for RSA the draft then asks for PSS, but every server of the fediverse means RSASSA-PKCS1-v1_5 with SHA-256.
var cavageAlgorithms = map[string]string{"": "", "hs2019": "", "rsa-sha256": algRSA, "ed25519": algEd25519}

func signCavage(r *http.Request, body []byte, key Key, alg string) error {
	names := []string{"(request-target)", "host", "date"}
	if hasBody(r.Method) || len(body) > 0 {
		r.Header.Set("Digest", digestHeader(body))
		names = append(names, "digest")
		if r.Header.Get("Content-Type") != "" {
			names = append(names, "content-type")
		}
	}
	if strings.ContainsAny(key.ID, "\"\\\r\n") {
		return refuse("Nyckelns adress går inte att skriva i en signatur.", "The address of the key cannot be written in a signature.").At("keyId")
	}
	named := "rsa-sha256" // what older servers understand
	if alg != algRSA {
		named = "hs2019"
	}
	sig := &Signature{Scheme: Cavage}
	base, err := sig.cavageBase(fromRequest(r, body, nil), names)
	if err != nil {
		return err
	}
	value, err := sign(key.Private, alg, base)
	if err != nil {
		return err
	}
	r.Header.Set("Signature", `keyId="`+key.ID+`",algorithm="`+named+`",headers="`+strings.Join(names, " ")+
		`",signature="`+base64.StdEncoding.EncodeToString(value)+`"`)
	return nil
}

// cavageBase is the signing string (draft-cavage-12 section 2.3): a line for each header, lower case, no newline at the end.
func (s *Signature) cavageBase(m *message, names []string) ([]byte, error) {
	lines := make([]string, 0, len(names))
	for _, name := range names {
		value := ""
		switch name {
		case "(request-target)":
			value = strings.ToLower(m.method) + " " + m.target
		case "(created)":
			if s.Created.IsZero() {
				return nil, missing(name)
			}
			value = strconv.FormatInt(s.Created.Unix(), 10)
		case "(expires)":
			if s.Expires.IsZero() {
				return nil, missing(name)
			}
			value = strconv.FormatInt(s.Expires.Unix(), 10)
		default:
			held := m.field(name)
			if len(held) == 0 {
				return nil, refuse("Signaturen täcker ett fält som inte finns i meddelandet.",
					"The signature covers a field that is not in the message.").At(name)
			}
			value = joined(held)
		}
		lines = append(lines, name+": "+value)
	}
	return []byte(strings.Join(lines, "\n")), nil
}

func readCavage(m *message, header string) (*Signature, error) {
	params, err := cavageParams(header)
	if err != nil {
		return nil, err
	}
	sig := &Signature{Scheme: Cavage, KeyID: params["keyId"]}
	named := strings.ToLower(params["algorithm"])
	alg, known := cavageAlgorithms[named]
	if !known {
		return nil, refuse("Signaturen är gjord med en algoritm som vi inte litar på.",
			"The signature is made with an algorithm that we do not trust.").At("algorithm")
	}
	sig.Algorithm = alg
	if sig.value, err = base64.StdEncoding.DecodeString(params["signature"]); err != nil || len(sig.value) == 0 {
		return nil, unreadable("signature", err)
	}
	if sig.Created, err = cavageTime(params, "created"); err != nil {
		return nil, err
	}
	if sig.Expires, err = cavageTime(params, "expires"); err != nil {
		return nil, err
	}
	names := strings.Fields(strings.ToLower(params["headers"]))
	if len(names) == 0 {
		names = []string{"(created)"} // section 2.1.6
	}
	if err := sig.coverCavage(names, named); err != nil {
		return nil, err
	}
	sig.base, err = sig.cavageBase(m, names)
	return sig, err
}

// coverCavage notes what is covered. A time that is named beside the list is not covered by it and so says nothing; and a time
// in the list may not go with an algorithm of the oldest kind (section 2.3).
func (s *Signature) coverCavage(names []string, alg string) error {
	if len(names) > maxComponents {
		return refuse("Signaturen räknar upp mer än vi läser.", "The signature lists more than we read.")
	}
	seen := map[string]bool{}
	for _, name := range names {
		old := strings.HasPrefix(alg, "rsa") || strings.HasPrefix(alg, "hmac") || strings.HasPrefix(alg, "ecdsa")
		if seen[name] || old && (name == "(created)" || name == "(expires)") {
			return refuse("Signaturen räknar upp något som inte hör dit eller som står två gånger.",
				"The signature lists something that does not belong or that stands twice.").At("headers")
		}
		seen[name] = true
		s.covered = append(s.covered, component{name: name, item: httpsfv.NewItem(name)})
	}
	if !seen["(created)"] {
		s.Created = time.Time{}
	}
	return nil
}

func cavageTime(params map[string]string, name string) (time.Time, error) {
	text, ok := params[name]
	if !ok {
		return time.Time{}, nil
	}
	whole, _, _ := strings.Cut(text, ".") // expires may have decimals (section 2.1.5)
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n <= 0 || n > 1<<40 {
		return time.Time{}, refuse("En uppgift om signaturen är av fel slag.", "A parameter of the signature is of the wrong type.").At(name)
	}
	return time.Unix(n, 0).UTC(), nil
}

// cavageParams splits keyId="…",algorithm="…",… (section 2.1, with the grammar of RFC 7235). The same name twice is refused.
func cavageParams(header string) (map[string]string, error) {
	out := map[string]string{}
	rest := strings.TrimSpace(header)
	for rest != "" {
		name, after, ok := strings.Cut(rest, "=")
		name = strings.TrimSpace(name)
		if _, twice := out[name]; !ok || name == "" || twice {
			return nil, unreadable("signature", nil)
		}
		after = strings.TrimSpace(after)
		if strings.HasPrefix(after, `"`) {
			end := strings.IndexByte(after[1:], '"')
			if end < 0 {
				return nil, unreadable("signature", nil)
			}
			out[name], rest = after[1:1+end], strings.TrimSpace(after[2+end:])
			if rest != "" && rest[0] != ',' {
				return nil, unreadable("signature", nil)
			}
			rest = strings.TrimSpace(strings.TrimPrefix(rest, ","))
			continue
		}
		value, tail, _ := strings.Cut(after, ",")
		out[name], rest = strings.TrimSpace(value), strings.TrimSpace(tail)
	}
	return out, nil
}
