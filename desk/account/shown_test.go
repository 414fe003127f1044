package account

import (
	"encoding/json"
	"slices"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk"
)

// told are the accounts that jobs tell of.
func told(t *testing.T, jobs []desk.Job) (out []string) {
	t.Helper()
	for _, j := range jobs {
		var s Shown
		if err := json.Unmarshal(j.Payload, &s); err != nil || j.Kind != JobShown || s.Change == "" {
			t.Errorf("%+v, %v", j, err)
		}
		out = append(out, s.Account)
	}
	return out
}

func TestOnlyWhatAnAccountShowsIsTold(t *testing.T) {
	a := Account{ID: "acc", Charter: good(), Seen: 9}
	a.Number = 1
	for what, c := range map[string]struct {
		change func(*Charter)
		want   int
	}{
		"its name": {func(c *Charter) { c.Name = "Parkerna" }, 1}, "its purpose": {func(c *Charter) { c.Purpose = "Om parker." }, 1},
		"its rules": {func(c *Charter) { c.Rules = "Nya." }, 0}, "both": {func(c *Charter) { c.Name, c.Purpose = "Parkerna", "Om parker." }, 1},
	} {
		next := a.Charter
		c.change(&next)
		change, err := decideCharter(actor("amina"), a, next, noon)
		if err != nil || len(told(t, change.Jobs)) != c.want {
			t.Errorf("%s: %+v, %v", what, change.Jobs, err)
		}
	}
}

func TestListingsAreTold(t *testing.T) {
	l := Listing{ID: "1", Account: "acc", Network: "facebook", Address: "https://www.facebook.com/a"}
	moved, renamed, shut := l, l, l
	moved.ID, moved.Account = "2", "other"
	renamed.ID, renamed.Name = "2", "Parken"
	shut.ID, shut.Closed = "2", clock.Date{Year: 2026, Month: 11, Day: 1}
	for what, c := range map[string]struct {
		before, after Listing
		want          []string
	}{
		"new": {Listing{}, l, []string{"acc"}}, "moved": {l, moved, []string{"acc", "other"}}, "renamed": {l, renamed, nil}, "closed": {l, shut, []string{"acc"}},
		"of nobody": {Listing{}, Listing{ID: "1", Network: "x"}, nil},
	} {
		if got := told(t, elsewhere(c.before, c.after)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", what, got)
		}
	}
}
