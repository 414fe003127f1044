package guideline

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Silence (tystad regel) is the fact that one rule of the checks is not shown at one account until a day. It is for a rule
// that is wrong there again and again; it always ends, so that nobody forgets it.
type Silence struct {
	ID, Account, Rule string
	Reason            string // in words, by whoever decided it
	Until             time.Time
	By                string // person id
	At                time.Time
	EndedAt           time.Time // when it was ended before its day; zero when it was not
}

// Holds reports whether the rule is silent now.
func (s Silence) Holds(now time.Time) bool { return s.EndedAt.IsZero() && now.Before(s.Until) }

// Voice (hävd tystnad) is the fact that a silence was ended before its day.
type Voice struct {
	ID, Silence, Account, By string
	At                       time.Time
}

// Longest is how long a rule can be silent before somebody has to decide anew.
const Longest = 180 * 24 * time.Hour

// mostReason is how long the reason may be, in characters.
const mostReason = 2000

// Hush makes a rule silent at an account until a day. Right: rule.silence. A rule that the account's routine names cannot be
// made silent: then the routine is what should change.
//
// Errors: fault.Invalid at rule, reason or until; fault.Conflict when a colleague was first.
func (r *Room) Hush(ctx context.Context, actor people.Actor, s Silence) (Silence, error) {
	now := r.clock.Now()
	if err := people.Ask(actor, people.RuleSilence, s.Account, now); err != nil {
		return Silence{}, err
	}
	var out Silence
	_, err := desk.Again(ctx, r.store, func(ctx context.Context) (desk.Change, error) {
		seen, open, err := r.store.AccountSeen(ctx, s.Account)
		if err != nil {
			return desk.Change{}, err
		}
		routine, err := r.store.Routine(ctx, s.Account)
		if err != nil {
			return desk.Change{}, err
		}
		standing, err := r.store.Silences(ctx, s.Account)
		if err != nil {
			return desk.Change{}, err
		}
		var c desk.Change
		out, c, err = decideSilence(actor, s, hushing{routine: routine, standing: standing, open: open}, now)
		c.Expect = append(c.Expect, desk.Expect{Subject: s.Account, Seen: seen})
		return c, err
	})
	return out, err
}

// hushing is what a decision on a silence rests on.
type hushing struct {
	routine  Routine
	standing []Silence
	open     bool
}

func decideSilence(actor people.Actor, s Silence, h hushing, now time.Time) (Silence, desk.Change, error) {
	if !h.open {
		return Silence{}, desk.Change{}, fault.New(fault.Gone, lingo.T("Kontot är stängt.", "The account is closed."))
	}
	s.Reason = strings.TrimSpace(s.Reason)
	wrong := s.unsound(now)
	if named(h.routine, s.Rule) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Kontots rutin nämner regeln. Då kan ni inte tysta den.", "The account's routine names the rule. Then it cannot be made silent.")).
			Try(lingo.T("Ändra rutinen i stället.", "Change the routine instead.")).At("rule"))
	}
	if slices.ContainsFunc(h.standing, func(o Silence) bool { return o.Rule == s.Rule && o.Holds(now) }) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Regeln är redan tystad på kontot.", "The rule is already silent at the account.")).At("account"))
	}
	if err := wrong.OrNil(); err != nil {
		return Silence{}, desk.Change{}, err
	}
	s.ID, s.By, s.At, s.EndedAt = ident.New(now), actor.Person.ID, now, time.Time{}
	return s, desk.Change{Acts: []desk.Act{{Kind: "rule.silenced", Subject: s.Account, Account: s.Account, Who: actor.Who(), At: now,
		Say: map[string]any{"rule": s.Rule, "words": s.Reason, "until": s.Until.Format(time.DateOnly)}, Facts: []any{s}}}}, nil
}

func (s Silence) unsound(now time.Time) (wrong fault.List) {
	if s.Rule == "" || len(s.Rule) > 100 {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Vi vet inte vilken regel det gäller.", "We do not know which rule it is.")).At("rule"))
	}
	switch n := utf8.RuneCountInString(s.Reason); {
	case n == 0:
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv varför regeln inte passar här.", "Write why the rule does not fit here.")).At("reason"))
	case n > mostReason:
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv högst %d tecken.", "Write %d characters at most.").Put(mostReason)).At("reason"))
	}
	if !s.Until.After(now) || s.Until.Sub(now) > Longest {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj en dag inom ett halvår. Då bestämmer ni på nytt.", "Choose a day within half a year. Then you decide anew.")).At("until"))
	}
	return wrong
}

// named reports whether a routine names a rule, or the check that it belongs to.
func named(routine Routine, rule string) bool {
	whole, _, _ := strings.Cut(rule, ".")
	return slices.ContainsFunc(slices.Collect(maps.Keys(routine.Rules)), func(r string) bool { return r == rule || r == whole })
}

// Speak ends a silence before its day. Right: rule.silence. Ending one that has ended changes nothing.
func (r *Room) Speak(ctx context.Context, actor people.Actor, account, id string) error {
	now := r.clock.Now()
	if err := people.Ask(actor, people.RuleSilence, account, now); err != nil {
		return err
	}
	seen, _, err := r.store.AccountSeen(ctx, account)
	if err != nil {
		return err
	}
	standing, err := r.store.Silences(ctx, account)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(standing, func(s Silence) bool { return s.ID == id })
	if i < 0 {
		return fault.New(fault.NotFound, lingo.T("Vi hittar inte den tystnaden.", "We cannot find that silence."))
	}
	c := decideVoice(actor, standing[i], now)
	if len(c.Acts) == 0 {
		return nil
	}
	c.Expect = append(c.Expect, desk.Expect{Subject: account, Seen: seen})
	_, err = r.store.Commit(ctx, c)
	return err
}

func decideVoice(actor people.Actor, s Silence, now time.Time) desk.Change {
	if !s.Holds(now) {
		return desk.Change{}
	}
	return desk.Change{Acts: []desk.Act{{Kind: "rule.voiced", Subject: s.Account, Account: s.Account, Who: actor.Who(), At: now,
		Say: map[string]any{"rule": s.Rule}, Facts: []any{Voice{ID: ident.New(now), Silence: s.ID, Account: s.Account, By: actor.Person.ID, At: now}}}}}
}

// Silences lists every silence an account has had, the newest first. Right: account.read.
func (r *Room) Silences(ctx context.Context, actor people.Actor, account string) ([]Silence, error) {
	if err := people.Ask(actor, people.AccountRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Silences(ctx, account)
}
