package nametag

import "strings"

var particles = set("von af di du de del della la le el al bin ibn van der den ten da dos abu ap mac y zu")

var noble = set("von van af")

// classes are words that say something about the name they stand beside.
var classes = func() map[string]uint32 {
	m := map[string]uint32{}
	for i, list := range []string{
		// who somebody is, before the name
		`herr fru fröken doktor dr läkare läkaren överläkare överläkaren sjuksköterska sjuksköterskan lärare läraren rektor rektorn åklagare åklagaren kammaråklagare kammaråklagaren
		advokat advokaten domare domaren rådman rådmannen polis polisen kommissarie kommissarien inspektör chef chefen enhetschef enhetschefen handläggare handläggaren utredare utredaren
		präst prästen kyrkoherde kyrkoherden professor professorn docent docenten minister ministern statsminister statsministern finansminister finansministern utrikesminister utrikesministern
		kommunalråd kommunalrådet regionråd regionrådet ordförande ordföranden ledamot ledamoten riksdagsledamot riksdagsledamoten borgmästare borgmästaren generaldirektör generaldirektören
		landshövding landshövdingen vd vd:n direktör direktören tränare tränaren artist artisten författare författaren sångare sångaren sångerskan skådespelare skådespelaren skådespelerskan konstnär konstnären
		eleven patienten klienten brukaren kunden sökanden kollega kollegan kolleger granne grannen syster systern bror brodern mamma pappa son sonen dotter dottern farfar mormor morfar farmor
		moster faster morbror farbror kusin kusinen vän vännen maken makan sambon hustru hustrun kommunikatör pressekreterare pressekreteraren talesperson talespersonen presstalesperson jurist juristen
		projektledare projektledaren sekreterare sekreteraren kapten kaptenen major överste löjtnant kung kungen drottning drottningen prins prinsen prinsessa prinsessan kronprinsessan partiledare partiledaren
		förvaltningschef förvaltningschefen socialsekreterare forskare forskaren företagare företagaren president presidenten premiärminister kansler kanslern påve påven biskop biskopen
		backen centern målvakten målvakt anfallaren mittfältaren spelaren landslagsmannen regissör regissören kompositör dirigent dirigenten redaktör redaktören chefredaktör journalist journalisten reporter
		kritiker ekonom ekonomen analytiker analytikern expert experten vaktmästare ambassadör utrikesminister försvarsminister justitieminister mästare svensken norrmannen tysken amerikanen`,
		// what somebody does with words
		`säger säg sade sa menar berättar berättade förklarar förklarade hävdar hävdade tillägger konstaterar konstaterade skriver skrev intygar påpekar undrar undrade frågar frågade svarar svarade
		tror tycker anser hoppas tänker utbrister medger kommenterar understryker betonar skrattar ler suckar uppger minns`,
		`heter hette kallas kallad namn namnet hälsar mvh döpt alias född dog`,
		`i på vid från till mot genom kring utanför runt`,
		`av med för om hos efter åt mellan enligt utan tillsammans tack hej kära`,
		`och eller samt som men`,
		`är var har hade blir blev kan ska skulle vill får fick kommer kom går gick gör gjorde tar tog ger gav ser såg vann leder har`,
		`gata gatan gatas väg vägen torg torget plats park parken skola skolan gymnasium kyrka kyrkan församling stiftelse fond pris priset stipendium ab kb hb bank sjukhus hall arena museum kommun län
		stadion bro bron hus huset group center institut institutet förlag club fc if ik bk sk university street airport`,
		`bolaget företaget klubben laget föreningen partiet organisationen tidningen förlaget koncernen gruppen bandet filmen boken romanen serien programmet skivan albumet`,
		`staden byn landet orten regionen området ön floden sjön stadsdelen provinsen`,
		`den det en ett de denna detta sin sitt sina hans hennes deras min mitt vår vårt`,
		`han hon`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[w] = uint32(i) + 1
		}
	}
	return m
}()

func class(lower string) uint32 { return classes[lower] }

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
