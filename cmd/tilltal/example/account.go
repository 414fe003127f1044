package example

import (
	"time"

	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
)

// The accounts, by their handles.
const (
	town   = "exempelkommun"
	daily  = "vardag_i_sjovik"
	police = "polisen_sjovik"
)

// opening is an account with those who work at it.
type opening struct {
	handle  string
	kind    string
	charter account.Charter
	owners  []string
	voices  []string
	routine func(guideline.Routine) guideline.Routine // what its owners have changed in the default; nil for nothing
}

var openings = []opening{
	{town, account.KindOrganization, townCharter(), []string{"lars", "nadia"}, nil, twoRead},
	{daily, account.KindOrganization, dailyCharter(), []string{"sara", "nadia"}, []string{"amina", "johan", "eeva"}, nil},
	{police, account.KindOrganization, policeCharter(), []string{"birgitta", "mehmet"}, []string{"petra"}, nil},
}

// twoRead is the routine of the municipality's main account: what speaks for all of it is read by two.
func twoRead(r guideline.Routine) guideline.Routine {
	r.Post = [4]guideline.Step{guideline.SecondReader, guideline.SecondReader, guideline.SecondReader, guideline.OnShift}
	return r
}

func settings(base string) authority.Settings {
	return authority.Settings{
		Name:     "Exempelkommun",
		Base:     base,
		Language: "sv",
		Contact:  "kontakt@exempelkommun.example",
		DPO:      "dataskyddsombud@exempelkommun.example",
		Accessibility: `Vi vill att alla ska kunna använda torget. Du kan läsa, fråga och rapportera fel utan att se, utan mus och utan JavaScript.

Vi testar varje sida mot WCAG 2.2, nivå AA. Hittar du något som inte fungerar för dig? Skriv till kontakt@exempelkommun.example och berätta, så svarar vi inom en arbetsdag.

Är du inte nöjd med svaret? Då kan du anmäla oss till Myndigheten för digital förvaltning.`,
	}
}

func townCharter() account.Charter {
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Place = "Exempelkommun", "Sjövik"
	c.Purpose = "Vi berättar vad som händer i kommunen och svarar på dina frågor. Du behöver inte veta vilken förvaltning du ska fråga."
	c.Audience = "Alla som bor, arbetar eller är på besök i Exempelkommun."
	c.Contact = "Kommunikatör i beredskap: 070-1740605. Ring vid samhällsstörning, också på natten."
	c.Talk = []string{"Det som händer i kommunen och som rör många", "Beslut som är fattade: vad de betyder för dig", "Frågor som du undrar över"}
	c.Avoid = []string{"Enskildas ärenden, också när de själva frågar", "Vad vi tycker om politiska beslut", "Rykten. Vi kontrollerar först"}
	c.Examples = []account.Example{
		{Good: true, Text: "Vi stänger av vattnet på Kungsgatan mellan klockan 9 och 12 i dag. Tappa upp det du behöver.", Why: "Det viktigaste står först, och läsaren vet vad hon ska göra."},
		{Good: false, Text: "Med anledning av planerat underhåll kommer vattenleveransen att påverkas.", Why: "Ingen vet var, när eller vad man ska göra."},
	}
	c.Own = own
	return c
}

func dailyCharter() account.Charter {
	c := account.Blank(guideline.ProfileMunicipality)
	c.Name, c.Place = "Vardag i Sjövik", "Sjövik"
	c.Purpose = "Här turas vi om som jobbar ute i kommunen: i parken, på gatan och på biblioteket. Vi visar jobbet som det är och svarar själva."
	c.Purposes = []string{"Berätta om vardagen", "Informera", "Bjuda in", "Svara på frågor"}
	c.Audience = "Du som går i våra parker, kör på våra gator eller lånar våra böcker."
	c.Contact = "Sara på Parkenheten: 070-1740606. Nadia på Kommunikation tar över om hon inte svarar."
	c.Talk = []string{"Det du gör på jobbet i dag, och varför", "Det folk frågar dig när de möter dig ute", "Det som är svårt, och hur ni löser det"}
	c.Avoid = []string{"Människor ni möter: inga namn, inga bilder utan lov, ingenting som gör att grannen förstår", "Kollegor som inte är med på det", "Åsikter om beslut i nämnden"}
	c.Examples = []account.Example{
		{Good: true, Text: "Vi har sått om gräset vid lekplatsen för tredje gången. Duvorna har aldrig ätit så bra. I morgon kommer nätet.", Why: "Ärligt, lite roligt, och skämtet är om oss själva och duvorna."},
		{Good: false, Text: "Någon på Björkstigen 4 har ställt sin blå Volvo på cykelbanan igen. Sluta!", Why: "Grannarna förstår vem det är. Skriv om cykelbanan, inte om ägaren."},
	}
	c.Own = own
	return c
}

func policeCharter() account.Charter {
	c := account.Blank(guideline.ProfilePoliceLocal)
	c.Name, c.Place = "Polisen Sjövik", "Sjövik"
	c.Purpose = "Vi som är områdespoliser berättar om jobbet, varnar för brott och svarar på frågor. Du anmäler inte brott här."
	c.Purposes = []string{"Berätta om vardagen", "Varna", "Söka vittnen", "Svara på frågor"}
	c.Audience = "Alla som bor i eller reser genom Sjövik."
	c.Rules += `

Händer det nu? Ring 112. Vi kan inte ta emot larm här.

Lämna inte tips om brott här, och skriv inte namn på någon du misstänker. Ring oss eller kom in till stationen.`
	c.Contact = "Vakthavande befäl: 070-1740607."
	c.Talk = []string{"Hur jobbet ser ut, också när det är tråkigt", "Varningar som hjälper den som bor här", "Så gör du om något händer"}
	c.Avoid = []string{"Pågående utredningar", "Den som är gripen, full, sjuk eller ledsen: skoja aldrig om hen", "Vad vi tycker om straff, domar och politik"}
	c.Examples = []account.Example{
		{Good: true, Text: "Vi har 41 cyklar i förrådet, och ingen av dem är vår. Kom och titta om en är din.", Why: "Skämtet är om oss, och läsaren får veta vad hon kan göra."},
		{Good: false, Text: "Nattens ljushuvud körde in i rondellen och undrade var parkeringen var. Hasta la vista, körkortet!", Why: "JO har kritiserat poliser som gjorde sig roliga över den som var gripen. Personen känner igen sig, och det gör grannen också."},
	}
	c.Hours, c.Promise = svenska.Always(), svenska.Within(4*time.Hour)
	c.Own = own
	return c
}

// own is what belongs to the authority itself, and so is nobody's personal data.
var own = []string{"070-1740605", "070-1740606", "070-1740607", "kontakt@exempelkommun.example", "dataskyddsombud@exempelkommun.example"}
