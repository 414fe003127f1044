package notice

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/push"
	"tilltal/desk"
	"tilltal/desk/people"
)

func (r *Room) own(a people.Actor) error {
	return people.Ask(a, people.NoticeOwn, "", r.clock.Now())
}

// Mine lists the actor's notices, the newest first.
func (r *Room) Mine(ctx context.Context, a people.Actor, after string) (desk.Page[Notice], error) {
	if err := r.own(a); err != nil {
		return desk.Page[Notice]{}, err
	}
	return r.store.Notices(ctx, a.Person.ID, after, 50)
}

// Unread counts what the actor has not read.
func (r *Room) Unread(ctx context.Context, a people.Actor) (int, error) {
	if err := r.own(a); err != nil {
		return 0, err
	}
	return r.store.Unread(ctx, a.Person.ID)
}

// Open marks one of the actor's notices as read, and returns where it leads.
func (r *Room) Open(ctx context.Context, a people.Actor, id string) (string, error) {
	if err := r.own(a); err != nil {
		return "", err
	}
	n, err := r.store.Notice(ctx, a.Person.ID, id)
	if err != nil {
		return "", err
	}
	return n.Path, r.store.ReadNotices(ctx, a.Person.ID, []string{id}, r.clock.Now())
}

// ReadAll marks all of the actor's notices as read.
func (r *Room) ReadAll(ctx context.Context, a people.Actor) error {
	if err := r.own(a); err != nil {
		return err
	}
	return r.store.ReadNotices(ctx, a.Person.ID, nil, r.clock.Now())
}

// Choice returns how the actor wants to be told.
func (r *Room) Choice(ctx context.Context, a people.Actor) (Choice, error) {
	if err := r.own(a); err != nil {
		return Choice{}, err
	}
	return r.choice(ctx, a.Person.ID)
}

// Choose keeps how the actor wants to be told. It holds for what waits to be sent too. Errors: as [Choice.Tidy].
func (r *Room) Choose(ctx context.Context, a people.Actor, c Choice) error {
	if err := r.own(a); err != nil {
		return err
	}
	c, err := c.Tidy()
	if err != nil {
		return err
	}
	return r.store.KeepChoice(ctx, a.Person.ID, c)
}

// Browsers lists where the actor has asked to be told.
func (r *Room) Browsers(ctx context.Context, a people.Actor) ([]Browser, error) {
	if err := r.own(a); err != nil {
		return nil, err
	}
	return r.store.Browsers(ctx, a.Person.ID)
}

// Key is the public key that a browser is shown when it is asked to take our messages.
func (r *Room) Key(ctx context.Context, a people.Actor) (string, error) {
	if err := r.own(a); err != nil {
		return "", err
	}
	k, err := r.keys(ctx)
	return k.Public, err
}

// mostBrowsers is how many browsers one person may be told in. The one that asked longest ago makes room.
const mostBrowsers = 10

// Subscribe tells the actor in a browser from now on. The same browser again is the same one; a browser that somebody else
// used before is hers now. Errors: fault.Invalid when what the browser sent has not the form it should.
func (r *Room) Subscribe(ctx context.Context, a people.Actor, name string, s push.Subscription) error {
	if err := r.own(a); err != nil {
		return err
	}
	if err := s.Check(); err != nil {
		return err
	}
	if known, err := r.store.Browsers(ctx, a.Person.ID); err != nil {
		return err
	} else if len(known) >= mostBrowsers && !slices.ContainsFunc(known, func(b Browser) bool { return b.Endpoint == s.Endpoint }) {
		if err := r.store.DropBrowser(ctx, known[len(known)-1].ID); err != nil {
			return err
		}
	}
	sum := sha256.Sum256([]byte(s.Endpoint))
	return r.store.KeepBrowser(ctx, Browser{ID: hex.EncodeToString(sum[:16]), Person: a.Person.ID, Name: name, Subscription: s, At: r.clock.Now()})
}

// Unsubscribe stops telling the actor in one of her browsers. One that is not hers is left alone, without a word.
func (r *Room) Unsubscribe(ctx context.Context, a people.Actor, id string) error {
	known, err := r.Browsers(ctx, a)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(known, func(b Browser) bool { return b.ID == id }) {
		return nil
	}
	return r.store.DropBrowser(ctx, id)
}

var (
	testSubject = lingo.T("Ett prov från Tilltal", "A test from Tilltal")
	testWords   = lingo.T("Det här är ett prov. Nu vet du att aviseringarna kommer fram.", "This is a test. Now you know that notices reach you.")
	noMail      = fault.New(fault.NotFound, lingo.T("Skrivbordet är inte inställt för e-post.", "The desk is not set up for e-mail.")).
			Try(lingo.T("Be administratören ställa in en e-postserver.", "Ask the administrator to set up a mail server."))
	noBrowser = fault.New(fault.NotFound, lingo.T("Ingen webbläsare tar emot notiser än.", "No browser takes notifications yet."))
)

// Test sends the actor a test by every way out of the house, at once and whatever her quiet hours, and says how each went.
func (r *Room) Test(ctx context.Context, a people.Actor) ([]Outcome, error) {
	if err := r.own(a); err != nil {
		return nil, err
	}
	c, err := r.choice(ctx, a.Person.ID)
	if err != nil {
		return nil, err
	}
	p, now := c.reader(a.Person), r.clock.Now()
	l, name := lingo.Lang(p.Language), nameOf([]Notice{{ID: ident.New(now)}})
	mail := Outcome{Way: ByMail, Where: p.Email, Err: noMail}
	if r.Mails() {
		b := letterBuilder{lang: l, base: r.with.Base}
		b.paragraph(testWords.In(l))
		b.paragraph(whyLetter.Put(r.with.Base+SettingsPath).In(l) + "\n" + noReply.In(l))
		mail.Err = r.with.Post.Send(ctx, r.envelope(p, testSubject.In(l), name, b))
	}
	browsers, err := r.tellBrowsers(ctx, p, message(browserMessage{Title: testSubject.In(l), Body: testWords.In(l), Path: SettingsPath, Tag: name, Lang: p.Language}, false))
	if err != nil {
		return nil, err
	}
	if len(browsers) == 0 {
		browsers = []Outcome{{Way: ByPush, Err: noBrowser}}
	}
	return append([]Outcome{mail}, browsers...), nil
}
