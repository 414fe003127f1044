package counsel_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	. "tilltal/store/officetest"
)

func comments(o *Office, name, id string) []counsel.Comment {
	o.T.Helper()
	all, err := o.Counsel.Comments(o.T.Context(), o.As(name), id)
	o.Must(err)
	return all
}

// TestASuggestionIsTaken: it stands at its place while the text around it changes, and taking it makes a version by who took it.
func TestASuggestionIsTaken(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		d := o.Write(Bengt, "Vi plogar i natt. Vi sandar i natt.")
		o.Must(o.Counsel.Comment(ctx, o.As(Nadia), d.ID, counsel.Saying{Quote: "i natt", Start: 30, Text: "När?", Suggests: true, Instead: "klockan 04"}))
		o.Must(o.Counsel.Comment(ctx, o.As(Nadia), d.ID, counsel.Saying{Text: "Bra början!"}))
		o.Must(o.Counsel.Comment(ctx, o.As(Nadia), d.ID, counsel.Saying{Text: "Bra början!"})) // a second click
		_, err := o.Drafts.Save(ctx, o.As(Bengt), d.ID, 1, draft.Content{Text: "Hej! Vi plogar i natt. Vi sandar i natt."})
		o.Must(err)
		all := comments(o, Bengt, d.ID)
		if len(all) != 2 || all[0].Name != "Nadia Larsson" || !all[0].Found || all[0].Now.Start != strings.LastIndex("Hej! Vi plogar i natt. Vi sandar i natt.", "i natt") {
			t.Fatalf("%+v", all)
		}
		var wg sync.WaitGroup
		for range 3 { // from several browsers at once
			wg.Go(func() {
				if err := o.Counsel.Take(ctx, o.As(Bengt), d.ID, all[0].ID); err != nil && !fault.Is(err, fault.Conflict) {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		o.Must(o.Counsel.Take(ctx, o.As(Bengt), d.ID, all[0].ID))
		got, err := o.Drafts.Get(ctx, o.As(Bengt), d.ID)
		o.Must(err)
		if got.Latest.Content.Text != "Hej! Vi plogar i natt. Vi sandar klockan 04." || got.Latest.Number != 3 || got.Latest.By != o.ID(Bengt) {
			t.Errorf("%+v", got.Latest)
		}
		o.Must(o.Counsel.Settle(ctx, o.As(Bengt), d.ID, all[1].ID))
		o.Must(o.Counsel.Settle(ctx, o.As(Nadia), d.ID, all[1].ID))
		for _, c := range comments(o, Nadia, d.ID) {
			if c.Settled == nil || c.Settled.By != o.ID(Bengt) || (c.Settled.Version == 3) != c.Suggests {
				t.Errorf("%+v", c.Settled)
			}
		}
		want := []string{"draft.begun", "counsel.suggested", "counsel.commented", "draft.saved", "draft.saved", "counsel.taken", "counsel.settled"}
		if kinds := o.Kinds(d.ID); !slices.Equal(kinds, want) {
			t.Errorf("on the record: %v", kinds)
		}
	})
}

func TestASuggestionIsRefusedWhereTheTextHasChanged(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		d := o.Write(Bengt, "Vi plogar i natt.")
		o.Must(o.Counsel.Comment(ctx, o.As(Nadia), d.ID, counsel.Saying{Quote: "i natt", Suggests: true, Instead: "i morgon"}))
		_, err := o.Drafts.Save(ctx, o.As(Bengt), d.ID, 1, draft.Content{Text: "Vi plogar i kväll."})
		o.Must(err)
		c := comments(o, Bengt, d.ID)[0]
		if err := o.Counsel.Take(ctx, o.As(Bengt), d.ID, c.ID); c.Found || !fault.Is(err, fault.Conflict) || !strings.Contains(fault.Of(err).Say.SV, "ändrats just där") {
			t.Errorf("found %v: %v", c.Found, err)
		}
		got, _ := o.Drafts.Get(ctx, o.As(Bengt), d.ID)
		if got.Latest.Content.Text != "Vi plogar i kväll." {
			t.Errorf("%q", got.Latest.Content.Text)
		}
	})
}

func TestWhoMayComment(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		d := o.Write(Bengt, "Vi plogar i natt.")
		say := counsel.Saying{Text: "Bra."}
		for name, may := range map[string]bool{Bengt: true, Nadia: true, Amina: true, Olle: false, Farid: false, Kim: false, Johan: false} {
			if err := o.Counsel.Comment(ctx, o.As(name), d.ID, say); (err == nil) != may {
				t.Errorf("%s comments: %v", name, err)
			}
		}
		c := comments(o, Bengt, d.ID)[0]
		if err := o.Counsel.Settle(ctx, o.As(Farid), d.ID, c.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the auditor settles: %v", err)
		}
		if err := o.Counsel.Take(ctx, o.As(Bengt), d.ID, c.ID); !fault.Is(err, fault.Invalid) {
			t.Errorf("a comment is taken: %v", err)
		}
		if err := o.Counsel.Settle(ctx, o.As(Bengt), d.ID, "nothing"); !fault.Is(err, fault.NotFound) {
			t.Errorf("%v", err)
		}
		for field, s := range map[string]counsel.Saying{"text": {}, "quote": {Text: "x", Quote: "regn"}} {
			if err := o.Counsel.Comment(ctx, o.As(Nadia), d.ID, s); fault.Of(err).Field != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		if err := o.Counsel.Comment(ctx, o.As(Nadia), d.ID, counsel.Saying{Suggests: true, Instead: "x"}); fault.Of(err).Field != "quote" {
			t.Errorf("a suggestion for nothing: %v", err)
		}
		o.Must(o.Drafts.Discard(ctx, o.As(Bengt), d.ID))
		if err := o.Counsel.Comment(ctx, o.As(Nadia), d.ID, say); !fault.Is(err, fault.Gone) {
			t.Errorf("on a draft that is gone: %v", err)
		}
	})
}

// TestAnExpertIsAsked: she reads what she was asked about and nothing else, answers once, and is left in peace after that.
func TestAnExpertIsAsked(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		d, other := o.Write(Bengt, "Vattnet är mjukt."), o.Write(Bengt, "Något annat.")
		if _, err := o.Drafts.Get(ctx, o.As(Olle), d.ID); !fault.Is(err, fault.Forbidden) {
			t.Fatalf("before she is asked: %v", err)
		}
		ask := counsel.Asking{Draft: d.ID, To: o.ID(Olle), Text: "Stämmer det?", Days: 2}
		q, err := o.Counsel.Ask(ctx, o.As(Bengt), ask)
		o.Must(err)
		again, err := o.Counsel.Ask(ctx, o.As(Bengt), ask)
		if o.Must(err); again.ID != q.ID {
			t.Error("a second click asked anew")
		}
		if _, err := o.Drafts.Get(ctx, o.As(Olle), d.ID); err != nil {
			t.Errorf("she cannot read what she was asked about: %v", err)
		}
		if _, err := o.Drafts.Get(ctx, o.As(Olle), other.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("she reads another: %v", err)
		}
		o.Must(o.Counsel.Comment(ctx, o.As(Olle), d.ID, counsel.Saying{Quote: "mjukt", Text: "4 grader."}))
		if err := o.Counsel.Answer(ctx, o.As(Nadia), q.ID, "Ja."); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody else answers: %v", err)
		}
		o.Must(o.Counsel.Answer(ctx, o.As(Olle), q.ID, "Ja, 4 grader."))
		o.Must(o.Counsel.Answer(ctx, o.As(Olle), q.ID, "Ja, 4 grader."))
		if err := o.Counsel.Answer(ctx, o.As(Olle), q.ID, "Eller 5."); !fault.Is(err, fault.Conflict) {
			t.Errorf("she answers twice: %v", err)
		}
		for _, name := range []string{Bengt, Nadia, Olle} {
			if all, err := o.Counsel.OnDraft(ctx, o.As(name), d.ID); err != nil || len(all) != 1 || all[0].Answer.Text != "Ja, 4 grader." || all[0].ToName != "Olle Larsson" {
				t.Errorf("%s sees %+v, %v", name, all, err)
			}
		}
		o.Clock.Move(10 * 24 * time.Hour)
		for _, held := range o.Due(counsel.JobRemind) {
			o.Must(o.Counsel.Remind(ctx, held))
		}
		if kinds := o.Kinds(q.ID); !slices.Equal(kinds, []string{"counsel.asked", "counsel.answered"}) {
			t.Errorf("%v", kinds)
		}
	})
}

// TestTheReminder: Monday noon plus two working days is Wednesday noon; she is reminded on Tuesday, and told when it is late. A
// worker that dies after the commit and does the job again changes nothing.
func TestTheReminder(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		c := o.Hear("Hur hårt är vattnet?")
		q, err := o.Counsel.Ask(ctx, o.As(Bengt), counsel.Asking{Conversation: c.ID, To: o.ID(Olle), Text: "Vet du?", Quote: "Hur hårt är vattnet?", Days: 2})
		o.Must(err)
		if want := o.Clock.Now().Add(48 * time.Hour); !q.Due.Equal(want) {
			t.Fatalf("due %v, want %v", q.Due, want)
		}
		if got, err := o.Inbox.Get(ctx, o.As(Olle), c.ID); err != nil || got.ID != c.ID {
			t.Errorf("she cannot read the conversation: %v", err)
		}
		o.Must(o.Inbox.Note(ctx, o.As(Olle), c.ID, "Jag kollar."))
		if err := o.Inbox.Take(ctx, o.As(Olle), c.ID, 0); !fault.Is(err, fault.Forbidden) {
			t.Errorf("being asked let her take it: %v", err)
		}
		seen := func(after time.Duration, want ...string) {
			t.Helper()
			o.Clock.Move(after)
			for _, held := range o.Due(counsel.JobRemind) {
				o.Must(o.Counsel.Remind(ctx, held))
				if err := o.Counsel.Remind(ctx, held); !fault.Is(err, fault.Conflict) {
					t.Errorf("done twice: %v", err)
				}
			}
			if kinds := o.Kinds(q.ID); !slices.Equal(kinds, want) {
				t.Errorf("%v, want %v", kinds, want)
			}
		}
		seen(23*time.Hour, "counsel.asked")
		seen(time.Hour, "counsel.asked", "counsel.reminded")
		seen(23*time.Hour, "counsel.asked", "counsel.reminded")
		seen(time.Hour, "counsel.asked", "counsel.reminded", "counsel.overdue")
		for _, name := range []string{Bengt, Olle} {
			got, err := o.Counsel.Get(ctx, o.As(name), q.ID)
			if o.Must(err); !got.Overdue(o.Clock.Now()) {
				t.Errorf("%s does not see that it is late", name)
			}
		}
		o.Must(o.Counsel.Recall(ctx, o.As(Bengt), q.ID))
		o.Must(o.Counsel.Recall(ctx, o.As(Bengt), q.ID))
		if err := o.Counsel.Answer(ctx, o.As(Olle), q.ID, "Ja."); !fault.Is(err, fault.Conflict) {
			t.Errorf("answered after it was taken back: %v", err)
		}
		if _, err := o.Inbox.Get(ctx, o.As(Olle), c.ID); !fault.Is(err, fault.Gone) || !strings.Contains(fault.Of(err).Hint.SV, "tagit tillbaka frågan") {
			t.Errorf("she still reads it, or is not told why not: %v", err)
		}
		if _, err := o.Inbox.Get(ctx, o.As(Olle), o.Hear("Och i Sjövik?").ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("one that she was never asked about: %v", err)
		}
	})
}

func TestAskingAnybody(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		d := o.Write(Bengt, "Vi plogar.")
		q, err := o.Counsel.Ask(ctx, o.As(Bengt), counsel.Asking{Draft: d.ID, To: o.ID(Johan), Text: "Stämmer det?", Quote: "Vi plogar.", Days: 1})
		o.Must(err)
		if _, err := o.Drafts.Get(ctx, o.As(Johan), d.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who has no role reads the draft: %v", err)
		}
		if mine, err := o.Counsel.ToMe(ctx, o.As(Johan), true); err != nil || len(mine) != 1 || mine[0].Quote != "Vi plogar." {
			t.Errorf("%+v, %v", mine, err)
		}
		o.Must(o.Counsel.Answer(ctx, o.As(Johan), q.ID, "Ja, varje natt."))
		if sent, err := o.Counsel.FromMe(ctx, o.As(Bengt), false); err != nil || len(sent) != 1 || sent[0].Answer == nil {
			t.Errorf("%+v, %v", sent, err)
		}
		for field, a := range map[string]counsel.Asking{
			"to":    {Draft: d.ID, To: "nobody", Text: "x", Days: 1},
			"text":  {Draft: d.ID, To: o.ID(Olle), Days: 1},
			"days":  {Draft: d.ID, To: o.ID(Olle), Text: "x", Days: 21},
			"draft": {To: o.ID(Olle), Text: "x", Days: 1},
			"quote": {Draft: d.ID, To: o.ID(Olle), Text: "x", Quote: strings.Repeat("x", counsel.MaxWords+1), Days: 1},
		} {
			if _, err := o.Counsel.Ask(ctx, o.As(Bengt), a); fault.Of(err).Field != field && !pointsAt(err, field) {
				t.Errorf("%s: %v", field, err)
			}
		}
		if _, err := o.Counsel.Ask(ctx, o.As(Bengt), counsel.Asking{Draft: d.ID, To: o.ID(Bengt), Text: "x", Days: 1}); !pointsAt(err, "to") {
			t.Errorf("she asks herself: %v", err)
		}
		if _, err := o.Counsel.Ask(ctx, o.As(Farid), counsel.Asking{Draft: d.ID, To: o.ID(Olle), Text: "x", Days: 1}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the auditor asks: %v", err)
		}
		experts, others, err := o.Counsel.Knowers(ctx, o.As(Bengt))
		if err != nil || len(experts) != 1 || experts[0].GivenName != Olle || len(others) != 7 {
			t.Errorf("%v, %v, %v", experts, others, err)
		}
		if _, _, err := o.Counsel.Knowers(ctx, o.As(Johan)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%v", err)
		}
	})
}

func pointsAt(err error, field string) bool {
	wrong, ok := err.(fault.List)
	return ok && slices.ContainsFunc(wrong, func(f *fault.Error) bool { return f.Field == field })
}

// TestTheDayCountsWorkingDays: asked on the Friday before a long weekend, one day's notice ends on the next working day.
func TestTheDayCountsWorkingDays(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		at, err := time.ParseInLocation("2006-01-02 15:04", "2026-12-23 14:00", clock.Stockholm())
		o.Must(err)
		d := o.Write(Bengt, "Vi plogar.")
		o.Clock.Move(at.Sub(o.Clock.Now()))
		q, err := o.Counsel.Ask(t.Context(), o.As(Bengt), counsel.Asking{Draft: d.ID, To: o.ID(Olle), Text: "x", Days: 1})
		o.Must(err)
		if got := q.Due.In(clock.Stockholm()).Format("2006-01-02 15:04"); got != "2026-12-28 14:00" {
			t.Errorf("due %s", got)
		}
	})
}
