package tone

import (
	"slices"
	"strings"

	"tilltal/check/prose"
)

// cue is what a word may be a sign of.
type cue int

const (
	person    cue = iota + 1 // somebody met on duty, told of as one individual
	meeting                  // the authority stepped in
	laugh                    // laughter
	scorn                    // a word that belittles
	quote                    // a line from a film, a meme
	state                    // a vulnerable state
	child                    // a child as an individual
	feeling                  // a feeling or opinion of one's own
	subject                  // what JO has named: courts, sentences, costs, politics
	judging                  // a word that judges the subject
	duty                     // must, forbidden
	always                   // no exceptions
	advice                   // advice, recommendation
	partyName                // a party
	elected                  // an elected person
	praise                   // for
	blame                    // against
	vote                     // campaign
	help                     // where to turn: the post informs
	pronoun                  // he or she: one individual, perhaps a colleague
)

// cues is what each phrase may be a sign of; some are signs of several things.
var cues = func() *prose.Phrases[[]cue] {
	all := map[string][]cue{}
	for c := person; c <= help; c++ {
		for phrase := range strings.FieldsFuncSeq(lists[c], func(r rune) bool { return r == ',' || r == '\n' }) {
			if phrase = strings.TrimSpace(phrase); phrase != "" && !slices.Contains(all[phrase], c) {
				all[phrase] = append(all[phrase], c)
			}
		}
	}
	return prose.NewPhrases(all)
}()

var lists = map[cue]string{
	person: `mannen, kvinnan, kvinna, yngling, bilist, fyllerist, killen, tjejen, föraren, bilisten, cyklisten, tjuven, tjuvarna, rånaren, gärningsmannen, inbrottstjuven, snattaren, buset, busen, boven, bovarna, bilföraren, mopedisten, fyllot, fylleristen,
 en man, en kvinna, en kille, en tjej, en förare, en bilist, en tjuv, en herre, herren, en dam, damen, gubben, en gubbe, tanten, en tant, ynglingen, en yngling, sökanden, patienten, en patient, klienten, brukaren, en brukare,
 kunden, besökaren, uppringaren, den gripne, den misstänkte, den berusade, den fulla kvinnan, den fulle mannen, den fulla mannen, den unga mannen, den unga kvinnan, den äldre mannen, den äldre kvinnan, snubben, en snubbe, grabben, en grabb, pojkvännen, flickvännen, maken, makan, sambon, en pappa, pappan, en mamma, mamman, en förälder, föräldern, en farfar, en mormor, en granne, grannen,
 förövaren, inbrottstjuv, en inbrottstjuv, snattaren, snattare, kvällens snattare, klottraren, vandalen, langaren, en langare, missbrukaren, en missbrukare, narkomanen, en narkoman, en uteliggare, uteliggaren, fyllerist, en fyllerist, fyllegubben, kompis, passageraren, chauffören, en chaufför, motorcyklisten, mopedisten, en mopedist, åkande, bråkstaken, bråkmakaren,
 hyresgästen, en hyresgäst, medborgaren, en medborgare, en kund, en besökare, en sökande, den sökande, den asylsökande, en asylsökande, en bidragstagare, bidragstagaren, pensionären, en pensionär, studenten, en student, turisten, en turist, en anhörig, den anhörige, offret, ett offer, vittnet, ett vittne, personen, en person, fartsyndaren, en fartsyndare, rattfylleristen, en rattfyllerist, vår vän, vår kära vän, en ung man, en ung kvinna, en äldre man, en äldre kvinna`,
	meeting: `greps, gripen, grep, stoppade, stoppades, stoppas, omhändertog, omhändertogs, avvisades, fick följa med, blåsa, blåste, arresten, arrest, fyllecell, fyllecellen, cellen, patrullen, patrull, handfängsel, handklovar, visiterades,
 förhördes, larmet gick, vi åkte, ryckte ut, bötfälldes, böter, körkortet, anmäldes, bilen stannades, i fängelse, inspärrad, till häktet, sprang, jagade, jakten, flydde, fly, gömde sig, tog vi, vi tog, fast, sa vi, ringde på, ringde in, skällde, ville ha, undrade om, i luckan, i receptionen, i kassan, i telefonen, i väntrummet, kom in med, på akuten, sökte för, påstod, trodde att, hävdade, bad om,
 promille, knark*, parkeringsbot*, parkeringsböter, på platsen, fångades, avslag, hittades, haffades, haffade, sprang ifatt, kom på bar gärning, ingrep, ingripande, polisbilen, baksätet, tillnyktringsenheten, tog hand om, hämtades, vi jagade, satt fast, fastnade, cyklade hem, körde omkull, vi hämtade, vi mötte, mötte vi, ringde oss, hörde av sig, kom in till oss`,
	laugh: `haha*, ha ha, he he, hi hi, dog av skratt, dör av skratt, skratta ihjäl, skrattade ihjäl, asgarvade, fnittra*, gapskratt*, hehe*, hihi*, lol, rofl, asg, asgarv*, garv*, skrattade gott, skrattar gott, fnissa*, vek oss, kiknade, roligast, komiskt, skrattfest, fniss*, flabb*, fnys*, suck, himlar med ögonen, rullar med ögonen, popcorn, le lite, låta bli att le, kunde inte hålla oss för skratt, hålla oss för skratt, dragit på munnen, dra på munnen, drog på munnen, på smilbanden, smått komiskt, underhållande, kul kväll på jobbet, jo tjena, eller hur, visst visst, jaså, jajamän, nähä, sure, säkert, sorry, tack för den, sov gott, höll på att skratta, kunde inte låta bli att skratta, dagens skratt`,
	scorn: `årets smartaste, årets dummaste, dagens smartaste, dagens dummaste, dagens geni, inte den vassaste, vassaste kniven, inte den skarpaste, ljushuvud*, snille, snillen, snillet, mästerhjärna*, geni, geniet, genial idé, geniala idé, smart drag,
 klantig*, klantskall*, puckad*, korkad*, dum i huvudet, dumskall*, idiot*, pajas*, clown*, stolle, tönt*, loser*, fyllo, fyllot, pundare*, pundar*, knarkar*, värsting*, patetisk*, pinsam*, pinsamt, skämmes, skäms på dig, bättre lycka nästa gång, bra försök, nice try,
 årets roligaste, dagens pristagare, kvällens pristagare, dagens stjärna, kvällens stjärna, dagens vinnare, kvällens vinnare, dagens hjälte, kvällens hjälte, dagens miss, dagens tabbe, dagens citat, einstein, sherlock, usain bolt, houdini, kvällens fynd, priset för dummaste, priset går till, medalj för, nobelpris, bra karriärval, hur är folk funtade, hur folk är funtade, hur tänkte, hur tänker man, tänkte nog inte, mindre begåva*, begåva*, inte så smart, smartare än så, glömde tydligen, glömde visst,
 kunde inte ens, orkar inte ens, klarar inte ens, vet inte ens, gissa vem, gick inte så bra, gick sådär, sådär smart, prinsessan, lille vän, lilla gubben, gubbe lilla, stackarn, fånig*, löjlig*, lök, pucko*, tjockis, tjock som, luktade som, stank, skägg och allt, tyckte mätaren, sa mätaren, ring en psykolog, gråt en skvätt, bu hu, buhu, ho ho ho, snilleblixt*, bästa ursäkt, bästa ursäkten, kvällens ursäkt, dagens ursäkt, smartaste draget, sämsta försök, sämsta flykt, världens sämsta, snabbast var han inte, snabb var han inte, smart var han inte, inte så snabb, inte så klok, inte så klyftig, klyftig*, dumbom, tokstolle, nollkoll, noll koll, hjärnsläpp*, fail, epic fail, loser, tur i oturen nej, tji, otursförföljd, klumpeduns, klumpig*, fyllhund*, knarkhög, kändis i arresten, välkommen till verkligheten, trodde han, trodde hon, påstod sig, så kan det gå, karma, rätt åt, inte så kaxig*, kaxig*, stackars krake, hjälten, hjälte för en dag, praktexempel, slut på det roliga, tji fick*, snopen, snopet, långnäsa`,
	quote: `hasta la vista, i'll be back, make my day, game over, houston, may the force, bad boys, whatcha gonna do, jönssonligan, som i filmen, som i en film, filmen med, ligan som inte, göta kanal, mission impossible, usual suspects, home alone, ensam hemma,
 meme, oscar för bästa, darwin award, dumb and dumber, catch me if you can, fast and furious, the end, surprise*`,
	state: `berusad*, full, fulla, fulle, berusning*, fyllecell*, överförfriska*, i rännstenen, blod i ansiktet, blod, legat på golvet, låg på golvet, somnade in, ropade på sin, pratade med änglar, hörde röster, psykotisk*, vanföreställning*, tomma matskåp, hungrade, utmärglad*, undernärd*, ensam gubbe, ensam tant, ensamstående, blåslagen, blåmärken, knivskuren, sluddrade, sluddrande, raglade, vinglade, däckad*, utslagen, utslagna, tvångsvård*, bältad, bältades, lvm, lpt, livshotande, kritiskt läge, avlidna, anhöriga, begravning*, mordet, våldtäkten, våldtagen, kidnapp*, trafficking, prostituera*, irrade, vilse, i nattlinne, utan kläder, nerblodad, blodig*, blödde, blöd*, skurit sig, skar sig, självskad*, hoppa från, hoppade från, hänga sig, avsluta sitt liv, inte ville leva, inte leva längre, bröt ihop, bryta ihop, brutit ihop, föll ihop, kollaps*, svimmade, skakade, skakar, darrade, skrek, hysterisk*, apatisk*, på knä, bönade, bad för sitt liv, tiggde, kissat på sig, bajsat*, låg i snön, frös, nedkyld, uteliggare, sprutan, överdosera*, heroin*, narkoman*,
 var död, hittades död, död, döda, dog, mist sin, mist sitt, förlorat sin, förlorade sin, änka, änkan, änkling*, slog sin, slog mamman, slagen, slagit henne, slagit honom, slogs, misshandlad, knivhuggen, skjuten, skottskad*, ensam hemma, övergiv*, inte fått mat, utan mat, vanvård*, vanskött*, kräktes, kräks, spyr, tårar, tårarna, hulka*, storgrät, uppgiven, vräktes, vräks, kunde inte prata, inte vad hon hette, inte vad han hette, minns inte, glömsk*, senil*, packad, påverkad*, redlös*, spritstinkande, nedkissad*, avklädd*, naken, nakna, spydde, kräktes, grät, gråtande, gråter, ledsen, förtvivla*, sörjande, sorg, dödsbud*, dödsfall*, avled, omkom, självmord*, suicid*, ta sitt liv, tog sitt liv,
 psykiskt sjuk*, psykiskt instabil*, förvirra*, dement*, demenssjuk*, medvetslös*, skadad, skadade, skadades, svårt sjuk*, sjuk, utsatt, utsatta, misshandla*, våldtag*, hemlös*, uteliggar*, missbruka*, överdos*, avtänd*, panik, ångest, rädd, livrädd, skräckslag*, hungrig*, utan bostad, vräkt*, skuldsatt*, papperslös*, utvisa*`,
	child:   `pojken, flickan, en pojke, en flicka, barnet, ett barn, en liten kille, en liten tjej, tonåring, tonåringen, tonårsflicka*, tonårspojke*, en tonårsflicka, en tonårspojke, tonårstjej*, tonårskille*, skolflicka*, skolpojke*, småkillen, lilltjejen, åttaåring*, femåring*, sexåring*, sjuåring*, nioåring*, tioåring*, fyraåring*, treåring*, tvååring*, ettåring*, elvaåring*, tolvåring*, trettonåring*, fjortonåring*, femtonåring*, sextonåring*, sjuttonåring*, en bebis, nyfödd*, bebisen, spädbarn*, eleven, en elev, sonen, dottern, barnen i familjen, ett av barnen, små barn`,
	feeling: `jag tycker, vi tycker, om ni frågar oss, om du frågar mig, om ni frågar mig, frågar ni oss, enligt oss, vi är så trötta, så trött på, jag blir så trött, tröttsamt, suck, synd att, tyvärr, skäms ni inte, hur länge ska vi, när ska någon, det är åt helvete, åt helvete, för jävlig*, jävla*, ofattbart, obegripligt, beklämmande, nedslående, sorgligt att, ledsamt att, makalöst, herregud, man tar sig för pannan, tar oss för pannan, tycker jag, tycker vi, personligen, min åsikt, enligt min mening, i mina ögon, jag känner, känner jag, det känns, jag blir arg, blir arg, blir förbannad, förbannad, trött på, less på, jag skäms, bedrövlig*, jag anser, anser jag, vi anser, är det inte konstigt, man undrar, undrar jag, ärligt talat, jag hatar, skandal, frustrera*, uppgiven, uppgivna, blir mörkrädd, provocera*, hopplöst`,
	subject: `domstol*, rättsväsende*, rättssystem*, rättsstat*, rättspolitik*, lagen, lagarna, dom, domar, domen, villkorlig*, straffrabatt*, mängdrabatt*, permission*, livstid, livstidsstraff*, villkorligt frigiv*, två års fängelse, år i fängelse, fängelse i bara, samhällstjänst, släpper, frikänn*, friade, frias, kriminella, kriminell, gängkriminell*, våldtäktsman*, pedofil*, bidragsfusk*, bidrag, staten, sverige, riksdag*, makthavar*, beslutsfattar*, överheten, myndigheter, eu-*, skolpolitik*, vårdpolitik*, sparkrav*, besparing*, notan, skatter, skatten, skattehöj*, skattesänk*, invandring*, utlänning*, nyanländ*, tiggar*, hedning*, kristna, judar, araber, journalistkår*, medierna, tidningarna, facken, näringslivet, landet, tingsrätt*, hovrätt*, domare*, domen, domar, dömdes, åklagare*, straff, straffet, straffen, påföljd*, fängelsestraff*, frigavs, släpptes, släpps, politiker*, politiken, regering*, riksdag*, lagstift*, skattepengar, skattemedel, skattebetalar*, vad det kostar, kostar samhället, budget*, resurser, nedskärning*, invandr*, migrant*, flykting*, muslim*, romer, zigenar*, bidragstagar*, media, journalist*, högsta domstolen, migrationspolitik*, eu, socialtjänsten, försäkringskassan, facket`,
	judging: `löjlig*, meningslös*, ett skämt, skämt, skämtet, ett hån, slapp, för slapp, daltar, borde skämmas, fattar ingenting, fattar inte, förstår ingenting, inte vett att, knäpp*, knasig*, feg, fegt, fega, idiotisk*, befängd*, korkat, korkade, korkad*, dumt, dumma, urusel*, usel*, uselt, dålig*, dåligt, obegriplig*, orimlig*, absurd*, naiv*, naivt, inkompeten*, katastrof*, haveri*, havererat, misslycka*, sviker, svek, sveket, skymf, hån mot, ett hån, hånfull*, måste bort, bort med, avskaffa, för många, för få, för mycket, för lite, överdriver, överdrivna, ljuger, ljög, står för fiolerna, betala kalaset, får betala, våra pengar, pengar i sjön, kastar bort, bränner pengar,
 fel väg, fel håll, håller inte, duger inte, otillräcklig*, bedrövlig*, urbota, vidrig*, skam, en skam, skandal*, beklämmande, ofattbart, vansinnig*, skrattretande, daltande, daltar, slapp*, mesig*, för lågt, för milt, för milda, alldeles för, åt skogen, fel prioritering*, slöseri, oacceptabelt, vansinn*, sjukt, idioti, orättvis*, skamlig*, galet, galenskap, äntligen, på tiden, borde skämmas, måste ändra*, borde ändra*, vaknar, vakna`,
	duty:      `du måste, ni måste, alla måste, alla ska, aldrig tillåtet, aldrig okej, aldrig lagligt, får under inga omständigheter, måste under alla omständigheter, måste alltid, ska alltid, var och en måste, man måste, ingen får, man får aldrig, man får inte, får aldrig, får inte, får du aldrig, du får aldrig, ni får aldrig, du ska, ett krav, begår du ett brott, begår du brott, gör du dig skyldig, kan du straffas, då bryter du mot lagen, bryter mot lagen, mot lagen, kriminellt, saknar rätt, inte rätt att, skyldighet att, plikt, plikt att, obligatoriskt, tvingas, måste du, är skyldig att, är skyldiga att, är förbjudet, är olagligt, enligt lag, lagen säger, har ingen rätt, har inte rätt, du får inte, ni får inte, är ett brott, olagligt, förbjudet, tillåtet, är brottsligt, straffbart, lagkrav, är tvungen, tvungna`,
	always:    `alltid, aldrig, punkt slut, punkt, basta, inga undantag, utan undantag, inga ursäkter, inga ursäkter accepteras, alla måste, alla ska, ingen får, man får aldrig, får aldrig, samtliga, under några omständigheter, aldrig någonsin, hela tiden, ingen har rätt, aldrig tillåtet, aldrig okej, aldrig lagligt, får under inga omständigheter, måste under alla omständigheter, måste alltid, ska alltid, du får aldrig, ni får aldrig, får du aldrig, man får aldrig, var och en måste, oavsett, vad du än, ingen annan väg, finns bara, under inga omständigheter, utan undantag, i alla lägen, ingen som helst, bara ett sätt, enda sättet, alla vet, som alla vet, det finns inga skäl, självklart, givetvis, oavsett vad`,
	advice:    `råd, rådet, rådet är, rekommenderar, rekommendation, rekommendationer, rekommendationen, tips, vårt tips, uppmanar, vi önskar, gärna, allmänna råd, riktlinje*`,
	elected:   `kommunalråd*, kommunstyrelsens ordförande, borgmästar*, statsråd*, talman*, finansminister*, justitieminister*, regeringschef*, gruppledar*, toppkandidat*, ulf kristersson*, magdalena andersson*, jimmie åkesson*, ebba busch*, nooshi dadgostar*, muharrem demirok*, johan pehrson*, simona mohamsson*, elisabeth thand ringqvist*, amanda lind*, daniel helldén*, gunnar strömmer*, elisabeth svantesson*, regionråd*, statsminister*, ministern, minister*, riksdagsledamot*, partiledar*, oppositionsråd*, borgarråd*, ledamoten, kommunpolitiker*, oppositionen, majoriteten, regeringen`,
	praise:    `bra jobbat, heja, hurra för, hyllar, stödjer, stöder vi, vi stöder, håller med, klokt av, bra förslag, bästa förslag*, äntligen någon som, tack vare, vi gillar, fantastisk*, modigt av, rösta på, bästa partiet, stolt*, stolta över, grattis till, grattis, tack till, tack för att ni, tack för att du, räddade, räddat, äntligen fick igenom, fick igenom, enda rimliga, det rimliga, bäst, bästa, kloka, klok*, modig*, rätt i, har rätt, hade rätt, lyssnar på, hjältar, hjälten, jobbar hårt, gör ett bra jobb, gör ett fantastiskt jobb, kämpar för, ställer oss bakom`,
	blame:     `skäms, fel i, har fel, hade fel, ljög, ljugit, sabbar, sabbade, saboterar, förstör, förstörde, sviker, svek, luras, lurade, tomma löften, vallöften, idiot*, idioti, löjlig*, okunnig*, usel*, urusel*, korkad*, katastrof*, vansinn*, arrogant*, maktgalen*, nonchalant*, skrämmande, farlig*, hotar vår, lägg inte din röst, skandal*, skamligt, ljuger, lögn, lögner, oansvarig*, inkompetent*, fegt, feg, pinsam*, dåligt förslag, struntar i, bryr sig inte, hycklar*, hyckleri, rasist*, extrem*, fascist*, tar avstånd från, protesterar mot, demonstrera mot, stoppa`,
	vote:      `rösta på, rösta för, rösta mot, rösta bort, lägg din röst på, lägg inte din röst på, kryssa, valseger, vinna valet, i valet väljer`,
	help:      `ring 112, ring 1177, du kan få hjälp, det finns hjälp, här får du hjälp, så får du hjälp, stödlinje*, vittnen, vittne, tips om, mår du dåligt, hör av dig, anmäl`,
	partyName: `socialdemokraterna*, moderaterna*, sverigedemokraterna*, centerpartiet*, centern, centerns, centerpartist*, vänsterpartiet*, vänsterpartist*, kristdemokraterna*, kristdemokrat*, liberalerna*, miljöpartiet*, miljöpartist*, sossarna*, sossen, sossar, socialdemokratisk*, sverigedemokratisk*, kristdemokratisk*, högerpartierna, vänsterblocket, högerblocket, de rödgröna, rödgröna, sd, kd, mp, sap, nmr, afs, alternativ för sverige, sverigedemokrat*, socialdemokrat*, moderat, moderater, feministiskt initiativ, piratpartiet, medborgerlig samling, partiet nyans, tidöpartierna, allianspartierna, folkpartiet`,
}

// people are words for a person that mean one individual after "en" or "ett", with a word between: "en berusad man".
var people = set(`man kvinna kille tjej herre dam gubbe tant yngling pojke flicka förare bilist cyklist person patient sökande kund besökare förälder pappa mamma mor far farfar mormor farmor morfar granne student elev pensionär turist brukare klient
	tonåring kollega chef anställd tjuv inbrottstjuv rånare fyllerist missbrukare narkoman uteliggare ungdom bebis barn`)

var pronouns = set(`han hon honom henne hen`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
