# Tilltal. `make run` needs only Go; `make test` fetches what else it needs.
#
#   run       start the desk with an example authority on 127.0.0.1:8080
#   build     bin/tilltal
#   test      everything: set-up, checks, Go on both databases, real peers and a real browser
#   test-go   the Go tests on SQLite and PostgreSQL, and the race detector where it counts
#   test-e2e  real peers and a real browser against the built program
#   bench     measure what is promised, with full fsync, on both databases: a table in .bench/table.md
#   bench-checks  what the checks find and miss, rule by rule: docs/checks-results.md
#   look      a picture of each page in e2e/out
#   generate  the pages' Go code from their templ files
#   setup     Chromium, PostgreSQL, Node and its packages

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:

# Go and npm keep things in the home of whoever runs them. Where there is none that can be written they keep them here.
ifneq ($(shell test -w "$${HOME-}" && echo yes),yes)
export HOME := $(CURDIR)/.home
$(shell mkdir -p "$(CURDIR)/.home")
endif

.PHONY: run build test test-go test-e2e check bench bench-checks look generate setup

# Packages with goroutines of their own and no database: fast under the race detector.
race := ./base/... ./check/...

run: build
	bin/tilltal demo

build:
	go build -trimpath -o bin/tilltal ./cmd/tilltal

test: setup check test-go test-e2e

check:
	scripts/check

test-go:
	scripts/postgres run --fast go test -timeout 30m ./...
	go test -race -timeout 30m $(race)

# One file at a time, with the program that was just built. The limit is for what hangs, not for what is slow: whoever waits in a
# test gives up by herself. The last thing printed is Node's own summary.
test-e2e: build
	cd e2e && TILLTAL_BIN="$(CURDIR)/bin/tilltal" ../scripts/node --test --test-reporter=spec --test-concurrency=1 --test-timeout=2700000 '*.test.mjs'

bench:
	scripts/bench

bench-checks:
	scripts/bench-checks

look: setup build
	scripts/node e2e/look.mjs e2e/out

generate:
	scripts/generate

setup:
	scripts/setup
