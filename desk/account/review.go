package account

import (
	"context"
	"slices"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Review (årlig genomgång) is that somebody went through an account with the legal checklist and answered each question.
type Review struct {
	ID      string
	Subject string // id of an Account or of a Listing
	Answers []Reply
	By      string
	At      time.Time
}

// Reply (svar) is the answer to one question of the checklist.
type Reply struct {
	Question string `json:"question"` // one of Checklist
	Fine     bool   `json:"fine"`     // it is in order; otherwise Words say what is done about it
	Words    string `json:"words"`
}

// Question (kontrollfråga) is one that the law makes an authority ask of each of its accounts.
type Question struct {
	ID     string
	Title  lingo.Text
	Help   lingo.Text
	Source lingo.Text
}

// Checklist is what is asked once a year of every account.
var Checklist = []Question{
	{"purpose", lingo.T("Har kontot fortfarande ett syfte?", "Does the account still have a purpose?"),
		lingo.T("Läs syftet. Stämmer det med det ni faktiskt skriver? Annars ändrar ni syftet eller stänger kontot.",
			"Read the purpose. Is it what you actually write? Otherwise change the purpose or close the account."), lingo.T("E-delegationens riktlinjer 2010", "E-delegationen's guidelines 2010")},
	{"agreement", lingo.T("Har ni ett avtal med plattformen som går att följa?", "Do you have an agreement with the platform that you can keep to?"),
		lingo.T("Läs villkoren som gäller nu. På ert eget torg finns inget sådant avtal: svara att det är i sin ordning.",
			"Read the terms in force now. On your own square there is no such agreement: answer that it is in order."), lingo.T("GDPR art. 26 och 28", "GDPR art. 26 and 28")},
	{"controllership", lingo.T("Är det klart vem som ansvarar för personuppgifterna?", "Is it clear who answers for the personal data?"),
		lingo.T("Den som driver en sida på en plattform kan vara gemensamt ansvarig med plattformen. Då ska fördelningen vara skriven och gå att läsa.",
			"Whoever runs a page on a platform may be jointly responsible with it. Then the division must be written down and open to read."), lingo.T("GDPR art. 26; EU-domstolen C-210/16", "GDPR art. 26; Court of Justice, C-210/16")},
	{"retention", lingo.T("Bevarar och gallrar ni som ni har lovat?", "Do you keep and dispose as you have promised?"),
		lingo.T("Jämför med gallringsbeslutet. Det som inte får gallras ska gå att hitta om tio år.",
			"Compare with the disposal decision. What must not be destroyed shall be found in ten years."), lingo.T("arkivlagen SFS 1990:782 3 och 10 §§", "the Archives Act, SFS 1990:782, sections 3 and 10")},
	{"supervision", lingo.T("Har någon uppsikt över det andra skriver?", "Does somebody keep watch over what others write?"),
		lingo.T("Den som låter andra kommentera ska ha uppsikt och ta bort det som lagen kräver. Hur ofta tittar ni, och vem?",
			"Whoever lets others comment must keep watch and remove what the law requires. How often do you look, and who?"), lingo.T("BBS-lagen SFS 1998:112 4–5 §§", "the BBS Act, SFS 1998:112, sections 4–5")},
}

// How long a review holds, and how long a new account may wait for its first.
const (
	firstReview = 30 * 24 * time.Hour
	mostReply   = 1_000
)

// Duty (genomgång att göra) is that an account is to be gone through, and by when.
type Duty struct {
	Subject string
	Account string // the desk's account that it is, or belongs with; "" for none
	Name    string
	Network string // of a Listing; "" for the desk's own account
	Due     time.Time
	Last    *Review
}

// Overdue reports whether the review should have been made by now.
func (d Duty) Overdue(now time.Time) bool { return now.After(d.Due) }

// Duties lists when every open account is to be gone through, the most urgent first: a year after the last time, and a month
// after an account has come to the register.
func (r *Room) Duties(ctx context.Context) ([]Duty, error) {
	accounts, err := r.store.Accounts(ctx, false)
	if err != nil {
		return nil, err
	}
	listings, err := r.Listings(ctx, false)
	if err != nil {
		return nil, err
	}
	last, err := r.store.LastReviews(ctx)
	if err != nil {
		return nil, err
	}
	var out []Duty
	for _, a := range accounts {
		out = append(out, duty(Duty{Subject: a.ID, Account: a.ID, Name: a.Name}, a.OpenedAt, last))
	}
	for _, l := range listings {
		out = append(out, duty(Duty{Subject: l.Listing, Account: l.Account, Name: l.Name, Network: l.Network}, l.At, last))
	}
	slices.SortStableFunc(out, func(a, b Duty) int { return a.Due.Compare(b.Due) })
	return out, nil
}

func duty(d Duty, came time.Time, last map[string]Review) Duty {
	d.Due = came.Add(firstReview)
	if review, ok := last[d.Subject]; ok {
		d.Last, d.Due = &review, review.At.AddDate(1, 0, 0)
	}
	return d
}

// Reviews lists the reviews of an account or a listing, the newest first. Right: account.read.
func (r *Room) Reviews(ctx context.Context, actor people.Actor, subject string) ([]Review, error) {
	_, account, err := r.subject(ctx, subject)
	if err != nil {
		return nil, err
	}
	if err := people.Ask(actor, people.AccountRead, account, r.clock.Now()); err != nil {
		return nil, err
	}
	return r.store.Reviews(ctx, subject)
}

// Review answers the checklist for an account or a listing. Right: account.review. Every question is answered, and what is
// not in order says what is done about it.
func (r *Room) Review(ctx context.Context, actor people.Actor, subject string, answers []Reply) (Review, error) {
	now := r.clock.Now()
	name, account, err := r.subject(ctx, subject)
	if err != nil {
		return Review{}, err
	}
	if err := people.Ask(actor, people.AccountReview, account, now); err != nil {
		return Review{}, err
	}
	review, change, err := decideReview(actor, subject, account, name, answers, now)
	if err != nil {
		return Review{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return review, err
}

// subject finds what is gone through: its name, and the desk's account that it is or belongs with.
func (r *Room) subject(ctx context.Context, id string) (name, account string, err error) {
	a, err := r.store.Account(ctx, id)
	if err == nil {
		return a.Name, a.ID, open(a)
	}
	if !fault.Is(err, fault.NotFound) {
		return "", "", err
	}
	l, err := r.store.Listing(ctx, id)
	return l.Name, l.Account, err
}

func decideReview(actor people.Actor, subject, account, name string, answers []Reply, now time.Time) (Review, desk.Change, error) {
	review := Review{ID: ident.New(now), Subject: subject, By: actor.Person.ID, At: now}
	var wrong fault.List
	todo := 0
	for _, q := range Checklist {
		i := slices.IndexFunc(answers, func(a Reply) bool { return a.Question == q.ID })
		if i < 0 {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Svara på frågan.", "Answer the question.")).At(q.ID))
			continue
		}
		a := answers[i]
		a.Words = tidyText(a.Words)
		n := len([]rune(a.Words))
		switch {
		case !a.Fine && n == 0:
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv vad ni gör åt det.", "Write what you do about it.")).At(q.ID+".words"))
		case n > mostReply || !readable(a.Words, true):
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv högst %d tecken.", "Write %d characters at most.").Put(mostReply)).At(q.ID+".words"))
		}
		if !a.Fine {
			todo++
		}
		review.Answers = append(review.Answers, a)
	}
	if err := wrong.OrNil(); err != nil {
		return Review{}, desk.Change{}, err
	}
	return review, desk.Change{Acts: []desk.Act{{Kind: "account.reviewed", Subject: subject, Account: account, Who: actor.Who(), At: now,
		Say: map[string]any{"name": name, "todo": todo}, Facts: []any{review}}}}, nil
}
