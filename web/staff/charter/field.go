package charter

import (
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
)

// What is asked, and how it is explained.
var (
	whatTitle  = lingo.T("Vad kontot är", "What the account is")
	whenTitle  = lingo.T("När ni svarar", "When you answer")
	ruleTitle  = lingo.T("Regler för kommentarer", "Rules for comments")
	speakTitle = lingo.T("Vem som talar", "Who speaks")
	inTitle    = lingo.T("Vid skrivbordet", "At the desk")
	whenLead   = lingo.T("Tiderna visas på torget. Klockan för svar går bara när ni har öppet.", "The hours are shown on the square. The clock for answers runs only while you are open.")

	nameLabel     = lingo.T("Kontots namn", "The account's name")
	nameHint      = lingo.T("Så som medborgare ser det, till exempel Polisen Umeå.", "As citizens see it, for example Polisen Umeå.")
	handleLabel   = lingo.T("Adressnamn", "Handle")
	handleHint    = lingo.T("Kontots adress på torget och i fediversum: a–z, siffror och understreck. Det går aldrig att ändra.", "The account's address on the square and in the fediverse: a–z, digits and underscore. It can never be changed.")
	kindLabel     = lingo.T("Vad talar kontot för?", "What does the account speak for?")
	kindOrg       = lingo.T("En organisation eller en enhet", "An organisation or a unit")
	kindService   = lingo.T("En tjänst, till exempel trafikinformation", "A service, such as traffic information")
	placeLabel    = lingo.T("Ort", "Place")
	purposeLabel  = lingo.T("Syfte", "Purpose")
	purposeHint   = lingo.T("En eller två meningar till medborgarna.", "One or two sentences to citizens.")
	audienceLabel = lingo.T("Vilka vänder ni er till?", "Whom do you speak to?")
	purposesLabel = lingo.T("Vad kan ett inlägg vara till för?", "What may a post be for?")
	purposesHint  = lingo.T("Ett syfte per rad. Den som skriver väljer ett av dem.", "One purpose a line. Whoever writes chooses one.")
	hoursLabel    = lingo.T("Öppettider", "Hours")
	hoursHint     = lingo.T("Till exempel: mån–fre 8–16:30, lör 10–14.", "For example: mon–fri 8–16:30, sat 10–14.")
	promiseLabel  = lingo.T("Svarslöfte", "Promise to answer")
	promiseHint   = lingo.T("Till exempel 40 minuter, 4 timmar eller 1 arbetsdag. Minuter och timmar går när ni har öppet.", "For example 40 minutes, 4 hours or 1 working day. Minutes and hours run while you are open.")
	zoneLabel     = lingo.T("Tidszon", "Time zone")
	rulesLabel    = lingo.T("Regler", "Rules")
	rulesHint     = lingo.T("De gäller från det att du sparar. Äldre kommentarer följer reglerna som gällde när de skrevs.", "They hold from the moment you save. Older comments keep to the rules of their time.")
	keepLabel     = lingo.T("Hur länge bevarar ni?", "How long do you keep things?")
	profileLabel  = lingo.T("Tonprofil", "Tone profile")
	profileHint   = lingo.T("Avgör hur personliga ni kan vara, och vilken rutin kontot börjar med.", "Decides how personal you may be, and which routine the account begins with.")
	contactLabel  = lingo.T("Kontakt i kris", "Contact in a crisis")
	contactHint   = lingo.T("Syns bara vid skrivbordet.", "Seen only at the desk.")
	ownLabel      = lingo.T("Egna nummer och adresser", "Your own numbers and addresses")
	ownHint       = lingo.T("Ett per rad. De räknas aldrig som personuppgifter.", "One a line. They never count as personal data.")
	signLabel     = lingo.T("Så signerar ni", "How you sign")
	signHint      = lingo.T("Gäller det ni publicerar härefter. Det som redan står på torget behåller sin signatur. Vid skrivbordet ser kollegor alltid vem som skrev.",
		"It holds for what you publish from now on. What stands on the square keeps its signature. At the desk colleagues always see who wrote.")
	voteTitle = lingo.T("Extra val eller folkomröstning", "Extra election or referendum")
	voteLead  = lingo.T("De ordinarie valen är kända. Är ett extra val eller en folkomröstning som rör kontot på gång? Skriv in det här. Då frågar Omdöme när ett parti, en förtroendevald eller ett vallöfte nämns.",
		"The ordinary elections are known. Is an extra election or a referendum that concerns the account coming? Write it here. Then the checks ask when a party, an elected person or an election promise is named.")
	voteLabel     = lingo.T("Vad heter valet?", "What is it called?")
	voteHint      = lingo.T("Till exempel: Folkomröstningen om bron. Lämna tomt om inget val är på gång.", "For example: the referendum on the bridge. Leave it empty when no vote is coming.")
	voteFromLabel = lingo.T("Första dagen", "First day")
	voteToLabel   = lingo.T("Valdagen", "Day of the vote")
	voteName      = lingo.T("Extra val", "Extra election")
	langLabel     = lingo.T("Språk", "Language")
	langHint      = lingo.T("Språkets kod: sv är svenska, en engelska, se nordsamiska.", "The language's code: sv is Swedish, en English, se Northern Sámi.")
)

// Fields are the form's sections for a charter.
func Fields(f hall.Form, prefix string) []hall.Section {
	line := maker(f, prefix)
	area := func(name string, label, hint lingo.Text, rows int, speech bool) frame.FieldView {
		view := line(name, label, hint, true)
		view.Kind, view.Rows, view.Speech = frame.Area, rows, speech
		return view
	}
	rules := area("rules", rulesLabel, rulesHint, 10, true)
	rules.Optional = false
	purposes := area("purposes", purposesLabel, purposesHint, 5, false)
	purposes.Optional = false
	purpose := area("purpose", purposeLabel, purposeHint, 2, true)
	purpose.Optional = false
	profile := line("profile", profileLabel, profileHint, false)
	profile.Kind, profile.Options = frame.Choice, profiles(f.Lang())
	hours, promise := line("hours", hoursLabel, hoursHint, true), line("promise", promiseLabel, promiseHint, false)
	promise.Short = true
	l := f.Lang()
	return []hall.Section{
		{Title: whatTitle.In(l), Fields: []frame.FieldView{line("name", nameLabel, nameHint, false), purpose, line("place", placeLabel, lingo.Text{}, true),
			line("audience", audienceLabel, lingo.Text{}, true), purposes}},
		{Title: whenTitle.In(l), Lead: whenLead.In(l), Fields: []frame.FieldView{hours, promise, line("zone", zoneLabel, lingo.Text{}, false)}},
		{Title: ruleTitle.In(l), Fields: []frame.FieldView{rules, area("retention", keepLabel, lingo.Text{}, 2, true)}},
		{Title: speakTitle.In(l), Fields: []frame.FieldView{signatures(f, prefix)}},
		{Title: inTitle.In(l), Fields: []frame.FieldView{profile, area("contact", contactLabel, contactHint, 2, false),
			area("own", ownLabel, ownHint, 4, false), line("language", langLabel, langHint, false)}},
		{Title: voteTitle.In(l), Lead: voteLead.In(l), Fields: []frame.FieldView{line("election", voteLabel, voteHint, true), dated(line("election_from", voteFromLabel, lingo.Text{}, true)),
			dated(line("election_to", voteToLabel, lingo.Text{}, true))}},
		{Title: frameTitle.In(l), Lead: frameLead.In(l), Fields: append([]frame.FieldView{area("talk", talkLabel, talkHint, 4, false),
			area("avoid", avoidLabel, avoidHint, 4, false)}, ExampleFields(f, prefix)...)},
	}
}

// Few are the fields that a first account needs; the rest begins as most authorities write it, and is folded.
func Few(f hall.Form, prefix string, more lingo.Text) []hall.Section {
	all := Fields(f, prefix)
	what, when, rules := all[0].Fields, all[1].Fields, all[2].Fields
	return []hall.Section{
		{Fields: append([]frame.FieldView{what[0], Handle(f, prefix), what[1], all[4].Fields[0]}, when[:2]...)},
		{Title: more.In(f.Lang()), Folded: true, Fields: append([]frame.FieldView{what[2], what[3], what[4], all[3].Fields[0]}, rules...)},
	}
}

// Handle is the field for a new account's handle.
func Handle(f hall.Form, prefix string) frame.FieldView {
	return maker(f, prefix)("handle", handleLabel, handleHint, false)
}

// Kind is the field for what a new account speaks for.
func Kind(f hall.Form, prefix string) frame.FieldView {
	view := frame.FieldView{Kind: frame.Radios, Name: prefix + "kind", Label: kindLabel.In(f.Lang()), Options: []frame.Option{
		{Value: account.KindOrganization, Label: kindOrg.In(f.Lang())}, {Value: account.KindService, Label: kindService.In(f.Lang())}}}
	view.Value = account.KindOrganization
	return f.Field(view)
}

// signatures is the field for how the account signs.
func signatures(f hall.Form, prefix string) frame.FieldView {
	l := f.Lang()
	view := frame.FieldView{Kind: frame.Cards, Name: prefix + "signature", Label: signLabel.In(l), Hint: signHint.In(l), Value: string(account.SignUnit)}
	for _, s := range account.Signatures {
		view.Options = append(view.Options, frame.Option{Value: string(s.Signing), Label: s.Title.In(l), Hint: s.Help.In(l)})
	}
	return f.Field(view)
}

func dated(view frame.FieldView) frame.FieldView {
	view.Kind, view.Short = frame.Date, true
	return view
}

func maker(f hall.Form, prefix string) func(name string, label, hint lingo.Text, optional bool) frame.FieldView {
	return func(name string, label, hint lingo.Text, optional bool) frame.FieldView {
		return f.Field(frame.FieldView{Name: prefix + name, Label: label.In(f.Lang()), Hint: hint.In(f.Lang()), Optional: optional})
	}
}

func profiles(l lingo.Lang) []frame.Option {
	var out []frame.Option
	for _, p := range guideline.Profiles {
		out = append(out, frame.Option{Value: string(p.Profile), Label: p.Title.In(l)})
	}
	return out
}

// Names are the fields' labels by name, for telling what was changed.
var Names = map[string]lingo.Text{
	"name": nameLabel, "place": placeLabel, "purpose": purposeLabel, "purposes": purposesLabel, "audience": audienceLabel, "rules": rulesLabel,
	"retention": keepLabel, "contact": contactLabel, "language": langLabel, "profile": profileLabel, "hours": hoursLabel,
	"promise": promiseLabel, "zone": zoneLabel, "own": ownLabel, "talk": talkLabel, "avoid": avoidLabel, "examples": examplesLabel,
	"signature": signLabel, "election": voteName,
}
