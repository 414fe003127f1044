package inbox

import (
	"time"

	"tilltal/check"
	"tilltal/desk/account"
)

// Head is what the sorting needs to know of a turn: who said it where, and which of its versions stands.
type Head struct {
	Turn         string
	Conversation string
	Remote       string
	By           string
	Stamp        string   // of the version that stands
	Stamps       []string // of all versions
	Versions     int
	Deleted      bool
	Needs        bool
}

// Known is what lies on record around the envelopes that are to be sorted.
type Known struct {
	Heads         []Head         // turns with one of the wanted URIs, and their versions' stamps
	Orphans       []Conversation // conversations whose first turn answers one of the wanted URIs
	Conversations []Conversation // the ones the heads stand in, and the ones wanted by id
	Gravestones   []Gravestone   // waiting deletions of the wanted URIs
	Departures    []Departure    // of the wanted authors
}

// Wanted is what must be known of before envelopes can be sorted.
type Wanted struct {
	Remotes       []string // what is said, changed or deleted, and what it answers
	Conversations []string // conversations our own posts answer in
	Authors       []string // who says something: has she left?
	Leaving       []string // who takes away her account: all that she has said is wanted
}

// key is what makes a turn one turn: its URI and who said it. Whoever claims another's URI gets a turn of her own.
type key struct{ remote, by string }

// shelf is what the sorting knows while it works through a batch: what lay on record, and what it has decided itself.
type shelf struct {
	marker
	places map[string]Place

	heads   map[key]*Head
	byURI   map[string][]*Head
	talks   map[string]*talk
	orphans map[string][]*talk // by the URI that their first turn answers
	graves  map[key][]Gravestone
	left    map[string]Departure // by who has taken away her account
}

// talk is a conversation on the shelf.
type talk struct {
	Conversation
	fresh bool // opened by this batch: nobody else can know of it
}

func newShelf(k Known, places map[string]Place, accounts map[string]account.Account, checks []check.Check, now time.Time) *shelf {
	s := &shelf{marker: marker{checks: checks, accounts: accounts, now: now}, places: places, heads: map[key]*Head{}, byURI: map[string][]*Head{},
		talks: map[string]*talk{}, orphans: map[string][]*talk{}, graves: map[key][]Gravestone{},
		left: map[string]Departure{}}
	for _, c := range append(k.Conversations, k.Orphans...) {
		if s.talks[c.ID] == nil {
			s.addTalk(&talk{Conversation: c})
		}
	}
	for _, h := range k.Heads {
		if s.heads[key{h.Remote, h.By}] == nil { // it may be wanted for its URI and for its author
			s.addHead(h)
		}
	}
	for _, g := range k.Gravestones {
		s.graves[key{g.Remote, g.By}] = append(s.graves[key{g.Remote, g.By}], g)
	}
	for _, d := range k.Departures {
		s.left[d.Actor] = d
	}
	return s
}

func (s *shelf) addTalk(t *talk) {
	s.talks[t.ID] = t
	if t.Orphan != "" {
		s.orphans[t.Orphan] = append(s.orphans[t.Orphan], t)
	}
}

func (s *shelf) addHead(h Head) *Head {
	p := &h
	s.heads[key{h.Remote, h.By}] = p
	s.byURI[h.Remote] = append(s.byURI[h.Remote], p)
	return p
}

// home returns the conversation that a turn stands in now, through all joinings.
func (s *shelf) home(id string) *talk {
	t := s.talks[id]
	for t != nil && t.Joined != "" {
		t = s.talks[t.Joined]
	}
	return t
}

// answered returns where the turn with that URI stands: of several who claim it, the first by name, so that the order in
// which they came means nothing. It is nil when nobody has said such a thing.
func (s *shelf) answered(uri string) *talk {
	var first *Head
	for _, h := range s.byURI[uri] {
		if first == nil || h.By < first.By {
			first = h
		}
	}
	if first == nil {
		return nil
	}
	return s.home(first.Conversation)
}

// waiting returns the open ends: the conversations that began as an answer to that URI, oldest first.
func (s *shelf) waiting(uri string) []*talk {
	var out []*talk
	for _, t := range s.orphans[uri] {
		if t.Joined == "" && t.Orphan == uri {
			out = append(out, t)
		}
	}
	return out
}
