package publish

import (
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Signature (signatur) is who spoke, and how much of it citizens see. It is a fact of its moment: what the account decides
// afterwards, and what it and its people are called then, changes nothing of what stands.
type Signature struct {
	Person    string          `json:"person"`
	GivenName string          `json:"givenName"`
	Unit      string          `json:"unit"`
	Form      account.Signing `json:"form,omitempty"`    // as the account had decided; "" from before it could is account.SignUnit
	Account   string          `json:"account,omitempty"` // the account's name, where it signs with that
}

// Sign is how somebody signs what she says for an account now.
func Sign(p people.Person, a account.Account) Signature {
	s := Signature{Person: p.ID, GivenName: p.GivenName, Unit: p.Unit, Form: a.Signature.Or(account.SignUnit)}
	if s.Form == account.SignAccount {
		s.Account = a.Name
	}
	return s
}

// Shown is the signature as citizens may see it: nothing that the account keeps to itself is left in it. Every page, feed and
// channel of the square has it from here; the desk shows the whole.
func (s Signature) Shown() Signature {
	switch s.Form {
	case account.SignAccount:
		return Signature{Form: s.Form, Account: s.Account}
	case account.SignName:
		return Signature{GivenName: s.GivenName, Form: s.Form}
	}
	return s
}

// Veiled reports whether citizens see less of who spoke than colleagues do.
func (s Signature) Veiled() bool {
	return s.Form == account.SignAccount || s.Form == account.SignName && s.Unit != ""
}

// Name is whom the words are signed by, for citizens: her first name, or the account's name; "" when nobody is known.
func (s Signature) Name() string {
	if s.Form == account.SignAccount {
		return s.Account
	}
	return s.GivenName
}

// Line is the whole signature, for citizens: "Amina, Parkenheten", "Amina" or "Parken".
func (s Signature) Line() string {
	shown := s.Shown()
	if shown.Unit == "" || shown.Name() == "" {
		return shown.Name() + shown.Unit
	}
	return shown.Name() + ", " + shown.Unit
}
