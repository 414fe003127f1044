// Package stream reads posts one a line and writes what the checks say of them, one answer a line, in the same order. It is
// how an authority checks what it has already published, and how others measure the checks. The form is stable:
//
//	in:  {"id":"1","text":"…","account":"police-local","media":[{"kind":"image","alt":"…","captions":true}]}
//	out: {"id":"1","findings":[{"check","rule","grade","start","end","text","reason","advice","source"}]}
//
// Start and end are bytes of the text as given. A line that cannot be read gets an answer with "error", and the reading goes
// on; memory does not grow with the number of lines.
package stream

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
)

// MaxLine is the longest line that is read, in bytes. A longer one gets an error and is passed over.
const MaxLine = 16 << 20

// Options say how a stream is read. The zero value will do.
type Options struct {
	Lang     lingo.Lang               // of reason and advice; Swedish unless English is asked for
	Place    string                   // where the accounts are at home
	Networks []string                 // the networks the posts reach
	Own      []string                 // the authority's own numbers, addresses and officials
	Now      time.Time                // the day of the check; zero lets dates to come be
	Election time.Time                // an extra election or a referendum; zero when there is none
	MaxLine  int                      // in bytes; 0 is MaxLine
	Progress func(lines, bytes int64) // called after each line, when not nil
}

// Answer is one line out.
type Answer struct {
	ID       json.RawMessage `json:"id,omitempty"` // as it was given
	Findings []Finding       `json:"findings"`
	Error    string          `json:"error,omitempty"`
}

// Finding is one thing a check said.
type Finding struct {
	Check   string `json:"check"`
	Rule    string `json:"rule"`
	Grade   string `json:"grade"`
	Start   int    `json:"start"` // bytes of the text as given
	End     int    `json:"end"`
	Media   int    `json:"media,omitempty"` // which picture, counted from 1
	Text    string `json:"text"`
	Reason  string `json:"reason"`
	Advice  string `json:"advice"`
	Source  string `json:"source"`
	Instead string `json:"instead,omitempty"`
}

// Run reads lines from r until it ends, and writes an answer to each on w. An empty line is passed over. It returns an error
// of kind Invalid when some line could not be read, after all the others have been answered, and at once when r, w or ctx
// fails.
func Run(ctx context.Context, r io.Reader, w io.Writer, checks []check.Check, opts Options) error {
	if opts.MaxLine <= 0 {
		opts.MaxLine = MaxLine
	}
	in := &lines{r: bufio.NewReaderSize(r, 64<<10), most: opts.MaxLine}
	out := bufio.NewWriterSize(w, 64<<10)
	var read, size, bad int64
	for {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, out.Flush())
		}
		line, n, err := in.next()
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, errLong) {
			return errors.Join(err, out.Flush())
		}
		read, size = read+1, size+n
		a, ok := answer(line, err, checks, opts)
		if !ok {
			bad++
		}
		if a != nil {
			if err := write(out, a); err != nil {
				return err
			}
		}
		if in.waits() {
			if err := out.Flush(); err != nil {
				return err // somebody reads along: let them have what there is
			}
		}
		if opts.Progress != nil {
			opts.Progress(read, size)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return verdict(bad)
}

func verdict(bad int64) error {
	if bad == 0 {
		return nil
	}
	return fault.New(fault.Invalid, lingo.Count(int(bad), lingo.T("%d rad gick inte att läsa.", "%d line could not be read."), lingo.T("%d rader gick inte att läsa.", "%d lines could not be read.")))
}

// answer checks one line. A blank line has no answer.
func answer(line []byte, trouble error, checks []check.Check, opts Options) (a *Answer, ok bool) {
	if trouble != nil {
		return &Answer{ID: findID(line), Error: tooLong.Put(opts.MaxLine).In(opts.Lang), Findings: []Finding{}}, false
	}
	if len(bytes.TrimSpace(line)) == 0 {
		return nil, true
	}
	p, problem := parse(line)
	if !problem.Empty() {
		return &Answer{ID: p.id(), Error: problem.In(opts.Lang), Findings: []Finding{}}, false
	}
	a = &Answer{ID: p.id(), Findings: []Finding{}}
	in := check.Input{Text: p.text, Profile: p.Account, Media: p.media, Place: opts.Place, Networks: opts.Networks, Own: opts.Own, Now: opts.Now, Election: check.Election{Day: opts.Election}}
	for _, f := range check.Run(checks, in) {
		a.Findings = append(a.Findings, Finding{Check: f.Check, Rule: f.Rule, Grade: f.Grade.String(), Start: f.Span.Start, End: f.Span.End, Media: f.Media,
			Text: f.Text, Reason: f.Reason.In(opts.Lang), Advice: f.Advice.In(opts.Lang), Source: f.Source, Instead: f.Instead})
	}
	return a, true
}

// write writes an answer on a line of its own, also for readers to whom U+0085 ends a line.
func write(w *bufio.Writer, a *Answer) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		return err
	}
	_, err := w.Write(bytes.ReplaceAll(b.Bytes(), []byte("\u0085"), []byte(`\u0085`)))
	return err
}
