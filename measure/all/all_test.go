package all_test

import (
	"testing"

	"tilltal/measure/all"
	"tilltal/measure/measuretest"
)

func TestMeasures(t *testing.T) {
	names := map[string]bool{}
	for _, m := range all.Measures() {
		name := m.Sheet().Name
		if names[name] {
			t.Errorf("two measures are called %s", name)
		}
		names[name] = true
		t.Run(name, func(t *testing.T) { measuretest.Run(t, m) })
	}
}
