// Package charter is the form in which an account's promises are written: its purpose, its hours, its rules. First start,
// the opening of an account and every change of it use the same fields, so that they are asked for in the same words.
package charter

import (
	"net/url"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk/account"
	"tilltal/web/visit"
)

// Values is what a form for a charter begins with. Every field's name begins with the prefix: "account." at first start.
func Values(c account.Charter, prefix string, l lingo.Lang) url.Values {
	out := url.Values{}
	for name, value := range map[string]string{
		"name": c.Name, "place": c.Place, "purpose": c.Purpose, "audience": c.Audience, "rules": c.Rules, "retention": c.Retention,
		"contact": c.Contact, "language": c.Language, "profile": c.Profile, "zone": c.Zone, "promise": promiseIn(c.Promise, l),
		"purposes": strings.Join(c.Purposes, "\n"), "own": strings.Join(c.Own, "\n"), "hours": hoursIn(c.Hours, l),
		"talk": strings.Join(c.Talk, "\n"), "avoid": strings.Join(c.Avoid, "\n"),
	} {
		out.Set(prefix+name, value)
	}
	for name, value := range map[string]string{"election": c.Election.Name, "election_from": c.Election.From, "election_to": c.Election.To} {
		out.Set(prefix+name, value)
	}
	out.Set(prefix+"signature", string(c.Signature.Or(account.SignUnit)))
	SetExamples(out, prefix, c.Examples)
	return out
}

// promiseIn writes a promise as people say it: "4 timmar", "1 arbetsdag". The field's hint says when hours count.
func promiseIn(p svenska.Promise, l lingo.Lang) string {
	text := p.Text().In(l)
	for _, around := range []string{"inom ", "within "} {
		text = strings.TrimPrefix(text, around)
	}
	for _, around := range []string{" under öppettid", " while we are open"} {
		text = strings.TrimSuffix(text, around)
	}
	return text
}

// hoursIn writes hours as people read them, when they can be read back; otherwise as the database keeps them.
func hoursIn(h svenska.Hours, l lingo.Lang) string {
	text := h.Text().In(l)
	if back, err := svenska.Parse(text); err == nil && back.String() == h.String() {
		return text
	}
	return h.String()
}

// Read reads a charter from the form that was sent. What the form has no field for is as in c. The error is a fault.List
// with all that is wrong, in the names of the form; the account room asks the same once more.
func Read(v *visit.Visit, prefix string, c account.Charter) (account.Charter, error) {
	_ = v.R.ParseForm() // what cannot be read is missing, and missing fields are told of
	read := func(name string, into *string) {
		if values, ok := v.R.Form[prefix+name]; ok {
			*into = values[0]
		}
	}
	for name, into := range map[string]*string{"name": &c.Name, "place": &c.Place, "purpose": &c.Purpose, "audience": &c.Audience, "rules": &c.Rules,
		"retention": &c.Retention, "contact": &c.Contact, "language": &c.Language, "profile": &c.Profile, "zone": &c.Zone,
		"election": &c.Election.Name, "election_from": &c.Election.From, "election_to": &c.Election.To} {
		read(name, into)
	}
	signature := string(c.Signature)
	read("signature", &signature)
	c.Signature = account.Signing(signature)
	for name, into := range map[string]*[]string{"purposes": &c.Purposes, "own": &c.Own, "talk": &c.Talk, "avoid": &c.Avoid} {
		text := strings.Join(*into, "\n")
		read(name, &text)
		*into = lines(text)
	}
	if examples, ok := ReadExamples(v.R.Form, prefix); ok {
		c.Examples = examples
	}
	return c, readTimes(&c, read, prefix)
}

// readTimes reads the hours and the promise, which are parsed.
func readTimes(c *account.Charter, read func(string, *string), prefix string) error {
	var wrong fault.List
	hours, promise := c.Hours.String(), c.Promise.String()
	read("hours", &hours)
	read("promise", &promise)
	var err error
	if c.Hours, err = svenska.Parse(hours); err != nil {
		wrong = append(wrong, fault.Of(err).At(prefix+"hours"))
	}
	if c.Promise, err = svenska.ParsePromise(promise); err != nil {
		wrong = append(wrong, fault.Of(err).At(prefix+"promise"))
	}
	if len(wrong) == 0 {
		return nil
	}
	if _, err := c.Tidy(); err != nil {
		for _, f := range visit.Faults(err) {
			if f.Field != "promise" {
				wrong = append(wrong, f.At(prefix+f.Field))
			}
		}
	}
	return wrong
}

func lines(s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
}
