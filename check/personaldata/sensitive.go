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
			funktionsnedsättning*, rullstol, patient, patienten, inlagd, smittad*, medicinering, behandlas för, dödssjuk*, utbränd*, utmattningssyndrom`},
		{lingo.T("brott", "crime"), `dömd*, dömdes, åtal*, häktad*, häktades, anhållen, anhölls, gripen, greps, gripits, misstänkt*, misstänks, brottsmisstänkt*, fängelse*, våldtäkt*, misshandla*, misshandel*,
			stulit, stöld*, rån, rånade, rånat, narkotika*, rattfyll*, bedräger*, mördade, mördat, mord, dråp*, brottsregist*, belastningsregist*, fotboja, kvinnofrid*, hot mot, ofredande*, snatteri, snattat, knark*`},
		{lingo.T("socialtjänst", "social services"), `försörjningsstöd*, socialbidrag*, ekonomiskt bistånd, lvu, lvm, lss, orosanmäl*, omhändertag*, familjehem*, hvb, placerad, placerades, vårdnadstvist*, vårdnaden om,
			skyddat boende, hemtjänst, hemlös*, vräkt, vräkning*, vräks, vräktes, skuldsatt, skuldsanering, kontaktfamilj, socialtjänsten, personlig assistans, god man, förvaltare, kronofogden, sjukersättning, aktivitetsstöd, uppehållstillstånd, asyl*, utvis*`},
		{lingo.T("facklig tillhörighet", "trade union"), `fackligt aktiv, fackligt engagerad, medlem i facket, med i facket, facklig, fackligt, medlem i kommunal, medlem i vision, medlem i unionen, fackmedlem*, fackligt ombud, skyddsombud, strejka*`},
		{lingo.T("tro", "faith"), `muslim*, jude, judisk*, judinna, kristen, kristna, katolik*, frikyrk*, pingstvän*, jehovas vittne*, buddhist*, hindu, hinduisk*, ateist*, konvertera*, imam, konfirmera*, shiamuslim*, sunnimuslim*, moské*, synagoga*, bar slöja, hijab`},
		{lingo.T("etniskt ursprung", "ethnic origin"), `rom, romer, romsk*, same, samisk*, somali*, kurd, kurdisk*, arab, arabisk*, invandrarbakgrund, utländskt ursprung, utländsk bakgrund, etnisk*, flykting*, ensamkommande, papperslös*, adopterad*, afrikansk*, mörkhy*`},
		{lingo.T("politisk åsikt", "political opinion"), `sverigedemokrat*, socialdemokrat*, moderat, vänsterpartist*, miljöpartist*, centerpartist*, liberal, kristdemokrat*, nazist*, kommunist*, röstar på, röstade på`},
		{lingo.T("sexualliv", "sexual life"), `homosexuell*, bisexuell*, lesbisk*, transperson*, transsexuell*, könskorriger*, prostituera*, könssjukdom*, klamydia, otrogen, otrohet*`},
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
	matters.Each(r.prose, func(i, n int, what lingo.Text) {
		w := r.prose.Words[i]
		g := near[w.Sentence]
		if g == check.None {
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
