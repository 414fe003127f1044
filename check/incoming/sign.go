package incoming

import (
	"slices"
	"strings"

	"tilltal/check"
	"tilltal/check/prose"
)

// cue is what words in a message may be a sign of.
type cue int

const (
	threat   cue = iota + 1 // a threat in itself
	violence                // what somebody may threaten with
	at                      // the one addressed, or staff
	will                    // shall, is going to
	figure                  // a figure of speech: nobody is threatened
	child                   // a child
	harm                    // what a child must not meet
	crime                   // a crime in itself, told of
	happened                // it has been done to somebody
	official                // wants to report
	thing                   // what the public reports: lamps, holes, links
	broken                  // in what way it is wrong
	faulty                  // a report in itself
	asks                    // opens a question
	please                  // asks for something
	weapon                  // what one brings to hurt somebody
	dies                    // shall die
	insult                  // a word of hate
	told                    // a child's own words on what it meets at home
	victim                  // a crime told by whom it struck
)

type sign struct {
	cue      cue
	at       check.Span
	sentence int
	word     int // the first
}

var cues = phrasesOf(func(list string) string { return list })

// unaccented are the signs of a threat, as they are written without the marks of Swedish letters.
var unaccented = phrasesOf(marks.Replace)

func phrasesOf(spell func(string) string) *prose.Phrases[cue] {
	p := prose.NewPhrases(map[string]cue{})
	for _, c := range slices.Sorted(keys(lists)) {
		prose.Fill(p, c, spell(lists[c]))
	}
	return p
}

func keys(m map[cue]string) func(yield func(cue) bool) {
	return func(yield func(cue) bool) {
		for c := range m {
			if !yield(c) {
				return
			}
		}
	}
}

func signsOf(t *prose.Text, list *prose.Phrases[cue]) []sign {
	var out []sign
	list.Each(t, func(i, n int, c cue) {
		out = append(out, sign{cue: c, word: i, sentence: t.Words[i].Sentence, at: check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}})
	})
	return out
}

// stretch is a question that has been asked of some sentences: rules ask the same for each of their signs.
type stretch struct {
	from, to int
	kind     cue
}

// answer is a sign, when there is one.
type answer struct {
	sign sign
	ok   bool
}

// own stands for somebody's own son or daughter, in the memory of a reader.
const own cue = -1

// first returns the first sign of a kind in a stretch of sentences; ok is false when there is none.
func (r *reader) first(from, to int, kind cue) (sign, bool) {
	return r.find(stretch{from, to, kind}, func(s sign) bool { return s.cue == kind })
}

// find returns the first sign in a stretch of sentences that fits, and remembers it.
func (r *reader) find(in stretch, fits func(sign) bool) (sign, bool) {
	if a, asked := r.asked[in]; asked {
		return a.sign, a.ok
	}
	var a answer
	i, _ := slices.BinarySearchFunc(r.signs, in.from, func(s sign, sentence int) int { return s.sentence - sentence })
	for ; i < len(r.signs) && r.signs[i].sentence <= in.to && r.signs[i].sentence >= in.from; i++ {
		if fits(r.signs[i]) {
			a = answer{r.signs[i], true}
			break
		}
	}
	if r.asked == nil {
		r.asked = map[stretch]answer{}
	}
	r.asked[in] = a
	return a.sign, a.ok
}

// denied reports whether a word just before a sign takes it back: "ingen har blivit rånad".
func (r *reader) denied(s sign) bool {
	for j := s.word - 1; j >= 0 && j >= s.word-3 && r.t.Words[j].Sentence == s.sentence; j-- {
		if strings.Contains(r.t.Gap(j), ",") {
			return false
		}
		switch r.t.Words[j].Lower {
		case "inte", "ingen", "inga", "aldrig", "icke", "ej", "utan":
			return true
		}
	}
	return false
}

var lists = map[cue]string{
	threat: `vet var du bor, vet var ni bor, vet vart du bor, vet vart ni bor, vet var era barn, vet var dina barn, vet vilken skola, du ska dö, ni ska dö, du kommer dö, du kommer att dö, ni kommer dö, ni kommer att dö, du är död, ni är döda, ni är alla döda,
 jag ska döda, jag kommer döda, jag kommer att döda, vi ska döda, ska jag döda, slå ihjäl dig, slå ihjäl er, skjuta dig, skjuta er, skära halsen, skära upp dig, spränger er, spränga er, spränga stadshuset, spränga kommunhuset, bränna ner, bränner ner, tända eld på,
 passa dig jävligt, akta dig jävligt, vi vet var, du får vad du förtjänar, ni får vad ni förtjänar, du ska få ångra, ni ska få ångra, kommer få ångra, ska få betala med, hoppas du dör, hoppas ni dör, hoppas ni blir, nästa gång är det du, vi ses i mörkret, kom ut ensam, ta med mig geväret, ladda geväret, en kula i, kula i huvudet, i will kill, kill you, we know where you live,
 vet vilken bil, vet vilken buss, vet var du jobbar, vet var du parkerar, vet när du slutar, vet vart dina barn, vi hittar dig, jag hittar dig, vi ska hitta dig, jag ska hitta dig, du ska få stryk, ni ska få stryk, ska få spö, slå in skallen, slå sönder dig, knäcka dina ben, du e dö, du e död, du ä död, du är dö, ni e döda, ni ska få se vad som händer när jag, kniven är slipad, slipat kniven, laddat geväret, laddat bössan, finns en bomb i, finns en bomb på, lagt en bomb, placerat en bomb, smäller det hos er, smäller hos er, molotov*, ni har 24 timmar, bränner jag ner, bränner vi ner, spränger jag, spränger vi, betala med blod, din familj ska få, era familjer ska få, dina barn ska få, dina ungar ska få, passa din rygg, se dig om över axeln, passa dig noga, akta dig noga, annars händer det, då händer det något, snart är det din tur, ni är på listan, du är på listan, vi ses utanför ditt,
 gå och häng dig, häng dig, gå och dö, ta livet av dig, ta livet av er, du förtjänar att dö, ni förtjänar att dö, du borde dö, ni borde dö, du borde skjutas, ni borde skjutas, borde hängas, borde avrättas, slå ihjäl den, slå ihjäl honom, slå ihjäl henne,
 watch your back, hope you die, you will die, you are dead, you're dead, youre dead, ur dead, gonna die, you get shot, you get hurt, put a bullet, i will find you, i'll find you, we will find you, kill yourself, kys, know where you live, know where u live, blow up your, burn your, burn down,
 kommer att bli skjutna, kommer bli skjutna, kommer att bli skjuten, kommer bli skjuten, blir skjuten snart, få lida för, en kniv i ryggen, kniven i ryggen, kula i ryggen, kommer brinna ner, kommer att brinna ner, brinner ner snart, lever inte till, inte leva till, pang pang, ni är nästa, du är näst, du är nästa, ligger du i diket, ligger du i en grav, u will die, you die soon, will die soon, i have a gun, i got a gun, coming with a gun`,
	violence: `döda, dödar, mörda, mördar, skjuta, skjuter, slå, slår, misshandla, knulla, knivhugga, hugga, spränga, spränger, bränna, strypa, skada, skadar, krossa, ihjäl, utplåna,
 hänga, skär, skära, sticka ner, knäcka, kill, shoot, stab, burn, hurt, bomb, rape, beat, strangle, behead, slakta, slaktar, slita, kapa, gasa`,
	at: `dig, er, dej, handläggaren, handläggarna, chefen, kommunchefen, polisen, polisjävel, din familj, era familjer, ditt barn, era barn, henne, honom, personalen, socialtanten, socialtanterna, soctanten, politikerna, rektorn,
 you, your, u, ur, yall, y'all, er alla, din chef, din fru, din man, dina barn, dina ungar, sossarna, handläggarjävel*,
 han den, hon den, den jävla, soc tanten, den där jävla`,
	will: `jag ska, jag kommer, jag kommer att, vi ska, vi kommer, vi kommer att, någon borde, någon ska, någon kommer, man borde, då ska jag, så ska jag, ska jag, ska vi, ska nog, tänker jag, jag tänker,
 ja ska, ja kommer, ska ja, jag skall, skall jag, hoppas någon, hoppas nån, hoppas att någon, hoppas att nån, hoppas de, hoppas dom, önskar att någon, nästa gång, dags att någon, dags att nån, någon måste, i will, i'll, ill, im gonna, i'm gonna, i am going to, i'm going to, we will, we'll, we are going to, gonna, i hope, hope someone, hope somebody`,
	figure: `slå en signal, slå er en signal, slå dig en signal, slå på, slår på, slå upp, skjuta upp, skjuter upp, slå vakt, slår vakt, slå ihop, slå ihop sig, slå vad, slå ner på, slår igen, slå igen, skjuta till, slå sig ner, döda vinkeln, dör av skratt, döda tråden, slå ut, slår ut, skada inte att, skadar inte att, slå till mot, bränna sopor, bränna ris, bränna trädgårdsavfall, bränna löv, få bränna, får bränna, får man bränna, skjuta fyrverkerier, skjuta raketer, skjuta vildsvin,
 hänga upp, hänga med, hänga på, hänga ut, i fortnite, i spelet, i fifa, i padel, i schack, i innebandy, innebandy, fotboll, handboll, hockey, i matchen, matchen, i finalen, slå rekord, slår rekord, skära ner, skär ner, skära gräset, skära ved, slå gräset, slår gräset, slå in paket, slå in papper, slå an, skjuta mål, skjuta straff, kapa häcken, kapa trädet, kapa grenar, at chess, in chess, hurt your feelings,
 i boule, i bowling, i tennis, i pingis, i quiz, i kubb, i curling, i basket, i dart, jakt, jakten, jaktlag*, älgjakt*, skytteklubb*, tillstånd, licens, vapenlicens, lämna in, lämna in ett`,
	child: `barn, barnet, barnen, barnens, barnets, bebis, bebisen, spädbarn*, pojke, pojken, pojkar, flicka, flickan, flickor, elev, eleven, elever, dotter, dottern, min son, hennes son, hans son, sonen, sondotter, systerdotter, syskon, syskonen, tonåring*, tonårs*, småbarn, småbarnen,
 lillebror, lillasyster, min lillebror, min lillasyster, jag är 8, jag är 9, jag är 10, jag är 11, jag är 12, jag är 13, jag är 14, jag är 15, jag är 16, jag är 17, jag går i sexan, jag går i sjuan, jag går i åttan, jag går i nian, jag går i femman, jag går i fyran, kompis i skolan, klasskompis, klasskamrat, min styvson, min styvdotter, ungarna, ungen, kidsen, grannbarn*, en liten kille, en liten tjej, 3-åring*, 4-åring*, 5-åring*, 6-åring*, 7-åring*, 8-åring*, 9-åring*, 10-åring*, 11-åring*, 12-åring*, 13-åring*, treåring*, fyraåring*, femåring*, sexåring*, sjuåring*, åttaåring*, nioåring*, tioåring*,
 grannpojk*, grannflick*, kompis i femman, kompis i sexan, kompis i sjuan, kompis i åttan, kompis i nian, i femman, i sexan, i sjuan, i åttan, tjejerna i laget, killarna i laget, flickorna, pojkarna, tjejerna i klassen, brorsdotter*, systerson*, brorson*, tvååring*, ettåring*, 1-åring*, 2-åring*, lillebrorsan, lillsyrran`,
	harm: `slår, slog, slagit, slagen, slagna, blir slagen, blir slagna, misshandla*, sparkar, sparkade, skriker varje natt, skriker hela nätterna, skrik varje natt, gråter varje natt, gråter hela natten, blåmärken, blåmärke, blåslag*, rädd att gå hem, rädda att gå hem, vågar inte gå hem, vågar inte vara hemma, rädd för pappa, rädd för mamma, rädd för sin pappa, rädd för sin mamma, rädd för sin styvpappa, far illa, fara illa, vanvårda*, får ingen mat, får inte mat, ingen mat hemma, hungrig*, lämnas ensamma, lämnas ensam, lämnade ensamma, lämnad ensam, ensamma hemma, ensam hemma hela, ute ensam på natten, ute mitt i natten, inlåst*, instängd*, låser in,
 pappa dricker, mamma dricker, dricker varje dag, full varje, pappa slår, mamma slår, pappan slår, mamman slår, föräldrarna dricker, föräldrarna knarkar, knarkar hemma, tafsa*, tafsar, antastad*, våldtagen, våldtogs, utnyttja*, sexuella övergrepp, övergrepp, nakenbilder, gromning, grooma*, giftas bort, bortgift, gifta bort, könsstymp*, hedersförtryck, hedersvåld, skär sig, skadar sig själv, vill inte leva, vill dö, orkar inte leva, ta sitt liv, tar livet av sig, hotar att döda, hotar barnen, hotar barnet, luktar urin, smutsiga kläder, säljer knark, springer ärenden åt gänget, rekrytera*, skakar, skakade bebisen,
 ute ensam, ensam ute, ensamma ute, går ute ensam, i bara tröja, utan jacka, kväll och gråter, natt och gråter, sitter ute och, kommer inte hem på, nakna bilder, skickar bilder på sig, hotas av, blir utpressad, blir mobbad, blir hotad, mobbas, vågar inte gå till skolan, svälter, smiskar, låst in, låste in, skakar bebisen, drog i håret, sover i trapphuset, rymt hemifrån`,
	crime: `inbrott, rånad, rånade, rånar, rån, stulen, stulna, stulet, stal, stjäl, stöld, snattade, bedragen, bedrägeri, lurad på pengar, lurade mig på, identitetsstöld, misshandlad, misshandlades, misshandlar, knivhuggen, våldtagen, våldtäkt, ofredad, ofredade, hotad till livet, hotade mig, utpressad, utpressning, knivhot, pistolhotad, skottlossning, skott hörs, hörde skott, säljer knark, säljer narkotika, langar, langning, knarkförsäljning, klottra*, skadegörelse, vandaliser*, krossade rutan, krossat rutan, bränt upp bilen, eldat upp, mordbrand, kör full, körde full, rattfull, olovlig körning, smitning, smet från platsen, körde på mig och, svartjobb*, bidragsfusk, fuskar med bidrag, fuskar med sjukpenning, mutad, muta, mutor, dumpat avfall, dumpar avfall, dumpar kemikalier, tjuvfiskar, tjuvjakt, djurplågeri, vanvårdar djur, stalkar, förföljer mig, kränkande fotografering,
 säljs knark, säljs droger, säljer droger, droghandel, knarkhandel, langas, krossat rutor, krossat rutorna, krossade rutor, krossat fönster, sprängt, eldar upp, lurad på, bestulen, stulits, bestals, snott, snodde, snor, hackat mitt, hackade mitt, kapat mitt, våldtagit, slår mig, slog mig, trakasserar`,
	official: `vill anmäla, göra en anmälan, göra en polisanmälan, polisanmäla, polisanmält, anmäla ett brott, anmäla en stöld, tipsa polisen, tipsa om brott, jag såg när, jag såg en, jag blev, jag har blivit, vi har blivit, min granne, min pappa, min mamma, min son, min dotter, min cykel, min bil, mitt förråd, vårt förråd, vår källare, vårt hus, hos oss, hos mig, i natt, i går, igår, nyss, just nu, precis nu, förra veckan, i helgen, ikväll, i kväll, i eftermiddags, i morse,
 varje kväll, varje natt, varje dag, nån har, någon har, de har, dom har, mitt konto, mina nycklar, min moped, min telefon, min mobil, min plånbok, min väska, vår bil, vår båt, blev lurad, blev bestulen, min mormor, min farmor, min syster, min bror, min kompis, hela tiden`,
	thing: `lampa, lampan, lamporna, lampor, gatlykta, gatlyktan, gatlyktor, gatlyktorna, gatubelysning*, belysning, belysningen, lyktstolpe*, väg, vägen, gata, gatan, cykelvägen, cykelbanan, gångvägen, trottoar*, bron, staketet, bänk, bänken, bänkarna, soptunna, soptunnan, papperskorg*, sopor, soporna, återvinning*, container, containrar, containern, lekplats, lekplatsen, gunga, gungan, gungorna, rutschkanan, hiss, hissen, rulltrappan, trappan, dörren, ramp, rampen, vattnet, vattenläcka, kranen, avlopp, avloppet, brunn, brunnen, brunnslock*, dike, diket, träd, trädet, gren, häck, häcken, skylt, skylten, vägmärke*, trafikljus*, övergångsställe*, busskur, busskuren, hållplatsen, toalett, toaletten, badet, bryggan, p-automat*, parkeringsautomat*, e-tjänst, e-tjänsten, tjänsten, appen, hemsidan, webben, webbplatsen, sidan, länk, länken, länkarna, blankett, blanketten, formulär, formuläret, inlägget, inlägg, bilden, texten, datumet, telefonnumret, numret, adressen, kartan, klockan på, öppettiderna, filmen, pdf:en, telefonen, växeln, snö, snön, plogbilen, isen,
 gatlampa, gatlampan, gatlampor, gatlamporna, lyktan, parken, stigen, spåret, elljusspåret, cykelstället, fontänen, muren, grinden, rastplatsen, sandlådan, gungställningen, klätterställning*, ledstången, handtaget, porten, taket, golvet, källaren, kommunens app, betalningen, inloggningen`,
	broken: `trasig, trasiga, trasigt, sönder, söndrig*, släckt, släckta, lyser inte, funkar inte, fungerar inte, funkar ej, fungerar ej, fungerar ej, går inte att öppna, går inte att använda, går inte att logga in, är nere, ligger nere, kraschar, hänger sig, felstavat, felstavad, stavfel, fel datum, fel adress, fel nummer, fel telefonnummer, fel länk, fel tid, fel bild, är fel, står fel, stämmer inte, stämmer ej, visar fel, läcker, läcka, läckage, översvämma*, hål, hålet, gropar, potthål, oplogad*, inte plogad*, ej plogad*, inte plogat, inte sandad*, osandad, spegelblank*, ishalt, överfull*, full med skräp, svämmar över, tömts inte, inte tömts, inte tömd*, inte tömda, ej tömd*, nedklottra*, nerklottra*, vält, välta, välte, fallit, ramlat, omkull, avbruten, lös, lossnat, glasbitar, krossat glas, krossad, trasas, stinker, luktar, igenväxt, igenvuxen, skymmer, saknas, borta, försvunnit, utgången, finns inte, 404, tom sida, går inte att läsa, stopp i, stopp, blockerad,
 är brunt, brunt vatten, missfärgat, grumligt, rostigt vatten, inte tömt, inte hämtat, inte hämtats, inte hämtade, full av glas, full av skräp, full av, inte skottad, inte skottat, inte saltat, inte saltad, krånglar, funkar fortfarande inte, glappar, gnisslar, sticker upp, har gått av, gått sönder, är av, blinkar, skräpigt, rasat, rasar, sjunkit`,
	faulty: `felanmälan, felanmäla, anmäla fel, anmäla ett fel, rapportera ett fel, rapportera fel, ni har skrivit fel, har ni skrivit fel, ni har fel datum, det har blivit fel, det är ett fel i, fel i inlägget, fel i texten, rätta till, rätta er, sakfel, faktafel,
 ingen plogat, ingen har plogat, ingen sandat, ingen har sandat, har ingen plogat, har ingen sandat, ligger ett träd, träd över vägen, träd över cykelbanan, träd som fallit, hål i vägen, grop i vägen, brunt vatten i kranen`,
	asks: `hur, var, vart, när, varför, vem, vad, vilken, vilket, vilka, vems, är det, kan jag, kan man, kan ni, kan vi, får jag, får man, får vi, ska jag, ska vi, ska man, har ni, finns det, går det, kommer det, kommer ni, gäller det, gäller detta, måste jag, måste man, behöver jag, behöver man, vet ni, vet någon, undrar, jag undrar, vi undrar, undrar om, undrar hur, undrar när, undrar var, undrar varför, en fråga, har en fråga, jag har en fråga, är ni, är badet, är biblioteket, tar ni, brukar ni, får barnen, kostar det,
 nån som vet, någon som vet, nån som kan, någon som kan, är det nån som, är det någon som, vet nån, vet du`,
	please: `kan ni snälla, skulle ni kunna, skulle vilja veta, vill veta, vill gärna veta, vill jag veta, kan någon svara, kan någon hjälpa, hjälp mig, behöver hjälp med, återkom gärna, ring mig, hör av er, kontakta mig, önskar svar, tacksam för svar, snälla svara, kan ni svara, svara gärna, ber om`,
	weapon: `med bössan, med bössa, med geväret, med gevär, med en yxa, med yxan, med kniv, med kniven, med en kniv, med pistol, med pistolen, med en pistol, med machete, med en machete, med basebollträ, med ett basebollträ, med järnrör, med ett järnrör, med en hammare, med bensin, med bensindunk*, med en dunk bensin, med handgranat*, med en handgranat, with a gun, with my gun, with a knife, with an axe,
 ett gevär, mitt gevär, geväret, bössan, min pistol, en pistol, min kniv, machete`,
	dies:   `hon ska dö, han ska dö, dom ska dö, de ska dö, ska dö, borde dö, hoppas hon dör, hoppas han dör, dö din, dö ni`,
	insult: `jävel*, jävlar, jäveln, fitta*, hora*, horunge*, as, asen, aset, svin, svinet, gubbjävel*, kärring*, fan, mongo*, råtta*, landsförrädar*, förrädar*, idioten, polisjävel*, grisar, bög*, bastard*, motherf*, bitch*`,
	told:   `min pappa slår, min mamma slår, min styvpappa slår, min styvmamma slår, min storebror slår, pappa slår mig, mamma slår mig, min pappa dricker varje, min mamma dricker varje, rädd för min pappa, rädd för min mamma, rädd för min styvpappa, min pappa tar på mig, min styvpappa tar på mig, han tar på mig på nätterna, de tänker gifta bort mig, dom tänker gifta bort mig, ska giftas bort`,
	victim: `våldtagit mig, våldtog mig, misshandlat mig, misshandlade mig, rånade mig, rånat mig, slog ner mig, stal min, stal mitt, stal mina, snodde min, snott min, blev lurad på, blev rånad, blev bestulen, blev misshandlad, blev våldtagen, slår sin fru, slår sin sambo, slår sin tjej, slår sin flickvän, slår sin man`,
}
