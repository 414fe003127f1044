package bridge

import (
	"context"

	"tilltal/base/fault"
	"tilltal/channel/square"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
)

// Register is what Places reads: which accounts and posts there are. The store is one.
type Register interface {
	// Post returns a post, whoever it is for; fault.NotFound when there is none.
	Post(ctx context.Context, id string) (publish.Post, error)
	// AccountByHandle returns an account by its handle; fault.NotFound when there is none.
	AccountByHandle(ctx context.Context, handle string) (account.Account, error)
}

// Places knows which addresses are ours: an [inbox.Square].
type Places struct {
	addresses square.Addresses
	register  Register
}

// NewPlaces reads addresses by the layout of the square, and looks up what they stand for.
func NewPlaces(at square.Addresses, r Register) Places { return Places{at, r} }

var _ inbox.Square = Places{}

// Find returns a place for each of the addresses that is one of our accounts or posts.
func (p Places) Find(ctx context.Context, uris []string) (map[string]inbox.Place, error) {
	out := map[string]inbox.Place{}
	accounts := map[string]string{} // id by handle; "" when there is none
	for _, uri := range uris {
		ref, ok := p.addresses.Read(uri)
		if !ok {
			continue
		}
		id, known := accounts[ref.Handle]
		if !known {
			a, err := p.register.AccountByHandle(ctx, ref.Handle)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return nil, err
			}
			id = a.ID
			accounts[ref.Handle] = id
		}
		if id == "" {
			continue
		}
		place := inbox.Place{Account: id}
		if ref.Post != "" {
			post, err := p.register.Post(ctx, ref.Post)
			switch {
			case fault.Is(err, fault.NotFound), err == nil && post.Account != id:
				continue
			case err != nil:
				return nil, err
			}
			place.Post, place.Conversation = post.ID, post.Conversation
		}
		out[uri] = place
	}
	return out, nil
}
