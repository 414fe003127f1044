package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"tilltal/base/httpsig"
)

// The rig starts the real program as a process of its own, with a neighbour: another server with actors that sign what they
// send and keep what they get. What the program promises under load and when it is killed is tried here.

// building is a program that is built once for the whole test run.
type building struct {
	tags string
	once sync.Once
	name string
	err  error
}

// The program as it is, and one that dies where it is told to: see package mishap.
var usual, mortal = building{}, building{tags: "mishap"}

// program returns where the built program lies.
func (b *building) program(t testing.TB) string {
	t.Helper()
	b.once.Do(func() {
		dir, err := os.MkdirTemp("", "tilltal-program")
		if err != nil {
			b.err = err
			return
		}
		b.name = filepath.Join(dir, "tilltal")
		out, err := exec.Command("go", "build", "-tags", b.tags, "-o", b.name, ".").CombinedOutput()
		if err != nil {
			b.err = fmt.Errorf("%w: %s", err, out)
		}
	})
	if b.err != nil {
		t.Fatal(b.err)
	}
	return b.name
}

// tidying takes the built programs away after the tests.
type tidying struct{ *testing.M }

func (m tidying) Run() int {
	defer func() {
		for _, b := range []*building{&usual, &mortal} {
			if b.name != "" {
				_ = os.RemoveAll(filepath.Dir(b.name))
			}
		}
	}()
	return m.M.Run()
}

func TestMain(m *testing.M) {
	testscript.Main(tidying{m}, map[string]func(){
		"tilltal": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// desk is the program, running or not.
type process struct {
	t        testing.TB
	program  string
	listen   string
	data     string
	database string
	cmd      *exec.Cmd
	gone     chan struct{} // closed when it has ended
	errors   *bytes.Buffer
}

// newProcess prepares an example desk on a free port; database is "" for SQLite.
func newProcess(t testing.TB, database string) *process {
	t.Helper()
	p := &process{t: t, program: usual.program(t), listen: freeAddress(t), data: t.TempDir(), database: database, errors: &bytes.Buffer{}}
	t.Cleanup(p.kill)
	return p
}

func (p *process) url() string { return "http://" + p.listen }

func (p *process) flags() []string {
	flags := []string{"--data", p.data, "--base-url", p.url(), "--allow-loopback", "--log-level", "warn"}
	if p.database != "" {
		flags = append(flags, "--database", p.database)
	}
	return flags
}

// start starts the program and returns how long it took until it answered its first request.
func (p *process) start() time.Duration {
	p.t.Helper()
	took, ok := p.launch()
	if !ok {
		p.t.Fatalf("the program ended before it answered: %s", p.errors)
	}
	return took
}

// launch starts the program with more in its environment, and reports whether it lived until it answered.
func (p *process) launch(env ...string) (took time.Duration, ok bool) {
	p.t.Helper()
	began := time.Now()
	p.cmd = exec.Command(p.program, append([]string{"demo", "--listen", p.listen}, p.flags()...)...)
	p.cmd.Stderr, p.cmd.Env = p.errors, append(os.Environ(), env...)
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	gone, cmd := make(chan struct{}), p.cmd
	p.gone = gone
	go func() {
		_ = cmd.Wait() // how it ended is read from its state
		close(gone)
	}()
	for deadline := began.Add(generous); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		select {
		case <-gone:
			return time.Since(began), false
		default:
		}
		res, err := http.Get(p.url() + "/robots.txt")
		if err == nil {
			_, _ = io.Copy(io.Discard, res.Body)
			_ = res.Body.Close()
			return time.Since(began), true
		}
	}
	p.t.Fatalf("the program did not answer: %s", p.errors)
	return 0, false
}

// kill ends the program as a power cut does.
func (p *process) kill() {
	if p.cmd == nil || p.cmd.Process == nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGKILL)
	<-p.gone
	p.cmd = nil
}

// tell runs a command of the program on the same desk, and returns what it printed.
func (p *process) tell(args ...string) (string, int) {
	p.t.Helper()
	cmd := exec.Command(p.program, append(args, p.flags()...)...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, p.errors
	err := cmd.Run()
	if err != nil && cmd.ProcessState == nil {
		p.t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// memory is the program's resident memory in bytes, and the most it has been.
func (p *process) memory() (now, most int64) {
	p.t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	for s := bufio.NewScanner(bytes.NewReader(text)); s.Scan(); {
		fields := strings.Fields(s.Text())
		if len(fields) < 2 {
			continue
		}
		n, _ := strconv.ParseInt(fields[1], 10, 64)
		switch fields[0] {
		case "VmRSS:":
			now = n << 10
		case "VmHWM:":
			most = n << 10
		}
	}
	return now, most
}

// neighbour is another server: it has actors, signs what they send, and keeps what is delivered to them.
type neighbour struct {
	*httptest.Server
	keys  []*rsa.PrivateKey
	pause time.Duration // before it answers a delivery
	mu    sync.Mutex
	got   map[string]int // deliveries by activity id
}

func newNeighbour(t testing.TB, actors int) *neighbour {
	t.Helper()
	n := &neighbour{got: map[string]int{}}
	for range actors {
		key, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			t.Fatal(err)
		}
		n.keys = append(n.keys, key)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /u/{n}", n.actor)
	mux.HandleFunc("POST /u/{n}/inbox", n.deliver)
	n.Server = httptest.NewServer(mux)
	t.Cleanup(n.Close)
	return n
}

func (n *neighbour) id(i int) string { return fmt.Sprint(n.URL, "/u/", i) }

func (n *neighbour) actor(w http.ResponseWriter, r *http.Request) {
	i, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || i >= len(n.keys) {
		http.NotFound(w, r)
		return
	}
	pem, err := httpsig.PublicPEM(&n.keys[i].PublicKey)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	id := n.id(i)
	w.Header().Set("Content-Type", "application/activity+json")
	_ = json.NewEncoder(w).Encode(map[string]any{
		"@context": []string{"https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"},
		"id":       id, "type": "Person", "preferredUsername": fmt.Sprint("n", i), "name": fmt.Sprint("Granne ", i),
		"inbox": id + "/inbox", "outbox": id + "/outbox",
		"publicKey": map[string]string{"id": id + "#main-key", "owner": id, "publicKeyPem": pem},
	})
}

func (n *neighbour) deliver(w http.ResponseWriter, r *http.Request) {
	var a struct{ ID, Type string }
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.Sleep(n.pause)
	n.mu.Lock()
	n.got[a.ID]++
	n.mu.Unlock()
	w.WriteHeader(http.StatusAccepted)
}

func (n *neighbour) count() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.got)
}

// activity is a document from one of the actors.
func (n *neighbour) activity(i int, kind, name string, object any) []byte {
	body, err := json.Marshal(map[string]any{
		"@context": "https://www.w3.org/ns/activitystreams", "id": n.URL + "/a/" + name, "type": kind, "actor": n.id(i),
		"object": object, "to": []string{"https://www.w3.org/ns/activitystreams#Public"},
	})
	if err != nil {
		panic(err)
	}
	return body
}

// reply is a citizen's answer to a post of ours. Its note is named after it.
func (n *neighbour) reply(i int, name, post, text string) []byte {
	return n.activity(i, "Create", name, map[string]any{
		"id": n.noteID(name), "type": "Note", "attributedTo": n.id(i), "inReplyTo": post, "content": "<p>" + text + "</p>",
		"published": time.Now().UTC().Format(time.RFC3339), "to": []string{"https://www.w3.org/ns/activitystreams#Public"},
	})
}

func (n *neighbour) noteID(name string) string { return n.URL + "/n/" + name }

// letter is a signed request, ready to send any number of times.
type letter struct {
	name   string
	body   []byte
	header http.Header
}

func (n *neighbour) sign(t testing.TB, i int, name, to string, body []byte) letter {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/activity+json")
	if err := httpsig.Sign(r, body, httpsig.Key{ID: n.id(i) + "#main-key", Private: crypto.Signer(n.keys[i])}, httpsig.Cavage, time.Now()); err != nil {
		t.Fatal(err)
	}
	return letter{name: name, body: body, header: r.Header}
}

// send delivers a letter, and returns the status; 0 when the connection broke.
func send(ctx context.Context, client *http.Client, to string, l letter) int {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(l.body))
	if err != nil {
		return 0
	}
	r.Header = l.header.Clone()
	if host := l.header.Get("Host"); host != "" {
		r.Host = host
	}
	res, err := client.Do(r)
	if err != nil {
		return 0
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
	return res.StatusCode
}

// somePost is the address of a post in the example that may be answered.
func (p *process) somePost() (account, post string) {
	p.t.Helper()
	account = p.url() + "/torget/vardag_i_sjovik"
	var page struct {
		First        string
		OrderedItems []struct {
			Object struct{ ID string }
		}
	}
	p.document(account+"/outbox", &page)
	p.document(page.First, &page)
	if len(page.OrderedItems) == 0 {
		p.t.Fatal("the example has no posts")
	}
	return account, page.OrderedItems[0].Object.ID
}

func (p *process) document(address string, into any) {
	p.t.Helper()
	r, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	r.Header.Set("Accept", "application/activity+json")
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	if err := json.NewDecoder(res.Body).Decode(into); err != nil {
		p.t.Fatalf("%s: %v", address, err)
	}
}
