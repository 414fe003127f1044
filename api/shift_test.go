package api_test

import (
	"testing"
	"time"
)

// round lets the desk go its round of the shifts.
func (h *house) round(t testing.TB) {
	t.Helper()
	if err := h.shifts.Round(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func moment(date, at string) body { return body{"date": date, "time": at} }

func TestARelay(t *testing.T) { each(t, aRelay) }

// aRelay plays a relay through the API: planned, swapped, handed over, confirmed, and looked back at.
func aRelay(t *testing.T, h *house) {
	doris, erik := h.hire(t, "Doris"), h.hire(t, "Erik")
	at := "/accounts/" + h.account
	plan := func(person, from, until string) string {
		t.Helper()
		return h.as(t, "Amina", "POST", at+"/shifts", body{"person": person, "from": moment("2026-11-24", from), "until": moment("2026-11-24", until)}).
			want(201).is("kind", "hours", "number", float64(1)).str("id")
	}
	first, second := plan(doris, "08:00", "12:00"), plan(erik, "12:00", "16:00")
	h.as(t, "Amina", "POST", at+"/shifts", body{"person": erik, "from": moment("2026-11-24", "11:00"), "until": moment("2026-11-24", "13:00")}).want(409).is("errors.0.field", "from")
	h.as(t, "Amina", "POST", at+"/shifts", body{"person": "ingen", "from": moment("2026-11-25", "11:00"), "until": moment("2026-11-25", "13:00")}).want(422).is("errors.0.field", "person")
	h.as(t, "Amina", "POST", at+"/shifts", body{"person": erik, "from": body{"date": "2026-11-25", "time": "11:00", "zone": "Europe/Atlantis"}, "until": moment("2026-11-25", "13:00")}).
		want(422).is("errors.0.field", "from")
	h.as(t, "Doris", "GET", at+"/shifts?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z", nil).want(200).is("items.0.id", first, "items.1.id", second)
	h.as(t, "Doris", "GET", "/shifts?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z", nil).want(200).is("items.0.id", first, "items.1", nil)

	swap := h.as(t, "Doris", "POST", "/swaps", body{"shift": first, "for": second}).want(201).is("to", erik).str("id")
	h.as(t, "Doris", "POST", "/swaps/"+swap+"/accept", nil).want(403)
	h.as(t, "Erik", "GET", "/swaps", nil).want(200).is("items.0.id", swap)
	h.as(t, "Erik", "POST", "/swaps/"+swap+"/accept", nil).want(204)
	h.as(t, "Erik", "POST", "/swaps/"+swap+"/decline", nil).want(410)
	h.as(t, "Erik", "GET", "/shifts/"+first, nil).want(200).is("person", erik, "why", "swap", "number", float64(2))

	h.as(t, "Amina", "PUT", "/shifts/"+second, body{"person": doris, "from": moment("2026-11-24", "12:00"), "until": moment("2026-11-24", "17:00"), "number": 2, "why": "Längre."}).
		want(200).is("number", float64(3))
	h.as(t, "Erik", "PUT", "/presentation", body{"words": "Jag sköter rabatterna.", "consent": true}).want(204)
	h.as(t, "Erik", "GET", "/presentation", nil).want(200).is("words", "Jag sköter rabatterna.")

	h.clock.Move(time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC).Sub(h.clock.Now()))
	h.as(t, "Amina", "GET", at+"/on-shift", nil).want(200).is("by", "shift", "person.id", erik)
	h.as(t, "Amina", "GET", at+"/speaking", nil).want(200).is("items.0.given_name", "Erik", "items.0.words", "Jag sköter rabatterna.")
	h.as(t, "Erik", "POST", "/drafts", body{"account": h.account, "text": harmless}).want(201)
	h.as(t, "Erik", "POST", "/shifts/"+first+"/handover", body{"words": ""}).want(422)
	h.as(t, "Erik", "POST", "/shifts/"+first+"/handover", body{"words": "Ett utkast om isen väntar."}).want(204)
	h.clock.Move(time.Hour + time.Minute)
	h.round(t)
	h.as(t, "Doris", "GET", "/shifts/"+first+"/handover", nil).want(200).is("number", float64(2), "words", "Ett utkast om isen väntar.", "ends.0.kind", "draft", "to", doris)
	h.as(t, "Erik", "POST", "/shifts/"+first+"/handover/confirm", nil).want(403)
	h.as(t, "Doris", "POST", "/shifts/"+first+"/handover/confirm", nil).want(204)
	h.as(t, "Erik", "POST", "/drafts", body{"account": h.account, "text": harmless}).want(403)
	h.as(t, "Erik", "POST", "/shifts/"+first+"/reflection", body{"best": "Isen."}).want(204)
	h.as(t, "Erik", "GET", "/shifts/"+first+"/aftermath", nil).want(200).is("said.best", "Isen.", "posts", float64(0))
	h.as(t, "Amina", "POST", "/shifts/"+second+"/cancel", body{"reason": "Stängt."}).want(204)
	h.as(t, "Amina", "POST", "/shifts/"+second+"/step-in", nil).want(410)
	h.verify(t)
}

func TestARotationByTheAPI(t *testing.T) { each(t, aRotation) }

func aRotation(t *testing.T, h *house) {
	at := "/accounts/" + h.account
	doris := h.hire(t, "Doris")
	said := body{"title": "Parkveckan", "starts": "2026-11-23", "people": []string{doris, h.ids["Bengt"]}, "ahead": 2,
		"week": []body{{"day": "tue", "from": "08:00", "until": "16:00"}, {"day": "fri", "from": "22:00", "until": "06:00"}}}
	h.as(t, "Amina", "POST", at+"/rotations/preview", said).want(200).is("items.0.person", doris, "items.1.until.date", "2026-11-28")
	r := h.as(t, "Amina", "POST", at+"/rotations", said).want(201).is("number", float64(1), "week.1.day", "fri", "every", float64(1)).str("id")
	h.as(t, "Amina", "GET", at+"/rotations", nil).want(200).is("items.0.id", r)
	h.as(t, "Amina", "GET", at+"/shifts?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z", nil).want(200).is("items.0.person", doris, "items.0.rotation", r)
	said["number"], said["week"] = 1, []body{{"day": "lördag"}}
	h.as(t, "Amina", "PUT", "/rotations/"+r, said).want(422)
	said["week"] = []body{{"day": "wed", "from": "08:00", "until": "16:00"}}
	h.as(t, "Amina", "PUT", "/rotations/"+r, said).want(200).is("number", float64(2))
	h.as(t, "Amina", "POST", "/rotations/"+r+"/end", body{"last": "2026-11-25", "number": 1}).want(409)
	h.as(t, "Amina", "POST", "/rotations/"+r+"/end", body{"last": "2026-11-25", "number": 2}).want(200).is("ends", "2026-11-25")
	h.as(t, "Amina", "GET", at+"/cover", nil).want(200).is("cover", "auto")
	h.as(t, "Amina", "PUT", at+"/cover", body{"cover": "hours"}).want(204)
	h.round(t)
	h.as(t, "Amina", "GET", at+"/cover", nil).want(200).is("cover", "hours", "alarms.0.kind", "gap")
	h.as(t, "Amina", "GET", "/shift-alarms", nil).want(200).is("items.0.account", h.account)
	h.as(t, "Bengt", "GET", "/shift-alarms", nil).want(403)
}
