package personaldata

import (
	"slices"
	"strings"
)

// titles say who somebody is, before the name.
var titles = words("herr hr fru fröken doktor dr läkare läkaren överläkare sjuksköterska sköterska lärare läraren rektor rektorn åklagare åklagaren kammaråklagare advokat domare " +
	"rådman polis polisen kommissarie inspektör chef chefen enhetschef handläggare handläggaren utredare präst prästen kyrkoherde professor prof docent minister statsminister " +
	"kommunalråd regionråd ordförande ordf ledamot riksdagsledamot borgmästare generaldirektör landshövding vd tf direktör tränare tränaren artisten författaren sångaren " +
	"skådespelaren konstnären eleven patienten klienten brukaren kunden sökanden kollegan kollega grannen granne syster bror mamma pappa son dotter farfar mormor morfar farmor " +
	"moster faster morbror farbror kusin vän vännen maken makan sambon hustru kommunikatör pressekreterare talesperson presstalesperson jurist projektledare sekreterare " +
	"kapten major överste löjtnant kung drottning prins prinsessa kungen drottningen prinsen prinsessan partiledaren partiledare förvaltningschef socialsekreterare socialsekr soc.sekr")

// titleEndings are how the words end that say the same of others: "fritidsledare", "förskolekuratorn".
var titleEndings = byEnd(strings.Fields(`sekreterare sekreteraren ledare ledaren lärare läraren läkare läkaren handläggare handläggaren utredare utredaren samordnare samordnaren åklagare åklagaren
	tränare tränaren föreläsare föreläsaren mäklare mäklaren kurator kuratorn rektor rektorn lektor lektorn direktör direktören inspektör inspektören konsulent konsulenten assistent assistenten
	konsult konsulten kommissarie kommissarien psykolog psykologen terapeut terapeuten pedagog pedagogen strateg strategen koordinator koordinatorn sköterska sköterskan ingenjör ingenjören
	arkitekt arkitekten doktorand professor professorn minister ministern ordförande ordföranden bibliotekarie bibliotekarien intendent intendenten redaktör redaktören chef chefen
	diakon diakonen kantor kantorn biskop biskopen tekniker teknikern tandläkare sergeant löjtnant överste amiral kapten kaptenen ombudsman ombudsmannen`))

// byEnd sorts words into heaps by their last two bytes: few words of a text end as one of them does.
func byEnd(words []string) map[string][]string {
	out := map[string][]string{}
	for _, w := range words {
		end := w[len(w)-2:]
		out[end] = append(out[end], w)
	}
	return out
}

// titled reports whether a title stands before word i: "lektor Hemer", "prof. Adams-Ray".
func (r *reader) titled(i int) bool {
	t := r.prose
	return i > 0 && (t.Joined(i-1) || t.Gap(i-1) == ". ") && t.Words[i-1].Sentence == t.Words[i].Sentence && office(t.Words[i-1].Lower)
}

// office reports whether a word in small letters says who somebody is.
func office(lower string) bool {
	if len(lower) < 2 || titles[lower] {
		return titles[lower]
	}
	return slices.ContainsFunc(titleEndings[lower[len(lower)-2:]], func(e string) bool { return strings.HasSuffix(lower, e) })
}
