package example

import (
	"context"

	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
)

// helping is what colleagues did for each other: ideas from those who do not write, comments on a text, and questions to
// those who know.
func (s *stage) helping() []scene {
	library, whistle := new(string), new(string)
	return []scene{
		{workday(4, 7, 20)(s.now), "an idea that is turned down", s.whistle(whistle)},
		{workday(3, 10, 5)(s.now), "the answer to it", func(ctx context.Context) error {
			lars, err := s.actor(ctx, "lars")
			if err != nil {
				return err
			}
			return s.Ideas.Refuse(ctx, lars, *whistle, "Tack, Olle! Den är rolig, men alla tror att det är ett larm. Vi tar gärna bilden på vattentornet i stället, med dimman.")
		}},
		{workday(2, 9, 15)(s.now), "an idea", s.library(library)},
		{workday(1, 13, 30)(s.now), "a question about it", func(ctx context.Context) error {
			nadia, err := s.actor(ctx, "nadia")
			if err != nil {
				return err
			}
			return s.Ideas.Ask(ctx, nadia, *library, "Vad fint! Får vi citera ur ett av breven, om den som skrev det säger ja?")
		}},
		{workday(1, 14, 40)(s.now), "an idea that waits", s.archive},
		{workday(1, 15, 10)(s.now), "a text with comments", s.commented},
		{workday(1, 15, 30)(s.now), "a question to the lawyer", s.consulted},
	}
}

func (s *stage) whistle(id *string) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		olle, err := s.actor(ctx, "olle")
		if err != nil {
			return err
		}
		i, err := s.Ideas.Send(ctx, olle, idea.Letter{Account: s.accounts[town], Credit: true,
			Text: "Ventilen i vattentornet visslar när det blåser från norr. Jag har spelat in det. Kan det bli något?"})
		*id = i.ID
		return err
	}
}

func (s *stage) library(id *string) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		eeva, err := s.actor(ctx, "eeva")
		if err != nil {
			return err
		}
		i, err := s.Ideas.Send(ctx, eeva, idea.Letter{Account: s.accounts[daily], Credit: true,
			Text: "Vi hittar lappar i böckerna som folk lämnar tillbaka: inköpslistor, biobiljetter, ett kärleksbrev på finska. Vi har sparat dem i en låda sedan 1994. Är det här något?"})
		*id = i.ID
		return err
	}
}

// archive is from somebody who writes for no account.
func (s *stage) archive(ctx context.Context) error {
	tomasz, err := s.actor(ctx, "tomasz")
	if err != nil {
		return err
	}
	_, err = s.Ideas.Send(ctx, tomasz, idea.Letter{
		Text: "I arkivet ligger ett klagomål från 1911 om att spårvagnen plingar för högt. Sjövik har aldrig haft någon spårvagn. Jag vet inte vilket konto det passar på."})
	return err
}

// commented is a text that a colleague reads while it is written, and asks an expert about.
func (s *stage) commented(ctx context.Context) error {
	amina, err := s.actor(ctx, "amina")
	if err != nil {
		return err
	}
	d, err := s.Drafts.Begin(ctx, amina, draft.Start{Account: s.accounts[daily], Kind: draft.KindPost, Content: draft.Content{
		Text: "I dag tömmer vi dammen i Näckrosparken. Vattnet sänks under dagen och fiskarna flyttar till kanalen så länge. De är inte tillfrågade.", Language: "sv"}})
	if err != nil {
		return err
	}
	nadia, err := s.actor(ctx, "nadia")
	if err != nil {
		return err
	}
	for _, say := range []counsel.Saying{
		{Quote: "Vattnet sänks under dagen", Text: "Säg vem som gör det, så blir det lite rörelse i bilden.", Suggests: true, Instead: "Vi släpper ut vattnet fram till klockan 15"},
		{Text: "Sista meningen är bäst. Låt den stå kvar."},
	} {
		if err := s.Counsel.Comment(ctx, nadia, d.ID, say); err != nil {
			return err
		}
	}
	_, err = s.Counsel.Ask(ctx, amina, counsel.Asking{Draft: d.ID, To: s.people["olle"], Days: 2, Quote: "fiskarna flyttar till kanalen så länge",
		Text: "Stämmer det att de får vara i kanalen? Och hur kallt får det vara för dem?"})
	return err
}

// consulted is a question about a conversation.
func (s *stage) consulted(ctx context.Context) error {
	lars, err := s.actor(ctx, "lars")
	if err != nil {
		return err
	}
	page, err := s.Inbox.List(ctx, lars, inbox.Filter{Accounts: []string{s.accounts[town]}, Limit: 1})
	if err != nil || len(page.Items) == 0 {
		return err
	}
	q, err := s.Counsel.Ask(ctx, lars, counsel.Asking{Conversation: page.Items[0].ID, To: s.people["helena"], Days: 1, Quote: page.Items[0].First,
		Text: "Får vi svara på det här öppet, eller ska hen höra av sig till handläggaren?"})
	if err != nil {
		return err
	}
	helena, err := s.actor(ctx, "helena")
	if err != nil {
		return err
	}
	return s.Counsel.Answer(ctx, helena, q.ID, "Svara på det allmänna öppet. Det som gäller hens eget ärende tar handläggaren. Skriv så, rakt ut.")
}
