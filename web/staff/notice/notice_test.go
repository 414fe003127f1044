package notice_test

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/idea"
	"tilltal/desk/notice"
	"tilltal/store/officetest"
	"tilltal/web/staff/hall"
	page "tilltal/web/staff/notice"
	"tilltal/web/staff/stafftest"
)

func each(t *testing.T, test func(t *testing.T, o *officetest.Office, room *notice.Room, d *stafftest.Desk)) {
	officetest.Each(t, func(t *testing.T, o *officetest.Office) {
		room := notice.New(o.Store, notice.Options{Clock: o.Clock, Base: stafftest.Base})
		lobby := hall.New(hall.Deps{Accounts: account.New(o.Store, o.People, o.Clock), Unread: room.Unread})
		test(t, o, room, stafftest.New(t, o.Clock, nil, page.Routes(page.Deps{Hall: lobby, Notices: room})...))
	})
}

func TestTheBell(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, room *notice.Room, d *stafftest.Desk) {
		johan := d.As(o.As(officetest.Johan))
		if a := johan.Get("/aviseringar"); !a.Has("Inget nytt. Vi säger till.") || a.Has("1 ny<") {
			t.Errorf("%s", a.Body)
		}
		i, err := o.Ideas.Send(t.Context(), o.As(officetest.Johan), idea.Letter{Text: "En idé."})
		o.Must(err)
		o.Must(o.Ideas.Ask(t.Context(), o.As(officetest.Nadia), i.ID, "Vad?"))
		o.Must(room.Read(t.Context()))
		a := johan.Get("/aviseringar")
		if !a.Has("Nadia Larsson undrar något om din idé.", ": 1 ny<", "Markera allt som läst") {
			t.Fatalf("%s", a.Body)
		}
		_, rest, _ := strings.Cut(a.Body, `href="/aviseringar/01`)
		id, _, _ := strings.Cut("01"+rest, `"`)
		if to := johan.Get("/aviseringar/" + id); to.Location != "/ideer/"+i.ID {
			t.Errorf("%d %s", to.Status, to.Location)
		}
		if a = johan.Get("/aviseringar"); a.Has("1 ny<") || a.Has("Markera allt som läst") {
			t.Errorf("%s", a.Body)
		}
		o.Must(o.Ideas.Reply(t.Context(), o.As(officetest.Johan), i.ID, "Så."))
		o.Must(room.Read(t.Context()))
		nadia := d.As(o.As(officetest.Nadia))
		if a = nadia.Follow("/aviseringar", nil); !a.Has("Allt är läst.") || a.Has("nya</span>") {
			t.Errorf("%s", a.Body)
		}
	})
}

// stream is where pages hear what is new.
type stream string

func (s stream) URL(context.Context) string { return string(s) }

// TestTheBellOfAnOpenPage: every page listens, and fetches the bell alone.
func TestTheBellOfAnOpenPage(t *testing.T) {
	officetest.Each(t, func(t *testing.T, o *officetest.Office) {
		room := notice.New(o.Store, notice.Options{Clock: o.Clock, Base: stafftest.Base})
		lobby := hall.New(hall.Deps{Accounts: account.New(o.Store, o.People, o.Clock), Unread: room.Unread, Live: stream("/strom?efter=1")})
		d := stafftest.New(t, o.Clock, nil, page.Routes(page.Deps{Hall: lobby, Notices: room, Live: stream("/strom?efter=1")})...)
		johan := d.As(o.As(officetest.Johan))
		if a := johan.Get("/aviseringar/val"); !a.Has(`data-live-url="/strom?efter=1"`, `data-bell="/aviseringar/klocka"`, `data-bell-tell`) || a.Has("data-fresh") {
			t.Errorf("a page that stands still: %s", a.Body)
		}
		if a := johan.Get("/aviseringar"); !a.Has(`data-live-url="/strom?efter=1"`, `data-live="klockan"`, "data-fresh") {
			t.Errorf("the list: %s", a.Body)
		}
		if a := johan.Get("/aviseringar?efter=x.y"); a.Has("data-fresh") {
			t.Errorf("older ones: %s", a.Body)
		}
		for n, want := range []string{"Du har 1 ny avisering.", "Du har 2 nya aviseringar."} {
			i, err := o.Ideas.Send(t.Context(), o.As(officetest.Johan), idea.Letter{Text: "En idé."})
			o.Must(err)
			o.Must(o.Ideas.Ask(t.Context(), o.As(officetest.Nadia), i.ID, "Vad?"))
			o.Must(room.Read(t.Context()))
			a := johan.Get("/aviseringar/klocka")
			if a.Status != 200 || !a.Has(want, `data-unread="`+strconv.Itoa(n+1)+`"`) || a.Has("<html", "<main") {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		}
	})
}

func TestTheChoice(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, room *notice.Room, d *stafftest.Desk) {
		johan := d.As(o.As(officetest.Johan))
		if a := johan.Get("/aviseringar/val"); !a.Has("Ett brev om dagen", "inte inställt för e-post än", `value="18:00"`, "data-push=") {
			t.Fatalf("%s", a.Body)
		}
		form := url.Values{"mail": {"now"}, "language": {"en"}, "at": {"9"}, "quiet_from": {"22:00"}, "quiet_to": {"sju"}, "om-talk": {"desk", "mail"}}
		if a := johan.Post("/aviseringar/val", form); a.Status == 303 || !a.Has(`value="sju"`, `value="22:00"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		form.Set("quiet_to", "07:00")
		if a := johan.Follow("/aviseringar/val", form); !a.Has("Sparat.", `value="09:00"`) {
			t.Errorf("%s", a.Body)
		}
		c, err := room.Choice(t.Context(), o.As(officetest.Johan))
		if err != nil || !c.Wants(notice.Talk, notice.ByMail) || c.Wants(notice.Talk, notice.ByPush) || c.Wants(notice.Ideas, notice.OnDesk) || c.RedDays || c.Language != "en" || c.Mail != notice.AtOnce {
			t.Errorf("%+v, %v", c, err)
		}
		if a := johan.Post("/aviseringar/prov", nil); a.Status != 200 || !a.Has("Så gick det", "inte inställt för e-post", "Ingen webbläsare tar emot notiser än.") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
	})
}

func TestABrowserIsToldAndForgotten(t *testing.T) {
	each(t, func(t *testing.T, o *officetest.Office, room *notice.Room, d *stafftest.Desk) {
		johan := d.As(o.As(officetest.Johan))
		form := url.Values{"endpoint": {"https://push.example/1"}, "auth": {"BTBZMqHH6r4Tts7J_aSIgg"},
			"public": {"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"}}
		if a := johan.Follow("/aviseringar/webblasare", form); !a.Has("Nu tar den här webbläsaren emot notiser.", "En webbläsare") {
			t.Errorf("%s", a.Body)
		}
		form.Set("auth", "x")
		if a := johan.Post("/aviseringar/webblasare", form); a.Status < 400 || a.Status >= 500 {
			t.Errorf("%d", a.Status)
		}
		all, err := room.Browsers(t.Context(), o.As(officetest.Johan))
		if err != nil || len(all) != 1 {
			t.Fatalf("%+v, %v", all, err)
		}
		if a := johan.Follow("/aviseringar/webblasare/"+all[0].ID, nil); !a.Has("Ingen webbläsare tar emot notiser än.") {
			t.Errorf("%s", a.Body)
		}
		if a := d.Nobody().Get("/aviseringar/arbetare.js"); a.Status != 200 || a.Header.Get("Content-Type") != "text/javascript; charset=utf-8" || !a.Has("showNotification") {
			t.Errorf("%d %v", a.Status, a.Header)
		}
	})
}
