package web

import (
	"net/http"

	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Remember keeps what a reader has chosen in a cookie of its own, for a year: [LanguageCookie] or [ThemeCookie], and nothing
// else. "" forgets it.
func Remember(v *visit.Visit, name, value string) {
	c := &http.Cookie{Name: name, Value: value, Path: "/", HttpOnly: true, Secure: v.Base.Scheme == "https", SameSite: http.SameSiteLaxMode, MaxAge: 365 * 24 * 3600}
	if value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(v.W, c)
}

// Chose reports whether a form was sent by the choice of language or look beside it, and not by its own button; then the
// choice is remembered and holds for this answer. What was typed came along: the form is to be shown again with all of it. See
// [frame.Page.Carrier].
func Chose(v *visit.Visit) bool {
	l, theme := v.R.PostFormValue("lang"), v.R.PostFormValue("theme")
	switch {
	case l == string(lingo.SV) || l == string(lingo.EN):
		v.Lang = lingo.Lang(l)
		Remember(v, LanguageCookie, l)
	case theme != "":
		v.Theme = frame.ParseTheme(theme)
		Remember(v, ThemeCookie, string(v.Theme))
	default:
		return false
	}
	return true
}
