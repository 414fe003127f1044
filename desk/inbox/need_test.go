package inbox

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGuess(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Fint!", ""},
		{"Tack för hjälpen igår, så bra jobbat", ""},
		{"Tack! Hjälp är alltid bra", WhyRequest}, // errs on the side of the citizen
		{"", ""},
		{"När öppnar ni?", WhyMark},
		{"när öppnar ni på lördag", WhyWord},
		{"Hej! När öppnar badet på lördag", WhyWord},
		{"@parken kan man grilla där", WhyWord},
		{"Fin bild. Hur lång är leden", WhyWord},
		{"Jag undrar hur lång leden är", WhyWord},
		{"Närheten till skogen är fin", ""},
		{"Snälla laga gungan", WhyRequest},
		{"Gungan är trasig", WhyError},
		{"Datumet stämmer inte", WhyError},
		{"Det här är under all kritik", WhyComplaint},
		{"Se https://example.se/?id=1 för bilder", ""},
		{"Se www.example.se/?a=b", ""},
		{"How do I get there", WhyWord},
		{"hello, is there parking", WhyWord},
		{"The link is broken", WhyError},
		{"Nice picture", ""},
		{"いつですか？", WhyMark},
		{strings.Repeat("a", maxGuess) + "?", ""},
		{strings.Repeat("å", maxGuess), ""},
	} {
		if got := Guess(c.text); got != c.want {
			t.Errorf("%.60q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestEveryWhyHasWords(t *testing.T) {
	for _, why := range []string{WhyForm, WhyMark, WhyWord, WhyRequest, WhyComplaint, WhyError, WhyPerson} {
		if text := WhyText(why); text.SV == "" || text.EN == "" {
			t.Errorf("%q has no words", why)
		}
	}
	if !WhyText("").Empty() {
		t.Error("no reason has words")
	}
}

func TestFirstLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Hej", "Hej"},
		{"\n \n  Hej du\nMer", "Hej du"},
		{"a\u202Eb\u200Bc", "abc"},
		{"👨‍👩‍👧 hej", "👨‍👩‍👧 hej"},
		{strings.Repeat("å", 140), strings.Repeat("å", 140)},
		{strings.Repeat("å", 141), strings.Repeat("å", 139) + "…"},
		{"bad \xff byte", "bad \uFFFD byte"},
	} {
		if got := FirstLine(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzGuess(f *testing.F) {
	for _, s := range []string{"När öppnar ni?", "hej\u202E", "@a @b", "\xff\xfe", "...!?", "https://"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if why := Guess(s); why != "" && WhyText(why).Empty() {
			t.Errorf("%q has no words", why)
		}
		if line := FirstLine(s); !utf8.ValidString(line) || utf8.RuneCountInString(line) > 140 || strings.ContainsAny(line, "\n\r\u202e") {
			t.Errorf("first line %q", line)
		}
	})
}

func FuzzFormReader(f *testing.F) {
	f.Add([]byte(`{"text":"När öppnar ni?","kind":"question"}`))
	f.Add([]byte(`{"text":1}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := FormReader{}.Read(Envelope{Channel: ChannelSquare, Remote: "r", Body: body})
		if err == nil && (m.Kind != MessageSaid || m.Text == "" || m.Visibility != Direct || m.Author != "") {
			t.Errorf("read %+v", m)
		}
	})
}
