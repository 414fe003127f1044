-- +goose Up
-- How an account signs, beside account_chartering with the same number. A charter from before has first name and unit.
CREATE TABLE account_signed (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	account   TEXT NOT NULL,
	number    BIGINT NOT NULL,
	signature TEXT NOT NULL
);
CREATE UNIQUE INDEX account_signed_number ON account_signed (account, number);
