package storetest

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"
)

// Words are what the conversations of a crowd are about: each has "när", two of these and a number of its own.
var Words = strings.Fields(`park bad skola väg lampa snö buss bibliotek torg lekplats avfall vatten el hund cykel bro skog gata träd hamn
	förskola äldreboende matsedel bygglov parkering trafik sopor skolskjuts simhall ishall gym museum konsert marknad kö tid avgift faktura`)

// Crowd fills the tables that lists and the search are read from with n conversations at some accounts, one a minute until
// Noon, a quarter of them open: far worse than any authority lets it become. Owners are called person0, person1 and so on.
// It is for measuring how reading grows. The rows are put straight where they are read, with entries numbered below zero,
// so that the ledger itself stays as it was.
func Crowd(t testing.TB, address string, accounts []string, n int) {
	t.Helper()
	driver, words := "sqlite", `INSERT INTO search_word (rowid, words) SELECT i * 256 + 255, said`
	if strings.HasPrefix(address, "postgres://") {
		driver, words = "pgx", `INSERT INTO search_word (id, words) SELECT i * 256 + 255, array_to_tsvector(string_to_array(said, ' '))`
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	must := func(query string) {
		if _, err := db.Exec(query); err != nil {
			t.Fatalf("%.60s: %v", query, err)
		}
	}
	must(`CREATE TEMPORARY TABLE crowd_word (i BIGINT PRIMARY KEY, word TEXT)`)
	must(`INSERT INTO crowd_word VALUES ` + numbered(Words))
	must(`CREATE TEMPORARY TABLE crowd_account (i BIGINT PRIMARY KEY, account TEXT)`)
	must(`INSERT INTO crowd_account VALUES ` + numbered(accounts))
	must(`INSERT INTO inbox_account_now SELECT account FROM crowd_account WHERE 1 = 1 ON CONFLICT DO NOTHING`)
	const stretch = 50_000
	for from := 1; from <= n; from += stretch {
		must(`CREATE TEMPORARY TABLE crowd AS ` + crowdRows(from, min(from+stretch-1, n), n, len(accounts)))
		must(crowdTalks)
		must(crowdEntries)
		must(`INSERT INTO search_now (id, kind, thing, account, text, at) SELECT i * 256 + 255, 'conversation', id, account, said, at FROM crowd`)
		must(words + ` FROM (SELECT i, said || ' §a' || account || ' §kconversation' AS said FROM crowd) AS c ORDER BY i`)
		must(`DROP TABLE crowd`)
	}
	if driver == "pgx" { // as its own housekeeping would; nobody does so for SQLite
		must(`ANALYZE`)
	}
}

func numbered(words []string) string {
	rows := make([]string, len(words))
	for i, w := range words {
		rows[i] = fmt.Sprintf(`(%d, '%s')`, i, w)
	}
	return strings.Join(rows, ", ")
}

// crowdRows are the conversations numbered from up to and with to, of all that there will be.
func crowdRows(from, to, of, accounts int) string {
	w := len(Words)
	return fmt.Sprintf(`WITH RECURSIVE number(i) AS (SELECT CAST(%d AS BIGINT) UNION ALL SELECT i + 1 FROM number WHERE i < %d)
		SELECT n.i, '01crowd' || (1000000000000000000 + n.i) AS id, a.account, 'när ' || v.word || CASE WHEN x.word = v.word THEN '' ELSE ' ' || x.word END || ' nummer' || n.i AS said,
			%d + (n.i - %d) * 60000000 AS at, CASE WHEN n.i %% 4 = 0 THEN 0 ELSE 1 END AS state,
			CASE WHEN n.i %% 3 = 0 THEN 'person' || (n.i %% 21) ELSE '' END AS owner
		FROM number n JOIN crowd_account a ON a.i = n.i %% %d JOIN crowd_word v ON v.i = n.i %% %d JOIN crowd_word x ON x.i = (n.i / 7) %% %d`,
		from, to, Noon.UnixMicro(), of, accounts, w, w)
}

const crowdTalks = `INSERT INTO conversation_now (id, account, kind, kind_who, channel, post, with_uri, with_name, first, root, orphan, needs, opened, due, owner,
		answered, state, closure, joined, last_at, turns)
	SELECT id, account, 'question', '', 'fediverse', '', 'https://a.example/u', 'Anna', said, '', '', 1, at, at + 86400000000, owner, 0, state, '', '', at, 1 FROM crowd`

const crowdEntries = `INSERT INTO ledger_entry (seq, at, kind, subject, account, who, leaf) SELECT -i, at, 'crowd', id, account, '', '' FROM crowd`
