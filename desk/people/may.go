package people

import (
	"slices"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// May reports whether the actor may do something to anything at an account; account "" is what concerns the authority.
// It is true for a right about oneself, such as session.own, whenever she works here.
//
// It is false where she may do it only to her own things: ask [Actor.MayOwn] too, after having found that the thing is hers.
func (a Actor) May(right Right, account string, now time.Time) bool {
	reach := a.reach(right, account, now)
	return reach >= OneAccount || reach == OwnThings && right.ForAll()
}

// MayOwn reports whether the actor may do something to a thing at an account that is hers: written by her, or handed to her
// by name. Account matters for roles held through a mandate: outside it nothing is hers any more.
func (a Actor) MayOwn(right Right, account string, now time.Time) bool {
	return a.reach(right, account, now) >= OwnThings
}

// Anywhere reports whether the actor may do something at any account at all: what menus ask.
func (a Actor) Anywhere(right Right, now time.Time) bool {
	everywhere, accounts := a.Accounts(right, now)
	return everywhere || len(accounts) > 0
}

// Accounts returns where the actor may do something: everywhere, or at the accounts listed, sorted. Lists are made with it.
func (a Actor) Accounts(right Right, now time.Time) (everywhere bool, accounts []string) {
	if a.May(right, "", now) {
		return true, nil
	}
	for _, m := range a.Mandates {
		if a.May(right, m.Account, now) && !slices.Contains(accounts, m.Account) {
			accounts = append(accounts, m.Account)
		}
	}
	slices.Sort(accounts)
	return false, accounts
}

// reach is how far the right goes for the actor at that account and that moment: the longest of what her roles give.
func (a Actor) reach(right Right, account string, now time.Time) Reach {
	if a.gone(now) || !a.inScope(right) || a.Weak && !mends(right) {
		return Nothing
	}
	best := Nothing
	if right.ForAll() {
		best = OwnThings // whoever works here signs in and sends ideas, whatever her roles
	}
	for _, g := range a.Grants {
		if g.Person == a.Person.ID && g.Role.ByGrant() && g.InForce(now) {
			best = max(best, g.Role.Gives(right))
		}
	}
	for _, m := range a.Mandates {
		if m.Person == a.Person.ID && m.Account == account && account != "" && m.Role.ByMandate() && m.InForce(now) {
			best = max(best, withMandate(m.Role.Gives(right)))
		}
	}
	return best
}

// withMandate is what is left of a reach when the role is held for one account: nothing of what concerns the authority.
func withMandate(r Reach) Reach {
	if r == Authority {
		return Nothing
	}
	return r
}

// gone reports whether nobody stands behind the actor: she is unknown, not yet hired, or has left.
func (a Actor) gone(now time.Time) bool {
	p := a.Person
	return p.ID == "" || now.Before(p.HiredAt) || !p.LeftAt.IsZero() && !now.Before(p.LeftAt)
}

// The scopes that stand for a group of rights.
const (
	ScopeRead  = "read"  // every right that reads
	ScopeWrite = "write" // every right that changes; a program that writes must also be given what it reads
)

// inScope reports whether the token that speaks for the actor, if one does, was made for this. No token may do what
// concerns only how the person signs in: a program never makes itself a second key.
func (a Actor) inScope(right Right) bool {
	if a.Scopes == nil {
		return true
	}
	return slices.ContainsFunc(a.Scopes, func(scope string) bool { return covers(scope, right) })
}

func covers(scope string, right Right) bool {
	switch right.Sort() {
	case Self:
		return false
	case Reads:
		return scope == ScopeRead || scope == string(right)
	default:
		return right.Known() && (scope == ScopeWrite || scope == string(right))
	}
}

// ScopeKnown reports whether a token may carry the scope.
func ScopeKnown(scope string) bool {
	if scope == ScopeRead || scope == ScopeWrite {
		return true
	}
	r := Right(scope)
	return r.Known() && r.Sort() != Self
}

// Ask returns nil when the actor may, and otherwise the fault to show: SignIn when nobody is signed in or the person has
// left, Forbidden with whom to turn to when she may not. It is [Actor.May] with words.
func Ask(a Actor, right Right, account string, now time.Time) error {
	if a.May(right, account, now) {
		return nil
	}
	return refuse(a, right, now)
}

// AskOwn is Ask for a thing that may be hers: mine says whether it is.
func AskOwn(a Actor, right Right, account string, mine bool, now time.Time) error {
	if a.May(right, account, now) || mine && a.MayOwn(right, account, now) {
		return nil
	}
	return refuse(a, right, now)
}

func refuse(a Actor, right Right, now time.Time) error {
	if a.gone(now) {
		return fault.New(fault.SignIn, lingo.T("Logga in för att fortsätta.", "Sign in to go on."))
	}
	if a.Weak && !mends(right) {
		return TooWeak
	}
	if a.Scopes != nil && !a.inScope(right) {
		return fault.New(fault.Forbidden, lingo.T("Åtkomstnyckeln får inte %s.", "This access token may not %s.").Put(right.Title())).
			Try(lingo.T("Skapa en nyckel med omfånget %[1]q.", "Make a token with the scope %[1]q.").Put(string(right)))
	}
	f := fault.New(fault.Forbidden, lingo.T("Du får inte %s här.", "You may not %s here.").Put(right.Title()))
	if who := holders(right); !who.Empty() {
		f = f.Try(lingo.T("Det får: %s. Be någon av dem om hjälp.", "Those who may: %s. Ask one of them for help.").Put(who))
	}
	return f
}

// holders names the roles that give a right for more than one's own things.
func holders(right Right) lingo.Text {
	var sv, en []string
	for _, role := range Roles {
		if role.Gives(right) >= OneAccount {
			sv = append(sv, role.Title().SV)
			en = append(en, role.Title().EN)
		}
	}
	return lingo.T(strings.Join(sv, ", "), strings.Join(en, ", "))
}
