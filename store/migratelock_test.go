package store_test

import (
	"sync"
	"testing"

	"tilltal/base/clock"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestNodesThatStartAtOnceMakeTheTablesOnce: the first day of a desk on several machines.
func TestNodesThatStartAtOnceMakeTheTablesOnce(t *testing.T) {
	address, keys := storetest.PostgresURL(t), storetest.NewKeys()
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			s, err := store.Open(t.Context(), store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: keys, Origin: "torget.example.se/insyn/protokoll"})
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
