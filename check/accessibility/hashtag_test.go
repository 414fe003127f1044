package accessibility

import (
	"strings"
	"testing"

	"tilltal/check/gazetteer"
)

// tags are hashtags as Swedish authorities and those who write to them use them, with a stroke where a new word begins. Those
// "looked at" showed what the division lacked; those "counted" were written before it, or after its last change, and nothing was
// changed because of them.
var tags = map[string]string{
	"looked at": `tillgänglig|kommun trygg|stad vi|är|polisen umeå|kommun jobba|i|kommunen hållbar|framtid barnens|bästa trygga|skolor trafiksäkerhet krisberedskap arbetsplats räddningstjänst folkhälsa kommunfullmäktige
 sommarlov återvinning biblioteket förskolelärare stockholms|stad malmö|stad grön|omställning säker|cykling kollektivtrafik brottsförebyggande god|jul glad|påsk hela|sverige|leker läs|mer|böcker`,
	"looked at later": `öppet|museum hållbar|utveckling vabruari säker|på|vattnet sveriges|radio blåljuspersonal trygg|i|trafiken vi|ses|i|höst nya|medborgare livet|på|landet min|arbetsplats vatten|är|livsviktigt rädda|bina
 kom|och|jobba|hos|oss svt|nyheter sommar|i|sundsvall stockholms|stad helsingborgs|stad västra|götaland region|skåne region|västernorrland orsa|kommun härjedalens|kommun upplands|väsby håll|sverige|rent
 plocka|skräp naturens|dag internationella|kvinnodagen världsbokdagen kanelbullens|dag hela|året trygg|sommar seniordagen ungdomsmottagningen familjecentral öppen|förskola kulturskolans|dag bokcirkel
 barnbibliotek teater|för|alla fri|entré gratis|aktiviteter sport|för|alla hitta|ut cykla|säkert vintercyklist tunnelbanan respektera|eldningsförbudet vattenbrist spara|vatten torka brandvarnare
 brandsäkert|hem vi|rycker|ut deltidsbrandman bli|brandman bli|polis polisen|i|lund trafikkontroll håll|avståndet sänk|farten mobilfritt släpp|mobilen nollvisionen dödsolycka alkolås klimatsmart
 fossilfri fossilfritt|sverige biologisk|mångfald giftfri|vardag giftfri|förskola matsvinn minska|matsvinnet återbruka|mera sopsortering solceller laddstolpe elbil fjärrvärme hemtjänst anhörigstöd
 vård|i|hemmet god|vård nära|vård vaccinera|dig tvätta|händerna håll|avstånd stanna|hemma våga|fråga suicidprevention sluta|röka tobaksfri|kommun folkhälsoveckan skolstart läxhjälp läsa|är|kul läslust
 lär|dig|simma simskola vuxenutbildning komvux yrkeshögskola lärarjobb bli|lärare studie|och|yrkesvägledare valarbetare förtidsrösta din|röst|räknas medborgardialog tyck|till framtidens|kommun
 nya|torget nybyggnation planändring samråd detaljplan rivningslov jobba|statligt myndighetsliv offentlig|sektor det|goda|samtalet likabehandling mänskliga|rättigheter nationella|minoriteter
 tillgänglighet|för|alla funktionsrätt lov|på|schemat lediga|tjänster vi|söker|dig kollega|sökes välkommen|till|oss stolt|medarbetare kulturnatten stadsodling odla|hemma bygdegård bo|i|borås flytta|hit
 hemestra upptäck|dalarna vinter|i|jämtland kalmar|kommun söderköping vänersborgs|kommun blekinge|museum nationalmuseum alla|ska|med ingen|utanför samma|rätt barn|i|fokus barnrätt se|barnet våldsutsatt
 fri|från|våld hedersförtryck snösäkert skidspår åk|kollektivt ta|bussen lämna|bilen|hemma gå|till|skolan vandrande|skolbuss säker|skolväg trafikantveckan bilfri|dag cykelns|dag superbussar laddbil
 solel spara|el energirådgivning sänk|elräkningen var|beredd hemberedskap elavbrott totalförsvar viktigt|meddelande civilförsvar prepper ren|badplats badvatten grönområde park|i|fokus naturreservat
 lupin invasiva|arter vargen älgjakt rastplats läsutmaning boktips högläsning skriv|med|oss modersmål språkcafé svenska|för|invandrare integrera föräldraledig förskoleklass elevhälsa gymnasieval
 skolvalet nya|betyg jobb|i|kommunen sommarvikarie bli|undersköterska vård|och|omsorg hemsjukvård boendestöd personlig|assistent daglig|verksamhet äldres|dag aktiv|senior fallprevention öppet|hus
 lunchmusik gratis|konsert julmarknad lucia|i|kyrkan glad|midsommar sveriges|nationaldag första|maj halloween alla|hjärtans|dag försäkringskassan skatteverket skattedags deklarera|nu pensionsmyndigheten
 arbetsförmedlingen kronofogden tryggare|sverige digital|id bankid säkra|lösenord kulturveckan barn|och|unga lek|och|lär simhallen aktiv|fritid motion|för|alla gympa cykla|till|jobbet spring|mot|cancer
 handla|lokalt närproducerat svensk|mat måltidsservice skollunch ekologisk|mat värna|vattnet östersjön skärgårdsliv båtliv flytväst sjösäkerhet klimatanpassning översvämning skyfall varna|grannen
 gul|varning orange|varning snöoväder plogbilen halkbekämpning sopsaltning anmäl|fel felanmälan fråga|kommunen ring|112 på|gång|i|stan planera|din|resa kolla|tiderna nya|tidtabeller resenärer
 förtroendevald kommunstyrelsen öppna|sammanträden webbsänt hållbar|ekonomi effektivare|kommun gott|nytt|år trevlig|helg glad|sommar vi|önskar|god|jul tack|alla|frivilliga årets|eldsjäl årets|företagare
 psykisk|hälsa prata|om|det bryt|tystnaden ensamhet ung|i|eskilstuna unga|vuxna föräldrastöd trygga|barn stoppa|våldet kvinnofrid nolltolerans anmäl|hot polisen|i|nacka din|lokala|polis grannsamverkan
 cykelstöld märk|din|cykel se|upp|för|bluff inbrott vittnen|sökes efterlyst läkare sjuksköterskor vårdcentral boka|tid ge|blod patientsäkerhet forskning|och|innovation studera|i|umeå studentliv akademi
 högskoleprovet ny|student plugga|hemma distansutbildning digital|post smarta|hem öppen|källkod artificiell|intelligens bredband fiber|till|alla`,
	"counted later": `polis|på|plats trygg|hemma grannsämja lokala|nyheter köp|lokalt rent|vatten tomtmark byggnadsvård fjärrvärmen elnätet hjälp|oss|bli|bättre vi|lagar|gatan tack|för|hjälpen kom|i|tid delta|i|samtalet
 skolskjuts rektor barnskötare lekplatsen utomhusbad säsongskort sjukhuset|i|gävle hälsa|på|lika bra|bemötande vårdköer tandvård ambulanssjukvård förlossningen krislinje ny|i|sverige svenska|språket
 konst|i|parken stadsvandring slottsparken utställning barnens|dag sommar|på|biblioteket läs|en|bok trafiksäker|kommun cykelparkering sänkt|hastighet gående vägarbete väg|avstängd bron|är|stängd
 omledning säkra|skolvägar gröna|vågen`,
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

// TestNamesAreNotCut sees that the name of a place or a person is not taken for two words.
func TestNamesAreNotCut(t *testing.T) {
	all, cut := 0, 0
	look := func(name string) {
		if strings.ContainsAny(name, " -") {
			return
		}
		if all++; capitalise(name) != name {
			cut++
		}
	}
	gazetteer.EachWorld(look)
	gazetteer.Each(func(name string, _ gazetteer.Name) { look(name) })
	t.Logf("%d of %d names are cut", cut, all)
	if all < 30_000 || cut > 0 {
		t.Errorf("%d of %d names are cut", cut, all)
	}
}
