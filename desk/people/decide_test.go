package people

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func one(id string) Actor {
	return Actor{Person: Person{ID: id, Name: strings.ToUpper(id), HiredAt: noon.AddDate(-1, 0, 0), Seen: 3}}
}

func (a Actor) with(g ...Grant) Actor {
	for i := range g {
		g[i].ID, g[i].Person = "g"+string(g[i].Role), a.Person.ID
	}
	a.Grants = append(a.Grants, g...)
	return a
}

func (a Actor) at(m ...Mandate) Actor {
	for i := range m {
		m[i].ID, m[i].Person = "m"+string(m[i].Role), a.Person.ID
	}
	a.Mandates = append(a.Mandates, m...)
	return a
}

func left(a Actor) Actor { a.Person.LeftAt = noon; return a }

func TestNewcomerTidy(t *testing.T) {
	got, err := Newcomer{Name: " Amina Berg ", Unit: " Parkenheten", Email: " Amina.Berg@Umea.SE "}.Tidy()
	if want := (Newcomer{"Amina", "Amina Berg", "Parkenheten", "amina.berg@umea.se", "sv"}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	for field, n := range map[string]Newcomer{
		"name":       {GivenName: "A", Email: "a@b.se"},
		"given_name": {Name: "Amina Berg", GivenName: "A\u202emina", Email: "a@b.se"},
		"unit":       {Name: "Amina", Unit: strings.Repeat("å", 101), Email: "a@b.se"},
		"email":      {Name: "Amina", Email: "Amina <a@b.se>"},
		"language":   {Name: "Amina", Email: "a@b.se", Language: "fi"},
	} {
		_, err := n.Tidy()
		var wrong fault.List
		if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func FuzzNewcomerTidy(f *testing.F) {
	f.Add("Amina Berg", "amina.berg@umea.se")
	f.Add("", "a@b\x00c")
	f.Add("Å\u0301", "\"quoted\"@b.se")
	f.Fuzz(func(t *testing.T, name, email string) {
		n, err := Newcomer{Name: name, Email: email}.Tidy()
		if err != nil {
			return
		}
		if again, err := n.Tidy(); err != nil || again != n {
			t.Errorf("%+v became %+v, %v", n, again, err)
		}
	})
}

func TestDecideGrant(t *testing.T) {
	kim := one("kim").with(Grant{Role: Administrator, From: noon})
	give := func(to Actor, role Role, until time.Time) error {
		_, err := decideGrant(kim, to, Grant{ID: "g", Person: to.Person.ID, Role: role, From: noon, Until: until}, noon)
		return err
	}
	for name, tc := range map[string]struct {
		err   error
		kind  fault.Kind
		field string
	}{
		"to herself":            {give(kim, DecisionMaker, time.Time{}), fault.Forbidden, ""},
		"to a leaver":           {give(left(one("amina")), DecisionMaker, time.Time{}), fault.Gone, ""},
		"an account's role":     {give(one("amina"), Voice, time.Time{}), fault.Invalid, "role"},
		"until yesterday":       {give(one("amina"), DecisionMaker, noon), fault.Invalid, "until"},
		"twice":                 {give(one("amina").with(Grant{Role: Expert, From: noon}), Expert, time.Time{}), fault.Invalid, "role"},
		"a role to an auditor":  {give(one("amina").with(Grant{Role: Auditor, From: noon}), Expert, time.Time{}), fault.Invalid, "role"},
		"auditor with a role":   {give(one("amina").with(Grant{Role: Expert, From: noon}), Auditor, time.Time{}), fault.Invalid, "role"},
		"auditor with a future": {give(one("amina").at(Mandate{Role: Voice, From: noon.AddDate(0, 1, 0)}), Auditor, time.Time{}), fault.Invalid, "role"},
	} {
		if f := fault.Of(tc.err); tc.err == nil || f.Kind != tc.kind || f.Field != tc.field {
			t.Errorf("%s: %v", name, tc.err)
		}
	}
	if err := give(one("amina").with(Grant{Role: Expert, From: noon, RevokedAt: noon}), Auditor, noon.AddDate(0, 1, 0)); err != nil {
		t.Errorf("an auditor who was an expert once: %v", err)
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	g := Grant{ID: "g1", Person: "kim", Role: Administrator, From: noon}
	other := Grant{ID: "g2", Person: "lars", Role: Administrator, From: noon}
	temporary := other
	temporary.Until = noon.AddDate(0, 0, 1)
	later := other
	later.From = noon.Add(time.Microsecond)
	for name, tc := range map[string]struct {
		others []Grant
		want   bool
	}{
		"alone": {[]Grant{g}, false}, "another": {[]Grant{g, other}, true}, "another for a day": {[]Grant{g, temporary}, false}, "another later": {[]Grant{g, later}, false},
	} {
		if _, err := decideRevocation(one("lars"), one("kim").Person, g, tc.others, noon); (err == nil) != tc.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	g.RevokedAt = noon
	if _, err := decideRevocation(one("lars"), one("kim").Person, g, []Grant{other}, noon); !fault.Is(err, fault.Gone) {
		t.Errorf("twice: %v", err)
	}
}

func TestDecideCommission(t *testing.T) {
	lars := one("lars")
	tomorrow := noon.AddDate(0, 0, 1)
	give := func(to Actor, m Mandate, open bool) error {
		m.ID, m.Person, m.Account = "m", to.Person.ID, "torget"
		if m.From.IsZero() {
			m.From = noon
		}
		_, err := decideCommission(lars, to, m, open, noon)
		return err
	}
	had := one("amina").at(Mandate{Account: "torget", Role: Voice, From: noon, Until: tomorrow})
	for name, tc := range map[string]struct {
		err   error
		kind  fault.Kind
		field string
	}{
		"to herself":          {give(lars, Mandate{Role: Voice}, true), fault.Forbidden, ""},
		"to a leaver":         {give(left(one("amina")), Mandate{Role: Voice}, true), fault.Gone, ""},
		"at a closed account": {give(one("amina"), Mandate{Role: Voice}, false), fault.Gone, ""},
		"an authority's role": {give(one("amina"), Mandate{Role: Auditor}, true), fault.Invalid, "role"},
		"ends before":         {give(one("amina"), Mandate{Role: Voice, Until: noon}, true), fault.Invalid, "until"},
		"owner for a day":     {give(one("amina"), Mandate{Role: Owner, Until: tomorrow}, true), fault.Invalid, "until"},
		"twice":               {give(had, Mandate{Role: Voice, From: tomorrow.Add(-1)}, true), fault.Invalid, "role"},
		"to an auditor":       {give(one("amina").with(Grant{Role: Auditor, From: noon}), Mandate{Role: Voice}, true), fault.Invalid, "role"},
	} {
		if f := fault.Of(tc.err); tc.err == nil || f.Kind != tc.kind || f.Field != tc.field {
			t.Errorf("%s: %v", name, tc.err)
		}
	}
	for name, err := range map[string]error{
		"right after":  give(had, Mandate{Role: Voice, From: tomorrow}, true),
		"another role": give(had, Mandate{Role: Deputy}, true),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNobodyIsGivenARightInThePast(t *testing.T) {
	m := Appointment{Person: "amina", Account: "torget", Role: Voice, From: noon.AddDate(-1, 0, 0)}.mandate(one("lars"), noon)
	if !m.From.Equal(noon) {
		t.Errorf("from %v", m.From)
	}
}

func TestAnOwnerLeavesTwoBehind(t *testing.T) {
	mine := Mandate{ID: "m1", Person: "amina", Account: "torget", Role: Owner, From: noon}
	lars, kim := mine, mine
	lars.ID, lars.Person, kim.ID, kim.Person = "m2", "lars", "m3", "kim"
	end := func(m Mandate, next *Actor, open bool, at ...Mandate) (desk.Change, error) {
		return decideEnding(one("kim"), ending{mandate: m, person: one("amina").Person, successor: next, open: open,
			account: owned{account: "torget", seen: 8, mandates: at}}, noon)
	}
	if _, err := end(mine, nil, true, mine, lars); !fault.Is(err, fault.Forbidden) || fault.Of(err).Field != "successor" {
		t.Errorf("one of two: %v", err)
	}
	if _, err := end(mine, nil, true, mine, lars, kim); err != nil {
		t.Errorf("one of three: %v", err)
	}
	if _, err := end(mine, nil, false, mine, lars); err != nil {
		t.Errorf("at a closed account: %v", err)
	}
	voice := mine
	voice.Role = Voice
	if _, err := end(voice, nil, true, lars); err != nil {
		t.Errorf("a voice: %v", err)
	}
	over := mine
	over.EndedAt = noon
	if _, err := end(over, nil, true, lars, kim); !fault.Is(err, fault.Gone) {
		t.Errorf("twice: %v", err)
	}
	next := one("noor")
	c, err := end(mine, &next, true, mine, lars)
	if err != nil {
		t.Fatalf("with a successor: %v", err)
	}
	if kinds := kindsOf(c); !slices.Equal(kinds, []string{"mandate.given", "mandate.ended"}) || c.Acts[0].Facts[0].(Commissioning).Person != "noor" {
		t.Errorf("%v", kinds)
	}
	if !slices.Contains(c.Expect, desk.Expect{Subject: "torget", Seen: 8}) || !slices.Contains(c.Expect, desk.Expect{Subject: "noor", Seen: 3}) {
		t.Errorf("expects %v", c.Expect)
	}
	self := one("lars").at(Mandate{Account: "torget", Role: Owner, From: noon})
	if _, err := end(mine, &self, true, mine, lars); err == nil {
		t.Error("the other owner succeeded herself")
	}
}

func kindsOf(c desk.Change) (kinds []string) {
	for _, a := range c.Acts {
		kinds = append(kinds, a.Kind)
	}
	return kinds
}

func TestLeavingEndsEverythingAndTellsOfShortAccounts(t *testing.T) {
	amina := one("amina").with(Grant{Role: Expert, From: noon}, Grant{Role: Investigator, From: noon, RevokedAt: noon}).
		at(Mandate{Account: "torget", Role: Owner, From: noon}, Mandate{Account: "parken", Role: Voice, From: noon.AddDate(0, 1, 0)})
	lars := Mandate{Person: "lars", Role: Owner, From: noon}
	l := leaver{Actor: amina, tokens: []Token{{ID: "t1"}, {ID: "t2", RevokedAt: noon}},
		owned: []owned{{account: "torget", seen: 8, mandates: append(slices.Clone(amina.Mandates), lars)}}}
	c := decideLeaving(one("kim"), l, noon)
	if kinds := kindsOf(c); !slices.Equal(kinds, []string{"person.left", "account.short"}) {
		t.Fatalf("%v", kinds)
	}
	counts := map[string]int{}
	for _, f := range c.Acts[0].Facts {
		switch f.(type) {
		case Leaving:
			counts["left"]++
		case Revoking:
			counts["revoked"]++
		case Decommissioning:
			counts["ended"]++
		case Cancelling:
			counts["cancelled"]++
		}
	}
	if counts["left"] != 1 || counts["revoked"] != 1 || counts["ended"] != 2 || counts["cancelled"] != 1 {
		t.Errorf("%v", counts)
	}
	if short := c.Acts[1]; short.Account != "torget" || short.Say["owners"] != 1 {
		t.Errorf("%+v", short)
	}
	kim := lars
	kim.Person = "kim"
	l.owned[0].mandates = append(l.owned[0].mandates, kim)
	if kinds := kindsOf(decideLeaving(one("kim"), l, noon)); !slices.Equal(kinds, []string{"person.left"}) {
		t.Errorf("with two left behind: %v", kinds)
	}
}

func TestDecideToken(t *testing.T) {
	amina := one("amina")
	good := Wish{Person: "amina", Name: " Väder ", Scopes: []string{"draft.write", "read", "read"}}
	token, c, err := decideToken(amina, amina.Person, good, "hash", noon)
	if err != nil || token.Name != "Väder" || !slices.Equal(token.Scopes, []string{"draft.write", "read"}) || !token.Until.Equal(noon.Add(TokenUsual)) {
		t.Fatalf("%+v, %v", token, err)
	}
	if f := c.Acts[0].Facts[0].(Issuing); f.Hash != "hash" || f.By != "amina" {
		t.Errorf("%+v", f)
	}
	for field, change := range map[string]func(*Wish){
		"name":   func(w *Wish) { w.Name = "  " },
		"until":  func(w *Wish) { w.Until = noon.Add(TokenMost + 1) },
		"scopes": func(w *Wish) { w.Scopes = []string{"password.own"} },
	} {
		w := good
		change(&w)
		_, _, err := decideToken(amina, amina.Person, w, "hash", noon)
		var wrong fault.List
		if !errors.As(err, &wrong) || wrong[0].Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	for name, w := range map[string]Wish{"no scopes": {Name: "x"}, "until now": {Name: "x", Scopes: []string{"read"}, Until: noon}} {
		if _, _, err := decideToken(amina, amina.Person, w, "hash", noon); err == nil {
			t.Error(name)
		}
	}
	if _, _, err := decideToken(amina, left(amina).Person, good, "hash", noon); !fault.Is(err, fault.Gone) {
		t.Errorf("a leaver: %v", err)
	}
}

func TestAgentIsWhatAPersonRecognises(t *testing.T) {
	for in, want := range map[string]string{
		"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0":                                                    "Firefox · Linux",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0":     "Edge · Windows",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1": "Safari · iPhone",
		"Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36":                  "Chrome · Android",
		"curl/8.0": "curl", "": "", "\x00Fire\x00fox/1": "Firefox", strings.Repeat("x", 1<<16): "",
	} {
		if got := agent(in); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPlaceHidesTheAddress(t *testing.T) {
	r := New(nil, Options{Secret: []byte("a")})
	other := New(nil, Options{Secret: []byte("b")})
	if a := r.place("192.0.2.1"); a != r.place("::ffff:192.0.2.1") || a == r.place("192.0.2.2") || a == other.place("192.0.2.1") || strings.Contains(a, "192") {
		t.Errorf("%q", a)
	}
	if r.place("2001:db8::1") != r.place("2001:db8::ffff") || r.place("2001:db8::1") == r.place("2001:db8:0:1::1") {
		t.Error("a household is a /64")
	}
	if household("not an address") != "not an address" {
		t.Error("what cannot be read is kept as it came")
	}
}
