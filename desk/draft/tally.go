package draft

import (
	"context"
	"slices"
	"time"

	"tilltal/check"
	"tilltal/desk/people"
)

// RuleTally counts how the findings of one rule were answered. A finding counts once for each draft.
type RuleTally struct {
	Rule  string
	Shown int // met by a writer: answered, or there when the text was handed in
	Fixed int // the words were changed
	Kept  int // kept, with a reason: the rule was overridden
	Wrong int // said to be mistaken
}

// Hit is the share of the findings that nobody has said to be mistaken, from 0 to 1; ok is false when there are none.
func (t RuleTally) Hit() (share float64, ok bool) {
	if t.Shown == 0 {
		return 0, false
	}
	return float64(t.Shown-t.Wrong) / float64(t.Shown), true
}

// RuleAnswer is one answer to a rule, for those who look after the rules.
type RuleAnswer struct {
	Draft, Account, Words, Reason, By string
	At                                time.Time
}

// maxAnswers bounds the list of answers to one rule.
const maxAnswers = 50

// RuleTallies counts how the findings of each rule were answered at the accounts where the actor may read drafts; account
// narrows it to one. Rules that were never shown are not there.
func (r *Room) RuleTallies(ctx context.Context, a people.Actor, account string) ([]RuleTally, error) {
	accounts, err := r.readable(a, account)
	if err != nil {
		return nil, err
	}
	return r.store.RuleTallies(ctx, accounts)
}

// RuleAnswers returns the newest answers of a kind to a rule, at most fifty, at the accounts where the actor may read drafts.
func (r *Room) RuleAnswers(ctx context.Context, a people.Actor, rule, kind string) ([]RuleAnswer, error) {
	accounts, err := r.readable(a, "")
	if err != nil {
		return nil, err
	}
	return r.store.RuleAnswers(ctx, rule, kind, accounts, maxAnswers)
}

// readable returns the accounts whose drafts the actor may read; nil is every account.
func (r *Room) readable(a people.Actor, account string) ([]string, error) {
	now := r.clock.Now()
	if account != "" {
		return []string{account}, people.Ask(a, people.DraftRead, account, now)
	}
	everywhere, accounts := a.Accounts(people.DraftRead, now)
	if everywhere {
		return nil, nil
	}
	if len(accounts) == 0 {
		return nil, people.Ask(a, people.DraftRead, "", now)
	}
	return accounts, nil
}

// heard lets the checks look, and leaves out the rules that are silent at the account.
func (r *Room) heard(ctx context.Context, account string, in check.Input, now time.Time) ([]check.Finding, error) {
	found := check.Run(r.checks, in)
	if len(found) == 0 {
		return nil, nil
	}
	silences, err := r.store.Silences(ctx, account)
	if err != nil {
		return nil, err
	}
	silent := map[string]bool{}
	for _, s := range silences {
		silent[s.Rule] = silent[s.Rule] || s.Holds(now)
	}
	return slices.DeleteFunc(found, func(f check.Finding) bool { return silent[f.Rule] }), nil
}
