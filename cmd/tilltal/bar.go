package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"tilltal/base/lingo"
)

// bar shows on standard error how far something has come, once it has taken half a second: a bar on a terminal, a line now
// and then in a log.
type bar struct {
	out   io.Writer
	what  string
	began time.Time
	told  time.Time
	live  bool
	shown bool
}

func newBar(t terminal, what lingo.Text) *bar {
	b := &bar{out: t.err, what: what.In(t.lang), began: time.Now()}
	if f, ok := t.err.(*os.File); ok {
		info, err := f.Stat()
		b.live = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return b
}

// at tells how far it has come. It may be called as often as one likes.
func (b *bar) at(done, of int64) {
	if of <= 0 || !b.due() {
		return
	}
	part := float64(done) / float64(of)
	if !b.live {
		fmt.Fprintf(b.out, "%s: %.0f %%\n", b.what, part*100)
		return
	}
	const width = 30
	full := min(width, int(part*width))
	fmt.Fprintf(b.out, "\r%s [%s%s] %3.0f %%", b.what, strings.Repeat("=", full), strings.Repeat(" ", width-full), part*100)
}

// passed tells how many have passed when nobody knows how many there are.
func (b *bar) passed(n int64) {
	if !b.due() {
		return
	}
	if b.live {
		fmt.Fprintf(b.out, "\r%s: %d", b.what, n)
	} else {
		fmt.Fprintf(b.out, "%s: %d\n", b.what, n)
	}
}

// due reports whether it is time to tell again.
func (b *bar) due() bool {
	now := time.Now()
	pause := 100 * time.Millisecond
	if !b.live {
		pause = 5 * time.Second
	}
	if now.Sub(b.began) < 500*time.Millisecond || now.Sub(b.told) < pause {
		return false
	}
	b.told, b.shown = now, true
	return true
}

// end takes the bar away.
func (b *bar) end() {
	if b.live && b.shown {
		fmt.Fprint(b.out, "\r"+strings.Repeat(" ", len(b.what)+45)+"\r")
	}
}
