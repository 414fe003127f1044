package live_test

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
	"tilltal/web/staff/live"
)

// door knows who is signed in, and lets a test sign her out.
type door struct {
	mu     sync.Mutex
	actors map[string]people.Actor
	out    map[string]bool
	asked  map[string]int // how often it was asked what somebody may
}

func (d *door) Enter(_ context.Context, secret string) (people.Actor, people.Session, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	a, ok := d.actors[secret]
	if !ok || d.out[secret] {
		return people.Actor{}, people.Session{}, fault.New(fault.SignIn, lingo.T("Ut", "Out"))
	}
	return a, people.Session{ID: "s " + secret, Person: secret}, nil
}

func (d *door) Sessions(_ context.Context, a people.Actor) ([]people.Session, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.out[a.Person.ID] {
		return nil, nil
	}
	return []people.Session{{ID: "s " + a.Person.ID}}, nil
}

func (d *door) Load(_ context.Context, id string) (people.Actor, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked[id]++
	return d.actors[id], nil
}

// times is how often it has been asked what somebody may.
func (d *door) times(id string) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.asked[id]
}

func (d *door) set(id string, out bool, a people.Actor) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.out[id], d.actors[id] = out, a
}

// node is a server with streams on a real store.
type node struct {
	t       *testing.T
	store   *store.Store
	door    *door
	streams *live.Streams
	url     string
}

func person(id string) people.Person { return people.Person{ID: id, Name: id} }

func newNode(t *testing.T, s *store.Store, c clock.Clock) *node {
	t.Helper()
	return newNodeThatWaits(t, s, c, 0)
}

// newNodeThatWaits gives an answer so long to be written; 0 is for ever.
func newNodeThatWaits(t *testing.T, s *store.Store, c clock.Clock, longest time.Duration) *node {
	t.Helper()
	n := &node{t: t, store: s, door: &door{out: map[string]bool{}, asked: map[string]int{}, actors: map[string]people.Actor{
		"amina": {Person: person("amina"), Mandates: []people.Mandate{{Person: "amina", Account: "parken", Role: people.Voice}}},
		"nadia": {Person: person("nadia"), Grants: []people.Grant{{Person: "nadia", Role: people.Communicator}}},
		"kim":   {Person: person("kim"), Grants: []people.Grant{{Person: "kim", Role: people.Administrator}}},
	}}}
	n.streams = live.New(live.Deps{Ledger: s, Bells: s, People: n.door, Beat: 50 * time.Millisecond, Pause: time.Millisecond})
	base, _ := url.Parse("http://desk.example")
	server := httptest.NewUnstartedServer(web.New(web.Options{Base: base, Clock: c, Log: slog.New(slog.DiscardHandler), Door: n.door, Routes: n.streams.Routes()}).Handler())
	server.Config.WriteTimeout = longest
	server.Start()
	t.Cleanup(server.Close)
	t.Cleanup(n.streams.Close)
	n.url = server.URL
	return n
}

func (n *node) act(kind, subject, account string) {
	n.t.Helper()
	_, err := n.store.Commit(n.t.Context(), desk.Change{Acts: []desk.Act{{Kind: kind, Subject: subject, Account: account, Who: desk.System("test"), At: storetest.Noon}}})
	if err != nil {
		n.t.Fatal(err)
	}
}

// stream is somebody's open stream.
type stream struct {
	t     *testing.T
	head  http.Header
	code  int
	lines chan string
}

func (n *node) listen(who, path string, header ...string) *stream {
	n.t.Helper()
	ctx, cancel := context.WithCancel(n.t.Context())
	n.t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, n.url+path, nil)
	if err != nil {
		n.t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "tilltal", Value: who})
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	res, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		n.t.Fatal(err)
	}
	s := &stream{t: n.t, head: res.Header, code: res.StatusCode, lines: make(chan string, 1000)}
	go func() {
		defer close(s.lines)
		defer res.Body.Close()
		for in := bufio.NewScanner(res.Body); in.Scan(); {
			s.lines <- in.Text()
		}
	}()
	return s
}

// next returns the next event's data; "" when the stream has ended. Beats are let by.
func (s *stream) next() string {
	s.t.Helper()
	late := time.After(5 * time.Minute)
	for {
		select {
		case l, open := <-s.lines:
			if data, ok := strings.CutPrefix(l, "data: "); ok || !open {
				return data
			}
		case <-late:
			s.t.Fatal("nothing was heard")
		}
	}
}

func TestAPageHearsWhatConcernsIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		n := newNode(t, s, c)
		amina, nadia := n.listen("amina", live.Path), n.listen("nadia", live.Path)
		if amina.code != http.StatusOK || amina.head.Get("Content-Type") != "text/event-stream" || !strings.Contains(amina.head.Get("Cache-Control"), "no-store") {
			t.Fatalf("%d %v", amina.code, amina.head)
		}
		n.act("inbox.said", "b1", "badet") // amina may not read badet's inbox
		n.act("draft.saved", "d1", "parken")
		n.act("inbox.arrived", "e1", "parken")
		n.act("inbox.said", "c1", "parken")
		if got := amina.next(); got != "huvud-c1 idag inkorg samtal-c1" {
			t.Errorf("amina heard %q", got)
		}
		heard := map[string]bool{}
		for !heard["samtal-c1"] {
			for part := range strings.FieldsSeq(nadia.next()) {
				heard[part] = true
			}
		}
		if !heard["samtal-b1"] || !heard["protokoll"] || heard["samtal-e1"] {
			t.Errorf("nadia heard %v", heard)
		}
	})
}

func TestWhatHappenedBeforeTheStreamIsHeard(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	n.act("inbox.said", "old", "parken")
	path := n.streams.URL(t.Context())
	n.act("inbox.said", "missed", "parken")
	if got := n.listen("amina", path).next(); got != "huvud-missed idag inkorg samtal-missed" {
		t.Errorf("heard %q", got)
	}
	n.act("inbox.said", "later", "parken")
	if got := n.listen("amina", path, "Last-Event-ID", "2").next(); got != "huvud-later idag inkorg samtal-later" {
		t.Errorf("heard %q", got)
	}
	for i := range 40 {
		n.act("inbox.said", fmt.Sprint("many", i), "parken")
	}
	if got := n.listen("amina", path).next(); got != "*" {
		t.Errorf("heard %q", got)
	}
}

// TestAStreamOutlivesTheTimeOfAnAnswer: what is written at last is written in its own time.
func TestAStreamOutlivesTheTimeOfAnAnswer(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNodeThatWaits(t, s, clock.At(storetest.Noon), time.Millisecond)
	amina := n.listen("amina", live.Path)
	for _, c := range []string{"c1", "c2"} {
		time.Sleep(20 * time.Millisecond)
		n.act("inbox.said", c, "parken")
		if got := amina.next(); got != "huvud-"+c+" idag inkorg samtal-"+c {
			t.Errorf("heard %q", got)
		}
	}
}

func TestAStreamEndsWithTheSession(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	amina := n.listen("amina", live.Path)
	n.door.set("amina", true, people.Actor{Person: person("amina")})
	if got := amina.next(); got != "" {
		t.Errorf("signed out, and heard %q", got)
	}
	if again := n.listen("amina", live.Path); again.code != http.StatusSeeOther {
		t.Errorf("let in again: %d", again.code)
	}
}

func TestAStreamFollowsWhatSheMay(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	amina := n.listen("amina", live.Path)
	n.door.set("amina", false, people.Actor{Person: person("amina"), Mandates: []people.Mandate{{Person: "amina", Account: "badet", Role: people.Voice}}})
	asked, late := n.door.times("amina"), time.Now().Add(5*time.Minute)
	for n.door.times("amina") < asked+2 { // when they are read for the second time, what was read the first time holds
		if time.Now().After(late) {
			t.Fatal("her rights are not read anew")
		}
		time.Sleep(time.Millisecond)
	}
	n.act("inbox.said", "c1", "parken")
	n.act("inbox.said", "b1", "badet")
	if got := amina.next(); got != "huvud-b1 idag inkorg samtal-b1" {
		t.Errorf("heard %q", got)
	}
}

func TestStreamsAreBounded(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	var codes []int
	for range 20 {
		codes = append(codes, n.listen("kim", live.Path).code)
	}
	if i := slices.Index(codes, http.StatusTooManyRequests); i != 16 {
		t.Errorf("%v", codes)
	}
	if other := n.listen("amina", live.Path); other.code != http.StatusOK {
		t.Errorf("somebody else: %d", other.code)
	}
}

func TestStreamsCloseBeforeTheServer(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	kim := n.listen("kim", live.Path)
	n.streams.Close()
	if got := kim.next(); got != "" {
		t.Errorf("heard %q", got)
	}
	if late := n.listen("kim", live.Path); late.code != http.StatusServiceUnavailable || late.head.Get("Retry-After") != "3" {
		t.Errorf("%d %v", late.code, late.head)
	}
}

func TestNobodyListensWithoutSigningIn(t *testing.T) {
	s := storetest.SQLite(t, clock.At(storetest.Noon))
	n := newNode(t, s, clock.At(storetest.Noon))
	if got := n.listen("nobody", live.Path); got.code != http.StatusSeeOther {
		t.Errorf("%d", got.code)
	}
}
