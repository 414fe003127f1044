package svenska_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
)

func hours(t testing.TB, s string) svenska.Hours {
	t.Helper()
	h, err := svenska.Parse(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return h
}

func TestParseHours(t *testing.T) {
	for in, want := range map[string]string{
		"mån–fre 8–16.30":                         "mon-fri 08:00-16:30",
		"Måndag - fredag kl. 08.00 – 16.30":       "mon-fri 08:00-16:30",
		"vardagar 9-17, lördagar 10-14":           "mon-fri 09:00-17:00; sat 10:00-14:00",
		"mån, ons 8-12 och 13-16; tors 10-18":     "mon 08:00-12:00 13:00-16:00; wed 08:00-12:00 13:00-16:00; thu 10:00-18:00",
		"mon-fri 08:00-12:00 13:00-16:30; red":    "mon-fri 08:00-12:00 13:00-16:30; red",
		"dagligen dygnet runt, även helgdagar":    "mon-sun 00:00-24:00; red",
		"fre-mån 8-9":                             "mon 08:00-09:00; fri-sun 08:00-09:00",
		"dagligen 8-16, lör stängt, sön stängt":   "mon-fri 08:00-16:00",
		"fre 18-24, lör 0-2":                      "fri 18:00-24:00; sat 00:00-02:00",
		"mån 13-16, mån 8-12":                     "mon 08:00-12:00 13:00-16:00",
		"":                                        "",
		"tisdag 8-16\nonsdag 8-16":                "tue-wed 08:00-16:00",
		"Monday–Friday 08:00–16:00, Sundays 9-10": "mon-fri 08:00-16:00; sun 09:00-10:00",
	} {
		if got := hours(t, in).String(); got != want {
			t.Errorf("%q read as %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"8-16", "mån", "mån 16-8", "mån 8-8", "mån 8-25", "mån 8-12 11-13", "måndax 8-16", "mån 8-16 tis", "- -", string(make([]byte, 1001))} {
		if _, err := svenska.Parse(in); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestHoursText(t *testing.T) {
	for in, want := range map[string]lingo.Text{
		"mån-fre 8-12 13-16.30, lör 10-14": lingo.T("måndag–fredag 08:00–12:00 och 13:00–16:30, lördag 10:00–14:00",
			"Monday–Friday 08:00–12:00 and 13:00–16:30, Saturday 10:00–14:00"),
		"tis 9-10, även helgdagar": lingo.T("tisdag 09:00–10:00, även helgdagar", "Tuesday 09:00–10:00, public holidays too"),
		"":                         lingo.T("stängt", "closed"),
		svenska.Always().String():  lingo.T("dygnet runt, alla dagar", "day and night, every day"),
	} {
		if got := hours(t, in).Text(); got != want {
			t.Errorf("%q is written %+v", in, got)
		}
	}
}

// What is stored, and what is shown in either language, reads back as the same hours.
func TestHoursRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHours(t)
		for _, s := range []string{h.String(), h.Text().SV, h.Text().EN} {
			if h.Never() || s == svenska.Always().Text().In(lingo.SV) || s == svenska.Always().Text().In(lingo.EN) {
				continue
			}
			back, err := svenska.Parse(s)
			if err != nil || back.String() != h.String() {
				t.Fatalf("%q came back as %v, %v", s, back, err)
			}
		}
	})
}

// anyHours draws up to three spans a day, in order and apart.
func anyHours(t *rapid.T) svenska.Hours {
	h := svenska.Hours{AlsoRed: rapid.Bool().Draw(t, "red")}
	for day := range h.Week {
		cuts := rapid.SliceOfNDistinct(rapid.IntRange(0, 1440), 0, 6, rapid.ID[int]).Draw(t, "cuts")
		slices.Sort(cuts)
		for i := 0; i+1 < len(cuts); i += 2 {
			h.Week[day] = append(h.Week[day], svenska.Span{From: clock.TimeOfDay(cuts[i]), To: clock.TimeOfDay(cuts[i+1])})
		}
	}
	return h
}

func at(t testing.TB, date, tod string) time.Time {
	t.Helper()
	w, err := clock.ParseWall(date, tod, "Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	got, _ := w.Resolve()
	return got
}

func TestOpen(t *testing.T) {
	h, duty := hours(t, "mån-fre 8-12 13-16"), hours(t, "dagligen 8-12 13-16, red")
	for _, c := range []struct {
		hours      svenska.Hours
		date, time string
		open       bool
	}{
		{h, "2026-11-23", "08:00", true},
		{h, "2026-11-23", "07:59", false},
		{h, "2026-11-23", "12:00", false},
		{h, "2026-11-23", "13:00", true},
		{h, "2026-11-23", "16:00", false},
		{h, "2026-11-27", "18:00", false},
		{h, "2026-12-24", "09:00", false}, // a Thursday, and Christmas Eve
		{duty, "2026-12-24", "09:00", true},
		{svenska.Hours{}, "2026-11-23", "08:00", false},
		{hours(t, "sön 2-3"), "2026-03-29", "03:00", false}, // open only in the hour that the clocks jump over
	} {
		if got := c.hours.Open(at(t, c.date, c.time), clock.Stockholm()); got != c.open {
			t.Errorf("%s %s: open %v", c.date, c.time, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("mån–fre 8–12 och 13–16.30, lör 10–14, även helgdagar")
	f.Add("dagligen dygnet runt")
	f.Add("sön-sön 0-24;red")
	f.Add("--,;8-")
	f.Fuzz(func(t *testing.T, s string) {
		h, err := svenska.Parse(s)
		if err != nil {
			if !fault.Is(err, fault.Invalid) || fault.Of(err).Say.Empty() {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if back, err := svenska.Parse(h.String()); err != nil || back.String() != h.String() {
			t.Fatalf("%q is kept as %q, which reads as %q, %v", s, h.String(), back.String(), err)
		}
	})
}
