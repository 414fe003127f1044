package scim

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

var (
	badToken    = fault.New(fault.SignIn, lingo.T("Nyckeln gäller inte.", "The token is not valid."))
	badFilter   = fault.New(fault.Invalid, lingo.T("Det enda filtret är userName eq \"…\".", "The only filter is userName eq \"…\"."))
	badBody     = fault.New(fault.Invalid, lingo.T("Det är ingen PATCH enligt RFC 7644.", "That is no PATCH as of RFC 7644."))
	unsupported = fault.New(fault.Invalid, lingo.T("Här kan du bara avsluta kollegor. Lägg till dem i skrivbordets eget register.", "Here you can only end colleagues. Add them in the desk's own register."))
	takenBack   = fault.New(fault.Conflict, lingo.T("Lägg till den som har slutat på nytt, i skrivbordets eget register.", "Add whoever has left anew, in the desk's own register."))
)

// patch is RFC 7644 section 3.5.2.
type patch struct {
	Schemas    []string `json:"schemas"`
	Operations []struct {
		Op    string          `json:"op"`
		Path  string          `json:"path"`
		Value json.RawMessage `json:"value"`
	} `json:"Operations"`
}

// maxOperations is more than any register sends at once.
const maxOperations = 100

// readPatch returns what a PATCH says of active; nil when it says nothing.
func readPatch(r *http.Request) (*bool, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, fault.Wrap("scim", err)
	}
	return parsePatch(body)
}

func parsePatch(body []byte) (active *bool, err error) {
	var p patch
	if err := json.Unmarshal(body, &p); err != nil || len(p.Operations) == 0 || len(p.Operations) > maxOperations {
		return nil, badBody.Because(err)
	}
	for _, o := range p.Operations {
		switch op := strings.ToLower(o.Op); op {
		case "add", "replace":
			is, err := activeIn(o.Path, o.Value)
			if err != nil {
				return nil, err
			}
			if is != nil {
				active = is
			}
		case "remove":
			if strings.EqualFold(o.Path, "active") {
				no := false
				active = &no
			}
		default:
			return nil, badBody
		}
	}
	return active, nil
}

// activeIn reads active: named by the path, or among the attributes of a value without one. Entra ID writes it as "False".
func activeIn(path string, value json.RawMessage) (*bool, error) {
	if strings.EqualFold(path, "active") {
		return truth(value)
	}
	if path != "" {
		return nil, nil
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(value, &all); err != nil {
		return nil, badBody.Because(err)
	}
	for name, v := range all {
		if strings.EqualFold(name, "active") {
			return truth(v)
		}
	}
	return nil, nil
}

func truth(value json.RawMessage) (*bool, error) {
	var b bool
	if json.Unmarshal(value, &b) == nil && string(value) != "null" {
		return &b, nil
	}
	var s string
	if err := json.Unmarshal(value, &s); err != nil {
		return nil, badBody.Because(err)
	}
	switch strings.ToLower(s) {
	case "true":
		b = true
	case "false":
	default:
		return nil, badBody
	}
	return &b, nil
}
