-- +goose Up
-- The room people: who works at the desk, what they may do and for how long, and how they sign in.
CREATE TABLE person_hiring (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	given_name TEXT NOT NULL,
	name       TEXT NOT NULL,
	unit       TEXT NOT NULL,
	email      TEXT NOT NULL,
	language   TEXT NOT NULL,
	who        TEXT NOT NULL,
	at         BIGINT NOT NULL
);

CREATE TABLE person_describing (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	person     TEXT NOT NULL,
	given_name TEXT NOT NULL,
	name       TEXT NOT NULL,
	unit       TEXT NOT NULL,
	email      TEXT NOT NULL,
	language   TEXT NOT NULL,
	who        TEXT NOT NULL,
	at         BIGINT NOT NULL
);

CREATE TABLE person_leaving (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL
);

-- Made from the three above.
CREATE TABLE person_now (
	id         TEXT PRIMARY KEY,
	given_name TEXT NOT NULL,
	name       TEXT NOT NULL,
	unit       TEXT NOT NULL,
	email      TEXT NOT NULL,
	language   TEXT NOT NULL,
	hired_at   BIGINT NOT NULL,
	left_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX person_now_email ON person_now (email) WHERE left_at = 0;
CREATE INDEX person_now_name ON person_now (name, id);

CREATE TABLE person_granting (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	role   TEXT NOT NULL,
	who    TEXT NOT NULL,
	since  BIGINT NOT NULL,
	until  BIGINT NOT NULL
);
CREATE INDEX person_granting_person ON person_granting (person);
CREATE INDEX person_granting_role ON person_granting (role);

CREATE TABLE person_revoking (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	granting TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX person_revoking_granting ON person_revoking (granting);

CREATE TABLE person_commissioning (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	person  TEXT NOT NULL,
	account TEXT NOT NULL,
	role    TEXT NOT NULL,
	who     TEXT NOT NULL,
	since   BIGINT NOT NULL,
	until   BIGINT NOT NULL
);
CREATE INDEX person_commissioning_person ON person_commissioning (person);
CREATE INDEX person_commissioning_account ON person_commissioning (account, role);

CREATE TABLE person_decommissioning (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	mandate TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX person_decommissioning_mandate ON person_decommissioning (mandate);

CREATE TABLE person_invitation (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	hash   TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL,
	until  BIGINT NOT NULL
);
CREATE UNIQUE INDEX person_invitation_hash ON person_invitation (hash);
CREATE INDEX person_invitation_person ON person_invitation (person, seq);

CREATE TABLE person_credential (
	id         TEXT PRIMARY KEY,
	seq        BIGINT NOT NULL,
	person     TEXT NOT NULL,
	hash       TEXT NOT NULL,
	invitation TEXT NOT NULL,
	at         BIGINT NOT NULL
);
CREATE INDEX person_credential_person ON person_credential (person, seq);
CREATE INDEX person_credential_invitation ON person_credential (invitation);

CREATE TABLE person_issuing (
	id     TEXT PRIMARY KEY,
	seq    BIGINT NOT NULL,
	person TEXT NOT NULL,
	name   TEXT NOT NULL,
	hash   TEXT NOT NULL,
	scopes TEXT NOT NULL,
	who    TEXT NOT NULL,
	at     BIGINT NOT NULL,
	until  BIGINT NOT NULL
);
CREATE UNIQUE INDEX person_issuing_hash ON person_issuing (hash);
CREATE INDEX person_issuing_person ON person_issuing (person, seq);

CREATE TABLE person_cancelling (
	id    TEXT PRIMARY KEY,
	seq   BIGINT NOT NULL,
	token TEXT NOT NULL,
	who   TEXT NOT NULL,
	at    BIGINT NOT NULL
);
CREATE INDEX person_cancelling_token ON person_cancelling (token);

-- Signed-in browsers: not facts. Rows come and go.
CREATE TABLE session (
	id        TEXT PRIMARY KEY,
	person    TEXT NOT NULL,
	how       TEXT NOT NULL,
	agent     TEXT NOT NULL,
	signed_in BIGINT NOT NULL,
	seen      BIGINT NOT NULL,
	expires   BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person);
