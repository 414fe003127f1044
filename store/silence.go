package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"

	"tilltal/check"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
)

var silenceTables = []table{
	fact("rule_silence", "id, account, rule, reason, until, who, at", func(s guideline.Silence) []any {
		return []any{s.ID, s.Account, s.Rule, s.Reason, micro(s.Until), s.By, micro(s.At)}
	}),
	fact("rule_voice", "id, silence, account, who, at", func(v guideline.Voice) []any {
		return []any{v.ID, v.Silence, v.Account, v.By, micro(v.At)}
	}),
}

// answerExtras is what is counted of how the findings are answered.
var answerExtras = []extra{also(submissionCounted), also(responseCounted)}

// Silences lists every silence an account has had, the newest first: see [guideline.Store].
func (s *Store) Silences(ctx context.Context, account string) ([]guideline.Silence, error) {
	return list(ctx, s, scanSilence, silenceQuery+` WHERE r.account = $1 ORDER BY r.seq DESC LIMIT 500`, account)
}

const silenceQuery = `SELECT r.id, r.account, r.rule, r.reason, r.until, r.who, r.at, COALESCE(v.at, 0) FROM rule_silence r LEFT JOIN rule_voice v ON v.silence = r.id`

func scanSilence(rows *sql.Rows) (s guideline.Silence, err error) {
	var until, at, ended int64
	err = rows.Scan(&s.ID, &s.Account, &s.Rule, &s.Reason, &until, &s.By, &at, &ended)
	s.Until, s.At, s.EndedAt = fromMicro(until), fromMicro(at), fromMicro(ended)
	return s, err
}

// submissionCounted counts the findings that were there when a text was handed in, with what was answered to each.
func submissionCounted(ctx context.Context, w *writer, s draft.Submission) error {
	for _, f := range s.Findings {
		answer := ""
		for _, r := range s.Responses {
			if r.Rule == f.Rule && r.Text == f.Text {
				answer = r.Kind
			}
		}
		if err := w.countFinding(ctx, s.Draft, f, answer, micro(s.At)); err != nil {
			return err
		}
	}
	return nil
}

func responseCounted(ctx context.Context, w *writer, r draft.Responding) error {
	return w.countFinding(ctx, r.Draft, check.Finding{Rule: r.Rule, Text: r.Text}, r.Kind, micro(r.At))
}

// countFinding keeps a finding once for each draft, with the newest answer. No answer takes nothing back.
func (w *writer) countFinding(ctx context.Context, id string, f check.Finding, answer string, at int64) error {
	sum := sha256.Sum256([]byte(f.Text))
	_, err := w.exec(ctx, `INSERT INTO finding_now (draft, rule, words, account, answer, at)
		SELECT d.id, $2, $3, d.account, $4, $5 FROM draft d WHERE d.id = $1
		ON CONFLICT (draft, rule, words) DO UPDATE SET answer = CASE WHEN excluded.answer = '' THEN finding_now.answer ELSE excluded.answer END, at = excluded.at`,
		id, kept(f.Rule), hex.EncodeToString(sum[:8]), answer, at)
	return err
}

// RuleTallies counts how the findings of each rule were answered at some accounts: see [draft.Store].
func (s *Store) RuleTallies(ctx context.Context, accounts []string) ([]draft.RuleTally, error) {
	var q where
	q.in(`account`, accounts)
	return list(ctx, s, func(rows *sql.Rows) (t draft.RuleTally, err error) {
		return t, rows.Scan(&t.Rule, &t.Shown, &t.Fixed, &t.Kept, &t.Wrong)
	}, `SELECT rule, COUNT(*), COALESCE(SUM(CASE WHEN answer = 'fixed' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN answer = 'kept' THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN answer = 'wrong' THEN 1 ELSE 0 END), 0) FROM finding_now`+q.text()+` GROUP BY rule ORDER BY rule`, q.args...)
}

// RuleAnswers returns the newest answers of a kind to a rule at some accounts: see [draft.Store].
func (s *Store) RuleAnswers(ctx context.Context, rule, kind string, accounts []string, limit int) ([]draft.RuleAnswer, error) {
	var q where
	q.and(`r.rule = ?`, rule)
	q.and(`r.kind = ?`, kind)
	q.and(sealedPost + ` = ''`)
	q.in(`d.account`, accounts)
	return list(ctx, s, func(rows *sql.Rows) (a draft.RuleAnswer, err error) {
		var at int64
		err = rows.Scan(&a.Draft, &a.Account, &a.Words, &a.Reason, &a.By, &at)
		a.At = fromMicro(at)
		return a, err
	}, `SELECT r.draft, d.account, r.words, r.reason, r.who, r.at FROM draft_response r JOIN draft d ON d.id = r.draft`+q.text()+` ORDER BY r.seq DESC`+q.most(limit), q.args...)
}
