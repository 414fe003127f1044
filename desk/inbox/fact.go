package inbox

import "time"

// Facts of this room.
type (
	// Opened (öppnat samtal) begins a conversation.
	Opened struct {
		ID, Account, Kind, Channel, Post, With, WithName, First string
		Root, Orphan                                            string
		At                                                      time.Time // when what began it reached us
	}
	// Rooting (nytt ursprung) tells that a conversation began earlier than we knew: what its first turn answered has
	// reached us.
	Rooting struct {
		ID, Conversation, Account, Kind, Post, With, WithName, First string
		Root, Orphan                                                 string
		At                                                           time.Time
	}
	// Joining (sammanföring) tells that two conversations were one: what ties them together has reached us.
	Joining struct {
		ID, Conversation, Into string
		At                     time.Time
	}
	// Said is one version of a turn.
	Said struct {
		ID           string // of this version
		Turn         string
		Version      int
		Conversation string
		Remote       string
		InReplyTo    string
		Ours         bool
		By           string
		ByName       string
		HTML         string
		Text         string
		Language     string
		Visibility   string
		Deleted      bool   // the version says that the turn was taken back; its text is the one before
		Stamp        string // orders the versions of a turn however they arrive: see stamp
		Stands       bool   // this is the version that counts now
		Marks        []string
		Envelope     string
		At           time.Time
	}
	// Need (svarsbehov) is the fact that a turn needs an answer: one message in the open statistics.
	Need struct {
		ID, Turn, Conversation, Why string
		At                          time.Time // when it became visible to us: the clock starts
		Due                         time.Time // what the account has promised; zero when it promises nothing
	}
	// Gravestone (gravsten) is a deletion of something that we have not seen yet.
	Gravestone struct {
		ID, Remote, By, Envelope string
		At                       time.Time
	}
	// Departure (avsked) is the fact that somebody on another server has taken away her whole account: with it she takes back
	// all that she has said, whenever it reaches us.
	Departure struct {
		ID, Actor, Envelope string
		At                  time.Time
	}
	// Reaction (reaktion) is that somebody likes a post of ours, or has shared it: Kind is SortedLiked or SortedShared. Remote is
	// the name of what she did.
	Reaction struct {
		ID, Post, Kind, Actor, Remote, Envelope string
		At                                      time.Time
	}
	// Retraction (återtagande) is that somebody takes back what she did under that name.
	Retraction struct {
		ID, Actor, Remote, Envelope string
		At                          time.Time
	}
	// Acknowledgement (mottagningsbekräftelse) is the automatic "we have seen your question". It never stops the clock.
	Acknowledgement struct {
		ID, Conversation string
		Due, At          time.Time
	}
	// Assignment (tilldelning) gives a conversation an owner.
	Assignment struct {
		ID, Conversation, To, By string
		At                       time.Time
	}
	// Note (intern anteckning) is said between colleagues.
	Note struct {
		ID, Conversation, By, Text string
		At                         time.Time
	}
	// Classification (klassning) corrects what the sorting guessed.
	Classification struct {
		ID, Conversation, Kind, By string
		NeedsAnswer                bool
		Why                        string // in words, when it no longer counts as needing an answer
		At                         time.Time
	}
	// Closure (avslut) ends a conversation with an outcome. A citizen who speaks again reopens it.
	Closure struct {
		ID, Conversation, Outcome, Words, By string
		At                                   time.Time
	}
	// Reopening (återöppnande) follows when the citizen speaks again, or a colleague finds that it was closed too soon.
	Reopening struct {
		ID, Conversation, By, Why string
		At                        time.Time
	}
	// Sorting (sortering) is the fact that an envelope was dealt with, and how.
	Sorting struct {
		ID, Envelope, Conversation, Outcome string
		At                                  time.Time
	}
	// Round (sorteringsrunda) is the fact that everything up to an entry of the record has been sorted.
	Round struct {
		ID      string
		Through int64 // the highest Seq among its envelopes
		Count   int
		At      time.Time
	}
	// Slip (kvitto) lets a citizen without an account come back: only a hash of her secret is kept.
	Slip struct {
		ID, Envelope, Hash string
		At                 time.Time
	}
	// Contact (kontaktuppgift) is how a citizen asked to be reached. It is kept apart from what she asked, seen only at the
	// desk, and can be disposed of alone (GDPR art. 5.1 c and e).
	Contact struct {
		ID, Envelope, Words string
		At                  time.Time
	}
)

// How an envelope was dealt with.
const (
	SortedOpened     = "opened"     // began a conversation
	SortedSaid       = "said"       // became a turn in one
	SortedChanged    = "changed"    // became a new version of a turn
	SortedTakenBack  = "takenback"  // took a turn back
	SortedLeft       = "left"       // took away her whole account
	SortedWaiting    = "waiting"    // deletes what we have not seen yet
	SortedKnown      = "known"      // said nothing we did not have
	SortedRefused    = "refused"    // tried to speak for somebody else
	SortedOwn        = "own"        // was our own, echoed
	SortedElsewhere  = "elsewhere"  // concerned none of our accounts
	SortedLiked      = "liked"      // somebody liked a post
	SortedShared     = "shared"     // somebody shared a post
	SortedUndone     = "undone"     // somebody took back a like or a share
	SortedNothing    = "nothing"    // nothing the inbox keeps: a follow
	SortedUnreadable = "unreadable" // could not be read; kept as it came
)
