package gazetteer

import "strings"

// Swedish surnames are most often made: of two words out of nature (Lind-berg, Sjö-ström), or of a father's name (Karls-son).
// There are far more of them than any list holds, so they are taken apart.
var (
	heads = set(`ahl al alm alp ap arn ask asp back backe bas berg björk björn blad blank blix blom blå bo bod bok bol bond borg bost bratt bred bro brand brink brun bryn bränn brodd bruse burg by byg bäck bäcke bø böck
		cron ceder cram dal dahl dam dan del dyk edl ed ede ehr ehren ehn ek eke eken eld elf elg elm eng ekl er erl eng fag fager fahl fal falk fant fern fjell fjäll flod flor fog folk fors forss fors frid fri fryk from frös fur fält färn
		gab gabriel gade gast gren glad glim gode gran grahn grip grund gräns grön gul gull gum gyll gyllen gylling gård gärd göt hag hage hall hamm hammar ham hamn hag hed heden hede hell hell helle hellen her hem hild hjel hjelm hjalm hjort hof hol holm holst hult hum husz hus hyll håkan hård häg hägg häger hällen hög
		höger hök hör jarl jern jer jon järn kal karl kil kjell kling klint klock kling kron krus kull kumm kval kvarn kylle källa käll lag lager lann lars lax lejon lenn len lej lev leven li lid liden lie lilj lilje lill lillie lin lind linde linn ljun ljung lod lom lund lun lust lyck lyng löf löv löven lön lönn
		mal malm mans mar mark matt mel mell mes mid mo mob mod mol moll mor mos mun myhr myr mår måns mån mör nas ner nilss nis nobel nor nord norr norrb norm ny nyg nys nyck nån näs nätt ock od ol olle olm os ot palm pers pet peters pil por plan pålm pål quick qvarn qvick ram rams ran rang ras red rehn rein ring ro roos ros rosen rot rud rund rut ryd ry råd räf rön röd rönn
		sahl sal sand sed sehl sel segel segerd seger sel sell silf silfver silver sims sjö sko skog skogs skol skår skär sköld smed snell sol sommar spar sparf spets spång stahl stark stav steen stein sten sti stjern stjärn stock stor strand stran strid ström sturm styf stål stål ståhl stäl stör sund sved sven svan svärd sylv sylve sylvan syr säf säll sätter söder sör söd
		tall tand tegel teng thor thorn thun thur tid till tim tin tjern tjär tor torn tran tre troll tull tun tur tuv tyg tärn tör törn uddén ud ugg uggl ull ulf un upp upp utt vad vahl val vall vallen van var ves vest vester vet vi vib vick vid vik viking vild vin vind vinter vret våg vår väg väst väster wad
		wahl wal wall wallen wan wed weid wen wenn wenner wern wes west wester wet wi wib wick wid wide wig wik wiking wing win wind winter wirs wol wret yng ytt zack zander zetter zett åker åk ål åhl åhr ås åsen åst å äng äpp ödm öh öhl öhr öhrn öl ör örn öst öster öman ö`)
	tails = set(`berg bergh berger backe bo bom borg borgh blad blom bring brandt bro by bäck bäckman dahl dal dén din diner ell en er eryd elius enius feldt felt fält fors forss gaard gren grén grehn gård gärd hag hage hagen hall hammar hammer hamn hed heim hed hielm hjelm hjälm holm holtz hult kil klev klint kvist krantz kull land
		lander lin lind ling ljung lid lund lundh lunde lén löf löv malm man mann mark mo myr ner nert näs qvist quist rell rot roth rud rup ryd råd rosén rosen sell sjö skog skär sköld stad stam stedt stein sten stierna stjerna strand strandh ström strøm stråle sund sén thal tun tin vall vik wall wik ås åker åkra öga
		lövf löw mar borg dorff hoff corn crona krona swärd svärd lilja ros duva fjord flycht flykt hav hök holt lundin bergman löfgren tröm pil rén`)
	fathers = set("sson son sdotter sdóttir ssen sen dotter")
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Built reports whether a word in small letters is made as Swedish surnames are, and is no ordinary word or place on the lists:
// of two parts that surnames are made of, or of a father's given name.
func Built(lower string) bool {
	if len(lower) < 5 || len(lower) > 24 {
		return false
	}
	for i := 2; i+2 < len(lower)+1; i++ {
		head, tail := lower[:i], lower[i:]
		if tails[tail] && (heads[head] || heads[strings.TrimSuffix(head, "s")]) {
			return true
		}
		if fathers[tail] && i > 3 && Person(head).Has(Given) {
			return true
		}
	}
	return false
}
