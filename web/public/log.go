package public

import (
	"context"
	"net/http"

	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/base/lingo"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

var (
	recordTitle = lingo.T("Protokollet", "The record")
	recordAbout = lingo.T("Allt vi gör står i ett protokoll som ingen kan ändra i efterhand utan att det syns. Här kan du kontrollera det själv.",
		"Everything we do stands on a record that nobody can change afterwards without it showing. Here you can check it yourself.")
	noTile  = fault.New(fault.NotFound, lingo.T("Den delen av protokollet finns inte.", "There is no such part of the record."))
	noEntry = fault.New(fault.NotFound, lingo.T("Protokollet är tomt än.", "The record is still empty."))
)

// record explains the ledger and how anybody verifies it.
func (h *house) record(v *visit.Visit) error {
	return h.serve(v, "/insyn/protokoll", func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		signed, key, err := h.Ledger.Checkpoint(ctx)
		if err != nil {
			return document{}, err
		}
		size, err := h.Ledger.Size(ctx)
		if err != nil {
			return document{}, err
		}
		view := page.Record{Lead: v.Say(recordAbout), Size: size, Checkpoint: string(signed), Key: key, Base: base(v) + "/insyn/protokoll"}
		view.Frame = h.frame(v, s, sheet{title: v.Say(recordTitle), path: "/insyn/protokoll", description: view.Lead})
		return rendered(ctx, http.StatusOK, page.RecordPage(view))
	})
}

const plainText = "text/plain; charset=utf-8"

// checkpoint is the newest signed checkpoint, as a C2SP signed note: what a witness fetches.
func (h *house) checkpoint(v *visit.Visit) error {
	signed, _, err := h.Ledger.Checkpoint(v.Context())
	if err != nil {
		return err
	}
	if len(signed) == 0 {
		return noEntry
	}
	v.W.Header().Set("Cache-Control", "no-cache")
	return v.Bytes(http.StatusOK, plainText, signed)
}

// key is the public key that checkpoints are verified with.
func (h *house) key(v *visit.Visit) error {
	_, key, err := h.Ledger.Checkpoint(v.Context())
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "no-cache")
	return v.Bytes(http.StatusOK, plainText, []byte(key+"\n"))
}

// tile is a part of the tree, or the leaves themselves (c2sp.org/tlog-tiles). A tile never changes: a wider one has another
// address.
func (h *house) tile(v *visit.Visit) error {
	t, err := ledger.ParseTile(v.R.PathValue("rest"))
	if err != nil {
		return noTile.Because(err)
	}
	size, err := h.Ledger.Size(v.Context())
	if err != nil {
		return err
	}
	data, err := h.tileData(v.Context(), t, size)
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return v.Bytes(http.StatusOK, "application/octet-stream", data)
}

func (h *house) tileData(ctx context.Context, t ledger.Tile, size int64) ([]byte, error) {
	if t.Entries {
		from, to, ok := t.Range(size)
		if !ok {
			return nil, noTile
		}
		leaves, err := h.Ledger.Leaves(ctx, from, to)
		return ledger.Bundle(leaves), err
	}
	data, ok, err := t.Hashes(size, h.Ledger)
	if err == nil && !ok {
		err = noTile
	}
	return data, err
}
