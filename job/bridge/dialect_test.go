package bridge_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/httpsig"
	"tilltal/channel/square"
	"tilltal/desk/inbox"
	"tilltal/job/bridge"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
)

// dialect is how one program of the fediverse speaks: an account there, its key, and what it says to us, in order. The files
// are ours; their forms are those of the programs they are named after.
type dialect struct {
	Software  string          `json:"software"`
	Actor     json.RawMessage `json:"actor"`
	Key       string          `json:"key"`       // the keyId that it signs with
	Stub      json.RawMessage `json:"stub"`      // what stands at the key's own address, where that is another than the actor's
	Demands   string          `json:"demands"`   // "signed": documents are for those who sign
	Headers   string          `json:"headers"`   // what it covers; the usual when it is empty
	Algorithm string          `json:"algorithm"` // rsa-sha256 when it is empty
	Says      []utterance     `json:"says"`
}

// utterance is one letter, and what is to become of it. What is not told is not looked at.
type utterance struct {
	What      string                     `json:"what"`
	Inbox     string                     `json:"inbox"` // "shared", or the account's own
	Later     string                     `json:"later"` // how long it waits first
	Activity  json.RawMessage            `json:"activity"`
	Documents map[string]json.RawMessage `json:"documents"` // that can be fetched from now on

	Kept       *bool   `json:"kept"` // whether it is put on the record; it is when it has a kind
	Kind       *string `json:"kind"` // what it is read as
	Text       *string `json:"text"`
	Visibility string  `json:"visibility"`
	Language   *string `json:"language"`
	Begins     bool    `json:"begins"` // it answers nothing of ours
	Followers  *int    `json:"followers"`
	Accepts    *int    `json:"accepts"`
	Likes      *int    `json:"likes"`
	Shares     *int    `json:"shares"`
}

// speaker is a server of that program, and the desk that it speaks to.
type speaker struct {
	dialect
	t      *testing.T
	server *httptest.Server
	mu     sync.Mutex
	docs   map[string][]byte

	torget  *httptest.Server
	at      square.Addresses
	clock   *clock.Fixed
	store   *store.Store
	room    *inbox.Room
	reader  bridge.Reader
	arrived []inbox.Envelope
	accepts int
}

var speakersKey = sync.OnceValue(func() *rsa.PrivateKey {
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return k
})

func TestHowOthersSpeak(t *testing.T) {
	files, err := filepath.Glob("testdata/dialects/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
				p := listen(t, s, c, body)
				for _, u := range p.Says {
					p.say(u)
				}
			})
		})
	}
}

// listen opens a desk, and a server that speaks in the dialect.
func listen(t *testing.T, s *store.Store, c *clock.Fixed, file []byte) *speaker {
	t.Helper()
	p := &speaker{t: t, docs: map[string][]byte{}, clock: c, store: s}
	p.server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(p.server.Close)
	p.open()
	if err := json.Unmarshal(p.fill(file), &p.dialect); err != nil {
		t.Fatal(err)
	}
	var actor struct{ ID string }
	if err := json.Unmarshal(p.Actor, &actor); err != nil {
		t.Fatal(err)
	}
	p.docs[actor.ID] = p.Actor
	key, _, _ := strings.Cut(p.Key, "#")
	if p.docs[key] = p.Actor; p.Stub != nil {
		p.docs[key] = p.Stub
	}
	return p
}

// open opens the desk, with the town's account and post.
func (p *speaker) open() {
	town(p.t, p.store)
	mux := http.NewServeMux()
	p.torget = httptest.NewServer(mux)
	p.t.Cleanup(p.torget.Close)
	base, err := url.Parse(p.torget.URL)
	if err != nil {
		p.t.Fatal(err)
	}
	p.at = square.NewAddresses(base)
	p.reader = bridge.Reader{Addresses: p.at, AllowHTTP: true}
	p.room = inbox.New(p.store, inbox.Options{Clock: p.clock, Square: bridge.NewPlaces(p.at, p.store), Readers: map[string]inbox.Reader{inbox.ChannelFediverse: p.reader}})
	sq := square.New(square.Options{Addresses: p.at, Desk: bridge.NewDesk(p.store, p.at, p), Store: p.store, Clock: p.clock, AllowHTTP: true,
		Fetch: fetch.New(fetch.Options{AllowLoopback: true, Timeout: time.Minute})})
	for _, e := range sq.Endpoints() {
		mux.HandleFunc(e.Method+" "+e.Path, func(w http.ResponseWriter, r *http.Request) {
			if err := e.Do(w, r); err != nil {
				http.Error(w, err.Error()+" "+fault.Of(err).Field, web.Status(fault.KindOf(err)))
			}
		})
	}
}

// Arrive remembers what is put on the record.
func (p *speaker) Arrive(ctx context.Context, e inbox.Envelope) error {
	p.arrived = append(p.arrived, e)
	return p.room.Arrive(ctx, e)
}

// fill puts addresses in a file of the dialect.
func (p *speaker) fill(file []byte) []byte {
	pem, err := httpsig.PublicPEM(speakersKey().Public())
	if err != nil {
		p.t.Fatal(err)
	}
	escaped, _ := json.Marshal(pem)
	return []byte(strings.NewReplacer("{peer}", p.server.URL, "{torget}", p.torget.URL, "{us}", p.at.Actor("parken"), "{post}", p.at.Post("parken", postID),
		"{now}", storetest.Noon.Format(time.RFC3339), "{pem}", strings.Trim(string(escaped), `"`)).Replace(string(file)))
}

func (p *speaker) serve(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	address := p.server.URL + r.URL.RequestURI()
	key, _, _ := strings.Cut(p.Key, "#")
	body, ok := p.docs[address]
	switch {
	case !ok:
		w.WriteHeader(http.StatusNotFound)
	case p.Demands == "signed" && r.Header.Get("Signature") == "" && address != key:
		w.WriteHeader(http.StatusUnauthorized)
	default:
		w.Header().Set("Content-Type", activitypub.LongContentType)
		_, _ = w.Write(body)
	}
}

// say delivers a letter and looks at what became of it.
func (p *speaker) say(u utterance) {
	p.t.Helper()
	if wait, err := time.ParseDuration(u.Later); err == nil {
		p.clock.Move(wait)
	}
	p.mu.Lock()
	for address, body := range u.Documents {
		p.docs[address] = body
	}
	p.mu.Unlock()
	path := "/torget/parken/inbox"
	if u.Inbox == "shared" {
		path = "/torget/inbox"
	}
	before := len(p.arrived)
	if status, words := p.deliver(path, u.Activity); status != http.StatusAccepted {
		p.t.Errorf("%s: %d %s", u.What, status, words)
		return
	}
	kept := u.Kind != nil
	if u.Kept != nil {
		kept = *u.Kept
	}
	if (u.Kept != nil || u.Kind != nil) && kept != (len(p.arrived) > before) {
		p.t.Errorf("%s: kept is %v", u.What, !kept)
		return
	}
	if err := p.room.Sort(ctx); err != nil {
		p.t.Fatalf("%s: sorting: %v", u.What, err)
	}
	if kept {
		p.read(u, p.arrived[before])
	}
	p.count(u)
}

// read compares what a letter says with what it should.
func (p *speaker) read(u utterance, e inbox.Envelope) {
	p.t.Helper()
	m, err := p.reader.Read(e)
	if err != nil {
		p.t.Errorf("%s: %v", u.What, err)
		return
	}
	if u.Kind != nil && string(m.Kind) != *u.Kind || u.Text != nil && m.Text != *u.Text || u.Visibility != "" && m.Visibility != u.Visibility ||
		u.Language != nil && m.Language != *u.Language {
		p.t.Errorf("%s: %+v", u.What, m)
	}
	if m.Kind == inbox.MessageSaid && m.Visibility == inbox.Public && !u.Begins && m.InReplyTo == "" {
		p.t.Errorf("%s: it answers nothing", u.What)
	}
}

// count compares what stands afterwards.
func (p *speaker) count(u utterance) {
	p.t.Helper()
	jobs, err := p.store.Claim(ctx, []string{square.JobDeliver}, 100, time.Minute)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, j := range jobs {
		p.accepts++
		if err := p.store.Finish(ctx, j.Lease); err != nil {
			p.t.Fatal(err)
		}
	}
	followers, err := p.store.CountFollowers(ctx, "a")
	if err != nil {
		p.t.Fatal(err)
	}
	reactions, err := p.room.Reactions(ctx, postID)
	if err != nil {
		p.t.Fatal(err)
	}
	for name, pair := range map[string]struct {
		want *int
		got  int
	}{"followers": {u.Followers, followers}, "likes": {u.Likes, reactions.Likes}, "shares": {u.Shares, reactions.Shares}, "answers": {u.Accepts, p.accepts}} {
		if pair.want != nil && *pair.want != pair.got {
			p.t.Errorf("%s: %d %s, want %d", u.What, pair.got, name, *pair.want)
		}
	}
}

// deliver signs in the dialect's way, with code of its own, and returns the answer.
func (p *speaker) deliver(path string, body []byte) (status int, words string) {
	p.t.Helper()
	r, err := http.NewRequest(http.MethodPost, p.torget.URL+path, bytes.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	sum := sha256.Sum256(body)
	r.Header.Set("Date", p.clock.Now().UTC().Format(http.TimeFormat))
	r.Header.Set("Digest", "SHA-256="+base64.StdEncoding.EncodeToString(sum[:]))
	r.Header.Set("Content-Type", activitypub.ContentType)
	values := map[string]string{"(request-target)": "post " + path, "host": r.URL.Host, "content-length": strconv.Itoa(len(body)),
		"date": r.Header.Get("Date"), "digest": r.Header.Get("Digest"), "content-type": activitypub.ContentType}
	headers, algorithm := p.Headers, p.Algorithm
	if headers == "" {
		headers = "(request-target) host date digest content-type"
	}
	if algorithm == "" {
		algorithm = "rsa-sha256"
	}
	var lines []string
	for name := range strings.FieldsSeq(headers) {
		lines = append(lines, name+": "+values[name])
	}
	hash := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	value, err := rsa.SignPKCS1v15(rand.Reader, speakersKey(), crypto.SHA256, hash[:])
	if err != nil {
		p.t.Fatal(err)
	}
	r.Header.Set("Signature", `keyId="`+p.Key+`",algorithm="`+algorithm+`",headers="`+headers+`",signature="`+base64.StdEncoding.EncodeToString(value)+`"`)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, strings.TrimSpace(string(answer))
}
