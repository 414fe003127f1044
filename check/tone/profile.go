package tone

import "tilltal/check"

// profile is what suits an account. A limit is how much evidence a rule needs before it speaks: more for a voice that is meant
// to be personal.
type profile struct {
	mockery    int  // points of evidence before the check asks
	vulnerable int  // the same
	sure       int  // points from which a second reader should see the text
	feelings   bool // a feeling of one's own, without a subject JO has named, is asked about
	parties    bool // naming a party at all is asked about
}

// profiles by the names that accounts use. A municipality names parties daily, as news of its own council. Migration is asked
// sooner than benefits: what is known of an alien is secret unless it is clear that nobody comes to harm (SFS 2009:400 37 kap.
// 1 §), while what is known of an insured person is open unless harm can be supposed (28 kap. 1 §).
var profiles = map[string]profile{
	"authority":    {mockery: 1, vulnerable: 2, sure: 4, feelings: true, parties: true},
	"benefits":     {mockery: 1, vulnerable: 2, sure: 4, feelings: true, parties: true},
	"migration":    {mockery: 1, vulnerable: 1, sure: 3, feelings: true, parties: true},
	"health":       {mockery: 1, vulnerable: 2, sure: 4, feelings: false, parties: true},
	"municipality": {mockery: 2, vulnerable: 2, sure: 5, feelings: false, parties: false},
	"police-local": {mockery: 2, vulnerable: 2, sure: 5, feelings: false, parties: true},
}

func profileOf(name string) profile {
	if p, ok := profiles[name]; ok {
		return p
	}
	return profiles["authority"]
}

// graded turns points into a grade: at the limit possible, well above it likely. Tone is never certain.
func graded(points, limit, sure int) check.Grade {
	switch {
	case points >= sure:
		return check.Likely
	case points >= limit:
		return check.Possible
	}
	return check.None
}
