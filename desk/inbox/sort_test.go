package inbox

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
)

var morning = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// desktop is a store in memory that derives what the real one derives, for decisions to be tested against.
type desktop struct {
	talks  map[string]Conversation
	heads  map[string]*Head // by turn
	turns  map[string]Turn
	graves []Gravestone
	left   []Departure
	needs  map[string]Need // by turn
	places map[string]Place
	sorted map[string]string // envelope to outcome
}

func newDesktop() *desktop {
	return &desktop{talks: map[string]Conversation{}, heads: map[string]*Head{}, turns: map[string]Turn{}, needs: map[string]Need{}, sorted: map[string]string{},
		places: map[string]Place{
			"https://torget.se/konto/parken":  {Account: "parken"},
			"https://torget.se/inlagg/p1":     {Account: "parken", Post: "p1"},
			"https://torget.se/inlagg/p2":     {Account: "parken", Post: "p2"},
			"https://torget.se/inlagg/answer": {Account: "parken", Post: "answer", Conversation: "talk"},
		}}
}

func (d *desktop) known() Known {
	var k Known
	for _, c := range d.talks {
		k.Conversations = append(k.Conversations, c)
		if c.Orphan != "" && c.Joined == "" {
			k.Orphans = append(k.Orphans, c)
		}
	}
	for _, h := range d.heads {
		copied := *h
		copied.Stamps = slices.Clone(h.Stamps)
		k.Heads = append(k.Heads, copied)
	}
	k.Gravestones, k.Departures = slices.Clone(d.graves), slices.Clone(d.left)
	return k
}

func (d *desktop) sort(letters ...letter) desk.Change {
	accounts := map[string]account.Account{"parken": {ID: "parken", Charter: account.Charter{
		Promise: svenska.WithinDays(1), Hours: svenska.Office(), Zone: "Europe/Stockholm"}}}
	c := decideSorting(0, letters, newShelf(d.known(), d.places, accounts, nil, morning.Add(24*time.Hour)))
	for _, a := range c.Acts {
		for _, f := range a.Facts {
			d.keep(f)
		}
	}
	return c
}

func (d *desktop) keep(f any) {
	switch f := f.(type) {
	case Opened:
		d.talks[f.ID] = Conversation{ID: f.ID, Account: f.Account, Kind: f.Kind, Post: f.Post, With: f.With, First: f.First, Root: f.Root, Orphan: f.Orphan, OpenedAt: f.At}
	case Rooting:
		c := d.talks[f.Conversation]
		c.Account, c.Kind, c.Post, c.With, c.First, c.Root, c.Orphan = f.Account, f.Kind, f.Post, f.With, f.First, f.Root, f.Orphan
		d.talks[f.Conversation] = c
	case Joining:
		c := d.talks[f.Conversation]
		c.Joined = f.Into
		d.talks[f.Conversation] = c
		for id, t := range d.turns {
			if t.Conversation == f.Conversation {
				t.Conversation = f.Into
				d.turns[id] = t
				d.heads[id].Conversation = f.Into
			}
		}
	case Said:
		d.keepSaid(f)
	case Need:
		d.needs[f.Turn] = f
		d.heads[f.Turn].Needs = true
	case Gravestone:
		d.graves = append(d.graves, f)
	case Departure:
		d.left = append(d.left, f)
	case Assignment:
		c := d.talks[f.Conversation]
		c.Owner = f.To
		d.talks[f.Conversation] = c
	case Reopening:
		c := d.talks[f.Conversation]
		c.Closure = nil
		d.talks[f.Conversation] = c
	case Sorting:
		d.sorted[f.Envelope] = f.Outcome
	}
}

func (d *desktop) keepSaid(f Said) {
	h := d.heads[f.Turn]
	if h == nil {
		h = &Head{Turn: f.Turn, Conversation: f.Conversation, Remote: f.Remote, By: f.By}
		d.heads[f.Turn] = h
	}
	t := d.turns[f.Turn]
	t.ID, t.Conversation, t.Remote, t.By, t.Version = f.Turn, f.Conversation, f.Remote, f.By, f.Version
	h.Versions = f.Version
	switch {
	case f.Deleted:
		h.Deleted, t.DeletedAt = true, f.At
	default:
		h.Stamps = append(h.Stamps, f.Stamp)
		t.InReplyTo = f.InReplyTo
		if f.Stands {
			h.Stamp, t.Text = f.Stamp, f.Text
			if c := d.talks[f.Conversation]; c.Root == f.Turn {
				c.First = FirstLine(f.Text)
				d.talks[f.Conversation] = c
			}
		}
	}
	d.turns[f.Turn] = t
}

// portrait is the state of the desk without the names that depend on chance.
func (d *desktop) portrait() string {
	var out []string
	for _, c := range d.talks {
		if c.Joined != "" {
			continue
		}
		var lines []string
		for _, t := range d.turns {
			if t.Conversation == c.ID {
				n := d.needs[t.ID]
				lines = append(lines, fmt.Sprintf("  %s %s %q v%d gone=%v needs=%v", t.Remote, t.By, t.Text, t.Version, !t.DeletedAt.IsZero(), n.Why != ""))
			}
		}
		slices.Sort(lines)
		out = append(out, fmt.Sprintf("%s %s post=%s with=%s first=%q root=%s orphan=%s\n%s", c.Account, c.Kind, c.Post, c.With, c.First,
			d.turns[c.Root].Remote, c.Orphan, strings.Join(lines, "\n")))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func post(kind Kind, remote, author, inReplyTo, text string, minute int) letter {
	return letter{
		Envelope: Envelope{ID: fmt.Sprintf("%s %s %s %d", kind, remote, author, minute), Channel: ChannelFediverse, Sender: author, At: morning.Add(6 * time.Hour)},
		Message: Message{Kind: kind, Remote: remote, Author: author, AuthorName: "Namn", InReplyTo: inReplyTo, Text: text, HTML: text,
			Visibility: Public, At: morning.Add(time.Duration(minute) * time.Minute)},
	}
}

const (
	anna  = "https://a.example/anna"
	bo    = "https://b.example/bo"
	p1    = "https://torget.se/inlagg/p1"
	note1 = "https://a.example/1"
	note2 = "https://b.example/2"
)

func TestSortingOneByOne(t *testing.T) {
	to := func(l letter, account string) letter { l.Envelope.Account = account; return l }
	named := func(l letter, uri string) letter { l.Mentions = []string{uri}; return l }
	from := func(l letter, sender string) letter { l.Sender = sender; return l }
	about := func(l letter, kind string) letter { l.About = kind; return l }
	for _, c := range []struct {
		name  string
		given []letter
		when  letter
		want  string
	}{
		{"a reply to a post opens", nil, post(MessageSaid, note1, anna, p1, "Fint!", 1), SortedOpened},
		{"a reply to a reply", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageSaid, note2, bo, note1, "Ja!", 2), SortedSaid},
		{"a mention", nil, named(post(MessageSaid, note1, anna, "", "@parken hej", 1), "https://torget.se/konto/parken"), SortedOpened},
		{"sent to us", nil, to(post(MessageSaid, note1, anna, "", "hej", 1), "parken"), SortedOpened},
		{"said to nobody of ours", nil, post(MessageSaid, note1, anna, "", "hej", 1), SortedElsewhere},
		{"an edit", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageChanged, note1, anna, p1, "Fult!", 2), SortedChanged},
		{"an edit of nothing opens", nil, post(MessageChanged, note1, anna, p1, "Fult!", 2), SortedOpened},
		{"a deletion", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageDeleted, note1, anna, "", "", 2), SortedTakenBack},
		{"a deletion before its note", nil, post(MessageDeleted, note1, anna, "", "", 2), SortedWaiting},
		{"a deletion twice", []letter{post(MessageDeleted, note1, anna, "", "", 2)}, post(MessageDeleted, note1, anna, "", "", 3), SortedKnown},
		{"a deletion by somebody else", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageDeleted, note1, bo, "", "", 2), SortedRefused},
		{"an edit by somebody else", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageChanged, note1, bo, p1, "Fult!", 2), SortedRefused},
		{"a replay under another id", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageSaid, note1, anna, p1, "Fint!", 1), SortedKnown},
		{"somebody leaves", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1)}, post(MessageLeft, anna, anna, "", "", 2), SortedLeft},
		{"somebody leaves twice", []letter{post(MessageLeft, anna, anna, "", "", 2)}, post(MessageLeft, anna, anna, "", "", 3), SortedKnown},
		{"an edit by somebody who has left", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1), post(MessageLeft, anna, anna, "", "", 2)},
			post(MessageChanged, note1, anna, p1, "Fult!", 3), SortedChanged},
		{"a deletion by somebody who has left", []letter{post(MessageSaid, note1, anna, p1, "Fint!", 1), post(MessageLeft, anna, anna, "", "", 2)},
			post(MessageDeleted, note1, anna, "", "", 3), SortedKnown},
		{"said in another's name", nil, from(post(MessageSaid, note1, anna, p1, "Fint!", 1), bo), SortedRefused},
		{"said on another's server", nil, post(MessageSaid, note2, anna, p1, "Fint!", 1), SortedRefused},
		{"a like", nil, post(MessageLiked, p1, anna, "", "", 1), SortedLiked},
		{"a like of somebody else's", nil, post(MessageLiked, note2, anna, "", "", 1), SortedElsewhere},
		{"a share", nil, post(MessageAnnounced, p1, anna, "", "", 1), SortedShared},
		{"our own, echoed", nil, post(MessageSaid, p1, "https://torget.se/konto/parken", "", "Vi skrev", 1), SortedOwn},
		{"a report", nil, about(post(MessageReported, note1, anna, p1, "Olämpligt", 1), KindReport), SortedOpened},
		{"nothing", nil, post(MessageNothing, note1, anna, "", "", 1), SortedNothing},
		{"unreadable", nil, letter{Envelope: Envelope{ID: "x"}, err: errors.New("no JSON")}, SortedUnreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesktop()
			d.sort(c.given...)
			c.when.Envelope.ID = "now"
			d.sort(c.when)
			if got := d.sorted["now"]; got != c.want {
				t.Errorf("sorted as %q, want %q", got, c.want)
			}
		})
	}
}

func TestSortingKeepsWhatWasEdited(t *testing.T) {
	d := newDesktop()
	d.sort(post(MessageSaid, note1, anna, p1, "När öppnar ni?", 1))
	d.sort(post(MessageChanged, note1, anna, p1, "Fint!", 2))
	for _, turn := range d.turns {
		if turn.Text != "Fint!" || turn.Version != 2 || d.needs[turn.ID].Why != WhyMark {
			t.Errorf("got %q, version %d, needs %q: an edit changes the words and takes no need away", turn.Text, turn.Version, d.needs[turn.ID].Why)
		}
	}
}

func TestSortingClock(t *testing.T) {
	d := newDesktop()
	l := post(MessageSaid, note1, anna, p1, "När öppnar ni?", 1)
	l.Message.At = morning.AddDate(-1, 0, 0) // the sender's clock decides nothing
	l.Envelope.At = time.Date(2026, 11, 23, 9, 20, 0, 0, time.UTC)
	d.sort(l)
	want := time.Date(2026, 11, 24, 9, 20, 0, 0, time.UTC)
	for _, n := range d.needs {
		if !n.At.Equal(l.Envelope.At) || !n.Due.Equal(want) {
			t.Errorf("from %v to %v, want %v to %v", n.At, n.Due, l.Envelope.At, want)
		}
	}
	if len(d.needs) != 1 {
		t.Errorf("%d needs", len(d.needs))
	}
}

func TestSortingReopens(t *testing.T) {
	d := newDesktop()
	d.sort(post(MessageSaid, note1, anna, p1, "När öppnar ni?", 1))
	for id, c := range d.talks {
		c.Closure, c.Seen = &Closure{Outcome: OutcomeAnswered}, 7
		d.talks[id] = c
	}
	change := d.sort(post(MessageSaid, "https://a.example/3", anna, note1, "Tack!", 5))
	if !slices.ContainsFunc(change.Acts, func(a desk.Act) bool { return a.Kind == "inbox.reopened" }) {
		t.Error("a citizen who speaks again was not heard")
	}
	if !slices.ContainsFunc(change.Expect, func(e desk.Expect) bool { return e.Seen == 7 }) {
		t.Error("the sorting did not expect that nobody was in the conversation meanwhile")
	}
	d = newDesktop()
	d.sort(post(MessageSaid, note1, anna, p1, "När öppnar ni?", 1))
	for id, c := range d.talks {
		c.Closure = &Closure{Outcome: OutcomeAnswered}
		d.talks[id] = c
	}
	change = d.sort(post(MessageDeleted, note1, anna, "", "", 5))
	if slices.ContainsFunc(change.Acts, func(a desk.Act) bool { return a.Kind == "inbox.reopened" }) {
		t.Error("taking something back reopened the conversation")
	}
}

func TestAnAnswerToOurAnswerContinues(t *testing.T) {
	d := newDesktop()
	d.talks["old"] = Conversation{ID: "old", Account: "parken", Joined: "talk"}
	d.talks["talk"] = Conversation{ID: "talk", Account: "parken"}
	d.places["https://torget.se/inlagg/answer"] = Place{Account: "parken", Post: "answer", Conversation: "old"}
	d.sort(post(MessageSaid, note1, anna, "https://torget.se/inlagg/answer", "Tack, men när?", 1))
	for _, turn := range d.turns {
		if turn.Conversation != "talk" {
			t.Errorf("stands in %q", turn.Conversation)
		}
	}
}

func TestJoiningKeepsTheOwner(t *testing.T) {
	d := newDesktop()
	d.sort(post(MessageSaid, "https://a.example/3", anna, note2, "Ja, när då?", 3))
	for id, c := range d.talks {
		c.Owner = "amina"
		d.talks[id] = c
	}
	d.sort(post(MessageSaid, note1, anna, p1, "Hej", 1))
	d.sort(post(MessageSaid, note2, bo, note1, "Hej du", 2))
	open := 0
	for _, c := range d.talks {
		if c.Joined == "" {
			open++
			if c.Owner != "amina" || c.Account != "parken" {
				t.Errorf("owner %q, account %q", c.Owner, c.Account)
			}
		}
	}
	if open != 1 {
		t.Errorf("%d conversations, want one", open)
	}
}

// Whatever the order and however it is cut into batches, and however much comes twice, the end is the same.
func TestSortingInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := anyThread(t)
		straight := newDesktop()
		for _, l := range letters {
			straight.sort(l)
		}
		shuffled := newDesktop()
		mixed := rapid.Permutation(append(slices.Clone(letters), rapid.SliceOfN(rapid.SampledFrom(letters), 0, 3).Draw(t, "again")...)).Draw(t, "order")
		for len(mixed) > 0 {
			n := rapid.IntRange(1, len(mixed)).Draw(t, "batch")
			shuffled.sort(mixed[:n]...)
			mixed = mixed[n:]
		}
		if a, b := straight.portrait(), shuffled.portrait(); a != b {
			t.Fatalf("in order:\n%s\n\nshuffled:\n%s", a, b)
		}
	})
}

// anyThread draws replies, some to each other, with edits and deletions, and strangers who try to speak for others.
func anyThread(t *rapid.T) []letter {
	authors := []string{anna, bo, "https://c.example/cia"}
	texts := []string{"Fint!", "När öppnar ni?", "Tack", "Det är fel i texten", ""}
	var out []letter
	var uris, by []string
	for i := range rapid.IntRange(1, 8).Draw(t, "notes") {
		author := rapid.SampledFrom(authors).Draw(t, "author")
		uri := fmt.Sprintf("%s/%d", author[:len("https://a.example")], i)
		parents := append([]string{p1, "https://torget.se/inlagg/p2", "https://nowhere.example/x", ""}, uris...)
		l := post(MessageSaid, uri, author, rapid.SampledFrom(parents).Draw(t, "parent"), rapid.SampledFrom(texts).Draw(t, "text"), i)
		if rapid.Bool().Draw(t, "mention") {
			l.Mentions = []string{"https://torget.se/konto/parken"}
		}
		if rapid.IntRange(0, 4).Draw(t, "private") == 0 {
			l.Visibility = Direct
		}
		out, uris, by = append(out, l), append(uris, uri), append(by, author)
		for n := range rapid.IntRange(0, 2).Draw(t, "edits") {
			e := l
			e.Message.Kind, e.Text, e.Message.At = MessageChanged, rapid.SampledFrom(texts).Draw(t, "edit"), l.Message.At.Add(time.Duration(n+1)*time.Hour)
			e.HTML = e.Text
			e.Envelope.ID += fmt.Sprint(" edit ", n)
			out = append(out, e)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "deletions") {
		i := rapid.IntRange(0, len(uris)-1).Draw(t, "gone")
		out = append(out, post(MessageDeleted, uris[i], rapid.SampledFrom([]string{by[i], by[i], anna}).Draw(t, "by"), "", "", 100))
	}
	for range rapid.IntRange(0, 2).Draw(t, "departures") {
		who := rapid.SampledFrom(authors).Draw(t, "leaver")
		out = append(out, post(MessageLeft, who, who, "", "", 101))
	}
	return out
}
