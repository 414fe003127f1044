package job_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/channel"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/job"
)

// shower is a channel that tells what an account shows anew.
type shower struct{ mouth }

func (m shower) Describe(_ context.Context, a channel.Account, change string) error {
	*m.said = append(*m.said, m.name+" describes "+a.ID+" "+change)
	return m.err
}

type signs map[string]channel.Account

func (s signs) AccountNow(_ context.Context, id string) (channel.Account, error) {
	a, ok := s[id]
	if !ok {
		return a, fault.New(fault.NotFound, lingo.T("nej", "no"))
	}
	return a, nil
}

func TestShowing(t *testing.T) {
	var said []string
	w := job.Showing(signs{"a": {ID: "a"}}, []channel.Channel{mouth{"one", &said, nil}, shower{mouth{"two", &said, nil}}})
	payload, err := json.Marshal(account.Shown{Account: "a", Change: "c1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Do(t.Context(), desk.Held{Payload: payload}); err != nil || !slices.Equal(said, []string{"two describes a c1"}) {
		t.Errorf("%v, %v", said, err)
	}
	if err := w.Do(t.Context(), desk.Held{Payload: []byte(`{"account":"b"}`)}); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
	if err := w.Do(t.Context(), desk.Held{Payload: []byte("{")}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}
