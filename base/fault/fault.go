// Package fault is how anything in the house says that something went wrong. Every error that a person may meet has a
// kind, which the edges turn into a status, and a text in both languages that says what happened and what to do next. The
// inner error, for the log, is wrapped and never shown.
//
// Nothing in the program decides by reading an error's text: callers ask [KindOf].
package fault

import (
	"errors"
	"fmt"
	"time"

	"tilltal/base/lingo"
)

// Kind says what sort of trouble it is. The zero Kind is Internal, so that an error nobody classified is never shown.
type Kind int

// The kinds, and the HTTP status each becomes at the edge.
const (
	Internal    Kind = iota // our own mistake: 500
	Invalid                 // what was sent cannot be used: 400 or 422
	NotFound                // there is no such thing, or not for this person: 404
	Forbidden               // the person may not: 403
	SignIn                  // nobody is signed in, or the signature did not verify: 401
	Conflict                // somebody else was first: 409
	Gone                    // it was here and has been taken away: 410
	TooLarge                // larger than we take: 413
	TooSoon                 // come back after After: 429
	Unreachable             // the network, the database or the disk is away: 503, nothing was done
)

var names = [...]string{"internal", "invalid", "not_found", "forbidden", "sign_in", "conflict", "gone", "too_large", "too_soon", "unreachable"}

func (k Kind) String() string {
	if k < 0 || int(k) >= len(names) {
		return "internal"
	}
	return names[k]
}

// Error is a fault. Say is what the person reads; Hint is what to do next; Field is the form field or JSON pointer it
// concerns, when there is one; After is how long to wait, for TooSoon and Unreachable.
type Error struct {
	Kind  Kind
	Say   lingo.Text
	Hint  lingo.Text
	Field string
	After time.Duration
	Inner error
}

// New makes a fault of a kind with what the person shall read.
func New(kind Kind, say lingo.Text) *Error { return &Error{Kind: kind, Say: say} }

// Because returns a copy that wraps the inner error, for the log.
func (e *Error) Because(err error) *Error { c := *e; c.Inner = err; return &c }

// At returns a copy that points at a form field.
func (e *Error) At(field string) *Error { c := *e; c.Field = field; return &c }

// Try returns a copy with advice on what to do next.
func (e *Error) Try(hint lingo.Text) *Error { c := *e; c.Hint = hint; return &c }

// Wait returns a copy that says when to come back.
func (e *Error) Wait(d time.Duration) *Error { c := *e; c.After = d; return &c }

func (e *Error) Error() string {
	s := e.Kind.String()
	if e.Say.EN != "" {
		s += ": " + e.Say.EN
	}
	if e.Inner != nil {
		s += ": " + e.Inner.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Inner }

// Wrap adds where in the program an error passed, for the log; the kind stays what it was. It returns nil for nil.
func Wrap(where string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", where, err)
}

// KindOf returns the kind of the outermost fault in the chain, and Internal for any other error.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Is reports whether the error is a fault of that kind. A nil error is of no kind.
func Is(err error, kind Kind) bool { return err != nil && KindOf(err) == kind }

// Of returns the outermost fault in the chain, or a nameless Internal one that wraps err.
func Of(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Kind: Internal, Inner: err}
}

// List is several faults at once: a form with more than one field to mend.
type List []*Error

func (l List) Error() string {
	if len(l) == 0 {
		return "no fault"
	}
	if len(l) == 1 {
		return l[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", l[0].Error(), len(l)-1)
}

// Unwrap gives errors.As the faults one by one.
func (l List) Unwrap() []error {
	out := make([]error, len(l))
	for i, e := range l {
		out[i] = e
	}
	return out
}

// OrNil returns the list as an error, or nil when it is empty.
func (l List) OrNil() error {
	if len(l) == 0 {
		return nil
	}
	return l
}
