-- +goose Up
-- The room inbox: who has liked and shared a post, and who has taken it back. What is shown is how many, never who.
CREATE TABLE inbox_reaction (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	post     TEXT NOT NULL,
	kind     TEXT NOT NULL,
	actor    TEXT NOT NULL,
	remote   TEXT NOT NULL,
	envelope TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX inbox_reaction_post ON inbox_reaction (post, kind, actor);
CREATE INDEX inbox_reaction_remote ON inbox_reaction (remote);
CREATE INDEX inbox_reaction_actor ON inbox_reaction (actor);

CREATE TABLE inbox_retraction (
	id       TEXT PRIMARY KEY,
	seq      BIGINT NOT NULL,
	actor    TEXT NOT NULL,
	remote   TEXT NOT NULL,
	envelope TEXT NOT NULL,
	at       BIGINT NOT NULL
);
CREATE INDEX inbox_retraction_remote ON inbox_retraction (remote, actor);

-- Those that stand, once for each who reacted, and how many they are: made from the facts above.
CREATE TABLE reaction_now (
	post  TEXT NOT NULL,
	kind  TEXT NOT NULL,
	actor TEXT NOT NULL,
	PRIMARY KEY (post, kind, actor)
);

CREATE TABLE reaction_count_now (
	post   TEXT PRIMARY KEY,
	likes  BIGINT NOT NULL,
	shares BIGINT NOT NULL
);
