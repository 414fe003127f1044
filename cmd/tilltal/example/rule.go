package example

import (
	"context"
	"time"

	"tilltal/desk/guideline"
)

// ruling is what was decided about a rule of the checks that did not fit an account.
func (s *stage) ruling() []scene {
	return []scene{{workday(5, 9, 40)(s.now), "a rule that is made silent", func(ctx context.Context) error {
		nadia, err := s.actor(ctx, "nadia")
		if err != nil {
			return err
		}
		_, err = s.Routines.Hush(ctx, nadia, guideline.Silence{Account: s.accounts[daily], Rule: "shouting.marks", Until: s.now.Add(60 * 24 * time.Hour),
			Reason: "Vi skriver mycket till barn inför lovet, och då får det låta. Vi ser på det igen efter jul."})
		return err
	}}}
}
