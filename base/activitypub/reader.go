package activitypub

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
)

// reader keeps the first problem of a document, so that the code that reads it can be read.
type reader struct {
	rules Rules
	err   *fault.Error
}

func (r *reader) fail(err *fault.Error) {
	if r.err == nil {
		r.err = err
	}
}

// done returns the first problem. It exists because a nil *fault.Error in an error is not nil.
func (r *reader) done() error {
	if r.err == nil {
		return nil
	}
	return r.err
}

// node is an object in a document and where it stands (RFC 6901).
type node struct {
	r    *reader
	m    map[string]any
	path string
}

func (n node) at(key string) string {
	return n.path + "/" + pointer.Replace(key)
}

// pointer writes a name as a part of a JSON pointer (RFC 6901 section 3). It is made once: making it costs more than using it.
var pointer = strings.NewReplacer("~", "~0", "/", "~1")

func (n node) wrong(key string) {
	n.r.fail(invalid(n.at(key), "En uppgift i dokumentet är av fel slag.", "A value in the document is of the wrong type."))
}

// list gives a value as a list: what stands alone is a list of one, and null and absence are empty.
func (n node) list(key string) []any {
	switch v := n.m[key].(type) {
	case nil:
		return nil
	case []any:
		if len(v) > MaxItems {
			n.r.fail(tooLarge(n.at(key), "En lista i dokumentet är för lång.", "A list in the document is too long."))
			return nil
		}
		return v
	default:
		return []any{v}
	}
}

// str is a short text: the first when there are several.
func (n node) str(key string) string {
	for _, v := range n.list(key) {
		switch s := v.(type) {
		case nil:
		case string:
			if len(s) > maxAddress {
				n.r.fail(tooLarge(n.at(key), "En uppgift i dokumentet är för lång.", "A value in the document is too long."))
				return ""
			}
			return s
		default:
			n.wrong(key)
			return ""
		}
	}
	return ""
}

// text is a text and its languages. It may be a string, a JSON-LD value object, or a list of those.
func (n node) text(key string) (string, map[string]string) {
	first, langs := "", n.langs(key+"Map")
	for _, v := range n.list(key) {
		s, lang := "", ""
		switch t := v.(type) {
		case nil:
			continue
		case string:
			s = t
		case map[string]any:
			s, _ = t["@value"].(string)
			lang, _ = t["@language"].(string)
		default:
			n.wrong(key)
			return "", nil
		}
		n.measure(key, s)
		if lang != "" {
			if langs == nil {
				langs = map[string]string{}
			}
			langs[lang] = s
		}
		if first == "" {
			first = s
		}
	}
	if first == "" && len(langs) > 0 { // only a map: Swedish first, else what sorts first
		first = langs[preferred(langs)]
	}
	return first, langs
}

// langs reads a language map.
func (n node) langs(key string) map[string]string {
	switch v := n.m[key].(type) {
	case nil:
		return nil
	case map[string]any:
		if len(v) > 200 {
			n.wrong(key)
			return nil
		}
		out := make(map[string]string, len(v))
		for lang, t := range v {
			if s, ok := t.(string); ok && lang != "" {
				n.measure(key, s)
				out[lang] = s
			}
		}
		if len(out) == 0 {
			return nil
		}
		return out
	case []any:
		if len(v) > 0 { // PHP writes an empty map as a list
			n.wrong(key)
		}
		return nil
	}
	n.wrong(key)
	return nil
}

func (n node) measure(key, s string) {
	if len(s) > MaxText {
		n.r.fail(tooLarge(n.at(key), "Texten är längre än 1 MiB.", "The text is longer than 1 MiB."))
	}
}

func preferred(langs map[string]string) string {
	best := ""
	for lang := range langs {
		if lang == "sv" || best != "sv" && (best == "" || lang < best) {
			best = lang
		}
	}
	return best
}

// nodes gives the objects of a list. An address becomes an object with only an id.
func (n node) nodes(key string) []node {
	var out []node
	for i, v := range n.list(key) {
		path := n.at(key)
		if _, many := n.m[key].([]any); many {
			path += "/" + strconv.Itoa(i)
		}
		switch t := v.(type) {
		case nil:
		case string:
			out = append(out, node{n.r, map[string]any{"id": t}, path})
		case map[string]any:
			out = append(out, node{n.r, t, path})
		default:
			n.wrong(key)
		}
	}
	return out
}

// id is the node's address, in either spelling.
func (n node) id() string {
	if s := n.str("id"); s != "" {
		return s
	}
	return n.str("@id")
}

// kind is the node's type: the first that the house knows, else the first.
func (n node) kind() string {
	key := "type"
	if n.m[key] == nil {
		key = "@type"
	}
	first := ""
	for _, v := range n.list(key) {
		s, ok := v.(string)
		if !ok || len(s) > maxName {
			n.wrong(key)
			return ""
		}
		if actorTypes[s] || activityTypes[s] || postTypes[s] || s == Tombstone {
			return s
		}
		if first == "" {
			first = s
		}
	}
	return first
}

// refs gives the addresses of a list, each once, and leaves out what is no address. The spellings of Public become one.
func (n node) refs(key string) []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range n.nodes(key) {
		s := c.id()
		if s == "" {
			s = c.str("href")
		}
		if isPublic(s) {
			s = Public
		}
		if !seen[s] && n.r.rules.address(s) {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// ref is one address, or empty.
func (n node) ref(key string) string {
	if all := n.refs(key); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (n node) boolean(key string) bool {
	switch v := n.m[key].(type) {
	case bool:
		return v
	case string: // "true" from servers that write everything as text
		return v == "true"
	}
	return false
}

// number is a count; -1 when it is not told or makes no sense.
func (n node) number(key string) int {
	v, ok := n.m[key].(json.Number)
	if !ok {
		return -1
	}
	f, err := v.Float64()
	if err != nil || f < 0 || f > 1<<31 {
		return -1
	}
	return int(f)
}

// anyDate is a point in time that nothing depends on; zero when it is not told, or cannot be read.
func (n node) anyDate(key string) time.Time {
	return node{&reader{rules: n.r.rules}, n.m, n.path}.date(key, false)
}

// dateForms are the forms of dates that servers send, though the vocabulary asks for the first (xsd:dateTime).
var dateForms = []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00",
	"2006-01-02 15:04:05.999999999Z07:00", time.DateTime, time.DateOnly}

// date is a point in time in UTC; zero when it is not told. judged dates must be believable.
func (n node) date(key string, judged bool) time.Time {
	s := strings.TrimSpace(n.str(key))
	if s == "" {
		return time.Time{}
	}
	for _, form := range dateForms {
		if t, err := time.Parse(form, s); err == nil {
			if now := n.r.rules.Now; judged && !now.IsZero() && (t.Year() < 1990 || t.After(now.Add(24*time.Hour))) {
				n.r.fail(invalid(n.at(key), "Datumet kan inte stämma.", "The date cannot be right."))
			}
			return t.UTC()
		}
	}
	n.r.fail(invalid(n.at(key), "Datumet går inte att läsa.", "The date cannot be read."))
	return time.Time{}
}
