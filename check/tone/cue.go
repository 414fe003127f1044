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
	grave                    // a state that is worse than others: harm to oneself, abuse, death
	taken                    // somebody was taken by force
	office                   // another authority
	except                   // says that there are exceptions
	view                     // says itself that it is a view of one's own
)

// cues is what each phrase may be a sign of; some are signs of several things.
var cues = func() *prose.Phrases[[]cue] {
	all := map[string][]cue{}
	for c := person; c <= view; c++ {
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
 hyresgästen, en hyresgäst, medborgaren, en medborgare, en kund, en besökare, en sökande, den sökande, den asylsökande, en asylsökande, en bidragstagare, bidragstagaren, pensionären, en pensionär, studenten, en student, turisten, en turist, en anhörig, den anhörige, offret, ett offer, vittnet, ett vittne, personen, en person, fartsyndaren, en fartsyndare, rattfylleristen, en rattfyllerist, vår vän, vår kära vän, en ung man, en ung kvinna, en äldre man, en äldre kvinna,
 snubbarna, till dig som, du som stal, personen bakom, bakom ratten, pappskalle*, klantskallen, dumbommen, träskalle*, geniet, idioten, tuffingen, killen som, tjejen som, farbrorn, farbror, gumman, den gamle mannen, den gamla damen, den gamla kvinnan, den dementa, den demente, en av våra brukare, en av våra patienter, en av våra elever, en av våra boende, en av våra klienter, en av våra kunder, i ansökan, någon sökte, någon ringde, någon skrev, någon hävdade, uppringaren, en direktör, direktören, sökanden,
 vår kund, alkoholisten, inbrottstjuven, någon har ringt,
 herrn, en av våra hyresgäster, en av våra besökare`,
	meeting: `greps, gripen, grep, stoppade, stoppades, stoppas, omhändertog, omhändertogs, avvisades, fick följa med, blåsa, blåste, arresten, arrest, fyllecell, fyllecellen, cellen, patrullen, patrull, handfängsel, handklovar, visiterades,
 förhördes, larmet gick, vi åkte, ryckte ut, bötfälldes, böter, körkortet, anmäldes, bilen stannades, i fängelse, inspärrad, till häktet, sprang, jagade, jakten, flydde, fly, gömde sig, tog vi, vi tog, fast, sa vi, ringde på, ringde in, skällde, ville ha, undrade om, i luckan, i receptionen, i kassan, i telefonen, i väntrummet, kom in med, på akuten, sökte för, påstod, trodde att, hävdade, bad om,
 promille, knark*, parkeringsbot*, parkeringsböter, på platsen, fångades, avslag, hittades, haffades, haffade, sprang ifatt, kom på bar gärning, ingrep, ingripande, polisbilen, baksätet, tillnyktringsenheten, tog hand om, hämtades, vi jagade, satt fast, fastnade, cyklade hem, körde omkull, vi hämtade, vi mötte, mötte vi, ringde oss, hörde av sig, kom in till oss,
 plockade vi in, plockade in, vi plockade, nu sitter han, nu sitter hon, sitter han, sitter hon, handfängslet, akuten, sökte vård, brottsplatsen, bevismaterial*, i vår bil, i vår cell, på stationen, överklagat, överklagade, i ansökan, sökte bidrag, vräktes, stal, stulit, bröt sig in, vi bjöd,
 blåste, ringde vi, vi ringde, muta oss, ringt oss, ville ha, hade räknat, tappade sin`,
	laugh: `haha*, ha ha, he he, hi hi, dog av skratt, dör av skratt, skratta ihjäl, skrattade ihjäl, asgarvade, fnittra*, gapskratt*, hehe*, hihi*, lol, rofl, asg, asgarv*, garv*, skrattade gott, skrattar gott, fnissa*, vek oss, kiknade, roligast, komiskt, skrattfest, fniss*, flabb*, fnys*, suck, himlar med ögonen, rullar med ögonen, popcorn, le lite, låta bli att le, kunde inte hålla oss för skratt, hålla oss för skratt, dragit på munnen, dra på munnen, drog på munnen, på smilbanden, smått komiskt, underhållande, kul kväll på jobbet, jo tjena, eller hur, visst visst, jaså, jajamän, nähä, sure, säkert, sorry, tack för den, sov gott, höll på att skratta, kunde inte låta bli att skratta, dagens skratt,
 skrattat, skrattade så, skrattar än, skrattar fortfarande, fnissat, skrattar vi, bästa skrattet, veckans skratt, årets skratt, underhållning*,
 bet oss i läppen, bita oss i läppen, för att inte skratta, bet ihop`,
	scorn: `årets smartaste, årets dummaste, dagens smartaste, dagens dummaste, dagens geni, inte den vassaste, vassaste kniven, inte den skarpaste, ljushuvud*, snille, snillen, snillet, mästerhjärna*, geni, geniet, genial idé, geniala idé, smart drag,
 klantig*, klantskall*, puckad*, korkad*, dum i huvudet, dumskall*, idiot*, pajas*, clown*, stolle, tönt*, loser*, fyllo, fyllot, pundare*, pundar*, knarkar*, värsting*, patetisk*, pinsam*, pinsamt, skämmes, skäms på dig, bättre lycka nästa gång, bra försök, nice try,
 årets roligaste, dagens pristagare, kvällens pristagare, dagens stjärna, kvällens stjärna, dagens vinnare, kvällens vinnare, dagens hjälte, kvällens hjälte, dagens miss, dagens tabbe, dagens citat, einstein, sherlock, usain bolt, houdini, kvällens fynd, priset för dummaste, priset går till, medalj för, nobelpris, bra karriärval, hur är folk funtade, hur folk är funtade, hur tänkte, hur tänker man, tänkte nog inte, mindre begåva*, begåva*, inte så smart, smartare än så, glömde tydligen, glömde visst,
 kunde inte ens, orkar inte ens, klarar inte ens, vet inte ens, gissa vem, gick inte så bra, gick sådär, sådär smart, prinsessan, lille vän, lilla gubben, gubbe lilla, stackarn, fånig*, löjlig*, lök, pucko*, tjockis, tjock som, luktade som, stank, skägg och allt, tyckte mätaren, sa mätaren, ring en psykolog, gråt en skvätt, bu hu, buhu, ho ho ho, snilleblixt*, bästa ursäkt, bästa ursäkten, kvällens ursäkt, dagens ursäkt, smartaste draget, sämsta försök, sämsta flykt, världens sämsta, snabbast var han inte, snabb var han inte, smart var han inte, inte så snabb, inte så klok, inte så klyftig, klyftig*, dumbom, tokstolle, nollkoll, noll koll, hjärnsläpp*, fail, epic fail, loser, tur i oturen nej, tji, otursförföljd, klumpeduns, klumpig*, fyllhund*, knarkhög, kändis i arresten, välkommen till verkligheten, trodde han, trodde hon, påstod sig, så kan det gå, karma, rätt åt, inte så kaxig*, kaxig*, stackars krake, hjälten, hjälte för en dag, praktexempel, slut på det roliga, tji fick*, snopen, snopet, långnäsa,
 stackars liten, stackars sate, tuffing*, inte så tuff, grät som ett barn, grät som en bebis, lipade, lipar, mammas pojke, hälsa mamma, bambi, bambi på hal is, pappskall*, träskall*, gnällspik*, kverulant*, rättshaverist*, foliehatt*, mycket fritid, för mycket tid, inget bättre för sig, ännu en einstein, behövde inte ens, trodde det ja, det trodde vi det, skänk från ovan, tack för hjälpen, för hjälpen kompis, hypokondri*, cyberhypokondri*, självutnämnd*, så blåst, rätt blåst, inte ljusast, hjärncell*, iq, naturlig begåvning, världsmästare i, guldmedalj i,
 favorit, ny favorit, champ, skaffa ett liv, vår nya favorit, filosof, dagens filosof, räcker till podiet, pallplats, matte är svårt, tackade nej, ja du, vi är på diet, vann matchen, lyktstolpen vann, kärlekssorg,
 pappskalle*, klantskallen, dumbommen, träskalle*, idioten, tuffingen,
 kvällens hjärna, dagens hjärna, till månen, samma här`,
	quote: `hasta la vista, i'll be back, make my day, game over, houston, may the force, bad boys, whatcha gonna do, jönssonligan, som i filmen, som i en film, filmen med, ligan som inte, göta kanal, mission impossible, usual suspects, home alone, ensam hemma,
 meme, oscar för bästa, darwin award, dumb and dumber, catch me if you can, fast and furious, the end, surprise*,
 bambi på hal is, vår svit, svit utan, vår finaste svit, vårt hotell, hotell polisen, rumsservice*, gratis logi, gratis husrum, kost och logi, gratis skjuts, gratis taxi, all inclusive, vip-rum, vip-behandling, utan fönster, stand up, reality`,
	state: `berusad*, full, fulla, fulle, berusning*, fyllecell*, överförfriska*, i rännstenen, blod i ansiktet, blod, legat på golvet, låg på golvet, somnade in, ropade på sin, pratade med änglar, hörde röster, psykotisk*, vanföreställning*, tomma matskåp, hungrade, utmärglad*, undernärd*, ensam gubbe, ensam tant, ensamstående, blåslagen, blåmärken, knivskuren, sluddrade, sluddrande, raglade, vinglade, däckad*, utslagen, utslagna, tvångsvård*, bältad, bältades, lvm, lpt, livshotande, kritiskt läge, avlidna, anhöriga, begravning*, mordet, våldtäkten, våldtagen, kidnapp*, trafficking, prostituera*, irrade, vilse, i nattlinne, utan kläder, nerblodad, blodig*, blödde, blöd*, skurit sig, skar sig, självskad*, hoppa från, hoppade från, hänga sig, avsluta sitt liv, inte ville leva, inte leva längre, bröt ihop, bryta ihop, brutit ihop, föll ihop, kollaps*, svimmade, skakade, skakar, darrade, skrek, hysterisk*, apatisk*, på knä, bönade, bad för sitt liv, tiggde, kissat på sig, bajsat*, låg i snön, frös, nedkyld, uteliggare, sprutan, överdosera*, heroin*, narkoman*,
 var död, hittades död, död, döda, dog, mist sin, mist sitt, förlorat sin, förlorade sin, änka, änkan, änkling*, slog sin, slog mamman, slagen, slagit henne, slagit honom, slogs, misshandlad, knivhuggen, skjuten, skottskad*, ensam hemma, övergiv*, inte fått mat, utan mat, vanvård*, vanskött*, kräktes, kräks, spyr, tårar, tårarna, hulka*, storgrät, uppgiven, vräktes, vräks, kunde inte prata, inte vad hon hette, inte vad han hette, minns inte, glömsk*, senil*, packad, påverkad*, redlös*, spritstinkande, nedkissad*, avklädd*, naken, nakna, spydde, kräktes, grät, gråtande, gråter, ledsen, förtvivla*, sörjande, sorg, dödsbud*, dödsfall*, avled, omkom, självmord*, suicid*, ta sitt liv, tog sitt liv,
 psykiskt sjuk*, psykiskt instabil*, förvirra*, dement*, demenssjuk*, medvetslös*, skadad, skadade, skadades, svårt sjuk*, sjuk, utsatt, utsatta, misshandla*, våldtag*, hemlös*, uteliggar*, missbruka*, överdos*, avtänd*, panik, ångest, rädd, livrädd, skräckslag*, hungrig*, utan bostad, vräkt*, skuldsatt*, papperslös*, utvisa*,
 anorektisk*, anorexi, ätstörd*, ätstörning*, bulimi*, schizofren*, deprimerad*, i psykos, psykos, retad, retas, mobbad*, mobbas, ville inte leva, vill inte leva, ville dö, vill dö, rymt från, kissade på sig, bajsade, luktade illa, sovande i, sov i en, låg och skakade, stinkande, tandlös*, bostadslös*, misshandlade,
 nål i armen, somnade in, somnat in, visste inte var, inte var han bodde, inte var hon bodde, hade legat, slår sig själv, inte råd med, inte hade råd, alkoholist*, drunknade, drunknat, i pyjamas, på badrumsgolvet, döende, fick lyfta,
 vägrar äta, svälter, tvingas flytta`,
	child: `pojken, flickan, en pojke, en flicka, barnet, ett barn, en liten kille, en liten tjej, tonåring, tonåringen, tonårsflicka*, tonårspojke*, en tonårsflicka, en tonårspojke, tonårstjej*, tonårskille*, skolflicka*, skolpojke*, småkillen, lilltjejen, åttaåring*, femåring*, sexåring*, sjuåring*, nioåring*, tioåring*, fyraåring*, treåring*, tvååring*, ettåring*, elvaåring*, tolvåring*, trettonåring*, fjortonåring*, femtonåring*, sextonåring*, sjuttonåring*, en bebis, nyfödd*, bebisen, spädbarn*, eleven, en elev, sonen, dottern, barnen i familjen, ett av barnen, små barn,
 i femman, i sexan, i sjuan, i åttan, i nian, flickan på, pojken på, ettåringen,
 barnen stod, barnen satt, barnen grät, barnen såg, hans döttrar, hennes söner`,
	feeling: `jag tycker, vi tycker, om ni frågar oss, om du frågar mig, om ni frågar mig, frågar ni oss, enligt oss, vi är så trötta, så trött på, jag blir så trött, tröttsamt, suck, synd att, tyvärr, skäms ni inte, hur länge ska vi, när ska någon, det är åt helvete, åt helvete, för jävlig*, jävla*, ofattbart, obegripligt, beklämmande, nedslående, sorgligt att, ledsamt att, makalöst, herregud, man tar sig för pannan, tar oss för pannan, tycker jag, tycker vi, personligen, min åsikt, enligt min mening, i mina ögon, jag känner, känner jag, det känns, jag blir arg, blir arg, blir förbannad, förbannad, trött på, less på, jag skäms, bedrövlig*, jag anser, anser jag, vi anser, är det inte konstigt, man undrar, undrar jag, ärligt talat, jag hatar, skandal, frustrera*, uppgiven, uppgivna, blir mörkrädd, provocera*, hopplöst,
 min personliga åsikt, personliga åsikt, personlig åsikt, det är så jag känner, så jag känner, jag mår illa, mår illa av, slutade jag tro, slutat tro på, slutade tro på, kostar er, kostar oss alla, vi betalar, allt för att, någon måste våga säga, våga säga det, ingen vågar säga, jag vägrar tro, ger mig inte på att`,
	subject: `domstol*, rättsväsende*, rättssystem*, rättsstat*, rättspolitik*, lagen, lagarna, dom, domar, domen, villkorlig*, straffrabatt*, mängdrabatt*, permission*, livstid, livstidsstraff*, villkorligt frigiv*, två års fängelse, år i fängelse, fängelse i bara, samhällstjänst, släpper, frikänn*, friade, frias, kriminella, kriminell, gängkriminell*, våldtäktsman*, pedofil*, bidragsfusk*, bidrag, staten, sverige, riksdag*, makthavar*, beslutsfattar*, överheten, myndigheter, eu-*, skolpolitik*, vårdpolitik*, sparkrav*, besparing*, notan, skatter, skatten, skattehöj*, skattesänk*, invandring*, utlänning*, nyanländ*, tiggar*, hedning*, kristna, judar, araber, journalistkår*, medierna, tidningarna, facken, näringslivet, landet, tingsrätt*, hovrätt*, domare*, domen, domar, dömdes, åklagare*, straff, straffet, straffen, påföljd*, fängelsestraff*, frigavs, släpptes, släpps, politiker*, politiken, regering*, riksdag*, lagstift*, skattepengar, skattemedel, skattebetalar*, vad det kostar, kostar samhället, budget*, resurser, nedskärning*, invandr*, migrant*, flykting*, muslim*, romer, zigenar*, bidragstagar*, media, journalist*, högsta domstolen, migrationspolitik*, eu, socialtjänsten, försäkringskassan, facket,
 månader för, månaders fängelse, år för, års fängelse, dömas, straffas, straffa, huligan*, fotbollshuligan*, journalister*, samma grupp, vissa grupper, den gruppen, den sortens, sådana människor, såna människor, samma familjer, samma gäng, bidraget, bidragen, lagstiftningen, asylrätt*, skattebetalarna,
 alltid samma grupp, alltid samma gäng, åtal, åtalet, klimataktivist*, aktivister*, civiliserat land, modern konst, demonstrant*, feminist*, vänstern, högern,
 fotbollsfans, supportrar*, fans`,
	judging: `löjlig*, meningslös*, ett skämt, skämt, skämtet, ett hån, slapp, för slapp, daltar, borde skämmas, fattar ingenting, fattar inte, förstår ingenting, inte vett att, knäpp*, knasig*, feg, fegt, fega, idiotisk*, befängd*, korkat, korkade, korkad*, dumt, dumma, urusel*, usel*, uselt, dålig*, dåligt, obegriplig*, orimlig*, absurd*, naiv*, naivt, inkompeten*, katastrof*, haveri*, havererat, misslycka*, sviker, svek, sveket, skymf, hån mot, ett hån, hånfull*, måste bort, bort med, avskaffa, för många, för få, för mycket, för lite, överdriver, överdrivna, ljuger, ljög, står för fiolerna, betala kalaset, får betala, våra pengar, pengar i sjön, kastar bort, bränner pengar,
 fel väg, fel håll, håller inte, duger inte, otillräcklig*, bedrövlig*, urbota, vidrig*, skam, en skam, skandal*, beklämmande, ofattbart, vansinnig*, skrattretande, daltande, daltar, slapp*, mesig*, för lågt, för milt, för milda, alldeles för, åt skogen, fel prioritering*, slöseri, oacceptabelt, vansinn*, sjukt, idioti, orättvis*, skamlig*, galet, galenskap, äntligen, på tiden, borde skämmas, måste ändra*, borde ändra*, vaknar, vakna,
 omänsklig*, hjärtlös*, ogenomtänk*, orättfärdig*, borde låsas in, låsas in, lås in, nyckeln slängas, slänga nyckeln, släng nyckeln, borde tas bort, borde avskaffas, tas bort helt, folk ska jobba, alltid samma, alla vet vilka, vi vet alla vilka, skriver vad de vill, vad är det för mening, vad är meningen, dömas som vuxna, rent ut sagt, åka hem, åka ut,
 alltid samma grupp, alltid samma gäng, läggs ner, något vettigt, åt fel håll, borde inte vara möjligt, gå fri, går fri, fy skäms, kludd, måste få ett slut, borde avgå, handlingskraft, sådan dom,
 skämtar, så dum, vara så dum`,
	duty: `du måste, ni måste, alla måste, alla ska, aldrig tillåtet, aldrig okej, aldrig lagligt, får under inga omständigheter, måste under alla omständigheter, måste alltid, ska alltid, var och en måste, man måste, ingen får, man får aldrig, man får inte, får aldrig, får inte, får du aldrig, du får aldrig, ni får aldrig, du ska, ett krav, begår du ett brott, begår du brott, gör du dig skyldig, kan du straffas, då bryter du mot lagen, bryter mot lagen, mot lagen, kriminellt, saknar rätt, inte rätt att, skyldighet att, plikt, plikt att, obligatoriskt, tvingas, måste du, är skyldig att, är skyldiga att, är förbjudet, är olagligt, enligt lag, lagen säger, har ingen rätt, har inte rätt, du får inte, ni får inte, är ett brott, olagligt, förbjudet, tillåtet, är brottsligt, straffbart, lagkrav, är tvungen, tvungna,
 är skyldiga, har inget val, inget val, har ingen rätt att överklaga, får inte överklaga, får inte filma, olagligt att filma, förbjudet att filma, har ingen rätt att vägra, får inte vägra,
 är olagligt att filma, är förbjudet att filma, får visitera, har ingen rätt att gå, är tvungna att, måste svara, lämnas bara ut,
 alla är skyldiga, alla är tvungna`,
	always: `alltid, aldrig, punkt slut, punkt, basta, inga undantag, utan undantag, inga ursäkter, inga ursäkter accepteras, alla måste, alla ska, ingen får, man får aldrig, får aldrig, samtliga, under några omständigheter, aldrig någonsin, hela tiden, ingen har rätt, aldrig tillåtet, aldrig okej, aldrig lagligt, får under inga omständigheter, måste under alla omständigheter, måste alltid, ska alltid, du får aldrig, ni får aldrig, får du aldrig, man får aldrig, var och en måste, oavsett, vad du än, ingen annan väg, finns bara, under inga omständigheter, utan undantag, i alla lägen, ingen som helst, bara ett sätt, enda sättet, alla vet, som alla vet, det finns inga skäl, självklart, givetvis, oavsett vad,
 gör du inte det, annars tar vi, annars griper vi, annars är det du, annars blir du, annars hämtar vi, inget val, ingen ursäkt, inga som helst, alla invånare, alla medborgare, är som det är, så är det bara, finns inget annat, har ingen rätt att överklaga, får inte filma, olagligt att filma, förbjudet att filma, har ingen rätt att vägra,
 är olagligt att filma, är förbjudet att filma, vem vi vill, när vi vill, dygnet runt, överallt, stanna alltid, överallt och alltid, vem hen är och varför, har ingen rätt att gå,
 alla är skyldiga, alla är tvungna`,
	advice: `råd, rådet, rådet är, rekommenderar, rekommendation, rekommendationer, rekommendationen, tips, vårt tips, uppmanar, vi önskar, gärna, allmänna råd, riktlinje*`,
	elected: `kommunalråd*, kommunstyrelsens ordförande, borgmästar*, statsråd*, talman*, finansminister*, justitieminister*, regeringschef*, gruppledar*, toppkandidat*, ulf kristersson*, magdalena andersson*, jimmie åkesson*, ebba busch*, nooshi dadgostar*, muharrem demirok*, johan pehrson*, simona mohamsson*, elisabeth thand ringqvist*, amanda lind*, daniel helldén*, gunnar strömmer*, elisabeth svantesson*, regionråd*, statsminister*, ministern, minister*, riksdagsledamot*, partiledar*, oppositionsråd*, borgarråd*, ledamoten, kommunpolitiker*, oppositionen, majoriteten, regeringen,
 oppositionens, regeringens, statsråden, nämndordförande*,
 kommunstyrelse, kommunstyrelsen, kommunstyrelsens`,
	praise: `bra jobbat, heja, hurra för, hyllar, stödjer, stöder vi, vi stöder, håller med, klokt av, bra förslag, bästa förslag*, äntligen någon som, tack vare, vi gillar, fantastisk*, modigt av, rösta på, bästa partiet, stolt*, stolta över, grattis till, grattis, tack till, tack för att ni, tack för att du, räddade, räddat, äntligen fick igenom, fick igenom, enda rimliga, det rimliga, bäst, bästa, kloka, klok*, modig*, rätt i, har rätt, hade rätt, lyssnar på, hjältar, hjälten, jobbar hårt, gör ett bra jobb, gör ett fantastiskt jobb, kämpar för, ställer oss bakom,
 vilken tur att, tur att vi har, de enda som, hurra, har helt rätt, imponera*, eloge, förtjänar en, välförtjän*, välkomnar, lysande, heder åt, applåd*, ett steg i rätt riktning, står upp för, hejar på, bra gjort,
 stor kram, succé, handlingskraft, förtjänar en stor`,
	blame: `skäms, fel i, har fel, hade fel, ljög, ljugit, sabbar, sabbade, saboterar, förstör, förstörde, sviker, svek, luras, lurade, tomma löften, vallöften, idiot*, idioti, löjlig*, okunnig*, usel*, urusel*, korkad*, katastrof*, vansinn*, arrogant*, maktgalen*, nonchalant*, skrämmande, farlig*, hotar vår, lägg inte din röst, skandal*, skamligt, ljuger, lögn, lögner, oansvarig*, inkompetent*, fegt, feg, pinsam*, dåligt förslag, struntar i, bryr sig inte, hycklar*, hyckleri, rasist*, extrem*, fascist*, tar avstånd från, protesterar mot, demonstrera mot, stoppa,
 lovar runt, håller tunt, lovar som vanligt, som vanligt, lita inte på, tro inte på, raserat, raserar, lägger ner din, vill ta ifrån, ta ifrån oss, inte förstått, har inte förstått, sov, usla, pinsamt, hotar, ljugit,
 tyvärr vann, borde avgå, avgå, tror inte på`,
	vote: `rösta på, rösta för, rösta mot, rösta bort, lägg din röst på, lägg inte din röst på, kryssa, valseger, vinna valet, i valet väljer`,
	help: `ring 112, ring 1177, du kan få hjälp, det finns hjälp, här får du hjälp, så får du hjälp, stödlinje*, vittnen, vittne, tips om, mår du dåligt, hör av dig, anmäl,
 alla mår bra, mår bra, mår fint, välbehållen, hittad välbehållen`,
	grave: `skurit sig, skar sig, självskad*, ta sitt liv, tog sitt liv, självmord*, suicid*, hoppa från, hoppade från, ville inte leva, inte ville leva, inte leva längre, vill inte leva, ville dö, våldtagen, i psykos, psykos, psykotisk*, överdos*, anorektisk*, dödsbud*, mist sitt, förlorat sitt, dement*,
 nål i armen, somnade in, somnat in, drunknade, slår sig själv, hade legat`,
	taken: `grep, greps, gripna, gripit, handfängsel, handklovar, omhändertog, omhändertogs, husrannsakan,
 hämtade mamma, hämtade pappa, hämtade mamman, hämtade pappan, hämtade hans, hämtade hennes`,
	office: `länsstyrelsen, länsstyrelsens, förvaltningsrätt*, förvaltningsdomstol*, kammarrätt*, migrationsdomstol*, migrationsverket, migrationsverkets, trafikverket, trafikverkets, naturvårdsverket, skolinspektionen, skatteverket, regionen, regionens, åklagarmyndigheten, kriminalvården`,
	except: `undantagen, undantag finns, finns undantag, med undantag, med vissa undantag, om inte, såvida inte, i de flesta fall, normalt`,
	view:   `min personliga åsikt, min åsikt, min egen åsikt, personlig åsikt, så tycker jag, det står jag för, vi delar inte, jag delar inte, det är så jag känner, ett hån mot, slutade jag tro, slutat tro på, man blir less, man blir trött på, jag kan inte förstå att, kan inte förstå att vi, vi kan inte förstå att, fy skäms, hatar`,
	partyName: `socialdemokraterna*, moderaterna*, sverigedemokraterna*, centerpartiet*, centern, centerns, centerpartist*, vänsterpartiet*, vänsterpartist*, kristdemokraterna*, kristdemokrat*, liberalerna*, miljöpartiet*, miljöpartist*, sossarna*, sossen, sossar, socialdemokratisk*, sverigedemokratisk*, kristdemokratisk*, högerpartierna, vänsterblocket, högerblocket, de rödgröna, rödgröna, sd, kd, mp, sap, nmr, afs, alternativ för sverige, sverigedemokrat*, socialdemokrat*, moderat, moderater, feministiskt initiativ, piratpartiet, medborgerlig samling, partiet nyans, tidöpartierna, allianspartierna, folkpartiet,
 sd:s, kd:s, mp:s, m:s, s:s, c:s, v:s, l:s, alliansen, alliansens, högern, vänstern, m-politiker*, s-politiker*, c-politiker*, v-politiker*, l-politiker*, sd-politiker*, kd-politiker*, mp-politiker*, m-ledd*, s-ledd*, sd-styrd*, s-styrd*, m-styrd*, centerpartister, moderaten, liberalen`,
}

// people are words for a person that mean one individual after "en" or "ett", with a word between: "en berusad man".
var people = set(`man kvinna kille tjej herre dam gubbe tant yngling pojke flicka förare bilist cyklist person patient sökande kund besökare förälder pappa mamma mor far farfar mormor farmor morfar granne student elev pensionär turist brukare klient
	tonåring kollega chef anställd direktör advokat politiker medborgare farbror alkoholist soldat bebis artist influencer tjuv inbrottstjuv rånare fyllerist missbrukare narkoman uteliggare ungdom bebis barn`)

var pronouns = set(`han hon honom henne hen`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
