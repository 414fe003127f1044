package plainlanguage

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// officialese notes words and phrases that only authorities use, with what people say.
func officialese(notes *check.Notes, t *prose.Text) {
	heavy.Each(t, func(i, n int, plain string) {
		at := span(t, i, n)
		f := notes.Point(ruleOfficialese, at, check.Possible, lingo.T("”%s” låter som en blankett.", "“%s” sounds like a form.").Put(strings.ToLower(t.Raw[at.Start:at.End])), useInstead(plain))
		if strings.ContainsAny(plain, "/…") || plain == "" {
			return
		}
		f.Instead = like(t, i, plain)
	})
}

func useInstead(plain string) lingo.Text {
	if plain == "" {
		return lingo.T("Stryk det, eller säg vad det betyder för läsaren.", "Strike it, or say what it means to the reader.")
	}
	return lingo.T("Går det lika bra med ”%s”?", "Would “%s” do as well?").Put(plain)
}

// heavy is our own list: what the writer wrote, and what a neighbour would say. Several suggestions are divided by "/".
var heavy = func() *prose.Phrases[string] {
	p := prose.NewPhrases(map[string]string{})
	for line := range strings.Lines(heavyWords + heavyPhrases) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok {
			continue
		}
		for phrase := range strings.SplitSeq(from, ", ") {
			p.Add(phrase, strings.TrimSpace(to))
		}
	}
	return p
}()
