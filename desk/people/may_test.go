package people_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

const micro = time.Microsecond

func somebody(id string) people.Person {
	return people.Person{ID: id, GivenName: "Amina", Name: "Amina Berg", HiredAt: noon.AddDate(-1, 0, 0)}
}

func granted(role people.Role) people.Actor {
	return people.Actor{Person: somebody("amina"), Grants: []people.Grant{{Person: "amina", Role: role, From: noon.AddDate(0, -1, 0)}}}
}

func mandated(role people.Role, account string) people.Actor {
	return people.Actor{Person: somebody("amina"), Mandates: []people.Mandate{{Person: "amina", Account: account, Role: role, From: noon.AddDate(0, -1, 0)}}}
}

// TestMayIsTheTable tries every role on every right, as it can be held: the answer is the table's and nothing else.
func TestMayIsTheTable(t *testing.T) {
	for _, role := range people.Roles {
		for _, s := range people.Rights {
			gives := role.Gives(s.Right)
			self := s.Right.ForAll()
			if g := granted(role); true {
				want := self || role.ByGrant() && gives >= people.OneAccount
				for _, account := range []string{"", "torget", "polisen"} {
					if got := g.May(s.Right, account, noon); got != want {
						t.Errorf("%s granted: may %s at %q is %v", role, s.Right, account, got)
					}
				}
			}
			m := mandated(role, "torget")
			want := self || role.ByMandate() && gives == people.OneAccount
			if got := m.May(s.Right, "torget", noon); got != want {
				t.Errorf("%s at torget: may %s there is %v", role, s.Right, got)
			}
			for _, elsewhere := range []string{"", "polisen"} {
				if got := m.May(s.Right, elsewhere, noon); got != self {
					t.Errorf("%s at torget: may %s at %q is %v", role, s.Right, elsewhere, got)
				}
			}
			if got := m.MayOwn(s.Right, "torget", noon); got != (self || role.ByMandate() && gives != people.Nothing && gives != people.Authority) {
				t.Errorf("%s at torget: may %s on her own things is %v", role, s.Right, got)
			}
		}
	}
}

func TestNobodyMayNothing(t *testing.T) {
	left := granted(people.Communicator)
	left.Person.LeftAt = noon
	tomorrow := granted(people.Communicator)
	tomorrow.Person.HiredAt = noon.Add(micro)
	stolen := people.Actor{Person: somebody("lars"), Grants: granted(people.Administrator).Grants}
	for _, s := range people.Rights {
		for name, a := range map[string]people.Actor{"nobody": {}, "a leaver": left, "tomorrow's colleague": tomorrow} {
			if a.May(s.Right, "torget", noon) || a.MayOwn(s.Right, "torget", noon) || a.Anywhere(s.Right, noon) {
				t.Errorf("%s may %s", name, s.Right)
			}
		}
		if !s.Right.ForAll() && stolen.May(s.Right, "torget", noon) {
			t.Errorf("another person's grant gives %s", s.Right)
		}
	}
	if !left.May(people.DraftWrite, "torget", noon.Add(-micro)) {
		t.Error("the leaver could not work until the moment she left")
	}
}

// TestMandateHoldsFromUntil: nobody acts outside her mandate, to the microsecond, and inside it she does.
func TestMandateHoldsFromUntil(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := func(name string) time.Time {
			return noon.Add(time.Duration(rapid.Int64Range(-1e6, 1e6).Draw(t, name)) * micro)
		}
		m := people.Mandate{Person: "amina", Account: "torget", Role: people.Voice, From: at("from")}
		if rapid.Bool().Draw(t, "has until") {
			m.Until = at("until")
		}
		if rapid.Bool().Draw(t, "has ended") {
			m.EndedAt = at("ended")
		}
		a := people.Actor{Person: somebody("amina"), Mandates: []people.Mandate{m}}
		now := rapid.SampledFrom([]time.Time{at("now"), m.From, m.From.Add(-micro), m.Until, m.Until.Add(-micro), m.EndedAt, m.EndedAt.Add(-micro)}).Draw(t, "moment")
		want := !now.Before(m.From) && (m.Until.IsZero() || now.Before(m.Until)) && (m.EndedAt.IsZero() || now.Before(m.EndedAt))
		if got := a.May(people.DraftWrite, "torget", now); got != want && !now.Before(a.Person.HiredAt) {
			t.Fatalf("from %v until %v ended %v: at %v may is %v", m.From, m.Until, m.EndedAt, now, got)
		}
	})
}

// TestALeaverHasNothing: whatever she had, from the moment she leaves she has none of it.
func TestALeaverHasNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := people.Actor{Person: somebody("amina")}
		a.Person.LeftAt = noon
		for range rapid.IntRange(0, 5).Draw(t, "grants") {
			a.Grants = append(a.Grants, people.Grant{Person: "amina", Role: rapid.SampledFrom(people.Roles).Draw(t, "role")})
			a.Mandates = append(a.Mandates, people.Mandate{Person: "amina", Account: "torget", Role: rapid.SampledFrom(people.Roles).Draw(t, "role")})
		}
		right := rapid.SampledFrom(people.Rights).Draw(t, "right").Right
		later := noon.Add(time.Duration(rapid.Int64Range(0, 1e15).Draw(t, "later")))
		if a.May(right, "torget", later) || a.May(right, "", later) || a.MayOwn(right, "torget", later) || a.Anywhere(right, later) {
			t.Fatalf("a leaver may %s", right)
		}
		if err := people.Ask(a, right, "torget", later); !fault.Is(err, fault.SignIn) {
			t.Fatalf("a leaver is told %v", err)
		}
	})
}

// TestScopesOnlyNarrow: a token never lets a program do what the person may not, nor anything outside its scopes.
func TestScopesOnlyNarrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		role := rapid.SampledFrom(people.Roles).Draw(t, "role")
		herself := rapid.SampledFrom([]people.Actor{granted(role), mandated(role, "torget")}).Draw(t, "held")
		var words []string
		for _, s := range people.Rights {
			words = append(words, string(s.Right))
		}
		program := herself
		program.Scopes = rapid.SliceOfN(rapid.SampledFrom(append(words, people.ScopeRead, people.ScopeWrite, "all", "*", "")), 0, 6).Draw(t, "scopes")
		if program.Scopes == nil {
			program.Scopes = []string{}
		}
		s := rapid.SampledFrom(people.Rights).Draw(t, "right")
		got := program.May(s.Right, "torget", noon)
		group := map[people.Sort]string{people.Reads: people.ScopeRead, people.Changes: people.ScopeWrite, people.Ours: people.ScopeWrite}[s.Sort]
		scoped := s.Sort != people.Self && (slices.Contains(program.Scopes, string(s.Right)) || slices.Contains(program.Scopes, group))
		if got != (scoped && herself.May(s.Right, "torget", noon)) {
			t.Fatalf("%s with scopes %q: may %s is %v", role, program.Scopes, s.Right, got)
		}
	})
}

func TestScopeKnown(t *testing.T) {
	for scope, want := range map[string]bool{"read": true, "write": true, "draft.write": true, "token.own": false,
		"password.own": false, "session.own": false, "": false, "all": false, "draft.": false} {
		if people.ScopeKnown(scope) != want {
			t.Errorf("ScopeKnown(%q) is %v", scope, !want)
		}
	}
}

func TestAccounts(t *testing.T) {
	a := mandated(people.Voice, "torget")
	a.Mandates = append(a.Mandates, people.Mandate{Person: "amina", Account: "parken", Role: people.Owner, From: noon},
		people.Mandate{Person: "amina", Account: "parken", Role: people.Voice, From: noon},
		people.Mandate{Person: "amina", Account: "badet", Role: people.Voice, From: noon.Add(micro)})
	if all, at := a.Accounts(people.DraftWrite, noon); all || !slices.Equal(at, []string{"parken", "torget"}) {
		t.Errorf("writes at %v, %v", all, at)
	}
	if all, at := a.Accounts(people.AccountClose, noon); all || !slices.Equal(at, []string{"parken"}) {
		t.Errorf("closes %v, %v", all, at)
	}
	if all, _ := granted(people.Communicator).Accounts(people.DraftWrite, noon); !all {
		t.Error("a communicator of the authority does not write everywhere")
	}
	if a.Anywhere(people.PeopleHire, noon) || !a.Anywhere(people.InboxRead, noon) {
		t.Error("Anywhere is not what Accounts says")
	}
}

func TestAskTellsWhomToTurnTo(t *testing.T) {
	err := fault.Of(people.Ask(mandated(people.Voice, "torget"), people.RoutineAdopt, "torget", noon))
	if err.Kind != fault.Forbidden || err.Say.SV != "Du får inte besluta om rutinen här." || !strings.Contains(err.Hint.SV, "kontoansvarig") {
		t.Errorf("she is told %+v", err)
	}
	if err.Say.EN != "You may not decide the routine here." || !strings.Contains(err.Hint.EN, "account owner") {
		t.Errorf("she is told in English %+v", err)
	}
	program := granted(people.Communicator)
	program.Scopes = []string{people.ScopeRead}
	if err := fault.Of(people.Ask(program, people.InboxReply, "torget", noon)); err.Kind != fault.Forbidden || !strings.Contains(err.Hint.In(lingo.EN), `"inbox.reply"`) {
		t.Errorf("the program is told %+v", err)
	}
	if err := people.Ask(people.Actor{}, people.SessionOwn, "", noon); !fault.Is(err, fault.SignIn) {
		t.Errorf("nobody is told %v", err)
	}
	if err := people.Ask(granted(people.Registrar), "no.such", "", noon); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a right that does not exist: %v", err)
	}
}

func TestAskOwn(t *testing.T) {
	voice := mandated(people.Voice, "torget")
	if err := people.AskOwn(voice, people.PublishWithdraw, "torget", true, noon); err != nil {
		t.Errorf("her own post: %v", err)
	}
	for _, account := range []string{"torget", "parken"} {
		if err := people.AskOwn(voice, people.PublishWithdraw, account, account == "parken", noon); !fault.Is(err, fault.Forbidden) {
			t.Errorf("at %s: %v", account, err)
		}
	}
}

func TestWhoStandsOnTheRecord(t *testing.T) {
	a := granted(people.Communicator)
	if who := a.Who(); who != (desk.Who{Kind: desk.WhoPerson, ID: "amina", Name: "Amina Berg"}) {
		t.Errorf("herself: %+v", who)
	}
	a.Scopes, a.Token = []string{}, "Väder"
	if who := a.Who(); who != (desk.Who{Kind: desk.WhoToken, ID: "amina", Name: "Amina Berg · Väder"}) {
		t.Errorf("her program: %+v", who)
	}
	if c := people.Console(noon); c.Who() != desk.System("console") || !c.IsConsole() || !c.May(people.PeopleHire, "", noon) || c.May(people.InboxRead, "", noon) {
		t.Errorf("the console: %+v", c)
	}
}

func TestHolds(t *testing.T) {
	if mandated(people.Communicator, "torget").Holds(people.Communicator, noon) {
		t.Error("a mandate is held at its account only")
	}
	if !granted(people.Communicator).Holds(people.Communicator, noon) {
		t.Error("a grant is held everywhere")
	}
	if granted(people.Voice).Holds(people.Voice, noon) {
		t.Error("a voice cannot be one for the whole authority")
	}
}
