// Package page is what the square's pages look like: each takes a view with every word already in the reader's language, and
// is put together from the furniture in web/frame. No page needs a script, and none is over 50 kB without its pictures.
package page

import (
	"strconv"

	"tilltal/base/lingo"
	"tilltal/web/frame"
)

// Item is a post with what one can do with it.
type Item struct {
	View                 frame.PostView
	Acts                 frame.ActsView
	Account, AccountHref string // whose it is, where posts of several accounts stand together
}

// Card is an account on the first page.
type Card struct {
	Name, Href, Purpose string
	Lang                string // of the purpose, "" for the page's own
	Voice               frame.Voice
}

// Front is the square's first page.
type Front struct {
	Frame    frame.SquareFrame
	Lead     string
	Accounts []Card
	Items    []Item
	Pager    frame.PagerView
}

// Account is an account's page.
type Account struct {
	Frame         frame.SquareFrame
	Name, Promise string
	Lang          string // of what the account says of itself, "" for the page's own
	Ask, Follow   string
	Closed        bool
	Tabs          frame.TabsView
	Topics        []frame.MenuLink
	Topic, All    string // which topic alone is shown, and the way back to everything
	Items         []Item
	Pager         frame.PagerView
	Speakers      []Speaker // who speaks now, with what she has agreed to be shown
}

// Speaker is somebody who speaks for an account now.
type Speaker struct {
	Title   string // "Den här veckan skriver Amina"
	Unit    string
	Words   string // hers, of herself
	Purpose string // what her shift is for
	Picture string // its address; "" for none
	Alt     string
}

// About is what an account promises.
type About struct {
	Frame                              frame.SquareFrame
	Promise, Purpose, Audience         string
	Lang                               string // of what the account promises, "" for the page's own
	Place, Language, Retention, Opened string
	Address, Atom, JSON, DPO           string
	Purposes, Units, Rules             []string
	Me                                 []Elsewhere // the same account on other networks
	Alike                              string      // where a look-alike account is reported
	Backing                            *Backing
	Since                              string
	Earlier                            []Rules
	Tabs                               frame.TabsView
}

// Elsewhere is an official account on another network.
type Elsewhere struct{ Network, Name, Href string }

// Backing is management's decision to let employees speak.
type Backing struct{ Words, By string }

// Register is the account register.
type Register struct {
	Frame    frame.SquareFrame
	Lead     string
	Accounts []Registered
	Closed   []Registered
}

// Registered is one account in the register. Empty fields are left out.
type Registered struct {
	Name, Network, Href, Purpose, Units, Hours, Speaks, Rules, Opened, Closed string
	Lang                                                                      string // of the purpose, "" for the page's own
	Own                                                                       bool   // it is on the square
}

// Rules are rules that were in force once.
type Rules struct {
	From string
	Text []string
}

// Topic is everything on one topic.
type Topic struct {
	Frame frame.SquareFrame
	Name  string
	Items []Item
	Pager frame.PagerView
}

// Post is a post's own page.
type Post struct {
	Frame                frame.SquareFrame
	Title                string
	Item                 Item
	Answers, AnswersHref string // what the post answers, when it is an answer
	Turns                []frame.TurnView
	First, More          string // the beginning and the rest of a long conversation
	Ask                  string
	Closed               bool // the account is: nobody answers any more
	Likes, Shares        int
	Truth                Truth
}

// Truth is what shows that a post is what it seems.
type Truth struct{ Said, Corrected, Record, Hash string }

// Gone stands where a post was.
type Gone struct {
	Frame          frame.SquareFrame
	Title, Account string
	View           frame.PostView
}

// Form is a question or an error report.
type Form struct {
	Frame                    frame.SquareFrame
	Kind, Title, Action      string
	Promise                  string
	Tabs                     frame.TabsView
	Post, PostText, PostHref string // the post it is about
	PostLang                 string // of its text, "" for the page's own
	Text, Name, Contact      string // what was typed
	Link                     string // where a look-alike account is, as it was typed
	Token, Question, Answer  string
	Errors                   map[string]string // by field
	Wrong                    []frame.ErrorView
}

// Receipt is how it stands with what a citizen sent.
type Receipt struct {
	Frame                        frame.SquareFrame
	Title, Status, Link, Contact string
	Asked                        frame.TurnView
	Answers                      []frame.TurnView
}

// Book is the open book.
type Book struct {
	Frame                                     frame.SquareFrame
	Lead                                      string
	Counted                                   bool
	Since                                     string
	Figures                                   []frame.FigureView
	Meaning                                   string
	Posts, Answers, Corrections, Reclassified int
	Withdrawn                                 []Withdrawn
	Accounts                                  []Standing
	Size                                      int64
}

// Withdrawn is how many posts were taken away on a ground.
type Withdrawn struct {
	Ground string
	Posts  int
}

// Standing is an account in the register.
type Standing struct {
	Name, About, Promise, Share string
	Of                          int
	Units                       []string
}

// Corrections are all that has been corrected.
type Corrections struct {
	Frame frame.SquareFrame
	Lead  string
	Items []Righted
	Pager frame.PagerView
}

// Righted is one correction, with where it stands.
type Righted struct {
	View     frame.CorrectionView
	Href, By string
}

// Record explains the ledger.
type Record struct {
	Frame                       frame.SquareFrame
	Lead, Checkpoint, Key, Base string
	Size                        int64
}

// Access is the accessibility statement.
type Access struct {
	Frame              frame.SquareFrame
	Authority, Contact string
	Statement          []string
	Lang               string // of the statement, "" for the page's own
}

// Search is what was found.
type Search struct {
	Frame          frame.SquareFrame
	Query          string
	Error, Nothing string
	Items          []Item
	Pager          frame.PagerView
}

// many chooses the word for one or for several.
func many(n int, one, several lingo.Text) lingo.Text {
	if n == 1 {
		return one
	}
	return several
}

func number(n int) string { return strconv.Itoa(n) }
