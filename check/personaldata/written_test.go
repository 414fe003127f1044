package personaldata

import (
	"strings"
	"testing"
)

// written are the other numbers as strangers write them, one on a line. ⏎ is a line break, ⌀ a space of no width.
var written = map[string]string{
	ruleOrganisation: `
165560360793 ¦ 16556036-0793 ¦ 556036-0793 ¦ org.nr 5560360793 ¦ Org nr: 556036 0793 ¦ 556036–0793 ¦ Bolaget (556036-0793) ¦ VAT SE556036079301 ¦ <b>556036</b>-0793 ¦ 556036&#8209;0793`,
	rulePhone: `
070-174 06 05 ¦ 0701740605 ¦ 070/174 06 05 ¦ 070 174 06 05 ¦ 070.174.06.05 ¦ 070–1740605 ¦ +46701740605 ¦ +46 70 174 06 05 ¦ +46 (0)70-174 06 05
+46(0)701740605 ¦ +46 0 70 174 06 05 ¦ 0046 70 174 06 05 ¦ 0046701740605 ¦ 00 46 70 174 06 05 ¦ tel:+46701740605 ¦ tel:0701740605 ¦ callto:+46701740605
sms:+46701740605 ¦ https://wa.me/46701740605 ¦ <a href="tel:+46701740605">ring mig</a> ¦ (070) 174 06 05 ¦ (+46) 70 174 06 05 ¦ +46-70-174-06-05
070-17 40 605 ¦ 070-174 0605 ¦ 070 1 740 605 ¦ 0 7 0 1 7 4 0 6 0 5 ¦ 0-7-0-1-7-4-0-6-0-5 ¦ 0.7.0.1.7.4.0.6.0.5 ¦ 07 01 74 06 05 ¦ 07-01-74-06-05
0７0-174 06 05 ¦ ٠٧٠١٧٤٠٦٠٥ ¦ 0️⃣7️⃣0️⃣1️⃣7️⃣4️⃣0️⃣6️⃣0️⃣5️⃣ ¦ noll sju noll ett sju fyra noll sex noll fem ¦ noll sjuttio ett sju fyra noll sex noll fem
nollsjuttio, ett sjuttiofyra, noll sex, noll fem ¦ zero seven zero one seven four zero six zero five ¦ oh seven oh one seven four oh six oh five
O7O-174 O6 O5 ¦ 070-I74 06 05 ¦ 070-l74 06 05 ¦ mobil 0701740605 ¦ Mobil:0701740605 ¦ mob0701740605 ¦ nr:0701740605 ¦ Ring mig 0701740605!
Ring mig på 070 -174 06 05 ¦ Ring mig på 070 - 174 06 05 ¦ Ring 070-174.06.05 ¦ 070 174-06-05 ¦ 070_174_06_05 ¦ 070*174*06*05 ¦ 070,174,06,05
070-174&nbsp;06&nbsp;05 ¦ 070&#45;1740605 ¦ 070%201740605 ¦ <b>070</b>-174 06 05 ¦ **070**-1740605 ¦ 070\u20111740605 ¦ 070‑174 06 05 ¦ 070⌀-174⌀06⌀05
08-123 456 78 ¦ 08-12345678 ¦ 08 123 45 678 ¦ 08/123 456 78 ¦ Ring 0812345678 ¦ +46 8 123 456 78 ¦ +46-8-12345678 ¦ (08) 123 456 78 ¦ Sms:a 0701740605
WhatsApp +46 70 174 06 05 ¦ Swisha till 070-174 06 05 ¦ Swish: 0701740605 ¦ swish 070 174 06 05 ¦ mailto:0701740605 ¦ https://example.se/?tel=0701740605
https://example.se/?phone=%2B46701740605 ¦ {"phone":"+46701740605"} ¦ Telefon|070|1740605 ¦ | Anna | 070-1740605 | ¦ "070-174 06 05";"Anna"
Anna,0701740605,Umeå ¦ 070-174⏎06 05 ¦ 07O17406O5 ¦ nolla sju nolla ett sju fyra nolla sex nolla fem ¦ 07017 40605 ¦ 070 17406 05 ¦ 070174 06 05
0701 74 06 05 ¦ 0701-740605 ¦ 0701-74 06 05 ¦ 070 1740 605 ¦ ☎0701740605 ¦ 📱 070‒174‒06‒05`,
	ruleIBAN: `
SE45 5000 0000 0583 9825 7466 ¦ SE4550000000058398257466 ¦ se45 5000 0000 0583 9825 7466 ¦ se4550000000058398257466 ¦ SE45-5000-0000-0583-9825-7466
SE45.5000.0000.0583.9825.7466 ¦ SE 45 5000 0000 0583 9825 7466 ¦ SE45 50000000 0583 9825 7466 ¦ IBAN:SE4550000000058398257466
IBAN SE45 5000 0000 0583 9825 7466. ¦ iban=SE4550000000058398257466 ¦ (SE45 5000 0000 0583 9825 7466)
SE45&nbsp;5000&nbsp;0000&nbsp;0583&nbsp;9825&nbsp;7466 ¦ SE45 5000 0000 0583 9825 7466 ¦ <b>SE45</b> 5000 0000 0583 9825 7466
**SE45** 5000 0000 0583 9825 7466 ¦ ＳＥ４５ ５０００ ００００ ０５８３ ９８２５ ７４６６ ¦ SE45_5000_0000_0583_9825_7466 ¦ SE45/5000/0000/0583/9825/7466
SE45  5000  0000  0583  9825  7466 ¦ SE45 5000 0000⏎0583 9825 7466 ¦ IBANSE4550000000058398257466 ¦ NO93 8601 1117 947 ¦ FI21 1234 5600 0007 85
DE89 3704 0044 0532 0130 00 ¦ GB29 NWBK 6016 1331 9268 19 ¦ DK50 0040 0440 1162 43 ¦ SE455OOOOOOOO583982S7466`,
	ruleBankgiro: `
bankgiro 5050-1055 ¦ Bankgiro: 5050-1055 ¦ bg 5050-1055 ¦ BG:5050-1055 ¦ bg5050-1055 ¦ Bg-nr 5050-1055 ¦ bg nr 5050-1055 ¦ Bankgironummer 5050-1055
bankgironr: 50501055 ¦ BG 5050 1055 ¦ bankgiro 5050–1055 ¦ bankgirot 991-2346 ¦ bg. 991-2346 ¦ plusgiro 28 65 43-4 ¦ PG 2865434 ¦ pg: 4-2
Plusgiro: 90 20 03-3 ¦ plusgirot 902003-3 ¦ postgiro 90 20 03-3 ¦ pgnr 902003-3 ¦ plusgironummer 902003-3 ¦ konto 8327-9, 994 512 345-6
kontonummer 6789 123 456 789 ¦ Kontonr: 1234-5678901 ¦ clearing 8327-9 konto 994512345 ¦ clearingnr 3300, kontonr 8507099805
mitt konto är 3300 8507099805 ¦ Insättning till 5050-1055 ¦ Betala till 5050-1055 ¦ Bankgiro|5050-1055 ¦ bg <b>5050-1055</b> ¦ bankgiro 5050&#8209;1055
bank giro 5050-1055`,
	rulePlate: `
ABC 123 ¦ reg.nr ABC123 ¦ regnr: ABC123 ¦ regnr abc123 ¦ reg nr ABC-123 ¦ regnummer ABC 12D ¦ registreringsnummer ABC12D ¦ Reg.nr. MLB 84A ¦ reg: ABC123
Bilen med skylten ABC 123 ¦ skylten på bilen var abc 123 ¦ personlig skylt KALLE1 ¦ personlig skylt: BOSSEN ¦ bil med den personliga skylten SOLSKEN
reg.nr MAMMA 1 ¦ bilens regnr är POLARE ¦ Registreringsskylten KUNGEN ¦ ABC&nbsp;123 ¦ ABC 123 ¦ ＡＢＣ １２３ ¦ <b>ABC</b> 123 ¦ АВС 123
Bilen (ABC123) stod still ¦ En Volvo V70, ABC123 ¦ En Volvo V70 ABC 123, silver ¦ vit skåpbil abc123 ¦ en röd Saab med nummer abc 12d ¦ släp ABC 123
moped ABC 12D ¦ husvagn ABC123 ¦ nummerplåt ABC123 ¦ nummerplåten ABC 123 ¦ plåtarna ABC 123 ¦ registrerad ABC123 ¦ fordonet ABC 123 ¦ fordon: abc123
parkerad bil ABC.123 ¦ bilen ABC_123 ¦ ABC–123 ¦ "ABC123" ¦ ABC123.`,
	ruleCase: `
5000-K123456-24 ¦ 5000-k123456-24 ¦ 5000 K123456-24 ¦ 5000K123456-24 ¦ 5000K12345624 ¦ 5000-K-123456-24 ¦ 5000–K123456–24 ¦ 5000-K 123456-24
5000 - K123456 - 24 ¦ 5000-K123456/24 ¦ 5000K123456/24 ¦ 5000-K123456-2024 ¦ K123456-24 ¦ K-123456-24 ¦ K123456/24 ¦ K-nummer 123456-24
ärende K123456-24 ¦ <b>5000</b>-K123456-24 ¦ 5000&#8209;K123456&#8209;24 ¦ 5000%2DK123456%2D24 ¦ 0105-K1234-24 ¦ AM-123456-24 ¦ AM 123456-24
AM123456-24 ¦ am-123456-24 ¦ åklagarärende AM-12345-24 ¦ mål T 1234-22 ¦ mål nr B 1234-22 ¦ målnr B1234-22 ¦ mål B 12345/22 ¦ mål nr 1234-22 ¦ T 1234-22
B 4321-23 i Umeå tingsrätt ¦ Umeå tingsrätt, T 1234-22 ¦ förvaltningsrätten mål 1234-22 ¦ dom i mål nr B 1234–22 ¦ Kammarrättens mål nr 1234-2022
ÖÄ 1234-22 ¦ PMT 1234-22 ¦ UM 1234-22 ¦ dnr KS 2024/12345 ¦ dnr 2024/1234 ¦ Dnr: 2024-12345 ¦ diarienummer SBN 2023-00123 ¦ diarienr: 12-345/2024
Diarienr KS2024-0123 ¦ d.nr 2024/1234 ¦ dnr. KS.2024.123 ¦ dnr KS-2024-00123 ¦ ärende 2024-1234 ¦ ärendenummer: 2024-001234 ¦ ärendenr A123456/2024
ÄRENDE BN 2023-1234 ¦ vår beteckning 2024-1234-5 ¦ vår ref 2024/1234 ¦ anmälan 5000-K123456-24 ¦ anmälningsnummer 2024-12345 ¦ dossnr 12-345678
Polisens diarienummer A123.456/2024 ¦ IVO dnr 3.5.1-12345/2024-7 ¦ IMY-2024-1234`,
	ruleCoordinates: `
59.32938, 18.06861 ¦ 59.32938 18.06861 ¦ 59,32938 18,06861 ¦ 59,32938, 18,06861 ¦ 59.32938,18.06861 ¦ 59.32938;18.06861 ¦ 59.32938/18.06861
(59.32938, 18.06861) ¦ lat 59.32938 lon 18.06861 ¦ lat: 59.32938, lng: 18.06861 ¦ latitud 59,32938 longitud 18,06861
Latitude=59.32938&Longitude=18.06861 ¦ N59.32938 E18.06861 ¦ N 59.32938 Ö 18.06861 ¦ 59.32938 N 18.06861 E ¦ 59.32938N, 18.06861E
59.32938° N, 18.06861° E ¦ 59,32938°N 18,06861°Ö ¦ 59°19'46"N 18°4'7"E ¦ 59° 19' 46" N, 18° 04' 07" E ¦ 59°19′46″N 18°4′7″Ö
59 grader 19 minuter 46 sekunder nord, 18 grader 4 minuter 7 sekunder öst ¦ 59 grader 19,755 minuter nord 18 grader 4,116 minuter ost
59 19 46 N 18 4 7 E ¦ N 59 19 46 E 18 04 07 ¦ N59 19.755 E018 04.116 ¦ N 59° 19.7' E 18° 4.1' ¦ N 59° 19.7', E 018° 04.1' ¦ 59°19.7'N 018°04.1'E
59-19-46N 18-04-07E ¦ 59:19:46 N 18:04:07 E ¦ 59º19'46"N 18º4'7"E ¦ 59˚19'46"N 18˚4'7"E ¦ N59°19'46.2" E18°4'7.1" ¦ 6580822 674032 ¦ 6580822, 674032
6 580 822 674 032 ¦ 6 580 822, 674 032 ¦ N 6 580 822 E 674 032 ¦ N: 6580822 E: 674032 ¦ N 6580822 Ö 674032 ¦ X 6580822 Y 674032 ¦ x=6580822, y=674032
6580822.1 674032.5 ¦ 6580822,12 674032,34 ¦ SWEREF 99 TM 6580822 674032 ¦ SWEREF99TM: N6580822, E674032 ¦ Sweref N 6580822, E 674032 ¦ E 674032 N 6580822
674032 6580822 ¦ 674032, 6580822 ¦ RT90 6581234 1628456 ¦ https://www.google.com/maps?q=59.32938,18.06861 ¦ https://maps.google.com/?ll=59.32938,18.06861
https://www.google.com/maps/@59.32938,18.06861,17z ¦ geo:59.32938,18.06861 ¦ https://www.openstreetmap.org/#map=17/59.32938/18.06861
{"lat":59.32938,"lng":18.06861} ¦ "lat": "59.32938", "lon": "18.06861" ¦ POINT(18.06861 59.32938) ¦ [18.06861, 59.32938] ¦ 59.3294, 18.0686
59.329, 18.069 ¦ 9FFW83MP+QG ¦ 33V XF 74032 80822 ¦ 33VXF7403280822 ¦ ///index.hem.raffel ¦ ５９.３２９３８, １８.０６８６１ ¦ 59.32938&nbsp;18.06861
59.32938%2C18.06861 ¦ 59.32938–18.06861 ¦ lat59.32938 long18.06861 ¦ +59.32938 +18.06861 ¦ +59.32938, +018.06861 ¦ N 59,32938; E 18,06861
59 grader nord och 18 grader öst ¦ wgs84 59.32938 18.06861 ¦ Nord 59.32938 Öst 18.06861 ¦ Koordinater: 59.32938 (N) 18.06861 (E) ¦ x: 6580822 y: 674032
norr 6580822 öster 674032`,
}

// otherwiseWritten look like those numbers and are something else. No rule but the one for names may say anything likely about them.
const otherwiseWritten = `
Regnr saknas ¦ REGNR PÅ BILEN SAKNAS ¦ Reg.nr står på skylten ¦ nummerplåt EU ¦ Skylten STOPP ¦ Budget 6 685 103 565 200 ¦ Betala 6 685 103 565 200 kr ¦ Kl 16-18 och 59-61 n ¦ 59 19 46 ¦ 60 minuter norr om, 18 minuter öster om ¦ 65 grader varmt, norr om 20 grader
62 minuter och 15 sekunder ¦ N 6580822 ¦ B 200-30 grader ¦ M 100-10 ¦ VM-2024-2025 ¦ COVID-2019-100 ¦ ISO-2015-9001 ¦ Väg K 123-45 ¦ 5000 kr 2024 ¦ 5000K ¦ 0700-1700 ¦ 07.30 08.30 09.30 10.30 ¦ 0730 0830 0930 ¦ 08-03-1972 16:30 ¦ 063 899 968 kr
Volvo V70 D5 ¦ BMW 320 ¦ Bilen kostar SEK 500 ¦ bilar.123 ¦ Matchen AIK 2-1 ¦ 33V ¦ lat 59 ¦ vår ref Anna ¦ den 3 april 1984, nummer 1237 ¦ Protokoll 2024-05-01 §1237`

func TestWrittenByStrangers(t *testing.T) {
	for rule, list := range written {
		for _, text := range patterns(strings.ReplaceAll(list, "⏎", "\x1e")) {
			text = strings.NewReplacer("\x1e", "\n", "⌀", "\u200b").Replace(text)
			if _, ok := finds(text, rule); !ok {
				t.Errorf("%s passes over %q: %v", rule, text, told(text))
			}
		}
	}
	for _, text := range patterns(otherwiseWritten) {
		for _, s := range told(text) {
			if strings.Contains(s, " likely ") || strings.Contains(s, " certain ") {
				t.Errorf("%q: %s", text, s)
			}
		}
	}
}
