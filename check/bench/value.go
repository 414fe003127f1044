package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Numbers here are made by rule: identity numbers in the series that are never issued, telephone numbers in the ranges set aside
// for fiction.

func digitsOf(rnd *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + rnd.IntN(10))
	}
	return string(b)
}

// checked adds the check digit of Luhn.
func checked(s string) string {
	sum := 0
	for i := range s {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return s + string(byte('0'+(10-sum%10)%10))
}

// identity makes twelve digits. The day of a coordination number is 60 higher.
func identity(rnd *rand.Rand, coordination bool) string {
	day, serial := 1+rnd.IntN(28), 980+rnd.IntN(2)
	if coordination {
		day, serial = day+60, 238+rnd.IntN(2)
	}
	year := 1925 + rnd.IntN(100)
	return fmt.Sprint(year/100) + checked(fmt.Sprintf("%02d%02d%02d%03d", year%100, 1+rnd.IntN(12), day, serial))
}

func organisation(rnd *rand.Rand) string {
	s := checked(fmt.Sprintf("%d%d%d%s", 5+rnd.IntN(4), rnd.IntN(10), 2+rnd.IntN(8), digitsOf(rnd, 6)))
	return s[:6] + "-" + s[6:]
}

func mobile(rnd *rand.Rand) string { return fmt.Sprintf("0701740%03d", 605+rnd.IntN(95)) }

func landline(rnd *rand.Rand) string {
	return []string{fmt.Sprintf("031-390 06 %02d", rnd.IntN(100)), fmt.Sprintf("040-628 04 %02d", rnd.IntN(100)), fmt.Sprintf("08-465 004 %02d", rnd.IntN(100)), fmt.Sprintf("0980-319 2%02d", rnd.IntN(100))}[rnd.IntN(4)]
}

// iban makes a Swedish account number whose two check digits are right.
func iban(rnd *rand.Rand) string {
	account := digitsOf(rnd, 20)
	rest := 0
	for _, c := range account + "281400" { // S is 28, E is 14
		rest = (rest*10 + int(c-'0')) % 97
	}
	return fmt.Sprintf("SE%02d%s", 98-rest, account)
}

func bankgiro(rnd *rand.Rand) string {
	s := checked(fmt.Sprint(1+rnd.IntN(9)) + digitsOf(rnd, 6))
	return s[:4] + "-" + s[4:]
}

func plate(rnd *rand.Rand, gap string) string {
	const letters, last = "ABCDEFGHJKLMNOPRSTUWXYZ", "ABCDEFGHJKLMNPRSTUWXYZ0123456789"
	b := []byte{letters[rnd.IntN(len(letters))], letters[rnd.IntN(len(letters))], letters[rnd.IntN(len(letters))]}
	return string(b) + gap + digitsOf(rnd, 2) + string(last[rnd.IntN(len(last))])
}

func coordinates(rnd *rand.Rand) string {
	return fmt.Sprintf("%.5f, %.5f", 56+rnd.Float64()*12, 13+rnd.Float64()*8)
}

func pick[T any](rnd *rand.Rand, list []T) T { return list[rnd.IntN(len(list))] }

// lines splits a list with one text a line.
func lines(s string) []string {
	return strings.Split(strings.TrimSpace(s), "\n")
}

func grouped(s string, sizes ...int) string {
	var parts []string
	for _, n := range sizes {
		parts, s = append(parts, s[:n]), s[n:]
	}
	return strings.Join(append(parts, s), " ")
}
