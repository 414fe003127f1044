-- +goose Up
-- The room account: the register of the authority's accounts.
CREATE TABLE account_opening (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	handle TEXT NOT NULL,
	kind   TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX account_opening_handle ON account_opening (handle);

CREATE TABLE account_chartering (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	account   TEXT NOT NULL,
	number    BIGINT NOT NULL,
	name      TEXT NOT NULL,
	place     TEXT NOT NULL,
	purpose   TEXT NOT NULL,
	purposes  TEXT NOT NULL,
	audience  TEXT NOT NULL,
	rules     TEXT NOT NULL,
	retention TEXT NOT NULL,
	contact   TEXT NOT NULL,
	language  TEXT NOT NULL,
	profile   TEXT NOT NULL,
	hours     TEXT NOT NULL,
	promise   TEXT NOT NULL,
	zone      TEXT NOT NULL,
	own       TEXT NOT NULL,
	who       TEXT NOT NULL,
	at        BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_chartering_number ON account_chartering (account, number);

CREATE TABLE account_closure (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	who     TEXT NOT NULL,
	reason  TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_closure_account ON account_closure (account);
