package personaldata

import (
	"strings"
	"testing"
	"unicode"
)

// company is what a number may stand beside: words for other numbers, other numbers, signs of all kinds. %s is the number.
const company = `
SN:%s ¦ Serienr %s ¦ Kod: %s ¦ Artikelnr %s ¦ Kundnr %s ¦ Order %s ¦ Vår ref %s ¦ Dnr %s ¦ Ärende %s ¦ Ärendet gäller %s ¦ Mål %s ¦ Målet mot %s ¦ Beteckning %s ¦ Faktura %s ¦ Bankgiro %s ¦ Konto %s ¦ Clearing 3300 konto %s ¦ Swisha %s ¦ Tel %s ¦ Ring %s ¦ Regnr: %s ¦ Bilen %s ¦ IBAN %s
Nr %s ¦ ID-nr %s ¦ Journal %s ¦ Namn: Anna Berg, %s ¦ Anna Berg (%s) ¦ Anna Berg, %s, Storgatan 12, 903 26 Umeå ¦ %s, 070-174 06 05 ¦ 070-174 06 05, %s ¦ %s/2024 ¦ %s:2 ¦ %s-2 ¦ (%s) ¦ [%s] ¦ {%s} ¦ <%s> ¦ "%s" ¦ ”%s” ¦ »%s« ¦ *%s* ¦ _%s_ ¦ ~%s~ ¦ =%s ¦ >%s ¦ #%s ¦ @%s ¦ $%s ¦ ^%s ¦ &%s ¦ -%s ¦ …%s… ¦ /%s/ ¦ |%s| ¦ 🙂%s🙂
%s kr ¦ %s st ¦ %s personer ¦ kl %s ¦ den %s ¦ år %s ¦ §%s ¦ sid %s ¦ punkt %s ¦ 1. %s ¦ a) %s ¦ 2024-05-01 kl. 12.30 %s ¦ 12:30 %s ¦ v. 12 %s ¦ %s kl 12 ¦ %s 2024-05-01 ¦ %s (59 år) ¦ 1985 %s ¦ 12, %s, 13 ¦ 12-%s ¦ %s-12 ¦ 123 45 %s ¦ 1 234 567 kr till %s ¦ 59.32938, 18.06861 %s ¦ N 6580822 E 674032, %s
ABC 123 %s ¦ a@b.se %s ¦ %s a@b.se ¦ https://a.se/1 %s ¦ SE45 5000 0000 0583 9825 7466 %s ¦ 5000-K123456-24 %s ¦ 556036-0793 %s ¦ %s 556036-0793`

// TestInAnyCompany holds that nothing beside a number hides it.
func TestInAnyCompany(t *testing.T) {
	numbers := neverIssued(16)
	for _, frame := range patterns(company) {
		for name, form := range map[string]func(string) string{
			"6-4":             func(n string) string { return n[2:8] + "-" + n[8:] },
			"8-4":             func(n string) string { return n[:8] + "-" + n[8:] },
			"twelve":          func(n string) string { return n },
			"YYYY-MM-DD-NNNN": func(n string) string { return n[:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:] },
		} {
			if n, first := missed(numbers, form, frame); n > 0 {
				t.Errorf("%s, %s: %d of %d missed, first %q", frame, name, n, len(numbers), first)
			}
		}
	}
}

// TestSaidByPeople are ways of saying one and the same number, each of them heard of one person.
func TestSaidByPeople(t *testing.T) {
	for _, text := range patterns(`
den nionde juli nittonhundraåttiofem sista fyra nittioåtta noll fem ¦ född 9 juli åttiofem, sista fyra 9805 ¦ nionde i sjunde åttiofem, sista fyra 9805 ¦ 9/7-85, sista fyra: 98 05 ¦ f. 850709, 9805 ¦ födelsedatum 1985-07-09, siffrorna 9805 ¦ Personnummer ÅÅMMDD: 850709, NNNN: 9805
pnr: 850709 (9805) ¦ personnummer 8507 0998 05 ¦ personnummer 85 070 998 05 ¦ pnr 85070 99805 ¦ pnr 850-709-9805 ¦ 8507-099805 ¦ 850709 98-05 ¦ 85 0709 9805 ¦ 1985-07-099805 ¦ 850709 och 9805 ¦ 850709 and 9805 ¦ 850709 & 9805 ¦ åttiofem nollsju nollnio nittioåtta nollfem ¦ 8-femma 0 7 0 9 9805 ¦ 85 noll sju noll nio 9805
åtta femma nolla sjua nolla nia nia åtta nolla femma ¦ <input value="850709-9805"> ¦ <a href="/person/850709-9805">Anna</a> ¦ ![850709-9805](bild.jpg) ¦ https://a.se/?birth=850709&last=9805 ¦ https://a.se/850709/9805 ¦ 850709' '9805 ¦ "850709" + "9805" ¦ 850709 <> 9805 ¦ 85(07)09-9805 ¦ 850709-980(5) ¦ 850709 x 9805 ¦ ___850709___9805___
850709-98noll5 ¦ åttiofem0709-9805 ¦ 5089-907058 baklänges ¦ sista fyra 9805 och född 850709 ¦ född 850709. Sista fyra i personnumret: 9805.`) {
		if _, ok := finds(text, rulePersonal); !ok {
			t.Errorf("%q passes", text)
		}
	}
	for _, text := range []string{"Namn: Anna\nFödd: 1985-07-09\nNr: 9805", "Född 850709\n\nSista fyra:\n9805", "| Född | 850709 |\n| Sista | 9805 |", "1985\n0709\n9805"} {
		if _, ok := finds(text, rulePersonal); !ok {
			t.Errorf("%q passes", text)
		}
	}
}

// TestEverySignOfUnicode holds that a number is found with any dash, blank, mark, invisible or other sign of Unicode in it, and in the
// digits of any script.
func TestEverySignOfUnicode(t *testing.T) {
	const n = "198507099805"
	passed := func(s string) bool { _, ok := finds(s, rulePersonal); return !ok }
	each := func(table *unicode.RangeTable, f func(rune)) {
		for r := range rune(unicode.MaxRune) {
			if unicode.Is(table, r) {
				f(r)
			}
		}
	}
	for name, table := range map[string]*unicode.RangeTable{"Pd": unicode.Pd, "Zs": unicode.Zs, "Cf": unicode.Cf, "Sm": unicode.Sm, "Po": unicode.Po, "Ps": unicode.Ps, "Pc": unicode.Pc, "Sk": unicode.Sk, "Cc": unicode.Cc} {
		each(table, func(r rune) {
			if passed(n[2:8] + string(r) + n[8:]) {
				t.Errorf("%s: %U between", name, r)
			}
		})
	}
	for name, table := range map[string]*unicode.RangeTable{"Zs": unicode.Zs, "Cf": unicode.Cf, "Mn": unicode.Mn, "Me": unicode.Me} {
		each(table, func(r rune) {
			if passed(strings.TrimSpace(spread(n[2:8], string(r))) + "-" + strings.TrimSpace(spread(n[8:], string(r)))) {
				t.Errorf("%s: %U after every digit", name, r)
			}
		})
	}
	zero := rune(-1)
	each(unicode.Nd, func(r rune) {
		if zero < 0 || r >= zero+10 {
			zero = r
			if passed(shift(n, r)) {
				t.Errorf("digits from %U", r)
			}
		}
	})
}
