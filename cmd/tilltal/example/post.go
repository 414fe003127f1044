package example

import (
	"image"
	"slices"

	"tilltal/desk/draft"
)

// fate is what became of a text. Most were published as they were handed in.
type fate int

const (
	published fate = iota
	scheduled      // goes out tomorrow at eight
	waiting        // handed in, and waits for a colleague's eyes
	writing        // still a draft
)

// post is something that somebody wrote.
type post struct {
	key, account, by string
	at               moment
	fate             fate
	text             string
	warning          string // shown first; the text when asked for
	topics           []string
	purpose          string
	picture          func() image.Image
	name, alt        string // of the picture
	answer           string // what the writer says of what the checks found
	read             string // what the colleague says who reads it, where the routine asks for one
}

func (p post) content() draft.Content {
	return draft.Content{Text: p.text, Summary: p.warning, Topics: p.topics, Purpose: p.purpose, Language: "sv"}
}

// posts are everything that was written, account by account.
var posts = slices.Concat(townPosts, dailyPosts, policePosts, unfinished)

var townPosts = []post{
	{key: "lunch", account: town, by: "lars", at: workday(7, 11, 20), purpose: "Berätta om vardagen", topics: []string{"Skola", "Mat"},
		text: `Eleverna har röstat om skolmaten. Pannkakor vann, som varje år sedan vi började räkna. Lasagnen kom tvåa och fiskgratängen tog en oväntad fjärdeplats.

Nu lagar köken de fem populäraste rätterna en gång till före lovet. Ärtsoppan kom sist. Kocken hälsar att hon inte är sårad, men att hon minns.`,
		read: "Fint. Kocken har läst och skrattat."},
	{key: "recycling", account: town, by: "nadia", at: workday(6, 9, 15), purpose: "Informera", topics: []string{"Återvinning", "Öppettider"},
		text: `Återvinningscentralen i Sjövik har nya öppettider. Från och med i dag har vi öppet så här:

– Måndag till onsdag: 10–16
– Torsdag: 10–19
– Fredag: 10–15
– Lördag: 9–14

Du behöver inte boka tid. Har du asbest eller sprängmedel hemma? Prata med personalen innan du lastar av.`},
	{key: "pier", account: town, by: "lars", at: workday(4, 10, 5), purpose: "Informera", topics: []string{"Badplatser", "Tillgänglighet"},
		text: `Norra badet får en ny brygga. Den blir bredare, och den får en ramp ända ner i vattnet. Då kan du bada även om du använder rullstol eller rullator.

Kommunstyrelsen fattade beslutet i går. Bryggan kostar 2,1 miljoner kronor och bygget tar ungefär tio veckor. Den gamla bryggan står kvar tills den nya är klar.

Undrar du något om bygget? Fråga här, så svarar den som leder det.`,
		read: "Bra att vi säger att den gamla bryggan står kvar."},
	{key: "answers", account: town, by: "nadia", at: workday(2, 13, 30), purpose: "Informera", topics: []string{"Så svarar vi"},
		text: `Förra månaden ställde ni 143 frågor till oss här. Vi svarade på 131 av dem inom en arbetsdag. Tolv personer fick vänta för länge, och det beror på oss: frågorna blev liggande mellan två kontor.

Nu har varje fråga en kollega som äger den och en klocka som tickar. Ni undrade mest över tre saker:

– När lagar ni hålet på min gata?
– Får jag ha höns?
– Varför är det alltid jag som får stå i kö?

De två första kan vi svara på.`,
		read: "Modigt att skriva de tolv. Låt dem stå."},
}

var dailyPosts = []post{
	{key: "hedgehog", account: daily, by: "amina", at: workday(7, 15, 10), purpose: "Berätta om vardagen", topics: []string{"Parken", "Djur"},
		text: `Hej från Parkenheten! De närmaste veckorna är det jag som skriver här ibland, mellan krattan och kaffet.

Ni frågar vad vi gör hela dagarna. I dag tömde vi 64 papperskorgar, lagade en gunga och klippte loss en igelkott som hade fastnat i ett fotbollsnät. Igelkotten sa inte tack, men den gick därifrån med värdighet.

Nätet hänger nu en decimeter högre upp. Då går det att göra mål, och igelkottar kommer under.`},
	{key: "plough", account: daily, by: "johan", at: workday(6, 14, 0), purpose: "Berätta om vardagen", topics: []string{"Gator", "Snöröjning"},
		text: `Vår nya plogbil har fått ett namn. Barnen på skolorna i Sjövik skickade in 214 förslag, och flest röster fick Plogelina.

Snöret kom tvåa. På tredje plats, med fem röster, kom Farfar. Vi vet inte vems farfar, men han har vänner.

Nu målar vi namnet på dörren. Jag som ska köra henne är mycket nöjd.`},
	{key: "bench", account: daily, by: "amina", at: workday(5, 12, 40), purpose: "Berätta om vardagen", topics: []string{"Parken"},
		text: `Bänken vid viken är hel igen. Vi bytte tre plankor och oljade resten, så sitt försiktigt till i kväll.

Vill du veta vilken bänk i kommunen som har bäst utsikt? Det är den här. Jag har provsuttit alla. Det ingår i jobbet.`,
		picture: lakeside, name: "banken.png",
		alt: "En nyoljad träbänk bredvid ett stort lövträd vid en blå sjö. Solen står lågt över skogen på andra sidan."},
	{key: "finds", account: daily, by: "eeva", at: workday(4, 16, 15), purpose: "Berätta om vardagen", topics: []string{"Biblioteket", "Upphittat"},
		text: `Det här har vi hittat i återlämnade böcker den här månaden:

– ett busskort
– en pressad fyrklöver
– ett recept på sillsallad
– ett kärleksbrev från 1987
– en skiva ost

Osten var inplastad. Det uppskattar vi.

Är något av det ditt? Kom till disken och beskriv det, så får du tillbaka det. Utom osten.`},
	{key: "carpark", account: daily, by: "johan", at: workday(4, 8, 20), purpose: "Berätta om vardagen", topics: []string{"Gator"},
		text: `I morse stod en röd kombi mitt på vändplanen på Rönnstigen. Den har takbox och en dekal från båtklubben, så ägaren känner nog igen sig.

Sopbilen fick backa hela vägen ut. Parkera på parkeringen nästa gång, så slipper alla vänta.`},
	{key: "rats", account: daily, by: "amina", at: workday(3, 10, 30), purpose: "Informera", topics: []string{"Parken", "Skadedjur"},
		warning: "Handlar om råttor",
		text: `Vi har sett råttor vid papperskorgarna bakom torget. Så här gör vi:

– Vi tömmer korgarna varje eftermiddag i stället för varannan dag.
– Vi byter till korgar med lock och fjäder.
– Vi sätter ut fällor i låsta lådor. Vi lägger inte ut gift, för då kan ugglorna bli sjuka.

Du hjälper till genom att inte mata fåglarna på marken. Måsarna håller inte med, men de får inte rösta.`},
	{key: "bluebook", account: daily, by: "eeva", at: workday(1, 11, 5), purpose: "Svara på frågor", topics: []string{"Biblioteket", "Boktips"},
		text: `”Jag söker en blå bok. Den var ganska tjock och mycket bra.”

Den frågan fick vi i går, och vi hittade boken på elfte försöket. Den var grön.

Fråga oss när du minns titeln, författaren, färgen eller bara att det regnade i den. Vi tycker att det är roligt att leta.`},
}

var policePosts = []post{
	{key: "bicycles", account: police, by: "petra", at: workday(7, 13, 0), purpose: "Berätta om vardagen", topics: []string{"Upphittat", "Cyklar"},
		text: `Vi har 41 cyklar i förrådet, och ingen av dem är vår. En är rosa med tofsar på styret. En saknar sadel, så den som tog den hade inte bråttom hem.

Saknar du en cykel? Kom till stationen och ta med kvittot eller ramnumret. Berätta hur cykeln ser ut innan du har fått se den, så går det fortare.

Skriv upp ramnumret på cykeln du har i dag. Det är därför de andra står kvar hos oss.`},
	{key: "speed", account: police, by: "mehmet", at: workday(5, 10, 0), purpose: "Berätta om vardagen", topics: []string{"Trafik", "Skolvägen"},
		text: `Vi stod vid Sjöskolan mellan klockan 7 och 9 i dag och mätte farten. Det kom 212 bilar. Av dem körde 198 i 30 eller långsammare. Tack!

Vi pratade med de fjorton andra. De flesta hade bråttom. Det hade barnen vid övergångsstället också.

Vi kommer tillbaka. Vi säger inte när.`},
	{key: "parcel", account: police, by: "petra", at: workday(3, 15, 45), purpose: "Varna", topics: []string{"Bedrägerier"},
		text: `Just nu får många i Sjövik ett SMS om ett paket som väntar. Länken i meddelandet går till en falsk sida som frågar efter ditt BankID.

– Klicka inte på länken. Radera meddelandet.
– Väntar du på ett paket? Gå in på transportbolagets egen sida.
– Har du redan loggat in? Ring din bank först och gör sedan en anmälan till oss.

Du är inte dum om du blev lurad. De som skickar det här gör det på heltid.`},
	{key: "windows", account: police, by: "petra", at: workday(2, 9, 10), purpose: "Söka vittnen", topics: []string{"Vittnen sökes"},
		text: `I natt krossade någon elva rutor på Sjöskolan. Det hände på baksidan, mot bollplanen, någon gång mellan klockan 23 och 2.

Var du i närheten? Du kanske såg något som kändes oviktigt då. Ring oss eller kom in till stationen, så lyssnar vi.

Skriv inte här vad du såg eller vem du tror att det var. Alla kan läsa, och du kan ha fel.`},
}

var unfinished = []post{
	{key: "water", account: town, by: "nadia", at: ago(95 * minute), fate: scheduled, purpose: "Informera", topics: []string{"Vatten"},
		text: `Vi stänger av vattnet i kvarteren runt Hamnplan mellan klockan 9 och 12 i dag. Vi byter en ventil från 1962. Den har gjort sitt.

Tappa upp det vatten du behöver i förväg. När vattnet kommer tillbaka kan det vara brunt. Spola kallt tills det är klart igen. Det är inte farligt, men vänta med vittvätten.`,
		read: "Tydligt. Jag har ringt fastighetsägarna också."},
	{key: "linden", account: daily, by: "amina", at: ago(70 * minute), fate: waiting, purpose: "Bjuda in", topics: []string{"Parken", "Träd"},
		text: `Vill du bli fadder åt ett träd? Vi har planterat tolv unga lindar i Sjövik, och de är törstiga de första åren.

Du lånar en kanna av oss och vattnar en gång i veckan när det är torrt. Vi bjuder på kaffe två gånger om året. Linden bjuder på skugga, men först om tio år.

Ring Gunnel Sjöberg på 070-1740622, så parar hon ihop dig med en lind nära dig.`,
		answer: "Hon är ideell och har bett att få stå med. Jag vill ändå att någon mer läser, eftersom det är hennes privata nummer."},
	{key: "pavement", account: daily, by: "johan", at: ago(50 * minute), fate: writing, purpose: "Informera", topics: []string{"Gator"},
		text: `Med anledning av att entreprenören erhållit tillstånd kommer avstängning av gångbanan på Skolgatan att verkställas under innevarande vecka. Boende ombeds att beakta skyltningen.`},
	{key: "story", account: daily, by: "eeva", at: ago(35 * minute), fate: writing, purpose: "Bjuda in", topics: []string{"Biblioteket"},
		text: `Sagostund på lördag klockan 11! Vi läser om en drake som är rädd för att flyga. Kom i tid, draken blir orolig annars.

#sagostundpåbiblioteket`,
		picture: books, name: "IMG_2041.png"},
}
