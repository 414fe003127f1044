package example

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/shift"
)

// relay is the rotation at the daily account: a week each, in turn, since the Monday of last week.
func (s *stage) relay() shift.Rotation {
	today := clock.DateOf(s.now, clock.Stockholm())
	monday := today.Add(-(int(today.Weekday())+6)%7 - 7)
	x := shift.Rotation{Account: s.accounts[daily], Title: "Veckans röst", Starts: monday, Kind: shift.KindDay, Ahead: 4, Zone: "Europe/Stockholm",
		People: []string{s.people["johan"], s.people["amina"], s.people["eeva"]}, Purpose: "En vecka på jobbet, berättad av den som gör det."}
	for d := time.Monday; d <= time.Friday; d++ {
		x.Week = append(x.Week, shift.Stretch{Day: d, From: clock.AtTime(8, 0), Until: clock.AtTime(16, 0)})
	}
	return x
}

// relaying is how the rotation was decided, how Amina presented herself, and how Johan handed over to her.
func (s *stage) relaying() []scene {
	x := s.relay()
	first := firstDay(s.now).Add(4 * time.Hour)
	out := []scene{
		{first, "the rotation", func(ctx context.Context) error {
			nadia, err := s.actor(ctx, "nadia")
			if err == nil {
				_, err = s.Shifts.Rotate(ctx, nadia, x)
			}
			return err
		}},
		{first.Add(20 * time.Minute), "Amina presents herself", func(ctx context.Context) error {
			amina, err := s.actor(ctx, "amina")
			if err != nil {
				return err
			}
			return s.Shifts.Present(ctx, amina, shift.Presentation{Words: "Jag sköter rabatter, lekplatser och en och annan vilsen and.", Consent: true})
		}},
	}
	ends, begins := s.turnOver(x)
	if ends.IsZero() || !ends.After(first) || ends.After(s.now) {
		return out
	}
	out = append(out,
		scene{ends.Add(-10 * time.Minute), "Johan hands over", func(ctx context.Context) error { return s.handOver(ctx, ends) }},
		scene{ends, "what is open is written down", s.Shifts.Round})
	if confirmed := begins.Add(6 * time.Minute); confirmed.Before(s.now) {
		out = append(out, scene{confirmed, "Amina takes over", func(ctx context.Context) error { return s.takeOver(ctx, x.Account, ends) }})
	}
	return out
}

// turnOver is when Johan's last shift of last week ends and Amina's first of this week begins; the zero times when a week of
// red days left one of them without.
func (s *stage) turnOver(x shift.Rotation) (ends, begins time.Time) {
	for _, t := range x.Turns(x.Starts, x.Starts.Add(13)) {
		if t.Person == s.people["johan"] {
			ends, _ = t.Until.Resolve()
		} else if begins.IsZero() {
			begins, _ = t.From.Resolve()
		}
	}
	if begins.IsZero() {
		return time.Time{}, time.Time{}
	}
	return ends, begins
}

func (s *stage) handOver(ctx context.Context, ends time.Time) error {
	johan, err := s.actor(ctx, "johan")
	if err != nil {
		return err
	}
	all, err := s.Shifts.Mine(ctx, johan, shift.Span{From: ends.Add(-time.Hour), Until: ends})
	if err != nil || len(all) == 0 {
		return err
	}
	return s.Shifts.WriteHandover(ctx, johan, all[0].ID, "Det blir mest frågor om snön nu. Titta gärna till dem först på morgonen.")
}

func (s *stage) takeOver(ctx context.Context, account string, ends time.Time) error {
	amina, err := s.actor(ctx, "amina")
	if err != nil {
		return err
	}
	all, err := s.Shifts.Shifts(ctx, amina, account, shift.Span{From: ends.Add(-time.Hour), Until: ends}, false)
	if err != nil || len(all) == 0 {
		return err
	}
	return s.Shifts.Confirm(ctx, amina, all[0].ID)
}
