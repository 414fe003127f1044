package public

import (
	"net/url"

	"tilltal/base/lingo"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// chooseLanguage remembers a reader's language and takes her back to where she was.
func (h *house) chooseLanguage(v *visit.Visit) error {
	l := lingo.Lang(v.Form("lang"))
	if l != lingo.EN {
		l = lingo.SV
	}
	web.Remember(v, web.LanguageCookie, string(l))
	return v.See(withoutLanguage(v.Form("back")))
}

// chooseTheme remembers whether a reader wants it light or dark; anything else forgets it, and follows her machine.
func (h *house) chooseTheme(v *visit.Visit) error {
	web.Remember(v, web.ThemeCookie, string(frame.ParseTheme(v.Form("theme"))))
	return v.See(visit.Local(v.Form("back")))
}

// withoutLanguage takes the language out of an address of ours, so that the one just chosen counts.
func withoutLanguage(path string) string {
	u, err := url.Parse(visit.Local(path))
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Del("lang")
	u.RawQuery = q.Encode()
	return u.String()
}
