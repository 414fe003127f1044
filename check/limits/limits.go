// Package limits tells the writer when a text is too long for a network it will reach, and where it would be cut. Each
// network counts in its own way; a text that is cut in the middle of a telephone number is worse than none. The counting is
// also what the previews show while one writes.
//
// The networks' limits are theirs to change. Where a network tells its limit at run time, its channel's word goes before
// this table.
package limits

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Check says whether the post fits the networks it will reach.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// Look counts the text and the pictures for each network. Without named networks it counts for the square, which has no
// limit, and the fediverse, where the common limit is advice: most servers show the whole text, some fold it.
func (Check) Look(in check.Input) []check.Finding {
	notes := check.NewNotes(&sheet, in.Text)
	reach := in.Networks
	if len(reach) == 0 {
		reach = []string{"square", "fediverse"}
	}
	done := map[string]bool{}
	for _, name := range reach {
		name = strings.ToLower(name)
		if n, ok := known[name]; ok && !done[name] {
			done[name] = true
			length(notes, n, in)
			tags(notes, n, in)
			pictures(notes, n, in.Media)
		}
	}
	return notes.Findings()
}

func length(notes *check.Notes, n network, in check.Input) {
	text := in.Text
	if len(text) <= smallest {
		return
	}
	t := in.Prose()
	used, limit, unit := count(n.name, t)
	if limit == 0 || used <= limit {
		return
	}
	at, _ := cut(n.name, t)
	notes.Point("limits."+n.name, check.Span{Start: at, End: len(text)}, n.grade,
		lingo.T("Texten är %d %s för lång för %s: %d av högst %d.", "The text is %d %s too long for %s: %d of at most %d.").Put(used-limit, unitName(unit), n.title, used, limit),
		n.advice)
}

// smallest is a number of bytes that fits every network, whatever the characters.
const smallest = 100

func tags(notes *check.Notes, n network, in check.Input) {
	if n.tags == 0 {
		return
	}
	count := 0
	for _, w := range in.Prose().Words {
		if w.Kind != prose.Tag {
			continue
		}
		if count++; count == n.tags+1 {
			notes.Point("limits."+n.name, check.Span{Start: w.Start, End: w.End}, check.Likely,
				lingo.T("%s tar emot högst %d hashtaggar i ett inlägg.", "%s takes at most %d hashtags in a post.").Put(n.title, n.tags),
				lingo.T("Vilka taggar hjälper någon att hitta inlägget? Behåll dem och ta bort resten.", "Which tags help somebody find the post? Keep those and take the rest away."))
		}
	}
}

func pictures(notes *check.Notes, n network, media []check.Media) {
	if n.pictures > 0 && len(media) > n.pictures {
		notes.Whole("limits."+n.name, check.Certain,
			lingo.T("%s tar emot högst %d bilder. Inlägget har %d.", "%s takes at most %d pictures. The post has %d.").Put(n.title, n.pictures, len(media)),
			lingo.T("Välj de bilder som behövs, eller dela upp inlägget.", "Choose the pictures that are needed, or divide the post."))
	}
	for i, m := range media {
		if n.mute && m.Alt != "" {
			notes.Picture(i+1, "limits."+n.name, check.Certain, lingo.T("%s visar ingen bildbeskrivning. Där går den som inte ser bilden miste om: ”%s”.", "%s shows no picture descriptions. There, those who cannot see the picture miss: “%s”.").Put(n.title, m.Alt),
				lingo.T("Säg det viktiga i texten också.", "Say what matters in the text too."))
		}
		if n.alt == 0 || len(m.Alt) <= n.alt {
			continue
		}
		if used := clusters(m.Alt); used > n.alt {
			notes.Picture(i+1, "limits."+n.name, check.Certain,
				lingo.T("Bildbeskrivningen är %d tecken. %s tar emot högst %d.", "The picture description is %d characters. %s takes at most %d.").Put(used, n.title, n.alt),
				lingo.T("Korta beskrivningen. Det som är viktigt för alla hör hemma i texten.", "Shorten the description. What matters to everybody belongs in the text."))
		}
	}
}
