package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tilltal/check"
	"tilltal/check/personaldata"
)

// shapes are the forms in which every official test number is written here. The tests of check/personaldata write numbers of our
// own in more than a hundred and thirty.
var shapes = []struct {
	name  string
	write func(n string) string
}{
	{"YYYYMMDD-NNNN", func(n string) string { return n[:8] + "-" + n[8:] }},
	{"YYMMDD-NNNN, + for those over a hundred", func(n string) string {
		if n[:2] == "18" {
			return n[2:8] + "+" + n[8:]
		}
		return n[2:8] + "-" + n[8:]
	}},
	{"twelve digits", func(n string) string { return n }},
	{"a blank", func(n string) string { return n[2:8] + " " + n[8:] }},
	{"a dash with blanks", func(n string) string { return n[2:8] + " – " + n[8:] }},
	{"YYYY-MM-DD-NNNN", func(n string) string { return n[:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:] }},
	{"every digit apart", func(n string) string { return strings.Join(strings.Split(n[2:], ""), " ") }},
	{"bold, and an invisible character", func(n string) string { return "<b>" + n[2:8] + "</b>\u200b-" + n[8:] }},
	{"read aloud", aloud},
}

func aloud(n string) string {
	words := strings.Fields("noll ett två tre fyra fem sex sju åtta nio")
	var out []string
	for _, d := range n[2:] {
		out = append(out, words[d-'0'])
	}
	return strings.Join(out, " ")
}

// official looks for each of the tax agency's test numbers, which are never issued. They are read where they lie, and are no part
// of the project.
func (r *results) official(data string) {
	for _, file := range []string{"allPins.json", "allCoords.json"} {
		var list []string
		text, err := os.ReadFile(filepath.Join(data, "personnummer", file))
		if err != nil || json.Unmarshal(text, &list) != nil {
			r.numbers = append(r.numbers, figure{what: "the official test numbers (" + file + ") were not there: nothing was measured"})
			continue
		}
		for _, s := range shapes {
			missed := 0
			for _, n := range list {
				if !seen("Hej, det gäller " + s.write(n) + ". Tack!") {
					missed++
				}
			}
			r.numbers = append(r.numbers, figure{what: file + ", " + s.name, value: fmt.Sprintf("%d of %d missed", missed, len(list))})
		}
	}
}

func seen(text string) bool {
	for _, f := range (personaldata.Check{}).Look(check.Input{Text: text}) {
		if strings.HasSuffix(f.Rule, ".personnummer") || strings.HasSuffix(f.Rule, ".samordningsnummer") {
			return true
		}
	}
	return false
}
