package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The neighbour writes numbers in e-mails, tables and chats. Written after the last change to the scanners, and only counted.
var neighbourThemes = []theme{
	{"personaldata.personnummer", born(false, form(
		func(n string) string { return n[:8] + " – " + n[8:] }, func(n string) string { return n[2:8] + ";" + n[8:] }, func(n string) string { return n[2:8] + "\t" + n[8:] },
		func(n string) string { return n[2:6] + " " + n[6:8] + "-" + n[8:] }, func(n string) string { return strings.Join(strings.Split(n, ""), ".") },
		func(n string) string { return n[6:8] + "/" + n[4:6] + "-" + n[:4] + " sista siffrorna " + n[8:] }, func(n string) string { return n[:4] + "/" + n[4:6] + "/" + n[6:8] + " - " + n[8:] },
		func(n string) string { return "_" + n[2:8] + "_-_" + n[8:] + "_" }, func(n string) string { return n[2:8] + "\u2212\u00a0" + n[8:] },
		func(n string) string { return aloud(n) })),
		"Pappa (%s) ska flyttas till annat boende.\nHejsan, %s är min sambos nummer.\n> %s\nFördelning: %s, hälften var\nDet står %s på lappen."},
	{"personaldata.samordningsnummer", born(true, form(func(n string) string { return n[:8] + n[8:] }, func(n string) string { return n[2:8] + " – " + n[8:] }, func(n string) string { return n[2:4] + " " + n[4:6] + " " + n[6:8] + " " + n[8:] })),
		"Han fick %s när han kom hit.\nNumret %s gäller inte längre.\nSam.nr: %s"},
	{"personaldata.organisationsnummer", organisation, "Föreningen har %s som organisationsnummer.\nFakturera org nr %s\nBRF Tallen, %s"},
	{"personaldata.phone", func(rnd *rand.Rand) string {
		m := mobile(rnd)
		return pick(rnd, []string{m[:3] + "." + m[3:6] + "." + m[6:8] + "." + m[8:], "+46-" + m[1:3] + "-" + m[3:], "(" + m[:3] + ") " + m[3:], m[:3] + "–" + m[3:6] + " " + m[6:], landline(rnd)})
	}, "Mitt nummer: %s\nVi nås bäst på %s\nSms till %s funkar också\nFrågor? %s"},
	{"personaldata.email", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"johan.ek", "a.lindqvist", "familjen.berg", "nils-olof", "FATIMA.ALI"}) + pick(rnd, []string{"@icloud.com", "@example.com", "@gmail.com", " [at] yahoo.se"})
	}, "Bilder skickas till %s.\n(%s)\nCc: %s"},
	{"personaldata.iban", func(rnd *rand.Rand) string { return grouped(iban(rnd), 4, 4, 4, 4, 4) }, "Återbetala till %s tack\nMitt konto (%s) är nytt"},
	{"personaldata.plate", func(rnd *rand.Rand) string { return plate(rnd, pick(rnd, []string{" ", "-", ""})) }, "Grannens Audi %s blockerar\nEn lastbil med skylten %s\nRegistreringsnummer: %s"},
	{"personaldata.casenumber", func(rnd *rand.Rand) string {
		return pick(rnd, []string{fmt.Sprintf("5000-K%06d-%02d", rnd.IntN(1e6), 15+rnd.IntN(12)), fmt.Sprintf("Dnr: SBN-%d-%d", 2015+rnd.IntN(10), 100+rnd.IntN(900)), fmt.Sprintf("målet B %d-%02d", 100+rnd.IntN(9000), 15+rnd.IntN(10))})
	}, "Angående %s\n%s, överklagande"},
	{"personaldata.address", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"Lingonvägen", "Östra Kyrkogatan", "Kvarnbacken", "Fiskartorget", "Södra Ringgatan"}) + " " + fmt.Sprint(1+rnd.IntN(60))
	}, "Inbrott på %s i natt\nMormor (%s) behöver hemtjänst\nVälkommen hem till oss, %s!"},
}

var neighbourTraps = []trap{
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%02d.%02d–%02d.%02d", rnd.IntN(12), rnd.IntN(60), 12+rnd.IntN(12), rnd.IntN(60))
	}, "Öppet %s i helgen\nLunch %s"},
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%02d%02d%02d", 20+rnd.IntN(7), 1+rnd.IntN(12), 1+rnd.IntN(28))
	}, "Protokoll %s\nVersion %s, rättad %s"},
	{func(rnd *rand.Rand) string { return checked(digitsOf(rnd, 9)) }, "Fakturanummer %s\nOrder %s är skickad\nKundnr %s"},
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%d %d %d %d", rnd.IntN(100), rnd.IntN(100), rnd.IntN(1000), rnd.IntN(1000))
	}, "Dagens siffror: %s\nPoäng %s"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d-%d", 1950+rnd.IntN(50), 2000+rnd.IntN(26)) }, "Åren %s\nPerioden %s i siffror"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d,%d", rnd.IntN(1000), rnd.IntN(100)) }, "Priset är %s kronor per kubik\nRäntan blev %s procent"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d %03d", 1+rnd.IntN(99), rnd.IntN(1000)) }, "Vi fick %s svar\n%s träd och %s buskar planteras"},
	{nothing, "Kaffet är klart.\nVem tar nyckeln?\nDet regnar i hela länet.\nISO 14001 gäller här också.\nRum 204, plan 3.\nMatch 3 av 12, ställning 4–2."},
}

// The editor names people and tells of them. Written after the last change to the model of names, and only counted.
var (
	editorGiven  = lines("Hjalmar\nRebecka\nAmadou\nLovisa\nTage\nNikolina\nParisa\nEbba\nJussi\nRagnhild\nDmytro\nAlva\nIsmail\nGun-Britt")
	editorFamily = lines("Palmgren\nStåhlberg\nHosseini\nKrantz\nLönnqvist\nBergenstråhle\nPetrova\nMattila\nDiallo\nFagerström\nvan Dijk\nHägglund\nÖzdemir\nSkoog")
	editorThemes = []theme{
		{"personaldata.name", both(editorGiven, editorFamily), "På bilden syns %s med sin hund.\nDet säger %s, verksamhetschef.\nPriset gick till %s från Växjö.\nMaten lagades av %s och hans lag.\n%s har varit vaktmästare i trettio år.\nVi minns %s.\nHälsa på hos %s i köket.\nNågon borde prata med %s.\n%ss tal fick alla att skratta."},
		{"personaldata.sensitive", both(editorGiven, editorFamily), "%s har diabetes.\n%s greps i fredags.\nSocialtjänsten har omhändertagit sonen till %s.\n%s är homosexuell.\n%s går i samma moské som min kusin."},
		{"identification.crowd", func(rnd *rand.Rand) string {
			return pick(rnd, lines("Överkalix\nStorfors\nMunkfors\nRagunda\nSorsele\nÖdeshög"))
		},
			"En 52-årig sjuksköterska i %s med röd Saab smet.\nPrästen i %s, 39 år gammal, är gravid.\nEn 17-årig flicka från Afghanistan hittades i %s.\nFyrabarnspappan i %s, en flintskallig busschaufför, har avlidit."},
	}
	editorTraps = []trap{{nothing, "Vinterns första snö har fallit över Småland.\nRing Vårdguiden om du undrar.\nMässan hålls i Elmia i Jönköping.\nDet blir Lucia i Domkyrkan.\nSom kund hos Telia eller Tele2 kan du drabbas.\nSystembolaget har stängt på Alla helgons dag.\nSkansen, Liseberg och Kolmården öppnar.\nDiabetes blir vanligare.\nPolisen grep tre personer på fredagen.\nI Sorsele finns 2 400 invånare.\nEn flicka vann loppet i Göteborg.\nHär är Roslagen som bäst.\nVasaloppet går i Dalarna.\nEn präst leder gudstjänsten."}}
)

// The clerk asks for what the checks of secrecy and impartiality ask about. Written after them, and only counted.
const clerk = `
secrecy.investigation police-local: Två ynglingar sitter anhållna. En av dem, en 17-åring, har hörts i natt.
secrecy.investigation police-local: Vi gjorde beslag hemma hos mannen.
secrecy.investigation police-local: Målsäganden har lämnat nya uppgifter om killen.
secrecy.social municipality: Barnet har fått en kontaktfamilj.
secrecy.social municipality: Flickan placerades enligt LVU i måndags.
secrecy.social municipality: En äldre man på Solgläntan får hemtjänst efter sin fru.
secrecy.health health: Mannen vårdas för svåra brännskador.
secrecy.health health: Du är välkommen, Birgitta, dina provsvar är klara.
secrecy.health health: Gravida kvinnan från i går mår bra.
secrecy.school municipality: Pojken har dyslexi och får hjälp av specialpedagog.
secrecy.school municipality: Elin i 5A har bytt skola efter mobbningen.
secrecy.migration migration: Din ansökan om arbetstillstånd är avslagen, Ahmed.
secrecy.migration migration: Familjen ska avvisas till hemlandet.
secrecy.insurance benefits: Sökanden får aktivitetsersättning sedan 2021.
secrecy.insurance benefits: Hon begärde bostadstillägg men fick nej.
secrecy.protected municipality: Familjen lever under hot och har skyddad adress.
secrecy.staff municipality: Vaktmästaren, en äldre man, blev uppsagd i fredags.
secrecy.informant police-local: Anmälarens bror har hört av sig.
secrecy.tax benefits: Kunden har fått en betalningsanmärkning.
secrecy.labour benefits: Han har rätt till a-kassa.
- police-local: Trafikkontroll vid skolan i dag, alla skötte sig.
- police-local: Lås cykeln, så slipper du bli av med den.
- municipality: Vi söker fler kontaktfamiljer.
- municipality: Elevhälsan har öppet hus den 4 maj.
- municipality: Sommarlovskort delas ut på skolorna.
- health: Vi söker sjuksköterskor till akuten.
- health: Influensan är här. Tvätta händerna.
- benefits: Nya belopp för bostadsbidrag gäller från januari.
- benefits: Logga in för att se din utbetalning.
- migration: Vårt kontor i Solna flyttar.
- authority: Årsredovisningen är klar.
impartiality.commercial municipality: Unna dig fika på det nya kaféet, godaste bullarna!
impartiality.commercial authority: Vi rekommenderar varmt IKEA för kontorsmöbler, bästa priserna.
impartiality.campaign municipality: Dela om du håller med: rädda skolan i byn!
impartiality.campaign authority: Gå med i kampen, skriv under i dag.
impartiality.issue authority: Sänkt skatt är lösningen på problemet.
impartiality.issue municipality: Vi säger ja till kommunsammanslagningen.
impartiality.elected municipality: Nämndordföranden har sett till att du får en ny lekplats.
impartiality.elected municipality: Politikerna förtjänar en eloge för bron.
- municipality: Kaféet på museet har nya öppettider.
- municipality: Samråd om kommunsammanslagning hålls på onsdag.
- authority: Regeringen har beslutat om nya föreskrifter.
- municipality: Ordföranden hälsar välkommen klockan 18.
`
