package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/notice"
	"tilltal/desk/people"
)

// Notices is what a person is told, and how: desk/notice.
type Notices interface {
	Mine(ctx context.Context, a people.Actor, after string) (desk.Page[notice.Notice], error)
	Open(ctx context.Context, a people.Actor, id string) (string, error)
	ReadAll(ctx context.Context, a people.Actor) error
	Choice(ctx context.Context, a people.Actor) (notice.Choice, error)
	Choose(ctx context.Context, a people.Actor, c notice.Choice) error
	Test(ctx context.Context, a people.Actor) ([]notice.Outcome, error)
}

// Notice is one thing that you are told.
type Notice struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind" doc:"The kind of act that it tells of, or a clock" example:"counsel.asked"`
	Topic  string    `json:"topic" enum:"talk,review,texts,ideas,advice,shifts,clocks,house"`
	Text   string    `json:"text" doc:"What it says, in your language"`
	Path   string    `json:"path" doc:"Where it is seen at the desk"`
	At     time.Time `json:"at"`
	ReadAt time.Time `json:"read_at,omitzero"`
}

// NoticeChoice is how you want to be told.
type NoticeChoice struct {
	Mail      string              `json:"mail" enum:"never,now,daily"`
	At        string              `json:"at" maxLength:"5" doc:"When the day's letter comes, on the clocks in Sweden" example:"08:00"`
	QuietFrom string              `json:"quiet_from" maxLength:"5" example:"18:00"`
	QuietTo   string              `json:"quiet_to" maxLength:"5" doc:"The same time as quiet_from is no quiet hours" example:"07:00"`
	RedDays   bool                `json:"red_days" doc:"Quiet on Saturdays, Sundays and public holidays too"`
	Language  string              `json:"language,omitempty" enum:"sv,en" doc:"The language of letters and notifications. Without it they come in your own"`
	Off       map[string][]string `json:"off,omitempty" doc:"By topic, the ways (desk, mail, push) that you do not want. What is not here you want"`
}

// NoticeTest is how a test went, one way.
type NoticeTest struct {
	Way   string `json:"way" enum:"mail,push"`
	Where string `json:"where,omitempty"`
	Sent  bool   `json:"sent"`
	Why   string `json:"why,omitempty" doc:"Why not"`
}

func seeChoice(c notice.Choice) NoticeChoice {
	out := NoticeChoice{Mail: string(c.Mail), At: c.At.String(), QuietFrom: c.QuietFrom.String(), QuietTo: c.QuietTo.String(), RedDays: c.RedDays, Language: c.Language,
		Off: map[string][]string{}}
	for t, ways := range c.Off {
		out.Off[string(t)] = each(ways, func(w notice.Way) string { return string(w) })
	}
	return out
}

// read returns the choice as the room knows it. The fault is a fault.List of the times that cannot be read.
func (c NoticeChoice) read() (notice.Choice, error) {
	out := notice.Choice{Mail: notice.Pace(c.Mail), RedDays: c.RedDays, Language: c.Language, Off: map[notice.Topic][]notice.Way{}}
	var wrong fault.List
	for _, f := range []struct {
		field, text string
		into        *clock.TimeOfDay
	}{{"at", c.At, &out.At}, {"quiet_from", c.QuietFrom, &out.QuietFrom}, {"quiet_to", c.QuietTo, &out.QuietTo}} {
		t, err := clock.ParseTime(f.text)
		if err != nil {
			wrong = append(wrong, fault.Of(err).At(f.field))
		}
		*f.into = t
	}
	for t, ways := range c.Off {
		for _, w := range ways {
			out.Off[notice.Topic(t)] = append(out.Off[notice.Topic(t)], notice.Way(w))
		}
	}
	return out, wrong.OrNil()
}

// notices adds what one is told, and how.
func (r Rooms) notices(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/notices", ID: "list-notices", Right: people.NoticeOwn, Summary: "What you have been told, the newest first, fifty to a page"},
		func(ctx context.Context, who people.Actor, in *struct {
			After string `query:"after" maxLength:"300" doc:"\"next\" of the page before"`
		}) (*answer[Page[Notice]], error) {
			page, err := r.Notices.Mine(ctx, who, in.After)
			l := langOf(ctx)
			return got(pageOf(page.Items, page.Next, func(n notice.Notice) Notice {
				return Notice{n.ID, n.Kind, string(notice.TopicOf(n.Kind)), n.Sentence().In(l), n.Path, n.At, n.ReadAt}
			}), err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/notices/{id}/read", ID: "read-notice", Right: people.NoticeOwn, Summary: "Mark one of your notices as read"},
		func(ctx context.Context, who people.Actor, in *ByID) (*nothing, error) {
			_, err := r.Notices.Open(ctx, who, in.ID)
			return done(err)
		})
	register(a, operation{Method: http.MethodPost, Path: "/notices/read", ID: "read-notices", Right: people.NoticeOwn, Summary: "Mark all of your notices as read"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*nothing, error) {
			return done(r.Notices.ReadAll(ctx, who))
		})
	register(a, operation{Method: http.MethodGet, Path: "/notices/choice", ID: "get-notice-choice", Right: people.NoticeOwn, Summary: "How you want to be told"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[NoticeChoice], error) {
			c, err := r.Notices.Choice(ctx, who)
			return got(seeChoice(c), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/notices/choice", ID: "choose-notices", Right: people.NoticeOwn, Summary: "Choose how you want to be told"},
		func(ctx context.Context, who people.Actor, in *telling[NoticeChoice]) (*nothing, error) {
			c, err := in.Body.read()
			if err != nil {
				return nil, err
			}
			return done(r.Notices.Choose(ctx, who, c))
		})
	register(a, operation{Method: http.MethodPost, Path: "/notices/test", ID: "test-notices", Right: people.NoticeOwn, Summary: "Send yourself a test by every way out of the house, and say how each went"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[NoticeTest]], error) {
			all, err := r.Notices.Test(ctx, who)
			l := langOf(ctx)
			return got(pageOf(all, "", func(o notice.Outcome) NoticeTest {
				t := NoticeTest{Way: string(o.Way), Where: o.Where, Sent: o.Err == nil}
				if o.Err != nil {
					t.Why = fault.Of(o.Err).Say.In(l)
				}
				return t
			}), err)
		})
}
