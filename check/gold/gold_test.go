package gold

import (
	"strings"
	"testing"
)

func TestReadsBothForms(t *testing.T) {
	for name, text := range map[string]string{
		"two columns":  "Anna\tPER\nBe\u00adrg\tPER\nsäger\t0\nhej\t0\n.\t0\n\n\nI\t0\nUmeå\tLOC\r\n",
		"five columns": "# newdoc id = P1\n# sent_id = 1\n# text = Anna Berg\n1\tAnna\tB-PER\t-\t-\n2\tBerg\tI-PER\t-\t-\n3\tsäger\tO\t-\t-\n4\thej\tO\t-\t-\n5\t.\tO\t-\t-\n\n1\tI\tO\t-\t-\n2\tUmeå\tB-LOC\t-\t-\n",
	} {
		got, err := Read(strings.NewReader(text))
		if err != nil || len(got) != 2 || !got[0].Names() || got[1].Names() {
			t.Fatalf("%s: %+v, %v", name, got, err)
		}
		line, at := got[0].Text()
		if line != "Anna Berg säger hej." || at[1] != 5 || line[at[4]:] != "." {
			t.Errorf("%s: %q %v", name, line, at)
		}
		if got[1].Tokens[1] != (Token{"Umeå", "LOC"}) || (got[0].Document == "P1") != (name == "five columns") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, err := Open("not-there"); err == nil {
		t.Error("a file that is not there was read")
	}
}
