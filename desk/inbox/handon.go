package inbox

import (
	"time"

	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/people"
)

// HandedOn is the act by which a conversation gets a new owner when a shift is handed over, or somebody leaves: for those who
// have decided it, and expect the conversation to be as they saw it. The zero Person is nobody.
func HandedOn(conversation, account string, to people.Person, who desk.Who, by string, now time.Time) desk.Act {
	return desk.Act{Kind: "inbox.assigned", Subject: conversation, Account: account, Who: who, At: now, Say: map[string]any{"to": to.Name, "person": to.ID},
		Facts: []any{Assignment{ID: ident.New(now), Conversation: conversation, To: to.ID, By: by, At: now}}}
}
