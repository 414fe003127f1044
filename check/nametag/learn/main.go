// Command learn makes the model of check/nametag from a marked corpus, and writes weights.bin and common.txt into a folder:
//
//	go run ./check/nametag/learn -corpus train_corpus.txt -into check/nametag
//
// The corpus is not part of the program; docs/data.md says where it is from. The same corpus gives the same files.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tilltal/check/gold"
	"tilltal/check/nametag"
)

func main() {
	corpus := flag.String("corpus", "", "a file of marked sentences")
	into := flag.String("into", "check/nametag", "the folder to write in")
	flag.Parse()
	if err := run(*corpus, *into); err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(1)
	}
}

func run(corpus, into string) error {
	sentences, err := gold.Open(corpus)
	if err != nil {
		return err
	}
	model, common := nametag.Teach(sentences)
	words := make([]string, 0, len(common))
	for w := range common {
		words = append(words, w)
	}
	slices.Sort(words)
	if err := os.WriteFile(filepath.Join(into, "common.txt"), []byte(strings.Join(words, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(into, "weights.bin"), model.Pack(), 0o644)
}
