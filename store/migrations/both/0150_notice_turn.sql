-- +goose Up
-- How many times notices have been told or read: what open pages look at to know that a bell has changed.
ALTER TABLE notice_mark ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
