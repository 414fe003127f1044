-- +goose Up
-- New rows wait unsorted in a list beside the index, which every search reads through: it is kept short.
CREATE TABLE search_word (
	id    BIGINT PRIMARY KEY,
	words TSVECTOR NOT NULL
);
CREATE INDEX search_word_words ON search_word USING GIN (words) WITH (gin_pending_list_limit = 256);
