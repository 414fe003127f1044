package gazetteer

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestPerson(t *testing.T) {
	for word, want := range map[string]Name{
		"anna": Given, "svensson": Surname, "stig": Given | Word, "ali": Given | Surname, "anna-karin": Given, "och": 0, "": 0, "-": 0, "kommun": 0, "torg": 0,
	} {
		if got := Person(word) &^ (GivenAbroad | SurnameAbroad); got != want {
			t.Errorf("Person(%q) = %b, want %b", word, got, want)
		}
	}
	if !Person("berg").Has(Surname) || !Person("berg").Has(Word) {
		t.Error("Berg is a surname and a word")
	}
}

func TestGenitive(t *testing.T) {
	if n, ok := Genitive("annas"); !ok || !n.Has(Given) {
		t.Error("Annas is Anna's")
	}
	if _, ok := Genitive("bords"); ok {
		t.Error("bords is no name")
	}
}

func TestPlace(t *testing.T) {
	if n, ok := Place("kiruna"); !ok || n < 20_000 || n > 25_000 {
		t.Errorf("Kiruna has %d, %v", n, ok)
	}
	if _, ok := Place("atlantis"); ok {
		t.Error("Atlantis is not in Sweden")
	}
	if len(places()) < 290 || len(names()) < 15_000 {
		t.Errorf("the lists are short: %d places, %d names", len(places()), len(names()))
	}
}

func TestLooksLikeSurname(t *testing.T) {
	for word, want := range map[string]bool{"hjälmqvist": true, "svensson": true, "bord": false, "son": false, "berg": false} {
		if got := LooksLikeSurname(word); got != want {
			t.Errorf("LooksLikeSurname(%q) = %v", word, got)
		}
	}
}

// TestEveryMunicipalityHasInhabitants reads the names of the 290.
func TestEveryMunicipalityHasInhabitants(t *testing.T) {
	list, err := os.ReadFile("testdata/municipalities.txt")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for name := range strings.Lines(string(list)) {
		count++
		if n, ok := Place(strings.ToLower(strings.TrimSpace(name))); !ok || n < 2000 || n > 1_100_000 {
			t.Errorf("%s: %d inhabitants, %v", strings.TrimSpace(name), n, ok)
		}
	}
	if count != 290 {
		t.Errorf("%d municipalities", count)
	}
}

func TestWorldIsSortedAndFound(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(worldList), "\n")
	if !slices.IsSorted(lines) || len(lines) < 20_000 {
		t.Fatalf("%d places, sorted %v", len(lines), slices.IsSorted(lines))
	}
	for i, name := range lines {
		if i%97 == 0 && !World(name) || i%997 == 0 && World(name+"q") != slices.Contains(lines, name+"q") {
			t.Errorf("%s", name)
		}
	}
	if !World(lines[0]) || !World(lines[len(lines)-1]) || World("") || World("zzzz") || !World("norge") || !World("los angeles") {
		t.Error("the ends of the list, or a country")
	}
}

func TestBuilt(t *testing.T) {
	for name, want := range map[string]bool{"granqvist": true, "södergren": true, "sjöström": true, "ingemarsdotter": true, "gustavsson": true, "bord": false, "kommun": false, "person": false, "": false, "lind": false} {
		if Built(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
