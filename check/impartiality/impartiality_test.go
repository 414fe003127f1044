package impartiality

import (
	"strings"
	"testing"
	"time"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Skriv under uppropet!", "Stans bästa pizza!", "Tack vare kommunalrådet får vi ett nytt bad.")
}

func asked(in check.Input) string {
	var out []string
	for _, f := range (Check{}).Look(in) {
		out = append(out, strings.TrimPrefix(f.Rule, "impartiality.")+" "+f.Grade.String()+" "+f.Text)
	}
	return strings.Join(out, ", ")
}

func TestAsks(t *testing.T) {
	for text, want := range map[string]string{
		"Missa inte erbjudandet på restaurangen!":                  "commercial possible Missa inte erbjudandet",
		"Stans bästa pizza, rekommenderas varmt!":                  "commercial likely Stans bästa",
		"Vi älskar kaffet på bageriet.":                            "commercial possible bageriet",
		"Skriv under uppropet i dag!":                              "campaign likely Skriv under",
		"Vi säger nej till vindkraft i skogen.":                    "issue possible vindkraft",
		"Tack vare kommunalrådet får ni en ny simhall.":            "elected possible kommunalrådet",
		"Kommunalrådet lovar er en ny skola.":                      "elected possible Kommunalrådet",
		"Kommunstyrelsen har beslutat om ett vindkraftverk.":       "",
		"Restaurangen på torget har öppet till klockan 22.":        "",
		"Kommunalrådet inviger badet på lördag.":                   "",
		"Moderaterna och Socialdemokraterna är överens.":           "",
		"Förtidsröstningen börjar på måndag. Ta med legitimation.": "",
	} {
		if got := asked(check.Input{Text: text}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestElections(t *testing.T) {
	at := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		now, extra string
		want       int
	}{
		{"2026-09-13", "", 0}, {"2026-09-12", "", 1}, {"2026-07-19", "", 56}, {"2026-07-18", "", -1}, {"2026-09-14", "", -1},
		{"2030-09-08", "", 0}, {"2022-09-11", "", 0}, {"2027-09-12", "", -1}, {"2029-06-01", "", 9}, {"2018-09-01", "", -1},
		{"2027-02-01", "2027-03-14", 41}, {"2026-09-01", "2026-09-06", 5},
	} {
		var extra check.Election
		if c.extra != "" {
			extra.Day = at(c.extra)
		}
		if got, _ := untilElection(at(c.now), extra); got != c.want {
			t.Errorf("%s, %s: %d days, want %d", c.now, c.extra, got, c.want)
		}
	}
	if got, _ := untilElection(time.Time{}, check.Election{Day: at("2026-09-13")}); got != -1 {
		t.Error("without a day there is an election")
	}
	bridge := check.Election{Name: "Folkomröstningen om bron", From: at("2027-02-01"), Day: at("2027-05-09")}
	for now, want := range map[string]int{"2027-01-31": -1, "2027-02-01": 97, "2027-05-09": 0, "2027-05-10": -1} {
		if got, name := untilElection(at(now), bridge); got != want || (name != "") != (want >= 0) {
			t.Errorf("%s: %d days to %q, want %d", now, got, name, want)
		}
	}
}

func TestTheSwitch(t *testing.T) {
	text := "Moderaterna och Socialdemokraterna är överens om badet."
	near, far := day(2026, time.September, 1), day(2027, time.September, 1)
	if got := asked(check.Input{Text: text, Now: near}); got != "election likely Moderaterna" {
		t.Errorf("near: %q", got)
	}
	if got := asked(check.Input{Text: text, Now: far}); got != "" {
		t.Errorf("far: %q", got)
	}
	if got := asked(check.Input{Text: text, Now: far, Election: check.Election{Day: far.AddDate(0, 0, 14)}}); got != "election likely Moderaterna" {
		t.Errorf("an extra election: %q", got)
	}
	if got := asked(check.Input{Text: "Förtidsröstningen börjar på måndag.", Now: near}); got != "" {
		t.Errorf("how to vote: %q", got)
	}
}

// TestNoPhraseMeansTwoThings holds that the answer does not hang on the order in which the lists are read.
func TestNoPhraseMeansTwoThings(t *testing.T) {
	seen := map[string]meaning{}
	for m, list := range lists {
		for phrase := range strings.SplitSeq(strings.ReplaceAll(list, "\n", ","), ",") {
			if phrase = strings.TrimSpace(phrase); phrase == "" {
				continue
			}
			if other, twice := seen[phrase]; twice && other != m {
				t.Errorf("%q means %d and %d", phrase, other, m)
			}
			seen[phrase] = m
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range checktest.Hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text, Now: day(2026, time.September, 1)})
	})
}

func TestAnElectionIsCalledByItsName(t *testing.T) {
	in := check.Input{Text: "Moderaterna och Socialdemokraterna är överens om badet.", Now: day(2027, time.May, 8), Election: check.Election{Name: "Folkomröstningen om bron", From: day(2027, time.April, 1), Day: day(2027, time.May, 9)}}
	found := Check{}.Look(in)
	if len(found) != 1 || !strings.Contains(found[0].Reason.SV, "Folkomröstningen om bron") || !strings.Contains(found[0].Reason.EN, "1 days away") {
		t.Errorf("%+v", found)
	}
	in.Now = day(2027, time.May, 9)
	if found = (Check{}).Look(in); len(found) != 1 || !strings.Contains(found[0].Reason.SV, "i dag (Folkomröstningen om bron)") {
		t.Errorf("on the day: %+v", found)
	}
}
