package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// maxWait is the longest wait we let another server ask of us.
const maxWait = 24 * time.Hour

// Err makes a fault of an answer that is no success, for callers that can do nothing with it but tell somebody or try again:
// 404 NotFound, 410 Gone, 401 and 403 Forbidden, 429 TooSoon, 5xx and 408 Unreachable, everything else Invalid. TooSoon and
// Unreachable carry how long the server asks us to wait, counted from now when it named a date. It returns nil for 2xx.
func (a *Answer) Err(now time.Time) error {
	var f *fault.Error
	switch s := a.Status; {
	case s >= 200 && s < 300:
		return nil
	case s == http.StatusNotFound:
		f = fault.New(fault.NotFound, lingo.T("Servern säger att det inte finns.", "The server says that there is no such thing."))
	case s == http.StatusGone:
		f = fault.New(fault.Gone, lingo.T("Servern säger att det är borttaget.", "The server says that it has been taken away."))
	case s == http.StatusUnauthorized, s == http.StatusForbidden:
		f = fault.New(fault.Forbidden, lingo.T("Servern säger nej till oss.", "The server says no to us."))
	case s == http.StatusTooManyRequests:
		f = fault.New(fault.TooSoon, lingo.T("Servern ber oss vänta.", "The server asks us to wait.")).Wait(a.wait(now))
	case s >= 500, s == http.StatusRequestTimeout:
		f = fault.New(fault.Unreachable, lingo.T("Servern har ett fel hos sig just nu.", "The server has a fault of its own right now.")).Wait(a.wait(now))
	default:
		f = fault.New(fault.Invalid, lingo.T("Servern tog inte emot det vi skickade.", "The server did not accept what we sent."))
	}
	return f.Because(&StatusError{Status: a.Status, Said: excerpt(a.Body)})
}

// StatusError is the inner error of an answer that is no success, for the log.
type StatusError struct {
	Status int
	Said   string // the beginning of the answer's body
}

// Error says the status and how the answer began.
func (e *StatusError) Error() string { return "status " + strconv.Itoa(e.Status) + ": " + e.Said }

// wait reads Retry-After (RFC 9110 section 10.2.3): seconds or a date. Zero when there is none that makes sense.
func (a *Answer) wait(now time.Time) time.Duration {
	text := strings.TrimSpace(a.Header.Get("Retry-After"))
	if n, err := strconv.ParseInt(text, 10, 32); err == nil && n >= 0 {
		return min(time.Duration(n)*time.Second, maxWait)
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(at.Sub(now), 0), maxWait)
	}
	return 0
}

// excerpt is enough of an answer for whoever reads the log, on one line.
func excerpt(body []byte) string {
	const enough = 200
	if len(body) > enough {
		body = body[:enough]
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(string(body), "")), " ")
}
