-- +goose Up
-- The room idea: what colleagues have sent, and what became of it.
CREATE TABLE idea (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	account  TEXT NOT NULL,
	who      TEXT NOT NULL,
	text     TEXT NOT NULL,
	pictures TEXT NOT NULL,
	credit   BIGINT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX idea_who ON idea (who, seq);
CREATE INDEX idea_seq ON idea (seq);

CREATE TABLE idea_asking (
	id   TEXT PRIMARY KEY,
	seq  BIGINT NOT NULL,
	idea TEXT NOT NULL,
	who  TEXT NOT NULL,
	text TEXT NOT NULL,
	at   BIGINT NOT NULL
);
CREATE INDEX idea_asking_idea ON idea_asking (idea, seq);

CREATE TABLE idea_reply (
	id   TEXT PRIMARY KEY,
	seq  BIGINT NOT NULL,
	idea TEXT NOT NULL,
	who  TEXT NOT NULL,
	text TEXT NOT NULL,
	at   BIGINT NOT NULL
);
CREATE INDEX idea_reply_idea ON idea_reply (idea, seq);

CREATE TABLE idea_adoption (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	idea    TEXT NOT NULL,
	draft   TEXT NOT NULL,
	account TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX idea_adoption_idea ON idea_adoption (idea);
CREATE UNIQUE INDEX idea_adoption_draft ON idea_adoption (draft);

CREATE TABLE idea_refusal (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	idea   TEXT NOT NULL,
	who    TEXT NOT NULL,
	reason TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE UNIQUE INDEX idea_refusal_idea ON idea_refusal (idea);
