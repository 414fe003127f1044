package signin_test

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/seal"
	"tilltal/base/throttle"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	ways "tilltal/desk/signin"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
	"tilltal/web/staff/signin"
	"tilltal/web/staff/stafftest"
	"tilltal/web/visit"
)

const (
	code    = "KATT-HUND-2345"
	good    = "fyra lugna gräsand cyklar"
	another = "tre blåa hattar vilar"
)

// plain hashes at once: what is tried here is the door, not the lock.
type plain struct{}

func (plain) Hash(_ context.Context, s string) (string, error) { return "plain:" + s, nil }
func (plain) Verify(_ context.Context, s, hash string) (bool, error) {
	return hash == "plain:"+s, nil
}

// house is a real database with its front door, one page of the desk and one form.
type house struct {
	*stafftest.Desk
	people *people.Room
	ways   *ways.Room
	sent   []url.Values // what reached the form of the desk
}

func open(t *testing.T, s *store.Store, c *clock.Fixed) *house {
	t.Helper()
	h := &house{}
	h.people = people.New(s, people.Options{Clock: c, Hasher: plain{}, Secret: []byte("s"),
		ByPerson: throttle.New(throttle.Rule{Burst: 5, Every: time.Minute}, 100, c), ByPlace: throttle.New(throttle.Rule{Burst: 50, Every: time.Minute}, 100, c)})
	h.ways = ways.New(s, ways.Options{Clock: c, Base: &url.URL{Scheme: "https", Host: "torget.example.se"}, People: h.people, Keys: seal.Generate(c.Now()),
		ByPerson: throttle.New(throttle.Rule{Burst: 5, Every: time.Minute}, 100, c), ByPlace: throttle.New(throttle.Rule{Burst: 50, Every: time.Minute}, 100, c)})
	door := signin.New(signin.Deps{People: h.people, Ways: h.ways, Authority: authority.New(s, c), Start: start.New(s, h.people, c), Clock: c, SetupCode: code})
	page := func(v *visit.Visit) error { return v.Bytes(http.StatusOK, "text/html", []byte("sidan")) }
	form := func(v *visit.Visit) error {
		if err := v.R.ParseMultipartForm(1 << 20); err != nil {
			_ = v.R.ParseForm()
		}
		h.sent = append(h.sent, v.R.PostForm)
		return v.See("/idag")
	}
	routes := append(door.First([]visit.Route{
		{Method: http.MethodGet, Path: "/{$}", Audience: visit.Everyone, Do: page},
		{Method: http.MethodGet, Path: "/idag", Audience: visit.Staff, Right: people.SessionOwn, Do: page},
		{Method: http.MethodPost, Path: "/skriv", Audience: visit.Staff, Right: people.SessionOwn, Limit: 4 << 20, Do: form},
	}), door.Routes()...)
	h.Desk = stafftest.NewWith(t, web.Options{Clock: c, Door: h.people, Routes: routes, Interrupted: door.Interrupted})
	return h
}

// begin starts the desk with Kim as administrator and Amina as one owner, and returns Amina's link.
func (h *house) begin(t *testing.T, s *store.Store, c *clock.Fixed) string {
	t.Helper()
	ch := account.Blank(guideline.ProfileMunicipality)
	ch.Name, ch.Purpose = "Parken", "Vi berättar om parken."
	begun, err := start.New(s, h.people, c).Begin(t.Context(), start.Form{
		Authority: authority.Settings{Name: "Umeå kommun", Base: stafftest.Base, Contact: "registrator@umea.se"},
		Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@umea.se"}, Password: good, Account: account.Plan{Handle: "parken", Charter: ch},
		Owners: []people.Newcomer{{Name: "Amina Berg", Email: "amina@umea.se"}, {Name: "Kim Ek", Email: "kim@umea.se"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return signin.WelcomePath + begun.Owners[0].Secret
}

var field = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`)

// hidden are the hidden fields of a page, as a browser would send them.
func hidden(body string) url.Values {
	out := url.Values{}
	for _, m := range field.FindAllStringSubmatch(body, -1) {
		unescape := strings.NewReplacer("&amp;", "&", "&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">", "&#43;", "+")
		if m[1] != "back" {
			out.Add(m[1], unescape.Replace(m[2]))
		}
	}
	return out
}

func with(v url.Values, pairs ...string) url.Values {
	for pair := range slices.Chunk(pairs, 2) {
		v.Set(pair[0], pair[1])
	}
	return v
}

func each(t *testing.T, test func(t *testing.T, h *house, s *store.Store, c *clock.Fixed)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, open(t, s, c), s, c) })
}

var _ people.Hasher = plain{}
