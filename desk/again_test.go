package desk_test

import (
	"context"
	"errors"
	"testing"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// busy is a Committer that says Conflict a number of times.
type busy struct{ conflicts, commits int }

func (b *busy) Commit(context.Context, desk.Change) (desk.Receipt, error) {
	b.commits++
	if b.commits <= b.conflicts {
		return desk.Receipt{}, fault.New(fault.Conflict, lingo.T("Någon hann före.", "Somebody was first."))
	}
	return desk.Receipt{First: 1, Last: 1}, nil
}

func TestAgainDecidesAnewAfterAConflict(t *testing.T) {
	for _, tc := range []struct{ conflicts, decided int }{{0, 1}, {1, 2}, {4, 5}} {
		b, decided := &busy{conflicts: tc.conflicts}, 0
		r, err := desk.Again(t.Context(), b, func(context.Context) (desk.Change, error) { decided++; return desk.Change{}, nil })
		if err != nil || r.Last != 1 || decided != tc.decided {
			t.Errorf("%d conflicts: %v, %v, decided %d times", tc.conflicts, r, err, decided)
		}
	}
}

func TestAgainGivesUp(t *testing.T) {
	b := &busy{conflicts: 100}
	_, err := desk.Again(t.Context(), b, func(context.Context) (desk.Change, error) { return desk.Change{}, nil })
	if !fault.Is(err, fault.Conflict) || b.commits != 5 {
		t.Errorf("%v after %d commits", err, b.commits)
	}
}

func TestAgainLetsARefusalThrough(t *testing.T) {
	b, refusal := &busy{}, errors.New("no")
	if _, err := desk.Again(t.Context(), b, func(context.Context) (desk.Change, error) { return desk.Change{}, refusal }); !errors.Is(err, refusal) || b.commits != 0 {
		t.Errorf("%v after %d commits", err, b.commits)
	}
}
