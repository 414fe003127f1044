package impartiality

import "tilltal/check/prose"

// meaning is what a word or phrase may be a sign of.
type meaning int

const (
	shop           meaning = iota + 1 // a company, a shop, a product
	offer                             // what only advertising says
	buy                               // buy, visit
	praise                            // the best, warmly recommended
	call                              // sign, boycott, demonstrate
	question                          // what parties quarrel about
	stance                            // for, against, at last
	representative                    // an elected person, by role
	credit                            // promised, gave us
	party                             // a party by name
	promise                           // what will come if
	ballot                            // vote so
)

var lexicon = func() *prose.Phrases[meaning] {
	p := prose.NewPhrases(map[string]meaning{})
	for m, list := range lists {
		prose.Fill(p, m, list)
	}
	return p
}()

// lists were written for Tilltal. No phrase means two things.
var lists = map[meaning]string{
	shop: `ica, ica maxi, coop, willys, lidl, hemköp, mcdonalds, mcdonald's, burger king, max hamburgare, ikea, elgiganten, clas ohlson, h&m, lindex, circle k, preem, okq8, ingo, volvo, tesla, toyota, apple, iphone,
		samsung, spotify, netflix, restaurangen, pizzerian, kaféet, caféet, butiken, gymmet, bageriet, företaget, bilhandlaren, frisörsalongen, krogen, hotellet, varumärket, vår leverantör, vår sponsor, sponsor, sponsorn, sponsorer, vår samarbetspartner`,
	offer: `rabattkod*, rabattkoden, kampanjpris, missa inte erbjudandet, specialerbjudande*, passa på att köpa, köp nu, handla nu, beställ nu, bästa pizzan, bästa kaffet, bästa priset, bästa priserna, lägsta pris, lägsta priser, marknadens bästa, sveriges bästa,
		stans bästa, annonssamarbete, betalt samarbete, i samarbete med vår sponsor, mängdrabatt, först till kvarn gäller rea, outlet, black friday-rea, halva priset hos, gå och köp, länk till butiken, köp biljetter hos`,
	buy:    `köp, köper du, handla, handlar du, ät, unna dig, passa på, prova, testa, besök`,
	praise: `bäst, bästa, godast, godaste, fantastisk, fantastiska, fantastiskt, grymma, suverän, suveräna, suveränt, rekommenderar varmt, varmt rekommendera, kan varmt rekommenderas, rekommenderas varmt, älskar, favorit, favoriten, oslagbar*, underbar, underbara, supergod*, jättegod*, toppenbra, prisvärd, prisvärda`,
	call: `skriv under, skriv på uppropet, namninsamling*, protestlista*, skriv på protestlistan, uppropet, bojkotta, bojkott, demonstrera mot, demonstrera för, protestera mot, kom och protestera, gå med i kampen, stötta kampanjen, stöd kampanjen,
		stoppa bygget, rädda skolan, rädda sjukhuset, rösta nej i folkomröstningen, rösta ja i folkomröstningen, dela om du håller med, gilla om du håller med, tryck gilla om du, mejla politikerna, ring politikerna, påverka politikerna`,
	question: `kärnkraft*, vindkraft*, vindkraftverk*, invandring*, migrationspolitik*, asylpolitik*, gränskontroll*, skattesänkning*, skattehöjning*, sänkt skatt, höjd skatt, rut-avdrag*, rot-avdrag*, ränteavdrag*, nato*, vinster i välfärden, vinstuttag*, friskol*, religiösa friskolor,
		slöjförbud*, böneutrop*, koranbränning*, abortlag*, aborträtt*, könstillhörighetslag*, vapenexport*, bensinskatt*, reduktionsplikt*, klimatpolitik*, flygskatt*, trängselskatt*, a-kassan, karensdag*, pensionsålder*, bidragstak*, aktivitetskrav*,
		privatisering*, utförsäljning*, marknadshyror*, hårdare straff, visitationszon*, anonyma vittnen, ungdomsfängelse*, israel, palestina, gaza, ukrainakriget, rysslandssanktion*, monarkin, republik, folkomröstning*, vargjakt*, licensjakt*, strandskydd*, kommunsammanslagning*, regionfrågan`,
	stance: `vi anser, vi tycker, jag tycker, jag anser, vi är för, vi är emot, är emot, vi säger nej, vi säger ja, ja till, nej till, säger ja till, säger nej till, stoppa, äntligen, tyvärr, borde, måste bort, ska bort, är fel, är rätt väg, är galenskap, är vansinne, är en katastrof, en skandal, skandal,
		skamligt, självklart ska, vi stödjer, vi stöder, vi står bakom, står vi bakom, för oss är det självklart, behövs mer, behövs mindre, är lösningen, är inte lösningen, det enda rätta, hoppas vi att det blir, heja, leve, ned med, länge leve`,
	representative: `kommunalråd*, regionråd*, borgarråd*, oppositionsråd*, statsminister*, finansminister*, justitieminister*, socialminister*, utrikesminister*, migrationsminister*, minister, ministern, riksdagsledamot*, partiledar*, nämndordförande*,
		kommunstyrelsens ordförande, regionstyrelsens ordförande, fullmäktiges ordförande, gruppledare*, landshövding*, politiker, politikern, politikerna, våra politiker, regeringen, oppositionen, majoriteten, alliansen, tidöpartierna, toppkandidat*, kandidaten, kandidater, kandidaterna`,
	credit:  `lovar, lovade, har lovat, utlovar, ger er, ger dig, gav oss, ger oss, har sett till att, såg till att, tack vare, är det tack vare, levererar, har levererat, satsar på er, kämpar för, har kämpat för, vår egen, förtjänar er röst, förtjänar en eloge, eloge till`,
	party:   `socialdemokraterna, moderaterna, sverigedemokraterna, centerpartiet, vänsterpartiet, kristdemokraterna, liberalerna, miljöpartiet, sossarna, feministiskt initiativ, piratpartiet, medborgerlig samling, partiet nyans`,
	promise: `vallöfte*, valmanifest*, valbudskap*, valfilm*, valaffisch*, valstuga, valstugan, valstugor, efter valet ska vi, om vi får fortsätta, valseger*`,
	ballot:  `rösta på, rösta för, rösta mot, lägg din röst på, kryssa, byt majoritet, ny majoritet, valspecial, valkampanj*`,
}
