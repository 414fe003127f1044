package tilltal_test

import (
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documents are the pages that a reader of the source code meets.
func documents(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.ToSlash(name)] = string(text)
		}
	}
	return out
}

var (
	linked = regexp.MustCompile(`(?:^|[^!])\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)`)
	placed = regexp.MustCompile("`((?:api|base|channel|check|cmd|deploy|desk|docs|e2e|job|measure|scripts|store|web)/[\\w./-]+?)(?::(\\w+))?`")
)

// TestDocumentsPointAtWhatThereIs follows every link between documents, every path in the code that they name, and every
// name in a file: `desk/publish/send.go:Run`.
func TestDocumentsPointAtWhatThereIs(t *testing.T) {
	names, count := namesIn(t), 0
	for doc, text := range documents(t) {
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			count++
			if target := path.Join(path.Dir(doc), m[1]); !exists(target) {
				t.Errorf("%s links to %s, which is not there", doc, target)
			}
		}
		for _, m := range placed.FindAllStringSubmatch(text, -1) {
			count++
			switch file, name := m[1], m[2]; {
			case !exists(file) && doc != "docs/checks.md": // whose example is of a check that is not there
				t.Errorf("%s names %s, which is not there", doc, file)
			case name != "" && !names[file+":"+name]:
				t.Errorf("%s names %s in %s, which has no such name", doc, name, file)
			}
		}
	}
	if count < 100 {
		t.Errorf("only %d places were found: the inspection is broken", count)
	}
}

// TestThePlanNamesEveryFolder holds the plan of the house to its map: each folder on a floor is named in docs/design/house.md.
func TestThePlanNamesEveryFolder(t *testing.T) {
	plan, err := os.ReadFile("docs/design/house.md")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, w := range regexp.MustCompile(`[a-z]+`).FindAllString(string(plan), -1) {
		said[w] = true
	}
	count := 0
	for _, floor := range []string{"base", "desk", "store", "job", "web", "channel", "measure"} {
		all, err := os.ReadDir(floor)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			if !d.IsDir() || d.Name() == "testdata" {
				continue
			}
			if count++; !said[d.Name()] {
				t.Errorf("docs/design/house.md does not name %s/%s", floor, d.Name())
			}
		}
	}
	for folder := range besides {
		if name := path.Base(folder); !said[name] {
			t.Errorf("docs/design/house.md does not name %s", folder)
		}
	}
	if count < 40 {
		t.Errorf("only %d folders were found: the inspection is broken", count)
	}
}

func exists(name string) bool {
	_, err := os.Stat(filepath.FromSlash(strings.TrimSuffix(name, "/")))
	return err == nil
}

// namesIn returns every function, method, type and constant of the house, as file:name.
func namesIn(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, s := range sources(t) {
		for _, name := range declared(s.file) {
			out[s.name+":"+name] = true
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				out[s.name+":"+f.Name.Name] = true
			}
		}
	}
	return out
}
