package store

import (
	"context"
	"database/sql"
	"errors"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/seal"
	"tilltal/desk/publish"
)

// What a withdrawal took off the square is read nowhere but here. The facts that the ledger covers (publication, correction,
// draft_version) stay as they are, so that the record can be verified; every query that reads them for somebody's eyes leaves
// out what they say once the post is withdrawn. docs/decisions/0015-sealed-copies.md says why.

// sealedDraft is the condition that a draft's post was withdrawn; column is where the draft's id is.
func sealedDraft(column string) string {
	return `EXISTS (SELECT 1 FROM draft d WHERE d.id = ` + column + ` AND ` + sealedPost + ` <> '')`
}

// Seal seals bytes for the row of that name: see [publish.Vault].
func (s *Store) Seal(name string, secret []byte) ([]byte, error) { return s.keys.Seal(name, secret) }

// SealedCopy opens the sealed copy of a withdrawal: see [publish.Vault].
func (s *Store) SealedCopy(ctx context.Context, withdrawal string) ([]byte, error) {
	sealed, err := one(ctx, s, func(rows *sql.Rows) (b []byte, err error) { return b, rows.Scan(&b) }, `SELECT was FROM withdrawal WHERE id = $1`, withdrawal)
	if err != nil {
		return nil, err
	}
	open, err := s.keys.Open(publish.SealName(withdrawal), sealed)
	switch {
	case errors.Is(err, seal.ErrNoKey):
		return nil, fault.New(fault.Unreachable, lingo.T("Kopian går inte att öppna, för nyckeln den är förseglad med finns inte här.", "The copy cannot be opened, for the key it was sealed with is not here.")).
			Try(lingo.T("Be administratören lägga tillbaka nyckelfilen från sin kopia.", "Ask the administrator to put the key file back from its copy.")).Because(err)
	case err != nil:
		return nil, fault.New(fault.Conflict, lingo.T("Kopian går inte att öppna. Den är ändrad eller skadad.", "The copy cannot be opened. It has been changed or damaged.")).
			Try(lingo.T("Be registratorn kontrollera protokollet.", "Ask the registrar to verify the record.")).Because(err)
	}
	return open, nil
}

// Thread returns what stands in public under a post: see [publish.Vault].
func (s *Store) Thread(ctx context.Context, post string, limit int) (out []publish.Reply, err error) {
	after := ""
	for len(out) < limit {
		page, err := s.Replies(ctx, post, after, min(200, limit-len(out)))
		if err != nil {
			return nil, err
		}
		for _, t := range page.Items {
			out = append(out, publish.Reply{By: t.ByName, Ours: t.Ours, Text: t.Text, At: t.At})
		}
		if after = page.Next; after == "" {
			break
		}
	}
	return out, nil
}

const openingQuery = `SELECT id, withdrawal, post, account, reason, who, at FROM sealed_opening `

func scanOpening(rows *sql.Rows) (o publish.Opening, err error) {
	var at int64
	err = rows.Scan(&o.ID, &o.Withdrawal, &o.Post, &o.Account, &o.Reason, &o.By, &at)
	o.At = fromMicro(at)
	return o, err
}

// Opening returns one opening: see [publish.Vault].
func (s *Store) Opening(ctx context.Context, id string) (publish.Opening, error) {
	return one(ctx, s, scanOpening, openingQuery+`WHERE id = $1`, id)
}

// Openings returns the openings of a post's sealed copy: see [publish.Vault].
func (s *Store) Openings(ctx context.Context, post string) ([]publish.Opening, error) {
	return list(ctx, s, scanOpening, openingQuery+`WHERE post = $1 ORDER BY seq DESC LIMIT 200`, post)
}
