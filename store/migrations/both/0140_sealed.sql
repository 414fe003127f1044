-- +goose Up
-- Who has opened the sealed copy of a withdrawal, and why.
CREATE TABLE sealed_opening (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	withdrawal TEXT NOT NULL,
	post       TEXT NOT NULL,
	account    TEXT NOT NULL,
	reason     TEXT NOT NULL,
	who        TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE INDEX sealed_opening_post ON sealed_opening (post, seq);
