package httpsig

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/dunglas/httpsfv"
)

// component is one thing a signature covers: a header field, or something derived from the message when the name begins with
// an at sign (RFC 9421 section 2).
type component struct {
	name string
	item httpsfv.Item
}

// id is the component's identifier as it stands in the signature base: the name in quotes and its parameters.
func (c component) id() (string, error) {
	s, err := httpsfv.Marshal(c.item)
	if err != nil {
		return "", refuse("Signaturen räknar upp något som inte går att läsa.", "The signature lists something that cannot be read.").Because(err)
	}
	return s, nil
}

func (c component) has(param string) bool {
	v, ok := c.item.Params.Get(param)
	b, isBool := v.(bool)
	return ok && (!isBool || b)
}

func (c component) param(param string) string {
	v, _ := c.item.Params.Get(param)
	s, _ := v.(string)
	return s
}

// plain reports whether the component is covered as it is, without a parameter that leaves some of it out.
func (c component) plain() bool { return c.item.Params == nil || len(c.item.Params.Names()) == 0 }

// knownParams are the parameters of section 6.5.2. One that we do not know may change what is covered, so it is refused.
var knownParams = map[string]bool{"sf": true, "key": true, "bs": true, "req": true, "tr": true, "name": true}

// value finds what the component says in the message.
func (c component) value(m *message) (string, error) {
	for _, p := range c.item.Params.Names() {
		if !knownParams[p] {
			return "", refuse("Signaturen täcker något med ett tillägg som vi inte känner till.",
				"The signature covers something with a parameter that we do not know.").At(c.name)
		}
	}
	if c.has("tr") {
		return "", refuse("Signaturen täcker ett fält efter innehållet (trailer). Det läser vi inte.",
			"The signature covers a trailer field. We do not read those.").At(c.name)
	}
	if c.has("req") {
		if m.request == nil {
			return "", refuse("Signaturen hänvisar till en fråga som det här inte är svaret på.",
				"The signature points at a request, and this is not the answer to one.").At(c.name)
		}
		m = m.request
	}
	if strings.HasPrefix(c.name, "@") {
		return c.derived(m)
	}
	return c.fieldValue(m)
}

// derived computes a derived component (section 2.2).
func (c component) derived(m *message) (string, error) {
	if c.has("sf") || c.has("key") || c.has("bs") || (c.has("name") != (c.name == "@query-param")) {
		return "", refuse("Signaturen har ett tillägg som inte hör dit.", "The signature has a parameter that does not belong there.").At(c.name)
	}
	if c.name == "@status" {
		if m.status == 0 {
			return "", refuse("Signaturen täcker en svarskod, men det här är en fråga.",
				"The signature covers a status code, but this is a request.").At(c.name)
		}
		return strconv.Itoa(m.status), nil
	}
	if m.status != 0 {
		return "", refuse("Signaturen täcker en del av en fråga, men det här är ett svar.",
			"The signature covers part of a request, but this is a response.").At(c.name)
	}
	switch c.name {
	case "@method":
		return m.method, nil
	case "@target-uri":
		return m.scheme + "://" + m.authority() + m.target, nil
	case "@authority":
		return m.authority(), nil
	case "@scheme":
		return m.scheme, nil
	case "@request-target":
		return m.target, nil
	case "@path":
		return m.path(), nil
	case "@query":
		return "?" + m.query(), nil
	case "@query-param":
		return queryParam(m.query(), c.param("name"))
	}
	return "", refuse("Signaturen täcker en del av meddelandet som vi inte känner till.",
		"The signature covers a part of the message that we do not know.").At(c.name)
}

// queryParam finds one named parameter (section 2.2.8). The name is written percent-encoded in the identifier. A parameter
// that occurs twice is refused: which one the signer meant cannot be known.
func queryParam(query, name string) (string, error) {
	found, value := 0, ""
	for pair := range strings.SplitSeq(query, "&") {
		k, v, _ := strings.Cut(pair, "=")
		k, errK := url.QueryUnescape(k)
		v, errV := url.QueryUnescape(v)
		if errK == nil && errV == nil && pair != "" && formEncode(k) == name {
			found, value = found+1, formEncode(v)
		}
	}
	if found != 1 {
		return "", refuse("Signaturen täcker en del av adressen som saknas eller står två gånger.",
			"The signature covers a part of the address that is missing or stands twice.").At("@query-param")
	}
	return value, nil
}

// formEncode percent-encodes as URL standard's application/x-www-form-urlencoded set, with a space as %20.
func formEncode(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("*-._", c) >= 0:
			b.WriteByte(c)
		default:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}
