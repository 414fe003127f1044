// Package bridge is the bridge between the rooms of the desk and the channels (bryggan). A channel knows its network and
// nothing of the desk; a room knows its work and no network. Here what a room says is put in the words of the channel port,
// what another server sends becomes an envelope for the inbox, and somebody knows which addresses on the square are ours.
package bridge

import (
	"context"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/channel"
	"tilltal/channel/square"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
)

// Shelf is where what has been said is read. The store is one.
type Shelf interface {
	// Post returns a post, whoever it is for; fault.NotFound when there is none.
	Post(ctx context.Context, id string) (publish.Post, error)
	// Posts returns posts, the newest first.
	Posts(ctx context.Context, l publish.List) (desk.Page[publish.Post], error)
	// CountPosts counts what Posts would return.
	CountPosts(ctx context.Context, l publish.List) (int, error)
	// Account returns an account; fault.NotFound when there is none.
	Account(ctx context.Context, id string) (account.Account, error)
	// Accounts lists the register; with closed, those that have been closed too.
	Accounts(ctx context.Context, closed bool) ([]account.Account, error)
	// Listings lists the accounts on other networks.
	Listings(ctx context.Context) ([]account.Listing, error)
	// Settings returns what is known of the authority.
	Settings(ctx context.Context) (authority.Settings, error)
	// Replies returns what has been said in public under a post, the oldest first.
	Replies(ctx context.Context, post, after string, limit int) (desk.Page[inbox.Turn], error)
	// Heard reports whether any of the addresses is something a citizen has said to us.
	Heard(ctx context.Context, uris []string) (bool, error)
	// Kept reports whether something that was done under that name lies on record.
	Kept(ctx context.Context, remote string) (bool, error)
	// SaidBy returns who said something; "" when we have not heard it.
	SaidBy(ctx context.Context, uri string) (string, error)
	// Departed reports whether somebody has taken away her account.
	Departed(ctx context.Context, actor string) (bool, error)
}

// AccountOf is an account in the words of the channels.
func AccountOf(a account.Account) channel.Account {
	return channel.Account{ID: a.ID, Handle: a.Handle, Name: a.Name, Purpose: a.Purpose, Kind: a.Kind, Language: a.Language,
		OpenedAt: a.OpenedAt, Closed: a.Closed()}
}

// PostOf is a post in the words of the channels, as it stands now. To is whom it answers, "" for nobody.
func PostOf(p publish.Post, a account.Account, to string) channel.Post {
	out := channel.Post{ID: p.ID, Account: AccountOf(a), Text: p.Text(), Summary: p.Content.Summary, Language: p.Content.Language,
		Topics: p.Content.Topics, Signature: signature(p.Curator, p.Content), PublishedAt: p.At, InReplyTo: p.InReplyTo, Direct: p.Direct != ""}
	for _, picture := range p.Content.Pictures {
		out.Pictures = append(out.Pictures, channel.Picture{Hash: picture.Hash, Type: picture.Type, Alt: picture.Alt, Width: picture.Width, Height: picture.Height})
	}
	if to != "" {
		out.To = []string{to}
	}
	if n := len(p.Corrections); n > 0 {
		c := p.Corrections[n-1]
		out.Correction = &channel.Correction{Wrong: c.Wrong, Right: c.Right, Why: c.Why, Now: c.Now, At: c.At}
		out.UpdatedAt = c.At
	}
	if w := p.Withdrawal; w != nil {
		out.Withdrawn = &channel.Withdrawal{Public: w.Public, At: w.At}
		out.Text, out.Summary, out.Pictures, out.Correction = "", "", nil, nil // what was taken back does not leave the house
	}
	return out
}

// signature is who speaks, as citizens may know her, and whose idea it was when she wants to be named: in the language of the text.
func signature(s publish.Signature, c draft.Content) string {
	out := s.Line()
	if c.Credit != "" {
		out += creditOf.Put(c.Credit).In(lingo.Lang(c.Language))
	}
	return out
}

var creditOf = lingo.T(". Idé: %s", ". Idea: %s")

// Reading reads posts for the channels.
type Reading struct{ Shelf Shelf }

// Post returns a post for the channels; fault.NotFound when there is none.
func (r Reading) Post(ctx context.Context, id string) (channel.Post, error) {
	p, err := r.Shelf.Post(ctx, id)
	if err != nil {
		return channel.Post{}, err
	}
	a, err := r.Shelf.Account(ctx, p.Account)
	if err != nil {
		return channel.Post{}, err
	}
	return r.put(ctx, p, a)
}

func (r Reading) put(ctx context.Context, p publish.Post, a account.Account) (channel.Post, error) {
	to := p.Direct
	if to == "" && p.InReplyTo != "" {
		var err error
		if to, err = r.Shelf.SaidBy(ctx, p.InReplyTo); err != nil {
			return channel.Post{}, err
		}
	}
	if to != "" {
		if gone, err := r.Shelf.Departed(ctx, to); err != nil || gone {
			return PostOf(p, a, ""), err
		}
	}
	return PostOf(p, a, to), nil
}

// Arriver puts envelopes on the record: desk/inbox.
type Arriver interface {
	Arrive(ctx context.Context, e inbox.Envelope) error
}

// Desk is what the square asks of the desk: a [square.Desk].
type Desk struct {
	Reading
	Addresses square.Addresses
	Inbox     Arriver
}

// NewDesk joins the rooms that the square needs.
func NewDesk(s Shelf, at square.Addresses, i Arriver) Desk {
	return Desk{Reading: Reading{s}, Addresses: at, Inbox: i}
}

var _ square.Desk = Desk{}

// Name returns the authority's name; "" before the first start.
func (d Desk) Name(ctx context.Context) (string, error) {
	s, err := d.Shelf.Settings(ctx)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return s.Name, err
}

// Accounts returns the register.
func (d Desk) Accounts(ctx context.Context) ([]channel.Account, error) {
	all, err := d.Shelf.Accounts(ctx, true)
	if err != nil {
		return nil, err
	}
	elsewhere, err := d.Shelf.Listings(ctx)
	out := make([]channel.Account, len(all))
	for i, a := range all {
		out[i] = AccountOf(a)
		for _, l := range elsewhere {
			if l.Account == a.ID && !l.Shut() {
				out[i].Me = append(out[i].Me, channel.Link{Name: account.NetworkTitle(l.Network).SV, URL: l.Address})
			}
		}
	}
	return out, err
}

// AccountNow returns an account as it shows itself now; fault.NotFound when there is none.
func (d Desk) AccountNow(ctx context.Context, id string) (channel.Account, error) {
	all, err := d.Accounts(ctx)
	if err != nil {
		return channel.Account{}, err
	}
	for _, a := range all {
		if a.ID == id {
			return a, nil
		}
	}
	return channel.Account{}, fault.New(fault.NotFound, lingo.T("Kontot finns inte.", "There is no such account."))
}

// Posts returns an account's public posts and answers, the newest first.
func (d Desk) Posts(ctx context.Context, id, after string, limit int) ([]channel.Post, string, error) {
	page, err := d.Shelf.Posts(ctx, publish.List{Account: id, Answers: true, After: after, Limit: limit})
	if err != nil {
		return nil, "", err
	}
	a, err := d.Shelf.Account(ctx, id)
	if err != nil {
		return nil, "", err
	}
	out := make([]channel.Post, len(page.Items))
	for i, p := range page.Items {
		if out[i], err = d.put(ctx, p, a); err != nil {
			return nil, "", err
		}
	}
	return out, page.Next, nil
}

// CountPosts counts an account's public posts and answers.
func (d Desk) CountPosts(ctx context.Context, account string) (int, error) {
	return d.Shelf.CountPosts(ctx, publish.List{Account: account, Answers: true})
}

// Heard reports whether any of the addresses is something a citizen has said to us.
func (d Desk) Heard(ctx context.Context, uris []string) (bool, error) {
	return d.Shelf.Heard(ctx, uris)
}

// Kept reports whether an activity with that id lies on record.
func (d Desk) Kept(ctx context.Context, activity string) (bool, error) {
	return d.Shelf.Kept(ctx, activity)
}

// Arrive puts a letter on the record.
func (d Desk) Arrive(ctx context.Context, l square.Letter) error {
	return d.Inbox.Arrive(ctx, inbox.Envelope{Channel: inbox.ChannelFediverse, Remote: l.ID, Account: l.Account, Sender: l.Sender, Kind: l.Kind, Body: l.Body})
}

// Replies returns the addresses of public replies to a post, theirs and ours. What was asked in a form on the square has no
// address of its own.
func (d Desk) Replies(ctx context.Context, post, after string, limit int) ([]string, string, error) {
	page, err := d.Shelf.Replies(ctx, post, after, limit)
	if err != nil {
		return nil, "", err
	}
	var uris []string
	for _, t := range page.Items {
		switch {
		case t.Ours:
			p, err := d.Reading.Post(ctx, t.ID)
			if err != nil {
				return nil, "", err
			}
			uris = append(uris, d.Addresses.Post(p.Account.Handle, p.ID))
		case strings.HasPrefix(t.Remote, "http"):
			uris = append(uris, t.Remote)
		}
	}
	return uris, page.Next, nil
}
