package personaldata

import (
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// matters are the sensitive things that may be said about somebody: the special categories of the regulation (article 9),
// crime (article 10), and the care and support that the authority gives.
var matters = func() *prose.Phrases[lingo.Text] {
	p := prose.NewPhrases(map[string]lingo.Text{})
	for _, m := range []struct {
		what  lingo.Text
		words string
	}{
		{lingo.T("hälsa", "health"), `sjuk, sjuka, sjukskriv*, cancer*, diabetes, depression, deprimerad*, psykos*, psykisk*, psykiatri*, bipolär*, schizofreni*, adhd*, add-diagnos*, tourett*, autism*, asperger*, demens*,
			alzheimer*, missbruk*, alkoholis*, beroendevård*, diagnos, diagnosen, hiv, hepatit, epilepsi, stroke, hjärtinfarkt*, gravid, abort*, självmord*, suicid*, självskad*, anorexi, ätstörning*,
			funktionsnedsättning*, rullstol, patient, patienten, inlagd, smittad*, medicinering, antidepressiv*, psykofarmaka, autistisk*, autist, tvångsvård*, tvångsmedicin*, opererad, opererades, opererats, elchock*, överdos*, överdoserade, kroniskt sjuk, allvarligt sjuk, missfall*, hjärntumör*, tumör*, leukemi, parkinson*, reumatism, kol-sjuk*, blind, döv, cp-skad*, utvecklingsstör*, intellektuell funktionsnedsättning, behandlas för, dödssjuk*, utbränd*, utmattningssyndrom`},
		{lingo.T("brott", "crime"), `dömd*, dömdes, åtal*, häktad*, häktades, anhållen, anhölls, gripen, greps, gripits, misstänkt*, misstänks, brottsmisstänkt*, fängelse*, våldtäkt*, misshandla*, misshandel*,
			stulit, stöld*, våldtagen, våldtogs, våldtagits, villkorlig dom, skyddstillsyn, kontaktförbud*, inbrott, rån, rånade, rånat, narkotika*, rattfyll*, bedräger*, mördade, mördat, mord, dråp*, brottsregist*, belastningsregist*, fotboja, kvinnofrid*, hot mot, ofredande*, snatteri, snattat, knark*`},
		{lingo.T("socialtjänst", "social services"), `försörjningsstöd*, socialbidrag*, ekonomiskt bistånd, lvu, lvm, lss, orosanmäl*, omhändertag*, familjehem*, hvb, placerad, placerades, vårdnadstvist*, vårdnaden om,
			skyddat boende, skyddad identitet, skyddade personuppgifter, sekretessmarker*, hemtjänst, hemlös*, vräkt, vräkning*, vräks, vräktes, skuldsatt, skuldsanering, kontaktfamilj, socialtjänsten, personlig assistans, god man, förvaltare, kronofogden, sjukersättning, aktivitetsstöd, uppehållstillstånd, asyl*, utvis*`},
		{lingo.T("facklig tillhörighet", "trade union"), `fackligt aktiv, fackligt engagerad, medlem i facket, med i facket, facklig, fackligt, medlem i kommunal, medlem i vision, medlem i unionen, med i kommunal, med i unionen, med i vision, med i vårdförbundet, medlem i vårdförbundet, syndikalist*, fackligt förtroendevald*, facklig förtroendeman, fackmedlem*, fackligt ombud, skyddsombud, strejka*`},
		{lingo.T("tro", "faith"), `muslim*, jude, judisk*, judinna, kristen, kristna, katolik*, frikyrk*, pingstvän*, jehovas vittne*, buddhist*, hindu, hinduisk*, ateist*, konvertera*, imam, konfirmera*, shiamuslim*, sunnimuslim*, moské*, synagoga*, bar slöja, hijab`},
		{lingo.T("etniskt ursprung", "ethnic origin"), `rom, romer, romsk*, same, samisk*, somali*, kurd, kurdisk*, arab, arabisk*, invandrarbakgrund, utländskt ursprung, utländsk bakgrund, etnisk*, flykting*, ensamkommande, papperslös*, adopterad*, afrikansk*, mörkhy*`},
		{lingo.T("politisk åsikt", "political opinion"), `sverigedemokrat*, socialdemokrat*, moderat, vänsterpartist*, miljöpartist*, centerpartist*, liberal, kristdemokrat*, nazist*, kommunist*, sosse*, medlem i moderaterna, medlem i socialdemokraterna, medlem i sverigedemokraterna, medlem i vänsterpartiet, medlem i centerpartiet, medlem i liberalerna, medlem i miljöpartiet, medlem i kristdemokraterna, aktiv i moderaterna, aktiv i vänsterpartiet, partimedlem*, röstar på, röstade på`},
		{lingo.T("sexualliv", "sexual life"), `homosexuell*, bisexuell*, lesbisk*, transperson*, transsexuell*, könskorriger*, prostituera*, könssjukdom*, klamydia, otrogen, otrohet*`},
		{lingo.T("biometri och arv", "biometrics and genes"), `dna, dna-prov*, dna-träff*, fingeravtryck*, ansiktsigenkänning*, gentest*, irisskanning*`},
	} {
		for _, phrase := range phrases(m.words) {
			p.Add(phrase, m.what)
		}
	}
	return p
}()

// sensitive notes sensitive words in the same sentence as a person, or in the next one.
func (r *reader) sensitive(people []person) {
	if len(people) == 0 {
		return
	}
	near := make([]check.Grade, len(r.prose.Sentences)+2)
	for _, p := range people {
		near[p.sentence] = max(near[p.sentence], p.grade)
		near[p.sentence+1] = max(near[p.sentence+1], p.grade-1)
	}
	works := map[int]bool{} // by sentence, so that each is read once
	matters.Each(r.prose, func(i, n int, what lingo.Text) {
		w := r.prose.Words[i]
		g := near[w.Sentence]
		if g == check.None {
			return
		}
		does, seen := works[w.Sentence]
		if !seen {
			does = r.byProfession(w.Sentence)
			works[w.Sentence] = does
		}
		if does || w.Lower == "rom" && w.Capital {
			return
		}
		at := check.Span{Start: w.Start, End: r.prose.Words[i+n-1].End}
		from, to := r.view.Place(at.Start), r.view.Place(at.End)
		if to <= from || !r.free(from, to) {
			return
		}
		r.notes.Point(ruleSensitive, at, min(g, check.Likely),
			lingo.T("Ordet rör %s och står nära en person som pekas ut.", "The word concerns %s and stands near a person who is pointed out.").Put(what),
			lingo.T("Kan läsaren koppla det till personen? Då är det en känslig uppgift: ta bort namnet eller ordet.", "Can the reader tie it to the person? Then it is sensitive: take away the name or the word."))
	})
}

// professions are words of those who work with a matter, or speak and write of it, and are not said to have it themselves.
var professions = prose.Same(true, `forskar*, forskning*, professor*, docent*, föreläs*, föredrag*, svarar på frågor, svarar på dina frågor, svarar på era frågor, ny bok, boken om, bok om, läkare, läkaren, överläkare*, psykolog, psykologen, åklagare*, kammaråklagare*, advokat*, polischef*, kommissarie*,
	domare*, ny chef, är chef, enhetschef*, verksamhetschef*, arbetar på, jobbar på, arbetar med, jobbar med, arbetar inom, arbetar som, experten på, expert på, handläggare*, kurator*, socialsekreterare*, skriver om, utställning*, kampanj*, doktorand*, samordnare*, minister*, riksdagsledam*`)

// ownMatter are words that tie a matter to the person after all: "professorn berättar om sin cancer".
var ownMatter = words("sin sitt sina själv egen eget egna har hade fick fått led lider drabbades drabbats insjuknade diagnosen greps åtalas dömdes döms misstänks häktades sjukskriven")

// byProfession reports whether a sentence tells of somebody who works with a matter.
func (r *reader) byProfession(sentence int) bool {
	s := r.prose.Sentences[sentence]
	works := false
	for j := s.First; j < s.Last; j++ {
		if ownMatter[r.prose.Words[j].Lower] {
			return false
		}
		n, _ := professions.At(r.prose, j)
		works = works || n > 0
	}
	return works
}
