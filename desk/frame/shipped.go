package frame

import (
	"slices"

	"tilltal/desk/guideline"
)

// Shipped returns the exercises that come with the program for a tone profile: first those of the profile's own, then those
// that suit every account. They are in Swedish, as the posts are.
func Shipped(profile string) []Exercise {
	return slices.Concat(ofProfile[guideline.Profile(profile)], ofAll)
}

var ofAll = []Exercise{
	{ID: "upprord-kommentar", Title: "Någon är arg",
		Event: "Någon skriver under ert inlägg: ”Ni är helt värdelösa. Jag har ringt tre gånger och ingen svarar. Vad gör ni på dagarna egentligen?” Telefonen har varit nere sedan i morse. Svara.",
		Look:  "Började du med det som personen behöver, eller med att försvara er? Sade du vad som har hänt, vad hon kan göra nu och när det fungerar igen?"},
	{ID: "det-blev-fel", Title: "Vi skrev fel i går",
		Event: "I går skrev ni att mötet börjar klockan 18. Det började klockan 17. Ett tjugotal personer kom en timme för sent. Skriv rättelsen.",
		Look:  "Står felet och det rätta i de första två meningarna? Sade du förlåt en gång, utan att skylla på någon?"},
	{ID: "for-mycket-berattat", Title: "En bra dag på jobbet",
		Event: "I dag hjälpte du en äldre man som hade låst sig ute på Storgatan 14. Han var förvirrad, men glad till slut och bjöd på kaffe. Du vill berätta om hur fint jobbet kan vara.",
		Look:  "Kan grannarna förstå vem mannen är? Går det att berätta samma sak utan gata, ålder och hälsa?"},
}

var ofProfile = map[guideline.Profile][]Exercise{
	guideline.ProfileMunicipality: {
		{ID: "snostorm", Title: "Snön bara faller",
			Event: "Det har snöat fyra decimeter sedan i natt. Ni plogar de stora vägarna och skolvägarna först. Villagatorna blir klara tidigast i kväll. Bussarna går, men sent. Skriv inlägget klockan 7 på morgonen.",
			Look:  "Kan den som står i hallen med stövlarna på se direkt vad som gäller hennes gata? Lovade du bara det ni kan hålla?"},
		{ID: "nedhuggna-trad", Title: "Träden ska bort",
			Event: "Ni ska ta ner elva gamla almar i Stadsparken. De är sjuka och kan falla. Många i staden är upprörda. Berätta varför, och vad som händer sedan.",
			Look:  "Visade du att du förstår att träden betyder något, utan att tycka till om besluten? Sade du vad som planteras och när?"},
	},
	guideline.ProfilePoliceLocal: {
		{ID: "rattfylla-i-rondellen", Title: "Bilen i rondellen",
			Event: "I natt körde en bil rakt in i skulpturen i rondellen. Föraren är misstänkt för rattfylleri. Ingen kom till skada. Bilden på bilen är rolig, och du vet att den skulle spridas.",
			Look:  "Skulle du kunna läsa upp texten för föraren? JO har kritiserat poliser som skämtade om den som var gripen. Vad behöver de som bor här veta?"},
		{ID: "falska-sms", Title: "Falska sms igen",
			Event: "Tre äldre personer har i dag blivit av med pengar efter ett falskt sms från ”banken”. Ni vill varna fler i området.",
			Look:  "Sade du vad man gör om man redan har klickat? Skrev du så att ingen känner sig dum?"},
	},
	guideline.ProfileHealth: {
		{ID: "lang-ko", Title: "Sex timmars väntan",
			Event: "Akuten har sex timmars väntetid i kväll för den som inte är svårt sjuk. Närakuten två kilometer bort har nästan ingen kö. Skriv inlägget.",
			Look:  "Vet läsaren nu vart hon ska vända sig? Framgår det att den som är svårt sjuk ska komma ändå?"},
		{ID: "tack-fran-anhorig", Title: "Ett fint tack",
			Event: "En dotter har skickat ett brev och tackar för vården av sin pappa de sista veckorna. Avdelningen blev rörd och vill dela brevet.",
			Look:  "Sekretessen gäller också efter döden, och en diagnos går att förstå av ett avdelningsnamn. Kan ni tacka utan att berätta om patienten?"},
	},
	guideline.ProfileBenefits: {
		{ID: "sen-utbetalning", Title: "Pengarna kommer sent",
			Event: "Ett tekniskt fel gör att utbetalningarna kommer en dag senare den här månaden. Många har hyran på fredag. Skriv inlägget.",
			Look:  "Står dagen när pengarna kommer först? Fick den som inte klarar hyran veta vad hon kan göra?"},
		{ID: "fraga-om-eget-arende", Title: "Mitt eget ärende",
			Event: "En person skriver öppet under ert inlägg: ”Jag sökte bostadsbidrag i mars, mitt personnummer är 19850101-XXXX, varför får jag inget svar?” Svara.",
			Look:  "Bad du henne ta bort uppgifterna, utan att upprepa dem eller bekräfta att hon har ett ärende? Visade du en väg som är säker?"},
	},
	guideline.ProfileMigration: {
		{ID: "nya-regler", Title: "Nya regler vid årsskiftet",
			Event: "Från årsskiftet gäller nya regler för den som söker arbetstillstånd. Debatten är hård. Berätta vad som ändras och för vem.",
			Look:  "Kan både den som tycker om och den som ogillar reglerna läsa texten som saklig? Skrev du till den som berörs?"},
	},
	guideline.ProfileAuthority: {
		{ID: "driftstopp", Title: "E-tjänsten ligger nere",
			Event: "E-tjänsten har legat nere sedan klockan 9. Sista dag att ansöka är i dag. Ni har bestämt att ansökningar som kommer i morgon också räknas. Skriv inlägget.",
			Look:  "Står det viktigaste, att ansökan i morgon räknas, i första meningen?"},
	},
}
