-- +goose Up
-- What the doors must remember for a while: answers to calls that may be sent again, and human checks that have been used.
CREATE TABLE api_answer (
	key     TEXT PRIMARY KEY,
	request TEXT NOT NULL,
	status  BIGINT NOT NULL,
	type    TEXT NOT NULL,
	body    BYTEA NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX api_answer_at ON api_answer (at);

CREATE TABLE human_spent (
	token TEXT PRIMARY KEY,
	until BIGINT NOT NULL
);
CREATE INDEX human_spent_until ON human_spent (until);
