package storetest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"tilltal/base/clock"
	"tilltal/store"
)

// template is the file that every SQLite database of a test begins as: all tables, and nobody's desk yet. To make the tables
// costs more than most tests do, so they are made once and copied; the ledger's key is made by who opens the copy.
var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "tilltal-template")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "desk.db")
	s, err := store.Open(context.Background(), store.Options{URL: path, Clock: clock.At(Noon), Keys: nobody{}, Origin: "template"})
	if err == nil {
		return nil, errors.Join(errors.New("storetest: the template became somebody's desk"), s.Close())
	}
	if !errors.Is(err, errNobody) {
		return nil, err
	}
	return os.ReadFile(path)
})

// nobody has no keys: what is opened with it gets its tables, and stays without a desk.
type nobody struct{}

var errNobody = errors.New("storetest: a template is nobody's desk")

func (nobody) Seal(string, []byte) ([]byte, error) { return nil, errNobody }
func (nobody) Open(string, []byte) ([]byte, error) { return nil, errNobody }
