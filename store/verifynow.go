package store

import (
	"context"
	"errors"
	"strings"
)

// What follows from the facts stands in tables that end in _now, and can be made again from them. No entry has their hashes. But
// they are what pages are made of: who has changed one has hidden a post, opened a door for somebody who has left, or taken a
// question out of the inbox. So the lists that decide such things are held against the facts.

// derived is a table that follows from facts, and a query for the ids of rows that do not.
type derived struct {
	table   string
	follows []string // the facts that it is asked against
	wrong   string
}

// newest is the newest row of a fact about something: its number in the ledger is the greatest.
func newest(table, about string) string {
	return `(SELECT f.* FROM ` + table + ` f JOIN (SELECT ` + about + `, MAX(seq) AS seq FROM ` + table + ` GROUP BY ` + about + `) l ON l.` + about + ` = f.` + about + ` AND l.seq = f.seq)`
}

// without is a query for what one query finds and another does not. Both databases sort or hash for it; NOT IN would have PostgreSQL read
// the second for each row of the first, as soon as there are more than its memory for one step holds.
func without(query, other string) string {
	return ` SELECT * FROM (` + query + ` EXCEPT ` + other + `) AS lone`
}

// derivedTables are asked by a verification. The queries read each table once, whatever indexes there are.
var derivedTables = []derived{
	{"person_now", []string{"person_hiring", "person_describing", "person_leaving"},
		`SELECT h.id FROM person_hiring h LEFT JOIN person_now n ON n.id = h.id LEFT JOIN ` + newest("person_describing", "person") + ` d ON d.person = h.id
			LEFT JOIN ` + newest("person_leaving", "person") + ` l ON l.person = h.id
			WHERE n.id IS NULL OR n.hired_at <> h.at OR n.left_at <> COALESCE(l.at, 0) OR n.email <> COALESCE(d.email, h.email)
			OR n.name <> COALESCE(d.name, h.name) OR n.given_name <> COALESCE(d.given_name, h.given_name) OR n.unit <> COALESCE(d.unit, h.unit)
		UNION` + without(`SELECT id FROM person_now`, `SELECT id FROM person_hiring`)},
	{"post_now", []string{"publication", "withdrawal"},
		`SELECT p.id FROM publication p LEFT JOIN post_now n ON n.id = p.id LEFT JOIN withdrawal w ON w.post = p.id
			WHERE p.direct = '' AND (n.id IS NULL OR n.account <> p.account OR n.at <> p.at OR n.answer <> CASE WHEN p.conversation <> '' THEN 1 ELSE 0 END
			OR n.withdrawn <> CASE WHEN w.id IS NULL THEN 0 ELSE 1 END)
		UNION` + without(`SELECT id FROM post_now`, `SELECT id FROM publication WHERE direct = ''`)},
	{"post_topic_now", []string{"publication", "withdrawal"},
		`SELECT n.post FROM post_topic_now n LEFT JOIN publication p ON p.id = n.post LEFT JOIN withdrawal w ON w.post = n.post
			WHERE p.id IS NULL OR n.account <> p.account OR n.at <> p.at OR n.withdrawn <> CASE WHEN w.id IS NULL THEN 0 ELSE 1 END
		UNION SELECT id FROM publication WHERE direct = '' AND content LIKE '%"topics":["%' AND id NOT IN (SELECT post FROM post_topic_now)`},
	{"post_picture_now", []string{"publication", "withdrawal"},
		`SELECT n.post FROM post_picture_now n LEFT JOIN publication p ON p.id = n.post
			WHERE p.id IS NULL OR p.content NOT LIKE '%' || n.hash || '%' OR n.post IN (SELECT post FROM withdrawal)
		UNION SELECT id FROM publication WHERE direct = '' AND content LIKE '%"pictures":[{%' AND id NOT IN (SELECT post FROM post_picture_now)
			AND id NOT IN (SELECT post FROM withdrawal)`},
	{"draft_now", []string{"draft", "draft_discard", "publication", "correction"},
		`SELECT d.id FROM draft d LEFT JOIN draft_now n ON n.id = d.id LEFT JOIN publication p ON p.draft = d.id LEFT JOIN correction c ON c.draft = d.id
			WHERE n.id IS NULL OR n.account <> d.account OR n.author <> d.author
			OR CASE WHEN n.state = 'published' THEN 1 ELSE 0 END <> CASE WHEN p.id IS NULL AND c.id IS NULL THEN 0 ELSE 1 END
			OR CASE WHEN n.state = 'discarded' THEN 1 ELSE 0 END <> CASE WHEN d.id IN (SELECT draft FROM draft_discard) THEN 1 ELSE 0 END
		UNION` + without(`SELECT id FROM draft_now`, `SELECT id FROM draft`)},
	{"shift_now", []string{"shift_planning", "shift_cancellation"},
		`SELECT p.shift FROM ` + newest("shift_planning", "shift") + ` p LEFT JOIN shift_now n ON n.id = p.shift LEFT JOIN shift_cancellation c ON c.shift = p.shift
			WHERE n.id IS NULL OR n.account <> p.account OR n.person <> p.person OR n.number <> p.number OR n.begins <> p.begins OR n.ends <> p.ends
			OR n.cancelled <> CASE WHEN c.id IS NULL THEN 0 ELSE 1 END
		UNION` + without(`SELECT id FROM shift_now`, `SELECT shift FROM shift_planning`)},
	{"conversation_now", []string{"inbox_opened", "inbox_rooting", "inbox_assignment", "inbox_closure", "inbox_joining"},
		`SELECT o.id FROM inbox_opened o LEFT JOIN conversation_now n ON n.id = o.id LEFT JOIN ` + newest("inbox_rooting", "conversation") + ` r ON r.conversation = o.id
			LEFT JOIN ` + newest("inbox_assignment", "conversation") + ` a ON a.conversation = o.id LEFT JOIN inbox_closure k ON k.id = n.closure
			WHERE n.id IS NULL OR n.channel <> o.channel OR n.account <> COALESCE(r.account, o.account) OR n.owner <> COALESCE(a.given_to, '')
			OR n.with_uri <> COALESCE(r.with_uri, o.with_uri) OR n.state NOT IN (0, 1, 2, 3) OR n.state = 3 AND n.account <> ''
			OR n.state = 1 AND (k.id IS NULL OR k.conversation <> o.id)
			OR CASE WHEN n.joined <> '' OR n.state = 2 THEN 1 ELSE 0 END <> CASE WHEN o.id IN (SELECT conversation FROM inbox_joining) THEN 1 ELSE 0 END
		UNION` + without(`SELECT id FROM conversation_now`, `SELECT id FROM inbox_opened`)},
	{"turn_now", []string{"inbox_said", "publication", "withdrawal"},
		`SELECT f.turn FROM inbox_said f LEFT JOIN turn_now n ON n.id = f.turn LEFT JOIN inbox_said s ON s.id = n.said
			WHERE f.version = 1 AND f.deleted = 0 AND (n.id IS NULL OR n.ours <> 0 OR s.id IS NULL OR s.turn <> f.turn OR n.who <> f.who
			OR CASE WHEN n.deleted <> 0 THEN 1 ELSE 0 END <> CASE WHEN f.turn IN (SELECT turn FROM inbox_said WHERE deleted = 1) THEN 1 ELSE 0 END
			OR n.shown <> CASE WHEN n.deleted = 0 AND s.visibility IN ('public', 'unlisted') THEN 1 ELSE 0 END)
		UNION SELECT p.id FROM publication p LEFT JOIN turn_now n ON n.id = p.id LEFT JOIN withdrawal w ON w.post = p.id
			WHERE p.conversation <> '' AND (n.id IS NULL OR n.ours <> 1 OR n.at <> p.at OR n.who <> p.who
			OR CASE WHEN n.deleted <> 0 THEN 1 ELSE 0 END <> CASE WHEN w.id IS NULL THEN 0 ELSE 1 END)
		UNION` + without(`SELECT id FROM turn_now WHERE ours = 0`, `SELECT turn FROM inbox_said`) + `
		UNION` + without(`SELECT id FROM turn_now WHERE ours <> 0`, `SELECT id FROM publication`)},
	{"need_now", []string{"inbox_need"},
		without(`SELECT turn FROM inbox_need`, `SELECT turn FROM need_now`) + ` UNION` + without(`SELECT turn FROM need_now`, `SELECT turn FROM inbox_need`)},
}

// lists holds what follows from the facts against them. It says which things are told of wrongly, a few of each list.
func (v *verification) lists(ctx context.Context) error {
	for _, d := range derivedTables {
		if v.incomplete(d) {
			continue
		}
		rows, err := v.tx.QueryContext(ctx, `SELECT * FROM (`+d.wrong+`) AS w ORDER BY 1 LIMIT 5`)
		if err != nil {
			return err
		}
		var ids []string
		for rows.Next() {
			var id string
			if err := rows.Scan(&id); err != nil {
				return err
			}
			ids = append(ids, id)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return err
		}
		if ids != nil {
			v.problem(0, "the list %s is not what the facts make it: see %s", d.table, strings.Join(ids, ", "))
		}
	}
	return nil
}

// incomplete reports whether a table that the question reads is not there: that has been told of.
func (v *verification) incomplete(d derived) bool {
	for _, name := range d.follows {
		if v.lost[name] {
			return true
		}
	}
	return v.lost[d.table]
}
