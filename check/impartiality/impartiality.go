// Package impartiality asks whether an authority takes sides. An authority serves everybody, also those who voted otherwise, buy
// elsewhere and think differently. What an officer may say as a citizen is another thing with the authority as sender: praise
// for a shop, a petition, a view on a question that parties quarrel about, and, when an election is near, who gave the town its
// new school.
//
// The law it serves: SFS 1974:152 1 kap. 9 § (objectivity and impartiality), SFS 2017:900 5 § and SFS 2017:725 2 kap. 3 §.
//
// Naming parties together with praise or blame is asked about by the rule tone.party (check/tone). This check asks about the rest.
// The weeks before an election it asks more. Ordinary elections are reckoned from the law; others are told by Input.Election.
package impartiality

import (
	"slices"
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

// Check asks about taking sides.
type Check struct{}

// Sheet describes the check.
func (Check) Sheet() check.Sheet { return sheet }

// The rules' stable ids.
const (
	ruleCommercial = "impartiality.commercial"
	ruleCampaign   = "impartiality.campaign"
	ruleIssue      = "impartiality.issue"
	ruleElected    = "impartiality.elected"
	ruleElection   = "impartiality.election"
)

const together = 4 // sentences in which one rule asks once

// Look returns questions about taking sides.
func (Check) Look(in check.Input) []check.Finding {
	if in.Text == "" {
		return nil
	}
	r := &reader{t: in.Prose(), notes: check.NewNotes(&sheet, in.Text), last: map[string]int{}}
	r.signs = read(r.t)
	r.commercial()
	r.campaign()
	r.issue()
	r.elected()
	if days, name := untilElection(in.Now, in.Election); days >= 0 {
		r.election(days, name)
	}
	return r.notes.Findings()
}

// reader is one reading of one text.
type reader struct {
	t     *prose.Text
	signs []sign
	notes *check.Notes
	last  map[string]int // for each rule, the sentence after the one it last asked about
}

// sign is a word or phrase that means something here.
type sign struct {
	means    meaning
	at       check.Span
	sentence int
}

func read(t *prose.Text) (out []sign) {
	for i, w := range t.Words {
		if initials[w.Lower] && strings.HasSuffix(t.Gap(i-1), "(") && (i+1 == len(t.Words) && strings.HasPrefix(t.Raw[w.End:], ")") || strings.HasPrefix(t.Gap(i), ")")) {
			out = append(out, sign{representative, check.Span{Start: w.Start, End: w.End}, w.Sentence}) // "Ulla Exempelsson (S)"
		}
	}
	lexicon.Each(t, func(i, n int, m meaning) {
		out = append(out, sign{m, check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}, t.Words[i].Sentence})
	})
	slices.SortStableFunc(out, func(a, b sign) int { return a.at.Start - b.at.Start })
	return out
}

// initials are how parties stand after somebody's name.
var initials = map[string]bool{"s": true, "m": true, "sd": true, "c": true, "v": true, "kd": true, "mp": true, "l": true}

// beside returns the first sign of some meaning within so many sentences of sign i.
func (r *reader) beside(i, sentences int, means ...meaning) (sign, bool) {
	home := r.signs[i].sentence
	lo := i
	for lo > 0 && r.signs[lo-1].sentence >= home-sentences && i-lo < 60 {
		lo--
	}
	for j := lo; j < len(r.signs) && r.signs[j].sentence <= home+sentences && j-lo < 120; j++ {
		for _, m := range means {
			if j != i && r.signs[j].means == m {
				return r.signs[j], true
			}
		}
	}
	return sign{}, false
}

// point asks, unless the same rule just did.
func (r *reader) point(rule string, s sign, g check.Grade, reason, advice lingo.Text) {
	if last, asked := r.last[rule]; asked && s.sentence < last+together {
		return
	}
	r.last[rule] = s.sentence
	r.notes.Point(rule, s.at, g, reason, advice)
}

func (r *reader) word(s sign) string { return r.t.Raw[s.at.Start:s.at.End] }

// commercial asks about praise of a shop, a product or a company.
func (r *reader) commercial() {
	for i, s := range r.signs {
		if s.means != offer && s.means != shop {
			continue
		}
		_, warm := r.beside(i, 0, praise, buy)
		if s.means == shop && !warm {
			continue
		}
		g := check.Possible
		if warm && s.means == offer {
			g = check.Likely
		}
		r.point(ruleCommercial, s, g,
			lingo.T("”%s” kan läsas som reklam för ett företag.", "“%s” may be read as advertising for a company.").Put(r.word(s)),
			lingo.T("Skulle ni säga likadant om en konkurrent? Ett sätt: berätta vad som finns och var, utan att välja åt läsaren.", "Would you say the same of a competitor? One way: tell what there is and where, without choosing for the reader."))
	}
}

// campaign asks about petitions, boycotts and calls to protest.
func (r *reader) campaign() {
	for _, s := range r.signs {
		if s.means != call {
			continue
		}
		r.point(ruleCampaign, s, check.Likely,
			lingo.T("”%s” uppmanar till en kampanj för eller mot något.", "“%s” calls for a campaign for or against something.").Put(r.word(s)),
			lingo.T("Är det myndighetens uppdrag att driva den frågan? Ett sätt: berätta att frågan finns och var beslutet fattas.", "Is it the authority's task to drive that question? One way: tell that the question exists and where it is decided."))
	}
}

// issue asks about a stand in a question that parties quarrel about.
func (r *reader) issue() {
	for i, s := range r.signs {
		if s.means != question {
			continue
		}
		stand, taken := r.beside(i, 0, stance)
		if !taken {
			continue
		}
		r.point(ruleIssue, s, check.Possible,
			lingo.T("”%s” är en politisk fråga, och ”%s” låter som ett ställningstagande.", "“%s” is a political question, and “%s” sounds like a stand.").Put(r.word(s), r.word(stand)),
			lingo.T("Är det beslutat, eller tycker ni? Ett sätt: skriv vem som har beslutat vad, och vad det betyder för läsaren.", "Is it decided, or is it what you think? One way: write who decided what, and what it means to the reader."))
	}
}

// elected asks about letting an elected person have the honour of what the authority does.
func (r *reader) elected() {
	for i, s := range r.signs {
		if s.means != representative && s.means != government {
			continue
		}
		given, found := r.beside(i, 0, credit)
		if !found {
			continue
		}
		r.point(ruleElected, s, check.Possible,
			lingo.T("”%s” står ihop med ”%s”. Det kan läsas som att en förtroendevald får äran, eller lovar något, med myndigheten som avsändare.", "“%s” stands together with “%s”. It may be read as an elected person taking the honour, or promising, with the authority as sender.").Put(r.word(s), r.word(given)),
			lingo.T("Är det nämnden eller personen som har gjort det? Ett sätt: skriv vilket organ som har beslutat.", "Was it the committee or the person? One way: write which body decided."))
	}
}

// election asks about parties, elected persons and promises when an election is near.
func (r *reader) election(days int, name string) {
	for i, s := range r.signs {
		switch s.means {
		case representative, party, promise:
		case ballot:
			if _, other := r.beside(i, 0, poll); other {
				continue
			}
		default:
			continue
		}
		g := check.Possible
		if s.means == party {
			g = check.Likely
		}
		reason := lingo.T("Det är %d dagar till valet, och här nämns ”%s”.", "The election is %d days away, and “%s” is named here.").Put(days, r.word(s))
		switch {
		case name != "" && days == 0:
			reason = lingo.T("Valdagen är i dag (%s), och här nämns ”%s”.", "The day of the vote is today (%s), and “%s” is named here.").Put(name, r.word(s))
		case name != "":
			reason = lingo.T("Det är %d dagar till valdagen (%s), och här nämns ”%s”.", "The day of the vote is %d days away (%s), and “%s” is named here.").Put(days, name, r.word(s))
		case days == 0:
			reason = lingo.T("Det är val i dag, och här nämns ”%s”.", "The election is today, and “%s” is named here.").Put(r.word(s))
		}
		r.point(ruleElection, s, g, reason,
			lingo.T("Kan det här påverka någons röst, eller vänta till efter valet? Upplysningar om hur man röstar går bra.", "Can this sway a vote, or can it wait until after the election? Information on how to vote is fine."))
	}
}
