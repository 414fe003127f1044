package record

import (
	"context"
	"iter"
	"slices"
	"time"

	"tilltal/base/clock"
	"tilltal/base/interval"
	"tilltal/desk/account"
	"tilltal/desk/publish"
	"tilltal/measure"
)

// Window is how far back the open numbers look.
const Window = 90 * 24 * time.Hour

// fresh is how long an insight is shown before it is counted anew.
const fresh = 5 * time.Minute

// Insight (insyn) is what everybody may see of how the desk works.
type Insight struct {
	At           time.Time // when it was counted
	Since        time.Time // the first moment it looks at
	Readings     []Reading // for all accounts together, the headline first
	Accounts     []Standing
	Posts        int
	Answers      int
	Corrections  int
	Withdrawals  []Withdrawn
	Reclassified int   // conversations that a person said need no answer: they are not in the readings
	Days         []Day // the headline, day by day, the oldest first: for the desk alone, where small numbers are no secret
}

// Day is how it went for what came on one day. Days on which nothing came that is old enough to count are left out.
type Day struct {
	Date clock.Date
	measure.Figure
}

// trend is how many days back Days goes.
const trend = 30

// Reading is what one measure found. Hidden: so few that it could point at somebody.
type Reading struct {
	measure.Sheet
	measure.Figure
	Hidden bool
}

// Standing is one account in the register, with the headline for it.
type Standing struct {
	account.Account
	Reading
}

// Withdrawn is how many posts were taken off the square on a ground.
type Withdrawn struct {
	Ground string // see publish.Grounds
	Posts  int
}

// Insight returns the open numbers of the last [Window], at most five minutes old.
func (r *Room) Insight(ctx context.Context) (Insight, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.clock.Now()
	if age := now.Sub(r.kept.At); !r.kept.At.IsZero() && age >= 0 && age < fresh {
		return r.kept, nil
	}
	since := now.Add(-Window)
	messages, err := r.store.Messages(ctx, since)
	if err != nil {
		return Insight{}, err
	}
	deeds, err := r.store.Deeds(ctx, since)
	if err != nil {
		return Insight{}, err
	}
	accounts, err := r.store.Accounts(ctx, true)
	if err != nil {
		return Insight{}, err
	}
	r.kept = count(accounts, messages, deeds, r.measures, now)
	return r.kept, nil
}

// count makes the insight: pure.
func count(accounts []account.Account, messages []measure.Message, deeds Deeds, measures []measure.Measure, now time.Time) Insight {
	in := Insight{At: now, Since: now.Add(-Window), Posts: deeds.Posts, Answers: deeds.Answers, Corrections: deeds.Corrections, Reclassified: deeds.Reclassified}
	for _, m := range measures {
		reading := Reading{Sheet: m.Sheet(), Figure: m.Of(slices.Values(messages), now)}
		if interval.Small(reading.Share.N) {
			reading.Figure, reading.Hidden = measure.Figure{}, true
		}
		in.Readings = append(in.Readings, reading)
	}
	for _, a := range accounts {
		s := Standing{Account: a}
		if len(measures) > 0 {
			s.Reading = Reading{Sheet: measures[0].Sheet(), Figure: measures[0].Of(of(messages, a.ID), now)}
		}
		in.Accounts = append(in.Accounts, s)
	}
	hide(in.Accounts)
	if len(measures) > 0 {
		in.Days = days(messages, measures[0], now)
	}
	for _, g := range publish.Grounds() {
		if n := deeds.Withdrawals[g.ID]; n > 0 {
			in.Withdrawals = append(in.Withdrawals, Withdrawn{Ground: g.ID, Posts: n})
		}
	}
	return in
}

// days measures what came on each of the last days by itself.
func days(messages []measure.Message, m measure.Measure, now time.Time) (out []Day) {
	came := map[clock.Date][]measure.Message{}
	for _, msg := range messages {
		d := clock.DateOf(msg.At, clock.Stockholm())
		came[d] = append(came[d], msg)
	}
	for d, i := clock.DateOf(now, clock.Stockholm()).Add(-trend), 0; i <= trend; d, i = d.Add(1), i+1 {
		if f := m.Of(slices.Values(came[d]), now); f.Share.Known() {
			out = append(out, Day{Date: d, Figure: f})
		}
	}
	return out
}

func of(messages []measure.Message, account string) iter.Seq[measure.Message] {
	return func(yield func(measure.Message) bool) {
		for _, m := range messages {
			if m.Account == account && !yield(m) {
				return
			}
		}
	}
}

// hide takes away the numbers of accounts with so few messages that somebody could be pointed at, and of as many more as it
// takes for them not to be found by subtracting the rest from the sum.
func hide(accounts []Standing) {
	cells := make([]int, len(accounts))
	for i, a := range accounts {
		cells[i] = a.Share.N
	}
	for i, hidden := range interval.Hide(cells) {
		if hidden {
			accounts[i].Figure, accounts[i].Hidden = measure.Figure{}, true
		}
	}
}
