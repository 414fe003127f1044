// Package hall is what every room of the desk opens onto (hallen): which rooms a person may enter and what waits in them,
// which account she works with right now, and the short word that a page gives her when she has done something on another.
//
// A staff page asks [Hall.Frame] for its frame and puts its own content inside it.
package hall

import (
	"context"
	"time"

	"github.com/a-h/templ"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Accounts is the register of accounts: desk/account.
type Accounts interface {
	All(ctx context.Context, closed bool) ([]account.Account, error)
}

// Count counts what waits for a person in a room.
type Count func(ctx context.Context, a people.Actor) (int, error)

// Deps is what the hall needs from the house.
type Deps struct {
	Accounts  Accounts
	Counts    map[frame.Room]Count // a room without one shows no number
	Relay     Relay                // nil shows nobody on shift
	Unread    Count                // notices that a person has not read; nil counts none
	Authority Authority            // nil is one that writes in Swedish
	Live      Live                 // nil lets pages stand still
}

// Live tells where a page hears what is new: web/staff/live.
type Live interface {
	URL(ctx context.Context) string
}

// Hall furnishes the frame of every staff page.
type Hall struct{ with Deps }

// New opens the hall.
func New(d Deps) *Hall { return &Hall{with: d} }

// doors says what it takes to have a use for a room; Idag is open to everybody.
var doors = map[frame.Room]people.Right{
	frame.RoomWrite:    people.DraftRead,
	frame.RoomReview:   people.ReviewApprove,
	frame.RoomInbox:    people.InboxRead,
	frame.RoomCalendar: people.DraftRead,
	frame.RoomAccounts: people.AccountRead,
	frame.RoomRecord:   people.RecordRead,
	frame.RoomSettings: people.PeopleRead,
}

// May reports whether the visitor may do something anywhere, if only to her own things: what menus and the gate ask.
func May(v *visit.Visit, right people.Right) bool {
	if v.Actor.Anywhere(right, v.Now) || v.Actor.MayOwn(right, "", v.Now) {
		return true
	}
	for _, m := range v.Actor.Mandates {
		if v.Actor.MayOwn(right, m.Account, v.Now) {
			return true
		}
	}
	return false
}

// Frame returns the frame of a page in a room; the zero Room is a page that belongs to none. It takes the word that the
// page before left with [Tell], so call it once for a page. The error is that the accounts could not be read.
func (h *Hall) Frame(v *visit.Visit, room frame.Room, title lingo.Text) (frame.StaffFrame, error) {
	accounts, err := h.Mine(v)
	if err != nil {
		return frame.StaffFrame{}, err
	}
	f := frame.StaffFrame{Page: v.Frame(title), Room: room, Person: v.Actor.Person.Name, Unit: v.Actor.Person.Unit, Told: takeWord(v)}
	f.NoIndex, f.Reader = true, v.Actor.Person.ID
	if h.with.Live != nil { // asked before what it tells of is counted
		f.Stream = h.with.Live.URL(v.Context())
	}
	f.Closed, f.Waiting, f.Unread = closed(v), h.waiting(v), h.unread(v)
	if at, ok := chosen(v, accounts); ok {
		f.Account, f.OnShift = at.Name, h.onShift(v, at)
		for _, a := range accounts {
			f.Accounts = append(f.Accounts, frame.AccountLink{Name: a.Name, ID: a.ID, Here: a.ID == at.ID})
		}
	}
	return f, nil
}

// closed are the rooms that the visitor has no use for.
func closed(v *visit.Visit) map[frame.Room]bool {
	out := map[frame.Room]bool{}
	for room, right := range doors {
		if !May(v, right) {
			out[room] = true
		}
	}
	return out
}

// waiting counts what waits in each room. A count that fails is left out: it is furniture, and the page is what she came for.
func (h *Hall) waiting(v *visit.Visit) map[frame.Room]int {
	out := map[frame.Room]int{}
	for room, count := range h.with.Counts {
		if right, ok := doors[room]; ok && !May(v, right) {
			continue
		}
		n, err := count(v.Context(), v.Actor)
		if err != nil {
			v.Log.Warn("what waits could not be counted", "room", string(room), "error", err)
			continue
		}
		out[room] = n
	}
	return out
}

// Bell is the bell alone, as every page has it.
func (h *Hall) Bell(v *visit.Visit) templ.Component { return frame.Bell(v.Lang, h.unread(v)) }

// unread counts the notices that she has not read; as furniture, as waiting is.
func (h *Hall) unread(v *visit.Visit) int {
	if h.with.Unread == nil {
		return 0
	}
	n, err := h.with.Unread(v.Context(), v.Actor)
	if err != nil {
		v.Log.Warn("what is unread could not be counted", "error", err)
	}
	return n
}

// Moment is a point in time as the desk's pages show it: on the wall clock in Sweden, told from now.
func Moment(v *visit.Visit, t time.Time) frame.Moment {
	return frame.Moment{At: t.In(clock.Stockholm()), Now: v.Now}
}

// Words is a moment as it stands in a sentence, in both languages: "i går kl. 09:05".
func Words(v *visit.Visit, t time.Time) lingo.Text {
	m := Moment(v, t)
	return lingo.Text{SV: m.Words(lingo.SV), EN: m.Words(lingo.EN)}
}

// Day is a date as it stands in a sentence, in both languages: "22 november 2026".
func Day(t time.Time) lingo.Text {
	at := t.In(clock.Stockholm())
	return lingo.Text{SV: frame.DateIn(at, lingo.SV), EN: frame.DateIn(at, lingo.EN)}
}
