// Command bench measures the checks, rule by rule, and writes what it found to docs/checks-results.md: how often they were right,
// how much they missed, and the errors themselves. It is run by scripts/bench-checks, and a short part of it by the tests.
//
// What is measured on was not tuned on. Texts are made by authors: those of the first half were read while the checks were
// written; those of the second were written apart and are only counted. Marked newspaper text is parted by nametag.Exam.
// Generators have fixed seeds, so that two runs give the same page.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	data := flag.String("data", "../shared/data", "the folder with marked texts and official test numbers, when there is one")
	page := flag.String("page", "docs/checks-results.md", "the page to write")
	each := flag.Int("each", 400, "texts for each author and rule")
	flag.Parse()
	r := measure(*each)
	r.news(*data)
	r.official(*data)
	r.speed()
	text := r.page()
	fmt.Print(r.summary())
	if err := os.WriteFile(*page, []byte(text), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "bench-checks:", err)
		os.Exit(1)
	}
}
