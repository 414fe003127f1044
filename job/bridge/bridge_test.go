package bridge_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/svenska"
	"tilltal/channel/square"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
	"tilltal/job/bridge"
	"tilltal/store"
	"tilltal/store/storetest"
)

var ctx = context.Background()

const (
	postID   = "01kaaaaaaaaaaaaaaaaaaaaaaa"
	answerID = "01kaaaaaaaaaaaaaaaaaaaaaab"
	directID = "01kaaaaaaaaaaaaaaaaaaaaaac"
	said     = "https://social.example/notes/1"
)

// record puts facts on the record.
func record(t testing.TB, s *store.Store, facts ...any) {
	t.Helper()
	for _, f := range facts {
		_, err := s.Commit(ctx, desk.Change{Acts: []desk.Act{{Kind: "test.done", Subject: "test", Who: desk.System("test"), At: storetest.Noon, Facts: []any{f}}}})
		if err != nil {
			t.Fatalf("%T: %v", f, err)
		}
	}
}

// town is an account with a post, an answer to a citizen, and an answer to one reader.
func town(t testing.TB, s *store.Store) {
	t.Helper()
	noon := storetest.Noon
	charter := account.Charter{Number: 1, Name: "Umeå parker", Purpose: "Om våra parker.", Language: "sv", Promise: svenska.WithinDays(1), Zone: "Europe/Stockholm", ChangedAt: noon}
	publication := func(id string) publish.Publication {
		return publish.Publication{ID: id, Account: "a", Draft: "draft " + id, Version: 1, Content: draft.Content{Text: "Gräset är klippt.", Summary: "Gräs", Language: "sv",
			Topics: []string{"park"}, Pictures: []draft.Picture{{Hash: "abc", Type: "image/png", Alt: "En plog"}}}, Curator: publish.Signature{GivenName: "Amina", Unit: "Parken"}, At: noon}
	}
	answer, direct := publication(answerID), publication(directID)
	answer.InReplyTo, answer.Conversation = said, "talk"
	direct.Direct, direct.Conversation, direct.InReplyTo = anna, "talk", said
	record(t, s, account.Opening{ID: "a", Handle: "parken", Kind: account.KindOrganization, At: noon}, account.Chartering{ID: "c", Account: "a", Charter: charter},
		authority.Settings{ID: "s", Number: 1, Name: "Umeå kommun", Base: "https://torget.example.se", ChangedAt: noon},
		publication(postID),
		inbox.Opened{ID: "talk", Account: "a", Kind: inbox.KindReply, Channel: inbox.ChannelFediverse, Post: postID, With: anna, Root: "turn", At: noon},
		inbox.Said{ID: "said", Turn: "turn", Version: 1, Conversation: "talk", Remote: said, InReplyTo: addresses().Post("parken", postID), By: anna,
			Text: "När?", Visibility: inbox.Public, Stands: true, Stamp: "0", At: noon},
		answer, direct)
}

func TestPostsInTheWordsOfTheChannels(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, _ *clock.Fixed) {
		town(t, s)
		r := bridge.Reading{Shelf: s}
		p, err := r.Post(ctx, postID)
		if err != nil || p.Account.Handle != "parken" || p.Account.Name != "Umeå parker" || p.Text != "Gräset är klippt." || p.Signature != "Amina, Parken" ||
			p.Summary != "Gräs" || len(p.Pictures) != 1 || p.Pictures[0].Alt != "En plog" || p.Direct || len(p.To) != 0 || !p.UpdatedAt.IsZero() {
			t.Fatalf("%+v %v", p, err)
		}
		if p, err := r.Post(ctx, answerID); err != nil || p.Direct || !slices.Equal(p.To, []string{anna}) || p.InReplyTo != said {
			t.Errorf("an answer: %+v %v", p, err)
		}
		if p, err := r.Post(ctx, directID); err != nil || !p.Direct || !slices.Equal(p.To, []string{anna}) {
			t.Errorf("an answer to one reader: %+v %v", p, err)
		}
		if _, err := r.Post(ctx, "nothing"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		later := storetest.Noon.Add(time.Hour)
		record(t, s, publish.Correction{ID: "k", Post: postID, Account: "a", Draft: "dk", Wrong: "nu", Right: "snart", Why: "fel", Now: "rättat", Text: "Gräset klipps snart.", At: later})
		if p, err := r.Post(ctx, postID); err != nil || p.Text != "Gräset klipps snart." || p.Correction.Right != "snart" || !p.UpdatedAt.Equal(later) {
			t.Errorf("corrected: %+v %v", p, err)
		}
		record(t, s, publish.Withdrawal{Copy: []byte("sealed"), ID: "w", Post: postID, Account: "a", Ground: publish.GroundWrong, Reason: "hemligt", Public: "Borttaget.", At: later})
		if p, err := r.Post(ctx, postID); err != nil || p.Withdrawn == nil || p.Text != "" || len(p.Pictures) != 0 || p.Correction != nil {
			t.Errorf("withdrawn: %+v %v", p, err)
		}
	})
}

// TestWhoSpeaksToOtherServers: what leaves the house is signed as the account had decided, in the post and nowhere else.
func TestWhoSpeaksToOtherServers(t *testing.T) {
	for form, want := range map[account.Signing]string{"": "Amina, Parken", account.SignUnit: "Amina, Parken", account.SignName: "Amina", account.SignAccount: "Umeå parker"} {
		p := publish.Post{}
		p.Curator = publish.Signature{Person: "amina", GivenName: "Amina", Unit: "Parken", Form: form}
		if form == account.SignAccount {
			p.Curator.Account = "Umeå parker"
		}
		p.Content.Language = "sv"
		if got := bridge.PostOf(p, account.Account{}, "").Signature; got != want {
			t.Errorf("%q signs %q", form, got)
		}
		p.Content.Credit = "Johan, Gatuenheten"
		if got := bridge.PostOf(p, account.Account{}, "").Signature; got != want+". Idé: Johan, Gatuenheten" {
			t.Errorf("%q with somebody's idea signs %q", form, got)
		}
	}
}

func TestWhichAddressesAreOurs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, _ *clock.Fixed) {
		town(t, s)
		at := addresses()
		got, err := bridge.NewPlaces(at, s).Find(ctx, []string{at.Actor("parken"), at.Post("parken", postID), at.Post("parken", answerID), at.Creation("parken", postID),
			at.Actor("nobody"), at.Post("nobody", postID), at.Post("parken", "01kaaaaaaaaaaaaaaaaaaaaaaz"), said, ""})
		want := map[string]inbox.Place{at.Actor("parken"): {Account: "a"}, at.Post("parken", postID): {Account: "a", Post: postID},
			at.Creation("parken", postID): {Account: "a", Post: postID},
			at.Post("parken", answerID):   {Account: "a", Post: answerID, Conversation: "talk"}}
		if err != nil || len(got) != len(want) {
			t.Fatalf("%v %v", got, err)
		}
		for uri, place := range want {
			if got[uri] != place {
				t.Errorf("%s: %+v", uri, got[uri])
			}
		}
	})
}

// tray keeps envelopes.
type tray []inbox.Envelope

func (t *tray) Arrive(_ context.Context, e inbox.Envelope) error { *t = append(*t, e); return nil }

func TestWhatTheSquareAsksOfTheDesk(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, _ *clock.Fixed) {
		var got tray
		d := bridge.NewDesk(s, addresses(), &got)
		if name, err := d.Name(ctx); name != "" || err != nil {
			t.Errorf("before the first start: %q %v", name, err)
		}
		town(t, s)
		if name, err := d.Name(ctx); name != "Umeå kommun" || err != nil {
			t.Errorf("%q %v", name, err)
		}
		all, err := d.Accounts(ctx)
		if err != nil || len(all) != 1 || all[0].Handle != "parken" {
			t.Errorf("%+v %v", all, err)
		}
		posts, next, err := d.Posts(ctx, "a", "", 1)
		if err != nil || len(posts) != 1 || posts[0].ID != answerID || next == "" {
			t.Errorf("%+v %q %v", posts, next, err)
		}
		posts, next, err = d.Posts(ctx, "a", next, 1)
		if err != nil || len(posts) != 1 || posts[0].ID != postID || next != "" {
			t.Errorf("%+v %q %v", posts, next, err)
		}
		if n, err := d.CountPosts(ctx, ""); n != 2 || err != nil {
			t.Errorf("%d %v", n, err)
		}
		replies, _, err := d.Replies(ctx, postID, "", 10)
		slices.Sort(replies)
		if err != nil || !slices.Equal(replies, []string{said, addresses().Post("parken", answerID)}) {
			t.Errorf("%v %v", replies, err)
		}
		for uri, want := range map[string]bool{said: true, "https://social.example/notes/2": false} {
			if heard, err := d.Heard(ctx, []string{uri}); heard != want || err != nil {
				t.Errorf("%s: %v %v", uri, heard, err)
			}
		}
		if heard, err := d.Heard(ctx, nil); heard || err != nil {
			t.Error("nothing was heard", err)
		}
		if err := d.Arrive(ctx, square.Letter{ID: said, Kind: "Create", Account: "a", Sender: anna, Body: []byte("{}")}); err != nil || len(got) != 1 ||
			got[0].Channel != inbox.ChannelFediverse || got[0].Remote != said || got[0].Sender != anna || got[0].Account != "a" {
			t.Errorf("%+v %v", got, err)
		}
	})
}

func TestNames(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		if err := s.KeepPeer(ctx, square.Peer{Key: anna + "#main-key", Actor: anna, Handle: "anna", Name: "Anna Ek", Inbox: anna + "/inbox", FetchedAt: c.Now()}); err != nil {
			t.Fatal(err)
		}
		names := bridge.Names(s)
		if names(anna) != "Anna Ek" || names("https://social.example/users/bo") != "" {
			t.Errorf("%q %q", names(anna), names("https://social.example/users/bo"))
		}
	})
}
