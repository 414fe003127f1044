package personaldata

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
)

var caseAdvice = lingo.T("Ett ärendenummer leder den som frågar till handlingarna om en person. Behöver läsaren det?",
	"A case number leads whoever asks to the papers on a person. Does the reader need it?")

// caseNumbers notes police case numbers, court cases and registered papers (diarienummer).
func (r *reader) caseNumbers() {
	for i := 0; i < len(r.low); i++ {
		if isDigit(r.low[i]) && !wordAt(r.low, i-1) {
			i = r.policeCase(i)
		}
	}
	for i := 0; i < len(r.low); i++ {
		switch {
		case wordAt(r.low, i-1):
		case r.written(i):
		case r.low[i] == 'm':
			r.afterCue(i, courtCues, r.courtCase)
		case r.low[i] == 'a' || r.low[i] == 'k':
			r.letterCase(i)
			r.afterCue(i, otherRecords, r.recordNumber)
		case strings.IndexByte("bev", r.low[i]) >= 0:
			r.afterCue(i, otherRecords, r.recordNumber)
		case r.low[i] == 'd' || r.low[i] == 0xC3:
			r.afterCue(i, recordCues, r.recordNumber)
		}
	}
}

var (
	courtCues    = []string{"målnummer", "målnr", "mål nr", "mål nummer", "målet", "mål"}
	recordCues   = []string{"diarienummer", "diarienr", "dnr", "ärendenummer", "ärendenr", "ärende nr", "ärende", "åklagarärende", "dossiernummer", "dossiernr", "dossnr", "doss.nr", "d.nr"}
	otherRecords = []string{"beteckning", "er referens", "vår referens", "anmälningsnummer", "kontraktsnummer", "k-nummer", "k-nr", "er ref", "vår ref"}
)

func (r *reader) afterCue(i int, cues []string, f func(int)) {
	for _, cue := range cues {
		end := i + len(cue)
		if strings.HasPrefix(r.low[i:], cue) && !(end < len(r.low) && isLetter(r.low[end])) {
			for n := 0; end < len(r.low) && n < 4 && strings.IndexByte(" .:-#", r.low[end]) >= 0; n++ {
				end++
			}
			f(end)
			return
		}
	}
}

// policeCase reads 5000-K123456-24, and returns the last byte read.
func (r *reader) policeCase(i int) int {
	end := digits(r.low, i, 4)
	if end != i+4 {
		return max(i, end-1)
	}
	k := joined(r.low, end)
	if k >= len(r.low) || r.low[k] != 'k' {
		return end - 1
	}
	serial := digits(r.low, joined(r.low, k+1), 8)
	year := joined(r.low, serial)
	last := digits(r.low, year, 4)
	if year == serial && serial-k > 6 { // 5000K12345624
		year, last = serial-2, serial
		serial = year - 1
	}
	if serial < k+2 || last-year != 2 && last-year != 4 || wordAt(r.low, last) || year == serial {
		return end - 1
	}
	r.found(ruleCase, i, last, check.Certain, lingo.T("Det här är polisens ärendenummer (K-nummer).", "This is a police case number."), caseAdvice)
	return last - 1
}

// letterCase reads what stands without its cue: AM-123456-24 of the prosecutors, K123456-24 of the police.
func (r *reader) letterCase(i int) {
	at := i + 1
	if strings.HasPrefix(r.low[i:], "am") {
		at = i + 2
	} else if r.low[i] != 'k' {
		return
	}
	if at < len(r.s) && (r.s[at] == '-' || r.s[at] == ' ' && r.s[i] != r.low[i]) {
		at++
	}
	serial := digits(r.low, at, 7)
	year := dash(r.low, serial)
	end := digits(r.low, year, 2)
	if serial-at < 4 || year == serial || end-year != 2 || wordAt(r.low, end) || r.low[serial] == ' ' || !r.free(i, end) {
		return
	}
	r.found(ruleCase, i, end, check.Likely, lingo.T("Det här är polisens eller åklagarens ärendenummer.", "This is a case number of the police or the prosecutor."), caseAdvice)
}

// written notes what courts and authorities write of themselves, in capitals and without a word for it: T 1234-22, IMY-2024-1234. It
// reports whether anything is.
func (r *reader) written(i int) bool {
	end := i
	for end < len(r.s) && end-i < 10 && (r.s[end] >= 'A' && r.s[end] <= 'Z' || r.s[end] == 0xC3 && end+1 < len(r.s) && r.s[end+1] >= 0x84 && r.s[end+1] <= 0x96 || end > i && r.s[end-1] == 0xC3) {
		end++
	}
	if end == i || end == len(r.s) || notCases[r.low[i:end]] {
		return false
	}
	g, last := check.None, 0
	switch serial := digits(r.s, end+1, 5); {
	case r.s[end] == ' ' && courtKinds[r.low[i:end]] && serial-end > 3 && r.s[min(serial, len(r.s)-1)] == '-':
		last = digits(r.s, serial+1, 2)
		g = pick(last-serial == 3 && serial-end > 4, check.Possible, check.None) // "B 200-30" is something else
		if near := r.before(i, 40) + r.low[end:min(len(r.low), end+50)]; last-serial == 3 && (strings.Contains(near, "rätt") || strings.Contains(near, "mål")) {
			g = check.Likely
		}
	case r.s[end] == '-' && end-i > 1 && serial == end+5 && (r.s[end+1:end+3] == "20" || r.s[end+1:end+3] == "19") && r.s[min(serial, len(r.s)-1)] == '-':
		last = digits(r.s, serial+1, 6)
		g = pick(last-serial > 3, check.Possible, check.None)
	}
	if g == check.None || wordAt(r.s, last) || digitAt(r.s, last+1) && r.s[last] == '-' || !r.free(i, last) {
		return false
	}
	r.found(ruleCase, i, last, g, lingo.T("Det här ser ut som ett mål- eller diarienummer.", "This looks like the number of a case."), caseAdvice)
	return true
}

var (
	courtKinds = words("t b ä öä ö pmt um ft f m p k")
	// notCases are capitals before a year and a number that are of a law, a standard or a report.
	notCases = words("sfs sou ds afs bfs iso en eu rfc nja hfd rå mod mig pmöd jo jk prop dir isbn issn cve vm em os ss covid")
)

// courtCase reads T 1234-22 after the word for a case.
func (r *reader) courtCase(i int) {
	at := i
	for at < len(r.low) && at-i < 3 && isLetter(r.low[at]) {
		at++
	}
	if at < len(r.low) && r.low[at] == ' ' {
		at++
	}
	serial := digits(r.low, at, 6)
	year := dash(r.low, serial)
	end := digits(r.low, year, 4)
	if serial == at || year == serial || end-year < 2 || end-year == 3 || wordAt(r.low, end) || digitAt(r.low, end+1) && r.low[end] == '-' || !r.free(i, end) || r.numbered(at, end) {
		return
	}
	r.found(ruleCase, i, end, check.Likely, lingo.T("Det här är ett målnummer i domstol.", "This is the number of a case in court."), caseAdvice)
}

// recordNumber reads the number of a registered paper: letters, digits, a year and a sign between. Decisions of JO, JK and
// the courts are public sources, and are let be.
func (r *reader) recordNumber(i int) {
	if before := r.before(i, 16); cued(before, []string{"jo", "jk", "hfd", "nja", "rå"}) {
		return
	}
	end, figures, signs := i, 0, 0
	for end < len(r.low) && end-i < 32 {
		c := r.low[end]
		if isDigit(c) {
			figures++
		} else if strings.IndexByte("-/:.", c) >= 0 && wordAt(r.low, end+1) {
			signs++
		} else if !isLetter(c) && !(c == ' ' && signs == 0 && figures == 0 && digitAt(r.low, end+1)) {
			break
		}
		end++
	}
	if figures < 5 || signs == 0 || !r.free(i, end) || r.numbered(i, end) {
		return
	}
	r.found(ruleCase, i, end, check.Possible, lingo.T("Det här är ett diarie- eller ärendenummer.", "This is the number of a registered paper or case."), caseAdvice)
}

// numbered reports whether the digits of a stretch are an identity number: who writes one after "dnr" has still written it.
func (r *reader) numbered(from, to int) bool {
	var d []byte
	for i := from; i < to; i++ {
		if isDigit(r.s[i]) {
			d = append(d, r.s[i])
		}
	}
	if len(d) != 10 && len(d) != 12 {
		return false
	}
	n, ok := identity(&cluster{letter: -1, digits: d, groups: []group{{start: from, end: to, to: len(d)}}}, 0, 1)
	return ok && luhn(n.ten)
}

// digits returns the byte after at most n digits from i, or i when more follow.
func digits(s string, i, n int) int {
	end := i
	for digitAt(s, end) {
		end++
	}
	if end-i > n {
		return i
	}
	return end
}

// joined returns the byte after a hyphen, or after one blank.
func joined(s string, i int) int {
	if at := dash(s, i); at > i || i >= len(s) || s[i] != ' ' {
		return at
	}
	return i + 1
}

// dash returns the byte after a stroke, or a hyphen with at most one blank on either side; i when there is none.
func dash(s string, i int) int {
	at := i
	if at < len(s) && s[at] == ' ' {
		at++
	}
	if at >= len(s) || s[at] != '-' && !(s[at] == '/' && at == i) {
		return i
	}
	if at++; at < len(s) && s[at] == ' ' {
		at++
	}
	return at
}
