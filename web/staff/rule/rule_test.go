package rule_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/all"
	"tilltal/check/plainlanguage"
	"tilltal/check/tone"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/rule"
	"tilltal/web/visit"
)

// register is the account register of the tests.
type register struct{ o *papertest.Office }

func (r register) All(context.Context, bool) ([]account.Account, error) {
	return []account.Account{r.o.Accounts[drafttest.Account]}, nil
}

func open(t *testing.T) *papertest.Office {
	return openWith(t, []check.Check{tone.Check{}, plainlanguage.Check{}})
}

func openWith(t *testing.T, checks []check.Check) *papertest.Office {
	o := papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return rule.Routes(rule.Deps{Hall: o.Hall, Answers: o.Drafts, Silences: guideline.New(o.Store, o.Clock), Accounts: register{o}, People: o,
			Checks: checks})
	})
	plan := account.Plan{Handle: "parken", Charter: account.Blank(guideline.ProfileMunicipality)}
	if _, err := o.Commit(t.Context(), desk.Change{Acts: account.Opened(people.Console(o.Clock.Now()), drafttest.Account, plan, o.Clock.Now())}); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestARulesPage(t *testing.T) {
	o := open(t)
	const id = "plainlanguage.officialese"
	for kind, words := range map[string]string{draft.Kept: "erhålla", draft.Wrong: "samt <b>"} {
		d := o.Write(drafttest.Amina, words)
		if err := o.Drafts.Respond(t.Context(), o.People[drafttest.Amina], d.ID, draft.Response{Rule: id, Text: words, Kind: kind, Reason: "Så heter det."}); err != nil {
			t.Fatal(err)
		}
	}
	david := o.As(drafttest.David)
	if a := david.Get("/regler"); !a.Has("Kanslispråk", "Visad 2 gånger. Orden behölls 1 gång. Fel 1 gång.", "/regler/tone.party") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	a := david.Get("/regler/" + id)
	if !a.Has("Exempel", "”erhålla”", "låter som en blankett", "50 procent", "samt &lt;b&gt;", "Så heter det.", "Regeln hörs på alla konton.", "Tysta regeln", "2 gånger") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if a := o.As(drafttest.Amina).Get("/regler/" + id); a.Status != http.StatusOK || a.Has("Tysta regeln") {
		t.Errorf("a voice: %d", a.Status)
	}
	if a := david.Get("/regler/nothing.such"); a.Status != http.StatusNotFound {
		t.Errorf("no such rule: %d", a.Status)
	}
	if a := o.As(drafttest.Gunnar).Get("/regler"); a.Status != http.StatusForbidden {
		t.Errorf("somebody without a role: %d", a.Status)
	}
}

func TestSilencingAndLettingBeHeard(t *testing.T) {
	o := open(t)
	const path = "/regler/plainlanguage.officialese"
	david := o.As(drafttest.David)
	a := david.Post(path+"/tysta", url.Values{"account": {drafttest.Account}, "reason": {""}, "until": {"x"}})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("until-fel") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	until := o.Clock.Now().AddDate(0, 1, 0).Format("2006-01-02")
	a = david.Post(path+"/tysta", url.Values{"account": {drafttest.Account}, "until": {until}})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv varför regeln inte passar här.") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	form := url.Values{"account": {drafttest.Account}, "reason": {"Vi <i> är en nämnd."}, "until": {until}}
	if a := o.As(drafttest.Amina).Post(path+"/tysta", form); a.Status != http.StatusForbidden {
		t.Errorf("by a voice: %d", a.Status)
	}
	a = david.Follow(path+"/tysta", form)
	if !a.Has("Regeln är tyst på kontot.", "Vi &lt;i&gt; är en nämnd.", "tyst till och med", "Låt den höras igen") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if a := david.Get("/regler"); !a.Has("tyst på 1 konto") {
		t.Error("the list does not tell")
	}
	_, rest, _ := strings.Cut(a.Body, path+"/hor?")
	query, _, _ := strings.Cut(rest, `"`)
	if a := david.Follow(path+"/hor?"+strings.ReplaceAll(query, "&amp;", "&"), nil); !a.Has("Regeln hörs igen.", "slut") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
}

func TestEveryRuleShowsAnExample(t *testing.T) {
	checks := all.All()
	david := openWith(t, checks).As(drafttest.David)
	for _, c := range checks {
		for _, r := range c.Sheet().Rules {
			if a := david.Get("/regler/" + r.ID); !a.Has("Omdöme säger:") {
				t.Errorf("%s shows no example", r.ID)
			}
		}
	}
}
