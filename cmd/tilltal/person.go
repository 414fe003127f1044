package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// personCmd is what whoever runs the installation can do about people when nobody can sign in.
type personCmd struct {
	List   personListCmd   `cmd:"" help:"List who works at the desk."`
	Invite personInviteCmd `cmd:"" help:"Make a link by which somebody chooses a new password."`
	Leave  personLeaveCmd  `cmd:"" help:"End everything a person may do, at once."`

	BreakGlass personBreakGlassCmd `cmd:"" help:"Make the password of the break-glass account, for an envelope in the safe."`
}

// desk opens the house for a command that works as its console.
func (w where) desk(ctx context.Context, t terminal) (*house, *rooms, error) {
	h, err := w.enter(ctx, t.err)
	if err != nil {
		return nil, nil, err
	}
	return h, h.furnish(nil), nil
}

type personListCmd struct {
	where
	All bool `help:"Those who have left, too."`
}

// Run lists people with their e-mail addresses and units.
func (c *personListCmd) Run(ctx context.Context, t terminal) error {
	h, r, err := c.desk(ctx, t)
	if err != nil {
		return err
	}
	defer h.Close()
	all, err := r.people.People(ctx, people.Console(h.clock.Now()), c.All)
	if err != nil {
		return err
	}
	for _, p := range all {
		left := ""
		if !p.LeftAt.IsZero() {
			left = p.LeftAt.Format(time.DateOnly)
		}
		fmt.Fprintf(t.out, "%s\t%s\t%s\t%s\t%s\n", p.ID, p.Email, p.Name, p.Unit, left)
	}
	return nil
}

// whose is a command about one person.
type whose struct {
	where
	Email string `arg:"" help:"The e-mail address that the person signs in with."`
}

// meet opens the house, as desk does, and finds the person there.
func (w whose) meet(ctx context.Context, t terminal) (*house, *rooms, people.Person, error) {
	h, r, err := w.desk(ctx, t)
	if err != nil {
		return nil, nil, people.Person{}, err
	}
	p, err := personByEmail(ctx, h, r, w.Email)
	if err != nil {
		return nil, nil, p, errors.Join(err, h.Close())
	}
	return h, r, p, nil
}

type personInviteCmd struct {
	whose
}

// Run prints the link. It holds for a week and works once.
func (c *personInviteCmd) Run(ctx context.Context, t terminal) error {
	h, r, p, err := c.meet(ctx, t)
	if err != nil {
		return err
	}
	defer h.Close()
	w, err := r.people.Invite(ctx, people.Console(h.clock.Now()), p.ID)
	if err != nil {
		return err
	}
	t.say(lingo.T("Ge länken till %s. Den gäller till %s och fungerar en gång:", "Give the link to %s. It holds until %s and works once:"), p.Name, w.Until.Format(time.DateOnly))
	fmt.Fprintf(t.out, "%s/valkommen/%s\n", h.base, w.Secret)
	return nil
}

type personLeaveCmd struct {
	whose
}

// Run ends sessions, tokens, roles and mandates.
func (c *personLeaveCmd) Run(ctx context.Context, t terminal) error {
	h, r, p, err := c.meet(ctx, t)
	if err != nil {
		return err
	}
	defer h.Close()
	if err := r.people.Leave(ctx, people.Console(h.clock.Now()), p.ID); err != nil {
		return err
	}
	t.say(lingo.T("%s kan inte längre logga in. Roller, uppdrag och nycklar är avslutade.", "%s can no longer sign in. Roles, mandates and tokens are ended."), p.Name)
	return nil
}

func personByEmail(ctx context.Context, h *house, r *rooms, email string) (people.Person, error) {
	all, err := r.people.People(ctx, people.Console(h.clock.Now()), false)
	if err != nil {
		return people.Person{}, err
	}
	for _, p := range all {
		if p.Email == strings.ToLower(strings.TrimSpace(email)) {
			return p, nil
		}
	}
	return people.Person{}, fault.New(fault.NotFound, lingo.T("Ingen här har e-postadressen %s.", "Nobody here has the e-mail address %s.").Put(email)).
		Try(lingo.T("Se vilka som finns: tilltal person list", "See who is here: tilltal person list"))
}

// tokenCmd makes access tokens.
type tokenCmd struct {
	Create tokenCreateCmd `cmd:"" help:"Make a token by which a program speaks for a person."`
}

type tokenCreateCmd struct {
	whose
	Name  string   `required:"" help:"What it is for."`
	Scope []string `required:"" help:"What it may do: read, write, or single rights such as inbox.read. Repeat or separate with commas."`
	Days  int      `default:"90" help:"How many days it holds, at most 366."`
}

// Run prints the token, once.
func (c *tokenCreateCmd) Run(ctx context.Context, t terminal) error {
	h, r, p, err := c.meet(ctx, t)
	if err != nil {
		return err
	}
	defer h.Close()
	bearer, token, err := r.people.CreateToken(ctx, people.Console(h.clock.Now()), people.Wish{Person: p.ID, Name: c.Name, Scopes: c.Scope, Until: h.clock.Now().AddDate(0, 0, c.Days)})
	if err != nil {
		return err
	}
	fmt.Fprintf(t.err, "%s\n", lingo.T("Nyckeln gäller till %s. Spara den nu: den visas bara en gång.", "The token holds until %s. Keep it now: it is shown only once.").Put(token.Until.Format(time.DateOnly)).In(t.lang))
	fmt.Fprintln(t.out, bearer)
	return nil
}
