package tilltal_test

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// glossary is docs/ordlista.md with its line breaks taken out.
func glossary(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("docs/ordlista.md")
	if err != nil {
		t.Fatal(err)
	}
	return oneLine(string(text))
}

var blanks = regexp.MustCompile(`\s+`)

func oneLine(s string) string { return blanks.ReplaceAllString(s, " ") }

// TestGlossaryHasEveryFact asks for a line in the glossary for every kind of fact that the store keeps: whoever reads a row of
// the record can look up what it means.
func TestGlossaryHasEveryFact(t *testing.T) {
	list, count := glossary(t), 0
	for _, s := range sources(t) {
		if s.dir != "store" || s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if name := factOf(n); name != "" {
				count++
				if !strings.Contains(list, "`"+name+"`") {
					t.Errorf("%s: the fact %s has no line in docs/ordlista.md", position(n), name)
				}
			}
			return true
		})
	}
	if count < 40 {
		t.Errorf("only %d kinds of fact were found: the inspection is broken", count)
	}
}

// factOf returns the type of a fact, "publish.Withdrawal", where n is the store's description of its table.
func factOf(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 3 {
		return ""
	}
	if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "fact" {
		return ""
	}
	values, ok := call.Args[2].(*ast.FuncLit)
	if !ok || len(values.Type.Params.List) != 1 {
		return ""
	}
	sel, ok := values.Type.Params.List[0].Type.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	return sel.X.(*ast.Ident).Name + "." + sel.Sel.Name
}

// worded are the constants that the glossary explains one by one: by type, or by the beginning of their name.
var worded = struct{ types, prefixes []string }{
	types:    []string{"Role", "Step", "State", "Grade"},
	prefixes: []string{"Ground", "Hold", "Outcome", "Kind"},
}

// TestGlossaryHasEveryWord does the same for roles, steps, states, grades, grounds, outcomes and rights.
func TestGlossaryHasEveryWord(t *testing.T) {
	list, count := glossary(t), 0
	for _, s := range sources(t) {
		if s.test || s.dir != "check" && (!strings.HasPrefix(s.dir, "desk/") || strings.Count(s.dir, "/") != 1) {
			continue
		}
		for _, word := range wordsOf(s) {
			count++
			if !strings.Contains(list, "`"+word+"`") {
				t.Errorf("%s: %s has no line in docs/ordlista.md", s.name, word)
			}
		}
	}
	if count < 80 {
		t.Errorf("only %d words were found: the inspection is broken", count)
	}
}

// wordsOf returns the constants of a file that need a line: "people.Voice", and for a right its value, "draft.read".
func wordsOf(s source) []string {
	var out []string
	for _, d := range s.file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		kind := "" // a constant without a type of its own has that of the one before it
		for _, spec := range g.Specs {
			v := spec.(*ast.ValueSpec)
			if id, ok := v.Type.(*ast.Ident); ok {
				kind = id.Name
			} else if len(v.Values) > 0 {
				kind = ""
			}
			for i, name := range v.Names {
				switch {
				case !name.IsExported():
				case kind == "Right":
					value, _ := strconv.Unquote(v.Values[i].(*ast.BasicLit).Value)
					out = append(out, value)
				case slices.Contains(worded.types, kind), slices.ContainsFunc(worded.prefixes, func(p string) bool { return strings.HasPrefix(name.Name, p) }):
					out = append(out, s.file.Name.Name+"."+name.Name)
				}
			}
		}
	}
	return out
}

var named = regexp.MustCompile("`(desk|people|authority|account|guideline|shift|draft|review|publish|inbox|record|start|check|channel|measure)\\.([A-Z][A-Za-z]*)`")

// TestGlossaryNamesWhatThereIs finds words in the glossary that the code has given up.
func TestGlossaryNamesWhatThereIs(t *testing.T) {
	exported := map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, name := range declared(s.file) {
			exported[s.file.Name.Name+"."+name] = true
		}
	}
	found := named.FindAllStringSubmatch(glossary(t), -1)
	if len(found) < 80 {
		t.Errorf("only %d names were found in docs/ordlista.md: the inspection is broken", len(found))
	}
	for _, m := range found {
		if !exported[m[1]+"."+m[2]] {
			t.Errorf("docs/ordlista.md explains %s.%s, which is not in the code", m[1], m[2])
		}
	}
}

// declared returns the types and constants of a file.
func declared(f *ast.File) []string {
	var out []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range g.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				out = append(out, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					out = append(out, name.Name)
				}
			}
		}
	}
	return out
}

// law finds references to statutes: by number, or by the short names of the constitution and the secrecy act with a chapter.
var law = regexp.MustCompile(`SFS \d{4}:\d+|\b(?:TF|RF|OSL)(?: SFS \d{4}:\d+)? \d+ kap\.(?: \d+ §)?|GDPR art\. \d+(?:\.\d+)?`)

// TestGlossaryHasEveryLaw asks for a line on every statute that the code leans on, so that a lawyer can check the list without
// reading Go.
func TestGlossaryHasEveryLaw(t *testing.T) {
	list, count := glossary(t), 0
	ask := func(n ast.Node, text string) {
		for _, ref := range law.FindAllString(oneLine(text), -1) {
			count++
			if !strings.Contains(list, ref) {
				t.Errorf("%s: %s has no line in docs/ordlista.md", position(n), ref)
			}
		}
	}
	for _, s := range sources(t) {
		if s.test || s.generated {
			continue
		}
		for _, c := range s.file.Comments {
			ask(c, c.Text())
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				ask(n, lit.Value)
			}
			return true
		})
	}
	if count < 20 {
		t.Errorf("only %d references were found: the inspection is broken", count)
	}
}
