package store

import (
	"context"
	"database/sql"

	"tilltal/desk/authority"
)

var authorityTables = []table{
	fact("authority_settings", settingsColumns, func(a authority.Settings) []any {
		return []any{a.ID, int64(a.Number), a.Name, a.Base, a.Language, a.Contact, a.DPO, a.Accessibility, a.ChangedBy, micro(a.ChangedAt)}
	}),
}

const settingsColumns = "id, number, name, base, language, contact, dpo, accessibility, who, at"

const settingsQuery = `SELECT ` + settingsColumns + `, (SELECT COALESCE(MAX(e.seq), 0) FROM ledger_entry e WHERE e.subject = $1)
	FROM authority_settings ORDER BY number DESC`

func scanSettings(rows *sql.Rows) (a authority.Settings, err error) {
	var at int64
	err = rows.Scan(&a.ID, &a.Number, &a.Name, &a.Base, &a.Language, &a.Contact, &a.DPO, &a.Accessibility, &a.ChangedBy, &at, &a.Seen)
	a.ChangedAt = fromMicro(at)
	return a, err
}

// Settings returns what is known of the authority: see [authority.Store].
func (s *Store) Settings(ctx context.Context) (authority.Settings, error) {
	return one(ctx, s, scanSettings, settingsQuery+` LIMIT 1`, authority.Subject)
}

// SettingsHistory lists all there have been, newest first.
func (s *Store) SettingsHistory(ctx context.Context) ([]authority.Settings, error) {
	return list(ctx, s, scanSettings, settingsQuery, authority.Subject)
}
