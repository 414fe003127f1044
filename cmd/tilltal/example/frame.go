package example

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/frame"
	"tilltal/desk/lesson"
)

// frames is what is decided and read before anybody writes: the common frames, management's backing, and that those who are to
// speak have read what applies.
func (s *stage) frames(ctx context.Context) error {
	nadia, err := s.actor(ctx, "nadia")
	if err != nil {
		return err
	}
	if _, err := s.Frames.AdoptCommon(ctx, nadia, common); err != nil {
		return fault.Wrap("common frames", err)
	}
	if err := s.sign(ctx); err != nil {
		return fault.Wrap("backing", err)
	}
	for _, o := range openings {
		for _, key := range o.voices {
			s.clock.hold(s.clock.Now().Add(3 * time.Minute))
			if err := s.acknowledge(ctx, key, s.accounts[o.handle]); err != nil {
				return fault.Wrap(key, err)
			}
		}
	}
	if _, err := s.Frames.AddExercise(ctx, nadia, frame.Exercise{Account: s.accounts[daily], Title: "Hunden i plaskdammen",
		Event: "En hund har badat i plaskdammen vid Ekparken. Vattnet måste bytas och dammen är stängd i dag. Ett barn grät, hunden var nöjd. Berätta varför dammen är stängd."}); err != nil {
		return err
	}
	return s.lists(ctx)
}

var common = frame.Common{
	Purpose: "Vi som jobbar i Exempelkommun kan vårt jobb bäst. Därför får vi berätta om det och svara på frågor, med eget namn, utan att fråga om lov först.",
	Talk:    []string{"Det du kan och gör på jobbet", "Det som hjälper den som bor här"},
	Avoid:   []string{"Det som rör någon enskild", "Det som är hemligt eller inte är beslutat", "Privata åsikter"},
	Examples: []account.Example{
		{Good: true, Text: "Bra fråga! Jag vet inte, men jag frågar dem som vet och återkommer i morgon.", Why: "Det är ärligt, och löftet går att hålla."},
		{Good: false, Text: "Det är inte vårt bord.", Why: "Det är vårt jobb att visa rätt bord."},
	},
}

// sign is management's backing: for everybody, and for the account where the employees speak the most.
func (s *stage) sign(ctx context.Context) error {
	helena, err := s.actor(ctx, "helena")
	if err != nil {
		return err
	}
	today := clock.DateOf(s.clock.Now(), clock.Stockholm())
	for _, b := range []frame.Backing{
		{Words: "Medarbetare som har läst ramarna får tala för kommunen. Blir det fel rättar vi det tillsammans. Den som har försökt göra rätt har mig bakom sig.",
			Name: "Helena Stråle", Title: "kommunjurist", Signed: today, Review: today.Add(365)},
		{Account: s.accounts[daily], Words: "Ni kan parken, gatan och biblioteket. Berätta som ni pratar. Jag står för att ni får tid till det, och för det ni skriver.",
			Name: "Helena Stråle", Title: "kommunjurist, på kommundirektörens uppdrag", Signed: today, Review: today.Add(365)},
	} {
		if _, err := s.Frames.Back(ctx, helena, b); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) acknowledge(ctx context.Context, key, account string) error {
	a, err := s.actor(ctx, key)
	if err != nil {
		return err
	}
	f, err := s.Frames.InForce(ctx, account)
	if err != nil {
		return err
	}
	return s.Frames.Acknowledge(ctx, a, account, f.Versions())
}

// lists puts the municipality's accounts on other networks in the register.
func (s *stage) lists(ctx context.Context) error {
	nadia, err := s.actor(ctx, "nadia")
	if err != nil {
		return err
	}
	for _, l := range []account.Listing{
		{Network: "facebook", Address: "https://www.facebook.com/exempelkommun.example", Name: "Exempelkommun på Facebook", Unit: "Kommunikation", Account: s.accounts[town],
			Purpose: "Vi delar det som står på torget och svarar på frågor på vardagar.", Rules: "https://exempelkommun.example/regler",
			Opened: clock.Date{Year: 2014, Month: time.March, Day: 3}},
		{Network: "instagram", Address: "https://www.instagram.com/vardagisjovik.example", Name: "Vardag i Sjövik på Instagram", Unit: "Parkenheten", Account: s.accounts[daily],
			Purpose: "Bilder från parken, gatan och biblioteket.", Opened: clock.Date{Year: 2019, Month: time.May, Day: 20}},
		{Network: "x", Address: "https://x.com/exempelkommun_example", Name: "Exempelkommun på X", Unit: "Kommunikation", Account: s.accounts[town],
			Purpose: "Här varnade vi för störningar. Nu gör vi det på torget.", Opened: clock.Date{Year: 2012, Month: time.January, Day: 16}, Closed: clock.Date{Year: 2025, Month: time.June, Day: 30}},
	} {
		if _, err := s.Accounts.List(ctx, nadia, l); err != nil {
			return fault.Wrap(l.Name, err)
		}
	}
	return nil
}

// learning is what was learnt from what went wrong.
func (s *stage) learning() []scene {
	return []scene{
		{workday(5, 9, 30)(s.now), "the lesson of the opening hours", func(ctx context.Context) error {
			return s.learn(ctx, "nadia", lesson.Note{Account: s.accounts[town], Sort: "fact", Way: lesson.WayCorrected,
				Happened: "Vi tog öppettiderna ur ett gammalt schema. Någon kom till en stängd grind.",
				Next:     "Vi ringer den som har tiderna innan vi skriver dem, och skriver datumet då de gäller från."})
		}},
		{workday(4, 13, 10)(s.now), "the lesson of the car", func(ctx context.Context) error {
			return s.learn(ctx, "sara", lesson.Note{Account: s.accounts[daily], Sort: "person", Way: lesson.WayWithdrawn,
				Happened: "Vi beskrev en felparkerad bil så noga att grannar förstod vems den var.",
				Next:     "Vi skriver om platsen och regeln, aldrig om bilen. Före publicering frågar vi: kan grannen förstå vem det är?"})
		}},
		{workday(3, 9, 20)(s.now), "the review of the police account", s.review},
	}
}

func (s *stage) learn(ctx context.Context, key string, n lesson.Note) error {
	a, err := s.actor(ctx, key)
	if err != nil {
		return err
	}
	_, err = s.Lessons.Write(ctx, a, n)
	return err
}

// review is the yearly review of an account, with one thing to see to.
func (s *stage) review(ctx context.Context) error {
	birgitta, err := s.actor(ctx, "birgitta")
	if err != nil {
		return err
	}
	var answers []account.Reply
	for _, q := range account.Checklist {
		a := account.Reply{Question: q.ID, Fine: true}
		if q.ID == "supervision" {
			a.Fine, a.Words = false, "Ingen tittar på söndagar. Vakthavande befäl läser inkorgen klockan 10 och 18 från och med nästa vecka."
		}
		answers = append(answers, a)
	}
	_, err = s.Accounts.Review(ctx, birgitta, s.accounts[police], answers)
	return err
}
