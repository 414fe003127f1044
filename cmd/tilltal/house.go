package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/base/seal"
	"tilltal/desk/notice"
	"tilltal/desk/signin"
	"tilltal/store"
)

// house is an installation that a command has opened: its database, its keys, and who it is.
type house struct {
	where
	base     *url.URL
	clock    clock.Clock
	log      *slog.Logger
	keys     *seal.Keyring
	store    *store.Store
	instance string
	known    atomic.Bool // a person has said that this is the real one
	idp      signin.Provider
	rules    signin.Rules

	staffToken string        // by which the register of staff tells who has left; "" when nobody may
	post       notice.Poster // nil: no mail server is set
}

// enter opens the installation that the flags name, which must be there already. Close it.
func (w where) enter(ctx context.Context, logTo io.Writer) (*house, error) {
	if _, err := os.Stat(filepath.Join(w.Data, "keys")); errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(filepath.Join(w.Data, "tilltal.db")); err == nil {
			return nil, fault.New(fault.NotFound, lingo.T("Nyckelfilen saknas i %s.", "The key file is missing from %s.").Put(w.Data)).
				Try(lingo.T("Lägg tillbaka filen keys från din kopia.", "Put the file keys back from your copy."))
		}
		return nil, fault.New(fault.NotFound, lingo.T("Det finns inget skrivbord i %s.", "There is no desk in %s.").Put(w.Data)).
			Try(lingo.T("Peka ut datamappen med --data. I den ligger nyckelfilen.", "Name the data folder with --data. The key file lies in it."))
	}
	return w.open(ctx, logTo, nil, true)
}

// enterOrMake opens the installation that the flags name, and makes it on the first day.
func (w where) enterOrMake(ctx context.Context, logTo io.Writer, c clock.Clock) (*house, error) {
	return w.open(ctx, logTo, c, false)
}

// open opens the installation; where existing, it must be there.
func (w where) open(ctx context.Context, logTo io.Writer, c clock.Clock, existing bool) (*house, error) {
	if c == nil {
		c = clock.System{}
	}
	h := &house{where: w, clock: c, log: w.logger(logTo)}
	var err error
	if h.base, err = w.parseBase(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(w.Data, 0o750); err != nil {
		return nil, noFolder.Because(err)
	}
	if h.keys, err = seal.LoadOrCreate(filepath.Join(w.Data, "keys"), h.clock.Now()); err != nil {
		return nil, err
	}
	if h.instance, err = instanceName(filepath.Join(w.Data, "instance")); err != nil {
		return nil, noFolder.Because(err)
	}
	options := h.storeOptions()
	options.Existing = existing
	if h.store, err = store.Open(ctx, options); err != nil {
		return nil, err
	}
	return h, h.recognise(ctx)
}

func (h *house) storeOptions() store.Options {
	return store.Options{URL: h.address(), Clock: h.clock, Keys: h.keys, Node: h.instance, Origin: h.base.Host + "/insyn/protokoll"}
}

// address is where the database is: PostgreSQL's, or a file in the data folder.
func (w where) address() string {
	if w.Database != "" {
		return w.Database
	}
	return filepath.Join(w.Data, "tilltal.db")
}

// recognise asks whether this installation is the real one.
func (h *house) recognise(ctx context.Context) error {
	known, err := h.store.Known(ctx, h.instance)
	h.known.Store(known)
	return err
}

// Real reports whether this installation is the real one.
func (h *house) Real() bool { return h.known.Load() }

// Claim makes this installation the real one, and silences the others.
func (h *house) Claim(ctx context.Context, who string) error {
	if err := h.store.ClaimInstance(ctx, h.instance, who, true); err != nil {
		return err
	}
	return h.recognise(ctx)
}

// Close closes the database.
func (h *house) Close() error { return h.store.Close() }

var noFolder = fault.New(fault.Unreachable, lingo.T("Datamappen går inte att använda.", "The data folder cannot be used.")).
	Try(lingo.T("Kontrollera att mappen finns och att du får skriva i den, eller välj en annan med --data.", "Check that the folder exists and that you may write in it, or choose another with --data."))

func (w where) parseBase() (*url.URL, error) {
	if w.BaseURL == "" {
		return &url.URL{Scheme: "http", Host: "localhost"}, nil
	}
	u, err := url.Parse(w.BaseURL)
	if err != nil || u.Host == "" || u.User != nil || (u.Scheme != "https" && u.Scheme != "http") || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return nil, badBaseURL.Because(err)
	}
	host := activitypub.HostOf(u.Scheme + "://" + u.Host) // as browsers and other servers write it: växjö is xn--vxj-qla6g
	if host == "" {
		return nil, badBaseURL
	}
	return &url.URL{Scheme: u.Scheme, Host: host}, nil
}

func (w where) logger(to io.Writer) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(w.LogLevel)); err != nil {
		level = slog.LevelInfo
	}
	return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: level}))
}

// instanceName reads the installation's own name from its file, and makes one on the first day. The file's place on the disk
// is part of the name: a folder that was copied gets another one, and so knows that it is a copy.
func instanceName(file string) (string, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		text = []byte(ident.New(clock.System{}.Now()) + "\n")
		err = os.WriteFile(file, text, 0o640)
	}
	if err != nil {
		return "", err
	}
	info, err := os.Stat(file)
	if err != nil {
		return "", err
	}
	var place uint64
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		place = s.Ino
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", strings.TrimSpace(string(text)), place))
	return hex.EncodeToString(sum[:12]), nil
}
