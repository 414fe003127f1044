package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"time"

	"tilltal/base/fault"
	"tilltal/base/ledger"
	"tilltal/base/lingo"
	"tilltal/desk"
)

// All writing goes through one goroutine with one connection. It takes everything that waits and puts it in one transaction,
// so that one flush of the disk serves many, and so that what is decided about a thing is checked and written with nobody
// in between. When something in such a batch fails after it began to write, the batch is rolled back and each order is
// carried out alone: one person's mistake never costs another's work.

// maxBatch bounds how many orders share a transaction, and so how long the last of them waits for its flush.
const maxBatch = 256

// mostPassed is how many batches may go before an order that is patient (desk.Patiently) while others wait at the door.
const mostPassed = 8

// order is something to write, and the one who waits for it.
type order struct {
	ctx  context.Context
	do   func(ctx context.Context, w *writer) error
	err  error
	done chan struct{}
}

// writer is the open transaction, for those who write in it.
type writer struct {
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	store  *Store
	tree   *ledger.Tree
	locked bool            // the ledger's end is ours until the transaction ends
	grown  bool            // entries were added
	wrote  int             // statements that may have changed something
	broken bool            // a statement failed: the transaction cannot be trusted
	keys   map[string]bool // job keys queued in this transaction
}

// write carries out an order together with whatever else waits, and returns when it is on disk.
func (s *Store) write(ctx context.Context, do func(ctx context.Context, w *writer) error) error {
	o, queue := &order{ctx: ctx, do: do, done: make(chan struct{})}, s.orders
	if desk.IsPatient(ctx) {
		queue = s.patient
	}
	select {
	case queue <- o:
	case <-s.done:
		return closed()
	case <-ctx.Done():
		return away(ctx.Err())
	}
	select {
	case <-o.done:
		return o.err
	case <-s.done:
		select {
		case <-o.done:
			return o.err
		default:
			return closed()
		}
	}
}

func closed() error {
	return fault.New(fault.Unreachable, lingo.T("Tilltal håller på att stängas. Försök igen om en stund.", "Tilltal is shutting down. Try again in a moment.")).Wait(10 * time.Second)
}

func (s *Store) serveOrders(ctx context.Context) {
	defer close(s.done)
	w := &writer{store: s}
	defer w.hangUp()
	for passed := 0; ; {
		var batch []*order
		if batch, passed = s.gather(ctx, passed); batch == nil {
			return
		}
		s.serveBatch(context.WithoutCancel(ctx), w, batch)
	}
}

// gather waits for something to write and takes what else there is, the patient ones when nobody is at the door or when they
// have been passed often enough. It returns nil when the context has ended.
func (s *Store) gather(ctx context.Context, passed int) (batch []*order, _ int) {
	if ctx.Err() != nil {
		return nil, passed
	}
	if passed < mostPassed {
		batch = drain(s.orders, batch)
	}
	if len(batch) > 0 {
		if len(s.patient) > 0 {
			passed++
		}
		return batch, passed
	}
	if batch = drain(s.orders, drain(s.patient, batch)); len(batch) > 0 {
		return batch, 0
	}
	select {
	case <-ctx.Done():
		return nil, passed
	case o := <-s.orders:
		return drain(s.orders, append(batch, o)), 0
	case o := <-s.patient:
		return drain(s.orders, append(batch, o)), 0
	}
}

// drain takes what waits in a queue, without waiting for more.
func drain(queue <-chan *order, batch []*order) []*order {
	for len(batch) < maxBatch {
		select {
		case o := <-queue:
			batch = append(batch, o)
		default:
			return batch
		}
	}
	return batch
}

func (s *Store) serveBatch(ctx context.Context, w *writer, batch []*order) {
	if again := s.together(ctx, w, batch); again {
		for _, o := range batch {
			s.together(ctx, w, []*order{o})
		}
	}
	for _, o := range batch {
		o.err = away(o.err)
		close(o.done)
	}
}

// together carries out a batch in one transaction. It reports whether the batch must be carried out again one by one.
func (s *Store) together(ctx context.Context, w *writer, batch []*order) (again bool) {
	if err := w.open(ctx); err != nil {
		fail(batch, err)
		return false
	}
	for _, o := range batch {
		before := w.wrote
		if o.err = o.ctx.Err(); o.err == nil {
			o.err = o.do(ctx, w)
		}
		if w.broken || (o.err != nil && w.wrote > before) {
			w.rollBack(ctx)
			return len(batch) > 1
		}
	}
	size, err := w.close(ctx)
	if err != nil {
		w.rollBack(ctx)
		fail(batch, err)
		return false
	}
	s.pulse.beat(size, len(w.keys) > 0)
	return false
}

func fail(batch []*order, err error) {
	for _, o := range batch {
		o.err = err
	}
}

func (w *writer) open(ctx context.Context) error {
	if w.conn == nil {
		conn, err := w.store.write1.Conn(ctx)
		if err != nil {
			return err
		}
		w.conn, w.stmts = conn, make(map[string]*sql.Stmt)
	}
	w.locked, w.grown, w.wrote, w.broken, w.keys = false, false, 0, false, make(map[string]bool)
	if _, err := w.conn.ExecContext(ctx, w.store.engine.begin()); err != nil {
		w.hangUp()
		return err
	}
	return nil
}

// close signs the new end of the ledger, if entries were added, and commits. It returns the ledger's size, 0 if unknown.
func (w *writer) close(ctx context.Context) (size int64, err error) {
	if w.grown {
		if err := w.signHead(ctx); err != nil {
			return 0, err
		}
		size = w.tree.Size()
	}
	if _, err := w.conn.ExecContext(ctx, `COMMIT`); err != nil {
		return 0, err
	}
	if w.grown {
		w.tree.Trim()
	}
	return size, nil
}

func (w *writer) rollBack(ctx context.Context) {
	w.tree = nil
	if w.conn == nil {
		return
	}
	if _, err := w.conn.ExecContext(ctx, `ROLLBACK`); err != nil {
		w.hangUp()
	}
}

// hangUp gives the connection back, to be opened anew: after an error nobody knows what state it is in.
func (w *writer) hangUp() {
	if w.conn == nil {
		return
	}
	for _, st := range w.stmts {
		_ = st.Close()
	}
	_ = w.conn.Raw(func(any) error { return driver.ErrBadConn }) // a connection that is said to be bad is not used again
	_ = w.conn.Close()
	w.conn, w.stmts, w.tree = nil, nil, nil
}

// exec carries out a statement that writes, and returns how many rows it touched.
func (w *writer) exec(ctx context.Context, query string, args ...any) (int64, error) {
	w.wrote++
	st, err := w.prepared(ctx, query)
	if err != nil {
		return 0, err
	}
	res, err := st.ExecContext(ctx, args...)
	if err != nil {
		w.broken = true
		return 0, err
	}
	return res.RowsAffected()
}

// get reads one row inside the transaction; sql.ErrNoRows when there is none.
func (w *writer) get(ctx context.Context, into []any, query string, args ...any) error {
	st, err := w.prepared(ctx, query)
	if err != nil {
		return err
	}
	err = st.QueryRowContext(ctx, args...).Scan(into...)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.broken = true
	}
	return err
}

// each reads rows inside the transaction. The scan must not use the writer.
func (w *writer) each(ctx context.Context, scan func(*sql.Rows) error, query string, args ...any) error {
	st, err := w.prepared(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		w.broken = true
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (w *writer) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if st, ok := w.stmts[query]; ok {
		return st, nil
	}
	st, err := w.conn.PrepareContext(ctx, query)
	if err != nil {
		w.broken = true
		return nil, err
	}
	w.stmts[query] = st
	return st, nil
}
