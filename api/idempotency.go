package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/web"
)

// A caller whose connection broke does not know whether its POST was heard. With Idempotency-Key it may send it again: the
// key is written down before the work begins, and the answer when it is done. A call that died in between is not done again;
// the caller is told to look.
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

// mostKept is the largest request that may carry a key, in bytes.
const mostKept = 20 << 20

// remembering answers POSTs that carry a key from memory when they have been answered before.
func remembering(next http.Handler, memory Memory, c clock.Clock) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/", next)
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		given := r.Header.Get("Idempotency-Key")
		if given == "" {
			next.ServeHTTP(w, r)
			return
		}
		if err := replay(w, r, next, memory, c, given); err != nil {
			web.Problem(w, fault.Of(err), lingo.Match(r.Header.Get("Accept-Language")), web.RequestID(r))
		}
	})
	return mux
}

func replay(w http.ResponseWriter, r *http.Request, next http.Handler, memory Memory, c clock.Clock, given string) error {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostKept))
	if err != nil {
		return fault.New(fault.TooLarge, lingo.T("Anropet är för stort.", "The call is too large.")).Because(err)
	}
	key, request := digest(r.Header.Get("Authorization"), given), digest(r.URL.RequestURI(), string(body))
	known, fresh, err := memory.Reserve(r.Context(), key, request, c.Now())
	switch {
	case err != nil:
		return err
	case fresh:
		r.Body = io.NopCloser(bytes.NewReader(body))
		return first(w, r, next, memory, key, request)
	case known.Request != request:
		return fault.New(fault.Invalid, lingo.T("Nyckeln är redan använd till ett annat anrop.", "The key has been used for another call.")).
			Try(lingo.T("Välj en ny Idempotency-Key för varje nytt anrop.", "Choose a new Idempotency-Key for each new call."))
	case known.Status == 0:
		return fault.New(fault.Conflict, lingo.T("Det första anropet med nyckeln är inte klart, eller avbröts.", "The first call with the key is not done, or was cut off.")).
			Try(lingo.T("Läs det som anropet gällde och se om det blev gjort.", "Read what the call concerned and see whether it was done."))
	}
	w.Header().Set("Content-Type", known.Type)
	w.Header().Set("Idempotency-Replayed", "true")
	w.WriteHeader(known.Status)
	_, _ = w.Write(known.Body) // the caller has gone away: nobody is left to tell
	return nil
}

// first does the call, and keeps its answer. An answer that says "not now" or "not you" gives the key back.
func first(w http.ResponseWriter, r *http.Request, next http.Handler, memory Memory, key, request string) error {
	seen := &copied{ResponseWriter: w, status: http.StatusOK}
	next.ServeHTTP(seen, r)
	ctx := context.WithoutCancel(r.Context())
	if seen.status >= 500 || seen.status == http.StatusUnauthorized || seen.status == http.StatusTooManyRequests {
		_ = memory.Forget(ctx, key) // left reserved at worst: the caller is told to look
		return nil
	}
	_ = memory.Remember(ctx, key, desk.Remembered{Request: request, Status: seen.status, Type: w.Header().Get("Content-Type"), Body: seen.body.Bytes()}) // as above
	return nil
}

type copied struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (c *copied) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

func (c *copied) Write(b []byte) (int, error) {
	c.body.Write(b)
	return c.ResponseWriter.Write(b)
}

// digest binds parts together so that they cannot flow into each other.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
