-- +goose Up
-- Notices: who has been told what, how they want to be told, and in which browsers. No facts: what happened is on the record.
CREATE TABLE notice (
	id      TEXT PRIMARY KEY,
	event   TEXT NOT NULL,
	person  TEXT NOT NULL,
	kind    TEXT NOT NULL,
	who     TEXT NOT NULL,
	account TEXT NOT NULL,
	detail  TEXT NOT NULL,
	path    TEXT NOT NULL,
	desk    BIGINT NOT NULL,
	alarm   BIGINT NOT NULL,
	mail    BIGINT NOT NULL, -- 1 while it is to be sent
	push    BIGINT NOT NULL, -- 1 while it is to be sent
	at      BIGINT NOT NULL,
	read_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX notice_once ON notice (event, person);
CREATE INDEX notice_person ON notice (person, at, id);
CREATE INDEX notice_unread ON notice (person) WHERE read_at = 0 AND desk = 1;
CREATE INDEX notice_mail ON notice (person) WHERE mail = 1;
CREATE INDEX notice_push ON notice (person) WHERE push = 1;
CREATE INDEX notice_at ON notice (at);

-- How far the record has been read: one row.
CREATE TABLE notice_mark (
	id   BIGINT PRIMARY KEY,
	upto BIGINT NOT NULL
);
INSERT INTO notice_mark (id, upto) VALUES (1, 0);

CREATE TABLE notice_choice (
	person TEXT PRIMARY KEY,
	choice TEXT NOT NULL
);

CREATE TABLE notice_browser (
	id       TEXT PRIMARY KEY,
	person   TEXT NOT NULL,
	name     TEXT NOT NULL,
	endpoint TEXT NOT NULL,
	public   TEXT NOT NULL,
	auth     BYTEA NOT NULL, -- sealed
	at       BIGINT NOT NULL
);
CREATE INDEX notice_browser_person ON notice_browser (person, at);

-- The keys that browsers know us by: one row, the private one sealed.
CREATE TABLE notice_key (
	id     BIGINT PRIMARY KEY,
	public TEXT NOT NULL,
	sealed BYTEA NOT NULL
);
