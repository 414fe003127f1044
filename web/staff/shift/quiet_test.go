package shift_test

import (
	"context"

	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/desk/review"
)

// quiet is a desk where nothing but shifts happens.
type quiet struct{}

func (quiet) List(context.Context, people.Actor, inbox.Filter) (desk.Page[inbox.Conversation], error) {
	return desk.Page[inbox.Conversation]{}, nil
}
func (quiet) Today(context.Context, people.Actor) (inbox.Tally, error) { return inbox.Tally{}, nil }
func (quiet) Own(context.Context, people.Actor, []draft.State, string) (desk.Page[draft.Draft], error) {
	return desk.Page[draft.Draft]{}, nil
}
func (quiet) Waiting(context.Context, people.Actor) ([]review.Task, error) { return nil, nil }
func (quiet) Insight(context.Context) (record.Insight, error)              { return record.Insight{}, nil }
