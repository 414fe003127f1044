package job_test

import (
	"context"
	"errors"
	"testing"

	"tilltal/desk"
	"tilltal/desk/shift"
	"tilltal/job"
)

type relay struct{ rounds int }

func (r *relay) Round(context.Context) error {
	r.rounds++
	return errors.New("one account could not be read")
}

// TestTheShiftClockIsNeverGivenUp: a round that fails is tried again soon, however often it has failed.
func TestTheShiftClockIsNeverGivenUp(t *testing.T) {
	r := &relay{}
	w := job.Shifts(r)
	if err := w.Do(t.Context(), desk.Held{}); err == nil || r.rounds != 1 {
		t.Errorf("%d rounds, %v", r.rounds, err)
	}
	if w.Kind != shift.JobClock || w.Attempts < 1<<20 || w.Backoff(1000).Seconds() > 60 || w.Finishes {
		t.Errorf("%+v", w)
	}
}
