package check

import (
	"sync"
	"testing"

	"tilltal/check/prose"
)

func TestOneReadingIsShared(t *testing.T) {
	in := Input{Text: "Hej Anna!"}.Shared()
	first := in.Prose()
	if first.Raw != in.Text || in.Prose() != first || in.Shared().Prose() != first {
		t.Error("the text was read more than once")
	}
	other := in
	other.Text = "Hej då!"
	if got := other.Prose(); got.Raw != other.Text || other.Shared().Prose().Raw != other.Text {
		t.Errorf("another text got the reading of the first: %q", got.Raw)
	}
	if in.Prose() != first {
		t.Error("the first lost its reading")
	}
}

func TestAReadingAtTheSameTime(t *testing.T) {
	in := Input{Text: "Vi ses i morgon."}.Shared()
	got := make([]*prose.Text, 8)
	var wait sync.WaitGroup
	for i := range got {
		wait.Go(func() { got[i] = in.Prose() })
	}
	wait.Wait()
	for _, p := range got {
		if p != got[0] {
			t.Error("two readings of one text")
		}
	}
}
