-- +goose Up
-- The register's accounts on other networks, which the desk does not run, and the yearly review of every account.
CREATE TABLE account_listing (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	listing TEXT NOT NULL,
	number  BIGINT NOT NULL,
	network TEXT NOT NULL,
	address TEXT NOT NULL,
	name    TEXT NOT NULL,
	unit    TEXT NOT NULL,
	purpose TEXT NOT NULL,
	rules   TEXT NOT NULL,
	account TEXT NOT NULL,
	opened  TEXT NOT NULL,
	closed  TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_listing_number ON account_listing (listing, number);

CREATE TABLE account_review (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	subject TEXT NOT NULL,
	answers TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX account_review_subject ON account_review (subject);
