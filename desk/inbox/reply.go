package inbox

import (
	"cmp"
	"context"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// Words is what a colleague answers with.
type Words struct {
	Draft     string        // the draft she has begun; "" begins one
	Base      int           // the draft's version she began from
	Content   draft.Content // what she has written
	Seen      int64         // the conversation's Seen when she wrote: what she had read
	Reason    string        // when the routine asks for one
	Responses []draft.Response
}

// Replied is what became of an answer. Draft is there even when there was an error: her words are kept in it.
type Replied struct {
	Draft   string
	Version int             // of the draft: the Base of what she writes next
	Step    guideline.Step  // what the routine asks
	Waiting bool            // it waits for somebody to read it
	Outcome publish.Outcome // what publishing led to, when it does not wait
}

// Reply answers in a conversation, through the same checks and the same routine as any post. Her words are kept first, as a
// draft; then handed in; and where the routine leaves it to her, published. Two cannot both send: the one who comes second
// gets a fault.Conflict, with her words still in the draft.
//
// It asks people.InboxReply. Errors: a fault.List that points at what the routine asks of her (the field reason);
// fault.Conflict when something has been said or done in the conversation since Seen; fault.Gone when nobody is left there to
// read an answer.
func (r *Room) Reply(ctx context.Context, a people.Actor, id string, w Words) (Replied, error) {
	c, err := r.conversation(ctx, a, people.InboxReply, id)
	if err != nil {
		return Replied{}, err
	}
	d, err := r.keep(ctx, a, c, w)
	if err != nil {
		return Replied{Draft: w.Draft}, err
	}
	out := Replied{Draft: d.Draft, Version: d.Number}
	if gone, err := r.unreachable(ctx, c); err != nil || gone {
		return out, cmp.Or(err, error(hasLeft()))
	}
	if w.Seen != c.Seen {
		return out, moved()
	}
	s, err := r.Writer.Submit(ctx, a, d.Draft, draft.Handing{Version: d.Number, Responses: w.Responses, Reason: w.Reason, Heard: w.Seen})
	if err != nil {
		return out, err
	}
	if out.Step = s.Step; s.Step.FourEyes() {
		out.Waiting = true
		return out, nil
	}
	out.Outcome, err = r.Publisher.PublishOwn(ctx, a, d.Draft)
	if fault.Is(err, fault.Conflict) {
		err = moved().Because(err)
	}
	return out, err
}

// Keep saves what a colleague has written so far, as a draft that is not sent: while she types, and before anybody reads it
// with her. It asks people.InboxReply. Errors: fault.Conflict when her words were saved beside a colleague's.
func (r *Room) Keep(ctx context.Context, a people.Actor, id string, w Words) (Replied, error) {
	c, err := r.conversation(ctx, a, people.InboxReply, id)
	if err != nil {
		return Replied{}, err
	}
	d, err := r.keep(ctx, a, c, w)
	if err != nil {
		return Replied{Draft: w.Draft}, err
	}
	return Replied{Draft: d.Draft, Version: d.Number}, nil
}

func moved() *fault.Error {
	return fault.New(fault.Conflict, lingo.T("Det har hänt något i samtalet sedan du öppnade det.", "Something has happened in the conversation since you opened it.")).
		Try(lingo.T("Läs det nya. Din text är sparad som utkast och har inte skickats.", "Read what is new. Your text is saved as a draft and has not been sent."))
}

// keep saves what she has written, before anything else can go wrong.
func (r *Room) keep(ctx context.Context, a people.Actor, c Conversation, w Words) (draft.Version, error) {
	if w.Draft == "" {
		start := draft.Start{Account: c.Account, Kind: draft.KindAnswer, Conversation: c.ID, Content: w.Content}
		asked, err := r.store.LastAsked(ctx, c.ID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return draft.Version{}, err
		}
		start.InReplyTo, start.Direct = reach(c, asked)
		d, err := r.Writer.Begin(ctx, a, start)
		return d.Latest, err
	}
	d, err := r.Writer.Get(ctx, a, w.Draft)
	if err != nil {
		return draft.Version{}, err
	}
	if d.Conversation != c.ID {
		return draft.Version{}, fault.New(fault.NotFound, lingo.T("Utkastet hör till ett annat samtal.", "The draft belongs to another conversation."))
	}
	saved, err := r.Writer.Save(ctx, a, w.Draft, w.Base, w.Content)
	if err == nil && saved.Aside() {
		err = fault.New(fault.Conflict, lingo.T("En kollega har ändrat i samma svar. Din text är sparad bredvid.",
			"A colleague has changed the same answer. Your text is saved beside it."))
	}
	return saved.Version, err
}

// reach returns what an answer answers, and the one reader it is for: an answer to what was asked in private is as private.
func reach(c Conversation, asked Turn) (inReplyTo, direct string) {
	switch {
	case c.Channel == ChannelSquare:
		return "", FormReaderURI(c.ID)
	case asked.Visibility == Direct || asked.Visibility == Followers || (asked.ID == "" && c.Kind == KindDirect):
		direct = c.With
		if asked.By != "" {
			direct = asked.By
		}
	}
	return asked.Remote, direct
}

// FormReaderURI stands for the citizen who asked through a form: the only reader of the answer, which she finds with her
// receipt. No network delivers to it.
func FormReaderURI(conversation string) string { return "fraga:" + conversation }

// OurTurn is a publication as the conversation it answers in shows it: what was published is the fact, this is only how it
// is read.
func OurTurn(p publish.Publication) Turn {
	t := Turn{ID: p.ID, Conversation: p.Conversation, InReplyTo: p.InReplyTo, Ours: true, By: p.By, ByName: p.Curator.Line(), Curator: p.Curator,
		Text: p.Content.Text, Language: p.Content.Language, Visibility: Public, Version: 1, At: p.At}
	if p.Direct != "" {
		t.Visibility = Direct
	}
	return t
}
