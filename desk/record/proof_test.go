package record_test

import (
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/measure/all"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestAnEntryProvesItsPlace(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		room := record.New(s, c, all.Measures())
		for range 6 {
			commit(t, s, "inbox.taken", "c1", "parken", person("amina"), c.Now())
		}
		commit(t, s, "inbox.noted", "c2", "badet", person("amina"), c.Now(),
			inbox.Opened{ID: "c2", Account: "badet", Kind: inbox.KindMention, Channel: "test", At: c.Now()},
			inbox.Note{ID: "n1", Conversation: "c2", By: "amina", Text: "Vaktmästaren vet", At: c.Now()})
		p, err := room.Proof(t.Context(), auditor, 7)
		if err != nil {
			t.Fatal(err)
		}
		if !p.Holds || p.Gone || p.Size != 7 || p.Kind != "inbox.noted" || p.Sentence.SV != "AMINA skrev en intern anteckning." {
			t.Errorf("%+v", p)
		}
		if len(p.Facts) != 2 || p.Facts[1].Table != "inbox_note" || p.Facts[1].ID != "n1" || p.Facts[1].Hash == (ledger.Hash{}) {
			t.Errorf("facts: %+v", p.Facts)
		}
		if !ledger.Includes(p.Path, p.Size, p.Root, 6, p.Leaf) || ledger.Includes(p.Path, p.Size, p.Root, 5, p.Leaf) {
			t.Error("the proof is not of this entry")
		}
		for _, none := range []int64{0, -1, 8} {
			if _, err := room.Proof(t.Context(), auditor, none); !fault.Is(err, fault.NotFound) {
				t.Errorf("entry %d: %v", none, err)
			}
		}
		owner := people.Actor{Person: people.Person{ID: "o"}, Mandates: []people.Mandate{{Person: "o", Account: "parken", Role: people.Owner}}}
		if _, err := room.Proof(t.Context(), owner, 7); !fault.Is(err, fault.Forbidden) {
			t.Errorf("another account's entry: %v", err)
		}
		if _, err := room.Proof(t.Context(), people.Actor{}, 8); !fault.Is(err, fault.SignIn) {
			t.Errorf("nobody: %v", err)
		}
	})
}

func TestChronicleBetweenTwoMoments(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		room := record.New(s, c, all.Measures())
		monday := c.Now()
		at := func(days, hours int) time.Time { return monday.Add(time.Duration(24*days+hours) * time.Hour) }
		for day := range 5 {
			commit(t, s, "inbox.taken", "c1", "parken", person("amina"), at(day, 0))
			commit(t, s, "inbox.closed", "c1", "parken", person("bo"), at(day, 0).Add(-time.Minute)) // entered a little late
		}
		for name, f := range map[string]struct {
			record.Filter
			want string
		}{
			"from":       {record.Filter{From: at(4, -1)}, "10closed 9taken"},
			"to":         {record.Filter{To: at(0, 0)}, "2closed"},
			"between":    {record.Filter{From: at(1, 0), To: at(2, 0)}, "6closed 3taken"},
			"with kind":  {record.Filter{From: at(1, -2), To: at(3, -2), Kinds: []string{"inbox.taken"}}, "5taken 3taken"},
			"with whom":  {record.Filter{From: at(3, -2), Person: "bo"}, "10closed 8closed"},
			"before all": {record.Filter{To: at(-1, 0)}, ""},
			"after all":  {record.Filter{From: at(9, 0)}, ""},
			"none":       {record.Filter{From: at(2, 0), To: at(1, 0)}, ""},
		} {
			page, err := room.Chronicle(t.Context(), auditor, f.Filter)
			if err != nil || kinds(page) != f.want {
				t.Errorf("%s: %s, %v, want %s", name, kinds(page), err, f.want)
			}
		}
	})
}

func TestHowItWentDayByDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		in, err := record.New(s, c, all.Measures()).Insight(t.Context())
		if err != nil || len(in.Days) != 0 {
			t.Errorf("%v, %v", in.Days, err)
		}
	})
}
