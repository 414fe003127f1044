// Package gold reads texts in which people have marked the names, so that the checks can be measured on what they were not made
// from. The texts are not part of the program: they are read from a folder beside it when somebody has laid them there, and
// docs/data.md says where they come from.
package gold

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// Token is one word or sign, and what it names: PER, ORG, LOC, MISC, or "" for nothing.
type Token struct{ Word, Mark string }

// Sentence is one sentence, and the document that it is from when the corpus says.
type Sentence struct {
	Tokens   []Token
	Document string
}

// Text writes the sentence as people do, and says where each token begins in it.
func (s Sentence) Text() (text string, at []int) {
	var b strings.Builder
	at = make([]int, len(s.Tokens))
	for i, k := range s.Tokens {
		if i > 0 && !strings.Contains(".,!?:;)", k.Word) {
			b.WriteByte(' ')
		}
		at[i] = b.Len()
		b.WriteString(k.Word)
	}
	return b.String(), at
}

// Names reports whether a person is named in the sentence.
func (s Sentence) Names() bool {
	for _, k := range s.Tokens {
		if k.Mark == "PER" {
			return true
		}
	}
	return false
}

// Open reads a corpus from a file: lines "word<tab>mark", or "number<tab>word<tab>mark…" with B- and I- before the marks.
func Open(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f)
}

// Read reads a corpus.
func Read(r io.Reader) (out []Sentence, err error) {
	var s Sentence
	document := ""
	end := func() {
		if len(s.Tokens) > 0 {
			s.Document = document
			out = append(out, s)
		}
		s = Sentence{}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), 1<<20)
	for lines.Scan() {
		line := strings.TrimRight(lines.Text(), "\r")
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			end()
			document = id
			continue
		}
		if strings.HasPrefix(line, "# ") && strings.Contains(line, " = ") {
			continue
		}
		if t, ok := token(line); ok {
			s.Tokens = append(s.Tokens, t)
		} else if strings.TrimSpace(line) == "" {
			end()
		}
	}
	end()
	return out, lines.Err()
}

func token(line string) (t Token, ok bool) {
	parts := strings.Split(line, "\t")
	switch {
	case len(parts) == 2:
		t = Token{parts[0], parts[1]}
	case len(parts) > 2:
		t = Token{parts[1], parts[2]}
	default:
		return t, false
	}
	t.Word = strings.TrimSpace(strings.ReplaceAll(t.Word, "\u00ad", ""))
	if _, mark, found := strings.Cut(t.Mark, "-"); found {
		t.Mark = mark
	}
	if t.Mark == "0" || t.Mark == "O" {
		t.Mark = ""
	}
	return t, t.Word != ""
}
