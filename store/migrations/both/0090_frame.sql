-- +goose Up
-- What a charter says to those who write, beside account_chartering with the same number; and the room frame.
CREATE TABLE account_framing (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	account   TEXT NOT NULL,
	number    BIGINT NOT NULL,
	talk      TEXT NOT NULL,
	avoid     TEXT NOT NULL,
	examples  TEXT NOT NULL,
	substance BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_framing_number ON account_framing (account, number);

CREATE TABLE frame_common (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	number    BIGINT NOT NULL,
	purpose   TEXT NOT NULL,
	talk      TEXT NOT NULL,
	avoid     TEXT NOT NULL,
	examples  TEXT NOT NULL,
	substance BIGINT NOT NULL,
	who       TEXT NOT NULL,
	at        BIGINT NOT NULL
);
CREATE UNIQUE INDEX frame_common_number ON frame_common (number);

CREATE TABLE frame_acknowledgement (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	person  TEXT NOT NULL,
	account TEXT NOT NULL,
	charter BIGINT NOT NULL,
	common  BIGINT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX frame_acknowledgement_person ON frame_acknowledgement (person, account);
CREATE INDEX frame_acknowledgement_account ON frame_acknowledgement (account);

CREATE TABLE frame_exercise (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	title   TEXT NOT NULL,
	event   TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX frame_exercise_account ON frame_exercise (account);

CREATE TABLE frame_exercise_end (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	exercise TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX frame_exercise_end_exercise ON frame_exercise_end (exercise);

CREATE TABLE frame_practice (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	person   TEXT NOT NULL,
	account  TEXT NOT NULL,
	exercise TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX frame_practice_person ON frame_practice (person, account);

CREATE TABLE frame_backing (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	account  TEXT NOT NULL,
	words    TEXT NOT NULL,
	name     TEXT NOT NULL,
	title    TEXT NOT NULL,
	signed   TEXT NOT NULL,
	review   TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX frame_backing_account ON frame_backing (account);
