package frame

import (
	"tilltal/base/lingo"
	"tilltal/web/icon"
)

// Room is one of the eight rooms of the desk. The zero Room is none of them: a page that belongs to no room.
type Room string

// The rooms, named by the first word of their address.
const (
	RoomToday    Room = "idag"
	RoomWrite    Room = "skriv"
	RoomReview   Room = "granska"
	RoomInbox    Room = "inkorg"
	RoomCalendar Room = "kalender"
	RoomAccounts Room = "konton"
	RoomRecord   Room = "protokoll"
	RoomSettings Room = "installningar"
)

type door struct {
	room Room
	icon icon.Name
	name lingo.Text
	key  string // the second of two keys, after g
}

// doors stand in the order of the wall: the first four are in the bottom bar of a phone, the rest under "Mer".
var doors = []door{
	{RoomToday, icon.Today, lingo.T("Idag", "Today"), "g d"},
	{RoomWrite, icon.Write, lingo.T("Skriv", "Write"), "g s"},
	{RoomReview, icon.Review, lingo.T("Granska", "Review"), "g g"},
	{RoomInbox, icon.Inbox, lingo.T("Inkorg", "Inbox"), "g i"},
	{RoomCalendar, icon.Calendar, lingo.T("Kalender", "Calendar"), "g k"},
	{RoomAccounts, icon.Accounts, lingo.T("Konton", "Accounts"), "g n"},
	{RoomRecord, icon.Record, lingo.T("Protokoll", "Record"), "g p"},
	{RoomSettings, icon.Settings, lingo.T("Inställningar", "Settings"), "g t"},
}

const onPhone = 4

// Path is the room's address.
func (r Room) Path() string { return "/" + string(r) }

// Name is what the sign on the door says.
func (r Room) Name() lingo.Text {
	for _, d := range doors {
		if d.room == r {
			return d.name
		}
	}
	return lingo.Text{}
}

// Rooms lists the eight rooms in the order of the wall.
func Rooms() []Room {
	out := make([]Room, len(doors))
	for i, d := range doors {
		out[i] = d.room
	}
	return out
}

// StaffFrame is what stands around a page at the desk.
type StaffFrame struct {
	Page
	Room     Room          // which room the page is in
	Closed   map[Room]bool // rooms that this person has no right to: they are not shown
	Waiting  map[Room]int  // how many wait in a room; 0 shows nothing
	Account  string        // the account one works with
	Accounts []AccountLink // the accounts to switch between; none hides the switcher
	OnShift  string        // who is on shift, as a whole: "Amina till 16:00"; "" says nothing
	Person   string        // who is signed in
	Unit     string        // and where she works
	Unread   int           // notices that she has not read
	Told     string        // a word about what was just done: "Sparat."; "" says nothing
	Query    string        // what was searched for, on the search page
	Live     string        // where events about this page come from (js/live.js); "" for a page that stands still
	Stream   string        // where a page that stands still hears that its bell has rung; "" for one that does not listen
	Place    string        // where the page itself is fetched; "" is where the browser is, which a form that was handed in is not
	Presence string        // where to tell that one is here (js/presence.js)
	Wide     bool          // the page uses the whole width: lists beside conversations, the editor
}

// AccountLink is one account to switch to.
type AccountLink struct {
	Name, ID string
	Here     bool
}

// open lists the doors that the person may use, from one place in the row to another.
func (f StaffFrame) open(from, to int) []door {
	var out []door
	for _, d := range doors[from:to] {
		if !f.Closed[d.room] {
			out = append(out, d)
		}
	}
	return out
}

// SquareFrame is what stands around a public page: the authority, the account, and who speaks this week.
type SquareFrame struct {
	Page
	Authority   string // "Umeå kommun"
	Home        string // the square's first page
	Account     string // the account that the page belongs to, "" for the authority's own pages
	AccountHref string
	Purpose     string     // the account's purpose in one sentence
	Tongue      string     // the language of Purpose, "" for the page's own
	Voice       Voice      // who speaks this week; zero when nobody is named
	Menu        []MenuLink // topics, accounts, follow: what stands under the name
	OtherHref   string     // this page in the other language; "" hides the switch
	Responsible string     // who answers for the square, in the footer
	Contact     string     // an address for those who need help now: "Ring 112 i nödläge"
}

// Voice is the person who speaks for an account this week: a first name and a unit, never more.
type Voice struct {
	Name, Unit string
	When       string // "den här veckan", "till fredag"
}

// MenuLink is a link in a menu or a footer.
type MenuLink struct {
	Name, Href string
	Here       bool
}

// PlainFrame stands around pages without rooms: sign-in, the first start, an error.
type PlainFrame struct {
	Page
	Authority string // whose desk it is, "" before the first start
	Step      string // "Steg 2 av 4"
	Wide      bool
}
