package main

import (
	"math/rand/v2"
)

var (
	listed   = lines("Anna\nErik\nMaria\nLars\nKarin\nMohamed\nFatima\nOskar\nElsa\nGöran\nBirgitta\nJohan\nSara\nAmina\nNils")
	families = lines("Andersson\nLindqvist\nHassan\nBerg\nNyström\nÖberg\nSvensson\nAhmed\nHolm\nSjögren\nEk\nDahl\nNguyen")
	rare     = lines("Tindra\nEskil\nZelal\nYosef\nMinea\nKajsa-Stina\nBrage\nSolveig\nHiwa\nJorunn\nAleksander\nThuy\nRodrigo\nSaga-Li\nOleksandr\nWilmer")
	unlisted = lines("Vretblad\nHägerhult\nKwiatkowski\nAl-Tamimi\nStrömqvist\nÅhlander\nBrännmark\nDe Santis\nOyelaran\nvon Platen\nSkarstedt\nTesfamariam\nHoxha\nGyllensvärd\nMwangi\nLjungdahl")
)

func both(given, family []string) func(*rand.Rand) string {
	return func(rnd *rand.Rand) string { return pick(rnd, given) + " " + pick(rnd, family) }
}

// listThemes name people whose names are common, in sentences like those that the checks were made with.
var listThemes = []theme{
	{"personaldata.name", both(listed, families), "Igår träffade vi %s.\nTack till %s för hjälpen!\n%s är ny rektor på skolan.\nKontakta %s om du har frågor.\nPolisen talade med %s på platsen.\nMin granne %s klagar.\nDet är %ss bil.\n– Det blev bra, säger %s."},
	{"personaldata.sensitive", both(listed, families), "%s är sjukskriven.\nVi mötte %s i går. Hon har cancer.\n%s är dömd för stöld.\n%s får försörjningsstöd.\n%s är muslim."},
	{"identification.crowd", func(rnd *rand.Rand) string { return pick(rnd, lines("Kiruna\nVilhelmina\nHjo\nSorsele\nYstad\nÅre")) },
		"En 45-årig lärare med röd Volvo stoppades i %s.\nBrandchefen i %s, en 58-årig man, slutar.\nKvinnan i 30-årsåldern, gravid och från Somalia, bor i %s.\nEn polisman i %s, 42 år gammal, greps."},
}

var listTraps = []trap{
	{nothing, "Välkommen till biblioteket på lördag.\nI dag öppnar vi badet i Umeå.\nStig in och ta en kaka.\nPolisen söker vittnen i Gävle.\nCancer är en vanlig sjukdom.\nVi ses på Sven Hultins gata.\nKarlstads universitet har öppet hus.\nEn man stoppades i Stockholm.\nLärare i Kiruna får högre lön.\nTrafikverket bygger om väg 40.\nNya regler för sjukskrivning gäller från juli.\nVolvo och Ericsson anställer."},
}

// strangerThemes name people with rare and foreign names, in small letters, in the genitive, in comments. Kept apart at the first measuring, read since.
var strangerThemes = []theme{
	{"personaldata.name", func(rnd *rand.Rand) string { return both(rare, unlisted)(rnd) },
		"I fredags besökte %s vår skola.\nStort tack %s, du är bäst!\n%s, 71, har målat tavlorna.\nEnligt %s stängde dörren inte.\nVem är %s egentligen?\nSköterskan %s tog emot.\nMed %s som ledare vann laget.\nFoto: %s\n%ss hund sprang bort.\nBrevet är undertecknat av %s, ordförande i föreningen."},
	{"personaldata.sensitive", func(rnd *rand.Rand) string { return both(rare, unlisted)(rnd) },
		"%s har fått en adhd-diagnos.\n%s sitter häktad i Falun.\nFamiljen väntar. %s väntar på asyl och mår dåligt.\nDet är %s som blev vräkt.\n%s är med i facket och skyddsombud."},
	{"identification.crowd", func(rnd *rand.Rand) string {
		return pick(rnd, lines("Dorotea\nMalå\nArjeplog\nÅsele\nPajala\nBjurholm\nLaxå\nYdre"))
	}, "Mannen, 78, med blå moped körde i diket utanför %s.\nEn 12-åring på Björkängsskolan i %s skadades.\nDen polska kocken i %s, trebarnspappa, har gripits.\nTvillingmamman från Eritrea i %s fick hjälp hem.\nEn haltande man i 60-årsåldern med husbil i %s.\nI %s föll en rödhårig tonåring av sin epa."},
}

var strangerTraps = []trap{
	{nothing, "God morgon Dalarna! Idag är det halt.\nKom till Kulturhuset på onsdag.\nNorrlandståget är en timme sent.\nÅkermans backe stängs av under natten.\nBjörn och varg har setts vid Älvdalen.\nSkatteverket, Kronofogden och Polisen flyttar ihop.\nNobelpriset delas ut i Stockholm.\nLinné och Celsius var svenska forskare.\nVärmland och Dalsland får regn.\nGod Jul önskar Räddningstjänsten!\nDepression går att behandla.\nDet bor 2 400 personer i Dorotea.\nMäns våld mot kvinnor ska upphöra.\nVi har 14 lärare i Malå.\nLiv och lust på äldreboendet."},
	{func(rnd *rand.Rand) string { return pick(rnd, unlisted) }, "%s Bygg AB river rivningshuset.\nVi ses i %s park."},
}
