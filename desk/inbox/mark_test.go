package inbox_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/check/all"
	"tilltal/desk/inbox"
	"tilltal/store"
	"tilltal/store/storetest"
)

func TestMarksAreSetWithReasonsAndTakenAway(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		d.Room.Checks = all.Incoming()
		ctx := t.Context()
		d.hear("m1", said(1, "Grannens barn skriker varje natt och pappan slår. När gör ni något? Min tfn är 070-174 06 05."))
		d.sort()
		talk := d.first()
		if want := []string{"incoming.child", "incoming.question"}; !contains(talk.Marks, want...) {
			t.Fatalf("marked %v", talk.Marks)
		}
		turn := lastTurn(t, d, talk.ID)
		reasons, err := d.Reasons(ctx, talk, turn)
		if err != nil || !strings.Contains(reasons["incoming.child"].Reason.SV, "varje natt") || len(reasons) != len(turn.Marks) {
			t.Errorf("%v for %v, %v", reasons, turn.Marks, err)
		}
		off := inbox.Remark{Turn: turn.ID, Mark: "incoming.child", Why: "Det gällde en film."}
		if err := d.Remark(ctx, staff["amina"], talk.ID, off, 0); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by a voice: %v", err)
		}
		for range 2 { // the second changes nothing
			d.must(d.Remark(ctx, staff["bertil"], talk.ID, off, 0))
		}
		d.must(d.Remark(ctx, staff["bertil"], talk.ID, inbox.Remark{Turn: turn.ID, Mark: "incoming.threat", Stands: true}, 0))
		if turn = lastTurn(t, d, talk.ID); contains(turn.Marks, "incoming.child") || turn.MarkedBy["incoming.threat"] != "bertil" {
			t.Errorf("%v by %v", turn.Marks, turn.MarkedBy)
		}
		for mark, field := range map[string]string{"no.such": "mark", "": "mark"} {
			if err := d.Remark(ctx, staff["bertil"], talk.ID, inbox.Remark{Turn: turn.ID, Mark: mark, Stands: true}, 0); fault.Of(err).Field != field {
				t.Errorf("%q: %v", mark, err)
			}
		}
		if err := d.Remark(ctx, staff["bertil"], talk.ID, inbox.Remark{Turn: turn.ID, Mark: "incoming.crime", Stands: true}, 1); !fault.Is(err, fault.Conflict) {
			t.Errorf("with an old page: %v", err)
		}

		edited := said(1, "Grannens barn skriker varje natt och pappan slår. Hjälp!")
		edited.Kind, edited.At = inbox.MessageChanged, c.Now()
		d.hear("m1b", edited)
		d.sort()
		turn = lastTurn(t, d, talk.ID)
		if contains(turn.Marks, "incoming.child") || contains(turn.Marks, "incoming.question") || !contains(turn.Marks, "incoming.threat") {
			t.Errorf("after an edit: %v", turn.Marks)
		}
	})
}

func TestTheBreakerStopsBulkMarking(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		d.Room.Checks = all.Incoming()
		for i := range inbox.MostMarks + 3 {
			d.hear(fmt.Sprint("m", i), said(i, "Jag vet var du bor."))
		}
		d.sort()
		marked := 0
		after := ""
		for {
			page, err := d.List(t.Context(), staff["bertil"], inbox.Filter{After: after, Limit: 200})
			d.must(err)
			for _, talk := range page.Items {
				marked += len(talk.Marks)
			}
			if after = page.Next; after == "" {
				break
			}
		}
		stopped, err := d.Stopped(t.Context(), staff["bertil"])
		if err != nil || marked != inbox.MostMarks || !slices.Equal(stopped, []string{"incoming.threat"}) {
			t.Errorf("%d marked, stopped %v, %v", marked, stopped, err)
		}
		d.hear("more", said(9999, "Jag vet var du bor. Barnet gråter varje natt, pappan slår."))
		d.sort()
		c.Move(24 * 3600e9)
		d.hear("tomorrow", said(10000, "Jag vet var du bor."))
		d.sort()
		if stopped, _ := d.Stopped(t.Context(), staff["bertil"]); len(stopped) != 0 {
			t.Errorf("the next day %v is stopped", stopped)
		}
	})
}

func contains(marks []string, want ...string) bool {
	for _, w := range want {
		if !slices.Contains(marks, w) {
			return false
		}
	}
	return true
}

func lastTurn(t *testing.T, d *table, talk string) inbox.Turn {
	t.Helper()
	page, err := d.Timeline(t.Context(), staff["bertil"], talk, "")
	d.must(err)
	for _, i := range page.Items {
		if i.Turn != nil {
			return *i.Turn
		}
	}
	t.Fatal("nobody has said anything")
	return inbox.Turn{}
}
