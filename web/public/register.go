package public

import (
	"context"
	"net/http"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

var (
	registerTitle = lingo.T("Våra konton", "Our accounts")
	registerAbout = lingo.T("Här står alla konton som %s har, här och på andra nätverk.", "Every account that %s has, here and on other networks.")
	onTheSquare   = lingo.T("torget och fediversum", "the square and the fediverse")
	signedBy      = lingo.T("%s, %s, %s", "%s, %s, %s")
)

// besides adds to the page about an account what management stands behind, the same account on other networks, and where one
// that only looks like it is reported.
func (h *house) besides(ctx context.Context, v *visit.Visit, a account.Account, view *page.About) error {
	listings, err := h.Accounts.Listings(ctx, false)
	if err != nil {
		return err
	}
	for _, l := range listings {
		if l.Account == a.ID {
			view.Me = append(view.Me, page.Elsewhere{Network: account.NetworkTitle(l.Network).In(v.Lang), Name: l.Name, Href: l.Address})
		}
	}
	if a.Closed() {
		return nil
	}
	view.Alike = atAccount(a) + "/liknande"
	if h.Frames == nil {
		return nil
	}
	b, err := h.Frames.Backing(ctx, a.ID)
	if err == nil && b.ID != "" {
		view.Backing = &page.Backing{Words: b.Words, By: signedBy.Put(b.Name, b.Title, dateIn(v, b.Signed)).In(v.Lang)}
	}
	return err
}

// official is an account in the register as programs read it. The schema is described in docs/federation.md; names are only
// ever added to it.
type official struct {
	Network  string   `json:"network"` // "tilltal" for the square, else the network: "facebook"
	Handle   string   `json:"handle,omitempty"`
	Address  string   `json:"address,omitempty"` // in the fediverse
	URL      string   `json:"url"`
	Name     string   `json:"name"`
	Place    string   `json:"place,omitempty"`
	Purpose  string   `json:"purpose"`
	Audience string   `json:"audience,omitempty"`
	Rules    string   `json:"rules,omitempty"`
	RulesURL string   `json:"rules_url,omitempty"`
	Hours    string   `json:"hours,omitempty"`
	Promise  string   `json:"promise,omitempty"`
	Language string   `json:"language,omitempty"`
	Units    []string `json:"responsible_units"`
	Speaking *speaker `json:"speaking,omitempty"`
	Me       []string `json:"me"` // the same account elsewhere: rel="me"
	Opened   string   `json:"opened,omitempty"`
	Closed   string   `json:"closed,omitempty"`
}

type speaker struct {
	Name string `json:"name"`
	Unit string `json:"unit,omitempty"`
}

// schema is the version of the register's form.
const schema = 1

// register is the account register for programs: whoever gathers those of many authorities.
func (h *house) register(v *visit.Visit) error {
	return h.timely(v, "/insyn/konton.json", func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		all, err := h.officials(ctx, v)
		if err != nil {
			return document{}, err
		}
		return asJSON("application/json", map[string]any{"schema": schema, "authority": s.Name, "url": base(v) + "/insyn/konton", "accounts": all})
	})
}

// timely answers with a document from memory, or makes it each time where it tells who speaks now: that changes with the clock.
func (h *house) timely(v *visit.Visit, path string, build func(ctx context.Context) (document, error)) error {
	if h.Curators == nil {
		return h.serve(v, path, build)
	}
	return fresh(v, build)
}

// officials are all the accounts there have been, by name: the square's own, then those on other networks.
func (h *house) officials(ctx context.Context, v *visit.Visit) ([]official, error) {
	accounts, err := h.Accounts.All(ctx, true)
	if err != nil {
		return nil, err
	}
	listings, err := h.Accounts.Listings(ctx, true)
	if err != nil {
		return nil, err
	}
	out := []official{}
	names := byID(accounts)
	for _, a := range accounts {
		o, err := h.own(ctx, v, a, listings)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	for _, l := range listings {
		o := official{Network: l.Network, URL: l.Address, Name: l.Name, Purpose: l.Purpose, RulesURL: l.Rules, Units: []string{l.Unit}, Me: []string{},
			Opened: dayOf(l.Opened), Closed: dayOf(l.Closed)}
		if a, ok := names[l.Account]; ok {
			o.Me = append(o.Me, base(v)+atAccount(a))
		}
		out = append(out, o)
	}
	return out, nil
}

// own is one of the square's own accounts.
func (h *house) own(ctx context.Context, v *visit.Visit, a account.Account, listings []account.Listing) (official, error) {
	units, err := h.units(ctx, a)
	if err != nil {
		return official{}, err
	}
	o := official{Network: "tilltal", Handle: a.Handle, Address: address(v, a), URL: base(v) + atAccount(a), Name: a.Name, Place: a.Place, Purpose: a.Purpose,
		Audience: a.Audience, Rules: a.Rules, RulesURL: base(v) + atAccount(a) + "/om#regler", Hours: a.Hours.String(), Promise: a.Promise.String(), Language: a.Language,
		Units: units, Me: []string{}, Opened: a.OpenedAt.UTC().Format(time.RFC3339)}
	for _, l := range listings {
		if l.Account == a.ID && !l.Shut() {
			o.Me = append(o.Me, l.Address)
		}
	}
	if a.Closed() {
		o.Closed = a.ClosedAt.UTC().Format(time.RFC3339)
		return o, nil
	}
	if h.Curators == nil {
		return o, nil
	}
	who, err := h.Curators.Speaking(ctx, a.ID)
	if err == nil && who.Name != "" {
		o.Speaking = &speaker{Name: who.Name, Unit: who.Unit}
	}
	return o, err
}

func dayOf(d clock.Date) string {
	if d == (clock.Date{}) {
		return ""
	}
	return d.String()
}

// registerPage is the account register for people.
func (h *house) registerPage(v *visit.Visit) error {
	return h.timely(v, "/insyn/konton", func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		all, err := h.officials(ctx, v)
		if err != nil {
			return document{}, err
		}
		accounts, err := h.Accounts.All(ctx, true)
		if err != nil {
			return document{}, err
		}
		view := page.Register{Lead: registerAbout.Put(s.Name).In(v.Lang)}
		for i, o := range all {
			row := page.Registered{Name: o.Name, Network: account.NetworkTitle(o.Network).In(v.Lang), Href: o.URL, Purpose: o.Purpose, Units: strings.Join(o.Units, ", "), Rules: o.RulesURL, Lang: frame.Foreign(v.Lang, s.Language)}
			row.Opened, row.Closed = h.said(v, o.Opened), h.said(v, o.Closed)
			if i < len(accounts) { // the square's own stand first
				row.Lang = frame.Foreign(v.Lang, accounts[i].Language)
				row.Own, row.Network, row.Href = true, v.Say(onTheSquare), atAccount(accounts[i])
				row.Hours = accounts[i].Hours.Text().In(v.Lang)
			}
			if o.Speaking != nil {
				row.Speaks = strings.TrimSuffix(o.Speaking.Name+", "+o.Speaking.Unit, ", ")
			}
			if o.Closed != "" {
				row.Hours = ""
				view.Closed = append(view.Closed, row)
			} else {
				view.Accounts = append(view.Accounts, row)
			}
		}
		view.Frame = h.frame(v, s, sheet{title: v.Say(registerTitle), path: "/insyn/konton", description: view.Lead})
		return rendered(ctx, http.StatusOK, page.RegisterPage(view))
	})
}

// dateIn is a day of the calendar as people read it.
func dateIn(v *visit.Visit, d clock.Date) string {
	noon, _ := clock.Wall{Date: d, Time: clock.AtTime(12, 0), Zone: clock.Stockholm()}.Resolve()
	return frame.DateIn(noon.In(clock.Stockholm()), v.Lang)
}

// said is a day or a moment of the register as people read it.
func (h *house) said(v *visit.Visit, s string) string {
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return frame.DateIn(at.In(clock.Stockholm()), v.Lang)
	}
	if d, err := clock.ParseDate(s); err == nil {
		return dateIn(v, d)
	}
	return ""
}
