package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"

	"tilltal/desk/inbox"
)

// PostgreSQL looks through the newest texts one by one before it asks its index: glanced of them at first, and then as many as
// ought to hold a page, when that is not more than readable.
const (
	glanced  = 1_000
	readable = 10_000
)

// matching returns the ids of up to limit texts that hold all the words, the newest first.
//
// SQLite keeps each stem's texts in that order. PostgreSQL does not: its index gives all that match, of which a common word
// has too many; so the newest texts are looked through first, where a common word is found at once, and only words that are
// rare there are looked up in the index. Its planner cannot choose so by itself, for it does not know how common the
// beginning of a word is.
func (s *Store) matching(ctx context.Context, words, accounts []string, before int64, limit int) ([]int64, error) {
	if s.engine != postgres {
		query, err := s.rarestFirst(ctx, words, accounts)
		if err != nil {
			return nil, err
		}
		return list(ctx, s, number, `SELECT rowid FROM search_word WHERE search_word MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT CAST($3 AS BIGINT)`, query, before, int64(limit))
	}
	parts := s.engine.match(words, accounts)
	all := strings.Join(parts, ` & `)
	ids, err := s.amongNewest(ctx, all, before, limit, glanced)
	if err != nil || len(ids) == limit {
		return ids, err
	}
	if hold := enough(len(ids), limit); hold <= readable {
		if ids, err = s.amongNewest(ctx, all, before, limit, hold); err != nil || len(ids) == limit {
			return ids, err
		}
	}
	few, err := s.uncommon(ctx, parts)
	if err != nil {
		return nil, err
	}
	return list(ctx, s, number, `WITH found AS MATERIALIZED (SELECT id, words FROM search_word WHERE words @@ $4::tsquery AND id < $2)
		SELECT id FROM found WHERE words @@ $1::tsquery ORDER BY id DESC LIMIT CAST($3 AS BIGINT)`, all, before, int64(limit), strings.Join(few, ` & `))
}

// enough is how many of the newest texts ought to hold limit that match, when as many as hits of those glanced at do, with a
// third over for bad luck.
func enough(hits, limit int) int {
	if hits == 0 {
		return math.MaxInt
	}
	return limit * glanced / hits * 4 / 3
}

// amongNewest returns up to limit of the newest texts that match, in PostgreSQL.
func (s *Store) amongNewest(ctx context.Context, match string, before int64, limit, newest int) ([]int64, error) {
	return list(ctx, s, number, `SELECT id FROM (SELECT id, words FROM search_word WHERE id < $2 ORDER BY id DESC LIMIT CAST($4 AS BIGINT)) AS newest
		WHERE words @@ $1::tsquery ORDER BY id DESC LIMIT CAST($3 AS BIGINT)`, match, before, int64(limit), int64(newest))
}

// sampled is how many of the newest texts tell how common a word is.
const sampled = 1_000

// byRarity puts the parts of a query in order, the rarest first, and returns how many of the sampled texts each is in.
func (s *Store) byRarity(ctx context.Context, parts []string) (map[string]int64, error) {
	common := make(map[string]int64, len(parts))
	count := s.counted
	if s.engine == postgres {
		count = s.countedTogether
	}
	if err := count(ctx, parts, common); err != nil {
		return nil, err
	}
	slices.SortStableFunc(parts, func(a, b string) int { return cmp.Compare(common[a], common[b]) })
	return common, nil
}

// counted asks SQLite's index how many of the newest texts each part is in.
func (s *Store) counted(ctx context.Context, parts []string, common map[string]int64) error {
	from, err := one(ctx, s, number, `SELECT COALESCE(MIN(id), 0) FROM (SELECT id FROM search_now ORDER BY id DESC LIMIT CAST($1 AS BIGINT)) AS newest`, sampled)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if common[p], err = one(ctx, s, number, `SELECT COUNT(*) FROM search_word WHERE search_word MATCH $1 AND rowid >= $2`, p, from); err != nil {
			return err
		}
	}
	return nil
}

// countedTogether counts in PostgreSQL, which must read the texts themselves: once for all the parts.
func (s *Store) countedTogether(ctx context.Context, parts []string, common map[string]int64) error {
	counts, args := make([]string, len(parts)), []any{sampled}
	for i, p := range parts {
		args = append(args, p)
		counts[i] = fmt.Sprintf(`COUNT(*) FILTER (WHERE words @@ $%d::tsquery)`, len(args))
	}
	found := make([]int64, len(parts))
	_, err := one(ctx, s, func(row *sql.Rows) (struct{}, error) {
		into := make([]any, len(found))
		for i := range found {
			into[i] = &found[i]
		}
		return struct{}{}, row.Scan(into...)
	}, `WITH newest AS MATERIALIZED (SELECT words FROM search_word ORDER BY id DESC LIMIT CAST($1 AS BIGINT)) SELECT `+strings.Join(counts, ", ")+` FROM newest`, args...)
	for i, p := range parts {
		common[p] = found[i]
	}
	return err
}

// uncommon are the parts to look up in PostgreSQL's index: the rarest, and each that is not in every fifth text.
func (s *Store) uncommon(ctx context.Context, parts []string) ([]string, error) {
	if len(parts) == 1 {
		return parts, nil
	}
	common, err := s.byRarity(ctx, parts)
	few := parts[:1]
	for _, p := range parts[1:] {
		if common[p] <= sampled/5 {
			few = append(few, p)
		}
	}
	return few, err
}

// rarestFirst writes a query for SQLite, which by itself walks through all the words' texts side by side: one that is in
// every text costs a walk through every text, though two rare ones beside it never meet. So the rarest two are asked
// together, the next only where they meet, and so on. The word that no text has is there so that the
// steps are not melted into one.
func (s *Store) rarestFirst(ctx context.Context, words, accounts []string) (string, error) {
	parts := s.engine.match(words, accounts)
	if len(parts) < 3 {
		return strings.Join(parts, ` AND `), nil
	}
	if _, err := s.byRarity(ctx, parts); err != nil {
		return "", err
	}
	query := parts[0] + ` AND ` + parts[1]
	for _, p := range parts[2:] {
		query = `((` + query + `) NOT "§") AND ` + p
	}
	return query, nil
}

// match writes the parts of a query in the database's own language, with every word quoted: all must match. A word matches
// what begins as it does, from three letters; shorter ones match only themselves.
func (e engine) match(words, accounts []string) (parts []string) {
	quote, either, prefix := `"`, ` OR `, `*`
	if e == postgres {
		quote, either, prefix = `'`, ` | `, `:*`
	}
	for _, w := range words {
		p := quote + w + quote
		if len([]rune(w)) >= 3 && w != kindStem(inbox.HitPost) {
			p += prefix
		}
		parts = append(parts, p)
	}
	if accounts != nil {
		var ids []string
		for _, a := range accounts {
			ids = append(ids, quote+strings.NewReplacer(`"`, "", `'`, "", `\`, "").Replace(accountStem(a))+quote)
		}
		parts = append(parts, `(`+strings.Join(ids, either)+`)`)
	}
	return parts
}
