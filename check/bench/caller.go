package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The caller writes as people do in comments and messages: fast, on a telephone, with what the keyboard offers. Kept apart at the first measuring, read since.
var callerThemes = []theme{
	{"personaldata.personnummer", born(false, form(
		func(n string) string { return n[2:4] + "/" + n[4:6] + "-" + n[6:8] + "-" + n[8:] }, func(n string) string { return n[2:8] + " -" + n[8:] },
		func(n string) string { return n[2:4] + "." + n[4:6] + "." + n[6:8] + " " + n[8:] }, func(n string) string { return strings.Join(strings.Split(n[2:], ""), " ") },
		func(n string) string { return n[2:8] + "\n" + n[8:] }, func(n string) string { return n[2:5] + "\u200b" + n[5:8] + "\u2009" + n[8:] },
		func(n string) string { return "<b>" + n[:8] + "</b>&nbsp;" + n[8:] }, func(n string) string { return n[2:8] + "—" + n[8:10] + " " + n[10:] },
		func(n string) string { return "**" + n[2:8] + "**" + n[8:] }, func(n string) string { return n[:4] + " " + n[4:6] + " " + n[6:8] + " - " + n[8:] })),
		"tja de gäller %s kan ni kolla\npnr %s tack\nmitt nr är %s ring mig\nhej %s här, vad händer med ärendet?\nmin son %s har inte fått svar"},
	{"personaldata.samordningsnummer", born(true, form(func(n string) string { return n[2:8] + n[8:] }, func(n string) string { return n[:8] + " " + n[8:] }, func(n string) string { return n[2:8] + "‑" + n[8:] })),
		"jag har %s från skatteverket\nsamordningsnr %s\nmitt nummer %s funkar inte"},
	{"personaldata.organisationsnummer", organisation, "min firma %s\norgnr %s funkar ej\nföretag %s behöver svar"},
	{"personaldata.phone", func(rnd *rand.Rand) string {
		m := mobile(rnd)
		return pick(rnd, []string{m[:4] + " " + m[4:], m[:3] + " " + grouped(m[3:], 3, 2), "0046" + m[1:], "+46(0)" + m[1:3] + "-" + m[3:], m[:3] + "/" + m[3:]})
	}, "ring %s\nnå mig på %s efter 17\nswisha %s\nsms:a %s"},
	{"personaldata.email", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"maja_lund", "lisa.nyberg", "ali.ahmed", "e.karlsson"}) + pick(rnd, []string{"@live.se", "@outlook.com", " (at) gmail.com", "@telia.com", "[at]hotmail.com"})
	}, "maila %s\nmin mejl %s\nsvara till %s är du snäll"},
	{"personaldata.iban", func(rnd *rand.Rand) string { s := iban(rnd); return strings.ToLower(s[:2]) + s[2:] }, "pengarna ska till %s\nkonto %s"},
	{"personaldata.bankgiro", func(rnd *rand.Rand) string {
		return strings.ReplaceAll(bankgiro(rnd), "-", pick(rnd, []string{"-", " "}))
	}, "mitt bankgiro är %s\nbg: %s"},
	{"personaldata.plate", func(rnd *rand.Rand) string {
		return pick(rnd, []string{plate(rnd, " "), plate(rnd, ""), strings.ToLower(plate(rnd, " "))})
	},
		"volvon %s stod på trottoaren\nbilen %s kör som en galning\nregnr %s står fel"},
	{"personaldata.casenumber", func(rnd *rand.Rand) string {
		return pick(rnd, []string{fmt.Sprintf("5000-K%d-%d", 100000+rnd.IntN(900000), 2018+rnd.IntN(8)), fmt.Sprintf("ärendenummer %d-%05d", 2015+rnd.IntN(10), rnd.IntN(1e5)), fmt.Sprintf("mål B %d-%02d", 100+rnd.IntN(9000), 15+rnd.IntN(10))})
	}, "vad händer med %s\nhar %s men får inget svar"},
	{"personaldata.coordinates", func(rnd *rand.Rand) string { return fmt.Sprintf("%.4f %.4f", 56+rnd.Float64()*12, 13+rnd.Float64()*8) }, "hålet är vid %s\nlat/long %s"},
	{"personaldata.address", func(rnd *rand.Rand) string {
		return pick(rnd, []string{"Tallvägen", "Norra Järnvägsgatan", "Sjöbacken", "Rosenstigen", "Hamnplan"}) + " " + fmt.Sprint(1+rnd.IntN(60)) + pick(rnd, []string{"", "B", " C"})
	}, "det luktar på %s\njag bor %s och det är ingen snö plogad\ngrannen på %s eldar"},
}

var callerTraps = []trap{
	{nothing, "har ringt växeln i en timme utan svar"},
	{func(rnd *rand.Rand) string {
		return fmt.Sprintf("%d%02d%02d%02d%02d", 2000+rnd.IntN(26), 1+rnd.IntN(12), 1+rnd.IntN(28), rnd.IntN(24), rnd.IntN(60))
	}, "filen heter IMG_%s\nskickade kl %s"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d/%d", 1+rnd.IntN(28), 1+rnd.IntN(12)) }, "kom den %s kl 18\nöppet %s – %s"},
	{func(rnd *rand.Rand) string {
		return "978-91-" + digitsOf(rnd, 2) + "-" + digitsOf(rnd, 5) + "-" + digitsOf(rnd, 1)
	}, "boken ISBN %s är bra"},
	{func(rnd *rand.Rand) string { return digitsOf(rnd, 2) + " " + digitsOf(rnd, 2) + " " + digitsOf(rnd, 2) }, "resultat %s i tipset\nlotto: %s"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("%d", 100+rnd.IntN(899)) }, "det var %s pers på matchen\noch %s bilar på rad\nlinje %s är sen igen\nvi betalar %s kr i månaden"},
	{nothing, "varför plogar ni inte\ntack för hjälpen!\när badet öppet på söndag?\nbussen kom aldrig\nlaga hålet i vägen nån gång\nvilken dag töms soporna\ngrymt bra jobbat med lekplatsen"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("UA%s3SE", digitsOf(rnd, 9)) }, "paketet %s är borta"},
	{func(rnd *rand.Rand) string { return fmt.Sprintf("https://example.se/nyhet/%s", digitsOf(rnd, 9)) }, "läs %s\nkolla här %s"},
}
