-- +goose Up
-- The room inbox: what citizens have said, and what was done about it. An envelope's body stays as it came.
CREATE TABLE envelope (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	channel TEXT NOT NULL,
	remote  TEXT NOT NULL,
	account TEXT NOT NULL,
	sender  TEXT NOT NULL,
	kind    TEXT NOT NULL,
	body    BYTEA NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX envelope_seq ON envelope (seq);

CREATE TABLE inbox_slip (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	envelope TEXT NOT NULL,
	hash     TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX inbox_slip_hash ON inbox_slip (hash);

CREATE TABLE inbox_contact (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	envelope TEXT NOT NULL,
	words    TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX inbox_contact_envelope ON inbox_contact (envelope);

CREATE TABLE inbox_opened (
	id        TEXT PRIMARY KEY,
	seq       BIGINT NOT NULL,
	account   TEXT NOT NULL,
	kind      TEXT NOT NULL,
	channel   TEXT NOT NULL,
	post      TEXT NOT NULL,
	with_uri  TEXT NOT NULL,
	with_name TEXT NOT NULL,
	first     TEXT NOT NULL,
	root      TEXT NOT NULL,
	orphan    TEXT NOT NULL,
	at        BIGINT NOT NULL
);

CREATE TABLE inbox_rooting (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	account      TEXT NOT NULL,
	kind         TEXT NOT NULL,
	post         TEXT NOT NULL,
	with_uri     TEXT NOT NULL,
	with_name    TEXT NOT NULL,
	first        TEXT NOT NULL,
	root         TEXT NOT NULL,
	orphan       TEXT NOT NULL,
	at           BIGINT NOT NULL
);

CREATE TABLE inbox_joining (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	into_other   TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_joining_into ON inbox_joining (into_other);

CREATE TABLE inbox_said (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	turn         TEXT NOT NULL,
	version      BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	remote       TEXT NOT NULL,
	in_reply_to  TEXT NOT NULL,
	ours         BIGINT NOT NULL,
	who          TEXT NOT NULL,
	who_name     TEXT NOT NULL,
	html         TEXT NOT NULL,
	text         TEXT NOT NULL,
	language     TEXT NOT NULL,
	visibility   TEXT NOT NULL,
	deleted      BIGINT NOT NULL,
	stamp        TEXT NOT NULL,
	stands       BIGINT NOT NULL,
	marks        TEXT NOT NULL,
	envelope     TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE UNIQUE INDEX inbox_said_turn ON inbox_said (turn, version);

CREATE TABLE inbox_need (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	turn         TEXT NOT NULL,
	conversation TEXT NOT NULL,
	why          TEXT NOT NULL,
	at           BIGINT NOT NULL,
	due          BIGINT NOT NULL
);

CREATE TABLE inbox_gravestone (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	remote   TEXT NOT NULL,
	who      TEXT NOT NULL,
	envelope TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX inbox_gravestone_remote ON inbox_gravestone (remote);

CREATE TABLE inbox_acknowledgement (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	due          BIGINT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_acknowledgement_conversation ON inbox_acknowledgement (conversation);

CREATE TABLE inbox_assignment (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	given_to     TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_assignment_conversation ON inbox_assignment (conversation);

CREATE TABLE inbox_note (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	who          TEXT NOT NULL,
	text         TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_note_conversation ON inbox_note (conversation);

CREATE TABLE inbox_classification (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	kind         TEXT NOT NULL,
	needs        BIGINT NOT NULL,
	why          TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_classification_conversation ON inbox_classification (conversation);

CREATE TABLE inbox_closure (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	outcome      TEXT NOT NULL,
	words        TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_closure_conversation ON inbox_closure (conversation);

CREATE TABLE inbox_reopening (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	conversation TEXT NOT NULL,
	why          TEXT NOT NULL,
	who          TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX inbox_reopening_conversation ON inbox_reopening (conversation);

CREATE TABLE inbox_sorting (
	id           TEXT PRIMARY KEY,
	seq          BIGINT NOT NULL,
	envelope     TEXT NOT NULL,
	conversation TEXT NOT NULL,
	outcome      TEXT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE UNIQUE INDEX inbox_sorting_envelope ON inbox_sorting (envelope);
CREATE INDEX inbox_sorting_conversation ON inbox_sorting (conversation) WHERE conversation <> '';

CREATE TABLE inbox_round (
	id      TEXT PRIMARY KEY,
	seq     BIGINT NOT NULL,
	through BIGINT NOT NULL,
	count   BIGINT NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX inbox_round_seq ON inbox_round (seq);

-- Conversations as they stand, for lists: made from the facts above. state is 0 open, 1 closed, 2 joined into another,
-- 3 of no account of ours. due is a very late time when no clock runs.
CREATE TABLE conversation_now (
	id        TEXT PRIMARY KEY,
	account   TEXT NOT NULL,
	kind      TEXT NOT NULL,
	kind_who  TEXT NOT NULL,
	channel   TEXT NOT NULL,
	post      TEXT NOT NULL,
	with_uri  TEXT NOT NULL,
	with_name TEXT NOT NULL,
	first     TEXT NOT NULL,
	root      TEXT NOT NULL,
	orphan    TEXT NOT NULL,
	needs     BIGINT NOT NULL,
	opened    BIGINT NOT NULL,
	due       BIGINT NOT NULL,
	owner     TEXT NOT NULL,
	answered  BIGINT NOT NULL,
	state     BIGINT NOT NULL,
	closure   TEXT NOT NULL,
	joined    TEXT NOT NULL,
	last_at   BIGINT NOT NULL,
	turns     BIGINT NOT NULL
);
CREATE INDEX conversation_now_due ON conversation_now (account, due, id) WHERE state = 0;
CREATE INDEX conversation_now_unowned ON conversation_now (account, due, id) WHERE state = 0 AND owner = '';
CREATE INDEX conversation_now_channel ON conversation_now (account, channel, due, id) WHERE state = 0;
CREATE INDEX conversation_now_owner ON conversation_now (owner, due, id) WHERE state = 0 AND owner <> '';
CREATE INDEX conversation_now_closed ON conversation_now (account, last_at, id) WHERE state = 1;
CREATE INDEX conversation_now_closed_owner ON conversation_now (owner, last_at, id) WHERE state = 1 AND owner <> '';
CREATE INDEX conversation_now_orphan ON conversation_now (orphan) WHERE orphan <> '';
CREATE INDEX conversation_now_joined ON conversation_now (joined) WHERE joined <> '';

-- The accounts that have conversations, so that a list over all of them can be put together from one list for each.
CREATE TABLE inbox_account_now (
	account TEXT PRIMARY KEY
);

-- Turns as they stand. said is the version that counts; one of ours is a publication of the same id.
CREATE TABLE turn_now (
	id           TEXT PRIMARY KEY,
	conversation TEXT NOT NULL,
	post         TEXT NOT NULL,
	remote       TEXT NOT NULL,
	ours         BIGINT NOT NULL,
	who          TEXT NOT NULL,
	said         TEXT NOT NULL,
	stamp        TEXT NOT NULL,
	versions     BIGINT NOT NULL,
	deleted      BIGINT NOT NULL,
	needs        TEXT NOT NULL,
	shown        BIGINT NOT NULL,
	at           BIGINT NOT NULL
);
CREATE INDEX turn_now_conversation ON turn_now (conversation, at, id);
CREATE INDEX turn_now_remote ON turn_now (remote) WHERE ours = 0;
CREATE INDEX turn_now_post ON turn_now (post, at, id) WHERE shown = 1 AND post <> '';

-- Each message that needs an answer, for the clocks and the open statistics.
CREATE TABLE need_now (
	turn         TEXT PRIMARY KEY,
	conversation TEXT NOT NULL,
	account      TEXT NOT NULL,
	channel      TEXT NOT NULL,
	at           BIGINT NOT NULL,
	due          BIGINT NOT NULL,
	answered     BIGINT NOT NULL,
	gone         BIGINT NOT NULL,
	dropped      BIGINT NOT NULL
);
CREATE INDEX need_now_conversation ON need_now (conversation);
CREATE INDEX need_now_at ON need_now (at, account);

-- Who has a conversation open just now. No fact.
CREATE TABLE presence (
	conversation TEXT NOT NULL,
	person       TEXT NOT NULL,
	at           BIGINT NOT NULL,
	PRIMARY KEY (conversation, person)
);
CREATE INDEX presence_at ON presence (at);
