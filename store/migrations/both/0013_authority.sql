-- +goose Up
-- The room authority: what the desk knows of the authority itself.
CREATE TABLE authority_settings (
	id            TEXT PRIMARY KEY,
	seq           BIGINT NOT NULL,
	number        BIGINT NOT NULL,
	name          TEXT NOT NULL,
	base          TEXT NOT NULL,
	language      TEXT NOT NULL,
	contact       TEXT NOT NULL,
	dpo           TEXT NOT NULL,
	accessibility TEXT NOT NULL,
	who           TEXT NOT NULL,
	at            BIGINT NOT NULL
);
CREATE UNIQUE INDEX authority_settings_number ON authority_settings (number);
