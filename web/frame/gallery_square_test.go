package frame

import (
	"time"

	"github.com/a-h/templ"

	"tilltal/base/lingo"
	"tilltal/web/icon"
)

func squareFrame(l lingo.Lang, theme Theme, title string) SquareFrame {
	return SquareFrame{Page: Page{Lang: l, Theme: theme, Title: title, Site: "Polisen Umeå", Path: "/", Description: "Polisen Umeå på torget"},
		Authority: "Polisen", Home: "/", Account: "Polisen Umeå", AccountHref: "/polisen-umea", Purpose: lingo.T("Vi visar hur vi arbetar och svarar på frågor. Läses vardagar 8–16.", "We show how we work and answer questions. Read on weekdays 8–16.").In(l),
		Voice: Voice{"Amina", "Yttre befäl", lingo.T("den här veckan", "this week").In(l)}, Contact: lingo.T("Ring 112 om något händer nu. Ring 114 14 i andra ärenden.", "Call 112 if something is happening now. Call 114 14 in other matters.").In(l),
		Menu: []MenuLink{{lingo.T("Inlägg", "Posts").In(l), "/", true}, {lingo.T("Konton", "Accounts").In(l), "/konton", false}, {lingo.T("Följ", "Follow").In(l), "/folj", false}}, OtherHref: "?sprak=en"}
}

func acts(l lingo.Lang) templ.Component {
	return Acts(ActsView{[]ActLink{{lingo.T("Ställ en fråga", "Ask a question").In(l), "#fraga", icon.Question, ""}, {lingo.T("Rapportera ett fel", "Report an error").In(l), "#fel", icon.Flag, ""}, {lingo.T("Följ", "Follow").In(l), "#folj", icon.Feed, ""}, {lingo.T("Stämmer det här?", "Is this right?").In(l), "#stammer", icon.Ask, ""}}})
}

const squareText = "Natten i Umeå blev lugn. En man som behövde hjälp fick skjuts hem från Vasaplan efter att ha sjungit för hela taxikön. Han sjöng bra.\n\nVi påminner om att Ersbodavägen är avstängd till måndag kl. 06. Kör via Kullavägen. 🚧"

func corrected2() *CorrectionView {
	return &CorrectionView{When: moment(0), Was: "avstängd till söndag", Now: "avstängd till måndag kl. 06", Because: "Vi hade fel datum. Tack till dig som sa till."}
}

func sceneSquare(l lingo.Lang, theme Theme) templ.Component {
	topics := []MenuLink{{Name: "trafik", Href: "/amne/trafik"}, {Name: "natt", Href: "/amne/natt"}}
	return in(Square(squareFrame(l, theme, lingo.T("Inlägg", "Posts").In(l))), raw(`<h1 class="unseen">`+lingo.T("Inlägg", "Posts").In(l)+`</h1>`),
		in(Post(l, PostView{ID: "p1", Href: "/inlagg/1", Text: squareText, Lang: "sv", Author: "Amina", Unit: "Yttre befäl", When: moment(2 * time.Hour), Edited: lingo.T("Rättat 14:20", "Corrected 14:20").In(l), Topics: topics, Note: corrected2()}), acts(l)),
		in(Post(l, PostView{ID: "p2", Href: "/inlagg/2", Title: "Så märker du din cykel", Level: 2, Text: "På lördag står vi på Rådhustorget mellan 11 och 14. Ta med cykeln och legitimation. Det är gratis och tar fem minuter.", Lang: "sv", Author: "Lars", Unit: "Kommunpolis", When: moment(26 * time.Hour)}), acts(l)),
		Post(l, PostView{ID: "p3", Tombstone: lingo.T("Det här inlägget är borttaget 18 november: en person kunde kännas igen.", "This post was taken away on 18 November: a person could be recognised.").In(l)}),
		Pager(l, PagerView{Older: "?efter=3"}))
}

func scenePost(l lingo.Lang, theme Theme) templ.Component {
	pixel := "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='800' height='450'%3E%3Crect width='800' height='450' fill='%23345'/%3E%3Cpath d='M0 330 180 210 320 300 520 140 800 320V450H0z' fill='%23567'/%3E%3Ccircle cx='620' cy='90' r='40' fill='%23dc9'/%3E%3C/svg%3E"
	return in(Square(squareFrame(l, theme, "Vinterväglag")),
		in(Post(l, PostView{Level: 1, Title: "Vinterväglag från i natt", Text: squareText, Lang: "sv", Author: "Amina", Unit: "Yttre befäl", When: moment(2 * time.Hour), Pictures: []PictureView{{pixel, "Berg i skymning med månen över.", 800, 450, "Utsikt från Bräntberget i går kväll."}}, Note: corrected2()}), acts(l)),
		box("column talk", raw("<h2>"+lingo.T("Frågor och svar", "Questions and answers").In(l)+"</h2>"),
			TurnBubble(l, TurnView{Side: Citizen, Who: "Karin", When: moment(80 * time.Minute), Channel: torget, Text: "Gäller det även cykelbanan?", Lang: "sv"}),
			TurnBubble(l, TurnView{Side: Authority, Who: "Amina", Unit: "Yttre befäl", When: moment(40 * time.Minute), Channel: torget, Text: "Ja, cykelbanan är också stängd. Följ skyltarna mot Kullavägen.", Lang: "sv"})),
		box("column stack", raw(`<h2 id="fraga">`+lingo.T("Ställ en fråga", "Ask a question").In(l)+`</h2><form class="stack" method="post" action="/fraga">`),
			Field(l, FieldView{Kind: Area, Name: "q", Label: lingo.T("Din fråga", "Your question").In(l), Hint: lingo.T("Skriv inget känsligt här. Frågan kan bli offentlig.", "Write nothing sensitive here. The question may become public.").In(l)}),
			box("buttons", Button(ButtonView{Text: lingo.T("Skicka frågan", "Send the question").In(l), Look: Primary})), raw("</form>")))
}

func sceneInsight(l lingo.Lang, theme Theme) templ.Component {
	f := squareFrame(l, theme, insight.In(l))
	f.Account, f.Menu = "", nil
	return in(Square(f), raw("<h1>"+insight.In(l)+"</h1>"), box("prose", raw("<p>"+lingo.T("Här ser du hur vi sköter våra konton: vem som ansvarar, hur snabbt vi svarar och vad vi har rättat.", "Here you see how we keep our accounts: who answers for them, how quickly we reply and what we have corrected.").In(l)+"</p>")),
		box("figures", Figure(FigureView{Value: "94 %", Label: lingo.T("fick svar inom ett dygn", "were answered within a day").In(l), Explain: lingo.T("312 av alla 331 frågor som behövde svar. Automatiska svar räknas inte.", "312 of all 331 questions that needed one. Automatic replies do not count.").In(l)}), Figure(FigureView{Value: "3", Label: lingo.T("rättelser i år", "corrections this year").In(l), Href: "#r"}), Figure(FigureView{Value: "2", Label: lingo.T("borttagna inlägg", "posts taken away").In(l)})),
		Curve(l, sampleCurve("k3", l, false)),
		Table(TableView{Caption: lingo.T("Våra konton", "Our accounts").In(l), Heads: []string{lingo.T("Konto", "Account").In(l), lingo.T("Ansvariga", "Owners").In(l), lingo.T("Inlägg", "Posts").In(l)}, Numbers: []int{2}, Rows: []RowView{{"#", []string{"Polisen Umeå", "2", "412"}}, {"#", []string{"Polisen Skellefteå", "3", "198"}}}}))
}
