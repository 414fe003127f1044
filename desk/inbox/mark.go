package inbox

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// A mark (märkning) is the rule of a check that saw something in what a citizen said: a threat, a child who may be in danger,
// personal data. A mark is a word to a colleague and nothing else. It hides nothing, answers nobody and changes no clock. A
// person can take it away, or set one that the checks did not see.

// Remark (ändrad märkning) is the fact that a colleague took a mark away, or set one.
type Remark struct {
	ID, Turn, Conversation, Mark string
	Stands                       bool // set; otherwise taken away
	Why, By                      string
	At                           time.Time
}

// Breaker (märkningsspärr) is the fact that so many messages got the same mark in a day that no more get it until the next:
// either something has happened that people see by themselves, or somebody floods the inbox, or the rule is wrong.
type Breaker struct {
	ID, Mark string
	Day      string // the Swedish day, as 2006-01-02
	Count    int
	At       time.Time
}

// MostMarks is how many messages get one mark in a day.
const MostMarks = 500

// Marked is what has been marked today, before a batch is sorted.
type Marked struct {
	Counts map[string]int // messages by mark
	Broken []string       // marks that are stopped for the day
}

// day is the Swedish day that a moment falls in, and when it began.
func day(now time.Time) (name string, began time.Time) {
	d := clock.DateOf(now, clock.Stockholm())
	return d.String(), time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, clock.Stockholm())
}

// marker marks what is sorted, and counts.
type marker struct {
	checks   []check.Check
	accounts map[string]account.Account
	today    Marked
	now      time.Time
	broken   []Breaker // by this batch
}

// marks returns the rules that the checks were at least fairly sure of in what a citizen said.
func (m *marker) marks(text, language, accountID string) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var out []string
	for _, f := range m.look(text, language, accountID) {
		if slices.Contains(out, f.Rule) || !m.admit(f.Rule) {
			continue
		}
		out = append(out, f.Rule)
	}
	return out
}

func (m *marker) look(text, language, accountID string) []check.Finding {
	a := m.accounts[accountID]
	found := check.Run(m.checks, check.Input{Text: text, Language: language, Profile: a.Profile, Place: a.Place, Own: a.Own, Now: m.now})
	return slices.DeleteFunc(found, func(f check.Finding) bool { return f.Grade < check.Likely })
}

// admit counts a mark, and refuses it when there have been too many today.
func (m *marker) admit(mark string) bool {
	if slices.Contains(m.today.Broken, mark) {
		return false
	}
	if m.today.Counts == nil {
		m.today.Counts = map[string]int{}
	}
	if m.today.Counts[mark] < MostMarks {
		m.today.Counts[mark]++
		return true
	}
	m.today.Broken = append(m.today.Broken, mark)
	name, _ := day(m.now)
	m.broken = append(m.broken, Breaker{ID: ident.New(m.now), Mark: mark, Day: name, Count: m.today.Counts[mark], At: m.now})
	return false
}

// breakers are the acts by which marking was stopped in this batch.
func (m *marker) breakers() (acts []desk.Act) {
	for _, b := range m.broken {
		acts = append(acts, desk.Act{Kind: "inbox.breaker", Subject: SortingSubject, Who: desk.System("inbox"), At: m.now,
			Say: map[string]any{"mark": b.Mark, "count": b.Count}, Facts: []any{b}})
	}
	return acts
}

// marked loads what has been marked today.
func (r *Room) marked(ctx context.Context) (Marked, error) {
	name, began := day(r.clock.Now())
	return r.store.Marked(ctx, name, began)
}

// Stopped returns the marks that are stopped for today, for the page that shows the inbox. It asks people.InboxRead.
func (r *Room) Stopped(ctx context.Context, a people.Actor) ([]string, error) {
	if !a.Anywhere(people.InboxRead, r.clock.Now()) {
		return nil, nil
	}
	m, err := r.marked(ctx)
	return m.Broken, err
}

// Marks returns the marks that the checks can set, as rules, in the order of the sheets.
func (r *Room) Marks() []check.Rule {
	var out []check.Rule
	for _, c := range r.Checks {
		out = append(out, c.Sheet().Rules...)
	}
	return out
}

// Reasons tells why the checks mark a text as they do: one finding for each mark, the surest first.
func (r *Room) Reasons(ctx context.Context, c Conversation, t Turn) (map[string]check.Finding, error) {
	at, err := r.store.Account(ctx, c.Account)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	m := marker{checks: r.Checks, accounts: map[string]account.Account{c.Account: at}, now: r.clock.Now()}
	out := map[string]check.Finding{}
	for _, f := range m.look(t.Text, t.Language, c.Account) {
		if old, ok := out[f.Rule]; !ok || f.Grade > old.Grade {
			out[f.Rule] = f
		}
	}
	return out, nil
}

// Remark takes a mark away from a turn, or sets one. It asks people.InboxClassify.
//
// Errors: fault.Invalid at mark, turn or why; fault.Conflict when something has happened in the conversation since seen.
func (r *Room) Remark(ctx context.Context, a people.Actor, id string, m Remark, seen int64) error {
	known := slices.ContainsFunc(r.Marks(), func(rule check.Rule) bool { return rule.ID == m.Mark })
	turn, err := r.store.Turn(ctx, m.Turn)
	if err != nil {
		return err
	}
	return r.do(ctx, a, people.InboxClassify, id, seen, func(c Conversation, now time.Time) ([]desk.Act, error) {
		return decideRemark(c, a, turn, m, known, now)
	})
}

func decideRemark(c Conversation, a people.Actor, turn Turn, m Remark, known bool, now time.Time) ([]desk.Act, error) {
	switch {
	case turn.Conversation != c.ID || turn.Ours:
		return nil, fault.New(fault.Invalid, lingo.T("Välj vilket meddelande det gäller.", "Choose which message it is about.")).At("turn")
	case !known:
		return nil, fault.New(fault.Invalid, lingo.T("Välj en märkning.", "Choose a mark.")).At("mark")
	case slices.Contains(turn.Marks, m.Mark) == m.Stands:
		return nil, nil
	}
	why, err := words(m.Why, "why", false)
	if err != nil {
		return nil, err
	}
	m.ID, m.Conversation, m.Why, m.By, m.At = ident.New(now), c.ID, why, a.Person.ID, now
	kind := "inbox.unmarked"
	if m.Stands {
		kind = "inbox.marked"
	}
	return []desk.Act{{Kind: kind, Subject: c.ID, Account: c.Account, Who: a.Who(), At: now,
		Say: map[string]any{"mark": m.Mark, "words": why}, Facts: []any{m}}}, nil
}

// withMarks adds to each conversation the marks that stand on its turns.
func (r *Room) withMarks(ctx context.Context, list []Conversation) error {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	if len(ids) == 0 {
		return nil
	}
	marks, err := r.store.MarksOf(ctx, ids)
	for i := range list {
		list[i].Marks = slices.Sorted(maps.Keys(marks[list[i].ID]))
	}
	return err
}
