package main

import (
	"context"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tilltal/api"
	"tilltal/base/human"
	checks "tilltal/check/all"
	"tilltal/desk/people"
	"tilltal/job"
	"tilltal/job/bridge"
	"tilltal/web"
	"tilltal/web/federation"
	"tilltal/web/frame"
	"tilltal/web/public"
	"tilltal/web/scim"
	"tilltal/web/staff/accounts"
	"tilltal/web/staff/calendar"
	advice "tilltal/web/staff/counsel"
	bounds "tilltal/web/staff/frame"
	"tilltal/web/staff/hall"
	ideas "tilltal/web/staff/idea"
	answering "tilltal/web/staff/inbox"
	"tilltal/web/staff/lesson"
	"tilltal/web/staff/live"
	notices "tilltal/web/staff/notice"
	"tilltal/web/staff/own"
	"tilltal/web/staff/post"
	chronicle "tilltal/web/staff/record"
	reading "tilltal/web/staff/review"
	"tilltal/web/staff/rule"
	"tilltal/web/staff/search"
	"tilltal/web/staff/settings"
	relay "tilltal/web/staff/shift"
	"tilltal/web/staff/signin"
	"tilltal/web/staff/today"
	"tilltal/web/staff/write"
	"tilltal/web/visit"
)

// lanes are the workers, in groups that do not hold each other up.
func (h *house) lanes(r *rooms) []job.Lane {
	return []job.Lane{
		{Name: "publish", Workers: 4, Outward: true, Works: []job.Work{job.Publishing(r.publish), job.Fanout(bridge.Reading{Shelf: h.store}, r.channels), job.Showing(bridge.Desk{Reading: bridge.Reading{Shelf: h.store}}, r.channels)}},
		{Name: "inbox", Workers: 1, Works: []job.Work{job.Sorting(r.inbox), job.Inheriting(r.inbox)}},
		{Name: "shift", Workers: 1, Works: []job.Work{job.Shifts(r.shift)}},
		{Name: "notice", Workers: 2, Works: []job.Work{job.Telling(r.notice), job.Reminding(r.counsel)}},
		{Name: "letters", Workers: 2, Outward: true, Works: job.Letters(r.notice)},
		job.Delivery(r.square),
	}
}

// doors are every address of the house.
func (h *house) doors(r *rooms, runner *job.Runner, meters *prometheus.Registry, code string) web.Options {
	front := signin.New(signin.Deps{People: r.people, Ways: r.signin, Authority: r.authority, Start: r.start, Clock: h.clock, SetupCode: code, Address: address})
	streams := live.New(live.Deps{Ledger: h.store, Bells: h.store, People: r.people})
	lobby := h.lobby(r, streams)
	routes := h.square(r, lobby)
	routes = append(routes, federation.Routes(r.channels...)...)
	routes = append(routes, front.Routes()...)
	routes = append(routes, scim.Routes(scim.Deps{People: r.people, Clock: h.clock, Token: h.staffToken, Address: address})...)
	routes = append(routes, h.desk(r, lobby, streams)...)
	return web.Options{
		Base: h.base, Clock: h.clock, Log: h.log, Door: r.people, Metrics: meters, Routes: front.First(routes), Interrupted: front.Interrupted,
		Closing: []func(){streams.Close},
		Extra: map[string]http.Handler{
			"/api/":        h.programs(r).Handler(),
			"GET /health":  h.health(runner, r),
			"GET /metrics": local(promhttp.HandlerFor(meters, promhttp.HandlerOpts{})),
		},
	}
}

// square is where citizens come.
func (h *house) square(r *rooms, lobby *hall.Hall) []visit.Route {
	activity := federation.Activity(r.square)
	return public.Routes(public.Deps{
		Authority: r.authority, Accounts: r.account, Posts: r.publish, Talk: r.inbox, Ledger: h.store, Voices: r.shift, Curators: public.Curating(r.shift, h.clock), Frames: r.frame,
		Figures: r.record, Guard: human.NewGuard(h.keys.Derive("human check"), h.store), Clock: h.clock, Address: address,
		Desk: search.Desk(search.Deps{Hall: lobby, Talk: r.inbox}),
		Activity: func(v *visit.Visit) (bool, error) {
			v.R.SetPathValue("handle", v.R.PathValue("account"))
			v.R.SetPathValue("id", v.R.PathValue("post"))
			return activity(v)
		},
	})
}

// lobby is what every page at the desk stands in, with what waits in each room.
func (h *house) lobby(r *rooms, streams *live.Streams) *hall.Hall {
	return hall.New(hall.Deps{Accounts: r.account, Authority: r.authority, Relay: r.shift, Unread: r.notice.Unread, Live: streams, Counts: map[frame.Room]hall.Count{
		frame.RoomReview: func(ctx context.Context, a people.Actor) (int, error) {
			tasks, err := r.review.Waiting(ctx, a)
			return len(tasks), err
		},
		frame.RoomInbox: answering.Waiting(r.inbox),
	}})
}

// desk is where staff come: a line for each room.
func (h *house) desk(r *rooms, lobby *hall.Hall, streams *live.Streams) []visit.Route {
	return slices.Concat(
		lobby.Routes(), streams.Routes(),
		today.Routes(today.Deps{Hall: lobby, Talk: r.inbox, Drafts: r.draft, Review: r.review, Figures: r.record, People: r.people, Ideas: r.idea, Advice: r.counsel, Live: streams, Frames: r.frame, Register: r.account,
			Shifts: relay.Today{Deps: h.relay(r, lobby), Plans: r.publish}}),
		relay.Routes(h.relay(r, lobby)),
		answering.Routes(answering.Deps{Hall: lobby, Talk: r.inbox, Drafts: r.draft, Routines: r.guideline, People: r.people, Accounts: r.account, Posts: r.publish, Experts: r.counsel, Live: streams}),
		chronicle.Routes(chronicle.Deps{Hall: lobby, Record: r.record, Accounts: r.account, People: r.people, Ledger: h.store, Live: streams}),
		own.Routes(own.Deps{People: r.people, Factors: r.signin, Address: address, Hall: lobby}),
		write.Routes(write.Deps{Hall: lobby, Drafts: r.draft, Publish: r.publish, Accounts: r.account, Routines: r.guideline, Frames: r.frame, Advice: r.counsel, Ideas: r.idea, People: r.people}),
		lesson.Routes(lesson.Deps{Hall: lobby, Lessons: r.lesson, Posts: r.publish, Accounts: r.account}),
		bounds.Routes(bounds.Deps{Hall: lobby, Frames: r.frame, Accounts: r.account, Routines: r.guideline}),
		reading.Routes(reading.Deps{Hall: lobby, Review: r.review, Drafts: r.draft, Plans: r.publish, Advice: r.counsel, Accounts: r.account, Routines: r.guideline, People: r.people}),
		calendar.Routes(calendar.Deps{Hall: lobby, Publish: r.publish, Drafts: r.draft, Accounts: r.account, People: r.people}),
		post.Routes(post.Deps{Hall: lobby, Posts: r.publish, Talk: r.inbox, Drafts: r.draft, Accounts: r.account, People: r.people}),
		accounts.Routes(accounts.Deps{Accounts: r.account, Frames: r.frame, Routines: r.guideline, People: r.people, Checks: checks.All(), Hall: lobby}),
		ideas.Routes(ideas.Deps{Hall: lobby, Ideas: r.idea, Accounts: r.account, People: r.people}),
		advice.Routes(advice.Deps{Hall: lobby, Counsel: r.counsel, Drafts: r.draft, Talk: r.inbox, People: r.people}),
		notices.Routes(notices.Deps{Hall: lobby, Notices: r.notice, Live: streams}),
		rule.Routes(rule.Deps{Hall: lobby, Answers: r.draft, Silences: r.guideline, Accounts: r.account, People: r.people, Checks: checks.All()}),
		settings.Routes(settings.Deps{People: r.people, SignIn: r.signin, Accounts: r.account, Authority: r.authority, Jobs: h.store, Ledger: h.store, Instance: h, Hall: lobby}),
	)
}

// relay is what the pages of shifts need.
func (h *house) relay(r *rooms, lobby *hall.Hall) relay.Deps {
	return relay.Deps{Hall: lobby, Relay: r.shift, Frames: r.frame, People: r.people, Accounts: r.account}
}

// programs is where programs call.
func (h *house) programs(r *rooms) *api.API {
	return api.New(api.Options{Clock: h.clock, Log: h.log, Who: r.people, Memory: h.store, Rooms: api.Rooms{
		People: r.people, Accounts: r.account, Routines: r.guideline, Frames: r.frame, Lessons: r.lesson, Authority: r.authority, Shifts: r.shift, Drafts: r.draft, Reviews: r.review,
		Posts: r.publish, Inbox: r.inbox, Counsel: r.counsel, Ideas: r.idea, Notices: r.notice, Record: r.record, Ledger: h.store, Jobs: h.store,
	}})
}

// address is where a request came from: what a reverse proxy on this machine or in this network says, or the connection.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip := net.ParseIP(host)
	// The last word is the proxy's own. Some proxies add it to the caller's header, some add a header of their own after it.
	if said := strings.Join(r.Header.Values("X-Forwarded-For"), ","); said != "" && ip != nil && (ip.IsLoopback() || ip.IsPrivate()) {
		last := said[strings.LastIndex(said, ",")+1:]
		if from := net.ParseIP(strings.TrimSpace(last)); from != nil {
			return from.String()
		}
	}
	return host
}
