package main

import (
	"context"

	"tilltal/desk/inbox"
)

type noSquare struct{}

func (noSquare) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }
