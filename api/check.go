package api

import (
	"context"
	"net/http"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk/people"
)

// Finding is one thing that a wise colleague would have said of a text. Places are counted in bytes of the text that the
// checks looked at: the text first, then an empty line and the summary, then the words of a correction.
type Finding struct {
	Check   string `json:"check" example:"personaldata"`
	Rule    string `json:"rule" example:"personaldata.personnummer"`
	Grade   string `json:"grade" enum:"possible,likely,certain"`
	Start   int    `json:"start" doc:"Where the words begin, in bytes. 0 and 0 is the whole, or a picture"`
	End     int    `json:"end" doc:"Where they end, in bytes"`
	Picture int    `json:"picture,omitempty" doc:"Which picture it concerns, from 1"`
	Text    string `json:"text,omitempty" doc:"The words pointed at"`
	Reason  string `json:"reason" doc:"What was seen"`
	Advice  string `json:"advice" doc:"A question to the writer, or what to do"`
	Source  string `json:"source,omitempty" doc:"The law, decision or guideline behind it"`
	Instead string `json:"instead,omitempty" doc:"What the words could be replaced with"`
}

func seeFindings(all []check.Finding, l lingo.Lang) []Finding {
	return each(all, func(f check.Finding) Finding {
		return Finding{Check: f.Check, Rule: f.Rule, Grade: f.Grade.String(), Start: f.Span.Start, End: f.Span.End, Picture: f.Media, Text: f.Text,
			Reason: f.Reason.In(l), Advice: f.Advice.In(l), Source: f.Source, Instead: f.Instead}
	})
}

// Judged is what the checks said.
type Judged struct {
	Worst    string    `json:"worst" enum:"none,possible,likely,certain" doc:"The surest grade among the findings"`
	Findings []Finding `json:"findings" nullable:"false" doc:"In the order of the text"`
}

func judged(all []check.Finding, l lingo.Lang) Judged {
	return Judged{Worst: check.Worst(all).String(), Findings: seeFindings(all, l)}
}

// ToCheck is a content that need not be saved.
type ToCheck struct {
	Account string `json:"account" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"The account it is meant for: its tone profile, place and own numbers count"`
	Content
}

// checks adds judgement of what is not saved.
func (r Rooms) checks(a *API) {
	register(a, operation{Method: http.MethodPost, Path: "/checks", ID: "check", Right: people.DraftRead, MaxBody: largeBody, Summary: "Let the checks look at a text that need not be saved",
		Help: "The findings are support for a judgement: they decide nothing. What they lead to is the routine's matter, when the text is handed in."},
		func(ctx context.Context, who people.Actor, in *telling[ToCheck]) (*answer[Judged], error) {
			found, err := r.Drafts.Check(ctx, who, in.Body.Account, in.Body.Content.read().Tidy())
			return got(judged(found, langOf(ctx)), err)
		})
}
