package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk"
	"tilltal/desk/lesson"
	"tilltal/desk/people"
)

// Lessons is the room of lessons: desk/lesson.
type Lessons interface {
	Notes(ctx context.Context, a people.Actor, account, after string) (desk.Page[lesson.Note], error)
	Write(ctx context.Context, a people.Actor, n lesson.Note) (lesson.Note, error)
	Leave(ctx context.Context, a people.Actor, post, why string) (lesson.Left, error)
	Tally(ctx context.Context, a people.Actor) (lesson.Tally, error)
}

// Lesson is what colleagues may learn from something that went wrong. It names nobody.
type Lesson struct {
	ID       string    `json:"id" readOnly:"true" required:"false"`
	Account  string    `json:"account" maxLength:"64"`
	Sort     string    `json:"sort" enum:"fact,person,tone,clarity,time,picture,other"`
	Way      string    `json:"way,omitempty" enum:"corrected,withdrawn,left" doc:"What was done about the post; left out when nothing had gone out"`
	Happened string    `json:"happened" maxLength:"2000"`
	Next     string    `json:"next" maxLength:"2000" doc:"What we do next time"`
	At       time.Time `json:"at,omitzero" readOnly:"true"`
}

func seeLesson(n lesson.Note) Lesson { return Lesson(n) }

// LessonCount is how many lessons there are of one sort.
type LessonCount struct {
	Sort   string `json:"sort"`
	N      int    `json:"n"`
	Hidden bool   `json:"hidden" doc:"There are some, but fewer than five: the number is not shown"`
}

// LessonTally counts the lessons of the whole authority over a year.
type LessonTally struct {
	Counts      []LessonCount `json:"counts" nullable:"false"`
	Total       int           `json:"total"`
	TotalHidden bool          `json:"total_hidden" doc:"The total would give a hidden number away"`
}

// Leaving is why a post stays as it is.
type Leaving struct {
	Why string `json:"why" maxLength:"2000"`
}

// Left is the decision that a post stays as it is.
type Left struct {
	ID   string    `json:"id"`
	Post string    `json:"post"`
	Why  string    `json:"why"`
	By   string    `json:"by"`
	At   time.Time `json:"at"`
}

// lessons adds what the desk learns.
func (r Rooms) lessons(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/lessons", ID: "list-lessons", Right: people.LessonRead, Summary: "Lessons of what went wrong, the newest first"},
		func(ctx context.Context, who people.Actor, in *struct {
			Account string `query:"account" maxLength:"64"`
			After   string `query:"after" maxLength:"64"`
		}) (*answer[Page[Lesson]], error) {
			page, err := r.Lessons.Notes(ctx, who, in.Account, in.After)
			return got(pageOf(page.Items, page.Next, seeLesson), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/lessons", ID: "write-lesson", Right: people.LessonWrite, Status: http.StatusCreated, Summary: "Write a lesson; one that names somebody is refused"},
		func(ctx context.Context, who people.Actor, in *telling[Lesson]) (*answer[Lesson], error) {
			n, err := r.Lessons.Write(ctx, who, lesson.Note{Account: in.Body.Account, Sort: in.Body.Sort, Way: in.Body.Way, Happened: in.Body.Happened, Next: in.Body.Next})
			return got(seeLesson(n), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/lessons/tally", ID: "count-lessons", Right: people.LessonRead, Summary: "How many lessons of each sort in a year, for the whole authority"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[LessonTally], error) {
			t, err := r.Lessons.Tally(ctx, who)
			return got(LessonTally{Counts: each(t.Counts, func(c lesson.Count) LessonCount { return LessonCount(c) }), Total: t.Total, TotalHidden: t.TotalHidden}, err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/posts/{id}/leave", ID: "leave-post", Right: people.PublishCorrect, Status: http.StatusCreated, Summary: "Decide that a post stays as it is, with the reason"},
		func(ctx context.Context, who people.Actor, in *saying[Leaving]) (*answer[Left], error) {
			l, err := r.Lessons.Leave(ctx, who, in.ID, in.Body.Why)
			return got(Left{ID: l.ID, Post: l.Post, Why: l.Why, By: l.By, At: l.At}, err)
		})
}
