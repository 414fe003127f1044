package api

import (
	"context"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"tilltal/base/clock"
	"tilltal/desk/people"
)

// operation is one row in the API's table: what is called, and which right it takes.
type operation struct {
	Method, Path string // the path after Prefix
	ID           string // the stable name of the operation
	Summary      string // one line, in an officer's words
	Help         string // what else a caller must know; may be empty
	Right        people.Right
	Also         []people.Right // other rights that open the same door: the room asks for the one that the thing at hand takes
	Anybody      bool           // any token may knock: the room asks whose it is
	Status       int            // 0 is 200, or 204 without a body
	MaxBody      int64          // bytes; 0 is 1 MiB
	Secret       bool           // the answer has a secret that is shown once, and is never kept in memory
}

// operationKey is where an operation's metadata has its row in the table.
const operationKey = "operation"

// largeBody is how large a body with a draft's text may be: a million characters, written as JSON may write them.
const largeBody = 8 << 20

// patience is how long a body may take to come.
const patience = time.Minute

// register adds an operation.
func register[I, O any](a *API, op operation, do func(ctx context.Context, who people.Actor, in *I) (*O, error)) {
	h := huma.Operation{
		Method: op.Method, Path: Prefix + op.Path, OperationID: op.ID, Summary: op.Summary, Description: op.description(),
		DefaultStatus: op.Status, MaxBodyBytes: op.MaxBody, BodyReadTimeout: patience,
		Metadata: map[string]any{operationKey: op}, Extensions: map[string]any{"x-rights": op.rights()},
		Security: []map[string][]string{{"bearer": {}}}, Tags: []string{strings.SplitN(op.Path, "/", 3)[1]},
		Responses: problems(op, reflect.TypeFor[I]()),
	}
	if op.Method == http.MethodPost {
		h.Parameters = append(h.Parameters, idempotencyKey)
	}
	huma.Register(a.huma, h, func(ctx context.Context, in *I) (*O, error) {
		actor, _ := ctx.Value(actorKey{}).(people.Actor)
		out, err := do(ctx, actor, in)
		if err != nil {
			a.note(ctx, op.ID, err)
			return nil, toldOf(err)
		}
		return out, nil
	})
}

// admits returns nil when the actor may knock on the operation's door, and otherwise what to tell her.
func (o operation) admits(actor people.Actor, now time.Time) error {
	if o.Anybody {
		return nil
	}
	for _, right := range o.rights() {
		if actor.Anywhere(right, now) || anyOwn(actor, right, now) {
			return nil
		}
	}
	return people.Ask(actor, o.Right, "", now)
}

func (o operation) rights() []people.Right {
	if o.Right == "" {
		return []people.Right{}
	}
	return append([]people.Right{o.Right}, o.Also...)
}

// anyOwn lets in those who may do it to their own things only: the room asks whose it is.
func anyOwn(actor people.Actor, right people.Right, now time.Time) bool {
	if actor.MayOwn(right, "", now) {
		return true
	}
	for _, m := range actor.Mandates {
		if actor.MayOwn(right, m.Account, now) {
			return true
		}
	}
	return false
}

func (o operation) description() string {
	var b strings.Builder
	if o.Help != "" {
		b.WriteString(o.Help + "\n\n")
	}
	switch {
	case o.Right == "":
		b.WriteString("Right: none but a valid token.")
	case o.Anybody:
		b.WriteString("Right: `" + string(o.Right) + "`" + alternatives(o.Also) + "; whom it concerns may do it too.")
	default:
		b.WriteString("Right: `" + string(o.Right) + "`" + alternatives(o.Also) + ".")
	}
	return b.String()
}

func alternatives(rights []people.Right) string {
	var b strings.Builder
	for _, r := range rights {
		b.WriteString(" or `" + string(r) + "`")
	}
	if len(rights) > 0 {
		b.WriteString(", as the thing at hand takes")
	}
	return b.String()
}

// answer is what an operation answers with.
type answer[T any] struct{ Body T }

// got makes an answer of what a room returned.
func got[T any](v T, err error) (*answer[T], error) {
	if err != nil {
		return nil, err
	}
	return &answer[T]{v}, nil
}

// nothing is the answer of an operation that was done and has nothing to tell: 204.
type nothing struct{}

func done(err error) (*nothing, error) {
	if err != nil {
		return nil, err
	}
	return &nothing{}, nil
}

// ByID names the thing at hand. (Exported, as Paged is, because huma does not look into what is not.)
type ByID struct {
	ID string `path:"id" pattern:"^[0-9A-Za-z_-]{1,64}$" patternDescription:"an id" doc:"The id, as it stands in a list or in an earlier answer"`
}

// saying is an operation on one thing with a body.
type saying[T any] struct {
	ByID
	Body T
}

// telling is an operation with a body.
type telling[T any] struct{ Body T }

// Paged is how a list is read.
type Paged struct {
	After string `query:"after" maxLength:"300" doc:"Where the page begins: \"next\" of the page before. Leave out for the first page"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many there may be on the page"`
}

// Page is a stretch of a list.
type Page[T any] struct {
	Items []T    `json:"items" nullable:"false"`
	Next  string `json:"next,omitempty" doc:"Pass it as \"after\" for the next page. Left out on the last page"`
}

// each makes a list of what programs see, never null.
func each[T, V any](all []T, see func(T) V) []V {
	out := make([]V, 0, len(all))
	for _, v := range all {
		out = append(out, see(v))
	}
	return out
}

func pageOf[T, V any](items []T, next string, see func(T) V) Page[V] {
	return Page[V]{Items: each(items, see), Next: next}
}

// within refuses a moment that nobody can have meant: before the desk existed, or in another lifetime. The zero time is no
// moment at all.
func within(field string, t time.Time, c clock.Clock) error {
	if t.IsZero() || t.After(ancient) && t.Before(c.Now().AddDate(50, 0, 0)) {
		return nil
	}
	return badMoment.At(field)
}

var ancient = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
