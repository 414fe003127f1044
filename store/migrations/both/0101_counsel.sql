-- +goose Up
-- The room counsel: comments and suggestions on drafts, and questions to those who know.
CREATE TABLE counsel_remark (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	draft    TEXT NOT NULL,
	account  TEXT NOT NULL,
	version  BIGINT NOT NULL,
	place    TEXT NOT NULL,
	text     TEXT NOT NULL,
	suggests BIGINT NOT NULL,
	instead  TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX counsel_remark_draft ON counsel_remark (draft, seq);

CREATE TABLE counsel_settling (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	remark  TEXT NOT NULL,
	draft   TEXT NOT NULL,
	who     TEXT NOT NULL,
	version BIGINT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX counsel_settling_remark ON counsel_settling (remark);

CREATE TABLE counsel_inquiry (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	draft        TEXT NOT NULL,
	conversation TEXT NOT NULL,
	account      TEXT NOT NULL,
	given_to     TEXT NOT NULL,
	who          TEXT NOT NULL,
	text         TEXT NOT NULL,
	quote        TEXT NOT NULL,
	due          BIGINT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX counsel_inquiry_to ON counsel_inquiry (given_to, due);
CREATE INDEX counsel_inquiry_who ON counsel_inquiry (who, due);
CREATE INDEX counsel_inquiry_draft ON counsel_inquiry (draft) WHERE draft <> '';
CREATE INDEX counsel_inquiry_conversation ON counsel_inquiry (conversation) WHERE conversation <> '';

CREATE TABLE counsel_answer (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	inquiry TEXT NOT NULL,
	who     TEXT NOT NULL,
	text    TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX counsel_answer_inquiry ON counsel_answer (inquiry);

CREATE TABLE counsel_recall (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	inquiry TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX counsel_recall_inquiry ON counsel_recall (inquiry);

CREATE TABLE counsel_reminder (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	inquiry TEXT NOT NULL,
	late    BIGINT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX counsel_reminder_inquiry ON counsel_reminder (inquiry);
