package draft

import (
	"context"
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
)

// Look lets the checks look at the newest version of a draft. The places of the findings are in its [Content.Spoken]. It
// asks people.DraftRead.
func (r *Room) Look(ctx context.Context, a people.Actor, id string) ([]check.Finding, error) {
	d, err := r.Get(ctx, a, id)
	if err != nil {
		return nil, err
	}
	return r.Check(ctx, a, d.Account, d.Latest.Content)
}

// Check lets the checks look at a content that need not be saved: what is asked for while somebody types. It asks
// people.DraftRead, and refuses what is larger than a draft may be.
func (r *Room) Check(ctx context.Context, a people.Actor, accountID string, c Content) ([]check.Finding, error) {
	now := r.clock.Now()
	if err := people.AskOwn(a, people.DraftRead, accountID, true, now); err != nil {
		return nil, err
	}
	if len(c.Text) > MaxText {
		return nil, tooLong(fault.TooLarge, lingo.T("en miljon tecken", "a million characters")).At("text")
	}
	at, err := r.store.Account(ctx, accountID)
	if err != nil {
		return nil, err
	}
	c.Pictures = slices.Clone(c.Pictures)
	for i, p := range c.Pictures { // what is not saved has no more of a picture than its hash
		if kept, err := r.store.Picture(ctx, p.Hash); err == nil {
			c.Pictures[i].Codes, c.Pictures[i].Faces = kept.Codes, kept.Faces
		}
	}
	return r.heard(ctx, at.ID, input(c, at, now), now)
}

// input is what the checks look at. A content without a language is in the account's.
func input(c Content, at account.Account, now time.Time) check.Input {
	in := check.Input{Text: c.Spoken(), Language: c.Language, Profile: at.Profile, Place: at.Place, Purpose: c.Purpose,
		Own: at.Own, Now: now, Election: check.Election{Name: at.Election.Name}}
	in.Election.From, in.Election.Day = at.Election.Days()
	if in.Language == "" {
		in.Language = at.Language
	}
	for _, p := range c.Pictures {
		m := check.Media{Kind: "image", Alt: p.Alt, Decorative: p.Decorative, Name: p.Name, Faces: p.Faces}
		if p.Codes != "" {
			m.Codes = strings.Split(p.Codes, "\n")
		}
		in.Media = append(in.Media, m)
	}
	return in
}

// Respond keeps the writer's answer to a finding. It holds for every later version in which the same rule points at the same
// words. Errors: fault.Invalid at kind or reason; as [Room.Save].
func (r *Room) Respond(ctx context.Context, a people.Actor, id string, answer Response) error {
	d, err := r.writable(ctx, a, id)
	if err != nil {
		return err
	}
	change, err := decideResponse(d, a, answer, r.clock.Now())
	if err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	return err
}

func decideResponse(d Draft, a people.Actor, answer Response, now time.Time) (desk.Change, error) {
	if wrong := responseFaults(answer); wrong != nil {
		return desk.Change{}, wrong
	}
	fact := Responding{ID: ident.New(now), Draft: d.ID, By: a.Person.ID, Response: answer, At: now}
	act := d.act("responded", a, now, map[string]any{"rule": answer.Rule, "response": answer.Kind}, fact)
	return desk.Change{Acts: []desk.Act{act}}, nil // two answers at once do no harm: the newest counts
}

func responseFaults(answer Response) error {
	switch {
	case answer.Rule == "" || len(answer.Rule) > MaxSummary || len(answer.Text) > MaxText:
		return fault.New(fault.Invalid, lingo.T("Vi vet inte vilken anmärkning det gäller.", "We do not know which finding this is about.")).At("rule")
	case answer.Kind != Kept && answer.Kind != Wrong && answer.Kind != Fixed:
		return fault.New(fault.Invalid, lingo.T("Säg om du behåller orden eller om anmärkningen är fel.", "Say whether you keep the words or the finding is mistaken.")).At("kind")
	case answer.Kind == Kept && answer.Reason == "":
		return fault.New(fault.Invalid, lingo.T("Skriv varför du behåller orden.", "Write why you keep the words.")).At("reason")
	case len(answer.Reason) > MaxWords:
		return tooLong(fault.Invalid, lingo.T("%d tecken", "%d characters").Put(MaxWords)).At("reason")
	}
	return nil
}

// answersTo returns the responses that answer a finding, the newest to each. Those that answer nothing any more are left out.
func answersTo(findings []check.Finding, responses ...[]Response) (out []Response) {
	for _, list := range responses {
		for _, answer := range list {
			if !slices.ContainsFunc(findings, answer.answers) {
				continue
			}
			same := func(r Response) bool { return r.Rule == answer.Rule && r.Text == answer.Text }
			if i := slices.IndexFunc(out, same); i >= 0 {
				out[i] = answer
			} else {
				out = append(out, answer)
			}
		}
	}
	return out
}

func (r Response) answers(f check.Finding) bool {
	return r.Rule == f.Rule && r.Text == f.Text && r.Kind != Fixed
}

// unanswered reports whether any finding lacks a response.
func unanswered(findings []check.Finding, responses []Response) bool {
	return slices.ContainsFunc(findings, func(f check.Finding) bool {
		return !slices.ContainsFunc(responses, func(r Response) bool { return r.answers(f) })
	})
}
