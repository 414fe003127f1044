package tone

import "tilltal/check/prose"

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
)

var cues = func() *prose.Phrases[cue] {
	p := prose.NewPhrases(map[string]cue{})
	for c, list := range lists {
		prose.Fill(p, c, list)
	}
	return p
}()

var lists = map[cue]string{
	person: `mannen, kvinnan, kvinna, yngling, bilist, fyllerist, killen, tjejen, föraren, bilisten, cyklisten, tjuven, tjuvarna, rånaren, gärningsmannen, inbrottstjuven, snattaren, buset, busen, boven, bovarna, bilföraren, mopedisten, fyllot, fylleristen,
 en man, en kvinna, en kille, en tjej, en förare, en bilist, en tjuv, en herre, herren, en dam, damen, gubben, en gubbe, tanten, en tant, ynglingen, en yngling, sökanden, patienten, en patient, klienten, brukaren, en brukare,
 kunden, besökaren, uppringaren, den gripne, den misstänkte, den berusade, personen, en person, fartsyndaren, en fartsyndare, rattfylleristen, en rattfyllerist, vår vän, vår kära vän, en ung man, en ung kvinna, en äldre man, en äldre kvinna`,
	meeting: `greps, gripen, grep, stoppade, stoppades, stoppas, omhändertog, omhändertogs, avvisades, fick följa med, blåsa, blåste, arresten, arrest, fyllecell, fyllecellen, cellen, patrullen, patrull, handfängsel, handklovar, visiterades,
 förhördes, larmet gick, vi åkte, ryckte ut, bötfälldes, böter, körkortet, avslag, anmäldes, hittades, haffades, haffade, sprang ifatt, kom på bar gärning, ingrep, ingripande, polisbilen, baksätet, tillnyktringsenheten, tog hand om, hämtades, vi hämtade, vi mötte, mötte vi, ringde oss, hörde av sig, kom in till oss`,
	laugh: `haha*, hehe*, hihi*, lol, rofl, asg, asgarv*, garv*, skrattade gott, skrattar gott, fnissa*, vek oss, kiknade, roligast, komiskt, skrattfest, höll på att skratta, kunde inte låta bli att skratta, dagens skratt`,
	scorn: `årets smartaste, årets dummaste, dagens smartaste, dagens dummaste, dagens geni, inte den vassaste, vassaste kniven, inte den skarpaste, ljushuvud*, snille, snillen, snillet, mästerhjärna*, geni, geniet, genial idé, geniala idé, smart drag,
 klantig*, klantskall*, puckad*, korkad*, dum i huvudet, dumskall*, idiot*, pajas*, clown*, stolle, tönt*, loser*, fyllo, fyllot, pundare*, pundar*, knarkar*, värsting*, patetisk*, pinsam*, pinsamt, skämmes, skäms på dig, bättre lycka nästa gång, bra försök, nice try,
 trodde han, trodde hon, påstod sig, så kan det gå, karma, rätt åt, inte så kaxig*, kaxig*, stackars krake, hjälten, hjälte för en dag, praktexempel, slut på det roliga, tji fick*, snopen, snopet, långnäsa`,
	quote: `hasta la vista, i'll be back, make my day, game over, houston, may the force, bad boys, whatcha gonna do, jönssonligan, som i filmen, som i en film, filmen med, ligan som inte, göta kanal, mission impossible, usual suspects, home alone, ensam hemma,
 meme, oscar för bästa, darwin award, dumb and dumber, catch me if you can, fast and furious, the end, surprise*`,
	state: `berusad*, full, fulla, packad, påverkad*, redlös*, spritstinkande, nedkissad*, avklädd*, naken, nakna, spydde, kräktes, grät, gråtande, gråter, ledsen, förtvivla*, sörjande, sorg, dödsbud*, dödsfall*, avled, omkom, självmord*, suicid*, ta sitt liv, tog sitt liv,
 psykiskt sjuk*, psykiskt instabil*, förvirra*, dement*, demenssjuk*, medvetslös*, skadad, skadade, skadades, svårt sjuk*, sjuk, utsatt, utsatta, misshandla*, våldtag*, hemlös*, uteliggar*, missbruka*, överdos*, avtänd*, panik, ångest, rädd, livrädd, skräckslag*, hungrig*, utan bostad, vräkt*, skuldsatt*, papperslös*, utvisa*`,
	child:     `pojken, flickan, en pojke, en flicka, barnet, ett barn, en liten kille, en liten tjej, tonåring, tonåringen, en 5-åring, bebisen, spädbarn*, eleven, en elev, sonen, dottern, barnen i familjen, ett av barnen, små barn`,
	feeling:   `jag tycker, vi tycker, tycker jag, tycker vi, personligen, min åsikt, enligt min mening, i mina ögon, jag känner, känner jag, det känns, jag blir arg, blir arg, blir förbannad, förbannad, trött på, less på, jag skäms, bedrövlig*, jag anser, anser jag, vi anser, är det inte konstigt, man undrar, undrar jag, ärligt talat, jag hatar, skandal, frustrera*, uppgiven, uppgivna, blir mörkrädd, provocera*, hopplöst`,
	subject:   `domstol*, tingsrätt*, hovrätt*, domare*, domen, domar, dömdes, åklagare*, straff, straffet, straffen, påföljd*, fängelsestraff*, frigavs, släpptes, släpps, politiker*, politiken, regering*, riksdag*, lagstift*, skattepengar, skattemedel, skattebetalar*, vad det kostar, kostar samhället, budget*, resurser, nedskärning*, invandr*, migrant*, flykting*, muslim*, romer, zigenar*, bidragstagar*, media, journalist*, högsta domstolen, migrationspolitik*, eu, socialtjänsten, försäkringskassan, facket`,
	judging:   `löjlig*, skrattretande, daltande, daltar, slapp*, mesig*, för lågt, för milt, för milda, alldeles för, åt skogen, fel prioritering*, slöseri, oacceptabelt, vansinn*, sjukt, idioti, orättvis*, skamlig*, galet, galenskap, äntligen, på tiden, borde skämmas, måste ändra*, borde ändra*, vaknar, vakna`,
	duty:      `du måste, ni måste, måste du, är skyldig att, är skyldiga att, är förbjudet, är olagligt, enligt lag, lagen säger, har ingen rätt, har inte rätt, du får inte, ni får inte, är ett brott, olagligt, förbjudet, tillåtet, är brottsligt, straffbart, lagkrav, är tvungen, tvungna`,
	always:    `alltid, aldrig, under inga omständigheter, utan undantag, i alla lägen, ingen som helst, bara ett sätt, enda sättet, alla vet, som alla vet, det finns inga skäl, självklart, givetvis, oavsett vad`,
	advice:    `råd, rådet, rådet är, rekommenderar, rekommendation, rekommendationer, rekommendationen, tips, vårt tips, uppmanar, vi önskar, gärna, allmänna råd, riktlinje*`,
	elected:   `kommunalråd*, regionråd*, statsminister*, ministern, minister*, riksdagsledamot*, partiledar*, oppositionsråd*, borgarråd*, ledamoten, kommunpolitiker*, oppositionen, majoriteten, regeringen`,
	praise:    `bra jobbat, heja, hurra för, hyllar, stödjer, stöder vi, vi stöder, håller med, klokt av, bra förslag, bästa förslag*, äntligen någon som, tack vare, vi gillar, fantastisk*, modigt av, rösta på, bästa partiet, ställer oss bakom`,
	blame:     `skäms, skandal*, skamligt, ljuger, lögn, lögner, oansvarig*, inkompetent*, fegt, feg, pinsam*, dåligt förslag, struntar i, bryr sig inte, hycklar*, hyckleri, rasist*, extrem*, fascist*, tar avstånd från, protesterar mot, demonstrera mot, stoppa`,
	vote:      `rösta på, rösta för, rösta mot, rösta bort, lägg din röst på, kryssa, valseger, vinna valet, i valet väljer`,
	help:      `ring 112, ring 1177, du kan få hjälp, det finns hjälp, här får du hjälp, så får du hjälp, stödlinje*, vittnen, vittne, tips om, mår du dåligt, hör av dig, anmäl`,
	partyName: `socialdemokraterna, moderaterna, sverigedemokraterna, centerpartiet, vänsterpartiet, kristdemokraterna, liberalerna, miljöpartiet, sossarna, sverigedemokrat*, socialdemokrat*, moderat, moderater, feministiskt initiativ, piratpartiet, medborgerlig samling, partiet nyans, tidöpartierna, allianspartierna, folkpartiet`,
}
