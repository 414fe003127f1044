package square

import (
	"context"
	"html"
	"net/http"
	"strings"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/httpsig"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/channel"
)

// Wants reports whether who asks wants the document and not the page: for the addresses that are both.
func Wants(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && activitypub.WantsActivity(r.Header.Get("Accept"))
}

// write answers with a document. What stands at an address depends on what was asked for, and a cache must know.
func write(w http.ResponseWriter, status int, mediaType string, doc interface{ Marshal() ([]byte, error) }) error {
	b, err := doc.Marshal()
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Add("Vary", "Accept")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "public, max-age=60")
		h.Set("Access-Control-Allow-Origin", "*") // for programs that run in a browser; NodeInfo asks for it
	}
	w.WriteHeader(status)
	_, _ = w.Write(b) // who asked has gone away: nobody is left to tell
	return nil
}

// Actor answers with an account's actor.
func (s *Square) Actor(w http.ResponseWriter, r *http.Request, handle string) error {
	ctx := r.Context()
	a, err := s.account(ctx, handle)
	if err != nil {
		return err
	}
	doc, err := s.actorOf(ctx, a)
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, activitypub.ContentType, doc)
}

func (s *Square) actorOf(ctx context.Context, a channel.Account) (activitypub.Actor, error) {
	me := s.Addresses.Actor(a.Handle)
	kind := a.Kind
	if kind != activitypub.Organization {
		kind = activitypub.Service
	}
	doc := activitypub.Actor{ID: me, Type: kind, Handle: a.Handle, Name: a.Name, URL: me, Summary: markup.Publish(a.Purpose, markup.Linker{}).HTML,
		Inbox: s.Addresses.Of(a.Handle, "inbox"), SharedInbox: s.Addresses.Shared(), Outbox: s.Addresses.Of(a.Handle, "outbox"),
		Followers: s.Addresses.Of(a.Handle, "followers"), Following: s.Addresses.Of(a.Handle, "following"),
		Featured: s.Addresses.Of(a.Handle, "featured"), Published: a.OpenedAt, Discoverable: true, Indexable: true}
	for _, l := range append([]channel.Link{{Name: "Om kontot", URL: me + "/om"}}, a.Me...) {
		doc.Fields = append(doc.Fields, activitypub.Attachment{Type: "PropertyValue", Name: l.Name, Value: mutual(l.URL)})
	}
	return doc, s.addKeys(ctx, &doc, a.Handle, a.ID)
}

// mutual is a link in a profile by which two addresses say of each other that they are the same: Mastodon shows it as verified
// when the other side links back.
func mutual(address string) string {
	at := html.EscapeString(address)
	return `<a href="` + at + `" rel="me nofollow noopener" target="_blank">` + at + `</a>`
}

// Instance answers with the server's own actor, in whose name documents are fetched from others.
func (s *Square) Instance(w http.ResponseWriter, r *http.Request) error {
	me := s.Addresses.Actor(instance)
	name, err := s.Desk.Name(r.Context())
	if err != nil {
		return err
	}
	doc := activitypub.Actor{ID: me, Type: activitypub.Application, Handle: s.Addresses.Host(), Name: name, URL: s.Addresses.root + "/",
		Inbox: s.Addresses.Shared(), Outbox: s.Addresses.root + prefix + "-/outbox", SharedInbox: s.Addresses.Shared(), Locked: true}
	if err := s.addKeys(r.Context(), &doc, instance, instance); err != nil {
		return err
	}
	return write(w, http.StatusOK, activitypub.ContentType, doc)
}

// addKeys puts the public halves of an actor's keys in its document: RSA as every server reads it, Ed25519 as a Multikey
// (FEP-521a).
func (s *Square) addKeys(ctx context.Context, doc *activitypub.Actor, handle, owner string) error {
	signer, err := s.key(ctx, owner, RSA)
	if err != nil {
		return err
	}
	text, err := httpsig.PublicPEM(signer.Public())
	if err != nil {
		return err
	}
	doc.Keys = []activitypub.PublicKey{{ID: s.Addresses.Key(handle, RSA), Owner: doc.ID, PEM: text}}
	if signer, err = s.key(ctx, owner, Ed25519); err != nil {
		return err
	}
	if text, err = httpsig.Multikey(signer.Public()); err != nil {
		return err
	}
	doc.Multikeys = []activitypub.Multikey{{ID: s.Addresses.Key(handle, Ed25519), Controller: doc.ID, Multibase: text}}
	return nil
}

// Note answers with a post. Of a withdrawn post there is a tombstone, with status 410. An answer to one reader is for her
// only, who must sign that it is she that asks; to everybody else there is no such thing.
func (s *Square) Note(w http.ResponseWriter, r *http.Request, handle, id string) error {
	p, err := s.readable(r, w, handle, id)
	if err != nil {
		return err
	}
	if p.Withdrawn != nil {
		return write(w, http.StatusGone, activitypub.ContentType, tombstone(s.Addresses.Post(handle, id), p))
	}
	n, _, err := s.note(r.Context(), p, false)
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, activitypub.ContentType, n)
}

// Creation answers with the activity by which a post was published.
func (s *Square) Creation(w http.ResponseWriter, r *http.Request, handle, id string) error {
	p, err := s.readable(r, w, handle, id)
	if err != nil {
		return err
	}
	if p.Withdrawn != nil {
		return write(w, http.StatusGone, activitypub.ContentType, tombstone(s.Addresses.Creation(handle, id), p))
	}
	n, _, err := s.note(r.Context(), p, false)
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, activitypub.ContentType, s.activity(p, n, activitypub.Create, s.Addresses.Creation(handle, id)))
}

var noPost = fault.New(fault.NotFound, lingo.T("Det inlägget finns inte här.", "There is no such post here."))

// post returns a post of an account's.
func (s *Square) post(ctx context.Context, handle, id string) (channel.Post, error) {
	if !ident.Valid(id) { // what no database keeps is asked of none
		return channel.Post{}, noPost
	}
	p, err := s.Desk.Post(ctx, id)
	if err == nil && p.Account.Handle != handle {
		err = noPost
	}
	return p, err
}

// readable returns a post that the one who asks may read.
func (s *Square) readable(r *http.Request, w http.ResponseWriter, handle, id string) (channel.Post, error) {
	p, err := s.post(r.Context(), handle, id)
	if err != nil {
		return channel.Post{}, err
	}
	if !p.Direct {
		return p, nil
	}
	w.Header().Set("Cache-Control", "no-store")
	sig, err := httpsig.Parse(r, nil, s.rules())
	if err != nil {
		return channel.Post{}, noPost
	}
	who, err := s.verify(r.Context(), sig)
	if err != nil {
		return channel.Post{}, noPost
	}
	for _, to := range p.To {
		if to == who.Actor {
			return p, nil
		}
	}
	return channel.Post{}, noPost
}

// handleOf is a handle as it may be asked for: in any case.
func handleOf(s string) string { return strings.ToLower(s) }
