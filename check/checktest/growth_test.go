package checktest

import (
	"testing"

	"tilltal/check"
)

// square is a check that copies the text once for each part of it.
type square struct{}

func (square) Sheet() check.Sheet { return check.Sheet{} }

var sink []byte

func (square) Look(in check.Input) []check.Finding {
	for i := 0; i < len(in.Text); i += 16 {
		sink = []byte(in.Text[i:])
	}
	return nil
}

func TestGrownTellsASquareFromALine(t *testing.T) {
	one, two, four := cost(square{}, string(make([]byte, 4_000))), cost(square{}, string(make([]byte, 8_000))), cost(square{}, string(make([]byte, 16_000)))
	if !grown(one.bytes, two.bytes, four.bytes) {
		t.Errorf("a square passes: %v %v %v", one, two, four)
	}
	if grown(100_000, 200_000, 410_000) || grown(10, 100, 1000) {
		t.Error("a line does not pass")
	}
}
