package store

import (
	"context"
	"testing"
)

// A patient order waits while somebody is at the door, but is never passed more than mostPassed times.
func TestThePatientArePassedOnlySoOften(t *testing.T) {
	s := &Store{orders: make(chan *order, 4), patient: make(chan *order, 4)}
	sorting := &order{}
	s.patient <- sorting
	passed := 0
	for n := range mostPassed {
		s.orders <- &order{}
		var batch []*order
		if batch, passed = s.gather(context.Background(), passed); len(batch) != 1 || batch[0] == sorting {
			t.Fatalf("batch %d held %d orders, the patient one: %v", n+1, len(batch), batch[0] == sorting)
		}
	}
	s.orders <- &order{}
	batch, passed := s.gather(context.Background(), passed)
	if len(batch) != 2 || batch[0] != sorting || passed != 0 {
		t.Errorf("the patient one was passed more than %d times: %d orders, passed %d", mostPassed, len(batch), passed)
	}
}

func TestThePatientAreServedWhenNobodyWaits(t *testing.T) {
	s := &Store{orders: make(chan *order, 1), patient: make(chan *order, 1)}
	sorting := &order{}
	s.patient <- sorting
	if batch, _ := s.gather(context.Background(), 0); len(batch) != 1 || batch[0] != sorting {
		t.Errorf("%d orders", len(batch))
	}
}

func TestGatheringEndsWithTheContext(t *testing.T) {
	s := &Store{orders: make(chan *order, 1), patient: make(chan *order, 1)}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s.orders <- &order{}
	if batch, _ := s.gather(ctx, 0); batch != nil {
		t.Errorf("%d orders after the end", len(batch))
	}
}
