package account

import (
	"slices"

	"tilltal/base/lingo"
)

// Signing (signatur) is what an account lets citizens see of whoever speaks for it: under each post and answer, and where the
// square tells who speaks now. Some accounts win trust by a name; at others an employee must not be looked up at home. At the
// desk everybody always sees who wrote.
type Signing string

// How an account may sign. "" is the first of them: charters from before anybody could choose have it.
const (
	SignUnit    Signing = "unit"    // first name and unit: "Amina, Parkenheten"
	SignName    Signing = "name"    // first name: "Amina"
	SignAccount Signing = "account" // the account's name, and nobody's: "Parken i Umeå"
)

// Signature (underskrift) is one way to sign as people read of it: what it is called, and what it means.
type Signature struct {
	Signing Signing
	Title   lingo.Text
	Help    lingo.Text
}

// Signatures are all ways to sign, in the order they are shown.
var Signatures = []Signature{
	{SignUnit, lingo.T("Förnamn och enhet", "First name and unit"),
		lingo.T("Till exempel: Amina, Parkenheten.", "For example: Amina, the Parks Unit.")},
	{SignName, lingo.T("Bara förnamn", "First name only"),
		lingo.T("Till exempel: Amina. Enheten visas inte heller när torget berättar vem som skriver.",
			"For example: Amina. The unit is not shown either where the square tells who writes.")},
	{SignAccount, lingo.T("Bara kontots namn", "The account's name only"),
		lingo.T("Ingen medborgare ser vem som skriver. Torget visar då inte heller någons presentation eller bild, inte ens om hon har sagt ja till det.",
			"No citizen sees who writes. Nor does the square show anybody's presentation or picture then, even if she has agreed to it.")},
}

// Or returns the way to sign, or another when nobody has chosen.
func (s Signing) Or(other Signing) Signing {
	if s == "" {
		return other
	}
	return s
}

// Title is what a way to sign is called; that of SignUnit for "".
func (s Signing) Title() lingo.Text {
	for _, k := range Signatures {
		if k.Signing == s.Or(SignUnit) {
			return k.Title
		}
	}
	return lingo.Text{SV: string(s), EN: string(s)}
}

// known reports whether an account may sign so.
func (s Signing) known() bool {
	return s == "" || slices.ContainsFunc(Signatures, func(k Signature) bool { return k.Signing == s })
}
