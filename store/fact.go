package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"tilltal/base/ledger"
)

// table says how one kind of fact is kept: a row of its own, only ever added. Its columns are the ones of columns and seq,
// the number of the ledger entry that the fact belongs to. The hash of the whole row stands in that entry, so that
// `tilltal ledger verify` finds any row that was changed, removed or put there behind the desk's back.
type table struct {
	name    string
	columns []string
	fact    reflect.Type
	values  func(fact any) []any
	after   func(ctx context.Context, w *writer, fact any) error
	insert  string
}

// fact describes the table of a kind of fact. Values are int64, string, []byte or nil, in the order of the columns, of which
// the first is id.
func fact[F any](name, columns string, values func(F) []any) table {
	cols := strings.Split(strings.ReplaceAll(columns, " ", ""), ",")
	marks := make([]string, len(cols)+1)
	for i := range marks {
		marks[i] = fmt.Sprint("$", i+1)
	}
	return table{
		name: name, columns: cols, fact: reflect.TypeFor[F](),
		values: func(f any) []any { return values(f.(F)) },
		insert: fmt.Sprintf(`INSERT INTO %s (%s, seq) VALUES (%s)`, name, strings.Join(cols, ", "), strings.Join(marks, ", ")),
	}
}

// then adds what is derived from the fact, in the same transaction: a row of a _now table, words to search for.
func then[F any](t table, derive func(ctx context.Context, w *writer, f F) error) table {
	t.after = func(ctx context.Context, w *writer, f any) error { return derive(ctx, w, f.(F)) }
	return t
}

// catalogue is every kind of fact the store knows.
type catalogue struct {
	byFact map[reflect.Type]*table
	byName map[string]*table
	all    []*table
}

func newCatalogue() catalogue {
	c := catalogue{byFact: map[reflect.Type]*table{}, byName: map[string]*table{}}
	for _, room := range rooms() {
		for _, t := range room {
			c.byFact[t.fact], c.byName[t.name] = &t, &t
			c.all = append(c.all, &t)
		}
	}
	for _, e := range extras() {
		c.byFact[e.fact].add(e.derive)
	}
	return c
}

// factHash is what an entry says of one of its facts.
type factHash struct {
	Table string      `json:"t"`
	ID    string      `json:"id"`
	Hash  ledger.Hash `json:"h"`
}

func (w *writer) addFact(ctx context.Context, seq int64, f any) (factHash, error) {
	t, ok := w.store.tables.byFact[reflect.TypeOf(f)]
	if !ok {
		return factHash{}, fmt.Errorf("store: no table keeps facts of type %T", f)
	}
	values := t.values(f)
	clean(values)
	id, ok := values[0].(string)
	if !ok || id == "" || len(values) != len(t.columns) {
		return factHash{}, fmt.Errorf("store: a fact in %s needs an id and %d values, it has %d", t.name, len(t.columns), len(values))
	}
	if _, err := w.exec(ctx, t.insert, append(values, seq)...); err != nil {
		return factHash{}, fmt.Errorf("%s: %w", t.name, err)
	}
	if t.after != nil {
		if err := t.after(ctx, w, f); err != nil {
			w.broken = true
			return factHash{}, fmt.Errorf("%s: what follows from it: %w", t.name, err)
		}
	}
	return factHash{Table: t.name, ID: id, Hash: hashRow(t, values)}, nil
}

// clean makes strings what both databases can keep: valid UTF-8 without NUL. Bytes that must stay as they came are []byte.
func clean(values []any) {
	for i, v := range values {
		if s, ok := v.(string); ok {
			values[i] = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
		}
	}
}

// hashRow is the SHA-256 of a row: its table, and each column's name, kind and value, with their lengths.
func hashRow(t *table, values []any) ledger.Hash {
	b := make([]byte, 0, 512)
	b = appendPart(b, 'T', t.name)
	for i, c := range t.columns {
		b = appendPart(b, 'C', c)
		switch v := values[i].(type) {
		case nil:
			b = appendPart(b, 'N', "")
		case string:
			b = appendPart(b, 'S', v)
		case []byte: // SQLite reads empty bytes as none: they hash alike
			if len(v) == 0 {
				b = appendPart(b, 'N', "")
			} else {
				b = appendPart(b, 'B', string(v))
			}
		case int64:
			b = append(b, 'I')
			b = binary.BigEndian.AppendUint64(b, uint64(v))
		default:
			panic(fmt.Sprintf("store: column %s.%s holds a %T", t.name, c, v)) // a fault in a room's table, found by storetest
		}
	}
	return sha256.Sum256(b)
}

func appendPart(b []byte, kind byte, s string) []byte {
	b = append(b, kind)
	b = binary.BigEndian.AppendUint64(b, uint64(len(s)))
	return append(b, s...)
}

// asJSON is a value as text in a column. It is for our own types, which always can be written.
func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("store: %T cannot be written as JSON: %v", v, err))
	}
	return string(b)
}

// fromJSON reads a column that asJSON wrote.
func fromJSON(text string, into any) error {
	if text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), into)
}
