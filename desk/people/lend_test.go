package people_test

import (
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/people"
)

func anEmployee(id string) people.Actor {
	return people.Actor{Person: people.Person{ID: id, Name: id, HiredAt: noon.Add(-time.Hour)}}
}

func TestLending(t *testing.T) {
	amina := anEmployee("amina")
	m := people.Mandate{Account: "torget", Role: people.Voice, From: noon.Add(-time.Minute), Until: noon.Add(time.Hour)}
	lent, act, err := people.Lend(desk.System("shift"), "karin", amina, m, true, noon)
	if err != nil || lent.ID == "" || lent.Person != "amina" || lent.GivenBy != "karin" || !lent.From.Equal(noon) || !lent.Until.Equal(m.Until) {
		t.Fatalf("%+v, %v", lent, err)
	}
	if act.Kind != "mandate.given" || act.Subject != "torget" || len(act.Facts) != 1 || act.Facts[0] != (people.Commissioning{Mandate: lent}) {
		t.Errorf("%+v", act)
	}
	over := anEmployee("amina")
	over.Mandates = []people.Mandate{lent}
	if _, _, err := people.Lend(desk.System("shift"), "karin", over, m, true, noon); err != nil {
		t.Errorf("over another mandate: %v", err)
	}
	ended := people.Recall(desk.System("shift"), "karin", lent, "Amina", noon)
	if d, ok := ended.Facts[0].(people.Decommissioning); !ok || ended.Kind != "mandate.ended" || d.Mandate != lent.ID || !d.At.Equal(noon) {
		t.Errorf("%+v", ended)
	}
	left, auditor := anEmployee("amina"), anEmployee("amina")
	left.Person.LeftAt = noon
	auditor.Grants = []people.Grant{{ID: "g", Person: "amina", Role: people.Auditor, From: noon.Add(-time.Hour)}}
	backwards := m
	backwards.Until = noon
	for name, c := range map[string]struct {
		to   people.Actor
		by   string
		m    people.Mandate
		open bool
		kind fault.Kind
	}{
		"to a leaver":        {left, "karin", m, true, fault.Gone},
		"to oneself":         {amina, "amina", m, true, fault.Forbidden},
		"to an auditor":      {auditor, "karin", m, true, fault.Invalid},
		"at a closed place":  {amina, "karin", m, false, fault.Gone},
		"for no time at all": {amina, "karin", backwards, true, fault.Invalid},
	} {
		if _, _, err := people.Lend(desk.System("shift"), c.by, c.to, c.m, c.open, noon); !fault.Is(err, c.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHasAndServed(t *testing.T) {
	hour := time.Hour
	a := anEmployee("amina")
	a.Mandates = []people.Mandate{{ID: "m", Person: "amina", Account: "torget", Role: people.Voice, From: noon, Until: noon.Add(2 * hour)}}
	g := anEmployee("karin")
	g.Grants = []people.Grant{{ID: "g", Person: "karin", Role: people.Communicator, From: noon}}
	has := func(a people.Actor, account string, from, until time.Duration, without ...string) bool {
		return a.Has(people.InboxReply, account, noon.Add(from), noon.Add(until), without...)
	}
	for name, c := range map[string]struct{ got, want bool }{
		"all of it":            {has(a, "torget", 0, 2*hour), true},
		"longer than it lasts": {has(a, "torget", 0, 3*hour), false},
		"before it begins":     {has(a, "torget", -hour, hour), false},
		"somewhere else":       {has(a, "badet", 0, hour), false},
		"but for that one":     {has(a, "torget", 0, hour, "m"), false},
		"by a grant":           {has(g, "badet", 0, 100*hour), true},
		"before the grant":     {has(g, "badet", -hour, hour), false},
		"served, before":       {a.Served("torget", noon.Add(-hour)), false},
		"served, during":       {a.Served("torget", noon), false},
		"served, after":        {a.Served("torget", noon.Add(2*hour)), true},
		"served, elsewhere":    {a.Served("badet", noon.Add(2*hour)), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
	a.Person.LeftAt = noon
	if has(a, "torget", 0, hour) || a.Served("torget", noon.Add(3*hour)) {
		t.Error("a leaver has something")
	}
	a.Person.LeftAt, a.Mandates[0].EndedAt = time.Time{}, noon.Add(hour)
	if has(a, "torget", 0, hour) {
		t.Error("a mandate that was ended carries a time to come")
	}
}

// TestWhatConcernsHer: somebody without any role may do what concerns her by name, as long as she works here.
func TestWhatConcernsHer(t *testing.T) {
	a := anEmployee("amina")
	if err := people.AskHers(a, people.ShiftHandover, "torget", true, noon); err != nil {
		t.Errorf("hers: %v", err)
	}
	if err := people.AskHers(a, people.ShiftHandover, "torget", false, noon); !fault.Is(err, fault.Forbidden) {
		t.Errorf("another's: %v", err)
	}
	narrow, weak, left := a, a, a
	narrow.Scopes = []string{"draft.read"}
	weak.Weak = true
	left.Person.LeftAt = noon
	for name, a := range map[string]people.Actor{"a token for something else": narrow, "who must show more first": weak, "a leaver": left} {
		if err := people.AskHers(a, people.ShiftHandover, "torget", true, noon); err == nil {
			t.Errorf("%s may", name)
		}
	}
}

// TestWhoPlansMayAppoint: a shift is a mandate, so nobody plans shifts who could not give the mandate; and no shift gives
// power over what citizens say.
func TestWhoPlansMayAppoint(t *testing.T) {
	for _, role := range people.Roles {
		if role.Gives(people.ShiftPlan) > role.Gives(people.PeopleMandate) {
			t.Errorf("%s may plan shifts and not appoint", role)
		}
	}
	for _, never := range []people.Right{people.ModerationHide, people.ModerationBlock, people.ShiftPlan, people.ReviewShift, people.TipRead, people.RecordDispose} {
		if people.Voice.Gives(never) != people.Nothing {
			t.Errorf("a curator may %s", never)
		}
	}
	if people.Voice.Gives(people.ShiftHandover) != people.OwnThings {
		t.Error("a curator hands over others' shifts")
	}
}
