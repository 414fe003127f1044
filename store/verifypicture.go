package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"maps"
	"slices"

	"tilltal/desk/draft"
)

// pictured is where facts name pictures: by hash alone, or as JSON.
var pictured = []struct {
	table string
	query string
	read  func(column string) ([]draft.Picture, error)
}{
	{"draft_version", `SELECT content FROM draft_version WHERE content LIKE '%"pictures"%'`, picturesOfContent},
	{"publication", `SELECT content FROM publication WHERE content LIKE '%"pictures"%'`, picturesOfContent},
	{"idea", `SELECT pictures FROM idea WHERE pictures LIKE '%"hash"%'`, func(column string) (all []draft.Picture, err error) {
		return all, fromJSON(column, &all)
	}},
	{"shift_presenting", `SELECT picture FROM shift_presenting WHERE picture <> ''`, func(column string) ([]draft.Picture, error) {
		return []draft.Picture{{Hash: column}}, nil
	}},
}

func picturesOfContent(column string) ([]draft.Picture, error) {
	var c draft.Content
	err := fromJSON(column, &c)
	return c.Pictures, err
}

// picturesNamed gathers what the facts say of pictures.
func (v *verification) picturesNamed(ctx context.Context) error {
	v.shown = map[string]draft.Picture{}
	for _, p := range pictured {
		if v.lost[p.table] {
			continue
		}
		rows, err := v.tx.QueryContext(ctx, p.query)
		if err != nil {
			return err
		}
		if err := errors.Join(v.name(rows, p.read), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

// name adds the pictures of one query. A fact that cannot be read was changed, and has been found already.
func (v *verification) name(rows *sql.Rows, read func(string) ([]draft.Picture, error)) error {
	for rows.Next() {
		var column string
		if rows.Scan(&column) != nil {
			continue
		}
		all, err := read(column)
		if err != nil {
			continue
		}
		for _, said := range all {
			if said.Type != "" || v.shown[said.Hash].Hash == "" {
				v.shown[said.Hash] = said
			}
		}
	}
	return rows.Err()
}

// pictures compares every picture with what the facts say of it: its bytes with its name, which is their hash, and what kind of
// picture they say it is. A picture that a fact names must be there.
func (v *verification) pictures(ctx context.Context) error {
	for last := ""; ; {
		p, data, err := v.pictureAfter(ctx, last)
		if err != nil {
			return err
		}
		if p.Hash == "" {
			break
		}
		said, known := v.shown[p.Hash]
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != p.Hash ||
			known && said.Type != "" && (said.Type != p.Type || said.Width != p.Width || said.Height != p.Height) {
			v.problem(0, "the picture %s has been changed", p.Hash)
		}
		delete(v.shown, p.Hash)
		last = p.Hash
	}
	for _, hash := range slices.Sorted(maps.Keys(v.shown)) {
		v.problem(0, "the picture %s is gone", hash)
	}
	return nil
}

// pictureAfter reads one picture at a time: the next in the order of their names, the zero picture when there is none.
func (v *verification) pictureAfter(ctx context.Context, hash string) (p draft.Picture, data []byte, err error) {
	err = v.tx.QueryRowContext(ctx, `SELECT hash, type, CAST(width AS BIGINT), CAST(height AS BIGINT), data FROM picture WHERE hash > $1 ORDER BY hash LIMIT 1`, hash).
		Scan(&p.Hash, &p.Type, &p.Width, &p.Height, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return draft.Picture{}, nil, nil
	}
	return p, data, err
}
