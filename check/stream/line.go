package stream

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
)

// What can be wrong with a line.
var (
	errLong = errors.New("stream: the line is too long")

	tooLong = lingo.T("Raden är längre än %d byte.", "The line is longer than %d bytes.")
	notUTF8 = lingo.T("Raden är inte UTF-8.", "The line is not UTF-8.")
	notJSON = lingo.T("Raden är inte ett JSON-objekt.", "The line is not a JSON object.")
	badType = lingo.T("Fältet %s har fel typ.", "The field %s has the wrong type.")
	noText  = lingo.T("Raden har varken text eller media.", "The line has neither text nor media.")
)

// lines reads lines of at most so many bytes.
type lines struct {
	r    *bufio.Reader
	most int
	buf  []byte
}

// next returns the next line without its end, and how many bytes were read. The line is overwritten by the next call. The
// error is errLong for a line that was too long and has been passed over, of which only the beginning is returned, and io.EOF after
// the last.
func (l *lines) next() (line []byte, n int64, err error) {
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		n += int64(len(part))
		keep := part
		if long = long || len(l.buf)+len(bytes.TrimRight(part, "\r\n")) > l.most; long {
			keep = part[:min(len(part), max(0, l.most-len(l.buf)))]
		}
		l.buf = append(l.buf, keep...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err == io.EOF && n == 0:
			return nil, 0, io.EOF
		case err != nil && err != io.EOF:
			return nil, n, err
		case long:
			return l.buf, n, errLong
		}
		return bytes.TrimRight(l.buf, "\r\n"), n, nil
	}
}

// waits reports whether nothing more has come yet.
func (l *lines) waits() bool { return l.r.Buffered() == 0 }

// post is a line in.
type post struct {
	ID      json.RawMessage
	Text    *string
	Account string
	Media   pieces

	text  string
	media []check.Media
}

func (p *post) id() json.RawMessage {
	if p == nil || len(p.ID) == 0 {
		return nil
	}
	return p.ID
}

// parse reads a line. What can be read of a line with an error, such as its id, is returned too.
func parse(line []byte) (*post, lingo.Text) {
	p := &post{}
	line = bytes.TrimPrefix(line, []byte("\ufeff")) // what some programs begin a file with
	if !utf8.Valid(line) {
		p.ID = findID(line)
		return p, notUTF8
	}
	var fields map[string]json.RawMessage // names are told apart by their letters: "Text" is not "text"
	if err := json.Unmarshal(line, &fields); err != nil || fields == nil {
		return &post{ID: findID(line)}, notJSON
	}
	p.ID = fields["id"]
	for _, f := range []struct {
		name string
		into any
	}{{"text", &p.Text}, {"account", &p.Account}, {"media", &p.Media}} {
		if v, ok := fields[f.name]; ok && json.Unmarshal(v, f.into) != nil {
			return p, badType.Put(f.name)
		}
	}
	if p.Text == nil && len(p.Media) == 0 {
		return p, noText
	}
	if p.Text != nil {
		p.text = *p.Text
	}
	p.media = p.Media.list()
	return p, lingo.Text{}
}

// findID looks for the id of a line that is not whole JSON, as far as it can be read.
func findID(line []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(line))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		var v json.RawMessage
		if d.Decode(&v) != nil {
			return nil
		}
		if key == "id" && utf8.Valid(v) {
			return v
		}
	}
	return nil
}

// pieces is the media of a line: a list, one object, or nothing.
type pieces []piece

// UnmarshalJSON takes a single object for a list of one.
func (p *pieces) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		var one piece
		if err := json.Unmarshal(b, &one); err != nil {
			return err
		}
		*p = pieces{one}
		return nil
	}
	var many []piece
	if err := json.Unmarshal(b, &many); err != nil {
		return err
	}
	*p = many
	return nil
}

type piece struct {
	Kind       string   `json:"kind"`
	Alt        string   `json:"alt"`
	Name       string   `json:"name"`
	Decorative truth    `json:"decorative"`
	Captions   truth    `json:"captions"`
	Codes      []string `json:"codes"`
	Faces      int      `json:"faces"`
}

func (p pieces) list() []check.Media {
	var out []check.Media
	for _, m := range p {
		out = append(out, check.Media{Kind: kind(m.Kind), Alt: m.Alt, Name: m.Name, Decorative: bool(m.Decorative), Captions: bool(m.Captions), Codes: m.Codes, Faces: m.Faces})
	}
	return out
}

// kind understands the names that networks give to pictures, films and sounds.
func kind(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(s), "/") // a media type is known by its first half
	switch s {
	case "video", "film", "gifv", "reel":
		return "video"
	case "audio", "ljud", "sound":
		return "audio"
	}
	return "image"
}

// truth is true or false in any dress: a boolean, a word, the name of a file with captions, a list of them.
type truth bool

// UnmarshalJSON never fails: what is neither empty nor a word for no is a yes.
func (t *truth) UnmarshalJSON(b []byte) error {
	switch s := strings.ToLower(strings.Trim(strings.TrimSpace(string(b)), `" `)); s {
	case "", "null", "false", "0", "no", "nej", "none", "ingen", "inga", "[]", "{}":
		*t = false
	default:
		*t = true
	}
	return nil
}
