package example

import (
	"context"
	"fmt"
	"slices"

	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
)

// talking is the conversations, as scenes.
func (s *stage) talking() (out []scene) {
	for _, t := range talks {
		id := new(string)
		first := inbox.FirstLine(t.text)
		out = append(out, scene{t.at(s.now), "the question " + first, func(ctx context.Context) (err error) {
			*id, err = s.ask(ctx, t)
			return err
		}})
		for _, step := range t.steps {
			out = append(out, scene{step.at(s.now), step.by + " on " + first, func(ctx context.Context) error { return s.act(ctx, *id, step) }})
		}
	}
	return out
}

// ask lets a citizen use the form on the square, sorts what arrived as the worker would, and returns the conversation.
func (s *stage) ask(ctx context.Context, t talk) (string, error) {
	account := s.accounts[t.account]
	_, err := s.Inbox.Ask(ctx, inbox.Question{Account: account, Post: s.posts[t.about], Kind: t.kind, Name: t.name,
		Contact: t.contact, Text: t.text, Language: "sv"})
	if err != nil {
		return "", err
	}
	if err := s.Inbox.Sort(ctx); err != nil {
		return "", err
	}
	lars, err := s.actor(ctx, "lars")
	if err != nil {
		return "", err
	}
	page, err := s.Inbox.List(ctx, lars, inbox.Filter{Accounts: []string{account}})
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(page.Items, func(c inbox.Conversation) bool {
		return c.First == inbox.FirstLine(t.text) && c.OpenedAt.Equal(s.clock.Now())
	})
	if i < 0 {
		return "", fmt.Errorf("the question was sorted, but is not in the inbox")
	}
	return page.Items[i].ID, nil
}

// act lets a colleague do something in a conversation.
func (s *stage) act(ctx context.Context, id string, step step) error {
	who, err := s.actor(ctx, step.by)
	if err != nil {
		return err
	}
	switch step.verb {
	case take:
		return s.Inbox.Take(ctx, who, id, 0)
	case hand:
		return s.Inbox.Assign(ctx, who, id, s.people[step.to], 0)
	case note:
		return s.Inbox.Note(ctx, who, id, step.text)
	case finish:
		return s.Inbox.Close(ctx, who, id, step.to, step.text, 0)
	}
	return s.reply(ctx, who, id, step.text)
}

// reply answers, through the checks and the routine as any answer. One that has to be read first is read.
func (s *stage) reply(ctx context.Context, who people.Actor, id, text string) error {
	c, err := s.Inbox.Get(ctx, who, id)
	if err != nil {
		return err
	}
	content := draft.Content{Text: text, Language: "sv"}
	findings, err := s.Drafts.Check(ctx, who, c.Account, content)
	if err != nil {
		return err
	}
	w := inbox.Words{Content: content, Seen: c.Seen}
	if len(findings) > 0 {
		w.Reason = stand
	}
	r, err := s.Inbox.Reply(ctx, who, id, w)
	if err != nil || !r.Waiting {
		return err
	}
	return fmt.Errorf("the answer waits for %s: the example's answers are to need nobody else", r.Step)
}
