package store

import (
	"math"
	"time"

	"tilltal/desk/inbox"
)

var inboxTables = []table{
	fact("envelope", "id, channel, remote, account, sender, kind, body, at", func(e inbox.Envelope) []any {
		return []any{e.ID, e.Channel, e.Remote, e.Account, e.Sender, e.Kind, whole(e.Body), micro(e.At)}
	}),
	fact("inbox_slip", "id, envelope, hash, at", func(f inbox.Slip) []any {
		return []any{f.ID, f.Envelope, f.Hash, micro(f.At)}
	}),
	fact("inbox_contact", "id, envelope, words, at", func(f inbox.Contact) []any {
		return []any{f.ID, f.Envelope, f.Words, micro(f.At)}
	}),
	then(fact("inbox_opened", "id, account, kind, channel, post, with_uri, with_name, first, root, orphan, at", func(f inbox.Opened) []any {
		return []any{f.ID, f.Account, f.Kind, f.Channel, f.Post, f.With, f.WithName, f.First, f.Root, f.Orphan, micro(f.At)}
	}), openedFollows),
	then(fact("inbox_rooting", "id, conversation, account, kind, post, with_uri, with_name, first, root, orphan, at", func(f inbox.Rooting) []any {
		return []any{f.ID, f.Conversation, f.Account, f.Kind, f.Post, f.With, f.WithName, f.First, f.Root, f.Orphan, micro(f.At)}
	}), rootingFollows),
	then(fact("inbox_joining", "id, conversation, into_other, at", func(f inbox.Joining) []any {
		return []any{f.ID, f.Conversation, f.Into, micro(f.At)}
	}), joiningFollows),
	then(fact("inbox_said", "id, turn, version, conversation, remote, in_reply_to, ours, who, who_name, html, text, language, visibility, deleted, stamp, stands, marks, envelope, at",
		func(f inbox.Said) []any {
			return []any{f.ID, f.Turn, int64(f.Version), f.Conversation, f.Remote, f.InReplyTo, flag(f.Ours), f.By, f.ByName, f.HTML, f.Text, f.Language,
				f.Visibility, flag(f.Deleted), f.Stamp, flag(f.Stands), asJSON(f.Marks), f.Envelope, micro(f.At)}
		}), saidFollows),
	then(fact("inbox_need", "id, turn, conversation, why, at, due", func(f inbox.Need) []any {
		return []any{f.ID, f.Turn, f.Conversation, f.Why, micro(f.At), micro(f.Due)}
	}), needFollows),
	fact("inbox_gravestone", "id, remote, who, envelope, at", func(f inbox.Gravestone) []any {
		return []any{f.ID, f.Remote, f.By, f.Envelope, micro(f.At)}
	}),
	fact("inbox_departure", "id, actor, envelope, at", func(f inbox.Departure) []any {
		return []any{f.ID, f.Actor, f.Envelope, micro(f.At)}
	}),
	fact("inbox_acknowledgement", "id, conversation, due, at", func(f inbox.Acknowledgement) []any {
		return []any{f.ID, f.Conversation, micro(f.Due), micro(f.At)}
	}),
	then(fact("inbox_assignment", "id, conversation, given_to, who, at", func(f inbox.Assignment) []any {
		return []any{f.ID, f.Conversation, f.To, f.By, micro(f.At)}
	}), assignmentFollows),
	then(fact("inbox_note", "id, conversation, who, text, at", func(f inbox.Note) []any {
		return []any{f.ID, f.Conversation, f.By, f.Text, micro(f.At)}
	}), noteFollows),
	then(fact("inbox_classification", "id, conversation, kind, needs, why, who, at", func(f inbox.Classification) []any {
		return []any{f.ID, f.Conversation, f.Kind, flag(f.NeedsAnswer), f.Why, f.By, micro(f.At)}
	}), classificationFollows),
	then(fact("inbox_closure", "id, conversation, outcome, words, who, at", func(f inbox.Closure) []any {
		return []any{f.ID, f.Conversation, f.Outcome, f.Words, f.By, micro(f.At)}
	}), closureFollows),
	then(fact("inbox_reopening", "id, conversation, why, who, at", func(f inbox.Reopening) []any {
		return []any{f.ID, f.Conversation, f.Why, f.By, micro(f.At)}
	}), reopeningFollows),
	fact("inbox_sorting", "id, envelope, conversation, outcome, at", func(f inbox.Sorting) []any {
		return []any{f.ID, f.Envelope, f.Conversation, f.Outcome, micro(f.At)}
	}),
	fact("inbox_round", "id, through, count, at", func(f inbox.Round) []any {
		return []any{f.ID, f.Through, int64(f.Count), micro(f.At)}
	}),
}

// inboxExtras is what the inbox shows of what was published.
var inboxExtras = []extra{also(answerFollows), also(correctionIndexed), also(answerWithdrawn)}

// whole is a body as it came; both databases tell an empty one from none.
func whole(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// kept is a string as both databases can keep it, for what is derived from a fact.
func kept(s string) string {
	v := []any{s}
	clean(v)
	return v[0].(string)
}

// never stands in a due column where no clock runs, so that those without a clock come last in the order of the clocks.
const never = math.MaxInt64

func dueMicro(t time.Time) int64 {
	if t.IsZero() {
		return never
	}
	return micro(t)
}

func fromDue(n int64) time.Time {
	if n == never {
		return time.Time{}
	}
	return fromMicro(n)
}
