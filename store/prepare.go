package store

import (
	"context"
	"database/sql"
	"sync"
)

// prepared keeps read statements ready on SQLite, which otherwise parses and plans the text of a query anew each time: that
// is half the cost of a short one. PostgreSQL's driver keeps its own.
type prepared struct {
	mu   sync.RWMutex
	kept map[string]*sql.Stmt
}

// maxPrepared bounds what is kept. The house has some two hundred queries; those whose text is put together from what is
// asked for can be more, and go unprepared when there is no room.
const maxPrepared = 400

// query runs a query for reading.
func (s *Store) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if s.engine == postgres {
		return s.read.QueryContext(ctx, text, args...)
	}
	stmt, err := s.ready.statement(ctx, s.read, text)
	if err != nil {
		return nil, err
	}
	if stmt == nil {
		return s.read.QueryContext(ctx, text, args...)
	}
	return stmt.QueryContext(ctx, args...)
}

// statement returns the statement of a text; nil when there is no room for more.
func (p *prepared) statement(ctx context.Context, db *sql.DB, text string) (*sql.Stmt, error) {
	p.mu.RLock()
	stmt, full := p.kept[text], len(p.kept) >= maxPrepared
	p.mu.RUnlock()
	if stmt != nil || full {
		return stmt, nil
	}
	made, err := db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if stmt := p.kept[text]; stmt != nil { // somebody else was first
		return stmt, made.Close()
	}
	if p.kept == nil {
		p.kept = make(map[string]*sql.Stmt)
	}
	p.kept[text] = made
	return made, nil
}

// close lets go of all statements.
func (p *prepared) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, stmt := range p.kept {
		_ = stmt.Close() // the database is about to be closed, and says so itself when it cannot
	}
	p.kept = nil
}
