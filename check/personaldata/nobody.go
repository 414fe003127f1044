package personaldata

import (
	"strings"

	"tilltal/check/gazetteer"
	"tilltal/check/prose"
)

// creatures are beasts and things that are given names as people are.
var creatures = words("hund hunden tjänstehund tjänstehunden polishund polishunden narkotikahund spårhunden ledarhunden katt katten häst hästen ponnyn kossan kon grisen båt båten färjan fartyget plogbil plogbilen " +
	"roboten maskinen lejonet björnen vargen lodjuret valpen kaninen papegojan stormen orkanen boken filmen")

// place reports whether word i is said to be no person: the place that the account speaks of, what is no given name after "i", a
// beast, or a day.
func (r *reader) place(i int) bool {
	w := r.prose.Words[i].Lower
	if home := prose.Plainly(r.in.Place); home != "" && (w == home || w == home+"s") {
		return true
	}
	if i > 0 && r.prose.Joined(i-1) && creatures[r.prose.Words[i-1].Lower] || r.dated(i) {
		return true
	}
	return i > 0 && r.prose.Words[i-1].Lower == "i" && r.prose.Joined(i-1) && !r.part(i).kinds.Has(gazetteer.Given|gazetteer.GivenAbroad)
}

// englishDays are the months and days that English writes with a capital, some of which are names.
var englishDays = words("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday easter christmas")

// beforeDays are words that a month or a day follows in English.
var beforeDays = words("in on of by until from since this next last every early late mid before after during")

// dated reports whether word i is a month or a day in English: the text is, or a number or a word that days follow stands before.
func (r *reader) dated(i int) bool {
	if !englishDays[r.prose.Words[i].Lower] {
		return false
	}
	if strings.HasPrefix(r.in.Language, "en") {
		return true
	}
	if i == 0 || r.prose.Opens(i) {
		return false
	}
	before := r.prose.Words[i-1]
	return beforeDays[before.Lower] || before.Lower != "" && before.Lower[0] >= '0' && before.Lower[0] <= '9'
}

// presents reports whether word i opens its sentence and says who somebody is, before the given name: "Svensken Anna Berg".
func (r *reader) presents(i, to int) bool {
	if i+1 >= to || !r.prose.Opens(i) || r.part(i).kinds&^gazetteer.Word != 0 || !r.part(i+1).kinds.Has(gazetteer.Given|gazetteer.GivenAbroad) {
		return false
	}
	lower := r.prose.Words[i].Lower
	for _, e := range []string{"en", "et", "an", "na", "or", "ör", "are", "ska", "chef"} {
		if len(lower) > 6 && strings.HasSuffix(lower, e) {
			return true
		}
	}
	return false
}

// thing reports whether a word by itself is more often a place, a company, a club or a newspaper than somebody.
func (r *reader) thing(lower string) bool {
	stem := strings.TrimSuffix(lower, "s")
	if things[lower] || things[stem] {
		return true
	}
	return (gazetteer.World(lower) || gazetteer.World(stem)) && !gazetteer.Person(lower).Has(gazetteer.Given)
}

var things = words(`google microsoft apple telia sonera nokia ericsson volvo saab scania ikea ica coop willys lidl hemköp systembolaget apoteket vattenfall eon e.on fortum postnord telenor tele2 tre comhem sj sas norwegian
	ryanair nordea swedbank handelsbanken seb klarna spotify facebook instagram twitter youtube tiktok linkedin snapchat whatsapp messenger netflix ferrari porsche lamborghini hbo disney amazon tesla toyota honda nissan mazda bmw audi mercedes
	volkswagen skoda seat opel fiat peugeot renault citroen kia hyundai ford chevrolet siemens philips sony samsung huawei lenovo dell intel adobe oracle nasdaq reuters bloomberg expressen aftonbladet dagens svenska
	sydsvenskan metro barometern corren norran folkbladet allehanda barcelona real arsenal chelsea liverpool everton tottenham manchester newcastle juventus milan inter roma lazio napoli bayern dortmund schalke ajax
	celtic rangers benfica porto hammarby djurgården aik häcken elfsborg brommapojkarna sirius frölunda färjestad brynäs modo leksand rögle skellefteå växjö hv71 linköping timrå örebro europa norden asien afrika amerika
	skandinavien eu usa nato fn unicef unesco who rädda röda amnesty greenpeace jesus gud allah bibeln koranen jul påsk midsommar lucia halloween valborg pingst advent mars saturnus venus jupiter java linux windows android`)

var organisationWords = words("united city arena cup award awards orchestra community organization organisation society university institute international group gallery galleri petroleum bank " +
	"festival marathon open tour trophy league radio television times post herald tribune news magazine records pictures studio studios fc if ik bk sk ff hc aik ifk dif park museum academy " +
	"ab hb kb inc ltd corporation company gmbh aps oy as brothers airlines airport street road avenue theatre nets rangers lakers index")

var organisationEndings = []string{"förbund", "förbundet", "skola", "skolan", "verk", "verket", "myndighet", "myndigheten", "akademi", "akademien", "akademiens", "förening", "föreningen", "sällskap",
	"bolag", "bolaget", "stiftelse", "stiftelsen", "kyrka", "kyrkan", "gatan", "vägen", "torget", "parken", "universitet", "högskola", "institut", "institutet", "tidning", "tidningen", "bladet",
	"posten", "klubb", "klubben", "laget", "partiet", "sjukhus", "sjukhuset", "priset", "biljetter", "museet", "hallen", "företaget", "indexet", "staden", "området", "länet", "kommun", "byrån", "projekt"}

// organised reports whether a word says that the name is an organisation's, a place's or a thing's.
func organised(lower string) bool {
	if organisationWords[lower] {
		return true
	}
	for _, e := range organisationEndings {
		if strings.HasSuffix(lower, e) && len(lower) >= len(e) {
			return true
		}
	}
	return false
}
