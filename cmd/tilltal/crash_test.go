package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/desk/publish"
	"tilltal/store/storetest"
)

// TestKilled kills the program again and again, at each step of its work and at moments that nobody chose, while citizens
// answer from another server, employees publish, one on her own and one with a colleague's approval, and another answers
// citizens. Afterwards nothing that anybody was told is done may be missing, nothing may have been done twice, everybody who
// follows must have got every post, and the record must verify against a checkpoint kept from the middle.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills the program some two hundred times: not with -short")
	}
	t.Run("sqlite", func(t *testing.T) { killOften(t, "") })
	t.Run("postgres", func(t *testing.T) { killOften(t, storetest.PostgresURL(t)) })
}

func killOften(t *testing.T, database string) {
	p, n := newProcess(t, database), newNeighbour(t, 3)
	p.program = mortal.program(t)
	n.pause = 20 * time.Millisecond
	p.start()
	c := &crash{t: t, p: p, n: n, seed: rand.New(rand.NewPCG(7, 11))}
	c.begin()
	p.kill()
	ends := c.ends()
	for round, end := range ends {
		c.round(round, end)
		if round == len(ends)/2 {
			c.keepCheckpoint()
		}
	}
	p.start()
	c.settle()
	c.everyPostStands()
	p.kill()
	c.everyLetterIsKept()
	c.nothingTwice()
	c.theRecordVerifies()
	t.Logf("%d kills: %d letters answered, %d posts and %d answers published, %d deliveries of %d activities",
		len(ends), len(c.letters), len(c.posts), len(c.answers), n.deliveries(), n.count())
}

// crash is what the world outside has been told.
type crash struct {
	t          testing.TB
	p          *process
	n          *neighbour
	seed       *rand.Rand
	writer     string // token of who writes, and answers
	second     string // of who writes what must be read
	reader     string // of who reads it
	account    string // id of the account where the writer publishes on her own
	read       string // id of the account where two read
	inbox      string
	post       string
	checkpoint string
	mu         sync.Mutex
	letters    []string // activities that were answered 202
	posts      []string // ids that we were told are published
	answers    []string
	approved   []string // drafts that a worker is to publish
}

// begin lets the neighbour follow, and gets a token to work with.
func (c *crash) begin() {
	c.t.Helper()
	account, post := c.p.somePost()
	c.inbox, c.post = account+"/inbox", post
	for i, followed := range []string{account, account, account, c.p.url() + "/torget/exempelkommun"} {
		name := fmt.Sprint("follow", i)
		follow := c.n.activity(i%3, "Follow", name, followed)
		if got := send(context.Background(), http.DefaultClient, c.inbox, c.n.sign(c.t, i%3, name, c.inbox, follow)); got != http.StatusAccepted {
			c.t.Fatalf("the follow was answered %d: %s", got, c.p.errors)
		}
	}
	c.writer, c.second, c.reader = c.token("amina"), c.token("nadia"), c.token("lars")
	var page struct {
		Items []struct{ ID, Handle string }
	}
	if got := c.call(c.writer, http.MethodGet, "/accounts", nil, &page); got != http.StatusOK {
		c.t.Fatalf("the register was answered %d", got)
	}
	for _, a := range page.Items {
		switch {
		case strings.HasSuffix(account, "/"+a.Handle):
			c.account = a.ID
		case a.Handle == "exempelkommun":
			c.read = a.ID
		}
	}
}

func (c *crash) token(who string) string {
	c.t.Helper()
	out, code := c.p.tell("token", "create", who+"@exempelkommun.example", "--name", "krasch", "--scope", "read", "--scope", "write")
	if code != exitFine {
		c.t.Fatalf("no token: %s", c.p.errors)
	}
	return strings.TrimSpace(out)
}

// round lets everybody work until the program dies: at the step that is named, or at any moment when none is.
func (c *crash) round(round int, end string) {
	c.t.Helper()
	_, alive := c.p.launch("TILLTAL_MISHAP=" + end)
	if !alive && end == "" {
		c.t.Fatalf("the program ended by itself: %s", c.p.errors)
	}
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for i := range c.n.keys {
		wg.Go(func() { c.citizen(ctx, i, round) })
	}
	wg.Go(func() { c.employee(ctx, round) })
	wg.Go(func() { c.pair(ctx, round) })
	wg.Go(func() { c.answerer(ctx, round) })
	c.await(end)
	c.p.kill()
	stop()
	wg.Wait()
}

// goesOn reports whether there is anybody to speak to: the round goes on, and the program lives. A desk that is pressed may turn
// somebody away, and she tries again.
func (c *crash) goesOn(ctx context.Context) bool {
	select {
	case <-c.p.gone:
		return false
	default:
		return ctx.Err() == nil
	}
}

// breath is how long somebody waits between one thing and the next, which leaves others some of the machine.
const breath = 20 * time.Millisecond

func (c *crash) citizen(ctx context.Context, i, round int) {
	for k := 0; c.goesOn(ctx); k++ {
		name := fmt.Sprintf("r%d-%d-%d", round, i, k)
		l := c.n.sign(c.t, i, name, c.inbox, c.n.reply(i, name, c.post, "När börjar det? "+name))
		if send(ctx, http.DefaultClient, c.inbox, l) == http.StatusAccepted {
			c.mu.Lock()
			c.letters = append(c.letters, name)
			c.mu.Unlock()
		}
		time.Sleep(breath)
	}
}

// submitted is a draft that has been handed in.
type submitted struct {
	ID     string
	Latest struct {
		Number int
		Hash   string
	}
}

// handsIn writes a draft and hands it in. It is empty when that could not be done.
func (c *crash) handsIn(token, account, text string) submitted {
	var d submitted
	if !c.done(token, "/drafts", map[string]any{"account": account, "text": text, "language": "sv"}, &d) ||
		!c.done(token, "/drafts/"+d.ID+"/submit", map[string]any{"version": d.Latest.Number}, nil) {
		return submitted{}
	}
	return d
}

// done asks the API to do something, and reports whether it said that it is done.
func (c *crash) done(token, path string, body, into any) bool {
	if got := c.call(token, http.MethodPost, path, body, into); got >= 200 && got < 300 {
		return true
	}
	time.Sleep(breath)
	return false
}

func (c *crash) employee(ctx context.Context, round int) {
	for k := 0; c.goesOn(ctx); k++ {
		d := c.handsIn(c.writer, c.account, fmt.Sprintf("I dag räfsar vi löv i parken vid ån. Kom gärna förbi och säg hej. (%d, %d)", round, k))
		var o struct{ Post string }
		if d.ID == "" || !c.done(c.writer, "/drafts/"+d.ID+"/publish", nil, &o) || o.Post == "" {
			continue
		}
		c.mu.Lock()
		c.posts = append(c.posts, o.Post)
		c.mu.Unlock()
	}
}

// waiting is a conversation that waits for an answer.
type waiting struct {
	ID   string
	Seen int64
}

func (c *crash) answerer(ctx context.Context, round int) {
	for c.goesOn(ctx) {
		var page struct{ Items []waiting }
		if c.call(c.writer, http.MethodGet, "/conversations?waiting=true&limit=3", nil, &page) != http.StatusOK || len(page.Items) == 0 {
			time.Sleep(breath)
		}
		c.answerAll(ctx, round, page.Items)
	}
}

func (c *crash) answerAll(ctx context.Context, round int, waiting []waiting) {
	for k, item := range waiting {
		if !c.goesOn(ctx) {
			return
		}
		var o struct {
			Outcome struct{ Post string }
			Post    string
		}
		text := fmt.Sprintf("Hej! Vi börjar klockan nio på lördag. Välkommen! (%d, %d)", round, k)
		if !c.done(c.writer, "/conversations/"+item.ID+"/reply", map[string]any{"seen": item.Seen, "text": text, "language": "sv"}, &o) {
			continue
		}
		if id := o.Post + o.Outcome.Post; id != "" {
			c.mu.Lock()
			c.answers = append(c.answers, id)
			c.mu.Unlock()
		}
	}
}

// call asks the API, and returns the status; 0 when the connection broke.
func (c *crash) call(token, method, path string, body, into any) int {
	var in io.Reader = http.NoBody
	if body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			panic(err)
		}
		in = bytes.NewReader(b)
	}
	r, err := http.NewRequest(method, c.p.url()+"/api/v1"+path, in)
	if err != nil {
		panic(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return 0
	}
	if into != nil && res.StatusCode < 300 {
		if err := json.Unmarshal(text, into); err != nil {
			return 0
		}
	}
	return res.StatusCode
}

func (c *crash) keepCheckpoint() {
	c.t.Helper()
	out, code := c.p.tell("ledger", "checkpoint")
	if code != exitFine {
		c.t.Fatalf("no checkpoint: %s", c.p.errors)
	}
	c.checkpoint = filepath.Join(c.t.TempDir(), "checkpoint")
	if err := os.WriteFile(c.checkpoint, []byte(out), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

func (c *crash) everyPostStands() {
	c.t.Helper()
	for _, id := range slices.Concat(c.posts, c.answers) {
		if got := c.call(c.writer, http.MethodGet, "/posts/"+id, nil, nil); got != http.StatusOK {
			c.t.Errorf("post %s, of which we were told, is answered %d", id, got)
		}
	}
	for _, id := range c.posts {
		activity := c.inbox[:strings.LastIndex(c.inbox, "/")] + "/" + id + "/activity"
		if c.n.deliveriesOf(activity) == 0 {
			c.t.Errorf("the follower never got %s", activity)
		}
	}
}

// everyLetterIsKept looks in the database of the dead program.
func (c *crash) everyLetterIsKept() {
	c.t.Helper()
	h := c.open()
	defer h.Close()
	for _, name := range c.letters {
		if !h.arrived(c.t, c.n.URL+"/a/"+name) {
			c.t.Errorf("letter %s was answered and is not on the record", name)
		}
		if who, err := h.store.SaidBy(context.Background(), c.n.noteID(name)); err != nil || who == "" {
			c.t.Errorf("letter %s is on the record and was never sorted (%v)", name, err)
		}
	}
}

func (c *crash) open() *house {
	c.t.Helper()
	h, err := where{Data: c.p.data, Database: c.p.database, BaseURL: c.p.url(), AllowLoopback: true}.enter(context.Background(), c.p.errors)
	if err != nil {
		c.t.Fatal(err)
	}
	return h
}

// nothingTwice: each draft became one post, and the follower met no post that we do not have.
func (c *crash) nothingTwice() {
	c.t.Helper()
	h := c.open()
	defer h.Close()
	drafts, known := map[string]string{}, map[string]bool{}
	for _, account := range []string{c.account, c.read} {
		l := publish.List{Account: account, Answers: true, Withdrawn: true, Limit: 100}
		for more := true; more; more = l.After != "" {
			page, err := h.store.Posts(context.Background(), l)
			if err != nil {
				c.t.Fatal(err)
			}
			for _, post := range page.Items {
				if other := drafts[post.Draft]; other != "" {
					c.t.Errorf("draft %s was published twice: %s and %s", post.Draft, other, post.ID)
				}
				drafts[post.Draft], known[post.ID] = post.ID, true
			}
			l.After = page.Next
		}
	}
	c.everyApprovalLed(drafts)
	for _, id := range c.n.posts() {
		if !known[id] {
			c.t.Errorf("the follower got the post %s, which is not on the record", id)
		}
	}
}

func (c *crash) theRecordVerifies() {
	c.t.Helper()
	out, code := c.p.tell("ledger", "verify", "--checkpoint", c.checkpoint)
	if code != exitFine {
		c.t.Errorf("the record does not verify: %s %s", out, c.p.errors)
	}
}

func (n *neighbour) deliveries() (sum int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, k := range n.got {
		sum += k
	}
	return sum
}

func (n *neighbour) deliveriesOf(activity string) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.got[activity]
}

// posts are the ids of the posts that were delivered.
func (n *neighbour) posts() (ids []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for activity := range n.got {
		if rest, ok := strings.CutSuffix(activity, "/activity"); ok {
			ids = append(ids, rest[strings.LastIndex(rest, "/")+1:])
		}
	}
	return ids
}
