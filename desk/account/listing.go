package account

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
)

// Listing (registerpost) is an official account on another network, which the desk does not run: it stands in the register so
// that a citizen can tell it from one that only looks like ours. Each change is a new fact, and the newest counts.
type Listing struct {
	ID      string // of the fact
	Listing string // of the account: the same in every version
	Number  int    // 1, 2, …
	Network string // one of Networks
	Address string // its page: "https://www.facebook.com/exempelkommun"
	Name    string
	Unit    string // the unit that owns it
	Purpose string
	Rules   string     // where its rules for comments stand; may be empty
	Account string     // the desk's account that it belongs with; "" for none
	Opened  clock.Date // the zero Date when nobody knows any more
	Closed  clock.Date // the zero Date while it is open
	By      string
	At      time.Time
	Seen    int64 // last entry about it
}

// Shut reports whether the account has been closed. It stays in the register.
func (l Listing) Shut() bool { return l.Closed != clock.Date{} }

// Network is somewhere else that an authority may have an account.
type Network struct {
	ID    string
	Title lingo.Text
}

// Networks are the networks that the register knows, in the order they are shown.
var Networks = []Network{
	{"facebook", lingo.T("Facebook", "Facebook")}, {"instagram", lingo.T("Instagram", "Instagram")}, {"linkedin", lingo.T("LinkedIn", "LinkedIn")},
	{"youtube", lingo.T("YouTube", "YouTube")}, {"x", lingo.T("X", "X")}, {"threads", lingo.T("Threads", "Threads")}, {"bluesky", lingo.T("Bluesky", "Bluesky")},
	{"mastodon", lingo.T("Mastodon", "Mastodon")}, {"tiktok", lingo.T("TikTok", "TikTok")}, {"snapchat", lingo.T("Snapchat", "Snapchat")},
	{"other", lingo.T("Ett annat nätverk", "Another network")},
}

// NetworkTitle is a network's name; a network we do not know is shown by its id.
func NetworkTitle(id string) lingo.Text {
	for _, n := range Networks {
		if n.ID == id {
			return n.Title
		}
	}
	return lingo.T(id, id)
}

// Tidy returns the listing with spaces trimmed, or a fault.List that says which fields to mend.
func (l Listing) Tidy() (Listing, error) {
	for _, s := range []*string{&l.Network, &l.Address, &l.Name, &l.Unit, &l.Purpose, &l.Rules, &l.Account} {
		*s = tidyText(*s)
	}
	var wrong fault.List
	add := func(field string, say lingo.Text) { wrong = append(wrong, fault.New(fault.Invalid, say).At(field)) }
	if !slices.ContainsFunc(Networks, func(n Network) bool { return n.ID == l.Network }) {
		add("network", lingo.T("Välj ett av nätverken.", "Choose one of the networks."))
	}
	if !webAddress(l.Address) {
		add("address", lingo.T("Skriv kontots adress, till exempel https://www.facebook.com/exempelkommun.", "Write the account's address, for example https://www.facebook.com/exempelkommun."))
	}
	if l.Rules != "" && !webAddress(l.Rules) {
		add("rules", lingo.T("Skriv adressen till reglerna. Den börjar med https://.", "Write the address of the rules. It begins with https://."))
	}
	for _, f := range []struct {
		field, text string
		most        int
		say         lingo.Text
	}{
		{"name", l.Name, mostName, lingo.T("Skriv kontots namn, högst %d tecken.", "Write the account's name, %d characters at most.")},
		{"unit", l.Unit, mostName, lingo.T("Skriv vilken enhet som ansvarar, högst %d tecken.", "Write which unit is responsible, %d characters at most.")},
		{"purpose", l.Purpose, mostLine, lingo.T("Berätta vad kontot är till för, högst %d tecken.", "Tell what the account is for, in %d characters at most.")},
	} {
		if n := len([]rune(f.text)); n == 0 || n > f.most || !readable(f.text, false) {
			add(f.field, f.say.Put(f.most))
		}
	}
	if l.Shut() && l.Opened != (clock.Date{}) && l.Closed.Before(l.Opened) {
		add("closed", lingo.T("Kontot kan inte ha stängts innan det öppnades.", "The account cannot have closed before it opened."))
	}
	return l, wrong.OrNil()
}

// webAddress reports whether a text is an address that a citizen can follow.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil && len(s) <= mostLine && readable(s, false) && !strings.ContainsAny(s, " \"'<>")
}

// Listings lists the accounts on other networks by name; with closed, those that are closed too. The register is public.
func (r *Room) Listings(ctx context.Context, closed bool) ([]Listing, error) {
	all, err := r.store.Listings(ctx)
	if !closed {
		all = slices.DeleteFunc(all, Listing.Shut)
	}
	return all, err
}

// Listing returns an account on another network.
func (r *Room) Listing(ctx context.Context, id string) (Listing, error) {
	return r.store.Listing(ctx, id)
}

// List puts an account on another network in the register, or changes what stands there: Listing "" is a new one. Right:
// account.charter, at the desk's account that it belongs with. Number is that of the version it was written
// from: if another has come since, the fault is Conflict and nothing is written.
func (r *Room) List(ctx context.Context, actor people.Actor, l Listing) (Listing, error) {
	now := r.clock.Now()
	var current Listing
	if l.Listing != "" {
		var err error
		if current, err = r.store.Listing(ctx, l.Listing); err != nil {
			return Listing{}, err
		}
	}
	if err := mayList(actor, current, l, now); err != nil {
		return Listing{}, err
	}
	l, err := l.Tidy()
	if err != nil {
		return Listing{}, err
	}
	if l.Account != "" {
		if _, err := r.store.Account(ctx, l.Account); err != nil {
			return Listing{}, fault.Of(err).At("account")
		}
	}
	next, change, err := decideListing(actor, current, l, now)
	if err != nil {
		return Listing{}, err
	}
	_, err = r.store.Commit(ctx, change)
	return next, err
}

// mayList asks for the right at the desk's account that a listing belongs with, before the change and after; for the whole
// authority when it belongs with none.
func mayList(actor people.Actor, current, wanted Listing, now time.Time) error {
	if wanted.Account == "" && !actor.May(people.AccountCharter, "", now) && actor.Anywhere(people.AccountCharter, now) {
		return fault.New(fault.Invalid, lingo.T("Välj vilket av dina konton på torget det hör ihop med.", "Choose which of your accounts on the square it belongs with.")).At("account")
	}
	if err := people.Ask(actor, people.AccountCharter, wanted.Account, now); err != nil || current.Number == 0 {
		return err
	}
	return people.Ask(actor, people.AccountCharter, current.Account, now)
}

func decideListing(actor people.Actor, current, wanted Listing, now time.Time) (Listing, desk.Change, error) {
	if wanted.Number != current.Number {
		return Listing{}, desk.Change{}, fault.New(fault.Conflict, lingo.T("En kollega har nyss ändrat uppgifterna.", "A colleague has just changed the details.")).
			Try(lingo.T("Läs de nya och gör din ändring i dem.", "Read the new ones and make your change in them."))
	}
	next := wanted
	next.ID, next.Number, next.By, next.At, next.Seen = ident.New(now), current.Number+1, actor.Person.ID, now, 0
	kind := "account.relisted"
	if next.Listing == "" {
		next.Listing, kind = ident.New(now), "account.listed"
	}
	return next, desk.Change{
		Expect: []desk.Expect{{Subject: next.Listing, Seen: current.Seen}},
		Jobs:   elsewhere(current, next),
		Acts: []desk.Act{{Kind: kind, Subject: next.Listing, Account: next.Account, Who: actor.Who(), At: now,
			Say: map[string]any{"name": next.Name, "network": next.Network}, Facts: []any{next}}},
	}, nil
}
