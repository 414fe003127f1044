package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// A caller whose connection broke does not know whether its POST was heard. With Idempotency-Key it may send it again: the
// key is written down before the work begins, and the answer when it is done, before the caller gets it. A call that died in
// between is not done again; the caller is told to look.
// (draft-ietf-httpapi-idempotency-key-header-07)

// Memory keeps answers by key.
type Memory interface {
	// Reserve writes a key down. When it is there already it returns what is remembered, and fresh is false.
	Reserve(ctx context.Context, key, request string, at time.Time) (r desk.Remembered, fresh bool, err error)
	// Remember keeps the answer.
	Remember(ctx context.Context, key string, r desk.Remembered) error
	// Forget gives a key back: the call was refused before anything was done.
	Forget(ctx context.Context, key string) error
}

// longestKey is how many bytes a key may have.
const longestKey = 200

// remember answers POSTs that carry a key from memory when they have been answered before. It stands inside the door: who
// has no token leaves nothing in memory.
func (a *API) remember(c huma.Context, next func(huma.Context)) {
	key := c.Header("Idempotency-Key")
	if key == "" || c.Method() != http.MethodPost {
		next(c)
		return
	}
	if err := a.once(c, next, key); err != nil {
		a.refuse(c, err)
	}
}

func (a *API) once(c huma.Context, next func(huma.Context), given string) error {
	if len(given) > longestKey {
		return fault.New(fault.Invalid, lingo.T("Nyckeln är för lång: %d tecken får plats.", "The key is too long: there is room for %d characters.").Put(longestKey)).At("Idempotency-Key")
	}
	body, err := whole(c)
	if err != nil {
		return err
	}
	r, _ := humago.Unwrap(c)
	key, request := digest(c.Header("Authorization"), given), digest(r.URL.RequestURI(), string(body))
	known, fresh, err := a.Memory.Reserve(c.Context(), key, request, a.Clock.Now())
	switch {
	case err != nil:
		return err
	case fresh:
		a.first(c, next, key, request, body)
		return nil
	case known.Request != request:
		return fault.New(fault.Invalid, lingo.T("Nyckeln är redan använd till ett annat anrop.", "The key has been used for another call.")).At("Idempotency-Key").
			Try(lingo.T("Välj en ny Idempotency-Key för varje nytt anrop.", "Choose a new Idempotency-Key for each new call."))
	case known.Status == 0:
		return fault.New(fault.Conflict, lingo.T("Det första anropet med nyckeln är inte klart, avbröts, eller hade ett svar som bara visas en gång.",
			"The first call with the key is not done, was cut off, or had an answer that is shown only once.")).
			Try(lingo.T("Läs det som anropet gällde och se om det blev gjort.", "Read what the call concerned and see whether it was done."))
	}
	if known.Type != "" {
		c.SetHeader("Content-Type", known.Type)
	}
	c.SetHeader("Idempotency-Replayed", "true")
	c.SetStatus(known.Status)
	_, _ = c.BodyWriter().Write(known.Body) // the caller has gone away: nobody is left to tell
	return nil
}

// whole reads the body of a call that is to be remembered, no more of it than the operation takes.
func whole(c huma.Context) ([]byte, error) {
	_ = c.SetReadDeadline(time.Now().Add(patience)) // a connection that knows no deadlines has its own
	most := c.Operation().MaxBodyBytes
	if most <= 0 {
		most = 1 << 20
	}
	body, err := io.ReadAll(io.LimitReader(c.BodyReader(), most))
	if err != nil {
		return nil, fault.New(fault.Invalid, lingo.T("Vi fick inte hela anropet.", "We did not get the whole call.")).Because(err)
	}
	return body, nil
}

// first does the call, and keeps its answer. An answer that says "not now" or "not you" gives the key back: nothing was done.
// One that says that the mistake is ours leaves the key reserved, for something may have been done; so does one with a
// secret, which we keep only a hash of.
func (a *API) first(c huma.Context, next func(huma.Context), key, request string, body []byte) {
	k := &kept{call: c, body: bytes.NewReader(body), status: http.StatusOK}
	next(k)
	ctx := context.WithoutCancel(c.Context())
	op, _ := c.Operation().Metadata[operationKey].(operation)
	var err error
	switch {
	case k.status == http.StatusServiceUnavailable || k.status == http.StatusForbidden || k.status == http.StatusTooManyRequests || k.status == http.StatusUnauthorized:
		err = a.Memory.Forget(ctx, key)
	case k.status >= 500 || op.Secret && k.status < 300:
	default:
		err = a.Memory.Remember(ctx, key, desk.Remembered{Request: request, Status: k.status, Type: k.mediaType, Body: k.out.Bytes()})
	}
	if err != nil { // the key stays reserved: who sends the call again is told to look
		a.note(ctx, op.ID, errors.Join(errors.New("an answer could not be kept"), err))
	}
	c.SetStatus(k.status)
	_, _ = c.BodyWriter().Write(k.out.Bytes()) // the caller has gone away: nobody is left to tell
}

// call is huma's context under a name that does not hide its method Context.
type call huma.Context

// kept holds an answer back until it has been kept.
type kept struct {
	call
	body      io.Reader
	status    int
	mediaType string
	out       bytes.Buffer
}

// Unwrap is how the adapter finds its own context.
func (k *kept) Unwrap() huma.Context { return k.call }

// BodyReader returns the body, which has been read once.
func (k *kept) BodyReader() io.Reader { return k.body }

// SetStatus notes the status.
func (k *kept) SetStatus(code int) { k.status = code }

// SetHeader sets a header, and notes the media type.
func (k *kept) SetHeader(name, value string) {
	if name == "Content-Type" {
		k.mediaType = value
	}
	k.call.SetHeader(name, value)
}

// BodyWriter collects the answer.
func (k *kept) BodyWriter() io.Writer { return &k.out }

// digest binds parts together so that they cannot flow into each other.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
