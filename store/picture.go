package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/desk/draft"
)

// KeepPicture keeps the bytes of a picture once: see [draft.Store].
func (s *Store) KeepPicture(ctx context.Context, p draft.Picture, data []byte, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, w *writer) error {
		_, err := w.exec(ctx, `INSERT INTO picture (hash, type, width, height, data, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
			p.Hash, p.Type, p.Width, p.Height, data, micro(at))
		if err != nil || p.Codes == "" && p.Faces == 0 {
			return err
		}
		_, err = w.exec(ctx, `INSERT INTO picture_seen (hash, codes, faces) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, p.Hash, kept(p.Codes), int64(p.Faces))
		return err
	})
}

// Picture returns a picture without its bytes: see [draft.Store].
func (s *Store) Picture(ctx context.Context, hash string) (draft.Picture, error) {
	return one(ctx, s, func(rows *sql.Rows) (p draft.Picture, err error) {
		return p, rows.Scan(&p.Hash, &p.Type, &p.Width, &p.Height, &p.Codes, &p.Faces)
	}, `SELECT p.hash, p.type, p.width, p.height, COALESCE(s.codes, ''), COALESCE(s.faces, 0) FROM picture p LEFT JOIN picture_seen s ON s.hash = p.hash WHERE p.hash = $1`, hash)
}

// PictureData returns the bytes of a picture: see [draft.Store].
func (s *Store) PictureData(ctx context.Context, hash string) ([]byte, error) {
	return one(ctx, s, func(rows *sql.Rows) (b []byte, err error) { return b, rows.Scan(&b) }, `SELECT data FROM picture WHERE hash = $1`, hash)
}

// PublicPicture returns a picture that the square shows now: see desk/publish.
func (s *Store) PublicPicture(ctx context.Context, hash string) (draft.Picture, []byte, error) {
	if _, err := one(ctx, s, text, `SELECT post FROM post_picture_now WHERE hash = $1 LIMIT 1`, hash); err != nil {
		return draft.Picture{}, nil, err
	}
	p, err := s.Picture(ctx, hash)
	if err != nil {
		return draft.Picture{}, nil, err
	}
	data, err := s.PictureData(ctx, hash)
	return p, data, err
}
