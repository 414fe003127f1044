package square

import (
	"net/http"

	"tilltal/base/activitypub"
	"tilltal/channel"
)

// Endpoints are the addresses that only other servers call. Those that are a page too are answered by [Square.Document].
func (s *Square) Endpoints() []channel.Endpoint {
	get := func(path string, do func(http.ResponseWriter, *http.Request) error) channel.Endpoint {
		return channel.Endpoint{Method: http.MethodGet, Path: path, Do: do}
	}
	post := func(path string, limit int64, do func(http.ResponseWriter, *http.Request) error) channel.Endpoint {
		return channel.Endpoint{Method: http.MethodPost, Path: path, Limit: limit, Do: do}
	}
	out := []channel.Endpoint{
		get("/.well-known/webfinger", s.WebFinger),
		get("/.well-known/host-meta", s.HostMeta),
		get("/.well-known/nodeinfo", s.NodeInfoPlace),
		get(prefix+"-/actor", func(w http.ResponseWriter, r *http.Request) error { return s.Instance(w, r) }),
		get(prefix+"inbox", closed),
		post(prefix+"inbox", MaxLetter, func(w http.ResponseWriter, r *http.Request) error { return s.Receive(w, r, "") }),
		post(prefix+"{handle}/inbox", MaxLetter, func(w http.ResponseWriter, r *http.Request) error {
			return s.Receive(w, r, r.PathValue("handle"))
		}),
		post(prefix+"{handle}/outbox", 0, closed),
		get(prefix+"{handle}/{id}/{part}", func(w http.ResponseWriter, r *http.Request) error {
			handle, id := r.PathValue("handle"), r.PathValue("id")
			switch r.PathValue("part") {
			case "replies":
				return s.Replies(w, r, handle, id)
			case "activity":
				return s.Creation(w, r, handle, id)
			}
			return noPost
		}),
	}
	for _, version := range activitypub.NodeInfoVersions {
		out = append(out, get("/nodeinfo/"+version, func(w http.ResponseWriter, r *http.Request) error { return s.NodeInfo(w, r, version) }))
	}
	return out
}

// closed answers for boxes that are not for whoever asks: an inbox is not read and an outbox not written by others.
func closed(w http.ResponseWriter, r *http.Request) error {
	allowed := http.MethodPost
	if r.Method == http.MethodPost {
		allowed = http.MethodGet
	}
	w.Header().Set("Allow", allowed)
	w.WriteHeader(http.StatusMethodNotAllowed)
	return nil
}

// Document answers at the addresses that are both a page and a document, /torget/{handle} and /torget/{handle}/{id}, and for
// the account's lists, which lie there too. handled is false when the page is wanted.
func (s *Square) Document(w http.ResponseWriter, r *http.Request, handle, id string) (handled bool, err error) {
	if handle == topics {
		return false, nil
	}
	switch id {
	case "outbox", "followers", "following", "featured":
		return true, s.Collection(w, r, handle, id)
	case "inbox":
		return true, closed(w, r)
	}
	if !Wants(r) {
		w.Header().Add("Vary", "Accept")
		return false, nil
	}
	if id == "" {
		return true, s.Actor(w, r, handle)
	}
	return true, s.Note(w, r, handle, id)
}
