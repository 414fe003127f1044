package incoming

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

// child marks a child near violence, fear or neglect: in the same sentence or the next; and a child's own words of it.
func (r *reader) child() {
	for _, s := range r.signs {
		if s.cue == told && !r.denied(s) {
			r.mark(Child, s.at, check.Likely, lingo.T("”%s”: ett barn kan fara illa.", "“%s”: a child may be in danger.").Put(r.words(s.at)), askChild)
			return
		}
		if s.cue != harm || r.denied(s) {
			continue
		}
		who, ok := r.young(s.sentence-1, s.sentence+1)
		_, figure := r.first(s.sentence, s.sentence, figure)
		if !ok || figure {
			continue
		}
		r.mark(Child, s.at, check.Likely, lingo.T("”%s” står nära ”%s”. Ett barn kan fara illa.", "“%s” stands near “%s”. A child may be in danger.").Put(r.words(s.at), r.words(who.at)), askChild)
		return
	}
}

// young returns the first word for a child in a stretch of sentences: also somebody's own, "min dotter".
func (r *reader) young(from, to int) (sign, bool) {
	if who, ok := r.first(from, to, child); ok {
		return who, true
	}
	return r.find(stretch{from, to, own}, func(s sign) bool {
		return s.cue == official && (strings.HasSuffix(r.words(s.at), " son") || strings.HasSuffix(r.words(s.at), " dotter"))
	})
}

// crime marks a crime that somebody tells of as having happened, or wants to report.
func (r *reader) crime() {
	for _, s := range r.signs {
		if s.cue != crime && s.cue != victim || r.denied(s) {
			continue
		}
		if _, told := r.first(s.sentence-1, s.sentence+1, official); !told && s.cue != victim {
			continue
		}
		r.mark(Crime, s.at, check.Likely, lingo.T("”%s”: någon berättar om ett brott.", "“%s”: somebody tells of a crime.").Put(r.words(s.at)),
			lingo.T("Behöver personen hjälp att anmäla? 112 när det är akut, 114 14 annars.", "Does the person need help to report it? 112 when urgent, 114 14 otherwise."))
		return
	}
}

// report marks an error report: of a thing, or of what we have written.
func (r *reader) report() {
	for _, s := range r.signs {
		if s.cue == faulty {
			r.mark(Report, s.at, check.Likely, lingo.T("”%s”: någon anmäler ett fel.", "“%s”: somebody reports a fault.").Put(r.words(s.at)), askReport)
			return
		}
		if s.cue != broken {
			continue
		}
		if what, ok := r.first(s.sentence, s.sentence, thing); ok {
			r.mark(Report, s.at, check.Likely, lingo.T("”%s” står nära ”%s”: någon anmäler ett fel.", "“%s” stands near “%s”: somebody reports a fault.").Put(r.words(what.at), r.words(s.at)), askReport)
			return
		}
	}
}

// question marks a sentence that ends with a question mark, or opens as a question does, or asks for something.
func (r *reader) question() {
	for i, s := range r.t.Sentences {
		at := check.Span{Start: s.Start, End: s.End}
		end := r.t.Raw[r.t.Words[s.Last-1].End:s.End]
		opens, ok := r.first(i, i, asks)
		switch {
		case strings.Contains(end, "?") && s.Last-s.First >= 2:
			r.mark(Question, at, check.Likely, lingo.T("Meningen slutar med ett frågetecken.", "The sentence ends with a question mark."), askQuestion)
			return
		case ok && (opens.word <= s.First+1 || strings.Contains(strings.ToLower(r.words(opens.at)), "undrar") || strings.Contains(r.words(opens.at), "fråga")) && s.Last-s.First >= 3 && !strings.Contains(end, "!"):
			r.mark(Question, opens.at, check.Likely, lingo.T("Meningen börjar som en fråga: ”%s”.", "The sentence begins as a question: “%s”.").Put(r.words(opens.at)), askQuestion)
			return
		}
		if s, ok := r.first(i, i, please); ok {
			r.mark(Question, s.at, check.Likely, lingo.T("Någon ber om svar: ”%s”.", "Somebody asks for an answer: “%s”.").Put(r.words(s.at)), askQuestion)
			return
		}
	}
}

func (r *reader) mark(rule string, at check.Span, g check.Grade, reason, advice lingo.Text) {
	r.notes.Point(rule, at, g, reason, advice)
}

var (
	askThreat   = lingo.T("Är det allvar? Svara inte ensam. Spara det, visa din chef och följ er rutin. Är det akut, ring 112.", "Is it meant? Do not answer alone. Keep it, show your manager and follow your routine. If it is urgent, call 112.")
	askChild    = lingo.T("Ska ni göra en orosanmälan? Den görs genast. Är det akut, ring 112.", "Should you report it to the social services? It is done at once. If it is urgent, call 112.")
	askReport   = lingo.T("Kan ni lämna felet vidare, och säga det till den som anmälde?", "Can you pass the fault on, and tell whoever reported it?")
	askQuestion = lingo.T("Vem kan svara?", "Who can answer?")
)
