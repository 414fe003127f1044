package fold

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for raw, want := range map[string]string{
		"":                        "",
		"850709-9805":             "850709-9805",
		"850709–9805":             "850709-9805",
		"850709\u22129805":        "850709-9805",
		"850709\u20119805":        "850709-9805",
		"850709\u00a0-\u202f9805": "850709 - 9805",
		"8507\u200b09-98\u00ad05": "850709-9805",
		"８５０７０９－９８０５":             "850709-9805",
		"٨٥٠٧٠٩-٩٨٠٥":             "850709-9805",
		"𝟾𝟻𝟶𝟽𝟶𝟿-𝟿𝟾𝟶𝟻":               "850709-9805",
		"8️⃣5️⃣0️⃣":                 "850",
		"⑧⑤⓪❼":                      "8507",
		"<b>850709</b>-98<i>05</i>": "850709-9805",
		"**850709**-`9805`":         "850709-9805",
		"850709&#8209;9805&nbsp;":   "850709-9805 ",
		"a < b & c":                 "a < b & c",
		"Va\u0308gen":               "Vägen",
		"å\u0336":                   "å",
		"1\u03369\u0336":            "19",
		"a\r\nb":                    "a\nb",
		"СЕ45":                      "CE45",
		"bad\xffbyte":               "bad?byte",
		"<aldrigslut 1234567890123456789012345678901234567890123456789012345678901234567890>": "<aldrigslut 1234567890123456789012345678901234567890123456789012345678901234567890>",
	} {
		if got := Fold(raw).Text; got != want {
			t.Errorf("Fold(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestOriginFindsTheWayBack(t *testing.T) {
	raw := "pnr <b>8507\u200b09</b>–9805!"
	v := Fold(raw)
	at := len("pnr ")
	span := v.Origin(at, at+len("850709-9805"))
	if got, want := raw[span.Start:span.End], "8507\u200b09</b>–9805"; got != want {
		t.Errorf("origin is %q, want %q", got, want)
	}
	if got := v.Place(span.Start); got != at {
		t.Errorf("Place(%d) = %d, want %d", span.Start, got, at)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "850709–9805", "<b>1</b>&nbsp;&#1234567;", "a\u0308\u0336", "\xff\xfe", "&&&;", "８５"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v := Fold(raw)
		last := 0
		for i, r := range v.Text {
			s := v.Origin(i, i+utf8.RuneLen(r))
			if s.Start < last && s.Start > s.End || s.End > len(raw) || s.Start >= s.End {
				t.Fatalf("byte %d of %q comes from %v", i, v.Text, s)
			}
			if s.Start < last {
				t.Fatalf("the map goes backwards at %d", i)
			}
			last = s.Start
			if !border(raw, s.Start) || !border(raw, s.End) {
				t.Fatalf("%v cuts a character of %q", s, raw)
			}
			if p := v.Place(s.Start); p > i || v.Origin(p, p+1).Start > s.Start {
				t.Fatalf("place %d does not lead back to %d", p, i)
			}
		}
		if again := Fold(raw); again.Text != v.Text {
			t.Fatal("folding differs from one time to the next")
		}
	})
}

func border(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) || !utf8.ValidString(s) }
