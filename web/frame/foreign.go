package frame

import (
	"strings"

	"github.com/a-h/templ"

	"tilltal/base/lingo"
)

// Foreign is the language of a text when it is another than the page's, and "" when it is the same or nobody knows.
func Foreign(page lingo.Lang, text string) string {
	text = strings.ToLower(text)
	if text == lang(page) {
		return ""
	}
	return text
}

// Spoken is the lang attribute of what somebody wrote in another language than the page's, so that it is read aloud with its
// own sounds (WCAG 2.2, 3.1.2); none for "".
func Spoken(lang string) templ.Attributes {
	if lang == "" {
		return nil
	}
	return templ.Attributes{"lang": lang}
}
