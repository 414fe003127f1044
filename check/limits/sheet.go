package limits

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

// network is what the check needs to know of a network besides how it counts.
type network struct {
	name     string
	title    string
	grade    check.Grade // how sure the limit is: certain where the network documents it
	advice   lingo.Text
	pictures int // the most in one post; 0 when not known
	alt      int // the most characters of a picture description; 0 when not known
	tags     int // the most hashtags; 0 when not known
	source   string
	mute     bool // it shows no picture descriptions
}

var (
	shorten = lingo.T("Korta texten, eller lägg det viktigaste först och länka till resten på er egen webbplats.",
		"Shorten the text, or put what matters first and link to the rest on your own site.")
	folded = lingo.T("De flesta servrar visar hela texten, men några viker ihop den. Står det viktigaste först?",
		"Most servers show the whole text, but some fold it. Does what matters stand first?")
	ask = lingo.T("Servern bestämmer sin egen gräns. Korta texten om ni inte vet att er server tillåter mer.",
		"The server sets its own limit. Shorten the text unless you know that yours allows more.")
)

var known = map[string]network{}

var order = []network{
	{"x", "X", check.Certain, shorten, 4, 1000, 0, "X: Counting characters (docs.x.com)", false},
	{"bluesky", "Bluesky", check.Certain, shorten, 4, 1000, 0, "Bluesky: app.bsky.feed.post lexicon", false},
	{"mastodon", "Mastodon", check.Likely, ask, 4, 1500, 0, "Mastodon: Posting to your profile (docs.joinmastodon.org)", false},
	{"fediverse", "Fediversum", check.Possible, folded, 0, 1500, 0, "Mastodon: Posting to your profile (docs.joinmastodon.org)", false},
	{"gotosocial", "GoToSocial", check.Likely, ask, 0, 0, 0, "GoToSocial: statuses configuration", false},
	{"threads", "Threads", check.Certain, shorten, 20, 0, 0, "Threads: Posts (developers.facebook.com)", false},
	{"facebook", "Facebook", check.Likely, shorten, 0, 0, 0, "Branschuppgift, inte dokumenterad av Facebook", false},
	{"instagram", "Instagram", check.Likely, shorten, 10, 1000, 5, "Instagram: Content publishing (developers.facebook.com)", false},
	{"linkedin", "LinkedIn", check.Likely, shorten, 20, 0, 0, "LinkedIn: little text format (learn.microsoft.com)", false},
	{"youtube", "YouTube", check.Likely, shorten, 0, 0, 0, "YouTube Data API: videos", true},
}

// Networks lists the names of the networks whose limits are known, as Input.Networks has them.
func Networks() []string {
	names := []string{"square"}
	for _, n := range order {
		names = append(names, n.name)
	}
	return names
}

func unitName(unit string) lingo.Text {
	switch unit {
	case Bytes:
		return lingo.T("byte", "bytes")
	case Wire:
		return lingo.T("tecken (med de tecken som läggs till när texten skickas)", "characters (with those added when the text is sent)")
	}
	return lingo.T("tecken", "characters")
}

var sheet = makeSheet()

func makeSheet() check.Sheet {
	s := check.Sheet{
		Name:  "limits",
		Title: lingo.T("Längd", "Length"),
		Help: lingo.T("Räknar texten så som varje nätverk räknar den: en emoji kan vara ett tecken, två eller tjugofem. Torget har ingen gräns. "+
			"Gränser som nätverket inte självt har skrivit ner ger aldrig mer än \"troligt\".",
			"Counts the text the way each network counts it: an emoji may be one character, two or twenty-five. The square has no limit. "+
				"Limits that the network itself has not written down never give more than \"likely\"."),
	}
	for _, n := range order {
		known[n.name] = n
		_, limit, unit := Count(n.name, "")
		s.Rules = append(s.Rules, check.Rule{
			ID:    "limits." + n.name,
			Title: lingo.T("För lång för %s", "Too long for %s").Put(n.title),
			Help: lingo.T("%s tar emot %d %s. Det som är längre skickas inte, eller klipps av.", "%s takes %d %s. What is longer is not sent, or is cut off.").
				Put(n.title, limit, unitName(unit)),
			Source: n.source,
		})
	}
	return s
}
