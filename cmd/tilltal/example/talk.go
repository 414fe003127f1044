package example

import (
	"time"

	"tilltal/desk/inbox"
)

const minute = time.Minute

// talk is a conversation: what a citizen asked through the square's form, and what the colleagues did.
type talk struct {
	account string
	about   string // key of the post it was asked under; "" for none
	kind    string
	at      moment
	name    string // as the citizen calls herself; "" when she does not
	contact string
	text    string
	steps   []step
}

// step is something a colleague did in a conversation.
type step struct {
	at   moment
	by   string
	verb verb
	to   string // a colleague's key, or an outcome
	text string
}

type verb int

const (
	take verb = iota
	hand
	note
	reply
	finish
)

func takes(at moment, by string) step         { return step{at: at, by: by, verb: take} }
func hands(at moment, by, to string) step     { return step{at: at, by: by, verb: hand, to: to} }
func notes(at moment, by, text string) step   { return step{at: at, by: by, verb: note, text: text} }
func replies(at moment, by, text string) step { return step{at: at, by: by, verb: reply, text: text} }
func ends(at moment, by, outcome, w string) step {
	return step{at: at, by: by, verb: finish, to: outcome, text: w}
}

// talks are the conversations, account by account.
var talks = []talk{
	{account: town, kind: inbox.KindQuestion, at: workday(6, 8, 50), name: "Bosse på Näset",
		text: "När hämtar ni de bruna kärlen ute på Näset? Mitt har stått vid vägen i två veckor och det har börjat prata med mig.",
		steps: []step{
			takes(workday(6, 9, 40), "lars"),
			replies(workday(6, 10, 25), "lars", "Hej! Bilen till Näset har varit trasig, och vi borde ha berättat det. Den är lagad nu. Vi hämtar ditt kärl i morgon före klockan 16. Du behöver inte göra något, men hälsa kärlet."),
			ends(workday(6, 10, 26), "lars", inbox.OutcomeAnswered, ""),
		}},
	{account: town, about: "recycling", kind: inbox.KindError, at: workday(5, 8, 5), name: "En som har en soffa",
		text: "Ni skriver att återvinningen har öppet till 19 på torsdagar. På skylten vid grinden står det 18. Jag stod där 18.20 med en soffa på släpet.",
		steps: []step{
			takes(workday(5, 8, 30), "nadia"),
			notes(workday(5, 8, 34), "nadia", "Jag tog tiderna ur det gamla schemat. Lars, kan du läsa rättelsen innan den går ut? Skylten har rätt."),
			notes(workday(5, 9, 12), "lars", "Läst. Säg förlåt för soffan också."),
			replies(workday(5, 9, 20), "nadia", "Du har rätt, och vi hade fel. Torsdagar har vi öppet till klockan 18. Nu har vi rättat inlägget, och felet syns där så att alla kan se det. Förlåt för resan med soffan. Visa det här svaret för personalen, så får du köra före kön nästa gång."),
			ends(workday(5, 9, 22), "nadia", inbox.OutcomeAnswered, "Rättelsen är publicerad."),
		}},
	{account: town, kind: inbox.KindQuestion, at: workday(5, 19, 30), name: "Yusuf",
		text: "Hur hårt är vattnet i Sjövik? Jag har köpt en ny diskmaskin och den vill veta innan den startar.",
		steps: []step{
			hands(workday(4, 8, 15), "lars", "olle"),
			notes(workday(4, 8, 40), "olle", "Mjukt vatten: 4 tyska hårdhetsgrader (dH) enligt senaste provet. Lägsta läget på maskinen räcker. Det gäller hela Sjövik men inte Näset, där har de egen brunn."),
			takes(workday(4, 9, 10), "lars"),
			replies(workday(4, 9, 20), "lars", "Hej! Vattnet i Sjövik är mjukt: 4 tyska hårdhetsgrader. Ställ maskinen på lägsta läget. Har du egen brunn kan det vara annorlunda, så fråga oss då igen. Svaret kommer från vår vatteningenjör."),
			ends(workday(4, 9, 21), "lars", inbox.OutcomeAnswered, ""),
		}},
	{account: town, kind: inbox.KindQuestion, at: workday(3, 14, 10), name: "Siv",
		text: "Varför har vårdcentralen inte öppet på kvällarna? Vi är många som arbetar på dagarna.",
		steps: []step{
			takes(workday(3, 14, 30), "nadia"),
			replies(workday(3, 15, 5), "nadia", "Hej! Det förstår vi. Det är regionen som bestämmer vårdcentralens öppettider, så den frågan kan vi inte svara på. Du når dem på regionens webbplats, under Kontakt. Där kan du också lämna synpunkter, och det är ett bra sätt att påverka."),
			ends(workday(3, 15, 7), "nadia", inbox.OutcomeReferred, "Hänvisad till regionen, som driver vårdcentralen."),
		}},
	{account: town, kind: inbox.KindQuestion, at: overdue(townCharter()), name: "Hundägare",
		text: "Lamporna på gångvägen mellan Sjöskolan och ishallen har varit släckta i flera dagar. När lagar ni dem? Det är kolsvart där på kvällen.",
		steps: []step{
			takes(after(overdue(townCharter()), 55*minute), "nadia"),
			notes(after(overdue(townCharter()), 70*minute), "nadia", "Elbolaget äger stolparna men vi äger lamporna. Jag har bett båda höra av sig. Den som får svar först skriver här."),
		}},
	{account: town, kind: inbox.KindQuestion, at: ago(50 * minute), name: "Blivande hönsägare",
		text: "Får man ha höns på en villatomt i Sjövik? Vi tänker oss fyra hönor och ingen tupp. Grannen har frågat om tuppen två gånger."},
	{account: daily, about: "hedgehog", kind: inbox.KindQuestion, at: workday(6, 7, 45), name: "Alma, 7 år, och hennes mamma",
		text: "Tack för att ni räddade igelkotten! Vi läste det högt vid frukosten. Alma undrar vad den heter.",
		steps: []step{
			takes(workday(6, 9, 5), "amina"),
			replies(workday(6, 9, 12), "amina", "Tack själva! Jag läste upp ert brev på fikarasten och det blev alldeles tyst. Igelkotten hann inte säga vad den heter. Vi kallar den Målvakten."),
			ends(workday(6, 9, 13), "amina", inbox.OutcomeAnswered, ""),
		}},
	{account: daily, about: "plough", kind: inbox.KindQuestion, at: workday(5, 21, 15), name: "Trött skattebetalare",
		text: "Döper ni plogbilar för våra skattepengar? Lägg dem på gatorna i stället.",
		steps: []step{
			takes(workday(4, 7, 20), "johan"),
			notes(workday(4, 7, 40), "sara", "Bra fråga att svara rakt på. Ta med vad det kostade."),
			replies(workday(4, 8, 35), "johan", "Rimlig fråga. Namnet kostade 380 kronor, och det var färgen till dörren. Barnen gjorde resten gratis. Plogen kör likadant vad den än heter. Har du en gata som vi missar? Skriv vilken, så åker jag dit och tittar."),
			ends(workday(4, 8, 36), "johan", inbox.OutcomeAnswered, ""),
		}},
	{account: daily, about: "carpark", kind: inbox.KindError, at: workday(4, 12, 10),
		text: "Alla på Rönnstigen vet vems bil det är när ni skriver så. Han hade fått punktering. Det här känns inte bra.",
		steps: []step{
			takes(workday(4, 12, 25), "sara"),
			notes(workday(4, 12, 31), "sara", "Läsaren har rätt. Johan, jag tar bort inlägget nu och svarar. Vi pratar om det på fikat, ingen fara."),
			replies(workday(4, 12, 50), "sara", "Du har rätt, och tack för att du sa till. Vi beskrev bilen så noga att grannar kunde förstå vems den var. Det ska vi inte göra. Nu är inlägget borta, och på sidan står varför. Hälsa honom att vi ber om ursäkt."),
			ends(workday(4, 12, 52), "sara", inbox.OutcomeAnswered, "Inlägget är borta från torget."),
		}},
	{account: daily, about: "finds", kind: inbox.KindQuestion, at: workday(3, 10, 5), name: "Rana", contact: "rana.lind@example.com",
		text: "Har ni lättlästa böcker på arabiska? Min pappa vill börja läsa igen, men han tycker att raderna är för långa.",
		steps: []step{
			takes(workday(3, 11, 0), "eeva"),
			replies(workday(3, 11, 20), "eeva", "Hej! Vi har ungefär trettio lättlästa böcker på arabiska, och de står till höger innanför dörren. Flera finns också att lyssna på. Ta med pappa en eftermiddag, så letar vi fram några tillsammans. Vi bjuder på te."),
			ends(workday(3, 11, 21), "eeva", inbox.OutcomeAnswered, ""),
		}},
	{account: daily, about: "rats", kind: inbox.KindQuestion, at: ago(130 * minute), name: "Kvarnens kiosk",
		text: "Hur ofta tömmer ni korgen utanför kiosken nu? Den var full i går igen. Jag hjälper gärna till att hålla koll, för jag står här ändå.",
		steps: []step{
			takes(ago(100*minute), "amina"),
			notes(ago(98*minute), "amina", "Den korgen står inte på listan över dem som vi tömmer varje dag. Sara, kan vi lägga till den?"),
		}},
	{account: police, about: "bicycles", kind: inbox.KindQuestion, at: workday(6, 17, 10), name: "Pappa till en cyklist",
		text: "Jag tror att den rosa cykeln är min dotters. Hon har inte pratat om något annat sedan den försvann. Vad behöver jag ta med mig?",
		steps: []step{
			takes(workday(6, 17, 40), "petra"),
			replies(workday(6, 18, 5), "petra", "Så roligt att höra! Ta med kvittot eller ramnumret, och gärna dottern. Skriv inte ramnumret här, för då kan någon annan säga det före er. Stationen har öppet till klockan 20 i kväll."),
			ends(workday(6, 18, 6), "petra", inbox.OutcomeAnswered, ""),
		}},
	{account: police, kind: inbox.KindQuestion, at: ago(200 * minute), name: "Hederlig upphittare",
		text:  "Jag har hittat en plånbok på bussen. Ska jag lämna den till er eller till bussbolaget? Det ligger ett foto av en tax i den.",
		steps: []step{takes(ago(185*minute), "petra")}},
	{account: police, about: "parcel", kind: inbox.KindQuestion, at: ago(25 * minute), name: "Pensionärsföreningen", contact: "styrelsen@pensionarerna.example",
		text: "Kan ni komma till vårt månadsmöte och berätta hur man känner igen ett falskt SMS? Vi brukar vara ett fyrtiotal, och vi har bullar."},
}
