package main

import (
	"fmt"
	"math/rand/v2"
)

// The registrar writes numbers as they stand in papers. The checks were made with such texts at hand.
var registrarThemes = []theme{
	{"personaldata.personnummer", born(false, form(
		func(n string) string { return n[:8] + "-" + n[8:] }, func(n string) string { return n[2:8] + "-" + n[8:] }, func(n string) string { return n },
		func(n string) string { return n[2:8] + " " + n[8:] }, func(n string) string { return n[2:8] + "–" + n[8:] },
		func(n string) string { return n[:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:] })),
		"Ärendet gäller %s.\nSökande: %s, inkom i dag\nHej, mitt personnummer är %s\nBeslut för %s och handlingar"},
	{"personaldata.samordningsnummer", born(true, form(
		func(n string) string { return n[:8] + "-" + n[8:] }, func(n string) string { return n[2:8] + "-" + n[8:] }, func(n string) string { return n[2:8] + " " + n[8:] })),
		"Samordningsnummer %s\nÄrendet gäller %s.\nHon har fått %s"},
	{"personaldata.organisationsnummer", organisation, "Org.nr %s\nBolaget (%s) har sökt\nOrganisationsnummer: %s"},
	{"personaldata.phone", func(rnd *rand.Rand) string {
		m := mobile(rnd)
		return pick(rnd, []string{m, m[:3] + "-" + grouped(m[3:], 3, 2), "+46 " + grouped(m[1:], 2, 3, 2), landline(rnd)})
	}, "Telefon: %s\nRing mig på %s\nHon nås på %s efter klockan 10"},
	{"personaldata.email", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"anna.berg", "kalle.lind", "sara.ek", "omar.hassan"}) + fmt.Sprint(rnd.IntN(99)) + "@" + pick(rnd, []string{"example.se", "gmail.com", "hotmail.com"})
	}, "Mejla %s\nSkriv till %s så svarar jag"},
	{"personaldata.iban", func(rnd *rand.Rand) string {
		s := iban(rnd)
		return pick(rnd, []string{s, grouped(s, 4, 4, 4, 4, 4)})
	}, "Betala till %s\nIBAN: %s"},
	{"personaldata.bankgiro", bankgiro, "Bankgiro %s\nSätt in på bg %s"},
	{"personaldata.plate", func(rnd *rand.Rand) string { return plate(rnd, pick(rnd, []string{" ", ""})) }, "En bil med regnr %s\nBilen, %s, stod kvar\nEn röd Volvo %s körde om"},
	{"personaldata.casenumber", func(rnd *rand.Rand) string {
		return pick(rnd, []string{fmt.Sprintf("5000-K%06d-%02d", rnd.IntN(1e6), 15+rnd.IntN(12)), fmt.Sprintf("mål nr T %d-%02d", 100+rnd.IntN(9000), 10+rnd.IntN(16)), fmt.Sprintf("dnr KS %d/%05d", 2010+rnd.IntN(16), rnd.IntN(1e5))})
	}, "Se %s\nHandlingarna i %s är klara"},
	{"personaldata.coordinates", coordinates, "Platsen är %s\nHan hittades vid %s"},
	{"personaldata.address", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"Ekvägen", "Storgatan", "Björkstigen", "Lilla torget", "Kyrkogränd"}) + " " + fmt.Sprint(1+rnd.IntN(90))
	}, "Hon bor på %s.\nDet brann på %s i natt\nAdress: %s"},
}

// registrarTraps are what stands in papers and is no personal data.
var registrarTraps = []trap{
	{nothing, "Ett nytt ärende har kommit in.\nHandlingarna är utlämnade."},
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%d-%02d-%02d", 1990+rnd.IntN(40), 1+rnd.IntN(12), 1+rnd.IntN(28))
	}, "Mötet är %s klockan 10\nPerioden %s – %s\nSenast ändrad %s 14.30"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d:%d", 1950+rnd.IntN(76), 1+rnd.IntN(1900)) }, "Lagen (%s) gäller\nSFS %s 5 kap. 1 §\nEnligt förordningen %s"},
	{func(rnd *rand.Rand) string { return checked(digitsOf(rnd, 15)) }, "OCR %s\nAnge OCR-nummer %s"},
	{func(rnd *rand.Rand) string { return "73" + digitsOf(rnd, 11) }, "EAN %s\nStreckkod %s"},
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%d %03d %03d", 1+rnd.IntN(99), rnd.IntN(1000), rnd.IntN(1000))
	}, "Det kostar %s kronor\nBudgeten är %s kr"},
	{number("%d", 900), "Vi har %s platser\nBuss %s går som vanligt\nSal %s är ledig\nVäg %s är stängd"},
}
