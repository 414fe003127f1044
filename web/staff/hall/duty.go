package hall

import (
	"context"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Relay tells who is on shift: desk/shift.
type Relay interface {
	OnShift(ctx context.Context, account string, at time.Time) (shift.Duty, error)
}

// onShift says who is on shift at the account: "Amina till 16:00". "" when nobody can be reached, or when it could not be
// read: it is furniture, and the page is what she came for.
func (h *Hall) onShift(v *visit.Visit, a account.Account) string {
	if h.with.Relay == nil {
		return ""
	}
	d, err := h.with.Relay.OnShift(v.Context(), a.ID, v.Now)
	if err != nil {
		v.Log.Warn("who is on shift could not be read", "account", a.ID, "error", err)
		return ""
	}
	name := d.Person.GivenName
	if name == "" {
		name = d.Person.Name
	}
	switch d.By {
	case shift.ByNobody:
		return ""
	case shift.ByShift:
		for _, p := range d.Beside {
			name = pairOf.Put(name, p.GivenName).In(v.Lang)
		}
	case shift.ByDefault:
		return name
	}
	return name + " " + v.Say(Until(v, d.Shift.Ends, d.Shift.Until.Zone))
}

// Until says until when something lasts, on the clocks of a zone: "till 16:00", "till midnatt", "till och med söndag 29 november",
// "till tisdag 24 november kl. 08:00".
func Until(v *visit.Visit, t time.Time, zone *time.Location) lingo.Text {
	w, today := clock.WallOf(t, zone), clock.DateOf(v.Now, zone)
	switch {
	case w.Date == today:
		return untilHour.Put(w.Time.String())
	case w.Time == 0 && w.Date == today.Add(1):
		return untilMidnight
	case w.Time == 0:
		return throughDay.Put(dayName(w.Date.Add(-1)))
	}
	return untilDay.Put(dayName(w.Date), w.Time.String())
}

func dayName(d clock.Date) lingo.Text {
	noon := time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
	return lingo.T(frame.Day(noon, lingo.SV), frame.Day(noon, lingo.EN))
}

var (
	pairOf        = lingo.T("%s och %s", "%s and %s")
	untilHour     = lingo.T("till %s", "until %s")
	untilMidnight = lingo.T("till midnatt", "until midnight")
	throughDay    = lingo.T("till och med %s", "through %s")
	untilDay      = lingo.T("till %s kl. %s", "until %s at %s")
)
