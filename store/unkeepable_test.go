package store_test

import (
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/store"
	"tilltal/store/storetest"
)

// Who asks by letters that are none asks for what is not there, on both databases.
func TestWhatNoDatabaseKeepsIsNotThere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, _ *clock.Fixed) {
		for _, name := range []string{"\xff", "a\x00b", "\xed\xa0\x80"} {
			if _, err := s.PeerByKey(t.Context(), name); !fault.Is(err, fault.NotFound) {
				t.Errorf("a key: %v", err)
			}
			if _, err := s.Post(t.Context(), name); !fault.Is(err, fault.NotFound) {
				t.Errorf("a post: %v", err)
			}
			if _, err := s.AccountByHandle(t.Context(), name); !fault.Is(err, fault.NotFound) {
				t.Errorf("an account: %v", err)
			}
		}
	})
}
