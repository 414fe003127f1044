package live

import (
	"strings"
	"time"

	"tilltal/desk"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// The parts of pages that are fetched anew, as their data-live says. A conversation's are [Talk] and [Head], each with its id.
const (
	Inbox   = "inkorg"    // the list of conversations
	Today   = "idag"      // what waits
	Writing = "skriv"     // one's texts
	Review  = "granska"   // what waits to be read
	Record  = "protokoll" // the chronicle
	Talk    = "samtal-"
	Head    = "huvud-"
	Bell    = "klockan" // the count of what she has not read, on every page; and the list of it
)

// everything is what stands on a stream when too much has happened to name it.
const everything = "*"

// concerns names the parts of pages that an entry changes, for somebody who may read what it is about.
func concerns(e desk.Entry, a people.Actor, now time.Time) (parts []string) {
	room, _, _ := strings.Cut(e.Kind, ".")
	switch {
	case e.Kind == "inbox.arrived", e.Subject == inbox.SortingSubject: // the sorting that follows says more
	case room == "inbox", e.Kind == "publish.answered":
		if a.MayOwn(people.InboxRead, e.Account, now) {
			parts = append(parts, Inbox, Today, Talk+e.Subject, Head+e.Subject)
		}
	case e.Kind == "draft.saved", e.Kind == "draft.begun", e.Kind == "draft.responded": // somebody is typing
	case room == "draft", room == "review", room == "publish":
		if a.MayOwn(people.DraftRead, e.Account, now) {
			parts = append(parts, Writing, Review, Today)
		}
	}
	if a.May(people.RecordRead, e.Account, now) {
		parts = append(parts, Record)
	}
	return parts
}
