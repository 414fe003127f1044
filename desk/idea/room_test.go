package idea_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	. "tilltal/store/officetest"
)

func send(o *Office, name string, l idea.Letter) idea.Idea {
	o.T.Helper()
	i, err := o.Ideas.Send(o.T.Context(), o.As(name), l)
	o.Must(err)
	return i
}

// TestAnIdeaThatBecomesAPost is the whole way: sent by somebody without a role, asked about, answered, made a draft of with her
// name on it, and published. She sees each step.
func TestAnIdeaThatBecomesAPost(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		pic, err := o.Ideas.AddPicture(ctx, o.As(Johan), draft.Image{Type: "image/png", Width: 2, Height: 1, Data: []byte("png"), Name: "plog.png", Codes: []string{"https://exempel.se/plog"}, Faces: 2})
		o.Must(err)
		pic.Alt = "En plog i morgonljus."
		i := send(o, Johan, idea.Letter{Text: " Visa hur plogen lastas. ", Pictures: []draft.Picture{pic}, Credit: true})
		stage := func(want idea.Stage) idea.Idea {
			t.Helper()
			got, err := o.Ideas.Get(ctx, o.As(Johan), i.ID)
			o.Must(err)
			if got.Stage() != want {
				t.Fatalf("she sees %s, want %s", got.Stage(), want)
			}
			return got
		}
		if got := stage(idea.Waiting); got.Text != "Visa hur plogen lastas." || got.From != "Johan Larsson" || len(got.Pictures) != 1 || got.Pictures[0] != pic || pic.Codes == "" || pic.Faces != 2 || !got.Credit {
			t.Errorf("%+v", got)
		}
		for _, name := range []string{Nadia, Amina} { // an idea for no account is for all who deal with ideas
			if page, err := o.Ideas.ToAnswer(ctx, o.As(name), true, ""); err != nil || len(page.Items) != 1 {
				t.Errorf("%s: %v, %v", name, page.Items, err)
			}
		}
		o.Must(o.Ideas.Ask(ctx, o.As(Nadia), i.ID, "Får man filma där?"))
		stage(idea.Asked)
		o.Must(o.Ideas.Reply(ctx, o.As(Johan), i.ID, "Ja, från bron."))
		if got := stage(idea.Waiting); len(got.Words) != 2 || got.Words[0].Answer || !got.Words[1].Answer {
			t.Errorf("%+v", got.Words)
		}
		id, err := o.Ideas.Adopt(ctx, o.As(Nadia), i.ID, o.Account.ID)
		o.Must(err)
		if got := stage(idea.Adopted); got.Draft != draft.Writing || got.Adoption.Account != o.Account.ID {
			t.Errorf("%+v", got)
		}
		d, err := o.Drafts.Get(ctx, o.As(Nadia), id)
		o.Must(err)
		if c := d.Latest.Content; c.Text != i.Text || c.Credit != "Johan, Parkenheten" || len(c.Pictures) != 1 || c.Pictures[0].Alt != pic.Alt {
			t.Errorf("%+v", c)
		}
		if of, err := o.Ideas.OfDraft(ctx, o.As(Bengt), d); err != nil || of.ID != i.ID {
			t.Errorf("%+v, %v", of, err)
		}
		saved, err := o.Drafts.Save(ctx, o.As(Nadia), id, 1, draft.Content{Text: "Så lastar vi plogen.", Credit: "Någon annan"})
		if o.Must(err); saved.Latest.Content.Credit != "Johan, Parkenheten" {
			t.Errorf("the credit became %q", saved.Latest.Content.Credit)
		}
		_, err = o.Drafts.Submit(ctx, o.As(Nadia), id, draft.Handing{Version: 2})
		o.Must(err)
		out, err := o.Publish.PublishOwn(ctx, o.As(Nadia), id)
		o.Must(err)
		if got := stage(idea.Published); got.Post != out.Post || out.Post == "" {
			t.Errorf("%+v, %+v", got, out)
		}
		want := []string{"idea.sent", "idea.asked", "idea.replied", "idea.adopted"}
		if kinds := o.Kinds(i.ID); !slices.Equal(kinds, want) {
			t.Errorf("on the record: %v", kinds)
		}
	})
}

func TestWhoMaySeeAndDealWithAnIdea(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		i := send(o, Johan, idea.Letter{Text: "En idé.", Account: o.Account.ID})
		for name, may := range map[string]bool{Johan: true, Nadia: true, Amina: true, Bengt: false, Olle: false, Farid: false, Kim: false, Sixten: false} {
			if _, err := o.Ideas.Get(ctx, o.As(name), i.ID); (err == nil) != may {
				t.Errorf("%s reads it: %v", name, err)
			}
			if name == Johan {
				may = false
			}
			if err := o.Ideas.Ask(ctx, o.As(name), i.ID, "Hur menar du? "+name); (err == nil) != may {
				t.Errorf("%s asks: %v", name, err)
			}
		}
		if err := o.Ideas.Reply(ctx, o.As(Sixten), i.ID, "Så här."); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody else answers: %v", err)
		}
		if _, err := o.Ideas.Send(ctx, people.Actor{}, idea.Letter{Text: "Hej"}); !fault.Is(err, fault.SignIn) {
			t.Errorf("nobody sends: %v", err)
		}
		if _, err := o.Ideas.ToAnswer(ctx, o.As(Johan), true, ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who may not deal with ideas lists them: %v", err)
		}
		if page, err := o.Ideas.Mine(ctx, o.As(Sixten), ""); err != nil || len(page.Items) != 0 {
			t.Errorf("%v, %v", page.Items, err)
		}
	})
}

// TestNothingHappensTwice: the same form, sent from two browsers in the same moment, is one idea, one question, one answer,
// one no and one draft.
func TestNothingHappensTwice(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx, johan, nadia := t.Context(), o.As(Johan), o.As(Nadia)
		l := idea.Letter{ID: ident.New(o.Clock.Now()), Text: "En idé.", Account: o.Account.ID}
		both := func(what string, do func() error) {
			t.Helper()
			var wg sync.WaitGroup
			for range 4 {
				wg.Go(func() {
					if err := do(); err != nil {
						t.Errorf("%s: %v", what, err)
					}
				})
			}
			wg.Wait()
		}
		both("send", func() error { _, err := o.Ideas.Send(ctx, johan, l); return err })
		both("ask", func() error { return o.Ideas.Ask(ctx, nadia, l.ID, "När?") })
		o.Must(o.Ideas.Reply(ctx, johan, l.ID, "Nu."))
		o.Must(o.Ideas.Reply(ctx, johan, l.ID, "Nu."))
		drafts := map[string]bool{}
		var mu sync.Mutex
		both("adopt", func() error {
			id, err := o.Ideas.Adopt(ctx, nadia, l.ID, "")
			mu.Lock()
			defer mu.Unlock()
			drafts[id] = true
			return err
		})
		if len(drafts) != 1 {
			t.Errorf("it became %v", drafts)
		}
		if err := o.Ideas.Refuse(ctx, o.As(Amina), l.ID, "Nej."); !fault.Is(err, fault.Conflict) {
			t.Errorf("refused when it is a draft: %v", err)
		}
		if _, err := o.Ideas.Adopt(ctx, o.As(Amina), l.ID, ""); !fault.Is(err, fault.Conflict) {
			t.Errorf("adopted by a colleague too: %v", err)
		}
		if got := o.Kinds(l.ID); !slices.Equal(got, []string{"idea.sent", "idea.asked", "idea.replied", "idea.adopted"}) {
			t.Errorf("%v", got)
		}
		second := send(o, Johan, idea.Letter{Text: "En till."})
		o.Must(o.Ideas.Refuse(ctx, nadia, second.ID, "Vi har redan berättat om det."))
		o.Must(o.Ideas.Refuse(ctx, nadia, second.ID, "Vi har redan berättat om det."))
		if got, err := o.Ideas.Get(ctx, johan, second.ID); err != nil || got.Stage() != idea.Refused || got.Refusal.Reason == "" {
			t.Errorf("%+v, %v", got, err)
		}
		if page, _ := o.Ideas.ToAnswer(ctx, nadia, true, ""); len(page.Items) != 0 {
			t.Errorf("still to answer: %+v", page.Items)
		}
		if page, _ := o.Ideas.ToAnswer(ctx, nadia, false, ""); len(page.Items) != 2 {
			t.Errorf("all: %d", len(page.Items))
		}
		// Another's form with the same name is not hers.
		if _, err := o.Ideas.Send(ctx, o.As(Sixten), l); !fault.Is(err, fault.Conflict) {
			t.Errorf("another's: %v", err)
		}
	})
}

func TestWhatIsWrongIsPointedAt(t *testing.T) {
	Each(t, func(t *testing.T, o *Office) {
		ctx := t.Context()
		for field, l := range map[string]idea.Letter{
			"text":    {Text: " \n"},
			"picture": {Text: "x", Pictures: []draft.Picture{{Hash: strings.Repeat("0", 64)}}},
			"account": {Text: "x", Account: "nowhere"},
		} {
			_, err := o.Ideas.Send(ctx, o.As(Johan), l)
			if f := fault.Of(err); f.Field != field || f.Kind != fault.Invalid {
				t.Errorf("%s: %v", field, err)
			}
		}
		if _, err := o.Ideas.Send(ctx, o.As(Johan), idea.Letter{ID: "x", Text: "x"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a broken form: %v", err)
		}
		if _, err := o.Ideas.Send(ctx, o.As(Johan), idea.Letter{Text: strings.Repeat("å", idea.MaxText+1)}); fault.Of(err).Field != "text" {
			t.Errorf("too long: %v", err)
		}
		i := send(o, Johan, idea.Letter{Text: "x"})
		if _, err := o.Ideas.Adopt(ctx, o.As(Nadia), i.ID, ""); fault.Of(err).Field != "account" {
			t.Errorf("for no account: %v", err)
		}
		if err := o.Ideas.Refuse(ctx, o.As(Nadia), i.ID, ""); fault.Of(err).Field != "reason" {
			t.Errorf("no without a reason: %v", err)
		}
		if err := o.Ideas.Ask(ctx, o.As(Nadia), i.ID, ""); fault.Of(err).Field != "text" {
			t.Errorf("an empty question: %v", err)
		}
	})
}
