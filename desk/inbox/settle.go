package inbox

import (
	"cmp"
	"slices"

	"tilltal/base/ident"
	"tilltal/desk"
)

// claim is how a message turns to us: it answers something of ours, was sent to one of our accounts, or names one. The zero
// Place: it does not.
func (s *shelf) claim(l letter) Place {
	if l.Post != "" {
		return Place{Account: l.Envelope.Account, Post: l.Post}
	}
	if p, ok := s.places[l.Message.InReplyTo]; ok {
		return p
	}
	if l.Envelope.Account != "" {
		return Place{Account: l.Envelope.Account}
	}
	for _, uri := range l.Mentions {
		if p, ok := s.places[uri]; ok {
			return Place{Account: p.Account}
		}
	}
	return Place{}
}

// parent returns the conversation that the message continues, nil when it begins one.
func (s *shelf) parent(l letter, claim Place) *talk {
	switch {
	case l.About == KindReport || l.Message.InReplyTo == "":
		return nil
	case claim.Conversation != "":
		if t := s.home(claim.Conversation); t != nil {
			return t
		}
	}
	return s.answered(l.Message.InReplyTo)
}

// settle finds the conversation that a new turn stands in. What it opens or finds to begin earlier comes back as facts for
// the turn's own act; what it joins is acts of its own.
//
// A turn that neither turns to us nor answers anything we know still gets a conversation, of no account: nobody sees it,
// until the turn that ties it to us comes.
func (w *sorter) settle(l letter, turn string) (*talk, []any) {
	claim := w.claim(l)
	ends := w.waiting(l.Message.Remote)
	if t := w.parent(l, claim); t != nil {
		w.adopt(t, claim.Account)
		for _, end := range ends {
			w.join(end, t)
		}
		return t, nil
	}
	if len(ends) == 0 {
		return w.open(l, claim, turn)
	}
	first := slices.MinFunc(ends, func(a, b *talk) int {
		return cmp.Or(a.OpenedAt.Compare(b.OpenedAt), cmp.Compare(a.ID, b.ID))
	})
	w.root(first, l, claim, turn)
	for _, end := range ends {
		w.join(end, first)
	}
	return first, nil
}

func (w *sorter) open(l letter, claim Place, turn string) (*talk, []any) {
	c := Conversation{ID: ident.New(w.now), Account: claim.Account, Kind: kindOf(l, claim), Channel: l.Channel, Post: claim.Post,
		With: l.Author, WithName: l.AuthorName, First: FirstLine(l.Text), Root: turn, Orphan: orphan(l, claim), OpenedAt: l.Envelope.At}
	t := &talk{Conversation: c, fresh: true}
	w.addTalk(t)
	return t, []any{Opened{ID: c.ID, Account: c.Account, Kind: c.Kind, Channel: c.Channel, Post: c.Post, With: c.With, WithName: c.WithName,
		First: c.First, Root: c.Root, Orphan: c.Orphan, At: c.OpenedAt}}
}

// root lets a conversation begin with a turn that came after its first answer.
func (w *sorter) root(t *talk, l letter, claim Place, turn string) {
	t.Root, t.Orphan, t.Post = turn, orphan(l, claim), claim.Post
	t.With, t.WithName, t.First = l.Author, l.AuthorName, FirstLine(l.Text)
	if claim.Account != "" {
		t.Account = claim.Account
	}
	if t.KindBy == "" {
		t.Kind = kindOf(l, claim)
	}
	if t.Orphan != "" {
		w.orphans[t.Orphan] = append(w.orphans[t.Orphan], t)
	}
	w.restate(t)
}

// adopt gives a conversation that was nobody's to the account that somebody in it has turned to.
func (w *sorter) adopt(t *talk, account string) {
	if t.Account != "" || account == "" {
		return
	}
	t.Account = account
	w.restate(t)
}

func (w *sorter) restate(t *talk) {
	w.touch(t)
	w.acts = append(w.acts, desk.Act{Kind: "inbox.rooted", Subject: t.ID, Account: t.Account, Who: desk.System("inbox"), At: w.now,
		Facts: []any{Rooting{ID: ident.New(w.now), Conversation: t.ID, Account: t.Account, Kind: t.Kind, Post: t.Post, With: t.With,
			WithName: t.WithName, First: t.First, Root: t.Root, Orphan: t.Orphan, At: w.now}}})
}

// join makes two conversations one. Whoever owned either owns it; the clock of each turn goes on.
func (w *sorter) join(from, into *talk) {
	if from == into || from.Joined != "" {
		return
	}
	w.adopt(into, from.Account)
	w.touch(from)
	w.touch(into)
	from.Joined = into.ID
	w.acts = append(w.acts, desk.Act{Kind: "inbox.joined", Subject: from.ID, Account: into.Account, Who: desk.System("inbox"), At: w.now,
		Say: map[string]any{"into": into.ID}, Facts: []any{Joining{ID: ident.New(w.now), Conversation: from.ID, Into: into.ID, At: w.now}}})
	if into.Owner == "" && from.Owner != "" {
		into.Owner = from.Owner
		w.acts = append(w.acts, desk.Act{Kind: "inbox.assigned", Subject: into.ID, Account: into.Account, Who: desk.System("inbox"), At: w.now,
			Say: map[string]any{"to": from.Owner}, Facts: []any{Assignment{ID: ident.New(w.now), Conversation: into.ID, To: from.Owner, At: w.now}}})
	}
}

func orphan(l letter, claim Place) string {
	if claim.Post != "" || claim.Conversation != "" || l.About == KindReport {
		return ""
	}
	return l.Message.InReplyTo
}

func kindOf(l letter, claim Place) string {
	switch {
	case l.About != "":
		return l.About
	case l.Visibility == Direct:
		return KindDirect
	case claim.Post != "":
		return KindReply
	}
	return KindMention
}
