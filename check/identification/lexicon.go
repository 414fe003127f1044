package identification

import (
	"strconv"
	"strings"

	"tilltal/check/prose"
)

// phrases says what each phrase tells, and of how large a share of the inhabitants it is true. The shares are rounded from
// public statistics of occupation, vehicles and households; a factor of two either way does not change what is asked.
var phrases = func() *prose.Phrases[meaning] {
	p := prose.NewPhrases(map[string]meaning{})
	for _, table := range []struct {
		kind   kind
		person bool
		rows   string
	}{{sex, true, people}, {age, true, ages}, {age, false, ageWords}, {role, true, roles}, {vehicle, false, vehicles}, {family, true, families}, {origin, false, origins}, {look, false, looks}, {event, false, events}} {
		for line := range strings.Lines(table.rows) {
			share, list, ok := strings.Cut(strings.TrimSpace(line), " ")
			v, err := strconv.ParseFloat(share, 64)
			if !ok || err != nil {
				continue
			}
			prose.Fill(p, meaning{table.kind, v, table.person}, list)
			if table.kind == role {
				prose.Fill(p, meaning{role, v, true}, bare(list))
			}
		}
	}
	return p
}()

// bare lists the same occupations without the article, as they are told of somebody: "är läkare", "arbetar som läkare".
func bare(list string) string {
	var out []string
	for phrase := range strings.SplitSeq(list, ",") {
		if noun, ok := strings.CutPrefix(strings.TrimSpace(phrase), "en "); ok {
			out = append(out, "är "+noun, "var "+noun, "som "+noun)
		}
	}
	return strings.Join(out, ",")
}

const (
	people = `
.5 mannen, kvinnan, kvinna, killen, tjejen, en kille, en tjej, herren, damen, en herre, en dam, maken, makan, hustrun, fadern, modern
.1 pojken, flickan, en pojke, en flicka
`
	ages = `
.08 tonåringen, tonåring, tonårspojke, tonårspojken, tonårsflicka, tonårsflickan, tonårskille, tonårstjej
.2 pensionären, en pensionär
.02 spädbarnet, bebisen
`
	ageWords = `
.15 ung man, ung kvinna, den unge mannen, den unga kvinnan, ynglingen, en yngling
.2 äldre man, äldre kvinna, den äldre mannen, den äldre kvinnan, äldre dam, äldre herre
.3 medelålders
.13 tjugoårsåldern, trettioårsåldern, fyrtioårsåldern, femtioårsåldern, sextioårsåldern, sjuttioårsåldern, åttioårsåldern
`
	roles = `
.02 läraren, en lärare, lärarinnan
.011 sjuksköterskan, en sjuksköterska, undersköterskan, en undersköterska
.01 förskolläraren, en förskollärare, kocken, en kock, snickaren, en snickare, elektrikern, en elektriker, servitrisen, servitören
.006 lantbrukaren, bonden, en bonde, en lantbrukare, företagaren, en företagare, egenföretagare
.004 läkaren, en läkare, doktorn, distriktsläkaren
.003 tränaren, en tränare, fotbollstränaren, ishockeytränaren, ridläraren
.002 busschauffören, en busschaufför, polismannen, en polisman, frisören, en frisör, krögaren, restaurangägaren, butiksägaren, handlaren, vaktmästaren, kyrkvaktmästaren, ordningsvakt, ordningsvakten
.001 taxichauffören, en taxichaufför, kommunpolitikern, en kommunpolitiker, kommunpolitiker, socialsekreteraren, socialsekreterare, brandmannen, en brandman, tandläkaren, en tandläkare, juristen, en jurist
.0007 rektorn, rektor, en rektor, lokföraren, en lokförare, psykologen, en psykolog, advokaten, en advokat
.0003 prästen, en präst, kyrkoherden, veterinären, en veterinär, kantorn, imamen, åklagaren, brandchefen, skolchefen, apotekaren, optikern, bibliotekarien, en bibliotekarie
.00005 kommunalrådet, kommundirektören, borgmästaren, biskopen, landshövdingen, polischefen
.03 rinkbandyspelare, elitspelare, ishockeyspelaren, en ishockeyspelare, fotbollsspelaren, en fotbollsspelare
`
	vehicles = `
.005 röd volvo, gul volvo, grön volvo, röd saab, gul bil, orange bil, rosa bil, lila bil, epa, epatraktor, veteranbil, sportbil, porsche, ferrari, husbil, röd tesla, limousin
.02 blå volvo, vit volvo, svart volvo, svart bmw, vit bmw, röd bil, grön bil, moped, mopeden, motorcykel, motorcykeln, mc, rullator, rullatorn, elsparkcykel, lådcykel, fyrhjuling, fyrhjulingen, traktor, traktorn, skoter, skotern, volvo v70, audi, bmw, mercedes, tesla, saab
.08 vit bil, svart bil, blå bil, grå bil, silverfärgad bil, volvo, toyota, volkswagen, skåpbil
.01 rullstol, rullstolen, ledarhund, ledarhunden, permobil
`
	families = `
.06 trebarnsmamma, trebarnsmamman, trebarnspappa, trebarnspappan
.02 fyrabarnsmamma, fyrabarnsmamman, fyrabarnspappa, fyrabarnspappan
.005 fembarnsmamma, fembarnspappa, sexbarnsmamma
.08 tvåbarnsmamma, tvåbarnsmamman, tvåbarnspappa, tvåbarnspappan, småbarnsmamma, småbarnspappa, småbarnsmamman, småbarnspappan, ensamstående mamma, ensamstående pappa, ensamstående mamman
.03 tvillingarna, tvillingbror, tvillingsyster, tvillingmamma, tvillingpappa, tvillingmamman, tvillingpappan, trillingmamman, trillingpappan
.04 änkan, änklingen, en änka, en änkling
.01 gravid, höggravid, nybliven mamma, nybliven pappa, nyförlöst, nygift
`
	origins = `
.02 från syrien, från irak, från finland, syrisk, irakisk, finsk
.008 från somalia, från iran, från afghanistan, från polen, från eritrea, från turkiet, från thailand, från bosnien, somalisk, afghansk, polsk, eritreansk, turkisk, thailändsk, rysk, från ryssland, från ukraina, ukrainsk, ryska, polska
.003 från tyskland, från kina, från indien, från etiopien, från vietnam, från chile, tysk, kinesisk, indisk, etiopisk, samisk
`
	looks = `
.02 rödhårig, rödhåriga, rött hår, enögd, haltande, enarmad
.01 tvåmetersman, ansiktstatuering, tatuering i ansiktet, blått hår, grönt hår, rosa hår, lila hår
.1 flintskallig, skallig, stort skägg, helskägg, dreadlocks, piercad, tatuerad
.005 blind, blinda, döv, döva, teckenspråkig, stum
`
	events = `
0 olycka, olyckan, trafikolycka, trafikolyckan, krock, krocken, krockade, körde av vägen, rån, rånet, brand, branden, bråk, slagsmål, misshandel, självmord*, drunkning, drunknade, greps, gripen, omhändertog, omhändertogs, stoppades, stoppade, blåsa, inbrott, inbrottet, insats, insatsen, polisinsats, ambulans*, arresten, häktades, avled, omkom, hittades död, utvisa*, vräktes, föll, ramlade, badade, spydde, skrek, kördes till sjukhus, fördes till sjukhus, smet, jagade, biljakt, husrannsakan
`
)
