package accessibility

import (
	"strings"
	"testing"
)

// tags are hashtags as Swedish authorities and those who write to them use them, with a stroke where a new word begins. The
// second half was written before the division was, and is only counted.
var tags = map[string]string{
	"looked at": `tillgänglig|kommun trygg|stad vi|är|polisen umeå|kommun jobba|i|kommunen hållbar|framtid barnens|bästa trygga|skolor trafiksäkerhet krisberedskap arbetsplats räddningstjänst folkhälsa kommunfullmäktige
 sommarlov återvinning biblioteket förskolelärare stockholms|stad malmö|stad grön|omställning säker|cykling kollektivtrafik brottsförebyggande god|jul glad|påsk hela|sverige|leker läs|mer|böcker`,
	"counted": `bra|jobbat öppna|data digital|kommun levande|landsbygd vi|bygger|framtiden rösta|i|valet min|arbetsdag nya|skolan norrköpings|kommun lunds|kommun gävle|kommun luleå|biblioteken stoppa|mobbningen alla|barns|rätt
 barnkonventionen medborgarlöfte översiktsplan vattenavstängning snöröjning eldningsförbud kulturskolan fritidsgård äldreomsorg sjuksköterska undersköterska socialtjänsten valborgsmässoafton nationaldagen midsommarafton
 luciatåg skolavslutning sportlov allhelgonahelgen trygg|i|hemmet sköna|maj fin|fin|helg psykisk|ohälsa fler|i|arbete kvinnors|hälsa jämställd|kommun smart|stad ren|luft friskt|vatten ditt|val du|är|inte|ensam följ|med|oss
 bakom|kulisserna vinterväghållning cykelvägar busshållplats brandskyddsveckan höstlovet sommarjobb lediga|jobb lärarlivet polislivet hundförare`,
}

func TestTagsAreDivided(t *testing.T) {
	for half, list := range tags {
		right, wrong, passed := 0, 0, 0
		for tag := range strings.FieldsSeq(list) {
			want := strings.ReplaceAll(tag, "|", "")
			got := strings.Join(divide(want), "|")
			if got == "" {
				got = want
			}
			switch {
			case got == tag:
				right++
			case got == want:
				passed++
				t.Logf("%s: %s is not divided", half, tag)
			default:
				wrong++
				t.Logf("%s: %s becomes %s", half, tag, got)
			}
		}
		t.Logf("%s: %d right, %d not divided, %d wrong", half, right, passed, wrong)
		if all := right + wrong + passed; wrong*100 > all*8 || right*100 < all*80 {
			t.Errorf("%s: of %d tags %d are right and %d wrong", half, all, right, wrong)
		}
	}
}
