-- +goose Up
-- Which installations a person has said are the real ones.
CREATE TABLE instance (
	id         TEXT PRIMARY KEY,
	claimed_at BIGINT NOT NULL,
	claimed_by TEXT NOT NULL
);

-- Sealed secrets that all nodes share.
CREATE TABLE secret (
	name   TEXT PRIMARY KEY,
	sealed BYTEA NOT NULL
);
