package incoming

import (
	"slices"

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
)

type sign struct {
	cue      cue
	at       check.Span
	sentence int
	word     int // the first
}

var cues = func() *prose.Phrases[cue] {
	p := prose.NewPhrases(map[string]cue{})
	for _, c := range slices.Sorted(keys(lists)) {
		prose.Fill(p, c, lists[c])
	}
	return p
}()

func keys(m map[cue]string) func(yield func(cue) bool) {
	return func(yield func(cue) bool) {
		for c := range m {
			if !yield(c) {
				return
			}
		}
	}
}

func marksOf(t *prose.Text) []sign {
	var out []sign
	cues.Each(t, func(i, n int, c cue) {
		out = append(out, sign{cue: c, word: i, sentence: t.Words[i].Sentence, at: check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}})
	})
	return out
}

// first returns the first sign of a kind in a stretch of sentences; ok is false when there is none.
func (r *reader) first(from, to int, kinds ...cue) (sign, bool) {
	i, _ := slices.BinarySearchFunc(r.signs, from, func(s sign, sentence int) int { return s.sentence - sentence })
	for ; i < len(r.signs) && r.signs[i].sentence <= to && r.signs[i].sentence >= from; i++ {
		if slices.Contains(kinds, r.signs[i].cue) {
			return r.signs[i], true
		}
	}
	return sign{}, false
}

// denied reports whether a word just before a sign takes it back: "ingen har blivit rånad".
func (r *reader) denied(s sign) bool {
	for j := s.word - 1; j >= 0 && j >= s.word-3 && r.t.Words[j].Sentence == s.sentence; j-- {
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
 passa dig jävligt, akta dig jävligt, vi vet var, du får vad du förtjänar, ni får vad ni förtjänar, du ska få ångra, ni ska få ångra, kommer få ångra, ska få betala med, hoppas du dör, hoppas ni dör, hoppas ni blir, nästa gång är det du, vi ses i mörkret, kom ut ensam, ta med mig geväret, ladda geväret, en kula i, kula i huvudet, i will kill, kill you, we know where you live`,
	violence: `döda, dödar, mörda, mördar, skjuta, skjuter, slå, slår, misshandla, knulla, knivhugga, hugga, spränga, spränger, bränna, strypa, skada, skadar, krossa, ihjäl, utplåna, hänga er, hänga dig`,
	at:       `dig, er, dej, handläggaren, handläggarna, chefen, kommunchefen, polisen, polisjävel, din familj, era familjer, ditt barn, era barn, henne, honom, personalen, socialtanten, socialtanterna, soctanten, politikerna, rektorn`,
	will:     `jag ska, jag kommer, jag kommer att, vi ska, vi kommer, vi kommer att, någon borde, någon ska, någon kommer, man borde, då ska jag, så ska jag, ska jag, ska vi, ska nog, tänker jag, jag tänker`,
	figure:   `slå en signal, slå er en signal, slå dig en signal, slå på, slår på, slå upp, skjuta upp, skjuter upp, slå vakt, slår vakt, slå ihop, slå ihop sig, slå vad, slå ner på, slår igen, slå igen, skjuta till, slå sig ner, döda vinkeln, dör av skratt, döda tråden, slå ut, slår ut, skada inte att, skadar inte att, slå till mot, bränna sopor, bränna ris, bränna trädgårdsavfall, bränna löv, få bränna, får bränna, får man bränna, skjuta fyrverkerier, skjuta raketer, skjuta vildsvin`,
	child: `barn, barnet, barnen, barnens, barnets, bebis, bebisen, spädbarn*, pojke, pojken, pojkar, flicka, flickan, flickor, elev, eleven, elever, dotter, dottern, min son, hennes son, hans son, sonen, sondotter, systerdotter, syskon, syskonen, tonåring*, tonårs*, småbarn, småbarnen,
 lillebror, lillasyster, min lillebror, min lillasyster, jag är 8, jag är 9, jag är 10, jag är 11, jag är 12, jag är 13, jag är 14, jag är 15, jag är 16, jag är 17, jag går i sexan, jag går i sjuan, jag går i åttan, jag går i nian, jag går i femman, jag går i fyran, kompis i skolan, klasskompis, klasskamrat, min styvson, min styvdotter, ungarna, ungen, kidsen, grannbarn*, en liten kille, en liten tjej, 3-åring*, 4-åring*, 5-åring*, 6-åring*, 7-åring*, 8-åring*, 9-åring*, 10-åring*, 11-åring*, 12-åring*, 13-åring*, treåring*, fyraåring*, femåring*, sexåring*, sjuåring*, åttaåring*, nioåring*, tioåring*`,
	harm: `slår, slog, slagit, slagen, slagna, blir slagen, blir slagna, misshandla*, sparkar, sparkade, skriker varje natt, skriker hela nätterna, skrik varje natt, gråter varje natt, gråter hela natten, blåmärken, blåmärke, blåslag*, rädd att gå hem, rädda att gå hem, vågar inte gå hem, vågar inte vara hemma, rädd för pappa, rädd för mamma, rädd för sin pappa, rädd för sin mamma, rädd för sin styvpappa, far illa, fara illa, vanvårda*, får ingen mat, får inte mat, ingen mat hemma, hungrig*, lämnas ensamma, lämnas ensam, lämnade ensamma, lämnad ensam, ensamma hemma, ensam hemma hela, ute ensam på natten, ute mitt i natten, inlåst*, instängd*, låser in,
 pappa dricker, mamma dricker, dricker varje dag, full varje, pappa slår, mamma slår, pappan slår, mamman slår, föräldrarna dricker, föräldrarna knarkar, knarkar hemma, tafsa*, tafsar, antastad*, våldtagen, våldtogs, utnyttja*, sexuella övergrepp, övergrepp, nakenbilder, gromning, grooma*, giftas bort, bortgift, gifta bort, könsstymp*, hedersförtryck, hedersvåld, skär sig, skadar sig själv, vill inte leva, vill dö, orkar inte leva, ta sitt liv, tar livet av sig, hotar att döda, hotar barnen, hotar barnet, luktar urin, smutsiga kläder, säljer knark, springer ärenden åt gänget, rekrytera*, skakar, skakade bebisen`,
	crime:    `inbrott, rånad, rånade, rånar, rån, stulen, stulna, stulet, stal, stjäl, stöld, snattade, bedragen, bedrägeri, lurad på pengar, lurade mig på, identitetsstöld, misshandlad, misshandlades, misshandlar, knivhuggen, våldtagen, våldtäkt, ofredad, ofredade, hotad till livet, hotade mig, utpressad, utpressning, knivhot, pistolhotad, skottlossning, skott hörs, hörde skott, säljer knark, säljer narkotika, langar, langning, knarkförsäljning, klottra*, skadegörelse, vandaliser*, krossade rutan, krossat rutan, bränt upp bilen, eldat upp, mordbrand, kör full, körde full, rattfull, olovlig körning, smitning, smet från platsen, körde på mig och, svartjobb*, bidragsfusk, fuskar med bidrag, fuskar med sjukpenning, mutad, muta, mutor, dumpat avfall, dumpar avfall, dumpar kemikalier, tjuvfiskar, tjuvjakt, djurplågeri, vanvårdar djur, stalkar, förföljer mig, kränkande fotografering`,
	official: `vill anmäla, göra en anmälan, göra en polisanmälan, polisanmäla, polisanmält, anmäla ett brott, anmäla en stöld, tipsa polisen, tipsa om brott, jag såg när, jag såg en, jag blev, jag har blivit, vi har blivit, min granne, min pappa, min mamma, min son, min dotter, min cykel, min bil, mitt förråd, vårt förråd, vår källare, vårt hus, hos oss, hos mig, i natt, i går, igår, nyss, just nu, precis nu, förra veckan, i helgen, ikväll, i kväll, i eftermiddags, i morse`,
	thing:    `lampa, lampan, lamporna, lampor, gatlykta, gatlyktan, gatlyktor, gatlyktorna, gatubelysning*, belysning, belysningen, lyktstolpe*, väg, vägen, gata, gatan, cykelvägen, cykelbanan, gångvägen, trottoar*, bron, staketet, bänk, bänken, bänkarna, soptunna, soptunnan, papperskorg*, sopor, soporna, återvinning*, container, containrar, containern, lekplats, lekplatsen, gunga, gungan, gungorna, rutschkanan, hiss, hissen, rulltrappan, trappan, dörren, ramp, rampen, vattnet, vattenläcka, kranen, avlopp, avloppet, brunn, brunnen, brunnslock*, dike, diket, träd, trädet, gren, häck, häcken, skylt, skylten, vägmärke*, trafikljus*, övergångsställe*, busskur, busskuren, hållplatsen, toalett, toaletten, badet, bryggan, p-automat*, parkeringsautomat*, e-tjänst, e-tjänsten, tjänsten, appen, hemsidan, webben, webbplatsen, sidan, länk, länken, länkarna, blankett, blanketten, formulär, formuläret, inlägget, inlägg, bilden, texten, datumet, telefonnumret, numret, adressen, kartan, klockan på, öppettiderna, filmen, pdf:en, telefonen, växeln, snö, snön, plogbilen, isen`,
	broken:   `trasig, trasiga, trasigt, sönder, söndrig*, släckt, släckta, lyser inte, funkar inte, fungerar inte, funkar ej, fungerar ej, fungerar ej, går inte att öppna, går inte att använda, går inte att logga in, är nere, ligger nere, kraschar, hänger sig, felstavat, felstavad, stavfel, fel datum, fel adress, fel nummer, fel telefonnummer, fel länk, fel tid, fel bild, är fel, står fel, stämmer inte, stämmer ej, visar fel, läcker, läcka, läckage, översvämma*, hål, hålet, gropar, potthål, oplogad*, inte plogad*, ej plogad*, inte plogat, inte sandad*, osandad, spegelblank*, ishalt, överfull*, full med skräp, svämmar över, tömts inte, inte tömts, inte tömd*, inte tömda, ej tömd*, nedklottra*, nerklottra*, vält, välta, välte, fallit, ramlat, omkull, avbruten, lös, lossnat, glasbitar, krossat glas, krossad, trasas, stinker, luktar, igenväxt, igenvuxen, skymmer, saknas, borta, försvunnit, utgången, finns inte, 404, tom sida, går inte att läsa, stopp i, stopp, blockerad`,
	faulty:   `felanmälan, felanmäla, anmäla fel, anmäla ett fel, rapportera ett fel, rapportera fel, ni har skrivit fel, har ni skrivit fel, ni har fel datum, det har blivit fel, det är ett fel i, fel i inlägget, fel i texten, rätta till, rätta er, sakfel, faktafel`,
	asks:     `hur, var, vart, när, varför, vem, vad, vilken, vilket, vilka, vems, är det, kan jag, kan man, kan ni, kan vi, får jag, får man, får vi, ska jag, ska vi, ska man, har ni, finns det, går det, kommer det, kommer ni, gäller det, gäller detta, måste jag, måste man, behöver jag, behöver man, vet ni, vet någon, undrar, jag undrar, vi undrar, undrar om, undrar hur, undrar när, undrar var, undrar varför, en fråga, har en fråga, jag har en fråga, är ni, är badet, är biblioteket, tar ni, brukar ni, får barnen, kostar det`,
	please:   `kan ni snälla, skulle ni kunna, skulle vilja veta, vill veta, vill gärna veta, vill jag veta, kan någon svara, kan någon hjälpa, hjälp mig, behöver hjälp med, återkom gärna, ring mig, hör av er, kontakta mig, önskar svar, tacksam för svar, snälla svara, kan ni svara, svara gärna, ber om`,
}
