package all_test

import (
	"testing"

	"tilltal/measure/all"
)

func TestEachMeasureHasANameOfItsOwn(t *testing.T) {
	names := map[string]bool{}
	for _, m := range all.Measures() {
		name := m.Sheet().Name
		if names[name] {
			t.Errorf("two measures are called %s", name)
		}
		names[name] = true
	}
	if len(names) == 0 {
		t.Error("there are no measures")
	}
}
