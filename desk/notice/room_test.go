package notice_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/mail"
	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/notice"
	"tilltal/store"
	. "tilltal/store/officetest"
)

// postbox keeps the letters that are sent, and fails when it is told to.
type postbox struct {
	mu      sync.Mutex
	letters []mail.Letter
	fail    error
}

func (p *postbox) Send(_ context.Context, l mail.Letter) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return p.fail
	}
	p.letters = append(p.letters, l)
	return nil
}

func (p *postbox) take() []mail.Letter {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := p.letters
	p.letters = nil
	return out
}

// pusher keeps what browsers are told; by endpoint it answers what it is told to.
type pusher struct {
	mu      sync.Mutex
	told    []string
	answers map[string]error
}

func (p *pusher) Send(_ context.Context, k push.Keys, to push.Subscription, m push.Message) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.answers[to.Endpoint]; err != nil {
		return err
	}
	p.told = append(p.told, to.Endpoint+" "+string(m.Body))
	return nil
}

type scene struct {
	*Office
	room *notice.Room
	post *postbox
	push *pusher
}

const base = "https://torget.example.se"

func enter(o *Office) *scene {
	s := &scene{Office: o, post: &postbox{}, push: &pusher{answers: map[string]error{}}}
	s.room = notice.New(o.Store, notice.Options{Clock: o.Clock, Post: s.post, Push: s.push, Base: base})
	return s
}

func each(t *testing.T, test func(t *testing.T, s *scene)) {
	Each(t, func(t *testing.T, o *Office) { test(t, enter(o)) })
}

// told reads the record on and returns what somebody is told, the newest first.
func (s *scene) told(name string) (out []string) {
	s.T.Helper()
	s.Must(s.room.Read(s.T.Context()))
	page, err := s.room.Mine(s.T.Context(), s.As(name), "")
	s.Must(err)
	for _, n := range page.Items {
		out = append(out, n.Kind)
	}
	return out
}

func (s *scene) expect(name string, want ...string) {
	s.T.Helper()
	if got := s.told(name); !slices.Equal(got, want) {
		s.T.Errorf("%s is told of %v, want %v", name, got, want)
	}
}

// work does the jobs of a kind that are due, as the runner does, and returns the errors.
func (s *scene) work(kind string) (errs []error) {
	s.T.Helper()
	do := map[string]func(context.Context, desk.Held) error{notice.JobMail: s.room.Mail, notice.JobPush: s.room.Push}[kind]
	for _, held := range s.Due(kind) {
		err := do(s.T.Context(), held)
		if err == nil {
			s.Must(s.Store.Finish(s.T.Context(), held.Lease))
			continue
		}
		errs = append(errs, err)
		s.Must(s.Store.Retry(s.T.Context(), held.Lease, s.Clock.Now().Add(max(fault.Of(err).After, time.Second)), "test"))
	}
	return errs
}

func TestWhoIsToldOfWhat(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		c := s.Hear("Hur hårt är vattnet?")
		s.Must(s.Inbox.Assign(ctx, s.As(Amina), c.ID, s.ID(Bengt), 0))
		s.expect(Bengt, "inbox.assigned")
		s.expect(Amina)
		s.Must(s.Inbox.Assign(ctx, s.As(Amina), c.ID, s.ID(Amina), 0)) // what one does oneself is no news
		s.expect(Amina)

		d := s.Write(Bengt, "Vi plogar troligen i natt.")
		_, err := s.Drafts.Submit(ctx, s.As(Bengt), d.ID, draft.Handing{Version: 1, Reason: "Det stämmer."})
		s.Must(err)
		sub, err := s.Drafts.Get(ctx, s.As(Bengt), d.ID)
		if err != nil || sub.State != draft.Waiting {
			t.Fatalf("%s, %v", sub.State, err)
		}
		s.expect(Nadia, "draft.submitted")
		_, err = s.Review.Return(ctx, s.As(Nadia), d.ID, sub.Submission.Hash, "När?")
		s.Must(err)
		s.expect(Bengt, "review.returned", "inbox.assigned")
		s.Must(s.Counsel.Comment(ctx, s.As(Nadia), d.ID, counsel.Saying{Text: "Bra."}))
		q, err := s.Counsel.Ask(ctx, s.As(Bengt), counsel.Asking{Draft: d.ID, To: s.ID(Olle), Text: "Stämmer det?", Days: 1})
		s.Must(err)
		s.expect(Olle, "counsel.asked")
		s.Must(s.Counsel.Answer(ctx, s.As(Olle), q.ID, "Ja."))
		if got := s.told(Bengt); !slices.Contains(got, "counsel.answered") || !slices.Contains(got, "counsel.commented") {
			t.Errorf("Bengt: %v", got)
		}

		i, err := s.Ideas.Send(ctx, s.As(Johan), idea.Letter{Text: "Visa plogen.", Account: s.Account.ID})
		s.Must(err)
		for _, name := range []string{Nadia, Amina, Lars} {
			if got := s.told(name); !slices.Contains(got, "idea.sent") {
				t.Errorf("%s: %v", name, got)
			}
		}
		s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "När?"))
		s.expect(Johan, "idea.asked")
		s.expect(Sixten)
		s.expect(Kim)
		s.expect(Farid)

		unread, err := s.room.Unread(ctx, s.As(Johan))
		page, _ := s.room.Mine(ctx, s.As(Johan), "")
		if err != nil || unread != 1 || page.Items[0].Sentence().SV != "Nadia Larsson undrar något om din idé." {
			t.Errorf("%d, %+v, %v", unread, page.Items, err)
		}
		path, err := s.room.Open(ctx, s.As(Johan), page.Items[0].ID)
		if unread, _ = s.room.Unread(ctx, s.As(Johan)); err != nil || path != "/ideer/"+i.ID || unread != 0 {
			t.Errorf("%q, %d, %v", path, unread, err)
		}
		if _, err := s.room.Open(ctx, s.As(Sixten), page.Items[0].ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's notice: %v", err)
		}
		s.Must(s.room.ReadAll(ctx, s.As(Nadia)))
		if unread, _ = s.room.Unread(ctx, s.As(Nadia)); unread != 0 {
			t.Errorf("%d", unread)
		}
	})
}

func TestTheClocksAreWatched(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		mine, free := s.Hear("En fråga"), s.Hear("En annan fråga")
		s.Must(s.Inbox.Take(ctx, s.As(Bengt), mine.ID, 0))
		s.Must(s.room.Watch(ctx))
		s.expect(Bengt)
		s.Clock.Move(mine.Due.Sub(s.Clock.Now()) - inbox.Soon + time.Minute)
		for range 3 {
			s.Must(s.room.Watch(ctx))
		}
		s.expect(Bengt, notice.ClockSoon)
		s.expect(Nadia, notice.ClockSoon)
		s.expect(Amina, notice.ClockSoon)
		if page, _ := s.room.Mine(ctx, s.As(Nadia), ""); page.Items[0].Path != "/inkorg/"+free.ID {
			t.Errorf("%+v", page.Items)
		}
		s.Must(s.Store.Enqueue(ctx, desk.Job{Kind: "test", Payload: []byte("{}")}))
		s.Must(s.Store.Bury(ctx, s.Due("test")[0].Lease, "broken"))
		for range 2 {
			s.Must(s.room.Watch(ctx))
		}
		s.expect(Kim, notice.JobDead)
	})
}

// TestTheLetter: what gathers comes as one letter at the chosen hour; what was read in the desk meanwhile is left out, and a
// citizen's words are nowhere in it.
func TestTheLetter(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		secret := "Min granne Sven har ringt polisen"
		c := s.Hear(secret)
		s.Must(s.Inbox.Assign(ctx, s.As(Amina), c.ID, s.ID(Bengt), 0))
		d := s.Write(Bengt, "Vi plogar.")
		s.Must(s.Counsel.Comment(ctx, s.As(Nadia), d.ID, counsel.Saying{Text: "Om Sven?"}))
		s.told(Bengt)
		if errs := s.work(notice.JobMail); len(errs) > 0 || len(s.post.take()) > 0 {
			t.Fatalf("sent before its hour: %v", errs)
		}
		s.Clock.Move(20 * time.Hour) // Tuesday 08:00
		s.Must(errors.Join(s.work(notice.JobMail)...))
		letters := s.post.take()
		if len(letters) != 1 {
			t.Fatalf("%d letters", len(letters))
		}
		l := letters[0]
		if l.To != "bengt@umea.example" || l.Subject != "2 aviseringar från Tilltal" || !strings.HasSuffix(l.ID, "@torget.example.se") ||
			!strings.Contains(l.Text, "Amina Larsson gav dig ett samtal (Parken).") || !strings.Contains(l.Text, base+notice.Path+"/") ||
			!strings.Contains(l.HTML, `<html lang="sv">`) || !strings.Contains(l.HTML, "<title>2 aviseringar från Tilltal</title>") ||
			l.TurnOff != base+notice.SettingsPath || !strings.Contains(l.Text, "stäng av dem: "+l.TurnOff+"\nIngen läser svar") {
			t.Errorf("%+v", l)
		}
		for _, word := range []string{"Sven", "granne", "Siv"} {
			if strings.Contains(l.Text+l.HTML+l.Subject, word) {
				t.Errorf("the letter holds %q", word)
			}
		}
		s.Must(errors.Join(s.work(notice.JobMail)...))
		s.Must(s.Counsel.Comment(ctx, s.As(Nadia), d.ID, counsel.Saying{Text: "Och mer."}))
		s.told(Bengt)
		s.Must(s.room.ReadAll(ctx, s.As(Bengt)))
		s.Clock.Move(24 * time.Hour)
		if s.Must(errors.Join(s.work(notice.JobMail)...)); len(s.post.take()) != 0 {
			t.Error("what she has read is sent to her")
		}
	})
}

func TestAServerThatIsAway(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		s.Must(s.room.Choose(ctx, s.As(Johan), notice.Choice{Mail: notice.AtOnce}))
		i, err := s.Ideas.Send(ctx, s.As(Johan), idea.Letter{Text: "En idé."})
		s.Must(err)
		s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		s.told(Johan)
		s.post.fail = fault.New(fault.Unreachable, notice.Talk.Title())
		if errs := s.work(notice.JobMail); len(errs) != 1 {
			t.Fatalf("%v", errs)
		}
		s.post.fail = nil
		s.Clock.Move(time.Minute)
		s.Must(errors.Join(s.work(notice.JobMail)...))
		if l := s.post.take(); len(l) != 1 || l[0].Subject != "En kollega undrar något om din idé." || !strings.Contains(l[0].Text, "Nadia Larsson undrar något om din idé.") {
			t.Errorf("%+v", l)
		}
	})
}

// TestTheSameLetterHasTheSameName: a worker that dies after the server took the letter sends one of the same name.
func TestTheSameLetterHasTheSameName(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		s.Must(s.room.Choose(ctx, s.As(Johan), notice.Choice{Mail: notice.AtOnce}))
		i, err := s.Ideas.Send(ctx, s.As(Johan), idea.Letter{Text: "En idé."})
		s.Must(err)
		s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		s.told(Johan)
		dying := notice.New(forgetful{s.Store}, notice.Options{Clock: s.Clock, Post: s.post, Base: base})
		held := s.Due(notice.JobMail)[0]
		if err := dying.Mail(ctx, held); err == nil {
			t.Fatal("it did not die")
		}
		s.Must(s.room.Mail(ctx, held))
		if l := s.post.take(); len(l) != 2 || l[0].ID != l[1].ID {
			t.Errorf("%+v", l)
		}
	})
}

// forgetful is a store whose worker dies before it writes down what was sent.
type forgetful struct{ *store.Store }

func (forgetful) Sent(context.Context, string, notice.Way, []string, time.Time) error {
	return errors.New("the power went")
}

func browser(n int) push.Subscription {
	return push.Subscription{Endpoint: fmt.Sprintf("https://push.example/%d", n),
		Public: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", Auth: "BTBZMqHH6r4Tts7J_aSIgg"}
}

func TestBrowsers(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		johan := s.As(Johan)
		s.Must(s.room.Choose(ctx, johan, notice.Choice{Mail: notice.Never}))
		for n := range 2 {
			s.Must(s.room.Subscribe(ctx, johan, fmt.Sprint("Firefox ", n), browser(n)))
			s.Must(s.room.Subscribe(ctx, johan, fmt.Sprint("Firefox ", n), browser(n)))
		}
		if err := s.room.Subscribe(ctx, johan, "x", push.Subscription{Endpoint: "javascript:1"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%v", err)
		}
		i, err := s.Ideas.Send(ctx, johan, idea.Letter{Text: "En idé."})
		s.Must(err)
		s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		s.told(Johan)
		s.push.answers[browser(0).Endpoint] = fault.New(fault.Gone, notice.Talk.Title())
		s.Must(errors.Join(s.work(notice.JobPush)...))
		if len(s.push.told) != 1 || !strings.Contains(s.push.told[0], "undrar något om din idé") {
			t.Errorf("%v", s.push.told)
		}
		if left, err := s.room.Browsers(ctx, johan); err != nil || len(left) != 1 || left[0].Name != "Firefox 1" || left[0].Auth != browser(1).Auth {
			t.Errorf("%+v, %v", left, err)
		}
		s.Must(s.room.Subscribe(ctx, s.As(Sixten), "hans", browser(1))) // the browser is his now
		if left, _ := s.room.Browsers(ctx, johan); len(left) != 0 {
			t.Errorf("%+v", left)
		}
		s.Must(s.room.Unsubscribe(ctx, johan, mustBrowser(t, s, Sixten).ID)) // not hers to stop
		mustBrowser(t, s, Sixten)
		first, err := s.room.Key(ctx, johan)
		second, _ := s.room.Key(ctx, johan)
		if err != nil || first == "" || first != second {
			t.Errorf("%q, %q, %v", first, second, err)
		}
		for n := range 20 {
			s.Must(s.room.Subscribe(ctx, johan, "en", browser(100+n)))
			s.Clock.Move(time.Second)
		}
		if left, _ := s.room.Browsers(ctx, johan); len(left) != 10 {
			t.Errorf("%d browsers", len(left))
		}
	})
}

func mustBrowser(t *testing.T, s *scene, name string) notice.Browser {
	t.Helper()
	all, err := s.room.Browsers(t.Context(), s.As(name))
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	return all[0]
}

// TestQuietHours: what happens in the evening comes in the morning, several things as one, and one who turns quiet hours on after
// something was queued is left alone.
func TestQuietHours(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		johan := s.As(Johan)
		s.Must(s.room.Subscribe(ctx, johan, "Firefox", browser(1)))
		s.Clock.Move(9 * time.Hour) // 21:00
		for _, text := range []string{"En.", "Två.", "Tre."} {
			i, err := s.Ideas.Send(ctx, johan, idea.Letter{Text: text})
			s.Must(err)
			s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		}
		s.told(Johan)
		if errs := s.work(notice.JobPush); len(errs) > 0 || len(s.push.told) > 0 {
			t.Fatalf("%v, %v", errs, s.push.told)
		}
		s.Clock.Move(10 * time.Hour) // 07:00
		s.Must(errors.Join(s.work(notice.JobPush)...))
		if len(s.push.told) != 1 || !strings.Contains(s.push.told[0], "Du har 3 nya aviseringar.") {
			t.Errorf("%v", s.push.told)
		}
		i, err := s.Ideas.Send(ctx, johan, idea.Letter{Text: "Fyra."})
		s.Must(err)
		s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		s.told(Johan)
		c := notice.First()
		c.QuietTo = c.QuietFrom - 1 // all but a minute
		s.Must(s.room.Choose(ctx, johan, c))
		if errs := s.work(notice.JobPush); len(errs) != 1 || !fault.Is(errs[0], fault.TooSoon) || fault.Of(errs[0]).After < time.Hour {
			t.Errorf("%v", errs)
		}
		c.Off = map[notice.Topic][]notice.Way{notice.Ideas: {notice.ByPush}}
		s.Must(s.room.Choose(ctx, johan, c))
		s.Clock.Move(24 * time.Hour)
		if s.Must(errors.Join(s.work(notice.JobPush)...)); len(s.push.told) != 1 {
			t.Errorf("told of what she does not want: %v", s.push.told)
		}
	})
}

func TestTheTestButton(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		out, err := s.room.Test(ctx, s.As(Johan))
		if err != nil || len(out) != 2 || out[0].Err != nil || out[0].Where != "johan@umea.example" || !fault.Is(out[1].Err, fault.NotFound) || len(s.post.take()) != 1 {
			t.Errorf("%+v, %v", out, err)
		}
		s.Must(s.room.Subscribe(ctx, s.As(Johan), "Firefox · Linux", browser(1)))
		s.post.fail = fault.New(fault.Unreachable, notice.Talk.Title())
		out, err = s.room.Test(ctx, s.As(Johan))
		if err != nil || len(out) != 2 || out[0].Err == nil || out[1].Err != nil || out[1].Where != "Firefox · Linux" {
			t.Errorf("%+v, %v", out, err)
		}
		s.post.fail = nil
		s.Must(s.room.Choose(ctx, s.As(Johan), notice.Choice{Mail: notice.AtOnce, Language: "en"})) // who reads the desk in English gets letters in it
		if _, err = s.room.Test(ctx, s.As(Johan)); err != nil {
			t.Error(err)
		}
		if l := s.post.take(); len(l) != 1 || l[0].Subject != "A test from Tilltal" || !strings.Contains(s.push.told[1], `"lang":"en"`) {
			t.Errorf("%+v, %v", l, s.push.told)
		}
		if err := s.room.Choose(ctx, s.As(Johan), notice.Choice{Mail: notice.AtOnce, Language: "tlh"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%v", err)
		}
		bare := notice.New(s.Store, notice.Options{Clock: s.Clock, Push: s.push, Base: base})
		if out, err = bare.Test(ctx, s.As(Johan)); err != nil || !fault.Is(out[0].Err, fault.NotFound) {
			t.Errorf("%+v, %v", out, err)
		}
	})
}

func TestWhatIsOldIsForgotten(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		ask := func() {
			i, err := s.Ideas.Send(ctx, s.As(Johan), idea.Letter{Text: "En idé."})
			s.Must(err)
			s.Must(s.Ideas.Ask(ctx, s.As(Nadia), i.ID, "Vad?"))
		}
		ask()
		s.Clock.Move(20 * 24 * time.Hour)
		ask()
		s.Clock.Move(2 * 24 * time.Hour)
		s.expect(Johan, "idea.asked")
		if s.Clock.Move(48 * time.Hour); len(s.Due(notice.JobMail)) != 0 {
			t.Error("old news is sent by mail")
		}
		s.Clock.Move(90 * 24 * time.Hour)
		s.Must(s.room.Sweep(ctx))
		s.expect(Johan)
	})
}
