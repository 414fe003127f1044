package secrecy

import (
	"slices"

	"tilltal/base/lingo"
	"tilltal/check/prose"
)

// subject is something that the law protects.
type subject struct {
	rule     string
	what     lingo.Text
	question lingo.Text
	strong   bool     // a name beside it is seldom right
	kinds    []string // the kinds of authority that it is asked at; none is everywhere
	words    string
}

// The rules' stable ids.
const (
	ruleInvestigation = "secrecy.investigation"
	ruleSocial        = "secrecy.social"
	ruleHealth        = "secrecy.health"
	ruleSchool        = "secrecy.school"
	ruleMigration     = "secrecy.migration"
	ruleInsurance     = "secrecy.insurance"
	ruleProtected     = "secrecy.protected"
	ruleStaff         = "secrecy.staff"
	ruleWork          = "secrecy.labour"
	ruleTip           = "secrecy.informant"
	ruleTax           = "secrecy.tax"
	ruleSecurity      = "secrecy.security"
)

var (
	police    = []string{"police-local", "authority"}
	councils  = []string{"municipality", "health", "authority", "benefits"}
	schools   = []string{"municipality", "authority"}
	carers    = []string{"health", "municipality", "benefits", "authority"}
	foreign   = []string{"migration", "authority", "police-local", "municipality"}
	insurers  = []string{"benefits", "authority"}
	everybody []string
)

var subjects = []*subject{
	{rule: ruleProtected, what: lingo.T("skyddade personuppgifter", "protected personal data"), strong: true, kinds: everybody,
		question: lingo.T("Kan någon som är hotad hittas med hjälp av det här? Finns sekretessmarkering eller skyddad folkbokföring? Ta bort allt som leder till platsen.",
			"Can somebody under threat be found with the help of this? Is there a mark of secrecy or protected registration? Take away all that leads to the place."),
		words: `skyddad identitet, skyddade personuppgifter, skyddade uppgifter, skyddad adress, hemlig adress, sekretessmarker*, skyddad folkbokföring, kvarskrivning, fingerade personuppgifter, kontaktförbud*, besöksförbud*, skyddat boende, kvinnojour*, hotbild*, hedersförtryck*, gömmer sig`},
	{rule: ruleInvestigation, what: lingo.T("en brottsutredning", "a criminal investigation"), strong: true, kinds: police,
		question: lingo.T("Är förundersökningen pågående? Kan personen kännas igen, eller kan utredningen ta skada? Fråga förundersökningsledaren om du är osäker.",
			"Is the investigation under way? Can the person be recognised, or the investigation be harmed? Ask whoever leads it if you are unsure."),
		words: `förundersökning*, förhör*, misstänkt*, misstänks, misstankegrad*, gripen, greps, gripits, anhållen, anhölls, häktad*, häktades, häktning*, husrannsakan, beslag*, dna-prov*, spaning*, spanar*, åtal*, avlyssning*, kroppsvisit*,
			delgav*, delgiv*, målsägand*, vittnesförhör*, anmälan om brott, polisanmälan, polisanmäl*, brottsutredning*, erkänt, erkände, nekar till brott, brottsoffr*, tillslag*, visiter*, fritogs, körkortet omhändertaget, blåste positivt, positivt utandningsprov, drogtest*`},
	{rule: ruleSocial, what: lingo.T("socialtjänst", "social services"), strong: true, kinds: councils,
		question: lingo.T("Går det att förstå vem som har kontakt med socialtjänsten? Redan att någon är känd där är skyddat. Kan du skriva om arbetet utan den enskilda?",
			"Can one tell who is in touch with the social services? That somebody is known there is protected already. Can you write of the work without the individual?"),
		words: `försörjningsstöd*, ekonomiskt bistånd, socialbidrag*, orosanmäl*, lvu, lvm, lvu-*, omhändertag*, familjehem*, hvb*, placerad, placerades, placering, kontaktfamilj*, kontaktperson, familjerätt*, vårdnadsutredning*, faderskap*,
			adoption*, missbruksvård*, behandlingshem*, biståndsbeslut*, biståndshandläggare*, hemtjänst*, särskilt boende, äldreboende*, lss*, personlig assistans, god man, förvaltare, skyddat boende, kvinnojour*, socialtjänst*, soc, vräkning*, vräkt*, hemlös*, budget- och skuldrådgivning`},
	{rule: ruleHealth, what: lingo.T("hälsa och vård", "health and care"), strong: true, kinds: carers,
		question: lingo.T("Går det att förstå vem vården gäller? Också att någon är patient är skyddat. Har personen själv sagt ja?",
			"Can one tell whom the care concerns? That somebody is a patient is protected too. Has the person agreed?"),
		words: `patient*, journal*, diagnos*, provsvar*, operer*, operation*, inlagd, akuten, ambulans*, vårdas, vårdades, vårdtillfälle*, läkarbesök*, läkarintyg*, sjukskriv*, medicin*, recept, behandling*, behandlas, psykiatri*, psykos*,
			självmord*, suicid*, abort*, förlossning*, gravid*, cancer*, hiv, demens*, missbruk*, elevhälsa*, skolsköterska*, kurator*, bvc, röntgen*, remiss*, skador, skadad*, skadades, svårt skadad, lättare skador, avled, avliden, obduktion*`},
	{rule: ruleSchool, what: lingo.T("elever och förskolebarn", "pupils and preschool children"), strong: true, kinds: schools,
		question: lingo.T("Går det att förstå vilket barn det gäller? Vad som rör elevhälsa, särskilt stöd och disciplin är skyddat. Vet vårdnadshavaren om att det skrivs?",
			"Can one tell which child it is? What concerns pupil health, special support and discipline is protected. Does the guardian know that this is written?"),
		words: `åtgärdsprogram*, särskilt stöd, elevakt*, elevhälsa*, elevvård*, skolkurator*, skolpsykolog*, mobb*, kränkande behandling, kränkningsanmälan, avstängd från skolan, avstängdes, skolfrånvaro, frånvaro, hemmasittar*, anpassad grundskola,
			anpassade gymnasieskolan, särskola*, betyg, betygen, omdömen, utvecklingssamtal*, resursperson*, specialpedagog*, förskoleplats, dyslexi, adhd, autism*, incidentrapport*`},
	{rule: ruleMigration, what: lingo.T("utlänningsärenden", "aliens' cases"), strong: true, kinds: foreign,
		question: lingo.T("Kan någon råka illa ut här eller i ett annat land om uppgiften sprids? Går det att förstå vem det gäller?",
			"Can anybody come to harm, here or in another country, if this spreads? Can one tell whom it concerns?"),
		words: `asyl*, uppehållstillstånd*, arbetstillstånd*, utvis*, avvisning*, avvisas, avvisades, förvar, förvaret, dublin*, medborgarskap*, asylansök*, asylskäl*, tillstånd, tillståndet, anknytning*, familjeåterförening*, flyktingstatus, skyddsbehov*, papperslös*,
			gömd, gömda, ambassad*, hemland, hemlandet, ensamkommande, ankomstboende*, verkställighet*`},
	{rule: ruleInsurance, what: lingo.T("socialförsäkring", "social insurance"), strong: true, kinds: insurers,
		question: lingo.T("Går det att förstå vem som får, söker eller har nekats ersättning? Det är skyddat. Be personen logga in eller ringa i stället.",
			"Can one tell who receives, applies for or was refused a benefit? That is protected. Ask the person to log in or call instead."),
		words: `sjukpenning*, sjukersättning*, aktivitetsersättning*, föräldrapenning*, vab, vabb*, tillfällig föräldrapenning, bostadsbidrag*, bostadstillägg*, underhållsstöd*, assistansersättning*, omvårdnadsbidrag*, merkostnadsersättning*, pension*,
			rehabiliterings*, arbetsskad*, sgi, återkrav*, avslag, avslaget, avslagit, beviljad*, beviljats, utbetalning*, ersättning, ersättningen, bidragsfusk*, bidragsbrott*, inkomst*, etableringsersättning*`},
	{rule: ruleStaff, what: lingo.T("en anställd hos er", "somebody employed with you"), kinds: everybody,
		question: lingo.T("Är det den anställdas privata förhållanden? Behöver läsaren veta det, eller räcker det att säga att ni hanterar frågan som arbetsgivare?",
			"Are these the employee's private affairs? Does the reader need to know, or is it enough to say that you deal with it as an employer?"),
		words: `avskeda*, uppsagd, sades upp, varsla*, avstängd från tjänsten, avstängd från jobbet, disciplinansvar, disciplinpåföljd, löneavdrag*, omplacerad*, omplacering*, rehabsamtal*, företagshälsovård*, personalärende*, medarbetarsamtal*, arbetsbefri*`},
	{rule: ruleWork, what: lingo.T("arbetsförmedling", "employment services"), kinds: insurers,
		question: lingo.T("Går det att förstå vem som söker arbete eller stöd? Kan du svara på frågan i allmänhet och be personen logga in?",
			"Can one tell who seeks work or support? Can you answer in general and ask the person to log in?"),
		words: `arbetssökande, inskriven, lönebidrag*, nystartsjobb*, aktivitetsrapport*, aktivitetsstöd*, a-kassa*, arbetslöshetsersättning*, handlingsplan*, funktionsnedsättning*, kronofogden, utmätning*, skuldsaner*`},
	{rule: ruleTip, what: lingo.T("den som har anmält eller tipsat", "whoever reported or tipped off"), strong: true, kinds: everybody,
		question: lingo.T("Går det att förstå vem som har anmält? Den som har lämnat en uppgift kan vara skyddad. Tacka utan att peka.",
			"Can one tell who made the report? Whoever gave information may be protected. Thank without pointing."),
		words: `anmälaren, anmälarens, uppgiftslämnar*, visselblås*, tipsaren, tipsarens, anonym anmälan, anonymt tips, tipsade oss, ringde in tipset, den som anmälde, grannen anmälde, grannen som anmälde`},
	{rule: ruleTax, what: lingo.T("skatt och skulder", "taxes and debts"), kinds: insurers,
		question: lingo.T("Går det att förstå vems skatt eller skuld det gäller? Beslutet kan vara offentligt, men inte det som ligger bakom.",
			"Can one tell whose tax or debt it is? The decision may be public, but not what lies behind it."),
		words: `skatterevision*, skattekontroll*, skattetillägg*, deklaration*, betalningsanmärkning*, restskatt*, skatteskuld*, dödsbo*, bouppteckning*`},
	{rule: ruleSecurity, what: lingo.T("skydd och säkerhet", "protection and security"), kinds: []string{"police-local", "authority", "municipality", "health"},
		question: lingo.T("Kan den som vill skada någon ha nytta av uppgiften? Fråga den som ansvarar för säkerheten.",
			"Can somebody who means harm use this? Ask whoever is responsible for security."),
		words: `larmkod*, portkod*, passerkod*, skyddsobjekt*, larmrutin*, vaktrond*, bevakningsschema*, insatsplan*, kameror är ur funktion, larmet är ur funktion`},
}

// byProfile is the subjects that each kind of authority is asked about. A word that means two subjects goes to the one that comes
// first for that kind of authority.
var byProfile = func() map[string]*prose.Phrases[*subject] {
	out := map[string]*prose.Phrases[*subject]{}
	for _, profile := range []string{"authority", "benefits", "municipality", "health", "migration", "police-local"} {
		p := prose.NewPhrases(map[string]*subject{})
		for i := len(subjects) - 1; i >= 0; i-- {
			s := subjects[i]
			if s.kinds == nil || slices.Contains(s.kinds, profile) {
				prose.Fill(p, s, s.words)
			}
		}
		out[profile] = p
	}
	return out
}()
