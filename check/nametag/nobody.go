package nametag

import (
	"slices"
	"strings"
)

// things are companies, newspapers, clubs and the like that stand as names of persons do.
var things = set(`google microsoft apple telia sonera nokia ericsson volvo saab scania ikea ica coop willys lidl hemköp systembolaget apoteket vattenfall eon e.on fortum postnord telenor tele2 tre comhem sj sas norwegian
	ryanair nordea swedbank handelsbanken seb klarna spotify facebook instagram twitter youtube tiktok linkedin snapchat whatsapp messenger netflix ferrari porsche lamborghini hbo disney amazon tesla toyota honda nissan mazda bmw audi mercedes
	volkswagen skoda seat opel fiat peugeot renault citroen kia hyundai ford chevrolet siemens philips sony samsung huawei lenovo dell intel adobe oracle nasdaq reuters bloomberg expressen aftonbladet dagens svenska
	sydsvenskan metro barometern corren norran folkbladet allehanda barcelona real arsenal chelsea liverpool everton tottenham manchester newcastle juventus milan inter roma lazio napoli bayern dortmund schalke ajax
	celtic rangers benfica porto hammarby djurgården aik häcken elfsborg brommapojkarna sirius frölunda färjestad brynäs modo leksand rögle skellefteå växjö hv71 linköping timrå örebro europa norden asien afrika amerika
	skandinavien eu usa nato fn unicef unesco who rädda röda amnesty greenpeace jesus gud allah bibeln koranen jul påsk midsommar lucia halloween valborg pingst advent mars saturnus venus jupiter java linux windows android operation
	lindex åhléns swish bankid clas rusta biltema jula dollarstore arlanda landvetter bromma kastrup norrland svealand götaland skåne halland småland öland gotland blekinge bohuslän dalsland värmland närke dalarna
	england skottland wales storbritannien nordirland sovjetunionen sovjet jugoslavien tjeckoslovakien ddr västtyskland östtyskland västeuropa östeuropa mellanöstern baltikum balkan sydeuropa centraleuropa
	nordamerika sydamerika latinamerika oceanien antarktis arktis sibirien kalifornien florida texas alaska oklahoma nebraska kansas iowa ohio utah oregon arizona nevada montana idaho wyoming colorado minnesota wisconsin
	illinois indiana missouri michigan kentucky tennessee alabama mississippi louisiana arkansas connecticut massachusetts maine vermont delaware maryland hawaii katalonien bayern normandie bretagne toscana sicilien
	uppland södermanland sörmland östergötland västergötland västmanland gästrikland hälsingland medelpad ångermanland härjedalen jämtland västerbotten norrbotten lappland roslagen bergslagen södermalm norrmalm östermalm
	västermalm kungsholmen vättern vänern mälaren hjälmaren siljan kebnekaise sarek öresund kattegatt skagerrak östersjön forsmark ringhals`)

var organisationWords = set("united city arena cup award awards orchestra community organization organisation society university institute international group gallery galleri petroleum bank " +
	"association reactor trade clearinghouse agreement programme program project system systems council committee commission union federation foundation trust office department ministry agency authority board " +
	"centre college library force army navy world international national european corporation standard oil research security service services network alliance act report review " +
	"maxi kvantum supermarket konsum festival marathon open tour trophy league radio television times post herald tribune news magazine records pictures studio studios fc if ik bk sk ff hc aik ifk dif park museum academy " +
	"ab hb kb inc ltd corporation company gmbh aps oy as brothers airlines airport street road avenue theatre nets rangers lakers index")

// organisationEndings are how words end that are organisations, places and things.
var organisationEndings = strings.Fields(`
	förbund förbundet skola skolan verk verket myndighet myndigheten akademi akademien akademiens förening föreningen sällskap bolag bolaget stiftelse
	stiftelsen kyrka kyrkan gatan vägen torget parken universitet högskola institut institutet tidning tidningen bladet posten klubb klubben laget
	partiet sjukhus sjukhuset priset biljetter museet hallen företaget indexet staden området länet kommun byrån projekt`)

// Thing reports whether a word in small letters, or what it is the genitive of, is well known as a company, a newspaper or a club.
func Thing(lower string) bool { return things[lower] || things[strings.TrimSuffix(lower, "s")] }

// Organised reports whether a word in small letters says that the name is an organisation's, a place's or a thing's.
func Organised(lower string) bool {
	return organisationWords[lower] || slices.ContainsFunc(organisationEndings, func(e string) bool { return strings.HasSuffix(lower, e) })
}

// sort tells what a word is as a name of something that is nobody.
func sort(lower string) uint32 {
	n := uint32(0)
	if Thing(lower) {
		n = 1
	}
	if organisationWords[lower] {
		return n | 2
	}
	if Organised(lower) {
		return n | 4
	}
	return n
}

// leaders are the endings of words that present what is nobody: "sjön Rogen", "flygbolaget Finnair".
var leaders = strings.Fields(`bolaget företaget koncernen kedjan operatören leverantören tillverkaren banken jätten klubben laget föreningen förbundet partiet organisationen
	myndigheten tidningen sajten sidan tjänsten guiden kanalen bloggen appen förlaget gruppen bandet filmen boken romanen serien programmet skivan albumet låten pjäsen spelet tävlingen turneringen
	festivalen mässan cupen ligan skolan gymnasiet universitetet sjukhuset museet kyrkan arenan hallen krogen restaurangen hotellet butiken fabriken gruvan staden byn landet orten regionen området
	ön floden sjön älven berget dalen öknen provinsen delstaten stadsdelen förorten kommunen huvudstaden hamnen viken kusten skogen parken gatan vägen torget bron tunneln banan linjen stationen
	flygplatsen orkanen tyfonen stormen cyklonen fartyget båten färjan planet bilen hunden hästen katten modellen märket projektet gården slottet skidorten grannlandet öriket önationen`)

// leading tells what a word says of the name after it: 1 that it is nobody's, 2 that it may lie in a country ("tjeckiska Liberec").
func leading(lower string) uint32 {
	if len(lower) > 5 && strings.HasSuffix(lower, "ska") {
		return 2
	}
	if slices.ContainsFunc(leaders, func(e string) bool { return strings.HasSuffix(lower, e) }) {
		return 1
	}
	return 0
}

// Leads reports whether a word in small letters presents what is nobody: a lake, a company, a town in some country.
func Leads(lower string) bool { return leading(lower) != 0 }
