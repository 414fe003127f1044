package account

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/guideline"
)

// The longest texts of a charter, in characters, and how many items its lists may have.
const (
	mostName    = 80
	mostLine    = 500
	mostRules   = 10_000
	mostPurpose = 12
	mostOwn     = 300
	mostTalk    = 20
	mostExample = 12
	mostText    = 2_000
)

var language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`) // BCP 47, as far as we need it

// Tidy returns the charter with spaces trimmed and what was left out filled in, or a fault.List that says which fields to
// mend. It is what every new charter passes.
func (c Charter) Tidy() (Charter, error) {
	for _, s := range []*string{&c.Name, &c.Place, &c.Purpose, &c.Audience, &c.Rules, &c.Retention, &c.Contact, &c.Language, &c.Profile, &c.Zone} {
		*s = strings.TrimSpace(strings.ReplaceAll(*s, "\r\n", "\n"))
	}
	c.Election.trim()
	c.Purposes, c.Own, c.Talk, c.Avoid = tidyList(c.Purposes), tidyList(c.Own), tidyList(c.Talk), tidyList(c.Avoid)
	c.Examples = TidyExamples(c.Examples)
	if c.Language == "" {
		c.Language = "sv"
	}
	if c.Zone == "" {
		c.Zone = "Europe/Stockholm"
	}
	if c.Profile == "" {
		c.Profile = string(guideline.ProfileAuthority)
	}
	return c, slices.Concat(c.wrongTexts(), c.wrongChoices(), c.Election.wrong(), WrongFrames(c.Talk, c.Avoid, c.Examples)).OrNil()
}

func (c Charter) wrongTexts() (wrong fault.List) {
	for _, f := range []struct {
		field, text string
		least, most int
		lines       bool
		say         lingo.Text
	}{
		{"name", c.Name, 1, mostName, false, lingo.T("Skriv kontots namn, högst %d tecken.", "Write the account's name, %d characters at most.")},
		{"place", c.Place, 0, mostName, false, lingo.T("Skriv orten med högst %d tecken.", "Write the place in %d characters at most.")},
		{"purpose", c.Purpose, 1, mostLine, false, lingo.T("Berätta för medborgarna vad kontot är till för, högst %d tecken.",
			"Tell citizens what the account is for, in %d characters at most.")},
		{"audience", c.Audience, 0, mostLine, false, lingo.T("Beskriv vilka kontot vänder sig till med högst %d tecken.",
			"Describe whom the account speaks to in %d characters at most.")},
		{"rules", c.Rules, 1, mostRules, true, lingo.T("Skriv reglerna för kommentarer, högst %d tecken. Utan regler går det inte att ta bort något med stöd av dem.",
			"Write the rules for comments, %d characters at most. Without rules nothing can be removed by them.")},
		{"retention", c.Retention, 0, mostLine, true, lingo.T("Beskriv hur länge ni bevarar med högst %d tecken.",
			"Describe how long things are kept in %d characters at most.")},
		{"contact", c.Contact, 0, mostLine, true, lingo.T("Skriv kontakten med högst %d tecken.", "Write the contact in %d characters at most.")},
	} {
		if n := len([]rune(f.text)); n < f.least || n > f.most || !readable(f.text, f.lines) {
			wrong = append(wrong, fault.New(fault.Invalid, f.say.Put(f.most)).At(f.field))
		}
	}
	return wrong
}

func (c Charter) wrongChoices() (wrong fault.List) {
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if len(c.Purposes) == 0 || len(c.Purposes) > mostPurpose || slices.ContainsFunc(c.Purposes, tooLong) {
		add("purposes", lingo.T("Skriv ett till %d syften som ett inlägg kan ha, ett per rad, till exempel Varna.",
			"Write one to %d purposes that a post may have, one a line, for example Warn.").Put(mostPurpose))
	}
	if len(c.Own) > mostOwn || slices.ContainsFunc(c.Own, tooLong) {
		add("own", lingo.T("Skriv högst %d egna nummer och adresser, ett per rad.", "Write %d own numbers and addresses at most, one a line.").Put(mostOwn))
	}
	if !language.MatchString(c.Language) {
		add("language", lingo.T("Skriv språket som en kod, till exempel sv.", "Write the language as a code, for example sv."))
	}
	if !guideline.KnownProfile(guideline.Profile(c.Profile)) {
		add("profile", lingo.T("Välj en av tonprofilerna.", "Choose one of the tone profiles."))
	}
	if !c.Signature.known() {
		add("signature", lingo.T("Välj hur ni signerar.", "Choose how you sign."))
	}
	if _, err := clock.Zone(c.Zone); err != nil {
		wrong = append(wrong, fault.Of(err).At("zone"))
	}
	if c.Promise == (svenska.Promise{}) {
		add("promise", lingo.T("Lova hur snart ni svarar, till exempel 4 timmar eller 1 arbetsdag.", "Promise how soon you answer, for example 4 hours or 1 working day."))
	}
	return wrong
}

func tooLong(s string) bool { return len([]rune(s)) > mostName || !readable(s, false) }

// readable reports whether nothing in a text is hidden from its reader.
func readable(s string, lines bool) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) && (!lines || r != '\n' && r != '\t') })
}

// tidyList trims each item and drops the empty ones and the repeated.
func tidyList(items []string) []string {
	var out []string
	for _, s := range items {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

var handle = regexp.MustCompile(`^[a-z0-9_]{2,30}$`)

// reserved are words that stand for something else in an address.
var reserved = []string{"amne", "api", "health", "inbox", "insyn", "instans", "metrics", "skrivbord", "static", "tilltal", "torget"}

// TidyHandle returns a handle in the form that other servers expect, or the fault that says what one may look like. A
// handle never changes and is never used again: people follow it.
func TidyHandle(s string) (string, error) {
	s = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(s), "@"))
	if !handle.MatchString(s) {
		return "", fault.New(fault.Invalid, lingo.T("Skriv 2–30 tecken: a–z, siffror och understreck, till exempel polisen_umea.",
			"Write 2–30 characters: a–z, digits and underscore, for example police_umea.")).At("handle")
	}
	if slices.Contains(reserved, s) {
		return "", fault.New(fault.Invalid, lingo.T("Det namnet använder Tilltal självt. Välj ett annat.",
			"Tilltal itself uses that name. Choose another.")).At("handle")
	}
	return s, nil
}

// HandleTaken is the fault when an account, open or closed, already has a handle.
func HandleTaken() error {
	return fault.New(fault.Invalid, lingo.T("Det finns redan ett konto med det namnet.", "There is already an account with that handle.")).At("handle").
		Try(lingo.T("Välj ett annat. Även stängda konton behåller sitt namn.", "Choose another. Closed accounts keep theirs too."))
}

// Blank is the charter that a form for a new account begins with: what most authorities write, to be changed.
func Blank(profile guideline.Profile) Charter {
	return Charter{
		Purposes:  []string{"Berätta om vardagen", "Informera", "Varna", "Svara på frågor"},
		Audience:  "Alla som bor, arbetar eller vistas här.",
		Rules:     blankRules,
		Retention: "Vi bevarar det vi skriver. Frågor och kommentarer bevarar vi i två år, om de inte hör till ett ärende.",
		Language:  "sv",
		Profile:   string(profile),
		Hours:     svenska.Office(),
		Promise:   svenska.WithinDays(1),
		Zone:      "Europe/Stockholm",
		Signature: SignUnit,
	}
}

const blankRules = `Här är du välkommen att fråga, tycka till och kritisera oss.

Håll dig till ämnet och visa respekt för andra. Skriv inte ut personuppgifter om dig själv eller någon annan.

Vi tar bort det som lagen säger att vi ska ta bort, till exempel hot, uppvigling och hets mot folkgrupp. Vi tar också bort reklam och sådant som lämnar ut någon annan.

Vi tar aldrig bort kritik mot oss. När vi tar bort något berättar vi varför, och du kan säga ifrån om du tycker att vi gör fel.

Det du skriver blir en allmän handling som andra kan begära ut.`
