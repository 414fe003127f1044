package notice_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/notice"
	"tilltal/desk/publish"
	. "tilltal/store/officetest"
)

// tomorrow is Tuesday at eight, when a desk that was opened on Monday at noon has slept.
func tomorrow() clock.Wall {
	return clock.Wall{Date: clock.Date{Year: 2026, Month: 11, Day: 24}, Time: clock.AtTime(8, 0), Zone: clock.Stockholm()}
}

// handIn lets somebody hand in a text that her own judgement, or a colleague's, lets out tomorrow.
func (s *scene) handIn(name, text string) draft.Draft {
	s.T.Helper()
	d := s.Write(name, text)
	_, err := s.Drafts.Submit(s.T.Context(), s.As(name), d.ID, draft.Handing{Version: 1, Reason: "Det stämmer.", When: tomorrow()})
	s.Must(err)
	d, err = s.Drafts.Get(s.T.Context(), s.As(name), d.ID)
	s.Must(err)
	if !d.Submission.Step.FourEyes() {
		_, err = s.Publish.PublishOwn(s.T.Context(), s.As(name), d.ID)
		s.Must(err)
	}
	return d
}

// publishDue does what the workers do with texts whose time has come.
func (s *scene) publishDue() {
	s.T.Helper()
	for _, held := range s.Due(publish.JobPublish) {
		s.Must(s.Publish.Run(s.T.Context(), held))
	}
}

// newest is what somebody was told last, in both languages.
func (s *scene) newest(name string) lingo.Text {
	s.T.Helper()
	s.Must(s.room.Read(s.T.Context()))
	page, err := s.room.Mine(s.T.Context(), s.As(name), "")
	s.Must(err)
	if len(page.Items) == 0 {
		return lingo.Text{}
	}
	return page.Items[0].Sentence()
}

func TestTheWriterHearsThatHerTextWentOut(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		d := s.handIn(Bengt, "Vi plogar.")
		s.expect(Bengt)
		s.Clock.Move(20*time.Hour + time.Minute)
		s.publishDue()
		s.expect(Bengt, "publish.sent")
		if got := s.newest(Bengt); got != lingo.T("Din text har gått ut som planerat (Parken).", "Your text has gone out as planned (Parken).") {
			t.Errorf("%+v", got)
		}
		if page, _ := s.room.Mine(t.Context(), s.As(Bengt), ""); page.Items[0].Path != "/skriv/"+d.ID {
			t.Errorf("%+v", page.Items)
		}
		s.expect(Amina)
		s.expect(Nadia)
	})
}

// TestOneNoticeOfOnePost: what she sends herself is no news, what goes out on a colleague's yes is told of with the yes, and a
// colleague who publishes it before its time is named.
func TestOneNoticeOfOnePost(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		d := s.Write(Bengt, "Vi plogar.")
		_, err := s.Drafts.Submit(ctx, s.As(Bengt), d.ID, draft.Handing{Version: 1, Reason: "Det stämmer."})
		s.Must(err)
		_, err = s.Publish.PublishOwn(ctx, s.As(Bengt), d.ID)
		s.Must(err)
		s.expect(Bengt)

		d = s.Write(Bengt, "Vi plogar troligen i natt.")
		sub, err := s.Drafts.Submit(ctx, s.As(Bengt), d.ID, draft.Handing{Version: 1, Reason: "Det stämmer."})
		s.Must(err)
		_, err = s.Review.Approve(ctx, s.As(Nadia), d.ID, sub.Hash, "")
		s.Must(err)
		s.publishDue()
		s.expect(Bengt, "review.approved")

		d = s.Write(Bengt, "Vi plogar troligen i kväll.")
		sub, err = s.Drafts.Submit(ctx, s.As(Bengt), d.ID, draft.Handing{Version: 1, Reason: "Det stämmer."})
		s.Must(err)
		_, err = s.Review.Approve(ctx, s.As(Nadia), d.ID, sub.Hash, "")
		s.Must(err)
		_, err = s.Publish.Release(ctx, s.As(Nadia), d.ID, clock.Wall{}) // before the workers got to it
		s.Must(err)
		s.expect(Bengt, "review.approved", "review.approved")

		d = s.handIn(Bengt, "Vi sandar.")
		_, err = s.Publish.Release(ctx, s.As(Nadia), d.ID, clock.Wall{})
		s.Must(err)
		s.expect(Bengt, "publish.sent", "review.approved", "review.approved")
		if got := s.newest(Bengt); got.SV != "Nadia Larsson publicerade din text (Parken)." {
			t.Errorf("%+v", got)
		}
		s.Must(s.room.ReadAll(ctx, s.As(Bengt)))
	})
}

// TestTheGiverWroteItHerself: who gave the idea and wrote the post hears once that it went out.
func TestTheGiverWroteItHerself(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		ctx := t.Context()
		i, err := s.Ideas.Send(ctx, s.As(Bengt), idea.Letter{Text: "Visa plogen.", Account: s.Account.ID})
		s.Must(err)
		id, err := s.Ideas.Adopt(ctx, s.As(Nadia), i.ID, s.Account.ID)
		s.Must(err)
		d, err := s.Drafts.Get(ctx, s.As(Nadia), id)
		s.Must(err)
		_, err = s.Drafts.Submit(ctx, s.As(Nadia), d.ID, draft.Handing{Version: d.Latest.Number, Reason: "Det stämmer.", When: tomorrow()})
		s.Must(err)
		_, err = s.Publish.PublishOwn(ctx, s.As(Nadia), d.ID)
		s.Must(err)
		s.told(Bengt)
		s.Must(s.room.ReadAll(ctx, s.As(Bengt)))
		s.Clock.Move(20*time.Hour + time.Minute)
		s.publishDue()
		if got := s.told(Bengt); got[0] != "publish.published" || slices.Contains(got, "publish.sent") {
			t.Errorf("the giver: %v", got)
		}
		if got := s.told(Nadia); got[0] != "publish.sent" {
			t.Errorf("the writer: %v", got)
		}
	})
}

func TestTheWriterHearsWhyHerTextDidNotGoOut(t *testing.T) {
	for why, one := range map[string]struct {
		happens func(s *scene, d draft.Draft)
		want    string
	}{
		"a colleague stops it": {func(s *scene, d draft.Draft) {
			_, err := s.Publish.Cancel(s.T.Context(), s.As(Nadia), d.ID, "Vänta.")
			s.Must(err)
		}, "Din text gick inte ut (Parken): Nadia Larsson stoppade den."},
		"nobody was at work": {func(s *scene, d draft.Draft) {
			s.Clock.Move(72 * time.Hour)
			s.publishDue()
		}, "Din text gick inte ut (Parken): tiden hann gå. Välj en ny."},
		"her mandate ended": {func(s *scene, d draft.Draft) {
			s.Must(s.People.Decommission(s.T.Context(), s.As(Amina), s.As(Bengt).Mandates[0].ID, ""))
			s.Clock.Move(20*time.Hour + time.Minute)
			s.publishDue()
		}, "Din text gick inte ut (Parken): passet var slut. Den som har pass nu avgör."},
	} {
		t.Run(why, func(t *testing.T) {
			each(t, func(t *testing.T, s *scene) {
				d := s.handIn(Bengt, "Vi plogar.")
				one.happens(s, d)
				s.expect(Bengt, "publish.held")
				if got := s.newest(Bengt); got.SV != one.want || strings.Contains(got.EN, "%!") {
					t.Errorf("%+v", got)
				}
			})
		})
	}
}

// TestATextThatIsLeft: when its writer's time at the account has ended, whoever has the shift then is asked; when nobody has, those
// who lead the account's work; and the writer is told why, once.
func TestATextThatIsLeft(t *testing.T) {
	for name, onShift := range map[string]bool{"somebody has the shift": true, "nobody has": false} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *scene) {
				s.handIn(Bengt, "Vi plogar.")
				s.Must(s.People.Decommission(t.Context(), s.As(Amina), s.As(Bengt).Mandates[0].ID, ""))
				if onShift {
					s.relay().plan(Lars, 1)
				}
				s.Clock.Move(20*time.Hour + time.Minute)
				s.told(Lars)
				s.Must(s.room.ReadAll(t.Context(), s.As(Lars)))
				s.publishDue()
				s.expect(Bengt, "publish.held")
				want := map[bool][]string{true: nil, false: {notice.TextLeft}}[onShift]
				s.expect(Amina, want...)
				s.expect(Nadia, want...)
				if got := s.newest(Lars); got.SV != "En text gick inte ut (Parken), för den som lämnade in den kan inte längre svara för den. Ska den ut?" {
					t.Errorf("%+v", got)
				}
			})
		})
	}
}

// TestALateYes: who is told that her text was approved too late is not told that it was approved as well.
func TestALateYes(t *testing.T) {
	each(t, func(t *testing.T, s *scene) {
		d := s.handIn(Bengt, "Vi plogar troligen i natt.")
		s.Clock.Move(24 * time.Hour)
		_, err := s.Review.Approve(t.Context(), s.As(Nadia), d.ID, d.Submission.Hash, "")
		s.Must(err)
		s.expect(Bengt, "publish.held")
	})
}

// TestEveryReasonIsSaid: each reason that the desk may stop a text for has words of its own, in both languages.
func TestEveryReasonIsSaid(t *testing.T) {
	say := func(why string) lingo.Text {
		return notice.Notice{Kind: "publish.held", By: "Nadia Larsson", Account: "Parken", Detail: why}.Sentence()
	}
	seen := map[lingo.Text]string{say(""): "unknown"}
	for _, why := range []string{publish.HoldPerson, publish.HoldLate, publish.HoldRights, publish.HoldShift, publish.HoldCopy, publish.HoldClosed,
		publish.HoldAnswered, publish.HoldWithdrawn, publish.HoldApproval} {
		got := say(why)
		if other, known := seen[got]; known || strings.Contains(got.SV+got.EN, "%!") {
			t.Errorf("%s: %+v, as %s", why, got, other)
		}
		seen[got] = why
	}
}
