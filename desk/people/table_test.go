package people_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tilltal/desk/people"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestTableIsAsWritten compares the table with testdata/rights.txt, row by row: who changes who may do what shows it there.
func TestTableIsAsWritten(t *testing.T) {
	var b strings.Builder
	for _, right := range people.Rights {
		fmt.Fprintf(&b, "%-17s", right.Right)
		for _, role := range people.Roles {
			if reach := role.Gives(right.Right); reach != people.Nothing {
				fmt.Fprintf(&b, " %s=%s", role, reach)
			}
		}
		b.WriteByte('\n')
	}
	const file = "testdata/rights.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the table is not what %s says; if that is meant, run go test -update and show the difference in review:\n%s", file, b.String())
	}
}

func TestEveryRightHasARowAndATitle(t *testing.T) {
	seen := map[people.Right]bool{}
	for _, s := range people.Rights {
		if seen[s.Right] {
			t.Errorf("%s stands twice", s.Right)
		}
		seen[s.Right] = true
		if s.Title.SV == "" || s.Title.EN == "" {
			t.Errorf("%s has no title", s.Right)
		}
		if room, verb, ok := strings.Cut(string(s.Right), "."); !ok || room == "" || verb == "" {
			t.Errorf("%s is not a room, a dot and a verb", s.Right)
		}
		held := false
		for _, role := range people.Roles {
			held = held || role.Gives(s.Right) != people.Nothing
		}
		if !held {
			t.Errorf("%s is nobody's", s.Right)
		}
	}
	if n := people.TableSize(); n != len(people.Rights) {
		t.Errorf("the table has %d rows for %d rights", n, len(people.Rights))
	}
}

func TestEveryRoleCanBeHeldAndIsDescribed(t *testing.T) {
	for _, r := range people.Roles {
		if !r.ByGrant() && !r.ByMandate() {
			t.Errorf("%s cannot be held", r)
		}
		if r.Title().Empty() || r.Help().Empty() {
			t.Errorf("%s is not described", r)
		}
		if !r.ByGrant() {
			for _, s := range people.Rights {
				if r.Gives(s.Right) == people.Authority {
					t.Errorf("%s is held for one account only, but has %s for the authority", r, s.Right)
				}
			}
		}
	}
	if people.Role("janitor").Gives(people.DraftRead) != people.Nothing || people.Role("janitor").Title().SV != "janitor" {
		t.Error("a role we do not know gives something")
	}
}

// What the role table of the mission says that somebody must never be able to do.
func TestNever(t *testing.T) {
	never := func(role people.Role, rights ...people.Right) {
		t.Helper()
		for _, right := range rights {
			if role.Gives(right) != people.Nothing {
				t.Errorf("%s may %s", role, right)
			}
		}
	}
	// A voice neither moderates, blocks, appoints nor approves where the routine asks for more than a second reader.
	never(people.Voice, people.ModerationHide, people.ModerationBlock, people.ReviewShift, people.ReviewDecide,
		people.PeopleMandate, people.PeopleOwners, people.RoutineAdopt, people.InboxClassify)
	if people.Voice.Gives(people.PublishWithdraw) > people.OwnThings {
		t.Error("a voice may withdraw others' posts")
	}
	// Nobody erases but the registrar, under a decision.
	for _, role := range people.Roles {
		if role != people.Registrar {
			never(role, people.RecordDispose)
		}
		if role != people.Investigator {
			never(role, people.TipRead)
		}
	}
	// The registrar does not change what was said.
	never(people.Registrar, people.DraftWrite, people.PublishNow, people.PublishCorrect, people.PublishWithdraw, people.InboxReply)
	for _, s := range people.Rights {
		switch {
		case s.Right.ForAll():
			continue
		case s.Right != people.TipRead:
			never(people.Investigator, s.Right)
		}
		if s.Sort == people.Changes {
			never(people.Auditor, s.Right)
		}
	}
	// The administrator sees no content.
	never(people.Administrator, people.DraftRead, people.DraftWrite, people.InboxRead, people.InboxNote, people.InboxReply,
		people.ReviewApprove, people.ReviewShift, people.ReviewDecide, people.PublishNow, people.PublishWithdraw,
		people.TipRead, people.RecordRead)
}

func TestTheAuditorSeesWhatMayBeSeen(t *testing.T) {
	for _, s := range people.Rights {
		if s.Sort == people.Reads && s.Right != people.TipRead && people.Auditor.Gives(s.Right) < people.OneAccount {
			t.Errorf("the auditor cannot %s", s.Right)
		}
	}
}
