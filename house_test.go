// Package tilltal_test is the house inspecting itself: the plan that docs/design/house.md describes, as tests. Who breaks a
// rule reads here why it stands, and either mends the code or changes the rule in docs/decisions with the reason.
package tilltal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// source is one Go file of the house.
type source struct {
	name      string // "desk/draft/save.go"
	dir       string // "desk/draft"
	test      bool
	generated bool
	file      *ast.File
	lines     int
}

var fset = token.NewFileSet()

// everything is read once, for all the tests.
var everything = sync.OnceValues(read)

func sources(t *testing.T) []source {
	t.Helper()
	out, err := everything()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func read() ([]source, error) {
	var out []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || name != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		out = append(out, source{name: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go"),
			generated: ast.IsGenerated(f), file: f, lines: strings.Count(string(text), "\n")})
		return nil
	})
	return out, err
}

func (s source) imports() []string {
	var out []string
	for _, i := range s.file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			if own, ok := strings.CutPrefix(p, "tilltal/"); ok {
				out = append(out, own)
			}
		}
	}
	return out
}

// floors are the layers of the house, from the ground. What is on a floor imports only from floors below it; ports on the
// second floor do not know each other, nor do the rooms' neighbours on the fourth.
var floors = map[string]int{
	"base": 0, "channel": 1, "check": 1, "measure": 1, "desk": 2, "store": 3, "job": 3, "web": 3, "api": 3, "cmd": 4,
}

// acrossTheFloor are the imports between neighbours on one floor, with the reason for each.
var acrossTheFloor = map[string]string{
	"api → web/visit":       "the API tells faults with the same table of statuses",
	"web → store/drafttest": "papertest sets a real desk up, for the tests of the pages where texts are written",
	"api → web":             "the API tells faults with the same table of statuses",
}

// betweenRooms lists, room by room, which other rooms of the desk it may import. It is the order of the work: nobody looks
// ahead of herself.
var betweenRooms = map[string][]string{
	"people":    {},
	"signin":    {"people"}, // every way in ends in the room of people
	"authority": {"people"},
	"guideline": {"people"},
	"account":   {"people", "guideline"},            // an account opens with a routine
	"frame":     {"people", "guideline", "account"}, // what an account promises stands in its charter
	"lesson":    {"people", "account", "publish"},
	"shift":     {"people", "account"}, // a shift is a mandate with a handover
	"draft":     {"people", "account", "guideline"},
	"publish":   {"people", "account", "guideline", "draft"},
	"review":    {"people", "account", "guideline", "draft", "publish"},
	"inbox":     {"people", "account", "guideline", "draft", "publish"},
	"counsel":   {"people", "account", "draft", "inbox"},
	"idea":      {"people", "account", "draft"},
	"notice":    {"people", "account", "guideline", "shift", "draft", "publish", "inbox", "counsel", "idea"}, // it tells of what all of them did
	"record":    {"people", "account", "guideline", "draft", "publish", "inbox"},
	"start":     {"people", "authority", "account", "guideline"},
}

func TestImportsGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		from := strings.SplitN(s.dir, "/", 2)[0]
		for _, i := range s.imports() {
			to := strings.SplitN(i, "/", 2)[0]
			switch {
			case from == to && from == "desk":
				checkRoom(t, s, i)
			case from == to:
			case floors[to] < floors[from]:
			case acrossTheFloor[from+" → "+i] != "":
			default:
				t.Errorf("%s imports %s: imports go base ← {channel, check, measure} ← desk ← {store, job, web, api} ← cmd", s.name, i)
			}
		}
	}
}

func checkRoom(t *testing.T, s source, imported string) {
	t.Helper()
	room, other := strings.TrimPrefix(s.dir, "desk/"), strings.TrimPrefix(imported, "desk/")
	if s.dir == "desk" {
		t.Errorf("%s imports %s: what all rooms share knows no room", s.name, imported)
		return
	}
	if imported == "desk" || room == other {
		return
	}
	may, known := betweenRooms[room]
	if !known {
		t.Errorf("desk/%s has no line in betweenRooms", room)
	} else if !slices.Contains(may, other) {
		t.Errorf("%s imports desk/%s: not in the order of the work, see betweenRooms", s.name, other)
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	said, seen := map[string][]string{}, map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		seen[s.dir] = true
		if s.file.Doc != nil && !s.generated {
			said[s.dir] = append(said[s.dir], s.name)
		}
	}
	for dir := range seen {
		switch len(said[dir]) {
		case 1:
		case 0:
			t.Errorf("%s has no package comment: say, in an officer's words, what the room is for", dir)
		default:
			t.Errorf("%s has several package comments: %v", dir, said[dir])
		}
	}
}

func TestExportedNamesHaveASentence(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.generated {
			continue
		}
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && !wellKnown[d.Name.Name] && exportedReceiver(d) {
					t.Errorf("%s: %s has no comment", position(d), d.Name.Name)
				}
			case *ast.GenDecl:
				checkTypes(t, d)
			}
		}
	}
}

// wellKnown are methods whose meaning is that of the interface they satisfy.
var wellKnown = map[string]bool{"String": true, "Error": true, "Unwrap": true, "ServeHTTP": true, "Len": true, "Less": true, "Swap": true,
	"MarshalJSON": true, "UnmarshalJSON": true, "MarshalText": true, "UnmarshalText": true, "Help": true, "Run": true, "Sheet": true, "Look": true}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	e := d.Recv.List[0].Type
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if ix, ok := e.(*ast.IndexExpr); ok {
		e = ix.X
	}
	id, ok := e.(*ast.Ident)
	return ok && id.IsExported()
}

func checkTypes(t *testing.T, d *ast.GenDecl) {
	t.Helper()
	if d.Tok != token.TYPE {
		return
	}
	for _, spec := range d.Specs {
		s := spec.(*ast.TypeSpec)
		if s.Name.IsExported() && s.Doc == nil && s.Comment == nil && d.Doc == nil {
			t.Errorf("%s: type %s has no comment", position(s), s.Name.Name)
		}
	}
}

func position(n ast.Node) string {
	p := fset.Position(n.Pos())
	return p.Filename + ":" + strconv.Itoa(p.Line)
}

const (
	maxFile     = 500 // lines; look twice at 350
	maxFunction = 80  // lines; look twice at 50
)

// large are the files that may be larger, with the reason. Tables of data, nothing else.
var large = map[string]string{}

func TestNothingHasGrownTooLarge(t *testing.T) {
	for _, s := range sources(t) {
		if s.generated {
			continue
		}
		if s.lines > maxFile && large[s.name] == "" {
			t.Errorf("%s has %d lines, more than %d: split it along what it does", s.name, s.lines, maxFile)
		}
		if s.test {
			continue
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			if n := fset.Position(f.End()).Line - fset.Position(f.Pos()).Line; n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", position(f), f.Name.Name, n, maxFunction)
			}
		}
	}
}

// TestTimeIsHanded keeps the machine's clock out of the rooms: whoever needs the time is handed a clock.
func TestTimeIsHanded(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || strings.HasSuffix(s.dir, "test") || !slices.Contains([]string{"desk", "check", "measure"}, strings.SplitN(s.dir, "/", 2)[0]) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Sleep" || sel.Sel.Name == "Since") {
					t.Errorf("%s: time.%s: take a clock.Clock", position(n), sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// TestTextsAreInBothLanguages reads every text in the house. The same words in both languages are allowed: some are the same.
func TestTextsAreInBothLanguages(t *testing.T) {
	count := 0
	for _, s := range sources(t) {
		if s.test || s.generated || s.dir == "base/lingo" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			for _, pair := range halves(n) {
				count++
				if pair[0] == "" || pair[1] == "" {
					t.Errorf("%s: a text lacks a language: %q", position(n), pair)
				}
				if strings.Contains(pair[0], "i gång") || curly.MatchString(pair[1]) {
					t.Errorf("%s: the house writes igång in one word, and a straight apostrophe in English: %q", position(n), pair)
				}
				if verbs(pair[0]) != verbs(pair[1]) {
					t.Errorf("%s: the languages fill in different values: %q", position(n), pair)
				}
			}
			return true
		})
	}
	if count < 100 {
		t.Errorf("only %d texts were found: the inspection is broken", count)
	}
}

var curly = regexp.MustCompile(`\pL’\pL|s’ `)

// halves returns the Swedish and English of a lingo.T call with plain words.
func halves(n ast.Node) [][2]string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 2 {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "T" {
		return nil
	}
	if x, ok := sel.X.(*ast.Ident); !ok || x.Name != "lingo" {
		return nil
	}
	sv, ok1 := words(call.Args[0])
	en, ok2 := words(call.Args[1])
	if !ok1 || !ok2 {
		return nil
	}
	return [][2]string{{sv, en}}
}

func words(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, ok1 := words(e.X)
		b, ok2 := words(e.Y)
		return a + b, ok1 && ok2
	}
	return "", false
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+0-9.]*[a-z]`)

func verbs(s string) int { return len(verb.FindAllString(strings.ReplaceAll(s, "%%", ""), -1)) }

func TestMigrationsPairUp(t *testing.T) {
	read := func(dir string) map[string]bool {
		out := map[string]bool{}
		all, err := os.ReadDir("store/migrations/" + dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range all {
			out[f.Name()] = true
		}
		return out
	}
	lite, pg, both := read("sqlite"), read("postgres"), read("both")
	numbers := map[string]string{}
	for name := range lite {
		if !pg[name] {
			t.Errorf("%s is only for SQLite", name)
		}
		both[name] = true
	}
	for name := range pg {
		if !lite[name] {
			t.Errorf("%s is only for PostgreSQL", name)
		}
	}
	for name := range both {
		n, _, _ := strings.Cut(name, "_")
		if other := numbers[n]; other != "" {
			t.Errorf("%s and %s have the same number", name, other)
		}
		numbers[n] = name
	}
}

// TestLibcStandsStill: the SQLite driver works with exactly this version of its C library.
func TestLibcStandsStill(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`modernc\.org/libc v1\.77\.1\b`).Match(mod) {
		t.Error("modernc.org/libc must stay at v1.77.1, the version modernc.org/sqlite v1.60.1 was made with")
	}
	if strings.Contains(string(mod), "replace ") {
		t.Error("a replace in go.mod breaks go install")
	}
}
