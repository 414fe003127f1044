package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"
	"golang.org/x/text/unicode/norm"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/inbox"
)

// Both databases search for the same stems, made here by the Snowball algorithm for Swedish, so that they find the same. A
// compound is found by its first part, because every word of a query matches what begins with its stem: "skola" finds
// "skolskjuts". What is found comes newest first; ranking a common word over a million texts would cost half a second.

// found is a text that can be searched for.
type found struct {
	kind, thing, account string // no account: the conversation's
	text                 string // all its words
	show                 string // what a list of hits shows
	at                   int64
	seq                  int64 // the entry it belongs to; 0 is the one being written
}

// The most that is searched of one text and of one query.
const (
	maxStems      = 2000
	maxQueryStems = 8
	maxStem       = 60
)

// index makes a text searchable, in the transaction of the fact it comes from.
func (w *writer) index(ctx context.Context, f found) error {
	if f.account == "" {
		err := w.get(ctx, []any{&f.account}, `SELECT account FROM conversation_now WHERE id = $1`, f.thing)
		if err != nil {
			return err
		}
	}
	words := stems(f.text, maxStems)
	if len(words) == 0 || f.account == "" {
		return nil
	}
	if f.seq == 0 {
		f.seq = w.tree.Size() + 1
	}
	id := f.seq << 8
	var last int64
	if err := w.get(ctx, []any{&last}, `SELECT COALESCE(MAX(id), 0) FROM search_now WHERE id < $1`, id+256); err != nil {
		return err
	}
	id = max(id, last+1)
	if _, err := w.exec(ctx, `INSERT INTO search_now (id, kind, thing, account, text, at) VALUES ($1, $2, $3, $4, $5, $6)`,
		id, f.kind, f.thing, f.account, kept(inbox.FirstLine(f.show)), f.at); err != nil {
		return err
	}
	insert := `INSERT INTO search_word (rowid, words) VALUES ($1, $2)`
	if w.store.engine == postgres {
		insert = `INSERT INTO search_word (id, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))`
	}
	_, err := w.exec(ctx, insert, id, strings.Join(append(words, accountStem(f.account), kindStem(f.kind)), " "))
	return err
}

// accountStem stands among a text's stems for its account, so that a search within some accounts is one search. No word of
// a text has that sign in it.
func accountStem(account string) string { return "§a" + account }

// kindStem stands among a text's stems for its kind, so that the square's own search sees posts alone.
func kindStem(kind string) string { return "§k" + kind }

// stems returns the stems of a text's words, each once, in the order they come.
func stems(text string, most int) []string {
	env := snowballstem.NewEnv("")
	var out []string
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(plain(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}) {
		env.SetCurrent(word)
		swedish.Stem(env)
		stem := env.Current()
		if len(stem) > maxStem {
			stem = strings.ToValidUTF8(stem[:maxStem], "")
		}
		if stem == "" || seen[stem] {
			continue
		}
		seen[stem] = true
		if out = append(out, stem); len(out) == most {
			break
		}
	}
	return out
}

// plain is a text in lower case with composed letters and without the invisible characters that would cut words.
func plain(text string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, strings.ToValidUTF8(text, " ")))
}

// Search returns what holds all the words of a query, newest first. Several texts of one conversation are one hit.
func (s *Store) Search(ctx context.Context, q inbox.Query) (desk.Page[inbox.Hit], error) {
	words := stems(q.Words, maxQueryStems)
	if len(words) == 0 {
		return desk.Page[inbox.Hit]{}, fault.New(fault.Invalid, lingo.T("Skriv ett ord att söka efter.", "Write a word to search for.")).At("q")
	}
	if q.Accounts != nil && len(q.Accounts) == 0 {
		return desk.Page[inbox.Hit]{}, nil
	}
	before, limit := int64(never), pageSize(q.Limit, 25)
	if q.After != "" {
		var err error
		if before, _, err = readCursor(q.After); err != nil {
			return desk.Page[inbox.Hit]{}, err
		}
	}
	if q.Posts {
		words = append(words, kindStem(inbox.HitPost))
	}
	ids, err := s.matching(ctx, words, q.Accounts, before, limit+1)
	if err != nil || len(ids) == 0 {
		return desk.Page[inbox.Hit]{}, err
	}
	var w where
	w.numbers(`f.id`, ids)
	rows, err := list(ctx, s, scanHit, `SELECT f.id, f.kind, CASE WHEN c.joined <> '' THEN c.joined ELSE f.thing END, f.account, f.text, f.at
		FROM search_now f LEFT JOIN conversation_now c ON c.id = f.thing`+w.text()+` ORDER BY f.id DESC`, w.args...)
	if err != nil {
		return desk.Page[inbox.Hit]{}, err
	}
	return hits(ids, rows, limit), nil
}

type hitRow struct {
	id  int64
	hit inbox.Hit
}

func scanHit(rows *sql.Rows) (h hitRow, err error) {
	var at int64
	err = rows.Scan(&h.id, &h.hit.Kind, &h.hit.ID, &h.hit.Account, &h.hit.Text, &at)
	h.hit.At = fromMicro(at)
	return h, err
}

// hits makes a page of what was matched: ids, newest first, of which some may have been sealed since and have no row.
func hits(ids []int64, rows []hitRow, limit int) (page desk.Page[inbox.Hit]) {
	if len(ids) > limit {
		last := ids[limit-1]
		rows = slices.DeleteFunc(rows, func(r hitRow) bool { return r.id < last })
		page.Next = cursor(last, "")
	}
	for _, r := range rows {
		if !slices.ContainsFunc(page.Items, func(h inbox.Hit) bool { return h.Kind == r.hit.Kind && h.ID == r.hit.ID }) {
			page.Items = append(page.Items, r.hit)
		}
	}
	return page
}

// reindex makes what was said in a conversation searchable at the account that it has come to belong to.
func (w *writer) reindex(ctx context.Context, conversation, account string) error {
	var texts []found
	err := w.each(ctx, func(rows *sql.Rows) error {
		f := found{kind: inbox.HitConversation, thing: conversation, account: account}
		if err := rows.Scan(&f.text, &f.show, &f.at); err != nil {
			return err
		}
		texts = append(texts, f)
		return nil
	}, `SELECT v.who_name || ' ' || v.text, v.text, v.at FROM turn_now t JOIN inbox_said v ON v.id = t.said WHERE t.conversation = $1 ORDER BY t.at LIMIT 200`, conversation)
	if err != nil {
		return err
	}
	for _, f := range texts {
		if err := w.index(ctx, f); err != nil {
			return err
		}
	}
	return nil
}
