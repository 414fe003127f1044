-- +goose Up
-- What can be searched for: one row for each text, the newest with the highest id. The id is the number of the text's ledger
-- entry times 256, and a running number. The stems of its words stand in search_word, which each database makes its own way.
CREATE TABLE search_now (
	id      BIGINT PRIMARY KEY,
	kind    TEXT NOT NULL,
	thing   TEXT NOT NULL,
	account TEXT NOT NULL,
	text    TEXT NOT NULL,
	at      BIGINT NOT NULL
);
