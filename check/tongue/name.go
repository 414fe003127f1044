package tongue

import "tilltal/base/lingo"

// Name returns what a language is called; its tag when we have no name for it.
func Name(tag string) lingo.Text {
	if n, ok := names[tag]; ok {
		return n
	}
	return lingo.T(tag, tag)
}

var names = map[string]lingo.Text{
	"sv": lingo.T("svenska", "Swedish"), "en": lingo.T("engelska", "English"), "nb": lingo.T("norska", "Norwegian"), "da": lingo.T("danska", "Danish"),
	"fi": lingo.T("finska", "Finnish"), "de": lingo.T("tyska", "German"), "fr": lingo.T("franska", "French"), "es": lingo.T("spanska", "Spanish"),
	"it": lingo.T("italienska", "Italian"), "pt": lingo.T("portugisiska", "Portuguese"), "nl": lingo.T("nederländska", "Dutch"), "pl": lingo.T("polska", "Polish"),
	"bs": lingo.T("bosniska, kroatiska eller serbiska", "Bosnian, Croatian or Serbian"), "sq": lingo.T("albanska", "Albanian"), "tr": lingo.T("turkiska", "Turkish"),
	"ku": lingo.T("kurmanji", "Kurmanji"), "ckb": lingo.T("sorani", "Sorani"), "so": lingo.T("somaliska", "Somali"), "ro": lingo.T("rumänska", "Romanian"),
	"et": lingo.T("estniska", "Estonian"), "lt": lingo.T("litauiska", "Lithuanian"), "lv": lingo.T("lettiska", "Latvian"), "ar": lingo.T("arabiska", "Arabic"),
	"fa": lingo.T("persiska eller dari", "Persian or Dari"), "ps": lingo.T("pashto", "Pashto"), "ur": lingo.T("urdu", "Urdu"), "ru": lingo.T("ryska", "Russian"),
	"uk": lingo.T("ukrainska", "Ukrainian"), "sr": lingo.T("serbiska", "Serbian"), "bg": lingo.T("bulgariska", "Bulgarian"), "ti": lingo.T("tigrinska", "Tigrinya"),
	"am": lingo.T("amhariska", "Amharic"), "el": lingo.T("grekiska", "Greek"), "he": lingo.T("hebreiska", "Hebrew"), "ko": lingo.T("koreanska", "Korean"),
	"ja": lingo.T("japanska", "Japanese"), "zh": lingo.T("kinesiska", "Chinese"), "th": lingo.T("thailändska", "Thai"), "hi": lingo.T("hindi", "Hindi"),
	"bn": lingo.T("bengali", "Bengali"), "ta": lingo.T("tamil", "Tamil"), "hy": lingo.T("armeniska", "Armenian"), "ka": lingo.T("georgiska", "Georgian"),
}
