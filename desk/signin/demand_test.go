package signin_test

import (
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

func TestARoleThatAsksForMore(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		secret := h.password("kim@umea.se").Secret
		kim, _ := h.enters(secret)
		h.is("a role that is none", h.people.SetDemand(ctx, kim, []people.Role{"kung"}), fault.Invalid)
		h.is("who may not", h.people.SetDemand(ctx, h.load(h.amina), nil), fault.Forbidden)
		h.must(h.people.SetDemand(ctx, kim, []people.Role{people.Administrator, people.Administrator}))
		d, err := h.people.Demanded(ctx, kim)
		if err != nil || len(d.Roles) != 1 {
			t.Errorf("%+v, %v", d, err)
		}

		weak, s := h.enters(secret)
		now := h.clock.Now()
		if !weak.Weak {
			t.Fatal("it does not hold for those who are in")
		}
		for _, sheet := range people.Rights {
			mends := sheet.Right == people.FactorOwn || sheet.Right == people.SessionOwn || sheet.Right == people.PasswordOwn
			if got := weak.May(sheet.Right, "", now) || weak.MayOwn(sheet.Right, "", now); got != mends {
				t.Errorf("with a password only, may %s: %v", sheet.Right, got)
			}
		}
		h.is("hiring", people.Ask(weak, people.PeopleHire, "", now), fault.Forbidden)
		if amina, _ := h.enters(h.password("amina@umea.se").Secret); amina.Weak {
			t.Error("it holds for somebody without the role")
		}

		offer, err := h.room.OfferCode(ctx, weak, s)
		h.must(err)
		h.must(ignore(h.room.Enrol(ctx, weak, s, offer.Ticket, h.code(offer))))
		better, err := h.room.Stronger(ctx, weak, s, people.HowCode, here)
		h.must(err)
		strong, session := h.enters(better)
		if strong.Weak || session.How != people.HowCode || !strong.May(people.PeopleHire, "", now) {
			t.Errorf("%+v", session)
		}
		_, _, err = h.people.Enter(ctx, secret)
		h.is("the weak session", err, fault.SignIn)
		if s, err := h.room.Stronger(ctx, strong, session, people.HowCode, here); s != "" || err != nil {
			t.Errorf("twice: %q, %v", s, err)
		}
		h.must(h.people.SetDemand(ctx, strong, nil))
	})
}

func TestTheBreakGlassAccount(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, err := h.room.SealEnvelope(ctx, h.load(h.kim), "nod@umea.se")
		h.is("made by an administrator", err, fault.Forbidden)
		console := people.Console(h.clock.Now())
		_, err = h.room.SealEnvelope(ctx, console, "amina@umea.se")
		h.is("made of a colleague", err, fault.Invalid)
		first, err := h.room.SealEnvelope(ctx, console, "nod@umea.se")
		h.must(err)
		second, err := h.room.SealEnvelope(ctx, console, "nod@umea.se")
		h.must(err)
		if first.Person.ID != second.Person.ID || first.Password == second.Password {
			t.Errorf("%s, %s", first, second)
		}
		h.must(h.people.SetDemand(ctx, h.load(h.kim), people.Roles))
		h.provider.Down(true)

		a := here
		a.Email, a.Password = "nod@umea.se", first.Password
		_, err = h.room.Password(ctx, a)
		h.is("the old envelope", err, fault.SignIn)
		a.Password = second.Password
		step, err := h.room.Password(ctx, a)
		h.must(err)
		in, s := h.enters(step.Secret)
		if in.Weak || !in.May(people.PeopleHire, "", h.clock.Now()) || s.How != people.HowBreakGlass {
			t.Errorf("%+v", s)
		}
		alarms, err := h.room.Alarms(ctx)
		if err != nil || len(alarms) != 1 {
			t.Errorf("%v, %v", alarms, err)
		}
		h.is("she ends her own alarm", h.room.Quiet(ctx, in, first.Person.ID, "Inget särskilt."), fault.Forbidden)
		h.is("without a word", h.room.Quiet(ctx, h.load(h.kim), first.Person.ID, "  "), fault.Invalid)
		h.must(h.room.Quiet(ctx, h.load(h.kim), first.Person.ID, "Myndighetens inloggning låg nere."))
		h.is("twice", h.room.Quiet(ctx, h.load(h.kim), first.Person.ID, "En gång till."), fault.Gone)
		if alarms, err := h.room.Alarms(ctx); err != nil || len(alarms) != 0 {
			t.Errorf("%v, %v", alarms, err)
		}
		h.clock.Move(people.BreakGlassMost)
		_, _, err = h.people.Enter(ctx, step.Secret)
		h.is("four hours later", err, fault.SignIn)
		h.clock.Move(time.Minute)
	})
}
