package inbox

import "tilltal/base/lingo"

var kindTitles = map[string]lingo.Text{
	KindQuestion: lingo.T("fråga", "question"),
	KindError:    lingo.T("felanmälan", "error report"),
	KindAlike:    lingo.T("rapport om ett liknande konto", "report of a look-alike account"),
	KindReply:    lingo.T("svar på ett inlägg", "reply to a post"),
	KindMention:  lingo.T("omnämnande", "mention"),
	KindDirect:   lingo.T("direktmeddelande", "direct message"),
	KindReport:   lingo.T("anmälan", "report"),
}

// KindTitle is what a conversation is about, in words that fit in the middle of a sentence; empty for a kind we do not know.
func KindTitle(kind string) lingo.Text { return kindTitles[kind] }

// Kinds returns what a conversation can be about, in the order they are shown.
func Kinds() []string {
	return []string{KindQuestion, KindError, KindAlike, KindReply, KindMention, KindDirect, KindReport}
}

var outcomeTitles = map[string]lingo.Text{
	OutcomeAnswered: lingo.T("besvarad", "answered"),
	OutcomeReferred: lingo.T("hänvisad", "referred"),
	OutcomeNoNeed:   lingo.T("inget svar behövs", "no answer needed"),
}

// OutcomeTitle is how a conversation ended, in words that fit in the middle of a sentence; empty for one we do not know.
func OutcomeTitle(outcome string) lingo.Text { return outcomeTitles[outcome] }

// Outcomes returns how a conversation can end, in the order they are shown.
func Outcomes() []string { return []string{OutcomeAnswered, OutcomeReferred, OutcomeNoNeed} }
