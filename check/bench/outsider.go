package main

// The outsider writes whole sentences as lawyer and trainee do, about secrecy and impartiality. They were written by somebody who had
// not seen the lists of words, to find what passes; the lists were then mended, so they count as read. So it is with the stroller
// and the columnist.
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
