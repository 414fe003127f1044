package shift_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
)

// put writes facts of other rooms straight on the record.
func (h *house) put(t testing.TB, subject string, facts ...any) {
	t.Helper()
	if _, err := h.store.Commit(context.Background(), desk.Change{Acts: []desk.Act{{Kind: "test.put", Subject: subject, Account: h.account.ID,
		Who: desk.System("test"), At: h.clock.Now(), Facts: facts}}}); err != nil {
		t.Fatal(err)
	}
}

// talk is an open conversation that waits for an answer in an hour; owner "" is nobody.
func (h *house) talk(t testing.TB, owner, text string) string {
	t.Helper()
	now := h.clock.Now()
	id, turn := ident.New(now), ident.New(now)
	facts := []any{
		inbox.Opened{ID: id, Account: h.account.ID, Kind: inbox.KindQuestion, Channel: inbox.ChannelSquare, First: text, Root: turn, At: now},
		inbox.Said{ID: ident.New(now), Turn: turn, Version: 1, Conversation: id, Remote: turn, Text: text, Visibility: inbox.Public, Stands: true, Marks: []string{}, At: now},
		inbox.Need{ID: ident.New(now), Turn: turn, Conversation: id, Why: inbox.WhyPerson, At: now, Due: now.Add(time.Hour)},
	}
	if owner != "" {
		facts = append(facts, inbox.Assignment{ID: ident.New(now), Conversation: id, To: h.ids[owner], By: h.ids[owner], At: now})
	}
	h.put(t, id, facts...)
	return id
}

// text is a draft that somebody has begun, and with a time, one that is to go out then.
func (h *house) text(t testing.TB, author, words string, when string) string {
	t.Helper()
	now := h.clock.Now()
	id, content := ident.New(now), draft.Content{Text: words}
	facts := []any{draft.Beginning{ID: id, Account: h.account.ID, Author: h.ids[author], Kind: draft.KindPost, At: now},
		draft.Version{ID: ident.New(now), Draft: id, Number: 1, Content: content, Hash: content.Digest(), By: h.ids[author], At: now}}
	if when != "" {
		s := draft.Submission{ID: ident.New(now), Draft: id, Version: 1, Hash: content.Digest(), By: h.ids[author], At: now, When: wall(t, when)}
		sch, _ := publish.NewSchedule(draft.Draft{Beginning: draft.Beginning{ID: id, Account: h.account.ID}}, s, s.When, h.ids[author], now)
		facts = append(facts, s, sch)
	}
	h.put(t, id, facts...)
	return id
}

// answer is what somebody answered in a conversation.
func (h *house) answer(t testing.TB, by, conversation, words string) string {
	t.Helper()
	now := h.clock.Now()
	d := h.text(t, by, words, "")
	p := publish.Publication{ID: ident.New(now), Account: h.account.ID, Draft: d, Version: 1, Content: draft.Content{Text: words}, Conversation: conversation, By: h.ids[by], At: now}
	h.put(t, p.ID, p)
	return p.ID
}

// ends is what is open as a list to read: "talk Hur mår eken?".
func ends(all []shift.End) (out []string) {
	for _, e := range all {
		word := e.Kind + " " + e.Title
		if e.Phrase != "" {
			word += " [" + e.Phrase + "]"
		}
		if e.Stranded {
			word += " stranded"
		}
		if e.Settled {
			word += " settled"
		}
		out = append(out, word)
	}
	return out
}

// TestHandingOver plays a shift to its end and into the next.
func TestHandingOver(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		b := h.plan(t, "bengt", "2026-11-24 16:00", "2026-11-24 22:00")
		h.travel(t, "2026-11-24 15:00")
		hers, nobodys := h.talk(t, "amina", "Hur mår eken?"), h.talk(t, "", "När tänds granen?")
		h.text(t, "amina", "Vi planterar lökar.", "")
		h.text(t, "amina", "I morgon beskär vi.", "2026-11-25 09:00")
		h.text(t, "olle", "Granen tänds på lördag.", "2026-11-28 15:00")
		promised := h.talk(t, "amina", "Kommer det en bänk?")
		h.answer(t, "amina", promised, "Vi kollar upp det och återkommer i morgon.")
		open := []string{"talk Hur mår eken?", "talk När tänds granen?", "talk Kommer det en bänk?", "draft Vi planterar lökar.",
			"scheduled I morgon beskär vi. stranded", "scheduled Granen tänds på lördag.", "promise Vi kollar upp det och återkommer i morgon. [återkommer]"}
		page, err := h.Handover(ctx, h.who(t, "amina"), a.ID)
		got := ends(page.Ends)
		if err != nil || page.Number != 0 || !sameWords(got, open) {
			t.Fatalf("before the end it is %q (%v)", got, err)
		}
		if _, err := h.Handover(ctx, h.who(t, "cecilia"), a.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("read by somebody whom it does not concern: %v", err)
		}
		wrong(t, h.WriteHandover(ctx, h.who(t, "amina"), a.ID, "  "), fault.Invalid, "words", "empty while things are open")
		if err := h.WriteHandover(ctx, h.who(t, "bengt"), a.ID, "Hej."); !fault.Is(err, fault.Forbidden) {
			t.Errorf("written by another: %v", err)
		}
		if err := h.WriteHandover(ctx, h.who(t, "amina"), a.ID, "Frågan om eken är känslig."); err != nil {
			t.Fatal(err)
		}
		if err := h.Confirm(ctx, h.who(t, "bengt"), a.ID); !fault.Is(err, fault.Invalid) {
			t.Errorf("confirmed before the end: %v", err)
		}
		h.travel(t, "2026-11-24 16:00")
		h.round(t)
		before := h.size(t)
		h.round(t)
		if after := h.size(t); after != before {
			t.Errorf("the second round wrote %d entries", after-before)
		}
		page, err = h.Handover(ctx, h.who(t, "bengt"), a.ID)
		if err != nil || page.Number != 2 || page.By != "" || page.Words != "Frågan om eken är känslig." || page.To != h.ids["bengt"] ||
			!page.Due.Equal(b.Begins.Add(shift.Grace)) || len(page.Ends) != len(open) {
			t.Errorf("made as %+v, %v", page.Handover, err)
		}
		// Amina's conversations are Bengt's at once: his shift has begun, and she may not answer any more.
		c, err := h.store.Conversation(ctx, hers)
		if err != nil || c.Owner != h.ids["bengt"] {
			t.Errorf("her conversation is %s's (%v)", h.nameOf(c.Owner), err)
		}
		if c, err := h.store.Conversation(ctx, nobodys); err != nil || c.Owner != "" {
			t.Errorf("nobody's conversation is %s's (%v)", h.nameOf(c.Owner), err)
		}
		for _, n := range []string{"amina", "cecilia"} {
			if err := h.Confirm(ctx, h.who(t, n), a.ID); !fault.Is(err, fault.Forbidden) {
				t.Errorf("confirmed by %s: %v", n, err)
			}
		}
		if err := h.Confirm(ctx, h.who(t, "bengt"), a.ID); err != nil {
			t.Fatal(err)
		}
		if err := h.Confirm(ctx, h.who(t, "bengt"), a.ID); !fault.Is(err, fault.Gone) {
			t.Errorf("twice: %v", err)
		}
		if err := h.WriteHandover(ctx, h.who(t, "amina"), a.ID, "En sak till."); !fault.Is(err, fault.Gone) {
			t.Errorf("written when it was confirmed: %v", err)
		}
		h.clock.Move(time.Hour)
		h.answer(t, "bengt", promised, "Bänken kommer i vår.")
		page, err = h.Handover(ctx, h.who(t, "karin"), a.ID)
		if err != nil || page.Confirmed == nil || !slices.Contains(ends(page.Ends), "promise Vi kollar upp det och återkommer i morgon. [återkommer] settled") {
			t.Errorf("the promise is not seen as kept: %q, %v", ends(page.Ends), err)
		}
		if n := h.kinds(t, "shift.unconfirmed"); n != 0 {
			t.Errorf("%d alarms", n)
		}
	})
}

func sameWords(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// TestNobodyTakesOver: an alarm after the grace, and the communicator is on shift until somebody has confirmed.
func TestNobodyTakesOver(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		h.plan(t, "bengt", "2026-11-24 16:00", "2026-11-24 22:00")
		h.travel(t, "2026-11-24 15:00")
		h.talk(t, "amina", "Hur mår eken?")
		for _, c := range []struct{ when, name, by string }{
			{"2026-11-24 16:00", "bengt", shift.ByShift}, {"2026-11-24 16:14", "bengt", shift.ByShift},
			{"2026-11-24 16:15", "karin", shift.ByDefault}, {"2026-11-24 17:00", "karin", shift.ByDefault},
		} {
			h.travel(t, c.when)
			h.round(t)
			if d, err := h.OnShift(ctx, h.account.ID, h.clock.Now()); err != nil || h.nameOf(d.Person.ID) != c.name || d.By != c.by {
				t.Errorf("at %s: %s by %s (%v)", c.when, h.nameOf(d.Person.ID), d.By, err)
			}
		}
		alarms, err := h.Alarms(ctx, h.who(t, "karin"))
		if err != nil || len(alarms) != 1 || alarms[0].Kind != shift.AlarmUnconfirmed || alarms[0].Shift != a.ID || h.kinds(t, "shift.unconfirmed") != 1 {
			t.Errorf("%+v, %v", alarms, err)
		}
		if err := h.Confirm(ctx, h.who(t, "bengt"), a.ID); err != nil {
			t.Fatal(err)
		}
		if d, err := h.OnShift(ctx, h.account.ID, h.clock.Now()); err != nil || h.nameOf(d.Person.ID) != "bengt" {
			t.Errorf("when he has confirmed: %+v, %v", d, err)
		}
		if alarms, err := h.Alarms(ctx, h.who(t, "karin")); err != nil || len(alarms) != 0 {
			t.Errorf("the alarm stands: %+v, %v", alarms, err)
		}
	})
}

// TestNobodyIsNext: the conversations wait for somebody, and come to the communicator when the grace is over.
func TestNobodyIsNext(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		h.travel(t, "2026-11-24 15:00")
		id := h.talk(t, "amina", "Hur mår eken?")
		h.travel(t, "2026-11-24 16:01")
		h.round(t)
		if c, _ := h.store.Conversation(ctx, id); c.Owner != h.ids["amina"] {
			t.Errorf("within the grace it is %s's", h.nameOf(c.Owner))
		}
		h.travel(t, "2026-11-24 16:15")
		h.round(t)
		if c, _ := h.store.Conversation(ctx, id); c.Owner != h.ids["karin"] {
			t.Errorf("after the grace it is %s's", h.nameOf(c.Owner))
		}
		if err := h.Confirm(ctx, h.who(t, "karin"), a.ID); err != nil {
			t.Errorf("the communicator takes over: %v", err)
		}
	})
}

// TestWhoGoesOnHandsOverNothing: the same curator every day of a week hands over when the week ends.
func TestWhoGoesOnHandsOverNothing(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		second := h.plan(t, "amina", "2026-11-25 08:00", "2026-11-25 16:00")
		h.travel(t, "2026-11-24 18:00")
		h.round(t)
		if n := h.kinds(t, "shift.handover_made"); n != 0 {
			t.Errorf("%d handovers to herself", n)
		}
		// The next shift becomes a colleague's: now there is something to hand over after all.
		if _, err := h.Change(t.Context(), h.who(t, "karin"), second.ID, 1, h.planned(t, "bengt", "2026-11-25 08:00", "2026-11-25 16:00"), ""); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		if n := h.kinds(t, "shift.handover_made"); n != 1 {
			t.Errorf("%d handovers to a colleague", n)
		}
	})
}

// TestALeaversConversations find a new owner within a round, whether or not she had a shift.
func TestALeaversConversations(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		if _, err := h.staff.Commission(ctx, h.who(t, "karin"), people.Appointment{Person: h.ids["cecilia"], Account: h.account.ID, Role: people.Voice}); err != nil {
			t.Fatal(err)
		}
		id := h.talk(t, "cecilia", "Hur mår eken?")
		if err := h.staff.Leave(ctx, people.Console(h.clock.Now()), h.ids["cecilia"]); err != nil {
			t.Fatal(err)
		}
		h.round(t)
		if c, err := h.store.Conversation(ctx, id); err != nil || c.Owner != h.ids["karin"] {
			t.Errorf("it is %s's (%v)", h.nameOf(c.Owner), err)
		}
	})
}

func TestAfterTheShift(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		a := h.plan(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		h.travel(t, "2026-11-24 10:00")
		id := h.talk(t, "amina", "Tack för att ni sandade!")
		h.talk(t, "", "Tack på förhand för svar. När tänds granen?")
		h.answer(t, "amina", id, "Kul att höra!")
		if err := h.Reflect(ctx, h.who(t, "amina"), a.ID, shift.Reflection{Best: "Allt."}); !fault.Is(err, fault.Invalid) {
			t.Errorf("before the end: %v", err)
		}
		h.travel(t, "2026-11-24 17:00")
		if err := h.Reflect(ctx, h.who(t, "amina"), a.ID, shift.Reflection{}); err == nil {
			t.Error("nothing was said, and kept")
		}
		if err := h.Reflect(ctx, h.who(t, "bengt"), a.ID, shift.Reflection{Best: "Allt."}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by another: %v", err)
		}
		said := shift.Reflection{Best: "Samtalet om eken.", Hard: "Tempot.", Next: "Läs på om granen."}
		if err := h.Reflect(ctx, h.who(t, "amina"), a.ID, said); err != nil {
			t.Fatal(err)
		}
		got, err := h.Aftermath(ctx, h.who(t, "amina"), a.ID)
		want := shift.Happenings{Answers: 1, Conversations: 2, Thanks: 1}
		if err != nil || got.Happenings != want || got.Said == nil || got.Said.Reflection != said {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := h.Aftermath(ctx, h.who(t, "bengt"), a.ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("read by a colleague: %v", err)
		}
	})
}

func TestPromisesAndThanks(t *testing.T) {
	for text, want := range map[string]string{
		"Vi återkommer!": "återkommer", "Jag kollar upp det.": "kollar upp", "VI HÖR AV OSS.": "hör av oss", "We will get back to you.": "get back to you",
		"Tack för frågan. Öppet till fem.": "", "Återkommande besvär": "", "": "",
	} {
		if got := shift.Promised(text); got != want {
			t.Errorf("%q promises %q", text, got)
		}
	}
	for text, want := range map[string]bool{"Tack!": true, "Tusen tack för hjälpen": true, "Tack på förhand": false, "taktik": false, "Thanks a lot": true, "Tack på förhand. Tack för i går också!": true} {
		if shift.Thanked(text) != want {
			t.Errorf("%q thanks: %v", text, !want)
		}
	}
}

func TestPresentingOneself(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		p := h.planned(t, "amina", "2026-11-24 08:00", "2026-11-24 16:00")
		p.Purpose = "Hon berättar om lökar."
		if _, err := h.Plan(ctx, h.who(t, "karin"), p); err != nil {
			t.Fatal(err)
		}
		amina := h.who(t, "amina")
		pic, err := h.AddPortrait(ctx, amina, shift.Portrait{Type: "image/png", Width: 1, Height: 1}, []byte("bild"))
		if err != nil {
			t.Fatal(err)
		}
		wrong(t, one(h.Present(ctx, amina, shift.Presentation{Picture: pic.Hash, Consent: true})), fault.Invalid, "alt", "a picture that is not described")
		if err := h.Present(ctx, amina, shift.Presentation{Words: "Jag sköter rabatterna.", Picture: pic.Hash, Alt: "Amina i parken.", Consent: true}); err != nil {
			t.Fatal(err)
		}
		speak := func() shift.Speaker {
			t.Helper()
			all, err := h.Speaking(ctx, h.account.ID, at(t, "2026-11-24 12:00"))
			if err != nil || len(all) != 1 {
				t.Fatalf("%+v, %v", all, err)
			}
			return all[0]
		}
		if s := speak(); s.GivenName != "amina" || s.Unit != "Parkenheten" || s.Words != "Jag sköter rabatterna." || s.Picture != pic.Hash || s.Purpose != p.Purpose {
			t.Errorf("%+v", s)
		}
		if _, data, err := h.Portrait(ctx, pic.Hash); err != nil || string(data) != "bild" {
			t.Errorf("the portrait: %q, %v", data, err)
		}
		h.clock.Move(time.Second)
		if err := h.Present(ctx, amina, shift.Presentation{Words: "Jag sköter rabatterna.", Picture: pic.Hash, Alt: "Amina i parken."}); err != nil {
			t.Fatal(err)
		}
		if s := speak(); s.Words != "" || s.Picture != "" || s.GivenName != "amina" {
			t.Errorf("without her consent citizens see %+v", s)
		}
		if _, _, err := h.Portrait(ctx, pic.Hash); !fault.Is(err, fault.NotFound) {
			t.Errorf("without her consent the portrait is shown: %v", err)
		}
		if all, err := h.Speaking(ctx, h.account.ID, at(t, "2026-11-24 16:00")); err != nil || len(all) != 0 {
			t.Errorf("after the shift %+v speak, %v", all, err)
		}
	})
}

// one is the first of the faults in a list.
func one(err error) error {
	if l, ok := err.(fault.List); ok {
		return l[0]
	}
	return err
}
