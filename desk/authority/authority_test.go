package authority

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/people"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func good() Settings {
	return Settings{Name: "Umeå kommun", Base: "https://torget.umea.se", Contact: "registrator@umea.se"}
}

func TestTidy(t *testing.T) {
	s := good()
	s.Name, s.Base, s.DPO = " Umeå kommun ", "https://Torget.Umea.SE/", "dataskydd@umea.se"
	got, err := s.Tidy()
	if err != nil || got.Name != "Umeå kommun" || got.Base != "https://torget.umea.se" || got.Language != "sv" {
		t.Errorf("%+v, %v", got, err)
	}
	for field, change := range map[string]func(*Settings){
		"name":          func(s *Settings) { s.Name = "" },
		"base":          func(s *Settings) { s.Base = "torget.umea.se" },
		"language":      func(s *Settings) { s.Language = "fi" },
		"contact":       func(s *Settings) { s.Contact = "Registrator <registrator@umea.se>" },
		"dpo":           func(s *Settings) { s.DPO = "en\nrad" },
		"accessibility": func(s *Settings) { s.Accessibility = strings.Repeat("x", 20_001) },
	} {
		s := good()
		change(&s)
		_, err := s.Tidy()
		var wrong fault.List
		if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestTidyBase(t *testing.T) {
	for in, want := range map[string]string{
		"https://torget.umea.se": "https://torget.umea.se", "https://torget.umea.se:8443/": "https://torget.umea.se:8443",
		"http://127.0.0.1:8080": "http://127.0.0.1:8080", "http://localhost:8080": "http://localhost:8080", "http://[::1]:8080": "http://[::1]:8080",
		"http://torget.umea.se": "", "https://": "", "https://a.se/torget": "", "https://u:p@a.se": "", "ftp://a.se": "", "https://a.se?x": "", "": "", "https://:80": "",
	} {
		if got, ok := tidyBase(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
}

func FuzzTidyBase(f *testing.F) {
	for _, s := range []string{"https://torget.umea.se", "http://[::1]:80", "https://a\x00b", "//", "https://å.se"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		base, ok := tidyBase(s)
		if !ok {
			return
		}
		if again, ok := tidyBase(base); !ok || again != base {
			t.Errorf("%q became %q, and that %q, %v", s, base, again, ok)
		}
	})
}

func TestDecideChange(t *testing.T) {
	kim := people.Actor{Person: people.Person{ID: "kim", Name: "Kim"}}
	current := good()
	current.ID, current.Number, current.Seen = "one", 1, 5
	wanted := current
	wanted.Contact = "kontakt@umea.se"
	next, c, err := decideChange(kim, current, wanted, noon)
	if err != nil || next.Number != 2 || next.ID == "one" || next.ChangedBy != "kim" || !next.ChangedAt.Equal(noon) {
		t.Fatalf("%+v, %v", next, err)
	}
	if c.Expect[0] != (desk.Expect{Subject: Subject, Seen: 5}) || c.Acts[0].Facts[0].(Settings).Contact != "kontakt@umea.se" {
		t.Errorf("%+v", c)
	}
	moved, stale := wanted, wanted
	moved.Base, stale.Number = "https://annan.se", 0
	if _, _, err := decideChange(kim, current, moved, noon); fault.Of(err).Field != "base" {
		t.Errorf("another address: %v", err)
	}
	if _, _, err := decideChange(kim, current, stale, noon); !fault.Is(err, fault.Conflict) {
		t.Errorf("stale: %v", err)
	}
}
