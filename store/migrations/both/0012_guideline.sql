-- +goose Up
-- The room guideline: the routine of each account. Steps stand by their names.
CREATE TABLE guideline_adoption (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	number  BIGINT NOT NULL,
	post    TEXT NOT NULL,
	answer  TEXT NOT NULL,
	rules   TEXT NOT NULL,
	late    BIGINT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX guideline_adoption_number ON guideline_adoption (account, number);
