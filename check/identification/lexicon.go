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
	}{{somebody, true, individuals}, {sex, true, people}, {age, true, ages}, {age, false, ageWords}, {role, true, roles}, {role, false, places}, {family, true, families}, {origin, false, origins}, {look, false, looks}, {health, false, illnesses}, {event, false, events}, {touching, false, matters}} {
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

// callings are the occupations alone, without the article, with their shares.
var callings = func() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(roles) {
		share, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		v, _ := strconv.ParseFloat(share, 64)
		for phrase := range strings.SplitSeq(list, ",") {
			if noun, ok := strings.CutPrefix(strings.TrimSpace(phrase), "en "); ok {
				m[noun] = v
			}
		}
	}
	return m
}()

const (
	individuals = `
1 den misstänkte, den misstänkta, den gripne, den gripna, den anhållne, den anhållna, den häktade, den dömde, den dömda, den drabbade, den skadade, den avlidne, den avlidna, den omkomne, den omkomna, den försvunne, den försvunna, den åtalade, den tilltalade, den anställde, den sökande,
1 föraren, passageraren, cyklisten, bilisten, gärningsmannen, gärningspersonen, målsäganden, offret, vittnet, patienten, brukaren, klienten, eleven, en elev, en patient, en brukare, en klient, en förare, en passagerare, en cyklist, en bilist, en turist, turisten, en medborgare, personen, en person, tonårsparet, paret, ett par, familjen, en familj, ägaren till, ägaren av, föräldrarna till, ett av barnen, en medarbetare, medarbetaren, vår kollega
`
	people = `
.5 hon som, han som, snubben, grabben, gubben, tanten, farmor till, farfar till, mormor till, morfar till, brodern, systern, pojkvännen, flickvännen, mamman, pappan, mannen, kvinnan, kvinna, killen, tjejen, en kille, en tjej, herren, damen, en herre, en dam, maken, makan, hustrun, fadern, modern
.1 pojken, flickan, en pojke, en flicka
`
	ages = `
.08 tonåringen, tonåring, tonårspojke, tonårspojken, tonårsflicka, tonårsflickan, tonårskille, tonårstjej
.2 pensionären, en pensionär
.02 spädbarnet, bebisen, en bebis, ett spädbarn, den nyfödda, den nyfödde, nyfödda, nyfödde, en nyfödd
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
.0003 prästen, en präst, kyrkoherden, veterinären, en veterinär, kantorn, imamen, en imam, en kantor, en åklagare, en optiker, en apotekare, åklagaren, brandchefen, skolchefen, apotekaren, optikern, bibliotekarien, en bibliotekarie
.00005 kommunalrådet, kommundirektören, borgmästaren, biskopen, landshövdingen, polischefen
.03 rinkbandyspelare, elitspelare, ishockeyspelaren, en ishockeyspelare, fotbollsspelaren, en fotbollsspelare
`
	places = `
.004 som jobbar på, som jobbar i, som jobbar hos, som arbetar på, som arbetar i, som arbetar hos, som sitter i kassan, som kör taxi, som kör buss, som kör skolskjutsen, som driver, som äger, jobbar på ica, jobbar på coop, arbetar på ica, arbetar på coop
.01 på campingen, på hotellet, på vandrarhemmet, på boendet, på asylboendet, på folkhögskolan, på äldreboendet, på gruppboendet, på gården utanför
`
	illnesses = `
.0008 downs syndrom, med downs, cp-skada, cp-skadad, cp-skadade
.002 med ms, har ms, med parkinson, har parkinson, med epilepsi, har epilepsi, med als, har als, med hiv, har hiv, schizofreni
.01 demens, dement, dementa, demenssjuk, demenssjuka, autism, autistisk, autistiska, adhd, bipolär, anorexi, tumör*, hjärntumör*, cancersjuk, cancersjuka, leukemi
.005 rullstolsburen, rullstolsburna, rullstolsbunden, synskadad, synskadade, hörselskadad, hörselskadade, enbent, amputera*
`
	matters = `
0 misstänkt, misstänkta, misstänks, misstänktes, anhållen, anhållna, anhölls, häktad, häktade, häktas, sitter häktad, sitter häktade, gripits, gripit, gripna, grep, vi grep, åtalas, åtalad, åtalades, dömd, dömdes, döms, anmäld, anmälda, anmälts, anmäldes, som anmälde, polisanmäld, polisanmäldes, döda, dog, död, avlidit, skadades, skadad, svårt skadad, sjukskriven, sjukskrivna, inlagd, ligger på, vårdas,
0 psykiatri*, avslag, indragen, indragna, dragits in, utvisas, utvisad, omhändertagen, omhändertagna, omhändertogs, placerad, placerades, familjehem, behandlingshem*, hjärtinfarkt*, stroke, missbruk*, alkoholproblem*, blåste, rattfyll*, promille, körkortet, påverkad, berusad, full, slagen, slås, misshandlad, misshandlades, våldtagen, våldtogs, rånad, vräkt, skulder, skuldsatt, stämt, försörjningsstöd, bostadsbidrag*, sjukersättning*, sjukpenning*,
0 nekats, nekas, nekades, avslaget, avslås, biten, brännskad*, hotat, hotade, fusk, avskedad, uppsagd, sparkad, omplacerad, åkte dit, hasch, kokain, vållande, inlagda, allvarligt skadad, svårt sjuk,
0 sökte akuten, på akuten, svalt, opererad, opererades, abort, självmordsförsök*, rymde, rymt, orosanmäl*, mobbad, mobbas, retad, frånvarande, diagnos, utreds, tumör*, cancer*, demens, dement, omkom, avled, drunknade, rätt i förvaltningsrätten, överklagat, utan taxi, skattebrott, bedrägeri*, snatteri, stöld, sköt, knark*, narkotika*, ensamma i en, hittades ensam*, födde
`
	families = `
.03 bröderna, systrarna, två bröder, två systrar, syskonen, två syskon, tre syskon, syskonparet
.004 trillingar, trillingarna, fyrlingar
.06 trebarnsmamma, trebarnsmamman, trebarnspappa, trebarnspappan
.02 fyrabarnsmamma, fyrabarnsmamman, fyrabarnspappa, fyrabarnspappan
.005 fembarnsmamma, fembarnspappa, sexbarnsmamma
.08 tvåbarnsmamma, tvåbarnsmamman, tvåbarnspappa, tvåbarnspappan, småbarnsmamma, småbarnspappa, småbarnsmamman, småbarnspappan, ensamstående, ensamma mamman, ensamma pappan
.03 tvillingarna, ett tvillingpar, tvillingparet, tvillingbror, tvillingsyster, tvillingmamma, tvillingpappa, tvillingmamman, tvillingpappan, trillingmamman, trillingpappan
.04 änkan, änklingen, en änka, en änkling
.01 gravid, höggravid, nybliven mamma, nybliven pappa, nyförlöst, nygift
`
	origins = `
.02 från syrien, från irak, från finland, syrisk, syriska, irakisk, irakiska, finsk, finska, finländsk, finländska
.008 från somalia, från iran, från afghanistan, från polen, från eritrea, från turkiet, från thailand, från bosnien, somalisk, somaliska, afghansk, afghanska, iransk, iranska, polsk, polska, eritreansk, eritreanska, turkisk, turkiska, kurdisk, kurdiska, thailändsk, thailändska, bosnisk, bosniska, rysk, ryska, från ryssland, från ukraina, ukrainsk, ukrainska, romsk, romska, från rumänien, rumänsk, rumänska, norsk, norska, från norge, dansk, danska, från danmark
.003 från tyskland, från kina, från indien, från etiopien, från vietnam, från chile, från litauen, från lettland, från estland, från bulgarien, från ungern, från marocko, från libanon, från gambia, från kongo, från sudan, från uganda, från nigeria, från kenya, från filippinerna, från pakistan, från bangladesh, från storbritannien, från england, från usa, från frankrike, från spanien, från italien, från grekland, från nederländerna, från holland, från schweiz, från brasilien, från peru, från colombia, från jemen, från palestina, från albanien, från kosovo, från serbien
.003 tysk, tyska, kinesisk, kinesiska, indisk, indiska, etiopisk, etiopiska, samisk, samiska, vietnamesisk, chilensk, litauisk, litauiska, lettisk, lettiska, estnisk, estniska, bulgarisk, bulgariska, ungersk, ungerska, marockansk, marockanska, libanesisk, libanesiska, gambisk, kongolesisk, sudanesisk, nigeriansk, filippinsk, filippinska, pakistansk, brittisk, brittiska, engelsk, amerikansk, amerikanska, fransk, franska, spansk, spanska, italiensk, italienska, grekisk, grekiska, nederländsk, holländsk, holländska, brasiliansk, albansk, albanska, serbisk, serbiska, jemenitisk, palestinsk, palestinska
`
	looks = `
.02 rödhårig, rödhåriga, rött hår, enögd, haltande, enarmad
.01 tvåmetersman, ansiktstatuering, tatuering i ansiktet, blått hår, grönt hår, rosa hår, lila hår
.1 flintskallig, skallig, stort skägg, helskägg, dreadlocks, piercad, tatuerad
.005 blind, blinda, döv, döva, teckenspråkig, stum, blindhund*, känd, välkänd, välkända, kändis*, alla i stan känner, alla i byn känner, hela byn känner, alla känner
.03 före detta, tidigare elev
`
	// What others saw is worse. With the share 1 it is also something that nobody wants told of herself.
	events = `
0 många såg, hundratals såg, alla såg, flera såg, stod och tittade, tittade på, inför hela, mitt på, på torget, på skolgården, på gågatan, på parkeringen, skolavslutning*, filmade, på badhuset, olycka, olyckan, trafikolycka, trafikolyckan, krock, krocken, krockade, körde av vägen, rån, rånet, brand, branden, bråk, slagsmål, misshandel, drunkning, stoppades, stoppade, blåsa, inbrott, inbrottet, insats, insatsen, polisinsats, ambulans*, föll, ramlade, badade, skrek, smet, jagade, biljakt
1 greps, gripen, omhändertog, omhändertogs, självmord*, drunknade, arresten, häktades, avled, omkom, hittades död, utvisa*, vräktes, spydde, kördes till sjukhus, fördes till sjukhus, husrannsakan
`
)
