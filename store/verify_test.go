package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/store"
	"tilltal/store/storetest"
)

// tampering is what somebody with the database's password might try, and what the verification must say of it.
var tampering = []struct {
	name, sql, finds string
}{
	{"a fact's text is changed", `UPDATE draft_version SET content = '{"text":"annat"}' WHERE number = 3`, "has been changed"},
	{"a fact is removed", `DELETE FROM draft_version WHERE number = 3`, "is gone"},
	{"a fact is put in", `INSERT INTO draft_version (id, seq, draft, number, base, aside, content, hash, who, at) SELECT 'zzz', seq, draft, 99, base, aside, content, hash, who, at FROM draft_version WHERE number = 1`, "the ledger knows of"},
	{"a fact is moved to another entry", `UPDATE draft_version SET seq = 1 WHERE number = 3`, "is gone"},
	{"a fact gets another's name", `UPDATE draft_version SET id = 'v9' WHERE number = 3`, "is gone"},
	{"two facts change places", `UPDATE draft_version SET content = CASE number WHEN 2 THEN (SELECT content FROM draft_version d WHERE d.number = 3) ELSE (SELECT content FROM draft_version d WHERE d.number = 2) END WHERE number IN (2, 3)`, "has been changed"},
	{"a body is changed", `UPDATE ledger_entry SET body = salt WHERE seq = 2`, "not the one that was put on the record"},
	{"a body and salt are removed", `UPDATE ledger_entry SET body = NULL, salt = NULL WHERE seq = 2`, "no disposal decision"},
	{"an entry says another kind", `UPDATE ledger_entry SET kind = 'draft.other' WHERE seq = 2`, "columns"},
	{"an entry gets another time", `UPDATE ledger_entry SET at = at + 1 WHERE seq = 2`, "columns"},
	{"an entry gets another author", `UPDATE ledger_entry SET who = 'somebody' WHERE seq = 2`, "columns"},
	{"an entry is removed", `DELETE FROM ledger_entry WHERE seq = 2`, "missing"},
	{"the last entry is removed", `DELETE FROM ledger_entry WHERE seq = 4`, "entries"},
	{"a leaf is changed", `UPDATE ledger_entry SET leaf = salt WHERE seq = 2`, "not the one"},
	{"a hash of the tree is changed", `UPDATE ledger_hash SET hash = (SELECT hash FROM ledger_hash h WHERE h.id = 1) WHERE id = 2`, "not what the leaves make it"},
	{"a hash of the tree is removed", `DELETE FROM ledger_hash WHERE id = 2`, "not what the leaves make it"},
	{"a hash is put beyond the end", `INSERT INTO ledger_hash SELECT 1000, hash FROM ledger_hash WHERE id = 1`, "beyond the tree's end"},
	{"a picture's bytes are changed", `INSERT INTO picture (hash, type, width, height, data, at) SELECT 'ab', 'image/png', 1, 1, leaf, 0 FROM ledger_entry WHERE seq = 1`, "picture ab has been changed"},
	{"the ledger's public key is another's", `UPDATE ledger_key SET verifier = 'o+00000000+AAAA'`, "not the one that belongs"},
	{"the ledger is called something else", `UPDATE ledger_key SET origin = 'other'`, "not the one that belongs"},
	{"the size is changed", `UPDATE ledger_head SET size = 3`, "entries"},
	{"the checkpoint is changed", `UPDATE ledger_head SET note = REPLACE(note, '4', '3')`, "checkpoint"},
}

func TestVerifyFindsEveryTampering(t *testing.T) {
	for name, e := range engines {
		t.Run(name, func(t *testing.T) {
			for _, try := range tampering {
				t.Run(try.name, func(t *testing.T) {
					address := e.address(t)
					s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
					writeVersions(t, s, 4)
					if r := verified(t, s, nil); len(r.Problems) > 0 || r.Facts != 4 {
						t.Fatalf("an honest ledger does not verify: %+v", r)
					}
					behindTheBack(t, e.driver, address, try.sql)
					r := verified(t, s, nil)
					if !strings.Contains(fmt.Sprint(r.Problems), try.finds) {
						t.Errorf("found %v, want something with %q", r.Problems, try.finds)
					}
				})
			}
		})
	}
}

// TestAnEarlierCheckpointFindsARewrittenLedger: somebody with the keys too makes the whole ledger anew. Only a checkpoint
// that was published before can tell.
func TestAnEarlierCheckpointFindsARewrittenLedger(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		writeVersions(t, s, 3)
		signed, _, err := s.Checkpoint(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		writeMore(t, s, 4, 6)
		if r := verified(t, s, signed); len(r.Problems) > 0 {
			t.Fatalf("an honest ledger does not continue its own checkpoint: %v", r.Problems)
		}
	})
	keys := storetest.NewKeys()
	first := opened(t, store.Options{URL: filepath.Join(t.TempDir(), "a.db"), Clock: clock.At(storetest.Noon), Keys: keys, Origin: "o"})
	writeVersions(t, first, 3)
	file := filepath.Join(t.TempDir(), "copy.db")
	if err := first.Backup(context.Background(), file, nil); err != nil {
		t.Fatal(err)
	}
	writeMore(t, first, 4, 5)
	signed, _, err := first.Checkpoint(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	rewritten := opened(t, store.Options{URL: file, Clock: clock.At(storetest.Noon), Keys: keys, Origin: "o"})
	if r := verified(t, rewritten, signed); !strings.Contains(fmt.Sprint(r.Problems), "only 3") {
		t.Errorf("a ledger cut short: %v", r.Problems)
	}
	writeMore(t, rewritten, 14, 18)
	if r := verified(t, rewritten, nil); len(r.Problems) > 0 {
		t.Fatalf("the rewritten ledger should look whole by itself: %v", r.Problems)
	}
	if r := verified(t, rewritten, signed); !strings.Contains(fmt.Sprint(r.Problems), "the checkpoint from before was made of") {
		t.Errorf("a rewritten ledger: %v", r.Problems)
	}
}

// TestVerifyTellsOfWhatIsNotThere takes away what a verification reads, and puts things of other kinds in its place.
func TestVerifyTellsOfWhatIsNotThere(t *testing.T) {
	for _, try := range []struct{ sql, finds string }{
		{`DROP TABLE draft_version`, "the table draft_version is gone"},
		{`ALTER TABLE draft_version DROP COLUMN hash`, "draft_version has lost hash"},
		{`DROP TABLE ledger_entry`, "the table ledger_entry is gone"},
		{`DROP TABLE ledger_hash`, "the table ledger_hash is gone"},
		{`DROP TABLE picture`, "the table picture is gone"},
		{`DELETE FROM ledger_head`, "the ledger's end is gone"},
		{`UPDATE ledger_head SET size = 'x'`, "it has 0 entries, it has 4"},
		{`UPDATE ledger_entry SET at = 'x' WHERE seq = 2`, "{2 the entry's columns"},
		{`UPDATE draft_version SET seq = 1.5 WHERE number = 1`, "belongs to no entry: 1.5"},
		{`UPDATE draft_version SET seq = 'x' WHERE number = 1`, "is gone"},
	} {
		address := filepath.Join(t.TempDir(), "desk.db")
		s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
		writeVersions(t, s, 4)
		db, err := sql.Open("sqlite", address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(try.sql); err != nil {
			t.Fatal(err)
		}
		_ = db.Close()
		if r := verified(t, s, nil); !strings.Contains(fmt.Sprint(r.Problems), try.finds) {
			t.Errorf("%s: found %v, want something with %q", try.sql, r.Problems, try.finds)
		}
	}
}

// TestVerifyFindsAListThatIsNotWhatTheFactsMakeIt: nobody is let in again, or put in the register, beside the facts.
func TestVerifyFindsAListThatIsNotWhatTheFactsMakeIt(t *testing.T) {
	for _, statement := range []string{
		`UPDATE person_now SET email = 'other@example.se'`, `UPDATE person_now SET name = 'Another'`, `UPDATE person_now SET left_at = 0`, `DELETE FROM person_now`,
		`INSERT INTO person_now (id, given_name, name, unit, email, language, hired_at, left_at) VALUES ('x', 'X', 'X', '', 'x@example.se', 'sv', 1, 0)`,
		`INSERT INTO post_now (id, account, answer, withdrawn, at) VALUES ('x', 'a', 0, 0, 1)`,
		`INSERT INTO post_picture_now (hash, post) VALUES ('x', 'x')`,
		`INSERT INTO shift_now (id, account, person, number, begins, ends, rotation, cancelled) VALUES ('x', 'a', 'p', 1, 1, 2, '', 0)`,
		`INSERT INTO draft_now (id, account, author, state, changed, due) VALUES ('x', 'a', 'p', 'writing', 1, 0)`,
	} {
		address := filepath.Join(t.TempDir(), "desk.db")
		s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
		a := desk.Act{Kind: "person.hired", Subject: "p1", Who: desk.Who{Kind: desk.WhoPerson, ID: "p", Name: "Amina"}, At: storetest.Noon, Facts: []any{
			people.Hiring{Person: people.Person{ID: "p1", GivenName: "Olle", Name: "Olle Ek", Email: "olle@example.se", Language: "sv", HiredAt: storetest.Noon}, By: "p"},
			people.Leaving{ID: "l1", Person: "p1", By: "p", At: storetest.Noon}}}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: []desk.Act{a}}); err != nil {
			t.Fatal(err)
		}
		if r := verified(t, s, nil); len(r.Problems) > 0 {
			t.Fatalf("an honest list: %v", r.Problems)
		}
		behindTheBack(t, "sqlite", address, statement)
		if r := verified(t, s, nil); !strings.Contains(fmt.Sprint(r.Problems), "is not what the facts make it") {
			t.Errorf("not found: %s", statement)
		}
	}
}

// TestNothingIsNoRecordInGoodOrder: a ledger that was emptied, a checkpoint with nothing in it, a database that is gone.
func TestNothingIsNoRecordInGoodOrder(t *testing.T) {
	address := filepath.Join(t.TempDir(), "desk.db")
	o := store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"}
	s := opened(t, o)
	if r := verified(t, s, nil); !strings.Contains(fmt.Sprint(r.Problems), "the ledger is empty") {
		t.Errorf("an empty ledger: %v", r.Problems)
	}
	writeVersions(t, s, 1)
	if r := verified(t, s, []byte{}); !strings.Contains(fmt.Sprint(r.Problems), "does not verify") {
		t.Errorf("an empty checkpoint: %v", r.Problems)
	}
	o.Existing = true
	opened(t, o)
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{filepath.Join(t.TempDir(), "gone.db"), empty} {
		o.URL = file
		if _, err := store.Open(t.Context(), o); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v, want that there is no desk", file, err)
		}
	}
}

// TestAPictureThatIsNamedMustBeThere: the bytes of a picture stand outside the facts, which say what they must be.
func TestAPictureThatIsNamedMustBeThere(t *testing.T) {
	for _, try := range []struct{ sql, finds string }{
		{`DELETE FROM picture`, "is gone"},
		{`UPDATE picture SET type = 'text/html'`, "has been changed"},
		{`UPDATE picture SET height = 99`, "has been changed"},
		{`UPDATE picture SET data = X'00'`, "has been changed"},
	} {
		address := filepath.Join(t.TempDir(), "desk.db")
		s := opened(t, store.Options{URL: address, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
		if err := s.KeepPicture(t.Context(), aPicture(1), pictureData(1), storetest.Noon); err != nil {
			t.Fatal(err)
		}
		v := draft.Version{ID: "v1", Draft: "d", Number: 1, Content: draft.Content{Text: "t", Pictures: []draft.Picture{aPicture(1)}}, Hash: "h", By: "p", At: storetest.Noon}
		a := desk.Act{Kind: "draft.saved", Subject: "d", Who: desk.Who{Kind: desk.WhoPerson, ID: "p", Name: "Amina"}, At: storetest.Noon, Facts: []any{v}}
		if _, err := s.Commit(t.Context(), desk.Change{Acts: []desk.Act{a}}); err != nil {
			t.Fatal(err)
		}
		if r := verified(t, s, nil); len(r.Problems) > 0 {
			t.Fatalf("an honest picture: %v", r.Problems)
		}
		behindTheBack(t, "sqlite", address, try.sql)
		if r := verified(t, s, nil); !strings.Contains(fmt.Sprint(r.Problems), try.finds) {
			t.Errorf("%s: found %v, want something with %q", try.sql, r.Problems, try.finds)
		}
	}
}

// TestALedgerSignedByAnotherKeyIsFound: somebody writes the whole ledger anew in a desk of her own and brings its rows here,
// its public key too. The private key she cannot bring, for it is sealed with a key that is not in the database.
func TestALedgerSignedByAnotherKeyIsFound(t *testing.T) {
	folder := t.TempDir()
	ours, theirs := filepath.Join(folder, "ours.db"), filepath.Join(folder, "theirs.db")
	s := opened(t, store.Options{URL: ours, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"})
	writeVersions(t, s, 4)
	writeVersions(t, opened(t, store.Options{URL: theirs, Clock: clock.At(storetest.Noon), Keys: storetest.NewKeys(), Origin: "o"}), 6)
	db, err := sql.Open("sqlite", ours)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, q := range []string{`ATTACH '` + theirs + `' AS b`, `DELETE FROM draft_version`, `DELETE FROM ledger_entry`, `DELETE FROM ledger_hash`,
		`INSERT INTO draft_version SELECT * FROM b.draft_version`, `INSERT INTO ledger_entry SELECT * FROM b.ledger_entry`,
		`INSERT INTO ledger_hash SELECT * FROM b.ledger_hash`,
		`UPDATE ledger_head SET size = 6, note = (SELECT note FROM b.ledger_head)`, `UPDATE ledger_key SET verifier = (SELECT verifier FROM b.ledger_key)`} {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	r := verified(t, s, nil)
	for _, want := range []string{"not the one that belongs to its private key", "own checkpoint does not verify"} {
		if !strings.Contains(fmt.Sprint(r.Problems), want) {
			t.Errorf("found %v, want %q", r.Problems, want)
		}
	}
}

func writeVersions(t *testing.T, s *store.Store, n int) {
	t.Helper()
	writeMore(t, s, 1, n)
}

func writeMore(t *testing.T, s *store.Store, from, to int) {
	t.Helper()
	for i := from; i <= to; i++ {
		v := draft.Version{ID: fmt.Sprint("v", i), Draft: "d", Number: i, Content: draft.Content{Text: fmt.Sprint("text ", i), Language: "sv"}, Hash: "h", By: "p", At: storetest.Noon}
		a := desk.Act{Kind: "draft.saved", Subject: "d", Account: "a", Who: desk.Who{Kind: desk.WhoPerson, ID: "p", Name: "Amina"}, At: storetest.Noon, Facts: []any{v}}
		if _, err := s.Commit(context.Background(), desk.Change{Acts: []desk.Act{a}}); err != nil {
			t.Fatal(err)
		}
	}
}

func verified(t *testing.T, s *store.Store, published []byte) store.Report {
	t.Helper()
	r, err := s.Verify(context.Background(), store.VerifyOptions{Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func behindTheBack(t *testing.T, driver, address, statement string) {
	t.Helper()
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	res, err := db.Exec(statement)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		t.Fatalf("the tampering touched nothing (%v)", err)
	}
}
