// Package check is the port for judgement (omdöme): what a wise colleague would have said about a text before it is
// published. A check looks at a text with its pictures, its account and its purpose, and returns findings. It is pure: no
// network, no database, no clock but the one it is given, the same answer twice. It advises; the account's routine
// (desk/guideline) decides what a finding leads to.
//
// A check is one folder here and one line in check/all. It brings its own rules, texts in both languages, help and tests,
// and must pass checktest.
package check

import (
	"time"

	"tilltal/base/lingo"
)

// Grade says how sure a check is. A checksum is evidence, never proof.
type Grade int

// The grades, from the weakest. None is "nothing found": the grade of an empty list.
const (
	None Grade = iota
	Possible
	Likely
	Certain
)

var gradeNames = [...]string{"none", "possible", "likely", "certain"}

// String returns the grade's stable name: none, possible, likely or certain.
func (g Grade) String() string {
	if g < None || g > Certain {
		return "none"
	}
	return gradeNames[g]
}

// Span is a stretch of the text that was given, in bytes: [Start, End). Both ends stand on character borders. The empty
// span 0,0 means that the finding concerns the whole post or a picture.
type Span struct{ Start, End int }

// Finding (anmärkning) is one thing a colleague would have said.
type Finding struct {
	Check   string     // the check's name: "personaldata"
	Rule    string     // the rule's stable id: "personaldata.personnummer"
	Span    Span       // where in the text
	Media   int        // which picture it concerns, counted from 1; 0 for the text
	Grade   Grade      // how sure
	Text    string     // the words pointed at, as written
	Reason  lingo.Text // what was seen, in a colleague's sentence
	Advice  lingo.Text // a question to the writer, or what to do
	Source  string     // the law, decision or guideline behind it
	Instead string     // what the words could be replaced with in one click; empty when there is nothing to offer
}

// Media is a picture, film or sound that goes with the post.
type Media struct {
	Kind       string   // "image", "video", "audio"
	Alt        string   // the description, as written
	Decorative bool     // the writer has said that the picture carries no meaning
	Captions   bool     // the film has captions
	Name       string   // the file's name as uploaded
	Codes      []string // what the QR and bar codes in it say
	Faces      int      // faces that can be seen in it
}

// Input is what a check looks at.
type Input struct {
	Text     string
	Language string // of the post, a BCP 47 tag; "" means Swedish
	Profile  string // the account's tone profile: authority, benefits, municipality, health, migration, police-local; "" is authority
	Place    string // the place the account speaks of, when it has one: "Umeå"
	Purpose  string // the purpose the writer chose among the account's own
	Media    []Media
	Networks []string  // the networks the post will reach, as named by limits; "" means the square and the fediverse
	Own      []string  // the authority's own numbers, addresses and published officials: never personal data
	Election Election  // an extra election or a referendum; ordinary elections are known
	Now      time.Time // the day the check is made, for dates that lie in the future; zero means that such dates are let be

	reading *reading // what the checks of one text share; nil until Shared
}

// Election (val) is an extra election or a referendum.
type Election struct {
	Name string    // what it is called; "" is "valet"
	From time.Time // the first day on which more is asked about; zero is eight weeks before
	Day  time.Time // the day of the vote; zero when there is none
}

// Check is one kind of judgement.
type Check interface {
	// Sheet describes the check. It must be constant.
	Sheet() Sheet
	// Look returns the findings in the order of the text. It must not keep the input.
	Look(in Input) []Finding
}

// Sheet is what a check says of itself: the settings page, the help page and the rule pages are made from it.
type Sheet struct {
	Name  string     // one word, the folder's name
	Title lingo.Text // "Personuppgifter" / "Personal data"
	Help  lingo.Text // a few paragraphs: what it sees, what it does not see, where it errs
	Rules []Rule
}

// Rule is one thing a check can say.
type Rule struct {
	ID     string     // stable: "personaldata.personnummer"
	Title  lingo.Text // a short name for lists
	Help   lingo.Text // what it looks for, with an example that is not about a real person
	Source string     // the law, decision or guideline
}

// Run lets every check look, and returns the findings ordered by place in the text, then by grade (surest first), then by rule.
func Run(checks []Check, in Input) []Finding {
	var out []Finding
	in = in.Shared()
	for _, c := range checks {
		out = append(out, c.Look(in)...)
	}
	sortFindings(out)
	return out
}

// Worst returns the surest grade among the findings, and None when there are none.
func Worst(findings []Finding) Grade {
	worst := None
	for _, f := range findings {
		worst = max(worst, f.Grade)
	}
	return worst
}
