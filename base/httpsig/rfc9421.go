package httpsig

import (
	"net/http"
	"strings"
	"time"

	"github.com/dunglas/httpsfv"
)

// label names our own signature among others in the same header (RFC 9421 section 4).
const label = "tilltal"

func signRFC9421(r *http.Request, body []byte, key Key, alg string, at time.Time) error {
	names := []string{"@method", "@target-uri"}
	if hasBody(r.Method) || len(body) > 0 {
		r.Header.Set("Content-Digest", contentDigest(body))
		names = append(names, "content-digest")
		if r.Header.Get("Content-Type") != "" {
			names = append(names, "content-type")
		}
	}
	list := httpsfv.InnerList{Params: httpsfv.NewParams()}
	for _, n := range names {
		list.Items = append(list.Items, httpsfv.NewItem(n))
	}
	list.Params.Add("created", at.Unix())
	list.Params.Add("keyid", key.ID)
	list.Params.Add("alg", alg)
	covered, err := componentsOf(list)
	if err != nil {
		return err
	}
	base, err := signatureBase(fromRequest(r, body, nil), covered, list)
	if err != nil {
		return err
	}
	value, err := sign(key.Private, alg, base)
	if err != nil {
		return err
	}
	return setDictionaries(r.Header, list, value)
}

func setDictionaries(h http.Header, list httpsfv.InnerList, value []byte) error {
	input, signature := httpsfv.NewDictionary(), httpsfv.NewDictionary()
	input.Add(label, list)
	signature.Add(label, httpsfv.NewItem(value))
	in, err := marshal("signature-input", input)
	if err != nil {
		return err
	}
	out, err := marshal("signature", signature)
	if err != nil {
		return err
	}
	h.Set("Signature-Input", in)
	h.Set("Signature", out)
	return nil
}

// signatureBase is what is signed (section 2.5): a line for each component and, last, the parameters themselves.
func signatureBase(m *message, covered []component, params httpsfv.InnerList) ([]byte, error) {
	var b strings.Builder
	for _, c := range covered {
		id, err := c.id()
		if err != nil {
			return nil, err
		}
		value, err := c.value(m)
		if err != nil {
			return nil, err
		}
		if strings.ContainsAny(value, "\r\n") || strings.ContainsAny(id, "\r\n") {
			return nil, unreadable(c.name, nil)
		}
		b.WriteString(id + ": " + value + "\n")
	}
	own, err := marshal("signature-input", params)
	if err != nil {
		return nil, err
	}
	b.WriteString(`"@signature-params": ` + own)
	return []byte(b.String()), nil
}

// componentsOf reads the list of what is covered. The same identifier twice, or the parameters covering themselves, is refused
// (section 2.5).
func componentsOf(list httpsfv.InnerList) ([]component, error) {
	if len(list.Items) > maxComponents {
		return nil, refuse("Signaturen räknar upp mer än vi läser.", "The signature lists more than we read.")
	}
	seen := map[string]bool{}
	out := make([]component, 0, len(list.Items))
	for _, item := range list.Items {
		name, ok := item.Value.(string)
		if item.Params == nil {
			item.Params = httpsfv.NewParams()
		}
		c := component{name: name, item: item}
		id, err := c.id()
		if !ok || err != nil || seen[id] || name == "@signature-params" {
			return nil, refuse("Signaturen räknar upp något som inte går att läsa eller som står två gånger.",
				"The signature lists something that cannot be read or that stands twice.").Because(err)
		}
		seen[id] = true
		out = append(out, c)
	}
	return out, nil
}

// readRFC9421 reads the signatures of Signature-Input and Signature, in the order they stand. One that cannot be read does not
// hide another that can: a proxy may have added its own.
func readRFC9421(m *message, input, value []string) ([]*Signature, error) {
	inputs, err := httpsfv.UnmarshalDictionary(input)
	if err != nil {
		return nil, unreadable("signature-input", err)
	}
	values, err := httpsfv.UnmarshalDictionary(value)
	if err != nil {
		return nil, unreadable("signature", err)
	}
	var out []*Signature
	var first error
	for i, name := range inputs.Names() {
		if i == maxSignatures {
			break
		}
		sig, err := readOne(m, name, inputs, values)
		if err == nil {
			out = append(out, sig)
		} else if first == nil {
			first = err
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	if first == nil {
		first = refuse("Meddelandet är inte signerat.", "The message is not signed.")
	}
	return nil, first
}

func readOne(m *message, name string, inputs, values *httpsfv.Dictionary) (*Signature, error) {
	member, _ := inputs.Get(name)
	list, ok := member.(httpsfv.InnerList)
	if !ok {
		return nil, unreadable("signature-input", nil)
	}
	signed, _ := values.Get(name)
	item, ok := signed.(httpsfv.Item)
	if !ok {
		return nil, unreadable("signature", nil)
	}
	value, ok := item.Value.([]byte)
	if !ok {
		return nil, unreadable("signature", nil)
	}
	sig := &Signature{Scheme: RFC9421, Label: name, value: value}
	if err := sig.readParams(list.Params); err != nil {
		return nil, err
	}
	var err error
	if sig.covered, err = componentsOf(list); err != nil {
		return nil, err
	}
	sig.base, err = signatureBase(m, sig.covered, list)
	return sig, err
}

// readParams reads the parameters of section 2.3. Ones that we do not know are covered by the signature and otherwise ignored.
func (s *Signature) readParams(params *httpsfv.Params) error {
	wrong := func(name string) error {
		return refuse("En uppgift om signaturen är av fel slag.", "A parameter of the signature is of the wrong type.").At(name)
	}
	for _, name := range params.Names() {
		v, _ := params.Get(name)
		number, isNumber := v.(int64)
		text, isText := v.(string)
		switch name {
		case "created", "expires":
			if !isNumber || number <= 0 {
				return wrong(name)
			}
			if name == "created" {
				s.Created = time.Unix(number, 0).UTC()
			} else {
				s.Expires = time.Unix(number, 0).UTC()
			}
		case "keyid", "alg", "nonce", "tag":
			if !isText {
				return wrong(name)
			}
			if name == "keyid" {
				s.KeyID = text
			} else if name == "alg" {
				s.Algorithm = text
			}
		}
	}
	return nil
}
