package api_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestTheGuidesExamplesWork runs the examples of docs/api.md, in the order they stand there: the few words of shell that
// they are written in are understood here, so that the test needs no shell.
func TestTheGuidesExamplesWork(t *testing.T) {
	guide, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	h := open(t)
	h.question(t, "När öppnar bryggan?")
	s := shell{house: h, set: map[string]string{"TOKEN": h.tokens["Amina"], "KEY": "prov"}}
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(guide), -1) {
		for _, line := range commands(block[1]) {
			s.run(t, line)
		}
	}
	if s.calls < 20 {
		t.Errorf("only %d calls were found: the inspection is broken", s.calls)
	}
	h.verify(t)
}

// commands parts a script into its commands: one a line, unless a quotation goes on.
func commands(script string) (out []string) {
	open := ""
	for line := range strings.Lines(script) {
		if open == "" && (strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "") {
			continue
		}
		open += line
		if strings.Count(open, "'")%2 == 0 {
			out, open = append(out, strings.TrimSpace(open)), ""
		}
	}
	return out
}

type shell struct {
	house *house
	set   map[string]string
	calls int
}

var (
	assigned = regexp.MustCompile(`^([A-Z]+)=(.*)$`)
	piped    = regexp.MustCompile(`(?s)^\$\((.*) \| jq -r \.(.*)\)$`)
)

func (s *shell) run(t *testing.T, line string) {
	t.Helper()
	name := ""
	if m := assigned.FindStringSubmatch(strings.SplitN(line, "\n", 2)[0]); m != nil {
		name, line = m[1], strings.TrimPrefix(line, m[1]+"=")
	}
	if m := piped.FindStringSubmatch(line); m != nil {
		r, path := s.curl(t, m[1]), strings.NewReplacer("[", ".", "]", "").Replace(m[2])
		if n, ok := r.at(path).(float64); ok {
			s.set[name] = strconv.FormatInt(int64(n), 10)
			return
		}
		s.set[name] = r.str(path)
		return
	}
	if name != "" {
		s.set[name] = strings.Join(s.words(line), " ")
		return
	}
	s.curl(t, line)
}

// curl does one call; it must succeed.
func (s *shell) curl(t *testing.T, line string) reply {
	t.Helper()
	words := s.words(line)
	if len(words) == 0 || words[0] != "curl" {
		t.Fatalf("not an example: %s", line)
	}
	method, path, headers := "", "", []string(nil)
	var said any
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "-s":
			continue
		case "-X":
			method = words[i+1]
		case "-H":
			header, value, _ := strings.Cut(words[i+1], ": ")
			headers = append(headers, header, value)
		case "--json":
			said = words[i+1]
			headers = append(headers, "Content-Type", "application/json")
		case "--data-binary":
			said = picture(t)
		default:
			path = words[i]
			continue
		}
		i++
	}
	if method == "" && said != nil {
		method = "POST"
	}
	if method == "" {
		method = "GET"
	}
	s.calls++
	r := s.house.call(t, "", method, strings.TrimPrefix(path, "http://127.0.0.1:8080"), said, headers...)
	if r.status >= 300 {
		t.Fatalf("%s\n%d: %s", line, r.status, r.text)
	}
	return r
}

// words parts a command into words as a shell does: quotation marks of both kinds, variables, and what follows # left out.
func (s *shell) words(line string) (out []string) {
	var word strings.Builder
	quote, in := byte(0), false
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote, in = c, true
		case quote != '\'' && c == '$':
			end := i + 1
			for end < len(line) && line[end] >= 'A' && line[end] <= 'Z' {
				end++
			}
			word.WriteString(s.set[line[i+1:end]])
			i, in = end-1, true
		case quote == 0 && c == ' ':
			if in {
				out = append(out, word.String())
			}
			word.Reset()
			in = false
		case quote == 0 && c == '#' && !in:
			return out
		default:
			word.WriteByte(c)
			in = true
		}
	}
	if in {
		out = append(out, word.String())
	}
	return out
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
