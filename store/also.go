package store

import (
	"context"
	"reflect"
)

// extra is what one room derives from the facts of another: the inbox shows what was published as an answer.
type extra struct {
	fact   reflect.Type
	derive func(ctx context.Context, w *writer, fact any) error
}

// also derives something from a fact whose table stands with another room, after what that room derives from it itself.
func also[F any](derive func(ctx context.Context, w *writer, f F) error) extra {
	return extra{fact: reflect.TypeFor[F](), derive: func(ctx context.Context, w *writer, f any) error { return derive(ctx, w, f.(F)) }}
}

// add lets a table derive what another room wants of its facts.
func (t *table) add(derive func(ctx context.Context, w *writer, fact any) error) {
	own := t.after
	t.after = func(ctx context.Context, w *writer, fact any) error {
		if own != nil {
			if err := own(ctx, w, fact); err != nil {
				return err
			}
		}
		return derive(ctx, w, fact)
	}
}
