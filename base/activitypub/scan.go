package activitypub

import (
	"bytes"
	"encoding/json"
	"io"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

var errSyntax = fault.New(fault.Invalid, lingo.T("Dokumentet är inte läsbar JSON.", "The document is not readable JSON."))

// decode reads a document into a map, after seeing that it cannot cost more than it should.
func decode(body []byte) (map[string]any, error) {
	if len(body) > MaxBody {
		return nil, tooLarge("", "Dokumentet är större än vi tar emot.", "The document is larger than we accept.")
	}
	if !utf8.Valid(body) {
		return nil, errSyntax
	}
	if err := scan(body); err != nil {
		return nil, err
	}
	var doc any
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&doc); err != nil {
		return nil, errSyntax.Because(err)
	}
	if _, err := d.Token(); err != io.EOF { // something stands after the document
		return nil, errSyntax
	}
	if list, ok := doc.([]any); ok && len(list) == 1 { // an expanded JSON-LD document
		doc = list[0]
	}
	m, ok := doc.(map[string]any)
	if !ok {
		return nil, invalid("", "Dokumentet ska vara ett JSON-objekt.", "The document must be a JSON object.")
	}
	return m, nil
}

// scan counts depth and members without building anything, so that a deep or crowded document costs us one pass.
func scan(body []byte) error {
	depth, tokens, quoted := 0, 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth, tokens = depth+1, tokens+1
		case c == '}' || c == ']':
			depth--
		case c == ',':
			tokens++
		}
		if depth > MaxDepth {
			return invalid("", "Dokumentet har för många nivåer.", "The document is nested too deep.")
		}
		if tokens > maxTokens {
			return tooLarge("", "Dokumentet har för många delar.", "The document has too many parts.")
		}
	}
	return nil
}
