package write

import (
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/paper"
)

// situation is what the routine speaks about: a text with what was found in it, as it would be handed in now.
type situation struct {
	kind  string // of draft
	step  guideline.Step
	open  int            // findings without an answer
	found int            // findings
	must  *check.Finding // one that no reason settles
	timed bool
}

// speech is the routine's line, and what the button beneath it does.
type speech struct {
	tone   frame.Tone
	line   lingo.Text
	button lingo.Text
	icon   icon.Name
	reason lingo.Text // the question to answer in words; empty asks nothing
	must   bool       // the button asks for the reason before it does anything
	waits  bool       // somebody else reads before it goes out
}

// situationOf reads the situation out of what was found.
func situationOf(kind string, j paper.Judged, timed bool) situation {
	s := situation{kind: kind, step: j.Step(), open: j.Open(), found: len(j.Findings), timed: timed}
	if f, ok := j.Must(); ok {
		s.must = &f
	}
	return s
}

// speak says what the routine asks of a text, in one line, and names the button after what it will do.
func speak(s situation) speech {
	out := s.speech()
	out.waits = s.step.FourEyes()
	return out
}

func (s situation) speech() speech {
	switch {
	case s.must != nil:
		return speech{tone: frame.Stop, line: lineMust.Put(paper.RuleTitle(*s.must), paper.Reader(s.step)), button: sendTo(s.step), icon: icon.Eye, reason: askMust, must: true}
	case s.step == guideline.OwnJudgement:
		return speech{tone: frame.Good, line: lineOwn, button: s.goes(publishNow, schedule), icon: icon.Send}
	case s.step == guideline.WrittenReason && s.found > 0 && s.open == 0:
		return speech{tone: frame.Good, line: lineAnswered, button: s.goes(publishNow, schedule), icon: icon.Send}
	case s.step == guideline.WrittenReason:
		return speech{tone: frame.Ask, line: lineReason, button: s.goes(publishReason, scheduleReason), icon: icon.Send, reason: askReason}
	case s.step == guideline.SecondReader && s.found > 0:
		return speech{tone: frame.Ask, line: lineReader, button: askReading, icon: icon.Eye}
	case s.step == guideline.SecondReader:
		return speech{tone: frame.Info, line: lineReaderAlways, button: askReading, icon: icon.Eye}
	case s.step == guideline.OnShift:
		return speech{tone: frame.Ask, line: lineShift, button: sendTo(s.step), icon: icon.Eye}
	}
	return speech{tone: frame.Stop, line: lineDecision, button: sendTo(s.step), icon: icon.Eye}
}

// goes chooses the words of a button that sends the text out itself.
func (s situation) goes(now, later lingo.Text) lingo.Text {
	switch {
	case s.timed:
		return later
	case s.kind == draft.KindCorrection:
		return publishCorrection
	}
	return now
}

// sendTo names the button that hands a text to somebody else.
func sendTo(s guideline.Step) lingo.Text {
	switch s {
	case guideline.SecondReader:
		return askReading
	case guideline.OnShift:
		return sendShift
	}
	return sendDecision
}
