package post_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store/drafttest"
	"tilltal/web/staff/paper/papertest"
	"tilltal/web/staff/post"
	"tilltal/web/visit"
)

func open(t *testing.T) *papertest.Office {
	return papertest.Open(t, func(o *papertest.Office) []visit.Route {
		return post.Routes(post.Deps{Hall: o.Hall, Posts: o.Posts, Talk: inbox.New(o, inbox.Options{Clock: o.Clock}), Drafts: o.Drafts, Accounts: o, People: o})
	})
}

func TestThePostAsItStands(t *testing.T) {
	o := open(t)
	id := o.Publish(drafttest.Amina, "Bron är öppen. <script>alert(1)</script>")
	for who, acts := range map[string][2]bool{drafttest.Amina: {true, true}, drafttest.Bengt: {true, false}, drafttest.Carin: {true, true},
		drafttest.Eva: {false, true}, drafttest.Farid: {false, false}} {
		a := o.As(who).Get("/inlagg/" + id)
		if a.Status != http.StatusOK || !a.Has("Bron är öppen.", "/torget/parken/"+id) || a.Has("<script>alert") {
			t.Fatalf("%s: %d %s", who, a.Status, a.Body)
		}
		if a.Has("/ratta") != acts[0] || a.Has("/ta-bort") != acts[1] {
			t.Errorf("%s: correct %v, withdraw %v", who, a.Has("/ratta"), a.Has("/ta-bort"))
		}
	}
	if a := o.As(drafttest.Gunnar).Get("/inlagg/" + id); a.Status != http.StatusForbidden {
		t.Errorf("somebody without a role: %d", a.Status)
	}
	if a := o.As(drafttest.Amina).Get("/inlagg/none"); a.Status != http.StatusNotFound {
		t.Errorf("%d", a.Status)
	}
}

// TestTheDeskSeesWhoSpoke, whatever citizens see: the account signs with its own name only.
func TestTheDeskSeesWhoSpoke(t *testing.T) {
	o := open(t)
	park := o.Accounts[drafttest.Account]
	for form, want := range map[account.Signing]string{account.SignAccount: "Parkenheten · på torget: Parken", account.SignName: "Parkenheten · på torget: Amina", account.SignUnit: "<bdi>Parkenheten</bdi>"} {
		park.Signature = form
		o.Accounts[drafttest.Account] = park
		id := o.Publish(drafttest.Amina, "Bron är öppen.")
		park.Signature = account.SignUnit // what is decided afterwards changes nothing
		o.Accounts[drafttest.Account] = park
		if a := o.As(drafttest.Bengt).Get("/inlagg/" + id); !a.Has("<bdi>Amina</bdi>", want) {
			t.Errorf("%s:\n%s", form, a.Body)
		}
	}
}

func TestACorrectionSaysFourThings(t *testing.T) {
	o := open(t)
	id := o.Publish(drafttest.Amina, "Bron är öppen.")
	bengt, path := o.As(drafttest.Bengt), "/inlagg/"+id+"/ratta"
	if a := bengt.Get(path); !a.Has("Bron är öppen.", "Vad var fel?", "Vad händer nu?") {
		t.Fatal(a.Body)
	}
	a := bengt.Post(path, url.Values{"wrong": {"Bron är öppen"}, "text": {"Bron är stängd."}})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv vad som är rätt.", "Skriv varför det blev fel.", "Skriv vad som händer nu.", ">\nBron är stängd.") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	whole := url.Values{"wrong": {"Bron är öppen"}, "right": {"Den är stängd"}, "why": {"Vi läste fel"}, "now": {"Vi ringer först"}, "text": {"Bron är öppen."}}
	a = bengt.Post(path, whole)
	id2, ok := strings.CutPrefix(a.Location, "/skriv/")
	if !ok {
		t.Fatalf("%d %s %s", a.Status, a.Location, a.Body)
	}
	d := o.Get(id2)
	if d.Kind != draft.KindCorrection || d.Post != id || d.Latest.Content.Text != "" || d.Latest.Content.Correction.Right != "Den är stängd" {
		t.Errorf("%+v", d)
	}
	if a := o.As(drafttest.Farid).Post(path, whole); a.Status != http.StatusForbidden {
		t.Errorf("an auditor corrected: %d", a.Status)
	}
}

func TestTakingAwayNeedsAGround(t *testing.T) {
	o := open(t)
	id := o.Publish(drafttest.Amina, "Bron är öppen.")
	amina, path := o.As(drafttest.Amina), "/inlagg/"+id+"/ta-bort"
	if a := amina.Get(path); !a.Has("Ta bort inlägget från torget?", "En förseglad kopia sparas.", "Personuppgifter") || a.Has("Otrevlig") {
		t.Fatal(a.Body)
	}
	a := amina.Post(path, url.Values{"ground": {"unpleasant"}, "reason": {"Den var dum"}})
	if a.Status != http.StatusUnprocessableEntity || !a.Has("Välj en grund.", "Skriv vad som ska stå där inlägget fanns.", "Den var dum") {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	form := url.Values{"ground": {"wrong"}, "reason": {"Fel bro"}, "public": {"Vi skrev om fel bro."}}
	if a := o.As(drafttest.Bengt).Post(path, form); a.Status != http.StatusForbidden {
		t.Errorf("a colleague's post was taken away: %d", a.Status)
	}
	a = amina.Follow(path, form)
	if !a.Has("Inlägget är borta från torget.", "Borttaget från torget. Grund: Missvisande", "Fel bro", "Vi skrev om fel bro.") || a.Has("/torget/parken/") || a.Has("Bron är öppen.") || a.Has("/forseglad") {
		t.Error(a.Body)
	}
	if a := amina.Get("/inlagg/" + id + "?lang=en"); !a.Has(`lang="sv">Vi skrev om fel bro.`) {
		t.Errorf("not said to be Swedish: %s", a.Body)
	}
	if a := amina.Post(path, form); a.Status != http.StatusConflict {
		t.Errorf("taken away twice: %d", a.Status)
	}
	if a := amina.Get(path); a.Location != "/inlagg/"+id {
		t.Errorf("led to %q", a.Location)
	}
}

func TestASealedCopyIsOpenedWithAReason(t *testing.T) {
	o := open(t)
	id := o.Publish(drafttest.Amina, "Bron är öppen.")
	o.As(drafttest.Amina).Post("/inlagg/"+id+"/ta-bort", url.Values{"ground": {"wrong"}, "reason": {"Fel bro"}, "public": {"Vi skrev om fel bro."}})
	path := "/inlagg/" + id + "/forseglad"
	if a := o.As(drafttest.Amina).Get(path); a.Status != http.StatusForbidden {
		t.Errorf("a voice: %d", a.Status)
	}
	eva := o.As(drafttest.Eva)
	if a := eva.Get("/inlagg/" + id); !a.Has(path, "Vad betyder förseglad?") || a.Has("Bron är öppen.") {
		t.Error(a.Body)
	}
	if a := eva.Get(path); !a.Has("Ingen har öppnat kopian.") || a.Has("Bron är öppen.") {
		t.Error(a.Body)
	}
	if a := eva.Post(path, url.Values{"reason": {""}}); a.Status != http.StatusUnprocessableEntity || !a.Has("Skriv varför du behöver öppna kopian.") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	o.People["rut"] = drafttest.Granted("rut", people.Registrar, o.Clock.Now())
	if a := o.As("rut").Get(path); a.Status != http.StatusOK || !a.Has(`href="/protokoll?galler=`+id+`"`) || a.Has(`href="/inlagg/`+id+`"`) {
		t.Errorf("a registrar, who reads no posts at the desk: %d %s", a.Status, a.Body)
	}
	a := eva.Follow(path, url.Values{"reason": {"Begäran om handling"}})
	if !a.Has("Bron är öppen.", "Begäran om handling") {
		t.Error(a.Body)
	}
	if a := eva.Get(path); !a.Has("Begäran om handling") || a.Has("Bron är öppen.") {
		t.Error(a.Body)
	}
}
