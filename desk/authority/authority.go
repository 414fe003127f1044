// Package authority is what the desk knows of the authority itself (myndigheten): its name, where its square stands, whom to
// turn to, who protects personal data, and what it promises of accessibility. Much of it must be told on the square. It is
// decided on the first day and changed now and then; each change is a new fact, and the newest counts.
//
// GDPR art. 13 (contact and data protection officer); DOS-lagen SFS 2018:1937 (accessibility statement).
package authority

import (
	"context"
	"net/mail"
	"net/url"
	"strings"
	"time"
	"unicode"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Settings (uppgifter om myndigheten) is what is in force. It is also the fact of its change.
type Settings struct {
	ID            string
	Number        int    // 1, 2, …
	Name          string // "Umeå kommun"
	Base          string // the square's own address: "https://torget.umea.se". It never changes: other servers know it
	Language      string // "sv" or "en": what a reader gets who asks for neither
	Contact       string // e-mail address, shown to citizens
	DPO           string // data protection officer (dataskyddsombud): an e-mail address or a line
	Accessibility string // accessibility statement (tillgänglighetsredogörelse), plain text
	ChangedAt     time.Time
	ChangedBy     string // person id
	Seen          int64  // last entry about the authority
}

// Subject is what acts about the authority are found by.
const Subject = "authority"

// Store is what this room needs kept.
type Store interface {
	desk.Committer
	// Settings returns the newest; fault.NotFound before the first start.
	Settings(ctx context.Context) (Settings, error)
	// SettingsHistory lists all there have been, newest first.
	SettingsHistory(ctx context.Context) ([]Settings, error)
}

// Room keeps the authority's settings. Its methods are the use cases.
type Room struct {
	store Store
	clock clock.Clock
}

// New opens the room.
func New(store Store, clock clock.Clock) *Room { return &Room{store: store, clock: clock} }

// Current returns what is in force. The square shows most of it, so it takes no right. The fault is NotFound before the
// first start.
func (r *Room) Current(ctx context.Context) (Settings, error) { return r.store.Settings(ctx) }

// History lists all settings there have been, newest first. Right: settings.read.
func (r *Room) History(ctx context.Context, actor people.Actor) ([]Settings, error) {
	if err := people.Ask(actor, people.SettingsRead, "", r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.SettingsHistory(ctx)
}

// Change puts new settings in force. Right: settings.write. Their Number is that of the settings they were written from: if
// others have been put in force since, the fault is Conflict and nothing is written. The address cannot be changed.
func (r *Room) Change(ctx context.Context, actor people.Actor, s Settings) (Settings, error) {
	now := r.clock.Now()
	if err := people.Ask(actor, people.SettingsWrite, "", now); err != nil {
		return Settings{}, err
	}
	s, err := s.Tidy()
	if err != nil {
		return Settings{}, err
	}
	current, err := r.store.Settings(ctx)
	if err != nil {
		return Settings{}, err
	}
	next, c, err := decideChange(actor, current, s, now)
	if err != nil {
		return Settings{}, err
	}
	_, err = r.store.Commit(ctx, c)
	return next, err
}

func decideChange(actor people.Actor, current, wanted Settings, now time.Time) (Settings, desk.Change, error) {
	if wanted.Number != current.Number {
		return Settings{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("En kollega har nyss ändrat inställningarna.",
			"A colleague has just changed the settings.")).
			Try(lingo.T("Läs in sidan på nytt och gör din ändring igen.", "Reload the page and make your change again."))
	}
	if wanted.Base != current.Base {
		return Settings{}, desk.Change{}, fault.New(fault.Invalid, lingo.T("Torgets adress går inte att ändra: de som följer er hittar er genom den.",
			"The square's address cannot be changed: those who follow you find you by it.")).At("base")
	}
	a := Set(actor, current.Number+1, wanted, now)
	c := desk.Change{Expect: []desk.Expect{{Subject: Subject, Seen: current.Seen}}, Acts: []desk.Act{a}}
	return a.Facts[0].(Settings), c, nil
}

// Set is the act by which tidy settings are put in force, for those who have decided them. First start uses it.
func Set(actor people.Actor, number int, s Settings, now time.Time) desk.Act {
	s.ID, s.Number, s.ChangedAt, s.ChangedBy, s.Seen = ident.New(now), number, now, actor.Person.ID, 0
	return desk.Act{Kind: "authority.settings", Subject: Subject, Who: actor.Who(), At: now,
		Say: map[string]any{"name": s.Name, "number": number}, Facts: []any{s}}
}

// Tidy returns the settings with spaces trimmed and the address in its plain form, or a fault.List that says which fields to
// mend.
func (s Settings) Tidy() (Settings, error) {
	for _, text := range []*string{&s.Name, &s.Base, &s.Language, &s.Contact, &s.DPO, &s.Accessibility} {
		*text = strings.TrimSpace(strings.ReplaceAll(*text, "\r\n", "\n"))
	}
	if s.Language == "" {
		s.Language = string(lingo.SV)
	}
	var wrong fault.List
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if s.Name == "" || !fits(s.Name, 100) {
		add("name", lingo.T("Skriv myndighetens namn, högst 100 tecken.", "Write the authority's name, 100 characters at most."))
	}
	if base, ok := tidyBase(s.Base); ok {
		s.Base = base
	} else {
		add("base", lingo.T("Skriv torgets adress, till exempel https://torget.exempel.se.", "Write the square's address, for example https://square.example.se."))
	}
	if s.Language != string(lingo.SV) && s.Language != string(lingo.EN) {
		add("language", lingo.T("Välj svenska eller engelska.", "Choose Swedish or English."))
	}
	if a, err := mail.ParseAddress(s.Contact); err != nil || a.Address != s.Contact || !fits(s.Contact, 254) {
		add("contact", lingo.T("Skriv en e-postadress som medborgare kan använda, till exempel registrator@exempel.se.",
			"Write an e-mail address that citizens can use, for example registrar@example.se."))
	}
	if !fits(s.DPO, 254) {
		add("dpo", lingo.T("Skriv hur man når dataskyddsombudet på en rad.", "Write in one line how to reach the data protection officer."))
	}
	if len([]rune(s.Accessibility)) > 20_000 || strings.ContainsFunc(s.Accessibility, func(r rune) bool { return !unicode.IsPrint(r) && r != '\n' && r != '\t' }) {
		add("accessibility", lingo.T("Skriv redogörelsen med högst 20 000 tecken.", "Write the statement in 20,000 characters at most."))
	}
	return s, wrong.OrNil()
}

func fits(s string, most int) bool {
	return len([]rune(s)) <= most && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

// tidyBase reads an address with a scheme and a host and nothing more. Plain http is for trying it out on one's own machine.
func tidyBase(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSuffix(s, "/"))
	if err != nil || u.Host == "" || u.Hostname() == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || !fits(u.Host, 253) {
		return "", false
	}
	local := u.Hostname() == "localhost" || strings.HasPrefix(u.Hostname(), "127.") || u.Hostname() == "::1"
	if u.Scheme != "https" && (u.Scheme != "http" || !local) {
		return "", false
	}
	return u.Scheme + "://" + strings.ToLower(u.Host), true
}
