package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"tilltal/desk/guideline"
)

var guidelineTables = []table{
	fact("guideline_adoption", "id, account, number, post, answer, rules, late, who, at", func(a guideline.Adoption) []any {
		rules := make(map[string]string, len(a.Rules))
		for rule, step := range a.Rules {
			rules[rule] = step.String()
		}
		return []any{a.ID, a.Account, int64(a.Number), steps(a.Post), steps(a.Answer), asJSON(rules), int64(a.Late / time.Microsecond), a.ChangedBy, micro(a.ChangedAt)}
	}),
}

// steps writes the steps of the four grades by their names, in order.
func steps(table [4]guideline.Step) string {
	names := make([]string, len(table))
	for i, s := range table {
		names[i] = s.String()
	}
	return strings.Join(names, " ")
}

// readSteps reads what steps wrote. A step that is missing or unknown asks the most.
func readSteps(text string) (table [4]guideline.Step) {
	names := strings.Fields(text)
	for i := range table {
		table[i] = guideline.Decision
		if i < len(names) {
			table[i], _ = guideline.ParseStep(names[i])
		}
	}
	return table
}

func scanRoutine(rows *sql.Rows) (r guideline.Routine, err error) {
	var post, answer, rules string
	var late, at int64
	if err := rows.Scan(&r.Number, &post, &answer, &rules, &late, &r.ChangedBy, &at); err != nil {
		return r, err
	}
	var byName map[string]string
	if err := fromJSON(rules, &byName); err != nil {
		return r, err
	}
	r.Rules = make(map[string]guideline.Step, len(byName))
	for rule, name := range byName {
		r.Rules[rule], _ = guideline.ParseStep(name)
	}
	r.Post, r.Answer = readSteps(post), readSteps(answer)
	r.Late, r.ChangedAt = time.Duration(late)*time.Microsecond, fromMicro(at)
	return r, nil
}

const routineQuery = `SELECT number, post, answer, rules, late, who, at FROM guideline_adoption WHERE account = $1 ORDER BY number DESC`

// Routine returns the newest routine of an account: see [guideline.Store].
func (s *Store) Routine(ctx context.Context, account string) (guideline.Routine, error) {
	return one(ctx, s, scanRoutine, routineQuery+` LIMIT 1`, account)
}

// Routines lists every routine an account has had, newest first.
func (s *Store) Routines(ctx context.Context, account string) ([]guideline.Routine, error) {
	return list(ctx, s, scanRoutine, routineQuery, account)
}
