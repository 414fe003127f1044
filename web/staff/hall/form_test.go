package hall_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

func sent(form url.Values) *visit.Visit {
	r := httptest.NewRequest(http.MethodPost, "/x", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return &visit.Visit{W: httptest.NewRecorder(), R: r, Lang: lingo.SV, Now: noon}
}

func wrong(kind fault.Kind, field string) *fault.Error {
	return fault.New(kind, lingo.T("Skriv namnet.", "Write the name.")).At(field)
}

func TestAFormThatCameBackKeepsAllThatWasTyped(t *testing.T) {
	v := sent(url.Values{"name": {"  Amina\n"}, "scopes": {"read", "draft.write"}, "ok": {"1"}, "role": {"voice"}})
	f := hall.Again(v, fault.List{wrong(fault.Invalid, "name"), wrong(fault.Invalid, "name").Try(lingo.T("Hela.", "All of it."))})
	if got := f.Field(frame.FieldView{Name: "name"}); got.Value != "  Amina\n" || got.Error != "Skriv namnet. Skriv namnet. Hela." {
		t.Errorf("%+v", got)
	}
	ticks := f.Field(frame.FieldView{Kind: frame.Ticks, Name: "scopes", Options: []frame.Option{{Value: "read"}, {Value: "write", Chosen: true}}})
	if !ticks.Options[0].Chosen || ticks.Options[1].Chosen {
		t.Errorf("%+v", ticks.Options)
	}
	if got := f.Field(frame.FieldView{Kind: frame.Tick, Name: "ok"}); !got.Checked {
		t.Error("the tick is gone")
	}
	if got := f.Field(frame.FieldView{Kind: frame.Tick, Name: "no"}); got.Checked || got.Error != "" {
		t.Errorf("%+v", got)
	}
	if f.Field(frame.FieldView{Kind: frame.Choice, Name: "role"}).Value != "voice" || f.Field(frame.FieldView{Name: "other", Value: "x"}).Value != "x" {
		t.Error("a choice is gone")
	}
	if n := len(f.Errors()); n != 2 || f.Errors()[0].Field != "name" || f.Status(v) != http.StatusUnprocessableEntity || len(f.Fields()) != 2 {
		t.Errorf("%d errors, %d", n, f.Status(v))
	}
}

func TestANewFormBeginsWithWhatItIsGiven(t *testing.T) {
	v := sent(nil)
	f := hall.Filled(v, url.Values{"name": {"Parken"}})
	if f.Field(frame.FieldView{Name: "name"}).Value != "Parken" || f.Value("name") != "Parken" || len(f.Errors()) != 0 || f.Status(v) != http.StatusOK {
		t.Errorf("%+v", f)
	}
}

func TestWhoMustWaitIsToldHowLong(t *testing.T) {
	v := sent(nil)
	f := hall.Again(v, wrong(fault.TooSoon, "").Wait(1500*time.Millisecond))
	if f.Status(v) != http.StatusTooManyRequests || v.W.Header().Get("Retry-After") != "2" {
		t.Errorf("%d, %q", f.Status(v), v.W.Header().Get("Retry-After"))
	}
}

func TestMendable(t *testing.T) {
	for name, tc := range map[string]struct {
		err  error
		want bool
	}{
		"nothing": {nil, false}, "invalid": {wrong(fault.Invalid, ""), true}, "list": {fault.List{wrong(fault.Invalid, "a")}, true},
		"conflict": {wrong(fault.Conflict, ""), true}, "too soon": {wrong(fault.TooSoon, ""), true}, "away": {wrong(fault.Unreachable, ""), false},
		"may not": {wrong(fault.Forbidden, ""), false}, "may not, so": {wrong(fault.Forbidden, "successor"), true}, "ours": {errors.New("x"), false},
	} {
		if hall.Mendable(tc.err) != tc.want {
			t.Error(name)
		}
	}
}

func TestTheLastDayIsAllOfIt(t *testing.T) {
	for in, want := range map[string]string{"2026-11-30": "2026-11-30T23:00:00Z", "2026-06-30": "2026-06-30T22:00:00Z", "": "0001-01-01T00:00:00Z"} {
		got, err := hall.LastDay(in)
		if err != nil || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"igår", "2026-02-30", "26-1-1x"} {
		if _, err := hall.LastDay(in); fault.Of(err).Field != "until" {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "å": "Å", "kommunikatör": "Kommunikatör", "\xff": "\uFFFD"} {
		if got := hall.Capital(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
