package accessibility

import (
	"strings"
	"testing"

	"tilltal/check"
	"tilltal/check/checktest"
)

func TestCheck(t *testing.T) {
	checktest.Run(t, Check{}, "#tillgängligkommun 𝗩𝗶𝗸𝘁𝗶𝗴𝘁 VIKTIGT MEDDELANDE o b s ! h e j s a n https://bit.ly/x 🎉🎉🎉🎉")
}

func rules(in check.Input) (out []string) {
	for _, f := range (Check{}).Look(in) {
		out = append(out, strings.TrimPrefix(f.Rule, "accessibility.")+"="+f.Text)
	}
	return out
}

func TestHashtags(t *testing.T) {
	for tag, want := range map[string]string{
		"#tillgängligkommun": "#TillgängligKommun", "#Tillgängligkommun": "#TillgängligKommun", "#tryggstad": "#TryggStad", "#viärpolisen": "#ViÄrPolisen",
		"#umeåkommun": "#UmeåKommun", "#jobbaikommunen": "#JobbaIKommunen", "#trafiksäkerhet": "", "#TillgängligKommun": "", "#polisen": "", "#umeå": "", "#val2026": "", "#hållbarframtid": "#HållbarFramtid",
		"#barnensbästa": "#BarnensBästa", "#krisberedskap": "", "#arbetsplats": "",
	} {
		got := ""
		for _, f := range (Check{}).Look(check.Input{Text: "Läs mer om oss " + tag}) {
			if f.Rule == ruleHashtag {
				got = f.Instead
			}
		}
		if got != want {
			t.Errorf("%s becomes %q, want %q", tag, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"Vi ses på torget! 🎉":                  "",
		"Hej 👋 alla glada":                     "emoji=👋",
		"Fest! 🎉🎉🎉🎉":                           "emoji=🎉",
		"🔥 Släck grillen\n🔥 Ring 112\n🔥 Gå ut": "emoji=🔥",
		"𝗩𝗶𝗸𝘁𝗶𝗴𝘁 𝗺𝗲𝗱𝗱𝗲𝗹𝗮𝗻𝗱𝗲 från oss": "fancy=𝗩𝗶𝗸𝘁𝗶𝗴𝘁 𝗺𝗲𝗱𝗱𝗲𝗹𝗮𝗻𝗱𝗲",
		"VIKTIGT MEDDELANDE från oss":               "caps=VIKTIGT MEDDELANDE",
		"EU, FN och SVT möts i MSB:s lokaler":       "",
		"S T O R R E A i butiken":                   "caps=S T O R R E A",
		"Läs mer: https://www.example.se/a":         "link=https://www.example.se/a",
		"Så anmäler du fel: https://example.se/a":   "",
		"https://bit.ly/abc":                        "link=https://bit.ly/abc",
		"Vi lagar #GataNu och #VägSen i dag, hejdå": "hashtag=#GataNu",
	} {
		if got := strings.Join(rules(check.Input{Text: text}), "; "); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestPictures(t *testing.T) {
	text := "I dag lagar vi bron över ån och hoppas på sol."
	for alt, want := range map[string]bool{
		"": true, "IMG_2034.jpg": true, "bild på en bro": true, "Bro": true, text: true, strings.Repeat("Arbetare gjuter betong. ", 12): true,
		"Affisch": true, "Två arbetare gjuter betong på bron i sol.": false, "Affisch med texten: Välkommen till biblioteket på lördag": false,
	} {
		got := Check{}.Look(check.Input{Text: text, Media: []check.Media{{Kind: "image", Alt: alt}}})
		if (len(got) == 1) != want || len(got) > 1 {
			t.Errorf("%q: %+v", alt, got)
		}
	}
	if got := (Check{}).Look(check.Input{Media: []check.Media{{Kind: "image", Decorative: true}, {Kind: "video", Captions: true}}}); len(got) != 0 {
		t.Errorf("decoration and a film with captions: %+v", got)
	}
	got := Check{}.Look(check.Input{Media: []check.Media{{Kind: "image", Decorative: true}, {Kind: "video"}, {Kind: "audio"}}})
	if len(got) != 2 || got[0].Media != 2 || got[0].Rule != ruleCaptions || got[1].Media != 3 {
		t.Errorf("film and sound: %+v", got)
	}
}

func TestLanguage(t *testing.T) {
	english := "Please note that the library will be closed on Friday because of the holiday, and we are sorry for this."
	swedish := "Tänk på att biblioteket är stängt på fredag och att vi inte svarar i telefon när det är helg, men du kan mejla."
	arabic := "المكتبة مغلقة يوم الجمعة بسبب العطلة ونأسف لذلك"
	for _, c := range []struct {
		text, tag string
		want      bool
	}{{english, "", true}, {english, "en", false}, {swedish, "sv-SE", false}, {swedish, "en", true}, {arabic, "sv", true}, {arabic, "ar", false}, {"The end", "", false}} {
		if got := len((Check{}).Look(check.Input{Text: c.text, Language: c.tag})) > 0; got != c.want {
			t.Errorf("%.20q marked %q: %v", c.text, c.tag, got)
		}
	}
}

func FuzzLook(f *testing.F) {
	for _, s := range []string{"#tryggstad", "🔥 a\n🔥 b", "𝗩", "A B C D", "https://bit.ly/a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checktest.Look(t, Check{}, check.Input{Text: text, Media: []check.Media{{Kind: "image", Alt: text}}})
	})
}
