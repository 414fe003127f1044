package httpsig

import (
	"encoding/base64"
	"strings"

	"github.com/dunglas/httpsfv"
)

// structured says what kind of structured field (RFC 9651) a field is, for the parameter sf. A field that is not listed cannot
// be serialised strictly and a signature that asks for it is refused.
var structured = map[string]string{
	"content-digest": "dictionary", "repr-digest": "dictionary", // RFC 9530
	"want-content-digest": "dictionary", "want-repr-digest": "dictionary",
	"signature": "dictionary", "signature-input": "dictionary", "accept-signature": "dictionary", // RFC 9421
	"priority": "dictionary", "cache-control": "dictionary", // RFC 9218; RFC 9111 as a dictionary
	"accept": "list", "accept-language": "list", "accept-encoding": "list",
	"client-cert": "item", "client-cert-chain": "list", // RFC 9440
}

// fieldValue computes a header field component (section 2.1).
func (c component) fieldValue(m *message) (string, error) {
	if c.name == "" || strings.ToLower(c.name) != c.name || c.has("name") {
		return "", refuse("Signaturen räknar upp ett fält på ett sätt som inte går att läsa.",
			"The signature lists a field in a way that cannot be read.").At(c.name)
	}
	if c.has("bs") && (c.has("sf") || c.has("key")) {
		return "", refuse("Signaturen vill läsa ett fält på två sätt samtidigt.",
			"The signature wants a field read in two ways at once.").At(c.name)
	}
	lines := m.field(c.name)
	if len(lines) == 0 {
		return "", refuse("Signaturen täcker ett fält som inte finns i meddelandet.",
			"The signature covers a field that is not in the message.").At(c.name)
	}
	switch {
	case c.has("bs"):
		return wrapped(lines), nil
	case c.has("key"):
		return c.member(lines)
	case c.has("sf"):
		return c.strict(lines)
	}
	value := joined(lines)
	for i := range len(value) {
		if value[i] != '\t' && (value[i] < ' ' || value[i] > '~') { // section 2.5: the base is ASCII
			return "", refuse("Signaturen täcker ett fält med tecken utanför ASCII.",
				"The signature covers a field with characters outside ASCII.").At(c.name)
		}
	}
	return value, nil
}

// wrapped is the field's lines as byte sequences (section 2.1.3).
func wrapped(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = ":" + base64.StdEncoding.EncodeToString([]byte(unfold(line))) + ":"
	}
	return strings.Join(out, ", ")
}

// member is one member of a dictionary field (section 2.1.2).
func (c component) member(lines []string) (string, error) {
	dict, err := httpsfv.UnmarshalDictionary(lines)
	if err != nil {
		return "", unreadable(c.name, err)
	}
	m, ok := dict.Get(c.param("key"))
	if !ok {
		return "", refuse("Signaturen täcker en del av ett fält som inte finns.",
			"The signature covers a part of a field that is not there.").At(c.name)
	}
	v, ok := m.(httpsfv.StructuredFieldValue)
	if !ok {
		return "", unreadable(c.name, nil)
	}
	return marshal(c.name, v)
}

// strict is the field serialised anew as a structured field (section 2.1.1).
func (c component) strict(lines []string) (string, error) {
	switch structured[c.name] {
	case "dictionary":
		v, err := httpsfv.UnmarshalDictionary(lines)
		if err != nil {
			return "", unreadable(c.name, err)
		}
		return marshal(c.name, v)
	case "list":
		v, err := httpsfv.UnmarshalList(lines)
		if err != nil {
			return "", unreadable(c.name, err)
		}
		return marshal(c.name, v)
	case "item":
		v, err := httpsfv.UnmarshalItem(lines)
		if err != nil {
			return "", unreadable(c.name, err)
		}
		return marshal(c.name, v)
	}
	return "", refuse("Signaturen vill ha ett fält i strikt form som vi inte känner formen på.",
		"The signature wants a field in strict form, and we do not know its form.").At(c.name)
}

func marshal(name string, v httpsfv.StructuredFieldValue) (string, error) {
	s, err := httpsfv.Marshal(v)
	if err != nil {
		return "", unreadable(name, err)
	}
	return s, nil
}

func unreadable(name string, err error) error {
	return refuse("Ett fält som signaturen täcker går inte att läsa.", "A field that the signature covers cannot be read.").At(name).Because(err)
}
