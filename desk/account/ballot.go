package account

import (
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Ballot (val) is an extra election or a referendum that concerns an account: from the first day to the last, the checks ask more
// about impartiality. Ordinary elections are known from the law and stand in no charter.
//
// SFS 1974:152 3 kap. 11 § (extra elections), SFS 1994:692 (municipal referendums).
type Ballot struct {
	Name string // "Folkomröstningen om bron"; "" when there is none
	From string // the first day, such as 2026-11-01
	To   string // the day of the vote
}

// mostBallot is how many days a ballot may concern an account. A longer time would be most of a term of office.
const mostBallot = 200

// Days are the first and the last day; zero times when there is no ballot.
func (b Ballot) Days() (from, to time.Time) {
	from, _ = time.Parse(time.DateOnly, b.From)
	to, _ = time.Parse(time.DateOnly, b.To)
	return from, to
}

// String is the ballot as people read of it: "Folkomröstningen om bron, 2026-11-01–2026-12-06"; "" when there is none.
func (b Ballot) String() string {
	if b == (Ballot{}) {
		return ""
	}
	return b.Name + ", " + b.From + "–" + b.To
}

func (b *Ballot) trim() {
	for _, s := range []*string{&b.Name, &b.From, &b.To} {
		*s = strings.TrimSpace(*s)
	}
}

// wrong says what of a ballot has to be mended. All of it is written, or nothing.
func (b Ballot) wrong() (wrong fault.List) {
	if b == (Ballot{}) {
		return nil
	}
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if n := len([]rune(b.Name)); n == 0 || n > mostName || !readable(b.Name, false) {
		add("election", lingo.T("Skriv vad valet heter, högst %d tecken.", "Write what the election is called, %d characters at most.").Put(mostName))
	}
	from, to := b.Days()
	if from.IsZero() {
		add("election_from", lingo.T("Skriv den första dagen, till exempel 2026-11-01.", "Write the first day, for example 2026-11-01."))
	}
	switch {
	case to.IsZero():
		add("election_to", lingo.T("Skriv valdagen, till exempel 2026-12-06.", "Write the day of the election, for example 2026-12-06."))
	case !from.IsZero() && to.Before(from):
		add("election_to", lingo.T("Valdagen är före den första dagen.", "The day of the election is before the first day."))
	case !from.IsZero() && to.Sub(from) > mostBallot*24*time.Hour:
		add("election_to", lingo.T("Välj en tid på högst %d dagar.", "Choose a time of %d days at most.").Put(mostBallot))
	}
	return wrong
}
