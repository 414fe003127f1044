package accessibility

import (
	"strings"

	"tilltal/check/gazetteer"
)

// divide splits the words of a hashtag, written together in small letters, by the words that Swedish authorities put in
// theirs. It returns nil when they are not all known, or when the tag is one word: #trafiksäkerhet stays whole.
func divide(tag string) []string {
	if compound(tag) {
		return nil
	}
	type step struct {
		from  int
		cost  int
		reach bool
	}
	steps := make([]step, len(tag)+1)
	steps[0].reach = true
	for i := 0; i < len(tag); i++ {
		if !steps[i].reach {
			continue
		}
		for j := i + 1; j <= len(tag) && j-i <= 30; j++ {
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
	return out
}

// price is what a word costs in a division: fewer and longer words are better.
func price(w string) (cost int, ok bool) {
	switch {
	case len(w) == 1:
		return 25, w == "i"
	case tagWords[w] || len(w) > 4 && compound(w):
		return 10, true
	case len(w) > 4 && len(w) < 24:
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

// compound reports whether a word is one Swedish word made of two: a noun that joins (with or without s) and a noun.
func compound(w string) bool {
	for i := 3; i+3 <= len(w); i++ {
		if joins[w[:i]] && (heads[w[i:]] || w[i] == 's' && heads[w[i+1:]]) {
			return true
		}
	}
	return false
}

var tagWords = list(`vi du er ert era vår vårt våra min mitt mina din ditt dina en ett den det de och i på av för med till från om är var kan ska vill får har blir gör
 bor älskar hjälper tillsammans alla allas hela mer mera mindre bättre bäst bästa ny nya nytt god gott goda bra stor stora liten lilla små trygg tryggt trygga trygghet säker säkert säkra säkerhet
 öppen öppna öppet tillgänglig tillgängligt tillgängliga tillgänglighet hållbar hållbart hållbara hållbarhet grön gröna grönt smart smarta digital digitala digitalt levande fri fria gemensam
 kommun kommunen kommuner region regionen stad staden län länet land sverige svensk svenska skåne småland dalarna norrland svealand götaland stockholm göteborg malmö polis polisen räddningstjänst räddningstjänsten
 skola skolan skolor förskola förskolan lärare elev elever barn barnen unga ungdom ungdomar äldre familj familjen vård vården omsorg omsorgen hälsa sjukvård sjukvården
 jobb jobba jobbar jobben arbete arbeta arbetar arbetsplats medarbetare kollega kollegor framtid framtiden framtidens idag imorgon nu här där hem hemma bo leva växa resa resor buss tåg trafik trafiken cykel cykla väg vägen
 miljö miljön klimat klimatet natur naturen park parken skog skogen vatten vattnet hav havet sjö sjön luft energi el återbruk återvinning källsortera sopor avfall
 kultur kulturen konst musik bok böcker läs läsa läsning bibliotek biblioteket museum idrott sport fritid lov lovet sommar sommaren vinter vintern höst hösten vår våren jul julen påsk
 tips tipsa hjälp hjälpa stöd stödja råd fråga frågor svar svara prata samtal dialog möte möten val valet rösta demokrati medborgare invånare
 ditt brott brottet stoppa sluta våld våldet mot hat hot droger narkotika alkohol kör körkort nykter bilar bil fart farten sakta ner håll koll kolla varning info information viktigt nyheter nytt
 fest dag dagen dagar vecka veckan år året tid tiden liv livet människa människor person personer rätt rättighet rättigheter lika värde jämställd jämställdhet mångfald respekt
 visa visar se ser syns lyssna lär lära kunskap utbildning forskning innovation utveckling samverkan samarbete frivillig volontär krisberedskap beredskap kris beredd förberedd
 bygg bygga bygger bostad bostäder plan planer projekt snö halka sand salt vinterväg sol regn storm åska brand branden eld eldning eldningsförbud bakom kulisserna uniformen uniform yrke yrket bakom framför`)

// joins are words that stand first in compounds, and heads those that stand last.
var (
	joins = list(`trafik arbets barn skol vård sjuk kultur miljö klimat hälso folk närings närpolis när räddnings social stads kommun region lands bygg bostads vatten energi digital data informations kris krisberedskaps
 säkerhets brotts folkhälso natur vinter sommar jul höst vår hem äldre ungdoms familje lärar skogs cykel buss tåg järn väg el brand eldnings kärn utbildnings forsknings innovations demokrati medborgar invånar natt dag gym fritids idrotts
 hållbarhets tillgänglighets jämställdhets mångfalds arbets kompetens livs kvalitets verksamhets myndighets lands led ledar med med sam fram för`)
	heads = list(`säkerhet plats dag skola vård omsorg liv hus hall väg tjänst tjänsten trafik fråga frågor plan arbete stöd skydd beredskap förbud hälsa kontor ledning kommun stad polis polisen råd dag dagen dagar dagarna vecka veckan år året
 märkning förebyggande förebyggare utbildning utveckling bygge politik rätt miljö klimat lov kultur garanti pedagog lärare ledare varning tid tiden station bana bil program projekt forskning verket verk myndighet nämnd förvaltning sköterska`)
)

func list(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
