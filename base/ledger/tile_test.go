package ledger

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

func TestParseTile(t *testing.T) {
	for path, want := range map[string]Tile{
		"0/000":           {Width: 256},
		"0/x001/234":      {N: 1234, Width: 256},
		"1/005.p/17":      {Level: 1, N: 5, Width: 17},
		"entries/067":     {Entries: true, N: 67, Width: 256},
		"entries/067.p/1": {Entries: true, N: 67, Width: 1},
	} {
		if got, err := ParseTile(path); err != nil || got != want {
			t.Errorf("%s: %+v, %v", path, got, err)
		}
	}
	for _, path := range []string{"", "0", "0/", "0/1", "00/000", "-1/000", "9/000", "0/000.p/256", "0/000.p/0", "0/000.p/01", "0/x000/001", "0/001/002", "0/x1/002",
		"entries/x001", "0/x001/x002/x003/x004/x005/x006/007", "x/000", "0/0 1"} {
		if got, err := ParseTile(path); err == nil {
			t.Errorf("%q read as %+v", path, got)
		}
	}
}

// TestTilesRebuildTheRoot reads the whole tree from its tiles alone, as a witness does.
func TestTilesRebuildTheRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Int64Range(1, 1500).Draw(t, "size")
		s, tree := grow(t, size, 64)
		root, err := tree.Root()
		if err != nil {
			t.Fatal(err)
		}
		var leaves []tlog.Hash
		for n := int64(0); n*tileWidth < size; n++ {
			width := min(int64(tileWidth), size-n*tileWidth)
			data, ok, err := Tile{N: n, Width: int(width)}.Hashes(size, s)
			if !ok || err != nil {
				t.Fatalf("tile %d: %v %v", n, ok, err)
			}
			for len(data) > 0 {
				leaves = append(leaves, tlog.Hash(data[:32]))
				data = data[32:]
			}
			if _, ok, _ := (Tile{N: n, Width: int(width) + 1}).Hashes(size, s); ok && width < tileWidth {
				t.Fatal("a tile wider than the tree was given")
			}
		}
		again := Grow(0, shelf{})
		for i, h := range leaves {
			if h != tlog.RecordHash(hashOf(int64(i))) {
				t.Fatalf("leaf %d differs", i)
			}
			l := leaf(int64(i))
			if _, _, err := again.Add(l); err != nil {
				t.Fatal(err)
			}
		}
		if r, err := again.Root(); err != nil || r != root {
			t.Fatalf("root %v, want %v (%v)", r, root, err)
		}
	})
}

func hashOf(n int64) []byte {
	l := leaf(n)
	return l[:]
}

func TestBundle(t *testing.T) {
	got := Bundle([][]byte{[]byte("ab"), {}})
	if !bytes.Equal(got, []byte{0, 2, 'a', 'b', 0, 0}) {
		t.Errorf("%v", got)
	}
	if _, _, ok := (Tile{Entries: true, Width: 256}).Range(255); ok {
		t.Error("an entry tile beyond the tree")
	}
}

// written is the address of a tile as the library of Go's checksum database writes it.
func written(t Tile) string {
	one := tlog.Tile{H: tileHeight, L: t.Level, N: t.N, W: t.Width}
	if t.Entries {
		one.L = -1
	}
	path := strings.TrimPrefix(one.Path(), "tile/8/")
	if t.Entries {
		return "entries" + strings.TrimPrefix(path, "data")
	}
	return path
}

func FuzzParseTile(f *testing.F) {
	for _, path := range []string{"0/x001/234.p/3", "entries/000", "entries/x001/002.p/9", "0/000.p/03", "00/000", "0/x000/001", "7/000"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		tile, err := ParseTile(path)
		if err != nil {
			return
		}
		if only := written(tile); path != only {
			t.Fatalf("%q is read as the tile that is written %q", path, only)
		}
		_, _, err = tile.Hashes(300, shelf{})
		_ = err // a shelf without hashes answers with an error, never with a panic
	})
}
