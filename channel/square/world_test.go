package square_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
	"tilltal/base/lingo"
	"tilltal/channel"
	"tilltal/channel/square"
	"tilltal/store"
	"tilltal/web"
)

var ctx = context.Background()

// desk is a desk in memory.
type desk struct {
	mu       sync.Mutex
	accounts []channel.Account
	posts    map[string]channel.Post
	arrived  []square.Letter
	heard    []string
	fail     error
}

func (d *desk) Name(context.Context) (string, error) { return "Umeå kommun", nil }

func (d *desk) Accounts(context.Context) ([]channel.Account, error) { return d.accounts, nil }

func (d *desk) Post(_ context.Context, id string) (channel.Post, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	p, ok := d.posts[id]
	if !ok {
		return p, fault.New(fault.NotFound, lingo.T("nej", "no"))
	}
	return p, nil
}

func (d *desk) Posts(_ context.Context, account, after string, limit int) (out []channel.Post, next string, _ error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.posts {
		if p.Account.ID == account && !p.Direct && p.Withdrawn == nil && (after == "" || p.ID < after) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b channel.Post) int { return strings.Compare(b.ID, a.ID) })
	if len(out) > limit {
		return out[:limit], out[limit-1].ID, nil
	}
	return out, "", nil
}

func (d *desk) CountPosts(_ context.Context, account string) (n int, _ error) {
	for _, p := range d.posts {
		if account == "" || p.Account.ID == account {
			n++
		}
	}
	return n, nil
}

func (d *desk) Replies(context.Context, string, string, int) ([]string, string, error) {
	return []string{"https://social.example/1"}, "", nil
}

func (d *desk) Heard(_ context.Context, uris []string) (bool, error) {
	return slices.ContainsFunc(uris, func(u string) bool { return slices.Contains(d.heard, u) }), nil
}

func (d *desk) Kept(_ context.Context, activity string) (bool, error) {
	return slices.ContainsFunc(d.letters(), func(l square.Letter) bool { return l.ID == activity }), nil
}

func (d *desk) Arrive(_ context.Context, l square.Letter) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail == nil {
		d.arrived = append(d.arrived, l)
	}
	return d.fail
}

func (d *desk) keep(p channel.Post) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.posts[p.ID] = p
}

func (d *desk) letters() []square.Letter {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.arrived)
}

// world is a square that other servers can reach, and the desk behind it.
type world struct {
	*square.Square
	t      testing.TB
	desk   *desk
	store  *store.Store
	clock  *clock.Fixed
	at     square.Addresses
	origin string
	parken channel.Account
}

func open(t testing.TB, s *store.Store, c *clock.Fixed) *world {
	t.Helper()
	w := &world{t: t, store: s, clock: c, desk: &desk{posts: map[string]channel.Post{}}}
	w.parken = channel.Account{ID: "parken", Handle: "parken", Name: "Umeå parker", Purpose: "Om våra parker.", Kind: "Organization", Language: "sv", OpenedAt: c.Now()}
	w.desk.accounts = []channel.Account{w.parken, {ID: "old", Handle: "old", Closed: true}}
	server := httptest.NewUnstartedServer(nil)
	mux := http.NewServeMux()
	server.Config.Handler = mux
	server.Start()
	t.Cleanup(server.Close)
	base, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	w.origin, w.at = server.URL, square.NewAddresses(base)
	w.Square = w.another()
	for _, e := range w.Endpoints() {
		mux.HandleFunc(e.Method+" "+e.Path, tell(e.Do))
	}
	both := tell(func(rw http.ResponseWriter, r *http.Request) error {
		handled, err := w.Document(rw, r, r.PathValue("handle"), r.PathValue("id"))
		if !handled && err == nil {
			_, err = io.WriteString(rw, "a page")
		}
		return err
	})
	mux.HandleFunc("GET /torget/{handle}", both)
	mux.HandleFunc("GET /torget/{handle}/{id}", both)
	return w
}

// another is the same square on another machine, or after a restart: it remembers only what was kept.
func (w *world) another() *square.Square {
	return square.New(square.Options{Addresses: w.at, Desk: w.desk, Store: w.store, Clock: w.clock, AllowHTTP: true, Version: "test",
		Fetch: fetch.New(fetch.Options{AllowLoopback: true, Timeout: time.Minute})})
}

func tell(do func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := do(w, r); err != nil {
			http.Error(w, err.Error(), web.Status(fault.KindOf(err)))
		}
	}
}

// get asks for a document and returns its status and body.
func (w *world) get(path string, sign func(*http.Request)) (int, map[string]any) {
	w.t.Helper()
	r, err := http.NewRequest(http.MethodGet, w.origin+path, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Accept", activitypub.ContentType)
	if sign != nil {
		sign(r)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	var doc map[string]any
	_ = json.NewDecoder(resp.Body).Decode(&doc) // a refusal is no JSON
	return resp.StatusCode, doc
}

// neighbour is another server, with one account.
type neighbour struct {
	t       testing.TB
	server  *httptest.Server
	key     *rsa.PrivateKey
	actor   string
	answers func(*http.Request) int // to a delivery; nil says 202
	mu      sync.Mutex
	got     []delivered
	asked   int
	gone    bool
	notes   map[string]string // what stands at an address of hers, by path; "" is a server that has a fault
	readers []string          // who asked for a note: the keys

	multikey ed25519.PublicKey // another key of hers; nil is none
}

type delivered struct {
	scheme httpsig.Scheme
	doc    map[string]any
}

var someKey = sync.OnceValue(func() *rsa.PrivateKey {
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return k
})

func meet(t testing.TB) *neighbour {
	n := &neighbour{t: t, key: someKey()}
	n.server = httptest.NewServer(http.HandlerFunc(n.serve))
	t.Cleanup(n.server.Close)
	n.actor = n.server.URL + "/users/anna"
	return n
}

func (n *neighbour) serve(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch {
	case r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/.well-known/webfinger"):
		b, _ := activitypub.NewJRD("anna", strings.TrimPrefix(n.server.URL, "http://"), n.actor, n.actor).Marshal()
		_, _ = w.Write(b)
	case r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/notes/"):
		n.note(w, r)
	case r.Method == http.MethodGet && n.gone:
		w.WriteHeader(http.StatusGone)
	case r.Method == http.MethodGet:
		n.asked++
		pem, err := httpsig.PublicPEM(n.key.Public())
		if err != nil {
			n.t.Error(err)
		}
		doc := activitypub.Actor{ID: n.actor, Type: activitypub.Person, Handle: "anna", Name: "Anna", Inbox: n.actor + "/inbox",
			SharedInbox: n.server.URL + "/inbox", Keys: []activitypub.PublicKey{{ID: n.actor + "#main-key", Owner: n.actor, PEM: pem}}}
		if n.multikey != nil {
			text, err := httpsig.Multikey(n.multikey)
			if err != nil {
				n.t.Error(err)
			}
			doc.Multikeys = []activitypub.Multikey{{ID: n.actor + "#ed25519-key", Controller: n.actor, Multibase: text}}
		}
		b, err := doc.Marshal()
		if err != nil {
			n.t.Error(err)
		}
		w.Header().Set("Content-Type", activitypub.ContentType)
		_, _ = w.Write(b)
	default:
		n.take(w, r)
	}
}

// note gives a note to who signs, and remembers who it was.
func (n *neighbour) note(w http.ResponseWriter, r *http.Request) {
	sig, err := httpsig.Parse(r, nil, httpsig.Rules{Now: noon})
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	n.readers = append(n.readers, sig.KeyID)
	body, ok := n.notes[r.URL.Path]
	switch {
	case !ok:
		w.WriteHeader(http.StatusNotFound)
	case body == "":
		w.WriteHeader(http.StatusBadGateway)
	default:
		w.Header().Set("Content-Type", activitypub.ContentType)
		_, _ = io.WriteString(w, body)
	}
}

// take keeps what is delivered, with the way it was signed.
func (n *neighbour) take(w http.ResponseWriter, r *http.Request) {
	status := http.StatusAccepted
	if n.answers != nil {
		status = n.answers(r)
	}
	if status == http.StatusAccepted {
		body, _ := io.ReadAll(r.Body)
		sig, err := httpsig.Parse(r, body, httpsig.Rules{Now: noon, Window: httpsig.Window{Past: 96 * time.Hour, Future: 96 * time.Hour}})
		if err != nil {
			n.t.Errorf("a delivery is not signed: %v", err)
			return
		}
		d := delivered{scheme: sig.Scheme}
		if err := json.Unmarshal(body, &d.doc); err != nil {
			n.t.Error(err)
		}
		n.got = append(n.got, d)
	}
	w.WriteHeader(status)
}

func (n *neighbour) received() []delivered {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.got)
}

// say signs and delivers an activity to an inbox of ours, and returns the status.
func (n *neighbour) say(w *world, scheme httpsig.Scheme, path string, doc any) int {
	n.t.Helper()
	body, err := json.Marshal(doc)
	if err != nil {
		n.t.Fatal(err)
	}
	r := n.request(w, path, body)
	if err := httpsig.Sign(r, body, httpsig.Key{ID: n.actor + "#main-key", Private: n.key}, scheme, w.clock.Now()); err != nil {
		n.t.Fatal(err)
	}
	return deliver(n.t, r)
}

func (n *neighbour) request(w *world, path string, body []byte) *http.Request {
	r, err := http.NewRequest(http.MethodPost, w.origin+path, strings.NewReader(string(body)))
	if err != nil {
		n.t.Fatal(err)
	}
	r.Header.Set("Content-Type", activitypub.ContentType)
	return r
}

func deliver(t testing.TB, r *http.Request) int {
	t.Helper()
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode
}

// carry does the deliveries that wait, once each, and returns their errors.
func (w *world) carry() (errs []error) {
	w.t.Helper()
	for {
		jobs, err := w.store.Claim(ctx, []string{square.JobDeliver}, 100, time.Minute)
		if err != nil {
			w.t.Fatal(err)
		}
		if len(jobs) == 0 {
			return errs
		}
		for _, j := range jobs {
			var d square.Delivery
			if err := json.Unmarshal(j.Payload, &d); err != nil {
				w.t.Fatal(err)
			}
			if err := w.Deliver(ctx, d, j.Attempts); err != nil {
				errs = append(errs, err)
				wait := max(fault.Of(err).After, square.Backoff(j.Attempts))
				err = w.store.Retry(ctx, j.Lease, w.clock.Now().Add(wait), "")
				if err != nil {
					w.t.Fatal(err)
				}
				continue
			}
			if err := w.store.Finish(ctx, j.Lease); err != nil {
				w.t.Fatal(err)
			}
		}
	}
}
