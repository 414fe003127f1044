-- +goose Up
-- One row that is written again and again, to find out whether the database takes a letter of ordinary size: see Store.Ping.
CREATE TABLE scratch (
	id   BIGINT PRIMARY KEY,
	body BYTEA NOT NULL
);
