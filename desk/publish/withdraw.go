package publish

import (
	"context"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
)

// Correct begins a correction of a post: what was wrong, what is right, why, and what happens now. Text is what the post
// shall say instead; "" lets the text stand. It becomes a draft like any other, which goes through the same checks and the
// same routine before it is published. It asks people.PublishCorrect.
func (r *Room) Correct(ctx context.Context, a people.Actor, post string, said draft.Corrected, text string) (draft.Draft, error) {
	p, err := r.store.Post(ctx, post)
	if err != nil {
		return draft.Draft{}, err
	}
	if p.Withdrawal != nil {
		return draft.Draft{}, refusal(HoldWithdrawn)
	}
	return r.drafts.Begin(ctx, a, draft.Start{Account: p.Account, Kind: draft.KindCorrection, Post: p.ID,
		Content: draft.Content{Text: text, Language: p.Content.Language, Correction: &said}})
}

// Taking is why a post is withdrawn.
type Taking struct {
	Ground string // one of Grounds
	Reason string // in words, for the record
	Public string // what the tombstone tells citizens
}

// Withdraw takes a post off the square at once. A sealed copy is kept ([Copy]), and the tombstone tells citizens that there was a post and
// why it is gone. It asks people.PublishWithdraw; a voice may withdraw what she has said herself.
//
// Errors: a fault.List that points at ground, reason and public; fault.Conflict when it is already withdrawn.
func (r *Room) Withdraw(ctx context.Context, a people.Actor, post string, t Taking) (Withdrawal, error) {
	p, err := r.store.Post(ctx, post)
	if err != nil {
		return Withdrawal{}, err
	}
	whole, err := r.copyOf(ctx, p)
	if err != nil {
		return Withdrawal{}, err
	}
	w, change, err := decideWithdrawal(p, a, t, r.sealer(whole), r.clock.Now())
	if err != nil {
		return Withdrawal{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return w, err
}

func decideWithdrawal(p Post, a people.Actor, t Taking, seal func(id string) ([]byte, error), now time.Time) (Withdrawal, desk.Change, error) {
	if err := people.AskOwn(a, people.PublishWithdraw, p.Account, p.Curator.Person == a.Person.ID, now); err != nil {
		return Withdrawal{}, desk.Change{}, err
	}
	if p.Withdrawal != nil {
		return Withdrawal{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("Inlägget är redan avpublicerat.", "The post has already been withdrawn."))
	}
	t.Reason, t.Public = strings.TrimSpace(t.Reason), strings.TrimSpace(t.Public)
	if err := takingFaults(t); err != nil {
		return Withdrawal{}, desk.Change{}, err
	}
	w := Withdrawal{ID: ident.New(now), Post: p.ID, Account: p.Account, Ground: t.Ground, Reason: t.Reason, Public: t.Public, By: a.Person.ID, At: now}
	var err error
	if w.Copy, err = seal(w.ID); err != nil {
		return Withdrawal{}, desk.Change{}, err
	}
	return w, desk.Change{
		Expect: []desk.Expect{{Subject: p.ID, Seen: p.Seen}},
		Acts: []desk.Act{{Kind: "publish.withdrawn", Subject: p.ID, Account: p.Account, Who: a.Who(), At: now,
			Say: map[string]any{"ground": w.Ground, "public": w.Public}, Facts: []any{w}}},
		Jobs: []desk.Job{fanoutJob(Fanout{Post: p.ID, Activity: Delete})},
	}, nil
}

func takingFaults(t Taking) error {
	var wrong fault.List
	if GroundTitle(t.Ground).Empty() {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Välj en grund.", "Choose a ground.")).At("ground"))
	}
	for _, f := range []struct {
		field, text string
		say         lingo.Text
	}{
		{"reason", t.Reason, lingo.T("Skriv varför, för protokollet.", "Write why, for the record.")},
		{"public", t.Public, lingo.T("Skriv vad som ska stå där inlägget fanns.", "Write what shall stand where the post was.")},
	} {
		if f.text == "" {
			wrong = append(wrong, fault.New(fault.Invalid, f.say).At(f.field))
		} else if len(f.text) > draft.MaxWords {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv kortare.", "Write less.")).At(f.field))
		}
	}
	return wrong.OrNil()
}
