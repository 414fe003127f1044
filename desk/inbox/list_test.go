package inbox_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// ask lets somebody turn to an account with a text of her own.
func (d *table) ask(n int, account, text string) {
	d.t.Helper()
	m := said(n, text)
	m.InReplyTo, m.Mentions = "", []string{"https://torget.se/konto/" + account}
	d.hear(m.Remote, m)
}

func firsts(all []inbox.Conversation) (out []string) {
	for _, c := range all {
		out = append(out, c.First)
	}
	return out
}

func TestLists(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, bertil := t.Context(), staff["bertil"]
		for i := range 12 {
			account := []string{"parken", "badet"}[i%2]
			text := fmt.Sprintf("Fråga %02d?", i)
			if i%3 == 2 {
				text = fmt.Sprintf("Kul %02d", i)
			}
			d.ask(i, account, text)
			d.sort()
			c.Move(time.Hour)
		}
		var paged []string
		f := inbox.Filter{Limit: 5}
		for {
			page, err := d.List(ctx, bertil, f)
			d.must(err)
			paged = append(paged, firsts(page.Items)...)
			if f.After = page.Next; f.After == "" {
				break
			}
		}
		want := "Fråga 00? Fråga 01? Fråga 03? Fråga 04? Fråga 06? Fråga 07? Fråga 09? Fråga 10? Kul 02 Kul 05 Kul 08 Kul 11"
		if got := strings.Join(paged, " "); got != want {
			t.Errorf("pages through\n%s\nwant\n%s", got, want)
		}
		d.must(d.Take(ctx, bertil, d.list(inbox.Filter{})[0].ID, 0))
		for name, c := range map[string]struct {
			filter inbox.Filter
			want   int
		}{
			"all":             {inbox.Filter{}, 12},
			"one account":     {inbox.Filter{Accounts: []string{parken}}, 6},
			"waiting":         {inbox.Filter{Waiting: true}, 8},
			"waiting there":   {inbox.Filter{Waiting: true, Accounts: []string{badet}}, 4},
			"unowned":         {inbox.Filter{Unowned: true}, 11},
			"hers":            {inbox.Filter{Owner: "bertil"}, 1},
			"hers, elsewhere": {inbox.Filter{Owner: "bertil", Accounts: []string{badet}}, 0},
			"by channel":      {inbox.Filter{Channel: "test"}, 12},
			"another channel": {inbox.Filter{Channel: inbox.ChannelSquare}, 0},
			"due soon":        {inbox.Filter{DueBy: storetest.Noon.Add(day + 2*time.Hour)}, 2},
			"closed":          {inbox.Filter{Closed: true}, 0},
		} {
			if got := d.list(c.filter); len(got) != c.want {
				t.Errorf("%s: %d, want %d", name, len(got), c.want)
			}
		}
		if _, err := d.List(ctx, bertil, inbox.Filter{After: "%%%"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a cursor of nonsense: %v", err)
		}
	})
}

func TestClosedList(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, bertil := t.Context(), staff["bertil"]
		for i := range 5 {
			d.ask(i, []string{"parken", "badet"}[i%2], fmt.Sprintf("Fråga %d?", i))
		}
		d.sort()
		for _, q := range d.list(inbox.Filter{}) {
			c.Move(time.Minute)
			d.must(d.Take(ctx, bertil, q.ID, 0))
			d.must(d.Close(ctx, bertil, q.ID, inbox.OutcomeNoNeed, "klart", 0))
		}
		var paged []inbox.Conversation
		f := inbox.Filter{Closed: true, Limit: 2}
		for {
			page, err := d.List(ctx, bertil, f)
			d.must(err)
			paged = append(paged, page.Items...)
			if f.After = page.Next; f.After == "" {
				break
			}
		}
		if len(paged) != 5 || !slices.IsSortedFunc(paged, func(a, b inbox.Conversation) int { return b.LastAt.Compare(a.LastAt) }) {
			t.Errorf("closed, the newest first: %v", firsts(paged))
		}
		if mine := d.list(inbox.Filter{Closed: true, Owner: "bertil"}); len(mine) != 5 {
			t.Errorf("%d closed of bertil's", len(mine))
		}
	})
}

func TestToday(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx := t.Context()
		d.ask(1, "parken", "Ett?")
		d.ask(2, "badet", "Två?")
		d.sort()
		c.Move(time.Hour)
		d.ask(3, "parken", "Tre?")
		d.ask(4, "parken", "Fint")
		d.sort()
		for _, q := range d.list(inbox.Filter{}) {
			if q.First == "Tre?" {
				d.must(d.Take(ctx, staff["amina"], q.ID, 0))
			}
		}
		want := inbox.Tally{Mine: 1, Unowned: 1, Asked: 2}
		if got, err := d.Today(ctx, staff["amina"]); err != nil || got != want {
			t.Errorf("amina has %+v, %v, want %+v", got, err, want)
		}
		c.Move(day - time.Hour + time.Minute) // the first two have run out, the third will within two hours
		if got, err := d.Today(ctx, staff["bertil"]); err != nil || got != (inbox.Tally{Unowned: 2, Soon: 1, Overdue: 2}) {
			t.Errorf("bertil has %+v, %v", got, err)
		}
		if over := d.list(inbox.Filter{DueBy: c.Now()}); len(over) != 2 || !over[0].Overdue(c.Now()) {
			t.Errorf("overdue: %v", firsts(over))
		}
		d.ask(5, "parken", "Fem?")
		d.sort()
		for _, q := range d.list(inbox.Filter{}) {
			if q.First == "Fem?" {
				d.answer(q, "Ja.")
			}
		}
		got, err := d.Today(ctx, staff["bertil"])
		d.must(err)
		if got.Asked != 1 || got.Solved != 1 {
			t.Errorf("today %+v", got)
		}
		if got, err := d.Today(ctx, staff["cilla"]); err != nil || got.Overdue != 1 {
			t.Errorf("cilla has %+v, %v", got, err)
		}
	})
}

func TestSearch(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx := t.Context()
		d.ask(1, "parken", "När går skolskjutsarna från Ålidhem?")
		d.ask(2, "badet", "Är badet öppet på lördagar?")
		d.ask(3, "parken", "Skolan och badet ska ha sommaröppet")
		d.sort()
		for _, q := range d.list(inbox.Filter{Accounts: []string{badet}}) {
			c.Move(time.Minute)
			d.must(d.Note(ctx, staff["bertil"], q.ID, "Vaktmästaren heter Göran"))
			d.answer(q, "Ja, kranarna är lagade.")
		}
		find := func(who, words string) (out []string) {
			page, err := d.Search(ctx, staff[who], inbox.Query{Words: words})
			d.must(err)
			for _, h := range page.Items {
				out = append(out, h.Text)
			}
			return out
		}
		skjuts, lordag, sommar := "När går skolskjutsarna från Ålidhem?", "Är badet öppet på lördagar?", "Skolan och badet ska ha sommaröppet"
		for _, c := range []struct {
			who, words string
			want       []string
		}{
			{"bertil", "skola", []string{sommar, skjuts}},
			{"bertil", "SKOLAN badet", []string{sommar}},
			{"bertil", "ålidhem", []string{skjuts}},
			{"bertil", "a\u030alidhem", []string{skjuts}},
			{"bertil", "ål\u200bidhem", []string{skjuts}},
			{"bertil", "alidhem", nil},
			{"bertil", "vaktmästare", []string{"Vaktmästaren heter Göran"}},
			{"bertil", "kran", []string{"Ja, kranarna är lagade."}},
			{"bertil", "anna lördag", []string{lordag}},
			{"amina", "badet", []string{sommar}},
			{"cilla", "badet", []string{lordag}},
			{"bertil", `" OR * NEAR( 'x') & | ! :* badet`, nil},
			{"bertil", "§a" + parken + " badet", nil}, // the desk's own signs are no words
		} {
			if got := find(c.who, c.words); !slices.Equal(got, c.want) {
				t.Errorf("%s finds %q for %q, want %q", c.who, got, c.words, c.want)
			}
		}
		if _, err := d.Search(ctx, staff["bertil"], inbox.Query{Words: " ?! "}); !fault.Is(err, fault.Invalid) {
			t.Errorf("searched for nothing: %v", err)
		}
		page, err := d.Search(ctx, staff["bertil"], inbox.Query{Words: "badet", Limit: 1})
		d.must(err)
		next, err := d.Search(ctx, staff["bertil"], inbox.Query{Words: "badet", Limit: 1, After: page.Next})
		d.must(err)
		if len(page.Items) != 1 || len(next.Items) != 1 || next.Next != "" || page.Items[0].ID == next.Items[0].ID {
			t.Errorf("%+v then %+v", page, next)
		}
	})
}

func TestRepliesUnderAPost(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx := t.Context()
		for i := range 7 {
			m := said(i, fmt.Sprintf("Svar %d", i))
			if i == 2 {
				m.Visibility = inbox.Direct
			}
			if i == 5 {
				m.InReplyTo = said(4, "").Remote
			}
			d.hear(m.Remote, m)
			c.Move(time.Minute)
		}
		d.hear("gone", inbox.Message{Kind: inbox.MessageDeleted, Remote: said(3, "").Remote, Author: said(3, "").Author})
		d.sort()
		var got []string
		after := ""
		for {
			page, err := d.Replies(ctx, post1, after, 2)
			d.must(err)
			for _, turn := range page.Items {
				got = append(got, turn.Text)
			}
			if after = page.Next; after == "" {
				break
			}
		}
		if want := []string{"Svar 0", "Svar 1", "Svar 4", "Svar 5", "Svar 6"}; !slices.Equal(got, want) {
			t.Errorf("in public stands %q, want %q", got, want)
		}
	})
}

func TestVersionsAreKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		ctx, amina := t.Context(), staff["amina"]
		d.hear("1", said(1, "Fint"))
		d.sort()
		c.Move(time.Minute)
		edit := said(1, "Fult")
		edit.Kind = inbox.MessageChanged
		d.hear("2", edit)
		d.hear("3", inbox.Message{Kind: inbox.MessageDeleted, Remote: edit.Remote, Author: edit.Author})
		d.sort()
		q := d.first()
		if story := d.story(q.ID); story != "Anna: Fult (taken back)" {
			t.Errorf("the story is %s", story)
		}
		page, err := d.Timeline(ctx, amina, q.ID, "")
		d.must(err)
		turn := page.Items[0].Turn
		all, err := d.Versions(ctx, amina, q.ID, turn.ID)
		d.must(err)
		if len(all) != 3 || all[0].Text != "Fint" || all[1].Text != "Fult" || !all[2].Deleted || turn.Version != 3 {
			t.Errorf("%+v", all)
		}
		d.ask(9, "badet", "Annat")
		d.sort()
		other := d.list(inbox.Filter{Accounts: []string{badet}})[0]
		if all, err := d.Versions(ctx, staff["cilla"], other.ID, turn.ID); err != nil || len(all) != 0 {
			t.Errorf("cilla read %+v, %v through a conversation of her own", all, err)
		}
		if q.First != "Fult" {
			t.Errorf("the list shows %q", q.First)
		}
	})
}

func TestWhoReadsOnlyWhatIsHandedToHer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		d := setTable(t, s, c)
		eva := people.Actor{Person: people.Person{ID: "eva", Name: "Eva Sten"}, Grants: []people.Grant{{Person: "eva", Role: people.Expert}}}
		staff["eva"] = eva
		defer delete(staff, "eva")
		d.hear("act/1", said(1, "Hur hårt är vattnet?"))
		d.hear("act/2", said(2, "När öppnar ni?"))
		d.sort()
		q := d.first()
		d.must(d.Assign(t.Context(), staff["bertil"], q.ID, "eva", 0))
		page, err := d.List(t.Context(), eva, inbox.Filter{Owner: "eva"})
		if err != nil || len(page.Items) != 1 || page.Items[0].ID != q.ID {
			t.Errorf("hers: %v, %v", page.Items, err)
		}
		if _, err := d.List(t.Context(), eva, inbox.Filter{}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("all: %v", err)
		}
		tally, err := d.Today(t.Context(), eva)
		if err != nil || tally != (inbox.Tally{Mine: 1}) {
			t.Errorf("%+v, %v", tally, err)
		}
	})
}
