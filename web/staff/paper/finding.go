package paper

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/check"
	"tilltal/check/all"
	"tilltal/check/plainlanguage"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
)

// Judged is a text with what the checks said of it and what its writer answered.
type Judged struct {
	Content   draft.Content
	Findings  []check.Finding
	Responses []draft.Response
	Routine   guideline.Routine
	Answer    bool   // it answers in a conversation: the routine has other steps for that
	Still     bool   // it is shown to somebody who may not act on it
	Again     string // the id of a finding whose answer the writer takes back
}

// Step is what the routine asks for all that was found.
func (j Judged) Step() guideline.Step { return j.Routine.For(j.Findings, j.Answer) }

// Open counts the findings that the writer has not answered.
func (j Judged) Open() int {
	n := 0
	for i := range j.Findings {
		if _, ok := j.response(i); !ok {
			n++
		}
	}
	return n
}

// Must returns a finding that no reason settles: one that is certain, and that the account's routine has named by its rule.
// It can be put right, or said to be mistaken; then somebody else decides.
func (j Judged) Must() (check.Finding, bool) {
	for _, f := range j.Findings {
		if j.must(f) {
			return f, true
		}
	}
	return check.Finding{}, false
}

func (j Judged) must(f check.Finding) bool {
	step, named := j.Routine.Rules[f.Rule]
	return named && f.Grade == check.Certain && step.FourEyes()
}

// Find returns a finding by the id that its card has on the page.
func (j Judged) Find(id string) (check.Finding, bool) {
	for i, known := range j.ids() {
		if known == id {
			return j.Findings[i], true
		}
	}
	return check.Finding{}, false
}

// ids gives every finding an id that stays the same while the words it points at stay: the page it was pressed on may be
// older than the text.
func (j Judged) ids() []string {
	out := make([]string, len(j.Findings))
	seen := map[string]int{}
	for i, f := range j.Findings {
		sum := sha256.Sum256([]byte(f.Rule + "\x00" + f.Text + "\x00" + strconv.Itoa(f.Media)))
		id := hex.EncodeToString(sum[:5])
		if seen[id]++; seen[id] > 1 {
			id += "-" + strconv.Itoa(seen[id])
		}
		out[i] = id
	}
	return out
}

func (j Judged) response(i int) (draft.Response, bool) {
	f := j.Findings[i]
	for _, r := range j.Responses {
		if r.Rule == f.Rule && r.Text == f.Text && r.Kind != draft.Fixed {
			return r, true
		}
	}
	return draft.Response{}, false
}

// View is the list of cards beside the text.
func (j Judged) View(l lingo.Lang) frame.FindingsView {
	view := frame.FindingsView{Asked: j.Content.Spoken() != "" || len(j.Findings) > 0, Measures: plainlanguage.Told(j.Content.Text, j.Content.Language).In(l)}
	for i, id := range j.ids() {
		view.Findings = append(view.Findings, j.card(l, i, id))
	}
	return view
}

// mostPlace is how much of a place is quoted on its card, in bytes.
const mostPlace = 240

func (j Judged) card(l lingo.Lang, i int, id string) frame.FindingView {
	f := j.Findings[i]
	field, at := j.Content.Place(f.Span)
	card := frame.FindingView{ID: id, Tone: j.tone(f), Check: checkTitle(f.Check).In(l), Reason: f.Reason.In(l), Advice: f.Advice.In(l),
		Source: f.Source, About: RulePath + "/" + f.Rule, Shown: shown(f), Instead: f.Instead, Field: field, Start: at.Start, End: at.End, Must: j.must(f), Still: j.Still}
	place, cut := frame.Excerpt(f.Text, mostPlace)
	if card.Place = markup.Visible(place); cut {
		card.Place += "…"
	}
	if f.Media > 0 && f.Media <= len(j.Content.Pictures) {
		p := j.Content.Pictures[f.Media-1]
		card.Field, card.Place = AltField(p.Hash), pictureNo.Put(f.Media, markup.Visible(p.Name)).In(l)
	}
	if r, ok := j.response(i); ok && id != j.Again {
		said := markup.Visible(r.Reason)
		if said == "" {
			said = withoutWords.In(l)
		}
		if r.Kind == draft.Wrong {
			card.Denied = said
		} else {
			card.Kept = said
		}
	}
	return card
}

// RulePath is where the rules have their pages.
const RulePath = "/regler"

// mostRemembered is how long words may be to be remembered as shown, in bytes.
const mostRemembered = 500

// shown is what a page remembers of a finding that it shows: the rule, a space, and the words.
func shown(f check.Finding) string {
	if len(f.Text) > mostRemembered {
		return ""
	}
	return f.Rule + " " + f.Text
}

// PutRight returns what was shown and is no longer found: the writer has changed those words. What names no rule is let be,
// for it came from a form.
func (j Judged) PutRight(shown []string) (out []draft.Response) {
	for _, s := range shown[:min(len(shown), mostShown)] {
		rule, text, ok := strings.Cut(strings.ReplaceAll(s, "\r\n", "\n"), " ")
		if _, known := titles()[rule]; !ok || !known || !strings.Contains(rule, ".") || len(text) > mostRemembered {
			continue
		}
		fixed := draft.Response{Rule: rule, Text: text, Kind: draft.Fixed}
		found := slices.ContainsFunc(j.Findings, func(f check.Finding) bool { return f.Rule == rule && f.Text == text })
		if !found && !slices.Contains(j.Responses, fixed) && !slices.Contains(out, fixed) {
			out = append(out, fixed)
		}
	}
	return out
}

// mostShown is how many findings a page may have shown.
const mostShown = 100

// AltField is the id of the field where a picture is described.
func AltField(hash string) string { return "alt-" + hash }

// tone says how much a finding asks for, by what the routine makes of it.
func (j Judged) tone(f check.Finding) frame.Tone {
	switch step := j.Routine.StepOf(f, j.Answer); {
	case f.Grade == check.Certain && step.FourEyes():
		return frame.Stop
	case f.Grade >= check.Likely || step > j.Routine.For(nil, j.Answer):
		return frame.Ask
	}
	return frame.Info
}

// Marks are the places in one field of the content, each leading to its card.
func (j Judged) Marks(field string) []frame.MarkView {
	var out []frame.MarkView
	for i, id := range j.ids() {
		f := j.Findings[i]
		in, at := j.Content.Place(f.Span)
		if in == field && at.End > at.Start {
			out = append(out, frame.MarkView{Start: at.Start, End: at.End, ID: id, Tone: j.tone(f)})
		}
	}
	return out
}

// titles are the names of the checks and of their rules, by the words that findings carry.
var titles = sync.OnceValue(func() map[string]lingo.Text {
	out := map[string]lingo.Text{}
	for _, c := range all.All() {
		sheet := c.Sheet()
		out[sheet.Name] = sheet.Title
		for _, rule := range sheet.Rules {
			out[rule.ID] = rule.Title
		}
	}
	return out
})

func checkTitle(name string) lingo.Text {
	if t, ok := titles()[name]; ok {
		return t
	}
	return lingo.T(name, name)
}

// RuleTitle names what a finding is about: "Personnummer".
func RuleTitle(f check.Finding) lingo.Text { return checkTitle(f.Rule) }
