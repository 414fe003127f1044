package ledger

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// tileHeight is the height of a tile in C2SP tlog-tiles: 256 hashes wide.
const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

// Tile names a part of the tree as C2SP tlog-tiles do: hashes of one level, or, with Entries, the leaves themselves.
type Tile struct {
	Entries bool
	Level   int   // 0 is the leaves' hashes; 0 for Entries
	N       int64 // number of the tile on its level
	Width   int   // how many hashes or leaves, 1 to 256
}

// ParseTile reads the part of a tile's address after "tile/": "0/x001/234", "1/005.p/17", "entries/000". It accepts only
// the one way to write each tile.
func ParseTile(path string) (Tile, error) {
	bad := fmt.Errorf("ledger: %q names no tile", path)
	level, rest, ok := strings.Cut(path, "/")
	if !ok {
		return Tile{}, bad
	}
	t := Tile{Width: tileWidth}
	if level == "entries" {
		t.Entries = true
	} else {
		n, err := strconv.Atoi(level)
		if err != nil || n < 0 || n > 63/tileHeight || strconv.Itoa(n) != level {
			return Tile{}, bad
		}
		t.Level = n
	}
	if number, width, partial := strings.Cut(rest, ".p/"); partial {
		w, err := strconv.Atoi(width)
		if err != nil || w < 1 || w >= tileWidth || strconv.Itoa(w) != width {
			return Tile{}, bad
		}
		t.Width, rest = w, number
	}
	n, ok := parseGroups(rest)
	if !ok {
		return Tile{}, bad
	}
	t.N = n
	return t, nil
}

// parseGroups reads a number in groups of three digits, all but the last with an x before it: x001/x234/067.
func parseGroups(s string) (int64, bool) {
	groups := strings.Split(s, "/")
	if len(groups) > 6 {
		return 0, false
	}
	var n int64
	for i, g := range groups {
		if i < len(groups)-1 {
			var ok bool
			if g, ok = strings.CutPrefix(g, "x"); !ok {
				return 0, false
			}
		}
		if len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return 0, false
		}
		d, err := strconv.ParseInt(g, 10, 64)
		if err != nil || (i == 0 && d == 0 && len(groups) > 1) {
			return 0, false
		}
		n = n*1000 + d
	}
	return n, true
}

// Hashes returns a tile's content when the tree has the given size: its hashes, 32 bytes each. ok is false for a tile that
// such a tree does not have.
func (t Tile) Hashes(size int64, stored Stored) (data []byte, ok bool, err error) {
	first := t.N * tileWidth
	if t.Entries || t.N < 0 || first>>1 > (size>>(tileHeight*t.Level)) || first+int64(t.Width) > size>>(tileHeight*t.Level) {
		return nil, false, nil
	}
	indexes := make([]int64, t.Width)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(tileHeight*t.Level, first+int64(i))
	}
	hashes, err := stored.ReadHashes(indexes)
	if err != nil {
		return nil, false, err
	}
	for _, h := range hashes {
		data = append(data, h[:]...)
	}
	return data, true, nil
}

// Range returns which entries an entry tile has, counted from 0: [from, to). ok is false when the tree is too small.
func (t Tile) Range(size int64) (from, to int64, ok bool) {
	from = t.N * tileWidth
	to = from + int64(t.Width)
	return from, to, t.Entries && to <= size && from >= 0
}

// Bundle puts leaves together as an entry tile: each with its length before it, in two bytes.
func Bundle(leaves [][]byte) []byte {
	var out []byte
	for _, l := range leaves {
		out = binary.BigEndian.AppendUint16(out, uint16(len(l)))
		out = append(out, l...)
	}
	return out
}
