-- +goose Up
CREATE TABLE search_word (
	id    BIGINT PRIMARY KEY,
	words TSVECTOR NOT NULL
);
CREATE INDEX search_word_words ON search_word USING GIN (words) WITH (fastupdate = on);
