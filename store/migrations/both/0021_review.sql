-- +goose Up
-- The room review: who approved which version, and what was handed back.
CREATE TABLE review_approval (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	draft      TEXT NOT NULL,
	submission TEXT NOT NULL,
	version    BIGINT NOT NULL,
	hash       TEXT NOT NULL,
	who        TEXT NOT NULL,
	words      TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX review_approval_submission ON review_approval (submission);

CREATE TABLE review_return (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	draft      TEXT NOT NULL,
	submission TEXT NOT NULL,
	who        TEXT NOT NULL,
	words      TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX review_return_submission ON review_return (submission);
