package plainlanguage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// officialese notes words and phrases that only authorities use, with what people say.
func officialese(notes *check.Notes, t *prose.Text) {
	heavy.Each(t, func(i, n int, plain string) {
		at := span(t, i, n)
		f := notes.Point(ruleOfficialese, at, check.Possible, lingo.T("”%s” låter som en blankett.", "“%s” sounds like a form.").Put(strings.ToLower(t.Raw[at.Start:at.End])), useInstead(plain))
		if strings.ContainsAny(plain, "/…") || plain == "" {
			return
		}
		f.Instead = plain
		if t.Words[i].Capital {
			r, size := utf8.DecodeRuneInString(plain)
			f.Instead = string(unicode.ToUpper(r)) + plain[size:]
		}
	})
}

func useInstead(plain string) lingo.Text {
	if plain == "" {
		return lingo.T("Stryk det, eller säg vad det betyder för läsaren.", "Strike it, or say what it means to the reader.")
	}
	return lingo.T("Går det lika bra med ”%s”?", "Would “%s” do as well?").Put(plain)
}

// heavy is our own list: what the writer wrote, and what a neighbour would say. Several suggestions are divided by "/".
var heavy = func() *prose.Phrases[string] {
	p := prose.NewPhrases(map[string]string{})
	for line := range strings.Lines(phrasebook) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok {
			continue
		}
		for phrase := range strings.SplitSeq(from, ", ") {
			p.Add(phrase, strings.TrimSpace(to))
		}
	}
	return p
}()

const phrasebook = `
erhålla = få
erhåller = får
erhöll = fick
erhållit = fått
erlägga = betala
erlägger = betalar
erläggs = betalas
erlägges = betalas
erlagd, erlagt = betald/betalt
inkomma = komma in
inkommer = kommer in
inkommit = kommit in
inkom = kom in
inkomna, inkommen, inkommet = som har kommit in
tillhandahålla = ge/erbjuda
tillhandahåller = ger/erbjuder
tillhandahålls = finns
tillse = se till
tillser = ser till
föreligga = finnas
föreligger = finns
förelåg = fanns
avseende = om
rörande = om
beträffande = om
angående = om
vad gäller = om/för
vad avser = om/för
vad beträffar = om/för
med anledning av = på grund av
i anledning av = på grund av
på grund härav = därför
till följd av = på grund av
med hänsyn till = på grund av/eftersom
med hänvisning till = enligt/på grund av
i enlighet med = enligt
med stöd av = enligt
jämlikt = enligt
i syfte att = för att
i avsikt att = för att
för det fall = om
i det fall = om
i de fall = när/om
i händelse av = vid/om det blir
under förutsättning att = om
såvitt = om
såvida = om
därest = om
huruvida = om
emedan = eftersom
enär = eftersom
ehuru = fastän
dock = men
likväl = ändå
icke = inte
ej = inte
endast = bara
samt = och
ävensom = och
därtill = dessutom
jämte = och/med
härmed = 
härvid = då
härvidlag = då/här
därvid = då
därvidlag = i det
härigenom = så/genom detta
därigenom = så
därav = av det
härav = av det här
härom = om det här
därom = om det
varvid = och då
varefter = och sedan
varav = och av dem
varigenom = och så
vartill = till vilket
sålunda = så
således = alltså
följaktligen = alltså
i dagsläget = nu
i nuläget = nu
för närvarande = just nu
i dagens läge = nu
vid denna tidpunkt = då
vid tidpunkten för = när
dessförinnan = innan
därefter = sedan
omgående = genast
skyndsamt = snabbt
utan dröjsmål = genast
inom kort = snart
framgent = i fortsättningen
fortsättningsvis = sedan/i fortsättningen
hädanefter = från och med nu
tills vidare = så länge
innevarande år = i år
nästkommande = nästa
föregående = förra
anmoda = be
anmodar = ber
anmodas = … uppmanas
uppbära = få
uppbär = får
bereda tillfälle = låta
bereds tillfälle = får
beredas möjlighet = få
äga rum = vara/hända
äger rum = är/hålls
ägde rum = var/hände
komma till stånd = bli av
kommer till stånd = blir av
ske = hända/göras
vidtaga, vidta = göra
vidtar = gör
vidta åtgärder = göra något/åtgärda
vidtar åtgärder = gör något/åtgärdar
vidtagit åtgärder = gjort något/åtgärdat
genomföra en utvärdering = utvärdera
göra en bedömning = bedöma
gör en bedömning = bedömer
gjort en bedömning = bedömt
göra en utredning = utreda
fatta beslut = besluta
fattar beslut = beslutar
fattat beslut = beslutat
fattade beslut = beslutade
ta ställning till = bestämma/avgöra
träffa avtal = avtala
lämna in en ansökan = ansöka
inge, inlämna = lämna in
inlämnas = … lämnas in
insända = skicka in
översända = skicka
översänder = skickar
översänds = … skickas
tillsända = skicka till
tillställa = skicka till
utgå = betalas/sluta
utgör = är
utgöra = vara
utgörs av = är
utgjorde = var
medföra = leda till
medför = leder till
föranleda = leda till
föranleder = leder till
föranlett = lett till
erfordra = behöva
erfordras = behövs
erforderlig, erforderliga, erforderligt = som behövs
påkalla = kräva
påkallar = kräver
åligga = vara skyldig
åligger = är skyldig att
ombesörja = ordna/sköta
ombesörjer = ordnar/sköter
handha = sköta
handhar = sköter
handlägga = arbeta med
verkställa = göra
effektuera = göra
implementera = införa
implementerar = inför
implementering, implementeringen = införande
initiera = börja/starta
initierar = börjar/startar
initierat = börjat/startat
påbörja = börja
påbörjar = börjar
avsluta = sluta
kommunicera ut = berätta
kommunicera = berätta
kommunicerar = berättar
adressera = ta upp/lösa
säkerställa = se till
säkerställer = ser till
tillgodose = uppfylla/ordna
tillgodoser = uppfyller
möjliggöra = göra möjligt
möjliggör = gör det möjligt
nyttja = använda
nyttjar = använder
nyttjas = används
brukas = används
anskaffa = skaffa/köpa
anskaffning = köp
erfara = få veta
underrätta = meddela
underrättas = får veta
delge = meddela
delges = får veta
tillskriva = skriva till
åberopa = hänvisa till
åberopar = hänvisar till
bibehålla = behålla
bifoga = skicka med
bifogas = finns med
bifogat, bifogade = som vi skickar med
efterfråga = be om/vilja ha
efterfrågas = behövs
ifrågavarande = den här
ifrågakommande = möjliga
vederbörande = den som det gäller
vederbörlig = rätt
undertecknad = jag
nämnda = den här/de här
ovannämnd, ovannämnda, ovanstående = det här/den här
nedanstående = det här
densamma, detsamma = den/det
sådan = den
dylik, dylika, dylikt = sådan
samtliga = alla
flertalet = de flesta
ett flertal = flera/många
ett antal = några
åtskilliga = många
merparten = de flesta
däri = i det
erinra = påminna
erinras = … kom ihåg
notera att = tänk på att
observera att = tänk på att
vänligen notera = tänk på
var god = 
äger rätt = har rätt
är berättigad till = har rätt till
berättigad = som har rätt
är behjälplig = hjälper
vara behjälplig = hjälpa
står till förfogande = hjälper gärna
ställa till förfogande = låna ut/ge
taga, tagas = ta/tas
giva = ge
bliva = bli
skall = ska
måhända = kanske
torde = bör/är nog
sagda = den
å ena sidan = 
per automatik = automatiskt
på daglig basis = varje dag
på årsbasis = varje år
ur ett perspektiv = 
i form av = som
inom ramen för = i
i samband med = när/vid
i anslutning till = vid/nära
i förekommande fall = om det finns
i tillämpliga delar = 
i möjligaste mån = så långt det går
i erforderlig omfattning = så mycket som behövs
i den utsträckning = så långt
i vederbörlig ordning = 
medelst = med
vederlag = betalning
ersättningsnivå = ersättning
målgruppen = de som det gäller
brukare, brukarna = de vi hjälper
intressenter = de som berörs
stakeholders = de som berörs
kostnadsfritt, kostnadsfri = gratis
avgiftsfritt, avgiftsfri = gratis
avgiftsbelagd, avgiftsbelagt = … kostar pengar
bortfaller = försvinner
förfallodag, förfallodagen = sista dag att betala
fordon = bil/cykel/buss
framföra fordon = köra
framförs = … körs
bostadsbestånd = bostäder
sysselsättning = arbete
arbetssökande person = den som söker arbete
lokalitet = plats/rum
snöröjningsinsats = snöröjning
renhållningsarbete = städning
insats, insatserna = hjälp/arbete
problematik, problematiken = problem
frågeställning, frågeställningar = fråga
målsättning, målsättningen = mål
uppföljning sker = vi följer upp
utifrån = från/efter
gentemot = mot
gällande = om
innebärande = som betyder
ikraftträdande = när det börjar gälla
träda i kraft = börja gälla
träder i kraft = börjar gälla
trädde i kraft = började gälla
laga kraft = … kan inte längre överklagas
överprövas = … prövas igen
anhängiggöra = anmäla
avslå = säga nej till
avslås = … får nej
bifalla = säga ja till
bifalls = … får ja
återkalla = ta tillbaka
hemställa = begära
hemställan = begäran
yttra sig = svara/säga vad man tycker
inhämta = fråga efter/skaffa
inhämtas = … frågas efter
ta del av = läsa/se
`
