-- +goose Up
-- The room publish: what the authority has said. A draft is published once: the unique indexes hold even where a rule failed.
CREATE TABLE publication (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	account      TEXT NOT NULL,
	draft        TEXT NOT NULL,
	version      BIGINT NOT NULL,
	hash         TEXT NOT NULL,
	content      TEXT NOT NULL,
	curator      TEXT NOT NULL,
	in_reply_to  TEXT NOT NULL,
	conversation TEXT NOT NULL,
	direct       TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE UNIQUE INDEX publication_draft ON publication (draft);
CREATE INDEX publication_conversation ON publication (conversation, seq);

CREATE TABLE publish_schedule (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	draft      TEXT NOT NULL,
	account    TEXT NOT NULL,
	submission TEXT NOT NULL,
	version    BIGINT NOT NULL,
	hash       TEXT NOT NULL,
	wall       TEXT NOT NULL,
	who        TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE INDEX publish_schedule_submission ON publish_schedule (submission, seq);
CREATE INDEX publish_schedule_draft ON publish_schedule (draft, seq);

CREATE TABLE publish_hold (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	draft      TEXT NOT NULL,
	submission TEXT NOT NULL,
	why        TEXT NOT NULL,
	words      TEXT NOT NULL,
	who        TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE INDEX publish_hold_submission ON publish_hold (submission, seq);

CREATE TABLE correction (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	post       TEXT NOT NULL,
	account    TEXT NOT NULL,
	draft      TEXT NOT NULL,
	version    BIGINT NOT NULL,
	hash       TEXT NOT NULL,
	said_wrong TEXT NOT NULL,
	said_right TEXT NOT NULL,
	said_why   TEXT NOT NULL,
	said_now   TEXT NOT NULL,
	new_text   TEXT NOT NULL,
	curator    TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX correction_draft ON correction (draft);
CREATE INDEX correction_post ON correction (post, seq);
CREATE INDEX correction_at ON correction (at, id);

CREATE TABLE withdrawal (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	post     TEXT NOT NULL,
	account  TEXT NOT NULL,
	ground   TEXT NOT NULL,
	reason   TEXT NOT NULL,
	told     TEXT NOT NULL,
	was      BYTEA NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX withdrawal_post ON withdrawal (post);

-- What stands on the square, for lists: made from the facts above. Answers to one reader only are not here.
CREATE TABLE post_now (
	id        TEXT PRIMARY KEY,
	account   TEXT NOT NULL,
	answer    BIGINT NOT NULL,
	withdrawn BIGINT NOT NULL,
	at        BIGINT NOT NULL
);
CREATE INDEX post_now_account ON post_now (account, answer, at, id);
CREATE INDEX post_now_account_all ON post_now (account, at, id);
CREATE INDEX post_now_answer ON post_now (answer, at, id);
CREATE INDEX post_now_at ON post_now (at, id);

CREATE TABLE post_topic_now (
	topic     TEXT NOT NULL,
	post      TEXT NOT NULL,
	account   TEXT NOT NULL,
	title     TEXT NOT NULL,
	answer    BIGINT NOT NULL,
	withdrawn BIGINT NOT NULL,
	at        BIGINT NOT NULL,
	PRIMARY KEY (topic, post)
);
CREATE INDEX post_topic_now_account ON post_topic_now (account, topic);
CREATE INDEX post_topic_now_post ON post_topic_now (post);
CREATE INDEX post_topic_now_at ON post_topic_now (topic, at, post);

CREATE TABLE post_picture_now (
	hash TEXT NOT NULL,
	post TEXT NOT NULL,
	PRIMARY KEY (hash, post)
);
CREATE INDEX post_picture_now_post ON post_picture_now (post);
