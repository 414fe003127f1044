-- +goose Up
-- What somebody calls a passkey from now on; the newest counts.
CREATE TABLE signin_renaming (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	passkey TEXT NOT NULL,
	name    TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX signin_renaming_passkey ON signin_renaming (passkey, seq);
