-- +goose Up
-- An extra election or a referendum that concerns an account, beside account_chartering with the same number. A charter that names
-- none has no row.
CREATE TABLE account_balloted (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	number  BIGINT NOT NULL,
	name    TEXT NOT NULL,
	first   TEXT NOT NULL,
	last    TEXT NOT NULL
);
CREATE UNIQUE INDEX account_balloted_number ON account_balloted (account, number);
