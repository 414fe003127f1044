package example

import (
	"cmp"
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/picture"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// writing is everything that was written, as scenes.
func (s *stage) writing() (out []scene) {
	for _, p := range posts {
		out = append(out, scene{p.at(s.now), "the post " + p.key, func(ctx context.Context) error { return s.write(ctx, p) }})
	}
	return out
}

// write lets somebody write a post, and do with it what she did.
func (s *stage) write(ctx context.Context, p post) error {
	writer, err := s.actor(ctx, p.by)
	if err != nil {
		return err
	}
	content, err := s.illustrated(ctx, writer, p)
	if err != nil {
		return err
	}
	d, err := s.Drafts.Begin(ctx, writer, draft.Start{Account: s.accounts[p.account], Kind: draft.KindPost, Content: content})
	if err != nil || p.fate == writing {
		return err
	}
	var when clock.Wall
	if p.fate == scheduled {
		when = tomorrow(s.now, 8, 0)
	}
	o, err := s.handIn(ctx, writer, d, handing{answer: p.answer, read: p.read, when: when, waits: p.fate == waiting})
	s.posts[p.key] = o.Post
	return err
}

// illustrated returns the post's content, with its picture drawn and cleaned as an uploaded one is.
func (s *stage) illustrated(ctx context.Context, writer people.Actor, p post) (draft.Content, error) {
	c := p.content()
	if p.picture == nil {
		return c, nil
	}
	file, err := encode(p.picture())
	if err != nil {
		return c, err
	}
	clean, err := picture.Clean(ctx, file)
	if err != nil {
		return c, err
	}
	f := clean.Full
	kept, err := s.Drafts.AddPicture(ctx, writer, s.accounts[p.account],
		draft.Image{Type: f.Type, Width: f.Width, Height: f.Height, Data: f.Bytes, Name: p.name})
	kept.Alt = p.alt
	c.Pictures = []draft.Picture{kept}
	return c, err
}

// stand is what a writer says of findings, when she has nothing of her own to say.
const stand = "Jag har läst anmärkningarna och står för texten."

// handing is how a draft is handed in.
type handing struct {
	answer string     // to each of the findings; "" is stand
	read   string     // what the colleague says who reads it, where one does
	when   clock.Wall // the zero Wall: as soon as allowed
	waits  bool       // nobody has read it yet
}

// handIn hands in a draft and takes the step that the account's routine asks for.
func (s *stage) handIn(ctx context.Context, writer people.Actor, d draft.Draft, how handing) (publish.Outcome, error) {
	findings, err := s.Drafts.Look(ctx, writer, d.ID)
	if err != nil {
		return publish.Outcome{}, err
	}
	h := draft.Handing{Version: d.Latest.Number, When: how.when}
	for _, f := range findings {
		h.Responses = append(h.Responses, draft.Response{Rule: f.Rule, Text: f.Text, Kind: draft.Kept, Reason: cmp.Or(how.answer, stand)})
	}
	sub, err := s.Drafts.Submit(ctx, writer, d.ID, h)
	if err != nil || how.waits {
		return publish.Outcome{}, err
	}
	if !sub.Step.FourEyes() {
		return s.Publish.PublishOwn(ctx, writer, d.ID)
	}
	reader, err := s.actor(ctx, readerFor(sub.Step, writer.Person.ID == s.people["lars"]))
	if err != nil {
		return publish.Outcome{}, err
	}
	s.clock.hold(s.clock.Now().Add(6 * time.Minute))
	if _, err := s.Review.Approve(ctx, reader, d.ID, sub.Hash, how.read); err != nil || sub.Timed() {
		return publish.Outcome{}, err
	}
	return s.Publish.Release(ctx, reader, d.ID, how.when) // the worker's part: nobody works while the clock is held
}

// readerFor is who reads what must be read, when the writer may not do it herself.
func readerFor(step guideline.Step, writtenByLars bool) string {
	switch {
	case step == guideline.Decision:
		return "helena"
	case writtenByLars:
		return "nadia"
	}
	return "lars"
}

// mending is what had to be put right: a correction, and a withdrawal.
func (s *stage) mending() []scene {
	return []scene{
		{workday(5, 9, 5)(s.now), "the correction", s.correct},
		{workday(4, 12, 40)(s.now), "the withdrawal", s.withdraw},
	}
}

func (s *stage) correct(ctx context.Context) error {
	nadia, err := s.actor(ctx, "nadia")
	if err != nil {
		return err
	}
	said := draft.Corrected{
		Wrong: "På torsdagar har återvinningscentralen öppet till klockan 19.",
		Right: "På torsdagar har den öppet till klockan 18.",
		Why:   "Vi tog tiderna ur ett gammalt schema.",
		Now:   "Tiden är ändrad här och på webbplatsen. Förlåt, du som kom till en stängd grind.",
	}
	d, err := s.Publish.Correct(ctx, nadia, s.posts["recycling"], said, recyclingRight)
	if err != nil {
		return err
	}
	_, err = s.handIn(ctx, nadia, d, handing{read: "Bra. Felet syns, och det går snabbt att förstå."})
	return err
}

const recyclingRight = `Återvinningscentralen i Sjövik har nya öppettider:

– Måndag till onsdag: 10–16
– Torsdag: 10–18
– Fredag: 10–15
– Lördag: 9–14

Du behöver inte boka tid. Har du asbest eller sprängmedel hemma? Prata med personalen innan du lastar av.`

func (s *stage) withdraw(ctx context.Context) error {
	sara, err := s.actor(ctx, "sara")
	if err != nil {
		return err
	}
	_, err = s.Publish.Withdraw(ctx, sara, s.posts["carpark"], publish.Taking{
		Ground: publish.GroundPersonalData,
		Reason: "En läsare påpekade att bilen och platsen tillsammans gör att grannarna förstår vem som äger den. Det stämmer.",
		Public: "Vi beskrev en felparkerad bil så noga att grannar kunde förstå vems den var. Det ska vi inte göra. Därför har vi tagit bort inlägget.",
	})
	return err
}
