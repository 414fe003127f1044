-- +goose Up
-- Stems are made by us and stand with blanks between: the tokenizer only cuts. Words are found by how they begin, so the
-- beginnings of three to ten letters have an index of their own.
CREATE VIRTUAL TABLE search_word USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '3 4 5 6 7 8 9 10');
