package frame

import (
	"strings"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/web/icon"
)

func staffFrame(l lingo.Lang, theme Theme, room Room, title lingo.Text) StaffFrame {
	return StaffFrame{
		Page: Page{Lang: l, Theme: theme, Title: title.In(l), Path: room.Path()}, Room: room,
		Account: "Polisen Umeå", Accounts: []AccountLink{{"Polisen Umeå", "/konton/1", true}, {"Umeå kommun", "/konton/2", false}},
		OnShift: lingo.T("Amina till 16:00", "Amina until 16:00").In(l), Person: "Amina Lindqvist", Unit: "Yttre befäl, Umeå",
		Waiting: map[Room]int{RoomInbox: 7, RoomReview: 2},
	}
}

var torget = ChannelView{Name: "Torget", Icon: icon.Square}
var fediverse = ChannelView{Name: "Fediversum", Icon: icon.Fediverse}

func sampleThreads(l lingo.Lang) []ThreadView {
	return []ThreadView{
		{Href: "/inkorg/1", First: "Hej! Stämmer det att Ersboda\u00advägen är avstängd hela helgen? Jag jobbar natt och måste förbi.", Who: "Karin Öberg", Channel: fediverse, Clock: &ClockView{Due: noon.Add(40 * time.Minute), Now: noon}, Owner: "Amina Lindqvist", When: moment(80 * time.Minute), Here: true},
		{Href: "/inkorg/2", First: "Det står fel datum i ert inlägg om cykelmärkning.", Who: "@pelle@mastodon.nu", Channel: torget, Clock: &ClockView{Due: noon.Add(-2 * time.Hour), Now: noon}, Unowned: lingo.T("ingen har tagit den", "nobody has taken it").In(l), When: moment(5 * time.Hour), Unread: true, Tags: []TagView{{Ask, lingo.T("felanmälan", "error report").In(l), icon.Flag}}},
		{Href: "/inkorg/3", First: "Tack för hjälpen igår kväll. Ni gjorde skillnad för min mamma.", Who: "Siv", Channel: torget, Clock: &ClockView{Due: noon, Now: noon, Kept: true}, Owner: "Lars Berg", When: moment(22 * time.Hour)},
		{Href: "/inkorg/4", First: "\u202edrow desrever\u202c <script>alert(1)</script>", Who: "\u202eevil\u202c", Channel: fediverse, Clock: &ClockView{Due: noon.Add(50 * time.Hour), Now: noon}, Unowned: "–", When: moment(30 * time.Hour)},
	}
}

func sampleCurve(id string, l lingo.Lang, spark bool) CurveView {
	return CurveView{ID: id, Title: lingo.T("Svar inom ett dygn, per dag", "Answered within a day, by day").In(l), About: lingo.T("Från 81 procent den 9 november till 94 procent idag.", "From 81 per cent on 9 November to 94 per cent today.").In(l), Unit: lingo.T("procent", "per cent").In(l), Target: 90, Spark: spark,
		Points: []Point{{"9/11", 81}, {"10/11", 78}, {"11/11", 84}, {"12/11", 83}, {"13/11", 90}, {"16/11", 88}, {"17/11", 92}, {"18/11", 91.5}, {"19/11", 96}, {"20/11", 94}}}
}

func sceneToday(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomToday, lingo.T("Idag", "Today"))
	return in(Staff(f),
		in(PageHead(lingo.T("God eftermiddag, Amina", "Good afternoon, Amina").In(l), lingo.T("Du har passet till 16:00. Sju frågor väntar, en är sen.", "You have the shift until 16:00. Seven questions wait, one is late.").In(l)),
			Button(ButtonView{Text: lingo.T("Skriv nytt", "Write").In(l), Icon: icon.Write, Look: Primary, Href: "/skriv/nytt", Key: "n"})),
		box("beside",
			box("stack", raw("<h2>"+lingo.T("Väntar på dig", "Waiting for you").In(l)+"</h2>"), ThreadList(l, lingo.T("Väntar på dig", "Waiting for you").In(l), sampleThreads(l))),
			box("stack", raw("<h2>"+lingo.T("Hur går det?", "How are we doing?").In(l)+"</h2>"),
				in(Figure(FigureView{Value: "94 %", Label: lingo.T("fick svar inom ett dygn", "were answered within a day").In(l), Explain: lingo.T("312 av 331 frågor de senaste 30 dagarna. Felmarginal 91–96 %.", "312 of 331 questions in the last 30 days. Interval 91–96 %.").In(l)}), Curve(l, sampleCurve("k1", l, true))),
				Figure(FigureView{Value: "1 tim 12 min", Label: lingo.T("tar ett svar, i mitten", "is the median answer").In(l), Explain: lingo.T("Hälften får svar fortare än så.", "Half get theirs sooner.").In(l)}),
			),
		),
	)
}

func sampleFindings(l lingo.Lang) FindingsView {
	return FindingsView{Asked: true, Findings: []FindingView{
		{ID: "a1", Tone: Stop, Must: true, Check: lingo.T("Personuppgifter", "Personal data").In(l), Reason: lingo.T("Här står ett personnummer.", "There is a personal identity number here.").In(l), Advice: lingo.T("Ta bort det innan du publicerar.", "Take it out before you publish.").In(l), Source: "OSL 21 kap. 7 §, GDPR art. 87", Place: "19121212-1212", Field: "text"},
		{ID: "a2", Tone: Ask, Check: lingo.T("Ton", "Tone").In(l), Reason: lingo.T("Det här kan läsas som ett skämt på någons bekostnad.", "This may read as a joke at somebody’s expense.").In(l), Advice: lingo.T("Hur låter det för den som var med?", "How does it sound to the one who was there?").In(l), Source: "JO 2019/20 s. 512", Place: "rekordfull herre", Instead: "en man som behövde hjälp", Field: "text"},
		{ID: "a3", Tone: Info, Check: lingo.T("Klarspråk", "Plain language").In(l), Reason: lingo.T("En lång mening: 34 ord.", "A long sentence: 34 words.").In(l), Place: "I anslutning till …", Field: "text", Form: "utkast", Kept: lingo.T("Citat ur beslutet, ska stå som det är.", "A quotation from the decision, must stand as it is.").In(l)},
	}}
}

const sampleText = "Natten i Umeå blev lugn. En rekordfull herre i 19121212-1212 fick skjuts hem från Vasaplan efter att ha sjungit för hela taxikön. Han sjöng bra.\n\nVi påminner om att Ersbodavägen är avstängd till måndag kl. 06. Kör via Kullavägen. 🚧"

func sceneWrite(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomWrite, lingo.T("Skriv", "Write"))
	f.Wide, f.Scripts = true, []string{"editor.js"}
	post := PostView{Text: sampleText, Lang: "sv", Author: "Amina", Unit: "Yttre befäl", When: moment(0)}
	ev := EditorView{ID: "utkast", Draft: "01J", Version: "3", Action: "/skriv/01J", CheckURL: "/skriv/01J/omdome", SaveURL: "/skriv/01J/spara", Saved: lingo.T("Sparat 14:19", "Saved 14:19").In(l),
		Text: FieldView{Name: "text", Label: lingo.T("Vad vill du berätta?", "What do you want to tell?").In(l), Value: sampleText}, Findings: sampleFindings(l),
		Counters: []CounterView{{Network: torget, Count: 248, Max: 5000, Slack: "graphemes"}, {Network: fediverse, Count: 512, Max: 500, Slack: "graphemes"}}}
	return in(Staff(f),
		PageHead(lingo.T("Skriv", "Write").In(l), lingo.T("För Polisen Umeå. Syftet är att visa hur vi arbetar.", "For Polisen Umeå. The purpose is to show how we work.").In(l)),
		in(Editor(l, ev),
			Field(l, FieldView{Name: "alt", Label: lingo.T("Vad ser man på bilden?", "What does the picture show?").In(l), Hint: lingo.T("För den som inte ser den.", "For those who do not see it.").In(l), Optional: true}),
			in(Routine(RoutineView{Tone: Stop, Text: lingo.T("Personnummer: måste bort", "Identity number: must go").In(l)}),
				Button(ButtonView{Text: lingo.T("Be om en läsning", "Ask for a reading").In(l), Look: Primary, Icon: icon.Eye}),
				Button(ButtonView{Text: lingo.T("Spara utkast", "Save draft").In(l), Lenient: true})),
			raw("<h2>"+previewTitle.In(l)+"</h2>"),
			Preview(l, PreviewView{Network: fediverse, Counter: CounterView{Count: 512, Max: 500}, Post: post, Note: lingo.T("Ämnen blir hashtaggar sist i texten.", "Topics become hashtags at the end of the text.").In(l)}),
		))
}

func placed(words, id string, tone Tone) MarkView {
	at := strings.Index(sampleText, words)
	return MarkView{at, at + len(words), id, tone}
}

func sceneReview(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomReview, lingo.T("Granska", "Review"))
	marks := []MarkView{placed("rekordfull herre", "a2", Ask), placed("19121212-1212", "a1", Stop)}
	fs := sampleFindings(l)
	for i := range fs.Findings {
		fs.Findings[i].Still = true
	}
	return in(Staff(f),
		PageHead(lingo.T("Lars vill ha din läsning", "Lars asks for your reading").In(l), lingo.T("Version 3. Ska ut i dag kl. 16:00.", "Version 3. Goes out today at 16:00.").In(l)),
		Tabs(TabsView{Label: lingo.T("Versioner", "Versions").In(l), Tabs: []Tab{{Name: lingo.T("Som den blir", "As it will be").In(l), Href: "#a", Here: true}, {Name: lingo.T("Ändringar", "Changes").In(l), Href: "#b", Count: 4}}}),
		box("beside",
			box("stack", box("sheet", MarkedText(MarkedView{Text: sampleText, Marks: marks, Lang: "sv"})),
				raw("<h2>"+lingo.T("Sedan version 2", "Since version 2").In(l)+"</h2>"),
				box("sheet", Diff(l, diff.Words("Natten i Umeå blev mycket lugn. En full herre fick skjuts hem.", "Natten i Umeå blev lugn. En man som behövde hjälp fick skjuts hem från Vasaplan."))),
				box("buttons", Button(ButtonView{Text: lingo.T("Godkänn", "Approve").In(l), Look: Primary, Icon: icon.Good, Key: "a"}), Button(ButtonView{Text: lingo.T("Lämna tillbaka", "Hand back").In(l), Icon: icon.Reply, Key: "r"}))),
			box("stack", raw("<h2>"+findingsTitle.In(l)+"</h2>"), Findings(l, fs))),
	)
}

func sceneInbox(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomInbox, lingo.T("Inkorg", "Inbox"))
	f.Wide, f.Scripts, f.Live = true, []string{"editor.js"}, "/inkorg/levande"
	asked := "Hej! Stämmer det att Ersbodavägen är avstängd hela helgen? Jag jobbar natt och måste förbi."
	ev := EditorView{ID: "svar", Draft: "s1", Version: "1", Action: "/inkorg/1/svara", CheckURL: "/inkorg/1/omdome", Text: FieldView{Name: "svar", Value: ""}, Counters: []CounterView{{Network: fediverse, Count: 0, Max: 500}}}
	return in(Staff(f),
		PageHead(lingo.T("Inkorg", "Inbox").In(l), ""),
		box("split",
			box("stack", Tabs(TabsView{Label: lingo.T("Urval", "Views").In(l), Tabs: []Tab{{Name: lingo.T("Mina", "Mine").In(l), Href: "#m", Here: true, Count: 3}, {Name: lingo.T("Alla", "All").In(l), Href: "#a", Count: 7}, {Name: lingo.T("Klara", "Closed").In(l), Href: "#k"}}}),
				ThreadList(l, lingo.T("Samtal", "Conversations").In(l), sampleThreads(l)), Pager(l, PagerView{Older: "?efter=1"})),
			box("talk",
				TurnBubble(l, TurnView{ID: "t1", Side: Citizen, Who: "Karin Öberg", Handle: "@karin@mastodon.nu", When: moment(80 * time.Minute), Channel: fediverse, Text: asked, Lang: "sv"}),
				EventLine(l, EventView{Text: lingo.T("Amina tog samtalet", "Amina took the conversation").In(l), When: moment(18 * time.Minute), Icon: icon.Person}),
				TurnBubble(l, TurnView{ID: "t2", Side: Internal, Who: "Lars Berg", When: moment(12 * time.Minute), Text: "Trafikverket bekräftar: öppnar måndag 06. Källa: deras driftkarta."}),
				TurnBubble(l, TurnView{ID: "t3", Side: Authority, Who: "Amina", Unit: "Yttre befäl", When: moment(3 * time.Minute), Channel: fediverse, Text: "Hej Karin! Ja, den är avstängd till måndag kl. 06. Kör via Kullavägen, det tar ungefär fyra minuter längre. Kör försiktigt i natt!", Lang: "sv"}),
				TurnBubble(l, TurnView{ID: "t4", Side: Citizen, Who: "Karin Öberg", Handle: "@karin@mastodon.nu", When: moment(time.Minute), Channel: fediverse, Text: "Tack! 🙏", Edited: true, Tags: []TagView{{Good, lingo.T("tack", "thanks").In(l), ""}}}),
				in(Composer(l, ComposerView{Editor: ev, To: lingo.T("Svara Karin på Fediversum", "Reply to Karin on the Fediverse").In(l)}),
					in(Routine(RoutineView{Tone: Good, Text: lingo.T("Du kan svara själv", "You can reply yourself").In(l)}), Button(ButtonView{Text: lingo.T("Svara nu", "Reply now").In(l), Look: Primary, Icon: icon.Send}), Button(ButtonView{Text: lingo.T("Avsluta utan svar", "Close without a reply").In(l), Look: Bare})))),
		))
}

func sceneRecord(l lingo.Lang, theme Theme) templ.Component {
	f := staffFrame(l, theme, RoomRecord, lingo.T("Protokoll", "Record"))
	return in(Staff(f),
		PageHead(lingo.T("Protokoll", "Record").In(l), lingo.T("Allt som har hänt, i ordning. Ingen kan ändra en rad.", "Everything that has happened, in order. Nobody can change a line.").In(l)),
		box("sheet", Chronicle(l, []ChronicleView{
			{Number: 10482, When: moment(3 * time.Minute), Who: "Amina", Text: lingo.T("svarade", "replied to").In(l), About: "Karin Öberg", Href: "/inkorg/1", Icon: icon.Reply},
			{Number: 10481, When: moment(22 * time.Minute), Who: "Lars", Text: lingo.T("godkände version 3 av", "approved version 3 of").In(l), About: "Natten i Umeå", Href: "/inlagg/1", Icon: icon.Good},
			{Number: 10480, When: moment(26 * time.Hour), Who: "Amina", Text: lingo.T("behöll en lång mening i", "kept a long sentence in").In(l), About: "Natten i Umeå", Href: "/inlagg/1", Icon: icon.Ask, Detail: "Citat ur beslutet, ska stå som det är."},
			{Number: 10479, When: moment(27 * time.Hour), Text: lingo.T("Klockan startade för", "The clock started for").In(l), About: "Siv", Icon: icon.Clock},
		})),
		Pager(l, PagerView{Newer: "?fore=2", Older: "?efter=1"}))
}
