package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/check"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

// Routines is the room of routines: desk/guideline.
type Routines interface {
	Routine(ctx context.Context, account string) (guideline.Routine, error)
	History(ctx context.Context, actor people.Actor, account string) ([]guideline.Routine, error)
	Silences(ctx context.Context, actor people.Actor, account string) ([]guideline.Silence, error)
	Hush(ctx context.Context, actor people.Actor, s guideline.Silence) (guideline.Silence, error)
	Speak(ctx context.Context, actor people.Actor, account, id string) error
	Adopt(ctx context.Context, actor people.Actor, account string, routine guideline.Routine) (guideline.Routine, error)
}

// Routine says what each grade of finding leads to.
type Routine struct {
	Number    int               `json:"number" minimum:"0" doc:"1, 2, …. When you change a routine: the number of the one you read"`
	Post      Steps             `json:"post"`
	Answer    Steps             `json:"answer"`
	Rules     map[string]string `json:"rules,omitempty" doc:"Rules and checks that ask more than their grade, each with its step" example:"{\"personaldata.personnummer\":\"shift\"}"`
	Late      int               `json:"late" minimum:"0" maximum:"86400" doc:"Seconds after its time that an approved post may still go out by itself"`
	ChangedAt time.Time         `json:"changed_at,omitzero" readOnly:"true"`
	ChangedBy string            `json:"changed_by,omitempty" readOnly:"true"`
}

// Steps is the step that each grade leads to: own (judgement), reason (a written one), reader (a second), shift (the
// communicator on shift) or decision (the decision maker).
type Steps struct {
	None     string `json:"none" enum:"own,reason,reader,shift,decision" doc:"Nothing was found"`
	Possible string `json:"possible" enum:"own,reason,reader,shift,decision"`
	Likely   string `json:"likely" enum:"own,reason,reader,shift,decision"`
	Certain  string `json:"certain" enum:"own,reason,reader,shift,decision"`
}

func seeRoutine(r guideline.Routine) Routine {
	out := Routine{Number: r.Number, Post: seeSteps(r.Post), Answer: seeSteps(r.Answer), Late: int(r.Late / time.Second), ChangedAt: r.ChangedAt, ChangedBy: r.ChangedBy}
	for rule, step := range r.Rules {
		if out.Rules == nil {
			out.Rules = map[string]string{}
		}
		out.Rules[rule] = step.String()
	}
	return out
}

func seeSteps(s [4]guideline.Step) Steps {
	return Steps{None: s[check.None].String(), Possible: s[check.Possible].String(), Likely: s[check.Likely].String(), Certain: s[check.Certain].String()}
}

// read returns the routine as the room knows it. A step that does not exist becomes one that the room refuses.
func (r Routine) read() guideline.Routine {
	out := guideline.Routine{Number: r.Number, Post: r.Post.read(), Answer: r.Answer.read(), Late: time.Duration(r.Late) * time.Second}
	for rule, step := range r.Rules {
		if out.Rules == nil {
			out.Rules = map[string]guideline.Step{}
		}
		out.Rules[rule] = readStep(step)
	}
	return out
}

func (s Steps) read() (out [4]guideline.Step) {
	out[check.None], out[check.Possible], out[check.Likely], out[check.Certain] = readStep(s.None), readStep(s.Possible), readStep(s.Likely), readStep(s.Certain)
	return out
}

func readStep(name string) guideline.Step {
	if s, ok := guideline.ParseStep(name); ok {
		return s
	}
	return -1
}

// routines adds the routine of each account.
func (r Rooms) routines(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/routine", ID: "get-routine", Right: people.AccountRead, Summary: "The routine in force for an account"},
		func(ctx context.Context, _ people.Actor, in *ByID) (*answer[Routine], error) {
			routine, err := r.Routines.Routine(ctx, in.ID)
			return got(seeRoutine(routine), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/routines", ID: "list-routines", Right: people.AccountRead, Summary: "Every routine an account has had, the newest first"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Routine]], error) {
			all, err := r.Routines.History(ctx, who, in.ID)
			return got(pageOf(all, "", seeRoutine), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/accounts/{id}/routine", ID: "adopt-routine", Right: people.RoutineAdopt, Summary: "Decide the routine, in force from now",
		Help: "What is already handed in keeps the step it was given."},
		func(ctx context.Context, who people.Actor, in *saying[Routine]) (*answer[Routine], error) {
			adopted, err := r.Routines.Adopt(ctx, who, in.ID, in.Body.read())
			return got(seeRoutine(adopted), err)
		})
}
