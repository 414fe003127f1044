// Package federation is the door where other servers call (andra servrars dörr): it binds the addresses of the channels that
// other servers call to the table of routes, and answers them where a page and a document have the same address. It decides
// nothing: who may say what is the channel's to know.
package federation

import (
	"tilltal/channel"
	"tilltal/channel/square"
	"tilltal/web/visit"
)

// Routes is the table of the channels' own addresses. Faults are told as problem+json.
func Routes(channels ...channel.Channel) []visit.Route {
	var out []visit.Route
	for _, c := range channels {
		host, ok := c.(channel.Host)
		if !ok {
			continue
		}
		for _, e := range host.Endpoints() {
			out = append(out, visit.Route{Method: e.Method, Path: e.Path, Audience: visit.Servers, Limit: e.Limit,
				Do: func(v *visit.Visit) error { return e.Do(v.W, v.R) }})
		}
	}
	return out
}

// Activity answers at /torget/{handle} and /torget/{handle}/{id} when a document is wanted there and not the page, and for the
// account's lists, which lie there too. The pages' routes call it first; handled is false when the page is wanted. From then
// on faults are told as problem+json.
func Activity(s *square.Square) func(v *visit.Visit) (handled bool, err error) {
	return func(v *visit.Visit) (bool, error) {
		handled, err := s.Document(v.W, v.R, v.R.PathValue("handle"), v.R.PathValue("id"))
		if handled {
			route := *v.Route
			route.Audience = visit.Servers
			v.Route = &route
		}
		return handled, err
	}
}
