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

// whole reports whether a tag is one word: in the dictionary, a place, or put together of two nouns.
func whole(tag string) bool {
	if _, ok := gazetteer.Place(tag); ok {
		return true
	}
	return lexicon.Of(tag) != 0 || tagWords[tag] || compound(tag)
}

// price is what a word costs in a division: fewer and longer words are better, and the words of hashtags best.
func price(w string) (cost int, ok bool) {
	switch {
	case len(w) == 1:
		return 30, w == "i"
	case small[w]:
		return 11, true
	case tagWords[w]:
		return 10, true
	case len(w) <= 3:
		return 0, false
	case lexicon.Of(w) != 0:
		return 13, true
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
		if joins[w[:i]] && (heads[w[i:]] || w[i] == 's' && heads[w[i+1:]]) {
			return true
		}
		if i < 4 || len(w)-i < 4 || !joiner(w[:i]) {
			continue
		}
		if k := lexicon.Of(w[i:]); k&lexicon.Noun != 0 {
			return true
		}
	}
	return false
}

// joiner reports whether a word is a noun as it stands first in a compound, and not a word that stands by itself.
func joiner(w string) bool {
	if small[w] || strong[w] {
		return false
	}
	if k := lexicon.Base(w); k == lexicon.Noun {
		_, place := gazetteer.Place(w)
		return !place
	}
	if stem, ok := strings.CutSuffix(w, "s"); ok && len(stem) > 4 {
		return lexicon.Base(stem) == lexicon.Noun
	}
	return len(w) > 4 && lexicon.Base(w+"a") == lexicon.Noun && lexicon.Of(w) == 0
}

// small are words that never stand inside a compound in a tag.
var small = list(`vi du er ert era vår vårt våra min mitt mina din ditt dina en ett den det de och i på av för med till från om är var kan ska vill får har blir gör hur när så här där nu inte mot bara alla allt mer mera du dig oss ni han hon sin sitt sina ut in upp ner hos vid
 både eller men som att ha bli se ses gå ta ge kom hej nej ja tack ej`)

// strong are adjectives and verbs that the dictionary also has as nouns.
var strong = list(`trygg hållbar grön god bra ren stark säker smart digital öppen levande fri ny hela tillsammans stoppa sluta läsa resa jobba hjälpa`)

var tagWords = list(`vi du er ert era vår vårt våra min mitt mina din ditt dina en ett den det de och på av för med till från om är var kan ska vill får har blir gör
 bor älskar hjälper tillsammans alla allas hela mer mera mindre bättre bäst bästa ny nya nytt god gott goda bra stor stora liten lilla små trygg tryggt trygga trygghet säker säkert säkra säkerhet
 öppen öppna öppet tillgänglig tillgängligt tillgängliga tillgänglighet hållbar hållbart hållbara hållbarhet grön gröna grönt smart smarta digital digitala digitalt levande fri fria gemensam
 kommun kommunen kommuner region regionen stad staden län länet land sverige svensk svenska skåne småland dalarna norrland svealand götaland stockholm göteborg malmö polis polisen räddningstjänst räddningstjänsten
 skola skolan skolor förskola förskolan lärare elev elever barn barnens barnen unga ungdom ungdomar äldre familj familjen vård vården omsorg omsorgen hälsa sjukvård sjukvården
 jobb jobba jobbar jobben arbete arbeta arbetar arbetsplats medarbetare kollega kollegor framtid framtiden framtidens idag imorgon nu här där hem hemma bo leva växa resa resor buss tåg trafik trafiken cykel cykla väg vägen
 miljö miljön klimat klimatet natur naturen park parken skog skogen vatten vattnet hav havet sjö sjön luft energi el återbruk återvinning källsortera sopor avfall
 kultur kulturen konst musik bok böcker läs läsa läsning bibliotek biblioteket museum idrott sport fritid lov lovet sommar sommaren vinter vintern höst hösten vår våren jul julen påsk
 tips tipsa hjälp hjälpa stöd stödja råd fråga frågor svar svara prata samtal dialog möte möten val valet rösta demokrati medborgare invånare
 brott brottet stoppa sluta våld våldet mot hat hot droger narkotika alkohol kör körkort nykter bilar bil fart farten sakta ner håll koll kolla varning info information viktigt nyheter nytt
 fest dag dagen dagar vecka veckan år året tid tiden liv livet människa människor person personer rätt rättighet rättigheter lika värde jämställd jämställdhet mångfald respekt
 visa visar se ser syns lyssna lär lära kunskap utbildning forskning innovation utveckling samverkan samarbete frivillig volontär krisberedskap beredskap kris beredd förberedd
 bygg bygga bygger bostad bostäder plan planer projekt snö halka sand salt vinterväg sol regn storm åska brand branden eld eldning eldningsförbud bakom kulisserna uniformen uniform yrke yrket framför`)

// joins are words that stand first in compounds, and heads those that stand last, which the dictionary does not have alone.
var (
	joins = list(`trafik arbets barn skol vård sjuk kultur miljö klimat hälso folk närings närpolis när räddnings social stads kommun region lands bygg bostads vatten energi digital data informations kris krisberedskaps
 säkerhets brotts folkhälso natur vinter sommar jul höst vår hem äldre ungdoms familje lärar skogs cykel buss tåg järn väg el brand eldnings kärn utbildnings forsknings innovations demokrati medborgar invånar natt dag gym fritids idrotts
 hållbarhets tillgänglighets jämställdhets mångfalds kompetens livs kvalitets verksamhets myndighets led ledar med sam fram för stor små ny`)
	heads = list(`säkerhet plats dag skola vård omsorg liv hus hall väg tjänst tjänsten trafik fråga frågor plan arbete stöd skydd beredskap förbud hälsa kontor ledning kommun stad polis polisen råd dagen dagar dagarna vecka veckan år året
 märkning förebyggande förebyggare utbildning utveckling bygge politik rätt miljö klimat lov kultur garanti pedagog lärare ledare varning tid tiden station bana bil program projekt forskning verket verk myndighet nämnd förvaltning sköterska`)
)

func list(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
