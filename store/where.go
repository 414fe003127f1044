package store

import (
	"strconv"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// where gathers the conditions of a list and their values. A condition is our own words, with ? where a value goes.
type where struct {
	conditions []string
	args       []any
}

// arg adds a value and returns the mark that stands for it.
func (w *where) arg(v any) string {
	w.args = append(w.args, v)
	return "$" + strconv.Itoa(len(w.args))
}

func (w *where) and(condition string, values ...any) {
	for _, v := range values {
		condition = strings.Replace(condition, "?", w.arg(v), 1)
	}
	w.conditions = append(w.conditions, condition)
}

// in asks that a column has one of the values. Nil asks nothing; an empty list lets nothing through.
func (w *where) in(column string, values []string) {
	if values == nil {
		return
	}
	if len(values) == 0 {
		w.and(`1 = 0`)
		return
	}
	marks := make([]string, room(len(values)))
	for i := range marks {
		marks[i] = w.arg(values[min(i, len(values)-1)])
	}
	w.and(column + ` IN (` + strings.Join(marks, ", ") + `)`)
}

// numbers asks that a column has one of the values.
func (w *where) numbers(column string, values []int64) {
	marks := make([]string, room(len(values)))
	for i := range marks {
		marks[i] = w.arg(values[min(i, len(values)-1)])
	}
	w.and(column + ` IN (` + strings.Join(marks, ", ") + `)`)
}

// room is how many values a list in a query has room for: the last is said again until it is full. So there are few texts of
// a query to keep ready, however many things are asked for.
func room(n int) int {
	size := 1
	for size < n {
		size *= 2
	}
	return size
}

// most is the end of a query that reads no more than some rows. SQLite would plan a query anew each time it is asked with
// another number, and takes any number in a bare parameter for another; of a number that is cast it makes no such thing.
func (w *where) most(rows int) string { return ` LIMIT CAST(` + w.arg(rows) + ` AS BIGINT)` }

// after asks for what follows a cursor in a list with the newest first.
func (w *where) after(at, id, cursor string) error {
	if cursor == "" {
		return nil
	}
	n, last, err := readCursor(cursor)
	if err != nil {
		return err
	}
	w.and(`(`+at+`, `+id+`) < (?, ?)`, n, last)
	return nil
}

func (w *where) text() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return ` WHERE ` + strings.Join(w.conditions, ` AND `)
}

// cursor is where a list goes on: after the row with this number and id.
func cursor(n int64, id string) string { return strconv.FormatInt(n, 36) + "." + id }

func readCursor(s string) (n int64, id string, err error) {
	at, id, ok := strings.Cut(s, ".")
	n, err = strconv.ParseInt(at, 36, 64)
	if !ok || err != nil || len(id) > 200 {
		return 0, "", fault.New(fault.Invalid, lingo.T("Sidan går inte att bläddra vidare från. Börja från början.", "The list cannot go on from here. Start from the beginning.")).
			At("after").Because(err)
	}
	return n, id, nil
}

// pageSize is how many rows a page has: what was asked for, within bounds, or the usual number.
func pageSize(asked, usual int) int {
	if asked <= 0 {
		return usual
	}
	return min(asked, 200)
}
