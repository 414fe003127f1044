package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// pictures compares the bytes of every picture with its name, which is their hash and stands in the facts that use it.
func (v *verification) pictures(ctx context.Context) error {
	for last := ""; ; {
		var hash string
		var data []byte
		rows, err := v.tx.QueryContext(ctx, `SELECT hash, data FROM picture WHERE hash > $1 ORDER BY hash LIMIT 1`, last)
		if err != nil {
			return err
		}
		found := rows.Next()
		if found {
			err = rows.Scan(&hash, &data)
		}
		if closing := rows.Close(); err == nil {
			err = closing
		}
		if err != nil || !found {
			return err
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != hash {
			v.problem(0, "the picture %s has been changed", hash)
		}
		last = hash
	}
}
