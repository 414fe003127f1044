-- +goose Up
-- The room lesson. A learning note names no person and no post.
CREATE TABLE lesson_note (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	account  TEXT NOT NULL,
	sort     TEXT NOT NULL,
	way      TEXT NOT NULL,
	happened TEXT NOT NULL,
	next     TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX lesson_note_account ON lesson_note (account);

CREATE TABLE lesson_left (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	post    TEXT NOT NULL,
	account TEXT NOT NULL,
	why     TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX lesson_left_post ON lesson_left (post);
