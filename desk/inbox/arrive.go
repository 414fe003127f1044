package inbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// JobSort is the job that sorts what has arrived: one for all that waits, without payload. See [Room.Sort].
const JobSort = "inbox.sort"

// The most that an envelope may carry, in bytes.
const (
	MaxBody   = 3 << 20 // a letter of the fediverse with the longest text, written twice
	maxRemote = 2048
)

// EnvelopeID names an envelope after what it is: the same activity on the same channel is the same envelope, however often
// and wherever it is handed in.
func EnvelopeID(channel, remote string) string {
	sum := sha256.Sum256([]byte(channel + "\x00" + remote))
	return hex.EncodeToString(sum[:16])
}

// Arrive puts an envelope on the record as it came. When it returns nil, the envelope is on disk, with its entry, once: an
// envelope that arrives again changes nothing. ID, Seq and At are set here; the caller has verified the Sender.
//
// Errors: fault.Invalid, fault.TooLarge; fault.Unreachable when it cannot be stored now and the sender must try again.
func (r *Room) Arrive(ctx context.Context, e Envelope) error {
	change, err := decideArrival(e, r.clock.Now())
	if err != nil {
		return err
	}
	_, err = r.store.Commit(ctx, change)
	if fault.Is(err, fault.Conflict) {
		return nil // it is here already
	}
	return err
}

func decideArrival(e Envelope, now time.Time, with ...any) (desk.Change, error) {
	switch {
	case e.Channel == "" || e.Remote == "" || len(e.Remote) > maxRemote || len(e.Sender) > maxRemote || len(e.Kind) > 100,
		!keepable(e.Remote) || !keepable(e.Sender) || !keepable(e.Kind) || !keepable(e.Account):
		return desk.Change{}, fault.New(fault.Invalid, lingo.T("Försändelsen saknar namn, eller har ett för långt.", "The message has no name, or one that is too long."))
	case len(e.Body) > MaxBody:
		return desk.Change{}, fault.New(fault.TooLarge, lingo.T("Försändelsen är för stor.", "The message is too large."))
	}
	e.ID, e.At = EnvelopeID(e.Channel, e.Remote), now
	who := desk.Who{Kind: desk.WhoRemote, ID: e.Sender}
	if e.Sender == "" {
		who = desk.Who{Kind: desk.WhoCitizen}
	}
	return desk.Change{
		Expect: []desk.Expect{{Subject: e.ID, Seen: 0}},
		Acts: []desk.Act{{Kind: "inbox.arrived", Subject: e.ID, Account: e.Account, Who: who, At: now,
			Say: map[string]any{"channel": e.Channel, "kind": e.Kind}, Facts: append([]any{e}, with...)}},
		Jobs: []desk.Job{{Kind: JobSort, Key: JobSort}},
	}, nil
}

// keepable reports whether both databases can keep a name letter for letter. A name that would have to be changed is no name.
func keepable(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }
