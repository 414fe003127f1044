package frame

import (
	"time"

	"github.com/a-h/templ"

	"tilltal/base/lingo"
	"tilltal/web/icon"
)

func sceneParts(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, "", lingo.T("Delar", "Parts"))
	f.Accounts = nil
	var icons []templ.Component
	for _, n := range icon.Names() {
		icons = append(icons, ChannelBadge(ChannelView{Name: string(n), Icon: n}))
	}
	return in(Staff(f), PageHead("Delar", "Varje del för sig."),
		raw("<h2>Knappar</h2>"), box("buttons", Button(ButtonView{Text: "Publicera nu", Look: Primary, Icon: icon.Send}), Button(ButtonView{Text: "Spara utkast"}), Button(ButtonView{Text: "Ta bort från torget", Look: Danger, Icon: icon.Trash}), Button(ButtonView{Text: "Avbryt", Look: Bare, Href: "#"})),
		raw("<h2>Meddelanden</h2>"),
		Notice(l, NoticeView{Tone: Good, Title: "Publicerat 14:20", Text: "Inlägget står på torget och går ut till 1 204 följare."}),
		Notice(l, NoticeView{Tone: Ask, Text: "Bilden saknar beskrivning. Vad ser man på den?"}),
		in(Notice(l, NoticeView{Tone: Stop, Title: "Det gick inte att spara", Text: "Din text finns kvar här. Försök igen om en stund."}), box("buttons", Button(ButtonView{Text: "Försök igen"}))),
		Notice(l, NoticeView{Tone: Info, Text: "Torget öppnar kl. 07:00 i morgon."}),
		raw("<h2>Små tecken</h2>"),
		box("buttons", Tag(TagView{Text: "utkast"}), Tag(TagView{Good, "godkänt", ""}), Tag(TagView{Ask, "väntar på läsning", ""}), Tag(TagView{Stop, "stoppat", ""}), Tag(TagView{Info, "planerat", icon.Clock}),
			Avatar(l, AvatarView{Name: "Amina Lindqvist", Said: true}), Avatar(l, AvatarView{Name: "Lars Berg", Said: true}), Avatar(l, AvatarView{Name: "Åsa Ärlig", Said: true}), Avatar(l, AvatarView{Name: "Siv", Said: true}), ChannelBadge(torget), ChannelBadge(fediverse)),
		box("buttons", Clock(l, ClockView{Due: noon.Add(5 * time.Hour), Now: noon}), Clock(l, ClockView{Due: noon.Add(40 * time.Minute), Now: noon}), Clock(l, ClockView{Due: noon.Add(-90 * time.Minute), Now: noon}), Clock(l, ClockView{Due: noon, Now: noon, Kept: true}), Clock(l, ClockView{Due: noon.Add(26 * time.Hour), Now: noon})),
		raw("<h2>Siffror</h2>"), box("grid", Curve(l, sampleCurve("k2", l, false)), Table(TableView{Caption: "Frågor per kanal", Heads: []string{"Kanal", "Frågor", "I tid"}, Numbers: []int{1, 2}, Rows: []RowView{{"#", []string{"Torget", "212", "96 %"}}, {"", []string{"Fediversum", "119", "91 %"}}}})),
		raw("<h2>Ikoner</h2>"), box("buttons", icons...))
}

func sceneFields(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomSettings, lingo.T("Inställningar", "Settings"))
	f.Errors = 2
	errs := []ErrorView{{"namn", "Skriv kontots namn."}, {"syfte", "Välj ett syfte."}}
	opts := []Option{{Value: "a", Label: "Berätta om vardagen", Hint: "Läsaren ser hur arbetet går till."}, {Value: "b", Label: "Svara på frågor", Hint: "Öppet vardagar 8–16."}, {Value: "c", Label: "Varna och informera"}}
	chosen := append([]Option{}, opts...)
	chosen[1].Chosen = true
	return in(Staff(f), PageHead("Nytt konto", "Ett konto har minst två ansvariga."),
		ErrorSummary(l, errs), raw(`<form method="post" action="/konton">`),
		Field(l, FieldView{Name: "namn", Label: "Vad heter kontot?", Error: "Skriv kontots namn.", Hint: "Så som medborgare ser det."}),
		Field(l, FieldView{Kind: Cards, Name: "syfte", Label: "Vad är syftet?", Error: "Välj ett syfte.", Options: chosen}),
		Field(l, FieldView{Kind: Radios, Name: "lasare", Label: "Vem läser före publicering?", Options: []Option{{Value: "1", Label: "Ingen, om Omdöme är tyst", Chosen: true}, {Value: "2", Label: "Alltid en kollega"}}}),
		Field(l, FieldView{Kind: Ticks, Name: "kanal", Label: "Var ska det synas?", Optional: true, Options: []Option{{Value: "t", Label: "Torget", Chosen: true}, {Value: "f", Label: "Fediversum"}}}),
		Field(l, FieldView{Kind: Choice, Name: "ton", Label: "Tonprofil", Options: opts}),
		Field(l, FieldView{Kind: TimeOfDay, Name: "oppnar", Label: "Öppnar", Value: "08:00", Short: true}),
		Field(l, FieldView{Kind: Date, Name: "fran", Label: "Från och med", Value: "2026-11-20", Short: true}),
		Field(l, FieldView{Kind: Email, Name: "epost", Label: "E-post", Complete: "email", Optional: true}),
		Field(l, FieldView{Kind: Password, Name: "losen", Label: "Lösenord", Hint: "Minst tolv tecken. En mening går bra.", Complete: "new-password"}),
		Field(l, FieldView{Kind: Area, Name: "regler", Label: "Regler för den som kommenterar", Value: "Håll dig till ämnet.", Speech: true}),
		Field(l, FieldView{Kind: File, Name: "bild", Label: "Bild", Accept: "image/*", Optional: true}),
		Field(l, FieldView{Kind: Tick, Name: "ok", Label: "Jag har läst riktlinjerna", Checked: true}),
		box("buttons", Button(ButtonView{Text: "Spara kontot", Look: Primary}), Button(ButtonView{Text: "Avbryt", Look: Bare, Href: "#"})), raw(`</form>`))
}

func sceneEmpty(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomToday, lingo.T("Idag", "Today"))
	f.Waiting = nil
	return in(Staff(f), PageHead(lingo.T("Idag", "Today").In(l), ""),
		in(Empty(EmptyView{Icon: icon.Today, Title: lingo.T("Inget väntar. Bra jobbat.", "Nothing waits. Well done.").In(l), Text: lingo.T("Kanske är det dags att berätta något?", "Perhaps it is time to tell something?").In(l)}), Button(ButtonView{Text: lingo.T("Skriv nytt", "Write").In(l), Href: "/skriv", Icon: icon.Write})))
}

func sceneConfirm(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomWrite, lingo.T("Ta bort inlägget från torget?", "Take the post off the square?"))
	return in(Staff(f), in(Confirm(l, ConfirmView{Title: f.Title, Text: lingo.T("En kopia sparas i protokollet. På torget står kvar att inlägget är borttaget, och varför.", "A copy is kept in the record. On the square it will say that the post has been taken away, and why.").In(l), Action: "/inlagg/1/avpublicera", Button: lingo.T("Ta bort från torget", "Take off the square").In(l), Danger: true, Back: "/inlagg/1"}),
		Field(l, FieldView{Kind: Choice, Name: "grund", Label: lingo.T("På vilken grund?", "On what ground?").In(l), Options: []Option{{Value: "1", Label: lingo.T("Uppgiften var fel", "It was wrong").In(l)}}})))
}

func sceneSignIn(l lingo.Lang, theme Theme) templ.Component {
	f := PlainFrame{Page: Page{Lang: l, Theme: theme, Title: lingo.T("Logga in", "Sign in").In(l), Path: "/logga-in"}, Authority: "Umeå kommun"}
	return in(Plain(f), raw("<h1>"+f.Title+"</h1>"), raw(`<form method="post" action="/logga-in">`),
		Field(l, FieldView{Kind: Email, Name: "epost", Label: lingo.T("E-post", "E-mail").In(l), Complete: "username"}),
		Field(l, FieldView{Kind: Password, Name: "losen", Label: lingo.T("Lösenord", "Password").In(l), Complete: "current-password"}),
		Button(ButtonView{Text: lingo.T("Logga in", "Sign in").In(l), Look: Primary}), raw(`</form>`))
}

func sceneError(l lingo.Lang, theme Theme) templ.Component {
	f := PlainFrame{Page: Page{Lang: l, Theme: theme, Title: lingo.T("Sidan finns inte", "There is no such page").In(l), Path: "/x"}}
	return in(Plain(f), raw("<h1>"+f.Title+"</h1>"), raw("<p>"+lingo.T("Adressen kan vara gammal eller felskriven.", "The address may be old or mistyped.").In(l)+"</p>"),
		box("buttons", Button(ButtonView{Text: lingo.T("Till torget", "To the square").In(l), Href: "/", Look: Primary})))
}
