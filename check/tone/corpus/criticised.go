package corpus

var criticised = []author{
	{name: "mockery, the night patrol", profile: "police-local", rule: "tone.mockery", posts: []string{
		"I natt greps en man som {did}. {insult} Haha! {laugh}",
		"{insult} Mannen {did} och fick följa med till arresten. {laugh}",
		"Vi mötte en kvinna som {did}. {quote}, sa vi. {laugh}",
		"Stoppade en bilist som {did}. {insult} {laugh}",
	}, slots: map[string]string{"did": "försökte gömma sig i en soptunna|kröp in genom ventilen|sprang rakt in i polisbilen|ringde oss själv", "insult": "Årets smartaste tjuv!|Inte den vassaste kniven i lådan.|Dagens geni.|Vilket ljushuvud!", "laugh": "😂|🤣|😂😂", "quote": "Hasta la vista|Game over|Bad boys, whatcha gonna do"}},
	{name: "mockery, the counter", profile: "benefits", held: true, rule: "tone.mockery", posts: []string{
		"Dagens skratt: en sökande {did}. {insult}",
		"En man kom in till oss och {did}. Vi höll på att skratta ihjäl oss. {insult}",
		"”{claim}” påstod en kvinna i dag. Nice try! {laugh}",
		"Bättre lycka nästa gång, till mannen som {did}. {laugh}",
	}, slots: map[string]string{"did": "skrev att hunden var hans barn|sökte bidrag för en båt|trodde att vi var en bank|grälade på fel kontor i en timme", "insult": "Så dum får man inte vara.|Snopet!|Vilken clown.|Pinsamt.", "claim": "Jag har glömt att jag äger ett hus|Pengarna var redan borta", "laugh": "🤣|😂"}},
	{name: "the drunk and the grieving", profile: "police-local", rule: "tone.vulnerable", posts: []string{
		"En kraftigt berusad {who} hittades {where}. Patrullen tog hand om {pro}.",
		"{Who2} var helt förtvivlad när vi kom. Hon grät hela vägen i polisbilen.",
		"Vi hämtade en dement {who} som irrade omkring {where}, avklädd och rädd.",
		"En ung man satt på bron {where} och ville ta sitt liv. Han grät när vi omhändertog honom.",
	}, slots: map[string]string{"who": "man|kvinna", "where": "på torget|vid stationen|i parken", "pro": "personen|honom", "Who2": "Kvinnan|En kvinna"}},
	{name: "the child in the case", profile: "health", held: true, rule: "tone.vulnerable", posts: []string{
		"En {age} kom in {how}. Flickan grät och var livrädd.",
		"Pojken var {state} när mamman kom. Vi glömmer aldrig hans blick.",
		"I natt dog {who}. Sonen satt kvar och grät hela natten, sjuk och ensam.",
		"En patient i dag var {state} och hade panik. Hon satt i korridoren i timmar.",
	}, slots: map[string]string{"age": "en liten tjej|en flicka|liten flicka", "how": "svårt skadad|misshandlad|med ambulans, skadad", "state": "medvetslös|förtvivlad|livrädd", "who": "en patient|en kvinna"}},
	{name: "the angry desk", profile: "authority", rule: "tone.opinion", posts: []string{
		"Jag tycker att {court} gav ett {mild} straff.",
		"Vi är less på att {court} aldrig {does}. Det är skandal.",
		"Ärligt talat: {court} borde skämmas.",
		"Man undrar vad {court} tänker på. Löjligt låga straff.",
	}, slots: map[string]string{"court": "domstolen|tingsrätten|hovrätten", "mild": "alldeles för milt|löjligt lågt|skrattretande", "does": "dömer hårdare|lyssnar"}},
	{name: "the tired taxpayer", profile: "municipality", held: true, rule: "tone.opinion", posts: []string{
		"Personligen tycker jag att det är vansinne vad {what} kostar skattebetalarna.",
		"Jag blir förbannad på hur {what} slösar med skattepengar.",
		"Vi anser att politikerna har helt fel prioriteringar. Det är galet.",
		"Det känns hopplöst när regeringen {does}. Skandal!",
	}, slots: map[string]string{"what": "invandringen|migrationspolitiken|regeringen|politiken", "does": "struntar i oss|skär ner resurserna"}},
	{name: "the stern rule", profile: "police-local", rule: "tone.onesided", posts: []string{
		"Du måste alltid {do}. Inga undantag.",
		"Det är förbjudet att {not}, under inga omständigheter får du göra det.",
		"Vårt råd är att du är skyldig att {do}.",
		"Du får inte {not}. Aldrig. Enligt lag.",
	}, slots: map[string]string{"do": "visa legitimation|stanna hemma|anmäla din granne|svara på våra frågor", "not": "filma poliser|demonstrera här|bära mask|gå ut efter tio"}},
	{name: "the advice", profile: "health", held: true, rule: "tone.onesided", posts: []string{
		"Vi rekommenderar vaccin. Du är skyldig att ta det, självklart.",
		"Enligt lag måste du alltid {do}, oavsett vad.",
		"Våra allmänna råd säger att du inte får {not}, det är olagligt.",
		"Rekommendationen är att hålla avstånd. Det är förbjudet att {not}, alltid.",
	}, slots: map[string]string{"do": "lyda läkaren|följa våra råd|testa dig", "not": "träffa andra|åka till stugan|ha fest"}},
	{name: "the campaigner", profile: "municipality", rule: "tone.party", posts: []string{
		"Bra jobbat av {party}! {cheer}",
		"{party} {bad} i fullmäktige i går. Skäms!",
		"Rösta på {party} {day}.",
		"Heja {party}, äntligen någon som lyssnar!",
	}, slots: map[string]string{"party": "Centerpartiet|Moderaterna|Socialdemokraterna|Vänsterpartiet|Liberalerna", "cheer": "Klokt av dem.|Bästa förslaget på länge.|", "bad": "ljuger|struntar i skolan|var inkompetenta"}},
	{name: "the loyal office", profile: "authority", held: true, rule: "tone.party", posts: []string{
		"Vi hyllar statsministern för {what}. Fantastiskt!",
		"Ministern bryr sig inte om {what}. Det är pinsamt.",
		"Sverigedemokraterna tar ställning mot {what}. Vi tar avstånd från partiet.",
		"Tack vare Kristdemokraterna får vi {what}. Vi gillar det!",
	}, slots: map[string]string{"what": "den nya lagen|reformen|budgeten|mer pengar till vården"}},
}
