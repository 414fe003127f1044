package check

import (
	"testing"

	"tilltal/base/lingo"
)

var sheet = Sheet{Name: "try", Rules: []Rule{{ID: "try.one", Source: "source one"}, {ID: "try.two", Source: "source two"}}}

func TestGrades(t *testing.T) {
	for g, name := range map[Grade]string{None: "none", Possible: "possible", Likely: "likely", Certain: "certain"} {
		if g.String() != name {
			t.Errorf("%d is %q, want %q", g, g, name)
		}
	}
	if Grade(9).String() != "none" || Grade(-1).String() != "none" {
		t.Error("a grade that does not exist has a name")
	}
}

func TestNotesAreInOrderAndFilledIn(t *testing.T) {
	n := NewNotes(&sheet, "en två tre")
	text := lingo.T("sv", "en")
	n.Point("try.two", Span{8, 11}, Possible, text, text)
	n.Picture(1, "try.two", Certain, text, text)
	n.Point("try.one", Span{3, 7}, Possible, text, text).Instead = "2"
	n.Point("try.two", Span{3, 7}, Likely, text, text)
	n.Whole("try.one", Possible, text, text)
	got := n.Findings()
	want := []Finding{
		{Check: "try", Rule: "try.one", Grade: Possible, Source: "source one"},
		{Check: "try", Rule: "try.two", Span: Span{3, 7}, Grade: Likely, Text: "två", Source: "source two"},
		{Check: "try", Rule: "try.one", Span: Span{3, 7}, Grade: Possible, Text: "två", Source: "source one", Instead: "2"},
		{Check: "try", Rule: "try.two", Span: Span{8, 11}, Grade: Possible, Text: "tre", Source: "source two"},
		{Check: "try", Rule: "try.two", Media: 1, Grade: Certain, Source: "source two"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d findings", len(got))
	}
	for i := range want {
		want[i].Reason, want[i].Advice = text, text
		if got[i] != want[i] {
			t.Errorf("%d: %+v, want %+v", i, got[i], want[i])
		}
	}
	if Worst(got) != Certain || Worst(nil) != None {
		t.Error("the worst is wrong")
	}
}

func TestARuleSpeaksOnlySoOften(t *testing.T) {
	n := NewNotes(&sheet, "x")
	for range MostPerRule + 5 {
		n.Point("try.one", Span{0, 1}, Possible, lingo.Text{}, lingo.Text{})
	}
	n.Point("try.two", Span{0, 1}, Possible, lingo.Text{}, lingo.Text{})
	if got := len(n.Findings()); got != MostPerRule+1 {
		t.Errorf("%d findings", got)
	}
}

type parrot struct{ rule string }

func (parrot) Sheet() Sheet { return sheet }
func (p parrot) Look(in Input) []Finding {
	return []Finding{{Rule: p.rule, Span: Span{0, len(in.Text)}}}
}

func TestRunOrders(t *testing.T) {
	got := Run([]Check{parrot{"try.two"}, parrot{"try.one"}}, Input{Text: "hej"})
	if len(got) != 2 || got[0].Rule != "try.one" {
		t.Errorf("%+v", got)
	}
}
