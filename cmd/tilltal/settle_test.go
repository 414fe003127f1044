package main

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net"
	"testing"
	"time"

	"tilltal/channel/square"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// generous is how long anything may take before a test gives up on it. It is a limit for what never comes, and no measure: a
// machine that is ten times slower than an ordinary one, with other tests to run, must come well within it.
const generous = 10 * time.Minute

// settle waits until the workers have done all that there is to do for citizens: sorted what came, published what is due, and
// told every follower. It looks in the queue itself, beside the program: a job that is held, or has failed and waits to be
// tried again, is nothing that an answer from /health tells of, and is not done.
func (c *crash) settle() {
	c.t.Helper()
	driver, address := "pgx", c.p.database
	if address == "" {
		driver, address = "sqlite", "file:"+c.p.data+"/tilltal.db?_pragma=busy_timeout(60000)&_pragma=query_only(1)"
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		c.t.Fatal(err)
	}
	defer db.Close()
	var left map[string]int
	for deadline := time.Now().Add(generous); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if left = c.unfinished(db); len(left) == 0 {
			return
		}
	}
	c.t.Fatalf("jobs are left: %v; %s", left, c.p.errors)
}

// unfinished counts the jobs of each kind that are due, under way, or have been tried. What is only to come, such as a post at
// a set time, is not among them.
func (c *crash) unfinished(db *sql.DB) map[string]int {
	c.t.Helper()
	rows, err := db.Query(`SELECT kind, COUNT(*) FROM job WHERE kind IN ($1, $2, $3, $4, $5, $6) AND dead_at = 0
		AND (run_at <= $7 OR lease <> '' OR attempts > 0) GROUP BY kind`,
		inbox.JobSort, publish.JobPublish, publish.JobFanout, account.JobShown, people.JobLeft, square.JobDeliver, time.Now().UnixMicro())
	if err != nil {
		c.t.Fatal(err)
	}
	defer rows.Close()
	left := map[string]int{}
	for rows.Next() {
		var kind string
		var n int
		if err := rows.Scan(&kind, &n); err != nil {
			c.t.Fatal(err)
		}
		left[kind] = n
	}
	if err := rows.Err(); err != nil {
		c.t.Fatal(err)
	}
	return left
}

// freeAddress is an address on this machine where nobody listens. Its port is below those that a system gives away by itself:
// a program that is killed and started again finds it free, however many ports other tests ask for meanwhile.
func freeAddress(t testing.TB) string {
	t.Helper()
	for range 1000 {
		address := fmt.Sprint("127.0.0.1:", 10_000+rand.IntN(10_000))
		if l, err := net.Listen("tcp", address); err == nil {
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			return address
		}
	}
	t.Fatal("no port is free")
	return ""
}
