package inbox

import (
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

var amina = people.Actor{Person: people.Person{ID: "amina", Name: "Amina Berg", GivenName: "Amina"}}

func fieldOf(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Field
}

func TestDecideArrival(t *testing.T) {
	good := Envelope{Channel: ChannelFediverse, Remote: "https://a.example/act/1", Sender: anna, Kind: "Create", Body: []byte("{}")}
	change, err := decideArrival(good, morning)
	if err != nil {
		t.Fatal(err)
	}
	e := change.Acts[0].Facts[0].(Envelope)
	if e.ID != EnvelopeID(good.Channel, good.Remote) || !e.At.Equal(morning) || change.Expect[0] != (desk.Expect{Subject: e.ID}) || len(change.Jobs) != 1 {
		t.Errorf("arrived as %+v, expecting %+v, jobs %+v", e, change.Expect, change.Jobs)
	}
	if EnvelopeID("a", "b") == EnvelopeID("ab", "") || EnvelopeID("a", "b") == EnvelopeID("a", "c") {
		t.Error("two activities share a name")
	}
	for name, spoil := range map[string]func(*Envelope){
		"no channel":           func(e *Envelope) { e.Channel = "" },
		"no name":              func(e *Envelope) { e.Remote = "" },
		"too long a name":      func(e *Envelope) { e.Remote = strings.Repeat("x", maxRemote+1) },
		"too long a sender":    func(e *Envelope) { e.Sender = strings.Repeat("x", maxRemote+1) },
		"too long a kind":      func(e *Envelope) { e.Kind = strings.Repeat("x", 101) },
		"an impossible name":   func(e *Envelope) { e.Remote = "https://a.example/\x00" },
		"an impossible sender": func(e *Envelope) { e.Sender = "https://a.example/\xff" },
		"too large":            func(e *Envelope) { e.Body = make([]byte, MaxBody+1) },
	} {
		bad := good
		spoil(&bad)
		if _, err := decideArrival(bad, morning); err == nil {
			t.Errorf("%s: arrived", name)
		}
	}
}

func TestDecideQuestion(t *testing.T) {
	for _, c := range []struct {
		name  string
		q     Question
		field string
	}{
		{"plain", Question{Account: "parken", Text: "När öppnar ni?"}, ""},
		{"with everything", Question{Account: "parken", Text: "Fel år", Kind: KindError, Name: "Bo", Contact: "bo@example.se", Post: "01jd0000000000000000000000"}, ""},
		{"empty", Question{Account: "parken", Text: " \n"}, "text"},
		{"too long", Question{Account: "parken", Text: strings.Repeat("å", MaxQuestion+1)}, "text"},
		{"long but fits", Question{Account: "parken", Text: strings.Repeat("å", MaxQuestion)}, ""},
		{"too long a name", Question{Account: "parken", Text: "x", Name: strings.Repeat("å", MaxName+1)}, "name"},
		{"too long a contact", Question{Account: "parken", Text: "x", Contact: strings.Repeat("å", MaxContact+1)}, "contact"},
		{"a look-alike without words", Question{Account: "parken", Kind: KindAlike, Link: " https://facebook.com/parken2 "}, ""},
		{"a look-alike nowhere", Question{Account: "parken", Kind: KindAlike, Text: "Den är falsk."}, "link"},
		{"a look-alike that runs", Question{Account: "parken", Kind: KindAlike, Link: "javascript:alert(1)"}, "link"},
		{"a look-alike far away", Question{Account: "parken", Kind: KindAlike, Link: "https://x.se/" + strings.Repeat("å", MaxLink)}, "link"},
		{"no such post", Question{Account: "parken", Text: "x", Post: "../../etc"}, "post"},
	} {
		t.Run(c.name, func(t *testing.T) {
			change, err := decideQuestion(c.q, "secret", morning)
			if got := fieldOf(err); got != c.field {
				t.Fatalf("points at %q, want %q (%v)", got, c.field, err)
			}
			if err != nil {
				return
			}
			e := change.Acts[0].Facts[0].(Envelope)
			m, err := FormReader{}.Read(e)
			if said := strings.TrimSpace(strings.TrimSpace(c.q.Link) + "\n\n" + c.q.Text); err != nil || m.Text != said || m.AuthorName != c.q.Name || m.Post != c.q.Post {
				t.Errorf("read back as %+v, %v", m, err)
			}
			if strings.Contains(string(e.Body), "example.se") {
				t.Error("how to reach her stands in the envelope")
			}
			if slip := change.Acts[0].Facts[1].(Slip); slip.Envelope != e.ID || strings.Contains(slip.Hash, "secret") {
				t.Errorf("slip %+v", slip)
			}
		})
	}
}

func TestDecideClosure(t *testing.T) {
	fresh, answered := Conversation{ID: "c"}, Conversation{ID: "c", AnsweredAt: morning}
	closed := Conversation{ID: "c", Closure: &Closure{}}
	for _, c := range []struct {
		name           string
		talk           Conversation
		outcome, words string
		field          string
		kind           fault.Kind
	}{
		{"answered", answered, OutcomeAnswered, "", "", 0},
		{"answered without an answer", fresh, OutcomeAnswered, "", "outcome", fault.Invalid},
		{"referred", fresh, OutcomeReferred, "Till vårdcentralen", "", 0},
		{"referred without words", fresh, OutcomeReferred, " ", "words", fault.Invalid},
		{"no need", fresh, OutcomeNoNeed, "Ett tack", "", 0},
		{"no need without words", fresh, OutcomeNoNeed, "", "words", fault.Invalid},
		{"too many words", fresh, OutcomeNoNeed, strings.Repeat("a", maxWords+1), "words", fault.Invalid},
		{"no outcome", answered, "", "", "outcome", fault.Invalid},
		{"twice", closed, OutcomeNoNeed, "x", "", fault.Conflict},
	} {
		t.Run(c.name, func(t *testing.T) {
			acts, err := decideClosure(c.talk, amina, c.outcome, c.words, morning)
			if fieldOf(err) != c.field || (err != nil && fault.KindOf(err) != c.kind) || (err == nil) != (c.kind == 0) {
				t.Fatalf("got %v", err)
			}
			if err == nil && acts[0].Facts[0].(Closure).By != "amina" {
				t.Errorf("closed by %+v", acts[0])
			}
		})
	}
}

func TestDecideClass(t *testing.T) {
	at := account.Account{Charter: account.Charter{Promise: svenska.WithinDays(1), Hours: svenska.Office(), Zone: "Europe/Stockholm"}}
	asked := Turn{ID: "t", At: time.Date(2026, 11, 23, 9, 20, 0, 0, time.UTC)}
	for _, c := range []struct {
		name  string
		talk  Conversation
		to    Class
		asked Turn
		facts int
		field string
	}{
		{"nothing new", Conversation{Kind: KindReply}, Class{Kind: KindReply}, asked, 0, ""},
		{"another kind", Conversation{Kind: KindReply}, Class{Kind: KindQuestion}, asked, 1, ""},
		{"needs an answer after all", Conversation{Kind: KindReply}, Class{Kind: KindReply, NeedsAnswer: true}, asked, 2, ""},
		{"needs one, but nobody has asked", Conversation{Kind: KindReply}, Class{Kind: KindReply, NeedsAnswer: true}, Turn{}, 1, ""},
		{"needs none", Conversation{Kind: KindReply, NeedsAnswer: true}, Class{Kind: KindReply, Why: "Ett tack"}, asked, 1, ""},
		{"needs none, without words", Conversation{Kind: KindReply, NeedsAnswer: true}, Class{Kind: KindReply}, asked, 0, "why"},
		{"no such kind", Conversation{Kind: KindReply}, Class{Kind: "spam"}, asked, 0, "kind"},
	} {
		t.Run(c.name, func(t *testing.T) {
			acts, err := decideClass(c.talk, amina, c.to, at, c.asked, morning)
			if fieldOf(err) != c.field {
				t.Fatalf("got %v", err)
			}
			n := 0
			for _, a := range acts {
				n += len(a.Facts)
			}
			if n != c.facts {
				t.Errorf("%d facts, want %d", n, c.facts)
			}
			if n == 2 {
				if need := acts[0].Facts[1].(Need); !need.Due.Equal(asked.At.Add(24*time.Hour)) || need.Why != WhyPerson {
					t.Errorf("need %+v", need)
				}
			}
		})
	}
}

func TestReach(t *testing.T) {
	for _, c := range []struct {
		name          string
		talk          Conversation
		asked         Turn
		reply, direct string
	}{
		{"in public", Conversation{Kind: KindReply}, Turn{ID: "t", Remote: note1, By: anna, Visibility: Public}, note1, ""},
		{"in private", Conversation{Kind: KindDirect, With: anna}, Turn{ID: "t", Remote: note1, By: bo, Visibility: Direct}, note1, bo},
		{"to followers", Conversation{Kind: KindReply}, Turn{ID: "t", Remote: note1, By: anna, Visibility: Followers}, note1, anna},
		{"all taken back", Conversation{Kind: KindDirect, With: anna}, Turn{}, "", anna},
		{"through the form", Conversation{ID: "c", Channel: ChannelSquare}, Turn{ID: "t", Remote: "r", Visibility: Direct}, "", "fraga:c"},
	} {
		if reply, direct := reach(c.talk, c.asked); reply != c.reply || direct != c.direct {
			t.Errorf("%s: answers %q to %q", c.name, reply, direct)
		}
	}
}

func TestOurTurn(t *testing.T) {
	p := publish.Publication{ID: "p", Conversation: "c", Direct: "fraga:c", By: "amina", Curator: publish.Signature{GivenName: "Amina", Unit: "Parkenheten"}, At: morning}
	p.Content.Text = "Klockan nio."
	if turn := OurTurn(p); turn.ByName != "Amina, Parkenheten" || turn.Visibility != Direct || !turn.Ours || turn.Text != "Klockan nio." || turn.Conversation != "c" {
		t.Errorf("%+v", turn)
	}
	p.Direct = ""
	if turn := OurTurn(p); turn.Visibility != Public {
		t.Errorf("%+v", turn)
	}
	p.Curator.Form, p.Curator.Account = account.SignAccount, "Parken"
	if turn := OurTurn(p); turn.ByName != "Parken" || turn.Curator.GivenName != "Amina" {
		t.Errorf("citizens read %q, the desk %q", turn.ByName, turn.Curator.GivenName)
	}
}

func TestOverdue(t *testing.T) {
	c := Conversation{Due: morning}
	if c.Overdue(morning) || !c.Overdue(morning.Add(time.Second)) {
		t.Error("a clock runs out after its moment, not at it")
	}
	c.Closure = &Closure{}
	if c.Overdue(morning.Add(time.Hour)) || c.Open() {
		t.Error("a closed conversation nags")
	}
}
