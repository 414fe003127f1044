// Package all is the list of checks that every post is read by. A new check is one folder beside this one and one line here.
package all

import (
	"tilltal/check"
	"tilltal/check/accessibility"
	"tilltal/check/identification"
	"tilltal/check/imagery"
	"tilltal/check/impartiality"
	"tilltal/check/incoming"
	"tilltal/check/limits"
	"tilltal/check/personaldata"
	"tilltal/check/plainlanguage"
	"tilltal/check/secrecy"
	"tilltal/check/shouting"
	"tilltal/check/tone"
)

// All returns every check, those first that protect somebody.
func All() []check.Check {
	return []check.Check{
		personaldata.Check{},
		identification.Check{},
		secrecy.Check{},
		tone.Check{},
		impartiality.Check{},
		accessibility.Check{},
		imagery.Check{Readers: []check.Check{personaldata.Check{}}},
		plainlanguage.Check{},
		shouting.Check{},
		limits.Check{},
	}
}

// Incoming returns the checks that read what citizens write, with the same engine: they mark, and decide nothing.
func Incoming() []check.Check {
	return []check.Check{incoming.Check{}, personaldata.Check{}}
}
