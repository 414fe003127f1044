// Package lesson is what the desk learns when something went wrong (det blev fel). Whoever speaks will be wrong now and then;
// what matters is that it is put right, and that the next colleague need not make the same mistake. So there are three ways:
// correct, withdraw, or leave it and say why. And there is a note for colleagues: what happened, and what we do next time.
//
// A note names nobody. It holds no person and no post, the record says of it only that somebody at the desk wrote it, and a
// note with a colleague's name in it is refused. There is no figure about any person here, and there never will be.
//
// The decision to leave a post as it is, on the other hand, is about what the authority has said in public: it is on the record
// with who made it, as a correction is (desk/publish).
package lesson

import (
	"time"

	"tilltal/base/lingo"
)

// Note (lärdom) is what colleagues may learn from something that went wrong.
type Note struct {
	ID       string
	Account  string
	Sort     string // what sort of mistake: one of Sorts
	Way      string // what was done about the post: one of Ways; "" when it was seen before anything went out
	Happened string // what happened
	Next     string // what we do next time
	At       time.Time
}

// Left (låtet stå) is the decision that a post stays as it is, with the reason.
type Left struct {
	ID, Post, Account, Why, By string
	At                         time.Time
}

// What was done about the post.
const (
	WayCorrected = "corrected"
	WayWithdrawn = "withdrawn"
	WayLeft      = "left"
)

// Kind is a word with its title.
type Kind struct {
	ID    string
	Title lingo.Text
}

// Ways lists what may be done about a post.
var Ways = []Kind{
	{WayCorrected, lingo.T("Vi rättade inlägget", "We corrected the post")},
	{WayWithdrawn, lingo.T("Vi tog bort det från torget", "We took it off the square")},
	{WayLeft, lingo.T("Vi lät det stå", "We let it stand")},
}

// Sorts lists the sorts of mistakes.
var Sorts = []Kind{
	{"fact", lingo.T("Något stämde inte", "Something was not right")},
	{"person", lingo.T("Vi berättade för mycket om någon", "We told too much about somebody")},
	{"tone", lingo.T("Tonen blev fel", "The tone was wrong")},
	{"clarity", lingo.T("Det gick att missförstå", "It could be misunderstood")},
	{"time", lingo.T("Det kom för sent eller för tidigt", "It came too late or too early")},
	{"picture", lingo.T("Bilden blev fel", "The picture was wrong")},
	{"other", lingo.T("Något annat", "Something else")},
}

// Title is the title of a sort or a way; a word we do not know is shown as it is.
func Title(kinds []Kind, id string) lingo.Text {
	for _, k := range kinds {
		if k.ID == id {
			return k.Title
		}
	}
	return lingo.T(id, id)
}

func known(kinds []Kind, id string) bool {
	for _, k := range kinds {
		if k.ID == id {
			return true
		}
	}
	return false
}
