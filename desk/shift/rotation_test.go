package shift_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk/shift"
)

func day(t testing.TB, s string) clock.Date {
	t.Helper()
	d, err := clock.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// office is eight to four, Monday to Friday.
func office() (out []shift.Stretch) {
	for d := time.Monday; d <= time.Friday; d++ {
		out = append(out, shift.Stretch{Day: d, From: clock.AtTime(8, 0), Until: clock.AtTime(16, 0)})
	}
	return out
}

func rotation(t testing.TB, starts string, people ...string) shift.Rotation {
	t.Helper()
	return shift.Rotation{ID: "r", Account: "parken", Title: "Parkveckan", Starts: day(t, starts), People: people, Week: office(), Zone: "Europe/Stockholm"}
}

// told is a rotation's turns as a list to read: "a 2026-11-23 08:00–2026-11-23 16:00".
func told(turns []shift.Turn) (out []string) {
	for _, t := range turns {
		out = append(out, fmt.Sprintf("%s %s %s–%s %s", t.Person, t.From.Date, t.From.Time, t.Until.Date, t.Until.Time))
	}
	return out
}

func TestTurns(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   func(r *shift.Rotation)
		from, to string
		want     []string
	}{
		{"a person a week, from a Wednesday", func(r *shift.Rotation) { r.Starts = day(t, "2026-11-25") }, "2026-11-23", "2026-12-01", []string{
			"a 2026-11-25 08:00–2026-11-25 16:00", "a 2026-11-26 08:00–2026-11-26 16:00", "a 2026-11-27 08:00–2026-11-27 16:00",
			"b 2026-11-30 08:00–2026-11-30 16:00", "b 2026-12-01 08:00–2026-12-01 16:00"}},
		{"every other week", func(r *shift.Rotation) { r.Every, r.Week = 2, office()[:1] }, "2026-11-23", "2027-01-10", []string{
			"a 2026-11-23 08:00–2026-11-23 16:00", "b 2026-12-07 08:00–2026-12-07 16:00", "c 2026-12-21 08:00–2026-12-21 16:00", "a 2027-01-04 08:00–2027-01-04 16:00"}},
		{"a person a day, over the red days of Christmas", func(r *shift.Rotation) { r.ByDay = true }, "2026-12-22", "2026-12-29", []string{
			"a 2026-12-22 08:00–2026-12-22 16:00", "b 2026-12-23 08:00–2026-12-23 16:00", "c 2026-12-28 08:00–2026-12-28 16:00", "a 2026-12-29 08:00–2026-12-29 16:00"}},
		{"on red days too", func(r *shift.Rotation) { r.AlsoRed = true }, "2026-12-24", "2026-12-25", []string{
			"b 2026-12-24 08:00–2026-12-24 16:00", "b 2026-12-25 08:00–2026-12-25 16:00"}},
		{"nights", func(r *shift.Rotation) {
			r.Week = []shift.Stretch{{Day: time.Sunday, From: clock.AtTime(22, 0), Until: clock.AtTime(6, 0)}}
		}, "2026-11-23", "2026-12-06", []string{"a 2026-11-29 22:00–2026-11-30 06:00", "b 2026-12-06 22:00–2026-12-07 06:00"}},
		{"until midnight", func(r *shift.Rotation) {
			r.Week = []shift.Stretch{{Day: time.Monday, From: clock.AtTime(16, 0), Until: clock.DayEnd}}
		}, "2026-11-23", "2026-11-23", []string{"a 2026-11-23 16:00–2026-11-24 00:00"}},
		{"the whole week in one", func(r *shift.Rotation) { r.Whole = true }, "2026-11-23", "2026-12-05", []string{
			"a 2026-11-23 08:00–2026-11-27 16:00", "b 2026-11-30 08:00–2026-12-04 16:00"}},
		{"until its last day", func(r *shift.Rotation) { r.Ends = day(t, "2026-11-24") }, "2026-11-23", "2026-12-05", []string{
			"a 2026-11-23 08:00–2026-11-23 16:00", "a 2026-11-24 08:00–2026-11-24 16:00"}},
		{"before it begins", func(r *shift.Rotation) {}, "2026-11-01", "2026-11-22", nil},
		{"two stretches a day", func(r *shift.Rotation) {
			r.Week = []shift.Stretch{{time.Monday, clock.AtTime(8, 0), clock.AtTime(10, 0)}, {time.Monday, clock.AtTime(13, 0), clock.AtTime(15, 0)}}
		}, "2026-11-23", "2026-11-23", []string{"a 2026-11-23 08:00–2026-11-23 10:00", "a 2026-11-23 13:00–2026-11-23 15:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rotation(t, "2026-11-23", "a", "b", "c")
			if c.name == "a person a day, over the red days of Christmas" {
				r.Starts = day(t, "2026-12-22")
			}
			c.change(&r)
			r, err := r.Tidy()
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r.Turns(day(t, c.from), day(t, c.to))); !slices.Equal(got, c.want) {
				t.Errorf("turns\n%q, want\n%q", got, c.want)
			}
		})
	}
}

func TestARotationIsRefused(t *testing.T) {
	for field, change := range map[string]func(r *shift.Rotation){
		"title":  func(r *shift.Rotation) { r.Title = " " },
		"people": func(r *shift.Rotation) { r.People = nil },
		"deputy": func(r *shift.Rotation) { r.Deputy = "a" },
		"starts": func(r *shift.Rotation) { r.Starts = clock.Date{} },
		"ends":   func(r *shift.Rotation) { r.Ends = day(t, "2026-01-01") },
		"every":  func(r *shift.Rotation) { r.Every = 27 },
		"ahead":  func(r *shift.Rotation) { r.Ahead = 27 },
		"week":   func(r *shift.Rotation) { r.Week = nil },
		"kind":   func(r *shift.Rotation) { r.Kind = "party" },
		"zone":   func(r *shift.Rotation) { r.Zone = "Europe/Atlantis" },
		"overlap": func(r *shift.Rotation) {
			r.Week = append(r.Week, shift.Stretch{time.Monday, clock.AtTime(15, 0), clock.AtTime(17, 0)})
		},
		"around the week": func(r *shift.Rotation) {
			r.Week = append(r.Week, shift.Stretch{time.Sunday, clock.AtTime(22, 0), clock.AtTime(9, 0)})
		},
		"too short":       func(r *shift.Rotation) { r.Week[0].Until = clock.AtTime(8, 10) },
		"no such weekday": func(r *shift.Rotation) { r.Week[0].Day = 7 },
	} {
		r := rotation(t, "2026-11-23", "a", "b")
		change(&r)
		_, err := r.Tidy()
		var all fault.List
		if !errors.As(err, &all) || len(all) == 0 {
			t.Errorf("%s: %v", field, err)
			continue
		}
		if f := all[0].Field; f != field && f != "week" {
			t.Errorf("%s: points at %s", field, f)
		}
		for _, e := range all {
			if e.Say.SV == "" || e.Say.EN == "" {
				t.Errorf("%s: without words", field)
			}
		}
	}
}

func anyRotation(t *rapid.T) shift.Rotation {
	r := shift.Rotation{ID: "r", Account: "parken", Title: "Schema", Zone: "Europe/Stockholm",
		Starts: clock.Date{Year: 2026, Month: 1, Day: 1}.Add(rapid.IntRange(0, 3650).Draw(t, "starts")),
		Every:  rapid.IntRange(1, 8).Draw(t, "every"), ByDay: rapid.Bool().Draw(t, "by day"), AlsoRed: rapid.Bool().Draw(t, "also red"),
		Whole: rapid.IntRange(0, 4).Draw(t, "whole") == 0}
	for i := range rapid.IntRange(1, 9).Draw(t, "people") {
		r.People = append(r.People, string(rune('a'+i)))
	}
	if n := rapid.IntRange(0, 200).Draw(t, "days"); n > 0 {
		r.Ends = r.Starts.Add(n)
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		switch rapid.IntRange(0, 4).Draw(t, "hours") {
		case 1:
			r.Week = append(r.Week, shift.Stretch{d, clock.AtTime(8, 0), clock.AtTime(16, 0)})
		case 2:
			r.Week = append(r.Week, shift.Stretch{d, clock.AtTime(22, 0), clock.AtTime(6, 0)})
		case 3:
			r.Week = append(r.Week, shift.Stretch{d, clock.AtTime(rapid.IntRange(6, 11).Draw(t, "from"), 30), clock.AtTime(12, 0)}, shift.Stretch{d, clock.AtTime(13, 0), clock.DayEnd})
		case 4:
			r.Week = append(r.Week, shift.Stretch{d, clock.AtTime(6, 0), clock.AtTime(21, rapid.SampledFrom([]int{0, 15, 45}).Draw(t, "minute"))})
		}
	}
	return r
}

// TestAnyRotation runs over ten thousand rotations and ten years: what a rotation asks for is the same however it is asked,
// lies in order without overlap, keeps to its days, its persons and the red days, and shares the turns evenly.
func TestAnyRotation(t *testing.T) {
	runs := 0
	for range 100 { // rapid runs a hundred times for each
		rapid.Check(t, func(t *rapid.T) {
			r, err := anyRotation(t).Tidy()
			if err != nil {
				t.Skip("no rotation")
			}
			runs++
			from := r.Starts.Add(rapid.IntRange(-20, 60).Draw(t, "from"))
			to := from.Add(rapid.IntRange(0, 50).Draw(t, "length"))
			checkTurns(t, r, from, to)
		})
		if testing.Short() {
			break
		}
	}
	if want := 10_000; runs < want && !testing.Short() {
		t.Errorf("only %d rotations were tried", runs)
	}
}

func checkTurns(t *rapid.T, r shift.Rotation, from, to clock.Date) {
	turns := r.Turns(from, to)
	mid := from.Add(from.Days(to) / 2)
	if apart := append(r.Turns(from, mid), r.Turns(mid.Add(1), to)...); !reflect.DeepEqual(apart, turns) && len(apart)+len(turns) > 0 {
		t.Fatalf("asked in two halves it is\n%q, whole\n%q", told(apart), told(turns))
	}
	slots := map[string]bool{}
	var last time.Time
	for _, x := range turns {
		begins, _ := x.From.Resolve()
		ends, _ := x.Until.Resolve()
		d := x.From.Date
		_, red := svenska.RedDay(d)
		switch {
		case slots[x.Slot]:
			t.Fatalf("the slot %s stands twice", x.Slot)
		case d.Before(from) || to.Before(d) || d.Before(r.Starts) || r.Ends != (clock.Date{}) && r.Ends.Before(d):
			t.Fatalf("%s is not among the days", d)
		case begins.Before(last):
			t.Fatalf("%q lies over the one before", told([]shift.Turn{x}))
		case ends.Before(begins):
			t.Fatalf("%q ends before it begins", told([]shift.Turn{x}))
		case red && !r.AlsoRed && !r.Whole:
			t.Fatalf("a shift on %s, which is red", d)
		case !slices.Contains(r.People, x.Person):
			t.Fatalf("%s is not in the rotation", x.Person)
		}
		slots[x.Slot], last = true, ends
	}
	checkFair(t, r, to)
}

// checkFair asks that of those who take turns by day nobody has had two more than anybody else. (A week of red days is
// nobody's turn, and yet somebody's week.)
func checkFair(t *rapid.T, r shift.Rotation, to clock.Date) {
	if !r.ByDay || r.Whole {
		return
	}
	had, last := map[string]int{}, clock.Date{}
	for _, x := range r.Turns(r.Starts, to) {
		if x.From.Date != last {
			had[x.Person]++
		}
		last = x.From.Date
	}
	least, most := 1<<30, 0
	for _, p := range r.People {
		least, most = min(least, had[p]), max(most, had[p])
	}
	if most-least > 1 {
		t.Fatalf("the turns are %v", had)
	}
}
