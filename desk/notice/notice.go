// Package notice tells people what concerns them (aviseringar), so that nobody has to sit and watch: a conversation that is
// hers now, a text that waits for her eyes, an answer to her question. It reads the record after a mark, and asks one table
// who is to be told of an act and with which sentence. A person is told once of each thing, never of what she did herself,
// and as she wants it: in the desk, by e-mail at once or gathered once a day, and in her browsers. In her quiet hours she is
// left alone, and what has gathered comes as one message when they end.
//
// What is sent by e-mail and to browsers says what happened and where to read it. It never holds what a citizen said, or who
// she is: mail servers and push services are outside the house (GDPR art. 32).
//
// AFS 2023:2 (organisatorisk arbetsmiljö): work is not to follow people home. The first choice for everybody is that the desk
// is silent at night and when no Swede works.
package notice

import (
	"time"

	"tilltal/base/lingo"
)

// Notice (avisering) is one thing that one person is told. It is no fact: what happened is on the record already.
type Notice struct {
	ID      string
	Event   string // what it tells of: an entry on the record, or a clock; told once to each person
	Person  string // who is told
	Kind    string // the kind of act, or one of the kinds of [Watch]
	By      string // the name of who did it; "" for the desk itself
	Account string // the account's name; "" for the authority
	Detail  string // what else the sentence has: a name
	Path    string // where it is seen
	Desk    bool   // it is shown in the desk
	Alarm   bool   // it does not wait for the quiet hours to end, nor for the day's letter
	At      time.Time
	ReadAt  time.Time // zero until she has read it
}

// Topic (ämne) is a group of things that a person chooses how to hear of.
type Topic string

// The topics.
const (
	Talk   Topic = "talk"   // samtal som blir mina
	Review Topic = "review" // texter att granska
	Texts  Topic = "texts"  // mina texter
	Ideas  Topic = "ideas"  // idéer
	Advice Topic = "advice" // kommentarer och sakfrågor
	Shifts Topic = "shifts" // pass
	Clocks Topic = "clocks" // svarstider som rinner ut
	House  Topic = "house"  // driften
)

// Topics lists all of them, in the order they are shown.
func Topics() []Topic { return []Topic{Talk, Review, Texts, Ideas, Advice, Shifts, Clocks, House} }

var topicTitles = map[Topic]lingo.Text{
	Talk:   lingo.T("Samtal som blir dina", "Conversations that become yours"),
	Review: lingo.T("Texter som väntar på din läsning", "Texts that wait for you to read them"),
	Texts:  lingo.T("Vad som händer med dina texter", "What happens to your texts"),
	Ideas:  lingo.T("Idéer", "Ideas"),
	Advice: lingo.T("Kommentarer och sakfrågor", "Comments and questions to experts"),
	Shifts: lingo.T("Pass", "Shifts"),
	Clocks: lingo.T("Svarstider som rinner ut", "Promised answers that run out"),
	House:  lingo.T("Driften av skrivbordet", "The running of the desk"),
}

// Title is what the topic is called.
func (t Topic) Title() lingo.Text { return topicTitles[t] }

// Way (väg) is how somebody is told.
type Way string

// The ways.
const (
	OnDesk Way = "desk"
	ByMail Way = "mail"
	ByPush Way = "push"
)

// Ways lists all of them, in the order they are shown.
func Ways() []Way { return []Way{OnDesk, ByMail, ByPush} }

var wayTitles = map[Way]lingo.Text{
	OnDesk: lingo.T("I skrivbordet", "In the desk"),
	ByMail: lingo.T("E-post", "E-mail"),
	ByPush: lingo.T("Notis i webbläsaren", "Browser notification"),
}

// Title is what the way is called.
func (w Way) Title() lingo.Text { return wayTitles[w] }
