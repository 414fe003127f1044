-- +goose Up
-- Answers to findings: rules that are silent at an account, how the findings were answered, and what sorting marked.
CREATE TABLE rule_silence (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	rule    TEXT NOT NULL,
	reason  TEXT NOT NULL,
	until   BIGINT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX rule_silence_account ON rule_silence (account, seq);

CREATE TABLE rule_voice (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	silence TEXT NOT NULL,
	account TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX rule_voice_silence ON rule_voice (silence);

-- Each finding that a writer has met, with her newest answer to it. Made from draft_submission and draft_response. The words
-- pointed at are kept as a hash only.
CREATE TABLE finding_now (
	draft   TEXT NOT NULL,
	rule    TEXT NOT NULL,
	words   TEXT NOT NULL,
	account TEXT NOT NULL,
	answer  TEXT NOT NULL,
	at      BIGINT NOT NULL,
	PRIMARY KEY (draft, rule, words)
);
CREATE INDEX finding_now_account ON finding_now (account, rule, answer);
CREATE INDEX draft_response_rule ON draft_response (rule, kind, seq);

-- What a colleague has said of a mark: that it does not fit, or that one is missing.
CREATE TABLE inbox_remark (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	turn         TEXT NOT NULL,
	conversation TEXT NOT NULL,
	mark         TEXT NOT NULL,
	stands       BIGINT NOT NULL,
	why          TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_remark_conversation ON inbox_remark (conversation, seq);

-- The fact that so much was marked alike in a day that the marking was stopped until the next.
CREATE TABLE inbox_breaker (
	id    TEXT PRIMARY KEY,
	seq   BIGINT NOT NULL,
	mark  TEXT NOT NULL,
	day   TEXT NOT NULL,
	count BIGINT NOT NULL,
	at    BIGINT NOT NULL
);
CREATE INDEX inbox_breaker_day ON inbox_breaker (day);

-- The marks that stand on each turn, and since when. Made from inbox_said and inbox_remark.
CREATE TABLE mark_now (
	turn         TEXT NOT NULL,
	conversation TEXT NOT NULL,
	mark         TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL,
	PRIMARY KEY (turn, mark)
);
CREATE INDEX mark_now_conversation ON mark_now (conversation);
CREATE INDEX mark_now_at ON mark_now (at, mark);

-- What was read out of a picture when it was taken in: what its codes say, and how many faces can be seen.
CREATE TABLE picture_seen (
	hash  TEXT PRIMARY KEY,
	codes TEXT NOT NULL,
	faces BIGINT NOT NULL
);
