package nametag

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"tilltal/check/gold"
)

// posts are sentences as they stand in posts and comments, for a newspaper writes otherwise. G is a given name, S a surname, L
// a place; Gs, Ss and Ls their genitives. They are written for learning only: what the checks are measured on was written
// apart (check/bench).
func posts() []string {
	return strings.Split(strings.TrimSpace(learning), "\n")
}

const learning = `
Tack G för hjälpen i dag !
Tack till G S som tog emot oss .
Hej G ! Vad bra att du hör av dig .
Hej , jag heter G S och bor i L .
Hälsningar G
Vänliga hälsningar , G S
Mvh G S
/ G
Min granne G S spelar musik hela natten .
Min dotter G går på Björkskolan i L .
Vår kollega G berättar om sin dag .
G på växeln svarar på dina frågor .
G S är ny rektor på Lindskolan .
G S , enhetschef , berättar mer .
Möt G , 34 år , som är brandman .
Möt G S som arbetar på biblioteket .
I dag fyller G 50 år . Grattis !
Grattis G !
Är det G som kör bussen till L ?
Varför svarar inte G S ?
Fråga S , han vet .
S lovade att återkomma i går .
Vi pratade med G i måndags .
Det är Gs cykel .
Det här är Gs hus .
Jag såg Gs bil i går .
I dag är det Gs tur .
Det är G som vet .
Igår var G här .
Gs mamma ringde i morse .
G Ss dotter är sjuk .
Läraren S skrek åt mitt barn .
Jag pratade med en G på socialtjänsten .
Handläggaren G S har inte svarat .
Det var G som stal cykeln , alla vet det .
Skäms G S !
Kommunalrådet G S invigde lekplatsen .
Polismannen G S säger att läget är lugnt .
@ G kan du svara ?
G , G och G vann tävlingen .
Både G S och G S deltog i mötet .
G och G S gifte sig i stadshuset .
Patienten G S söker vård .
Familjen S i L fick hjälp .
Pressansvarig : G S .
Kontakt : G S , projektledare .
Frågor ? Kontakta G S på miljökontoret .
Foto : G S
Text och bild : G S
G S 1943 – 2024
Bilden är tagen av G S .
Enligt G S öppnar badet i juni .
Elever från Gs klass sjöng .
Nu börjar vi !
Idag öppnar vi badet i L .
Ikväll blir det konsert i Stadsparken .
Imorgon stänger vi vattnet i L .
Välkommen till L !
Välkomna till biblioteket i L på lördag .
Vi ses på Torget i L !
Trafikverket stänger väg 40 vid L .
Polisen i L söker vittnen .
Region L meddelar att vårdcentralen stänger .
Ls kommun söker lärare .
L kommun har öppet i dag .
Kommunstyrelsen i L beslutade i går .
Vattnet är avstängt på Ekvägen i L .
Bussen mellan L och L är inställd .
Tågen mot L är försenade .
Länsstyrelsen i L varnar för höga flöden .
SMHI varnar för storm i L .
Försäkringskassan betalar ut pengarna på fredag .
Skatteverket påminner om deklarationen .
Socialstyrelsen och Folkhälsomyndigheten har nya råd .
Arbetsförmedlingen ordnar en mässa i L .
Migrationsverket har flyttat till nya lokaler .
Måndag till fredag har vi öppet 8 – 16 .
Lördag och söndag har vi stängt .
God Jul och Gott Nytt År !
Glad Påsk !
Glad Midsommar önskar vi er alla .
Ring 112 vid fara .
Läs mer på vår webbplats .
Svar : Ja , det går bra .
Fråga : När öppnar badet ?
Obs ! Nya tider .
Björkskolan , Lindskolan och Ekskolan har lov .
Lekplatsen i Vasaparken är klar .
Simhallen på Storgatan är stängd .
Norra Storgatan stängs av .
Södra stationen byggs om .
Eldningsförbud råder i hela länet .
Kulturnatten blir av den 3 september .
Nytt datum för Öppet hus !
Vill du bli brandman ? Sök nu .
Bra jobbat , alla !
Fy vad dåligt !
Skandal att ni inte plogar !
Varför gör ni ingenting ?
När kommer sopbilen ?
Kan ni svara på min fråga ?
Jättebra info ! Tack .
Volvo och Ericsson bygger ut i L .
Ica på Storgatan har öppet .
Facebook och Instagram ligger nere .
Karlstads universitet och Lunds universitet samarbetar .
Sankt Eriks sjukhus stänger akuten .
Sven Hultins gata stängs av .
Karl Johans torg är avstängt .
Gustav Adolfs kyrka firar 100 år .
S Bygg AB river skolan .
Ss förlag ger ut boken .
Anmälan enligt Lex Maria är gjord .
Svenska kyrkan i L bjuder på kaffe .
Moderaterna och Socialdemokraterna är överens .
Sverige möter Norge och Danmark i L .
Finland är gäst i år .
Europa och USA påverkas .
Stig in och ta en kaka .
Björn sågs vid L i natt .
Linn , ull och bomull är naturmaterial .
Sten och grus på vägen .
Liv räddades i natt .
Alla är välkomna !
Era frågor är viktiga .
Finns det platser kvar ?
G i kassan är alltid trevlig .
G på fritidsgården ordnade allt .
G från L fick jobbet .
G hos er på kundtjänst ringde upp .
Heja G !
Bravo G , så bra !
Snälla G , hör av dig .
G och G börjar skolan i höst .
Gs bygglov dröjer .
Gs barn får inte åka buss .
Bolaget tillhör S .
De köpte Ss gård .
Rektor S har inte ringt .
Chefen S håller tyst .
Doktor S är ledig .
G är borta .
G är bäst på det här .
S hade fel .
S kan bli avstängd .
S kom hit i fjol .
S har länge bett om ett möte .
Avgå S !
Vad säger G om det här ?
G , 8 , sjöng en visa .
G S och hans fru flyttar .
Ss Bageri har stängt .
Ss Rör AB gräver på torget .
L är fint på sommaren .
L är dyrt .
L kan bli utan vatten .
Bussen till L är sen .
Snälla Kommunen , lyssna !
Tack Hemtjänsten !
Hej Kundtjänst !
Hennes och hans regler är lika .
`

// fill puts names and places where a sentence has room for them.
func (p *pool) fill(post string, chance *rand.Rand) gold.Sentence {
	var s gold.Sentence
	company := strings.Contains(post, "Bygg AB") || strings.Contains(post, "förlag") || strings.Contains(post, "Bageri") || strings.Contains(post, "Rör AB")
	for w := range strings.FieldsSeq(post) {
		stem, owns := strings.CutSuffix(w, "s")
		mark, list := "PER", p.near
		switch {
		case stem == "G" || w == "G":
		case stem == "S" && len(w) < 3:
			list = p.family
			if company {
				mark = "ORG"
			}
		case stem == "L" && len(w) < 3:
			mark, list = "LOC", p.place
		default:
			s.Tokens = append(s.Tokens, gold.Token{Word: w, Mark: settled[w]})
			continue
		}
		s.Tokens = append(s.Tokens, p.draw(list, mark, owns, chance)...)
	}
	return s
}

// settled are words of the sentences that name something that is nobody.
var settled = map[string]string{"Trafikverket": "ORG", "Polisen": "ORG", "Volvo": "ORG", "Ericsson": "ORG", "Ica": "ORG", "Facebook": "MISC", "Instagram": "MISC", "Sverige": "LOC",
	"Norge": "LOC", "Danmark": "LOC", "Finland": "LOC", "Europa": "LOC", "USA": "LOC", "Björkskolan": "ORG", "Lindskolan": "ORG", "Ekskolan": "ORG", "Vasaparken": "LOC", "Storgatan": "LOC"}

func (p *pool) draw(list []string, mark string, owns bool, chance *rand.Rand) (out []gold.Token) {
	words := strings.Fields(list[chance.IntN(len(list))])
	for i, w := range words {
		name := []rune(w)
		name[0] = unicode.ToUpper(name[0])
		if mark == "PER" && chance.IntN(8) == 0 {
			name = strange(name, chance)
		}
		if owns && i == len(words)-1 && name[len(name)-1] != 's' {
			name = append(name, 's')
		}
		out = append(out, gold.Token{Word: string(name), Mark: mark})
	}
	return out
}
