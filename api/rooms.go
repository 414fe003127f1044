package api

// Rooms are the rooms that the operations go to. Each file of this package declares what it needs of its room.
type Rooms struct {
	People    People
	Accounts  Accounts
	Routines  Routines
	Frames    Frames
	Lessons   Lessons
	Authority Authority
	Shifts    Shifts
	Drafts    Drafts
	Reviews   Reviews
	Posts     Posts
	Inbox     Inbox
	Counsel   Counsel
	Ideas     Ideas
	Notices   Notices
	Record    Record
	Ledger    Ledger
	Jobs      Jobs
}

// operations adds every operation, room by room: one file for each.
func (r Rooms) operations(a *API) {
	for _, room := range []func(*API){
		r.me, r.people, r.mandates, r.accounts, r.listings, r.routines, r.frames, r.lessons, r.authority,
		r.shifts, r.relay,
		r.checks, r.drafts, r.sending, r.pictures, r.reviews, r.posts,
		r.rules, r.inbox, r.conversations, r.counsels, r.ideas, r.notices, r.record, r.jobs,
	} {
		room(a)
	}
}
