package shift

import (
	"strings"

	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// names are what accounts and colleagues are called on one page, each looked up once.
type names struct {
	*paper.Names
	room     *room
	v        *visit.Visit
	accounts map[string]string
}

func (r *room) names(v *visit.Visit) *names {
	return &names{Names: paper.NewNames(v, r.People), room: r, v: v, accounts: map[string]string{}}
}

// account returns an account's name. It is furniture: the page is shown without it.
func (n *names) account(id string) string {
	if _, known := n.accounts[id]; !known {
		a, err := n.room.Accounts.Account(n.v.Context(), id)
		if err != nil {
			n.v.Log.Warn("an account could not be looked up", "account", id, "error", err)
		}
		n.accounts[id] = a.Name
	}
	return n.accounts[id]
}

// colleagues are those who may be planned, as choices.
func (r *room) colleagues(v *visit.Visit) ([]frame.Option, error) {
	all, err := r.People.People(v.Context(), v.Actor, false)
	if err != nil {
		return nil, err
	}
	return options(all), nil
}

func options(all []people.Person) (out []frame.Option) {
	for _, p := range all {
		out = append(out, frame.Option{Value: p.ID, Label: joined(p.Name, p.Unit)})
	}
	return out
}

// nobody is the choice of nobody, before others.
func nobody(v *visit.Visit, all []frame.Option) []frame.Option {
	return append([]frame.Option{{Value: "", Label: v.Say(nobodyWord)}}, all...)
}

func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}
