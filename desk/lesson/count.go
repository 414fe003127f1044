package lesson

import (
	"context"

	"tilltal/desk/people"
)

// Few is the smallest number of notes that is shown as a figure: of fewer, somebody might be recognised.
const Few = 5

// Count is how many notes there are of one sort. N is 0 when Hidden.
type Count struct {
	Sort   string
	N      int
	Hidden bool // there are some, but fewer than Few
}

// Tally (lärdomar i siffror) counts the learning notes of the whole authority over a year. It is never made for an account or a
// person. Total is 0 when TotalHidden, which it is when it would give away a number that is hidden.
type Tally struct {
	Counts      []Count
	Total       int
	TotalHidden bool
}

// Tally counts the notes of the last twelve months. Right: lesson.read anywhere.
func (r *Room) Tally(ctx context.Context, a people.Actor) (Tally, error) {
	now := r.clock.Now()
	if !a.Anywhere(people.LessonRead, now) {
		return Tally{}, people.Ask(a, people.LessonRead, "", now)
	}
	notes, err := r.store.NotesSince(ctx, now.AddDate(-1, 0, 0))
	return tally(notes), err
}

func tally(notes []Note) Tally {
	bySort := map[string]int{}
	for _, n := range notes {
		bySort[n.Sort]++
	}
	t := Tally{Total: len(notes)}
	hidden := 0
	for _, s := range Sorts {
		c := Count{Sort: s.ID, N: bySort[s.ID]}
		if c.N > 0 && c.N < Few {
			c.N, c.Hidden = 0, true
			hidden++
		}
		t.Counts = append(t.Counts, c)
	}
	if hidden == 1 || t.Total > 0 && t.Total < Few { // the one that is hidden would be what is left of the total
		t.Total, t.TotalHidden = 0, true
	}
	return t
}
