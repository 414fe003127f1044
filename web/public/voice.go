package public

import (
	"context"
	"net/http"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/publish"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

// Voices tells who has a shift and speaks for an account, as she has agreed to be shown: desk/shift.
type Voices interface {
	Speaking(ctx context.Context, account string, at time.Time) ([]shift.Speaker, error)
	// Portrait returns a picture that somebody is shown with now; fault.NotFound when she no longer is.
	Portrait(ctx context.Context, hash string) (shift.Portrait, []byte, error)
}

var (
	thisWeek    = lingo.T("den här veckan", "this week")
	andAlso     = lingo.T("%s och %s", "%s and %s")
	writesToday = lingo.T("I dag skriver %s", "%s writes today")
	writesWeek  = lingo.T("Den här veckan skriver %s", "%s writes this week")
	guestTitle  = lingo.T("Veckans gäst: %s", "The guest of the week: %s")
	aWhile      = 36 * time.Hour // a shift that is longer is more than today's
)

// speaking are those who have a shift at an account now. Who speaks is furniture: the page is shown without it.
func (h *house) speaking(v *visit.Visit, a account.Account) []shift.Speaker {
	if h.Voices == nil || a.Closed() {
		return nil
	}
	all, err := h.Voices.Speaking(v.Context(), a.ID, v.Now)
	if err != nil {
		v.Log.Warn("who speaks could not be read", "account", a.ID, "error", err)
	}
	return all
}

// voice is who speaks for an account: who has a shift now, or else who wrote its newest post, when that was this week.
func (h *house) voice(v *visit.Visit, a account.Account, newest *publish.Post) frame.Voice {
	if all := h.speaking(v, a); len(all) > 0 {
		out := frame.Voice{Name: all[0].GivenName, Unit: all[0].Unit, When: v.Say(thisWeek)}
		for _, s := range all[1:] {
			out.Name = andAlso.Put(out.Name, s.GivenName).In(v.Lang)
		}
		return out
	}
	if newest == nil || newest.Curator.GivenName == "" || newest.Curator.Form == account.SignAccount || a.Signature == account.SignAccount || a.Closed() {
		return frame.Voice{}
	}
	zone := zoneOf(a)
	year, week := v.Now.In(zone).ISOWeek()
	if y, w := newest.At.In(zone).ISOWeek(); y != year || w != week {
		return frame.Voice{}
	}
	unit := newest.Curator.Unit
	if a.Signature == account.SignName { // what stands is signed as it was; who speaks is told as the account decides now
		unit = ""
	}
	return frame.Voice{Name: newest.Curator.GivenName, Unit: unit, When: v.Say(thisWeek)}
}

// presented are those who speak now and have something to say of themselves or of their shift.
func (h *house) presented(v *visit.Visit, a account.Account) (out []page.Speaker) {
	for _, s := range h.speaking(v, a) {
		title := writesToday
		switch {
		case s.Kind == shift.KindGuest:
			title = guestTitle
		case s.Until.Sub(s.From) > aWhile:
			title = writesWeek
		}
		one := page.Speaker{Title: title.Put(s.GivenName).In(v.Lang), Unit: s.Unit, Words: s.Words, Purpose: s.Purpose, Alt: s.Alt}
		if s.Picture != "" {
			one.Picture = "/portratt/" + s.Picture
		}
		if one.Words != "" || one.Purpose != "" || one.Picture != "" {
			out = append(out, one)
		}
	}
	return out
}

// voiced reports whether a page says who speaks: one that does is made anew each minute, for shifts begin and end by the clock
// and nothing need be written on the record when they do.
func (h *house) voiced(path string) bool {
	return h.Voices != nil && (path == "/" || strings.HasPrefix(path, "/?") || strings.HasPrefix(path, "/torget/"))
}

// portrait is a picture of somebody who speaks. No one may keep it: it is gone in the moment she takes her consent back.
func (h *house) portrait(v *visit.Visit) error {
	hash := v.R.PathValue("hash")
	if h.Voices == nil || len(hash) != 64 || strings.Trim(hash, "0123456789abcdef") != "" {
		return noPicture
	}
	p, data, err := h.Voices.Portrait(v.Context(), hash)
	if fault.Is(err, fault.NotFound) {
		return noPicture
	}
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "no-store")
	return v.Bytes(http.StatusOK, p.Type, data)
}

// Curating tells the register who speaks right now: the first of those who have a shift.
func Curating(voices Voices, c clock.Clock) Curators { return curating{voices, c} }

type curating struct {
	voices Voices
	clock  clock.Clock
}

// Speaking returns who speaks for an account now; the zero Speaker when nobody has a shift.
func (x curating) Speaking(ctx context.Context, account string) (Speaker, error) {
	all, err := x.voices.Speaking(ctx, account, x.clock.Now())
	if err != nil || len(all) == 0 {
		return Speaker{}, err
	}
	return Speaker{Name: all[0].GivenName, Unit: all[0].Unit}, nil
}
