package inbox

import (
	"context"
	"time"

	"tilltal/desk/people"
)

// Presence (närvaro) is that somebody has a conversation open. It is no fact and leaves no trace: it is there so that two
// colleagues see each other.
type Presence struct {
	Conversation string
	Person       string
	At           time.Time
}

// Here is how long after her last sign of life somebody is still shown. Pages give one every fifteen seconds.
const Here = 45 * time.Second

// Look tells that the actor has a conversation open, and returns who else has. It asks people.InboxRead.
func (r *Room) Look(ctx context.Context, a people.Actor, id string) ([]Presence, error) {
	if _, err := r.conversation(ctx, a, people.InboxRead, id); err != nil {
		return nil, err
	}
	now := r.clock.Now()
	return r.store.Look(ctx, Presence{Conversation: id, Person: a.Person.ID, At: now}, now.Add(-Here))
}
