package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestVerifyFindsTamperingInEveryTable keeps three facts in every table of facts there is, and then does to each table, each
// row and each column what somebody with the database's password can do. A new table is tried as soon as it is in store/rooms.go.
func TestVerifyFindsTamperingInEveryTable(t *testing.T) {
	engines := map[string]struct {
		driver  string
		address func(t *testing.T) string
		columns bool // each column by itself: a few thousand verifications, which PostgreSQL need not do too
	}{
		"sqlite":   {"sqlite", func(t *testing.T) string { return filepath.Join(t.TempDir(), "desk.db") }, true},
		"postgres": {"pgx", func(t *testing.T) string { return storetest.PostgresURL(t) }, false},
	}
	for name, e := range engines {
		t.Run(name, func(t *testing.T) {
			address := e.address(t)
			s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
			tables := s.FactTables()
			oneOfEach(t, s, tables)
			db, err := sql.Open(e.driver, address)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			db.SetMaxOpenConns(1)
			if e.columns { // nothing here has to outlive the power
				if _, err := db.Exec(`PRAGMA synchronous = OFF`); err != nil {
					t.Fatal(err)
				}
			}
			tampered := 0
			for _, table := range tables {
				for _, try := range waysToTamper(table, e.columns) {
					if tamper(t, s, db, table, try) {
						tampered++
					}
				}
				forge(t, s, db, table)
			}
			if tampered < 5*len(tables) {
				t.Errorf("only %d attempts on %d tables touched anything", tampered, len(tables))
			}
			if r := verified(t, s, nil); len(r.Problems) > 0 {
				t.Errorf("after everything was put back: %v", r.Problems)
			}
		})
	}
}

// waysToTamper are the statements tried on a table with three rows, of which f2 is the one in the middle.
func waysToTamper(f store.FactTable, columns bool) []string {
	row := ` WHERE id = '` + rowID(f, 2) + `'`
	ways := []string{
		`DELETE FROM ` + f.Name + row,
		`DELETE FROM ` + f.Name,
		`UPDATE ` + f.Name + ` SET seq = seq + 1` + row,
		`UPDATE ` + f.Name + ` SET seq = 9999` + row,
		`UPDATE ` + f.Name + ` SET id = 'another'` + row,
		`INSERT INTO ` + f.Name + ` (` + strings.Join(f.Columns, ", ") + `, seq) SELECT 'forged', ` + strings.Join(f.Columns[1:], ", ") + `, seq FROM ` + f.Name + row,
		// two rows change places: each keeps its id and its entry, and says what the other said
		`UPDATE ` + f.Name + ` SET id = CASE id WHEN '` + rowID(f, 1) + `' THEN '` + rowID(f, 3) + `' ELSE '` + rowID(f, 1) + `' END WHERE id IN ('` + rowID(f, 1) + `', '` + rowID(f, 3) + `')`,
	}
	if !columns {
		return ways
	}
	for _, c := range f.Columns[1:] {
		for _, value := range []string{
			`CASE typeof(` + c + `) WHEN 'integer' THEN ` + c + ` + 1 WHEN 'blob' THEN CAST(` + c + ` || 'x' AS BLOB) ELSE ` + c + ` || 'x' END`,
			`CASE typeof(` + c + `) WHEN 'integer' THEN 0.5 WHEN 'blob' THEN 'text' ELSE CAST(` + c + ` AS BLOB) END`,
			`NULL`,
		} {
			ways = append(ways, `UPDATE `+f.Name+` SET `+c+` = `+value+row)
		}
	}
	return ways
}

// tamper tries one statement, and puts the table back. It reports whether the statement changed anything: a database that
// refuses, or a row that says the same afterwards, is no tampering.
func tamper(t *testing.T, s *store.Store, db *sql.DB, f store.FactTable, statement string) bool {
	t.Helper()
	before := contents(t, db, f)
	if _, err := db.Exec(statement); err != nil {
		return false
	}
	after := contents(t, db, f)
	if reflect.DeepEqual(before, after) {
		return false
	}
	r := verified(t, s, nil)
	if len(r.Problems) == 0 {
		t.Errorf("not found: %s", statement)
	} else if !strings.Contains(fmt.Sprint(r.Problems), f.Name) {
		t.Errorf("found without saying where: %s\n%v", statement, r.Problems)
	}
	putBack(t, db, f, before)
	return true
}

// forge puts a whole row in that no entry knows of: with another id, other words and other numbers than the one it is made of.
func forge(t *testing.T, s *store.Store, db *sql.DB, f store.FactTable) {
	t.Helper()
	before := contents(t, db, f)
	row := append([]any(nil), before[1]...)
	for i, v := range row[1:] { // the entry stays: it is the first
		switch v := v.(type) {
		case string:
			row[i+1] = v + "-forged"
		case int64:
			row[i+1] = v + 100
		case []byte:
			row[i+1] = append([]byte("forged"), v...)
		}
	}
	if insert(db, f, row) != nil { // the database wants one row for each entry in this table
		row[0] = int64(9999)
		if err := insert(db, f, row); err != nil {
			t.Fatal(err)
		}
	}
	if r := verified(t, s, nil); !strings.Contains(fmt.Sprint(r.Problems), f.Name) {
		t.Errorf("%s: a forged row is not found: %v", f.Name, r.Problems)
	}
	putBack(t, db, f, before)
}

func contents(t *testing.T, db *sql.DB, f store.FactTable) (all [][]any) {
	t.Helper()
	rows, err := db.Query(`SELECT seq, ` + strings.Join(f.Columns, ", ") + ` FROM ` + f.Name + ` ORDER BY seq, id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		values := make([]any, len(f.Columns)+1)
		into := make([]any, len(values))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		all = append(all, values)
	}
	return all
}

func putBack(t *testing.T, db *sql.DB, f store.FactTable, rows [][]any) {
	t.Helper()
	if _, err := db.Exec(`DELETE FROM ` + f.Name); err != nil {
		t.Fatal(err)
	}
	for _, values := range rows {
		if err := insert(db, f, values); err != nil {
			t.Fatal(err)
		}
	}
}

func insert(db *sql.DB, f store.FactTable, values []any) error {
	marks := make([]string, len(values))
	for i := range marks {
		marks[i] = fmt.Sprint("$", i+1)
	}
	_, err := db.Exec(`INSERT INTO `+f.Name+` (seq, `+strings.Join(f.Columns, ", ")+`) VALUES (`+strings.Join(marks, ", ")+`)`, values...)
	return err
}

// oneOfEach commits three made-up facts of every kind, each with an entry of its own.
func oneOfEach(t *testing.T, s *store.Store, tables []store.FactTable) {
	t.Helper()
	s.WithoutDerived()
	for n := 1; n <= 3; n++ {
		if err := s.KeepPicture(context.Background(), aPicture(n), pictureData(n), storetest.Noon); err != nil {
			t.Fatal(err)
		}
		for _, f := range tables {
			fact := reflect.New(f.Type).Elem()
			fill(fact, n)
			fact.FieldByName("ID").SetString(rowID(f, n))
			if portrait := fact.FieldByName("Picture"); portrait.IsValid() {
				portrait.SetString(aPicture(n).Hash)
			}
			a := desk.Act{Kind: "draft.saved", Subject: f.Name, Who: desk.Who{Kind: desk.WhoPerson, ID: "p", Name: "Amina"}, At: storetest.Noon, Facts: []any{fact.Interface()}}
			if _, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{a}}); err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	if r := verified(t, s, nil); len(r.Problems) > 0 || r.Facts != int64(3*len(tables)) {
		t.Fatalf("%d facts in %d tables: %v", r.Facts, len(tables), r.Problems)
	}
}

func pictureData(n int) []byte { return []byte(fmt.Sprint("a picture, number ", n)) }

func aPicture(n int) draft.Picture {
	sum := sha256.Sum256(pictureData(n))
	return draft.Picture{Hash: hex.EncodeToString(sum[:]), Type: "image/png", Width: n, Height: 1}
}

func rowID(f store.FactTable, n int) string { return fmt.Sprint(f.Name, "-", n) }

// fill gives every field of a fact a value that is not its zero, and another one for each n.
func fill(v reflect.Value, n int) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(storetest.Noon.Add(time.Duration(n) * time.Hour)))
		return
	}
	if v.Type() == reflect.TypeFor[draft.Picture]() {
		v.Set(reflect.ValueOf(aPicture(n)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("w", n))
	case reflect.Bool:
		v.SetBool(n%2 == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(n))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(n)) //nolint:gosec // it is 1, 2 or 3
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(n))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), n)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), n)
			}
		}
	}
}
