-- +goose Up
-- The bytes of pictures, once each. Whoever uses one says so by its hash, and the hash is in the ledger.
CREATE TABLE picture (
	hash   TEXT PRIMARY KEY,
	type   TEXT NOT NULL,
	width  BIGINT NOT NULL,
	height BIGINT NOT NULL,
	data   BYTEA NOT NULL,
	at     BIGINT NOT NULL
);
