package signin

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base32"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web/visit"
)

// NewSetupCode makes a code to print on the server's terminal at first start: twelve letters and digits in groups of four,
// 60 bits, easy to read across a room.
func NewSetupCode() string {
	b := make([]byte, 8)
	if _, err := rand.Read(b); err != nil {
		return "" // no code: the desk cannot be started from the web, and the terminal says so
	}
	code := base32.StdEncoding.EncodeToString(b)[:12]
	return code[:4] + "-" + code[4:8] + "-" + code[8:]
}

// StartAddress is where a browser begins the first start without typing the code.
func StartAddress(base, code string) string {
	return strings.TrimSuffix(base, "/") + StartPath + "?kod=" + code
}

// codeField is where the code is written.
const codeField = "kod"

var (
	wrongCode = fault.New(fault.Forbidden, lingo.T("Koden stämmer inte.", "That is not the code.")).At(codeField).
			Try(lingo.T("Den står i terminalen där Tilltal startades.", "It stands in the terminal where Tilltal was started."))
	noCode = fault.New(fault.Forbidden, lingo.T("Skrivbordet kan inte startas härifrån.", "The desk cannot be started from here.")).
		Try(lingo.T("Starta om Tilltal. Koden står då i terminalen.", "Restart Tilltal. The code then stands in the terminal."))
)

// askCode returns nil when the right code came with the form. Wrong ones are throttled by where they come from.
func (d *Door) askCode(v *visit.Visit) error {
	want := plainCode(d.with.SetupCode)
	if want == "" {
		return noCode
	}
	place := d.with.Address(v.R)
	if err := d.tries.Allow(place); err != nil {
		return err
	}
	if subtle.ConstantTimeCompare([]byte(plainCode(v.Form(codeField))), []byte(want)) != 1 {
		return wrongCode
	}
	d.tries.Give(place)
	return nil
}

// plainCode is a code without what people add when they type it.
func plainCode(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToUpper(s))
}
