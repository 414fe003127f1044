package plainlanguage

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// passives notes s-passives. An ending alone is right in four hits of ten (genitives, deponents, plurals), so a word counts
// only when it is a form of a verb on our list, and is not placed as a noun is. One passive is no harm: a sentence is noted
// when it has two, or when the text asks something of the reader without saying of whom.
func passives(notes *check.Notes, t *prose.Text) {
	for _, s := range t.Sentences {
		first, count := -1, 0
		for i := s.First; i < s.Last; i++ {
			if passive(t, i) {
				if count++; first < 0 {
					first = i
				}
			}
		}
		if count == 0 || count == 1 && !demands(t, s, first) {
			continue
		}
		notes.Point(rulePassive, span(t, first, 1), check.Possible, lingo.T("Det syns inte vem som gör det.", "It does not show who does it."),
			lingo.T("Vem gör det? Skriv ”du”, ”vi” eller namnge den som gör det.", "Who does it? Write “you”, “we” or name the one who does."))
	}
}

// demands reports whether somebody has to do what the passive says: "ansökan ska skickas in".
func demands(t *prose.Text, s prose.Sentence, i int) bool {
	for j := max(s.First, i-3); j < i; j++ {
		switch t.Words[j].Lower {
		case "ska", "skall", "måste", "bör", "kan", "får", "behöver":
			return true
		}
	}
	return false
}

// passive reports whether word i is an s-passive.
func passive(t *prose.Text, i int) bool {
	w := t.Words[i]
	if w.Kind != prose.Plain || len(w.Lower) < 5 || !strings.HasSuffix(w.Lower, "s") || w.Capital && !t.Opens(i) {
		return false
	}
	if !verbs[w.Lower] {
		return false
	}
	if i > 0 && t.Joined(i-1) && articles[t.Words[i-1].Lower] {
		return false
	}
	return true
}

// articles stand before nouns: "den ansökandes" is no verb.
var articles = words("en ett den det de denna detta dessa min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era hans hennes deras varje någon något några ingen inget inga")

// verbs are the passive forms of verbs that authorities use.
var verbs = func() map[string]bool {
	m := map[string]bool{}
	for stem := range strings.FieldsSeq(firstConjugation) { // kalla, kallar, kallade, kallat
		for _, e := range []string{"as", "ades", "ats"} {
			m[stem+e] = true
		}
	}
	for stem := range strings.FieldsSeq(secondConjugation) { // ställa, ställer, ställde, ställt
		for _, e := range []string{"s", "as", "es", "des", "tes", "ts"} {
			m[stem+e] = true
		}
	}
	for form := range strings.FieldsSeq(strong) {
		m[form] = true
	}
	for form := range strings.FieldsSeq("köps hjälps stöds kräves måls grunds delas") {
		delete(m, form)
	}
	m["delas"] = true
	return m
}()

const (
	firstConjugation = `aktiver anmäl ansvar anpass använd anordn avgör avslut avvakt behandl bevak bevilj bifog bokför bygg dator debiter diskuter dokumenter erfordr ersätt
 faktur finansier flytt fordr förankr förbered förstärk förbättr godkänn gransk grund hant hanter hämt inform inhämt inrätt installer invänt jämför kall kombiner kommunicer komplett kompletter
 kontakt kontroller kostnadsberäkn lagr leverer list lämn log markera mark mott mät notera noter omprövas omorganiser ordn organiser placer planer plan presenter prioriter pröv publicer påbörj
 påverk rapporter reger registrer rekommender renoverar renover reserver rätt samordn saml schemalägg sorter spara spar star starta start stopp sträv styrk test tilldel tilläm tillämp
 uppdater uppman uppmärksamm utfärd utvärder utveckl utökar utök vaccin vaccinera vaccinerar verifier verkställ vid visa vis vänt åtgärd åtal ändr önsk överklag övervak öppn`
	secondConjugation = `anmäl använd avgör beräkn ställ fullfölj genomför inför utför tillför medför överför framför besök sök ansök begär lär led leds använd bestäm bedöm betal bygg
 föreslå hänvis hänvisa kräv köp känn läs lös mät ring ringa sköt sänd översänd skick skicka stäng släck stärk sänk höj täck tänd utred utse utsätt vänd väck väg följ hjälp
 fäst döm bekräft bekräfta befar beställ fyll uppfyll kyl lyft nämn ogiltigförklar påför röj styr undersök upphäv understöd tillställ återställ inställ fastställ säkerställ`
	strong = `tas togs tagits ges gavs givits fås görs gjordes gjorts göras ses sågs setts ses sätts sattes satts sättas läggs lades lagts läggas skrivs skrevs skrivits skrivas bjuds bjöds bjudits
 bryts bröts brutits beslutas beslutades beslutats fattas fattades fattats hålls hölls hållits hållas erhålls erhölls erhållits erbjuds erbjöds erbjudits erbjudas drivs drevs drivits drivas dras drogs dragits
 bärs bars burits väljs valdes valts väljas säljs såldes sålts säljas tillhandahålls tillhandahölls tillhandahållits skjuts sköts skjutits stryks ströks strukits upptas upptogs upptagits antas antogs antagits antas avslås avslogs
 bifalls bifölls utges utgavs återges föreslås föreslogs föreslagits fastslås fastslogs vidtas vidtogs vidtagits vidtas mottas mottogs mottagits undantas undantogs lämnas lämnades lämnats skickas skickades skickats betalas betalades betalats
 anmälas ansökas begäras behövas bestämmas krävas undersökas utredas genomföras införas utföras användas byggas rivas sändas ringas stängas hanteras bokas bokades bokats avbokas ombokas inlämnas insändas ifyllas ifylls undertecknas beviljas förlängas utlämnas`
)
