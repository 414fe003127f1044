package activitypub

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"tilltal/base/fault"
)

func seeds(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal("the examples are gone", err)
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add([]byte(`[{"@id":"https://a.example/1","@type":"Note","to":"as:Public"}]`))
}

// Whatever is sent: no panic, a refusal has a kind a sender can be told, and what is accepted keeps what is promised.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		a, err := ParseActivity(body, rules)
		if err == nil {
			if !SameHost(a.ID, a.Actor) {
				t.Fatalf("%s speaks for %s", a.Actor, a.ID)
			}
			for _, o := range a.Objects {
				if o.Content != "" && !SameHost(o.ID, a.Actor) {
					t.Fatalf("%s brings the text of %s", a.Actor, o.ID)
				}
			}
			if out, err := a.Marshal(); err != nil || !utf8.Valid(out) {
				t.Fatalf("cannot be written: %v", err)
			}
		}
		told(t, err)
		o, err := ParseObject(body, rules)
		if err == nil {
			out, err := o.Marshal()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := ParseObject(out, Rules{}); err != nil && len(out) < MaxBody {
				t.Fatalf("what we wrote of it cannot be read: %v\n%s", err, out)
			}
		}
		told(t, err)
		actor, err := ParseActor(body, rules)
		if err == nil {
			if _, err := actor.Marshal(); err != nil {
				t.Fatal(err)
			}
		}
		told(t, err)
		_, err = ParseCollection(body, rules)
		told(t, err)
		_, err = ParseKey(body, "https://a.example/k", rules)
		told(t, err)
		_, _, err = ParseJRD(body, rules)
		told(t, err)
	})
}

func told(t *testing.T, err error) {
	t.Helper()
	if err != nil && !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.TooLarge) {
		t.Fatalf("refused with %v", err)
	}
}

func FuzzWantsActivity(f *testing.F) {
	f.Add("text/html;q=0.8, " + LongContentType + ";q=0.9")
	f.Add(`"\",`)
	f.Fuzz(func(t *testing.T, accept string) {
		if WantsActivity(accept) && !WantsActivity("text/html;q=0,"+accept) && len(accept) < 4000 {
			t.Fatalf("%q is wanted less when a page is refused", accept)
		}
		IsActivityType(accept)
	})
}

func FuzzParseResource(f *testing.F) {
	f.Add("acct:anna@social.example")
	f.Add("https://social.example/@anna")
	f.Fuzz(func(t *testing.T, resource string) {
		if handle, host, ok := ParseResource(resource); ok && (host == "" || HostOf("https://"+host+"/") == "") {
			t.Fatalf("%q gave %q %q", resource, handle, host)
		}
	})
}
