// Package shift is where colleagues see and arrange who speaks when (Pass): the calendar of an account with its gaps, the
// rotations that fill it, one shift with what can be done about it, swaps between two, the page that is handed over when a
// shift ends, what one says of oneself on the square, and the talk afterwards. Every page works on a telephone, on paper and
// without a script.
package shift

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/desk/account"
	"tilltal/desk/frame"
	"tilltal/desk/people"
	"tilltal/desk/shift"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// Relay is the room behind: desk/shift.
type Relay interface {
	Shift(ctx context.Context, a people.Actor, id string) (shift.Shift, error)
	Shifts(ctx context.Context, a people.Actor, account string, s shift.Span, cancelled bool) ([]shift.Shift, error)
	Mine(ctx context.Context, a people.Actor, s shift.Span) ([]shift.Shift, error)
	Plan(ctx context.Context, a people.Actor, p shift.Plan) (shift.Shift, error)
	Change(ctx context.Context, a people.Actor, id string, number int, p shift.Plan, why string) (shift.Shift, error)
	Cancel(ctx context.Context, a people.Actor, id, why string) error
	Decline(ctx context.Context, a people.Actor, id, why string) error
	StepIn(ctx context.Context, a people.Actor, id string) (shift.Shift, error)
	Swaps
	Rotations
	Handovers
	Presentations
}

// Swaps are offers between two.
type Swaps interface {
	Offers(ctx context.Context, a people.Actor) ([]shift.Offer, error)
	OfferSwap(ctx context.Context, a people.Actor, w shift.Wish) (shift.Offer, error)
	AcceptSwap(ctx context.Context, a people.Actor, id string) error
	DeclineSwap(ctx context.Context, a people.Actor, id string) error
}

// Rotations are the plans that repeat, and what an account has promised.
type Rotations interface {
	Rotations(ctx context.Context, a people.Actor, account string) ([]shift.Rotation, error)
	Rotation(ctx context.Context, a people.Actor, id string) (shift.Rotation, error)
	Preview(ctx context.Context, a people.Actor, x shift.Rotation, days int) ([]shift.Turn, error)
	Rotate(ctx context.Context, a people.Actor, x shift.Rotation) (shift.Rotation, error)
	Rerotate(ctx context.Context, a people.Actor, x shift.Rotation) (shift.Rotation, error)
	EndRotation(ctx context.Context, a people.Actor, id string, number int, last clock.Date) (shift.Rotation, error)
	Watch(ctx context.Context, a people.Actor, account string) (shift.Watch, error)
	Alarms(ctx context.Context, a people.Actor) ([]shift.Alarm, error)
	Keep(ctx context.Context, a people.Actor, account string, cover shift.Cover) error
	OnShift(ctx context.Context, account string, at time.Time) (shift.Duty, error)
}

// Handovers are what is passed on when a shift ends.
type Handovers interface {
	Handover(ctx context.Context, a people.Actor, id string) (shift.HandoverPage, error)
	WriteHandover(ctx context.Context, a people.Actor, id, text string) error
	Confirm(ctx context.Context, a people.Actor, id string) error
	Aftermath(ctx context.Context, a people.Actor, id string) (shift.Aftermath, error)
	Reflect(ctx context.Context, a people.Actor, id string, x shift.Reflection) error
}

// Presentations are how employees present themselves.
type Presentations interface {
	Presentation(ctx context.Context, a people.Actor) (shift.Presentation, error)
	Present(ctx context.Context, a people.Actor, p shift.Presentation) error
	AddPortrait(ctx context.Context, a people.Actor, p shift.Portrait, data []byte) (shift.Portrait, error)
}

// Frames tells whether somebody has read what she speaks within: desk/frame.
type Frames interface {
	Standing(ctx context.Context, person, account string) (frame.Standing, error)
}

// People is the register of colleagues: desk/people.
type People interface {
	Load(ctx context.Context, person string) (people.Actor, error)
	People(ctx context.Context, actor people.Actor, leavers bool) ([]people.Person, error)
}

// Accounts is the register of accounts: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// Deps is what the pages need from the house.
type Deps struct {
	Hall     *hall.Hall
	Relay    Relay
	Frames   Frames // nil: everybody has read
	People   People
	Accounts Accounts
}

type room struct{ Deps }

// Path is where one's own shifts are.
const Path = "/pass"

// The rest of the addresses.
const (
	presentPath = Path + "/presentation"
	onePath     = Path + "/{id}"
	offerPath   = "/byten"
	accountPath = "/konton/{id}"
)

// hers is the right by which the gate lets in everybody who works here, where what the page shows is hers by name: a shift, an
// offer, a handover, also before her mandate begins and after it has ended. The room asks whose it is.
const hers = people.ShiftSwap

// Routes returns the pages' rows in the table of routes.
func Routes(d Deps) []visit.Route {
	r := &room{d}
	get := func(path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	post := func(path string, right people.Right, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodPost, Path: path, Audience: visit.Staff, Right: right, Do: do}
	}
	picture := post(presentPath, people.ShiftPresent, r.present)
	picture.Limit = 17 << 20
	return []visit.Route{
		get(Path, hers, r.mine), get(presentPath, people.ShiftPresent, r.presentation), picture,
		get(onePath, hers, r.one), post(onePath+"/ersattare", hers, r.stepIn),
		get(onePath+"/andra", people.ShiftPlan, r.changeForm), post(onePath+"/andra", people.ShiftPlan, r.change),
		get(onePath+"/stall-in", people.ShiftPlan, r.cancelForm), post(onePath+"/stall-in", people.ShiftPlan, r.cancel),
		get(onePath+"/nej", hers, r.declineForm), post(onePath+"/nej", hers, r.decline),
		get(onePath+"/byt", hers, r.swapForm), post(onePath+"/byt", hers, r.swap), post(offerPath+"/{offer}", hers, r.answer),
		get(onePath+"/overlamning", hers, r.handover), post(onePath+"/overlamning", hers, r.handOver), post(onePath+"/kvittera", hers, r.confirm),
		get(onePath+"/efterprat", hers, r.aftermath), post(onePath+"/efterprat", hers, r.reflect),
		get(accountPath+"/pass", people.ShiftRead, r.calendar),
		get(accountPath+"/pass/nytt", people.ShiftPlan, r.planForm), post(accountPath+"/pass/nytt", people.ShiftPlan, r.plan),
		post(accountPath+"/bemanning", people.ShiftPlan, r.keep),
		get(accountPath+"/scheman/nytt", people.ShiftPlan, r.newRotation), post(accountPath+"/scheman/nytt", people.ShiftPlan, r.rotate),
		get(accountPath+"/scheman/{rotation}", people.ShiftPlan, r.rotation), post(accountPath+"/scheman/{rotation}", people.ShiftPlan, r.rerotate),
		post(accountPath+"/scheman/{rotation}/avsluta", people.ShiftPlan, r.endRotation),
	}
}

func calendarPath(account string) string { return "/konton/" + account + "/pass" }
func shiftPath(id string) string         { return Path + "/" + id }
