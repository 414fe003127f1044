package account

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func actor(id string) people.Actor {
	return people.Actor{Person: people.Person{ID: id, Name: id, HiredAt: noon.AddDate(-1, 0, 0), Seen: 7}}
}

func good() Charter {
	c := Blank(guideline.ProfileMunicipality)
	c.Name, c.Purpose = "Parken", "Vi berättar om parkerna i Umeå."
	return c
}

func TestBlankNeedsOnlyNameAndPurpose(t *testing.T) {
	for _, p := range guideline.Profiles {
		_, err := Blank(p.Profile).Tidy()
		var wrong fault.List
		if !errors.As(err, &wrong) || len(wrong) != 2 || wrong[0].Field != "name" || wrong[1].Field != "purpose" {
			t.Errorf("%s: %v", p.Profile, err)
		}
	}
	if _, err := good().Tidy(); err != nil {
		t.Error(err)
	}
}

func TestTidyTrimsAndFillsIn(t *testing.T) {
	c := good()
	c.Name, c.Language, c.Zone, c.Profile = "  Parken ", "", "", ""
	c.Purposes = []string{" Varna ", "", "Varna", "Informera"}
	c.Rules = "Ett.\r\nTvå."
	got, err := c.Tidy()
	if err != nil || got.Name != "Parken" || got.Language != "sv" || got.Zone != "Europe/Stockholm" || got.Profile != "authority" ||
		!slices.Equal(got.Purposes, []string{"Varna", "Informera"}) || got.Rules != "Ett.\nTvå." {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestTidyPointsAtEachField(t *testing.T) {
	for field, change := range map[string]func(*Charter){
		"name":      func(c *Charter) { c.Name = strings.Repeat("å", 81) },
		"place":     func(c *Charter) { c.Place = "Ume\u202eå" },
		"purpose":   func(c *Charter) { c.Purpose = " \n " },
		"audience":  func(c *Charter) { c.Audience = strings.Repeat("x", 501) },
		"rules":     func(c *Charter) { c.Rules = "" },
		"retention": func(c *Charter) { c.Retention = strings.Repeat("x", 501) },
		"contact":   func(c *Charter) { c.Contact = "\x00" },
		"purposes":  func(c *Charter) { c.Purposes = nil },
		"own":       func(c *Charter) { c.Own = []string{strings.Repeat("1", 81)} },
		"language":  func(c *Charter) { c.Language = "svenska!" },
		"profile":   func(c *Charter) { c.Profile = "pirate" },
		"zone":      func(c *Charter) { c.Zone = "Europe/Atlantis" },
		"promise":   func(c *Charter) { c.Promise = svenska.Promise{} },
	} {
		c := good()
		change(&c)
		_, err := c.Tidy()
		var wrong fault.List
		if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Field != field || wrong[0].Say.Empty() {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestTidyHandle(t *testing.T) {
	for in, want := range map[string]string{"polisen_umea": "polisen_umea", " @Polisen_Umea ": "polisen_umea", "ab": "ab", "112": "112",
		"a": "", "": "", "polisen umeå": "", "insyn": "", "API": "", strings.Repeat("a", 31): "", "a/b": "", "@@a": ""} {
		got, err := TidyHandle(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", in, got, err)
		}
		if err != nil && fault.Of(err).Field != "handle" {
			t.Errorf("%q points at %q", in, fault.Of(err).Field)
		}
	}
}

func FuzzTidyHandle(f *testing.F) {
	for _, s := range []string{"polisen_umea", "@x", "", "å", "a\x00b", "INSYN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		h, err := TidyHandle(s)
		if err != nil {
			return
		}
		if again, err := TidyHandle(h); err != nil || again != h || !handle.MatchString(h) {
			t.Errorf("%q became %q, and that %q, %v", s, h, again, err)
		}
	})
}

func TestPlanTellsAllThatIsWrong(t *testing.T) {
	_, err := Plan{Handle: "!", Kind: "Robot", Charter: Blank(guideline.ProfileAuthority)}.Tidy()
	var wrong fault.List
	if !errors.As(err, &wrong) {
		t.Fatal(err)
	}
	var fields []string
	for _, f := range wrong {
		fields = append(fields, f.Field)
	}
	if !slices.Equal(fields, []string{"handle", "kind", "name", "purpose"}) {
		t.Errorf("points at %v", fields)
	}
}

func TestAnAccountOpensWithTwoOwnersOrNotAtAll(t *testing.T) {
	left := actor("left")
	left.Person.LeftAt = noon
	auditor := actor("auditor")
	auditor.Grants = []people.Grant{{Person: "auditor", Role: people.Auditor, From: noon}}
	p := Plan{Handle: "parken", Kind: KindOrganization, Charter: good()}
	for name, owners := range map[string][]people.Actor{
		"nobody": nil, "one": {actor("amina")}, "the same twice": {actor("amina"), actor("amina")},
		"one has left": {actor("amina"), left}, "one audits": {actor("amina"), auditor},
	} {
		if c, err := decideOpening(actor("kim"), "acc", p, owners, noon); err == nil || len(c.Acts) != 0 {
			t.Errorf("%s: opened with %+v", name, c)
		}
	}
	c, err := decideOpening(actor("kim"), "acc", p, []people.Actor{actor("amina"), actor("lars")}, noon)
	if err != nil {
		t.Fatal(err)
	}
	var kinds, facts []string
	for _, a := range c.Acts {
		if a.Subject != "acc" || a.Account != "acc" || a.Who.ID != "kim" || !a.At.Equal(noon) {
			t.Errorf("on the record: %+v", a)
		}
		kinds = append(kinds, a.Kind)
		for _, f := range a.Facts {
			if m, ok := f.(people.Commissioning); ok {
				facts = append(facts, m.Person+" "+string(m.Role))
			}
		}
	}
	if !slices.Equal(kinds, []string{"account.opened", "routine.adopted", "mandate.given", "mandate.given"}) ||
		!slices.Equal(facts, []string{"amina owner", "lars owner"}) {
		t.Errorf("%v, %v", kinds, facts)
	}
	want := []desk.Expect{{Subject: "acc"}, {Subject: "amina", Seen: 7}, {Subject: "lars", Seen: 7}}
	if !slices.Equal(c.Expect, want) {
		t.Errorf("expects %v", c.Expect)
	}
}

func TestDecideCharter(t *testing.T) {
	now := Account{ID: "acc", Charter: good(), Seen: 9}
	now.Number = 2
	next := now.Charter
	next.Rules, next.Hours = "Nya regler.", svenska.Always()
	c, err := decideCharter(actor("amina"), now, next, noon)
	if err != nil {
		t.Fatal(err)
	}
	f := c.Acts[0].Facts[0].(Chartering)
	if f.Number != 3 || f.ChangedBy != "amina" || f.Rules != "Nya regler." || c.Expect[0] != (desk.Expect{Subject: "acc", Seen: 9}) {
		t.Errorf("%+v, %+v", f, c.Expect)
	}
	if changed := c.Acts[0].Say["changed"].([]string); !slices.Equal(changed, []string{"rules", "hours"}) {
		t.Errorf("tells of %v", changed)
	}

	stale := next
	stale.Number = 1
	closed := now
	closed.ClosedAt = noon
	for name, tc := range map[string]struct {
		account Account
		charter Charter
		kind    fault.Kind
	}{
		"a colleague was first": {now, stale, fault.Conflict},
		"nothing changed":       {now, now.Charter, fault.Invalid},
		"closed":                {closed, next, fault.Gone},
	} {
		if _, err := decideCharter(actor("amina"), tc.account, tc.charter, noon); !fault.Is(err, tc.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestClosingEndsEveryMandate(t *testing.T) {
	a := Account{ID: "acc", Charter: good(), Seen: 9}
	mandates := []people.Mandate{{ID: "m1", From: noon}, {ID: "m2", From: noon, EndedAt: noon}, {ID: "m3", From: noon.AddDate(1, 0, 0)}}
	c, err := decideClosure(actor("amina"), a, mandates, "Parken ligger nu under kommunens konto.", noon)
	if err != nil {
		t.Fatal(err)
	}
	var ended []string
	for _, f := range c.Acts[0].Facts[1:] {
		ended = append(ended, f.(people.Decommissioning).Mandate)
	}
	if !slices.Equal(ended, []string{"m1", "m3"}) {
		t.Errorf("ended %v", ended)
	}
	for _, reason := range []string{"", strings.Repeat("x", 501), "\x07"} {
		if _, err := decideClosure(actor("amina"), a, nil, reason, noon); fault.Of(err).Field != "reason" {
			t.Errorf("%q: %v", reason, err)
		}
	}
	a.ClosedAt = noon
	if _, err := decideClosure(actor("amina"), a, nil, "En gång till.", noon); !fault.Is(err, fault.Gone) {
		t.Errorf("twice: %v", err)
	}
}
