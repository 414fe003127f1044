package api_test

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tilltal/api"
	"tilltal/base/clock"
	"tilltal/desk/people"
	"tilltal/store/storetest"
)

var update = flag.Bool("update", false, "write api/openapi.json anew")

// TestOpenAPIIsCurrent compares the description with api/openapi.json: who changes the contract shows it there.
func TestOpenAPIIsCurrent(t *testing.T) {
	spec := api.New(api.Options{Clock: clock.At(storetest.Noon)}).Description()
	if *update {
		if err := os.WriteFile("openapi.json", spec, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != string(spec) {
		t.Error("api/openapi.json is not what the program serves; if that is meant, run go test ./api -run OpenAPI -update and show the difference in review")
	}
}

// document is the part of the description that the tests read.
type document struct {
	OpenAPI    string                          `json:"openapi"`
	Paths      map[string]map[string]operation `json:"paths"`
	Components struct {
		Schemas   map[string]schema `json:"schemas"`
		Responses map[string]struct {
			Description string `json:"description"`
			Content     map[string]struct {
				Schema schema `json:"schema"`
			} `json:"content"`
		} `json:"responses"`
	} `json:"components"`
}

type operation struct {
	ID          string                `json:"operationId"`
	Summary     string                `json:"summary"`
	Description string                `json:"description"`
	Rights      []people.Right        `json:"x-rights"`
	Security    []map[string][]string `json:"security"`
	Parameters  []parameter           `json:"parameters"`
	RequestBody *struct {
		Content map[string]struct {
			Schema schema `json:"schema"`
		} `json:"content"`
	} `json:"requestBody"`
	Responses map[string]struct {
		Ref string `json:"$ref"`
	} `json:"responses"`

	Method, Path string
}

type parameter struct {
	Name     string `json:"name"`
	In       string `json:"in"`
	Required bool   `json:"required"`
	Schema   schema `json:"schema"`
}

type schema struct {
	Ref        string            `json:"$ref"`
	Type       any               `json:"type"`
	Properties map[string]schema `json:"properties"`
	Additional any               `json:"additionalProperties"`
}

// operations lists every operation of the description.
func operations(t testing.TB) (out []operation) {
	t.Helper()
	doc := described(t)
	for path, methods := range doc.Paths {
		for method, op := range methods {
			op.Method, op.Path = strings.ToUpper(method), path
			out = append(out, op)
		}
	}
	if len(out) < 70 {
		t.Fatalf("only %d operations: the inspection is broken", len(out))
	}
	return out
}

func described(t testing.TB) (doc document) {
	t.Helper()
	spec := api.New(api.Options{Clock: clock.At(storetest.Noon)}).Description()
	if err := json.Unmarshal(spec, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// without are the operations that name no right: whoever has a token may ask who she is.
var without = map[string]bool{"me": true}

var kebab = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func TestOpenAPIEveryOperationIsDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, op := range operations(t) {
		where := op.Method + " " + op.Path
		if seen[op.ID] || !kebab.MatchString(op.ID) {
			t.Errorf("%s: the id %q stands twice or is not in kebab case", where, op.ID)
		}
		seen[op.ID] = true
		if !strings.HasPrefix(op.Path, api.Prefix+"/") || op.Summary == "" || strings.HasSuffix(op.Summary, ".") || !strings.Contains(op.Description, "Right: ") {
			t.Errorf("%s: summary %q, description %q", where, op.Summary, op.Description)
		}
		if len(op.Security) != 1 || op.Security[0]["bearer"] == nil {
			t.Errorf("%s: no security", where)
		}
		if len(op.Rights) == 0 && !without[op.ID] {
			t.Errorf("%s: names no right", where)
		}
		for _, right := range op.Rights {
			if !right.Known() || right.Sort() == people.Self || !strings.Contains(op.Description, string(right)) {
				t.Errorf("%s: the right %q is unknown, of how one signs in, or not told", where, right)
			}
		}
		for _, name := range placeholder.FindAllStringSubmatch(op.Path, -1) {
			if !slices.ContainsFunc(op.Parameters, func(p parameter) bool { return p.In == "path" && p.Name == name[1] && p.Required }) {
				t.Errorf("%s: %s is not described", where, name[0])
			}
		}
		checkErrors(t, op)
	}
}

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

func checkErrors(t *testing.T, op operation) {
	t.Helper()
	where := op.Method + " " + op.Path
	must := []string{"401", "403", "500", "503"}
	if strings.Contains(op.Path, "{") {
		must = append(must, "404", "422")
	}
	if op.Method != http.MethodGet {
		must = append(must, "409", "410")
	}
	if op.RequestBody != nil {
		must = append(must, "400", "413", "415", "422")
	}
	for _, status := range must {
		if op.Responses[status].Ref != "#/components/responses/problem"+status {
			t.Errorf("%s: the error %s is not described", where, status)
		}
	}
	key := false
	for _, p := range op.Parameters {
		key = key || p.Name == "Idempotency-Key" && p.In == "header"
	}
	if key != (op.Method == http.MethodPost) {
		t.Errorf("%s: Idempotency-Key is described: %v", where, key)
	}
}

// TestOpenAPIRefusesWhatIsNotDescribed asks that no object takes fields that it does not describe, except those that are
// made of names: a routine's rules, an entry's own words.
func TestOpenAPIRefusesWhatIsNotDescribed(t *testing.T) {
	doc := described(t)
	if doc.OpenAPI != "3.1.0" || len(doc.Components.Schemas) < 50 {
		t.Fatalf("OpenAPI %s with %d schemas", doc.OpenAPI, len(doc.Components.Schemas))
	}
	for name, r := range doc.Components.Responses {
		if r.Description == "" || r.Content["application/problem+json"].Schema.Ref != "#/components/schemas/Problem" {
			t.Errorf("%s is not a problem in words", name)
		}
	}
	for name, s := range doc.Components.Schemas {
		if s.Additional != false {
			t.Errorf("%s takes any field", name)
		}
		if strings.HasPrefix(name, "Error") {
			t.Errorf("%s is huma's own: nobody ever sees one", name)
		}
	}
}
