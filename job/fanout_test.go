package job_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/channel"
	"tilltal/channel/square"
	"tilltal/desk"
	"tilltal/desk/publish"
	"tilltal/job"
)

// mouth is a channel that says what it was told to do.
type mouth struct {
	name string
	said *[]string
	err  error
}

func (m mouth) Sheet() channel.Sheet { return channel.Sheet{Name: m.name} }

func (m mouth) Publish(_ context.Context, p channel.Post) (channel.Receipt, error) {
	*m.said = append(*m.said, m.name+" publishes "+p.ID)
	return channel.Receipt{}, m.err
}

// whole is a channel that can take back and correct as well.
type whole struct{ mouth }

func (m whole) Correct(_ context.Context, p channel.Post) error {
	*m.said = append(*m.said, m.name+" corrects "+p.ID)
	return m.err
}

func (m whole) Withdraw(_ context.Context, p channel.Post) error {
	*m.said = append(*m.said, m.name+" withdraws "+p.ID)
	return m.err
}

type shelf map[string]channel.Post

func (s shelf) Post(_ context.Context, id string) (channel.Post, error) {
	p, ok := s[id]
	if !ok {
		return p, fault.New(fault.NotFound, lingo.T("nej", "no"))
	}
	return p, nil
}

func TestFanout(t *testing.T) {
	posts := shelf{"a": {ID: "a"}, "gone": {ID: "gone", Withdrawn: &channel.Withdrawal{}}}
	broken := errors.New("broken")
	for _, k := range []struct {
		name    string
		payload publish.Fanout
		err     error
		want    []string
		kind    fault.Kind
	}{
		{"create", publish.Fanout{Post: "a", Activity: publish.Create}, nil, []string{"one publishes a", "two publishes a"}, -1},
		{"create that was withdrawn", publish.Fanout{Post: "gone", Activity: publish.Create}, nil, nil, -1},
		{"update", publish.Fanout{Post: "a", Activity: publish.Update}, nil, []string{"two corrects a"}, -1},
		{"update of what was withdrawn", publish.Fanout{Post: "gone", Activity: publish.Update}, nil, nil, -1},
		{"delete", publish.Fanout{Post: "gone", Activity: publish.Delete}, nil, []string{"two withdraws gone"}, -1},
		{"one fails, the other is asked all the same", publish.Fanout{Post: "a", Activity: publish.Create}, broken, []string{"one publishes a", "two publishes a"}, fault.Internal},
		{"no such post", publish.Fanout{Post: "b", Activity: publish.Create}, nil, nil, fault.NotFound},
	} {
		var said []string
		w := job.Fanout(posts, []channel.Channel{mouth{"one", &said, k.err}, whole{mouth{"two", &said, nil}}})
		payload, err := json.Marshal(k.payload)
		if err != nil {
			t.Fatal(err)
		}
		err = w.Do(context.Background(), desk.Held{Payload: payload})
		if (err != nil) != (k.kind >= 0) || err != nil && fault.KindOf(err) != k.kind {
			t.Errorf("%s: %v", k.name, err)
		}
		if !slices.Equal(said, k.want) {
			t.Errorf("%s: %v", k.name, said)
		}
	}
	if err := job.Fanout(posts, nil).Do(context.Background(), desk.Held{Payload: []byte("{")}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

type deliverer func(square.Delivery, int) error

func (d deliverer) Deliver(_ context.Context, what square.Delivery, attempt int) error {
	return d(what, attempt)
}

func TestDelivery(t *testing.T) {
	var got square.Delivery
	var tried int
	lane := job.Delivery(deliverer(func(d square.Delivery, attempt int) error { got, tried = d, attempt; return nil }))
	payload, err := json.Marshal(square.Delivery{Activity: "a", Inbox: "b"})
	if err != nil {
		t.Fatal(err)
	}
	w := lane.Works[0]
	if err := w.Do(context.Background(), desk.Held{Payload: payload, Attempts: 3}); err != nil || got != (square.Delivery{Activity: "a", Inbox: "b"}) || tried != 3 {
		t.Errorf("%+v %d %v", got, tried, err)
	}
	if err := w.Do(context.Background(), desk.Held{Payload: []byte("[]")}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
	if !lane.Outward || w.Kind != square.JobDeliver || lane.Workers < 128 {
		t.Errorf("%+v", lane)
	}
}
