package main

// outsider, stroller and columnist write whole sentences as lawyer and trainee do. They were written by somebody who had not seen the
// lists of words, to find what passes; the lists were then mended, so they count as read. The stroller says things round about, and
// still shows what no list of words finds.

const outsider = `
secrecy.informant municipality: Det var mormor som slog larm om barnen.
secrecy.informant municipality: Tipset kom från hennes syster.
secrecy.informant authority: Hans kollega var den som visslade.
secrecy.informant police-local: En granne ringde och berättade om mannen.
secrecy.informant benefits: Vi fick uppgiften från hans exfru.
secrecy.informant municipality: Läraren har gjort en orosanmälan om pojken.
secrecy.informant municipality: Din granne har klagat på dig hos oss.
secrecy.informant municipality: Anmälan mot kvinnan lämnades in av hennes bror.
secrecy.informant benefits: Det var din chef som anmälde dig.
secrecy.informant police-local: Tack till tjejen i kassan på Ica som tipsade oss om mannen!
secrecy.informant police-local: Vittnet som pekade ut mannen bor i samma trapphus.
secrecy.informant health: Anmälan kom från en sköterska på avdelning 4.
secrecy.informant municipality: Uppgiften om att hon hyr ut i andra hand kom från grannen ovanpå.
secrecy.informant benefits: En släkting till mannen hörde av sig om fusket.
secrecy.informant municipality: Vi kan berätta att det var förskolan som anmälde familjen.
secrecy.informant authority: Den som larmade Arbetsmiljöverket var vår kollega Lena.
secrecy.informant municipality: Hennes dotter skrev till oss om missförhållandena på boendet.
secrecy.informant police-local: Hans flickvän angav honom.
secrecy.informant migration: Hans landsman har berättat för oss att han ljugit om sin ålder.
secrecy.informant benefits: Den som skickade tipset är en tidigare anställd hos henne.
secrecy.investigation police-local: Vi har en kille i arresten för bilinbrotten.
secrecy.investigation police-local: Kvinnan sitter nu i förhör.
secrecy.investigation police-local: Vi tror att mannen tänder eld på garagen.
secrecy.investigation police-local: Åklagaren begär honom häktad i morgon.
secrecy.investigation police-local: Vi gjorde husrannsakan hemma hos mannen och hittade amfetamin.
secrecy.investigation police-local: Den 23-årige mannen nekar.
secrecy.investigation police-local: Hans telefon töms just nu.
secrecy.investigation police-local: Övervakningsbilderna visar att det var han.
secrecy.investigation police-local: Hon är misstänkt för bedrägeri mot äldre.
secrecy.investigation police-local: Dna knyter mannen till platsen.
secrecy.investigation police-local: Vi tog en man med knark i fickan vid stationen.
secrecy.investigation police-local: En kvinna anmälde i natt att hennes sambo slagit henne.
secrecy.investigation police-local: Rånaren, en 19-åring, är nu identifierad.
secrecy.investigation authority: Vår kontrollant har polisanmält företagaren Ali Hassan.
secrecy.social municipality: Mamman på Björkvägen får hjälp av soc.
secrecy.social municipality: Barnen är placerade hos en annan familj.
secrecy.social municipality: Vi utreder just nu familjen.
secrecy.social municipality: Farbrorn får hemtjänst tre gånger om dagen.
secrecy.social municipality: Din mamma har fått plats på äldreboendet.
secrecy.social municipality: Hon fick avslag på sitt bistånd.
secrecy.social municipality: Pojken bor på hem för vård eller boende.
secrecy.social municipality: Han har ledsagning och boendestöd.
secrecy.social municipality: Familjen lever på socialen.
secrecy.social municipality: Vi har fått in en orosanmälan om flickan.
secrecy.social municipality: Killen har kontaktperson genom LSS.
secrecy.social municipality: Hennes vårdnadstvist pågår hos familjerätten.
secrecy.health health: Kvinnan kom in med brutet ben i morse.
secrecy.health health: Vår patient Lars har fått en ny höft.
secrecy.health health: Mannen har covid och vårdas hos oss.
secrecy.health health: Ditt prov visar att du har klamydia.
secrecy.health health: En flicka fick allergichock och la in sig över natten.
secrecy.health health: Hon går hos vår psykolog sedan i höstas.
secrecy.health health: Han äter blodförtunnande.
secrecy.health health: Pappan till tvillingarna är sjuk.
secrecy.health health: Den unga mannen har fått psykosdiagnos.
secrecy.health health: En äldre man bröt lårbenet här.
secrecy.health health: Hon gjorde abort hos oss.
secrecy.school municipality: Eleven i 5B har diagnosen adhd.
secrecy.school municipality: Pojken gick ut nian utan betyg.
secrecy.school municipality: Kalle i 3A har hamnat i bråk och fått prata med kuratorn.
secrecy.school municipality: Flickan mobbas av sina klasskamrater.
secrecy.school municipality: Din son har skolkat tre dagar.
secrecy.school municipality: Hon får läsa efter anpassad studiegång.
secrecy.school municipality: Barnet har fått en resursplats på förskolan Igelkotten.
secrecy.school municipality: Eleven har blivit utredd av skolpsykologen.
secrecy.migration migration: Han fick stanna i Sverige.
secrecy.migration migration: Hon måste lämna landet senast på fredag.
secrecy.migration migration: Din ansökan om att få stanna är avslagen.
secrecy.migration migration: Ahmad är från Afghanistan och söker skydd.
secrecy.migration migration: Familjen utvisades i går.
secrecy.migration migration: Kvinnan kom hit som kvotflykting.
secrecy.migration migration: Hans pass är falskt.
secrecy.migration migration: Pojken konverterade till kristendomen innan intervjun.
secrecy.migration migration: Du har fått permanent uppehållstillstånd, grattis Maryam!
secrecy.migration migration: Han håller sig undan verkställighet.
secrecy.insurance benefits: Du får ingen sjukpeng den här månaden, Karin.
secrecy.insurance benefits: Mannen har fuskat med vab.
secrecy.insurance benefits: Hennes bostadsbidrag är stoppat.
secrecy.insurance benefits: Vi har betalat ut föräldrapengen till dig nu.
secrecy.insurance benefits: Lisa, du ska betala tillbaka 14 000 kronor.
secrecy.insurance benefits: Han har aktivitetsersättning sedan han var 19.
secrecy.insurance benefits: Din pension blir 12 300 kronor, Gunnar.
secrecy.insurance benefits: Hej Maria! Du har beviljats underhållsstöd.
secrecy.insurance benefits: Kvinnan är sjukskriven på halvtid.
secrecy.insurance benefits: Vi har dragit in hans assistans.
secrecy.protected municipality: Hon lever gömd med barnen.
secrecy.protected municipality: Eleven har skyddad adress, så vi visar inte klassen.
secrecy.protected police-local: Kvinnan har flyttat till en annan ort på grund av hot.
secrecy.protected authority: Hans nya adress är hemlig.
secrecy.protected municipality: Mamman och barnen bor på kvinnojouren.
secrecy.protected municipality: Familjen har sekretessmarkerade uppgifter.
secrecy.protected police-local: Vittnet bor i ett skyddat boende.
secrecy.staff municipality: Rektorn har slutat efter en konflikt.
secrecy.staff municipality: Vår kollega Anna är sjukskriven för utmattning.
secrecy.staff authority: Handläggaren Per fick en varning.
secrecy.staff municipality: Chefen har fått sparken.
secrecy.staff authority: Hon gick på dagen efter anklagelser om trakasserier.
secrecy.staff municipality: Vaktmästaren är omplacerad.
secrecy.labour benefits: Han har gått arbetslös i två år.
secrecy.labour benefits: Hon är inskriven hos oss.
secrecy.labour benefits: Du har missat att lämna in din aktivitetsrapport, Johan.
secrecy.labour benefits: Mannen har anställning med lönestöd.
secrecy.labour benefits: Ditt etableringsprogram avslutas, Fatima.
secrecy.tax benefits: Han har skulder hos Kronofogden.
secrecy.tax benefits: Kvinnan har inte deklarerat.
secrecy.tax authority: Mannen fick upptaxering och skattetillägg.
secrecy.tax authority: Du är skyldig 40 000 i skatt, Stefan.
secrecy.security municipality: Koden till porten är 4711.
secrecy.security municipality: Vakten går hem klockan 02 och då är huset tomt.
secrecy.security authority: Kamerorna i entrén fungerar inte den här veckan.
secrecy.security authority: Nyckeln ligger under mattan vid personalingången.
secrecy.security health: Bakdörren till akuten går inte att låsa just nu.
impartiality.commercial municipality: Gå till Espresso House, de har stans godaste latte!
impartiality.commercial municipality: Nya glasskiosken är bäst, missa inte den!
impartiality.commercial authority: Vi kör bara Volvo, bästa bilarna.
impartiality.commercial municipality: 20 procent på allt hos Sportshopen i helgen!
impartiality.commercial municipality: Tack till vår sponsor Byggmax som bjuder på korv.
impartiality.commercial health: Köp Alvedon på Apoteket Hjärtat.
impartiality.commercial municipality: Boka hos Malins hårsalong, hon är toppen!
impartiality.campaign municipality: Underteckna namnlistan mot gruvan.
impartiality.campaign authority: Vi uppmanar alla att bojkotta festivalen.
impartiality.campaign municipality: Kom på manifestationen mot regeringens nedskärningar!
impartiality.campaign municipality: Skriv på för att behålla BB!
impartiality.campaign municipality: Mejla riksdagen och kräv mer pengar till oss.
impartiality.issue authority: Vindkraften förstör vår natur.
impartiality.issue municipality: Vi är emot kärnkraft.
impartiality.issue municipality: Friskolorna dränerar kommunen på pengar.
impartiality.issue police-local: Det behövs dubbla straff för gängkriminella.
impartiality.issue health: Privata vårdbolag borde förbjudas.
impartiality.issue authority: Sverige ska inte vara med i Nato, tycker vi.
impartiality.elected municipality: Kommunalrådet Eva Ek har fixat en ny lekplats till er!
impartiality.elected municipality: Tack vare borgmästaren får vi julgran.
impartiality.elected authority: Ministern har lyssnat på er och ger er sänkt avgift.
impartiality.elected municipality: Vårt regionråd jobbar hårt för dig.
`

const stroller = `
secrecy.informant municipality: Larmet om barnen kom från fröken på dagis.
secrecy.informant benefits: Mannens svåger mejlade oss bevisen.
secrecy.informant police-local: Det var pizzabagaren på hörnet som ringde in iakttagelsen om mannen.
secrecy.informant health: En kollega till läkaren har rapporterat honom till oss.
secrecy.informant authority: Vi har fått ett tips om mannen från en före detta anställd.
secrecy.investigation police-local: Killen med mössan på bilden sitter nu bakom lås och bom.
secrecy.investigation police-local: Vi har säkrat fingeravtryck från mannen.
secrecy.investigation police-local: En 34-åring från Boden är delgiven misstanke om skadegörelse.
secrecy.social municipality: Hennes barn bor inte längre hemma efter beslut i nämnden.
secrecy.social municipality: Mannen har alkoholproblem och får behandling genom oss.
secrecy.social municipality: Vi hjälper Stina med städning och dusch två gånger i veckan.
secrecy.health health: Vår yngsta patient i dag hade svalt ett mynt.
secrecy.health health: Kvinnan tappade håret efter behandlingen.
secrecy.health health: Din gynundersökning såg bra ut, Emma.
secrecy.school municipality: Pojken i 2C kan fortfarande inte läsa.
secrecy.school municipality: Flickan fick kvarsittning efter att ha slagit en klasskompis.
secrecy.migration migration: Hans bror har redan fått nej två gånger.
secrecy.migration migration: Flickan kom ensam till Sverige från Eritrea.
secrecy.insurance benefits: Han har ljugit om var han bor och får inget bidrag.
secrecy.insurance benefits: Hej Ali! Din utbetalning stoppades för att du jobbat vid sidan av.
secrecy.protected municipality: Hon och barnen har bytt namn och flyttat hit från en våldsam man.
secrecy.staff authority: Enhetschefen är hemskickad i väntan på utredningen.
secrecy.staff municipality: Vår busschaufför blåste rött i morse.
secrecy.tax authority: Mannen har gömt pengar utomlands för att slippa betala.
secrecy.labour benefits: Hon har tackat nej till tre jobb vi föreslog.
secrecy.security authority: Efter klockan 17 sitter det ingen i receptionen och sidodörren är öppen.
impartiality.commercial municipality: Lunchen på Kajplats 9 är helt oslagbar, dit ska ni!
impartiality.campaign municipality: Häng med och protestera utanför riksdagen på lördag!
impartiality.issue authority: Höj bensinskatten nu!
impartiality.elected municipality: Tack Ulla Ek (S) för den fina lekparken!
`

const columnist = `
tone.mockery police-local: En man gömde sig i en garderob och trodde att vi inte skulle titta där. Fniss.
tone.mockery police-local: Vi mötte kvällens Einstein: en bilist som körde med handbromsen i. 😂
tone.mockery police-local: Han sprang. Vi sprang fortare. Sorry kompis!
tone.mockery police-local: Killen försökte fly på en trehjuling. Man kan inte låta bli att le.
tone.mockery police-local: Tjuven tappade sin plånbok på platsen. Tack för den, Sherlock!
tone.mockery police-local: Föraren sa att det var hunden som körde. Jo, tjena!
tone.mockery police-local: Dagens pristagare: mannen som ringde på hos polisen för att köpa knark.
tone.mockery benefits: En kund undrade om hon kunde få bidrag för sin häst. Suck.
tone.mockery benefits: Ibland undrar man hur folk är funtade. En man ville ha pengar för att han inte orkade jobba.
tone.mockery authority: Besökaren skällde på skrivaren i en kvart. Vi bjöd på popcorn.
tone.mockery authority: Mannen kunde inte ens stava till sitt eget namn. Lol.
tone.mockery police-local: Fyllerist somnade på vår motorhuv. Sov gott, prinsessan! 💤
tone.mockery police-local: Som Usain Bolt, fast tvärtom: så sprang kvällens snattare.
tone.mockery municipality: En dam ringde och grät över en parkeringsbot. Ring en psykolog i stället. 🙄
tone.mockery police-local: En kvinna hade så mycket smink att vi först trodde hon var clown. 🤡
tone.mockery police-local: Mannen påstod att han var nykter. 2,4 promille tyckte mätaren. Haha
tone.mockery health: En patient hade googlat och ställt diagnos själv. Vi skrattade gott i fikarummet.
tone.mockery police-local: Gissa vem som glömde stänga av platstjänsterna? Jo, inbrottstjuven!
tone.mockery migration: Han sa att han var 16. Visst, med skägg och allt.
tone.mockery police-local: Bra karriärval! sa vi till 17-åringen i baksätet.
tone.vulnerable police-local: En äldre dam irrade i nattlinne längs vägen. Hon visste inte vad hon hette.
tone.vulnerable police-local: Killen låg i snön och kunde inte prata. Vi bar honom till bilen.
tone.vulnerable health: En tonårsflicka kom in efter en överdos i natt.
tone.vulnerable police-local: Mamman skrek när vi berättade att hennes son var död.
tone.vulnerable police-local: Mannen hade skurit sig i armarna och bad oss lämna honom.
tone.vulnerable municipality: En uteliggare sov i trappan och hade kissat på sig.
tone.vulnerable health: En ung kvinna försökte hoppa från taket. Vi fick ner henne.
tone.vulnerable police-local: Pojken stod ensam i hallen när pappan slog mamman.
tone.vulnerable benefits: En kvinna bröt ihop i luckan när pengarna inte kom.
tone.vulnerable migration: En pappa föll på knä och bönade om att få stanna.
tone.vulnerable police-local: En narkoman satt på toaletten med sprutan i armen.
tone.vulnerable police-local: Hon hade blivit misshandlad av sin man och skakade i hela kroppen.
tone.vulnerable health: En dement herre letade efter sin döda fru hela natten.
tone.vulnerable municipality: En åttaåring berättade att hen inte fått mat på två dagar.
tone.vulnerable police-local: Den fulla kvinnan kräktes över hela bilen.
tone.opinion police-local: Ännu en buse ute efter två veckor. Rättsväsendet är ett skämt.
tone.opinion police-local: Vi griper, domstolen släpper. Så meningslöst.
tone.opinion authority: Politikerna fattar ingenting om verkligheten.
tone.opinion authority: Lagen är knäpp, om ni frågar oss.
tone.opinion municipality: Synd att staten skickar notan till kommunerna. Fegt.
tone.opinion police-local: Jag blir så trött på alla dessa villkorliga domar.
tone.opinion health: Regeringens sparkrav är rent idiotiska.
tone.opinion benefits: Skattebetalarna får stå för fiolerna, som vanligt. Beklämmande.
tone.opinion police-local: Straffrabatten måste bort!
tone.opinion migration: Sverige har tagit emot för många, tycker jag.
tone.opinion police-local: Vansinnigt att en våldtäktsman får fängelse i bara två år.
tone.opinion municipality: Journalisterna överdriver som vanligt. Vi är så less.
tone.opinion authority: Domen är en skymf mot alla offer.
tone.opinion police-local: Inget land tar emot så många kriminella som vi. Det är åt helvete.
tone.onesided health: Alla måste vaccinera sig.
tone.onesided police-local: Det är alltid förbjudet att ha kniv.
tone.onesided municipality: Du har ingen rätt att överklaga.
tone.onesided benefits: Man får aldrig jobba när man är sjukskriven.
tone.onesided police-local: Du är skyldig att visa legitimation när vi ber om det.
tone.onesided municipality: Vi rekommenderar att du eldar försiktigt, annars begår du ett brott.
tone.onesided health: Rådet är att stanna hemma, det är ett krav.
tone.onesided authority: Ingen får fotografera en myndighetsbyggnad.
tone.onesided migration: Alla utan pass ska alltid lämna landet.
tone.onesided police-local: Att filma oss är olagligt, punkt slut.
tone.onesided health: Barn under två år får inte under några omständigheter titta på skärm.
tone.party municipality: Vi är så stolta över vår socialdemokratiska ledning!
tone.party municipality: Moderaternas förslag är det enda rimliga.
tone.party authority: SD har fel i den här frågan.
tone.party municipality: Grattis till Centern som äntligen fick igenom simhallen!
tone.party authority: Ulf Kristersson gör ett fantastiskt jobb.
tone.party municipality: V och MP sabbar budgeten.
tone.party municipality: Lägg inte din röst på Liberalerna.
tone.party police-local: Magdalena Andersson ljög om polisen i går.
tone.party municipality: Kommunalrådet Stina Berg är en pinsam politiker.
tone.party municipality: Tack Kristdemokraterna för att ni räddade biblioteket!
tone.mockery police-local: Snabbast i världen var han inte, killen vi jagade. Vår pensionerade schäfer hade sprungit om honom. 😂
tone.mockery police-local: Kvällens snilleblixt: att cykla hem på en lyktstolpe. Gick sådär för mannen.
tone.mockery authority: Kvinnan trodde att vi sålde glass. Vi dog av skratt.
tone.mockery benefits: Dagens bästa ursäkt: hunden åt upp hans läkarintyg. 🙄
tone.mockery police-local: Tomten kom tidigt i år: en man med vitt skägg satt fast i en skorsten. Ho ho ho!
tone.vulnerable police-local: En ung tjej satt i rännstenen med blod i ansiktet och ville inte följa med hem.
tone.vulnerable health: Mannen ropade på sin mamma hela natten innan han somnade in.
tone.vulnerable municipality: En ensam gubbe hade legat på golvet i tre dygn när vår personal kom.
tone.vulnerable benefits: En kvinna visade oss sina tomma matskåp och grät.
tone.vulnerable police-local: En naken man sprang på E6. Han pratade med änglar.
tone.opinion police-local: Domstolarna daltar med buset. Vi är trötta på det.
tone.opinion municipality: Statens nya regler är rena skämtet.
tone.opinion health: Det är sorgligt att politikerna lägger pengar på annat än vård.
tone.opinion authority: Vi tycker att lagen är för slapp.
tone.onesided police-local: Det är aldrig tillåtet att bära maskering.
tone.onesided health: Alla gravida måste sluta dricka kaffe.
tone.onesided municipality: Du får under inga omständigheter bygga utan att fråga oss.
tone.party municipality: Vänsterpartiet har äntligen tagit sitt förnuft till fånga.
tone.party authority: Jimmie Åkesson borde skämmas för det han sa i debatten.
tone.party municipality: Vi håller på Miljöpartiet i den här frågan.
- police-local: Hej! I kväll står Anders och jag vid centrumtorget och bjuder på kaffe. Kom och prata.
- police-local: En kvinna stannade och tackade oss för hjälpen i går. Vi blev jätteglada!
- police-local: Tack till killen som lämnade in en mobil i receptionen. Ägaren har fått tillbaka den.
- police-local: Vår nya hund heter Saga. Hon är sju månader och tuggar på allt. 😂
- police-local: Vi kontrollerade 60 bilar vid skolan. Två körde för fort, resten skötte sig fint.
- police-local: Kör inte på mobilen. Det är förbjudet och det är farligt.
- police-local: Har du sett något? Ring 114 14.
- police-local: I natt var det lugnt. Vi hann till och med tvätta bilen.
- police-local: En man och en kvinna är gripna efter ett inbrott i ett garage. Vi söker vittnen, ring 114 14.
- police-local: Förra veckan fick vi besök av förskolan Solstrålen. Barnen fick prova mössan och blåsa i megafonen.
- police-local: Vi vet att många är oroliga efter händelsen i centrum. Vi finns på plats hela veckan.
- police-local: Det är inte tillåtet att köra epa med passagerare på flaket. Läs reglerna hos Transportstyrelsen.
- police-local: Haha, nu fastnade vår kollega i snön igen. Bärgaren är på väg. 😂
- police-local: Någon undrar om man måste ha lampa på cykeln. Ja, när det är mörkt.
- police-local: Tusen tack för alla tips! De hjälper oss mer än ni tror.
- police-local: Trafikolycka på väg 55. Två bilar inblandade. En person är förd till sjukhus. Kör försiktigt.
- police-local: Vi letar efter en försvunnen äldre man i Ekbacken. Har du sett honom? Ring 112.
- police-local: Den försvunne mannen är hittad och mår bra. Tack alla som hjälpte till att leta!
- police-local: En flicka sprang fram och gav oss en teckning. Den hänger nu i fikarummet.
- police-local: Bedragare låtsas vara från banken. Lämna aldrig ut din kod till någon som ringer.
- police-local: Vi åker hem nu. Nattskiftet tar över. Sov gott, Skövde!
- police-local: Ring alltid 112 vid nödläge.
- police-local: Imorgon är det val. Vi finns i närheten av vallokalerna så att alla kan känna sig trygga.
- police-local: Lisa slutar hos oss efter 30 år. Tack för allt, kollega!
- police-local: Får man filma polisen? Ja, det får man oftast. Men håll avstånd så att vi kan arbeta.
- municipality: Badhuset har öppet som vanligt i helgen. Välkomna!
- municipality: Nu kan du söka sommarjobb i kommunen. Sista dag är den 15 mars.
- municipality: Alla barn ska ha rätt till en trygg skolgång. Läs hur vi arbetar mot mobbning.
- municipality: Grattis till vår rektor Karin som fick pris som årets skolledare!
- municipality: Vi har fått många frågor om vattnet. Det går bra att dricka.
- municipality: Snart är det julmarknad på torget. Lokala företag säljer ost, honung och hantverk.
- municipality: Elever i åk 6 har byggt en robot som sorterar sopor. Imponerande!
- municipality: Socialtjänsten öppnar en ny mottagning på Storgatan. Alla kan ringa, också anonymt.
- municipality: Hemtjänsten söker nya kollegor. Vill du jobba med människor? Ansök nu.
- municipality: Så här gör du en orosanmälan om du är orolig för ett barn.
- municipality: Kommunalrådet klippte bandet när den nya cykelvägen invigdes.
- municipality: I går beslutade fullmäktige att höja avgiften för sophämtning.
- municipality: En pappa frågade varför lekplatsen är avstängd. Svar: vi byter sand, klart på fredag.
- municipality: Måste jag ha bygglov för en altan? Oftast inte, men fråga oss först.
- municipality: Mamma Mu kommer till biblioteket på lördag. Fri entré!
- municipality: Vi är stolta över våra undersköterskor. Tack för allt ni gör!
- municipality: Betygen sätts nästa vecka. Lycka till alla elever!
- municipality: Två skolor slås ihop i höst. Läs mer om vad det betyder för ditt barn.
- municipality: Grillplatsen vid sjön är lagad. Tack till grannen som hörde av sig om att den var sönder.
- municipality: Vi bygger om korsningen vid Ica. Räkna med köer.
- municipality: Caféet på museet har öppnat igen efter renoveringen.
- municipality: Du får inte elda löv inom tätort. Kör dem till återvinningen i stället.
- municipality: En äldre herre kom in till medborgarkontoret med blommor. Vilken fin start på dagen!
- municipality: Skolsköterskan har öppen mottagning på tisdagar.
- municipality: Isen är svag. Gå aldrig ut ensam.
- municipality: Läraren Johan har fått stipendium för sitt arbete med teknik.
- municipality: Kraftig vind i natt. Ett träd föll över Kyrkogatan men ingen skadades.
- municipality: Budgeten är klar: mer pengar till skola och omsorg.
- municipality: Vi har 300 lediga platser i förskolan. Ansök i e-tjänsten.
- municipality: Rösta på vilket namn den nya parken ska få!
- authority: Från och med den 1 januari gäller nya regler för körkort. Läs mer på vår webbplats.
- authority: Vi söker en jurist till vårt kontor i Luleå.
- authority: Du måste ha giltig legitimation när du besöker oss.
- authority: Våra telefoner har öppet måndag till fredag klockan 9 till 15.
- authority: Regeringen har gett oss i uppdrag att utreda hur avgifterna kan bli lägre.
- authority: Statistiken visar att antalet olyckor minskade med fyra procent i fjol.
- authority: Vår generaldirektör svarar på frågor i kväll klockan 19.
- authority: Lagen ändras vid årsskiftet. Det innebär att fler kan få ersättning.
- authority: Tack för alla svar på vår enkät. 12 000 personer hörde av sig!
- authority: Ny rapport: så mår landets skogar.
- authority: Vi har upphandlat en ny leverantör av telefoni. Det märks inte för dig.
- authority: Öppet hus på lördag. Kom och se hur vi testar hjälmar.
- authority: En skolklass på besök frågade om vi har tråkigt på jobbet. Svar: aldrig!
- authority: Domstolen har beslutat i fallet. Domen går att läsa på webben.
- authority: Har du fått ett konstigt sms från oss? Klicka inte på länken.
- authority: Riksdagen röstar om förslaget i juni.
- authority: Våra inspektörer har besökt 200 gårdar i år.
- authority: Hon har räknat fåglar åt oss i 40 år. I dag tackar vi Birgitta för hennes arbete.
- authority: Vi har haft problem med e-tjänsten. Nu fungerar den igen. Förlåt för strulet!
- authority: Alla företag med anställda ska lämna uppgifter varje månad.
- authority: Ta med pass eller id-kort.
- authority: Julstängt den 24–26 december. God jul!
- authority: Skattepengar går till vägar, vård och skola. Så fördelas de.
- authority: Vem får rösta i kommunvalet? Här är reglerna.
- authority: Så ansöker du om tillstånd.
- health: Influensavaccinet är här. Boka tid på 1177.
- health: Har du ont i halsen? Vila, drick och vänta några dagar.
- health: Barnmorskan Eva berättar om förlossningen i vår podd.
- health: Vi har fått en ny magnetkamera. Den är snabbare och tystare.
- health: Patienter kan nu läsa sin journal på webben.
- health: Sluta snusa? Vi hjälper dig.
- health: Mår du dåligt? Prata med någon. Ring 1177 eller 90101.
- health: Vår kurator Maria har öppet hus på torsdag.
- health: En pappa skrev och tackade för vården. Det värmer!
- health: Alla över 65 erbjuds gratis vaccin.
- health: Vi rekommenderar att barn sover med ryggen mot madrassen.
- health: Tvätta händerna ofta. Det är det bästa rådet vi har.
- health: Akuten har hög belastning i kväll. Ring 1177 om det inte är bråttom.
- health: Vi söker blodgivare med blodgrupp 0.
- health: Psykisk ohälsa ökar bland unga. Så arbetar vi för att hjälpa.
- health: Nyfödd? BVC hör av sig efter en vecka.
- health: I dag delade vi ut 200 cykelhjälmar till barn.
- health: Läkarna på avdelning 3 cyklade till Göteborg för cancerforskningen.
- health: Graviditet och alkohol hör inte ihop. Fråga oss om du undrar.
- health: Operationssalarna är nyrenoverade. Nu kan vi ta emot fler.
- benefits: Sjukpenningen betalas ut den 25.
- benefits: Är du sjuk? Anmäl det första dagen.
- benefits: Vab i dag? Ansök i appen.
- benefits: Du som studerar kan få studiemedel i högst 240 veckor.
- benefits: Vi vet att väntan är jobbig. Just nu är väntetiden fem veckor.
- benefits: Pensionen höjs nästa år.
- benefits: Har din inkomst ändrats? Du är skyldig att anmäla det till oss.
- benefits: Ni undrar om man får jobba när man får sjukersättning. Ja, lite. Så fungerar det.
- benefits: En kund frågade om man kan ansöka på papper. Svar: ja!
- benefits: Arbetslös? Skriv in dig första dagen.
- benefits: Vi har fått 40 nya kollegor på kundcenter.
- benefits: Bostadsbidraget är preliminärt. Vi räknar ut det slutliga beloppet året efter.
- benefits: Deklarationen ska vara inne senast den 2 maj.
- benefits: Tack för tålamodet när våra telefoner låg nere.
- benefits: Föräldrapenning: så fördelar ni dagarna mellan er.
- migration: Ansök i god tid innan ditt tillstånd går ut.
- migration: Nu kan du boka tid för medborgarskapsceremoni.
- migration: Du har rätt till tolk.
- migration: Vi har öppnat ett nytt kontor i Gävle.
- migration: Nya regler för arbetstillstånd gäller från juni.
- migration: Ta med ditt pass när du kommer till oss.
- migration: Vi vet att väntan är lång. Vi har anställt fler handläggare.
- migration: Handläggningstiden för anknytning är tolv månader.
- migration: Alla som söker asyl får ett LMA-kort.
- migration: Ceremonin i går var fin: 120 nya medborgare och en kör från skolan.
`
