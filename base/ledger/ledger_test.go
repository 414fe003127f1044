package ledger

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

type shelf map[int64]Hash

func (s shelf) ReadHashes(indexes []int64) ([]Hash, error) {
	out := make([]Hash, len(indexes))
	for i, n := range indexes {
		h, ok := s[n]
		if !ok {
			return nil, fmt.Errorf("no hash %d", n)
		}
		out[i] = h
	}
	return out, nil
}

func leaf(n int64) Hash { return Leaf(make([]byte, SaltSize), []byte(fmt.Sprint("body ", n))) }

// grow adds leaves to a tree in batches that end with Trim, as the store does.
func grow(t rapid.TB, size, batch int64) (shelf, *Tree) {
	s := shelf{}
	tree := Grow(0, s)
	for n := range size {
		first, hashes, err := tree.Add(leaf(n))
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range hashes {
			s[first+int64(i)] = h
		}
		if (n+1)%batch == 0 {
			tree.Trim()
		}
	}
	return s, tree
}

func TestTreeInBatchesHasTheRootOfTheWholeTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Int64Range(1, 300).Draw(t, "size")
		s, tree := grow(t, size, rapid.Int64Range(1, 40).Draw(t, "batch"))
		root, err := tree.Root()
		if err != nil {
			t.Fatal(err)
		}
		again, err := tlog.TreeHash(size, tlog.HashReaderFunc(s.ReadHashes))
		if err != nil || again != root {
			t.Fatalf("root %v, from the stored hashes %v (%v)", root, again, err)
		}
		n := rapid.Int64Range(0, size-1).Draw(t, "leaf")
		proof, err := Inclusion(size, n, s)
		if err != nil {
			t.Fatal(err)
		}
		if !Includes(proof, size, root, n, leaf(n)) {
			t.Fatalf("leaf %d of %d has no valid proof", n, size)
		}
		if Includes(proof, size, root, n, leaf(n+1)) {
			t.Fatal("the proof holds for another body")
		}
	})
}

func TestTrimKeepsOnlyTheEdge(t *testing.T) {
	_, tree := grow(t, 1000, 7)
	tree.Trim()
	if len(tree.fresh) > 10 {
		t.Errorf("a tree of 1,000 leaves keeps %d hashes, want at most 10", len(tree.fresh))
	}
}

func TestConsistencyFailsForAChangedPast(t *testing.T) {
	s, tree := grow(t, 50, 50)
	root, _ := tree.Root()
	oldRoot, err := tlog.TreeHash(20, tlog.HashReaderFunc(s.ReadHashes))
	if err != nil {
		t.Fatal(err)
	}
	proof, err := tlog.ProveTree(50, 20, tlog.HashReaderFunc(s.ReadHashes)) // as a witness does (RFC 6962 2.1.2)
	if err != nil {
		t.Fatal(err)
	}
	if err := tlog.CheckTree(proof, 50, root, 20, oldRoot); err != nil {
		t.Errorf("an honest past is refused: %v", err)
	}
	oldRoot[0] ^= 1
	if tlog.CheckTree(proof, 50, root, 20, oldRoot) == nil {
		t.Error("a changed past is accepted")
	}
}

func TestLeafNeedsItsOwnSaltAndBody(t *testing.T) {
	salt := []byte(strings.Repeat("s", SaltSize))
	l := Leaf(salt, []byte("hej"))
	for name, fits := range map[string]bool{
		"itself":       Fits(l[:], salt, []byte("hej")),
		"another body": !Fits(l[:], salt, []byte("hej!")),
		"another salt": !Fits(l[:], []byte(strings.Repeat("t", SaltSize)), []byte("hej")),
		"moved border": !Fits(l[:], append(salt, 'h'), []byte("ej")),
		"no salt":      !Fits(l[:], nil, []byte("hej")),
	} {
		if !fits {
			t.Errorf("%s: wrong answer", name)
		}
	}
}

func TestCheckpoint(t *testing.T) {
	skey, vkey, err := note.GenerateKey(rand.Reader, "torget.example.se/protokoll")
	if err != nil {
		t.Fatal(err)
	}
	signer, _ := note.NewSigner(skey)
	verifier, _ := note.NewVerifier(vkey)
	want := Checkpoint{Origin: "torget.example.se/protokoll", Size: 17, Root: leaf(3)}
	signed, err := want.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	got, err := OpenCheckpoint(signed, verifier)
	if err != nil || got != want {
		t.Fatalf("got %+v, %v", got, err)
	}
	forged := strings.Replace(string(signed), "\n17\n", "\n16\n", 1)
	if _, err := OpenCheckpoint([]byte(forged), verifier); err == nil {
		t.Error("a checkpoint with another size still verifies")
	}
}

func FuzzParseCheckpoint(f *testing.F) {
	f.Add(Checkpoint{Origin: "o", Size: 1}.Text())
	f.Add("o\n01\nAAAA\n")
	f.Add("o\n-1\n\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCheckpoint(text)
		if err == nil && !strings.HasPrefix(text, c.Origin+"\n") {
			t.Errorf("%q read as %+v", text, c)
		}
	})
}
