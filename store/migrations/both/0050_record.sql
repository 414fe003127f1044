-- +goose Up
-- What the open page counts, by when it was done.
CREATE INDEX publication_answered ON publication (at) WHERE conversation <> '';
CREATE INDEX withdrawal_at ON withdrawal (at);
CREATE INDEX inbox_classification_dropped ON inbox_classification (at) WHERE needs = 0;
