package password

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Least is the fewest characters of a password.
const Least = 12

// common are what is tried first where at least twelve characters are asked for: stems that people stretch with digits and
// signs. They are compared without either, in small letters.
var common = []string{
	"password", "passwordpassword", "passw", "passwort", "lösenord", "lösenordet", "losenord", "mittlösenord", "hemligt", "hemlighet", "hemlig",
	"qwerty", "qwertyuiop", "qwertyuiopå", "asdfghjkl", "zxcvbnm", "qazwsxedc", "abcdefghijkl", "abc", "abcd",
	"admin", "administrator", "administratör", "welcome", "välkommen", "valkommen", "letmein", "changeme", "secret", "login", "default",
	"sommar", "vinter", "höst", "vår", "summer", "winter", "sverige", "sweden", "stockholm", "göteborg", "malmö",
	"iloveyou", "jagälskardig", "monkey", "dragon", "football", "fotboll", "hockey", "ishockey", "hammarby", "djurgården",
	"tilltal", "kommun", "kommunen", "polisen", "myndighet", "myndigheten", "facebook", "instagram",
}

var commonStems = func() map[string]bool {
	stems := map[string]bool{}
	for _, w := range common {
		stems[w] = true
	}
	return stems
}()

// Sound returns nil for a password fit to be chosen. The fault is Invalid (TooLarge when there is far too much of it), points
// at the field "password" and says what to do. Words about the person, her name or her e-mail address, must not be the
// password's main part.
func Sound(password string, about ...string) error {
	switch {
	case !utf8.ValidString(password):
		return refuse(lingo.T("Lösenordet innehåller tecken som inte går att läsa.", "The password has characters that cannot be read."))
	case len(password) > maxBytes:
		return tooLong()
	case utf8.RuneCountInString(password) < Least:
		return refuse(lingo.T("Lösenordet är för kort. Välj minst %d tecken.", "The password is too short. Choose at least %d characters.").Put(Least))
	case kinds(password) < 5:
		return refuse(lingo.T("Lösenordet upprepar samma tecken.", "The password repeats the same characters."))
	case row(password):
		return refuse(lingo.T("Lösenordet är en rad som alla provar.", "The password is a row that everybody tries."))
	case commonStems[stem(password)]:
		return refuse(lingo.T("Det lösenordet hör till dem som alla provar först.", "That password is among those that everybody tries first."))
	}
	for _, word := range about {
		if mostly(password, word) {
			return refuse(lingo.T("Lösenordet liknar ditt namn eller din adress.", "The password is too like your name or address."))
		}
	}
	return nil
}

func refuse(say lingo.Text) error {
	return fault.New(fault.Invalid, say).At("password").
		Try(lingo.T("Skriv till exempel fyra ord som inte hör ihop.", "Write for example four words that do not belong together."))
}

func tooLong() error {
	return fault.New(fault.TooLarge, lingo.T("Lösenordet är för långt. Välj högst 1 000 tecken.", "The password is too long. Choose at most 1,000 characters.")).
		At("password")
}

// stem is what is left without digits and signs: "Sommar2026!!" is "sommar".
func stem(password string) string {
	plain := strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "@", "a", "$", "s").Replace(trimmed(password))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, plain)
}

// trimmed is the password in small letters without the digits and signs at its ends.
func trimmed(password string) string {
	return strings.TrimFunc(strings.ToLower(password), func(r rune) bool { return !unicode.IsLetter(r) })
}

// kinds counts the different characters.
func kinds(password string) int {
	seen := map[rune]bool{}
	for _, r := range password {
		seen[r] = true
	}
	return len(seen)
}

// row reports whether nearly every character is the neighbour of the one before: 123456789012, abcdefghijkl, 987654321098.
func row(password string) bool {
	runes := []rune(password)
	steps := 0
	for i := 1; i < len(runes); i++ {
		if d := runes[i] - runes[i-1]; d == 1 || d == -1 {
			steps++
		}
	}
	return steps*4 >= len(runes)*3
}

// mostly reports whether a word about the person makes up half of the password or more, said once or again and again.
func mostly(password, word string) bool {
	word, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(word)), "@")
	n := utf8.RuneCountInString(word)
	return n >= 3 && n*strings.Count(strings.ToLower(password), word)*2 >= utf8.RuneCountInString(password)
}
