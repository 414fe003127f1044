package accessibility

import (
	"strings"
	"unicode/utf8"

	"tilltal/check/gazetteer"
	"tilltal/check/lexicon"
)

// divide splits the words of a hashtag, written together in small letters. It returns nil when they are not all known, or
// when the tag is one word: #trafiksäkerhet is one, #tryggtrafik is two. Swedish writes nouns together, so a tag that is
// nothing but nouns is a compound and stays whole.
func divide(tag string) []string {
	if whole(tag) {
		return nil
	}
	type step struct {
		from, cost int
		reach      bool
	}
	steps := make([]step, len(tag)+1)
	steps[0].reach = true
	for i := 0; i < len(tag); i++ {
		if !steps[i].reach || !utf8.RuneStart(tag[i]) {
			continue
		}
		for j := i + 1; j <= len(tag) && j-i <= longestPart; j++ {
			if j < len(tag) && !utf8.RuneStart(tag[j]) {
				continue
			}
			if c, ok := price(tag[i:j]); ok && (!steps[j].reach || steps[i].cost+c < steps[j].cost) {
				steps[j] = step{from: i, cost: steps[i].cost + c, reach: true}
			}
		}
	}
	if !steps[len(tag)].reach {
		return nil
	}
	var out []string
	for j := len(tag); j > 0; j = steps[j].from {
		out = append([]string{tag[steps[j].from:j]}, out...)
	}
	if compounded(out) {
		return nil
	}
	return out
}

const longestPart = 30 // bytes of one word in a tag

// whole reports whether a tag is one word: in the dictionary, a name, or put together of two nouns.
func whole(tag string) bool {
	if _, ok := gazetteer.Place(tag); ok {
		return true
	}
	return lexicon.Of(tag) != 0 || tagWords[tag] || compound(tag) || gazetteer.World(tag) || gazetteer.Person(tag) != 0
}

// price is what a word costs in a division: fewer and longer words are better, and the words of hashtags best.
func price(w string) (cost int, ok bool) {
	switch {
	case len(w) == 1:
		return 16, w == "i"
	case small[w]:
		return 9, true
	case tagWords[w], strong[w]:
		return 10, true
	case len(w) <= 3:
		return 0, false
	case utf8.RuneCountInString(w) <= 4 && lexicon.Of(w) != 0: // there are so many that chance makes them
		return 18, true
	case lexicon.Base(w)&^lexicon.Name != 0:
		return 13, true
	case lexicon.Of(w) == lexicon.Name: // few tags name a person
		return 25, true
	case lexicon.Of(w) != 0, passive(w), derived(w):
		return 14, true
	case len(w) > 4 && compound(w):
		return 15, true
	case len(w) > 4:
		if _, ok := gazetteer.Place(w); ok {
			return 10, true
		}
		if stem, found := strings.CutSuffix(w, "s"); found {
			_, ok := gazetteer.Place(stem)
			return 12, ok
		}
	}
	return 0, false
}

// compounded reports whether parts are nothing but nouns that stand as they do inside a word.
func compounded(parts []string) bool {
	for i, p := range parts {
		if small[p] || strong[p] || i < len(parts)-1 && lexicon.Base(p)&lexicon.Noun == 0 && !joins[p] {
			return false
		}
		if _, place := gazetteer.Place(p); place {
			return false
		}
		if i == len(parts)-1 && lexicon.Of(p)&lexicon.Noun == 0 {
			return false
		}
	}
	return true
}

// compound reports whether a word is one Swedish word made of two: a noun that joins (as it is, with s, or without its last
// vowel) and a noun.
func compound(w string) bool {
	for i := 3; i+3 <= len(w); i++ {
		if !utf8.RuneStart(w[i]) {
			continue
		}
		first, last := w[:i], w[i:]
		if joins[first] && (heads[last] || last[0] == 's' && heads[last[1:]] || i > 4 && noun(last, 5)) {
			return true
		}
		if i >= 4 && joiner(first) && noun(last, 4) || (joins[first] || i >= 4 && joiner(first)) && tails[last] {
			return true
		}
	}
	return false
}

// noun reports whether a word of so many letters at least can be a noun, and is not one of those that stand by themselves.
func noun(w string, fewest int) bool {
	return utf8.RuneCountInString(w) >= fewest && !small[w] && lexicon.Of(w)&lexicon.Noun != 0
}

// passive reports whether a word is an s-passive and nothing else: "din röst räknas".
func passive(w string) bool {
	is, doubtful := lexicon.Passive(w)
	return is && !doubtful
}

// derived reports whether a word is made of another by its ending: "biologisk" of "biologi", "vandrande" of "vandra", "tryggare" of
// "trygg".
func derived(w string) bool {
	for _, d := range derivations {
		if stem, ok := strings.CutSuffix(w, d.ending); ok && len(stem) > 3 && lexicon.Base(stem+d.put)&d.of != 0 {
			return true
		}
	}
	return false
}

var derivations = []struct {
	ending, put string
	of          lexicon.Kind
}{
	{"isk", "i", lexicon.Noun | lexicon.Other}, {"iskt", "i", lexicon.Noun | lexicon.Other}, {"iska", "i", lexicon.Noun | lexicon.Other},
	{"nde", "", lexicon.Verb}, {"are", "", lexicon.Adjective | lexicon.Noun}, {"are", "a", lexicon.Verb}, {"ast", "", lexicon.Adjective},
}

// joiner reports whether a word is a noun as it stands first in a compound, and not a word that stands by itself.
func joiner(w string) bool {
	if small[w] || strong[w] {
		return false
	}
	if k := lexicon.Base(w); k&lexicon.Noun != 0 && k&(lexicon.Adjective|lexicon.Verb) == 0 {
		_, place := gazetteer.Place(w)
		return !place
	}
	if stem, ok := strings.CutSuffix(w, "s"); ok && len(stem) > 4 {
		return lexicon.Base(stem)&lexicon.Noun != 0
	}
	return len(w) > 4 && lexicon.Base(w+"a") == lexicon.Noun && lexicon.Of(w) == 0
}

// small are words that never stand inside a compound in a tag.
var small = list(`vi du er ert era vår vårt våra min mitt mina din ditt dina en ett den det de och i på av för med till från om är var kan ska vill får har blir gör hur när så här där nu inte mot bara alla allt mer mera du dig oss ni han hon sin sitt sina ut in upp ner hos vid
 både eller men som att ha bli se ses gå ta ge kom hej nej ja tack ej kul ser hör går tar ger vet säg sök bor lär håll släpp dags varje innan efter utan under över`)

// strong are adjectives and verbs that the dictionary also has as nouns.
var strong = list(`trygg hållbar grön god bra ren stark säker smart digital öppen levande fri ny hela tillsammans stoppa sluta läsa resa jobba hjälpa håll släpp sänk tyck bli lek lär fråga anmäl boka kolla ring ge planera spara märk köp sälj plocka tänd släck gul gult gula orange röd rött röda blå svart vit vita svensk svenskt svenska ung unga din ditt vuxen vuxna äldre äldres första sista åk`)

var tagWords = list(`vi du er ert era vår vårt våra min mitt mina din ditt dina en ett den det de och på av för med till från om är var kan ska vill får har blir gör
 bor älskar hjälper tillsammans alla allas hela mer mera mindre bättre bäst bästa ny nya nytt god gott goda bra stor stora liten lilla små trygg tryggt trygga trygghet säker säkert säkra säkerhet
 öppen öppna öppet tillgänglig tillgängligt tillgängliga tillgänglighet hållbar hållbart hållbara hållbarhet grön gröna grönt smart smarta digital digitala digitalt levande fri fria gemensam
 kommun kommunen kommuner region regionen stad staden län länet land sverige svensk svenska skåne småland västernorrland västmanland västmanlands jämtland halland blekinge gävleborg kronoberg gotland västerbotten norrbotten södermanland sörmland östergötland värmland dalarna tyck norrland svealand götaland stockholm göteborg malmö polis polisen räddningstjänst räddningstjänsten
 skola skolan skolor förskola förskolan lärare elev elever barn barnens barnen unga ungdom ungdomar äldre familj familjen vård vården omsorg omsorgen hälsa sjukvård sjukvården
 jobb jobba jobbar jobben arbete arbeta arbetar arbetsplats medarbetare kollega kollegor framtid framtiden framtidens idag imorgon nu här där hem hemma bo leva växa resa resor buss tåg trafik trafiken cykel cykla väg vägen
 miljö miljön klimat klimatet natur naturen park parken skog skogen vatten vattnet hav havet sjö sjön luft energi el återbruk återvinning källsortera sopor avfall
 kultur kulturen konst musik bok böcker läs läsa läsning bibliotek biblioteket museum idrott sport fritid lov lovet sommar sommaren vinter vintern höst hösten vår våren jul julen påsk
 tips tipsa hjälp hjälpa stöd stödja råd fråga frågor svar svara prata samtal dialog möte möten val valet rösta demokrati medborgare invånare
 brott brottet stoppa sluta våld våldet mot hat hot droger narkotika alkohol kör körkort nykter bilar bil fart farten sakta ner håll koll kolla varning info information viktigt nyheter nytt
 fest dag dagen dagar vecka veckan år året tid tiden liv livet människa människor person personer rätt rättighet rättigheter lika värde jämställd jämställdhet mångfald respekt
 visa visar se ser syns lyssna lär lära kunskap utbildning forskning innovation utveckling samverkan samarbete frivillig volontär krisberedskap beredskap kris beredd förberedd
 bygg bygga bygger bostad bostäder plan planer projekt snö halka sand salt vinterväg sol regn storm åska brand branden eld eldning eldningsförbud bakom kulisserna uniformen uniform yrke yrket framför
 landet landsbygd landsbygden torget gatan huset hemmet jorden himlen världen livet händer händerna fötter fötterna bin bina djur fåglar hund hundar katt barnet bästa sverige sveriges svt sr msb smhi
 morgon kväll kvällen natt natten helg helgen måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december
 mat maten lunch kaffe fika frukt vin bröd dans dansa sång sjunga film spel spela teater entré biljett gratis cirkus loppis marknad mässa match träna träning lopp simma bad badet bada is isen skidor åka åker springa gå gångväg
 röst rösten räknas sökes söker lediga tjänst tjänster chef chefer team laget lag våga nära hitta brandman brandmän hus bluff fel tid blod lokal lokala lek service röka flytta hit samma ingen ingenting utanför åk ta bussen bilen tåget ren rent rena första sista nästa betyg id ditt samhälle samhället ansvar makt pengar skatt skatten budget ekonomi företag näringsliv`)

// tails are what makes an adjective of a noun before it: "fossilfri", "brandsäkert".
var tails = list(`fri fritt fria säker säkert säkra smart smarta vänlig vänligt vänliga rik rikt rika lös löst lösa full fullt fulla neutral neutralt neutrala positiv positivt nära`)

// joins are words that stand first in compounds, and heads those that stand last, which the dictionary does not have alone.
var (
	joins = list(`trafik arbets barn skol vård sjuk kultur miljö klimat hälso folk närings närpolis när räddnings social stads kommun region lands bygg bostads vatten energi digital data informations kris krisberedskaps
 säkerhets brotts folkhälso natur vinter sommar jul höst vår hem äldre ungdoms familje lärar skogs cykel buss tåg järn väg el brand eldnings kärn utbildnings forsknings innovations demokrati medborgar invånar natt dag gym fritids idrotts
 hållbarhets tillgänglighets jämställdhets mångfalds kompetens livs kvalitets verksamhets myndighets deltids heltids anhörig blåljus mobil snö föräldra super gymnasie skatte elev jämlikhets världs kvinno seniors mat bil hus hav bad bok is led ledar med sam fram för stor små ny`)
	heads = list(`säkerhet plats dag skola vård omsorg liv hus hall väg tjänst tjänsten trafik fråga frågor plan arbete stöd skydd beredskap förbud hälsa kontor ledning kommun stad polis polisen råd dagen dagar dagarna vecka veckan år året
 märkning förebyggande förebyggare utbildning utveckling bygge politik rätt miljö klimat lov kultur garanti pedagog lärare ledare varning tid tiden station bana bil program projekt forskning verket verk myndighet nämnd förvaltning sköterska stöd svinn svinnet butik affär mässa guide skatt rätt rätten man män brandman rådgivare ämne personal personalen dialog dialogen skräp service dags`)
)

func list(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// everyday reports whether parts are words that tags are made of, one of them more than a small word.
func everyday(parts []string) bool {
	some := false
	for _, p := range parts {
		if _, place := gazetteer.Place(p); !small[p] && !tagWords[p] && !strong[p] && !place {
			return false
		}
		some = some || !small[p] && len(p) > 2
	}
	return some
}
