package charter_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/web/staff/charter"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

func sent(form url.Values) *visit.Visit {
	r := httptest.NewRequest(http.MethodPost, "/x", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return &visit.Visit{R: r, Lang: lingo.SV}
}

func full() account.Charter {
	c := account.Blank(guideline.ProfilePoliceLocal)
	c.Name, c.Place, c.Purpose, c.Contact = "Polisen Umeå", "Umeå", "Vi berättar om natten.", "Ring vakthavande."
	c.Own = []string{"114 14", "090-12 34 56"}
	c.Election = account.Ballot{Name: "Folkomröstningen om bron", From: "2026-11-01", To: "2026-12-06"}
	c.Talk, c.Avoid = []string{"Natten", "Trafiken"}, []string{"Den som är gripen"}
	c.Examples = []account.Example{{Good: true, Text: "Lugnt i natt.", Why: "Det är sant."}, {Text: "Haha, fast!", Why: "Någon känner igen sig."}}
	return c
}

func TestWhatIsShownIsReadBackTheSame(t *testing.T) {
	split, _ := svenska.Parse("mån–tors 8–12 och 13–16.30, lör 10–14, även helgdagar")
	for name, hours := range map[string]svenska.Hours{"office": svenska.Office(), "always": svenska.Always(), "split": split, "never": {}} {
		for _, l := range []lingo.Lang{lingo.SV, lingo.EN} {
			c := full()
			c.Hours = hours
			got, err := charter.Read(sent(charter.Values(c, "account.", l)), "account.", account.Charter{Number: 4})
			c.Number = 4
			if err != nil || got.Hours.String() != hours.String() {
				t.Fatalf("%s in %s: %v, %v", name, l, got.Hours, err)
			}
			got.Hours, c.Hours = svenska.Hours{}, svenska.Hours{}
			if !reflect.DeepEqual(got, c) {
				t.Errorf("%s in %s:\n%+v\n%+v", name, l, got, c)
			}
		}
	}
}

func TestFieldsThatTheFormLacksStay(t *testing.T) {
	got, err := charter.Read(sent(url.Values{"name": {"Parken"}}), "", full())
	if err != nil || got.Name != "Parken" || got.Rules != full().Rules || got.Promise != full().Promise || len(got.Own) != 2 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAllThatIsWrongIsTold(t *testing.T) {
	_, err := charter.Read(sent(url.Values{"a.hours": {"när vi kan"}, "a.promise": {"snart"}, "a.name": {""}}), "a.", full())
	var fields []string
	for _, f := range visit.Faults(err) {
		fields = append(fields, f.Field)
	}
	if strings.Join(fields, " ") != "a.hours a.promise a.name" {
		t.Errorf("%v", fields)
	}
}

// TestEveryPartHasAField fails when a charter gets a part that nobody can write.
func TestEveryPartHasAField(t *testing.T) {
	v := &visit.Visit{Lang: lingo.SV}
	shown := map[string]bool{}
	for _, s := range charter.Fields(hall.Filled(v, charter.Values(full(), "", lingo.SV)), "") {
		for _, f := range s.Fields {
			if strings.HasPrefix(f.Name, "example.") {
				shown["examples"] = true
				continue
			}
			shown[f.Name] = true
			part, _, _ := strings.Cut(f.Name, "_") // the days of an election are part of it
			if f.Label == "" || charter.Names[part].Empty() {
				t.Errorf("%s has no name", f.Name)
			}
		}
	}
	for i := range reflect.TypeOf(account.Charter{}).NumField() {
		name := strings.ToLower(reflect.TypeOf(account.Charter{}).Field(i).Name)
		if name != "number" && name != "changedat" && name != "changedby" && name != "substance" && !shown[name] {
			t.Errorf("%s has no field", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("mån–fre 8–16", "1d", "Varna\r\nSvara", "sv")
	f.Add("\x00", "99999999999999999999d", "\u202e", "!")
	f.Fuzz(func(t *testing.T, hours, promise, purposes, language string) {
		c, err := charter.Read(sent(url.Values{"hours": {hours}, "promise": {promise}, "purposes": {purposes}, "language": {language}}), "", full())
		if _, again := c.Tidy(); err == nil && again == nil {
			if back, err := charter.Read(sent(charter.Values(c, "", lingo.SV)), "", c); err != nil || back.Hours.String() != c.Hours.String() {
				t.Errorf("%q: %v", hours, err)
			}
		}
	})
}
