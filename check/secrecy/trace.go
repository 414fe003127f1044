package secrecy

import (
	"strings"

	"tilltal/check/nametag"
	"tilltal/check/prose"
)

// trace is how clearly one person can be made out.
type trace int

const (
	none   trace = iota
	spoke        // he, her, "your case": somebody whom the reader may know
	anyone       // a man, a pupil: one, or whoever it may be
	told         // the pupil, a 45-year-old
	named        // by name
)

// likely is how sure the model of names must be.
const likely = .7

// traces are the clearest trace in each sentence.
type traces struct {
	in    []trace
	at    int    // the first word that tells of one individual; -1 when there is none
	staff []bool // somebody is named or told of by the work she does, as colleagues are
}

func tracesIn(t *prose.Text, own []string) traces {
	out := traces{in: make([]trace, len(t.Sentences)+1), staff: make([]bool, len(t.Sentences)+1), at: -1}
	officials := map[string]bool{}
	for _, o := range own {
		for w := range strings.FieldsSeq(prose.Plainly(o)) {
			officials[w] = true
		}
	}
	put := func(i int, c trace) {
		s := t.Words[i].Sentence
		out.in[s] = max(out.in[s], c)
	}
	for i, g := range nametag.Learned().Read(t) {
		switch {
		case g.Person < likely || officials[t.Words[i].Lower]:
		case i > 0 && t.Joined(i-1) && colleagues[t.Words[i-1].Lower]:
			officials[t.Words[i].Lower] = true // "Barnmorskan Eva berättar": she speaks for the authority
			out.staff[t.Words[i].Sentence] = true
			if i+1 < len(t.Words) && t.Joined(i) && t.Words[i+1].Capital {
				officials[t.Words[i+1].Lower] = true
			}
		default:
			put(i, named)
		}
	}
	persons.Each(t, func(i, n int, c trace) {
		put(i, c)
		if w := t.Words[i].Lower; c == told && out.at < 0 && w != "vår" && w != "en" && !strings.HasSuffix(w, "s") && !colleagues[t.Words[i+n-1].Lower] && !informs(t, t.Words[i].Sentence) {
			out.at = i
		}
	})
	for i, w := range t.Words {
		if colleagues[w.Lower] {
			out.staff[w.Sentence] = true
		}
		if kin[w.Lower] && i > 0 && t.Joined(i-1) && len(t.Words[i-1].Lower) > 4 && strings.HasSuffix(t.Words[i-1].Lower, "s") {
			put(i, told) // "anmälarens bror"
		}
		if w.Kind == prose.Number && aged(w.Lower) || w.Kind == prose.Handle && i > 0 {
			put(i, told)
		}
	}
	return out
}

// informs reports whether a sentence tells everybody how something is done: "Så läser du din journal".
func informs(t *prose.Text, sentence int) bool {
	if sentence >= len(t.Sentences) {
		return false
	}
	s := t.Sentences[sentence]
	return teaching[t.Words[s.First].Lower] || strings.HasSuffix(strings.TrimSpace(t.Raw[s.Start:s.End]), "?")
}

var teaching = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("så glöm boka sök anmäl läs vill kan behöver här nu logga ring skriv ansök kom när om hur vad ska tänk passa håll ladda kontakta fråga gör välj se ta hör mejla lämna hämta följ skicka visa berätta spara vänta undvik låt be") {
		m[w] = true
	}
	return m
}()

// beside returns the clearest trace in the sentence of a sighting or next to it. Of colleagues only the rule on staff asks.
func (t traces) beside(s sighting, staff bool) trace {
	best := none
	for i := max(0, s.sentence-near); i <= s.sentence+near && i < len(t.in); i++ {
		best = max(best, t.in[i])
		if staff && t.staff[i] {
			best = max(best, told)
		}
	}
	return best
}

// colleagues are words for those who work at the authority, as they stand before a name or alone.
var colleagues = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`kurator kuratorn barnmorska barnmorskan läkare läkaren överläkare överläkaren sjuksköterska sjuksköterskan undersköterska undersköterskan sköterskan skolsköterskan psykologen logopeden tandläkaren
		rektor rektorn lärare läraren förskolläraren fritidsledaren bibliotekarien bibliotekarie vaktmästare vaktmästaren handläggare handläggaren chef chefen enhetschefen avdelningschefen förvaltningschefen kommunchefen direktören kollega kollegan
		medarbetare medarbetaren ordförande ordföranden generaldirektören polischefen kommissarien presstalespersonen talespersonen pressekreterare presschefen utredaren handledaren sekreteraren registratorn juristen ekonomen kocken städaren busschauffören
		brandmannen räddningsledaren inspektören miljöinspektören kommunikatören samordnaren projektledaren specialisten experten forskaren professorn assistenten undersköterskor`) {
		m[w] = true
	}
	return m
}()

// kin are those who stand near somebody, when a genitive says to whom.
var kin = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("bror brorsa syster mamma pappa mor far son dotter granne sambo fru hustru make maka exfru exman flickvän pojkvän kusin moster faster morbror farbror mormor morfar farmor farfar kollega kompis vän väninna svärmor svärfar svägerska svåger") {
		m[w] = true
	}
	return m
}()

// aged reports whether a word is an age borne by somebody: 45-årig, 45-åringen.
func aged(lower string) bool {
	i := strings.Index(lower, "år")
	return i > 0 && (strings.HasPrefix(lower[i:], "åring") || strings.HasPrefix(lower[i:], "årig"))
}

var persons = func() *prose.Phrases[trace] {
	p := prose.Same(told, `mannen, säljaren, artisten, skådespelaren, spelaren, ägaren, bolagets vd, vd:n, kändisen, idrottaren, besökaren, gärningspersonen, den skadade, den avlidne, den avlidna, den omkomne, den omkomna, den försvunne, den försvunna, kvinnan, pojken, flickan, killen, tjejen, snubben, grabben, personen, den misstänkte, den misstänkta, den gripne, den gripna, den anhållne, den häktade, rånaren, tjuven, langaren, företagaren, butiksägaren,
		målsäganden, målsägaren, vittnet, offret, brottsoffret, gärningsmannen, föraren, barnet, sonen, dottern, min son, min dotter, eleven, damen, herren, farbrorn, tanten, gubben, ynglingen, föräldern, pappan, mamman, farfadern, mormor, morfar, farmor, farfar,
		familjen, patienten, klienten, brukaren, sökanden, den sökande, den enskilde, den enskilda, hyresgästen, grannen, kollegan, den anställde, den anställda, den försäkrade, kunden, syskonen, tvillingarna, paret, babyn, bebisen,
		tonåringen, fröken, syster, barnen är placerade, barnen placerades, pensionären, den asylsökande, modern, fadern, maken, makan, sambon, frun, exmannen, exfrun, exmaken, flickvännen, pojkvännen, barnen i familjen, syskonparet, huvudmannen, den boende, den äldre damen, den äldre mannen, den unga kvinnan, den unge mannen, den unga mannen,
		patientens, elevens, mannens, kvinnans, barnets, brukarens, familjens, pojkens, flickans, kundens, klientens, grannens, mammans, pappans, sonens, dotterns, din granne, min granne, din chef, min chef, din mamma, din pappa, din fru, din man, din sambo, din syster, din bror, din mormor, min mamma, min pappa,
		hans mamma, hennes mamma, hans pappa, hennes pappa, hans fru, hennes man, hans sambo, hennes sambo, hans bror, hennes bror, hans syster, hennes syster, hans dotter, hennes dotter, hans son, hennes son, hans granne, hennes granne, hans chef, hennes chef, hans kollega, hennes kollega, hans flickvän, hennes pojkvän,
		hans exfru, hennes exman, hans vän, hennes vän, hennes väninna, hans kompis, hennes kompis, hans landsman, hennes landsman, vår kollega, en av våra patienter, en av våra elever, en av våra brukare, en av våra kunder, en släkting till,
		anmälaren är, anmälaren var, anmälaren bor, anmälaren heter, anmälaren arbetar, anmälaren jobbar, anmälaren hörde, anmälaren ringde, anmälaren såg, tipsaren är, tipsaren var, tipsaren bor, tipsaren heter, tipsaren arbetar, tipsaren ringde, tipsaren såg, källan är, uppgiftslämnaren är, visselblåsaren är, visselblåsaren var`)
	prose.Fill(p, anyone, `en visselblåsare, en gärningsperson, en kändis, en artist, en man, en kvinna, en pojke, en flicka, en kille, en tjej, en snubbe, en person, en förare, ett barn, en dam, en herre, en äldre dam, en äldre herre, en äldre man, en äldre kvinna, en ung man, en ung kvinna, en elev, en familj, en mamma, en pappa, en förälder,
		en patient, en klient, en brukare, en kund, en sökande, en hyresgäst, en granne, en tonåring, en pensionär, ensamkommande, en asylsökande, en anställd, en medarbetare, en kollega, en släkting, en anhörig, ett vittne, ett offer, ett syskon, ett par, en sköterska, en sjuksköterska, en lärare, en rektor, en tidigare anställd, förskolan, skolan, en bekant, en väninna, en vän`)
	prose.Fill(p, spoke, `din son, din dotter, ditt barn, mitt barn, ert barn, er son, er dotter, han, hon, honom, henne, hans, hennes, hen, ditt ärende, din ansökan, er ansökan, ditt fall, din utredning, din journal, din sjukskrivning, din ersättning, din anmälan, din handläggare, du har fått, du fick, du är, du får ingen,
		ditt prov, dina prover, dina provsvar, din diagnos, till dig nu, dig personligen, du har blivit, du nekades, du blev, ditt bidrag, din skuld, din asylansökan, din assistans`)
	return p
}()
