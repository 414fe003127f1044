package fetch

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
)

func TestAnswerErr(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		status int
		retry  string
		kind   fault.Kind
		after  time.Duration
	}{
		{301, "", fault.Invalid, 0},
		{400, "", fault.Invalid, 0},
		{401, "", fault.Forbidden, 0},
		{403, "", fault.Forbidden, 0},
		{404, "", fault.NotFound, 0},
		{408, "", fault.Unreachable, 0},
		{410, "", fault.Gone, 0},
		{422, "60", fault.Invalid, 0},
		{429, "60", fault.TooSoon, time.Minute},
		{429, " Mon, 02 Mar 2026 12:05:00 GMT", fault.TooSoon, 5 * time.Minute},
		{429, "Mon, 02 Mar 2026 11:00:00 GMT", fault.TooSoon, 0},
		{429, "999999999", fault.TooSoon, maxWait},
		{429, "Mon, 02 Mar 2099 12:05:00 GMT", fault.TooSoon, maxWait},
		{429, "-5", fault.TooSoon, 0},
		{429, "soon", fault.TooSoon, 0},
		{500, "", fault.Unreachable, 0},
		{503, "120", fault.Unreachable, 2 * time.Minute},
	} {
		a := &Answer{Status: c.status, Header: http.Header{"Retry-After": {c.retry}}, Body: []byte("why\n not" + strings.Repeat("x", 500))}
		err := a.Err(now)
		if !fault.Is(err, c.kind) || fault.Of(err).After != c.after {
			t.Errorf("%d %q: %v, %v", c.status, c.retry, err, fault.Of(err).After)
		}
		var s *StatusError
		if !errors.As(err, &s) || s.Status != c.status || !strings.HasPrefix(s.Said, "why notx") || len(s.Said) > 200 || !strings.Contains(err.Error(), "status ") {
			t.Errorf("%d: %v", c.status, s)
		}
	}
	for _, status := range []int{200, 202, 204} {
		if err := (&Answer{Status: status}).Err(now); err != nil {
			t.Errorf("%d: %v", status, err)
		}
	}
}
