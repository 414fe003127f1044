-- +goose Up
-- The room signin: how somebody shows the desk who she is.
CREATE TABLE signin_demand (
	id    TEXT PRIMARY KEY,
	seq   BIGINT NOT NULL,
	roles TEXT NOT NULL,
	who   TEXT NOT NULL,
	at    BIGINT NOT NULL
);
CREATE INDEX signin_demand_seq ON signin_demand (seq);

CREATE TABLE signin_passkey (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	person     TEXT NOT NULL,
	name       TEXT NOT NULL,
	credential TEXT NOT NULL,
	handle     TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX signin_passkey_handle ON signin_passkey (handle);
CREATE INDEX signin_passkey_person ON signin_passkey (person, seq);

CREATE TABLE signin_discarding (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	passkey TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX signin_discarding_passkey ON signin_discarding (passkey);

CREATE TABLE signin_enrolment (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	sealed BYTEA NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX signin_enrolment_person ON signin_enrolment (person, seq);

CREATE TABLE signin_unenrolment (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	enrolment TEXT NOT NULL,
	who       TEXT NOT NULL,
	at        BIGINT NOT NULL
);
CREATE INDEX signin_unenrolment_enrolment ON signin_unenrolment (enrolment);

CREATE TABLE signin_reserve (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	batch  TEXT NOT NULL,
	hash   TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX signin_reserve_person ON signin_reserve (person, seq);

CREATE TABLE signin_spending (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	reserve TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX signin_spending_reserve ON signin_spending (reserve);

CREATE TABLE signin_link (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	person  TEXT NOT NULL,
	issuer  TEXT NOT NULL,
	subject TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX signin_link_subject ON signin_link (issuer, subject, seq);

CREATE TABLE signin_breakglass (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX signin_breakglass_person ON signin_breakglass (person);

CREATE TABLE signin_alarm (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX signin_alarm_person ON signin_alarm (person, seq);

CREATE TABLE signin_review (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	who    TEXT NOT NULL,
	words  TEXT NOT NULL,
	at     BIGINT NOT NULL
);
CREATE INDEX signin_review_person ON signin_review (person, seq);

-- Between a question to a browser and its answer: not facts. Rows come and go.
CREATE TABLE signin_ticket (
	id      TEXT PRIMARY KEY,
	kind    TEXT NOT NULL,
	person  TEXT NOT NULL,
	body    BYTEA NOT NULL,
	expires BIGINT NOT NULL
);

-- How often a passkey says it has been used, and when it last was: not a fact either.
CREATE TABLE signin_passkey_use (
	passkey TEXT PRIMARY KEY,
	count   BIGINT NOT NULL,
	used    BIGINT NOT NULL
);

ALTER TABLE session ADD COLUMN provider TEXT NOT NULL DEFAULT '';
CREATE INDEX session_provider ON session (provider);
