package accessibility

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

const mostTags = 200 // that are judged; after those the writer has understood

// How short a tag may be. One of fewer than nine letters is divided only into words that tags are made of: a name that nobody has
// heard of must not be cut.
const (
	shortestTag      = 6 // letters
	shortestCompound = 9
)

// hashtags notes tags whose words cannot be heard, and tags in the middle of the text.
func hashtags(notes *check.Notes, t *prose.Text) {
	last := lastRunning(t)
	inside, judged := 0, 0
	for i, w := range t.Words {
		if w.Kind != prose.Tag {
			continue
		}
		if judged++; judged > mostTags {
			return
		}
		tag := t.Raw[w.Start+1 : w.End]
		if fixed := capitalise(tag); fixed != tag {
			f := notes.Point(ruleHashtag, span(w), check.Likely,
				lingo.T("Hashtaggen har flera ord men inga stora bokstäver, så den läses upp som ett enda långt ord.", "The hashtag has several words but no capitals, so it is read aloud as one long word."),
				lingo.T("Börja varje ord med stor bokstav.", "Begin each word with a capital."))
			f.Instead = "#" + fixed
		} else if long(tag) {
			notes.Point(ruleHashtag, span(w), check.Possible,
				lingo.T("Hashtaggen är lång och saknar stora bokstäver.", "The hashtag is long and has no capitals."),
				lingo.T("Är det flera ord? Börja då varje ord med stor bokstav.", "Is it several words? Then begin each with a capital."))
		}
		if i < last {
			if inside++; inside == 1 {
				notes.Point(ruleHashtag, span(w), check.Possible,
					lingo.T("Hashtaggar mitt i texten stör den som lyssnar.", "Hashtags in the middle of the text disturb those who listen."),
					lingo.T("Samla taggarna sist i inlägget.", "Gather the tags last in the post."))
			}
		}
	}
}

func lastRunning(t *prose.Text) int {
	for i := len(t.Words) - 1; i >= 0; i-- {
		if t.Words[i].Running() {
			return i
		}
	}
	return -1
}

func long(tag string) bool {
	return utf8.RuneCountInString(tag) > 14 && strings.IndexFunc(tag, unicode.IsUpper) < 0 && !strings.Contains(tag, "_") && !whole(prose.Plainly(tag))
}

// capitalise writes a tag with a capital for each word, when it is all small or has one capital first and the words are
// known. Other tags come back as they were.
func capitalise(tag string) string {
	if stem := strings.TrimRightFunc(tag, unicode.IsDigit); stem != tag {
		return capitalise(stem) + tag[len(stem):]
	}
	if parts := strings.Split(tag, "_"); len(parts) > 2 && len(tag) <= 80 {
		for i := range parts {
			parts[i] = capital(parts[i])
		}
		return strings.Join(parts, "")
	}
	if strings.ToUpper(tag) == tag && len(divide(prose.Plainly(tag[:min(len(tag), 80)]))) > 1 {
		tag = prose.Plainly(tag)
	}
	letters := utf8.RuneCountInString(tag)
	if letters < shortestTag || len(tag) > 80 || strings.ContainsFunc(tag, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return tag
	}
	_, size := utf8.DecodeRuneInString(tag)
	if strings.ContainsFunc(tag[size:], unicode.IsUpper) {
		return tag
	}
	parts := divide(prose.Plainly(tag))
	if len(parts) < 2 || letters < shortestCompound && !everyday(parts) {
		return tag
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(capital(p))
	}
	return b.String()
}

func capital(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + word[size:]
}
