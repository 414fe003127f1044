package record_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/measure/all"
	"tilltal/store"
	"tilltal/store/storetest"
)

var auditor = people.Actor{Person: people.Person{ID: "a"}, Grants: []people.Grant{{Person: "a", Role: people.Auditor}}}

func commit(t *testing.T, s *store.Store, kind, subject, at string, who desk.Who, now time.Time, facts ...any) {
	t.Helper()
	_, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{{Kind: kind, Subject: subject, Account: at, Who: who, At: now, Say: map[string]any{"n": 1}, Facts: facts}}})
	if err != nil {
		t.Fatal(err)
	}
}

func person(id string) desk.Who {
	return desk.Who{Kind: desk.WhoPerson, ID: id, Name: strings.ToUpper(id)}
}

func kinds(page desk.Page[record.Line]) string {
	var out []string
	for _, l := range page.Items {
		out = append(out, fmt.Sprint(l.Seq, l.Kind[strings.Index(l.Kind, ".")+1:]))
	}
	return strings.Join(out, " ")
}

func TestChronicle(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		room := record.New(s, c, all.Measures())
		commit(t, s, "inbox.taken", "c1", "parken", person("amina"), c.Now())
		commit(t, s, "inbox.closed", "c1", "parken", person("bo"), c.Now())
		commit(t, s, "inbox.taken", "c2", "badet", person("amina"), c.Now())
		commit(t, s, "person.hired", "p1", "", person("bo"), c.Now())
		commit(t, s, "inbox.noted", "c2", "badet", person("amina"), c.Now(),
			inbox.Opened{ID: "c2", Account: "badet", Kind: inbox.KindMention, Channel: "test", At: c.Now()},
			inbox.Note{ID: "n1", Conversation: "c2", By: "amina", Text: "Vaktmästaren vet", At: c.Now()})
		for name, c := range map[string]struct {
			filter record.Filter
			want   string
		}{
			"all":                   {record.Filter{}, "5noted 4hired 3taken 2closed 1taken"},
			"one account":           {record.Filter{Accounts: []string{"badet"}}, "5noted 3taken"},
			"two accounts":          {record.Filter{Accounts: []string{"badet", "parken"}}, "5noted 3taken 2closed 1taken"},
			"no account":            {record.Filter{Accounts: []string{}}, ""},
			"a thing":               {record.Filter{Subject: "c1"}, "2closed 1taken"},
			"a person":              {record.Filter{Person: "amina"}, "5noted 3taken 1taken"},
			"kinds":                 {record.Filter{Kinds: []string{"inbox.closed", "inbox.taken"}}, "3taken 2closed 1taken"},
			"kinds at an account":   {record.Filter{Kinds: []string{"inbox.closed", "inbox.taken"}, Accounts: []string{"parken"}}, "2closed 1taken"},
			"a person's kinds":      {record.Filter{Kinds: []string{"inbox.taken"}, Person: "amina", Accounts: []string{"badet"}}, "3taken"},
			"words":                 {record.Filter{Words: "vaktmästare"}, "5noted"},
			"words elsewhere":       {record.Filter{Words: "vaktmästare", Accounts: []string{"parken"}}, ""},
			"words by another":      {record.Filter{Words: "vaktmästare", Person: "bo"}, ""},
			"words of another kind": {record.Filter{Words: "vaktmästare", Kinds: []string{"inbox.closed"}}, ""},
			"words about a thing":   {record.Filter{Words: "vaktmästare", Subject: "c2"}, "5noted"},
		} {
			page, err := room.Chronicle(t.Context(), auditor, c.filter)
			if err != nil || kinds(page) != c.want {
				t.Errorf("%s: %s, %v, want %s", name, kinds(page), err, c.want)
			}
		}
		if _, err := room.Chronicle(t.Context(), auditor, record.Filter{Words: "?"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("searched for nothing: %v", err)
		}
		var paged []string
		f := record.Filter{Limit: 2}
		for {
			page, err := room.Chronicle(t.Context(), auditor, f)
			if err != nil {
				t.Fatal(err)
			}
			paged = append(paged, kinds(page))
			if f.After = page.Next; f.After == "" {
				break
			}
		}
		if got := strings.Join(paged, "|"); got != "5noted 4hired|3taken 2closed|1taken" {
			t.Errorf("pages %s", got)
		}
	})
}

func TestInsightOnARealStore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		asked := c.Now()
		commit(t, s, "account.opened", "parken", "parken", person("bo"), asked, account.Opening{ID: "parken", Handle: "parken", Kind: account.KindOrganization, At: asked},
			account.Chartering{ID: "k1", Account: "parken", Charter: account.Charter{Number: 1, Name: "Parken", Hours: svenska.Office(), Promise: svenska.WithinDays(1),
				Zone: "Europe/Stockholm", ChangedAt: asked}})
		for i := range 8 {
			id := fmt.Sprint("c", i)
			commit(t, s, "inbox.opened", id, "parken", person("x"), asked,
				inbox.Opened{ID: id, Account: "parken", Kind: inbox.KindReply, Channel: "test", Root: "t" + id, At: asked},
				inbox.Said{ID: "v" + id, Turn: "t" + id, Version: 1, Conversation: id, Remote: id, Text: "När?", Visibility: inbox.Public, Stamp: "0", Stands: true, At: asked},
				inbox.Need{ID: "n" + id, Turn: "t" + id, Conversation: id, Why: inbox.WhyMark, At: asked, Due: asked.Add(24 * time.Hour)})
		}
		c.Move(time.Hour)
		for i := range 6 {
			p := publish.Publication{ID: ident.New(c.Now()), Account: "parken", Draft: fmt.Sprint("d", i), Version: 1, Conversation: fmt.Sprint("c", i), At: c.Now()}
			commit(t, s, "publish.published", p.ID, "parken", person("amina"), c.Now(), p)
			if i == 0 {
				commit(t, s, "publish.withdrawn", p.ID, "parken", person("amina"), c.Now(),
					publish.Withdrawal{Copy: []byte("sealed"), ID: "w", Post: p.ID, Account: "parken", Ground: publish.GroundWrong, At: c.Now()})
			}
		}
		commit(t, s, "inbox.classified", "c7", "parken", person("amina"), c.Now(), inbox.Classification{ID: "k", Conversation: "c7", Kind: inbox.KindReply, Why: "Ett tack", By: "amina", At: c.Now()})
		c.Move(48 * time.Hour)
		in, err := record.New(s, c, all.Measures()).Insight(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if head := in.Readings[0].Share; head.K != 6 || head.N != 7 {
			t.Errorf("the headline is %+v: a withdrawn answer was given, and what needed none is not counted", head)
		}
		if in.Reclassified != 1 || in.Answers != 6 || in.Posts != 0 || !slices.Equal(in.Withdrawals, []record.Withdrawn{{Ground: publish.GroundWrong, Posts: 1}}) || len(in.Accounts) != 1 {
			t.Errorf("%+v", in)
		}
	})
}
