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
	government                        // the government, whose decisions are news also when an election is near
	poll                              // what is voted on that is no election
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
		samsung, spotify, netflix, byggmax, xxl, stadium, h & m, kappahl, åhléns, rusta, jysk, biltema, jula, espresso house, starbucks, subway, sibylla, arla, marabou, fazer, cloetta, coca-cola, pepsi, alvedon, ipren, treo, apoteket, apoteket hjärtat, apotea, kronans apotek, nordea, swedbank, handelsbanken, telia, tele2, comviq, postnord, dhl, bolt, uber, foodora, wolt, airbnb, amazon, temu, klarna, zara, google, samsung galaxy, audi, bmw, saab, kia, skoda,
		restaurangen, restaurang, pizzeria, pizzerian, kiosken, glasskiosken, glassbaren, fiket, fik, salongen, hårsalong, hårsalongen, frisören, frisör, nagelsalong*, sportaffären, sportbutiken, affären, blomsterhandeln, blomsteraffären, skoaffären, cykelhandlaren, livsmedelsbutiken, gårdsbutiken, bryggeriet, vingården, resebyrån, mäklaren, mäklarfirman, optikern, tandläkarkliniken, skönhetskliniken, kaféet, caféet, butiken, gymmet, bageriet, företaget, bilhandlaren, frisörsalongen, krogen, hotellet, varumärket, vår leverantör, vår sponsor, sponsor, sponsorn, sponsorer, vår samarbetspartner,
		ica kvantum, ica nära, ica supermarket, nordic wellness, friskis & svettis, xxl sport, dollarstore, mekonomen, bauhaus, hornbach, systembolaget, k-rauta`,
	offer: `rabattkod*, rabattkoden, kampanjpris, missa inte erbjudandet, specialerbjudande*, passa på att köpa, köp nu, handla nu, beställ nu, bästa pizzan, bästa kaffet, bästa priset, bästa priserna, lägsta pris, lägsta priser, marknadens bästa, sveriges bästa,
		stans bästa, annonssamarbete, betalt samarbete, i samarbete med vår sponsor, mängdrabatt, först till kvarn gäller rea, procent på allt, procent rabatt, procents rabatt, rabatt på, rea hos, reapris, stans godaste, stadens bästa, stans billigaste, billigast i stan, godaste latte, godaste glass, godaste pizzan, godaste kaffet, världens bästa, sponsrat av, sponsras av, våra sponsorer, tack till vår sponsor, bjuder på korv, boka hos, köp hos, handla hos, beställ hos, erbjuder våra följare, gratis provpåse, outlet, black friday-rea, halva priset hos, gå och köp, länk till butiken, köp biljetter hos,
		handla gärna hos, sponsringen, tack för sponsringen, gynna våra, handla av`,
	buy: `köp, köper du, handla, handlar du, ät, unna dig, passa på, prova, testa, besök, gå till, boka, boka bord, missa inte, skynda, kolla in,
		använd koden, handla gärna, gå dit`,
	praise: `bäst, bästa, toppen, grym, klockren*, magisk*, ljuvlig*, himmelsk*, outstanding, rekommenderar, godast, godaste, fantastisk, fantastiska, fantastiskt, grymma, suverän, suveräna, suveränt, rekommenderar varmt, varmt rekommendera, kan varmt rekommenderas, rekommenderas varmt, älskar, favorit, favoriten, oslagbar*, underbar, underbara, supergod*, jättegod*, toppenbra, prisvärd, prisvärda`,
	call: `skriv under, underteckna, namnlista*, manifestation*, demonstration mot, demonstrationen mot, skriv på för, skriv på listan, skriv på mot, kräv mer, kräv att, säg nej till, säg ja till, protestera, protestmöte*, protestmarsch*, mejla riksdagen, mejla regeringen, ring regeringen, ring din politiker, hör av er till politikerna, vägra att, strejka för, gå ut på gatan, häng på uppropet, stöd kravet, stöd uppropet, stöd strejken, lajka och dela om, dela om du tycker, skriv på uppropet, namninsamling*, protestlista*, skriv på protestlistan, uppropet, bojkotta, bojkott, demonstrera mot, demonstrera för, protestera mot, kom och protestera, gå med i kampen, stötta kampanjen, stöd kampanjen,
		stoppa bygget, rädda skolan, rädda sjukhuset, rösta nej i folkomröstningen, rösta ja i folkomröstningen, dela om du håller med, gilla om du håller med, tryck gilla om du, mejla politikerna, ring politikerna, påverka politikerna,
		gå med i protesten, med i protesten, protesten mot, gå med i uppropet, skriv under listan, ställ upp för`,
	question: `kärnkraft*, kärnkraftverk*, kärnvapen*, straff för, dubbla straff, straffskala*, dubbelt straff, vårdbolag*, privata vårdbolag, skolkoncern*, riskkapital*, skolval*, betygssystem*, kolonial*, elpris*, elområde*, elstöd*, utsläpp*, klimatmål*, miljözon*, dubbdäck*, bilskatt*, drivmedelsskatt*, arvsskatt*, fastighetsskatt*, förmögenhetsskatt*, bidragssystem*, hårdare tag, tiggeri*, tiggeriförbud*, angiverilag*, återvandring*, euro, eu-medlemskap*, försvarsanslag*, värnplikt*, dödshjälp*, könsneutral*, hbtqi-frågor, prideflagg*, sametinget, gruvbrytning*, gruva, gruvan, skogspolitik*, vargstam*, public service*, monarki*, vindkraft*, vindkraftverk*, invandring*, migrationspolitik*, asylpolitik*, gränskontroll*, skattesänkning*, skattehöjning*, sänkt skatt, höjd skatt, rut-avdrag*, rot-avdrag*, ränteavdrag*, nato*, vinster i välfärden, vinstuttag*, friskol*, religiösa friskolor,
		slöjförbud*, böneutrop*, koranbränning*, abortlag*, aborträtt*, könstillhörighetslag*, vapenexport*, bensinskatt*, reduktionsplikt*, klimatpolitik*, flygskatt*, trängselskatt*, a-kassan, karensdag*, pensionsålder*, bidragstak*, aktivitetskrav*,
		privatisering*, utförsäljning*, marknadshyror*, hårdare straff, visitationszon*, anonyma vittnen, ungdomsfängelse*, israel, palestina, gaza, ukrainakriget, rysslandssanktion*, monarkin, republik, folkomröstning*, vargjakt*, licensjakt*, strandskydd*, kommunsammanslagning*, regionfrågan,
		palestinas, israels, kina, ryssland, euron, abort, aborter, skatten för de rika, skatt på de rika, slöja, slöjan, eu-skatt*, cementa, höghastighetståg*, sexårsgräns*`,
	stance: `vi anser, vi tycker, tycker vi, tycker jag, anser vi, höj, sänk, riv upp, förbjud, tillåt, borde förbjudas, ska förbjudas, måste förbjudas, måste stoppas, måste bli, förstör, förstörde, förgiftar, dränerar, utarmar, slår sönder, raserar, hotar, är slöseri, slöseri med, är idioti, är dumt, är bra, är dåligt, är onödig*, behövs dubbla, behövs, ska inte, bör, krävs, dags att, på tiden, skrota, avskaffa, inför, bygg ut, lägg ner, är för feg, för fega, jag tycker, jag anser, vi är för, vi är emot, är emot, vi säger nej, vi säger ja, ja till, nej till, säger ja till, säger nej till, stoppa, äntligen, tyvärr, borde, måste bort, ska bort, är fel, är rätt väg, är galenskap, är vansinne, är en katastrof, en skandal, skandal,
		skamligt, självklart ska, vi stödjer, vi stöder, vi står bakom, står vi bakom, för oss är det självklart, behövs mer, behövs mindre, är lösningen, är inte lösningen, det enda rätta, hoppas vi att det blir, heja, leve, ned med, länge leve,
		vi står på, tar avstånd, tar avstånd från, ett misstag, en självklarhet, självklart för oss, är mord, vår linje, säger ifrån, säger vi, menar vi, vi kräver, på rätt sida, på fel sida, är en skam, vi tror på, vi tror inte på`,
	representative: `kommunalråd*, regionråd*, borgarråd*, borgmästar*, statsråd*, oppositionsråd*, statsminister*, finansminister*, justitieminister*, socialminister*, utrikesminister*, migrationsminister*, minister, ministern, riksdagsledamot*, partiledar*, nämndordförande*,
		kommunstyrelsens ordförande, regionstyrelsens ordförande, fullmäktiges ordförande, gruppledare*, politiker, politikern, politikerna, våra politiker, oppositionen, majoriteten, alliansen, tidöpartierna, toppkandidat*, kandidaten, kandidater, kandidaterna`,
	credit:     `lovar, lovade, har lovat, tack, tackar, har fixat, fixade, fixar, har ordnat, ordnade, har lyssnat, lyssnar på er, jobbar hårt, jobbat hårt, kämpat för, ser till att, skaffade, har skaffat, bjuder på, räddade, räddar, har räddat, stod upp för, står upp för, gör ett fantastiskt, gör ett bra, utlovar, ger er, ger dig, gav oss, ger oss, har sett till att, såg till att, tack vare, är det tack vare, levererar, har levererat, satsar på er, kämpar för, har kämpat för, vår egen, förtjänar er röst, förtjänar en eloge, eloge till`,
	party:      `socialdemokraterna, moderaterna, sverigedemokraterna, centerpartiet, vänsterpartiet, kristdemokraterna, liberalerna, miljöpartiet, sossarna, feministiskt initiativ, piratpartiet, medborgerlig samling, partiet nyans`,
	promise:    `vallöfte*, valmanifest*, valbudskap*, valfilm*, valaffisch*, valstuga, valstugan, valstugor, efter valet ska vi, om vi får fortsätta, valseger*`,
	ballot:     `rösta på, rösta för, rösta mot, lägg din röst på, kryssa, byt majoritet, ny majoritet, valspecial, valkampanj*`,
	government: `regeringen, regeringens`,
	poll:       `förslag, förslaget, favoritförslag*, favoritbok*, årets bok, årets eldsjäl, namnförslag*, medborgarförslag*, medborgarbudget*, lekplats, lekplatsen, logotyp*, låt, tävlingsbidrag*, publikpris*`,
}
