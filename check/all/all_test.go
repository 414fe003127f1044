package all

import (
	"os"
	"slices"
	"strings"
	"testing"

	"tilltal/check"
)

// TestEveryFolderIsListed reads the folders: one that calls itself a check and is not on the list would never be asked.
func TestEveryFolderIsListed(t *testing.T) {
	listed := map[string]bool{}
	rules := map[string]bool{}
	for _, c := range append(All(), incomingOnly()...) {
		s := c.Sheet()
		listed[s.Name] = true
		for _, r := range s.Rules {
			if rules[r.ID] {
				t.Errorf("rule %s is said by two checks", r.ID)
			}
			rules[r.ID] = true
		}
	}
	dirs, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if d.IsDir() && d.Name() != "all" && isCheck(t, d.Name()) && !listed[d.Name()] {
			t.Errorf("the check %s is not on the list", d.Name())
		}
	}
	for _, id := range stable {
		if !rules[id] {
			t.Errorf("the stable rule %s is gone", id)
		}
	}
}

// incomingOnly are the checks that only read what citizens write.
func incomingOnly() []check.Check {
	posts := map[string]bool{}
	for _, c := range All() {
		posts[c.Sheet().Name] = true
	}
	return slices.DeleteFunc(Incoming(), func(c check.Check) bool { return posts[c.Sheet().Name] })
}

func isCheck(t *testing.T, name string) bool {
	t.Helper()
	files, err := os.ReadDir("../" + name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile("../" + name + "/" + f.Name())
		if err != nil {
			continue
		}
		if strings.HasSuffix(f.Name(), ".go") && strings.Contains(string(b), "func (Check) Sheet() check.Sheet") {
			return true
		}
	}
	return false
}

// stable are the rule ids that others measure with.
var stable = strings.Fields(`personaldata.personnummer personaldata.samordningsnummer personaldata.organisationsnummer personaldata.phone personaldata.email
 personaldata.iban personaldata.bankgiro personaldata.plate personaldata.casenumber personaldata.coordinates personaldata.address personaldata.name
 personaldata.sensitive identification.crowd tone.mockery tone.vulnerable tone.opinion tone.onesided tone.party accessibility.alt accessibility.hashtag
 accessibility.emoji accessibility.fancy accessibility.caps accessibility.link accessibility.captions accessibility.language imagery.code imagery.untold imagery.face
 incoming.threat incoming.child incoming.crime incoming.report incoming.question incoming.language plainlanguage.longsentence
 plainlanguage.officialese plainlanguage.passive plainlanguage.nested plainlanguage.doublenegation plainlanguage.abbreviation plainlanguage.lix
 limits.x limits.bluesky limits.mastodon limits.fediverse limits.threads limits.facebook limits.instagram limits.linkedin`)

// TestOrdinaryPosts counts how often ordinary posts get more than advice.
func TestOrdinaryPosts(t *testing.T) {
	for _, text := range ordinary {
		for _, f := range check.Run(All(), check.Input{Text: text, Profile: "municipality"}) {
			if f.Grade == check.Certain {
				t.Errorf("%q: %s %q is certain", text, f.Rule, f.Text)
			}
		}
	}
}

var ordinary = []string{
	"God morgon! I dag öppnar vi den nya lekplatsen vid Stadsparken klockan 10. Välkomna, stora som små! ☀️",
	"Nu plogar vi huvudgator och busstråk. Bostadsgator tar vi i eftermiddag. Tack för att du flyttar bilen.",
	"Vattnet är avstängt på Söder mellan 09.00 och 14.00 på tisdag. Ring 0771-12 34 56 om du har frågor.",
	"Biblioteket har stängt 24–26 december. Lämna böcker i luckan utanför. God jul!",
	"Vi söker dig som vill bli brandman på deltid. Läs mer om jobbet: https://www.example.se/jobb",
	"Eldningsförbud gäller i hela länet från och med i dag. Grilla gärna på egen tomt, men håll vatten nära.",
	"Kommunstyrelsen beslutade i går att bygga en ny förskola med plats för 120 barn.",
	"Har du sett något? Ring 114 14 eller lämna tips på vår webbplats.",
	"Tack till alla 350 som kom till Kulturnatten! Vi ses nästa år.",
	"Våra fritidsgårdar har öppet hela lovet: måndag–fredag 12–20. Allt är gratis.",
}
