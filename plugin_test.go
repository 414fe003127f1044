package tilltal_test

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPlugInsAreOneFolderAndOneLine holds each plug-in to what makes it one: it is listed in its port's all, has a test of its
// own that runs the port's conformance suite, and says what it is.
func TestPlugInsAreOneFolderAndOneLine(t *testing.T) {
	for _, port := range []string{"check", "channel", "measure"} {
		list, err := os.ReadFile(port + "/all/all.go")
		if err != nil {
			t.Errorf("the port %s has no list of its plug-ins: %v", port, err)
			continue
		}
		suite := port + "test"
		for _, name := range plugIns(t, port) {
			if !strings.Contains(string(list), `"tilltal/`+port+"/"+name+`"`) {
				t.Errorf("%s/%s is not listed in %s/all", port, name, port)
			}
			if !mentions(t, filepath.Join(port, name), suite+".") {
				t.Errorf("%s/%s does not run %s/%s on itself", port, name, port, suite)
			}
		}
	}
}

// TestASecondCheckTouchesNothingElse holds check/shouting, which was added to prove it, to its folder and its line: no other part of the
// program knows of it. The example's story and the tests may.
func TestASecondCheckTouchesNothingElse(t *testing.T) {
	lines := 0
	for _, s := range sources(t) {
		if s.test || s.dir == "check/shouting" || strings.HasPrefix(s.dir, "cmd/tilltal/example") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			word, ok := n.(*ast.BasicLit)
			switch {
			case !ok || word.Kind != token.STRING || !shouts.MatchString(word.Value):
			case s.name == "check/all/all.go":
				lines++
			default:
				t.Errorf("%s: %s: a check brings all that is its own", position(n), word.Value)
			}
			return true
		})
	}
	if lines != 1 {
		t.Errorf("check/all/all.go names it %d times", lines)
	}
}

var shouts = regexp.MustCompile(`^"(tilltal/check/)?shouting(\.[a-z]+)?"$`)

// besides are the folders of a port that are no plug-ins, with what they are.
var besides = map[string]string{
	"check/stream":    "the check command's lines in and out",
	"check/fold":      "one kind of digit, dash and blank, with the way back to the text as written",
	"check/prose":     "words, sentences, links and lists of phrases",
	"check/gazetteer": "names and words that several checks read",
	"check/nametag":   "which words of a text name a person",
	"check/gold":      "texts that others have marked, for measuring",
	"check/bench":     "the measuring of all checks, rule by rule",
	"check/lexicon":   "which Swedish words there are, of what kind, and which are passives",
	"check/tongue":    "which language a text is in",
}

func plugIns(t *testing.T, port string) []string {
	t.Helper()
	all, err := os.ReadDir(port)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range all {
		if d.IsDir() && d.Name() != "all" && d.Name() != port+"test" && besides[port+"/"+d.Name()] == "" {
			out = append(out, d.Name())
		}
	}
	return out
}

func mentions(t *testing.T, dir, word string) bool {
	t.Helper()
	tests, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range tests {
		text, err := os.ReadFile(name)
		if err == nil && strings.Contains(string(text), word) {
			return true
		}
	}
	return false
}
