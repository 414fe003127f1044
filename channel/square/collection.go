package square

import (
	"context"
	"net/http"
	"net/url"

	"tilltal/base/activitypub"
)

// pageSize is how many members of a list stand on one of its pages.
const pageSize = 40

// Collection answers with one of an account's lists. Followers are counted and not named: who reads what an authority says is
// nobody's business. An account follows nobody, and has nothing featured.
func (s *Square) Collection(w http.ResponseWriter, r *http.Request, handle, part string) error {
	address := s.Addresses.Of(handle, part)
	if handle == instance && part == "outbox" { // the server itself says nothing
		return write(w, http.StatusOK, activitypub.ContentType, activitypub.Collection{ID: address, Type: activitypub.OrderedCollection})
	}
	a, err := s.account(r.Context(), handle)
	if err != nil {
		return err
	}
	total := 0
	switch part {
	case "outbox":
		if total, err = s.Desk.CountPosts(r.Context(), a.ID); err != nil {
			return err
		}
		return s.pages(w, r, address, total, func(ctx context.Context, after string) ([]activitypub.Item, string, error) {
			return s.outbox(ctx, a.ID, after)
		})
	case "followers":
		if total, err = s.Store.CountFollowers(r.Context(), a.ID); err != nil {
			return err
		}
	case "following", "featured":
	default:
		return noPost
	}
	return write(w, http.StatusOK, activitypub.ContentType, activitypub.Collection{ID: address, Type: activitypub.OrderedCollection, Total: total})
}

// Replies answers with the list of what has been answered in public to a post.
func (s *Square) Replies(w http.ResponseWriter, r *http.Request, handle, id string) error {
	p, err := s.post(r.Context(), handle, id)
	if err != nil {
		return err
	}
	if p.Direct || p.Withdrawn != nil {
		return noPost
	}
	return s.pages(w, r, s.Addresses.Replies(handle, id), -1, func(ctx context.Context, after string) ([]activitypub.Item, string, error) {
		uris, next, err := s.Desk.Replies(ctx, id, after, pageSize)
		items := make([]activitypub.Item, len(uris))
		for i, uri := range uris {
			items[i].ID = uri
		}
		return items, next, err
	})
}

// outbox returns a page of what an account has said, as the activities that said it.
func (s *Square) outbox(ctx context.Context, account, after string) ([]activitypub.Item, string, error) {
	posts, next, err := s.Desk.Posts(ctx, account, after, pageSize)
	if err != nil {
		return nil, "", err
	}
	items := make([]activitypub.Item, 0, len(posts))
	for _, p := range posts {
		n, _, err := s.note(ctx, p, false)
		if err != nil {
			return nil, "", err
		}
		item, err := s.activity(p, n, activitypub.Create, s.Addresses.Creation(p.Account.Handle, p.ID)).Item()
		if err != nil {
			return nil, "", err
		}
		items = append(items, item)
	}
	return items, next, nil
}

// firstPage names the first page of a list. The others are named after what they begin with.
const firstPage = "first"

// alsoFirst are the names by which programs ask for a first page without having been told of one, as other servers call theirs.
var alsoFirst = map[string]bool{"": true, "true": true, "0": true, "1": true, firstPage: true}

// pages answers with a list, or with a page of it: ?page= says which.
func (s *Square) pages(w http.ResponseWriter, r *http.Request, address string, total int, read func(ctx context.Context, after string) ([]activitypub.Item, string, error)) error {
	q := r.URL.Query()
	if !q.Has("page") {
		return write(w, http.StatusOK, activitypub.ContentType,
			activitypub.Collection{ID: address, Type: activitypub.OrderedCollection, Total: total, First: address + "?page=" + firstPage})
	}
	name := q.Get("page")
	after := name
	if alsoFirst[name] {
		name, after = firstPage, ""
	}
	items, next, err := read(r.Context(), after)
	if err != nil {
		return err
	}
	page := activitypub.Collection{ID: address + "?page=" + url.QueryEscape(name), Type: activitypub.OrderedCollectionPage, Total: total,
		PartOf: address, Items: items}
	if next != "" {
		page.Next = address + "?page=" + url.QueryEscape(next)
	}
	return write(w, http.StatusOK, activitypub.ContentType, page)
}
