package desk

import (
	"context"

	"tilltal/base/fault"
)

// tries is how often Again decides anew before it lets the person know.
const tries = 5

// Again decides and commits, and does both once more when something else happened to the same thing in between. It is for
// use cases where the decision, made anew on what is true now, is still what the person asked for: a role that is given, a
// colleague who leaves. Where she has looked at something and judged it, commit once and let her look again.
//
// The error is what decide said, or what Commit said the last time.
func Again(ctx context.Context, c Committer, decide func(ctx context.Context) (Change, error)) (Receipt, error) {
	var receipt Receipt
	var err error
	for range tries {
		var change Change
		if change, err = decide(ctx); err != nil {
			return Receipt{}, err
		}
		if receipt, err = c.Commit(ctx, change); !fault.Is(err, fault.Conflict) {
			break
		}
	}
	return receipt, err
}
