package store_test

import (
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/store"
	"tilltal/store/storetest"
)

// bent is one way to change how a table is built, and what the verification must say of it. % is the table, $ one of its columns.
type bent struct {
	name, sql, finds string
}

var bentEverywhere = []bent{
	{"a column is added", `ALTER TABLE % ADD COLUMN slipped_in TEXT`, "the table % has slipped_in"},
	{"a column gets another name", `ALTER TABLE % RENAME COLUMN $ TO renamed`, "the table % has lost $"},
	{"the table gets another name", `ALTER TABLE % RENAME TO elsewhere_%`, "the table % is gone"},
	{"the table is gone", `DROP TABLE %`, "the table % is gone"},
	{"a view stands in its place", `ALTER TABLE % RENAME TO behind_%; CREATE VIEW % AS SELECT * FROM behind_%`, "the table % is another one than the desk made: view"},
	{"an index is added", `CREATE UNIQUE INDEX slipped_% ON % ($)`, "the table % has index slipped_%"},
}

var bentOnSQLite = []bent{
	{"a column is gone", `ALTER TABLE % DROP COLUMN $`, "the table % has lost $"},
	{"a trigger is added", `CREATE TRIGGER slipped_% BEFORE INSERT ON % BEGIN SELECT RAISE(IGNORE); END`, "the table % has trigger slipped_%"},
	{"every rule and type is taken away", `ALTER TABLE % RENAME TO before_it; CREATE TABLE % AS SELECT * FROM before_it; DROP TABLE before_it`, "the table % "},
}

var bentOnPostgres = []bent{
	{"a column is gone", `ALTER TABLE % DROP COLUMN $ CASCADE`, "the table % has lost $"},
	{"a column gets another type", `ALTER TABLE % ALTER COLUMN $ DROP DEFAULT, ALTER COLUMN $ TYPE VARCHAR(100) USING 'x'`, "the table % has another $ (character varying(100)"},
	{"a trigger is added", `CREATE OR REPLACE FUNCTION slip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER slipped_% BEFORE INSERT ON % FOR EACH ROW EXECUTE FUNCTION slip()`, "the table % has trigger slipped_%"},
	{"what is written goes elsewhere", `CREATE RULE slipped_% AS ON INSERT TO % DO INSTEAD NOTHING`, "the table % has trigger slipped_%"},
	{"rows are hidden", `ALTER TABLE % ENABLE ROW LEVEL SECURITY`, "the table % is another one than the desk made: table that hides rows"},
	{"a crash empties it", `ALTER TABLE % SET UNLOGGED`, "the table % is another one than the desk made: table that a crash empties"},
	{"every rule is taken away", `CREATE TABLE before_it (LIKE %); DROP TABLE % CASCADE; ALTER TABLE before_it RENAME TO %`, "the table % has lost "},
}

// TestVerifyFindsEveryTableThatIsBuiltAnew does to every table of the desk what somebody with the database's password can do to how it
// is built, one table and one way at a time. A new table is tried as soon as there is a migration for it.
func TestVerifyFindsEveryTableThatIsBuiltAnew(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		bendEach(t, "sqlite", filepath.Join(t.TempDir(), "desk.db"), slices.Concat(bentEverywhere, bentOnSQLite))
	})
	t.Run("postgres", func(t *testing.T) {
		bendEach(t, "pgx", storetest.PostgresURL(t), slices.Concat(bentEverywhere, bentOnPostgres))
	})
}

// bendEach does one way at a time to all tables, in a transaction that is taken back.
func bendEach(t *testing.T, driver, address string, ways []bent) {
	s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
	columns, err := s.MadeColumns(t.Context())
	if err != nil || len(columns) < 100 {
		t.Fatalf("%d tables: %v", len(columns), err)
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, way := range append(ways, bent{"nothing is done", `SELECT 1`, ""}) {
		tx, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var wanted []string
		for _, table := range slices.Sorted(maps.Keys(columns)) {
			names := append([]string{"none"}, columns[table]...) // SQLite's own search has none
			put := strings.NewReplacer("%", table, "$", names[len(names)-1])
			if bendOne(t, tx, put.Replace(way.sql)) {
				wanted = append(wanted, put.Replace(way.finds))
			}
		}
		told, err := s.Bent(t.Context(), tx)
		if err != nil {
			t.Fatalf("%s: %v", way.name, err)
		}
		for _, want := range wanted {
			if !strings.Contains(told, want) {
				t.Errorf("%s: not told: %s", way.name, want)
			}
		}
		if len(wanted) < len(columns)/2 {
			t.Errorf("%s: done to %d tables only", way.name, len(wanted))
		}
		if way.finds == "" && told != "[]" {
			t.Errorf("%s: %s", way.name, told)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}

// bendOne reports whether the database let it be done: a column that an index needs cannot be taken away, nor can every table of SQLite's
// search be changed.
func bendOne(t *testing.T, tx *sql.Tx, statement string) bool {
	t.Helper()
	if _, err := tx.Exec(`SAVEPOINT before`); err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(statement); err == nil {
		return true
	}
	if _, err := tx.Exec(`ROLLBACK TO SAVEPOINT before`); err != nil {
		t.Fatal(err)
	}
	return false
}

// TestVerifyEndsWhateverTheTablesLookLike takes a column away from every table but those of the ledger: the rest is verified all the same.
func TestVerifyEndsWhateverTheTablesLookLike(t *testing.T) {
	for name, e := range engines {
		for _, way := range []string{`ALTER TABLE % RENAME COLUMN $ TO renamed`, `ALTER TABLE % RENAME TO behind_%; CREATE VIEW % AS SELECT * FROM behind_%`} {
			t.Run(name, func(t *testing.T) {
				address := e.address(t)
				s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
				writeVersions(t, s, 2)
				columns, err := s.MadeColumns(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				db, err := sql.Open(e.driver, address)
				if err != nil {
					t.Fatal(err)
				}
				defer db.Close()
				for table, names := range columns {
					if table == "picture" || strings.HasPrefix(table, "ledger_") || strings.HasPrefix(table, "search_word") {
						continue
					}
					if _, err := db.Exec(strings.NewReplacer("%", table, "$", names[len(names)-1]).Replace(way)); err != nil {
						t.Fatal(err)
					}
				}
				if _, err := db.Exec(`UPDATE ledger_entry SET at = at + 1 WHERE seq = 2`); err != nil {
					t.Fatal(err)
				}
				told := fmt.Sprint(verified(t, s, nil).Problems)
				if !strings.Contains(told, "person_now") || !strings.Contains(told, "{2 the entry's columns") {
					t.Errorf("found %s", told)
				}
			})
		}
	}
}

// TestInspectTellsWhyADeskDoesNotOpen: a desk without one of its tables does not open, and it is said which.
func TestInspectTellsWhyADeskDoesNotOpen(t *testing.T) {
	folder := t.TempDir()
	if problems, err := store.Inspect(t.Context(), filepath.Join(folder, "gone.db")); err != nil || problems != nil {
		t.Errorf("no desk: %v, %v", problems, err)
	}
	for i, table := range []string{"", "ledger_key", "ledger_head", "goose_db_version", "search_now", "instance"} {
		o := store.Options{URL: filepath.Join(folder, fmt.Sprint(i)), Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o", Existing: true}
		first := o
		first.Existing = false
		writeVersions(t, opened(t, first), 1)
		if table != "" {
			db, err := sql.Open("sqlite", o.URL)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(`DROP TABLE ` + table); err != nil {
				t.Fatal(err)
			}
			_ = db.Close()
			if again, err := store.Open(t.Context(), o); err == nil {
				_ = again.Close() // the command asks for what is gone afterwards
			}
		}
		problems, err := store.Inspect(t.Context(), o.URL)
		if told := fmt.Sprint(problems); err != nil || table == "" && told != "[]" || table != "" && !strings.Contains(told, "the table "+table+" is gone") {
			t.Errorf("%s: %s, %v", table, told, err)
		}
	}
}
