-- +goose Up
-- The channel square: what other servers must be told, and what is known of them. Nothing here is a fact on the record: it is
-- what the work needs, and goes when it is not needed any more.

-- Our keys. The private half is sealed.
CREATE TABLE square_key (
	owner   TEXT NOT NULL,
	kind    TEXT NOT NULL,
	sealed  BYTEA NOT NULL,
	made_at BIGINT NOT NULL,
	PRIMARY KEY (owner, kind)
);

-- People on other servers, by their keys.
CREATE TABLE square_peer (
	key_id     TEXT PRIMARY KEY,
	pem        TEXT NOT NULL,
	actor      TEXT NOT NULL,
	handle     TEXT NOT NULL,
	address    TEXT NOT NULL,
	name       TEXT NOT NULL,
	inbox      TEXT NOT NULL,
	shared     TEXT NOT NULL,
	fetched_at BIGINT NOT NULL
);
CREATE INDEX square_peer_actor ON square_peer (actor);
CREATE INDEX square_peer_address ON square_peer (address);

-- Who follows an account. A row that has ended is kept with no more than what makes a late or repeated Follow change nothing.
CREATE TABLE square_follower (
	account TEXT NOT NULL,
	actor   TEXT NOT NULL,
	follow  TEXT NOT NULL,
	before  TEXT NOT NULL,
	inbox   TEXT NOT NULL,
	own     TEXT NOT NULL,
	at      BIGINT NOT NULL,
	ended   BIGINT NOT NULL,
	PRIMARY KEY (account, actor)
);
CREATE INDEX square_follower_account ON square_follower (account, inbox) WHERE ended = 0;
CREATE INDEX square_follower_inbox ON square_follower (inbox);
CREATE INDEX square_follower_own ON square_follower (own);
CREATE INDEX square_follower_actor ON square_follower (actor);

-- What is sent, once for all who get it, and which servers were told of which post.
CREATE TABLE square_activity (
	id      TEXT PRIMARY KEY,
	account TEXT NOT NULL,
	post    TEXT NOT NULL,
	kind    TEXT NOT NULL,
	body    BYTEA NOT NULL,
	at      BIGINT NOT NULL
);
CREATE INDEX square_activity_post ON square_activity (post, kind) WHERE post <> '';

CREATE TABLE square_sent (
	post  TEXT NOT NULL,
	inbox TEXT NOT NULL,
	PRIMARY KEY (post, inbox)
);

-- Other servers: the way of signing they take, and whether they are left alone for a while.
CREATE TABLE square_host (
	host     TEXT PRIMARY KEY,
	scheme   BIGINT NOT NULL,
	failures BIGINT NOT NULL,
	until    BIGINT NOT NULL,
	at       BIGINT NOT NULL
);
