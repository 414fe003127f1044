package tone

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

// opinion asks about own feelings on what JO has named: courts, sentences, costs, politics, groups.
func (r *reader) opinion() {
	var o once
	for i, s := range r.marks {
		if s.cue != feeling && s.cue != judging && s.cue != view {
			continue
		}
		points := 0
		about := []cue{subject, elected, partyName}
		if s.cue == judging {
			about = append(about, office)
		}
		if n, subj := r.near(i, 1, about...); n > 0 {
			points = 2
			if subj.sentence == s.sentence {
				points++
			}
		}
		if points > 0 {
			if n, _ := r.near(i, 1, feeling, judging); n > 0 {
				points++
			}
		}
		if s.cue == view {
			points = max(points, 3)
		}
		if points < 3 || o.again(s.sentence) {
			continue
		}
		g := graded(points, 3, 5)
		if r.profile.feelings && points >= 4 {
			g = check.Likely
		}
		r.notes.Point(ruleOpinion, s.at, g,
			lingo.T("”%s” låter som en egen åsikt, med myndigheten som avsändare.", "“%s” sounds like an opinion of one's own, with the authority as sender.").Put(r.word(s)),
			lingo.T("Är det myndighetens uppgift att tycka till om det här? Ett sätt: berätta vad ni gör och vad som gäller, och låt läsaren dra slutsatsen.", "Is it for the authority to have a view on this? One way: tell what you do and what the rules are, and let the reader conclude."))
	}
}

// oneSided asks about a duty without exceptions, and about advice put as duty.
func (r *reader) oneSided() {
	var o once
	if r.has(except) {
		return
	}
	for i, s := range r.marks {
		if s.cue != duty {
			continue
		}
		absolute, _ := r.near(i, 1, always)
		mixed, _ := r.near(i, 0, advice)
		if absolute == 0 && mixed == 0 || o.again(s.sentence) {
			continue
		}
		reason := lingo.T("”%s” står utan undantag. Få regler saknar undantag.", "“%s” stands without exceptions. Few rules have none.")
		ask := lingo.T("Stämmer det i alla fall? Ett sätt: säg huvudregeln och länka till hela regeln.", "Is it true in every case? One way: say the main rule and link to the whole of it.")
		if mixed > 0 {
			reason = lingo.T("”%s” står ihop med ett råd. JO har kritiserat råd som låter som plikt.", "“%s” stands together with advice. JO has criticised advice that sounds like duty.")
			ask = lingo.T("Är det en skyldighet eller ett råd? Skriv ”du måste” om lagen kräver det, annars ”vi rekommenderar”.", "Is it a duty or advice? Write “you must” if the law demands it, otherwise “we recommend”.")
		}
		r.notes.Point(ruleOneSided, s.at, check.Possible, reason.Put(r.word(s)), ask)
	}
}

// party asks about taking sides for or against a party or an elected person. A party's name alone is asked about only where
// the account has no reason to name one.
func (r *reader) party() {
	var o once
	parties := r.count(partyName)
	for i, s := range r.marks {
		if s.cue != partyName && s.cue != elected && s.cue != vote {
			continue
		}
		sides, first := r.near(i, 0, praise, blame, vote, judging, feeling)
		if first.at == s.at { // "rösta på" calls for something and praises it: what stands with it is the party
			_, first = r.near(i, 0, partyName, elected)
		}
		g := check.None
		switch {
		case s.cue == vote && parties > 0, s.cue == partyName && sides > 0:
			g = check.Likely
		case s.cue == elected && sides > 0:
			g = check.Possible
		case s.cue == partyName && r.profile.parties && parties == 1:
			g = check.Possible
		}
		if g == check.None || o.again(s.sentence) {
			continue
		}
		reason := lingo.T("Här nämns ”%s”. Myndigheten ska vara opartisk.", "“%s” is named here. The authority is to be impartial.").Put(r.word(s))
		if sides > 0 && first.at.End > 0 {
			reason = lingo.T("”%s” står ihop med ”%s”. Det kan läsas som att myndigheten tar ställning.", "“%s” stands together with “%s”. It may be read as the authority taking sides.").Put(r.word(s), r.word(first))
		}
		r.notes.Point(ruleParty, s.at, g, reason,
			lingo.T("Skulle du skriva likadant om ett annat parti? Ett sätt: berätta vad som beslutades, inte vem som hade rätt.", "Would you write the same of another party? One way: tell what was decided, not who was right."))
	}
}

func (r *reader) count(c cue) (n int) {
	for _, s := range r.marks {
		if s.cue == c {
			n++
		}
	}
	return n
}
