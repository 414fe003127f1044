package live

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"tilltal/desk/people"
	"tilltal/web/visit"
)

// serve holds a stream open until the reader goes away, is signed out, or the node shuts down.
func (s *Streams) serve(v *visit.Visit) error {
	l, err := s.hub.join(v.Context(), v.Actor, v.Now, heard(v), turnOf(v))
	if err != nil {
		return err
	}
	defer s.hub.leave(l)
	w := line{to: v.W, control: http.NewResponseController(v.W)}
	w.open()
	beat := time.NewTicker(s.with.Beat)
	defer beat.Stop()
	began := time.Now()
	for !w.broken {
		select {
		case <-v.Context().Done():
			return nil
		case <-l.end:
			return nil
		case <-beat.C:
			if !s.still(v.Context(), v, l, v.Now.Add(time.Since(began))) {
				return nil
			}
			w.beat()
		case <-l.wake:
			if parts, size := l.take(); parts != "" {
				w.event(size, parts)
			}
			s.rest(v.Context(), l)
		}
	}
	return nil
}

// heard is the number of the last entry that the page knows of: what the browser heard last, or what the page was made from.
func heard(v *visit.Visit) int64 {
	for _, s := range []string{v.R.Header.Get("Last-Event-ID"), v.Form("efter")} {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// turnOf is how many times notices had changed when the page was made; negative when it does not say.
func turnOf(v *visit.Visit) int64 {
	n, err := strconv.ParseInt(v.Form("varv"), 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// rest lets what happens next gather, so that a busy hour is not a storm of requests.
func (s *Streams) rest(ctx context.Context, l *listener) {
	pause := time.NewTimer(s.with.Pause)
	defer pause.Stop()
	select {
	case <-pause.C:
	case <-ctx.Done():
	case <-l.end:
	}
}

// still reports whether the session that the stream was opened in is alive, and reads anew what she may do. It does not count
// as using the session. When it cannot be known, the stream ends, and the browser asks again.
func (s *Streams) still(ctx context.Context, v *visit.Visit, l *listener, now time.Time) bool {
	alive, err := s.with.People.Sessions(ctx, v.Actor)
	if err != nil || !slices.ContainsFunc(alive, func(o people.Session) bool { return o.ID == v.Session.ID }) {
		return false
	}
	a, err := s.with.People.Load(ctx, v.Actor.Person.ID)
	if err != nil {
		return false
	}
	l.renew(a, now)
	return true
}

// line writes server-sent events (HTML standard 9.2).
type line struct {
	to      http.ResponseWriter
	control *http.ResponseController
	broken  bool
}

// open sends the head, with what keeps proxies from holding the stream back, and lets it outlive the time that a request is
// given to arrive in.
func (w *line) open() {
	h := w.to.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store, no-transform")
	h.Set("X-Accel-Buffering", "no")
	_ = w.control.SetReadDeadline(time.Time{}) // a server that has no deadlines needs none lifted
	w.to.WriteHeader(http.StatusOK)
	w.say("retry: 3000\n\n")
}

func (w *line) beat() { w.say(":\n\n") }

func (w *line) event(size int64, parts string) {
	w.say(fmt.Sprintf("id: %d\ndata: %s\n\n", size, parts))
}

// patience is how long a line may be on its way to a reader who takes nothing in.
const patience = time.Minute

func (w *line) say(words string) {
	_ = w.control.SetWriteDeadline(time.Now().Add(patience)) // each line has its own: the stream has no end to be done by
	_, err := w.to.Write([]byte(words))
	if err == nil {
		err = w.control.Flush()
	}
	w.broken = err != nil
}
