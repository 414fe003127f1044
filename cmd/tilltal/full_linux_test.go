package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// disk is where a desk keeps its data, and how that is filled and emptied while the desk works.
type disk struct {
	folder string
	fill   func(t *testing.T, p *process)
	empty  func(t *testing.T, p *process)
}

// TestTheDiskIsFull fills the disk under a desk that works. Whoever asks for something to be kept must be told at once that it
// cannot, and to come again; nothing may have happened meanwhile that the record does not know of; and when there is room
// again the desk goes on by itself.
//
// It is done in two ways. That no file may grow (the limit that systemd calls LimitFSIZE) can be had everywhere. A disk of its
// own, filled to the last block, can only be had where a test may mount one: where it may not, the test says so, and the first
// way stands for both.
func TestTheDiskIsFull(t *testing.T) {
	t.Run("no file may grow", func(t *testing.T) { fullDisk(t, limited(t)) })
	t.Run("no block is free", func(t *testing.T) {
		d, err := mounted(t)
		if err != nil {
			t.Logf("no disk may be mounted here (%v): what happens when no file may grow has been tried instead", err)
			return
		}
		fullDisk(t, d)
	})
}

// limited is an ordinary folder, and a process whose files may not grow.
func limited(t *testing.T) disk {
	folder := t.TempDir()
	return disk{folder: folder,
		fill:  func(t *testing.T, p *process) { limitFiles(t, p.cmd.Process.Pid, 64<<10) }, // a letter or two
		empty: func(t *testing.T, p *process) { limitFiles(t, p.cmd.Process.Pid, ^uint64(0)) },
	}
}

// limitFiles says how large a file may become that a process writes, in bytes. It may be changed while the process runs.
func limitFiles(t *testing.T, pid int, most uint64) {
	t.Helper()
	limit := syscall.Rlimit{Cur: most, Max: ^uint64(0)}
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(pid), syscall.RLIMIT_FSIZE, uintptr(unsafe.Pointer(&limit)), 0, 0, 0); errno != 0 {
		t.Fatalf("the files' size cannot be limited: %v", errno)
	}
}

// mounted is a small disk in memory. The error says why there can be none.
func mounted(t *testing.T) (disk, error) {
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder).CombinedOutput(); err != nil {
		return disk{}, errors.New(strings.TrimSpace(string(out)))
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("the disk could not be taken away: %s", out)
		}
	})
	ballast := filepath.Join(folder, "ballast")
	return disk{folder: filepath.Join(folder, "data"),
		fill: func(t *testing.T, _ *process) {
			f, err := os.Create(ballast)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			for block := make([]byte, 4096); err == nil; {
				_, err = f.Write(block)
			}
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
		},
		empty: func(t *testing.T, _ *process) {
			if err := os.Remove(ballast); err != nil {
				t.Fatal(err)
			}
		},
	}, nil
}

func fullDisk(t *testing.T, d disk) {
	p, n := newProcess(t, ""), newNeighbour(t, 3)
	p.data = d.folder
	p.start()
	c := &crash{t: t, p: p, n: n}
	c.begin()
	ready := c.handedIn("Nu är isen borta från viken. Bryggan läggs ut på måndag.")
	c.settle()
	before := n.count()

	d.fill(t, p)
	refused := c.lettersUntilRefused()
	c.isTurnedAway(http.MethodPost, "/drafts", map[string]any{"account": c.account, "text": "Det ryms inte.", "language": "sv"})
	c.isTurnedAway(http.MethodPost, "/drafts/"+ready+"/publish", nil)
	if status, why := c.health(); status != http.StatusServiceUnavailable || !strings.Contains(why, "cannot be written") {
		t.Errorf("health is %d: %s", status, why)
	}
	if res, err := http.Get(c.post); err != nil || res.StatusCode != http.StatusOK {
		t.Errorf("what is published cannot be read while the disk is full: %v", err)
	}
	if n.count() != before {
		t.Error("something was sent that is not on the record")
	}

	d.empty(t, p)
	c.wellAgain()
	again, lost := refused[0], refused[1:]
	if c.deliver(again) != http.StatusAccepted {
		t.Error("a letter that was refused is not taken when there is room")
	}
	c.letters = append(c.letters, again)
	var o struct{ Post string }
	if got := c.call(c.writer, http.MethodPost, "/drafts/"+ready+"/publish", nil, &o); got >= 300 || o.Post == "" {
		t.Errorf("a post that was refused cannot be published when there is room: %d", got)
	}
	c.posts = append(c.posts, o.Post)
	c.keepCheckpoint()
	c.settle()
	c.everyPostStands()
	p.kill()
	c.everyLetterIsKept()
	h := c.open()
	defer h.Close()
	for _, name := range lost {
		if h.arrived(t, n.URL+"/a/"+name) {
			t.Errorf("letter %s was refused, and is on the record", name)
		}
	}
	c.theRecordVerifies()
}

// handedIn is a draft that may be published at any moment.
func (c *crash) handedIn(text string) (id string) {
	c.t.Helper()
	var d struct {
		ID     string
		Latest struct{ Number int }
	}
	if got := c.call(c.writer, http.MethodPost, "/drafts", map[string]any{"account": c.account, "text": text, "language": "sv"}, &d); got >= 300 {
		c.t.Fatalf("no draft: %d", got)
	}
	if got := c.call(c.writer, http.MethodPost, "/drafts/"+d.ID+"/submit", map[string]any{"version": d.Latest.Number}, nil); got >= 300 {
		c.t.Fatalf("not handed in: %d", got)
	}
	return d.ID
}

// lettersUntilRefused sends letters until three have been refused, and returns those. The first that are sent may find the last
// room there was.
func (c *crash) lettersUntilRefused() (refused []string) {
	c.t.Helper()
	for k := 0; len(refused) < 3; k++ {
		if k > 2000 {
			c.t.Fatal("the disk is full, and letters are still taken")
		}
		name := fmt.Sprint("full", k)
		switch got := c.deliver(name); got {
		case http.StatusAccepted:
			c.letters = append(c.letters, name)
		case http.StatusServiceUnavailable:
			refused = append(refused, name)
		default:
			c.t.Fatalf("a letter was answered %d", got)
		}
	}
	return refused
}

// deliver delivers a citizen's answer, and returns the status. A 503 must say when to come again.
func (c *crash) deliver(name string) int {
	c.t.Helper()
	l := c.n.sign(c.t, 1, name, c.inbox, c.n.reply(1, name, c.post, "Får vi bada?"))
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, c.inbox, strings.NewReader(string(l.body)))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header = l.header.Clone()
	return c.status(r)
}

func (c *crash) status(r *http.Request) int {
	c.t.Helper()
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusServiceUnavailable && (res.Header.Get("Retry-After") == "" || !strings.HasPrefix(res.Header.Get("Content-Type"), "application/problem+json")) {
		c.t.Errorf("%s is turned away without a word of when to come again: %v", r.URL.Path, res.Header)
	}
	return res.StatusCode
}

// isTurnedAway asks the API for something that needs to be kept.
func (c *crash) isTurnedAway(method, path string, body any) {
	c.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		c.t.Fatal(err)
	}
	r, err := http.NewRequest(method, c.p.url()+"/api/v1"+path, strings.NewReader(string(text)))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+c.writer)
	r.Header.Set("Content-Type", "application/json")
	if got := c.status(r); got != http.StatusServiceUnavailable {
		c.t.Errorf("%s %s is answered %d while the disk is full", method, path, got)
	}
}

func (c *crash) health() (status int, why string) {
	c.t.Helper()
	res, err := http.Get(c.p.url() + "/health")
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	var doc health
	if err := json.NewDecoder(res.Body).Decode(&doc); err != nil {
		c.t.Fatal(err)
	}
	return res.StatusCode, strings.Join(append(doc.Why, slices.Collect(waitingKinds(doc))...), "; ")
}

func waitingKinds(doc health) func(func(string) bool) {
	return func(yield func(string) bool) {
		for kind := range doc.Waiting {
			if !yield("waiting: " + kind) {
				return
			}
		}
	}
}

// wellAgain waits until the desk says that it works.
func (c *crash) wellAgain() {
	c.t.Helper()
	why := ""
	for deadline := time.Now().Add(generous); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		status := 0
		if status, why = c.health(); status == http.StatusOK {
			return
		}
	}
	c.t.Fatalf("there is room again, and the desk is not well: %s", why)
}
