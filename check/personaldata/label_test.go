package personaldata

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tilltal/check"
)

// chance are what is written about numbers that are nobody's, as patterns: # is any digit, YYYY, YY, MM, DD, hh and mm a moment since 1970, C the
// check digit of the figures before it. Several stand on one line, with " ¦ " between.
const chance = `
010####### ¦ 010-### ## ## ¦ Ring oss på 010####### ¦ +46 10 ### ## ## ¦ (010) ### ## ## ¦ 010/### ## ## ¦ Telefon: 010####### ¦ 0##-### ## ## ¦ 020-## ## ## ¦ 0771-### ###
SN:######-#### ¦ SN ######-#### ¦ S/N ######-#### ¦ Serienr ######-#### ¦ Chassinr ######-#### ¦ Mätarnummer ########## ¦ Anläggnings-id ######-#### ¦ Kod: ######-#### ¦ Artikelnr ######-#### ¦ Batch ######-#### ¦ Inventarienr ######-####
Kundnummer ######-#### ¦ Medlemsnummer ######-#### ¦ Avtal ######-#### ¦ Projekt ######-#### ¦ ID: ######-#### ¦ ID-nummer ######-#### ¦ Biljett ########## ¦ Licens ######-#### ¦ Ref ######-#### ¦ Vår ref ######-#### ¦ Ordernr ######-#### ¦ Order ##########
Bokning ########## ¦ Lott ########## ¦ Kolli-id ########## ¦ Kvitto ########## ¦ Nr ######-#### ¦ nummer ######-#### ¦ Ritning ######-#### ¦ Fastighet ######-#### ¦ Dnr ######-#### ¦ Ärende ######-#### ¦ Mål ######-#### ¦ serial######-#### ¦ Part no. ######-####
########## ¦ ############ ¦ ######-#### ¦ ########-#### ¦ ###### #### ¦ ######+#### ¦ ## ## ## ## ## ¦ ### ### ## ## ¦ #### #### ## ¦ Det blev ########## till slut ¦ Vinsten gick till ######-####. ¦ Talet ############ är stort ¦ Hej ######-#### hej ¦ 19########## ¦ 20########## ¦ 20######-####
55####-#### ¦ Org.nr 55####-#### ¦ 55######## ¦ Bolaget (55####-####) ¦ 556###-#### ¦ 80####-#### ¦ 21####-#### ¦ 1655######## ¦ 16556###-#### ¦ 76####-#### ¦ Firma AB, 55####-#### ¦ VAT SE55########01
YYYYMMDDhhmm ¦ YYYYMMDDhhmm## ¦ YYYYMMDD hhmm ¦ YYYYMMDD_hhmm## ¦ YYYY-MM-DD hh:mm ¦ YYYY-MM-DD hh.mm ¦ YYYY-MM-DD-hhmm ¦ YYYYMMDDThhmm ¦ YYMMDDhhmm ¦ YYMMDD-hhmm ¦ YYMMDD hhmm ¦ YYYY/MM/DD hh:mm ¦ DD.MM.YYYY hh.mm ¦ DD/MM YYYY hhmm ¦ DD-MM-YYYY hh:mm
Logg YYYYMMDDhhmm klar ¦ backup_YYYYMMDDhhmm.zip ¦ Skickat YYYYMMDDhhmm ¦ version YYYYMMDD.hhmm ¦ YYYYMMDD/hhmm ¦ kl hhmm den YYYYMMDD ¦ YYYYMMDD–YYYYMMDD ¦ YYYY-MM-DD – YYYY-MM-DD ¦ YYYYMMDD hh-mm ¦ DSC_YYYYMMDD_hhmm ¦ YYYYMMDDhhmm_rapport.pdf ¦ https://example.se/arkiv/YYYYMMDDhhmm
den YYMMDD kl hh.mm ¦ YYMMDD kl hhmm ¦ YYMMDD, hhmm ¦ den YYYY-MM-DD, sista bussen hhmm ¦ YYYY-MM-DD nr #### ¦ YYYY-MM-DD, #### besökare ¦ Protokoll YYYY-MM-DD §#### ¦ den DD april YYYY, nummer #### ¦ YYMMDD-####-ab ¦ Order YYMMDD#### ¦ Batch YYMMDD-####
OCR #########C ¦ OCR: ###########C ¦ Ange #########C vid betalning ¦ Betala med ref ###########C ¦ Fakturanr #########C ¦ #########C ¦ EAN 73########### ¦ 73########### ¦ ISBN 978-91-####-###-# ¦ ISSN ####-#### ¦ Streckkod 73 ##### ##### ¦ IMEI ###############
SE## #### #### #### #### #### ¦ IBAN SE###################### ¦ NO## #### #### ### ¦ Konto ####-## ### ## ¦ Clearing #### konto ### ### ### ¦ Bankgiro ####-#### ¦ bg ###-#### ¦ Plusgiro ## ## ##-# ¦ Swish 123 ### ## ## ¦ #### #### #### ####
SFS ####:#### ¦ (20##:####) ¦ # ### ### ### kronor ¦ ### ## Ort ¦ ##.##-##.## och ##.##-##.## ¦ N 65##### E 6##### ¦ 59.##### 18.##### ¦ https://example.se/artikel/########## ¦ https://x.com/a/status/1################### ¦ Lotto ##, ##, ##, ##, ##, ##, ## ¦ 0.########## ¦ AM-######-## ¦ 5000-K######-## ¦ dnr 20##-##### ¦ Dnr ##-######-####`

// thrown writes a pattern with digits at chance.
func thrown(rnd *rand.Rand, pattern string) string {
	moment := stamp(rnd, "%04d%02d%02d%02d%02d")
	year := rnd.IntN(57)
	moment = string(rune('0'+(1970+year)/1000)) + string(rune('0'+(1970+year)/100%10)) + string(rune('0'+(70+year)/10%10)) + string(rune('0'+year%10)) + moment[4:]
	b := []byte(strings.NewReplacer("YYYY", moment[:4], "YY", moment[2:4], "MM", moment[4:6], "DD", moment[6:8], "hh", moment[8:10], "mm", moment[10:]).Replace(pattern))
	for i, c := range b {
		switch {
		case c == '#':
			b[i] = byte('0' + rnd.IntN(10))
		case c == 'C' && i > 8 && isDigit(b[i-1]):
			from := i
			for from > 0 && isDigit(b[from-1]) {
				from--
			}
			b[i] = withLuhn(string(b[from:i]))[i-from]
		}
	}
	return string(b)
}

// TestNumbersOfNobody holds the promise for each kind alone: of a thousand, one at most is said to be certainly an identity number. Few are
// asked about: the writer who is asked of every order stops reading.
func TestNumbersOfNobody(t *testing.T) {
	const each = 1000
	var kinds, asked int
	for _, pattern := range patterns(chance) {
		rnd := rand.New(rand.NewPCG(17, 23))
		certain, likely, first := 0, 0, ""
		for range each {
			text := thrown(rnd, pattern)
			switch g, _ := finds(text, rulePersonal, ruleCoordination); g {
			case check.Certain:
				certain++
				first = text
			case check.Likely:
				likely++
			}
		}
		if kinds++; certain > 1 {
			t.Errorf("%s: %d of %d are certain, such as %q", pattern, certain, each, first)
		}
		if asked += likely; likely > 20 {
			t.Logf("%s: %d of %d are likely", pattern, likely, each)
		}
	}
	t.Logf("%d kinds: %.1f of a thousand are likely", kinds, float64(asked)/float64(kinds))
	if asked > 10*kinds {
		t.Errorf("%d of %d are asked about", asked, kinds*each)
	}
}

// TestWhoIsSpokenOf holds what makes a number certain, and what only likely.
func TestWhoIsSpokenOf(t *testing.T) {
	for text, want := range map[string]check.Grade{
		"850709-9805":                            check.Likely,
		"Hon har 850709-9805.":                   check.Certain,
		"Kvinnan, 850709-9805, bor kvar.":        check.Certain,
		"850709-9805 Anna Svensson":              check.Certain,
		"Anna 850709 9805":                       check.Likely,
		"pnr 8507099805":                         check.Certain,
		"8507099805 är mitt personnummer":        check.Certain,
		"19850709-9805":                          check.Certain,
		"198507099805":                           check.Likely,
		"SN 850709-9805":                         check.Possible,
		"Dnr 850709-9805":                        check.Possible,
		"Mål: 850709-9805":                       check.Likely,
		"Hennes order 850709-9805":               check.Possible,
		"den 9 juli 1985, sista fyra 9805":       check.Certain,
		"den 9 juli 1985, sista turen 9805":      check.None,
		"född 1985-07-09, numret slutar på 9805": check.Likely,
	} {
		if g, _ := finds(text, rulePersonal); g != want {
			t.Errorf("%q is %v, want %v", text, g, want)
		}
	}
}
