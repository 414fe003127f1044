-- +goose Up
-- The room shift: who speaks for an account and when, and how one hands over to the next.
CREATE TABLE shift_planning (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	shift    TEXT NOT NULL,
	account  TEXT NOT NULL,
	number   BIGINT NOT NULL,
	person   TEXT NOT NULL,
	deputy   TEXT NOT NULL,
	kind     TEXT NOT NULL,
	wall     TEXT NOT NULL,
	wall_end TEXT NOT NULL,
	begins   BIGINT NOT NULL,
	ends     BIGINT NOT NULL,
	pair     BIGINT NOT NULL,
	purpose  TEXT NOT NULL,
	mandate  TEXT NOT NULL,
	rotation TEXT NOT NULL,
	slot     TEXT NOT NULL,
	why      TEXT NOT NULL,
	words    TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_planning_shift ON shift_planning (shift, number);

CREATE TABLE shift_cancellation (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	shift   TEXT NOT NULL,
	account TEXT NOT NULL,
	why     TEXT NOT NULL,
	words   TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_cancellation_shift ON shift_cancellation (shift);

-- Shifts as they stand, for lists: made from the two above.
CREATE TABLE shift_now (
	id        TEXT PRIMARY KEY,
	account   TEXT NOT NULL,
	person    TEXT NOT NULL,
	number    BIGINT NOT NULL,
	begins    BIGINT NOT NULL,
	ends      BIGINT NOT NULL,
	rotation  TEXT NOT NULL,
	cancelled BIGINT NOT NULL
);
CREATE INDEX shift_now_account ON shift_now (account, ends);
CREATE INDEX shift_now_person ON shift_now (person, ends);
CREATE INDEX shift_now_rotation ON shift_now (rotation, ends) WHERE rotation <> '';
CREATE INDEX shift_now_ends ON shift_now (ends, account);

CREATE TABLE shift_rotating (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	rotation TEXT NOT NULL,
	account  TEXT NOT NULL,
	number   BIGINT NOT NULL,
	title    TEXT NOT NULL,
	starts   TEXT NOT NULL,
	ends     TEXT NOT NULL,
	every    BIGINT NOT NULL,
	byday    BIGINT NOT NULL,
	people   TEXT NOT NULL,
	deputy   TEXT NOT NULL,
	week     TEXT NOT NULL,
	whole    BIGINT NOT NULL,
	alsored  BIGINT NOT NULL,
	kind     TEXT NOT NULL,
	purpose  TEXT NOT NULL,
	ahead    BIGINT NOT NULL,
	zone     TEXT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_rotating_rotation ON shift_rotating (rotation, number);
CREATE INDEX shift_rotating_account ON shift_rotating (account);

CREATE TABLE shift_swapping (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	account      TEXT NOT NULL,
	shift        TEXT NOT NULL,
	number       BIGINT NOT NULL,
	other        TEXT NOT NULL,
	other_number BIGINT NOT NULL,
	who          TEXT NOT NULL,
	given_to     TEXT NOT NULL,
	words        TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX shift_swapping_who ON shift_swapping (who);
CREATE INDEX shift_swapping_given_to ON shift_swapping (given_to);

CREATE TABLE shift_reply (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	offer   TEXT NOT NULL,
	account TEXT NOT NULL,
	answer  TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_reply_offer ON shift_reply (offer);

CREATE TABLE shift_handover (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	shift    TEXT NOT NULL,
	account  TEXT NOT NULL,
	number   BIGINT NOT NULL,
	ends     TEXT NOT NULL,
	words    TEXT NOT NULL,
	given_to TEXT NOT NULL,
	due      BIGINT NOT NULL,
	who      TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_handover_shift ON shift_handover (shift, number);
CREATE INDEX shift_handover_account ON shift_handover (account, at);

CREATE TABLE shift_confirmation (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	shift   TEXT NOT NULL,
	account TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX shift_confirmation_shift ON shift_confirmation (shift);

CREATE TABLE shift_alarm (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	kind    TEXT NOT NULL,
	since   BIGINT NOT NULL,
	until   BIGINT NOT NULL,
	shift   TEXT NOT NULL,
	person  TEXT NOT NULL,
	slot    TEXT NOT NULL,
	words   TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX shift_alarm_account ON shift_alarm (account, until);

CREATE TABLE shift_relief (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	alarm   TEXT NOT NULL,
	account TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX shift_relief_alarm ON shift_relief (alarm);

CREATE TABLE shift_covering (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	account TEXT NOT NULL,
	cover   TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX shift_covering_account ON shift_covering (account, seq);

CREATE TABLE shift_presenting (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	person  TEXT NOT NULL,
	words   TEXT NOT NULL,
	picture TEXT NOT NULL,
	alt     TEXT NOT NULL,
	consent BIGINT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX shift_presenting_person ON shift_presenting (person, seq);
CREATE INDEX shift_presenting_picture ON shift_presenting (picture) WHERE picture <> '';

CREATE TABLE shift_afterthought (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	shift   TEXT NOT NULL,
	account TEXT NOT NULL,
	best    TEXT NOT NULL,
	hard    TEXT NOT NULL,
	after   TEXT NOT NULL,
	who     TEXT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX shift_afterthought_shift ON shift_afterthought (shift, seq);

-- What somebody published during a shift is found by who and when.
CREATE INDEX publication_who ON publication (who, at);
