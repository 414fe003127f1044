package limits

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
	"tilltal/check/prose"
)

func TestCheck(t *testing.T) { checktest.Run(t, Check{}, strings.Repeat("Vi berättar. ", 60)) }

func TestCount(t *testing.T) {
	for _, c := range []struct {
		network, text string
		used          int
	}{
		{"x", "å", 1}, {"x", "a\u030A", 1}, {"bluesky", "a\u030A", 1}, {"mastodon", "a\u030A", 1}, {"facebook", "a\u030A", 2}, {"facebook", "å", 1},
		{"x", "👍🏽", 2}, {"x", "🏳️‍🌈", 2}, {"x", "👨‍👩‍👧‍👦", 2},
		{"bluesky", "👍🏽", 1}, {"bluesky", "🏳️‍🌈", 1}, {"mastodon", "👨‍👩‍👧‍👦", 1}, {"mastodon", "👍🏽", 1},
		{"facebook", "👍🏽", 4}, {"facebook", "🏳️‍🌈", 6}, {"facebook", "👨‍👩‍👧‍👦", 11},
		{"threads", "👍🏽", 8}, {"threads", "🏳️‍🌈", 14}, {"threads", "👨‍👩‍👧‍👦", 25}, {"threads", "hå", 2},
		{"youtube", "👨‍👩‍👧‍👦", 25},
		{"x", "https://lu.se/", 23}, {"mastodon", "https://lu.se/", 23}, {"bluesky", "https://lu.se/", 14},
		{"x", "Se https://lu.se/ nu", 29}, {"mastodon", "(https://lu.se/)", 25},
		{"mastodon", "@polisen@social.example", 8}, {"x", "@polisen", 8}, {"mastodon", "@polisen", 8},
		{"linkedin", "(a)_b", 8}, {"facebook", "(a)_b", 5}, {"linkedin", "hej", 3},
		{"x", "中", 2}, {"bluesky", "中", 1}, {"x", "…", 2}, {"x", "–", 1},
		{"square", "hej", 3}, {"okänt", "hej", 3},
	} {
		if used, _, _ := Count(c.network, c.text); used != c.used {
			t.Errorf("%s counts %q as %d, want %d", c.network, c.text, used, c.used)
		}
	}
}

func TestExactlyAtTheLimit(t *testing.T) {
	for _, n := range order {
		_, limit, _ := Count(n.name, "")
		exact := strings.Repeat("a", limit)
		if at, ok := cut(n.name, prose.Read(exact)); ok {
			t.Errorf("%s: %d characters are cut at %d", n.name, limit, at)
		}
		if at, ok := cut(n.name, prose.Read(exact+"b")); !ok || at != limit {
			t.Errorf("%s: %d characters are cut at %d, %v", n.name, limit+1, at, ok)
		}
		if fs := (Check{}).Look(check.Input{Text: exact, Networks: []string{n.name}}); len(fs) != 0 {
			t.Errorf("%s: a text that fits has findings: %+v", n.name, fs)
		}
		fs := Check{}.Look(check.Input{Text: exact + "b", Networks: []string{n.name}})
		if len(fs) != 1 || fs[0].Rule != "limits."+n.name || fs[0].Text != "b" || fs[0].Grade != n.grade {
			t.Errorf("%s: one too many gives %+v", n.name, fs)
		}
	}
}

func TestBlueskyHasTwoLimits(t *testing.T) {
	family := strings.Repeat("👨‍👩‍👧‍👦", 130) // 130 characters, 3,250 bytes
	used, limit, unit := Count("bluesky", family)
	if used != 3250 || limit != 3000 || unit != Bytes {
		t.Errorf("bluesky counts %d of %d %s", used, limit, unit)
	}
	if at, ok := cut("bluesky", prose.Read(family)); !ok || at != 120*25 {
		t.Errorf("cut at %d, %v", at, ok)
	}
}

func TestDefaultNetworks(t *testing.T) {
	fs := Check{}.Look(check.Input{Text: strings.Repeat("a", 501)})
	if len(fs) != 1 || fs[0].Rule != "limits.fediverse" || fs[0].Grade != check.Possible {
		t.Errorf("got %+v", fs)
	}
}

func TestPicturesAndTags(t *testing.T) {
	five := make([]check.Media, 5)
	five[2].Alt = strings.Repeat("å", 1501)
	fs := Check{}.Look(check.Input{Media: five, Networks: []string{"mastodon"}})
	if len(fs) != 2 || fs[1].Media != 3 {
		t.Errorf("got %+v", fs)
	}
	fs = Check{}.Look(check.Input{Text: "#A #B #C #D #E #F #G", Networks: []string{"Instagram"}})
	if len(fs) != 1 || fs[0].Text != "#F" {
		t.Errorf("got %+v", fs)
	}
}

func TestWhatIsLostIsTold(t *testing.T) {
	in := check.Input{Text: "Hej", Media: []check.Media{{Kind: "image", Alt: "En plog på torget."}}}
	for _, n := range order {
		in.Networks = []string{n.name}
		fs := Check{}.Look(in)
		if n.mute != (len(fs) == 1 && strings.Contains(fs[0].Reason.SV, "En plog på torget.")) {
			t.Errorf("%s: %+v", n.name, fs)
		}
	}
}

func FuzzCount(f *testing.F) {
	f.Add("https://a.se @b@c.d 👍🏽 å")
	f.Fuzz(func(t *testing.T, text string) {
		for name := range networks {
			used, limit, _ := Count(name, text)
			at, over := cut(name, prose.Read(text))
			if over != (limit > 0 && used > limit) || at > len(text) {
				t.Fatalf("%s: %d of %d, cut %d %v", name, used, limit, at, over)
			}
		}
		checktest.Look(t, Check{}, check.Input{Text: text, Networks: []string{"x", "bluesky", "linkedin"}})
	})
}
