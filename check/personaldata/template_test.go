package personaldata

import (
	"fmt"
	"strings"
	"testing"
)

// templates are ways of writing by a stranger, as patterns: YYYY and YY are the year, MM the month, DD the day, NNNN the last four, d and
// m the day and the month without a nought. Several stand on one line, with " ¦ " between.
const templates = `
<p>YYMMDD</p><p>NNNN</p> ¦ <li>YYMMDD</li><li>NNNN</li> ¦ YYMMDD-<strong>NNNN</strong> ¦ YYMMDD<sup>-NNNN</sup> ¦ YYMMDD-<br />NNNN ¦ <datum>YYYYMMDD</datum><nr>NNNN</nr> ¦ <personnummer>YYYYMMDDNNNN</personnummer>
YYMMDD<span class="body-root body-one css-9l3uo3 en-klass-som-ar-lang och-en-till">-NNNN</span> ¦ YYMMDD<span style="color: #336699; font-size: 14px; margin: 0 0 12px">-NNNN</span> ¦ <tr><td width="120">YYMMDD</td><td width="80" align="right">NNNN</td></tr>
<person pnr="YYMMDD-NNNN" namn="Anna"> ¦ <![CDATA[YYMMDD-NNNN]]> ¦ <!-- YYMMDD-NNNN --> ¦ <YYMMDD-NNNN> ¦ <YYYYMMDDNNNN> ¦ <YYMMDD>NNNN ¦ YYMMDD\-NNNN ¦ YYYY\.MM\.DD\-NNNN ¦ YYYYMMDD\_NNNN ¦ _YYMMDD_-_NNNN_
| YYMMDD        | NNNN      | ¦ |YYYYMMDD|NNNN|Anna| ¦ YYMMDD   |   NNNN ¦ "YYMMDD","NNNN" ¦ "YYYYMMDD";"NNNN" ¦ 'YYYYMMDD','NNNN' ¦ Anna;Berg;YYYYMMDDNNNN;Umeå;1 ¦ 1,Anna,YYMMDD-NNNN,12,Umeå ¦ 17,YYYYMMDDNNNN,12,4500 ¦ 17;YYMMDD-NNNN;12;4500
(YYMMDD)NNNN ¦ (YYMMDD) NNNN ¦ (YYYYMMDD)-NNNN ¦ [YYMMDD]NNNN ¦ [YYMMDD][NNNN] ¦ {YYMMDD}{NNNN} ¦ «YYMMDD»«NNNN» ¦ YYMMDD(NNNN) ¦ YYMMDD/(NNNN) ¦ "YYMMDD"-"NNNN" ¦ ”YYMMDD”–”NNNN”
YYMMDD Streck NNNN ¦ YYMMDD strecket NNNN ¦ YYMMDD minustecken NNNN ¦ YYMMDD (bindestreck) NNNN ¦ YYMMDD[streck]NNNN ¦ YYMMDDminusNNNN ¦ YYMMDDbindestreckNNNN ¦ YYMMDD dash NNNN ¦ YYYY punkt MM punkt DD streck NNNN ¦ YYYY snedstreck MM snedstreck DD streck NNNN
YYMMDD och sen NNNN ¦ YYMMDD och så NNNN ¦ YYMMDD sen NNNN ¦ YYMMDD och därefter NNNN ¦ YYMMDD följt av NNNN ¦ YYMMDD, sedan NNNN ¦ född YYMMDD, resten är NNNN ¦ YYMMDD, kontrollnr NNNN ¦ född YYMMDD nr NNNN ¦ född YYMMDD № NNNN
född YYMMDD... sista fyra NNNN ¦ YYMMDD sista fyra siffrorna: NNNN ¦ YYMMDD fyra sista NNNN ¦ YYMMDD, 4 sista NNNN ¦ pnr YYMMDD slut NNNN ¦ YYMMDD och de sista är NNNN ¦ YYMMDD med fyra sista "NNNN" ¦ född YYMMDD, och personnumret slutar på NNNN
YYMMDD&#x2D;NNNN ¦ YYMMDD&ZeroWidthSpace;-NNNN ¦ YYMMDD&zwnj;-NNNN ¦ YYMMDD&dash;NNNN ¦ YYMMDD&mdash;NNNN ¦ YYMMDD&emsp;NNNN ¦ YYMMDD&NoBreak;-NNNN ¦ YYMMDD%2dNNNN ¦ YYMMDD%252DNNNN ¦ pnr=YYMMDD%20NNNN ¦ YYMMDD%C2%A0NNNN ¦ YYMMDD%2FNNNN ¦ YYMMDD%7CNNNN ¦ YYMMDD%0ANNNN ¦ YYMMDD%09NNNN
https://a.se/?q=personnummer%3AYYMMDD-NNNN ¦ https://a.se/?q=Anna+Berg+YYMMDD-NNNN ¦ YYMMDD\u2011NNNN ¦ YYMMDD\x2dNNNN ¦ YYMMDD\u{2011}NNNN ¦ YYMMDD\U0000002dNNNN ¦ YYMMDD\tNNNN ¦ YYMMDD\r\nNNNN ¦ YYMMDD\u00a0NNNN
{"personnummer": YYYYMMDDNNNN, "namn": "Anna"} ¦ {"id":1,"ssn":"YYMMDD-NNNN"} ¦ {"birth":"YYYY-MM-DD","last4":"NNNN"} ¦ {\"pnr\":\"YYYYMMDDNNNN\"} ¦ ["YYMMDD","NNNN"] ¦ WHERE pnr='YYYYMMDDNNNN' ¦ pnr: YYYYMMDDNNNN
https://example.se/YYYYMMDDNNNN ¦ https://example.se/?id=YYMMDDNNNN&x=2 ¦ https://example.se/#YYYYMMDDNNNN ¦ https://YYYYMMDDNNNN.example.se/ ¦ www.example.se/p/YYMMDD-NNNN ¦ https://example.se/anna-berg-YYYYMMDDNNNN
YYYYMMDDNNNN@example.se ¦ YYMMDDNNNN@example.se ¦ anna.YYYYMMDDNNNN@example.se ¦ annaYYMMDD-NNNN@example.se ¦ YYYYMMDDNNNN.pdf ¦ intyg_YYMMDD-NNNN.pdf ¦ intyg_YYYYMMDDNNNN_v2.pdf ¦ ansökan-YYYYMMDD-NNNN.docx ¦ C:\Akter\YYYYMMDD-NNNN\beslut.docx ¦ /akter/YYYYMMDDNNNN/beslut.docx
#YYYYMMDDNNNN ¦ #pnrYYYYMMDDNNNN ¦ #YYMMDD_NNNN ¦ @YYYYMMDDNNNN ¦ tel:YYYYMMDDNNNN ¦ tel:YYMMDD-NNNN ¦ nrYYMMDD-NNNNx ¦ pnrYYYYMMDDNNNN ¦ AnnaYYMMDD-NNNNBerg ¦ AnnaYYYYMMDDNNNNBerg ¦ YYYYMMDD-NNNNoch ¦ YYMMDDNNNNAnna ¦ personnr.YYMMDDNNNN ¦ p-nummer: YYMMDD NNNN ¦ TYYMMDD-NNNN
> > YYMMDD-NNNN ¦ Det är YYMMDD-NNNN. ¦ YYMMDD-NNNN? ¦ YYMMDD-NNNN, Umeå ¦ YYMMDD-NNNN- ¦ -YYMMDD-NNNN ¦ 3) YYYYMMDDNNNN ¦ • YYMMDD–NNNN ¦ 500 kr till YYMMDD-NNNN ¦ 12 YYMMDD-NNNN ¦ YYMMDD-NNNN 12 ¦ 3, YYMMDD-NNNN, 45 ¦ YYMMDD-NNNN 59 år ¦ YYMMDD-NNNN 070-174 06 05
070-174 06 05 YYMMDD-NNNN ¦ 070-174 06 05, YYMMDDNNNN ¦ 2024-05-01 YYMMDD-NNNN ¦ 2024-05-01, YYYYMMDDNNNN ¦ 2024-05-01 12:30 YYMMDD-NNNN ¦ YYYYMMDDNNNN 2024-05-01 ¦ YYMMDD-NNNN 123 45 Umeå ¦ 850709-9805 YYMMDD-NNNN ¦ Tel 070-174 06 05, personnr YYMMDDNNNN ¦ Order 12345, kund YYMMDD-NNNN
XXYYMMDD-NNNN ¦ **YYMMDD-NNNN ¦ YYMMDD-NNNN* ¦ YYMMDD-NNNN¹ ¦ YYMMDDºNNNN ¦ YYMMDD°NNNN ¦ YYMMDD#NNNN ¦ YYMMDD@NNNN ¦ YYMMDD&NNNN ¦ YYMMDD%NNNN ¦ YYMMDD$NNNN ¦ YYMMDD?NNNN ¦ YYMMDD^NNNN ¦ YYMMDD👨‍👩‍👧NNNN ¦ YYMMDD🇸🇪NNNN ¦ YYMMDD . . . NNNN ¦ pnr=YYMMDD=NNNN
momsreg.nr SEYYMMDDNNNN ¦ SE YYMMDDNNNN 01 ¦ VAT SEYYMMDD-NNNN-01 ¦ Org.nr: YYMMDD-NNNN ¦ Organisationsnummer YYMMDDNNNN ¦ Innehar F-skatt, YYMMDD-NNNN
pnr YYMM-DD-NNNN ¦ 19-YYMMDD-NNNN ¦ (19)YYMMDD-NNNN ¦ ’YYMMDD-NNNN ¦ YY|MM|DD|NNNN ¦ YYYY:MM:DD:NNNN ¦ YYYY,MM,DD-NNNN ¦ YYYY / MM / DD - NNNN ¦ YYYY - MM - DD - NNNN ¦ YY-MM-DD NNNN ¦ YYYY_MM_DD_NNNN`

// saidTemplates are dates as they are said. MON is the month by name, EN the same in English, ROM as a Roman figure, ORD the day by name, SAID the year.
const saidTemplates = `
d MON YYYY, fyra sista NNNN ¦ d MON YYYY. Fyra sista siffror: NNNN ¦ DD/MM-YY NNNN ¦ DD/MM-YY-NNNN ¦ d/m -YY, sista fyra NNNN ¦ d/m 'YY, sista fyra NNNN ¦ d/m YYYY - NNNN ¦ född den ORD MON YYYY, sista fyra NNNN ¦ född den d MON SAID, sista fyra NNNN
d MON -YY, sista fyra NNNN ¦ d MON YY, sista fyra NNNN ¦ född DD.MM.YYYY NNNN ¦ DD.MM.YYYY-NNNN ¦ DD-MM-YYYY-NNNN ¦ pnr DD-MM-YYYY NNNN ¦ DDMMYYYY-NNNN ¦ born MM/DD/YYYY, last four NNNN ¦ born EN d, YYYY, last four digits NNNN ¦ d EN YYYY-NNNN ¦ EN dth, YYYY - NNNN
YYYY, d MON, sista fyra NNNN ¦ född år YYYY månad MM dag DD sista fyra NNNN ¦ DD/ROM YYYY, sista fyra NNNN ¦ Fyra sista: NNNN, född: YYYY-MM-DD ¦ sista fyra är NNNN, född d MON YYYY ¦ Jag är född YYYY-MM-DD. Sista fyra: NNNN ¦ Födelsedatum	Fyra sista	YYYY-MM-DD	NNNN`

// put writes a number of twelve digits in a pattern.
func put(n, pattern string) string {
	at := int(n[4]-'0')*10 + int(n[5]) - '1'
	day := "-"
	if n[6] < '6' {
		day = strings.Fields(ordinals)[int(n[6]-'0')*10+int(n[7])-'1']
	}
	english := strings.Fields(english12)[at]
	return strings.NewReplacer("YYYY", n[:4], "YY", n[2:4], "MM", n[4:6], "DD", n[6:8], "NNNN", n[8:], "MON", month(n), "EN dth,", english+" "+plainDay(n)+"th,", "EN d,", english+" "+plainDay(n)+",", "EN", english, "ROM", romans[at], "ORD", day,
		"SAID", yearInWords(n), "d MON", plainDay(n)+" "+month(n), "d/m", plainDay(n)+"/"+strings.TrimPrefix(n[4:6], "0"), "d EN", plainDay(n)+" "+english).Replace(pattern)
}

const (
	english12 = "January February March April May June July August September October November December"
	ordinals  = `första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde
		tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde`
)

func yearInWords(n string) string {
	century := map[string]string{"18": "artonhundra", "19": "nittonhundra", "20": "tjugohundra"}[n[:2]]
	if rest := inWords(n[2:4]); n[2:4] != "00" {
		return century + strings.TrimPrefix(rest, "noll ")
	}
	return century
}

func patterns(list string) (out []string) {
	for line := range strings.Lines(strings.TrimSpace(list)) {
		out = append(out, strings.Split(strings.TrimSpace(line), " ¦ ")...)
	}
	return out
}

func TestTemplates(t *testing.T) {
	numbers := neverIssued(40)
	for i, list := range []string{templates, saidTemplates} {
		for _, pattern := range patterns(list) {
			form := func(n string) string { return put(n, pattern) }
			if i == 0 {
				form = func(n string) string {
					return strings.NewReplacer("YYYY", n[:4], "YY", n[2:4], "MM", n[4:6], "DD", n[6:8], "NNNN", n[8:]).Replace(pattern)
				}
			} else {
				numbers = plainDays(numbers)
			}
			for _, frame := range append([]string{"Hej, det gäller %s. Tack!"}, amid...) {
				if n, first := missed(numbers, form, frame); n > 0 {
					t.Errorf("%s: %d of %d missed, first %q", pattern, n, len(numbers), first)
				}
			}
		}
	}
	t.Logf("%d patterns", len(patterns(templates))+len(patterns(saidTemplates)))
}

// TestEverySign holds that a number is found with any dash and any blank between, and with any sign that people write around every digit.
func TestEverySign(t *testing.T) {
	numbers := neverIssued(16)
	forms := map[string]func(string) string{}
	for _, d := range "‐‑‒–—―⁃⁻₋−➖﹘﹣－⸺⸻〜～〰֊־᠆᐀゠⸗﹉_¯ˉ˗ー一─━⎯╌・\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800\u3164\uffa0\u115f\v\f\u2028\u0085\u00ad\u2060\u180e" {
		forms[fmt.Sprintf("%U", d)] = func(n string) string { return n[2:8] + string(d) + n[8:] }
		forms[fmt.Sprintf("%U, twelve", d)] = func(n string) string { return n[:8] + string(d) + n[8:] }
	}
	for _, sign := range []string{"_", ".", "/", "|", ",", ", ", ";", ":", "*", "+", "…", " • ", "–", "\u00a0", "\u2009", "  ", "   ", "\u200b", "\u00ad", "\u0305", "\u20dd", "\u20e3", "\ufe0f\u20e3 ", "\ufe0f\u20e3"} {
		forms[fmt.Sprintf("%q between all", sign)] = func(n string) string { return strings.TrimSpace(strings.TrimRight(spread(n[2:], sign), "_./|,;:*+")) }
	}
	for _, zero := range "٠۰०০௦๐༠၀០０𝟎𝟘𝟢𝟬𝟶߀꣐𑁦𞥐" {
		forms[fmt.Sprintf("digits of %U", zero)] = func(n string) string { return shift(n[2:8], zero) + "-" + shift(n[8:], zero) }
		forms[fmt.Sprintf("digits of %U, no dash", zero)] = func(n string) string { return shift(n, zero) }
	}
	for name, form := range forms {
		for _, frame := range append([]string{"Hej, det gäller %s. Tack!"}, amid...) {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
	}
	t.Logf("%d forms", len(forms))
}

// TestReadAloudAndScanned has numbers as they are said in several languages, and as a scanner reads them.
func TestReadAloudAndScanned(t *testing.T) {
	numbers := neverIssued(40)
	forms := map[string]func(string) string{
		"oh":                   func(n string) string { return strings.ReplaceAll(english(n[2:]), "zero", "oh") },
		"eighty-five":          func(n string) string { return englishPairs(n) },
		"eighty five":          func(n string) string { return strings.ReplaceAll(englishPairs(n[2:]), "-", " ") },
		"åttio fem":            func(n string) string { return tensApart(inWords(n[2:])) },
		"with hyphens":         func(n string) string { return strings.ReplaceAll(spell(n[2:]), " ", "-") },
		"on lines":             func(n string) string { return strings.ReplaceAll(spell(n[2:]), " ", "\n") },
		"in capitals":          func(n string) string { return strings.ToUpper(spell(n[2:])) },
		"without dots":         func(n string) string { return strings.NewReplacer("å", "a", "ä", "a").Replace(spell(n[2:])) },
		"the end in pairs":     func(n string) string { return n[2:8] + ", sista fyra " + inWords(n[8:]) },
		"the end with blanks":  func(n string) string { return n[2:8] + ", sista fyra " + n[8:10] + " " + n[10:] },
		"the end one by one":   func(n string) string { return n[2:8] + ", sista fyra " + strings.TrimSpace(spread(n[8:], " ")) },
		"scanned, all letters": func(n string) string { return strings.NewReplacer("0", "O", "1", "l").Replace(n[2:6]) + n[6:] },
		"scanned B and S":      func(n string) string { return strings.NewReplacer("5", "S", "8", "B").Replace(n[:6]) + n[6:] },
		"scanned B and S, dash": func(n string) string {
			return strings.NewReplacer("5", "S", "8", "B").Replace(n[2:6]) + n[6:8] + "-" + n[8:]
		},
		"entities":   func(n string) string { return entities(n) },
		"pnr, fives": func(n string) string { return "pnr " + n[2:7] + " " + n[7:] },
	}
	for _, list := range []string{"null eins zwei drei vier fünf sechs sieben acht neun", "nul en to tre fire fem seks syv otte ni", "cero uno dos tres cuatro cinco seis siete ocho nueve",
		"zéro un deux trois quatre cinq six sept huit neuf", "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć"} {
		forms[list[:12]] = func(n string) string { return numeralsOf(n[2:], list) }
	}
	for name, form := range forms {
		for _, frame := range amid {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s: %d of %d missed, first %q", name, n, len(numbers), first)
			}
		}
	}
}

func englishPairs(s string) string {
	units, teens := strings.Fields("zero one two three four five six seven eight nine"), strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	var out []string
	for ; len(s) >= 2; s = s[2:] {
		switch a, b := s[0]-'0', s[1]-'0'; {
		case a == 0:
			out = append(out, "zero "+units[b])
		case a == 1:
			out = append(out, teens[b])
		case b == 0:
			out = append(out, tens[a])
		default:
			out = append(out, tens[a]+"-"+units[b])
		}
	}
	return strings.Join(out, " ")
}

func tensApart(s string) string {
	for _, ten := range tens[2:] {
		s = strings.ReplaceAll(s, ten, ten+" ")
	}
	return strings.Join(strings.Fields(s), " ")
}

// TestInterimNumbers holds that the number of somebody who has none of her own yet is found as others are, in small letters too.
func TestInterimNumbers(t *testing.T) {
	for _, letter := range "TRSUWXJKLMN" {
		for _, pattern := range patterns("000101-T220 ¦ 20000101-T220 ¦ 000101T220 ¦ 20000101T220 ¦ 000101 T220 ¦ 000101–T220 ¦ 2000-01-01-T220 ¦ 000101/T220 ¦ 000101&#8209;T220 ¦ <b>000101</b>-T220 ¦ pnr 000101 - T220 ¦ 00 01 01-T220 ¦ (000101)T220") {
			for _, text := range []string{strings.ReplaceAll(pattern, "T", string(letter)), strings.ToLower(strings.ReplaceAll(pattern, "T", string(letter)))} {
				if _, ok := finds("Hej, "+text+" är det.", rulePersonal); !ok {
					t.Errorf("%q is missed", text)
				}
			}
		}
	}
}

// TestTheWholeNumberIsPointedAt holds that the span has the number as it is written, tags and signs and all, and nothing else.
func TestTheWholeNumberIsPointedAt(t *testing.T) {
	for _, number := range []string{"850709-9805", "85<b>07</b>09-<i>98</i>05", "8507\u200b09\u2011\u206098\u200d05", "８５０７０９－９８０５", "8️⃣5️⃣0️⃣7️⃣0️⃣9️⃣-9️⃣8️⃣0️⃣5️⃣", "850709&#8209;9805", "850709%2D9805", "850709\\u{2011}9805", "850709\\r\\n9805",
		"åtta fem noll sju noll nio streck nio åtta noll fem", "9 juli 1985, sista fyra 9805", "850709, sista fyra 98 05", "85O7O9-98O5", "85\u03360\u03367\u03360\u03369\u0336-98\u033605", "850709<span\n class=\"a\">-</span>9805"} {
		for _, frame := range []string{"%s", "å %s ö", "👉%s👈", "<p>%s</p>", "**%s**", "”%s”"} {
			text, found := fmt.Sprintf(frame, number), ""
			for _, s := range told(text) {
				if strings.HasPrefix(s, "personnummer") {
					found = s
				}
			}
			if !strings.HasSuffix(found, " "+number) {
				t.Errorf("%q: %q", text, found)
			}
		}
	}
}
