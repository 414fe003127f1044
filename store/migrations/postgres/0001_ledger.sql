-- +goose Up
-- The ledger: one row for each entry. salt and body are taken away when the entry is disposed of; leaf stays.
CREATE TABLE ledger_entry (
	seq     BIGINT PRIMARY KEY,
	at      BIGINT NOT NULL,
	kind    TEXT NOT NULL,
	subject TEXT NOT NULL,
	account TEXT NOT NULL,
	who     TEXT NOT NULL,
	leaf    BYTEA NOT NULL,
	salt    BYTEA,
	body    BYTEA
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject, seq);
CREATE INDEX ledger_entry_account ON ledger_entry (account, seq);
CREATE INDEX ledger_entry_kind ON ledger_entry (kind, seq);
CREATE INDEX ledger_entry_who ON ledger_entry (who, seq);

-- The tree's hashes, by the dense numbering of RFC 6962 trees.
CREATE TABLE ledger_hash (
	id   BIGINT PRIMARY KEY,
	hash BYTEA NOT NULL
);

CREATE TABLE ledger_head (
	id      BIGINT PRIMARY KEY CHECK (id = 1),
	size    BIGINT NOT NULL,
	note    TEXT NOT NULL,
	touched BIGINT NOT NULL
);
INSERT INTO ledger_head (id, size, note, touched) VALUES (1, 0, '', 0);

CREATE TABLE ledger_key (
	id       BIGINT PRIMARY KEY CHECK (id = 1),
	origin   TEXT NOT NULL,
	verifier TEXT NOT NULL,
	sealed   BYTEA NOT NULL
);

-- The queue. lease is the fencing token of who has the job; again says that it was asked for anew while being done.
CREATE TABLE job (
	id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind        TEXT NOT NULL,
	key         TEXT NOT NULL,
	payload     BYTEA NOT NULL,
	run_at      BIGINT NOT NULL,
	attempts    BIGINT NOT NULL DEFAULT 0,
	lease       TEXT NOT NULL DEFAULT '',
	lease_until BIGINT NOT NULL DEFAULT 0,
	again       BIGINT NOT NULL DEFAULT 0,
	last_error  TEXT NOT NULL DEFAULT '',
	dead_at     BIGINT NOT NULL DEFAULT 0,
	queued_at   BIGINT NOT NULL
);
CREATE UNIQUE INDEX job_key ON job (key) WHERE key <> '';
CREATE INDEX job_due ON job (kind, dead_at, run_at);
