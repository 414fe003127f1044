package secrecy

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
	"tilltal/check/tone/corpus"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "Mannen greps i går och sitter i förhör.", "Anna Svensson har skyddad identitet.")
}

// asked is what is asked of a text: "rule grade", or nothing.
func asked(profile, text string, own ...string) string {
	var out []string
	for _, f := range (Check{}).Look(check.Input{Text: text, Profile: profile, Own: own}) {
		out = append(out, strings.TrimPrefix(f.Rule, "secrecy.")+" "+f.Grade.String())
	}
	return strings.Join(out, ", ")
}

func TestAsks(t *testing.T) {
	for _, c := range []struct{ profile, text, want string }{
		{"police-local", "Mannen greps i går vid stationen.", "investigation possible"},
		{"police-local", "Anna Svensson är häktad.", "investigation likely"},
		{"municipality", "Familjen har försörjningsstöd sedan i våras.", "social possible"},
		{"municipality", "Elevens åtgärdsprogram är klart.", "school possible"},
		{"health", "Patienten opererades i natt.", "health possible"},
		{"health", "Vi hälsar Anna Svensson. Hon ligger inlagd.", "health likely"},
		{"migration", "Hennes asylansökan avslogs.", "migration possible"},
		{"benefits", "Du har fått avslag på din sjukpenning.", "insurance possible"},
		{"", "Hon bor på skyddat boende i grannkommunen.", "protected possible"},
		{"benefits", "Mannen har fått skattetillägg.", "tax possible"},
		{"health", "Anmälaren är hennes granne.", "informant possible"},
		{"police-local", "Anna Svensson sades upp i fredags.", "staff possible"},
		{"benefits", "Det var din chef som anmälde dig.", "informant possible"},
		{"municipality", "Det var mormor som slog larm om barnen.", "informant possible"},
		{"migration", "Hans landsman har berättat för oss om åldern.", "informant possible"},
		{"benefits", "Kvinnan är sjukskriven på halvtid.", "insurance possible"},
		{"health", "Kvinnan är sjukskriven på halvtid.", "health possible"},
		{"authority", "Chefen är sjukskriven.", "staff possible"},
		{"benefits", "Han har skulder hos Kronofogden.", "tax possible"}, // SFS 2009:400 34 kap., not 28
		{"migration", "Flickan kom ensam från Eritrea.", "migration possible"},
		{"municipality", "Koden till porten är 4711.", "security possible"},
	} {
		if got := asked(c.profile, c.text); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s, %q: %q, want %q", c.profile, c.text, got, c.want)
		}
	}
}

func TestLetsBe(t *testing.T) {
	for profile, texts := range map[string][]string{
		"police-local": {"En förundersökning är en utredning om ett brott.", "Vi söker vittnen till en olycka på väg 40.", "Elevens betyg är klara."},
		"municipality": {"Så söker du försörjningsstöd hos oss.", "Hemtjänsten får nya bilar.", "Nu öppnar badet!"},
		"health":       {"Boka tid för vaccination.", "Akuten har öppet dygnet runt."},
		"benefits":     {"Sjukpenningen höjs vid årsskiftet.", "Pensionen betalas ut på fredag."},
		"migration":    {"Så ansöker man om uppehållstillstånd."},
		"pirate":       {""},
		"authority":    {"Barnmorskan Eva berättar om förlossningen i vår podd.", "Byt lösenord ofta."},
	} {
		for _, text := range texts {
			if got := asked(profile, text); got != "" {
				t.Errorf("%s, %q: %s", profile, text, got)
			}
		}
	}
}

func TestAnOfficialIsNoTrace(t *testing.T) {
	text := "Socialtjänsten har ny chef. Anna Svensson börjar på måndag."
	if got := asked("municipality", text, "Anna Svensson"); got != "" {
		t.Errorf("the authority's own: %s", got)
	}
	if got := asked("municipality", text); got != "social likely" {
		t.Errorf("somebody else: %s", got)
	}
}

func TestAsksOnceAboutTheSameThing(t *testing.T) {
	if got := asked("police-local", strings.Repeat("Mannen greps och häktades. ", 4)); got != "investigation possible" {
		t.Error(got)
	}
}

// TestOrdinaryPosts counts what many authors' ordinary posts are asked about: few, and hardly any more than advice.
func TestOrdinaryPosts(t *testing.T) {
	posts, some, more := 0, 0, 0
	for _, p := range corpus.Ordinary() {
		posts++
		found := Check{}.Look(check.Input{Text: p.Text, Profile: p.Profile})
		if len(found) > 0 {
			some++
			t.Logf("%s %q in %q", found[0].Rule, found[0].Text, p.Text)
		}
		if check.Worst(found) >= check.Likely {
			more++
		}
	}
	t.Logf("%d posts, %d with a question, %d with more than advice", posts, some, more)
	if some*100 > posts*10 || more*100 > posts {
		t.Errorf("%d posts: %d get a question, %d more than advice", posts, some, more)
	}
}

// TestNeverAVerdict holds that the check only asks.
func TestNeverAVerdict(t *testing.T) {
	for _, s := range subjects {
		if !strings.Contains(s.question.SV, "?") || !strings.Contains(s.question.EN, "?") {
			t.Errorf("%s does not ask", s.rule)
		}
		if _, ok := sheet.Rule(s.rule); !ok {
			t.Errorf("%s is not on the sheet", s.rule)
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range checktest.Hostile() {
		f.Add(s, "health")
	}
	f.Add("Mannen greps.", "police-local")
	f.Fuzz(func(t *testing.T, text, profile string) {
		checktest.Look(t, Check{}, check.Input{Text: text, Profile: profile, Own: []string{text}})
	})
}
