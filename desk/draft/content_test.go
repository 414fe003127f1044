package draft_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tilltal/check"
	"tilltal/desk/draft"
)

func TestDigestIsOfWhatIsSaid(t *testing.T) {
	c := draft.Content{Text: "Gräset är klippt.", Language: "sv"}
	if c.Digest() != (draft.Content{Text: "Gräset är klippt.", Language: "sv", Topics: []string{}, Pictures: []draft.Picture{}}).Digest() {
		t.Error("no topics and an empty list of topics are not the same")
	}
	for name, other := range map[string]draft.Content{
		"a stop":     {Text: "Gräset är klippt", Language: "sv"},
		"a space":    {Text: "Gräset  är klippt.", Language: "sv"},
		"language":   {Text: "Gräset är klippt.", Language: "en"},
		"topic":      {Text: "Gräset är klippt.", Language: "sv", Topics: []string{"park"}},
		"picture":    {Text: "Gräset är klippt.", Language: "sv", Pictures: []draft.Picture{{Hash: "a"}}},
		"decorative": {Text: "Gräset är klippt.", Language: "sv", Pictures: []draft.Picture{{Hash: "a", Decorative: true}}},
		"correction": {Text: "Gräset är klippt.", Language: "sv", Correction: &draft.Corrected{}},
	} {
		if other.Digest() == c.Digest() || other.Same(c) {
			t.Errorf("another %s has the same digest", name)
		}
	}
}

// What is stored and read again is the same content, whatever somebody typed.
func TestTidyContentSurvivesStorage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyContent(t).Tidy()
		if again := c.Tidy(); !again.Same(c) {
			t.Fatalf("tidied twice: %+v and %+v", c, again)
		}
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back draft.Content
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if back.Digest() != c.Digest() {
			t.Fatalf("%q came back as %q", c.Text, back.Text)
		}
	})
}

func anyContent(t *rapid.T) draft.Content {
	text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.SampledFrom([]string{"\r\n", "\x00", "\u2028<script>&", "# rubrik", "", "åäö 🏳️‍🌈"}))
	c := draft.Content{Text: text.Draw(t, "text"), Summary: text.Draw(t, "summary"), Language: text.Draw(t, "language"),
		Topics: rapid.SliceOfN(text, 0, 3).Draw(t, "topics"), Purpose: text.Draw(t, "purpose")}
	if rapid.Bool().Draw(t, "correction") {
		c.Correction = &draft.Corrected{Wrong: text.Draw(t, "wrong"), Right: text.Draw(t, "right")}
	}
	if rapid.Bool().Draw(t, "picture") {
		c.Pictures = []draft.Picture{{Hash: text.Draw(t, "hash"), Alt: text.Draw(t, "alt"), Name: text.Draw(t, "name")}}
	}
	return c
}

func TestTidy(t *testing.T) {
	got := draft.Content{Text: " Hej\r\npå\rdig \x00\xff ", Topics: []string{"#Park", " park ", "", "#", "Sjö\nliv"}, Language: " sv ",
		Pictures: []draft.Picture{{Alt: " En bänk. "}}}.Tidy()
	if got.Text != " Hej\npå\ndig \uFFFD " {
		t.Errorf("text %q", got.Text)
	}
	if strings.Join(got.Topics, "|") != "Park|Sjö liv" || got.Language != "sv" || got.Pictures[0].Alt != "En bänk." {
		t.Errorf("got %+v", got)
	}
}

func TestPlaceFindsTheField(t *testing.T) {
	c := draft.Content{Text: "Bron är stängd.", Summary: "Trafik", Correction: &draft.Corrected{Wrong: "öppen", Now: "vi ber om ursäkt"}}
	spoken := c.Spoken()
	for word, want := range map[string]string{"Bron": "text", "Trafik": "summary", "öppen": "wrong", "ursäkt": "now"} {
		i := strings.Index(spoken, word)
		field, in := c.Place(check.Span{Start: i, End: i + len(word)})
		if field != want {
			t.Errorf("%s stands in %s, want %s", word, field, want)
			continue
		}
		for _, p := range c.Parts() {
			if p.Field == field && p.Text[in.Start:in.End] != word {
				t.Errorf("%s is at %v in %s", word, in, field)
			}
		}
	}
	if field, in := c.Place(check.Span{}); field != "text" || in != (check.Span{}) {
		t.Errorf("the whole stands in %s at %v", field, in)
	}
	if field, in := c.Place(check.Span{Start: 5000, End: 5001}); field != "text" || in != (check.Span{}) {
		t.Errorf("nowhere stands in %s at %v", field, in)
	}
}
