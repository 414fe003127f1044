package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/frame"
	"tilltal/desk/people"
)

// Frames is the room of frames: desk/frame.
type Frames interface {
	Standing(ctx context.Context, person, account string) (frame.Standing, error)
	Acknowledgements(ctx context.Context, a people.Actor, account string) ([]frame.Acknowledgement, error)
	CommonHistory(ctx context.Context, a people.Actor) ([]frame.Common, error)
	AdoptCommon(ctx context.Context, a people.Actor, c frame.Common) (frame.Common, error)
	Backing(ctx context.Context, account string) (frame.Backing, error)
	Exercises(ctx context.Context, a people.Actor, account string) ([]frame.Exercise, error)
	AddExercise(ctx context.Context, a people.Actor, e frame.Exercise) (frame.Exercise, error)
	DropExercise(ctx context.Context, a people.Actor, account, id string) error
}

// Example is a text that fits, or does not, with the reason.
type Example struct {
	Good bool   `json:"good"`
	Text string `json:"text" maxLength:"2000"`
	Why  string `json:"why" maxLength:"2000"`
}

func seeExample(e account.Example) Example { return Example(e) }

func (e Example) read() account.Example { return account.Example(e) }

func readAll[T, V any](all []T, read func(T) V) []V {
	if len(all) == 0 {
		return nil
	}
	return each(all, read)
}

// Common is what holds at every account of the authority.
type Common struct {
	Number    int       `json:"number" minimum:"0" doc:"1, 2, …. When you change them: the number of the ones you read; 0 when there are none"`
	Purpose   string    `json:"purpose" maxLength:"2000" doc:"Why the authority lets its employees speak"`
	Talk      []string  `json:"talk" nullable:"false" maxItems:"20" required:"false" doc:"What is spoken of"`
	Avoid     []string  `json:"avoid" nullable:"false" maxItems:"20" required:"false" doc:"What is not spoken of"`
	Examples  []Example `json:"examples" nullable:"false" maxItems:"12" required:"false"`
	Wording   bool      `json:"wording,omitempty" required:"false" doc:"The change is one of words only: nobody reads the frames again"`
	ChangedAt time.Time `json:"changed_at,omitzero" readOnly:"true"`
	ChangedBy string    `json:"changed_by,omitempty" readOnly:"true"`
}

func seeCommon(c frame.Common) Common {
	return Common{Number: c.Number, Purpose: c.Purpose, Talk: list(c.Talk), Avoid: list(c.Avoid), Examples: each(c.Examples, seeExample), Wording: !c.Substance,
		ChangedAt: c.ChangedAt, ChangedBy: c.ChangedBy}
}

// Versions are those of the two parts of an account's frames.
type Versions struct {
	Charter int `json:"charter" doc:"Of the account's charter"`
	Common  int `json:"common" doc:"Of the common frames; 0 when there are none"`
}

// FrameStanding is the frames of an account and how it stands with you and them.
type FrameStanding struct {
	Account   Account  `json:"account"`
	Common    Common   `json:"common"`
	Must      Versions `json:"must" doc:"The newest that changed something in substance: what must have been read"`
	Read      Versions `json:"read" doc:"What you have acknowledged"`
	Ready     bool     `json:"ready" doc:"You may hand in texts, as far as the frames go"`
	Practised []string `json:"practised" nullable:"false" doc:"Ids of the exercises you have done"`
	Backing   *Backing `json:"backing,omitempty"`
}

// Backing is management's decision to let employees speak.
type Backing struct {
	Words  string `json:"words"`
	Name   string `json:"name"`
	Title  string `json:"title"`
	Signed string `json:"signed" format:"date"`
	Review string `json:"review" format:"date" doc:"By when it is looked at again"`
}

func seeBacking(b frame.Backing) *Backing {
	if b.ID == "" {
		return nil
	}
	return &Backing{Words: b.Words, Name: b.Name, Title: b.Title, Signed: b.Signed.String(), Review: b.Review.String()}
}

// Acknowledgement is that somebody has read the frames.
type Acknowledgement struct {
	Person string `json:"person"`
	Versions
	At time.Time `json:"at"`
}

// Exercise is something that has happened, to write about as if it were real.
type Exercise struct {
	ID    string `json:"id" readOnly:"true" required:"false"`
	Title string `json:"title" maxLength:"80"`
	Event string `json:"event" maxLength:"2000"`
	Own   bool   `json:"own" readOnly:"true" required:"false" doc:"The account's own, and not one that comes with the program"`
}

func seeExercise(e frame.Exercise) Exercise {
	return Exercise{ID: e.ID, Title: e.Title, Event: e.Event, Own: e.By != ""}
}

// InExercise names an exercise of an account.
type InExercise struct {
	ByID
	Exercise string `path:"exercise" maxLength:"64"`
}

// frames adds the frames. To acknowledge, to practise and to sign is something that a person does, on the pages of the desk.
func (r Rooms) frames(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/frames", ID: "get-frames", Right: people.AccountRead, Summary: "The frames in force for an account, and whether you have read them"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[FrameStanding], error) {
			s, err := r.Frames.Standing(ctx, who.Person.ID, in.ID)
			if err != nil {
				return nil, err
			}
			if err := people.Ask(who, people.AccountRead, in.ID, a.Clock.Now()); err != nil {
				return nil, err
			}
			b, err := r.Frames.Backing(ctx, in.ID)
			return got(FrameStanding{Account: seeAccount(s.Account), Common: seeCommon(s.Common), Must: Versions(s.Must), Read: Versions(s.Read), Ready: s.Ready(),
				Practised: list(s.Practice), Backing: seeBacking(b)}, err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/acknowledgements", ID: "list-acknowledgements", Right: people.AccountRead, Summary: "Who has read the frames of an account, and in which versions"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Acknowledgement]], error) {
			all, err := r.Frames.Acknowledgements(ctx, who, in.ID)
			return got(pageOf(all, "", func(k frame.Acknowledgement) Acknowledgement {
				return Acknowledgement{Person: k.Person, Versions: Versions(k.Versions), At: k.At}
			}), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/accounts/{id}/exercises", ID: "list-exercises", Right: people.AccountRead, Summary: "The exercises for an account"},
		func(ctx context.Context, who people.Actor, in *ByID) (*answer[Page[Exercise]], error) {
			all, err := r.Frames.Exercises(ctx, who, in.ID)
			return got(pageOf(all, "", seeExercise), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/accounts/{id}/exercises", ID: "add-exercise", Right: people.FrameExercise, Status: http.StatusCreated, Summary: "Add an exercise of the account's own"},
		func(ctx context.Context, who people.Actor, in *saying[Exercise]) (*answer[Exercise], error) {
			e, err := r.Frames.AddExercise(ctx, who, frame.Exercise{Account: in.ID, Title: in.Body.Title, Event: in.Body.Event})
			return got(seeExercise(e), err)
		})
	register(a, operation{Method: http.MethodDelete, Path: "/accounts/{id}/exercises/{exercise}", ID: "drop-exercise", Right: people.FrameExercise, Summary: "Take an exercise of the account's own away"},
		func(ctx context.Context, who people.Actor, in *InExercise) (*nothing, error) {
			return done(r.Frames.DropExercise(ctx, who, in.ID, in.Exercise))
		})
	register(a, operation{Method: http.MethodGet, Path: "/frames", ID: "list-common-frames", Right: people.AccountRead, Summary: "The frames common to every account, the newest version first"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[Common]], error) {
			all, err := r.Frames.CommonHistory(ctx, who)
			return got(pageOf(all, "", seeCommon), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/frames", ID: "adopt-common-frames", Right: people.FrameCommon, Summary: "Put new common frames in force from now"},
		func(ctx context.Context, who people.Actor, in *telling[Common]) (*answer[Common], error) {
			b := in.Body
			c, err := r.Frames.AdoptCommon(ctx, who, frame.Common{Number: b.Number, Purpose: b.Purpose, Talk: b.Talk, Avoid: b.Avoid, Examples: readAll(b.Examples, Example.read), Substance: !b.Wording})
			return got(seeCommon(c), err)
		})
}

// dateOf reads a day of a call; "" is none. The fault points at the field.
func dateOf(s, field string) (clock.Date, error) {
	if s == "" {
		return clock.Date{}, nil
	}
	d, err := clock.ParseDate(s)
	if err != nil {
		return d, fault.Of(err).At(field)
	}
	return d, nil
}

func dateText(d clock.Date) string {
	if d == (clock.Date{}) {
		return ""
	}
	return d.String()
}
