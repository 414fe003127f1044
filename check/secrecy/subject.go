package secrecy

import (
	"slices"
	"strings"

	"tilltal/base/lingo"
	"tilltal/check/prose"
)

// subject is something that the law protects.
type subject struct {
	rule     string
	what     lingo.Text
	question lingo.Text
	strong   bool     // a name beside it is seldom right
	alone    bool     // it is asked about though nobody is spoken of
	kinds    []string // the kinds of authority that it is asked at; none is everywhere
	words    string
}

// meaning is what a word may mean at one kind of authority.
type meaning struct {
	first *subject
	staff *subject // when it also means something about those who work there
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
	taxmen    = []string{"benefits", "authority", "municipality"}
	everybody []string
)

var subjects = []*subject{
	{rule: ruleProtected, what: lingo.T("skyddade personuppgifter", "protected personal data"), strong: true, kinds: everybody,
		question: lingo.T("Kan någon som är hotad hittas med hjälp av det här? Finns sekretessmarkering eller skyddad folkbokföring? Ta bort allt som leder till platsen.",
			"Can somebody under threat be found with the help of this? Is there a mark of secrecy or protected registration? Take away all that leads to the place."),
		words: `skyddad identitet, skyddade personuppgifter, skyddade uppgifter, skyddad adress, hemlig adress, sekretessmarker*, skyddad folkbokföring, kvarskrivning, fingerade personuppgifter, kontaktförbud*, besöksförbud*, skyddat boende, kvinnojour*, hotbild*, hedersförtryck*, hedershot*, gömmer sig, lever gömd, lever gömda, hemlig, hemlig ort, hemligt nummer, flytt bytt namn, skyddsplacer*, våldsam man, flytt från en, på grund av hot, på grund av hot, på grund av hotet, flytt undan, flytt från sin man, flytt från sin pappa, flytt från sin sambo, gömt sig, inte hittas av, får inte hittas, kvinnohus*, mansjour*, tjejjour*, jourboende*, överfallslarm*, livvakt*, hotad till livet, dödshot*, vittnesskydd*`},
	{rule: ruleInvestigation, what: lingo.T("en brottsutredning", "a criminal investigation"), strong: true, kinds: police,
		question: lingo.T("Pågår förundersökningen? Kan personen kännas igen, eller kan utredningen ta skada? Fråga förundersökningsledaren om du är osäker.",
			"Is the investigation under way? Can the person be recognised, or the investigation be harmed? Ask whoever leads it if you are unsure."),
		words: `förundersökning*, telefonavlyssning*, slagit till mot, slog till mot, gärningsperson*, gömde vapn*, vapnen, knarkgömm*, gömställe*, signalement*, utpekad*, förhör*, arresten, arrest, nekar, nekade, erkänner, identifierad, identifierades, identifierat, dna, övervakningsbild*, övervakningsfilm*, töms, tömd på, åklagar*, bevis*, spår, knyter, kopplas till, tänder eld, tänt eld, anlagt bran*, mordbrand*, knark, knarket, amfetamin, kokain, narkotika*, hasch, cannabis, tramadol, stulit, stöld*, snatt*, rån, rånet, rånade, rånar*, inbrott*, bilinbrott*, misshandl*, slagit, slog henne, slog honom, våldtäkt*, våldtog*, ofred*, stalk*, bedräger*, bedrag*, lurat, utpress*, hotade, hotat, olaga hot, vapenbrott*, rattfyll*, drograttfyll*, gripit, griper, tog vi, har tagit, tagen av, sitter inne, inlåst, dömd*, dömts, i cellen, anmäldes för, anmält för, anmäld för, polisanmält, brott mot, misstänkt*, misstänks, misstankegrad*, gripen, greps, gripits, anhållen, anhölls, häktad*, häktades, häktning*, husrannsakan, beslag*, dna-prov*, spaning*, spanar*, åtal*, avlyssning*, kroppsvisit*,
			delgav*, delgiv*, delgetts, målsägand*, vittnesförhör*, anmälan om brott, polisanmälan, polisanmäl*, brottsutredning*, erkänt, erkände, nekar till brott, brottsoffr*, tillslag*, visiter*, fritogs, körkortet omhändertaget, blåste positivt, positivt utandningsprov, drogtest*`},
	{rule: ruleSocial, what: lingo.T("socialtjänst", "social services"), strong: true, kinds: councils,
		question: lingo.T("Går det att förstå vem som har kontakt med socialtjänsten? Redan att någon är känd där är skyddat. Kan du skriva om arbetet utan den enskilda?",
			"Can one tell who is in touch with the social services? That somebody is known there is protected already. Can you write of the work without the individual?"),
		words: `försörjningsstöd*, barnen är placerade, barnen placerades, bor inte längre hemma, alkoholproblem*, missbruksproblem*, drogproblem*, dusch, städhjälp*, hjälp med städning, städning och dusch, ekonomiskt bistånd, bistånd, biståndet, biståndsansök*, socialbidrag*, socialen, på soc, från soc, av soc, socialsekreter*, utreder, utredning om, barnutredning*, placerade hos, placerat, placerats, jourhem*, fosterhem*, hem för vård, boendestöd*, ledsag*, avlösarservice, turbunden, färdtjänst*, trygghetslarm*, matlåd*, dagverksamhet*, gruppbostad*, gruppboende*, daglig verksamhet, korttids*, demensboende*, vårdboende*, äldreboende*, vårdnadstvist*, umgänge*, samarbetssamtal*, skuldrådgiv*, skuldsatt*, härbärge*, stödboende*, missbruk*, öppenvård*, orosanmäl*, lvu, lvm, lvu-*, omhändertag*, familjehem*, hvb*, placerad, placerades, placering, kontaktfamilj*, kontaktperson, familjerätt*, vårdnadsutredning*, faderskap*,
			adoption*, missbruksvård*, behandlingshem*, biståndsbeslut*, biståndshandläggare*, hemtjänst*, särskilt boende, lss*, personlig assistans, god man, förvaltare, skyddat boende, kvinnojour*, socialtjänst*, soc, vräkning*, vräkt*, hemlös*, budget- och skuldrådgivning`},
	{rule: ruleHealth, what: lingo.T("hälsa och vård", "health and care"), strong: true, kinds: carers,
		question: lingo.T("Går det att förstå vem vården gäller? Också att någon är patient är skyddat. Har personen själv sagt ja?",
			"Can one tell whom the care concerns? That somebody is a patient is protected too. Has the person agreed?"),
		words: `patient*, journal*, brutet, bröt benet, bröt armen, bröt lårben*, fraktur*, stygn, gips*, covid*, corona, influensa, smitta*, klamydia, könssjukdom*, allergi*, allergichock*, lades in, la in sig, lagts in, skrevs in, skrevs ut, utskriven, psykolog*, terapi*, terapeut*, blodförtunnande, insulin*, tablett*, dos, antidepressiv*, adhd-medicin*, piller, spruta, sjuk, sjuka, ligger på avdelning, ny höft, ny njure, transplant*, dialys*, cellgift*, strålning*, stroke*, hjärtinfarkt*, hjärtstopp*, dement*, överdos*, ätstörning*, anorexi*, depression*, deprimerad*, ångest*, panikångest*, utmattning*, utbränd*, missfall*, förlossnin*, kejsarsnitt*, födde, nyopererad*, prov visar, prover visar, blodprov*, röntgad*, vaccinerad*, steriliser*, könskorriger*, hjärnskak*, medvetslös*, journalföring*, diagnos*, provsvar*, operer*, operation*, inlagd, akuten, ambulans*, vårdas, vårdades, vårdtillfälle*, läkarbesök*, läkarintyg*, sjukskriv*, medicin*, recept, behandling*, behandlas, psykiatri*, psykos*,
			självmord*, suicid*, abort*, förlossning*, gravid*, tumör*, cancer*, hiv, demens*, missbruk*, elevhälsa*, skolsköterska*, kurator*, bvc, röntgen*, remiss*, skador, skadad*, skadades, svårt skadad, lättare skador, avled, avliden, obduktion*`},
	{rule: ruleSchool, what: lingo.T("elever och förskolebarn", "pupils and preschool children"), strong: true, kinds: schools,
		question: lingo.T("Går det att förstå vilket barn det gäller? Vad som rör elevhälsa, särskilt stöd och disciplin är skyddat. Vet vårdnadshavaren om att det skrivs?",
			"Can one tell which child it is? What concerns pupil health, special support and discipline is protected. Does the guardian know that this is written?"),
		words: `åtgärdsprogram*, kvarsittning*, kan inte läsa, inte läsa än, klasskompis*, stängdes av, skolkat, skolkar, skolk*, ogiltig frånvaro, anpassad studiegång, anpassat, anpassning*, extra anpassningar, resursplats*, resursskol*, resursklass*, kuratorn, skolpsykolog*, skolpsykologen, utredd, utredning*, mobba*, bråk, bråket, slagsmål, avstängd, stängdes av, relegera*, underkänd*, f i betyg, gå om, går om, hemmasitt*, läs- och skrivsvårighet*, dyskalkyli, tourett*, asperger*, stödinsats*, särskild undervisningsgrupp, studiehandled*, modersmålslärar*, blöjor, biter andra, slår andra, särskilt stöd, elevakt*, elevhälsa*, elevvård*, skolkurator*, skolpsykolog*, mobb*, kränkande behandling, kränkningsanmälan, avstängd från skolan, avstängdes, skolfrånvaro, frånvaro, hemmasittar*, anpassad grundskola,
			anpassade gymnasieskolan, särskola*, betyg, betygen, omdömen, utvecklingssamtal*, resursperson*, specialpedagog*, förskoleplats, dyslexi, adhd, autism*, incidentrapport*`},
	{rule: ruleMigration, what: lingo.T("utlänningsärenden", "aliens' cases"), strong: true, kinds: foreign,
		question: lingo.T("Kan någon råka illa ut här eller i ett annat land om uppgiften sprids? Går det att förstå vem det gäller?",
			"Can anybody come to harm, here or in another country, if this spreads? Can one tell whom it concerns?"),
		words: `asyl*, fick stanna, få stanna, får stanna, stanna i sverige, måste lämna landet, lämna landet, lämna sverige, återvända, återvändande*, söker skydd, kvotflykting*, flykting*, falskt pass, pass är falskt, falska handlingar, id-handling*, ljugit om sin ålder, åldersbedöm*, åldersuppskriv*, konvert*, statslös*, håller sig undan, avviken, avvek, efterlyst för, släktings, tolkades, landinformation, hemlandet, födelseland, födelselandet, hotad i, förföljd, förföljelse*, förföljs, tortyr*, spårbyte*, lma*, dagersättning*, permanent tillstånd, tillfälligt tillstånd, avslag, överklagat, migrationsdomstol*, återkallat tillstånd, uppehållstillstånd*, arbetstillstånd*, utvis*, avvisning*, avvisas, avvisades, förvar, förvaret, dublin*, medborgarskap*, asylansök*, asylskäl*, tillstånd, tillståndet, anknytning*, familjeåterförening*, flyktingstatus, skyddsbehov*, papperslös*,
			gömd, gömda, ambassad*, hemland, hemlandet, ensamkommande, ankomstboende*, verkställighet*`},
	{rule: ruleInsurance, what: lingo.T("socialförsäkring", "social insurance"), strong: true, kinds: insurers,
		question: lingo.T("Går det att förstå vem som får, söker eller har nekats ersättning? Det är skyddat. Be personen logga in eller ringa i stället.",
			"Can one tell who receives, applies for or was refused a benefit? That is protected. Ask the person to log in or call instead."),
		words: `sjukpenning*, sjukpeng*, sjukskriv*, sjukanmäl*, föräldrapeng*, barnbidrag*, flerbarnstillägg*, aktivitetsstöd*, fuskat, fusk, fuskar, fusket, dragit in, indragen, dras in, drogs in, stoppat, stoppad, stoppats, betala tillbaka, betalat tillbaka, återbetal*, skuld till oss, för mycket utbetalt, assistans, assistansen, personlig assistent, ersättningsnivå, nekad, nekades, nekats, beviljats, beviljades, får behålla, har rätt till halv, halv sjukersättning, studiemedel*, studielån*, csn-skuld*, efterlevandestöd*, garantipension*, premiepension*, sjukersättning*, aktivitetsersättning*, föräldrapenning*, vab, vabb*, tillfällig föräldrapenning, bostadsbidrag*, bostadstillägg*, underhållsstöd*, assistansersättning*, omvårdnadsbidrag*, merkostnadsersättning*, pension*,
			rehabiliterings*, arbetsskad*, sgi, återkrav*, avslag, avslaget, avslagit, beviljad*, beviljats, utbetalning*, ersättning, ersättningen, bidragsfusk*, bidragsbrott*, inkomst*, etableringsersättning*`},
	{rule: ruleStaff, what: lingo.T("en anställd hos er", "somebody employed with you"), kinds: everybody,
		question: lingo.T("Är det den anställdas privata förhållanden? Behöver läsaren veta det, eller räcker det att säga att ni hanterar frågan som arbetsgivare?",
			"Are these the employee's private affairs? Does the reader need to know, or is it enough to say that you deal with it as an employer?"),
		words: `avskeda*, hemskickad, hemskickades, skickades hem, tagen ur tjänst, tagits ur tjänst, blåste rött, blåst rött, drack på jobbet, fått sparken, fick sparken, sparkad, sparkats, slutat efter, fick sluta, tvingades sluta, gick på dagen, fick gå, köptes ut, utköpt, avgångsvederlag, fick en varning, skriftlig varning, fått en varning, omplacerad, varnad, varnats, trakasserier, trakasserade, kränkande särbehandling, mobbad på jobbet, konflikt, samarbetssvårighet*, sjukskriv*, utmattning*, utbränd*, rehabilit*, rehabplan*, alkoholproblem*, missbruksproblem*, lönesamtal*, lönesänk*, föräldraledig*, provanställning*, missnöjd med hans, missnöjd med hennes, uppsagd, sades upp, varsla*, avstängd från tjänsten, avstängd från jobbet, disciplinansvar, disciplinpåföljd, löneavdrag*, omplacerad*, omplacering*, rehabsamtal*, företagshälsovård*, personalärende*, medarbetarsamtal*, arbetsbefri*`},
	{rule: ruleWork, what: lingo.T("arbetsförmedling", "employment services"), kinds: insurers,
		question: lingo.T("Går det att förstå vem som söker arbete eller stöd? Kan du svara på frågan i allmänhet och be personen logga in?",
			"Can one tell who seeks work or support? Can you answer in general and ask the person to log in?"),
		words: `lässvårighet*, skrivsvårighet*, dyslexi, anvisat, anvisad, anvisats, anvisade, arbetssökande, arbetslös, arbetslösa, tackat nej till, tackade nej till, arbetslöshet*, gått arbetslös, inskriven, lönebidrag*, nystartsjobb*, aktivitetsrapport*, aktivitetsstöd*, a-kassa*, arbetslöshetsersättning*, handlingsplan*, funktionsnedsättning*, lönestöd*, anställningsstöd*, introduktionsjobb*, etableringsprogram*, jobbgaranti*, ungdomsgaranti*, jobbcoach*, arbetsträn*, praktikplats*, anvisad, anvisning*, varning från oss, avstängd från ersättning, missat att lämna in, sökta jobb`},
	{rule: ruleTip, what: lingo.T("den som har anmält eller tipsat", "whoever reported or tipped off"), strong: true, kinds: everybody,
		question: lingo.T("Går det att förstå vem som har anmält? Den som har lämnat en uppgift kan vara skyddad. Tacka utan att peka.",
			"Can one tell who made the report? Whoever gave information may be protected. Thank without pointing."),
		words: `anmälaren, anmälarens, anmälan kom från, anmälan kommer från, anmälan lämnades in av, lämnades in av hennes, lämnades in av hans, lämnades in av en, anmälan gjordes av, anmälan lämnades av, anmälan från hans, anmälan från hennes, som anmälde, anmälde dig, anmälde honom, anmälde henne, anmälde familjen, anmälde mannen, anmälde kvinnan, anmälde mamman, anmälde pappan, anmälde grannen, anmälde sin, anmälde saken, anmälde fusket, anmälde det, anmält dig, anmält honom, anmält henne, anmält familjen, anmält sin, har anmält,
			larmet om, larmet kom från, ringde in, ringt in, iakttagelsen om, rapporterade honom, rapporterade henne, rapporterat honom, rapporterat henne, har rapporterat, mejlade oss, mejlat oss, skickade oss, lämnade oss uppgifter, ett tips om, fått ett tips, fick ett tips, tips från en, tipset kom från, tipset kommer från, tips från hans, tips från hennes, tipset från, tips från en granne, tipset, skickade tipset, lämnade tipset, ringde in tips, tipsade, tipsat, tipsar oss, uppgiften kom från, uppgifterna kom från, uppgifter från hans, uppgifter från hennes, fick uppgiften, fick uppgifterna, fått uppgiften från, fått uppgifterna från, fick veta av, fick vi veta av, fått veta av, fick höra av, fått höra av, hörde vi av, hört av hans, hört av hennes, kom från grannen, kom från hennes, kom från hans,
			slog larm, slagit larm, larmade, larmat, visslade, visslat, vissla, läckte, läckt, klagat på, klagade på, klagar på, klagomålet kom från, klagomålet från, angav, angett, angivar*, angivit, golade, golat, skvallra*, förrådde, hörde av sig om, berättade för oss, berättat för oss, ringde och berättade, ringt och berättat, ringde oss om, skrev till oss om, skrivit till oss om, mejlade oss om, kom till oss och berättade, avslöjade, avslöjat, pekade ut, pekat ut, vittnade mot, vittnat mot, gjort en orosanmälan, gjorde en orosanmälan, gjort orosanmälan, gjorde orosanmälan, lämnat in en anmälan, lämnade in en anmälan, gjorde anmälan, gjort anmälan, källan är, vår källa, vår uppgiftslämnare, källan till, uppgiftslämnar*, visselblås*, tipsaren, tipsarens, anonym anmälan, anonymt tips, tipsade oss, ringde in tipset, den som anmälde, grannen anmälde, grannen som anmälde`},
	{rule: ruleTax, what: lingo.T("skatt och skulder", "taxes and debts"), kinds: taxmen,
		question: lingo.T("Går det att förstå vems skatt eller skuld det gäller? Beslutet kan vara offentligt, men inte det som ligger bakom.",
			"Can one tell whose tax or debt it is? The decision may be public, but not what lies behind it."),
		words: `skatterevision*, gömt pengar, pengar utomlands, skatteplaner*, obetalda, skattekontroll*, skulder, skuldsatt*, skatteskuld*, i skatt, upptaxer*, deklarerat, deklarerar, inte deklarerat, kronofogd*, utmät*, skuldsaner*, svartjobb*, jobbat svart, oredovisad*, skattefusk*, skattebrott*, folkbokförd*, arv, arvet, arvskifte*, taxering*, inkomstuppgift*, betalningsföreläggande*, skattetillägg*, deklaration*, betalningsanmärkning*, restskatt*, skatteskuld*, dödsbo*, bouppteckning*`},
	{rule: ruleSecurity, what: protection, kinds: guarded, question: useful,
		words: `larmkod*, dörrkod*, portkod*, kodlås*, passerkod*, lösenord*, skyddsobjekt*, larmrutin*, vaktrond*, bevakningsschema*, insatsplan*, värdetransport*, reservkraft*, säkerhetsrutin*`},
	{rule: ruleSecurity, what: protection, alone: true, kinds: guarded, question: useful,
		words: `koden till, koden är, kod till dörren, kod till porten, larmkoden är, lösenordet är, lösenordet till, går inte att låsa, går inte att stänga, kan inte låsas, låset är trasigt, står olåst, är olåst, nyckeln ligger, nycklarna ligger, nyckeln finns under,
			vakten går hem, vakterna går hem, utan vakt, ingen vakt, obevakad, obevakat, obevakade, huset tomt, sitter det ingen i receptionen, dörren är öppen, dörren står öppen, sidodörren är öppen, bakdörren är öppen, lokalen tom, kamerorna fungerar inte, kameror fungerar inte, kamerorna i, kamerorna är, kameran är avstängd, kameror är ur funktion, kamera saknas, döda vinklar,
			larmet är, larmet fungerar inte, larmet av, larmar vi av, kassan töms, ritningar över, ritning över`},
}

var (
	guarded    = []string{"police-local", "authority", "municipality", "health"}
	protection = lingo.T("skydd och säkerhet", "protection and security")
	useful     = lingo.T("Kan den som vill skada någon ha nytta av uppgiften? Fråga den som ansvarar för säkerheten.",
		"Can somebody who means harm use this? Ask whoever is responsible for security.")
)

// home is what each kind of authority works with: there a word that means several things means that.
var home = map[string]string{"benefits": ruleInsurance, "municipality": ruleSocial, "health": ruleHealth, "migration": ruleMigration, "police-local": ruleInvestigation}

// inOrder returns the subjects with what the profile works with before the others, but after those under threat.
func inOrder(profile string) []*subject {
	out := slices.Clone(subjects)
	slices.SortStableFunc(out, func(a, b *subject) int { return rank(a, profile) - rank(b, profile) })
	return out
}

func rank(s *subject, profile string) int {
	switch s.rule {
	case ruleProtected:
		return 0
	case home[profile]:
		return 1
	}
	return 2
}

// byProfile is the subjects that each kind of authority is asked about. A word that means two subjects goes to the one that comes
// first for that kind of authority, and to staff where somebody who works there is spoken of.
var byProfile = func() map[string]*prose.Phrases[meaning] {
	out := map[string]*prose.Phrases[meaning]{}
	for _, profile := range []string{"authority", "benefits", "municipality", "health", "migration", "police-local"} {
		words := map[string]meaning{}
		for _, s := range inOrder(profile) {
			if s.kinds != nil && !slices.Contains(s.kinds, profile) {
				continue
			}
			for word := range strings.FieldsFuncSeq(s.words, func(r rune) bool { return r == ',' || r == '\n' }) {
				word = strings.TrimSpace(word)
				m := words[word]
				if m.first == nil {
					m.first = s
				} else if s.rule == ruleStaff {
					m.staff = s
				}
				if word != "" {
					words[word] = m
				}
			}
		}
		out[profile] = prose.NewPhrases(words)
	}
	return out
}()
