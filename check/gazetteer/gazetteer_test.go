package gazetteer

import "testing"

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
