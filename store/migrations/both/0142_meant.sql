-- +goose Up
-- What a writer said with a text when she would hand it in and had to read the frames first, until she has: nothing has
-- happened yet, so it is no fact.
CREATE TABLE draft_meant (
	draft  TEXT NOT NULL,
	person TEXT NOT NULL,
	reason TEXT NOT NULL,
	wall   TEXT NOT NULL,
	at     BIGINT NOT NULL,
	PRIMARY KEY (draft, person)
);
