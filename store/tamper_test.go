package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"reflect"
	"regexp"
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
			for _, way := range waysToTamper(tables, e.driver == "sqlite") {
				if n := tamper(t, s, db, tables, way); n == 0 {
					t.Errorf("nobody let it be done: %s", way(tables[0]))
				}
			}
			tamper(t, s, db, tables, nil)
			if r := verified(t, s, nil); len(r.Problems) > 0 {
				t.Errorf("after everything was put back: %v", r.Problems)
			}
		})
	}
}

// way makes the statement that tampers with one table, which has three rows; "" leaves it in peace.
type way func(f store.FactTable) string

func waysToTamper(tables []store.FactTable, columns bool) []way {
	ways := []way{
		func(f store.FactTable) string { return `DELETE FROM ` + f.Name + second(f) },
		func(f store.FactTable) string { return `DELETE FROM ` + f.Name },
		func(f store.FactTable) string { return `UPDATE ` + f.Name + ` SET seq = seq + 5000` + second(f) },
		func(f store.FactTable) string { return `UPDATE ` + f.Name + ` SET seq = seq + 5000` },
		func(f store.FactTable) string { return `UPDATE ` + f.Name + ` SET id = 'another'` + second(f) },
		func(f store.FactTable) string {
			return `INSERT INTO ` + f.Name + ` (` + strings.Join(f.Columns, ", ") + `, seq) SELECT 'forged', ` + strings.Join(f.Columns[1:], ", ") + `, seq FROM ` + f.Name + second(f)
		},
		func(f store.FactTable) string { // two rows change their names, and so their words and entries
			return `UPDATE ` + f.Name + ` SET id = CASE id WHEN '` + rowID(f, 1) + `' THEN '` + rowID(f, 3) + `x' ELSE '` + rowID(f, 1) + `' END WHERE id IN ('` + rowID(f, 1) + `', '` + rowID(f, 3) + `')`
		},
	}
	most := 0
	for _, f := range tables {
		most = max(most, len(f.Columns))
	}
	for i := 1; i < most && columns; i++ {
		for _, value := range []string{
			`CASE typeof($) WHEN 'integer' THEN $ + 1 WHEN 'blob' THEN CAST($ || 'x' AS BLOB) ELSE $ || 'x' END`,
			`CASE typeof($) WHEN 'integer' THEN 0.5 WHEN 'blob' THEN 'text' ELSE CAST($ AS BLOB) END`,
			`CASE typeof($) WHEN 'integer' THEN 0 ELSE '' END`,
		} {
			ways = append(ways, func(f store.FactTable) string {
				if i >= len(f.Columns) {
					return ""
				}
				return `UPDATE ` + f.Name + ` SET ` + f.Columns[i] + ` = ` + strings.ReplaceAll(value, "$", f.Columns[i]) + second(f)
			})
		}
	}
	return ways
}

func second(f store.FactTable) string { return ` WHERE id = '` + rowID(f, 2) + `'` }

// tamper does the same to every table, verifies once, and puts everything back. Each table that was changed must be told of by
// its name. It returns how many were: a database that refuses, or rows that say the same afterwards, are no tampering. Without
// a way it forges a row.
func tamper(t *testing.T, s *store.Store, db *sql.DB, tables []store.FactTable, do way) (changed int) {
	t.Helper()
	kept := make([][][]any, len(tables))
	touched := make([]bool, len(tables))
	for i, f := range tables {
		kept[i] = contents(t, db, f)
		if do == nil {
			forge(t, db, f, kept[i][1])
		} else if statement := do(f); statement == "" {
			continue
		} else if _, err := db.Exec(statement); err != nil {
			continue
		}
		touched[i] = !reflect.DeepEqual(kept[i], contents(t, db, f))
	}
	problems := fmt.Sprint(verified(t, s, nil).Problems)
	for i, f := range tables {
		if !touched[i] {
			continue
		}
		changed++
		if told := regexp.MustCompile(`\b` + f.Name + ` (has|is|belongs)`); !told.MatchString(problems) && do != nil {
			t.Errorf("not found: %s", do(f))
		} else if !told.MatchString(problems) {
			t.Errorf("%s: a forged row is not found", f.Name)
		}
		putBack(t, db, f, kept[i])
	}
	return changed
}

// forge puts a whole row in that no entry knows of: with another id, other words and other numbers than the one it is made of.
func forge(t *testing.T, db *sql.DB, f store.FactTable, like []any) {
	t.Helper()
	row := append([]any(nil), like...)
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
	t.Cleanup(s.WithoutDerived())
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
