-- +goose Up
-- The room draft: every save of every text, and what was handed in.
CREATE TABLE draft (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	account      TEXT NOT NULL,
	author       TEXT NOT NULL,
	kind         TEXT NOT NULL,
	conversation TEXT NOT NULL,
	in_reply_to  TEXT NOT NULL,
	direct       TEXT NOT NULL,
	post         TEXT NOT NULL,
	at           BIGINT NOT NULL
);

CREATE INDEX draft_conversation ON draft (conversation) WHERE conversation <> '';

CREATE TABLE draft_version (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	draft   TEXT NOT NULL,
	number  BIGINT NOT NULL,
	base    BIGINT NOT NULL,
	aside   BIGINT NOT NULL,
	content TEXT NOT NULL,
	hash    TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX draft_version_number ON draft_version (draft, number);

CREATE TABLE draft_response (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	draft  TEXT NOT NULL,
	rule   TEXT NOT NULL,
	words  TEXT NOT NULL,
	kind   TEXT NOT NULL,
	reason TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX draft_response_draft ON draft_response (draft, seq);

CREATE TABLE draft_submission (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	draft     TEXT NOT NULL,
	version   BIGINT NOT NULL,
	hash      TEXT NOT NULL,
	who       TEXT NOT NULL,
	at        BIGINT NOT NULL,
	step      TEXT NOT NULL,
	routine   BIGINT NOT NULL,
	findings  TEXT NOT NULL,
	responses TEXT NOT NULL,
	reason    TEXT NOT NULL,
	wall      TEXT NOT NULL,
	heard     BIGINT NOT NULL
);
CREATE INDEX draft_submission_draft ON draft_submission (draft, seq);
CREATE UNIQUE INDEX draft_submission_seq ON draft_submission (seq);

CREATE TABLE draft_discard (
	id    TEXT PRIMARY KEY,
	seq   BIGINT NOT NULL,
	draft TEXT NOT NULL,
	who   TEXT NOT NULL,
	at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX draft_discard_draft ON draft_discard (draft);

-- Where each draft stands, for lists. Made from the facts above and those of review and publish.
CREATE TABLE draft_now (
	id      TEXT PRIMARY KEY,
	account TEXT NOT NULL,
	author  TEXT NOT NULL,
	state   TEXT NOT NULL,
	changed BIGINT NOT NULL,
	due     BIGINT NOT NULL
);
CREATE INDEX draft_now_author ON draft_now (author, changed, id);
CREATE INDEX draft_now_account ON draft_now (account, changed, id);
CREATE INDEX draft_now_state ON draft_now (state, changed, id);
CREATE INDEX draft_now_account_state ON draft_now (account, state, changed, id);
CREATE INDEX draft_now_due ON draft_now (due);
