package tongue

import (
	"strings"
	"testing"

	"tilltal/check/prose"
)

// samples are what citizens may write, a few lines for each language. None of them was looked at when the word lists were made.
var samples = map[string]string{
	"sv": "Hej, när öppnar ni på måndag?|Varför är inte gatan plogad än?|Min dotter har inte fått plats på förskolan och ingen svarar i telefon.|Tack för att ni lagade lampan så snabbt|Kan man anmäla skräp någonstans?",
	"en": "Hello, when do you open on Monday?|Why has the street not been cleared yet?|My daughter has no place at the preschool and nobody answers the phone.|Where can I find the form for housing support?|Thank you for the help with my application",
	"nb": "Hei, når åpner dere på mandag? Jeg kan ikke finne det på siden deres|Hvorfor er ikke veien måkt ennå?|Jeg vil gjerne vite hva som skjer med søknaden min",
	"da": "Hej, hvornår åbner I på mandag? Jeg kan ikke finde det nogen steder|Hvorfor er vejen ikke ryddet endnu, og hvad gør I nu?|Jeg vil gerne vide hvad der sker med min ansøgning, og hvor jeg skal ringe",
	"fi": "Hei, milloin te olette auki maanantaina? Minä en löydä sitä|Miksi tietä ei ole aurattu ja kuka siitä vastaa?|Minun tyttäreni ei ole saanut paikkaa ja kukaan ei vastaa, mitä minä teen",
	"de": "Guten Tag, wann haben Sie am Montag geöffnet?|Warum ist die Straße noch nicht geräumt?|Ich kann das Formular nicht finden, können Sie mir bitte helfen?",
	"es": "Hola, ¿cuándo abren el lunes? No lo encuentro en la página|¿Por qué no está limpia la calle?|Mi hija no tiene plaza y nadie contesta, qué puedo hacer",
	"fr": "Bonjour, quand est-ce que vous ouvrez le lundi ? Je ne trouve pas|Pourquoi la rue n'est pas dégagée ? Elle est dangereuse pour les enfants|Je voudrais savoir où je peux trouver le formulaire pour mon fils",
	"pl": "Dzień dobry, kiedy jest otwarte w poniedziałek? Nie mogę znaleźć|Dlaczego ulica nie jest odśnieżona i co mam zrobić?|Proszę o pomoc, nie mam odpowiedzi od urzędu już od miesiąca",
	"bs": "Zdravo, kada je otvoreno u ponedjeljak? Ja ne mogu da nađem|Zašto ulica nije očišćena i što mi da radimo?|Molim vas za pomoć, nisam dobio odgovor i ne znam kako dalje",
	"so": "Waxaan rabaa inaan ogaado goorma ay furan tahay xafiisku|Maxaa loo nadiifin la'yahay waddada, waa khatar oo carruurta ayaa ku dhacda|Fadlan i caawi, ma aan helin jawaab ilaa hadda",
	"tr": "Merhaba, pazartesi ne zaman açık? Ben bulamadım|Neden sokak temizlenmedi, bu çok tehlikeli bir yer|Lütfen yardım edin, başvurum için cevap yok",
	"ar": "متى تفتحون يوم الاثنين؟ لا أجد المعلومات|لماذا لم يتم تنظيف الشارع حتى الآن",
	"fa": "سلام، دوشنبه چه ساعتی باز می\u200cکنید؟ من پیدا نمی\u200cکنم|چرا خیابان پاک نشده است و چه کسی مسئول است",
	"uk": "Добрий день, коли ви відчинені в понеділок? Я не можу знайти|Чому вулиця ще не прибрана і що мені робити",
	"ru": "Здравствуйте, когда вы открыты в понедельник? Я не могу найти|Почему улица до сих пор не убрана",
	"ti": "ሰላም፡ ሰኑይ መዓስ ኢኹም ትኸፍቱ? ክረኽቦ ኣይከኣልኩን|እዚ ጽርግያ ስለምንታይ ዘይጸረገ",
	"sq": "Përshëndetje, kur jeni hapur të hënën? Unë nuk e gjej dot në faqe|Pse nuk është pastruar rruga dhe kush është përgjegjës për këtë",
}

func TestOf(t *testing.T) {
	right, none, wrong := 0, 0, 0
	for tag, lines := range samples {
		for line := range strings.SplitSeq(lines, "|") {
			switch got := Of(prose.Read(line)); got {
			case tag:
				right++
			case Unknown:
				none++
				t.Logf("%s: unknown: %q", tag, line)
			default:
				wrong++
				t.Logf("%s: taken for %s: %q", tag, got, line)
			}
		}
	}
	t.Logf("%d right, %d unknown, %d wrong", right, none, wrong)
	if all := right + none + wrong; wrong*50 > all || right*100 < all*85 {
		t.Errorf("of %d lines %d were told right and %d wrong", all, right, wrong)
	}
}

func TestShortTextsAreUnknown(t *testing.T) {
	for _, text := range []string{"", "ok", "Tack!", "Hej hej", "Bra jobbat", "👍👍", "https://example.se/the/and/of", "@the@and.example #the", "Anna Berg", "1 2 3 4 5", "lol", "🇸🇴"} {
		if got := Of(prose.Read(text)); got != Unknown {
			t.Errorf("%q is %s", text, got)
		}
	}
}

func TestEveryLanguageHasAName(t *testing.T) {
	for _, tag := range append([]string{"ckb", "ps", "ur"}, tags...) {
		if n := Name(tag); n.SV == tag || n.Empty() {
			t.Errorf("%s has no name", tag)
		}
	}
	for _, s := range scripts {
		if Name(s.tag).SV == s.tag {
			t.Errorf("%s has no name", s.tag)
		}
	}
	if Name("xx").SV != "xx" {
		t.Error("a language we do not know keeps its tag")
	}
}

func FuzzOf(f *testing.F) {
	for _, lines := range samples {
		f.Add(lines)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if a, b := Of(prose.Read(text)), Of(prose.Read(text)); a != b {
			t.Fatalf("%q and %q", a, b)
		}
	})
}
