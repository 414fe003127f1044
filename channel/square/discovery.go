package square

import (
	"net/http"

	"tilltal/base/activitypub"
)

// raw is a document that is written already.
type raw []byte

// Marshal returns the document.
func (b raw) Marshal() ([]byte, error) { return b, nil }

// WebFinger answers where an account of ours lives (RFC 7033): asked by handle or by address.
func (s *Square) WebFinger(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Access-Control-Allow-Origin", "*") // RFC 7033 section 5
	resource := r.URL.Query().Get("resource")
	handle, host, ok := activitypub.ParseResource(resource)
	if !ok {
		return askAgain(w)
	}
	if host != s.Addresses.Host() {
		return noAccount
	}
	if handle == "" {
		ref, ok := s.Addresses.Read(resource)
		if !ok || ref.Post != "" {
			return noAccount
		}
		handle = ref.Handle
	}
	if handle == host { // the server's own actor
		me := s.Addresses.Actor(instance)
		return write(w, http.StatusOK, activitypub.JRDType, activitypub.NewJRD(host, host, me, s.Addresses.root+"/"))
	}
	a, err := s.account(r.Context(), handleOf(handle))
	if err != nil {
		return err
	}
	me := s.Addresses.Actor(a.Handle)
	return write(w, http.StatusOK, activitypub.JRDType, activitypub.NewJRD(a.Handle, host, me, me))
}

// askAgain answers a question that is none: RFC 7033 section 4.2 asks for 400, where everybody else here hears 422.
func askAgain(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(http.StatusBadRequest)
	_, _ = w.Write([]byte(`{"type":"about:blank","title":"Ask for acct:account@host.","status":400,"field":"resource"}` + "\n")) // who asked may have gone
	return nil
}

// HostMeta answers where WebFinger is (RFC 6415), for servers that still ask.
func (s *Square) HostMeta(w http.ResponseWriter, _ *http.Request) error {
	return write(w, http.StatusOK, "application/xrd+xml", raw(`<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="`+s.Addresses.root+`/.well-known/webfinger?resource={uri}"/></XRD>
`))
}

// NodeInfoPlace answers where the description of this server is.
func (s *Square) NodeInfoPlace(w http.ResponseWriter, _ *http.Request) error {
	b, err := activitypub.NodeInfoDiscovery(s.Addresses.root + "/nodeinfo/")
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, "application/json", raw(b))
}

// NodeInfo answers with the description of this server, in one of [activitypub.NodeInfoVersions]: program, version, counts. It
// names nobody.
func (s *Square) NodeInfo(w http.ResponseWriter, r *http.Request, version string) error {
	ctx := r.Context()
	name, err := s.Desk.Name(ctx)
	if err != nil {
		return err
	}
	reg, err := s.accounts(ctx)
	if err != nil {
		return err
	}
	open := 0
	for _, a := range reg.byID {
		if !a.Closed {
			open++
		}
	}
	posts, err := s.Desk.CountPosts(ctx, "")
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, activitypub.NodeInfoType(version), activitypub.NewNodeInfo(version, s.Version, name, open, posts))
}
