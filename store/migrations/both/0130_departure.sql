-- +goose Up
-- The room inbox: who on another server has taken away her whole account, and with it what she has said.
CREATE TABLE inbox_departure (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	actor    TEXT NOT NULL,
	envelope TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX inbox_departure_actor ON inbox_departure (actor);
CREATE INDEX turn_now_who ON turn_now (who) WHERE ours = 0;
