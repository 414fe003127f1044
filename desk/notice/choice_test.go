package notice

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, clock.Stockholm())
	if err != nil {
		panic(err)
	}
	return t
}

func TestNext(t *testing.T) {
	first := First()
	soon := first
	soon.Mail = AtOnce
	night := Choice{Mail: AtOnce, QuietFrom: clock.AtTime(22, 30), QuietTo: clock.AtTime(6, 15)}
	lunch := Choice{Mail: AtOnce, QuietFrom: clock.AtTime(12, 0), QuietTo: clock.AtTime(13, 0)}
	daily := func(hour int) Choice { return Choice{Mail: Daily, At: clock.AtTime(hour, 0)} }
	for name, one := range map[string]struct {
		c         Choice
		way       Way
		alarm     bool
		now, want string
	}{
		"by day":                           {soon, ByMail, false, "2026-11-24 10:00", "2026-11-24 10:00"},
		"in the evening":                   {soon, ByMail, false, "2026-11-24 18:00", "2026-11-25 07:00"},
		"just before the evening":          {soon, ByMail, false, "2026-11-24 17:59", "2026-11-24 17:59"},
		"at dawn":                          {soon, ByPush, false, "2026-11-24 06:59", "2026-11-24 07:00"},
		"on Friday night":                  {soon, ByPush, false, "2026-11-27 20:00", "2026-11-30 07:00"},
		"on Saturday noon":                 {soon, ByPush, false, "2026-11-28 12:00", "2026-11-30 07:00"},
		"an alarm on Saturday":             {first, ByMail, true, "2026-11-28 12:00", "2026-11-28 12:00"},
		"the day's letter":                 {first, ByMail, false, "2026-11-24 07:00", "2026-11-24 08:00"},
		"after the day's letter":           {first, ByMail, false, "2026-11-24 08:00", "2026-11-25 08:00"},
		"the letter over Christmas":        {first, ByMail, false, "2026-12-24 09:00", "2026-12-28 08:00"},
		"a night worker":                   {night, ByPush, false, "2026-11-28 23:00", "2026-11-29 06:15"},
		"a night worker, by day":           {night, ByPush, false, "2026-11-28 22:29", "2026-11-28 22:29"},
		"quiet at lunch":                   {lunch, ByPush, false, "2026-11-24 12:30", "2026-11-24 13:00"},
		"the hour that spring jumps over":  {daily(2), ByMail, false, "2027-03-28 01:30", "2027-03-28 03:00"},
		"the hour that autumn shows twice": {daily(2), ByMail, false, "2027-10-31 01:30", "2027-10-31 02:00"},
		"the day after it":                 {daily(2), ByMail, false, "2027-10-31 02:00", "2027-11-01 02:00"},
		"quiet until a time that is gone":  {Choice{QuietFrom: clock.AtTime(22, 0), QuietTo: clock.AtTime(2, 30)}, ByPush, false, "2027-03-28 01:00", "2027-03-28 03:00"},
	} {
		if got := one.c.Next(one.way, one.alarm, at(one.now)); got.In(clock.Stockholm()).Format("2006-01-02 15:04") != one.want {
			t.Errorf("%s: %s gives %s, want %s", name, one.now, got.In(clock.Stockholm()), one.want)
		}
	}
}

// TestTheFirstOfTwo: an hour that the clocks show twice is the first of the two, and there is one letter that night.
func TestTheFirstOfTwo(t *testing.T) {
	c := Choice{Mail: Daily, At: clock.AtTime(2, 30)}
	first := c.letter(at("2027-10-31 01:00"))
	if name, _ := first.In(clock.Stockholm()).Zone(); name != "CEST" {
		t.Errorf("at %v", first)
	}
	if next := c.letter(first); next.Sub(first) != 25*time.Hour {
		t.Errorf("the next comes after %v", next.Sub(first))
	}
}

// TestNobodyIsDisturbed: whatever she chose and whenever it happens, what is no alarm reaches her outside her quiet hours, and
// never before it happened.
func TestNobodyIsDisturbed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		time1 := rapid.IntRange(0, 24*60-1)
		c := Choice{Mail: rapid.SampledFrom([]Pace{AtOnce, Daily}).Draw(t, "pace"), At: clock.TimeOfDay(time1.Draw(t, "at")),
			QuietFrom: clock.TimeOfDay(time1.Draw(t, "from")), QuietTo: clock.TimeOfDay(time1.Draw(t, "to")), RedDays: rapid.Bool().Draw(t, "red days")}
		now := time.Unix(rapid.Int64Range(1_770_000_000, 1_770_000_000+10*365*86400).Draw(t, "now"), 0)
		got := c.Next(ByPush, false, now)
		if until, quiet := c.Quiet(got); got.Before(now) || quiet {
			t.Fatalf("%v: %v is quiet until %v", now, got, until)
		}
		letter := c.letter(now)
		if !letter.After(now) || c.RedDays && !svenska.WorkingDay(clock.DateOf(letter, clock.Stockholm())) || letter.Sub(now) > 12*24*time.Hour {
			t.Fatalf("%v: a letter at %v", now, letter)
		}
	})
}

// TestOneLetterADay: over ten years, each day's letter is followed by the next day's, on the hour she chose by the clock.
func TestOneLetterADay(t *testing.T) {
	for _, hour := range []int{0, 2, 3, 8, 23} {
		c := Choice{Mail: Daily, At: clock.AtTime(hour, 30)}
		now := at("2026-11-24 00:00").Add(-time.Second)
		for day := clock.DateOf(at("2026-11-24 00:00"), clock.Stockholm()); day.Year < 2037; day = day.Add(1) {
			now = c.letter(now)
			if d := clock.DateOf(now, clock.Stockholm()); d != day {
				t.Fatalf("at %d: the letter of %s came on %s", hour, day, d)
			}
		}
	}
}

func TestWants(t *testing.T) {
	c := First()
	for _, topic := range Topics() {
		for _, w := range Ways() {
			if !c.Wants(topic, w) {
				t.Errorf("from the first, %s by %s is not wanted", topic, w)
			}
		}
		if topic.Title().Empty() {
			t.Errorf("%s has no title", topic)
		}
	}
	c.Off = map[Topic][]Way{Ideas: {ByMail, ByPush}, "nothing": {ByMail}}
	tidy, err := c.Tidy()
	if err != nil || tidy.Wants(Ideas, ByMail) || !tidy.Wants(Ideas, OnDesk) || !tidy.Wants(Talk, ByMail) || len(tidy.Off) != 1 {
		t.Errorf("%+v, %v", tidy, err)
	}
	c.Mail = Never
	if tidy, _ = c.Tidy(); tidy.Wants(Talk, ByMail) || slices.Contains(tidy.Off[Talk], ByMail) {
		t.Error("who takes no mail gets some, or forgets what she chose before")
	}
}

func TestTidyPointsAtTheFields(t *testing.T) {
	_, err := Choice{Mail: "often", At: -1, QuietFrom: clock.DayEnd, QuietTo: 2000}.Tidy()
	var wrong fault.List
	if !errors.As(err, &wrong) || len(wrong) != 4 {
		t.Fatal(err)
	}
	var fields []string
	for _, w := range wrong {
		fields = append(fields, w.Field)
	}
	slices.Sort(fields)
	if !slices.Equal(fields, []string{"at", "mail", "quiet_from", "quiet_to"}) {
		t.Errorf("%v", fields)
	}
}

func TestEverySentenceIsWhole(t *testing.T) {
	for _, kind := range append(Kinds(), ClockSoon, ShiftSoon, JobDead) {
		if TopicOf(kind).Title().Empty() {
			t.Errorf("%s belongs to no topic", kind)
		}
		for _, n := range []Notice{{Kind: kind, By: "Nadia Haddad", Account: "Parken", Detail: "Olle"}, {Kind: kind, Detail: "Olle"}} {
			say := n.Sentence()
			for _, s := range []string{say.SV, say.EN} {
				if len(s) < 15 || slices.ContainsFunc([]string{"%!", "%[", "EXTRA", "  "}, func(bad string) bool { return strings.Contains(s, bad) }) || s[len(s)-1] != '.' {
					t.Errorf("%s says %q", kind, s)
				}
			}
		}
	}
}
