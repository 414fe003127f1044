package public

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

var (
	aboutTitle = lingo.T("Om %s", "About %s")
	rulesSince = lingo.T("De här reglerna gäller sedan %v.", "These rules have been in force since %v.")
	langSv     = lingo.T("svenska", "Swedish")
	langEn     = lingo.T("engelska", "English")
)

// about is what an account promises: its purpose, its rules and since when they are in force, its hours and who answers for
// it.
func (h *house) about(v *visit.Visit) error {
	handle := v.R.PathValue("account")
	if handle == "amne" {
		return h.topic(v, "om")
	}
	path := "/torget/" + url.PathEscape(handle) + "/om"
	return h.serve(v, path, func(ctx context.Context) (document, error) {
		a, err := h.Accounts.ByHandle(ctx, handle)
		if err != nil {
			return document{}, err
		}
		return h.aboutPage(ctx, v, a, path)
	})
}

func (h *house) aboutPage(ctx context.Context, v *visit.Visit, a account.Account, path string) (document, error) {
	s, err := h.Authority.Current(ctx)
	if err != nil {
		return document{}, err
	}
	units, err := h.units(ctx, a)
	if err != nil {
		return document{}, err
	}
	history, err := h.Accounts.History(ctx, a.ID)
	if err != nil {
		return document{}, err
	}
	newest, err := h.newest(ctx, a)
	if err != nil {
		return document{}, err
	}
	since := rulesInForce(a, history)
	view := page.About{Lang: frame.Foreign(v.Lang, a.Language), Tabs: tabs(v, a, tabAbout), Promise: promise(v, a), Purpose: a.Purpose, Purposes: a.Purposes, Audience: a.Audience,
		Place: a.Place, Language: languageName(v, a.Language), Units: units, Retention: a.Retention, Address: address(v, a),
		Atom: base(v) + atAccount(a) + "/flode.atom", JSON: base(v) + atAccount(a) + "/flode.json", Opened: frame.DateIn(a.OpenedAt.In(zoneOf(a)), v.Lang),
		Rules: paragraphs(a.Rules), Since: rulesSince.Put(frame.DateIn(since.ChangedAt.In(zoneOf(a)), v.Lang)).In(v.Lang), DPO: s.DPO}
	if err := h.besides(ctx, v, a, &view); err != nil {
		return document{}, err
	}
	for _, old := range earlierRules(a, history) {
		view.Earlier = append(view.Earlier, page.Rules{From: frame.DateIn(old.ChangedAt.In(zoneOf(a)), v.Lang), Text: paragraphs(old.Rules)})
	}
	title := aboutTitle.Put(a.Name).In(v.Lang)
	view.Frame = h.inAccount(v, s, a, newest, sheet{title: title, path: path, description: a.Purpose})
	return rendered(ctx, http.StatusOK, page.AboutPage(view))
}

// units are where those who answer for an account work. Their names are not the public's business; that there are several is.
func (h *house) units(ctx context.Context, a account.Account) ([]string, error) {
	owners, err := h.Accounts.Owners(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, o := range owners {
		if o.Unit != "" && !slices.Contains(out, o.Unit) {
			out = append(out, o.Unit)
		}
	}
	slices.Sort(out)
	return out, nil
}

// rulesInForce is the charter by which the rules that are in force came to be: the oldest since which they have not changed.
func rulesInForce(a account.Account, history []account.Charter) account.Charter {
	found := a.Charter
	for _, c := range history { // the newest first
		if c.Rules != a.Rules {
			break
		}
		found = c
	}
	return found
}

// earlierRules are the rules that were in force before, the newest first, each from when it first was.
func earlierRules(a account.Account, history []account.Charter) []account.Charter {
	var out []account.Charter
	last := a.Rules
	for _, c := range history {
		switch {
		case c.Rules == last && len(out) > 0:
			out[len(out)-1] = c
		case c.Rules != last:
			out, last = append(out, c), c.Rules
		}
	}
	return out
}

func languageName(v *visit.Visit, code string) string {
	switch code {
	case "sv":
		return v.Say(langSv)
	case "en":
		return v.Say(langEn)
	}
	return code
}

// paragraphs cuts a plain text at its line ends.
func paragraphs(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}
