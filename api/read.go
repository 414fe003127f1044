package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// mostDeep is how deeply JSON may be nested. Nothing that we read is nested more than four deep.
const mostDeep = 32

// careful is JSON that is looked through before it is read: neither nested without end, nor with the character that
// databases cannot keep.
var careful = huma.Format{
	Marshal: huma.DefaultJSONFormat.Marshal,
	Unmarshal: func(data []byte, v any) error {
		if err := sound(data); err != nil {
			return err
		}
		return json.Unmarshal(data, v)
	},
}

// sound goes through JSON once. What is not JSON at all is left to the parser.
func sound(data []byte) error {
	depth, inText := 0, false
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case inText && c == '\\':
			if i++; i+4 < len(data) && data[i] == 'u' && string(data[i+1:i+5]) == "0000" {
				return errZero
			}
		case c == '"':
			inText = !inText
		case inText:
		case c == '{' || c == '[':
			if depth++; depth > mostDeep {
				return errDeep
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

var (
	errZero = errors.New("a text has the character U+0000")
	errDeep = errors.New("nested too deeply")
)

// readable refuses an address with characters that no text has.
func readable(r *http.Request) *fault.Error {
	for _, part := range []string{r.URL.Path, unescaped(r)} {
		if !utf8.ValidString(part) || strings.ContainsRune(part, 0) {
			return fault.New(fault.Invalid, lingo.T("Adressen går inte att läsa.", "The address cannot be read."))
		}
	}
	return nil
}

// unescaped is the query with its names and values in the clear.
func unescaped(r *http.Request) string {
	var b strings.Builder
	for name, values := range r.URL.Query() {
		b.WriteString(name)
		for _, v := range values {
			b.WriteString(v)
		}
	}
	return b.String()
}
