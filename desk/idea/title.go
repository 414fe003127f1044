package idea

import "tilltal/base/lingo"

var stageTitles = map[Stage]lingo.Text{
	Waiting:   lingo.T("väntar på svar", "waiting for an answer"),
	Asked:     lingo.T("har fått en fråga", "has been asked about"),
	Adopted:   lingo.T("har blivit ett utkast", "has become a draft"),
	Published: lingo.T("har blivit ett inlägg", "has become a post"),
	Refused:   lingo.T("blev ett nej", "was turned down"),
}

// Title says where an idea stands, in words that fit in the middle of a sentence.
func (s Stage) Title() lingo.Text { return stageTitles[s] }
