package main

import (
	"context"
	"time"

	"tilltal/base/fetch"
	"tilltal/base/password"
	"tilltal/base/push"
	"tilltal/base/throttle"
	"tilltal/channel"
	channels "tilltal/channel/all"
	"tilltal/channel/square"
	checks "tilltal/check/all"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/lesson"
	"tilltal/desk/notice"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/desk/review"
	"tilltal/desk/shift"
	"tilltal/desk/signin"
	"tilltal/desk/start"
	"tilltal/job/bridge"
	measures "tilltal/measure/all"
)

// rooms are the rooms of the desk, each with what it needs. This file and its neighbour doors.go are the only places that
// know everyone.
type rooms struct {
	people    *people.Room
	signin    *signin.Room
	authority *authority.Room
	account   *account.Room
	guideline *guideline.Room
	frame     *frame.Room
	lesson    *lesson.Room
	start     *start.Room
	shift     *shift.Room
	draft     *draft.Room
	publish   *publish.Room
	review    *review.Room
	inbox     *inbox.Room
	counsel   *counsel.Room
	idea      *idea.Room
	notice    *notice.Room
	record    *record.Room
	square    *square.Square
	channels  []channel.Channel
}

// furnish puts the rooms in order: each gets what it needs, and none looks ahead of itself.
// What the settings say of the identity provider stands in the house. hashing, when not nil, stands between the room of people and its passwords.
func (h *house) furnish(hashing func(people.Hasher) people.Hasher) *rooms {
	c, s := h.clock, h.store
	var hasher people.Hasher = password.New(2)
	if hashing != nil {
		hasher = hashing(hasher)
	}
	secret := h.keys.Derive("addresses on the record")
	r := &rooms{}
	person := throttle.New(throttle.Rule{Burst: 10, Every: time.Minute}, 10_000, c)
	place := throttle.New(throttle.Rule{Burst: 50, Every: 5 * time.Second}, 10_000, c)
	r.people = people.New(s, people.Options{Clock: c, Hasher: hasher, ByPerson: person, ByPlace: place, Secret: secret})
	r.signin = signin.New(s, signin.Options{Clock: c, Base: h.base, People: r.people, Keys: h.keys, ByPerson: person, ByPlace: place, Provider: h.idp, Rules: h.rules})
	r.authority = authority.New(s, c)
	r.account = account.New(s, r.people, c)
	r.guideline = guideline.New(s, c)
	r.start = start.New(s, r.people, c)
	r.frame = frame.New(s, r.people, c, checks.All())
	r.lesson = lesson.New(s, c, checks.All())
	r.shift = shift.New(s, shift.Options{Clock: c, People: r.people, Assign: inbox.HandedOn})
	r.draft = draft.New(s, c, checks.All(), r.frame)
	r.publish = publish.New(s, c, r.people, r.draft, h.known.Load)
	r.review = review.New(s, c)
	at := square.NewAddresses(h.base)
	r.inbox = inbox.New(s, inbox.Options{
		OnShift: r.onShift, Clock: c, Square: bridge.NewPlaces(at, s), Checks: checks.Incoming(), People: r.people, Writer: r.draft, Publisher: r.publish,
		Readers: map[string]inbox.Reader{inbox.ChannelFediverse: bridge.Reader{Addresses: at, Name: bridge.Names(s), AllowHTTP: h.AllowLoopback}},
	})
	r.counsel = counsel.New(s, c, r.draft, r.inbox)
	r.idea = idea.New(s, c, r.draft)
	calls := fetch.New(fetch.Options{UserAgent: "Tilltal/" + version, Timeout: 10 * time.Second, MaxBytes: 64 << 10, AllowLoopback: h.AllowLoopback})
	r.notice = notice.New(s, notice.Options{Clock: c, Post: h.post, Push: push.New(calls, h.base.String()), Base: h.base.String()})
	r.record = record.New(s, c, measures.Measures())
	r.channels = channels.All(channels.Needs{Square: square.Options{
		Addresses: at, Desk: bridge.NewDesk(s, at, r.inbox), Store: s, Clock: c, Version: version, AllowHTTP: h.AllowLoopback,
		Fetch: fetch.New(fetch.Options{UserAgent: "Tilltal/" + version + " (+" + h.base.String() + ")", AllowLoopback: h.AllowLoopback}),
	}})
	r.square, _ = r.channels[0].(*square.Square) // the list begins with it
	return r
}

// onShift is who is on shift at an account, by id, for those who look no further.
func (r *rooms) onShift(ctx context.Context, account string, at time.Time) (string, error) {
	d, err := r.shift.OnShift(ctx, account, at)
	return d.Person.ID, err
}
