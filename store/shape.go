package store

import (
	"context"
	"database/sql"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// shape is how tables are built: the parts of each, by the table's name.
type shape map[string][]part

// part is one thing that a table has. A column and an index have a name and a text; a rule (CHECK, UNIQUE, …) of SQLite is only its text.
type part struct {
	kind string // one of the words below
	name string
	text string
}

// The kinds of parts.
const (
	ofKind    = "kind" // its text is "table", unless it is something else
	ofColumn  = "column"
	ofRule    = "rule"
	ofIndex   = "index"
	ofTrigger = "trigger"
)

// String is what a report calls a part.
func (p part) String() string {
	if p.kind == ofColumn {
		return p.name
	}
	return p.kind + " " + p.name
}

// find returns a table's part with the kind and name of another.
func (s shape) find(table string, like part) (p part, ok bool) {
	i := slices.IndexFunc(s[table], func(p part) bool { return p.kind == like.kind && p.name == like.name })
	if i < 0 {
		return part{}, false
	}
	return s[table][i], true
}

// made keeps the shapes that the migrations make: they are the same as long as the program runs, on the same version of a database.
var made = struct {
	sync.Mutex
	shapes map[string]shape
}{shapes: map[string]shape{}}

// madeShape is the shape that the migrations give a database, as this very version of it tells of it. On SQLite they are carried out in
// memory; on PostgreSQL in tables that only the connection sees, and that are gone afterwards.
func (e engine) madeShape(ctx context.Context, db *sql.DB) (shape, error) {
	version := string(e)
	if e == postgres {
		if err := db.QueryRowContext(ctx, `SHOW server_version`).Scan(&version); err != nil {
			return nil, err
		}
	}
	made.Lock()
	defer made.Unlock()
	if s := made.shapes[version]; s != nil {
		return s, nil
	}
	if e == embedded {
		memory, err := sql.Open("sqlite", ":memory:")
		if err != nil {
			return nil, err
		}
		defer memory.Close()
		memory.SetMaxOpenConns(1)
		db = memory
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // nothing is to stay
	s, err := e.carryOut(ctx, tx)
	if err == nil {
		made.shapes[version] = s
	}
	return s, err
}

// carryOut does all migrations in a transaction, and reads what they made.
func (e engine) carryOut(ctx context.Context, tx *sql.Tx) (shape, error) {
	if e == postgres {
		if _, err := tx.ExecContext(ctx, `SET LOCAL search_path = pg_temp`); err != nil {
			return nil, err
		}
	}
	texts, err := e.migrationTexts()
	if err != nil {
		return nil, err
	}
	for _, text := range texts {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return nil, err
		}
	}
	return e.readShape(ctx, tx, `n.oid = pg_my_temp_schema()`)
}

// migrationTexts are the migrations in their order.
func (e engine) migrationTexts() (texts []string, err error) {
	files, err := e.shelves()
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(text))
	}
	return texts, nil
}

// shape reads the shape of the tables that a query without a schema's name finds.
func (e engine) shape(ctx context.Context, tx *sql.Tx) (shape, error) {
	return e.readShape(ctx, tx, `pg_table_is_visible(c.oid) AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'`)
}

func (e engine) readShape(ctx context.Context, tx *sql.Tx, within string) (shape, error) {
	query := `SELECT tbl_name, type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`
	if e == postgres {
		query = strings.Replace(partsOfPostgres, "WITHIN", within, 1)
	}
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	s := shape{}
	for rows.Next() {
		var table string
		var p part
		if err := rows.Scan(&table, &p.kind, &p.name, &p.text); err != nil {
			return nil, err
		}
		if e == embedded {
			s[table] = append(s[table], partsOfSQLite(p)...)
		} else {
			s[table] = append(s[table], p)
		}
	}
	return s, rows.Err()
}

// partsOfPostgres lists the parts of tables. Where a text names the schema it is left out: the tables to compare with lie in another.
const partsOfPostgres = `WITH rel AS (SELECT c.oid, c.relname, c.relkind, c.relrowsecurity, c.relpersistence, quote_ident(n.nspname) || '.' AS home
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND WITHIN)
	SELECT rel.relname, 'kind', '', CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table in parts' WHEN 'f' THEN 'table of another server' ELSE 'view' END
		|| CASE WHEN relrowsecurity THEN ' that hides rows' ELSE '' END || CASE WHEN relpersistence = 'u' THEN ' that a crash empties' ELSE '' END FROM rel
	UNION ALL SELECT rel.relname, 'column', a.attname, format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
		|| COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') || a.attidentity::text || a.attgenerated::text
		|| CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::text ELSE '' END
		FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
		LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	UNION ALL SELECT rel.relname, 'rule', k.conname, replace(replace(pg_get_constraintdef(k.oid), home, ''), 'pg_temp.', '')
		FROM rel JOIN pg_constraint k ON k.conrelid = rel.oid AND k.contype IN ('p', 'u', 'c', 'x', 'f')
	UNION ALL SELECT rel.relname, 'index', i.relname, replace(replace(pg_get_indexdef(i.oid), home, ''), 'pg_temp.', '')
		|| CASE WHEN x.indisvalid AND x.indisready AND x.indislive THEN '' ELSE ' INVALID' END
		FROM rel JOIN pg_index x ON x.indrelid = rel.oid JOIN pg_class i ON i.oid = x.indexrelid
	UNION ALL SELECT rel.relname, 'trigger', g.tgname, pg_get_triggerdef(g.oid) || g.tgenabled::text FROM rel JOIN pg_trigger g ON g.tgrelid = rel.oid AND NOT g.tgisinternal
	UNION ALL SELECT rel.relname, 'trigger', r.rulename, pg_get_ruledef(r.oid) FROM rel JOIN pg_rewrite r ON r.ev_class = rel.oid WHERE rel.relkind = 'r'
	ORDER BY 1, 2, 3`
