// Package all lists the measures that the desk has. To add one: its folder, its line.
package all

import (
	"tilltal/measure"
	"tilltal/measure/answered"
)

// Measures returns every measure, the headline first.
func Measures() []measure.Measure {
	return []measure.Measure{
		answered.Day(),
		answered.Hour(),
		answered.FiveDays(),
	}
}
